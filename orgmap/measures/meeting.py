"""Which body is the only table at which two members meet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from orgmap.measures.arrays import Incidence, incidence_of
from orgmap.measures.kernels.pairs.two_paths import two_paths

if TYPE_CHECKING:
    import networkx as nx


def only_tables(graph: nx.Graph[str] | Incidence) -> pd.DataFrame:
    """Return for each body how many pairs of its members meet there, and how many of them nowhere else.

    Columns: `pairs`, `only`; whole numbers from 0, where a list is partial at least so many pairs. Index: the
    ids of the bodies in the graph's own order, named `node`. Raises `NetworkUnfit` as `incidence_of` does.
    """
    taken = incidence_of(graph)
    rows = len(taken.bodies)
    index = pd.Index([taken.nodes[place] for place in taken.bodies.tolist()], name="node", dtype="str")
    met = two_paths(taken, "two-mode")
    return pd.DataFrame({"pairs": met.activity[:rows], "only": met.exclusivity[:rows]}, index=index)
