"""The core of bodies and the core of members that fit a two-mode core-periphery best."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from orgmap.measures.arrays import BoolArray, FloatArray, IntArray

_STARTS = 5
_SMALL = 40
_TOGGLED = 20_000
_SLACK = 1e-12

Matrix = sparse.csr_array[np.int64]
Cores = tuple[BoolArray, BoolArray]


@dataclass(frozen=True)
class Blocks:
    """The four blocks: how many rows and columns are in the core and how many there are, and the ties.

    `core` and `periphery` are the ties within the core and within the periphery; these and the numbers of
    rows and columns may be arrays. `ties` are all ties where the other two blocks are to be empty, None where
    they are left out.
    """

    rows: IntArray
    columns: IntArray
    of: tuple[int, int]
    core: IntArray
    periphery: IntArray
    ties: int | None = None

    @property
    def sizes(self) -> tuple[FloatArray, FloatArray]:
        """The pairs of a row and a column within the core, and those that are to be empty."""
        core = np.asarray(self.rows, dtype=np.float64) * self.columns
        if self.ties is not None:
            return core, self.of[0] * self.of[1] - core
        return core, np.asarray(self.of[0] - self.rows, dtype=np.float64) * (self.of[1] - self.columns)

    @property
    def fit(self) -> FloatArray:
        """The correlation with a full core and nothing where nothing is to be; -inf where there is none."""
        core, rest = self.sizes
        outside = np.asarray(self.periphery if self.ties is None else self.ties - self.core, dtype=np.float64)
        ties = self.core + outside
        spread = core * rest * ties * (core + rest - ties)
        fit = np.full(spread.shape, -np.inf)
        above = self.core * rest - outside * core
        np.divide(above, np.sqrt(np.maximum(spread, 1)), out=fit, where=spread > 0)
        return fit


@dataclass(frozen=True, eq=False)
class Search:
    """An incidence in which every row and column has a tie, and whether its off-blocks are to be empty."""

    matrix: Matrix
    across: Matrix
    ties: int | None

    @property
    def turned(self) -> Search:
        """The same with rows for columns."""
        return Search(self.across, self.matrix, self.ties)

    def around(self, columns: BoolArray) -> tuple[IntArray, IntArray]:
        """Return the ties of each row to a core of columns, and to the others."""
        inside = (self.matrix @ columns.astype(np.int64)).astype(np.int64)
        return inside, np.diff(self.matrix.indptr) - inside

    def blocks(self, rows: BoolArray, columns: BoolArray) -> Blocks:
        """Return the blocks of a core of rows and columns."""
        inside, outside = self.around(columns)
        core, periphery = inside[rows].sum(), outside[~rows].sum()
        return Blocks(rows.sum(), columns.sum(), self.matrix.shape, core, periphery, self.ties)


def best_cores(matrix: Matrix, *, empty: bool) -> Cores:
    """Return the cores of rows and of columns that fit best of those found; every row and column has a tie.

    `empty`: the off-blocks are to be empty; else they are left out. Starts: the rows and columns with most
    ties, at the best thresholds for both; and single rows or columns with all they have ties with. From each,
    rows and columns are chosen anew in turn, each time the best given the other, and moved one by one.
    """
    search = _search(matrix, empty=empty)
    best, worth = (np.ones(matrix.shape[0], dtype=bool), np.ones(matrix.shape[1], dtype=bool)), -np.inf
    for start in (*_by_ties(search), *_around_one(search)):
        cores = _improved(search, start)
        found = float(search.blocks(*cores).fit)
        if found > worth + _SLACK:
            best, worth = cores, found
    return best


def fit_of(matrix: Matrix, cores: Cores, *, empty: bool) -> float:
    """Return how well these cores fit; -inf where there is no telling."""
    return float(_search(matrix, empty=empty).blocks(*cores).fit)


def _search(matrix: Matrix, *, empty: bool) -> Search:
    return Search(matrix, matrix.T.tocsr(), matrix.nnz if empty else None)


def _around_one(search: Search) -> Iterator[Cores]:
    """Yield a core of each row with most ties and its columns, and of each such column and its rows."""
    most = max(search.matrix.shape) if sum(search.matrix.shape) <= _SMALL else _STARTS // 2
    for row in _busiest(search.matrix)[:most]:
        yield _only(row, search.matrix), search.matrix[[row]].toarray()[0] > 0
    for column in _busiest(search.across)[:most]:
        yield search.across[[column]].toarray()[0] > 0, _only(column, search.across)


def _busiest(matrix: Matrix) -> list[int]:
    order: list[int] = np.argsort(-np.diff(matrix.indptr), kind="stable").tolist()
    return order


def _only(row: int, matrix: Matrix) -> BoolArray:
    rows: BoolArray = np.arange(matrix.shape[0]) == row
    return rows


def _by_ties(search: Search) -> list[Cores]:
    """Return the cores of those with at least so many ties, for the thresholds that fit best."""
    matrix = search.matrix
    row, column = np.diff(matrix.indptr), np.diff(search.across.indptr)
    rows, of_row = np.unique(row, return_inverse=True)
    columns, of_column = np.unique(column, return_inverse=True)
    ties = np.zeros((len(rows), len(columns)), dtype=np.int64)
    np.add.at(ties, (np.repeat(of_row, row), of_column[matrix.indices]), 1)
    above = ties[::-1, ::-1].cumsum(axis=0).cumsum(axis=1)[::-1, ::-1]
    below = np.zeros_like(ties)
    below[1:, 1:] = ties.cumsum(axis=0).cumsum(axis=1)[:-1, :-1]
    sizes = _at_least(row, rows)[:, np.newaxis], _at_least(column, columns)[np.newaxis]
    fit = Blocks(*sizes, matrix.shape, above, below, search.ties).fit
    best = np.argsort(-fit, axis=None, kind="stable")[:_STARTS]
    return [
        (row >= rows[one // len(columns)], column >= columns[one % len(columns)]) for one in best.tolist()
    ]


def _at_least(values: IntArray, thresholds: IntArray) -> IntArray:
    return len(values) - np.searchsorted(np.sort(values), thresholds)


def _improved(search: Search, cores: Cores) -> Cores:
    """Return the cores once neither choosing one side anew nor moving a single row or column fits better."""
    rows, columns = cores
    worth, found = -np.inf, float(search.blocks(rows, columns).fit)
    while worth == -np.inf or found > worth + _SLACK:
        worth = found
        rows = _chosen(search, rows, columns)
        columns = _chosen(search.turned, columns, rows)
        if sum(search.matrix.shape) <= _TOGGLED:
            rows, columns = _toggled(search, rows, columns)
        found = float(search.blocks(rows, columns).fit)
        if found == -np.inf:
            break
    return rows, columns


def _chosen(search: Search, before: BoolArray, columns: BoolArray) -> BoolArray:
    """Return the best rows found for a core of columns: with most ties inside it and outside, weighed."""
    inside, outside = search.around(columns)
    best, worth = before, float(search.blocks(before, columns).fit)
    core, rest = max(int(columns.sum()), 1), max(int((~columns).sum()), 1)
    for weight in (0.0, 0.25, 0.5, 0.75, 1.0):
        score = weight * inside / core + (1 - weight) * outside / rest
        order = np.argsort(-score, kind="stable")
        number = np.arange(1, len(order) + 1)
        left = outside.sum() - outside[order].cumsum()
        fit = Blocks(
            number, columns.sum(), search.matrix.shape, inside[order].cumsum(), left, search.ties
        ).fit
        fit[:-1][score[order][1:] == score[order][:-1]] = -np.inf
        place = int(np.argmax(fit))
        if fit[place] > worth + _SLACK:
            best, worth = np.zeros(len(order), dtype=bool), float(fit[place])
            best[order[: place + 1]] = True
    return best


def _toggled(search: Search, rows: BoolArray, columns: BoolArray) -> Cores:
    """Return the cores after moving the one row or column that gains most, again and again."""
    while True:
        worth = float(search.blocks(rows, columns).fit)
        row, by_row = _best_toggle(search, rows, columns)
        column, by_column = _best_toggle(search.turned, columns, rows)
        if max(by_row, by_column) <= worth + _SLACK:
            return rows, columns
        if by_row >= by_column:
            rows = rows ^ _only(row, search.matrix)
        else:
            columns = columns ^ _only(column, search.across)


def _best_toggle(search: Search, rows: BoolArray, columns: BoolArray) -> tuple[int, float]:
    inside, outside = search.around(columns)
    step = np.where(rows, -1, 1)
    core = inside[rows].sum() + step * inside
    periphery = outside[~rows].sum() - step * outside
    fit = Blocks(rows.sum() + step, columns.sum(), search.matrix.shape, core, periphery, search.ties).fit
    place = int(np.argmax(fit))
    return place, float(fit[place])
