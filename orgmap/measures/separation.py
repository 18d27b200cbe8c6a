"""What holds a network together: the nodes without which it falls apart, and into what it falls."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from orgmap.measures.kernels.groups.depth_first import Search, Span, depth_first

if TYPE_CHECKING:
    import networkx as nx

Spans = tuple[Span, ...]


@dataclass(frozen=True, eq=False)
class Part:
    """A part that a network falls into: how many nodes and how many bodies it has, and which they are."""

    size: int
    bodies: int
    _order: list[str]
    _spans: Spans

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
    ids = sorted(graph)
    number = {node: place for place, node in enumerate(ids)}
    found = depth_first([sorted([number[one] for one in graph.adj[node]], reverse=True) for node in ids])
    order = [ids[node] for node in found.order]
    marks = (int(graph.nodes[node].get("bipartite") == 1) for node in order)
    bodies = list(accumulate(marks, initial=0))

    def ranked(parts: Iterable[Spans]) -> tuple[Part, ...]:
        made = (_part(order, bodies, spans) for spans in parts)
        return tuple(sorted(made, key=lambda part: (-part.bodies, -part.size)))

    components = ranked((found.span(root),) for root in found.roots())
    return Separation(components, {ids[node]: ranked(parts) for node, parts in _left(found)})


def _part(order: list[str], bodies: list[int], spans: Spans) -> Part:
    """Return the part that lies in these stretches of the order; `bodies` counts those before each place."""
    size = sum([stop - start for start, stop in spans])
    return Part(size, sum([bodies[stop] - bodies[start] for start, stop in spans]), order, spans)


def _left(found: Search) -> Iterator[tuple[int, list[Spans]]]:
    """Yield the cut-points in their order, with the stretches of each part that they leave behind."""
    held: dict[int, list[Span]] = {}
    for node in found.held:
        held.setdefault(found.parent[node], []).append(found.span(node))
    top = found.tops()
    for node, spans in sorted(held.items()):
        start, stop = found.span(top[node])
        gaps = sorted([*spans, (found.place[node], found.place[node] + 1)])
        edges = [start, *(edge for gap in gaps for edge in gap), stop]
        rest = tuple((a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if a < b)
        parts: list[Spans] = [*((span,) for span in spans), *([rest] if rest else [])]
        if len(parts) > 1:
            yield node, parts
