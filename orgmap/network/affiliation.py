"""Affiliation networks of bodies with their members, and their projections."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, Literal

import networkx as nx
import numpy as np
import pandas as pd
from scipy import sparse

from orgmap.matching import identity
from orgmap.model import OrgMap
from orgmap.network.incidence import incidence_of
from orgmap.network.nodes import PREFIX, Node, body_nodes, organisation_facts, person_facts
from orgmap.vocabulary import TIE_ROLES

Counting = Literal["organisations", "people", "sectors", "posts"]
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
    for members, 1 for bodies), `label` and what is known of them, None where it is not; every body is in it.
    Edges have `seats` (how many seats make the tie) and `roles` (sorted). Only seats that make a tie count:
    filled, in one of `roles`.
    """
    chosen = counting or usual_counting(orgmap)
    ties = orgmap.ties(roles)
    ties = ties.assign(member=_members(orgmap, ties, chosen)).dropna(subset="member")
    ids = ties["member"] if chosen in ("organisations", "people") else ties["member"].map(identity)
    ties = ties.assign(node=PREFIX[MODE[chosen]] + ids.astype("str"), place=PREFIX["body"] + ties["body"])
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(body_nodes(orgmap))
    graph.add_nodes_from(_member_nodes(orgmap, chosen, ties.drop_duplicates("node")))
    graph.add_edges_from(_edges(ties))
    return graph


def _edges(ties: pd.DataFrame) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield each tie once, with the number of its seats and their roles."""
    roles: dict[tuple[str, str], list[str]] = defaultdict(list)
    for node, place, role in zip(ties["node"], ties["place"], ties["role"], strict=True):
        roles[node, place].append(role)
    for (node, place), held in roles.items():
        yield node, place, {"seats": len(held), "roles": tuple(sorted(set(held)))}


def _members(orgmap: OrgMap, ties: pd.DataFrame, counting: Counting) -> pd.Series[str]:
    """Return whom each seat makes a tie for, by id, sector or post; NaN where it is not known."""
    if counting == "people":
        return ties["person"]
    if counting == "posts":
        return ties["post"]
    if counting == "sectors":
        return ties["represents"].map(orgmap.organisations["sector"]).astype("str")
    return ties["represents"]


def _member_nodes(orgmap: OrgMap, counting: Counting, members: pd.DataFrame) -> Iterator[Node]:
    mode = MODE[counting]
    known = {"organisations": organisation_facts(orgmap), "people": person_facts(orgmap)}.get(counting, {})
    nothing = {"kind": None, "tier": None, "sector": None, "area": None}
    for node, member in zip(members["node"], members["member"], strict=True):
        facts = known.get(member, {"label": member, **nothing})
        yield node, {"mode": mode, "bipartite": 0, **facts}


def projection(
    graph: nx.Graph[str], of: Literal["bodies", "members"] = "bodies", orgmap: OrgMap | None = None
) -> nx.Graph[str]:
    """Return the one-mode network of bodies that share members, or of members that share bodies.

    Nodes are as in the affiliation network. Edges have `shared` (how many), `members` (the node ids of those
    shared, sorted); with an `orgmap`, also `part_of`: whether one body is part of the other.
    """
    taken = incidence_of(graph)
    side = 1 if of == "bodies" else 0
    one_mode: nx.Graph[str] = nx.Graph()
    one_mode.add_nodes_from(
        (node, dict(facts)) for node, facts in graph.nodes(data=True) if facts["bipartite"] == side
    )
    bodies, members = (
        [taken.nodes[place] for place in places.tolist()] for places in (taken.bodies, taken.members)
    )
    ends, between = (bodies, members) if side else (members, bodies)
    cells = taken.matrix if side else taken.matrix.T.tocsr()
    for a, b, shared in _pairs(cells):
        names = tuple(sorted(between[one] for one in shared))
        one_mode.add_edge(ends[a], ends[b], shared=len(shared), members=names)
    if orgmap is not None:
        for one, other, facts in one_mode.edges(data=True):
            facts["part_of"] = _is_part(orgmap, one, other)
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
