"""Leading eigenvectors of the largest component: by Lanczos from a stated start, the same on all machines."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from scipy import sparse
from scipy.sparse.linalg import ArpackNoConvergence, LinearOperator, eigsh

from orgmap.measures.arrays import FloatArray, IntArray
from orgmap.measures.kernels.pairs.products import Matrix, end_sums

_DENSE = 64
_MOST_ROUNDS = 300
_EQUAL = 1e-9

Part = tuple[float, FloatArray]
"""A leading value and its vector of unit length."""


def leading(side: Matrix, less: FloatArray) -> Part:
    """Return the greatest eigenvalue, and its vector, of what two rows of `side` share, less a diagonal.

    The network is connected and no entry below nil, so that the value is simple and its vector of one sign
    (Perron and Frobenius).
    """
    if side.shape[0] <= _DENSE:
        values, vectors = np.linalg.eigh(_shared(side, less).toarray())
    else:
        values, vectors = _lanczos(side, less)
    return float(values[-1]), np.abs(vectors[:, -1])


def _shared(side: Matrix, less: FloatArray) -> Matrix:
    return (side @ side.T - sparse.diags_array(less)).tocsr()


def _lanczos(side: Matrix, less: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return the leading pair; long thin networks converge too slowly, and are solved next to their value."""
    back, start = side.T.tocsr(), np.ones(side.shape[0])

    def times(vector: FloatArray) -> FloatArray:
        return end_sums(side, end_sums(back, vector)) - less * vector

    operator = LinearOperator((len(start),) * 2, matvec=times, dtype=np.float64)
    try:
        values, vectors = eigsh(operator, k=1, which="LA", v0=start, maxiter=_MOST_ROUNDS)
    except ArpackNoConvergence:
        above = float(times(start).max()) * (1 + _EQUAL)
        values, vectors = eigsh(_shared(side, less).tocsc(), k=1, sigma=above, which="LM", v0=start)
    return values, vectors


def leading_pair(matrix: Matrix) -> Part:
    """Return the greatest singular value of an incidence whose network is connected, and both its vectors.

    The vectors of rows and columns follow one another, each of unit length.
    """
    wide = matrix.shape[0] <= matrix.shape[1]
    few = matrix if wide else matrix.T.tocsr()
    square, of_few = leading(few, np.zeros(few.shape[0]))
    value = float(np.sqrt(square))
    of_many = end_sums(few.T.tocsr(), of_few) / value
    return value, np.concatenate([of_few, of_many] if wide else [of_many, of_few])


def in_largest(components: IntArray, tied: IntArray, solve: Callable[[IntArray], Part]) -> FloatArray:
    """Return the vector of the largest component, and nil elsewhere; NaN all over where there are no ties.

    `components` numbers the component of each node, `tied` lists the nodes that have ties, `solve` returns
    the leading value and vector of those nodes. Of components of equal size the one with the greatest value
    counts; where these too are equal, all of them, sharing the length evenly.
    """
    if not tied.size:
        return np.full(len(components), np.nan)
    size = np.bincount(components[tied])
    large = tied[size[components[tied]] == size.max()]
    ordered = large[np.argsort(components[large], kind="stable")]
    parts = np.split(ordered, np.arange(size.max(), len(ordered), size.max()))
    solved = [solve(part) for part in parts]
    most = max(value for value, _ in solved)
    best = [
        (part, vector)
        for part, (value, vector) in zip(parts, solved, strict=True)
        if value >= most * (1 - _EQUAL)
    ]
    found = np.zeros(len(components))
    for part, vector in best:
        found[part] = vector / np.sqrt(len(best))
    return found
