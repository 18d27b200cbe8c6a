"""Tests of the whole map as one graph."""

from __future__ import annotations

import networkx as nx
import pytest

from orgmap.model import OrgMap, as_at
from orgmap.network import whole_map
from tests.builders import orgmap, seat


@pytest.fixture(scope="module")
def graph() -> nx.MultiDiGraph[str]:
    """Return the graph of a small map with an edge of every kind."""
    return whole_map(
        orgmap(
            bodies=[
                {
                    "body": "Board",
                    "short_name": "B",
                    "statutory": "yes",
                    "url": "https://example.org",
                    "list": "complete",
                },
                {"body": "Group", "part_of": "Board"},
                {"body": "Forum", "statutory": "no"},
                {"body": "Alone"},
            ],
            organisations=[{"organisation": "Police", "sector": "police"}, {"organisation": "Idle Trust"}],
            seats=[
                seat("Board", "Ann Example", "Police", role="chair", post="Chief", since="2004-03", seat="1"),
                seat("Board", None, "Police"),
                seat("Board", None, "Police"),
                seat("Board", "Bob Example", "Forum", role="observer"),
                seat("Group", "Ann Example", "Police", on_behalf_of="Forum", until="2005"),
                seat("Forum", "Cyd Example", "Police", status="invited"),
                seat("Forum", None, "Council", status="requested"),
                seat("Board", "Vacant"),
                seat("Board", status="vacant"),
            ],
            links=[{"from_body": "Group", "to_body": "Forum", "kind": "consults", "since": "2003"}],
            people=[{"person": "d1", "name": "Dee Example", "post": "Clerk"}],
        )
    )


def of_kind(graph: nx.MultiDiGraph[str], kind: str) -> list[tuple[str, str, dict[str, object]]]:
    """Return the edges of a kind with what they say beside it."""
    return [
        (a, b, {fact: value for fact, value in facts.items() if fact != "kind"})
        for a, b, facts in graph.edges(data=True)
        if facts["kind"] == kind
    ]


def test_the_nodes(graph: nx.MultiDiGraph[str]) -> None:
    """All bodies, organisations and people are nodes, those without any seat too."""
    modes: dict[str, set[str]] = {}
    for node, facts in graph.nodes(data=True):
        modes.setdefault(facts["mode"], set()).add(node)
    assert modes == {
        "body": {"body:board", "body:group", "body:forum", "body:alone"},
        "organisation": {"org:police", "org:idle-trust", "org:council"},
        "person": {"person:ann-example", "person:bob-example", "person:cyd-example", "person:d1"},
    }


def test_what_bodies_say(graph: nx.MultiDiGraph[str]) -> None:
    """A body says all of the contract in plain values; what is not known is None."""
    assert graph.nodes["body:board"] == {
        "mode": "body",
        "bipartite": 1,
        "label": "Board",
        "kind": None,
        "tier": None,
        "area": None,
        "sector": None,
        "list": "complete",
        "short_name": "B",
        "statutory": True,
        "url": "https://example.org",
        "family": "body:board",
        "open_seats": 2,
    }
    assert graph.nodes["body:forum"]["statutory"] is False
    assert graph.nodes["body:alone"]["statutory"] is None
    assert graph.nodes["body:group"]["family"] == "body:board"


def test_what_people_say(graph: nx.MultiDiGraph[str]) -> None:
    """A person says the post, and the organisation and its sector."""
    ann = graph.nodes["person:ann-example"]
    assert (ann["post"], ann["organisation"], ann["sector"]) == ("Chief", "org:police", "police and justice")
    assert graph.nodes["person:bob-example"]["organisation"] is None


