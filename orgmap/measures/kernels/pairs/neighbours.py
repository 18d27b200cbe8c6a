"""The neighbours in a projection, each with what is shared; nodes that are alike are taken together."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy import sparse
from scipy.sparse import csgraph

from orgmap.measures.arrays import FloatArray, Incidence, IntArray, ratio
from orgmap.measures.kernels.pairs.one_mode import Mode
from orgmap.measures.kernels.pairs.products import Matrix, like, one_more, pattern, row_sums

_CACHED = 4096


@dataclass(frozen=True, eq=False)
class Neighbours:
    """The projection of one mode; nodes whose only tie leads to the same place are of one *kind*.

    `kind` is the number of each node's kind, -1 for one without ties; `size` how many nodes are of a kind.
    `shared` (kinds x kinds) holds how many two nodes of these kinds share, and on the diagonal how many one
    has, which two of a kind share as well. Every other node with two ties or more is a kind of its own.
    """

    kind: IntArray
    size: FloatArray
    shared: Matrix

    @cached_property
    def others(self) -> FloatArray:
        """For each entry of `shared`: how many neighbours of a node it stands for."""
        return np.asarray(self.size[self.shared.indices] - self.own, dtype=np.float64)

    @cached_property
    def own(self) -> FloatArray:
        """For each entry of `shared`: 1 on the diagonal, 0 elsewhere."""
        return np.equal(self.rows, self.shared.indices).astype(np.float64)

    @cached_property
    def rows(self) -> IntArray:
        """For each entry of `shared`: its row."""
        return np.repeat(np.arange(len(self.size)), np.diff(self.shared.indptr))

    @cached_property
    def degree(self) -> FloatArray:
        """The number of neighbours of a node of each kind."""
        return row_sums(self.shared, self.others)

    @cached_property
    def constraint(self) -> FloatArray:
        """Burt's constraint of a node of each kind, all ties of equal strength; NaN without neighbours."""
        known, share = pattern(self.shared), 1 / np.maximum(self.degree, 1)
        weight = self.size * share
        through = one_more(like(known, weight[known.indices]), known, known, "constraint")
        through -= share[self.rows] + share[known.indices]
        return ratio(row_sums(known, self.others * through**2), self.degree**2)

    def mean(self, entries: FloatArray) -> FloatArray:
        """Return for a node of each kind the mean over its neighbours; NaN where it has none."""
        return ratio(row_sums(self.shared, self.others * entries), self.degree)

    def spread(self, values: FloatArray) -> FloatArray:
        """Return for each node the value of its kind; NaN for one without ties."""
        return np.append(values, np.nan)[self.kind]


def neighbours(incidence: Incidence, mode: Mode) -> Neighbours:
    """Return the neighbours of the nodes of a mode."""
    return incidence.once(f"neighbours of mode {mode}", lambda: _neighbours(side_of(incidence, mode)))


def side_of(incidence: Incidence, mode: Mode) -> Matrix:
    """Return the incidence with a row for each node of a mode, in the order of the mode."""
    matrix = incidence.matrix if mode == "body" else incidence.matrix.T.tocsr()
    indices, indptr = matrix.indices.astype(np.int32), matrix.indptr.astype(np.int32)
    return sparse.csr_array((np.ones(matrix.nnz), indices, indptr), shape=matrix.shape)


def _neighbours(side: Matrix) -> Neighbours:
    ties = np.diff(side.indptr)
    tied = np.flatnonzero(ties > 0)
    key = side.shape[1] + np.arange(side.shape[0])
    lone = ties == 1
    key[lone] = side.indices[side.indptr[:-1][lone]]
    _, first, number, size = np.unique(key[tied], return_index=True, return_inverse=True, return_counts=True)
    one_of_each = side[tied[first]]
    order = _close_together(one_of_each @ one_of_each.T)
    kind = np.full(side.shape[0], -1)
    kind[tied] = np.argsort(order)[number]
    near = one_of_each[order]
    shared = near @ near.T
    shared.sort_indices()
    return Neighbours(kind, size[order].astype(np.float64), shared)


def _close_together(shared: Matrix) -> IntArray:
    """Return an order in which neighbours stand close together, where a cache does not hold them all."""
    if shared.shape[0] < _CACHED:
        return np.arange(shared.shape[0])
    return csgraph.reverse_cuthill_mckee(shared, symmetric_mode=True).astype(np.int64)
