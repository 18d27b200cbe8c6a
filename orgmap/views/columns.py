"""Columns of tables in words: what each is called on a page, what it means, and how its values are shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from orgmap.model.dates import in_words
from orgmap.vocabulary import ANSWER_PAGES, COLUMN_WORDS, DATE_COLUMNS, LONG_COLUMNS, ROW_COLUMNS, TABLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from orgmap.views.glossary import MeasureText

NOT_KNOWN = "not known"
_KINDS = ("kind", "what", "mode")
"""Columns that tell what kind of row it is, where a table has several."""
_BRIEF, _LONG, _VERY_LONG = 17, 60, 240
"""A column of texts of no more letters than the first stays on one line; more room has one of which a quarter
have more than the second, or any more than the third."""


@dataclass(frozen=True)
class Heading:
    """A column as a page shows it; `style` is number, flag (yes or no), brief or long (texts), or nothing."""

    column: str
    words: str
    meaning: str
    style: str


def headings(question: str, table: pd.DataFrame, measures: Iterable[MeasureText] = ()) -> list[Heading]:
    """Return the columns that the page of a question shows, in its order, but those that `silent` names."""
    known = _named(measures)
    return [
        Heading(column, *_words(question, column, known), _style(table, column))
        for column in _columns_of(question, table)
        if _is_told(table[column])
    ]


def silent(question: str, table: pd.DataFrame, measures: Iterable[MeasureText] = ()) -> list[str]:
    """Return what those columns of a question's page are called in which no row has anything known."""
    known = _named(measures)
    columns = [column for column in _columns_of(question, table) if not _is_told(table[column])]
    return [_words(question, column, known)[0] for column in columns]


def _named(measures: Iterable[MeasureText]) -> dict[str, tuple[str, str]]:
    return {measure.name: (measure.title, measure.plain) for measure in measures}


def _style(table: pd.DataFrame, column: str) -> str:
    values = table[column]
    if pd.api.types.is_bool_dtype(values.dtype) or pd.api.types.infer_dtype(values, skipna=True) == "boolean":
        return "flag"
    if pd.api.types.is_numeric_dtype(values.dtype):
        return "number"
    return _room(values[values.notna()].astype("str").str.len(), column in LONG_COLUMNS)


def _room(letters: pd.Series[Any], always: bool) -> str:
    """Return which room a column of texts has, by how many letters they have."""
    held = letters[letters > 0]
    if always or held.quantile(0.75) > _LONG or held.max() > _VERY_LONG:
        return "long"
    return "brief" if held.max() <= _BRIEF else ""


def _is_told(column: pd.Series[Any]) -> bool:
    """Tell whether a column has anything to say: some value that is neither empty nor not known."""
    known = column.dropna()
    if pd.api.types.is_numeric_dtype(known.dtype):
        return not known.empty
    return any(str(value) not in ("", NOT_KNOWN) for value in known)


def _columns_of(question: str, table: pd.DataFrame) -> list[str]:
    page = ANSWER_PAGES.get(question)
    usual = [column for column in table.columns if column != "id" and not column.startswith("id_")]
    return [column for column in (page.shown if page else ()) or usual if column in table.columns]


def _words(question: str, column: str, known: dict[str, tuple[str, str]]) -> tuple[str, str]:
    for name in (f"{question}.{column}", column):
        if name in COLUMN_WORDS:
            return COLUMN_WORDS[name]
    if column in known:
        return known[column]
    declared = (table.by_name[column].meaning for table in TABLE.values() if column in table.by_name)
    return column.replace("_", " ").capitalize(), next(declared, "")


def shown(value: object, column: str = "", style: str = "") -> str:
    """Return one value as a page shows it: numbers with two decimals, yes and no, dates in words.

    An unknown number or flag is said to be not known, an unknown text is empty.
    """
    if value is None or value is pd.NA or value is pd.NaT or (isinstance(value, float) and np.isnan(value)):
        return NOT_KNOWN if style in ("number", "flag") and column not in ROW_COLUMNS else ""
    if isinstance(value, bool | np.bool_):
        return "yes" if value else "no"
    if isinstance(value, float | np.floating):
        return rounded(float(value))
    if isinstance(value, int | np.integer):
        return f"{value:,}"
    return in_words(str(value)) if column in DATE_COLUMNS and value else str(value)


def rounded(number: float) -> str:
    """Return a number with two decimals; what is not nothing or all never reads as 0 or 1."""
    if number.is_integer():
        return f"{number:,.0f}"
    if 0 < number < 0.005:
        return "under 0.01"
    return "over 0.99" if 0.995 <= number < 1 else f"{number:,.2f}"


def rows(
    table: pd.DataFrame, columns: Sequence[Heading], whole: pd.DataFrame | None = None
) -> list[list[str]]:
    """Return the rows of a table as a page shows them, a text for each of the columns.

    What is not known is empty, in place of not known, where it does not apply: no row of that kind (the
    columns `kind` or `mode`) has it in the `whole` table, of which `table` may be a part.
    """
    texts = [_texts(table, one, table if whole is None else whole) for one in columns]
    return [list(row) for row in zip(*texts, strict=True)]


def _texts(table: pd.DataFrame, one: Heading, whole: pd.DataFrame) -> list[str]:
    told = [shown(value, one.column, one.style) for value in table[one.column]]
    kind = next((column for column in _KINDS if column in table.columns), None)
    if kind is None or NOT_KNOWN not in told:
        return told
    having = set(whole.loc[whole[one.column].notna(), kind])
    return [
        "" if text == NOT_KNOWN and of not in having else text
        for text, of in zip(told, table[kind], strict=True)
    ]
