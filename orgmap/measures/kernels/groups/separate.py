"""What a network falls into without a node: its blocks, found on a tree of shortest ways, all at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import sparse
from scipy.sparse import csgraph

from orgmap.measures.arrays import Incidence, IntArray, stack
from orgmap.measures.kernels.paths.core import component_sums

Ties = sparse.csr_array[np.int64]


@dataclass(frozen=True, eq=False)
class Parts:
    """The parts that components fall into without one of their nodes: a row for each node and part.

    `node` is the node that is taken away (stacked), `size` and `bodies` are what is in the part. A part is
    never empty, so a node that is no cut-point has one part, and an isolated one has none.
    """

    node: IntArray
    size: IntArray
    bodies: IntArray


def parts(incidence: Incidence) -> Parts:
    """Return the parts that each node leaves behind.

    Method: Tarjan and Vishkin 1985 (doi:10.1137/0214061), which needs no search in depth. On a tree of the
    shortest ways from one node of each component, tied to a root of all, two branches are in one block where
    a tie that is not of the tree leads from one out of the other. What hangs from a node by one block is a
    part, and so is the rest of its component.
    """
    count = len(incidence.nodes)
    if not count:
        nothing = np.zeros(0, dtype=np.int64)
        return Parts(nothing, nothing, nothing)
    tree = _tree(incidence)
    body = np.zeros(count + 1, dtype=np.int64)
    body[: len(incidence.bodies)] = 1
    size = tree.gathered(np.append(np.ones(count, dtype=np.int64), 0)[tree.order], np.add)
    bodies = tree.gathered(body[tree.order], np.add)
    return _parts(incidence, tree, _blocks(tree, size), (size, bodies))


@dataclass(frozen=True, eq=False)
class _Tree:
    """A tree of shortest ways; nodes are numbered as they are met, the root 0, so that levels are stretches.

    `order` holds the stacked place of each node (that of the root is the last), `parent` the number of the
    node above (the root's is itself), `levels` where each level starts and ends, `ties` all ties, both ways.
    """

    order: IntArray
    parent: IntArray
    levels: list[int]
    ties: Ties

    def spans(self) -> list[tuple[int, int]]:
        """Return the stretch of each level but the root's, the deepest first."""
        return list(zip(self.levels[-2:0:-1], self.levels[:1:-1], strict=True))

    def gathered(self, values: IntArray, how: np.ufunc) -> IntArray:
        """Return for each node the sum (or the least, or the greatest) of `values` over it and all below."""
        found = values.copy()
        for start, stop in self.spans():
            how.at(found, self.parent[start:stop], found[start:stop])
        return found


def _tree(incidence: Incidence) -> _Tree:
    count = len(incidence.nodes)
    first = np.unique(incidence.components, return_index=True)[1]
    ties = stack(incidence.matrix).tocoo()
    ends = [np.append(ties.row, np.full(len(first), count)), np.append(ties.col, first)]
    places = (np.concatenate(ends), np.concatenate(ends[::-1]))
    both = sparse.csr_array((np.ones(len(places[0]), dtype=np.int64), places), shape=(count + 1, count + 1))
    order, above = csgraph.breadth_first_order(both, count, directed=True)
    number = np.empty(count + 1, dtype=np.int64)
    number[order] = np.arange(count + 1)
    parent = number[np.where(above[order] < 0, count, above[order])]
    levels = [0, 1]
    while levels[-1] <= count:
        levels.append(int(np.searchsorted(parent, levels[-1], side="left")))
    return _Tree(order.astype(np.int64), parent, levels, both[order][:, order].tocsr())


def _blocks(tree: _Tree, size: IntArray) -> IntArray:
    """Return the number of the block of the tie that leads from each node to the one above it."""
    count = len(tree.parent)
    place = _places(tree, size)
    ends = np.repeat(np.arange(count), np.diff(tree.ties.indptr))
    starts = tree.ties.indptr[:-1]
    near = place[tree.ties.indices]
    least = tree.gathered(np.minimum.reduceat(near, starts), np.minimum)
    most = tree.gathered(np.maximum.reduceat(near, starts), np.maximum)
    above = tree.parent
    leaves = (above > 0) & ((least < place[above]) | (most >= place[above] + size[above]))
    lower = np.flatnonzero(leaves)
    other = (above[ends] != tree.ties.indices) & (above[tree.ties.indices] != ends)
    rows = np.concatenate([lower, ends[other]])
    columns = np.concatenate([above[lower], tree.ties.indices[other]])
    joined = sparse.coo_array((np.ones(len(rows)), (rows, columns)), shape=(count, count))
    return csgraph.connected_components(joined, directed=False)[1].astype(np.int64)


def _places(tree: _Tree, size: IntArray) -> IntArray:
    """Return the place of each node in an order in which all that is below a node follows it at once."""
    place = np.zeros_like(tree.parent)
    for start, stop in reversed(tree.spans()):
        above = tree.parent[start:stop]
        before = np.cumsum(size[start:stop]) - size[start:stop]
        eldest = np.searchsorted(above, above, side="left")
        place[start:stop] = place[above] + 1 + before - before[eldest]
    return place


def _parts(incidence: Incidence, tree: _Tree, block: IntArray, held: tuple[IntArray, IntArray]) -> Parts:
    """Return the parts: what hangs from each node by each block, and what is left of its component.

    `held` are the nodes and the bodies at and below each node.
    """
    child = np.arange(1, len(block))
    top = child[(tree.parent[child] == 0) | (block[tree.parent[child]] != block[child])]
    holder = np.zeros(len(block), dtype=np.int64)
    holder[block[top]] = tree.parent[top]
    below = [np.bincount(block[top], weights=of[top], minlength=len(block)).astype(np.int64) for of in held]
    found = np.flatnonzero(holder)
    node = tree.order[holder[found]]
    count = len(incidence.nodes)
    ones = np.ones(count, dtype=np.int64)
    body = (np.arange(count) < len(incidence.bodies)).astype(np.int64)
    rest = [
        component_sums(incidence.components, own.astype(np.float64)).astype(np.int64)
        - own
        - np.bincount(node, weights=of[found], minlength=count).astype(np.int64)
        for own, of in zip((ones, body), below, strict=True)
    ]
    left = np.flatnonzero(rest[0])
    size, bodies = (np.concatenate([of[found], on[left]]) for of, on in zip(below, rest, strict=True))
    return Parts(np.concatenate([node, left]), size, bodies)
