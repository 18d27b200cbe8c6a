"""Sheets and CSV files read as the form that their content shows."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from orgmap.errors import Problem
from orgmap.matching import normal
from orgmap.model.raw import RawTable, Source
from orgmap.model.wording import listing
from orgmap.read.boards import BodyList, bodies_of, list_of, read_lists
from orgmap.read.body_tables import read_as_bodies
from orgmap.read.grid import Grid
from orgmap.read.joining import joined_tables
from orgmap.read.layout import header_position, shortened
from orgmap.read.own import Tables, tables_of_sheets
from orgmap.read.sheet import Sheet
from orgmap.read.sorting import Kind, Sorted, is_read_as_bodies, sorted_sheets
from orgmap.read.titles import list_titles
from orgmap.read.versions import next_best, read_seats, read_with, seat_sheets
from orgmap.vocabulary import TABLE, TABLES

SEATS = TABLE["seats"]
ONE_GRID = ("matrix", "matrix-bodies-down", "edges")
NOT_A_TABLE = "this is not a table that orgmap knows, so it is not used."
NO_LIST = "orgmap finds no list of who sits on what."
NEEDED = (
    "It needs a row for each seat, with a column body and one of person, post or organisation; "
    "or a sheet for each body, or a matrix."
)


def source_of(name: str, grids: Sequence[Grid], form: str | None, problems: Sequence[Problem] = ()) -> Source:
    """Return the raw tables that grids hold, read as a form, or as what their content shows.

    Raises:
        SourceInvalid: the form is given, and the grids are not of it.
    """
    full = [grid for grid in grids if any(any(row) for row in grid.rows)]
    if network := _network(name, full, form):
        return replace(network, problems=(*problems, *network.problems))
    sheets = sorted_sheets(grids)
    source = _of_sheets(name, sheets, form)
    lists = [one.layout for one in sheets if one.kind in ("seats", "list") and one.layout]
    return replace(source, problems=(*problems, *source.problems), titles=list_titles(lists))


def _network(name: str, grids: Sequence[Grid], form: str | None) -> Source | None:
    """Return the grids as a network file, where they are asked for or show that they are one."""
    if form not in (None, "kumu", "gephi"):
        return None
    from orgmap.read.networks import grids as networks

    found = "kumu" if form == "kumu" else "gephi" if form == "gephi" else networks.form_of(grids)
    return networks.source(name, grids, found) if found else None


def _of_sheets(name: str, sheets: Sequence[Sorted], form: str | None) -> Source:
    if form in ONE_GRID:
        return _one_grid(name, sheets, [one for one in sheets if one.kind not in ("table", "empty")], form)
    if form == "boards":
        return _boards(name, sheets, _every_list(sheets, name))
    if form is not None or _of(sheets, "seats"):
        return _own(name, sheets)
    lists = [one.layout for one in _of(sheets, "list") if one.layout]
    ties = _of(sheets, "matrix") or _of(sheets, "edges")
    known, _ = bodies_of(lists, name, strict=len(lists) == 1 or bool(ties))
    if known:
        return _boards(name, sheets, known)
    return _one_grid(name, sheets, ties) if ties else _nothing(name, sheets)


def _of(sheets: Iterable[Sorted], kind: Kind) -> list[Sorted]:
    return [one for one in sheets if one.kind == kind]


def _tables(sheets: Sequence[Sorted]) -> tuple[Tables, list[Problem]]:
    """Return the tables of sheets that are called after one, seats aside."""
    named: dict[str, list[Sheet]] = {}
    for one in _of(sheets, "table"):
        named.setdefault(str(one.table), []).append(one.sheet)
    tables, problems = tables_of_sheets(named)
    return tables, [*(read_as_bodies(one.sheet) for one in sheets if is_read_as_bodies(one)), *problems]


def _in_order(tables: Tables) -> Tables:
    return {table.name: tables[table.name] for table in TABLES if table.name in tables}


def _left_over(sheets: Iterable[Sorted], places: Collection[str]) -> list[Problem]:
    """Say of each sheet that is neither at one of the places nor empty that it is not used."""
    rest = [one for one in sheets if one.kind not in ("table", "empty") and one.sheet.place not in places]
    return [replace(one.why, severity="warning") if one.why else _not_used(one.sheet) for one in rest]


def _not_used(sheet: Sheet) -> Problem:
    hint = f"The tables are {', '.join(table.name for table in TABLES)}."
    return Problem(sheet.place, None, None, None, NOT_A_TABLE, hint, "warning")


def _own(name: str, sheets: Sequence[Sorted]) -> Source:
    """Return orgmap's own tables, with the members of bodies that have a sheet of their own besides."""
    tables, problems = _tables(sheets)
    chosen, found = seat_sheets(sheets)
    reading, used = "", [*(one.sheet.place for one in chosen), *(problem.table for problem in found)]
    problems += found
    if chosen:
        read = [read_seats(one) for one in chosen]
        problems += [problem for _, some in read for problem in some]
        problems += [_headers(one) for one in chosen if one.layout and not one.layout.header.places]
        problems += [read_with(one.sheet, chosen[0].sheet) for one in chosen[1:]]
        seats = joined_tables([raw for raw, _ in read])
        lists, found = _lists_beside(name, sheets, seats)
        problems += found
        used += [*(one.layout.sheet.place for one in lists), *(problem.table for problem in found)]
        if lists:
            more, found, reading = read_lists(lists)
            problems, seats = [*problems, *found], joined_tables([seats, more])
            reading = f"tables, with {reading}"
        tables["seats"] = seats
    return Source(name, _in_order(tables), (*problems, *_left_over(sheets, used)), "csv", reading)


