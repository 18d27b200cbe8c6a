"""The whole map as one typed multigraph: bodies, organisations and people, with every kind of tie."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import networkx as nx
import pandas as pd

from orgmap.model import OrgMap
from orgmap.network.nodes import PREFIX, body_nodes, known, organisation_facts, person_facts, prefixed
from orgmap.vocabulary import TIE_ROLES

Edge = tuple[str, str, dict[str, Any]]
FACTS = ["role", "status", "post", "since", "until", "seat"]


def whole_map(orgmap: OrgMap) -> nx.MultiDiGraph[str]:
    """Return everything that the map knows to be joined.

    Nodes are all bodies in force, organisations and people. Every edge has `kind`: "seat" (a person, or an
    organisation where nobody is named, to a body), "represents" (a person to an organisation), "part_of" (a
    body to its parent), "link" (a body to a body, `link` says how) or "cross_representation" (the body
    spoken for to the body sat on). A seat edge has `role`, `status`, `counts` (whether it makes a tie),
    `organisation`, `on_behalf_of`, `post`, `since`, `until`, `seat`, and `seats`: how many identical seats
    it stands for. An open seat that names nobody is no edge; its body's `open_seats` counts it.
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_nodes_from(body_nodes(orgmap))
    graph.add_nodes_from(_entity_nodes("organisation", organisation_facts(orgmap)))
    graph.add_nodes_from(_entity_nodes("person", person_facts(orgmap)))
    for edges in (_seats, _represents, _part_of, _links, _cross_representation):
        graph.add_edges_from(edges(orgmap))
    return graph


def _entity_nodes(mode: str, facts: dict[str, dict[str, Any]]) -> Iterator[tuple[str, dict[str, Any]]]:
    for entity, known_of in facts.items():
        yield PREFIX[mode] + entity, {"mode": mode, "bipartite": 0, **known_of}


def _seats(orgmap: OrgMap) -> Iterator[Edge]:
    seats = orgmap.seats.dropna(subset=["person", "represents"], how="all")
    counts = (seats["status"] == "filled") & seats["role"].isin(TIE_ROLES)
    for_body = seats["for_body"].where(seats["for_body"].isin(orgmap.bodies.index))
    columns = ["person", "body", "represents", "for_body", *FACTS, "counts"]
    grouped = seats.assign(counts=counts, for_body=for_body).groupby(columns, dropna=False, sort=False)
    for row in grouped.size().rename("seats").reset_index().to_dict("records"):
        holder = prefixed("person", row["person"]) or prefixed("organisation", row["represents"])
        edge = {
            "kind": "seat", "counts": bool(row["counts"]), "seats": int(row["seats"]),
            "organisation": prefixed("organisation", row["represents"]),
            "on_behalf_of": prefixed("body", row["for_body"]),
        }  # fmt: skip
        yield str(holder), PREFIX["body"] + row["body"], edge | {fact: known(row[fact]) for fact in FACTS}


def _represents(orgmap: OrgMap) -> Iterator[Edge]:
    for (person, organisation), size in _counted(orgmap.seats, "person", "represents"):
        edge = {"kind": "represents", "seats": size}
        yield PREFIX["person"] + person, PREFIX["organisation"] + organisation, edge


def _cross_representation(orgmap: OrgMap) -> Iterator[Edge]:
    filled = orgmap.seats[orgmap.seats["status"] == "filled"]
    for (for_body, body), size in _counted(filled, "for_body", "body"):
        if for_body in orgmap.bodies.index:
            yield (
                PREFIX["body"] + for_body,
                PREFIX["body"] + body,
                {"kind": "cross_representation", "seats": size},
            )


def _counted(seats: pd.DataFrame, one: str, other: str) -> Iterator[tuple[tuple[str, str], int]]:
    pairs = seats.dropna(subset=[one, other]).groupby([one, other], sort=False).size().rename("number")
    for row in pairs.reset_index().to_dict("records"):
        yield (row[one], row[other]), int(row["number"])


def _part_of(orgmap: OrgMap) -> Iterator[Edge]:
    for body, parent in orgmap.bodies["part_of"].dropna().items():
        yield PREFIX["body"] + str(body), PREFIX["body"] + parent, {"kind": "part_of"}


def _links(orgmap: OrgMap) -> Iterator[Edge]:
    for row in orgmap.links.to_dict("records"):
        edge = {
            "kind": "link",
            "link": row["kind"],
            "since": known(row["since"]),
            "until": known(row["until"]),
        }
        yield PREFIX["body"] + row["from_body"], PREFIX["body"] + row["to_body"], edge
