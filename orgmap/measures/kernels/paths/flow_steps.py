"""Shortest ways step by step, from many sources at once: for long thin networks, and for countless ways."""

from __future__ import annotations

import numpy as np
from scipy import sparse

from orgmap.measures.arrays import BoolArray, FloatArray, IntArray
from orgmap.measures.kernels.paths.flow_web import SparseFloats, Web

Step = tuple[IntArray, IntArray]
_BLOCK_NUMBERS = 2**21


def width(web: Web) -> int:
    """Return how many sources are worked on at once."""
    return max(1, _BLOCK_NUMBERS // len(web.weight))


def through_each(web: Web, sources: IntArray) -> FloatArray:
    """Return how many of the ways from each source (columns) run through each hub and line (rows).

    Brandes 2001, doi:10.1080/0022250X.2001.9990249. Each number of ways has an exponent of its own, as there
    may be more of them than a floating-point number holds.
    """
    nodes, count = len(web.weight), len(sources)
    alike = np.tile(np.concatenate([web.alike, np.ones(nodes - web.hubs)]), count)
    ends = np.tile(web.weight, count) / alike
    starts = sources + nodes * np.arange(count)
    steps, mantissa, exponent = _ways(_adjacency(web), starts, alike)
    through = np.zeros(len(alike))
    for origin, target in reversed(steps):
        shares = np.ldexp(mantissa[origin] / mantissa[target], exponent[origin] - exponent[target])
        np.add.at(through, origin, shares * alike[target] * (ends[target] + through[target]))
    through[starts] = 0.0
    return np.ascontiguousarray(through.reshape(count, nodes).T)


def _adjacency(web: Web) -> SparseFloats:
    """Return the neighbours of each hub and line."""
    if not web.lines.shape[0]:
        return web.hops[0]
    return sparse.csr_array(sparse.block_array([[None, web.lines.T], [web.lines, None]], format="csr"))


def _ways(
    adjacency: SparseFloats, starts: IntArray, alike: FloatArray
) -> tuple[list[Step], FloatArray, IntArray]:
    """Return the steps of the ways from `starts`, and the mantissas and exponents of their numbers."""
    mantissa = np.zeros(len(alike))
    exponent = np.zeros(len(alike), dtype=np.int64)
    mantissa[starts] = 1 / alike[starts]
    seen: BoolArray = mantissa > 0
    last = np.empty(len(alike), dtype=np.int64)
    steps, front = [], starts
    while front.size:
        origin, target = _onward(adjacency, front)
        new = ~seen[target]
        origin, target = origin[new], target[new]
        last[target] = np.arange(len(target))
        front = target[last[target] == np.arange(len(target))]
        exponent[front] = np.iinfo(np.int64).min // 2
        np.maximum.at(exponent, target, exponent[origin])
        number = np.ldexp(mantissa[origin] * alike[origin], exponent[origin] - exponent[target])
        np.add.at(mantissa, target, number)
        mantissa[front], more = np.frexp(mantissa[front])
        exponent[front] += more
        seen[front] = True
        steps.append((origin, target))
    return steps, mantissa, exponent


def _onward(adjacency: SparseFloats, front: IntArray) -> Step:
    """Return the steps from the nodes of the front to all their neighbours."""
    node = front % adjacency.shape[0]
    degree = np.diff(adjacency.indptr)[node]
    within = np.arange(degree.sum()) - np.repeat(np.cumsum(degree) - degree, degree)
    neighbour = adjacency.indices[np.repeat(adjacency.indptr[node], degree) + within]
    return np.repeat(front, degree), np.repeat(front - node, degree) + neighbour
