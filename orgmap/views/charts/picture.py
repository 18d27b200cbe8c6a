"""What every picture of an answer is made of: heads, cells, bars, and the steps of their shades."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

SHADES = 5
"""How many shades a picture has beside none."""
_SHORT = 60


@dataclass(frozen=True)
class Picture:
    """The picture of an answer: its heading, its template, what it says before, its legend, and its parts.

    `said` are sentences; `legend` pairs of a class or sign and what it means; `parts` are what the template
    draws: grids, charts of bars, or groups.
    """

    heading: str
    template: str
    parts: Sequence[object]
    said: tuple[str, ...] = ()
    legend: tuple[Key, ...] = ()


@dataclass(frozen=True)
class Key:
    """A line of the legend: what is drawn (a sign in a class, or a pattern) and what it means."""

    sign: str
    words: str
    style: str = ""


@dataclass(frozen=True)
class Head:
    """A row or a column: its name, the node whose page it leads to, and what stands with it."""

    name: str
    node: str = ""
    mark: str = ""


@dataclass(frozen=True)
class Cell:
    """A cell: what is drawn, the same in words where that is not plain, what a pointer tells, and a class."""

    text: str
    words: str = ""
    title: str = ""
    style: str = ""


EMPTY = Cell("")


@dataclass(frozen=True)
class Grid:
    """A table of cells; `turned` has the names of its columns upright, `numbered` has numbers for them."""

    caption: str
    corner: str
    columns: tuple[Head, ...]
    rows: tuple[tuple[Head, tuple[Cell, ...]], ...]
    style: str = ""


@dataclass(frozen=True)
class Steps:
    """The shades of numbers from 1 to the greatest, in equal steps."""

    most: int

    def of(self, number: int) -> int:
        """Return the shade of a number, 0 for nothing."""
        return number if self.most <= SHADES else ceil(number * SHADES / self.most)

    def style(self, number: int) -> str:
        """Return the class of the shade of a number."""
        return f"shade-{self.of(number)}" if number > 0 else ""

    def keys(self, what: str) -> tuple[Key, ...]:
        """Return the legend: the numbers of each shade, and at the last of them what they are of."""
        found: dict[int, list[int]] = {}
        for number in range(1, self.most + 1):
            found.setdefault(self.of(number), []).append(number)
        spans = [
            (shade, str(own[0]) if len(own) == 1 else f"{own[0]:,} to {own[-1]:,}")
            for shade, own in found.items()
        ]
        return tuple(
            Key(text, what if place == len(spans) else "", f"shade-{shade}")
            for place, (shade, text) in enumerate(spans, start=1)
        )


def records(table: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the rows of a table as plain values, None where nothing is known."""
    names = table.columns.tolist()
    columns = [_plain(table[name]) for name in names]
    return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]


def _plain(column: pd.Series[Any]) -> list[Any]:
    unknown = column.isna().tolist()
    return [None if none else value for none, value in zip(unknown, column.tolist(), strict=True)]


def shortened(name: str) -> str:
    """Return a name that is not longer than a pointer's text can bear."""
    return name if len(name) <= _SHORT else f"{name[: _SHORT - 1]}…"
