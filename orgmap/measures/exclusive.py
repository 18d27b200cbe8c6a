"""Who stands between two that nobody else joins: exclusive brokerage, and the four styles it makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from orgmap.measures.arrays import BoolArray, Incidence, IntArray, Network, incidence_of, is_projection
from orgmap.measures.kernels.pairs.two_paths import two_paths

if TYPE_CHECKING:
    import networkx as nx

BROKERAGE_STYLES = ("powerhouse", "connector", "linchpin", "sideliner")
"""The styles of a broker: often and alone, often, alone, neither."""


def exclusive_brokerage(graph: nx.Graph[str] | Incidence, *, network: Network = "two-mode") -> pd.DataFrame:
    """Return how many pairs each node stands between, and how many of these nobody else joins.

    A pair are two neighbours of the node that are not neighbours of one another; each counts once. In the
    two-mode network these are two bodies of a member, or two members of a body, and every pair counts. With
    `network="projection"` they are neighbours in the projection of the node's own mode (unweighted): of a
    body, two bodies that each share a member with it and none with one another; of a member likewise.
    Columns:

    - `activity`: all such pairs: how much there is to pass on;
    - `exclusivity`: those that are joined by no other node: what would not be passed on without it.

    With `network="projection"` they are called `projected_activity` and `projected_exclusivity`. Whole
    numbers from 0 as floats, never NaN; where a list is partial there may be other pairs. Index: node ids in
    the graph's own order, named `node`. Raises `NetworkUnfit` as `incidence_of` does.

    Reference: Hamilton, Hileman and Bodin 2020, doi:10.1016/j.socnet.2019.08.002.
    """
    incidence = incidence_of(graph)
    found = two_paths(incidence, network)
    before = "projected_" if is_projection(network) else ""
    columns = {"activity": found.activity, "exclusivity": found.exclusivity}
    index = pd.Index(incidence.nodes, name="node", dtype="str")
    return pd.DataFrame(
        {
            before + name: incidence.in_graph_order(values.astype(np.float64))
            for name, values in columns.items()
        },
        index=index,
    )


def brokerage_style(graph: nx.Graph[str] | Incidence, *, network: Network = "two-mode") -> pd.Series[str]:
    """Return what kind of go-between each node is, by the pairs that it joins and those that it alone joins.

    `powerhouse`: more of both than the mean of its mode; `connector`: more activity, but others join the
    same; `linchpin`: few pairs, but more of them its own than the mean; `sideliner`: neither. See
    `exclusive_brokerage` for the two counts; bodies are compared with bodies, members with members, and the
    mean itself is not more. As the means are those of the file, the style changes with who else is in it.

    Index: node ids in the graph's own order, named `node`; name `style`. Raises `NetworkUnfit` as
    `incidence_of` does. Reference: Hamilton, Hileman and Bodin 2020, doi:10.1016/j.socnet.2019.08.002.
    """
    incidence = incidence_of(graph)
    found = two_paths(incidence, network)
    often, alone = (_above_mean(incidence, values) for values in (found.activity, found.exclusivity))
    styles = np.array(BROKERAGE_STYLES, dtype=object)[np.where(often, 0, 2) + np.where(alone, 0, 1)]
    index = pd.Index(incidence.nodes, name="node", dtype="str")
    ordered = np.empty_like(styles)
    ordered[incidence.places] = styles
    return pd.Series(ordered, index=index, name="style", dtype="str")


def _above_mean(incidence: Incidence, values: IntArray) -> BoolArray:
    """Tell for each node whether its value is above the mean of its mode; in whole numbers, so exactly."""
    sides = np.split(values, [len(incidence.bodies)])
    return np.concatenate([side * len(side) > side.sum() for side in sides])
