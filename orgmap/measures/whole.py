"""The whole map in a few numbers: how dense, in how many parts, how far apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from orgmap.measures.arrays import Incidence, incidence_of, ratio
from orgmap.measures.kernels.paths.distances import distances

if TYPE_CHECKING:
    import networkx as nx


def whole_map(graph: nx.Graph[str] | Incidence) -> pd.Series[float]:
    """Return how dense a map is, in how many parts it is, and how large its bodies are.

    Two-mode network; several seats of one member on one body are one tie. Index: the names below.

    - `density`: ties over all that there could be between members and bodies, 0 to 1; NaN without members
      or without bodies (Borgatti and Everett 1997, doi:10.1016/S0378-8733(96)00301-2);
    - `components`: how many separate groups of nodes there are, a node without ties being one of its own;
    - `largest_share`: the share of all nodes in the largest of them, 0 to 1; NaN without nodes (Wasserman
      and Faust 1994, doi:10.1017/CBO9780511815478);
    - `fragmentation`: the share of all pairs of nodes that cannot reach one another, 0 to 1; NaN with fewer
      than two nodes (Borgatti 2006, doi:10.1007/s10588-006-7084-x);
    - `members_per_body`, `bodies_per_member`: means over all of the mode; NaN where there are none (Breiger
      1974, doi:10.2307/2576011).

    Raises `NetworkUnfit` as `incidence_of` does.
    """
    incidence = incidence_of(graph)
    ties, nodes = incidence.matrix.nnz, len(incidence.nodes)
    bodies, members = incidence.matrix.shape
    sizes = np.bincount(incidence.components, minlength=1) if nodes else np.zeros(1, dtype=np.int64)
    joined = (sizes * (sizes - 1)).sum()
    values = {
        "density": ratio(ties, bodies * members),
        "components": np.count_nonzero(sizes),
        "largest_share": ratio(sizes.max(), nodes),
        "fragmentation": 1 - ratio(joined, nodes * (nodes - 1)),
        "members_per_body": ratio(ties, bodies),
        "bodies_per_member": ratio(ties, members),
    }
    return pd.Series({name: float(value) for name, value in values.items()})


def distance_fragmentation(graph: nx.Graph[str] | Incidence) -> pd.Series[float]:
    """Return how far apart the nodes of a map are: 0 where all are joined, 1 where none is.

    Variant: 1 less the mean of 1 / distance over all pairs of nodes of the two-mode network, 0 for pairs that
    cannot reach one another (DF); two members of one body are two steps apart, so that no map with more than
    two nodes gives 0. Range 0 to 1; NaN with fewer than two nodes. A Series with this one name in its index.
    Raises `NetworkUnfit` as `incidence_of` does.

    Reference: Borgatti 2006, doi:10.1007/s10588-006-7084-x.
    """
    incidence = incidence_of(graph)
    apart, nodes = distances(incidence), len(incidence.nodes)
    mean = ratio((apart.near_own + apart.near_other).sum(), nodes * (nodes - 1))
    return pd.Series({"distance_fragmentation": float(1 - mean)})
