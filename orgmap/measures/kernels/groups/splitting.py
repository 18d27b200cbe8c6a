"""Into what a network splits when nodes go: one search in depth answers for every next node at once."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np

from orgmap.measures.arrays import Incidence, IntArray


def neighbour_lists(incidence: Incidence) -> list[list[int]]:
    """Return the neighbours of each node; stacked."""
    return incidence.once("neighbour lists", lambda: _neighbour_lists(incidence))


def pairs_without(neighbours: Sequence[Sequence[int]], gone: Collection[int]) -> IntArray:
    """Return for each node how many ordered pairs still reach one another without it and those `gone`.

    For a node that is gone already it is what is left without those gone. Low points as in Hopcroft and
    Tarjan 1973, doi:10.1145/362248.362272: a branch whose low point is not above a node falls off with it.
    """
    order, parent, place = _search(neighbours, gone)
    size = [1] * len(neighbours)
    fallen, split = [0] * len(neighbours), [0] * len(neighbours)
    low = place.copy()
    for node in reversed(order):
        above = parent[node]
        reach = min(map(place.__getitem__, neighbours[node]), default=place[node])
        reach = min(reach, low[node])
        if above < 0:
            continue
        size[above] += size[node]
        low[above] = min(low[above], reach)
        if reach >= place[above]:
            fallen[above] += size[node]
            split[above] += size[node] * (size[node] - 1)
    return _left(order, parent, *(np.array(each, dtype=np.int64) for each in (size, fallen, split)))


def _neighbour_lists(incidence: Incidence) -> list[list[int]]:
    rows, matrix = len(incidence.bodies), incidence.matrix
    across = matrix.T.tocsr()
    down = np.split(matrix.indices + rows, matrix.indptr[1:-1])[:rows]
    up = np.split(across.indices, across.indptr[1:-1])[: len(incidence.members)]
    return [each.tolist() for each in (*down, *up)]


def _search(
    neighbours: Sequence[Sequence[int]], gone: Collection[int]
) -> tuple[list[int], list[int], list[int]]:
    """Return the nodes in the order of a search in depth, their parents (-1 at a root) and their places.

    Nodes that are gone have a place behind all others, and no parent.
    """
    count = len(neighbours)
    parent, place = [-1] * count, [-1] * count
    order: list[int] = []
    for node in gone:
        place[node] = count
    for root in range(count):
        waiting = [(root, -1)]
        while waiting:
            node, above = waiting.pop()
            if place[node] < 0:
                parent[node], place[node] = above, len(order)
                order.append(node)
                waiting.extend([(other, node) for other in neighbours[node] if place[other] < 0])
    return order, parent, place


def _left(order: list[int], parent: list[int], size: IntArray, fallen: IntArray, split: IntArray) -> IntArray:
    """Return the pairs left without each node, from the sizes of what it holds and of what falls off it."""
    top = list(range(len(parent)))
    for node in order:
        if parent[node] >= 0:
            top[node] = top[parent[node]]
    roots = [node for node in order if parent[node] < 0]
    whole = int((size[roots] * (size[roots] - 1)).sum())
    left = np.full(len(parent), whole)
    within = size[top]
    rest = within - 1 - fallen
    lost = within * (within - 1) - split - rest * (rest - 1)
    left[order] -= lost[order]
    return left
