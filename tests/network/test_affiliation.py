"""Tests of affiliation networks, their projections and their incidence."""

from __future__ import annotations

from typing import Literal

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmap.errors import NetworkUnfit
from orgmap.model import OrgMap
from orgmap.network import MODE, Counting, affiliation, incidence_of, projection, usual_counting
from orgmap.vocabulary import ROLES
from tests.builders import lists, orgmap, seat
from tests.networks import affiliations

NODE = {"mode", "bipartite", "label", "kind", "tier", "sector"}


@pytest.fixture(scope="module")
def small() -> OrgMap:
    """Return a board with a group, and a forum, with every kind of seat."""
    return orgmap(
        bodies=[
            {"body": "Board", "kind": "board", "tier": "county", "list": "partial"},
            {"body": "Group", "part_of": "Board"},
            {"body": "Forum"},
            {"body": "Empty"},
        ],
        organisations=[
            {"organisation": "Police", "sector": "police"},
            {"organisation": "Council", "kind": "county council"},
            {"organisation": "Trust"},
        ],
        seats=[
            seat("Board", "Ann Example", "Police", role="chair", post="Chief"),
            seat("Board", "Bob Example", "Police", post="Deputy"),
            seat("Group", "Ann Example", "Police", post="chief"),
            seat("Forum", "Cyd Example", "Council"),
            seat("Board", "Dee Example", "Council", role="observer"),
            seat("Board", "Eve Example", "Trust", status="invited"),
            seat("Forum", None, "Trust"),
            seat("Forum", "Board", "Police"),
        ],
    )


def edges(graph: nx.Graph[str]) -> set[tuple[str, str, int, tuple[str, ...]]]:
    """Return the ties of an affiliation network with what they say."""
    return {
        (member, body, facts["seats"], facts["roles"])
        for body, side in graph.nodes(data=True)
        if side["bipartite"] == 1
        for member, facts in graph[body].items()
    }


def test_several_representatives_are_one_tie(small: OrgMap) -> None:
    """Two people of one organisation on one body make one tie of two seats, with both their roles."""
    assert edges(affiliation(small, "organisations")) == {
        ("org:police", "body:board", 2, ("chair", "member")),
        ("org:police", "body:group", 1, ("member",)),
        ("org:council", "body:forum", 1, ("member",)),
        ("org:trust", "body:forum", 1, ("member",)),
        ("org:police", "body:forum", 1, ("member",)),
    }


def test_other_roles_and_statuses_are_no_ties(small: OrgMap) -> None:
    """Observers make a tie only if they are asked for, and somebody invited never does."""
    assert not affiliation(small, "people").has_node("person:dee-example")
    everybody = affiliation(small, "people", ROLES.values)
    assert everybody.has_edge("person:dee-example", "body:board")
    assert not everybody.has_node("person:eve-example")


def test_node_ids_carry_their_kind(small: OrgMap) -> None:
    """A body and a person of one name are two nodes."""
    graph = affiliation(small, "people")
    assert {"person:board--police", "body:board"} <= set(graph)
    assert graph.nodes["person:board--police"]["mode"] == "person"


@pytest.mark.parametrize("counting", MODE)
def test_what_nodes_say(small: OrgMap, counting: Counting) -> None:
    """Every node says its mode, side, label, kind, tier and sector; a body also its list and family."""
    graph = affiliation(small, counting)
    assert all(set(facts) >= NODE for _, facts in graph.nodes(data=True))
    board = graph.nodes["body:board"]
    assert (board["list"], board["family"], board["tier"], board["kind"]) == (
        "partial",
        "body:board",
        "county",
        "board",
    )
    assert graph.nodes["body:group"]["family"] == "body:board"
    assert graph.nodes["body:forum"]["list"] is None


def test_what_members_say(small: OrgMap) -> None:
    """Organisations carry their kind and sector, people the sector of whom they work for; unknown is None."""
    organisations, people = affiliation(small, "organisations"), affiliation(small, "people")
    assert organisations.nodes["org:police"]["sector"] == "police and justice"
    assert organisations.nodes["org:council"]["kind"] == "county council"
    assert organisations.nodes["org:council"]["sector"] is None
    assert people.nodes["person:ann-example"]["sector"] == "police and justice"
    assert people.nodes["person:ann-example"]["label"] == "Ann Example"


