"""Where each node of a network is drawn: wide tiers in the middle, families together, members close by."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from orgmap.layout.bodies import place_anchors
from orgmap.layout.members import place_leaves, place_shared
from orgmap.layout.rings import grid
from orgmap.layout.scene import Scene
from orgmap.layout.two_tier import WIDE_TIERS, two_tier

if TYPE_CHECKING:
    import networkx as nx

_GAP_ABOVE_BLOCK = 90.0

__all__ = ["WIDE_TIERS", "positions", "two_tier"]


def positions(graph: nx.Graph[str], seed: int = 1) -> dict[str, tuple[int, int]]:
    """Return the place of every node as whole numbers (x, y), y growing downwards, in the order of the graph.

    Takes any graph of `orgmap.network`: the whole map, an affiliation network or a projection. One unit is
    about one pixel where a map of some hundred nodes fills a screen. Bodies of the widest tier lie in the
    middle, families keep together, members of one body lie around it, members of several bodies between
    them, and what is tied to nothing stands in a block below. The same graph and seed give the same places,
    whatever the order of the nodes.
    """
    scene = Scene.of(graph)
    plan = place_anchors(scene, seed)
    places = plan.places | place_shared(scene, plan)
    places |= place_leaves(scene, places)
    places |= _block(scene, places)
    return {node: (round(places[node][0]), round(places[node][1])) for node in graph}


def _block(scene: Scene, places: dict[str, tuple[float, float]]) -> dict[str, tuple[float, float]]:
    """Place what is tied to nothing in rows below everything else."""
    taken = np.array([*places.values()] or [(0.0, -_GAP_ABOVE_BLOCK)])
    spots = grid(len(scene.loose), float(np.ptp(taken[:, 0])))
    spots += ((taken[:, 0].min() + taken[:, 0].max()) / 2, taken[:, 1].max() + _GAP_ABOVE_BLOCK)
    return {node: (float(x), float(y)) for node, (x, y) in zip(scene.loose, spots, strict=True)}
