"""How near nodes are to one another, also without some of them, with 64 sources to a machine word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt
from scipy import sparse

from orgmap.measures.arrays import BoolArray, FloatArray, Incidence, IntArray, stack
from orgmap.measures.kernels.blocks import in_order

WordArray = npt.NDArray[np.uint64]
NearArray = npt.NDArray[np.float32]

_WORD = 64
_BLOCK_WORDS = 2**17
_ALL = np.uint64(2**64 - 1)


def both_ways(incidence: Incidence) -> sparse.csr_array[np.int64]:
    """Return the square adjacency matrix, in both directions; stacked."""
    return incidence.once("ties both ways", lambda: _both_ways(incidence))


def nearness_sums(ties: sparse.csr_array[np.int64], gone: Sequence[int]) -> FloatArray:
    """Return for each node the sum of 1 / distance to all others, without the nodes `gone`; 0 for these."""
    present = _present(ties.shape[0], gone, [-1])
    sums = np.zeros(ties.shape[0])
    for distance, front in _spread(ties, _sources(present), present):
        sums += np.bitwise_count(front).sum(axis=(1, 2), dtype=np.int64) / distance
    return sums


def nearness_without_each(
    ties: sparse.csr_array[np.int64], gone: Sequence[int], each: IntArray
) -> FloatArray:
    """Return the sum of 1 / distance over ordered pairs, without `gone` and each one of `each` in turn."""
    if not each.size:
        return np.empty(0)
    width = max(1, _BLOCK_WORDS // (ties.shape[0] * _words(ties.shape[0])))
    return np.concatenate(
        [
            _totals(ties, _present(ties.shape[0], gone, each[first : first + width].tolist()))
            for first in range(0, len(each), width)
        ]
    )


def nearness_of(incidence: Incidence, sources: IntArray, steps: int | None) -> NearArray:
    """Return 1 / distance from each source (columns) to each node (rows); 1 for the source itself.

    With `steps` it is 1 up to so many steps and 0 beyond.
    """
    ties = both_ways(incidence)
    blocks = [sources[first : first + _WORD] for first in range(0, len(sources), _WORD)]
    near = np.zeros((len(incidence.nodes), len(sources)), dtype=np.float32)
    found = in_order(lambda block: _columns(ties, block, steps), blocks, len(blocks), "distances")
    for number, columns in enumerate(found):
        near[:, number * _WORD : number * _WORD + columns.shape[1]] = columns
    return near


def _both_ways(incidence: Incidence) -> sparse.csr_array[np.int64]:
    one_way = stack(incidence.matrix)
    return (one_way + one_way.T).tocsr()


def _columns(ties: sparse.csr_array[np.int64], sources: IntArray, steps: int | None) -> NearArray:
    count = ties.shape[0]
    words = np.zeros((count, 1, 1), dtype=np.uint64)
    bits = np.left_shift(np.uint64(1), np.arange(len(sources), dtype=np.uint64))
    words[sources, 0, 0] = bits
    near = np.zeros((count, len(sources)), dtype=np.float32)
    near[sources, np.arange(len(sources))] = 1.0
    for distance, front in _spread(ties, words, np.ones((count, 1), dtype=bool)):
        if steps is not None and distance > steps:
            break
        reached = np.flatnonzero(front)
        met = (front[reached, 0] & bits) != 0
        near[reached] += met.astype(np.float32) * np.float32(1 / distance if steps is None else 1.0)
    return near


def _totals(ties: sparse.csr_array[np.int64], present: BoolArray) -> FloatArray:
    totals = np.zeros(present.shape[1])
    for distance, front in _spread(ties, _sources(present), present):
        totals += np.bitwise_count(front).sum(axis=(0, 2), dtype=np.int64) / distance
    return totals


def _spread(
    ties: sparse.csr_array[np.int64], words: WordArray, present: BoolArray
) -> Iterator[tuple[int, WordArray]]:
    """Yield distances with the words that are new there (nodes x networks x words), while there are any."""
    linked = np.flatnonzero(np.diff(ties.indptr))
    starts = ties.indptr[linked]
    mask = np.where(present[linked], _ALL, np.uint64(0))[:, :, np.newaxis]
    open_yet, front, distance = mask & ~words[linked], words, 0
    while linked.size:
        distance += 1
        new = np.bitwise_or.reduceat(np.take(front, ties.indices, axis=0), starts, axis=0)
        new &= open_yet
        if not new.any():
            return
        open_yet &= ~new
        front = np.zeros_like(words)
        front[linked] = new
        yield distance, front


def _present(count: int, gone: Sequence[int], each: Sequence[int]) -> BoolArray:
    """Return a column for each of `each`: false for those gone and for that one (-1: for no other)."""
    present = np.ones((count, len(each)), dtype=bool)
    present[list(gone)] = False
    left_out = np.asarray(each)
    present[left_out[left_out >= 0], np.flatnonzero(left_out >= 0)] = False
    return present


def _sources(present: BoolArray) -> WordArray:
    """Return a bit for each node in its own row, in each network in which it is present."""
    count, networks = present.shape
    words = np.zeros((count, networks, _words(count)), dtype=np.uint64)
    numbers = np.arange(count)
    bits = np.left_shift(np.uint64(1), (numbers % _WORD).astype(np.uint64))
    words[numbers, :, numbers // _WORD] = np.where(present, bits[:, np.newaxis], np.uint64(0))
    return words


def _words(count: int) -> int:
    return max(1, -(-count // _WORD))
