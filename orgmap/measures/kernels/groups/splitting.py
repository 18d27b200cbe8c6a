"""Into what a network splits when nodes go: one search in depth answers for every next node at once."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np

from orgmap.measures.arrays import Incidence, IntArray
from orgmap.measures.kernels.groups.depth_first import depth_first


def neighbour_lists(incidence: Incidence) -> list[list[int]]:
    """Return the neighbours of each node; stacked."""
    return incidence.once("neighbour lists", lambda: _neighbour_lists(incidence))


def _neighbour_lists(incidence: Incidence) -> list[list[int]]:
    rows, matrix = len(incidence.bodies), incidence.matrix
    across = matrix.T.tocsr()
    down = np.split(matrix.indices + rows, matrix.indptr[1:-1])[:rows]
    up = np.split(across.indices, across.indptr[1:-1])[: len(incidence.members)]
    return [each.tolist() for each in (*down, *up)]


def pairs_without(neighbours: Sequence[Sequence[int]], gone: Collection[int]) -> IntArray:
    """Return for each node how many ordered pairs still reach one another without it and those `gone`.

    For a node that is gone already it is what is left without those gone.
    """
    found = depth_first(neighbours, gone)
    fallen, split = [0] * len(neighbours), [0] * len(neighbours)
    for node in found.held:
        above, branch = found.parent[node], found.size[node]
        fallen[above] += branch
        split[above] += branch * (branch - 1)
    size, off, pairs_off = (np.array(each, dtype=np.int64) for each in (found.size, fallen, split))
    roots = found.roots()
    whole = int((size[roots] * (size[roots] - 1)).sum())
    within = size[found.tops()]
    rest = within - 1 - off
    lost = within * (within - 1) - pairs_off - rest * (rest - 1)
    left = np.full(len(neighbours), whole)
    left[found.order] -= lost[found.order]
    return left
