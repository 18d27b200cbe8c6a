"""How much would still be joined without a node: Latapy's redundancy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from orgmap.measures.arrays import FloatArray, Incidence, incidence_of, ratio, series
from orgmap.measures.kernels.pairs.one_mode import Mode
from orgmap.measures.kernels.pairs.products import totals
from orgmap.measures.kernels.pairs.repeated import repeated

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd


def redundancy(graph: nx.Graph[str] | Incidence) -> pd.Series[float]:
    """Return the share of those whom a node brings together that also meet elsewhere.

    1: nothing is lost without it, as all pairs of its bodies (or members) share another member (or body) too;
    0: it is the only link of every pair.

    Variant: two-mode; of the pairs of a node's neighbours, those that have another neighbour in common. Range
    0 to 1. NaN for a node with fewer than two ties, which brings no pair together.

    Index: node ids in the graph's own order, named `node`. Raises `NetworkUnfit` as `incidence_of` does.

    Reference: Latapy, Magnien and Del Vecchio 2008, doi:10.1016/j.socnet.2007.04.006.
    """
    incidence = incidence_of(graph)
    values = np.concatenate([_shares(incidence, "member"), _shares(incidence, "body")])
    return series("redundancy", incidence, values)


def _shares(incidence: Incidence, neighbours: Mode) -> FloatArray:
    """Return the redundancy of the nodes whose neighbours are of the mode stated."""
    around = repeated(incidence, neighbours)
    also = totals(around.ties.indices, around.twice, len(around.ends))
    return ratio(also, around.ends * (around.ends - 1))
