"""Affiliation networks of bodies with their members, and their projections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Literal

import networkx as nx
import numpy as np
import pandas as pd
from scipy import sparse

from orgmap.model import OrgMap
from orgmap.network.incidence import incidence_of
from orgmap.network.nodes import PREFIX, Node, body_nodes, organisation_facts, person_facts
from orgmap.vocabulary import TIE_ROLES

Counting = Literal["organisations", "people", "sectors", "posts"]
COUNTINGS: tuple[Counting, ...] = ("organisations", "people", "sectors", "posts")
MODE: dict[Counting, str] = {
    "organisations": "organisation",
    "people": "person",
    "sectors": "sector",
    "posts": "post",
}


def usual_counting(orgmap: OrgMap) -> Counting:
    """Return what is best counted in a map: organisations where seats speak for any, else people."""
    return "organisations" if orgmap.ties()["represents"].notna().any() else "people"


def affiliation(
    orgmap: OrgMap, counting: Counting | None = None, roles: Iterable[str] = TIE_ROLES
) -> nx.Graph[str]:
    """Return the two-mode network of bodies and their members.

    Members are organisations, people, sectors or posts, as `counting` says. Nodes have `mode`, `bipartite` (0
    for members, 1 for bodies), `label` and what is known of them, None where it is not; every body is in it. Edges have `seats` (how many
    seats make the tie) and `roles` (sorted). Only seats that make a tie count: filled, in one of `roles`.
    """
    chosen = counting or usual_counting(orgmap)
    ties = orgmap.ties(roles)
    ties = ties.assign(member=_members(orgmap, ties, chosen)).dropna(subset="member")
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(body_nodes(orgmap))
    graph.add_nodes_from(_member_nodes(orgmap, chosen, ties["member"].unique()))
    counted = ties.groupby(["member", "body"], sort=False)["role"].agg(["size", _sorted_roles])
    prefix = PREFIX[MODE[chosen]]
    graph.add_edges_from(
        (prefix + member, PREFIX["body"] + body, {"seats": int(size), "roles": roles})
        for (member, body), size, roles in zip(
            counted.index, counted["size"], counted["_sorted_roles"], strict=True
        )
    )
    return graph


def _sorted_roles(roles: pd.Series[str]) -> tuple[str, ...]:
    return tuple(sorted(set(roles)))


def _members(orgmap: OrgMap, ties: pd.DataFrame, counting: Counting) -> pd.Series[str]:
    """Return the id of the member that each seat makes a tie for, NaN where it is not known."""
    if counting == "people":
        return ties["person"]
    if counting == "posts":
        return ties["post"]
    if counting == "sectors":
        return ties["represents"].map(orgmap.organisations["sector"]).astype("str")
    return ties["represents"]


def _member_nodes(orgmap: OrgMap, counting: Counting, members: Iterable[str]) -> Iterator[Node]:
    mode = MODE[counting]
    known = {"organisations": organisation_facts(orgmap), "people": person_facts(orgmap)}.get(counting, {})
    nothing = {"kind": None, "tier": None, "sector": None, "area": None}
    for member in members:
        facts = known.get(member, {"label": member, **nothing})
        yield PREFIX[mode] + member, {"mode": mode, "bipartite": 0, **facts}


def projection(
    graph: nx.Graph[str], of: Literal["bodies", "members"] = "bodies", orgmap: OrgMap | None = None
) -> nx.Graph[str]:
    """Return the one-mode network of bodies that share members, or of members that share bodies.

    Nodes are as in the affiliation network. Edges have `shared` (how many), `members` (the node ids of those
    shared, sorted); with an `orgmap`, also `part_of`: whether one body is part of the other.
    """
    side = 1 if of == "bodies" else 0
    one_mode: nx.Graph[str] = nx.Graph()
    one_mode.add_nodes_from(
        (node, dict(facts)) for node, facts in graph.nodes(data=True) if facts["bipartite"] == side
    )
    taken = incidence_of(graph)
    bodies, members = (
        [taken.nodes[place] for place in places.tolist()] for places in (taken.bodies, taken.members)
    )
    ends, between = (bodies, members) if side else (members, bodies)
    cells = taken.matrix if side else taken.matrix.T.tocsr()
    for a, b, shared in _pairs(cells):
        one_mode.add_edge(
            ends[a], ends[b], shared=len(shared), members=tuple(sorted(between[one] for one in shared))
        )
    if orgmap is not None:
        for a, b in one_mode.edges:
            one_mode.edges[a, b]["part_of"] = _is_part(orgmap, a, b)
    return one_mode


def _pairs(cells: sparse.csr_array) -> Iterator[tuple[int, int, np.ndarray[Any, Any]]]:
    """Yield each pair of rows that have a column in common, with those columns."""
    counts = sparse.triu(cells @ cells.T, k=1).tocoo()
    starts, columns = cells.indptr, cells.indices
    for a, b in zip(counts.row, counts.col, strict=True):
        yield (
            int(a),
            int(b),
            np.intersect1d(columns[starts[a] : starts[a + 1]], columns[starts[b] : starts[b + 1]]),
        )


def _is_part(orgmap: OrgMap, a: str, b: str) -> bool:
    one, other = a.removeprefix(PREFIX["body"]), b.removeprefix(PREFIX["body"])
    return one in orgmap.ancestors(other) or other in orgmap.ancestors(one)
