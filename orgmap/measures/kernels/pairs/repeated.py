"""Two that share more than one: what redundancy, closed paths and two-mode holes are counted from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy import sparse

from orgmap.measures.arrays import FloatArray, Incidence, IntArray
from orgmap.measures.kernels.pairs.neighbours import side_of
from orgmap.measures.kernels.pairs.one_mode import Mode
from orgmap.measures.kernels.pairs.products import Matrix, by_rows, one_more, part, pattern, row_sums, totals


@dataclass(frozen=True, eq=False)
class Repeated:
    """The nodes of one mode that have two ties or more; no other node shares more than one with another.

    `places` are their numbers in the mode, `ties` their incidence, `shared` how many each two of them share,
    without the diagonal. For each node of the other mode `ends` is its number of ties, and `lone` how many of
    these lead to nodes with no other tie.
    """

    places: IntArray
    ties: Matrix
    shared: Matrix
    ends: FloatArray
    lone: FloatArray

    @cached_property
    def again(self) -> Matrix:
        """For each two that share more than one: how many they share beside one."""
        found = self.shared.copy()
        found.data -= 1
        found.eliminate_zeros()
        return found

    @cached_property
    def twice(self) -> FloatArray:
        """For each tie of `ties`: with how many others at its end its node shares more than this end."""
        return one_more(pattern(self.again), self.ties, self.ties, "double links") - 1

    @cached_property
    def triples(self) -> tuple[FloatArray, FloatArray]:
        """What three nodes share; for each node two counts.

        First, of pairs of others that share two, how many share both with this node. Second, of pairs that
        this node forms with another, over all third nodes: how many the three share beside one.
        """
        upper = sparse.triu(self.again, k=1, format="csr")
        first = np.repeat(np.arange(upper.shape[0]), np.diff(upper.indptr))
        second, shared = upper.indices, upper.data + 1
        both = self.ties[first].multiply(self.ties[second]).tocsr()
        members = self.ties.T.tocsr()
        count = len(self.places)

        def work(rows: slice) -> tuple[FloatArray, FloatArray]:
            three = part(both, rows) @ members
            wide = np.repeat(shared[rows], np.diff(three.indptr))
            inside = three.indices[(wide == 2) & (three.data == 2)]
            beside = row_sums(three, np.maximum(three.data - 1, 0)) - 2 * (shared[rows] - 1)
            return np.bincount(inside, minlength=count).astype(np.float64), beside

        found = by_rows(work, both, members, "what three have in common")
        ends = np.concatenate([first, second])
        inside = sum((one for one, _ in found), np.zeros(count))
        inside -= totals(ends, np.tile(shared == 2, 2), count)
        beside = np.concatenate([np.empty(0), *(two for _, two in found)])
        return inside, totals(ends, np.tile(beside, 2), count)


def repeated(incidence: Incidence, mode: Mode) -> Repeated:
    """Return the nodes of a mode that have two ties or more, and what they share."""
    return incidence.once(f"repeated in mode {mode}", lambda: _repeated(side_of(incidence, mode)))


def _repeated(side: Matrix) -> Repeated:
    places = np.flatnonzero(np.diff(side.indptr) > 1)
    ties = side[places]
    shared = ties @ ties.T
    shared.setdiag(0)
    shared.eliminate_zeros()
    shared.sort_indices()
    ends = np.bincount(side.indices, minlength=side.shape[1]).astype(np.float64)
    lone = ends - np.bincount(ties.indices, minlength=side.shape[1])
    return Repeated(places, ties, shared, ends, lone)
