"""How far those around a node also meet one another: clustering of two modes, whole and node by node."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from orgmap.measures.arrays import FloatArray, Incidence, incidence_of, ratio, series
from orgmap.measures.kernels.pairs.closing import contacts, four_paths, joined_contacts
from orgmap.measures.kernels.pairs.neighbours import Neighbours, neighbours
from orgmap.measures.kernels.pairs.one_mode import Mode
from orgmap.measures.kernels.pairs.products import end_sums
from orgmap.measures.kernels.pairs.repeated import Repeated, repeated

if TYPE_CHECKING:
    import networkx as nx

_MODES: tuple[Mode, Mode] = ("body", "member")


def clustering(graph: nx.Graph[str] | Incidence) -> pd.DataFrame:
    """Return how alike, on average, a node is to those it shares something with, in three columns.

    For each two that share something, in relation to what either has: `clustering_dot` takes the shared over
    all that either has, `clustering_min` over what the smaller has (1: one lies inside the other),
    `clustering_max` over what the larger has. The value of a node is the mean over those it shares with.

    Variant: two-mode, local. Range 0 to 1, never 0. NaN for a node that shares with no other. (NetworkX
    gives 0 there.) Index: node ids in the graph's own order, named `node`. Raises `NetworkUnfit` as
    `incidence_of` does.

    Reference: Latapy, Magnien and Del Vecchio 2008, doi:10.1016/j.socnet.2007.04.006.
    """
    incidence = incidence_of(graph)
    parts = [_alike(neighbours(incidence, mode)) for mode in _MODES]
    return pd.concat(
        [series(name, incidence, np.concatenate([part[name] for part in parts])) for name in parts[0]], axis=1
    )


def _alike(around: Neighbours) -> dict[str, FloatArray]:
    """Return the three means of each node of a mode."""
    shared, size = around.shared.data, around.shared.diagonal()
    one, other = size[around.rows], size[around.shared.indices]
    entries = {
        "clustering_dot": shared / (one + other - shared),
        "clustering_min": shared / np.minimum(one, other),
        "clustering_max": shared / np.maximum(one, other),
    }
    return {name: around.spread(around.mean(values)) for name, values in entries.items()}


def opsahl(graph: nx.Graph[str] | Incidence) -> pd.Series[float]:
    """Return how often two who each meet a node at different places meet one another elsewhere as well.

    Name `clustering_opsahl`. For a member: of all ways from one fellow member to another by two of its
    bodies, the share whose two ends also sit together on a third body. For a body, with members for bodies.

    Variant: two-mode, local: 4-paths with the node in the middle that are closed by a third node, over all of
    them. Range 0 to 1. NaN where there is no such way, as for every node with one tie. Index: node ids in the
    graph's own order, named `node`. Raises `NetworkUnfit` as `incidence_of` does.

    Reference: Opsahl 2013, doi:10.1016/j.socnet.2011.07.001.
    """
    incidence = incidence_of(graph)
    values = np.full(len(incidence.nodes), np.nan)
    for mode, first in zip(_MODES, (0, len(incidence.bodies)), strict=True):
        paths, still_open = four_paths(incidence, mode)
        values[first + repeated(incidence, mode).places] = ratio(paths - still_open, paths)
    return series("clustering_opsahl", incidence, values)


def projected_clustering(graph: nx.Graph[str] | Incidence) -> pd.Series[float]:
    """Return the share of pairs of a node's neighbours in the projection that are neighbours themselves.

    A body's neighbours are the bodies with which it shares a member; a member's those with whom it shares a
    body. As all members of one body are neighbours, values are high where bodies are large.

    Variant: in the projection of the node's own mode, ties unweighted. Range 0 to 1. NaN for a node with
    fewer than two neighbours. (NetworkX gives 0 there.) Index: node ids in the graph's own order, named
    `node`. Raises `NetworkUnfit` as `incidence_of` does.

    Reference: Watts and Strogatz 1998, doi:10.1038/30918.
    """
    incidence = incidence_of(graph)
    number = np.concatenate([contacts(incidence, mode) for mode in _MODES])
    joined = np.concatenate([joined_contacts(incidence, mode) for mode in _MODES])
    return series("projected_clustering", incidence, ratio(joined, number * (number - 1)))


def whole_clustering(graph: nx.Graph[str] | Incidence) -> pd.Series[float]:
    """Return how strongly the whole map clusters, by name of the measure.

    - `opsahl_members`: of all ways from one member to another by two bodies of a third, the share whose ends
      also meet on a body of their own; `opsahl_bodies`: the same with bodies for members;
    - `robins_alexander`: of all chains of three ties, the share that is part of a circle of four: how often
      two who meet on one body meet on another too.

    Variants: closed 4-paths over 4-paths, by the mode of the node in the middle; 4 x circles of four / chains
    of three ties. Range 0 to 1. NaN where there is no such way or chain. Index: the names, in this order.
    Raises `NetworkUnfit` as `incidence_of` does.

    References: Opsahl 2013, doi:10.1016/j.socnet.2011.07.001; Robins and Alexander 2004,
    doi:10.1023/B:CMOT.0000032580.12184.c0.
    """
    incidence = incidence_of(graph)
    found = {"opsahl_bodies": _global(incidence, "body"), "opsahl_members": _global(incidence, "member")}
    found["robins_alexander"] = _robins_alexander(repeated(incidence, "body"))
    return pd.Series(found, dtype="float64")


def _global(incidence: Incidence, mode: Mode) -> float:
    paths, still_open = four_paths(incidence, mode)
    return float(ratio(paths.sum() - still_open.sum(), paths.sum()))


def _robins_alexander(around: Repeated) -> float:
    shared = around.shared.data
    circles = (shared * (shared - 1)).sum() / 4
    chains = (np.diff(around.ties.indptr) - 1) @ end_sums(around.ties, around.ends - 1)
    return float(ratio(4 * circles, chains))
