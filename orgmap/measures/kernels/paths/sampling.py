"""Sources drawn at random, and how far a mean over them may be from the mean over all."""

from __future__ import annotations

import numpy as np

from orgmap.measures.arrays import FloatArray, IntArray

CONFIDENCE = 0.95


def drawn(weight: FloatArray, order: IntArray, count: int, seed: int) -> tuple[IntArray, FloatArray]:
    """Return the sources that `count` draws hit, and how often each: with chances as their `weight`.

    The draws go through the sources in the order that `order` gives (the first, the second, ...), so that
    the order in which a file has its rows means nothing.
    """
    heaped = np.cumsum(weight[order])
    draws = np.random.default_rng(seed).random(count) * heaped[-1]
    hit = order[np.searchsorted(heaped, draws, side="right").clip(max=len(order) - 1)]
    sources, times = np.unique(hit, return_counts=True)
    return sources, times.astype(np.float64)


def half_width(total: FloatArray, squares: FloatArray, count: int, greatest: FloatArray) -> FloatArray:
    """Return how far the mean of `count` draws may be from the expected value, either way, 19 times in 20.

    `total` and `squares` are the sums of the values drawn and of their squares, `greatest` what a value may
    reach at most (and 0 at least). Theorem 4 of Maurer and Pontil 2009, Empirical Bernstein bounds and sample
    variance penalization, arXiv:0907.3740, for both sides; it holds for any number of draws and whatever the
    values are, so it is wide rather than narrow.
    """
    doubt = np.log(4 / (1 - CONFIDENCE))
    variance = np.maximum(squares - total**2 / count, 0.0) / (count - 1)
    return np.asarray(np.sqrt(2 * variance * doubt / count) + 7 * greatest * doubt / (3 * (count - 1)))
