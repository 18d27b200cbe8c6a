"""People folded into their bodies: how a map of very many nodes stays readable."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx

MOST_NODES = 2_000
"""Above so many nodes the people of a map are folded into their bodies."""


def is_folded(whole: nx.MultiDiGraph[str]) -> bool:
    """Return whether the people of a whole map are folded into their bodies."""
    return whole.number_of_nodes() > MOST_NODES


def unfolded(whole: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    """Return what of a whole map is drawn at first, and so needs places.

    That is all of it; or, where people are folded, its bodies and organisations, each organisation with the
    seats that people hold for it.
    """
    if not is_folded(whole):
        return whole
    people = {node for node, data in whole.nodes(data=True) if data["mode"] == "person"}
    kept = whole.subgraph(node for node in whole if node not in people).copy()
    for holder, body, data in whole.edges(data=True):
        if holder in people and data["kind"] == "seat" and data.get("organisation") in kept:
            kept.add_edge(data["organisation"], body, **data)
    return kept