def test_seats(graph: nx.MultiDiGraph[str]) -> None:
    """A seat leads from its holder, or its organisation where nobody is named, and says all that is known."""
    nothing = dict.fromkeys(("post", "since", "until", "seat", "on_behalf_of", "organisation"))
    held = {"role": "member", "status": "filled", "counts": True, "seats": 1}
    police = {**nothing, **held, "organisation": "org:police"}
    assert sorted(of_kind(graph, "seat"), key=lambda edge: edge[:2]) == [
        (
            "org:council",
            "body:forum",
            {**nothing, **held, "status": "requested", "counts": False, "organisation": "org:council"},
        ),
        ("org:police", "body:board", {**police, "seats": 2}),
        (
            "person:ann-example",
            "body:board",
            {**police, "role": "chair", "post": "Chief", "since": "2004-03", "seat": "1"},
        ),
        ("person:ann-example", "body:group", {**police, "until": "2005", "on_behalf_of": "body:forum"}),
        (
            "person:bob-example",
            "body:board",
            {**nothing, **held, "role": "observer", "counts": False, "on_behalf_of": "body:forum"},
        ),
        ("person:cyd-example", "body:forum", {**police, "status": "invited", "counts": False}),
    ]


def test_represents(graph: nx.MultiDiGraph[str]) -> None:
    """People lead to the organisations they speak for, with the number of seats."""
    assert sorted(of_kind(graph, "represents")) == [
        ("person:ann-example", "org:police", {"seats": 2}),
        ("person:cyd-example", "org:police", {"seats": 1}),
    ]


def test_edges_between_bodies(graph: nx.MultiDiGraph[str]) -> None:
    """Part_of, links and cross-representation lead from body to body."""
    assert of_kind(graph, "part_of") == [("body:group", "body:board", {})]
    assert of_kind(graph, "link") == [
        ("body:group", "body:forum", {"link": "consults", "since": "2003", "until": None})
    ]
    assert sorted(of_kind(graph, "cross_representation")) == [
        ("body:forum", "body:board", {"seats": 1}),
        ("body:forum", "body:group", {"seats": 1}),
    ]


def test_open_seats(graph: nx.MultiDiGraph[str]) -> None:
    """Open seats that name nobody are counted at the body and are no edge; those that do are edges."""
    counted = {node: facts["open_seats"] for node, facts in graph.nodes(data=True) if facts["mode"] == "body"}
    assert counted == {"body:board": 2, "body:group": 0, "body:forum": 0, "body:alone": 0}


def test_closed_bodies_are_no_nodes() -> None:
    """What leads to a body that has closed is no edge, and nothing says that it is spoken for."""
    made = orgmap(
        bodies=[{"body": "Board"}, {"body": "Old", "until": "2003"}],
        seats=[seat("Board", "Ann Example", on_behalf_of="Old"), seat("Old", "Bob Example")],
        links=[{"from_body": "Board", "to_body": "Old", "kind": "advises"}],
    )
    graph = whole_map(as_at(made, "2004"))
    assert set(graph) == {"body:board", "person:ann-example"}
    assert [facts["on_behalf_of"] for *_, facts in graph.edges(data=True)] == [None]


def test_values_are_plain(hampshire: OrgMap) -> None:
    """Every value on nodes and edges is text, a whole number, yes or no, or None: never NaN or NA."""
    graph = whole_map(hampshire)
    values = [value for _, facts in graph.nodes(data=True) for value in facts.values()]
    values += [value for *_, facts in graph.edges(data=True) for value in facts.values()]
    assert {type(value) for value in values} <= {str, int, bool, type(None)}


def test_seats_add_up(hampshire: OrgMap) -> None:
    """In a real map every seat that names somebody is in an edge, and every other is open or nobody's."""
    graph = whole_map(hampshire)
    edges = sum(facts["seats"] for *_, facts in graph.edges(data=True) if facts["kind"] == "seat")
    named = hampshire.seats.dropna(subset=["person", "represents"], how="all")
    assert edges == len(named)
    nobody = hampshire.seats.drop(named.index)
    open_ = sum(facts["open_seats"] for _, facts in graph.nodes(data=True) if facts["mode"] == "body")
    assert open_ == (nobody["status"] != "filled").sum()
