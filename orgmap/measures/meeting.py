"""Which body is the only table at which two members meet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from scipy import sparse

from orgmap.measures.arrays import Incidence, incidence_of

if TYPE_CHECKING:
    import networkx as nx


def only_tables(graph: nx.Graph[str] | Incidence) -> pd.DataFrame:
    """Return for each body how many pairs of its members meet there, and how many of them nowhere else.

    Columns: `pairs`, `only`; whole numbers from 0, where a list is partial at least so many pairs. Index: the
    ids of the bodies in the graph's own order, named `node`. Raises `NetworkUnfit` as `incidence_of` does.
    """
    taken = incidence_of(graph)
    rows = taken.matrix.shape[0]
    size = np.diff(taken.matrix.indptr)
    numbered = taken.matrix.copy()
    numbered.data = np.repeat(np.arange(1, rows + 1), size)
    meetings, tables = (_of_pairs(taken.matrix.T.tocsr() @ each) for each in (taken.matrix, numbered))
    where = tables.data[meetings.data == 1] - 1
    index = pd.Index([taken.nodes[place] for place in taken.bodies.tolist()], name="node", dtype="str")
    only = np.bincount(where, minlength=rows)
    return pd.DataFrame({"pairs": size * (size - 1) // 2, "only": only}, index=index)


def _of_pairs(cells: sparse.csr_array[np.int64]) -> sparse.csr_array[np.int64]:
    """Return the cells of every two members once, in the order of rows and columns."""
    pairs = sparse.triu(cells, k=1, format="csr")
    pairs.sort_indices()
    return pairs
