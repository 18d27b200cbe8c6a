"""Records whose cells stand under names and not under letters: no layout to find out, no lines to fill."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from orgmap.errors import Problem, Severity
from orgmap.model.raw import RawTable, Source
from orgmap.read.grid import Grid, Row
from orgmap.read.headers import read_header
from orgmap.read.own import called_after, missing_columns
from orgmap.read.sheet import Sheet, sheet_of
from orgmap.vocabulary import TABLE, TABLES, Table

_KNOWN = f"The tables are {', '.join(table.name for table in TABLES)}."


def grid_of(place: str, name: str, columns: Sequence[str], records: Iterable[Row]) -> Grid:
    """Return a grid whose first record is row 1."""
    return Grid(place, name, [list(columns), *records], first_row=0)


def source_of_records(name: str, grids: Sequence[Grid], problems: Iterable[Problem], form: str) -> Source:
    """Return the tables of grids made by `grid_of`; one alone, called after no table, is of seats."""
    tables: dict[str, RawTable] = {}
    told = list(problems)
    for grid in grids:
        table = called_after(grid) or ("seats" if len(grids) == 1 else None)
        if table is None:
            told.append(_fault(grid, "this is not a table that orgmap knows, so it is not used.", "warning"))
        elif table in tables:
            said = f"{tables[table].place} is already read as {table}, so this is not used."
            told.append(_fault(grid, said, "error"))
        else:
            tables[table], found = _raw(sheet_of(grid), TABLE[table])
            told += found
    return Source(
        name, {one.name: tables[one.name] for one in TABLES if one.name in tables}, tuple(told), form
    )


def _fault(grid: Grid, message: str, severity: Severity) -> Problem:
    return Problem(grid.place, None, None, None, message, _KNOWN, severity)


def _raw(sheet: Sheet, table: Table) -> tuple[RawTable, list[Problem]]:
    data = sheet.cells.iloc[1:]
    used = [int(place) for place in data.columns[data.notna().any()]]
    header = read_header(sheet, table, sheet.texts(0), used)
    frame = data[list(header.places.values())].set_axis(list(header.places), axis=1)
    frame = frame.loc[frame.notna().any(axis=1)] if len(frame.columns) else frame.iloc[:0]
    extra = data.loc[frame.index, list(header.others)].set_axis(list(header.others.values()), axis=1)
    shown = {column: _without_letter(label) for column, label in header.shown.items()}
    unused = tuple(map(_without_letter, header.unused))
    raw = RawTable(table.name, sheet.place, frame, shown, unused, extra.loc[:, extra.notna().any()])
    problems = [replace(one, column=_without_letter(one.column or "")) for one in header.problems]
    return raw, [*problems, *missing_columns(raw, table)]


def _without_letter(label: str) -> str:
    """Return the header alone: "A (body)" is "body"."""
    return label.partition(" (")[2].removesuffix(")")
