"""Shortest ways between all hubs at once: what ends at two lines is handed to the hubs that it comes by.

The ways between two lines are ways between a hub of the one and a hub of the other. So the searches are as
many as there are hubs, however many lines there are, and each pair of lines takes two sums a tie.
"""

from __future__ import annotations

from functools import partial

import numpy as np
from scipy import sparse

from orgmap.measures.arrays import FloatArray, IntArray
from orgmap.measures.kernels.blocks import in_order
from orgmap.measures.kernels.paths.flow_parts import side_by_side
from orgmap.measures.kernels.paths.flow_scaled import passed_on, ways
from orgmap.measures.kernels.paths.flow_web import SparseFloats, Web

_SHELF_NUMBERS = 20_000_000
_MOST_NUMBERS = 150_000_000


def fits(web: Web) -> bool:
    """Whether the ways between all hubs fit in memory, and lines make them worth having."""
    return web.lines.shape[0] > 0 and web.hubs**2 <= _MOST_NUMBERS


def through_all(web: Web) -> FloatArray:
    """Return how many ways run through each hub and line, those between two places counted once."""
    rows = max(1, _SHELF_NUMBERS // web.hubs)
    if rows >= web.hubs:
        return _through_shelves(web, web.hubs)
    order, arranged = side_by_side(web)
    through = np.empty(len(order))
    through[order] = _through_shelves(arranged, rows)
    return through


def _through_shelves(web: Web, rows: int) -> FloatArray:
    """Return the ways through each place, from so many hubs at a time."""
    through = np.zeros(len(web.weight))
    found = _all_ways(web)
    for first in range(0, web.hubs, rows):
        shelf = range(first, min(first + rows, web.hubs))
        between = _between_lines(web, found, shelf)
        blocks = _ranges(shelf, web.width)
        work = partial(_through, web, found, between, first)
        for part in in_order(work, blocks, len(blocks), "shortest ways through each"):
            through += part
    return through


def _ranges(whole: range, width: int) -> list[range]:
    return [whole[start : start + width] for start in range(0, len(whole), width)]


def _all_ways(web: Web) -> FloatArray:
    """Return the scaled numbers of shortest ways between each two hubs."""
    found = np.empty((web.hubs, web.hubs))

    def fill(block: range) -> None:
        found[block.start : block.stop] = ways(web, np.arange(block.start, block.stop)).T

    blocks = _ranges(range(web.hubs), web.width)
    for _ in in_order(fill, blocks, len(blocks), "shortest ways"):
        pass
    return found


def _between_lines(web: Web, found: FloatArray, shelf: range) -> FloatArray:
    """Return what ends at lines, per way from each hub of the shelf (rows) to each hub."""
    between = np.zeros((len(shelf), web.hubs))
    lines = web.lines.shape[0]
    blocks = [block for block in _ranges(range(lines), web.width) if _begun(web, block, shelf).size]
    work = partial(_handed, web, found, shelf)
    for hubs, amounts in in_order(work, blocks, len(blocks), "ways between members"):
        between[hubs - shelf.start] += amounts
    return between


def _begun(web: Web, block: range, shelf: range) -> IntArray:
    """Return the hubs of the shelf that the lines of a block join."""
    indices = web.lines.indices[web.lines.indptr[block.start] : web.lines.indptr[block.stop]]
    hubs: IntArray = np.unique(indices)
    return hubs[(shelf.start <= hubs) & (hubs < shelf.stop)]


def _handed(web: Web, found: FloatArray, shelf: range, block: range) -> tuple[IntArray, FloatArray]:
    """Return hubs of the shelf and what ends at later lines, per way from them, of the lines of a block."""
    lines, later = (
        _rows(web.lines, block.start, block.stop),
        _rows(web.lines, block.start, web.lines.shape[0]),
    )
    weight = web.weight[web.hubs + block.start :]
    near = np.ascontiguousarray((lines @ found).T)
    shares = web.per_way(weight, later @ near)
    shares[: len(block)] *= (1 - np.eye(len(block))) / 2
    amounts = later.T @ shares
    amounts *= weight[: len(block)]
    hubs = _begun(web, block, shelf)
    return hubs, np.asarray(sparse.csr_array(lines.T)[hubs] @ amounts.T)


def _rows(matrix: SparseFloats, first: int, stop: int) -> SparseFloats:
    """Return some rows, without copying their contents."""
    start, end = matrix.indptr[first], matrix.indptr[stop]
    indptr = matrix.indptr[first : stop + 1] - start
    contents = (matrix.data[start:end], matrix.indices[start:end], indptr)
    return sparse.csr_array(contents, shape=(stop - first, matrix.shape[1]))


def _through(web: Web, found: FloatArray, between: FloatArray, first: int, block: range) -> FloatArray:
    """Return how many of the ways that begin by the hubs of a block run through each hub and line."""
    hubs, columns = np.arange(block.start, block.stop), np.arange(len(block))
    near = np.ascontiguousarray(found[block.start : block.stop].T)
    past = np.ascontiguousarray(between[block.start - first : block.stop - first].T)
    begun = np.einsum("ij,ij->j", near, past)
    weight = web.weight[hubs]
    own = web.per_way(web.ends / 2, near)
    own *= weight
    own[hubs, columns] = 0.0
    meeting = np.asarray(web.lines @ near)
    shares = web.per_way(web.weight[web.hubs :], meeting)
    ends = np.asarray(web.lines.T @ shares)
    ends *= weight
    past += ends
    total, beyond = passed_on(web, near, own, past, back_to=1)
    beyond[hubs, columns] = 0.0
    through = np.einsum("ij,ij->i", near, beyond)
    through[hubs] += begun
    lines = np.einsum("ij,ij->i", meeting, np.asarray(web.lines @ total)) * 2.0**-web.bits
    return np.concatenate([through, lines])
