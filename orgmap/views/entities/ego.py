"""The small map of a page: one in the middle, and around it whom it is tied to, as boxes with lines."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Protocol

from orgmap.network import PREFIX
from orgmap.views.entities.wrapping import wrapped
from orgmap.views.html import count
from orgmap.views.style import LINES

if TYPE_CHECKING:
    from orgmap.views.entities.parts import Scope

WIDTH, BOX, LEAST, GAP = 340.0, (112.0, 54.0), 112.0, 8.0
"""The width of the picture, the size of a box around, the least height, and what is left between boxes."""
MIDDLE = (92.0, 88.0)
MOST = 12
_LINE, _EM = 14.0, 12.0
_INSIDE = 4.0
"""What is left free at each side within a box."""
_BADGE = 10.0
Point = tuple[float, float]


class Placed(Protocol):
    """The height of a picture, its middle, and the places of boxes around it."""

    @property
    def height(self) -> float:
        """Return the height."""

    @property
    def middle(self) -> Point:
        """Return the middle of the box in the middle."""

    @property
    def places(self) -> tuple[Point, ...]:
        """Return the middles of the boxes around it."""


Placing = Callable[[int], Placed]
"""What gives places for so many boxes of `BOX` around one, in a picture of `WIDTH`."""


@dataclass(frozen=True)
class Tie:
    """Whom one is tied to: the kind of line (of `LINES`), how in words, and how many where it is counted."""

    node: str
    kind: str
    words: str
    number: int | None = None


class Ties(NamedTuple):
    """The ties that are drawn, at most twelve, and how many there are in all."""

    drawn: list[Tie]
    total: int


class Label(NamedTuple):
    """One line of a name, and how far below the top of the box it stands."""

    text: str
    below: float


@dataclass(frozen=True)
class Box:
    """One box of the picture: where, of what shape, with what in it, and the line that leads to it.

    `along` is where the middle of its text is from its left side.
    """

    name: str
    mode: str
    left: float
    top: float
    size: Point
    labels: tuple[Label, ...]
    along: float = 0
    words: str = ""
    address: str = ""
    end: Point = (0, 0)
    kind: str = ""
    dashes: str = ""
    width: float = 0
    number: int | None = None


@dataclass(frozen=True)
class Picture:
    """The small map ready to be drawn; `key` are the lines in it as (kind, dashes, words)."""

    height: float
    middle: Box
    start: Point
    boxes: tuple[Box, ...]
    title: str
    said: str
    key: tuple[tuple[str, str, str], ...]
    counted: str = ""
    width: float = WIDTH


def picture(scope: Scope, ties: Ties, placing: Placing, noun: str) -> Picture:
    """Return the picture of ties; `noun` is what the numbers count."""
    drawn = ties.drawn
    placed = placing(len(drawn))
    boxes = tuple(_box(scope, tie, place) for tie, place in zip(drawn, placed.places, strict=True))
    kinds = sorted({tie.kind for tie in drawn}, key=list(LINES).index)
    left = ties.total - len(drawn)
    rest = f" {count(left, 'more is', 'more are')} in the lists below." if left else ""
    return Picture(
        height=placed.height,
        middle=_middle(scope, placed.middle),
        start=placed.middle,
        boxes=boxes,
        title=f"{scope.name} and those it is tied to",
        said=f"{count(len(drawn), 'box', 'boxes')} around {scope.name}; the table says the same.{rest}",
        key=tuple((kind, _dashes(kind), LINES[kind].name) for kind in kinds),
        counted=noun if any(tie.number for tie in drawn) else "",
    )


def _middle(scope: Scope, place: Point) -> Box:
    return Box(
        scope.name, mode_of(scope.node), place[0] - MIDDLE[0] / 2, place[1] - MIDDLE[1] / 2, MIDDLE,
        _labels(scope.name, MIDDLE, 5), MIDDLE[0] / 2,
    )  # fmt: skip


def _box(scope: Scope, tie: Tie, place: Point) -> Box:
    name = scope.facts.called(tie.node)
    side = 1 if place[0] < WIDTH / 2 else -1
    taken = _BADGE if tie.number else 0.0
    address = scope.pack.places.get(tie.node)
    return Box(
        name,
        mode_of(tie.node),
        place[0] - BOX[0] / 2,
        place[1] - BOX[1] / 2,
        BOX,
        _labels(name, BOX, 3, taken),
        BOX[0] / 2 - side * taken / 2,
        words=tie.words,
        address=scope.links.root + address if address else "",
        end=(place[0] + side * BOX[0] / 2, place[1]),
        kind=tie.kind,
        dashes=_dashes(tie.kind),
        width=1.5 + 0.5 * min(tie.number or 0, 10),
        number=tie.number,
    )


def _labels(name: str, size: Point, most: int, taken: float = 0) -> tuple[Label, ...]:
    lines = wrapped(name, (size[0] - 2 * _INSIDE - taken) / _EM, most)
    top = (size[1] - len(lines) * _LINE) / 2
    return tuple(Label(text, top + (place + 1) * _LINE - 3.5) for place, text in enumerate(lines))


def _dashes(kind: str) -> str:
    return " ".join(map(str, LINES[kind].dashes))


def mode_of(node: str) -> str:
    """Return whether a node is of a body, an organisation or a person."""
    return next((mode for mode, prefix in PREFIX.items() if node.startswith(prefix)), "")
