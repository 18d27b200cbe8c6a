"""How likely so many or more of independent events are: exact, for many sets of chances at once."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from orgmap.measures.arrays import FloatArray, IntArray

_BEYOND = 8
_CELLS = 1 << 19
_LEFT_OUT = 1e-16


def survival(counts: IntArray, chance: FloatArray, upto: IntArray) -> FloatArray:
    """Return for each set the chances of 0 or more, 1 or more ... up to `upto` or more events.

    Each set is a row: `counts` events of each `chance` (below 1), side by side. What is beyond `upto` in a
    row of the result is of no meaning. One binomial distribution for each chance, and their convolution: all
    terms are positive, so small chances are as precise as large ones. It is cut a little beyond `upto`, and
    where that could count, ten standard deviations beyond the larger of `upto` and the mean.
    """
    tails = np.zeros((len(upto), int(upto.max(initial=0)) + 1))
    for rows in _batches(upto):
        enough = int(upto[rows].max()) + _BEYOND
        sure = _tails(counts[rows], chance[rows], upto[rows], enough)
        wide = np.flatnonzero(np.isnan(sure[:, 0]))
        if len(wide):
            most = int(np.maximum(upto, (counts * chance).sum(axis=1))[rows[wide]].max())
            enough = most + int(10 * np.sqrt(most)) + 20
            again = _tails(counts[rows[wide]], chance[rows[wide]], upto[rows[wide]], enough, sure=True)
            sure[wide] = again[:, : sure.shape[1]]
        width = min(sure.shape[1], tails.shape[1])
        tails[rows, :width] = sure[:, :width]
    tails[:, 0] = 1.0
    return np.minimum(tails, 1.0)


def _batches(upto: IntArray) -> Iterator[IntArray]:
    """Yield rows of like length, a bounded number at a time."""
    order = np.argsort(upto, kind="stable")
    first = 0
    while first < len(order):
        longest = int(upto[order[first]]) * 5 // 4 + 4
        last = int(np.searchsorted(upto[order], longest, side="right"))
        last = min(last, first + max(1, _CELLS // (longest + _BEYOND)))
        yield order[first:last]
        first = last


def _tails(
    counts: IntArray, chance: FloatArray, upto: IntArray, enough: int, *, sure: bool = False
) -> FloatArray:
    """Return the tails from the chances of up to `enough` events; NaN where what is left out could count.

    Chances of successive counts fall ever faster (they are log-concave), so that what lies beyond the last is
    at most a geometric series.
    """
    exact, scale = _convolved(counts, chance, enough)
    tails = np.cumsum(exact[:, ::-1], axis=1)[:, ::-1]
    if not sure:
        last, before = exact[:, -1], exact[:, -2]
        fall = np.where(before > 0, last / np.where(before > 0, before, 1.0), 0.0)
        beyond = np.where(fall < 1, last * fall / np.where(fall < 1, 1 - fall, 1.0), np.inf)
        tails[beyond > _LEFT_OUT * tails[np.arange(len(upto)), upto]] = np.nan
    return tails * np.exp(scale)[:, None]


def _convolved(counts: IntArray, chance: FloatArray, enough: int) -> tuple[FloatArray, FloatArray]:
    """Return the chances of 0 to `enough` events, each row in its own unit, and the units' logarithms."""
    exact = np.zeros((len(counts), enough + 1))
    exact[:, 0] = 1.0
    scale = np.zeros(len(counts))
    for group in range(counts.shape[1]):
        for count in np.unique(counts[:, group]).tolist():
            rows = np.flatnonzero((counts[:, group] == count) & (chance[:, group] > 0))
            if count and len(rows):
                whole = slice(None) if len(rows) == len(counts) else rows
                more, unit = _binomial(count, chance[whole, group], enough)
                exact[whole] = _product(exact[whole], more)
                most = exact[whole].max(axis=1)
                exact[whole] /= most[:, None]
                scale[whole] += unit + np.log(most)
    return exact, scale


def _binomial(count: int, chance: FloatArray, enough: int) -> tuple[FloatArray, FloatArray]:
    """Return the chances of 0 to `enough` of `count` events over the largest, and the largest's logarithm."""
    number = np.arange(min(count, enough) + 1)
    ways = np.concatenate([[0.0], np.cumsum(np.log((count - number[:-1]) / (number[:-1] + 1)))])
    with np.errstate(divide="ignore"):
        none = count * np.log1p(-chance)
        odds = np.log(chance) - np.log1p(-chance)
    logs = ways + number * odds[:, None]
    most = logs.max(axis=1)
    return np.exp(logs - most[:, None]), most + none


def _product(one: FloatArray, other: FloatArray) -> FloatArray:
    """Return the convolution of the rows, as long as those of `one`."""
    width = one.shape[1]
    total = np.zeros_like(one)
    for shift in np.flatnonzero(other.any(axis=0)).tolist():
        total[:, shift:] += one[:, : width - shift] * other[:, shift : shift + 1]
    return total
