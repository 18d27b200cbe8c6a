"""A search in depth, and the branches that one node alone holds to the rest: cut-points by low points."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

Span = tuple[int, int]


@dataclass(frozen=True, eq=False)
class Search:
    """A search in depth; a branch, a node with all that was met from it, is a stretch of its order.

    `order` are the nodes as they were met, `place` where each stands in it, `parent` from which node it was
    met (-1 at a root), `size` how many nodes its branch has. `held` are the nodes, in that order, whose
    branch is held to the rest by their parent alone. Nodes that are gone have a place behind all others.
    """

    order: list[int]
    place: list[int]
    parent: list[int]
    size: list[int]
    held: list[int]

    def span(self, node: int) -> Span:
        """Return where the branch of a node starts and ends in the order."""
        return self.place[node], self.place[node] + self.size[node]

    def roots(self) -> list[int]:
        """Return the first node of each component, in their order."""
        return [node for node in self.order if self.parent[node] < 0]

    def tops(self) -> list[int]:
        """Return for each node the root of its component; itself where it is gone."""
        top = list(range(len(self.parent)))
        for node in self.order:
            if self.parent[node] >= 0:
                top[node] = top[self.parent[node]]
        return top


def depth_first(neighbours: Sequence[Sequence[int]], gone: Collection[int] = ()) -> Search:
    """Return a search in depth of a network without those `gone`, from the least node of each component.

    Of the neighbours of a node the last is entered first. Low points as in Hopcroft and Tarjan 1973,
    doi:10.1145/362248.362272: a branch whose low point is not above the parent is held by the parent alone.
    """
    order, place, parent = _met(neighbours, gone)
    size, low = [1] * len(place), place.copy()
    held = []
    for node in reversed(order):
        above = parent[node]
        if above < 0:
            continue
        reach = min(low[node], *map(place.__getitem__, neighbours[node]))
        size[above] += size[node]
        low[above] = min(low[above], reach)
        if reach >= place[above]:
            held.append(node)
    return Search(order, place, parent, size, held[::-1])


def _met(
    neighbours: Sequence[Sequence[int]], gone: Collection[int]
) -> tuple[list[int], list[int], list[int]]:
    """Return the order in which the nodes are met, their places in it and their parents."""
    count = len(neighbours)
    place, parent = [-1] * count, [-1] * count
    order: list[int] = []
    for node in gone:
        place[node] = count
    for root in range(count):
        waiting = [root]
        while waiting:
            node = waiting.pop()
            if place[node] < 0:
                place[node] = len(order)
                order.append(node)
                for other in neighbours[node]:
                    if place[other] < 0:
                        parent[other] = node
                        waiting.append(other)
    return order, place, parent
