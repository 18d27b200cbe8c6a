"""Two-paths: the pairs of neighbours between which a node stands, and those that nobody else joins."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

import numpy as np
import numpy.typing as npt
from scipy import sparse
from scipy.sparse import csgraph

from orgmap.measures.arrays import Incidence, IntArray, Network, is_projection, stack
from orgmap.measures.kernels.blocks import in_order
from orgmap.measures.kernels.pairs.one_mode import shared_counts

Ties = sparse.csr_array[np.int64]
Reduced = TypeVar("Reduced")

_HIGH = 32
_JOINED = 1 << 31
_BLOCK_STEPS = 2**20
_WHAT = "who stands between whom"


@dataclass(frozen=True, eq=False)
class TwoPaths:
    """For each node the pairs of its neighbours that are not joined, and those that only it joins."""

    activity: IntArray
    exclusivity: IntArray


@dataclass(frozen=True, eq=False)
class Meetings:
    """Every two nodes of which one has its row in a block, and that are joined or have a common neighbour.

    `numbers` are the nodes that have a row, `rows` the row of each two; `cells` hold what `meetings` says.
    """

    numbers: IntArray
    rows: IntArray
    columns: IntArray
    cells: npt.NDArray[np.uint64]

    def joined(self) -> tuple[IntArray, IntArray, IntArray, IntArray]:
        """Return rows and columns of those that are joined, the number of common neighbours, and the sum."""
        found = np.flatnonzero(self.cells & np.uint64(_JOINED))
        cells = self.cells[found]
        common = (cells & np.uint64(_JOINED - 1)).astype(np.int64)
        return self.rows[found], self.columns[found], common, (cells >> np.uint64(_HIGH)).astype(np.int64)

    def by_one_alone(self) -> tuple[IntArray, IntArray]:
        """Return the row of each two that are not joined and have one common neighbour, and the sum."""
        alone = np.flatnonzero((self.cells & np.uint64(2**_HIGH - 1)) == 1)
        others = alone[self.numbers[self.rows[alone]] != self.columns[alone]]
        return self.rows[others], (self.cells[others] >> np.uint64(_HIGH)).astype(np.int64)


def two_paths(incidence: Incidence, network: Network) -> TwoPaths:
    """Return the two-paths of each node in the two-mode network, or in the projection of its own mode."""
    return incidence.once(f"two-paths, {network}", lambda: _counted(incidence, ties_of(incidence, network)))


def ties_of(incidence: Incidence, network: Network) -> Ties:
    """Return the ties of the two-mode network, or of both projections side by side: symmetric; stacked."""
    if is_projection(network):
        sides = [shared_counts(incidence, "body"), shared_counts(incidence, "member")]
        return ones(sparse.block_diag(sides, format="csr"))
    one_way = stack(incidence.matrix)
    return ones((one_way + one_way.T).tocsr())


def ones(ties: Ties) -> Ties:
    """Return the same ties, each of weight 1."""
    return sparse.csr_array((np.ones_like(ties.data), ties.indices, ties.indptr), shape=ties.shape)


def side_by_side(ties: Ties) -> IntArray:
    """Return an order of the nodes in which neighbours are near one another, which keeps memory at hand."""
    if not ties.nnz:
        return np.arange(ties.shape[0])
    return csgraph.reverse_cuthill_mckee(ties, symmetric_mode=True).astype(np.int64)


def _counted(incidence: Incidence, ties: Ties) -> TwoPaths:
    order = side_by_side(ties)
    moved = ties[order][:, order]
    standing = _standing_for(incidence)
    alike = np.bincount(standing, minlength=len(order))[order]
    rows = np.flatnonzero(alike)
    degree = np.diff(moved.indptr).astype(np.int64)
    numbers = np.repeat(np.arange(len(degree)), degree)
    triangles, alone = [np.zeros(0, dtype=np.int64)], np.zeros(len(degree))
    for closed, links, times in meetings(moved, numbers, rows, lambda met: _sums(met, alike), _WHAT):
        triangles.append(closed)
        alone += np.bincount(links, weights=times, minlength=len(degree))
    activity, exclusivity = np.empty_like(degree), np.empty_like(degree)
    activity[order[rows]] = (degree * (degree - 1))[rows] // 2 - np.concatenate(triangles) // 2
    exclusivity[order] = alone.astype(np.int64) // 2
    return TwoPaths(activity[standing], exclusivity)


def _standing_for(incidence: Incidence) -> IntArray:
    """Return for each node the one whose row stands for its own; stacked.

    Nodes with no other tie than to the same neighbour are alike: the first of them stands for all.
    """
    standing = np.arange(len(incidence.nodes))
    ties = ties_of(incidence, "two-mode")
    leaves = np.flatnonzero(incidence.degrees == 1)
    held = ties.indices[ties.indptr[leaves]]
    _, first, which = np.unique(held, return_index=True, return_inverse=True)
    standing[leaves] = leaves[first][which]
    return standing


def _sums(met: Meetings, alike: IntArray) -> tuple[IntArray, IntArray, IntArray]:
    """Return how many ordered pairs of neighbours of each row are joined, the only links, and how often."""
    rows, _, common, _ = met.joined()
    closed = np.bincount(rows, weights=common, minlength=len(met.numbers))
    apart, links = met.by_one_alone()
    return closed.astype(np.int64), links, alike[met.numbers[apart]]


def meetings(
    ties: Ties, high: IntArray, rows: IntArray, reduce: Callable[[Meetings], Reduced], what: str
) -> Iterator[Reduced]:
    """Yield what `reduce` makes of the meetings of each block of `rows`, in their order.

    `high` has a number for each tie, which is summed over the first halves of the paths between two nodes:
    at (i, k) it is the sum over the common neighbours j of the number of the tie (j, k). One product of
    sparse matrices gives all: its lowest 31 bits count common neighbours, the next bit is 1 where the two are
    joined, and the highest 32 bits hold the sum.
    """
    once = np.ones(ties.nnz, dtype=np.uint64)
    steps = (high.astype(np.uint64) << np.uint64(_HIGH)) + once
    shape = (ties.indices.astype(np.int32), ties.indptr.astype(np.int32))
    parts = [sparse.csr_array((data, *shape), shape=ties.shape) for data in (once, steps, once * _JOINED)]
    itself = sparse.eye_array(ties.shape[0], dtype=np.uint64, format="csr")
    left = sparse.hstack([parts[0][rows], itself[rows]], format="csr")
    right = sparse.vstack(parts[1:], format="csr")

    def work(span: tuple[int, int]) -> Reduced:
        return reduce(_meet(left[span[0] : span[1]], right, rows[span[0] : span[1]]))

    spans = _spans((ties @ (np.diff(ties.indptr) + 1))[rows])
    return in_order(work, spans, len(spans), what)


def _meet(
    left: sparse.csr_array[np.uint64], right: sparse.csr_array[np.uint64], numbers: IntArray
) -> Meetings:
    product = left @ right
    rows = np.repeat(np.arange(len(numbers)), np.diff(product.indptr))
    return Meetings(numbers, rows, product.indices.astype(np.int64), product.data)


def _spans(steps: IntArray) -> list[tuple[int, int]]:
    """Return the stretches of rows from each of which about equally many steps set out."""
    if not steps.size:
        return []
    block = np.cumsum(steps) // _BLOCK_STEPS
    edges = [0, *(np.flatnonzero(np.diff(block)) + 1).tolist(), len(steps)]
    return list(pairwise(edges))
