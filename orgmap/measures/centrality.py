"""How central each node is by its ties and its distances, in the two-mode network and in a projection."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from orgmap.measures.arrays import FloatArray, Incidence, Network, incidence_of, is_projection, ratio, series
from orgmap.measures.kernels.pairs.one_mode import shared_counts
from orgmap.measures.kernels.paths.core import component_sums
from orgmap.measures.kernels.paths.distances import distances

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd


def degree(graph: nx.Graph[str] | Incidence, *, network: Network = "two-mode") -> pd.Series[float]:
    """Return the share of all bodies that a member sits on, and of all members that sit on a body.

    Variant: two-mode, ties over the size of the other mode; several seats of one member on one body are
    one tie. Range 0 to 1; 0 for a node without ties. NaN where the other mode has no nodes.

    With `network="projection"` the values are called `projected_degree`: of the other nodes of its own mode,
    the share with which a node has something in common (unweighted). NaN for the only node of its mode.

    Index: node ids in the graph's own order, named `node`. Raises `NetworkUnfit` as `incidence_of` does.

    References: two modes: Borgatti and Everett 1997, doi:10.1016/S0378-8733(96)00301-2; projection: Freeman
    1979, doi:10.1016/0378-8733(78)90021-7.
    """
    incidence = incidence_of(graph)
    if is_projection(network):
        ties = [np.diff(shared_counts(incidence, mode).indptr) for mode in ("body", "member")]
        return series("projected_degree", incidence, ratio(np.concatenate(ties), incidence.own - 1))
    return series("degree", incidence, ratio(incidence.degrees, incidence.other))


def closeness(graph: nx.Graph[str] | Incidence, *, network: Network = "two-mode") -> pd.Series[float]:
    """Return how few steps it takes from a node to all others: 1 where no node could be closer.

    Variant: two-mode, the least possible sum of distances over the sum found, within the node's own
    component; times reach, (component size - 1) / (n - 1), so that a node of a small separate group is not
    taken for a central one. On a connected network this is Borgatti and Everett's value as it stands.
    (NetworkX's bipartite closeness sets the sizes of the whole network against distances within a component,
    and can exceed 1.) Range 0 to 1; 0 for a node without ties, which reaches nobody. NaN where the other mode
    has no nodes.

    With `network="projection"` the values are called `projected_closeness`: the same among the nodes of the
    node's own mode alone, two of which are one step apart where they have something in common (unweighted);
    the least possible sum is then their number. NaN for the only node of its mode.

    Index: node ids in the graph's own order, named `node`. Raises `NetworkUnfit` as `incidence_of` does.

    References: two modes: Borgatti and Everett 1997, doi:10.1016/S0378-8733(96)00301-2; projection, and reach
    in both: Wasserman and Faust 1994, doi:10.1017/CBO9780511815478, page 201.
    """
    incidence = incidence_of(graph)
    found, (own, other) = distances(incidence), _reached(incidence)
    if is_projection(network):
        values = _within_times_reach(own, found.far_own / 2, own, incidence.own - 1)
        return series("projected_closeness", incidence, values)
    values = _within_times_reach(
        other + 2 * own, found.far_own + found.far_other, own + other, np.full(len(own), len(own) - 1.0)
    )
    return series("closeness", incidence, np.where(incidence.other > 0, values, np.nan))


def harmonic(graph: nx.Graph[str] | Incidence, *, network: Network = "two-mode") -> pd.Series[float]:
    """Return how near a node is to others on average; whoever it cannot reach counts as infinitely far.

    Variant: plain harmonic closeness, the sum of 1 / distance over n - 1, over the nodes of both modes. It is
    not set against the most that a network of two modes allows, where nodes of one mode are two steps apart
    or more: 1 is reached by none that has others of its mode. Range 0 to 1; 0 for a node without ties. NaN
    where the other mode has no nodes.

    With `network="projection"` the values are called `projected_harmonic`: the same among the nodes of the
    node's own mode alone, two of which are one step apart where they have something in common (unweighted).
    NaN for the only node of its mode.

    Index: node ids in the graph's own order, named `node`. Raises `NetworkUnfit` as `incidence_of` does.

    References: Marchiori and Latora 2000, doi:10.1016/S0378-4371(00)00311-3; Boldi and Vigna 2014,
    doi:10.1080/15427951.2013.865686.
    """
    incidence = incidence_of(graph)
    found = distances(incidence)
    if is_projection(network):
        return series("projected_harmonic", incidence, ratio(2 * found.near_own, incidence.own - 1))
    values = (found.near_own + found.near_other) / max(len(incidence.nodes) - 1, 1)
    return series("harmonic", incidence, np.where(incidence.other > 0, values, np.nan))


def _reached(incidence: Incidence) -> tuple[FloatArray, FloatArray]:
    """Return how many other nodes each node can reach in its own mode, and how many in the other."""
    components = incidence.components
    body = (np.arange(len(components)) < len(incidence.bodies)).astype(np.float64)
    bodies, members = component_sums(components, body), component_sums(components, 1 - body)
    return np.where(body, bodies, members) - 1, np.where(body, members, bodies)


def _within_times_reach(
    least: FloatArray, far: FloatArray, reached: FloatArray, others: npt.ArrayLike
) -> FloatArray:
    """Return least / far where anything is reached, 0 where nothing is, times reached / others."""
    within = np.where(reached > 0, ratio(least, far), 0.0)
    return within * ratio(reached, others)
