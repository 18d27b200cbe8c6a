"""Tests of degree, closeness and betweenness."""

from __future__ import annotations

import copy
from collections.abc import Callable
from itertools import product

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from networkx.algorithms import bipartite

from orgmap.measures import betweenness, closeness, degree
from orgmap.measures.betweenness import most_between
from tests.networks import (
    TWO_TIER,
    affiliation,
    affiliations,
    body_id,
    davis,
    reordered,
    swapped,
    two_tier,
    united,
)

CENTRALITIES = [degree, closeness, betweenness]
Centrality = Callable[[nx.Graph], pd.Series]

each = pytest.mark.parametrize("measure", CENTRALITIES, ids=lambda measure: measure.__name__)


def sides(network: nx.Graph) -> tuple[list[str], list[str]]:
    """Return the members and the bodies."""
    split: tuple[list[str], list[str]] = ([], [])
    for node, side in network.nodes(data="bipartite"):
        split[side].append(node)
    return split


def plain_closeness(network: nx.Graph, node: str) -> float:
    """Closeness as its docstring defines it, from NetworkX's shortest paths, one node at a time."""
    side = network.nodes[node]["bipartite"]
    distances = nx.single_source_shortest_path_length(network, node)
    own = sum(network.nodes[other]["bipartite"] == side for other in distances)
    if not sides(network)[1 - side]:
        return np.nan
    if len(distances) == 1:
        return 0.0
    least = (len(distances) - own) + 2 * (own - 1)
    return least / sum(distances.values()) * (len(distances) - 1) / (len(network) - 1)


def near(found: pd.Series, expected: dict[str, float]) -> bool:
    """Whether both have the same nodes and, to 1e-9, the same values, NaN for NaN."""
    wanted = pd.Series(expected, dtype="float64").reindex(found.index)
    return len(found) == len(expected) and np.allclose(found, wanted, rtol=0, atol=1e-9, equal_nan=True)


def snapshot(network: nx.Graph) -> object:
    """Everything that a measure could change: order, nodes, edges and their attributes."""
    return copy.deepcopy((list(network.nodes(data=True)), list(network.edges(data=True)), network.graph))


@settings(deadline=None, max_examples=200)
@given(affiliations())
def test_degree_is_that_of_networkx(network: nx.Graph) -> None:
    """Degree is NetworkX's, and NaN for every node where the other mode is empty."""
    members, bodies = sides(network)
    if members and bodies:
        expected = bipartite.degree_centrality(network, members)
    else:
        expected = dict.fromkeys(network, np.nan)
    assert near(degree(network), expected)


@settings(deadline=None, max_examples=200)
@given(affiliations())
def test_closeness_is_its_plain_definition(network: nx.Graph) -> None:
    """Closeness is within-component closeness times reach, with leaves, isolates and several components."""
    assert near(closeness(network), {node: plain_closeness(network, node) for node in network})


@settings(deadline=None, max_examples=200)
@given(affiliations())
def test_betweenness_is_that_of_networkx(network: nx.Graph) -> None:
    """Betweenness is NetworkX's, and NaN where the other mode has fewer than two nodes."""
    members, bodies = sides(network)
    raw = nx.betweenness_centrality(network, normalized=False)
    expected = dict.fromkeys(network, np.nan)
    for own, other in ((members, bodies), (bodies, members)):
        if len(other) > 1:
            most = float(most_between(np.array([len(own)]), np.array([len(other)]))[0])
            expected |= {node: raw[node] / most for node in own}
    assert near(betweenness(network), expected)
    if len(members) > 1 and len(bodies) > 1:
        assert near(betweenness(network), bipartite.betweenness_centrality(network, members))


@settings(deadline=None)
@given(affiliations(bodies=(1, 6), members=(1, 8)))
def test_closeness_of_a_connected_network_is_that_of_networkx(network: nx.Graph) -> None:
    """On a connected network closeness is Borgatti and Everett's value without any adjustment."""
    whole = network.subgraph(max(nx.connected_components(network), key=len)).copy()
    members, bodies = sides(whole)
    if members and bodies:
        assert near(closeness(whole), bipartite.closeness_centrality(whole, members))


@pytest.mark.parametrize("seed", range(4))
def test_large_networks_agree_with_networkx(seed: int) -> None:
    """Networks with hundreds of nodes, cycles and hanging trees give NetworkX's values to 1e-9."""
    random = np.random.default_rng(seed)
    lists = {
        f"b{body}": [f"m{member}" for member in np.flatnonzero(random.random(250) < 0.4 / (body + 6))]
        for body in range(70)
    }
    network = affiliation(lists)
    members, _ = sides(network)
    assert near(betweenness(network), bipartite.betweenness_centrality(network, members))
    assert near(closeness(network), {node: plain_closeness(network, node) for node in network})


@each
@settings(deadline=None)
@given(network=affiliations())
def test_values_are_native_floats_in_graph_order_between_0_and_1(
    measure: Centrality, network: nx.Graph
) -> None:
    """A measure is a float64 Series over the nodes in graph order, named after itself, from 0 to 1."""
    values = measure(network)
    assert (values.name, values.index.name, values.dtype) == (measure.__name__, "node", np.dtype("float64"))
    assert list(values.index) == list(network)
    assert values.dropna().between(0, 1).all()


