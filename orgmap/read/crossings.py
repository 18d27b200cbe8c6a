"""The rows and cells of a matrix: whom each row names, what else it says, and every cell under a heading."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from orgmap.errors import Problem, Severity
from orgmap.matching import normal
from orgmap.model.wording import listing, plural, verb
from orgmap.read.column import cell_of, is_total
from orgmap.read.grid import Grid, Row, column_letter
from orgmap.read.shape import Shape
from orgmap.read.ties import name_in, number, one_line

FOOTERS = ("key", "note", "notes", "source", "legend", "sources")


@dataclass(frozen=True)
class Crossing:
    """A cell with something in it: its row and column, as places in the grid, and the names they are of."""

    row: int
    column: int
    down: str
    across: str
    text: str


@dataclass
class Crossings:
    """What a matrix holds, before it is known what its names are of.

    `down` gives, for each name of a row, the first row that has it and what its further columns say, by
    place; `across` the column of each heading.
    """

    grid: Grid
    shape: Shape
    down: dict[str, tuple[int, Mapping[int, str]]] = field(default_factory=dict)
    across: dict[str, int] = field(default_factory=dict)
    cells: list[Crossing] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def row(self, place: int) -> int:
        """Return a row as the file counts it."""
        return self.grid.first_row + place

    def header(self, place: int) -> str:
        """Return the heading of a column, empty where there is none."""
        return one_line(cell_of(self.grid.rows[self.shape.heading], place))

    def label(self, place: int) -> str:
        """Return a column as it is shown: its letter, and its heading in brackets."""
        header = self.header(place)
        return column_letter(self.grid.first_column + place) + (f" ({header})" if header else "")

    def say(
        self,
        severity: Severity,
        message: str,
        hint: str = "",
        at: tuple[int | None, int | None] = (None, None),
    ) -> None:
        """Add a problem, at a row and a column given as places."""
        row, column = at
        value = None if row is None or column is None else cell_of(self.grid.rows[row], column)
        self.problems.append(
            Problem(
                self.grid.place, None if row is None else self.row(row),
                None if column is None else self.label(column), value, message, hint, severity,
            )
        )  # fmt: skip


def crossings_of(grid: Grid, shape: Shape) -> Crossings:
    """Return the names and cells of a matrix; what is left out is said."""
    found = Crossings(grid, shape)
    same = _headings(found)
    rows = _unmerged(grid, (*shape.names.places, *shape.facts))
    first: dict[str, str] = {}
    for place, name in _named_rows(found, rows):
        known = first.setdefault(normal(name), name)
        if known in found.down:
            _say_twice(found, place, known)
        facts = {column: text for column in shape.facts if (text := cell_of(rows[place], column))}
        row, before = found.down.get(known, (place, {}))
        found.down[known] = row, {**facts, **before}
        found.cells += [
            Crossing(place, column, known, same[column], text)
            for column in shape.across
            if (text := cell_of(rows[place], column))
        ]
    return found


def _headings(found: Crossings) -> dict[int, str]:
    """Return the name that each column is of; columns whose headings are alike are of one name."""
    first: dict[str, str] = {}
    same = {}
    for place in found.shape.across:
        name = found.header(place)
        same[place] = first.setdefault(normal(name), name)
        if same[place] in found.across:
            other = found.label(found.across[same[place]])
            message = f"column {other} has the same heading; both are read as one."
            found.say("warning", message, "Give them different headings.", (found.shape.heading, place))
        found.across.setdefault(same[place], place)
    for place in found.shape.nameless:
        hint = "Write in the heading what the column stands for."
        found.say("warning", "the column has no heading, so its marks are not read.", hint, (None, place))
    _say_left_out(found, [found.label(place) for place in found.shape.totals], "column")
    return same


def _named_rows(found: Crossings, rows: Sequence[Row]) -> Iterator[tuple[int, str]]:
    """Yield each row that names somebody; sums, repeated headings and lines below the matrix are left out."""
    shape = found.shape
    totals, again = [], []
    heading = _cells(rows[shape.heading], shape)
    for place in range(shape.heading + 1, len(rows)):
        name = name_in(" ".join(cell_of(rows[place], column) for column in shape.names.places))
        cells = [cell for cell in _cells(rows[place], shape) if cell]
        if cells and cells == [cell for cell in heading if cell]:
            again.append(str(found.row(place)))
        elif _sums(name, cells):
            totals.append(str(found.row(place)))
        elif name and not (_is_footer(name) and not cells):
            yield place, name
        elif name or cells:
            _say_unnamed(found, place, name)
    _say_left_out(found, totals, "row")
    _say_left_out(found, again, "row", "repeats the headings")


def _cells(row: Row, shape: Shape) -> list[str]:
    return [cell_of(row, column) for column in shape.across]


def _sums(name: str, cells: Sequence[str]) -> bool:
    """Tell whether a row is one of sums: called so, or without a name and with a number above 1."""
    values = [number(cell) for cell in cells]
    if None in values:
        return False
    return is_total(name) or (not name and any(value and value > 1 for value in values))


def _is_footer(name: str) -> bool:
    first, mark, _ = name.partition(":")
    return name.startswith(("*", "©")) or (bool(mark) and normal(first) in FOOTERS)


def _say_unnamed(found: Crossings, place: int, name: str) -> None:
    column = found.shape.names.places[0]
    if name:
        found.say("note", "the line is no part of the matrix; it is left out.", at=(place, column))
    else:
        message = "the row has marks but no name, so they are not read."
        found.say("warning", message, "Write whose row it is, or clear it.", (place, column))


def _say_twice(found: Crossings, place: int, name: str) -> None:
    message = f"“{name}” stands already in row {found.row(found.down[name][0])}; both rows are read as one."
    hint = "If they are not the same, add something that tells them apart."
    found.say("warning", message, hint, (place, found.shape.names.places[0]))


def _say_left_out(found: Crossings, places: Sequence[str], what: str, why: str = "") -> None:
    if places:
        reason = why or f"{verb('holds', len(places))} sums"
        said = f"{plural(what, len(places))} {listing(places)} {reason}"
        found.say("note", f"{said}, and {verb('is', len(places))} left out.")


def _unmerged(grid: Grid, columns: Sequence[int]) -> Sequence[Row]:
    """Return the rows with the text of a merged cell in all the rows that it spans, in these columns."""
    rows: list[Row] = list(grid.rows)
    for top, left, bottom, _ in grid.merged:
        if left in columns and top < len(rows):
            for place in range(top + 1, min(bottom + 1, len(rows))):
                rows[place] = _with_cell(rows[place], left, cell_of(rows[top], left))
    return rows


def _with_cell(row: Row, place: int, text: str) -> Row:
    cells = list(row) + [None] * (place + 1 - len(row))
    cells[place] = text
    return cells
