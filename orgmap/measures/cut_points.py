"""Cut-points that matter: who holds groups together that would fall apart without them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from orgmap.measures.arrays import Incidence, incidence_of
from orgmap.measures.kernels.groups.separate import parts

if TYPE_CHECKING:
    import networkx as nx


def cut_points(graph: nx.Graph[str] | Incidence) -> pd.DataFrame:
    """Return into how many groups the map falls without each node, and how many bodies that cuts off.

    Looked at is what is left of the node's own component, in the two-mode network. Columns:

    - `splits`: how many parts of more than one node are left, where there are two or more; else 0, as for a
      body that alone holds members who sit nowhere else, which every such body does;
    - `cut_off`: how many bodies are then apart from the part with the most bodies, the node itself not
      counted: those that a member's leaving would cut off from the rest.

    Whole numbers from 0 as floats, never NaN; 0 for a node that is no cut-point. Index: node ids in the
    graph's own order, named `node`. Raises `NetworkUnfit` as `incidence_of` does.

    Reference: Hopcroft and Tarjan 1973 (articulation points), doi:10.1145/362248.362272.
    """
    incidence = incidence_of(graph)
    found = incidence.once("parts without each node", lambda: parts(incidence))
    count = len(incidence.nodes)
    groups = np.bincount(found.node[found.size > 1], minlength=count)
    most = np.zeros(count, dtype=np.int64)
    np.maximum.at(most, found.node, found.bodies)
    every = np.bincount(found.node, weights=found.bodies, minlength=count).astype(np.int64)
    columns = {"splits": np.where(groups > 1, groups, 0), "cut_off": every - most}
    index = pd.Index(incidence.nodes, name="node", dtype="str")
    return pd.DataFrame(
        {name: incidence.in_graph_order(values.astype(np.float64)) for name, values in columns.items()},
        index=index,
    )