def test_every_body_is_there(small: OrgMap) -> None:
    """A body without members is in the network, by itself."""
    assert affiliation(small).degree("body:empty") == 0


def test_sectors(small: OrgMap) -> None:
    """Members may be the sectors of the organisations; an unknown sector makes no tie."""
    graph = affiliation(small, "sectors")
    assert edges(graph) == {
        ("sector:police-and-justice", "body:board", 2, ("chair", "member")),
        ("sector:police-and-justice", "body:group", 1, ("member",)),
        ("sector:police-and-justice", "body:forum", 1, ("member",)),
    }
    assert graph.nodes["sector:police-and-justice"]["label"] == "police and justice"


def test_posts(small: OrgMap) -> None:
    """Members may be posts, however they are written."""
    graph = affiliation(small, "posts")
    assert set(graph["post:chief"]) == {"body:board", "body:group"}
    assert graph.nodes["post:chief"]["label"] == "Chief"


@pytest.mark.parametrize(
    ("seats", "counting"),
    [
        ([seat("Board", "Ann Example", "Police")], "organisations"),
        ([seat("Board", "Ann Example")], "people"),
        ([seat("Board", None, "Police", role="observer"), seat("Board", "Ann Example")], "people"),
    ],
)
def test_what_is_counted_without_a_word(seats: list[dict[str, object]], counting: str) -> None:
    """Organisations are counted where any seat that makes a tie speaks for one, else people."""
    assert usual_counting(orgmap(seats=seats)) == counting


def test_projection_of_bodies(small: OrgMap) -> None:
    """Bodies that share members are joined, with how many and whom, and whether one is part of the other."""
    graph = projection(affiliation(small, "organisations"), "bodies", small)
    assert {frozenset((a, b)): facts for a, b, facts in graph.edges(data=True)} == {
        frozenset(("body:board", "body:group")): {"shared": 1, "members": ("org:police",), "part_of": True},
        frozenset(("body:board", "body:forum")): {"shared": 1, "members": ("org:police",), "part_of": False},
        frozenset(("body:group", "body:forum")): {"shared": 1, "members": ("org:police",), "part_of": False},
    }
    assert set(graph) == {"body:board", "body:group", "body:forum", "body:empty"}
    assert graph.nodes["body:board"]["tier"] == "county"


def test_part_of_over_two_steps() -> None:
    """A group of a group is part of the board, too."""
    made = lists(
        {"A": ["X"], "B": ["X"], "C": ["X"]},
        bodies=[{"body": "A"}, {"body": "B", "part_of": "A"}, {"body": "C", "part_of": "B"}],
    )
    graph = projection(affiliation(made), orgmap=made)
    assert all(facts["part_of"] for _, _, facts in graph.edges(data=True))


def test_projection_of_members(small: OrgMap) -> None:
    """Members are joined by the bodies they share."""
    graph = projection(affiliation(small, "organisations"), "members")
    assert graph.edges["org:council", "org:police"] == {"shared": 1, "members": ("body:forum",)}
    assert set(graph) == {"org:police", "org:council", "org:trust"}


@given(affiliations(), st.sampled_from(["bodies", "members"]))
def test_projection_is_the_incidence_product(graph: nx.Graph[str], of: Literal["bodies", "members"]) -> None:
    """What two nodes share is the product of the incidence matrix with itself, and the names are as many."""
    taken = incidence_of(graph)
    dense = taken.matrix.toarray() if of == "bodies" else taken.matrix.toarray().T
    nodes = [taken.nodes[place] for place in (taken.bodies if of == "bodies" else taken.members)]
    product = dense @ dense.T
    one_mode = projection(graph, of)
    assert list(one_mode) == nodes
    shared = nx.to_numpy_array(one_mode, nodelist=nodes, weight="shared") if nodes else np.zeros((0, 0))
    assert (shared == product - np.diag(np.diag(product))).all()
    for a, b, facts in one_mode.edges(data=True):
        assert facts["members"] == tuple(sorted(set(graph[a]) & set(graph[b])))
        assert len(facts["members"]) == facts["shared"]


