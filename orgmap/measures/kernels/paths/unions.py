"""Sets of sources, 64 to a machine word, and the unions of those that the neighbours of a node hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from orgmap.measures.arrays import IntArray

WordArray = npt.NDArray[np.uint64]
_CHUNK_WORDS = 2**15
_FEW_WORDS = 1000


@dataclass(frozen=True, eq=False)
class Lists:
    """The neighbours of each node of a side, of which each has one at least; the longest lists come first.

    Those of node `i` are `indices[indptr[i] : indptr[i + 1]]`. `ranked[j]` holds the neighbour number `j` of
    each node that has so many, which are the first ones: numpy is quick along many nodes, and slow along the
    few neighbours of each.
    """

    indptr: IntArray
    indices: IntArray
    ranked: tuple[IntArray, ...]

    def unite(self, words: WordArray, unions: WordArray) -> Iterator[slice]:
        """Make each row of `unions` that of its neighbours' rows of `words`; yield what is done."""
        width = words.shape[1]
        long = self._long(width)
        if long:
            held = np.take(words, self.indices[: self.indptr[long]], axis=0)
            np.bitwise_or.reduceat(held, self.indptr[:long], axis=0, out=unions[:long])
            yield slice(0, long)
        size = max(1, _CHUNK_WORDS // width)
        room = np.empty((size, width), dtype=np.uint64)
        for start in range(long, len(unions), size):
            done = slice(start, min(start + size, len(unions)))
            self._unite_ranked(words, unions, done, room)
            yield done

    def _long(self, width: int) -> int:
        """Return how many lists are so long that few are of their length, and are united one by one."""
        common = sum(len(ranked) * width >= _FEW_WORDS for ranked in self.ranked)
        return len(self.ranked[common]) if common < len(self.ranked) else 0

    def _unite_ranked(self, words: WordArray, unions: WordArray, done: slice, room: WordArray) -> None:
        np.take(words, self.ranked[0][done], axis=0, out=unions[done], mode="clip")
        for ranked in self.ranked[1:]:
            chosen = ranked[done]
            if not chosen.size:
                return
            union = unions[done.start : done.start + len(chosen)]
            held = np.take(words, chosen, axis=0, out=room[: len(chosen)], mode="clip")
            np.bitwise_or(union, held, out=union)


def lists(indptr: IntArray, indices: IntArray) -> Lists:
    """Return the lists of neighbours in the rows of a sparse matrix, where no row is longer than the last."""
    length = np.diff(indptr)
    longest = int(length.max(initial=0))
    having = np.searchsorted(-length, -np.arange(longest), side="left").tolist()
    return Lists(indptr, indices, tuple(indices[indptr[:count] + rank] for rank, count in enumerate(having)))
