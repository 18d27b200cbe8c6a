"""The rows of the question of tiers: each tier, each two tiers with what joins them, and who carries it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import Any

import networkx as nx

from orgmap.measures import brokerage
from orgmap.model import OrgMap
from orgmap.model.wording import listing
from orgmap.network import PREFIX
from orgmap.vocabulary import TIERS

Row = dict[str, Any]
Pair = tuple[str, str]
SHARED = {"organisations": "shared_organisations", "people": "shared_people"}


def tier_of(orgmap: OrgMap) -> dict[str, str]:
    """Return the tier of each body of which it is known, by body id."""
    return {str(body): str(tier) for body, tier in orgmap.bodies["tier"].dropna().items()}


def tier_rows(orgmap: OrgMap) -> list[Row]:
    """Return a row for each tier that has bodies, the widest first, and one for each body of none known."""
    bodies = orgmap.bodies
    groups = [(tier, bodies.loc[bodies["tier"] == tier, "name"]) for tier in TIERS.values]
    known: list[Row] = [
        {"kind": "tier", "tier_a": tier, "bodies_a": len(names), "names": listing(sorted(names))}
        for tier, names in groups
        if len(names)
    ]
    rest = bodies.loc[bodies["tier"].isna(), "name"].sort_values(kind="stable")
    unknown = [
        {"kind": "tier not known", "bodies_a": 1, "names": name, "id_body": PREFIX["body"] + str(body)}
        for body, name in rest.items()
    ]
    return [*known, *unknown]


def pair_rows(orgmap: OrgMap, graphs: Mapping[str, nx.Graph[str]]) -> list[Row]:
    """Return a row for each two tiers that have bodies, with what joins bodies of the one to the other."""
    tiers = tier_of(orgmap)
    size = Counter(tiers.values())
    declared = _declared(orgmap, tiers)
    members = {counting: _members(graph) for counting, graph in graphs.items()}
    rows = []
    for a, b in combinations([tier for tier in TIERS.values if size[tier]], 2):
        row: Row = {
            "kind": "pair of tiers",
            "tier_a": a,
            "tier_b": b,
            "bodies_a": size[a],
            "bodies_b": size[b],
        }
        row |= {what: pairs[a, b] for what, pairs in declared.items()}
        for counting, on in members.items():
            both = on.get(a, set()) & on.get(b, set())
            row |= {SHARED[counting]: len(both), counting: _names(graphs[counting], both)}
        rows.append(row)
    return rows


def carrier_rows(graph: nx.Graph[str], *, types: bool) -> list[Row]:
    """Return a row for each member on bodies of two tiers or more, who joins most pairs of bodies first.

    `types` asks for Gould and Fernandez's types, which need a tier of the member's own.
    """
    tier = {node: facts["tier"] for node, facts in graph.nodes(data=True)}
    on = {
        node: Counter(_tiers(graph, node))
        for node, facts in graph.nodes(data=True)
        if facts["bipartite"] == 0
    }
    carriers = [node for node, counts in on.items() if len(counts) > 1]
    counted = _brokered(graph, carriers) if types else {}
    rows: list[Row] = [
        {"kind": "carrier", "mode": graph.nodes[node]["mode"], "member": graph.nodes[node]["label"],
         "own_tier": tier[node] or "", "tiers": "; ".join(each for each in TIERS.values if on[node][each]),
         "bodies": sum(on[node].values()), "ways": _ways(on[node]), "id_member": node,
         **counted.get(node, {})}
        for node in carriers
    ]  # fmt: skip
    return sorted(rows, key=lambda row: (-row["ways"], row["member"], row["id_member"]))


def _brokered(graph: nx.Graph[str], carriers: list[str]) -> dict[str, Row]:
    """Return Gould and Fernandez's types of each carrier; NaN where its own tier is not known."""
    table = brokerage(graph, "tier").loc[carriers]
    names = [str(name).removeprefix("tier_") for name in table]
    counts = table.to_numpy().tolist()
    return {node: dict(zip(names, row, strict=True)) for node, row in zip(carriers, counts, strict=True)}


def _tiers(graph: nx.Graph[str], member: str) -> Iterator[str]:
    """Yield the tier of each body that a member sits on, where it is known."""
    return (tier for body in graph[member] if (tier := graph.nodes[body]["tier"]) is not None)


def _ways(on: Counter[str]) -> int:
    """Return how many pairs of bodies of different tiers a member sits on."""
    return sum(one * other for one, other in combinations(on.values(), 2))


def _members(graph: nx.Graph[str]) -> dict[str, set[str]]:
    """Return who sits on bodies of each tier."""
    found: dict[str, set[str]] = {}
    for node, facts in graph.nodes(data=True):
        if facts["bipartite"] == 1 and facts["tier"] is not None:
            found.setdefault(facts["tier"], set()).update(graph[node])
    return found


def _names(graph: nx.Graph[str], members: Iterable[str]) -> str:
    return "; ".join(sorted(str(graph.nodes[node]["label"]).replace(";", ",") for node in members))


def _declared(orgmap: OrgMap, tiers: Mapping[str, str]) -> dict[str, Counter[Pair]]:
    """Return how many links, bodies part of another and seats of a body's own join each two tiers."""
    seats, parts = orgmap.seats, orgmap.bodies["part_of"].dropna()
    own = seats[(seats["status"] == "filled") & seats["for_body"].notna()]
    ends = {
        "links": (orgmap.links["from_body"], orgmap.links["to_body"]),
        "part_of": (parts.index, parts),
        "cross_seats": (own["for_body"], own["body"]),
    }
    return {what: Counter(_crossing(tiers, *sides)) for what, sides in ends.items()}


def _crossing(tiers: Mapping[str, str], starts: Iterable[str], stops: Iterable[str]) -> Iterator[Pair]:
    """Yield the two tiers of each tie between bodies, the wider first, where both are known and differ."""
    place = TIERS.values.index
    for start, stop in zip(starts, stops, strict=True):
        a, b = tiers.get(start), tiers.get(stop)
        if a is not None and b is not None and a != b:
            yield (a, b) if place(a) < place(b) else (b, a)