def _lists_beside(
    name: str, sheets: Sequence[Sorted], seats: RawTable
) -> tuple[list[BodyList], list[Problem]]:
    """Return the lists of bodies that the seats do not have, and a warning of each that they have."""
    layouts = [one.layout for one in _of(sheets, "list") if one.layout and one.table is None]
    lists, _ = bodies_of(layouts, name, strict=True)
    listed = (
        {normal(text) for text in seats.frame["body"].dropna().unique()} if "body" in seats.frame else set()
    )
    known = [one for one in lists if normal(one.body or "") in listed]
    return [one for one in lists if one not in known], [_listed(one, seats) for one in known]


def _listed(one: BodyList, seats: RawTable) -> Problem:
    message = f"“{shortened(one.body or '')}” is listed in {seats.place} already; only that list is read."
    hint = "Delete its rows there if this sheet is the one to go by."
    return Problem(one.layout.sheet.place, None, None, None, message, hint, "warning")


def _every_list(sheets: Sequence[Sorted], name: str) -> list[BodyList]:
    """Return every sheet that is not called after another table as a list of members."""
    rest = [one for one in sheets if one.kind not in ("table", "empty")]
    layouts = [list_of(one.layout) or one.layout for one in rest if one.layout]
    return bodies_of(layouts, name, named=True)[0]


def _boards(name: str, sheets: Sequence[Sorted], lists: Sequence[BodyList]) -> Source:
    """Return the members of the bodies that have a sheet each."""
    if not lists:
        return _nothing(name, sheets)
    tables, problems = _tables(sheets)
    tables["seats"], found, reading = read_lists(lists)
    rest = _left_over(sheets, [one.layout.sheet.place for one in lists])
    return Source(name, _in_order(tables), (*problems, *found, *rest), "boards", reading)


def _one_grid(name: str, sheets: Sequence[Sorted], ties: Sequence[Sorted], form: str | None = None) -> Source:
    """Return the first of some sheets read as a matrix or as ties, with the tables beside it."""
    if not ties:
        return _nothing(name, sheets)
    first = ties[0].sheet
    source = _ties(name, first.grid, form or ties[0].kind)
    tables, problems = _tables(sheets)
    said = (*source.problems, *problems, *_left_over(sheets, [first.place]))
    return replace(source, tables=_in_order({**source.tables, **tables}), problems=said)


def _ties(name: str, grid: Grid, form: str) -> Source:
    if form == "edges":
        from orgmap.read import edges

        return edges.source(name, grid)
    from orgmap.read import matrix

    return matrix.source(name, grid, None if form == "matrix" else form)


def _nothing(name: str, sheets: Sequence[Sorted]) -> Source:
    """Return the tables there are, with why there are no seats."""
    refused = [one for one in sheets if one.why]
    if refused:
        tables, problems = _tables(sheets)
        whys = [one.why for one in refused if one.why]
        rest = _left_over(sheets, [one.sheet.place for one in refused])
        return Source(name, tables, (*whys, *problems, *rest))
    if next_best(sheets):
        return _own(name, sheets)
    source = _own(name, sheets)
    others = [one.sheet for one in sheets if one.kind not in ("table", "empty")]
    if not others:
        return source
    seen = f" {listing([_seen(sheet) for sheet in others], 4)}."
    said = Problem(name, None, None, None, NO_LIST + seen, NEEDED)
    return replace(source, problems=(*source.problems, said))


def _headers(one: Sorted) -> Problem:
    return Problem(one.sheet.place, None, None, None, f"{_seen(one.sheet)}.", "", "note")


def _seen(sheet: Sheet) -> str:
    """Return what the header of a sheet says, in words."""
    position = header_position(sheet, SEATS)
    header = [] if position is None else [shortened(text) for text in sheet.texts(position) if text]
    return f"{sheet.place} has the headers {', '.join(header[:8])}{', ...' if len(header) > 8 else ''}"