def test_not_an_affiliation_network() -> None:
    """A network with nodes of no mode is refused."""
    with pytest.raises(NetworkUnfit, match="does not say its mode"):
        projection(nx.Graph([("a", "b")]))


@settings(max_examples=20)
@given(st.permutations([("A", "X"), ("A", "Y"), ("B", "X"), ("B", "Z"), ("C", "Y"), ("A", "X")]))
def test_row_order_changes_nothing(rows: list[tuple[str, str]]) -> None:
    """Shuffling the rows of seats changes neither nodes nor ties nor what they say."""
    graph = affiliation(orgmap(seats=[seat(body, None, one) for body, one in rows]))
    assert edges(graph) == {
        ("org:x", "body:a", 2, ("member",)),
        ("org:y", "body:a", 1, ("member",)),
        ("org:x", "body:b", 1, ("member",)),
        ("org:z", "body:b", 1, ("member",)),
        ("org:y", "body:c", 1, ("member",)),
    }


def test_a_projection_leaves_the_network_alone(small: OrgMap) -> None:
    """Projecting a network changes nothing in it, not even through the nodes of the projection."""
    graph = affiliation(small)
    before = (list(graph.nodes(data=True)), list(graph.edges(data=True)))
    projection(graph).nodes["body:board"]["label"] = "changed"
    assert (list(graph.nodes(data=True)), list(graph.edges(data=True))) == before
    assert graph.nodes["body:board"]["label"] == "Board"


def test_hostile_labels_stay_as_they_are() -> None:
    """Markup, quotes and long names are labels like all others; escaping is for whoever prints them."""
    names = ["<script>alert(1)</script>", '"; DROP TABLE', "x" * 10_000, "\u202egnirts", "🏛 理事会"]
    graph = affiliation(lists({"Board": names}))
    assert sorted(facts["label"] for _, facts in graph.nodes(data=True) if not facts["bipartite"]) == sorted(
        names
    )
    assert all(len(node) < 80 and node.isascii() for node in graph)


@pytest.mark.parametrize(("counting", "members", "ties"), [("organisations", 33, 79), ("sectors", 4, 76)])
def test_wales(wales: OrgMap, counting: Counting, members: int, ties: int) -> None:
    """The 19 boards of Wales have 33 statutory members with 79 seats."""
    graph = affiliation(wales, counting)
    assert sum(1 for _, facts in graph.nodes(data=True) if facts["bipartite"]) == 19
    assert (len(graph) - 19, graph.number_of_edges()) == (members, ties)


NUMBER_OF_BOARDS = {
    "Natural Resources Wales": 19,
    "South Wales Fire and Rescue Authority": 9,
    "Mid and West Wales Fire and Rescue Authority": 6,
    "Aneurin Bevan University Health Board": 5,
    "Betsi Cadwaladr University Health Board": 4,
    "North Wales Fire and Rescue Authority": 4,
    "Hywel Dda University Health Board": 3,
    "Swansea Bay University Health Board": 2,
    "Cwm Taf Morgannwg University Health Board": 2,
    "Cardiff and Vale University Health Board": 2,
    "Powys Teaching Health Board": 1,
}


def test_boards_of_each_statutory_member(wales: OrgMap) -> None:
    """Every statutory member is on the boards of its area, each council on one.

    Well-being of Future Generations (Wales) Act 2015, section 29(2), applied to the areas of 1 April 2019.
    """
    graph = affiliation(wales, "organisations")
    boards = {
        facts["label"]: graph.degree(node) for node, facts in graph.nodes(data=True) if not facts["bipartite"]
    }
    assert {name: boards[name] for name in NUMBER_OF_BOARDS} == NUMBER_OF_BOARDS
    assert {number for name, number in boards.items() if name not in NUMBER_OF_BOARDS} == {1}
    assert len(boards) - len(NUMBER_OF_BOARDS) == 22
