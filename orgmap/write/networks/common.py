"""What all forms of network are written from: nodes and edges in order, weights, and what the map is of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

import networkx as nx

Graph: TypeAlias = "nx.Graph[str]"
Facts = dict[str, Any]
COUNTS = ("shared", "seats")
"""The attributes of an edge that count something, and so weigh it."""


def weighted(graph: Graph) -> Graph:
    """Return a copy of a network whose edges have a `weight` where they count anything."""
    made = graph.copy()
    for _, _, facts in made.edges(data=True):
        if weight := weight_of(facts):
            facts["weight"] = weight
    return made


def weight_of(facts: Facts) -> int | None:
    """Return what an edge counts, None where it counts nothing."""
    return next((int(facts[name]) for name in COUNTS if name in facts), None)


def described(graph: Graph, title: str) -> str:
    """Return what a network is of, as lines of a name and a value."""
    return "\n".join(f"{name}: {_one_line(value)}" for name, value in about(graph, title).items())


def about(graph: Graph, title: str) -> Facts:
    """Return what a network is of: its title, and what the map says of itself."""
    return {"name": title, **graph.graph}


def nodes(graph: Graph) -> Iterator[tuple[str, Facts]]:
    """Yield each node with its attributes."""
    yield from graph.nodes(data=True)


def edges(graph: Graph) -> Iterator[tuple[str, str, Facts]]:
    """Yield each edge with its ends and attributes."""
    yield from graph.edges(data=True)


def _one_line(value: object) -> str:
    return " ".join(str(value).split())
