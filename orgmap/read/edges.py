"""A list of ties read as seats: two columns of names, who and on what, and at most little beside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import pandas as pd

from orgmap.errors import Problem, SourceInvalid
from orgmap.matching import normal
from orgmap.model.raw import Source
from orgmap.model.wording import counted
from orgmap.read.column import WEAK, cell_of
from orgmap.read.grid import Grid, Row
from orgmap.read.guesses import Member, Side, body_side, member_column, share
from orgmap.read.headers import column_of
from orgmap.read.marks import mark_of
from orgmap.read.modes import ONE_MODE
from orgmap.read.pairs import LONGEST, NAMES, Pairs, pairs_of
from orgmap.read.ties import Entity, Facts, Tie, TwoLists, name_in, number, number_facts, source_of
from orgmap.vocabulary import normal_header

SAMPLE = 300
SAME = 0.3
"""Where more than this part of the shorter column of names stands in the other too, both name one kind."""
COUNT = "seats"
SEATS = frozenset(("seats", "number of seats", "no of seats"))
"""Headers of a number that is one of seats."""


def is_edges(grid: Grid) -> bool:
    """Tell whether a grid is a list of ties and not a list of seats; only its first rows are looked at."""
    pairs = pairs_of(replace(grid, rows=grid.rows[:SAMPLE]))
    if pairs is None or len(pairs.rows) < 2:
        return False
    told = {pairs.told(place) for place in pairs.names}
    if None not in told and ("body" in told or len(told) == 2):
        return False
    return all(_is_beside(pairs, place) for place in pairs.others) and all(
        map(_short, map(pairs.names_in, pairs.names))
    )


def _short(names: list[str]) -> bool:
    return share(names, lambda name: len(name) > LONGEST or "@" in name or mark_of(name) is not None) < 0.1


def _is_beside(pairs: Pairs, place: int) -> bool:
    """Tell whether a further column may stand beside ties: numbers, or one of the columns of seats."""
    cells = [cell for _, row in pairs.rows if (cell := cell_of(row, place))]
    column = column_of(pairs.header(place), "seats")
    return share(cells, lambda cell: number(cell) is not None or mark_of(cell) is not None) > 0.9 or (
        column is not None and column not in NAMES
    )


def source(name: str, grid: Grid) -> Source:
    """Return the seats that a list of ties holds.

    The headers say which column names the bodies; else the names do; else it is the second column.

    Raises:
        SourceInvalid: it has no two columns of names, or both name things of one kind.
    """
    pairs = pairs_of(grid)
    if pairs is None:
        message = "no list of ties can be seen here: a column of those who sit, and one of what they sit on."
        hint = "Write a row for each tie: who in the first column, on what in the second."
        raise SourceInvalid([Problem(grid.place, None, None, None, message, hint)])
    _check_modes(pairs)
    side, problems = _bodies_at(pairs)
    body, member = pairs.names[side], pairs.names[1 - side]
    column = _column(pairs, member)
    meanings = {place: _meaning(pairs, place) for place in pairs.others}
    found = _Found(pairs, body, member, meanings)
    ties = list(found.ties())
    extra = [place for place, meaning in meanings.items() if meaning is None]
    lists = TwoLists(
        grid.place, column, found.entities(body, ties), found.entities(member, ties), ties,
        {"body": pairs.label(body), column: pairs.label(member)} | found.headers(),
        tuple(map(pairs.label, extra)), found.further(extra),
    )  # fmt: skip
    reading = f"a list of ties: {lists.size}, {counted(len(ties), 'tie')}"
    return source_of(name, "edges", reading, lists, [*problems, *found.problems])


def _check_modes(pairs: Pairs) -> None:
    first, second = ({normal(name) for name in pairs.names_in(place)} for place in pairs.names)
    if len(first & second) > max(1, SAME * min(len(first), len(second))):
        hint = "Give a list with the members in one column and the bodies they sit on in the other."
        raise SourceInvalid([Problem(pairs.grid.place, None, None, None, ONE_MODE, hint)])


def _bodies_at(pairs: Pairs) -> tuple[Side, list[Problem]]:
    """Return which of the two columns names the bodies; where only its place tells, that is said."""
    told = [pairs.told(place) for place in pairs.names]
    if "body" in told:
        return (0 if told[0] == "body" else 1), []
    if told.count(None) == 1:
        return (0 if told[0] is None else 1), []
    side = body_side(*(pairs.names_in(place) for place in pairs.names))
    if side is not None:
        return side, []
    place = pairs.names[1]
    message = "nothing tells which column names the bodies; it is taken to be this one."
    hint = "Give the columns the headers person (or organisation) and body."
    return 1, [Problem(pairs.grid.place, None, pairs.label(place), None, message, hint, "warning")]


def _column(pairs: Pairs, place: int) -> Member:
    told = pairs.told(place)
    if told == "organisation":
        return "organisation"
    sure = told == "person" and normal_header(pairs.header(place)) not in WEAK
    return "person" if sure else member_column(pairs.names_in(place))


def _meaning(pairs: Pairs, place: int) -> str | None:
    """Return the column of seats that a further column is, "seats" for a number of them, None for others."""
    header = pairs.header(place)
    if normal_header(header) in SEATS:
        return COUNT
    column = column_of(header, "seats") if header else None
    if column is not None:
        return None if column in NAMES else column
    cells = [cell for _, row in pairs.rows if (cell := cell_of(row, place))]
    return "role" if share(cells, _is_role) > 0.9 else None


def _is_role(text: str) -> bool:
    mark = mark_of(text)
    return mark is not None and "role" in mark.facts


@dataclass
class _Found:
    """The ties of a list whose columns are known, and the rows that name only one end."""

    pairs: Pairs
    body: int
    member: int
    meanings: Mapping[int, str | None]
    problems: list[Problem] = field(default_factory=list)

    def ties(self) -> Iterator[Tie]:
        """Yield each tie, and say which rows have none."""
        for place, row in self.pairs.rows:
            body, member = (name_in(cell_of(row, column)) for column in (self.body, self.member))
            if body and member:
                for _ in range(self._seats(row)):
                    yield Tie(self._row(place), body, member, self._facts(row))
            else:
                self._say_one_end(place, body or member)

    def entities(self, column: int, ties: Sequence[Tie]) -> dict[str, Entity]:
        """Return the names of a column that have a tie, each with its first row."""
        entities: dict[str, Entity] = {}
        for tie in ties:
            name = tie.body if column == self.body else tie.member
            entities.setdefault(normal(name), Entity(tie.row, {"": name}))
        return {entity.facts[""]: Entity(entity.row) for entity in entities.values()}

    def headers(self) -> dict[str, str]:
        """Return the labels of the columns of seats beside the names."""
        return {
            name: self.pairs.label(place) for place, name in self.meanings.items() if name and name != COUNT
        }

    def further(self, places: Sequence[int]) -> pd.DataFrame:
        """Return the columns that are nothing of a seat, as written."""
        rows = pd.Index([self._row(place) for place, _ in self.pairs.rows], dtype="int64", name="row")
        cells = {
            self.pairs.header(place) or self.pairs.label(place): [
                cell_of(row, place) or None for _, row in self.pairs.rows
            ]
            for place in places
        }
        return pd.DataFrame(cells, index=rows, dtype="object")

    def _row(self, place: int) -> int:
        return self.pairs.grid.first_row + place

    def _facts(self, row: Row) -> Facts:
        facts = {name: cell_of(row, place) for place, name in self.meanings.items() if name and name != COUNT}
        return {name: text for name, text in facts.items() if text}

    def _seats(self, row: Row) -> int:
        counts = [number(cell_of(row, place)) for place, name in self.meanings.items() if name == COUNT]
        return number_facts(counts[0])[0] if counts and counts[0] else 1

    def _say_one_end(self, place: int, name: str) -> None:
        message = f"only “{name}” stands in this row, so it is no tie." if name else "the row names nobody."
        hint = "Fill both columns, or delete the row."
        self.problems.append(
            Problem(self.pairs.grid.place, self._row(place), None, name or None, message, hint, "warning")
        )
