"""Who is shared: the members that two bodies have in common, or the bodies that two members sit on."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import TYPE_CHECKING, Any

import pandas as pd

from orgmap.errors import NetworkUnfit
from orgmap.measures.arrays import Incidence

if TYPE_CHECKING:
    import networkx as nx


def shared_members(graph: nx.Graph[str] | Incidence, a: str, b: str) -> tuple[str, ...]:
    """Return the node ids of the members that bodies `a` and `b` share, sorted; of two members, their bodies.

    Raises `NetworkUnfit` where `a` or `b` is not in the network, or one is a body and the other a member.
    """
    around = _around(graph, (a, b))
    if around[a][0] != around[b][0]:
        raise NetworkUnfit(f"{a!r} and {b!r} are a body and a member; only two of a kind share something.")
    return _shared_by([(a, b)], around)[0]


def members_of_pairs(graph: nx.Graph[str] | Incidence, table: pd.DataFrame) -> pd.Series[Any]:
    """Return for each row of a table from `pairs` what `shared_members` says of its `a` and `b`.

    Index: that of `table`; name `members`; values: sorted tuples of node ids. Raises `NetworkUnfit` where one
    of them is not in the network.
    """
    couples = list(zip(table["a"].tolist(), table["b"].tolist(), strict=True))
    found = _shared_by(couples, _around(graph, chain.from_iterable(couples)))
    return pd.Series(found, index=table.index, name="members", dtype=object)


_Around = dict[str, tuple[bool, frozenset[str]]]


def _around(graph: nx.Graph[str] | Incidence, nodes: Iterable[str]) -> _Around:
    """Return whether each node is a body, and its neighbours."""
    asked = sorted(set(nodes))
    there = _in_arrays(graph, asked) if isinstance(graph, Incidence) else _in_graph(graph, asked)
    for node in asked:
        if node not in there:
            raise NetworkUnfit(f"{node!r} is not in the network.")
    return there


def _in_graph(graph: nx.Graph[str], asked: list[str]) -> _Around:
    return {
        node: (graph.nodes[node].get("bipartite") == 1, frozenset(graph.adj[node]))
        for node in asked
        if node in graph
    }


def _in_arrays(incidence: Incidence, asked: list[str]) -> _Around:
    wanted, nodes, bodies = set(asked), incidence.nodes, len(incidence.bodies)
    places = incidence.places.tolist()
    columns = incidence.once("members by bodies", incidence.matrix.T.tocsr)
    there = {}
    for number, place in enumerate(places):
        if nodes[place] not in wanted:
            continue
        body = number < bodies
        matrix, row, others = (incidence.matrix, number, bodies) if body else (columns, number - bodies, 0)
        found = matrix.indices[matrix.indptr[row] : matrix.indptr[row + 1]]
        there[nodes[place]] = (body, frozenset(nodes[places[one + others]] for one in found.tolist()))
    return there


def _shared_by(couples: list[tuple[str, str]], around: _Around) -> list[tuple[str, ...]]:
    return [tuple(sorted(around[a][1] & around[b][1])) for a, b in couples]
