"""How central each node is by its ties and its distances, normalised for networks of two modes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from orgmap.measures.arrays import Incidence, incidence_of, ratio, series
from orgmap.measures.kernels.core import component_sums
from orgmap.measures.kernels.farness import farness

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd


def degree(graph: nx.Graph[str] | Incidence) -> pd.Series[float]:
    """Return the share of all bodies that a member sits on, and of all members that sit on a body.

    Variant: two-mode, ties over the size of the other mode; several seats of one member on one body are
    one tie. Range 0 to 1; 0 for a node without ties. NaN where the other mode has no nodes.

    Index: node ids in the graph's own order, named `node`. Raises `NetworkUnfit` as `incidence_of` does.

    Reference: Borgatti and Everett 1997, doi:10.1016/S0378-8733(96)00301-2.
    """
    incidence = incidence_of(graph)
    return series("degree", incidence, ratio(incidence.degrees, incidence.other))


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
    return series("closeness", incidence, np.where(incidence.other > 0, values, np.nan))
