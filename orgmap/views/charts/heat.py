"""Which bodies share most members, as an ordered heat map: a row and a column for each body."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from orgmap.model.wording import both, counted, plural
from orgmap.views.charts.picture import EMPTY, Cell, Grid, Head, Key, Picture, Steps, records, shortened

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

MOST = 40
"""A heat map has no more bodies than this."""
PART_OF = "◆"
_COLUMNS = ["body_a", "body_b", "counting", "shared", "size_a", "size_b", "part_of", "id_a", "id_b"]
_WORDS = {"organisations": "organisation", "people": "person", "sectors": "sector", "posts": "post"}


class _Body(NamedTuple):
    name: str
    size: int | None


class _Pair(NamedTuple):
    shared: int
    part_of: bool


Pairs = dict[tuple[str, str], _Pair]


def heat(table: pd.DataFrame, order: Sequence[str] = ()) -> Picture | None:
    """Return the heat map of the table of overlaps; None where no two bodies share anybody.

    `order` are nodes of bodies, the like ones side by side; without it those that share most come first.
    """
    rows = records(table[_COLUMNS])
    bodies, pairs = _bodies(rows), _pairs(rows)
    shown = [node for node in order or bodies if node in bodies][:MOST]
    drawn = {pair: own for pair, own in pairs.items() if {*pair} <= {*shown}}
    if not drawn:
        return None
    one = _WORDS.get(str(rows[0]["counting"]), "member")
    steps = Steps(max(own.shared for own in drawn.values()))
    heads = tuple(Head(bodies[node].name, node, str(place)) for place, node in enumerate(shown, start=1))
    own = _Sheet(bodies, drawn, steps, one)
    grid = Grid(
        f"How many {plural(one, 2)} each two bodies share",
        "Body",
        heads,
        tuple((head, tuple(own.cell(head.node, other) for other in shown)) for head in heads),
        "heat",
    )
    return Picture(
        "Who shares with whom", "chart_grid.html.j2", [grid], _said(len(shown), len(bodies), bool(order)),
        (*steps.keys(f"{plural(one, 2)} shared"), *_keys(drawn, one)),
    )  # fmt: skip


def _bodies(rows: Sequence[Mapping[str, Any]]) -> dict[str, _Body]:
    found: dict[str, _Body] = {}
    for row in rows:
        for side in ("a", "b"):
            if row["shared"]:
                found.setdefault(str(row[f"id_{side}"]), _Body(str(row[f"body_{side}"]), row[f"size_{side}"]))
    return found


def _pairs(rows: Sequence[Mapping[str, Any]]) -> Pairs:
    found: Pairs = {}
    for row in rows:
        pair = _Pair(int(row["shared"] or 0), bool(row["part_of"]))
        if pair.shared:
            found[row["id_a"], row["id_b"]] = found[row["id_b"], row["id_a"]] = pair
    return found


class _Sheet(NamedTuple):
    bodies: Mapping[str, _Body]
    pairs: Pairs
    steps: Steps
    one: str

    def cell(self, node: str, other: str) -> Cell:
        """Return what two bodies share; of one with itself how many members it has."""
        if node == other:
            return self._itself(node)
        pair = self.pairs.get((node, other))
        if pair is None:
            return EMPTY
        names = both(shortened(self.bodies[node].name), shortened(self.bodies[other].name))
        part = ", one is part of the other" if pair.part_of else ""
        return Cell(
            f"{pair.shared:,}{PART_OF if pair.part_of else ''}",
            f"{pair.shared:,}{part}" if part else "",
            f"{names} share {counted(pair.shared, self.one)}{part}",
            self.steps.style(pair.shared),
        )

    def _itself(self, node: str) -> Cell:
        size = self.bodies[node].size
        if size is None:
            return Cell("?", "how many it has itself is not known", style="itself")
        return Cell(f"{size:,}", f"{counted(size, self.one)} in all", style="itself")


def _keys(drawn: Pairs, one: str) -> tuple[Key, ...]:
    part = any(pair.part_of for pair in drawn.values())
    return (
        Key("5", f"where a body meets itself: how many {plural(one, 2)} it has", "itself"),
        *([Key(PART_OF, "one is part of the other, so that they overlap by design")] if part else ()),
    )


def _said(shown: int, total: int, ordered: bool) -> tuple[str, ...]:
    near = "Bodies that share most stand next to each other. " if ordered else ""
    rest = total - shown
    left = (
        f" Shown are the {shown:,} of {total:,} bodies that share most; the other {rest:,} are left out, "
        "and are in the full table."
        if rest
        else ""
    )
    top = "Each number at the top stands for the body of that number at the side."
    return (f"{near}{top} An empty cell means that the two share nobody.{left}",)
