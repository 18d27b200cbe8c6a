"""Pendant trees: the part of a network that hangs from the rest by one tie, which closed forms answer for."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import sparse

from orgmap.measures.arrays import BoolArray, IntArray


@dataclass(frozen=True, eq=False)
class PendantTrees:
    """The nodes of degree one taken off round by round until none is left; arrays are stacked.

    `parent` is the node from which a taken node hangs (-1 for one that was not taken), `rounds` the taken
    nodes, outermost first. What is not taken is `core` (on a cycle or between cycles) or the root of a
    component that is a tree. `size` counts a node and all that hangs from it, `depth` sums the distances
    from a node to all that hangs from it, `squares` sums the squared sizes of its branches.
    """

    parent: IntArray
    rounds: tuple[IntArray, ...]
    core: BoolArray
    size: IntArray
    depth: IntArray
    squares: IntArray


def pendant_trees(matrix: sparse.csr_array[np.int64]) -> PendantTrees:
    """Return the pendant trees of the network with this incidence (bodies x members)."""
    degree, parent, rounds = _peel(matrix)
    size = np.ones_like(parent)
    depth, squares = np.zeros_like(parent), np.zeros_like(parent)
    for taken in rounds:
        above = parent[taken]
        np.add.at(squares, above, size[taken] ** 2)
        np.add.at(depth, above, depth[taken] + size[taken])
        np.add.at(size, above, size[taken])
    return PendantTrees(parent, rounds, degree > 1, size, depth, squares)


def _peel(matrix: sparse.csr_array[np.int64]) -> tuple[IntArray, IntArray, tuple[IntArray, ...]]:
    """Return the degrees that are left, the parents and the rounds.

    The sum of the numbers of a node's neighbours is kept: where one neighbour is left, the sum is that one.
    """
    rows, columns = matrix.shape
    degree = np.concatenate([matrix.sum(axis=1), matrix.sum(axis=0)])
    neighbours = np.concatenate([matrix @ np.arange(rows, rows + columns), np.arange(rows) @ matrix])
    parent = np.full(rows + columns, -1)
    rounds = []
    loose = np.flatnonzero(degree == 1)
    while loose.size:
        above = neighbours[loose]
        taken = loose[(degree[above] > 1) | (loose > above)]
        above = neighbours[taken]
        parent[taken] = above
        np.subtract.at(neighbours, above, taken)
        np.subtract.at(degree, above, 1)
        degree[taken] = 0
        rounds.append(taken)
        loose = np.unique(above[degree[above] == 1])
    return degree, parent, tuple(rounds)
