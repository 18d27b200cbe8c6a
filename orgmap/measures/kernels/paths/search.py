"""Breadth-first search from all nodes of a trunk at once: how many are not yet reached, step by step."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import count
from math import ceil

import numpy as np
from scipy import sparse

from orgmap.measures.arrays import FloatArray, Incidence, IntArray
from orgmap.measures.kernels.blocks import in_order
from orgmap.measures.kernels.paths.core import rank_within
from orgmap.measures.kernels.paths.leaves import Leaves
from orgmap.measures.kernels.paths.unions import Lists, WordArray, lists

_WORD = 64
_BLOCK_WORDS = 300_000
_NARROWEST, _WIDEST = 8, 64


@dataclass(frozen=True, eq=False)
class Side:
    """One mode of the trunk, without the nodes that have no neighbour in it; most neighbours first."""

    places: IntArray
    component: IntArray
    around: Lists


@dataclass(frozen=True, eq=False)
class Sources:
    """The nodes of both sides as bits of words, sorted by word: bodies, then members.

    Sources of several components share bits, as they cannot meet; all sources of a word are of one side
    (`member`: 0 or 1) and have as many leaves. At the start a body is in its own row and a member in those of
    its bodies: source `i` in the rows `homes[indptr[i] : indptr[i + 1]]`.
    """

    component: IntArray
    member: IntArray
    leaves: IntArray
    word: IntArray
    bit: WordArray
    indptr: IntArray
    homes: IntArray


def shortfalls(incidence: Incidence, leaves: Leaves) -> FloatArray:
    """Return sums, over the distances, of how many are farther than that from each node of the trunk.

    Axes: what is counted (bodies, the leaves that hang from bodies, members, the leaves that hang from
    members; a leaf is as far as what it hangs from); which sum; the nodes, stacked, 0 for leaves. Distances
    k are every second number, from 2 in the node's own mode and from 1 in the other. Each sum weighs what is
    short of k with f(k + 2) - f(k): it is how much the sum of f(distance) differs from what it would be if
    all were as near as can be. f(k) is k in the first sum, 1 / (k + s) in the second and 1 / (k + s + 1) in
    the third; s is 0 for nodes and 1 for leaves.
    """
    sides = _sides(incidence, leaves)
    sums = np.zeros((4, 3, len(incidence.nodes)))
    if not len(sides[0].places):
        return sums
    sources = _sources(sides, leaves)
    blocks = _blocks(int(sources.word[-1]) + 1, len(sides[0].places))
    totals = [np.zeros((4, 3, len(side.places))) for side in sides]
    for kinds, found in in_order(partial(_searched, sides, sources), blocks, len(blocks), "shortest ways"):
        for total, part in zip(totals, found, strict=True):
            for kind, values in zip(kinds.tolist(), part, strict=True):
                total[kind] += values
    for side, total in zip(sides, totals, strict=True):
        sums[:, :, side.places] = total
    return sums


def _blocks(words: int, bodies: int) -> list[slice]:
    """Return which words are searched together: as many as the processor's own memory takes."""
    widest = min(_WIDEST, max(_NARROWEST, _BLOCK_WORDS // bodies))
    width = ceil(words / ceil(words / widest))
    return [slice(start, min(start + width, words)) for start in range(0, words, width)]


def _sides(incidence: Incidence, leaves: Leaves) -> tuple[Side, Side]:
    """Return the bodies and the members of the trunk that have neighbours there."""
    rows, trunk = len(incidence.bodies), leaves.trunk.astype(np.int64)
    bodies = _most_first(np.asarray(incidence.matrix @ trunk[rows:]) * trunk[:rows])
    members = _most_first(np.asarray(trunk[:rows] @ incidence.matrix) * trunk[rows:])
    step = incidence.matrix[bodies][:, members]
    return _side(incidence, bodies, step), _side(incidence, members + rows, step.T.tocsr())


def _most_first(number: IntArray) -> IntArray:
    return np.argsort(-number, kind="stable")[: np.count_nonzero(number)]


def _side(incidence: Incidence, places: IntArray, step: sparse.csr_array[np.int64]) -> Side:
    indptr, indices = step.indptr.astype(np.int64), step.indices.astype(np.int64)
    return Side(places, incidence.components[places], lists(indptr, indices))


def _sources(sides: tuple[Side, Side], leaves: Leaves) -> Sources:
    component = np.concatenate([side.component for side in sides])
    member = np.repeat([0, 1], [len(side.places) for side in sides])
    hanging = leaves.count[np.concatenate([side.places for side in sides])]
    _, kind = np.unique(member * (int(hanging.max()) + 1) + hanging, return_inverse=True)
    rank = rank_within(kind * (int(component.max()) + 1) + component)
    words = np.zeros(int(kind.max()) + 1, dtype=np.int64)
    np.maximum.at(words, kind, rank // _WORD + 1)
    word = (np.cumsum(words) - words)[kind] + rank // _WORD
    bit = np.left_shift(np.uint64(1), (rank % _WORD).astype(np.uint64))
    order = np.argsort(word, kind="stable")
    indptr, homes = _homes(sides, order)
    return Sources(component[order], member[order], hanging[order], word[order], bit[order], indptr, homes)


def _homes(sides: tuple[Side, Side], order: IntArray) -> tuple[IntArray, IntArray]:
    """Return the bodies of the sources in this order: a body has itself, a member its own."""
    bodies, around = len(sides[0].places), sides[1].around
    first = np.concatenate([np.arange(bodies), around.indptr[:-1] + bodies])[order]
    number = np.concatenate([np.ones(bodies, dtype=np.int64), np.diff(around.indptr)])[order]
    indptr = np.concatenate([[0], np.cumsum(number)])
    ties = np.repeat(first - indptr[:-1], number) + np.arange(indptr[-1])
    return indptr, np.concatenate([np.arange(bodies), around.indices])[ties]


def _searched(sides: tuple[Side, Side], sources: Sources, block: slice) -> tuple[IntArray, list[FloatArray]]:
    """Return what is counted of the sources in a block of words, and its sums for the nodes of both sides."""
    chosen = slice(*np.searchsorted(sources.word, [block.start, block.stop]).tolist())
    weights, totals = _weights(sources, chosen, block)
    kinds = np.flatnonzero(weights.any(axis=1))
    wanted = [totals[kinds][:, side.component] for side in sides]
    sums = [np.zeros((len(kinds), 3, len(side.places))) for side in sides]
    for step, reached in enumerate(_reached(sides, _start(sides, sources, chosen, block), weights[kinds])):
        short = wanted[step % 2] - reached
        if not short.any():
            break
        for number, kind in enumerate(kinds.tolist()):
            _add(sums[step % 2][number], short[number], step + kind // 2, kind % 2)
    return kinds, sums


def _add(sums: FloatArray, short: FloatArray, distance: int, shift: int) -> None:
    """Add to the three sums what is short of a distance; every node itself is known to be at distance 0."""
    if not distance:
        return
    near, far = distance + shift, distance + shift + 2
    for number, weight in enumerate((2, 1 / far - 1 / near, 1 / (far + 1) - 1 / (near + 1))):
        sums[number] += weight * short


def _weights(sources: Sources, chosen: slice, block: slice) -> tuple[FloatArray, FloatArray]:
    """Return by what is counted the weight of each word of a block, and the total of each component."""
    member, component = sources.member[chosen], sources.component[chosen]
    weights = np.zeros((4, block.stop - block.start))
    totals = np.zeros((4, int(sources.component.max()) + 1))
    for shift, weight in enumerate((np.ones_like(member), sources.leaves[chosen])):
        weights[2 * member + shift, sources.word[chosen] - block.start] = weight
        np.add.at(totals, (2 * member + shift, component), weight)
    return weights, totals


def _start(sides: tuple[Side, Side], sources: Sources, chosen: slice, block: slice) -> WordArray:
    """Return for each body which sources of a block are there at the start."""
    width = block.stop - block.start
    indptr = sources.indptr[chosen.start : chosen.stop + 1]
    words = np.zeros(len(sides[0].places) * width, dtype=np.uint64)
    columns = np.repeat(sources.word[chosen] - block.start, np.diff(indptr))
    places = sources.homes[indptr[0] : indptr[-1]] * width + columns
    np.bitwise_or.at(words, places, np.repeat(sources.bit[chosen], np.diff(indptr)))
    return words.reshape(-1, width)


def _reached(sides: tuple[Side, Side], start: WordArray, weights: FloatArray) -> Iterator[FloatArray]:
    """Yield by step how much has reached each body, then each member, then each body again, and so on.

    Within a distance of a node are those who are within one step less of its neighbours.
    """
    held = (start, np.empty((len(sides[1].places), start.shape[1]), dtype=np.uint64))
    yield _sizes(start, weights)
    for step in count(1):
        own = step % 2
        reached = np.empty((len(weights), len(held[own])))
        for done in sides[own].around.unite(held[1 - own], held[own]):
            reached[:, done] = _sizes(held[own][done], weights)
        yield reached


def _sizes(words: WordArray, weights: FloatArray) -> FloatArray:
    """Return by weights, for each row, the sum of the weights of its bits."""
    sizes: FloatArray = np.einsum("ij,gj->gi", np.bitwise_count(words).astype(np.float64), weights)
    return sizes
