"""The columns of a table to be written, so that each is read again as what it is."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping

import pandas as pd

from orgmap.model.exact import Value, value_of
from orgmap.vocabulary import TABLE, Column, Table, normal_header

_PARTS = re.compile(r"[()\[\]/,&]|\bor\b|\band\b", re.IGNORECASE)
_NAME_OF = re.compile(r"^(?:full )?names? of (?:the )?")


def ready(tables: Mapping[str, pd.DataFrame]) -> Iterator[tuple[Table, pd.DataFrame]]:
    """Return each table with its declaration, its columns called apart and none to be mistaken.

    A further column whose header reads like a column of the vocabulary that is not there would be read as
    that column: an empty column of the vocabulary's own name is put before it, and keeps it off.
    """
    for name, frame in tables.items():
        table = TABLE[name]
        apart = frame.set_axis(_apart(frame.columns), axis=1)
        yield table, apart.reindex(columns=_kept_off(table, list(apart.columns))).astype("object")


def declared(table: Table, header: str) -> Column | None:
    """Return the column of the vocabulary that has this name, or None for a further column."""
    return table.by_name.get(header)


def cells(frame: pd.DataFrame, column: str) -> list[str | None]:
    """Return the texts of one column from the top down, None where a cell is empty."""
    return [None if pd.isna(cell) or cell == "" else str(cell) for cell in frame[column].tolist()]


def values(table: Table, frame: pd.DataFrame, header: str) -> list[Value | None]:
    """Return the cells of one column as numbers, flags and lists of names, where that loses nothing."""
    column = declared(table, header)
    return [None if text is None else value_of(text, column) for text in cells(frame, header)]


def _apart(headers: Iterable[Hashable]) -> list[str]:
    """Return the headers as text of which no two are the same and none is empty."""
    taken: dict[str, str] = {}
    for number, header in enumerate(headers, start=1):
        name = str(header).strip() or f"column {number}"
        choices = (name, *(f"{name} ({count})" for count in range(2, number + 2)))
        free = next(one for one in choices if one.casefold() not in taken)
        taken[free.casefold()] = free
    return list(taken.values())


def _kept_off(table: Table, headers: list[str]) -> list[str]:
    """Return the headers in order, the vocabulary's first, with those that keep further columns off."""
    known = table.headers()
    further = [header for header in headers if header not in table.by_name]
    claimed = {known[form] for header in further for form in _forms(header) if form in known}
    own = [name for name in table.names if name in headers or name in claimed]
    return [*own, *further]


def _forms(header: str) -> Iterator[str]:
    """Return what a header may be read as: its parts, in the singular, without "name of" or a last word."""
    for part in (header, *_PARTS.split(header)):
        whole = _NAME_OF.sub("", normal_header(part))
        for form in (normal_header(part), whole, whole.rpartition(" ")[0]):
            yield from (form, form.removesuffix("s"), re.sub(r"ies$", "y", form))
