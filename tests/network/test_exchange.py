"""Tests of the map as a network that any program can take."""

from __future__ import annotations

import pytest

from orgmap.errors import CallInvalid
from orgmap.network import affiliation
from orgmap.network.exchange import exchange_graph, not_carried, plain_text
from orgmap.vocabulary import SHAPES
from tests.builders import example, orgmap, seat


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("name", ["hampshire-2004", "southern-women"])
def test_holds_plain_values_only(shape: str, name: str) -> None:
    """Whatever the shape, every attribute is a text, a number or yes or no, and none is empty."""
    graph = exchange_graph(example(name), shape)
    facts = [dict(graph.graph), *(facts for _, facts in graph.nodes(data=True))]
    facts += [facts for _, _, facts in graph.edges(data=True)]
    values = [value for each in facts for value in each.values()]
    assert {type(value) for value in values} <= {str, int, float, bool}
    assert "" not in values
    assert all(each["label"] and each["mode"] for _, each in graph.nodes(data=True))


def test_whole_map_in_words() -> None:
    """Bodies, organisations and people are nodes; seats, parts, links and whom people speak for are edges."""
    graph = exchange_graph(
        orgmap(
            about=[{"title": "A place", "as_at": "May 2005"}],
            bodies=[{"body": "Board", "places": 12, "open": "yes"}, {"body": "Group", "part_of": "Board"}],
            seats=[
                seat("Board", "Ann Example", "Police", role="Chairman", since="2004"),
                seat("Group", None, "Police"),
            ],
            links=[{"from_body": "Group", "to_body": "Board", "kind": "reports to"}],
        ),
        "whole",
    )
    assert graph.graph == {"title": "A place", "as_at": "2005-05"}
    assert graph.nodes["body:board"] == {"mode": "body", "label": "Board", "places": 12, "open": True}
    assert graph.nodes["person:ann-example"]["label"] == "Ann Example"
    edges = {(one, other, facts["kind"]): facts for one, other, facts in graph.edges(data=True)}
    seated = edges["person:ann-example", "body:board", "seat"]
    assert (seated["number"], seated["organisation"]) == (1, "Police")
    assert (seated["role"], seated["status"], seated["since"]) == ("chair", "filled", "2004")
    assert edges["org:police", "body:group", "seat"]["number"] == 2
    assert edges["body:group", "body:board", "link"]["link"] == "reports to"
    assert ("body:group", "body:board", "part_of") in edges
    assert ("person:ann-example", "org:police", "represents") in edges
    assert len(edges) == 5


def test_vacant_seats_are_nodes_of_their_own() -> None:
    """A seat that nobody holds is there, once for each such seat."""
    graph = exchange_graph(
        orgmap(seats=[seat("Board", "Ann Example"), *[seat("Board", status="vacant")] * 2]), "whole"
    )
    vacant = [facts["label"] for _, facts in graph.nodes(data=True) if facts["mode"] == "seat"]
    assert vacant == ["vacant", "vacant"]
    assert graph.number_of_edges() == 3


def test_two_mode_and_projections() -> None:
    """The affiliation network has roles in words, and its projections say whom the bodies share by name."""
    whole = orgmap(
        bodies=[{"body": "Board", "area": "Shire"}, {"body": "Forum", "part_of": "Board"}],
        seats=[
            seat("Board", "Ann Example", role="chair"),
            seat("Board", "Ann Example"),
            seat("Forum", "Ann Example"),
            seat("Forum", "Bob Sample", role="observer"),
        ],
    )
    two_mode = exchange_graph(whole, "two-mode", "people")
    assert set(two_mode) == set(affiliation(whole, "people"))
    assert two_mode.edges["person:ann-example", "body:board"] == {"seats": 2, "roles": "chair; member"}
    assert two_mode.nodes["body:board"]["area"] == "Shire"
    assert two_mode.nodes["body:forum"]["family"] == "Board"
    bodies = exchange_graph(whole, "bodies", "people")
    assert dict(bodies.edges["body:board", "body:forum"]) == {
        "shared": 1,
        "members": "Ann Example",
        "part_of": True,
    }
    assert len(exchange_graph(whole, "members", "people", ("observer", "member"))) == 2


def test_refuses_another_shape() -> None:
    """A shape that there is not is the call's fault."""
    with pytest.raises(CallInvalid, match="whole, two-mode"):
        exchange_graph(orgmap(seats=[seat("Board", "Ann Example")]), "round")


def test_text_that_xml_forbids() -> None:
    """Characters that XML cannot hold leave a mark, and line ends are all of one kind."""
    assert plain_text("a\x00b\x1bc\ud800d\ufffee") == "a\ufffdb\ufffdc\ufffdd\ufffde"
    assert plain_text("a\r\nb\rc\n\td £ 🙂") == "a\nb\nc\n\td £ 🙂"


def test_says_what_it_leaves_behind() -> None:
    """The tables that hold rows and are not in the network are named."""
    whole = orgmap(
        seats=[seat("Board", "Ann Example"), seat("Forum", "Ann Example")],
        protocols=[{"body_a": "Board", "body_b": "Forum", "status": "draft"}],
    )
    assert not_carried(whole) == ["protocols"]
