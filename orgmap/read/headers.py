"""Headers read as the columns of a table."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from orgmap.errors import Problem
from orgmap.matching import nearest, normal
from orgmap.read.sheet import Sheet, Texts
from orgmap.vocabulary import TABLE, Table, normal_header

ENDINGS = frozenset(["name", "names", "title", "slug", "id", "code", "ref", "represented"])
"""Last words of a header that say only how the thing is named: "group slug" is a group."""
CODES = frozenset(["slug", "id", "code", "ref"])
"""Those of them that name it by a code, beside which there may be its name."""
COUNTS = frozenset(["seats", "places"])
"""Headers that count, and are no plural of a column."""
_NAME_OF = re.compile(r"^(?:full )?names? of (?:the )?")
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\*+$")
_EITHER = re.compile(r"\s*/\s*|\s+(?:or|and)\s+|\s*[,&]\s*", re.IGNORECASE)


@dataclass(frozen=True)
class Header:
    """Where each column of the vocabulary stands, and how its header reads.

    `others` gives the label, in the table of further columns, of every other column that holds something.
    """

    places: dict[str, int]
    shown: dict[str, str]
    unused: tuple[str, ...]
    others: dict[int, str]
    problems: tuple[Problem, ...]
    table: str

    def spellings(self, column: str | None) -> frozenset[str]:
        """Return the headers, lower case, that a column is called by; none for one that is not used."""
        return _spellings(self.table, column) if column else frozenset()


@cache
def _spellings(table: str, column: str) -> frozenset[str]:
    declared = TABLE[table].by_name[column]
    single = {spelling.casefold() for spelling in (column, column.replace("_", " "), *declared.synonyms)}
    return frozenset(single | {f"{spelling}s" for spelling in single})


@cache
def known_headers(table: str) -> Mapping[str, str]:
    """Return every header of a table, in its normal form, with the column it stands for."""
    return TABLE[table].headers()


def column_of(text: str, table: str) -> str | None:
    """Return the column of a table that a header stands for, or None."""
    return _exact(text, table) or _loosely(text, table)


def is_code(text: str) -> bool:
    """Tell whether a header says that the thing is named by a code: "group slug"."""
    first, _, last = normal_header(text).rpartition(" ")
    return bool(first) and last in CODES


def _exact(text: str, table: str) -> str | None:
    return known_headers(table).get(normal_header(text))


def _loosely(text: str, table: str) -> str | None:
    """Return the column of a header with an aside, a plural, an "or", or a last word that tells nothing."""
    bare = _ASIDE.sub(" ", text)
    tries = [bare, *_EITHER.split(bare)] if _EITHER.search(bare) else [bare]
    known = known_headers(table)
    forms = (form for one in tries for form in _forms(normal_header(one)))
    return next((known[form] for form in forms if form in known), None)


def _forms(header: str) -> Iterable[str]:
    """Return the forms of a header under which a column may be known, the nearest first."""
    yield header
    if header in COUNTS:
        return
    named = _NAME_OF.sub("", header)
    first, _, last = named.rpartition(" ")
    for form in (named, first if last in ENDINGS else named):
        yield form
        yield form.removesuffix("s").rstrip()
        yield re.sub(r"ies$", "y", form)


def read_header(sheet: Sheet, table: Table, texts: Sequence[str | None], used: Iterable[int]) -> Header:
    """Choose a place for each column; a header that is the column's own name comes before a synonym.

    `texts` are the headers and `used` the columns that hold anything beneath them.
    """
    header = _Reading(sheet, table)
    written = [(place, text) for place, text in enumerate(texts) if text]
    for place, text in sorted(written, key=lambda cell: _rank(cell[1], table)):
        header.add(place, text)
    blank = [place for place in used if place >= len(texts) or not texts[place]]
    return header.done(texts, blank)


def _rank(text: str, table: Table) -> int:
    """Return whether a header is a column's own name (0), a synonym (1), nearly one (2) or neither (4).

    One that names the thing by a code (3) comes after one that gives its name.
    """
    if normal_header(text) in {normal_header(name) for name in table.names}:
        return 0
    if _exact(text, table.name):
        return 1
    return 4 if not _loosely(text, table.name) else 3 if is_code(text) else 2


def _named_by(table: Table) -> str | None:
    """Return the column that names what a table lists."""
    return next((column.name for column in table.columns if column.required), None)


class _Reading:
    """The columns found so far."""

    def __init__(self, sheet: Sheet, table: Table) -> None:
        self.sheet, self.table = sheet, table
        self.places: dict[str, int] = {}
        self.shown: dict[str, str] = {}
        self.unused: dict[int, str] = {}
        self.problems: list[Problem] = []

    def add(self, place: int, text: str) -> None:
        """Take a header as a column, or as one that is not used."""
        label = f"{self.sheet.letter(place)} ({' '.join(text.split())})"
        column = column_of(text, self.table.name)
        if column in self.places and self._is_id(place, text):
            column = "id"
        if column and column not in self.places:
            self.places[column], self.shown[column] = place, label
            return
        self.unused[place] = label
        if column is None:
            self.problems += _near_header(self.sheet.place, label, text, self.table.name)
        elif _exact(text, self.table.name):
            self.problems.append(_second_header(self.sheet.place, label, column, self.shown[column]))

    def _is_id(self, place: int, text: str) -> bool:
        """Tell whether a further column holds the codes of what the table names: "group slug"."""
        if "id" not in self.table.by_name or not is_code(text):
            return False
        return _loosely(text, self.table.name) == _named_by(self.table) and self._each_once(place)

    def _each_once(self, place: int) -> bool:
        return bool(self.sheet.cells[place].dropna().is_unique)

    def done(self, texts: Sequence[str | None], blank: Sequence[int]) -> Header:
        """Return what was found, columns without a header among the unused."""
        nameless = {place: f"{self.sheet.letter(place)} (no header)" for place in blank}
        places = sorted(self.unused.keys() | nameless.keys())
        names = [texts[place] if place in self.unused else None for place in places]
        others = dict(zip(places, _labels(self.sheet, places, names), strict=True))
        unused = tuple((self.unused | nameless)[place] for place in places)
        self.places = dict(sorted(self.places.items(), key=lambda place: place[1]))
        return Header(self.places, self.shown, unused, others, tuple(self.problems), self.table.name)


def _labels(sheet: Sheet, places: Sequence[int], names: Texts) -> list[str]:
    """Return a label for each column, no two alike: its header, or "column F" where it has none."""
    labels: dict[str, str] = {}
    times: Counter[str] = Counter()
    for place, name in zip(places, names, strict=True):
        stem = label = " ".join(name.split()) if name else f"column {sheet.letter(place)}"
        while label.casefold() in labels:
            times[stem.casefold()] += 1
            label = f"{stem} ({times[stem.casefold()] + 1})"
        labels[label.casefold()] = label
    return list(labels.values())


def _near_header(place: str, label: str, text: str, table: str) -> list[Problem]:
    known = {normal(header): column for header, column in known_headers(table).items() if len(header) > 4}
    guess = nearest(text, known) if len(normal(text)) >= 5 else None
    if guess is None:
        return []
    message, hint = "no column is called this, so it is not used.", f"Did you mean {guess}?"
    return [Problem(place, None, label, text, message, hint, "warning")]


def _second_header(place: str, label: str, column: str, first: str) -> Problem:
    return Problem(
        place, None, label, None, f"column {first} is already read as {column}, so this one is not used.",
        "Rename or delete one of them.", "warning",
    )  # fmt: skip
