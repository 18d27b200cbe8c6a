"""What joins the bodies of each two tiers, as a small matrix."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from orgmap.model.wording import counted
from orgmap.views.charts.picture import Cell, Grid, Head, Picture, Steps, records

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

_JOINS = (
    ("shared_organisations", "organisation"),
    ("shared_people", "person"),
    ("links", "link"),
    ("part_of", "part of it"),
    ("cross_seats", "own seat"),
)
_SAID = (
    "Where a tier meets itself is how many bodies it has. Elsewhere are the organisations and people that "
    "sit at both tiers, the declared links, and the seats that a body of one has of its own on one of the "
    "other. The more organisations, the stronger the shade."
)
_APART = Cell("nothing", style="none")


def tiers(table: pd.DataFrame) -> Picture | None:
    """Return the matrix of tiers: on the slope how many bodies each has, beside it what joins two of them."""
    rows = records(table)
    sizes = {str(row["tier_a"]): int(row["bodies_a"]) for row in rows if row["kind"] == "tier"}
    pairs = [row for row in rows if row["kind"] == "pair of tiers"]
    if len(sizes) < 2 or not pairs:
        return None
    steps = Steps(max(*(int(row["shared_organisations"] or 0) for row in pairs), 1))
    cells = {
        place: _cell(row, steps)
        for row in pairs
        for place in ((row["tier_a"], row["tier_b"]), (row["tier_b"], row["tier_a"]))
    }
    heads = tuple(Head(tier.capitalize()) for tier in sizes)
    lines = tuple(
        (
            head,
            tuple(cells.get((one, other), _own(sizes[one]) if one == other else _APART) for other in sizes),
        )
        for head, one in zip(heads, sizes, strict=True)
    )
    grid = Grid("What joins the bodies of two tiers", "Tier", heads, lines, "plain")
    return Picture("Tier by tier", "chart_grid.html.j2", [grid], (_SAID,))


def _own(bodies: int) -> Cell:
    return Cell(counted(bodies, "body"), style="itself")


def _cell(row: Mapping[str, Any], steps: Steps) -> Cell:
    unknown = [word for column, word in _JOINS if row[column] is None]
    lines = [
        f"{int(row[column]):,} {word}" if word == "part of it" else counted(int(row[column]), word)
        for column, word in _JOINS
        if row[column]
    ]
    if unknown:
        lines.append(f"{', '.join(unknown)}: not known")
    if not lines:
        return _APART
    return Cell("\n".join(lines), style=f"lines {steps.style(int(row['shared_organisations'] or 0))}".strip())
