"""Who stands between others, and whether within a group or across groups: Gould and Fernandez's types."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from scipy import sparse

from orgmap.errors import NetworkUnfit
from orgmap.measures.arrays import IntArray
from orgmap.measures.kernels.pairs.group_types import TYPES, group_types
from orgmap.measures.kernels.pairs.two_paths import Ties

if TYPE_CHECKING:
    import networkx as nx

BROKERAGE_TYPES = TYPES
"""The types of an undirected network, in the order of the columns; a gatekeeper is a representative too."""


def gould_fernandez(
    graph: nx.Graph[str], group: Mapping[str, str | None], brokers: Iterable[str] | None = None
) -> pd.DataFrame:
    """Return for each broker how many pairs of its neighbours it stands between, by type.

    A broker stands between two neighbours that are not neighbours of one another; each pair counts once. In
    an affiliation network no two neighbours are joined, so these are all paths of body, member, body (Jasny
    and Lubell's two-mode brokerage). `group` gives the group of a node; None, or no entry: not known.
    `brokers` are the nodes asked about, all by default. Columns, whole numbers from 0:

    - `coordinator`: both neighbours are of the broker's own group;
    - `itinerant`: both are of one group, which is not the broker's;
    - `gatekeeper`: one is of the broker's group and one is not (undirected: also the representative);
    - `liaison`: the broker and the two are of three groups;
    - `unknown`: pairs whose type is not known, because the group of one of the three is not.

    The four types are NA for a broker whose own group is not known. Index: node ids in the order asked for,
    named `node`. Raises `NetworkUnfit` for a directed graph, a multigraph, and a broker that is not in it.

    References: Gould and Fernandez 1989, doi:10.2307/270949; two modes: Jasny and Lubell 2015,
    doi:10.1016/j.socnet.2014.11.005.
    """
    if graph.is_directed() or graph.is_multigraph():
        raise NetworkUnfit("Brokerage is counted in an undirected graph of single ties.")
    asked = list(graph) if brokers is None else list(brokers)
    for broker in asked:
        if broker not in graph:
            raise NetworkUnfit(f"{broker!r} is not in the network.")
    near = dict.fromkeys([*asked, *chain.from_iterable(graph.adj[broker] for broker in asked)])
    place = {node: number for number, node in enumerate(near)}
    rows = np.array([place[broker] for broker in asked], dtype=np.int64)
    idle = np.ones(len(place), dtype=bool)
    idle[rows] = False
    ties, own = _ties(graph, place), _numbers([group.get(node) for node in place])
    types, alike = (group_types(ties, each, idle).counts[rows] for each in (own, np.zeros_like(own)))
    counts = np.column_stack([types, alike.sum(axis=1) - types.sum(axis=1)])
    index = pd.Index(asked, name="node", dtype="str")
    table = pd.DataFrame(counts, index=index, columns=[*BROKERAGE_TYPES, "unknown"], dtype="Int64")
    table.loc[own[rows] < 0, list(BROKERAGE_TYPES)] = pd.NA
    return table


def _ties(graph: nx.Graph[str], place: Mapping[str, int]) -> Ties:
    """Return the ties between different nodes among those that have a place, as a symmetric matrix."""
    ends = [
        (own, place[other])
        for one, own in place.items()
        for other in graph.adj[one]
        if other in place and other != one
    ]
    places = np.array(ends, dtype=np.int64).reshape(-1, 2).T
    return sparse.csr_array((np.ones(len(ends), dtype=np.int64), tuple(places)), shape=(len(place),) * 2)


def _numbers(groups: list[str | None]) -> IntArray:
    """Return the number of each group, from 0; -1 where it is not known."""
    return pd.factorize(np.array(groups, dtype=object))[0].astype(np.int64)
