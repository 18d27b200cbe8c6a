"""Bodies in one line: those that share most members stand next to each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.cluster.hierarchy import leaves_list, linkage
from scipy.spatial.distance import squareform

if TYPE_CHECKING:
    import networkx as nx
    from numpy.typing import NDArray


def in_line(graph: nx.Graph[str], most: int = 40) -> list[str]:
    """Return the bodies of a projection that share most, at most so many, the like ones side by side.

    Those are kept that share most members with all others together. They stand in the order of the leaves
    of a tree of average linkage, turned so that neighbours share as much as can be; at its beginning is
    the half that shares more. A body that shares nobody is left out. The order of the graph changes nothing.
    """
    totals = {node: sum(edge["shared"] for edge in graph.adj[node].values()) for node in graph}
    kept = sorted(node for node in totals if totals[node])
    kept = sorted(sorted(kept, key=lambda node: -totals[node])[:most])
    if len(kept) < 3:
        return sorted(kept, key=lambda node: -totals[node])
    line = [kept[place] for place in _leaves(_shared(graph, kept))]
    half = len(line) // 2
    turned = sum(totals[node] for node in line[:half]) < sum(totals[node] for node in line[-half:])
    return line[::-1] if turned else line


def _shared(graph: nx.Graph[str], nodes: list[str]) -> NDArray[np.float64]:
    place = {node: index for index, node in enumerate(nodes)}
    shared = np.zeros((len(nodes), len(nodes)))
    for node in nodes:
        for other, edge in graph.adj[node].items():
            if other in place:
                shared[place[node], place[other]] = edge["shared"]
    return shared


def _leaves(shared: NDArray[np.float64]) -> list[int]:
    """Return the leaves of the tree; two bodies are as far apart as they share less than the most."""
    apart = shared.max() - shared
    np.fill_diagonal(apart, 0.0)
    return leaves_list(linkage(squareform(apart), method="average", optimal_ordering=True)).tolist()