@each
@settings(deadline=None)
@given(network=affiliations())
def test_measuring_changes_nothing(measure: Centrality, network: nx.Graph) -> None:
    """The graph is after measuring what it was before, attributes and orders included."""
    before = snapshot(network)
    measure(network)
    assert snapshot(network) == before


@each
@settings(deadline=None)
@given(network=affiliations(), data=st.data())
def test_names_and_order_mean_nothing(measure: Centrality, network: nx.Graph, data: st.DataObject) -> None:
    """Other ids and another order of nodes and edges give every node the value that it had."""
    order = data.draw(st.permutations(list(network)))
    names = {node: f"other:{number}" for number, node in enumerate(data.draw(st.permutations(order)))}
    other = measure(nx.relabel_nodes(reordered(network, order), names))
    assert near(other, {names[node]: value for node, value in measure(network).items()})


@each
@settings(deadline=None)
@given(network=affiliations())
def test_swapping_the_modes_swaps_the_results(measure: Centrality, network: nx.Graph) -> None:
    """Bodies taken for members and members for bodies give each node the value that it had."""
    assert near(measure(swapped(network)), measure(network).to_dict())


@each
@settings(deadline=None)
@given(one=affiliations(), two=affiliations())
def test_a_separate_group_makes_nobody_more_central(
    measure: Centrality, one: nx.Graph, two: nx.Graph
) -> None:
    """Beside a network that it has no tie with, a node keeps its value or loses, and stays within 0 and 1."""
    alone, beside = measure(one), measure(united(one, two))
    assert beside.dropna().between(0, 1).all()
    assert not (beside.reindex(alone.index) > alone + 1e-12).any()


@each
def test_a_network_without_nodes_has_no_values(measure: Centrality) -> None:
    """An empty graph gives an empty float64 Series."""
    assert measure(nx.Graph()).empty
    assert measure(nx.Graph()).dtype == np.dtype("float64")


@each
def test_an_empty_mode_leaves_nothing_defined(measure: Centrality) -> None:
    """Bodies without any member in the network, or members without any body, have NaN."""
    assert measure(affiliation({"Board": [], "Forum": []})).isna().all()
    assert measure(affiliation({}, loose=["County", "Police"])).isna().all()
    assert measure(affiliation({"Board": []})).isna().all()


@each
def test_a_node_without_ties_has_nil(measure: Centrality) -> None:
    """An isolate beside both modes has 0, not NaN: it sits on nothing, reaches nobody, links nobody."""
    network = affiliation({"Board": ["County", "Police"], "Forum": ["County"], "Idle": []}, loose=["Fire"])
    assert measure(network)[["body:idle", "org:fire"]].tolist() == [0.0, 0.0]


def test_one_body_and_its_members() -> None:
    """One body has all: degree, closeness and betweenness 1; its members cannot lie between anybody."""
    network = affiliation({"Board": ["County", "Police", "Fire"]})
    assert degree(network).tolist() == [1, 1, 1, 1]
    assert closeness(network).tolist() == [1, 1, 1, 1]
    assert betweenness(network)["body:board"] == 1
    assert betweenness(network).drop("body:board").isna().all()


def test_one_tie() -> None:
    """One member on one body: nobody is closer, and there is nobody to lie between."""
    network = affiliation({"Board": ["County"]})
    assert closeness(network).tolist() == [1, 1]
    assert betweenness(network).isna().all()


def test_closeness_counts_reach() -> None:
    """Two pairs apart: each node could not be closer to its partner, and reaches one of three others: 1/3."""
    network = affiliation({"Board": ["County"], "Forum": ["Police"]})
    assert closeness(network).tolist() == pytest.approx([1 / 3] * 4, abs=1e-12)


def test_closeness_stays_below_1_where_networkx_does_not() -> None:
    """NetworkX's bipartite closeness exceeds 1 on a disconnected network; ours does not."""
    network = united(two_tier(), affiliation({"Forum": ["Parish", "School"]}))
    assert max(bipartite.closeness_centrality(network, sides(network)[0]).values()) > 1
    assert closeness(network).max() < 1


def test_node_sets_come_from_the_network() -> None:
    """There is no argument for node sets; NetworkX, given half of one, calls 1.556 normalised."""
    network = davis()
    half = sorted(sides(network)[0])[:9]
    assert max(bipartite.degree_centrality(network, half).values()) > 1
    assert degree(network).max() <= 1


@pytest.mark.parametrize(("own", "other"), [(1, 2), (1, 4), (2, 2), (2, 3), (3, 2), (3, 3), (4, 2), (2, 4)])
def test_most_between_is_the_most_that_any_network_has(own: int, other: int) -> None:
    """Borgatti and Everett's greatest betweenness is what the best of all networks of the size reaches."""
    rows, columns = [f"b{row}" for row in range(own)], [f"m{column}" for column in range(other)]
    greatest = 0.0
    for cells in product((False, True), repeat=own * other):
        network = nx.Graph(tie for tie, there in zip(product(rows, columns), cells, strict=True) if there)
        raw = nx.betweenness_centrality(network, normalized=False)
        greatest = max(greatest, *(raw.get(row, 0.0) for row in rows))
    assert most_between(np.array([own]), np.array([other]))[0] == greatest


def test_the_county_council_leads() -> None:
    """In the invented two-tier area the county council leads on all three measures among organisations."""
    network = two_tier()
    bodies = [body_id(name) for name in TWO_TIER]
    assert {measure(network).drop(bodies).idxmax() for measure in CENTRALITIES} == {"org:county"}
