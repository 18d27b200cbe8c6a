"""What key players can be best at: breaking a network up, drawing it apart, reaching it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy import sparse

from orgmap.measures.arrays import BoolArray, FloatArray, Incidence, IntArray
from orgmap.measures.kernels.groups.choosing import Places
from orgmap.measures.kernels.groups.nearness import (
    NearArray,
    both_ways,
    nearness_of,
    nearness_sums,
    nearness_without_each,
)
from orgmap.measures.kernels.groups.splitting import neighbour_lists, pairs_without


@dataclass(frozen=True, eq=False)
class _Of:
    """Candidates (stacked) of a network."""

    incidence: Incidence
    candidates: IntArray

    @cached_property
    def size(self) -> int:
        """Ties and nodes, which one search runs through."""
        return 2 * self.incidence.matrix.nnz + len(self.incidence.nodes)

    @cached_property
    def twins(self) -> Sequence[int]:
        """For each candidate the one before it with the same neighbours; -1 where there is none."""
        neighbours = neighbour_lists(self.incidence)
        last: dict[tuple[int, ...], int] = {}
        before = []
        for place, node in enumerate(self.candidates.tolist()):
            kind = (int(node < len(self.incidence.bodies)), *neighbours[node])
            before.append(last.get(kind, -1))
            last[kind] = place
        return before

    def nodes(self, chosen: Places) -> list[int]:
        """Return the stacked places of the candidates chosen."""
        return [int(self.candidates[place]) for place in chosen]

    def share(self, joined: FloatArray, chosen: Places) -> FloatArray:
        """Return 1 less what is joined over all ordered pairs left without those chosen and one more.

        0 where fewer than two nodes are left.
        """
        left = len(self.incidence.nodes) - len(chosen) - 1
        return 1 - joined / (left * (left - 1)) if left > 1 else np.zeros(len(joined))


class Breaking(_Of):
    """The share of pairs that no longer reach one another without the set (fragmentation)."""

    @property
    def cost(self) -> int:
        """A search in Python counts some three hundred."""
        return 300 * self.size

    def values(self, chosen: Places) -> FloatArray:
        """Return the fragmentation of what is left, for each candidate gone with those chosen."""
        left = pairs_without(neighbour_lists(self.incidence), self.nodes(chosen))[self.candidates]
        return self.share(left.astype(np.float64), chosen)


class Loosening(_Of):
    """How far apart the rest is without the set: 1 less the mean of 1 / distance."""

    @property
    def cost(self) -> int:
        """One search for each candidate, 64 sources to a word, some eight steps deep."""
        return len(self.candidates) * self.search

    @cached_property
    def search(self) -> int:
        """The cost of one search."""
        return 40 * self.size * -(-len(self.incidence.nodes) // 64)

    def values(self, chosen: Places) -> FloatArray:
        """Return the distance-weighted fragmentation of what is left, for each candidate gone too.

        A candidate that joins no two of its neighbours alone goes without changing the distances of others.
        """
        ties, gone = both_ways(self.incidence), self.nodes(chosen)
        sums = nearness_sums(ties, gone)
        left: FloatArray = np.asarray(sums.sum() - 2 * sums[self.candidates], dtype=np.float64)
        searched = np.flatnonzero(_joining(self.incidence, gone)[self.candidates])
        left[searched] = nearness_without_each(ties, gone, self.candidates[searched])
        return self.share(left.astype(np.float64), chosen)


@dataclass(frozen=True, eq=False)
class Reaching(_Of):
    """How near the set is to all nodes: the mean of 1 / distance to the nearest of it, or those in reach."""

    steps: int | None

    @cached_property
    def cost(self) -> int:
        """The distances from all candidates to all nodes."""
        return len(self.candidates) * len(self.incidence.nodes)

    @cached_property
    def near(self) -> NearArray:
        """How near each candidate (columns) is to each node (rows)."""
        return nearness_of(self.incidence, self.candidates, self.steps)

    def values(self, chosen: Places) -> FloatArray:
        """Return the reach of those chosen with each candidate."""
        nearest = self.near[:, list(chosen)].max(axis=1, initial=0.0)[:, np.newaxis]
        together = np.maximum(self.near, nearest).sum(axis=0, dtype=np.float64)
        return np.asarray(together / len(self.incidence.nodes), dtype=np.float64)

    def exact(self, chosen: Places) -> float:
        """Return the reach of those chosen to the last digit; `values`, to compare, are less precise."""
        nearest = self.near[:, list(chosen)].max(axis=1, initial=0.0)
        distance = np.rint(1 / nearest[nearest > 0].astype(np.float64))
        return float((1 / distance).sum() / len(self.incidence.nodes))


def _joining(incidence: Incidence, gone: list[int]) -> BoolArray:
    """Tell for each node whether it alone joins some two of its neighbours, without those gone; stacked."""
    rows = len(incidence.bodies)
    here = np.ones(len(incidence.nodes))
    here[gone] = 0
    matrix = sparse.diags_array(here[:rows]) @ incidence.matrix @ sparse.diags_array(here[rows:])
    return np.concatenate([_alone(matrix.tocsr()), _alone(matrix.T.tocsr())])


def _alone(rows: sparse.csr_array[np.float64]) -> BoolArray:
    """Tell for each row whether two of its columns have no other row in common."""
    across = rows.T.tocsr()
    shared = across @ rows
    shared.data = (shared.data == 1).astype(np.float64)
    shared.setdiag(0)
    pairs: IntArray = (rows @ shared).multiply(rows).sum(axis=1)
    return np.asarray(pairs > 0)
