"""The picture of each answer, made from its table alone: what can be seen at once before it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgmap.views.charts.areas import areas
from orgmap.views.charts.bars import load, protocols, sole_links
from orgmap.views.charts.checks import checks
from orgmap.views.charts.groups import cross_representation, gaps
from orgmap.views.charts.heat import heat
from orgmap.views.charts.issues import issues
from orgmap.views.charts.shares import balance
from orgmap.views.charts.tiers import tiers

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import pandas as pd

    from orgmap.model import Answer
    from orgmap.views.charts.picture import Picture

_PICTURES: dict[str, Callable[[pd.DataFrame], Picture | None]] = {
    "sole_links": sole_links,
    "load": load,
    "gaps": gaps,
    "balance": balance,
    "cross_representation": cross_representation,
    "issues": issues,
    "protocols": protocols,
    "tiers": tiers,
    "coterminosity": areas,
    "data_quality": checks,
}


def picture_of(answer: Answer, order: Sequence[str] = ()) -> Picture | None:
    """Return the picture of an answer, None where it has none or there is nothing to draw.

    `order` are nodes of bodies, the like ones side by side, for the heat map of shared members. The answer
    on two tiers has none here: its table is drawn as matrices.
    """
    if not len(answer.table):
        return None
    if answer.question == "overlap":
        return heat(answer.table, order)
    draw = _PICTURES.get(answer.question)
    return draw(answer.table) if draw else None
