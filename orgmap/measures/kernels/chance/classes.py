"""Which rows and columns of an incidence are alike: as many ties, and as many forced cells of each kind."""

from __future__ import annotations

from collections import defaultdict
from typing import Any, NamedTuple

import numpy as np
from scipy import sparse

from orgmap.measures.arrays import IntArray

ONE, ZERO = 1, 2
"""The kinds of forced cells: always a tie, never a tie."""


class Classes(NamedTuple):
    """The class of each row and column, and a row and a column of each class."""

    rows: IntArray
    columns: IntArray
    a_row: IntArray
    a_column: IntArray


def classes(matrix: sparse.csr_array[Any], forced: sparse.csr_array[Any]) -> Classes:
    """Return classes of rows and columns that a model of the sizes alone cannot tell apart.

    Rows of a class have as many ties, and in each class of columns as many forced cells of each kind; columns
    the same. `forced` holds `ONE` or `ZERO` where a cell is forced. Without forced cells the classes are the
    sizes; with them they are refined until nothing changes (the coarsest equitable partition).
    """
    rows = np.unique(np.diff(matrix.indptr), return_inverse=True)[1]
    columns = np.unique(np.bincount(matrix.indices, minlength=matrix.shape[1]), return_inverse=True)[1]
    first, second = forced.tocoo().coords
    cells = list(zip(first.tolist(), second.tolist(), forced.tocoo().data.tolist(), strict=True))
    before = -1
    while cells and before != (before := len(np.unique(rows)) + len(np.unique(columns))):
        rows = _refined(rows, [(row, int(columns[column]), kind) for row, column, kind in cells])
        columns = _refined(columns, [(column, int(rows[row]), kind) for row, column, kind in cells])
    return Classes(rows, columns, _one_of_each(rows), _one_of_each(columns))


def _refined(number: IntArray, seen: list[tuple[int, int, int]]) -> IntArray:
    """Return the classes parted by what their members see: (who, class of the other side, kind)."""
    views: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for who, other, kind in seen:
        views[who].append((other, kind))
    told = sorted((int(number[who]), sorted(view), who) for who, view in views.items())
    finer = 2 * len(number) * number
    last, extra = None, 0
    for label, view, who in told:
        extra += (label, view) != last
        last = (label, view)
        finer[who] += extra
    return np.unique(finer, return_inverse=True)[1]


def _one_of_each(number: IntArray) -> IntArray:
    return np.unique(number, return_index=True)[1]
