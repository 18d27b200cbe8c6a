"""What is made of the number that two lists share, their sizes and how many could be on them."""

from __future__ import annotations

import numpy as np

from orgmap.measures.arrays import FloatArray, IntArray, ratio

COEFFICIENTS = (
    *("jaccard", "simpson", "a_in_b", "b_in_a", "cosine"),
    *("dice", "phi", "bonacich", "expected", "lift"),
)
"""The names of the coefficients, in the order of the columns."""


def coefficients(shared: IntArray, a: FloatArray, b: FloatArray, everybody: int) -> dict[str, FloatArray]:
    """Return the coefficients by name; `a` and `b` are the sizes, from 1, or NaN where they are not known.

    `everybody` is how many could be on either list.
    """
    both = shared.astype(np.float64)
    total, product = a + b, a * b
    root = np.sqrt(product)
    expected = product / max(everybody, 1)
    return {
        "jaccard": both / (total - both),
        "simpson": both / np.minimum(a, b),
        "a_in_b": both / a,
        "b_in_a": both / b,
        "cosine": both / root,
        "dice": 2 * both / total,
        "phi": ratio(both * everybody - product, root * np.sqrt((everybody - a) * (everybody - b))),
        "bonacich": _bonacich(both, a - both, b - both, everybody - total + both),
        "expected": expected,
        "lift": both / expected,
    }


def _bonacich(both: FloatArray, only_a: FloatArray, only_b: FloatArray, neither: FloatArray) -> FloatArray:
    """Return the overlap on its own of the sizes: 0.5 where the odds are even.

    With X = both x neither and Y = only a x only b it is (X - root XY) / (X - Y), which is
    root X / (root X + root Y) without the division of nil by nil where X = Y, unless both are nil.
    """
    alike, apart = np.sqrt(both * neither), np.sqrt(only_a * only_b)
    total = alike + apart
    even = total == 0
    total[even] = 1
    value: FloatArray = alike / total
    value[even] = 0.5
    return value
