"""Shortest ways by sums alone: a number of ways is moved by so many binary digits for each hop they take.

Where the hops show in the exponent, a sum over all neighbours is the sum over the nearest, as the others are
too small to show; no distances have to be kept, and the ends at lines are found by one product each way.
"""

from __future__ import annotations

import numpy as np

from orgmap.measures.arrays import BoolArray, FloatArray, IntArray
from orgmap.measures.kernels.paths.flow_web import SLACK, SparseFloats, Web


class TooManyWays(Exception):
    """There are so many shortest ways that they would be taken for ways of fewer hops."""


def ways(web: Web, sources: IntArray) -> FloatArray:
    """Return the scaled number of shortest ways from each source (columns) to each hub (rows)."""
    rows = web.starts[sources]
    found = np.ascontiguousarray(rows.toarray().T)
    missing = int(web.sizes[web.component[rows.indices[rows.indptr[:-1]]]].sum()) - np.count_nonzero(found)
    front, hops = found, 0
    while missing > 0:
        front = web.hop(front) if hops else _first_hop(web, rows)
        front *= 2.0**-web.bits
        hops += 1
        np.copyto(front, 0.0, where=found > 0)
        if front.max() > web.most_ways * 2.0 ** (-web.bits * hops):
            raise TooManyWays
        missing -= np.count_nonzero(front)
        found += front
    return found


def _first_hop(web: Web, rows: SparseFloats) -> FloatArray:
    """Return what `web.hop` does of the transpose of `rows`, which are nearly empty."""
    for matrix in web.onward:
        rows = rows @ matrix
    return np.ascontiguousarray(rows.toarray().T)


def through_each(web: Web, sources: IntArray) -> FloatArray:
    """Return how many of the ways from each source (columns) run through each hub and line (rows).

    Ways to a place count as its weight, shared by those that are shortest.
    """
    columns = np.arange(len(sources))
    found = ways(web, sources)
    own = web.per_way(web.ends, found)
    at_hubs = sources < web.hubs
    own[sources[at_hubs], columns[at_hubs]] = 0.0
    meeting = np.asarray(web.lines @ found)
    shares = web.per_way(web.weight[web.hubs :], meeting)
    shares[sources[~at_hubs] - web.hubs, columns[~at_hubs]] = 0.0
    total, beyond = passed_on(web, found, own, np.asarray(web.lines.T @ shares), back_to=int(at_hubs.all()))
    beyond *= found
    beyond[sources[at_hubs], columns[at_hubs]] = 0.0
    meeting *= web.lines @ total
    meeting *= 2.0**-web.bits
    return np.concatenate([beyond, meeting])


def passed_on(
    web: Web, found: FloatArray, own: FloatArray, past: FloatArray, back_to: int
) -> tuple[FloatArray, FloatArray]:
    """Return per way to each hub what ends there or beyond, and what ends beyond it.

    `own` is what ends at the hub itself per way, `past` what ends at the lines of the hub; hubs fewer than
    `back_to` hops away are left with that.
    """
    beyond = past.copy()
    total = own + past
    for hops in range(_deepest(web, found) - 1, back_to - 1, -1):
        part = web.hop(total)
        part *= 2.0**-web.bits
        part *= _hops_away(web, found, hops)
        beyond += part
        total += part
    return total, beyond


def _deepest(web: Web, found: FloatArray) -> int:
    """Return the most hops of any way that was found."""
    least = np.min(found, where=found > 0, initial=1.0)
    return int((web.bits - 2 * SLACK - np.log2(least)) // web.bits)


def _hops_away(web: Web, found: FloatArray, hops: int) -> BoolArray:
    """Return which hubs are so many hops away."""
    away = found >= 2.0 ** (-web.bits * hops - SLACK)
    if hops > 0:
        away &= found < 2.0 ** (-web.bits * (hops - 1) - SLACK)
    return away
