"""What the layout needs to know of a network: anchors, who belongs to which, families, and what ties them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any

from orgmap.vocabulary import TIERS

if TYPE_CHECKING:
    from collections.abc import Mapping

    import networkx as nx

    Edge = tuple[str, str, Mapping[str, Any]]
    Memberships = dict[str, tuple[str, ...]]

_MOST_PAIRED = 60
"""A member of more anchors than this pulls all of them alike, so that its pairs say nothing."""

_TIER_RANK = {tier: rank for rank, tier in enumerate(TIERS.values)}
_SIZES = {"body": 15.0, "organisation": 10.0}
_SIZE = 6.0


@dataclass(frozen=True)
class Scene:
    """A network as the layout sees it; everything is sorted, so that the order of the graph does not matter.

    `anchors` are placed first (the bodies, or every node where there are only bodies or none), `shared` are
    the other nodes tied to several of them, `leaves` those tied to one, listed under their anchor, and
    `loose` those tied to nothing.
    """

    anchors: tuple[str, ...]
    shared: Memberships
    leaves: Memberships
    loose: tuple[str, ...]
    ties: dict[tuple[str, str], float]
    family: dict[str, str]
    level: dict[str, int | None]
    employer: dict[str, str]
    size: dict[str, float]

    @classmethod
    def of(cls, graph: nx.Graph[str]) -> Scene:
        """Return the scene of a graph of `orgmap.network`."""
        nodes: dict[str, Mapping[str, Any]] = {node: graph.nodes[node] for node in sorted(graph)}
        bodies = {node for node, data in nodes.items() if data.get("mode") == "body"}
        anchors = bodies or set(nodes)
        edges: list[Edge] = list(graph.edges(data=True))
        belongs = memberships(edges, anchors)
        ties = _ties(edges, anchors, belongs)
        held = {anchor for found in belongs.values() for anchor in found} | {
            end for pair in ties for end in pair
        }
        placed = anchors & held | belongs.keys()
        return cls(
            anchors=tuple(sorted(anchors & held)),
            shared={node: found for node, found in belongs.items() if len(found) > 1},
            leaves=_leaves(belongs),
            loose=tuple(node for node in nodes if node not in placed),
            ties=ties,
            family={node: str(nodes[node].get("family") or node) for node in anchors},
            level={node: _TIER_RANK.get(nodes[node].get("tier") or "") for node in anchors},
            employer=_employers(edges),
            size={node: _SIZES.get(data.get("mode") or "", _SIZE) for node, data in nodes.items()},
        )


def memberships(edges: list[Edge], anchors: set[str]) -> Memberships:
    """Return the anchors of every other node, an organisation's also through those who sit for it."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for u, v, data in edges:
        if (u in anchors) != (v in anchors):
            member, anchor = (v, u) if u in anchors else (u, v)
            found[member].add(anchor)
            employer = data.get("organisation")
            if employer and employer not in anchors:
                found[employer].add(anchor)
    return {node: tuple(sorted(found[node])) for node in sorted(found)}


def _ties(edges: list[Edge], anchors: set[str], belongs: Memberships) -> dict[tuple[str, str], float]:
    """Return how strongly two anchors pull each other: what they share, and the relations between them.

    A member of many anchors pulls each pair of them less, in a projection as where the member is drawn.
    """
    pull: defaultdict[tuple[str, str], float] = defaultdict(float)
    reach = _reach(edges)
    for u, v, data in edges:
        if u in anchors and v in anchors and u != v:
            members = data.get("members") or ()
            pulls = sum(1 / max(1, len(reach[member]) - 1) for member in members)
            pull[min(u, v), max(u, v)] += pulls or float(data.get("shared") or 1)
    for found in belongs.values():
        if len(found) <= _MOST_PAIRED:
            for pair in combinations(found, 2):
                pull[pair] += 1 / (len(found) - 1)
    return {pair: pull[pair] for pair in sorted(pull)}


def _reach(edges: list[Edge]) -> dict[str, set[str]]:
    """Return the nodes that each member joins in a projection."""
    reach: defaultdict[str, set[str]] = defaultdict(set)
    for u, v, data in edges:
        for member in data.get("members") or ():
            reach[member] |= {u, v}
    return reach


def _leaves(belongs: Memberships) -> Memberships:
    leaves: defaultdict[str, list[str]] = defaultdict(list)
    for node, found in belongs.items():
        if len(found) == 1:
            leaves[found[0]].append(node)
    return {anchor: tuple(leaves[anchor]) for anchor in sorted(leaves)}


def _employers(edges: list[Edge]) -> dict[str, str]:
    """Return, for each person, the first organisation that the person represents."""
    pairs = sorted((u, v) for u, v, data in edges if data.get("kind") == "represents")
    return dict(reversed(pairs))
