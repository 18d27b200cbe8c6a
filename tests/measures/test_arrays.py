"""Tests of what is taken from an affiliation network."""

from __future__ import annotations

from collections.abc import Callable

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings

from orgmap.errors import CallInvalid, NetworkUnfit
from orgmap.measures import (
    betweenness,
    closeness,
    degree,
    eigenvector,
    exclusive_brokerage,
    harmonic,
    incidence_of,
    structural_holes,
)
from tests.networks import affiliation, affiliations, two_tier


@settings(deadline=None)
@given(affiliations())
def test_incidence_is_that_of_networkx(network: nx.Graph[str]) -> None:
    """The matrix is NetworkX's biadjacency matrix of bodies by members, both in the graph's own order."""
    taken = incidence_of(network)
    bodies = [node for node in network if network.nodes[node]["bipartite"] == 1]
    members = [node for node in network if network.nodes[node]["bipartite"] == 0]
    expected = [[int(network.has_edge(body, member)) for member in members] for body in bodies]
    assert taken.nodes == tuple(network)
    assert [taken.nodes[place] for place in taken.bodies] == bodies
    assert [taken.nodes[place] for place in taken.members] == members
    assert taken.matrix.toarray().tolist() == expected


@settings(deadline=None)
@given(affiliations())
def test_components_are_those_of_networkx(network: nx.Graph[str]) -> None:
    """Two nodes have one component number exactly where a path joins them."""
    taken = incidence_of(network)
    numbers = taken.in_graph_order(taken.components.astype(np.float64))
    groups = {frozenset(np.array(taken.nodes)[numbers == number].tolist()) for number in set(numbers)}
    assert groups == {frozenset(group) for group in nx.connected_components(network)}


def test_several_seats_are_one_tie() -> None:
    """An edge that stands for four seats is one entry of the matrix, of value 1."""
    network = affiliation({"Board": ["County"]})
    network.edges["body:board", "org:county"]["seats"] = 4
    assert incidence_of(network).matrix.toarray().tolist() == [[1]]


def test_arrays_are_taken_once() -> None:
    """Arrays given instead of a graph come back as they are."""
    taken = incidence_of(affiliation({"Board": ["County"]}))
    assert incidence_of(taken) is taken


@pytest.mark.parametrize("side", [None, 2, "body"])
def test_node_without_mode_is_refused(side: object) -> None:
    """A node whose `bipartite` is not 0 or 1 is named in the refusal."""
    network = affiliation({"Board": ["County"]})
    network.add_node("org:stray", bipartite=side)
    with pytest.raises(NetworkUnfit, match="'org:stray' does not say its mode"):
        incidence_of(network)


def test_node_without_attribute_is_refused() -> None:
    """A node that has no attribute `bipartite` at all is refused."""
    network = affiliation({"Board": ["County"]})
    network.add_node("org:stray")
    with pytest.raises(NetworkUnfit, match="org:stray"):
        incidence_of(network)


@pytest.mark.parametrize(
    ("one", "two", "mode"),
    [("body:board", "body:forum", "bodies"), ("org:county", "org:police", "members")],
)
def test_edge_inside_a_mode_is_refused(one: str, two: str, mode: str) -> None:
    """An edge between two bodies, or between two members, is refused and both ends are named."""
    network = affiliation({"Board": ["County"], "Forum": ["Police"]})
    network.add_edge(one, two)
    with pytest.raises(NetworkUnfit, match=f"'{one}' and '{two}' are joined, and both are {mode}"):
        incidence_of(network)


def test_edges_inside_both_modes_are_refused() -> None:
    """A tie of two bodies and one of two members, which leave the number of edges right, are refused too."""
    network = affiliation({"Board": ["County"], "Forum": ["Police"]})
    network.add_edge("body:board", "body:forum")
    network.add_edge("org:county", "org:police")
    with pytest.raises(NetworkUnfit, match="are joined, and both are"):
        incidence_of(network)


def test_loop_is_refused() -> None:
    """A member joined to itself is an edge inside a mode."""
    network = affiliation({"Board": ["County"]})
    network.add_edge("org:county", "org:county")
    with pytest.raises(NetworkUnfit, match="both are members"):
        incidence_of(network)


@pytest.mark.parametrize("form", [nx.DiGraph, nx.MultiGraph, nx.MultiDiGraph])
def test_other_forms_of_graph_are_refused(form: type[nx.Graph[str]]) -> None:
    """Directed graphs and multigraphs, such as the whole map, are refused by name."""
    with pytest.raises(NetworkUnfit, match=f"this is a {form.__name__}"):
        incidence_of(form(affiliation({"Board": ["County"]})))


def test_node_that_is_no_text_is_refused() -> None:
    """Node ids are texts; a number is refused rather than turned into one."""
    network: nx.Graph[object] = nx.Graph()
    network.add_node(7, bipartite=0)
    with pytest.raises(NetworkUnfit, match="Node 7 is not a text"):
        incidence_of(network)


@pytest.mark.parametrize(
    "measure", [betweenness, closeness, degree, eigenvector, exclusive_brokerage, harmonic, structural_holes]
)
def test_another_network_is_refused(measure: Callable[..., object]) -> None:
    """What is neither of the two networks is refused with both."""
    with pytest.raises(CallInvalid, match="no network 'one-mode'; there are two-mode and projection"):
        measure(two_tier(), network="one-mode")
