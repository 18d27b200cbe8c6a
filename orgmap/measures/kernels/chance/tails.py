"""How likely two lists drawn by lot share so many or more: hypergeometric upper tails."""

from __future__ import annotations

from math import factorial, log, pi

import numpy as np
from scipy.special import xlogy

from orgmap.measures.arrays import BoolArray, FloatArray, IntArray

_TABLE = 16
_STIRLING = np.array(
    [0.0, *(log(factorial(n)) - (n + 0.5) * log(n) + n - 0.5 * log(2 * pi) for n in range(1, _TABLE))]
)
_SERIES = (1 / 1188, -1 / 1680, 1 / 1260, -1 / 360, 1 / 12)
_NIL = 1e-17


def upper_tail(everybody: IntArray, a: IntArray, b: IntArray, least: IntArray) -> FloatArray:
    """Return how likely random lists of `a` and of `b` out of `everybody` share `least` or more.

    The first term is in Loader's saddle-point form, which keeps its precision for large numbers and small
    chances; the others follow from their ratios, away from the mode, until they no longer count. Below the
    mode the other tail is summed.

    Reference: Loader 2000, Fast and accurate computation of binomial probabilities.
    """
    up = least > (a + 1) * (b + 1) // (everybody + 2)
    start = np.where(up, least, least - 1)
    inside = (start >= np.maximum(0, a + b - everybody)) & (start <= np.minimum(a, b))
    total = np.zeros(len(a))
    n, one, two, x = (each[inside].astype(np.float64) for each in (everybody, a, b, start))
    total[inside] = _summed(n, one, two, x, up[inside])
    return np.clip(np.where(up, total, 1 - total), 0.0, 1.0)


def _summed(n: FloatArray, a: FloatArray, b: FloatArray, x: FloatArray, up: BoolArray) -> FloatArray:
    """Return the sum of the chances from `x` on, upwards or downwards."""
    term = np.exp(_log_chance(n, a, b, x))
    total = term.copy()
    at = np.arange(len(term))
    while len(at):
        rise = np.where(up, (a - x) * (b - x), x * (n - a - b + x))
        term *= rise / np.where(up, (x + 1) * (n - a - b + x + 1), (a - x + 1) * (b - x + 1))
        total[at] += term
        x = x + np.where(up, 1, -1)
        going = np.flatnonzero(term > _NIL * total[at])
        at, term, up = at[going], term[going], up[going]
        n, a, b, x = n[going], a[going], b[going], x[going]
    return total


def _log_chance(n: FloatArray, a: FloatArray, b: FloatArray, x: FloatArray) -> FloatArray:
    """Return the logarithm of the chance of exactly `x`."""
    share = b / n
    return (
        _log_binomial(x, a, share, (n - b) / n)
        + _log_binomial(b - x, n - a, share, (n - b) / n)
        - _log_binomial(b, n, share, (n - b) / n)
    )


def _log_binomial(x: FloatArray, n: FloatArray, p: FloatArray, q: FloatArray) -> FloatArray:
    inner = (x > 0) & (x < n)
    spread = np.where(inner, 2 * pi * x * (n - x) / np.maximum(n, 1), 1.0)
    return (
        _stirling(n) - _stirling(x) - _stirling(n - x) - _deviance(x, n * p) - _deviance(n - x, n * q)
    ) - 0.5 * np.log(spread)


def _stirling(n: FloatArray) -> FloatArray:
    """Return the error of Stirling's formula for log n!."""
    large = np.maximum(n, _TABLE)
    square = large * large
    value = np.zeros_like(large)
    for coefficient in _SERIES:
        value = value / square + coefficient
    return np.where(n < _TABLE, _STIRLING[np.minimum(n, _TABLE - 1).astype(np.int64)], value / large)


def _deviance(x: FloatArray, mean: FloatArray) -> FloatArray:
    """Return x log(x / mean) + mean - x without cancellation where the two are close."""
    total = x + mean
    part = (x - mean) / np.where(total > 0, total, 1.0)
    near = np.abs(part) < 0.1
    value, term = (x - mean) * part, 2 * x * part
    for odd in range(3, 21, 2):
        term = term * part * part
        value = value + term / odd
    far = xlogy(x, np.where(near | (mean == 0), 1.0, x / np.where(mean > 0, mean, 1.0))) + mean - x
    return np.where(near, value, far)
