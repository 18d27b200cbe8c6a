"""Tests of what holds a network together."""

from __future__ import annotations

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from orgmap.measures import Part, separation
from orgmap.network import affiliation
from tests.builders import lists


def lettered(members: dict[str, str]) -> nx.Graph[str]:
    """Return the affiliation network of bodies whose members are single letters."""
    return affiliation(lists({body: list(ones) for body, ones in members.items()}))


def nodes(parts: tuple[Part, ...]) -> list[list[str]]:
    """Return the names of the nodes of parts."""
    return [sorted(node.partition(":")[2] for node in part.nodes) for part in parts]


def test_one_member_between_two_groups() -> None:
    """Without the only member between two groups of bodies, they are two parts, the more bodies first."""
    graph = lettered({"One": "ABZ", "Two": "AB", "Three": "ABX", "Four": "XCD"})
    found = separation(graph)
    assert nodes(found.parts["org:x"]) == [["a", "b", "one", "three", "two", "z"], ["c", "d", "four"]]
    assert [(part.bodies, part.size) for part in found.parts["org:x"]] == [(3, 6), (1, 3)]


def test_a_member_who_sits_nowhere_else() -> None:
    """A body with a member who sits nowhere else is a cut-point, and that member a part of one node."""
    found = separation(lettered({"One": "ABZ", "Two": "AB"}))
    assert nodes(found.parts["body:one"]) == [["a", "b", "two"], ["z"]]
    assert list(found.parts) == ["body:one"]


def test_components() -> None:
    """What is apart already is told, most bodies first; a body without members is alone."""
    made = lists({"One": ["A"], "Two": ["A"], "Far": ["Q"]}, bodies=[{"body": "Empty"}])
    found = separation(affiliation(made))
    assert nodes(found.components) == [["a", "one", "two"], ["far", "q"], ["empty"]]
    assert [part.bodies for part in found.components] == [2, 1, 1]


def test_nothing() -> None:
    """An empty network has neither."""
    found = separation(nx.Graph())
    assert (found.components, found.parts) == ((), {})


def test_a_long_chain() -> None:
    """A chain of many bodies is taken apart without running out of depth."""
    chain = nx.relabel_nodes(nx.path_graph(6001), lambda number: f"{number:04}")
    nx.set_node_attributes(chain, {node: 1 - int(node) % 2 for node in chain}, "bipartite")
    found = separation(chain)
    assert len(found.parts) == 5999
    assert [part.bodies for part in found.parts["0001"]] == [3000, 1]


@given(st.integers(0, 12), st.floats(0, 0.6), st.integers(0, 10_000))
def test_every_network(size: int, share: float, seed: int) -> None:
    """On any network cut-points, parts and components are those that NetworkX finds by taking nodes out."""
    graph = nx.relabel_nodes(nx.gnp_random_graph(size, share, seed), str)
    nx.set_node_attributes(graph, {node: int(node) % 2 for node in graph}, "bipartite")
    found = separation(graph)
    assert list(found.parts) == sorted(nx.articulation_points(graph))
    components = list(nx.connected_components(graph))
    assert sorted(part.nodes for part in found.components) == sorted(map(sorted, components))
    for node, parts in found.parts.items():
        (whole,) = (one for one in components if node in one)
        left = graph.subgraph(whole - {node})
        assert sorted(part.nodes for part in parts) == sorted(map(sorted, nx.connected_components(left)))
        assert [part.size for part in parts] == [len(part.nodes) for part in parts]
        assert [part.bodies for part in parts] == [sum(int(one) % 2 for one in part.nodes) for part in parts]
        assert [part.bodies for part in parts] == sorted((part.bodies for part in parts), reverse=True)
