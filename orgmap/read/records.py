"""Rows gathered one by one from records of any form, made into raw tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas as pd

from orgmap.matching import normal
from orgmap.model.raw import RawTable
from orgmap.read.grid import clean
from orgmap.vocabulary import NOT_PEOPLE, TABLE, TABLES, VACANT

Cells = Mapping[str, str | None]


class Rows:
    """The rows of one table: `place` is what its owner calls it, `headers` what its columns are called."""

    def __init__(self, name: str, place: str, headers: Mapping[str, str] | None = None) -> None:
        self.name = name
        self.place = place
        self._headers = dict(headers or {})
        self._cells: list[tuple[int, dict[str, str]]] = []
        self._extra: dict[int, dict[str, str]] = {}

    def __len__(self) -> int:
        return len(self._cells)

    def add(self, row: int, cells: Cells, extra: Cells | None = None, place: int | None = None) -> None:
        """Add one row that stands in a row of the file; `extra` are its cells under further headers.

        It comes last, or at a place among the others.
        """
        self._cells.insert(len(self) if place is None else place, (row, _filled(cells)))
        if more := _filled(extra or {}):
            self._extra.setdefault(row, {}).update(more)

    def table(self) -> RawTable:
        """Return the table: the columns that hold anything or are required, in the vocabulary's order."""
        held = {column for _, cells in self._cells for column in cells}
        columns = [
            column.name for column in TABLE[self.name].columns if column.required or column.name in held
        ]
        frame = pd.DataFrame(
            {column: [cells.get(column) for _, cells in self._cells] for column in columns},
            index=pd.Index([row for row, _ in self._cells], dtype="int64", name="row"),
            columns=columns,
            dtype="object",
        )
        headers = {column: self._headers.get(column, column) for column in columns}
        extra = self._further()
        return RawTable(self.name, self.place, frame, headers, tuple(extra.columns), extra)

    def _further(self) -> pd.DataFrame:
        headers = list(dict.fromkeys(header for cells in self._extra.values() for header in cells))
        rows = sorted(self._extra)
        return pd.DataFrame(
            {header: [self._extra[row].get(header) for row in rows] for header in headers},
            index=pd.Index(rows, dtype="int64", name="row"),
            columns=headers,
            dtype="object",
        )


def tables_with_rows(tables: Iterable[Rows]) -> dict[str, RawTable]:
    """Return the raw tables of those that have rows, by name, in the order of the vocabulary."""
    full = {rows.name: rows.table() for rows in tables if len(rows)}
    return {table.name: full[table.name] for table in TABLES if table.name in full}


def plain(value: object) -> str | None:
    """Return a value of a record as the text of a cell; None for nothing, a list or an object."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, str | int | float):
        return clean(str(value))
    return None


def _filled(cells: Cells) -> dict[str, str]:
    return {column: text for column, text in cells.items() if text is not None}


def stands_for_nobody(name: str) -> bool:
    """Tell whether a name says that there is nobody, or that it is not known who."""
    return normal(name) in VACANT | NOT_PEOPLE
