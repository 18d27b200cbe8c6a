"""The grammar of the vocabulary: what a table, a column, a closed list and a term are."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum


class Type(Enum):
    """How the text of a cell is read."""

    TEXT = "text"
    NAMES = "names, separated by ;"
    CHOICE = "one of a list"
    FLAG = "yes or no"
    WHOLE = "whole number"
    NUMBER = "number"
    DATE = "date, month or year"
    URL = "web address"
    REFERENCE = "reference"


@dataclass(frozen=True)
class Choice:
    """One allowed value of a closed list, with the other spellings that are read as it."""

    value: str
    meaning: str
    synonyms: tuple[str, ...] = ()


class Unknown(Enum):
    """What becomes of a value that is not in the list."""

    REFUSE = "an error: the value decides what is counted"
    BLANK = "a warning: the cell is read as not known"
    FALLBACK = "a warning: the list's fallback stands in"
    KEEP = "kept as written: the list is open"


@dataclass(frozen=True)
class ClosedList:
    """The values a column may take, and what becomes of any other."""

    name: str
    meaning: str
    choices: tuple[Choice, ...]
    unknown: Unknown = Unknown.REFUSE
    fallback: str | None = None

    @property
    def values(self) -> tuple[str, ...]:
        """Return the allowed values in their order."""
        return tuple(choice.value for choice in self.choices)

    def meaning_of(self, value: str) -> str:
        """Return what one of the values means. Raises `KeyError` for any other."""
        return {choice.value: choice.meaning for choice in self.choices}[value]

    def spellings(self) -> dict[str, str]:
        """Return every spelling, lower case, with the value it stands for."""
        return {
            spelling.casefold(): choice.value
            for choice in self.choices
            for spelling in (choice.value, *choice.synonyms)
        }


@dataclass(frozen=True)
class Column:
    """One column: its name, how it is read, what it holds, and the other headers read as it."""

    name: str
    meaning: str
    type: Type = Type.TEXT
    required: bool = False
    closed_list: ClosedList | None = None
    refers_to: tuple[str, ...] = ()
    synonyms: tuple[str, ...] = ()


@dataclass(frozen=True)
class Table:
    """One table: its columns in order, and the other sheet or file names read as it."""

    name: str
    meaning: str
    columns: tuple[Column, ...]
    synonyms: tuple[str, ...] = ()
    key: str | None = None
    by_name: dict[str, Column] = field(init=False, repr=False, compare=False)
    _headers: dict[str, str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_name", {column.name: column for column in self.columns})
        spelled = {
            normal_header(header): column.name for column in self.columns for header in column.synonyms
        }
        own = {normal_header(column.name): column.name for column in self.columns}
        object.__setattr__(self, "_headers", spelled | own)

    @property
    def names(self) -> tuple[str, ...]:
        """Return the column names in order."""
        return tuple(column.name for column in self.columns)

    def headers(self) -> dict[str, str]:
        """Return every header, in its normal form, with the column it stands for."""
        return dict(self._headers)


@dataclass(frozen=True)
class Term:
    """A word of orgmap and what it means, in one sentence an officer can read."""

    word: str
    meaning: str
    group: str


def normal_header(header: str) -> str:
    """Return a header as it is compared: lower case, letters and digits only, single spaces."""
    kept = "".join(letter if letter.isalnum() else " " for letter in header.casefold())
    return " ".join(kept.split())
