"""Which two rows of an incidence share columns, and how many: in blocks, so that any size fits in memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
from scipy import sparse

from orgmap.measures.arrays import FloatArray, IntArray
from orgmap.measures.progress import tell

_MOST = 1 << 17


class Counted(NamedTuple):
    """Pairs of rows that share columns: `first` before `second`, in their order; `shared` is how many.

    `weighted` is the sum of the weights of the columns that they share.
    """

    first: IntArray
    second: IntArray
    shared: IntArray
    weighted: FloatArray


@dataclass(frozen=True)
class _Cells:
    """The cells of an incidence in columns with two cells or more, row by row.

    `ahead` lists, column by column, the rows of the column, shifted by `bits`; a cell makes a pair with each
    row from place `start` of that list on, `count` of them. `weight` is the number of the weight of its
    column in `weights`; the cells of a row are `bounds[row]` to `bounds[row + 1]`.
    """

    ahead: IntArray
    start: IntArray
    count: IntArray
    weight: IntArray
    bounds: IntArray
    weights: FloatArray
    bits: int


def counted(matrix: sparse.csr_array[Any], weights: FloatArray | None = None) -> Counted:
    """Return all pairs of rows with a shared column; see `blocks_of_pairs`."""
    parts = list(blocks_of_pairs(matrix, weights))
    if len(parts) == 1:
        return parts[0]
    whole = [np.int64, np.int64, np.int64, np.float64]
    return Counted(
        *(
            np.concatenate([np.empty(0, dtype=kind), *each])
            for kind, each in zip(whole, zip(*parts, strict=True) if parts else [()] * 4, strict=True)
        )
    )


def blocks_of_pairs(matrix: sparse.csr_array[Any], weights: FloatArray | None = None) -> Iterator[Counted]:
    """Yield the pairs of rows with a shared column, in the order of rows, some rows at a time.

    `weights` are those of the columns, 1 without them; a column of weight NaN makes the sum NaN. Each pair of
    cells in a column is one number made of the two rows and the weight, and sorting puts equal pairs side by
    side. So sums are the same in whatever order the columns come. (Threads do not help: most of the time goes
    into steps in which numpy keeps the interpreter's lock, and blocks of this size stay in the cache.)
    """
    cells = _cells(matrix, np.ones(matrix.shape[1]) if weights is None else weights)
    made = np.concatenate([[0], np.cumsum(cells.count)])[cells.bounds]
    cuts = np.searchsorted(made, np.arange(0, made[-1], _MOST), side="right") - 1
    cuts = np.unique(np.append(cuts, len(made) - 1)) if made[-1] else cuts[:0]
    for done, (low, high) in enumerate(pairwise(cuts.tolist()), start=1):
        yield _block(cells, low, high)
        tell("pairs", done, len(cuts) - 1)


def _cells(matrix: sparse.csr_array[Any], weights: FloatArray) -> _Cells:
    columns = matrix.T.tocsr()
    size = np.diff(columns.indptr)
    kept = np.flatnonzero(size > 1)
    distinct, number = np.unique(weights[kept], return_inverse=True)
    columns = columns[kept]
    places = np.arange(columns.nnz, dtype=np.int64)
    rows = sparse.csr_array((places, columns.indices, columns.indptr), shape=columns.shape).tocsc()
    start = rows.data + 1
    bits = max(len(distinct) - 1, 0).bit_length()
    return _Cells(
        ahead=columns.indices.astype(np.int64) << bits,
        start=start,
        count=columns.indptr[1:][rows.indices] - start,
        weight=number[rows.indices],
        bounds=rows.indptr.astype(np.int64),
        weights=distinct,
        bits=bits,
    )


def _block(cells: _Cells, low: int, high: int) -> Counted:
    """Return the pairs whose first row is one of `low` to `high`."""
    width, bounds = len(cells.bounds) - 1, cells.bounds[low : high + 1]
    these = slice(bounds[0], bounds[-1])
    count = cells.count[these]
    row = np.repeat(np.arange(high - low) * width, np.diff(bounds))
    skip = cells.start[these] - (np.cumsum(count) - count)
    places = np.repeat(skip, count)
    places += np.arange(len(places))
    keys = cells.ahead[places]
    keys += np.repeat((row << cells.bits) | cells.weight[these], count)
    keys.sort()
    pairs = keys >> cells.bits
    starts = np.flatnonzero(np.diff(pairs, prepend=-1))
    first, second = np.divmod(pairs[starts], width)
    weight = cells.weights[keys & ((1 << cells.bits) - 1)]
    return Counted(first + low, second, np.diff(starts, append=len(keys)), np.add.reduceat(weight, starts))
