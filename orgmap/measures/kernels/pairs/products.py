"""Products of sparse matrices only where they are asked for, in blocks of rows, so that memory is bounded."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import TypeVar

import numpy as np
import numpy.typing as npt
from scipy import sparse

from orgmap.measures.arrays import FloatArray, IntArray
from orgmap.measures.kernels.blocks import in_order

Matrix = sparse.csr_array[np.float64]
Result = TypeVar("Result")

_BLOCK_STEPS = 2**22


def pattern(matrix: Matrix) -> Matrix:
    """Return a matrix of ones where `matrix` has entries."""
    return like(matrix, np.ones(matrix.nnz))


def like(matrix: Matrix, entries: FloatArray) -> Matrix:
    """Return a matrix with these entries at the places of those of `matrix`."""
    return sparse.csr_array((entries, matrix.indices, matrix.indptr), shape=matrix.shape)


def row_sums(matrix: Matrix, entries: FloatArray) -> FloatArray:
    """Return for each row of `matrix` the sum of its `entries`."""
    rows = np.repeat(np.arange(matrix.shape[0]), np.diff(matrix.indptr))
    return totals(rows, entries, matrix.shape[0])


def totals(places: npt.NDArray[np.integer], values: npt.ArrayLike, count: int) -> FloatArray:
    """Return for each of `count` places the sum of the `values` that belong there."""
    return np.asarray(np.bincount(places, weights=values, minlength=count), dtype=np.float64)


def end_sums(matrix: Matrix, values: npt.ArrayLike) -> FloatArray:
    """Return for each row of `matrix` the sum of the `values` of its columns, weighted by its entries."""
    return np.asarray(matrix @ np.asarray(values, dtype=np.float64), dtype=np.float64)


def one_more(left: Matrix, right: Matrix, where: Matrix, what: str) -> FloatArray:
    """Return 1 + (left @ right) at each entry of `where`; no entry of `left` and `right` is below nil.

    The one keeps an entry that is nil in its place.
    """
    ones = pattern(where)

    def work(rows: slice) -> FloatArray:
        asked = part(ones, rows)
        found = (part(left, rows) @ right).multiply(asked).tocsr() + asked
        found.sort_indices()
        return found.data

    return np.concatenate([np.empty(0), *by_rows(work, left, right, what)])


def part(matrix: Matrix, rows: slice) -> Matrix:
    """Return some rows of `matrix`; the matrix itself where these are all."""
    return matrix if rows == slice(0, matrix.shape[0]) else matrix[rows]


def by_rows(work: Callable[[slice], Result], left: Matrix, right: Matrix, what: str) -> list[Result]:
    """Return the results of `work` on blocks of rows of `left`, each small enough to multiply by `right`."""
    blocks = _blocks(np.cumsum(end_sums(pattern(left), np.diff(right.indptr))))
    return list(in_order(work, blocks, len(blocks), what))


def _blocks(steps: FloatArray) -> list[slice]:
    """Return slices of rows of about as many steps as a block may have; `steps` is their running sum."""
    numbers: IntArray = (steps // _BLOCK_STEPS).astype(np.int64)
    starts = np.flatnonzero(np.diff(numbers, prepend=-1)).tolist()
    return [slice(start, stop) for start, stop in pairwise([*starts, len(steps)])]
