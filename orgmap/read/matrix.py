"""A matrix read as seats: people or organisations down and bodies across, or the other way round."""

from __future__ import annotations

from dataclasses import replace

from orgmap.errors import Problem, SourceInvalid
from orgmap.matching import normal
from orgmap.model.raw import Source
from orgmap.model.wording import counted
from orgmap.read.column import WEAK, takes_choices
from orgmap.read.crossings import Crossings, crossings_of
from orgmap.read.grid import Grid
from orgmap.read.guesses import Member, body_side, looks_like_body, member_column, share
from orgmap.read.marks import mark_of
from orgmap.read.matrix_seats import Columns, columns_of, ties_of
from orgmap.read.shape import Shape, shape_of
from orgmap.read.ties import Entity, TwoLists, source_of
from orgmap.vocabulary import TABLE, normal_header

ACROSS, DOWN = "matrix", "matrix-bodies-down"
SAMPLE = 200
SAME = 0.5
"""Where more than this part of the shorter list stands in the other too, both name the same things."""


def is_matrix(grid: Grid) -> bool:
    """Tell whether a grid is a matrix; only its first rows are looked at."""
    shape = shape_of(grid.rows)
    if shape is None or len(shape.across) < 2 or _is_list(grid, shape):
        return False
    found = crossings_of(replace(grid, rows=grid.rows[:SAMPLE]), shape)
    if shape.named:
        return True
    if _are_dates(found) or (len(found.across) == 2 and not any(map(looks_like_body, found.across))):
        return False
    marks = [mark for cell in found.cells if (mark := mark_of(cell.text))]
    return bool(found.down) and sum(mark.number for mark in marks) <= len(marks) / 2


def source(name: str, grid: Grid, form: str | None = None) -> Source:
    """Return the seats that a matrix holds.

    Bodies stand across in the form "matrix" and down in "matrix-bodies-down"; where none is given, the names
    decide, and where they do not tell, bodies stand across.

    Raises:
        SourceInvalid: it is no matrix, or one that says who is tied to whom and not who sits on what.
    """
    shape = shape_of(grid.rows)
    if shape is None or not shape.across:
        message = (
            "no matrix can be seen here: a row of headings, a column of names, and marks where they meet."
        )
        hint = "Write a body in each heading, a member in each row, and x where the member sits on the body."
        raise _refused(grid, message, hint)
    found = crossings_of(grid, shape)
    _check_modes(found)
    down = _bodies_down(found, form)
    lists = _lists(found, down)
    sizes = [counted(len(lists.members), lists.column), counted(len(lists.bodies), "body")]
    marks = counted(len({(tie.row, tie.body, tie.member) for tie in lists.ties}), "mark")
    size = f"{' x '.join(reversed(sizes) if down else sizes)}, {marks}"
    reading = f"a matrix with bodies down: {size}" if down else f"a matrix: {size}"
    return source_of(name, DOWN if down else ACROSS, reading, lists, found.problems)


def _refused(grid: Grid, message: str, hint: str) -> SourceInvalid:
    return SourceInvalid([Problem(grid.place, None, None, None, message, hint)])


def _is_list(grid: Grid, shape: Shape) -> bool:
    """Tell whether the other columns say already who sits on what, or the headings are those of a table."""
    found = Crossings(grid, shape)
    headers = TABLE["seats"].headers()
    columns = {headers.get(normal_header(found.header(at))) for at in (*shape.names.places, *shape.facts)}
    listed = "body" in columns and not columns.isdisjoint(("person", "organisation", "post"))
    return listed or share([found.header(place) for place in shape.across], takes_choices) > SAME


def _are_dates(found: Crossings) -> bool:
    """Tell whether the headings are days, as in a register of who came to which meeting."""
    return share(found.across, lambda heading: bool((mark := mark_of(heading)) and mark.dated)) > 0.5


def _check_modes(found: Crossings) -> None:
    down, across = ({normal(name) for name in names} for names in (found.down, found.across))
    shorter = min(len(down), len(across))
    if shorter > 1 and len(down & across) > SAME * shorter:
        message = (
            "the same names stand down and across, so this says who is tied to whom, not who sits on what."
        )
        raise _refused(found.grid, message, "Give a matrix with bodies one way and their members the other.")


def _bodies_down(found: Crossings, form: str | None) -> bool:
    if form is not None:
        return form == DOWN
    told = found.shape.names.column
    if told == "body" or (told is not None and not _weak(found)):
        return told == "body"
    down = body_side(list(found.down), list(found.across)) == 0
    if down:
        message = "the names down are those of bodies, so the matrix is read with bodies down."
        found.say("note", message, at=(None, found.shape.names.places[0]))
    return down


def _weak(found: Crossings) -> bool:
    return normal_header(found.header(found.shape.names.places[-1])) in WEAK


def _lists(found: Crossings, down: bool) -> TwoLists:
    column = _members(found, down)
    columns = columns_of(found, "body" if down else column)
    lines = {name: Entity(found.row(row), columns.own(more)) for name, (row, more) in found.down.items()}
    heading = found.row(found.shape.heading)
    headings = {name: Entity(heading) for name in found.across}
    return TwoLists(
        found.grid.place, column,
        *((lines, headings) if down else (headings, lines)),
        ties=ties_of(found, column, down, columns),
        headers=_headers(found, column, down, columns),
        unused=tuple(found.label(place) for place in columns.extra),
        extra=columns.extra_frame(found),
    )  # fmt: skip


def _members(found: Crossings, down: bool) -> Member:
    """Return what the members are: as their header says, or what stands beside them, or their names."""
    if down:
        return member_column(list(found.across))
    told = found.shape.names.column
    if told in ("person", "organisation") and (not _weak(found) or len(found.shape.names.places) > 1):
        return "person" if told == "person" else "organisation"
    headers = {normal_header(found.header(place)) for place in found.shape.facts}
    known = TABLE["seats"].headers()
    if any(known.get(header) in ("organisation", "post") for header in headers):
        return "person"
    return member_column(list(found.down))


def _headers(found: Crossings, column: Member, down: bool, columns: Columns) -> dict[str, str]:
    of_names = found.label(found.shape.names.places[0])
    named = {"body" if down else column: of_names}
    return named | {name: found.label(place) for place, name in columns.seats.items()}
