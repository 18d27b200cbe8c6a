"""The nodes of a network in the order that files of numbered nodes want, each with a label of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import networkx as nx

PLURAL = {"person": "people", "organisation": "organisations", "post": "posts", "sector": "sectors"}
"""What members of each mode are called in a file of orgmap's own."""


def by_mode(graph: nx.Graph[str]) -> tuple[list[str], list[str]]:
    """Return the members and the bodies of a network, each in the network's own order."""
    sides = {node: facts.get("bipartite") for node, facts in graph.nodes(data=True)}
    return [node for node in graph if not sides[node]], [node for node in graph if sides[node]]


def members_mode(graph: nx.Graph[str], members: Iterable[str]) -> str:
    """Return what the members are, in the plural."""
    return next((PLURAL.get(graph.nodes[node]["mode"], "people") for node in members), "people")


def is_one_mode(graph: nx.Graph[str]) -> bool:
    """Tell whether a network is a projection: all its nodes are of one mode, and some are joined."""
    members, bodies = by_mode(graph)
    return not (members and bodies) and graph.number_of_edges() > 0


def weight(facts: dict[str, Any]) -> int:
    """Return how many seats or shared members an edge stands for."""
    return int(facts.get("seats", facts.get("shared", facts.get("weight", 1))))


def unique(names: Iterable[str], longest: int | None = None, key: Callable[[str], str] = str) -> list[str]:
    """Return the names, no two with the same key and none longer than allowed; a later one has a number."""
    taken: set[str] = set()
    told = []
    counts: dict[str, int] = {}
    for name in names:
        one = base = name[:longest]
        while key(one) in taken:
            counts[key(base)] = counts.get(key(base), 1) + 1
            end = f"_{counts[key(base)]}" if longest else f" ({counts[key(base)]})"
            one = f"{name[: longest - len(end)] if longest else name}{end}"
        taken.add(key(one))
        told.append(one)
    return told
