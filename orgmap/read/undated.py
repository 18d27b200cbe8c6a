"""Words in columns of dates that stand in place of a date: "TBC", "ongoing", a dash."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pandas as pd

from orgmap.errors import Problem
from orgmap.matching import normal
from orgmap.model.raw import RawTable, Source
from orgmap.model.wording import counted, verb
from orgmap.read.layout import shortened
from orgmap.vocabulary import NOT_KNOWN, OPEN_ENDED, TABLE, Type

_ENDS = ("until", "review_by")
"""The columns of dates at which something ends."""


def without_undated(source: Source) -> Source:
    """Return a source with such words left out of its columns of dates, and a note for each of them.

    Words that say that there is no end stay where they stand in another column than that of an end.
    """
    problems: list[Problem] = []
    tables = dict(source.tables)
    for name, raw in source.tables.items():
        for column in _dated(raw):
            found = _undated(raw.frame[column], column)
            problems += _notes(raw, column, found)
            if len(found):
                cells = tables[name].frame[column].astype("object").copy()
                cells[cells.isin(found.unique())] = None
                tables[name] = replace(tables[name], frame=tables[name].frame.assign(**{column: cells}))
    return replace(source, tables=tables, problems=(*source.problems, *problems)) if problems else source


def _dated(raw: RawTable) -> list[str]:
    return [
        column.name
        for column in TABLE[raw.name].columns
        if column.type is Type.DATE and column.name in raw.frame
    ]


def _undated(cells: pd.Series[str], column: str) -> pd.Series[str]:
    """Return the cells of a column of dates that hold such a word."""
    words = NOT_KNOWN | OPEN_ENDED if column in _ENDS else NOT_KNOWN
    texts = [text for text in cells.dropna().unique() if _stands_for_none(str(text), words)]
    return cells[cells.isin(texts)]


def _stands_for_none(text: str, words: frozenset[str]) -> bool:
    return normal(text.replace(".", "")) in words or not text.strip("-–—?*.… ")


def _notes(raw: RawTable, column: str, found: pd.Series[str]) -> Iterator[Problem]:
    for text, places in found.groupby(found, sort=False):
        more = len(places) - 1
        also = f" (So {verb('is', more)} {counted(more, 'more row')}.)" if more else ""
        message = f"“{shortened(str(text))}” is no date, and is read as not known.{also}"
        yield raw.note(int(places.index[0]), column, str(text), message)
