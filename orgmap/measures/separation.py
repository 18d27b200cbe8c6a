"""What holds a network together: the nodes without which it falls apart, and into what it falls."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True, eq=False)
class Part:
    """A part that a network falls into: how many nodes and how many bodies it has, and which they are."""

    size: int
    bodies: int
    _order: list[str]
    _spans: tuple[tuple[int, int], ...]

    @property
    def nodes(self) -> list[str]:
        """Return its node ids, sorted."""
        return sorted(node for start, stop in self._spans for node in self._order[start:stop])


@dataclass(frozen=True, eq=False)
class Separation:
    """How a network hangs together: its components, and what is left of them without one node.

    `components` are the most bodies first; `parts` gives for each cut-point, in the order of the alphabet,
    the parts that its component falls into without it, the most bodies first. (In an affiliation network
    bodies are the nodes whose `bipartite` is 1; a body with a member who sits nowhere else is always a
    cut-point, with a part of one node.)
    """

    components: tuple[Part, ...]
    parts: dict[str, tuple[Part, ...]]


def separation(graph: nx.Graph[str]) -> Separation:
    """Return the components of an undirected network, and its cut-points with what falls apart without them.

    Method: one search in depth with low points (Hopcroft and Tarjan 1973, doi:10.1145/362248.362272), in time
    in proportion to nodes and ties. Nodes are taken in the order of the alphabet, so that the order of the
    graph changes nothing.
    """
    found = _Search(graph)
    components = sorted((found.part((span,)) for span in found.components), key=_rank)
    parts = {node: found.parts(node) for node in sorted(found.cut)}
    return Separation(tuple(components), parts)


def _rank(part: Part) -> tuple[int, int]:
    return -part.bodies, -part.size


class _Search:
    """A search in depth: the order of arrival, and the subtrees that only one node holds to the rest."""

    def __init__(self, graph: nx.Graph[str]) -> None:
        self._graph = graph
        self._order: list[str] = []
        self._place: dict[str, int] = {}
        self._low: dict[str, int] = {}
        self._held: dict[str, list[tuple[int, int]]] = {}
        self.components: list[tuple[int, int]] = []
        self._of: dict[str, int] = {}
        for root in sorted(graph):
            if root not in self._place:
                self._component(root)
        marks = (int(graph.nodes[node].get("bipartite") == 1) for node in self._order)
        self._bodies = list(accumulate(marks, initial=0))

    @property
    def cut(self) -> Iterator[str]:
        """Yield the nodes that hold some part to the rest."""
        roots = {self._order[start] for start, _ in self.components}
        return (node for node, spans in self._held.items() if len(spans) > 1 or node not in roots)

    def parts(self, node: str) -> tuple[Part, ...]:
        """Return the parts that the component of a node falls into without it, the most bodies first."""
        held = self._held[node]
        start, stop = self.components[self._of[node]]
        gaps = sorted([*held, (self._place[node], self._place[node] + 1)])
        edges = [start, *(edge for gap in gaps for edge in gap), stop]
        rest = tuple((a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if a < b)
        found = [self.part((span,)) for span in held]
        return tuple(sorted([*found, *([self.part(rest)] if rest else [])], key=_rank))

    def part(self, spans: tuple[tuple[int, int], ...]) -> Part:
        """Return the part that lies in these stretches of the order."""
        size = sum(stop - start for start, stop in spans)
        bodies = sum(self._bodies[stop] - self._bodies[start] for start, stop in spans)
        return Part(size, bodies, self._order, spans)

    def _component(self, root: str) -> None:
        start = len(self._order)
        path = [(root, self._enter(root))]
        while path:
            node, waiting = path[-1]
            following = next((one for one in waiting if self._is_new(node, one, path)), None)
            if following is not None:
                path.append((following, self._enter(following)))
                continue
            path.pop()
            if path:
                self._leave(node, path[-1][0])
        self.components.append((start, len(self._order)))

    def _enter(self, node: str) -> Iterator[str]:
        self._place[node] = self._low[node] = len(self._order)
        self._of[node] = len(self.components)
        self._order.append(node)
        return iter(sorted(self._graph.adj[node]))

    def _is_new(self, node: str, other: str, path: list[tuple[str, Iterator[str]]]) -> bool:
        """Tell whether a neighbour is still to be entered; if not, the node reaches as far back as it."""
        if other not in self._place:
            return True
        if len(path) < 2 or other != path[-2][0]:
            self._low[node] = min(self._low[node], self._place[other])
        return False

    def _leave(self, node: str, parent: str) -> None:
        """Go back to the parent; what began at the node hangs on the parent if it reaches no further."""
        self._low[parent] = min(self._low[parent], self._low[node])
        if self._low[node] >= self._place[parent]:
            self._held.setdefault(parent, []).append((self._place[node], len(self._order)))
