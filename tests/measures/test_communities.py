"""Tests of the groups that keep company, and of bipartite modularity."""

from __future__ import annotations

from collections.abc import Iterator

import networkx as nx
import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from orgmap.errors import NetworkUnfit
from orgmap.measures import bipartite_modularity, communities, incidence_of, modularity
from orgmap.measures.kernels.groups.moving import structural_order
from tests.networks import affiliation, affiliations, davis, reordered, swapped, two_tier, united


def plain_modularity(network: nx.Graph, groups: dict[str, object]) -> float:
    """Barber's formula, pair by pair."""
    ties = network.number_of_edges()
    members, bodies = [
        [node for node, side in network.nodes(data="bipartite") if side == kind] for kind in (0, 1)
    ]
    if not ties:
        return np.nan
    return (
        sum(
            network.has_edge(body, member) - network.degree(body) * network.degree(member) / ties
            for body in bodies
            for member in members
            if groups[body] == groups[member]
        )
        / ties
    )


def partitions(nodes: list[str]) -> Iterator[dict[str, int]]:
    """Yield every grouping of the nodes."""
    if not nodes:
        yield {}
        return
    for rest in partitions(nodes[1:]):
        for group in range(max(rest.values(), default=-1) + 2):
            yield {nodes[0]: group, **rest}


@settings(deadline=None, max_examples=200)
@given(network=affiliations(), data=st.data())
def test_modularity_of_a_grouping_is_barbers_formula(network: nx.Graph, data: st.DataObject) -> None:
    """The modularity of any grouping is the sum over pairs; names and order of the groups mean nothing."""
    groups = {node: data.draw(st.integers(0, 3)) for node in network}
    found = bipartite_modularity(network, groups)
    assert found == pytest.approx(plain_modularity(network, groups), nan_ok=True)
    named = {node: f"group {9 - group}" for node, group in groups.items()}
    assert bipartite_modularity(swapped(network), named) == pytest.approx(found, nan_ok=True)


@settings(deadline=None, max_examples=40)
@given(affiliations(bodies=(1, 3), members=(1, 4)))
def test_no_grouping_is_much_better(network: nx.Graph) -> None:
    """On small networks the grouping found is within 0.02 of the best of all, and never above it."""
    assume(network.number_of_edges())
    tied = network.subgraph(node for node in network if network.degree(node))
    best = max(plain_modularity(tied, groups) for groups in partitions(sorted(tied)))
    assert best - 0.02 <= modularity(network)["modularity"] <= best + 1e-12


@settings(deadline=None, max_examples=60)
@given(affiliations())
def test_the_value_is_that_of_the_groups(network: nx.Graph) -> None:
    """Modularity is that of the communities, and at least that of one group, which is nil."""
    value, groups = modularity(network)["modularity"], communities(network)
    assert groups.index.tolist() == list(network)
    assert (groups.name, groups.dtype) == ("community", np.dtype("float64"))
    expected = bipartite_modularity(network, groups.fillna(-1).to_dict())
    assert value == pytest.approx(expected, nan_ok=True)
    assert np.isnan(value) or -1e-12 <= value < 1


@settings(deadline=None, max_examples=60)
@given(affiliations())
def test_groups_are_numbered_by_size_and_hang_together(network: nx.Graph) -> None:
    """Numbers run from 0 for the largest, only nodes without ties have none, and groups are joined."""
    groups = communities(network)
    assert {node for node in network if not network.degree(node)} == set(groups.index[groups.isna()])
    sizes = groups.value_counts().sort_index()
    assert sizes.index.tolist() == list(range(len(sizes)))
    assert sizes.is_monotonic_decreasing
    for _, group in groups.dropna().groupby(groups):
        assert nx.is_connected(network.subgraph(group.index))


@settings(deadline=None, max_examples=30)
@given(network=affiliations(), data=st.data())
def test_order_means_nothing(network: nx.Graph, data: st.DataObject) -> None:
    """Rows in another order give every node the group that it had."""
    other = reordered(network, data.draw(st.permutations(list(network))))
    assert communities(other).reindex(list(network)).equals(communities(network))


def test_other_names_find_groups_as_good() -> None:
    """With other ids Davis and the two-tier area have groupings of the same modularity."""
    for network in (davis(), two_tier()):
        names = {node: f"other:{number:02}" for number, node in enumerate(reversed(list(network)))}
        here, there = (modularity(one)["modularity"] for one in (network, nx.relabel_nodes(network, names)))
        assert here == pytest.approx(there, abs=1e-9)


def test_davis_has_the_best_grouping_known_here() -> None:
    """The modularity of Davis is the best that hundreds of starts have given, .34554, and never more."""
    assert modularity(davis())["modularity"] == pytest.approx(0.34554, abs=5e-6)
    assert modularity(davis(), seed=2)["modularity"] <= 0.345545


def test_separate_maps_are_separate_groups() -> None:
    """Maps side by side never share a group, and their groups are found whatever else is there."""
    both = communities(united(davis(), two_tier()))
    marked = {group for node, group in both.items() if node.endswith("-too")}
    assert not marked & {group for node, group in both.items() if not node.endswith("-too")}


def test_two_boards_with_their_own_people_are_two_groups() -> None:
    """Two bodies with members of their own who share one member are two groups; the larger is 0."""
    network = affiliation({"A": ["a", "b", "c", "x"], "B": ["d", "e", "x"]})
    groups = communities(network)
    assert groups["body:a"] == groups["org:b"] == 0
    assert groups["body:b"] == groups["org:e"] == 1


def test_seeds_and_notes() -> None:
    """The same seed gives the same groups, and the result says that they were found by search."""
    network = davis()
    assert communities(network, seed=3).equals(communities(davis(), seed=3))
    assert "44 starts" in communities(network).attrs["notes"][0]
    assert modularity(network).attrs["notes"] == communities(network).attrs["notes"]


def test_nothing_and_no_ties() -> None:
    """Without ties nobody is in a group and modularity is not defined."""
    for network in (nx.Graph(), affiliation({"Board": []}, loose=["County"])):
        assert communities(network).isna().all()
        assert modularity(network).isna().all()


def test_a_node_without_a_group_is_refused() -> None:
    """Modularity of a grouping that leaves out a node is refused with its id."""
    with pytest.raises(NetworkUnfit, match="org:county"):
        bipartite_modularity(affiliation({"Board": ["County"]}), {"body:board": 1})


def test_the_order_of_moves_goes_by_ties_before_names() -> None:
    """Nodes with fewer ties come first, then what their neighbours are decides, ids only at last."""
    network = affiliation({"Z": ["a"], "Y": ["b", "c"], "X": ["b", "d"]})
    taken = incidence_of(network)
    ids = [taken.nodes[taken.places[place]] for place in structural_order(taken)]
    degrees = [network.degree(node) for node in ids]
    assert degrees == sorted(degrees)
    assert ids.index("org:c") < ids.index("org:d")
