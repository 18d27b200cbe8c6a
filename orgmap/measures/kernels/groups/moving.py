"""Communities of the greatest bipartite modularity that local moves and merging reach."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from orgmap.measures.arrays import Incidence, IntArray
from orgmap.measures.kernels.groups.splitting import neighbour_lists

Ties = list[dict[int, int]]


@dataclass(frozen=True)
class Level:
    """A network of groups: ties between them, and the ends of ties that their bodies and members have."""

    ties: Ties
    bodies: list[int]
    members: list[int]


def modularity_of(incidence: Incidence, groups: IntArray) -> float:
    """Return Barber's bipartite modularity of a grouping (stacked numbers from 0); NaN without ties."""
    rows, matrix, degrees = len(incidence.bodies), incidence.matrix, incidence.degrees.astype(np.float64)
    total = matrix.nnz
    if not total:
        return float("nan")
    kinds = int(groups.max()) + 1
    within = np.repeat(groups[:rows], np.diff(matrix.indptr)) == groups[rows:][matrix.indices]
    bodies = np.bincount(groups[:rows], weights=degrees[:rows], minlength=kinds)
    members = np.bincount(groups[rows:], weights=degrees[rows:], minlength=kinds)
    return float((within.sum() - (bodies * members).sum() / total) / total)


def best_grouping(incidence: Incidence, seed: int, starts: int) -> IntArray:
    """Return the group of each node (stacked numbers from 0) in the best grouping of so many starts.

    Blondel and others 2008, doi:10.1088/1742-5468/2008/10/P10008, with Barber's null model: each node goes to
    the group of a neighbour where it adds most, groups then move as one, until nothing adds; at last single
    nodes are moved once more, and what that makes moves as one again, as long as it gains. The first start
    takes nodes in the order of `structural_order`, the others shuffle it; the earliest of equals is taken.
    """
    order = structural_order(incidence)
    finest = _finest(incidence, order)
    draw = np.random.default_rng(seed)
    best, worth = list(range(len(order))), -1
    for start in range(starts):
        turns = draw.permutation(len(order)).tolist() if start else list(range(len(order)))
        groups, found = _grouped(finest, turns)
        best, worth = (groups, found) if found > worth else (best, worth)
    stacked = np.empty(len(order), dtype=np.int64)
    stacked[order] = best
    return stacked


def _grouped(finest: Level, turns: list[int]) -> tuple[list[int], int]:
    """Return the groups that moving nodes in these turns and merging make, and what they are worth."""
    best, worth = list(range(len(turns))), _worth(finest, list(range(len(turns))))
    while True:
        groups, _ = _moved(finest, best, turns)
        groups = _merged(finest, groups)
        found = _worth(finest, groups)
        if found <= worth:
            return best, worth
        best, worth = groups, found


def _worth(level: Level, groups: list[int]) -> int:
    """Return the modularity of groups times the square of the number of ties, exactly."""
    bodies, members = _sums(level, groups)
    ends = sum(
        weight
        for node, others in enumerate(level.ties)
        for other, weight in others.items()
        if groups[other] == groups[node]
    )
    expected = sum(one * other for one, other in zip(bodies, members, strict=True))
    return ends // 2 * sum(level.bodies) - expected


def _finest(incidence: Incidence, order: IntArray) -> Level:
    """Return the network with its nodes numbered in this order."""
    rows, neighbours = len(incidence.bodies), neighbour_lists(incidence)
    rank = np.empty_like(order)
    rank[order] = np.arange(len(order))
    ranks, degrees = rank.tolist(), incidence.degrees.tolist()
    nodes = order.tolist()
    ties = [dict.fromkeys(sorted(map(ranks.__getitem__, neighbours[node])), 1) for node in nodes]
    return Level(
        ties,
        [degrees[node] if node < rows else 0 for node in nodes],
        [degrees[node] if node >= rows else 0 for node in nodes],
    )


def _merged(finest: Level, groups: list[int]) -> list[int]:
    """Return the groups after moving whole groups, and groups of groups, until nothing moves."""
    while True:
        coarse = _coarse(finest, groups)
        moved, changed = _moved(coarse, list(range(len(coarse.ties))), range(len(coarse.ties)))
        if not changed:
            return groups
        groups = _renumbered([moved[group] for group in groups])


def _moved(level: Level, groups: list[int], order: Sequence[int]) -> tuple[list[int], bool]:
    """Return the groups after moving one after the other to where it adds most, and whether any moved.

    A node is looked at again only after one of its neighbours has moved.
    """
    mine = list(groups)
    bodies, members = _sums(level, mine)
    total = sum(level.bodies)
    waiting, there = deque(order), [True] * len(mine)
    moved = False
    while waiting:
        node = waiting.popleft()
        there[node] = False
        old, (own_bodies, own_members) = mine[node], (level.bodies[node], level.members[node])
        bodies[old] -= own_bodies
        members[old] -= own_members
        new = _best(level, node, mine, bodies, members, total)
        bodies[new] += own_bodies
        members[new] += own_members
        if new != old:
            mine[node], moved = new, True
            again = [other for other in level.ties[node] if mine[other] != new and not there[other]]
            waiting.extend(again)
            for other in again:
                there[other] = True
    return _renumbered(mine), moved


def _best(level: Level, node: int, mine: list[int], bodies: list[int], members: list[int], total: int) -> int:
    """Return the group in which the node adds most, its own where none adds more."""
    own_bodies, own_members = level.bodies[node], level.members[node]
    joined: dict[int, int] = {mine[node]: 0}
    for other, weight in level.ties[node].items():
        group = mine[other]
        joined[group] = joined.get(group, 0) + weight
    best, most = mine[node], None
    for group, weight in joined.items():
        gain = weight * total - own_bodies * members[group] - own_members * bodies[group]
        if most is None or gain > most:
            best, most = group, gain
    return best


def _coarse(finest: Level, groups: list[int]) -> Level:
    bodies, members = _sums(finest, groups)
    count = max(groups, default=-1) + 1
    ties: Ties = [{} for _ in range(count)]
    for node, others in enumerate(finest.ties):
        mine = ties[groups[node]]
        for other, weight in others.items():
            if groups[other] != groups[node]:
                mine[groups[other]] = mine.get(groups[other], 0) + weight
    return Level(ties, bodies[:count], members[:count])


def _sums(level: Level, groups: list[int]) -> tuple[list[int], list[int]]:
    bodies, members = [0] * (len(groups) + 1), [0] * (len(groups) + 1)
    for node, group in enumerate(groups):
        bodies[group] += level.bodies[node]
        members[group] += level.members[node]
    return bodies, members


def _renumbered(groups: list[int]) -> list[int]:
    """Return the groups numbered from 0 as they first come."""
    number = {group: place for place, group in enumerate(dict.fromkeys(groups))}
    return [number[group] for group in groups]


def structural_order(incidence: Incidence) -> IntArray:
    """Return the nodes (stacked) in an order that their ties decide; ids only where these cannot.

    Nodes are told apart by degree, then by what their neighbours are, in some rounds.
    """
    neighbours = neighbour_lists(incidence)
    kind = incidence.degrees.tolist()
    for _ in range(4):
        seen = [
            (kind[node], tuple(sorted(map(kind.__getitem__, near)))) for node, near in enumerate(neighbours)
        ]
        number = {each: place for place, each in enumerate(sorted(set(seen)))}
        kind = [number[each] for each in seen]
    ids = [incidence.nodes[place] for place in incidence.places.tolist()]
    return np.array(sorted(range(len(kind)), key=lambda node: (kind[node], ids[node])), dtype=np.int64)
