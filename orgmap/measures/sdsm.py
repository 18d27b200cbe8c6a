"""How likely as many shared members are, given how many seats everybody has (SDSM)."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from scipy import sparse

from orgmap.measures.arrays import FloatArray, IntArray
from orgmap.measures.chances import Chances, cells_of, common
from orgmap.measures.couples import Couples
from orgmap.measures.kernels.chance.bicm import Margins, fitted
from orgmap.measures.kernels.chance.classes import ONE, ZERO, Classes, classes
from orgmap.measures.kernels.chance.distinct import distinct
from orgmap.measures.kernels.chance.poisson_binomial import survival

_BLOCK = 1 << 14
_KINDS = ((ONE, ONE), (ONE, ZERO), (ZERO, ONE), (ZERO, ZERO))


class _Model(NamedTuple):
    """The model by classes: chances of ties in free cells, forced cells of a row by kind, and counts."""

    classes: Classes
    chance: FloatArray
    forced: dict[int, IntArray]
    columns: IntArray
    sizes: IntArray
    off: float


def given_seats(found: Couples, forced: sparse.csr_array[Any]) -> Chances:
    """Return chances given how many seats each body and each member has, on average (SDSM).

    Two bodies of the same classes, with the same cells forced in both, have one distribution.
    """
    model = _model(found.side.matrix, forced)
    number = model.classes.rows
    swapped = number[found.first] > number[found.second]
    one = np.where(swapped, found.second, found.first)
    two = np.where(swapped, found.first, found.second)
    joint, pattern = _joint(model.classes, forced, one, two)
    rows = distinct(number[one], number[two], pattern, found.shared)
    sets = distinct(*rows.columns[:3])
    p, least, expected = (np.empty(len(rows.columns[0])) for _ in range(3))
    for low in range(0, len(sets.columns[0]), _BLOCK):
        block = np.arange(low, min(low + _BLOCK, len(sets.columns[0])))
        here = np.flatnonzero((sets.number >= low) & (sets.number < low + _BLOCK))
        made = _tails(model, joint, *(column[block] for column in sets.columns))
        at = sets.number[here] - low
        p[here] = made.of(at, rows.columns[3][here])
        least[here], expected[here] = made.of(at, made.most[at]), made.expected[at]
    return Chances(p, least, expected, rows.number, model.off)


def _model(matrix: sparse.csr_array[Any], forced: sparse.csr_array[Any]) -> _Model:
    found = classes(matrix, forced)
    rows, columns = (np.bincount(each) for each in (found.rows, found.columns))
    kinds = {kind: _by_class(forced, kind, found) for kind in (ONE, ZERO)}
    sizes = np.diff(matrix.indptr).astype(np.int64)[found.a_row]
    ties = np.bincount(matrix.indices, minlength=matrix.shape[1])[found.a_column]
    ones = np.bincount(forced.indices[forced.data == ONE], minlength=matrix.shape[1])[found.a_column]
    free = rows[:, None] * (columns - kinds[ONE] - kinds[ZERO])
    fit = fitted(Margins(rows, columns, sizes - kinds[ONE].sum(axis=1), ties - ones, free))
    return _Model(found, fit.chance, kinds, columns, sizes, 0.0 if fit.fits else fit.off)


def _by_class(forced: sparse.csr_array[Any], kind: int, found: Classes) -> IntArray:
    """Return how many cells of a kind a row of each class has in each class of columns."""
    number = np.full(forced.shape[0], -1)
    number[found.a_row] = np.arange(len(found.a_row))
    first, second = forced.tocoo().coords
    kept = (forced.data == kind) & (number[first] >= 0)
    total = np.zeros((len(found.a_row), len(found.a_column)), dtype=np.int64)
    np.add.at(total, (number[first[kept]], found.columns[second[kept]]), 1)
    return total


def _joint(
    found: Classes, forced: sparse.csr_array[Any], one: IntArray, two: IntArray
) -> tuple[dict[tuple[int, int, int], IntArray], IntArray]:
    """Return how many columns are forced in both rows, and which pattern of these each pair has.

    The counts are by pattern, under the kind in each of the two rows and the class of the columns.
    """
    each = np.diff(forced.indptr)
    touched = np.flatnonzero(np.minimum(each[one], each[two]))
    pattern = np.zeros(len(one), dtype=np.int64)
    if not len(touched):
        return {}, pattern
    cells = {kind: cells_of(forced, kind) for kind in (ONE, ZERO)}
    kinds: dict[tuple[int, int, int], IntArray] = {}
    for column in np.unique(found.columns[forced.indices]).tolist():
        here = found.columns == column
        for first, second in _KINDS:
            ends = (cells[first].multiply(here).tocsr(), cells[second])
            counts = common(ends[0], ends[1], one[touched], two[touched])
            if counts.any():
                kinds[first, second, column] = np.concatenate([[0], counts])
    if not kinds:
        return {}, pattern
    rows = distinct(*kinds.values())
    pattern[touched] = rows.number[1:]
    return dict(zip(kinds, rows.columns, strict=True)), pattern


class _Tails(NamedTuple):
    """The chances of so many shared or more, by pair of classes, with what is certain set apart."""

    tails: FloatArray
    certain: IntArray
    most: IntArray
    expected: FloatArray

    def of(self, row: IntArray, shared: IntArray) -> FloatArray:
        """Return the chances of `shared` or more in these rows."""
        chances: FloatArray = self.tails[row, np.maximum(shared - self.certain[row], 0)]
        return chances


def _tails(
    model: _Model,
    joint: dict[tuple[int, int, int], IntArray],
    one: IntArray,
    two: IntArray,
    pattern: IntArray,
) -> _Tails:
    """Return the distributions of how many rows of two classes share, for each pattern of forced cells."""
    p, q = model.chance[one], model.chance[two]
    counts, chance = np.broadcast_to(model.columns, p.shape), p * q
    certain = np.zeros(len(one), dtype=np.int64)
    if any(kind.any() for kind in model.forced.values()):
        free, only_one, only_two, certain = _parts(model, joint, one, two, pattern)
        counts, chance = np.hstack([free, only_one, only_two]), np.hstack([chance, q, p])
    certain = certain + np.where(chance >= 1, counts, 0).sum(axis=1)
    chance = np.where(chance >= 1, 0.0, chance)
    most = np.minimum(
        np.minimum(model.sizes[one], model.sizes[two]), certain + (counts * (chance > 0)).sum(axis=1)
    )
    tails = survival(counts, chance, np.maximum(most - certain, 0))
    return _Tails(tails, certain, most, certain + (counts * chance).sum(axis=1))


def _parts(
    model: _Model,
    joint: dict[tuple[int, int, int], IntArray],
    one: IntArray,
    two: IntArray,
    pattern: IntArray,
) -> tuple[IntArray, IntArray, IntArray, IntArray]:
    """Return how many columns of each class are free in both rows, and how many forced in one or in both.

    Free in both; forced ties of the first, free in the second; the other way about; and, of all classes
    together, forced ties of both.
    """
    both = {kinds: np.zeros((len(one), len(model.columns)), dtype=np.int64) for kinds in _KINDS}
    for (first, second, column), counts in joint.items():
        both[first, second][:, column] = counts[pattern]
    forced = model.forced
    free = model.columns - forced[ONE][one] - forced[ONE][two] - forced[ZERO][one] - forced[ZERO][two]
    for counts in both.values():
        free += counts
    return (
        free,
        forced[ONE][one] - both[ONE, ONE] - both[ONE, ZERO],
        forced[ONE][two] - both[ONE, ONE] - both[ZERO, ONE],
        both[ONE, ONE].sum(axis=1),
    )
