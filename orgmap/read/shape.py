"""Where in a grid the headings, the names, the marks and the totals of a matrix stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from orgmap.read.column import Column, cell_of, is_mark, is_total
from orgmap.read.grid import Row
from orgmap.read.guesses import looks_like_body, looks_like_organisation, looks_like_person, share
from orgmap.read.marks import SEAT, mark_of
from orgmap.read.ties import name_in, number
from orgmap.vocabulary import normal_header

TOP = 15
"""Headings stand at most this far below the first row."""
SAMPLE = 150
DIFFERENT = 0.6
FORENAMES = frozenset(("first name", "forename", "forenames", "given name", "firstname", "first names"))
SURNAMES = frozenset(("last name", "surname", "family name", "lastname", "second name"))


class Names(NamedTuple):
    """The columns that name the rows, side by side: one, or a forename and a surname; and what they name."""

    places: tuple[int, ...]
    column: str | None


@dataclass(frozen=True)
class Shape:
    """A matrix in a grid, everything as places from 0.

    `heading` is the row of the headings; `across` the columns with marks, or with names, beneath a heading;
    `facts` the columns that say more of each row; `totals` the columns of sums; `nameless` the columns with
    marks and no heading. `named` is true where the cells hold names instead of marks; `weight` is how many
    marks or names a first look found.
    """

    heading: int
    names: Names
    across: tuple[int, ...]
    facts: tuple[int, ...]
    totals: tuple[int, ...]
    nameless: tuple[int, ...]
    weight: int
    named: bool = False


def shape_of(rows: Sequence[Row]) -> Shape | None:
    """Return where the parts of a matrix stand in these rows, or None where they hold none."""
    sample = rows[: TOP + SAMPLE]
    shapes = [_shape_below(sample, place) for place in _heading_places(sample)]
    found = [shape for shape in shapes if shape]
    return max(
        found, key=lambda shape: (shape.weight, _headings(sample, shape), -shape.heading), default=None
    )


def _headings(rows: Sequence[Row], shape: Shape) -> int:
    """Return how many different headings stand over the marks."""
    return len({cell_of(rows[shape.heading], place) for place in shape.across})


def _heading_places(rows: Sequence[Row]) -> Iterator[int]:
    """Yield the rows that may be headings: two or more cells, mostly different, and no marks."""
    for place, row in enumerate(rows[:TOP]):
        cells = [cell for cell in (cell_of(row, at) for at in range(len(row))) if cell]
        if len(cells) > 1 and len(set(cells)) >= DIFFERENT * len(cells) and not _marked_row(cells):
            yield place


def _marked_row(cells: Sequence[str]) -> bool:
    numbers = {value for value in map(number, cells) if value is not None}
    plain = any(mark_of(cell) == SEAT and number(cell) is None for cell in cells)
    return plain or (share(cells[1:], is_mark) > 0.5 and len(numbers) < 3)


def _shape_below(rows: Sequence[Row], heading: int) -> Shape | None:
    columns = [column for column in _columns(rows, heading) if column.header or column.cells]
    first = next((column.place for column in columns if _has_marks(column)), None)
    shape = _marked_shape(columns, heading, first) if first is not None else None
    return shape or _named_shape(columns, heading)


def _columns(rows: Sequence[Row], heading: int) -> Iterator[Column]:
    below = rows[heading + 1 :]
    width = max((len(row) for row in rows[heading:]), default=0)
    for place in range(width):
        cells = tuple(cell for cell in (cell_of(row, place) for row in below) if cell)
        yield Column(place, name_in(cell_of(rows[heading], place)), cells)


def _has_marks(column: Column) -> bool:
    """Tell whether a column may be one of a body: marks beneath, and no header of something else."""
    if not column.cells or not column.marked or column.says_more or is_total(column.header):
        return False
    return column.weight > 0 and not column.counts_rows


def _marked_shape(columns: Sequence[Column], heading: int, first: int) -> Shape | None:
    names = _names_in([column for column in columns if column.place < first])
    if names is None:
        return None
    rest = [column for column in columns if column.place not in names.places]
    totals = [column for column in rest if is_total(column.header)]
    across = [column for column in rest if _may_be_across(column, first)]
    return Shape(
        heading, names,
        _places(column for column in across if column.header),
        _places(column for column in rest if column not in across and column not in totals),
        _places(totals),
        _places(column for column in across if not column.header),
        sum(column.weight for column in across if column.header),
    )  # fmt: skip


def _may_be_across(column: Column, first: int) -> bool:
    if column.place < first or column.says_more or is_total(column.header):
        return False
    return column.marked


def _places(columns: Iterable[Column]) -> tuple[int, ...]:
    return tuple(column.place for column in columns)


def _names_in(columns: Sequence[Column]) -> Names | None:
    """Return which of the columns left of the marks name the rows, titles first."""
    titles = [column for column in columns if column.holds_titles]
    rest = [column for column in columns if column not in titles]
    names = _forename_and_surname(rest) or _best_name(rest)
    if names is None or not titles:
        return names
    return Names((titles[0].place, *names.places), names.column)


def _forename_and_surname(columns: Sequence[Column]) -> Names | None:
    found = [_headed(columns, headers) for headers in (FORENAMES, SURNAMES)]
    places = tuple(place for place in found if place is not None)
    return Names(places, "person") if len(places) == len(found) else None


def _headed(columns: Sequence[Column], headers: frozenset[str]) -> int | None:
    return next((column.place for column in columns if normal_header(column.header) in headers), None)


def _best_name(columns: Sequence[Column]) -> Names | None:
    filled = [column for column in columns if column.cells and _may_name(column)]
    able = [column for column in filled if not column.counts_rows] or filled
    if not able:
        return None
    best = max(able, key=lambda column: (_rank(column), _distinct(column), -column.place))
    return Names((best.place,), best.named_by)


def _may_name(column: Column) -> bool:
    return not column.says_more or column.named_by is not None or column.known == {"area"}


def _rank(column: Column) -> int:
    """Return how surely a column names the rows: a column of people before one of what they belong to."""
    return {"person": 2, "organisation": 0}.get(column.named_by or "", 1)


def _distinct(column: Column) -> float:
    return round(len(set(column.cells)) / len(column.cells), 1)


def _named_shape(columns: Sequence[Column], heading: int) -> Shape | None:
    """Return a matrix whose cells are names: of people, or where people stand down, of organisations."""
    if len(columns) < 3 or not columns[0].cells:
        return None
    people = share(columns[0].cells, looks_like_person)
    named = looks_like_person if people < 0.3 else looks_like_organisation
    if 0.3 <= people < 0.6:
        return None
    names = Names((columns[0].place,), columns[0].named_by)
    across = [column for column in columns[1:] if _may_hold_names(column)]
    filled = [column for column in across if column.cells]
    if len(filled) < 2 or not all(_holds_names(column, named) for column in filled):
        return None
    facts = [column for column in columns[1:] if column not in across and not is_total(column.header)]
    weight = sum(len(column.cells) for column in across)
    return Shape(heading, names, _places(across), _places(facts), (), (), weight, named=True)


def _may_hold_names(column: Column) -> bool:
    likely = looks_like_body(column.header) or looks_like_organisation(column.header)
    return likely and not column.says_more


def _holds_names(column: Column, named: Callable[[str], bool]) -> bool:
    return share(column.cells, lambda cell: is_mark(cell) or named(cell)) >= 0.6
