"""Places for the anchors: families keep together, the widest tier is in the middle, the others ring it."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from orgmap.layout.forces import separate, spread
from orgmap.layout.members import leaf_reach, room
from orgmap.layout.plan import WIDE, Plan
from orgmap.layout.rings import enclosing, rings, turned

if TYPE_CHECKING:
    from collections.abc import Sequence

    from orgmap.layout.forces import Floats
    from orgmap.layout.scene import Scene

    Pull = dict[tuple[int, int], float]

_LABEL = 14.0
_SMALLEST = 44.0
_BETWEEN = 14.0
_NO_TIER = 99
_FEW, _SEVERAL = 2, 8
"""So few clusters of the widest tier go together with so many of the next."""


@dataclass(frozen=True)
class Cluster:
    """One family: its anchors, where they lie around its middle, the circle that holds them, and its tier."""

    members: tuple[str, ...]
    centres: Floats
    reach: float
    level: int

    @property
    def root(self) -> str:
        """Return the anchor at the head of the family."""
        return self.members[0]


def place_anchors(scene: Scene, seed: int) -> Plan:
    """Return the place of every anchor."""
    clusters = _clusters(scene)
    if not clusters:
        return Plan({})
    home = {node: index for index, cluster in enumerate(clusters) for node in cluster.members}
    pull = _pull(scene, home)
    levels = _levels(clusters, pull)
    between = sum(
        room(scene, node) for node, found in scene.shared.items() if len({home[a] for a in found}) > 1
    )
    if len(levels) == 1:
        middles, hub, rim = _one_level(clusters, pull, between, seed), 0.0, 0.0
    else:
        middles, hub, rim = _many_levels(levels, between)
    places = {
        node: (float(x) * WIDE, float(y))
        for cluster in clusters
        for node, (x, y) in zip(cluster.members, _facing_out(cluster, middles[cluster.root]), strict=True)
    }
    return Plan(places, hub, rim)


def _facing_out(cluster: Cluster, middle: Floats) -> Floats:
    """Return the places of a family that turns its head towards the middle of the map."""
    angle = float(np.arctan2(middle[1], middle[0])) if np.hypot(*middle) > cluster.reach else np.pi / 2
    return turned(cluster.centres, angle) + middle


def _clusters(scene: Scene) -> list[Cluster]:
    members: defaultdict[str, list[str]] = defaultdict(list)
    for node in scene.anchors:
        members[scene.family[node]].append(node)
    within = _shared_within(scene)
    return [_cluster(root, found, within[root], scene) for root, found in members.items()]


def _shared_within(scene: Scene) -> Counter[str]:
    """Return the room that each family needs for those who sit on several of its bodies and nowhere else."""
    area: Counter[str] = Counter()
    for node, found in scene.shared.items():
        families = {scene.family[anchor] for anchor in found}
        if len(families) == 1:
            area[families.pop()] += round(room(scene, node))
    return area


def _cluster(root: str, found: Sequence[str], area: float, scene: Scene) -> Cluster:
    head = root if root in found else found[0]
    members = (head, *(node for node in found if node != head))
    radii = [_disc(scene, node) for node in members]
    inner = float(np.sqrt(radii[0] ** 2 + area / np.pi)) if len(members) > 1 else radii[0]
    centres = np.vstack((np.zeros((1, 2)), rings(radii[1:], inner, _BETWEEN / 2, start=0.0)))
    middle, reach = enclosing(centres, radii)
    level = scene.level[head]
    return Cluster(members, centres - middle, reach, _NO_TIER if level is None else level)


def _disc(scene: Scene, anchor: str) -> float:
    """Return the radius that an anchor needs with its leaves and its label."""
    return max(_SMALLEST, leaf_reach(scene, anchor) + _LABEL)


def _pull(scene: Scene, home: dict[str, int]) -> Pull:
    """Return how strongly two clusters pull each other, by their indices."""
    pull: defaultdict[tuple[int, int], float] = defaultdict(float)
    for (u, v), weight in scene.ties.items():
        a, b = sorted((home[u], home[v]))
        if a != b:
            pull[a, b] += weight
    return pull


def _levels(clusters: list[Cluster], pull: Pull) -> list[list[Cluster]]:
    """Return the clusters by tier, widest first, not known last, each next to whom it shares members with.

    Of the widest tier the one that is tied most comes first.
    """
    found: defaultdict[int, list[Cluster]] = defaultdict(list)
    for index in _chain(clusters, pull):
        found[clusters[index].level].append(clusters[index])
    levels = [found[level] for level in sorted(found)]
    while len(levels) > 2 and len(levels[0]) <= _FEW and len(levels[1]) <= _SEVERAL:
        levels[:2] = [levels[0] + levels[1]]
    strength: Counter[str] = Counter()
    for pair, weight in pull.items():
        for index in pair:
            strength[clusters[index].root] += round(weight * 1000)
    levels[0] = sorted(levels[0], key=lambda cluster: -strength[cluster.root])
    return levels


def _chain(clusters: list[Cluster], pull: Pull) -> list[int]:
    """Return the clusters in a row: next comes whoever of the same tier pulls the last one most."""
    near: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for (a, b), weight in pull.items():
        near[a][b] = near[b][a] = weight
    waiting = dict.fromkeys(
        sorted(range(len(clusters)), key=lambda index: (clusters[index].level, clusters[index].root))
    )
    order: list[int] = []
    while waiting:
        first = next(iter(waiting))
        pulls = near[order[-1]] if order else {}
        beside = [
            index for index in pulls if index in waiting and clusters[index].level == clusters[first].level
        ]
        best = min(
            beside or [first], key=lambda index: (-round(pulls.get(index, 0.0), 6), clusters[index].root)
        )
        order.append(best)
        del waiting[best]
    return order


def _one_level(clusters: list[Cluster], pull: Pull, between: float, seed: int) -> dict[str, Floats]:
    """Place clusters that are all of one tier: those that share most are nearest."""
    pairs = np.array(sorted(pull), dtype=np.intp).reshape(-1, 2)
    weights = np.array([pull[a, b] for a, b in pairs.tolist()], dtype=np.float64)
    places = spread(pairs, weights, len(clusters), seed)
    reaches = np.array([cluster.reach for cluster in clusters])
    radii = np.sqrt(reaches**2 + between / len(clusters) / np.pi) + _BETWEEN / 2
    wanted = 1.2 * np.sqrt((radii**2).sum())
    places = separate(places * (wanted / max(float(np.abs(places).max()), 1e-9)), radii)
    places -= (places.max(axis=0) + places.min(axis=0)) / 2
    return {cluster.root: place for cluster, place in zip(clusters, places, strict=True)}


def _many_levels(levels: list[list[Cluster]], between: float) -> tuple[dict[str, Floats], float, float]:
    """Place the widest tier in the middle and the others in rings around it, with room between them."""
    core = levels[0]
    reaches = [cluster.reach for cluster in core]
    centres = np.vstack(
        (np.zeros((1, 2)), rings(reaches[1:], reaches[0], _BETWEEN, _start(len(core) - 1, 0)))
    )
    middle, hub = enclosing(centres, reaches)
    middles = {cluster.root: centre - middle for cluster, centre in zip(core, centres, strict=True)}
    outer, rims = hub, []
    for number, level in enumerate(levels[1:], start=1):
        reaches = [cluster.reach for cluster in level]
        rims.append(float(np.sqrt(outer**2 + between / (len(levels) - 1) / np.pi)))
        centres = rings(reaches, rims[-1], _BETWEEN, _start(len(level), number))
        middles |= {cluster.root: centre for cluster, centre in zip(level, centres, strict=True)}
        outer = float((np.hypot(centres[:, 0], centres[:, 1]) + np.array(reaches)).max())
    return middles, hub, rims[0]


def _start(count: int, number: int) -> float:
    """Return the angle where a ring starts: the top, or near a side where it has only one or two."""
    return np.pi * number - 0.3 if count <= 2 else -np.pi / 2
