"""Affiliation networks of bodies with their members, and their projections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Literal

import networkx as nx
import numpy as np
from scipy import sparse

from orgmap.model import OrgMap
from orgmap.model.distinct import Numbered, Numbers, numbered, together
from orgmap.network.incidence import incidence_of
from orgmap.network.nodes import PREFIX, facts_of
from orgmap.network.ties import Counting, Ties, ties_of
from orgmap.vocabulary import TIE_ROLES


def affiliation(
    orgmap: OrgMap, counting: Counting | None = None, roles: Iterable[str] = TIE_ROLES
) -> nx.Graph[str]:
    """Return the two-mode network of bodies and their members.

    Members are organisations, people, sectors or posts, as `counting` says. Nodes have `mode`, `bipartite` (0
    for members, 1 for bodies), `label` and what is known of them, None where it is not; every body is in it.
    Edges have `seats` (how many seats make the tie) and `roles` (sorted). Only seats that make a tie count:
    filled, in one of `roles`.
    """
    ties = ties_of(orgmap, counting, roles)
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(zip(ties.bodies, facts_of(ties.body_facts()), strict=True))
    graph.add_nodes_from(zip(ties.members, facts_of(ties.member_facts()), strict=True))
    graph.add_edges_from(_edges(ties))
    return graph


def _edges(ties: Ties) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield each tie once, with the number of its seats and their roles."""
    if not len(ties.member):
        return
    numbers, first = together([ties.member, ties.body])
    seats, roles = np.bincount(numbers).tolist(), _roles(numbers, numbered(ties.role))
    ends = zip(ties.member[first].tolist(), ties.body[first].tolist(), strict=True)
    for (member, body), count, held in zip(ends, seats, roles, strict=True):
        yield ties.members[member], ties.bodies[body], {"seats": count, "roles": held}


def _roles(ties: Numbers, roles: Numbered) -> list[tuple[str, ...]]:
    """Return the roles of the seats that make each tie, sorted."""
    _, rows = together([ties, roles.numbers])
    held: list[tuple[str, ...]] = [()] * (int(ties.max()) + 1)
    for tie, role in zip(ties[rows].tolist(), roles.of(rows), strict=True):
        held[tie] = (*held[tie], role)
    return [tuple(sorted(some)) for some in held]


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


def _pairs(cells: sparse.csr_array) -> Iterator[tuple[int, int, frozenset[int]]]:
    """Yield each pair of rows that have a column in common, with those columns."""
    counts = sparse.triu(cells @ cells.T, k=1).tocoo()
    columns = [frozenset(row.tolist()) for row in np.split(cells.indices, cells.indptr[1:-1])]
    for a, b in zip(counts.row.tolist(), counts.col.tolist(), strict=True):
        yield a, b, columns[a] & columns[b]


def _is_part(orgmap: OrgMap, a: str, b: str) -> bool:
    one, other = a.removeprefix(PREFIX["body"]), b.removeprefix(PREFIX["body"])
    return one in orgmap.ancestors(other) or other in orgmap.ancestors(one)
