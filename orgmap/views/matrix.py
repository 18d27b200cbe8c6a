"""The table of two tiers as matrices: a row for each member, a column for each place."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd

from orgmap.views.html import count

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_CLASSES = ("county and some districts", "county only", "districts only", "county and all districts")
_TIERS = ("county", "district")
SITS, COULD, UNKNOWN, NOWHERE = "●", "○", "?", ""


@dataclass(frozen=True)
class Cell:
    """Whether a member sits at a place: the mark that is drawn, and the same in words."""

    mark: str
    words: str


@dataclass(frozen=True)
class Line:
    """One member: its number on the page, its name and node, and a cell for each place."""

    number: int
    member: str
    node: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Block:
    """The members of one class."""

    name: str
    lines: tuple[Line, ...]

    @property
    def size(self) -> int:
        """Return how many members it has."""
        return len(self.lines)


@dataclass(frozen=True)
class Matrix:
    """One matrix: its caption, places with their tiers, members by class, and how many there are in all."""

    caption: str
    people: bool
    places: tuple[tuple[str, str], ...]
    blocks: tuple[Block, ...]
    total: int


def matrices(table: pd.DataFrame, most: int) -> tuple[list[Matrix], dict[int, int]]:
    """Return the matrices of the table of `two_tier`, and the number of the line that shows each of its rows.

    One matrix for each county, for organisations and people, partnerships and councils; lines are numbered
    from 1 through all of them and no more than `most` are made. Rows of bodies and offers are in none.
    """
    made: list[Matrix] = []
    numbers: dict[int, int] = {}
    placed = table[table["mode"].isin(["organisation", "person"])]
    for (mode, like, county), rows in placed.fillna({"county": ""}).groupby(
        ["mode", "like", "county"], sort=False
    ):
        lines = _lines(rows, most - len(set(numbers.values())), len(set(numbers.values())))
        numbers |= {label: number for number, _, labels in lines for label in labels}
        made.append(_matrix((str(mode), str(like), str(county)), rows, lines))
    return [matrix for matrix in made if matrix.blocks], numbers


Record = dict[str, Any]
_Numbered = tuple[int, list[Record], list[int]]


def _lines(rows: pd.DataFrame, room: int, before: int) -> list[_Numbered]:
    """Return the rows of each member, by class and name, with its line's number and their labels."""
    order = {name: place for place, name in enumerate(_CLASSES)}
    own: dict[str, list[Record]] = defaultdict(list)
    labels: dict[str, list[int]] = defaultdict(list)
    for label, row in zip(rows.index.tolist(), rows.to_dict("records"), strict=True):
        record = {str(column): value for column, value in row.items()}
        own[record["id"]].append(record)
        labels[record["id"]].append(int(label))

    def rank(node: str) -> tuple[int, str, str]:
        first = own[node][0]
        return order.get(first["class"], len(order)), str(first["member"]).casefold(), node

    shown = sorted(own, key=rank)[: max(room, 0)]
    return [(number, own[node], labels[node]) for number, node in enumerate(shown, start=before + 1)]


def _matrix(about: tuple[str, str, str], rows: pd.DataFrame, lines: Sequence[_Numbered]) -> Matrix:
    mode, like, county = about
    places = _places(rows)
    blocks: dict[str, list[Line]] = {}
    for number, own, _ in lines:
        cells = {(row["place"], row["tier"]): _cell(row, people=mode == "person") for row in own}
        empty = Cell(NOWHERE, "does not sit here" if mode == "person" else "not its area")
        line = Line(
            number,
            str(own[0]["member"]),
            str(own[0]["id"]),
            tuple(cells.get(place, empty) for place in places),
        )
        blocks.setdefault(str(own[0]["class"]), []).append(line)
    who = "People" if mode == "person" else "Organisations"
    caption = f"{who} on the {like} of {county or 'the county'} and of its districts"
    return Matrix(
        caption,
        mode == "person",
        places,
        tuple(Block(name, tuple(ones)) for name, ones in blocks.items()),
        rows["id"].nunique(),
    )


def _places(rows: pd.DataFrame) -> tuple[tuple[str, str], ...]:
    """Return each place with its tier: the county first, then the districts by name."""
    found = {(str(place), str(tier)) for place, tier in zip(rows["place"], rows["tier"], strict=True)}
    return tuple(sorted(found, key=lambda one: (_TIERS.index(one[1]), one[0].casefold(), one[0])))


def _cell(row: Mapping[Any, Any], *, people: bool) -> Cell:
    if row["sits"]:
        seats = int(row["seats"])
        return Cell(f"{SITS} {seats:,}", f"sits here, {count(seats, 'seat')}")
    if people:
        return Cell(NOWHERE, "does not sit here")
    if pd.isna(row["could"]):
        return Cell(UNKNOWN, "not known whether it could")
    return Cell(COULD, "could sit here and does not") if row["could"] else Cell(NOWHERE, "not its area")
