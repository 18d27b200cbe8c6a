"""Sheets read as orgmap's own tables, under the vocabulary's column names."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from orgmap.errors import Problem
from orgmap.model.raw import RawTable
from orgmap.model.wording import verb
from orgmap.read.filling import with_bodies, with_continued, with_dittos
from orgmap.read.forenames import with_whole_names
from orgmap.read.grid import Grid
from orgmap.read.headings import with_headings
from orgmap.read.layout import Layout, laid_out, spans
from orgmap.read.sheet import Sheet, sheet_of
from orgmap.vocabulary import TABLE, TABLES, Column, Table, normal_header

Tables = dict[str, RawTable]
Read = tuple[RawTable, list[Problem]]


def tables_of(grids: Iterable[Grid]) -> tuple[Tables, list[Problem]]:
    """Return the raw tables of grids that are called after a table, and what is wrong with them.

    A table's own name comes before a synonym. Grids of another name are not looked at.
    """
    named: dict[str, list[Sheet]] = {}
    for grid in sorted(grids, key=by_synonym):
        if name := called_after(grid):
            named.setdefault(name, []).append(sheet_of(grid))
    return tables_of_sheets(named)


def tables_of_sheets(named: dict[str, list[Sheet]]) -> tuple[Tables, list[Problem]]:
    """Return the raw tables of sheets by table; a second sheet that holds anything is an error."""
    tables: Tables = {}
    problems: list[Problem] = []
    for name, sheets in named.items():
        full = [sheet for sheet in sheets if sheet.filled.any()]
        first, *more = full or sheets[:1]
        tables[name], found = read_table(first, TABLE[name])
        problems += [*found, *(_second_table(sheet, first, name) for sheet in more)]
    return {table.name: tables[table.name] for table in TABLES if table.name in tables}, problems


def by_synonym(grid: Grid) -> bool:
    """Tell whether a grid is not called by a table's own name."""
    return normal_header(grid.name) != normal_header(called_after(grid) or "")


def called_after(grid: Grid) -> str | None:
    """Return the table that a grid is called after, or None."""
    name = normal_header(grid.name)
    return next((table.name for table in TABLES if name in _names(table)), None)


def _names(table: Table) -> set[str]:
    return {normal_header(name) for name in (table.name, *table.synonyms)}


def _second_table(sheet: Sheet, first: Sheet, name: str) -> Problem:
    return Problem(
        sheet.place, None, None, None, f"{first.place} is already read as {name}, so this is not used.",
        "Put all rows in one of them.",
    )  # fmt: skip


def read_table(sheet: Sheet, table: Table) -> Read:
    """Return a sheet as a raw table, and what is wrong with its headers or was done with its rows."""
    layout = laid_out(sheet, table)
    if layout is None:
        empty = pd.DataFrame(index=pd.Index([], dtype="int64", name="row"))
        return RawTable(table.name, sheet.place, empty, {}), []
    return whole_table(layout, table)


def whole_table(layout: Layout, table: Table) -> Read:
    """Return the rows of a layout as a raw table, with an error for each required column that it lacks."""
    raw, problems = table_of(layout, table)
    return raw, [*problems, *missing_columns(raw, table)]


def table_of(layout: Layout, table: Table, body: str | None = None) -> Read:
    """Return the rows of a layout as a raw table; `body` is whose list of seats it is, if known."""
    layout, problems = with_whole_names(layout, table)
    places = layout.header.places
    frame = layout.data[list(places.values())].set_axis(list(places), axis=1)
    extra = _extra(layout)
    if table.name == "seats":
        frame, heading, found = _seats(layout, frame, body)
        extra = _with_heading(extra, heading)
        problems += found
    frame = frame.loc[frame.notna().any(axis=1)] if len(frame.columns) else frame.iloc[:0]
    shown, unused = layout.header.shown, layout.header.unused
    raw = RawTable(table.name, layout.sheet.place, frame, shown, unused, _of_rows(extra, frame))
    return raw, [*layout.header.problems, *layout.problems, *problems, *_only_extra(layout, table)]


def _seats(
    layout: Layout, frame: pd.DataFrame, body: str | None
) -> tuple[pd.DataFrame, pd.Series[str], list[Problem]]:
    """Return seats with what stands on lines of its own or is left blank, the headings, and what was done."""
    place, problems = layout.sheet.place, []
    frame, found = with_dittos(place, frame)
    problems += found
    headed = with_headings(layout, frame, body)
    frame = headed.frame
    problems += headed.problems
    frame, found = with_bodies(place, frame, layout.sheet.merged_rows(layout.header.places.get("body")))
    problems += found
    frame, found = with_continued(place, frame)
    problems += found
    if body is not None:
        own = frame["body"] if "body" in frame else pd.Series(None, index=frame.index, dtype="object")
        frame = frame.assign(body=own.where(own.notna(), body))
    return frame, headed.heading, problems


def _extra(layout: Layout) -> pd.DataFrame:
    """Return the cells of the columns that are not used, under their headers as written."""
    others = layout.header.others
    return layout.data[list(others)].set_axis(list(others.values()), axis=1)


def _with_heading(extra: pd.DataFrame, heading: pd.Series[str]) -> pd.DataFrame:
    if heading.isna().all():
        return extra
    label = next(name for name in ("heading", "heading (line above)") if name not in extra.columns)
    return extra.assign(**{label: heading.reindex(extra.index)})


def _of_rows(extra: pd.DataFrame, frame: pd.DataFrame) -> pd.DataFrame:
    kept = extra[extra.index.isin(frame.index)]
    kept = kept.loc[:, kept.notna().any(axis=0)]
    return kept.where(kept.notna(), None)


def _only_extra(layout: Layout, table: Table) -> list[Problem]:
    """Say which rows hold something, but in no column that is used."""
    used = layout.data[list(layout.header.places.values())]
    rows = used.index[used.isna().all(axis=1) & layout.filled.gt(1)].tolist()
    if not rows or not len(used.columns):
        return []
    has, be = verb("has", len(rows)), verb("is", len(rows))
    message = f"{spans(rows)} {has} nothing in the columns of {table.name}, and {be} not used."
    hint = "Check whether a name is missing."
    return [Problem(layout.sheet.place, rows[0], None, None, message, hint, "warning")]


def missing_columns(raw: RawTable, table: Table) -> list[Problem]:
    """Return an error for each column that a table cannot do without and has not got."""
    present = set(raw.frame.columns) | (
        {"person"} if table.name == "people" and "name" in raw.frame.columns else set()
    )
    return [
        raw.problem(
            None, None, None,
            f"there is no column for {column.name}, which the table {table.name} cannot do without.",
            f"Give it the header {' or '.join((column.name, *column.synonyms[:3]))}."
            + _by_sheet(table, column),
        )
        for column in table.columns
        if column.required and column.name not in present
    ]  # fmt: skip


def _by_sheet(table: Table, column: Column) -> str:
    lists_one = (table.name, column.name) == ("seats", "body")
    return (
        " If it lists the members of one body, call the sheet or file by the body's name."
        if lists_one
        else ""
    )
