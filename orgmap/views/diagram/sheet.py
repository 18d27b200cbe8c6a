"""What stands on one sheet, before any drawing program sees it: boxes, lines, groups and words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Cell = tuple[str, str]
Row = tuple[Cell, ...]


@dataclass(frozen=True)
class Box:
    """A node to draw: `head` in bold over `small` in small type; `full` is the whole text, for a tooltip."""

    name: str
    head: tuple[str, ...]
    small: tuple[str, ...] = ()
    full: str = ""
    shape: Literal["box", "round"] = "box"
    grey: bool = False


@dataclass(frozen=True)
class Table:
    """Several things in one frame: a heading, and rows of cells, each a name and a remark in small type."""

    heading: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Branch:
    """The box of a body in an outline, `depth` steps in; `runs_on` are the steps whose line runs on.

    `port` is its place in the outline, for lines; a `tight` box has its name and its remarks on one line;
    `above` says of a box that hangs nowhere what it is part of.
    """

    body: str
    port: str
    depth: int
    runs_on: frozenset[int]
    head: tuple[str, ...]
    small: str
    full: str
    above: str = ""
    grey: bool = False
    tight: bool = False


@dataclass(frozen=True)
class Outline:
    """Bodies with everything that is part of them, as boxes beneath each other that lines hang together."""

    name: str
    branches: tuple[Branch, ...]
    full: str


@dataclass(frozen=True)
class Line:
    """A line to draw between two boxes, the upper named first; `arrow` is the end that has the head.

    An end may be a branch of an outline: `n1:p3`. A line of no width is not seen and only orders.
    `orders` says whether the upper box is to stand above the lower (left of it, where the drawing grows
    to the right) or whether the line has no say in that. `length` in inches is what a free layout aims at.
    """

    upper: str
    lower: str
    label: str = ""
    full: str = ""
    style: Literal["solid", "dashed", "dotted"] = "solid"
    width: float = 1.0
    arrow: Literal["none", "upper", "lower"] = "none"
    orders: bool = True
    length: float = 1.0


@dataclass(frozen=True)
class Group:
    """Boxes that stand together, in a frame where there is a `label`."""

    label: str
    boxes: tuple[str, ...]


@dataclass(frozen=True)
class KeyEntry:
    """One line of the key: a sample (solid, dashed or dotted; grey or round; else a tag) and its meaning."""

    sample: str
    meaning: str


@dataclass(frozen=True)
class Sheet:
    """Everything on the drawing, and the sentences that say the same.

    `engine` is the layout program of Graphviz and `settings` are its options; `foot` stands under the
    drawing.
    """

    title: str
    description: str
    boxes: tuple[Box | Outline, ...]
    lines: tuple[Line, ...] = ()
    groups: tuple[Group, ...] = ()
    foot: tuple[Table, ...] = ()
    key: tuple[KeyEntry, ...] = ()
    notes: tuple[str, ...] = ()
    engine: str = "dot"
    settings: tuple[tuple[str, str], ...] = ()


def in_columns(cells: Sequence[Cell], columns: int) -> tuple[Row, ...]:
    """Return cells as the rows of a table that is read down its columns, at most `columns` of them."""
    height = -(-len(cells) // columns)
    return tuple(tuple(cells[row::height]) for row in range(height))


def column_of(end: str) -> int:
    """Return the column in which a line ends: from 1 for a branch of an outline, 0 for a box of its own."""
    outline, inside, _ = end.partition(":")
    return int(outline.removeprefix("n")) if inside else 0
