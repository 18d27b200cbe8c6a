"""What each sheet is: a table, seats, the members of one body, a matrix, ties, or none of these."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from orgmap.errors import Problem
from orgmap.read.boards import list_of
from orgmap.read.body_tables import BODIES, lists_bodies
from orgmap.read.dashes import seats_of_lines
from orgmap.read.grid import Grid
from orgmap.read.headers import column_of
from orgmap.read.layout import Layout, laid_out
from orgmap.read.own import by_synonym, called_after
from orgmap.read.refusals import refusal
from orgmap.read.sheet import Sheet, sheet_of
from orgmap.vocabulary import TABLE

Kind = Literal["table", "empty", "seats", "refused", "list", "matrix", "edges", "other"]
HOLDERS = frozenset(("person", "post", "organisation", "on_behalf_of", "status"))


@dataclass(frozen=True)
class Sorted:
    """A sheet and its kind; `table` is what it is called after, `why` says why it is refused."""

    sheet: Sheet
    kind: Kind
    table: str | None = None
    layout: Layout | None = None
    why: Problem | None = None


def sorted_sheets(grids: Sequence[Grid]) -> list[Sorted]:
    """Return every sheet with its kind; those with a table's own name before those with a synonym."""
    ranked = sorted(grids, key=by_synonym)
    return _one_of_bodies([_sorted(sheet_of(grid)) for grid in ranked])


def _one_of_bodies(sheets: Sequence[Sorted]) -> list[Sorted]:
    """Return the sheets, of which none is read as bodies only by what it holds if another one is of them."""
    guessed = [one.sheet.place for one in sheets if is_read_as_bodies(one)]
    known = any(one.table == BODIES.name for one in sheets if not is_read_as_bodies(one))
    passed_over = guessed if known else guessed[1:]
    return [replace(one, kind="other") if one.sheet.place in passed_over else one for one in sheets]


def is_read_as_bodies(one: Sorted) -> bool:
    """Tell whether a sheet is the table of bodies by what it holds, and not by its name."""
    return one.kind == "table" and one.table == BODIES.name and called_after(one.sheet.grid) is None


def _sorted(sheet: Sheet) -> Sorted:
    table = _table_of(sheet)
    other = table not in (None, "seats")
    layout = laid_out(sheet, TABLE["seats"])
    if layout is None:
        return Sorted(sheet, "table" if other else "empty", table)
    header = [text for text in sheet.texts(layout.position) if text]
    if other and not _is_rather_seats(header, str(table)):
        return Sorted(sheet, "table", table)
    if table is None and lists_bodies(layout):
        return Sorted(sheet, "table", BODIES.name)
    columns = {column for text in header if (column := column_of(text, "seats"))}
    sure = bool(columns) and 2 * len(columns) >= len(header)
    marked = _bodies_are_marks(layout)
    if "body" in columns and columns & HOLDERS and not marked and (sure or not _is_matrix(sheet)):
        return Sorted(sheet, "seats", table if table == "seats" else None, layout)
    sure = sure and not marked
    return _by_content(layout, table, sure=sure)


def _table_of(sheet: Sheet) -> str | None:
    """Return the table that a sheet is called after; one called Names may hold a list of members."""
    table = called_after(sheet.grid)
    if table != "names":
        return table
    layout = laid_out(sheet, TABLE["names"])
    return table if layout is None or "also_known_as" in layout.header.places else None


def _is_rather_seats(header: Sequence[str], table: str) -> bool:
    """Tell whether a sheet called Partnerships, say, lists who sits on them and not the partnerships."""
    own, seats = ({column_of(text, name) for text in header} - {None} for name in (table, "seats"))
    return table in ("bodies", "organisations") and {"body", "person"} <= seats and len(seats) > len(own)


def _by_content(layout: Layout, table: str | None, *, sure: bool) -> Sorted:
    """Return the kind of a sheet that has no column for the body; `sure` if its header is one of seats."""
    sheet = layout.sheet
    if why := refusal(layout):
        return Sorted(sheet, "refused", table, layout, why)
    if not sure and _is_matrix(sheet):
        return Sorted(sheet, "matrix", table, layout)
    if layout.header.places and not sure and _is_edges(sheet):
        return Sorted(sheet, "edges", table, layout)
    if lines := seats_of_lines(layout):
        return Sorted(sheet, "seats", table if table == "seats" else None, lines)
    if listed := list_of(layout):
        return Sorted(sheet, "list", table, listed)
    return Sorted(sheet, "edges" if _is_edges(sheet) else "other", table, layout)


def _bodies_are_marks(layout: Layout) -> bool:
    """Tell whether all cells under "Board" or "Forum" are marks: it is the body's own name then."""
    from orgmap.read.marks import mark_of

    place = layout.header.places.get("body")
    texts = [] if place is None else layout.data[place].dropna().unique().tolist()[:20]
    return len(texts) > 0 and all(mark_of(text) for text in texts)


def _is_matrix(sheet: Sheet) -> bool:
    from orgmap.read.matrix import is_matrix

    return is_matrix(sheet.grid)


def _is_edges(sheet: Sheet) -> bool:
    from orgmap.read.edges import is_edges

    return is_edges(sheet.grid)
