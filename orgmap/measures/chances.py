"""How likely as many shared members are where lists are drawn by lot."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from scipy import sparse

from orgmap.measures.arrays import FloatArray, IntArray
from orgmap.measures.couples import Couples
from orgmap.measures.kernels.chance.classes import ONE
from orgmap.measures.kernels.chance.distinct import distinct
from orgmap.measures.kernels.chance.tails import upper_tail

_BLOCK = 1 << 16


class Chances(NamedTuple):
    """The distinct chances of so many or more, the least that the two could reach, and what to expect.

    `number` says which of them each row of a table of pairs has; `off` how far the model is off the sizes.
    """

    p: FloatArray
    least: FloatArray
    expected: FloatArray
    number: IntArray
    off: float = 0.0


def by_lot(found: Couples, forced: sparse.csr_array[Any]) -> Chances:
    """Return chances where each list is drawn by lot, from those who are free for both (hypergeometric)."""
    sizes = found.side.sizes
    columns = [
        np.full(len(found.shared), found.side.everybody),
        sizes[found.first],
        sizes[found.second],
        found.shared,
    ]
    each = np.diff(forced.indptr)
    touched = np.flatnonzero(each[found.first] + each[found.second])
    if len(touched):
        free = _free(found.side.matrix, forced, found.first[touched], found.second[touched])
        for column, taken in zip(columns, free, strict=True):
            column[touched] -= taken
    everybody, a, b, shared = columns
    (n, low, high, both), number = distinct(everybody, np.minimum(a, b), np.maximum(a, b), shared)
    expected = low * high / np.maximum(n, 1)
    return Chances(upper_tail(n, low, high, both), upper_tail(n, low, high, low), expected, number)


def _free(
    matrix: sparse.csr_array[Any], forced: sparse.csr_array[Any], first: IntArray, second: IntArray
) -> tuple[IntArray, IntArray, IntArray, IntArray]:
    """Return how many of everybody, of either list and of the shared are forced in one of the two rows."""
    mark, one = cells_of(forced), cells_of(forced, ONE)
    each, ones = (np.diff(which.indptr).astype(np.int64) for which in (mark, one))
    shared_ones = common(one, one, first, second)
    return (
        each[first] + each[second] - common(mark, mark, first, second),
        ones[first] + common(matrix, mark, first, second) - common(one, mark, first, second),
        ones[second] + common(mark, matrix, first, second) - common(mark, one, first, second),
        common(one, matrix, first, second) + common(matrix, one, first, second) - shared_ones,
    )


def common(
    one: sparse.csr_array[Any], other: sparse.csr_array[Any], first: IntArray, second: IntArray
) -> IntArray:
    """Return the products of rows `first` of one and rows `second` of the other."""
    total = np.zeros(len(first), dtype=np.int64)
    for low in range(0, len(first), _BLOCK):
        part = slice(low, low + _BLOCK)
        total[part] = one[first[part]].multiply(other[second[part]]).sum(axis=1)
    return total


def cells_of(forced: sparse.csr_array[Any], kind: int | None = None) -> sparse.csr_array[Any]:
    """Return 1 in the forced cells of a kind, or of any."""
    kept = np.flatnonzero(forced.data == kind) if kind else np.arange(forced.nnz)
    first, second = forced.tocoo().coords
    ones = np.ones(len(kept), dtype=np.int64)
    return sparse.csr_array((ones, (first[kept], second[kept])), shape=forced.shape)
