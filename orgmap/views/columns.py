"""Columns of tables in words: what each is called on a page, what it means, and how its values are shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from orgmap.model.dates import in_words
from orgmap.vocabulary import TABLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from orgmap.views.glossary import MeasureText

NOT_KNOWN = "not known"
_WORDS: dict[str, tuple[str, str]] = {
    "body_a": ("Body", "The first body of the pair."),
    "body_b": ("Other body", "The second body of the pair."),
    "size_a": ("On the first", "How many members the first body has."),
    "size_b": ("On the second", "How many members the second body has."),
    "members": ("Who they are", "The members that both bodies have."),
    "part_of": ("One part of the other", "Whether one is part of the other, so that they overlap by design."),
    "note": ("Note", "Why a figure is not known."),
    "set": ("Set", "Bodies alike that one protocol could serve; empty for a pair on its own."),
    "reasons": ("Reasons", "Why the two may need a protocol, with what shows it."),
    "state": ("State", "Nothing known, none, draft, agreed, under review or review overdue."),
    "trouble": ("Trouble", "What is wrong with a protocol that there is."),
    "check": ("Check", "What was looked for."),
    "mode": ("Kind", "Body, organisation, person or seat."),
    "name": ("Name", "Which one it is."),
    "detail": ("Detail", "What was found there."),
    "row": ("Row of the source", "The row of its table in the source, as a spreadsheet counts."),
    "member": ("Member", "The organisation or the person."),
    "place": ("Place", "The county or the district."),
    "class": ("Class", "At which of the two tiers the member sits."),
    "could": ("Could sit there", "Whether its area lets it sit there."),
    "like": ("Among", "Partnerships are compared with partnerships, councils with councils."),
    "county": ("County", "The county whose bodies are compared."),
    "counting": ("Counting", "What is counted: organisations, people, sectors or posts."),
    "shared": ("Shared", "How many the two share."),
}  # fmt: skip
_SHOWN = {
    "overlap": (
        "body_a", "body_b", "shared", "members", "size_a", "size_b", "a_in_b", "b_in_a", "jaccard", "part_of",
        "note",
    ),
    "protocols": (
        "body_a", "body_b", "reasons", "state", "trouble", "set", "protocol", "issue", "agreed", "review_by",
        "owner", "document",
    ),
    "data_quality": ("name", "check", "detail", "mode", "row"),
}  # fmt: skip
"""The columns that the page of a question shows, in its order; any other question shows all but ids."""
_ROWS = ("row",)
_LONG = ("members", "reasons")
_DATES = ("agreed", "review_by", "since", "until")


@dataclass(frozen=True)
class Heading:
    """A column as a page shows it; `style` is number, long or nothing."""

    column: str
    words: str
    meaning: str
    style: str


def headings(question: str, table: pd.DataFrame, measures: Iterable[MeasureText] = ()) -> list[Heading]:
    """Return the columns that the page of a question shows, in its order; empty ones are left out."""
    known = {measure.name: (measure.title, measure.plain) for measure in measures}
    usual = [column for column in table.columns if column != "id" and not column.startswith("id_")]
    return [
        Heading(column, *_words(column, known), _style(table, column))
        for column in _SHOWN.get(question, usual)
        if column in table.columns and _is_told(table[column])
    ]


def _style(table: pd.DataFrame, column: str) -> str:
    kind = table[column].dtype
    if pd.api.types.is_numeric_dtype(kind) and not pd.api.types.is_bool_dtype(kind):
        return "number"
    return "long" if column in _LONG else ""


def _is_told(column: pd.Series[Any]) -> bool:
    """Tell whether a column has anything to say: some value that is not empty."""
    return bool((column.notna() & (column.astype("str") != "")).any())


def _words(column: str, known: dict[str, tuple[str, str]]) -> tuple[str, str]:
    if column in _WORDS:
        return _WORDS[column]
    if column in known:
        return known[column]
    declared = (table.by_name[column].meaning for table in TABLE.values() if column in table.by_name)
    return column.replace("_", " ").capitalize(), next(declared, "")


def shown(value: object, column: str = "", *, is_number: bool = False) -> str:
    """Return one value as a page shows it: numbers with two decimals, yes and no, dates in words.

    An unknown number is said to be not known, an unknown text is empty.
    """
    if value is None or value is pd.NA or value is pd.NaT or (isinstance(value, float) and np.isnan(value)):
        return NOT_KNOWN if is_number and column not in _ROWS else ""
    if isinstance(value, bool | np.bool_):
        return "yes" if value else "no"
    if isinstance(value, float | np.floating):
        return rounded(float(value))
    if isinstance(value, int | np.integer):
        return f"{value:,}"
    return in_words(str(value)) if column in _DATES and value else str(value)


def rounded(number: float) -> str:
    """Return a number with two decimals; what is not nothing or all never reads as 0 or 1."""
    if number.is_integer():
        return f"{number:,.0f}"
    if 0 < number < 0.005:
        return "under 0.01"
    return "over 0.99" if 0.995 <= number < 1 else f"{number:,.2f}"


def rows(table: pd.DataFrame, columns: Sequence[Heading]) -> list[list[str]]:
    """Return the rows of a table as a page shows them, a text for each of the columns."""
    texts = [
        [shown(value, one.column, is_number=one.style == "number") for value in table[one.column]]
        for one in columns
    ]
    return [list(row) for row in zip(*texts, strict=True)]
