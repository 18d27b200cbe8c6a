"""Betweenness before normalisation: how many of the shortest paths of others run through a node."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from orgmap.measures.arrays import FloatArray, Incidence
from orgmap.measures.kernels.core import Side, component_sums, rank_within, sides
from orgmap.measures.kernels.trees import PendantTrees, pendant_trees

_WIDEST = 32
_BLOCK_NUMBERS = 2**24


def flow(incidence: Incidence) -> FloatArray:
    """Return the betweenness of each node, every pair of others counted once; stacked.

    Paths that end in a pendant tree come from the sizes of its branches; paths across the core from Brandes
    2001 (doi:10.1080/0022250X.2001.9990249), where a core node stands for all that hangs from it. Each step
    of distance takes in the whole core, which suits networks a few dozen steps across, as boards make.
    """
    trees = pendant_trees(incidence.matrix)
    through = _through_trees(incidence, trees)
    bodies, members = sides(incidence, trees)
    for pair in ((bodies, members), (members, bodies)):
        for starts, weight in _blocks(pair):
            _add_paths(through, pair, starts, weight)
    return through


def _through_trees(incidence: Incidence, trees: PendantTrees) -> FloatArray:
    """Return the paths with an end in a branch that hangs from the node: to another branch, to the rest."""
    hanging = trees.size - 1
    within = component_sums(incidence.components, np.ones(len(hanging)))
    return (hanging**2 - trees.squares) / 2 + hanging * (within - 1 - hanging)


def _blocks(pair: tuple[Side, Side]) -> Iterator[tuple[FloatArray, FloatArray]]:
    """Yield blocks of sources on the first side: where each column starts, and half its weight by component.

    A column holds one source of each component, as they cannot meet. Half: a pair is met from both ends.
    """
    near = pair[0]
    if not near.places.size:
        return
    rank = rank_within(near.component)
    components = int(near.component.max()) + 1
    width = _width(pair, np.equal(rank, 0)[:, np.newaxis].astype(np.float64))
    for first in range(0, int(rank.max()) + 1, width):
        sources = np.flatnonzero((first <= rank) & (rank < first + width))
        columns = rank[sources] - first
        starts = np.zeros((len(rank), int(columns.max()) + 1))
        starts[sources, columns] = 1.0
        weight = np.zeros((components, starts.shape[1]))
        weight[near.component[sources], columns] = near.weight[sources] / 2
        yield starts, weight


def _width(pair: tuple[Side, Side], starts: FloatArray) -> int:
    """Return how many columns fit in a block, as no source reaches deeper than twice what another does."""
    deepest = 2 * len(_fronts(pair, starts))
    return max(1, min(_WIDEST, _BLOCK_NUMBERS // (deepest * sum(len(side.places) for side in pair))))


def _add_paths(through: FloatArray, pair: tuple[Side, Side], starts: FloatArray, weight: FloatArray) -> None:
    """Add to `through`, for every core node, the weighted paths that set out from `starts`."""
    fronts = _fronts(pair, starts)
    ends = [side.weight[:, np.newaxis] * weight[side.component] for side in pair]
    passed = np.zeros_like(fronts[-1])
    for distance in range(len(fronts) - 1, 1, -1):
        here, before = distance % 2, 1 - distance % 2
        np.copyto(fronts[distance], np.inf, where=fronts[distance] == 0)
        passed += ends[here]
        passed /= fronts[distance]
        passed = pair[before].sums(passed)
        passed *= fronts[distance - 1]
        through[pair[before].places] += passed.sum(axis=1)


def _fronts(pair: tuple[Side, Side], starts: FloatArray) -> list[FloatArray]:
    """Return by distance the number of shortest paths to the nodes at that distance; 0 for other nodes."""
    fronts = [starts]
    seen = [starts > 0, np.zeros((len(pair[1].places), starts.shape[1]), dtype=bool)]
    while True:
        side = len(fronts) % 2
        front = pair[side].sums(fronts[-1])
        np.copyto(front, 0.0, where=seen[side])
        new = front > 0
        if not new.any():
            return fronts
        seen[side] |= new
        fronts.append(front)
