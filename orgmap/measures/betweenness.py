"""How much a node lies between others: betweenness, normalised for networks of two modes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from orgmap.measures.arrays import FloatArray, Incidence, IntArray, incidence_of, ratio, series
from orgmap.measures.kernels.flow import flow

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd


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
    return series(
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
