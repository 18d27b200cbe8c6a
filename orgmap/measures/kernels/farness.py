"""The sum of a node's distances to all it can reach: breadth-first search, 64 sources to a machine word."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
from scipy import sparse

from orgmap.measures.arrays import Incidence, IntArray
from orgmap.measures.kernels.core import Side, component_sums, rank_within, sides
from orgmap.measures.kernels.trees import pendant_trees

WordArray = npt.NDArray[np.uint64]
_WORD = 64
_BLOCK_BYTES = 2**20


def farness(incidence: Incidence) -> IntArray:
    """Return the sum of distances from each node to every node of its component; stacked, exact.

    A core node is as far from a pendant tree as from its root, plus the depths of the tree; a node in a
    pendant tree is one step farther than its parent from all but what hangs from itself.
    """
    trees = pendant_trees(incidence.matrix)
    far = trees.depth.copy()
    hanging = component_sums(incidence.components, np.where(trees.core, trees.depth, 0.0))
    far[trees.core] = hanging[trees.core].astype(np.int64)
    bodies, members = sides(incidence, trees)
    _add_distances(far, bodies, members)
    _add_distances(far, members, bodies)
    within = component_sums(incidence.components, np.ones(len(far))).astype(np.int64)
    for taken in reversed(trees.rounds):
        far[taken] = far[trees.parent[taken]] + within[taken] - 2 * trees.size[taken]
    return far


def _add_distances(far: IntArray, source: Side, target: Side) -> None:
    """Add to `far`, for every core node, its weighted distances to the core nodes on the side of `source`."""
    for words, value in _blocks(source, target.step.nnz):
        reached = (source, target)
        seen = [words.copy(), np.zeros((len(target.places), words.shape[1]), dtype=np.uint64)]
        front, distance = words, 0
        while front.any():
            distance += 1
            side = distance % 2
            front = _either(reached[side].step, front) & ~seen[side]
            seen[side] |= front
            far[reached[side].places] += distance * (np.bitwise_count(front) @ value)


def _either(step: sparse.csr_array[np.float64], words: WordArray) -> WordArray:
    """Return for each row of `step` the bitwise OR of the words of its neighbours; every row has one."""
    return np.bitwise_or.reduceat(np.take(words, step.indices, axis=0), step.indptr[:-1], axis=0)


def _blocks(source: Side, ties: int) -> Iterator[tuple[WordArray, IntArray]]:
    """Yield blocks of words, one bit for a source in its row, with the weight that each word's sources have.

    A source that weighs 5 is in one word of weight 1 and one of weight 4. Components share bits.
    """
    if not source.places.size:
        return
    width = max(1, _BLOCK_BYTES // (8 * ties))
    rows, columns, bits, values = _places(source)
    for start in range(0, len(values), width):
        stop = min(start + width, len(values))
        inside = (start <= columns) & (columns < stop)
        words = np.zeros((len(source.places), stop - start), dtype=np.uint64)
        words[rows[inside], columns[inside] - start] = bits[inside]
        yield words, values[start:stop]


def _places(source: Side) -> tuple[IntArray, IntArray, WordArray, IntArray]:
    """Return row, word and bit of sources, for each binary digit of its weight, and the words' weights."""
    rows, columns, bits, values = [], [], [], []
    first = 0
    for digit in range(int(source.weight.max()).bit_length()):
        chosen = np.flatnonzero(source.weight >> digit & 1)
        rank = rank_within(source.component[chosen])
        count = int(rank.max(initial=-1)) // _WORD + 1
        rows.append(chosen)
        columns.append(first + rank // _WORD)
        bits.append(np.left_shift(np.uint64(1), (rank % _WORD).astype(np.uint64)))
        values.append(np.full(count, 1 << digit))
        first += count
    return np.concatenate(rows), np.concatenate(columns), np.concatenate(bits), np.concatenate(values)
