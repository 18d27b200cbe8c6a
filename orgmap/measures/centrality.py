"""How central each node is: degree, closeness and betweenness, normalised for networks of two modes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from orgmap.measures.arrays import FloatArray, Incidence, IntArray, incidence_of, ratio
from orgmap.measures.kernels.core import component_sums
from orgmap.measures.kernels.farness import farness
from orgmap.measures.kernels.flow import flow

if TYPE_CHECKING:
    import networkx as nx


def degree(graph: nx.Graph[str] | Incidence) -> pd.Series[float]:
    """Return the share of all bodies that a member sits on, and of all members that sit on a body.

    Variant: two-mode, ties over the size of the other mode; several seats of one member on one body are
    one tie. Range 0 to 1; 0 for a node without ties. NaN where the other mode has no nodes.

    Index: node ids in the graph's own order, named `node`. Raises `NetworkUnfit` as `incidence_of` does.

    Reference: Borgatti and Everett 1997, doi:10.1016/S0378-8733(96)00301-2.
    """
    incidence = incidence_of(graph)
    return _series("degree", incidence, ratio(incidence.degrees, incidence.other))


def closeness(graph: nx.Graph[str] | Incidence) -> pd.Series[float]:
    """Return how few steps it takes from a node to all others: 1 where no node could be closer.

    Variant: two-mode, the least possible sum of distances over the sum found, within the node's own
    component; times reach, (component size - 1) / (n - 1), so that a node of a small separate group is not
    taken for a central one. On a connected network this is Borgatti and Everett's value as it stands.
    (NetworkX's bipartite closeness sets the sizes of the whole network against distances within a component,
    and can exceed 1.)

    Range 0 to 1; 0 for a node without ties, which reaches nobody. NaN where the other mode has no nodes.

    Index: node ids in the graph's own order, named `node`. Raises `NetworkUnfit` as `incidence_of` does.

    Reference: Borgatti and Everett 1997, doi:10.1016/S0378-8733(96)00301-2; reach as in Wasserman and
    Faust 1994, doi:10.1017/CBO9780511815478, page 201.
    """
    incidence = incidence_of(graph)
    components, count = incidence.components, len(incidence.nodes)
    body = (np.arange(count) < len(incidence.bodies)).astype(np.float64)
    size = component_sums(components, np.ones(count))
    own = np.where(body, component_sums(components, body), component_sums(components, 1 - body))
    within = ratio(size - own + 2 * (own - 1), farness(incidence))
    reach = (size - 1) / max(count - 1, 1)
    values = np.where(size > 1, within, 0.0) * reach
    return _series("closeness", incidence, np.where(incidence.other > 0, values, np.nan))


def betweenness(graph: nx.Graph[str] | Incidence) -> pd.Series[float]:
    """Return how much a node lies on the shortest paths between others: the go-between's share.

    Variant: two-mode, shortest paths through the node (each pair of others once, equal paths sharing it)
    over the most that any node of its mode could have in a network of these sizes, connected or not.
    Range 0 to 1; 0 for a node with at most one tie. NaN where the other mode has fewer than two nodes, so
    that no node could lie between others.

    Index: node ids in the graph's own order, named `node`. Raises `NetworkUnfit` as `incidence_of` does.

    Reference: Borgatti and Everett 1997, doi:10.1016/S0378-8733(96)00301-2.
    """
    incidence = incidence_of(graph)
    return _series(
        "betweenness", incidence, ratio(flow(incidence), most_between(incidence.own, incidence.other))
    )


def most_between(own: IntArray, other: IntArray) -> FloatArray:
    """Return the most pairs that a node can lie between, one of `own` nodes, with `other` in the other mode.

    NaN where `other` is 0. Reference: Borgatti and Everett 1997, doi:10.1016/S0378-8733(96)00301-2.
    """
    n = np.where(other > 0, other, np.nan)
    s, t = np.divmod(own - 1, n)
    most: FloatArray = (n**2 * (s + 1) ** 2 + n * (s + 1) * (2 * t - s - 1) - t * (2 * s - t + 3)) / 2
    return most


def _series(name: str, incidence: Incidence, stacked: FloatArray) -> pd.Series[float]:
    index = pd.Index(incidence.nodes, name="node", dtype="str")
    return pd.Series(incidence.in_graph_order(stacked), index=index, name=name)
