"""Places for those who sit: around their one body, or between the several bodies they belong to."""

from __future__ import annotations

from math import atan2, pi
from typing import TYPE_CHECKING

import numpy as np

from orgmap.layout.forces import separate
from orgmap.layout.plan import WIDE, Places, Plan
from orgmap.layout.rings import rings

if TYPE_CHECKING:
    from orgmap.layout.forces import Floats
    from orgmap.layout.scene import Scene

_AROUND_LEAF = 3.0
_AROUND_BODY = 6.0
_LABELLED = 9.0
"""Nodes larger than this have their name beside them, and need room for it."""
_GOLDEN = 2.399963
_EASES = (0.5, 0.3, 0.15, 0.0)
"""How far those between bodies go back to where they would like to be, each time before they are parted."""


def leaf_reach(scene: Scene, anchor: str) -> float:
    """Return how far an anchor reaches with its leaves around it."""
    spots, radii = _flower(scene, anchor)
    far = np.hypot(spots[:, 0], spots[:, 1]) + radii
    return max(scene.size[anchor], float(far.max(initial=0.0)))


def room(scene: Scene, member: str) -> float:
    """Return the area that a member between bodies needs, its label included."""
    return 1.3 * pi * _berth(scene, member) ** 2


def _berth(scene: Scene, member: str) -> float:
    """Return the radius around a member between bodies that nothing else may enter."""
    size = scene.size[member]
    return size + (15.0 if size > _LABELLED else 5.0)


def _flower(scene: Scene, anchor: str) -> tuple[Floats, list[float]]:
    """Return the spots of an anchor's leaves around it, the smallest innermost, and the radius of each."""
    radii = sorted(scene.size[leaf] + _AROUND_LEAF for leaf in scene.leaves.get(anchor, ()))
    return rings(radii, scene.size[anchor] + _AROUND_BODY), radii


def place_leaves(scene: Scene, places: Places) -> Places:
    """Return the place of every member of one body: around it, towards the organisation it speaks for."""
    found: Places = {}
    for anchor, leaves in scene.leaves.items():
        spots, _ = _flower(scene, anchor)
        order = sorted(leaves, key=lambda leaf: (scene.size[leaf], leaf))
        sizes = [scene.size[leaf] for leaf in order]
        for size in sorted(set(sizes), reverse=True):
            start, end = sizes.index(size), sizes.index(size) + sizes.count(size)
            found |= _ring(order[start:end], spots[start:end], anchor, scene, places | found)
    return found


def _ring(leaves: list[str], spots: Floats, anchor: str, scene: Scene, places: Places) -> Places:
    """Return the places of leaves of one size: who faces which way takes the spot that lies that way."""
    x, y = places[anchor]
    facing = sorted(leaves, key=lambda leaf: (_facing(leaf, anchor, scene, places), leaf))
    by_angle = sorted(spots.tolist(), key=lambda spot: (_angle(spot[0], spot[1]), spot[0]))
    return {leaf: (x + spot[0], y + spot[1]) for leaf, spot in zip(facing, by_angle, strict=True)}


def _facing(leaf: str, anchor: str, scene: Scene, places: Places) -> float:
    there = places.get(scene.employer.get(leaf, ""))
    if there is None:
        return 2 * pi
    return _angle(there[0] - places[anchor][0], there[1] - places[anchor][1])


def _angle(x: float, y: float) -> float:
    return round(atan2(y, x), 6)


def place_shared(scene: Scene, plan: Plan) -> Places:
    """Return the place of every member of several bodies: as near their middle as the others leave room."""
    members, anchors = list(scene.shared), list(plan.places)
    if not members:
        return {}
    still = np.array([plan.places[anchor] for anchor in anchors])
    discs = [leaf_reach(scene, anchor) + 2 * _AROUND_LEAF for anchor in anchors]
    radii = np.array(discs + [_berth(scene, member) for member in members])
    fixed = np.arange(len(radii)) < len(anchors)
    spots = goals = _goals(scene, plan) + _nudges(len(members))
    for ease in _EASES:
        eased = np.vstack((still, spots + (goals - spots) * ease))
        spots = separate(eased, radii, fixed, 60 if ease else 600)[len(anchors) :]
    return {member: (float(x), float(y)) for member, (x, y) in zip(members, spots, strict=True)}


def _goals(scene: Scene, plan: Plan) -> Floats:
    """Return where members of several bodies would like to be: between them, but outside the widest tier.

    Who sits there and elsewhere would cover it, so goes to the space around it, on the side of the other
    bodies.
    """
    goals = np.empty((len(scene.shared), 2))
    spread = min(1.0, len(scene.shared) / 100)
    for index, found in enumerate(scene.shared.values()):
        places = np.array([plan.places[anchor] for anchor in found]) / (WIDE, 1.0)
        middle = places.mean(axis=0)
        away = float(np.hypot(*middle))
        if (np.hypot(*places.T) > plan.hub).any() and away < plan.hub:
            turn = index * _GOLDEN
            way = middle / away if away > plan.hub / 20 else np.array([np.cos(turn), np.sin(turn)])
            share = 0.5 + (index * _GOLDEN % 1 - 0.5) * spread
            middle = way * (plan.hub + (plan.rim - plan.hub) * share)
        goals[index] = middle * (WIDE, 1.0)
    return goals


def _nudges(count: int) -> Floats:
    """Return a step for each of many points, so that they leave the line between their bodies."""
    turn = np.arange(count) * _GOLDEN
    return np.column_stack((np.cos(turn), np.sin(turn))) * (14 + np.arange(count) % 5 * 3)[:, None]
