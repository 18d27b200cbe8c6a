"""Who stands between others, and whether within a group or across groups: Gould and Fernandez's types."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from typing import TYPE_CHECKING

import pandas as pd

from orgmap.errors import NetworkUnfit
from orgmap.measures.kernels.pairs.group_types import TYPES

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
    rows = [_row(graph, group, broker) for broker in asked]
    index = pd.Index(asked, name="node", dtype="str")
    return pd.DataFrame(rows, index=index, columns=[*BROKERAGE_TYPES, "unknown"], dtype="Int64")


def _row(graph: nx.Graph[str], group: Mapping[str, str | None], broker: str) -> dict[str, int]:
    """Return the counts of one broker; the types are left out where its own group is not known."""
    if broker not in graph:
        raise NetworkUnfit(f"{broker!r} is not in the network.")
    around = set(graph.adj[broker]) - {broker}
    joined = [(one, other) for one in around for other in around & set(graph.adj[one]) if one < other]
    pairs = _choose(len(around)) - len(joined)
    own = group.get(broker)
    if own is None:
        return {"unknown": pairs}
    types = _all_pairs(own, Counter(group.get(node) for node in around))
    types.subtract(_type(own, group.get(one), group.get(other)) for one, other in joined)
    known = {name: types[name] for name in BROKERAGE_TYPES}
    return {**known, "unknown": pairs - sum(known.values())}


def _all_pairs(own: str, sizes: Counter[str | None]) -> Counter[Hashable]:
    """Return how many pairs of neighbours there are of each type, joined or not."""
    inside = sizes[own]
    outside = [size for name, size in sizes.items() if name is not None and name != own]
    same = sum(_choose(size) for size in outside)
    return Counter(
        {
            "coordinator": _choose(inside),
            "itinerant": same,
            "gatekeeper": inside * sum(outside),
            "liaison": _choose(sum(outside)) - same,
        }
    )


def _type(own: str, one: str | None, other: str | None) -> str | None:
    """Return the type of a broker of group `own` between two of these groups; None where it is not known."""
    if one is None or other is None:
        return None
    if one == other:
        return "coordinator" if one == own else "itinerant"
    return "gatekeeper" if own in (one, other) else "liaison"


def _choose(number: int) -> int:
    return number * (number - 1) // 2
