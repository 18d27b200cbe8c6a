"""How the areas of those who sit on each body lie to the body's own, counted in a matrix."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from orgmap.model.wording import counted, listing
from orgmap.views.charts.picture import Cell, Grid, Head, Key, Picture, Steps, records, shortened

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

MOST = 60
CLASSES = {
    "same area": "the same area",
    "inside": "inside the body's",
    "contains": "around the body's",
    "cuts across": "across it",
    "apart": "apart from it",
    "not known": "not known",
}
"""How an organisation's area may lie to a body's, and how a column says it."""
_ODD = ("cuts across", "apart")


def areas(table: pd.DataFrame) -> Picture | None:
    """Return for each body how many of its organisations have an area of each class, the odd ones first."""
    own: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for row in records(table[table["kind"] == "member"]):
        own[str(row["id_body"])].append(row)
    if not own:
        return None
    order = sorted(own, key=lambda node: (-_odd(own[node]), str(own[node][0]["body"]).casefold(), node))
    classes = [one for one in CLASSES if any(row["class"] == one for rows in own.values() for row in rows)]
    lines = [(Head(str(own[node][0]["body"]), node), _counts(own[node], classes)) for node in order[:MOST]]
    steps = Steps(max(len(names) for _, found in lines for names in found.values()))
    grid = Grid(
        "Organisations on each body, by how their area lies to the body's",
        "Body",
        tuple(Head(CLASSES[one].capitalize()) for one in classes),
        tuple((head, tuple(_cell(one, found[one], steps) for one in classes)) for head, found in lines),
        "turned",
    )
    left = len(own) - len(lines)
    more = f" {counted(left, 'more body')} {'is' if left == 1 else 'are'} in the full table." if left else ""
    said = f"Bodies come first whose organisations have areas across theirs, or apart from it.{more}"
    odd = (
        [Key("3!", "areas that cut across the body's, or lie apart", "warns")]
        if any(map(_odd, own.values()))
        else []
    )
    return Picture(
        "How the areas lie", "chart_grid.html.j2", [grid], (said,), (*steps.keys("organisations"), *odd)
    )


def _odd(rows: Sequence[Mapping[str, Any]]) -> int:
    return sum(row["class"] in _ODD for row in rows)


def _counts(rows: Sequence[Mapping[str, Any]], classes: Sequence[str]) -> dict[str, list[str]]:
    return {one: [str(row["organisation"]) for row in rows if row["class"] == one] for one in classes}


def _cell(kind: str, names: Sequence[str], steps: Steps) -> Cell:
    if not names:
        return Cell("0", style="none")
    title = listing([shortened(name) for name in names])
    if kind in _ODD:
        return Cell(f"{len(names):,}!", f"{len(names):,}, {CLASSES[kind]}", title, "warns")
    return Cell(f"{len(names):,}", title=title, style=steps.style(len(names)))
