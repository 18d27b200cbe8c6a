"""Tests of degree, closeness and harmonic closeness, in two modes and in the projections."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import igraph
import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from networkx.algorithms import bipartite

from orgmap.measures import closeness, degree, harmonic
from tests.measures.comparing import near, sides, snapshot
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

Centrality = Callable[[nx.Graph], pd.Series]
TWO_MODE: dict[str, Centrality] = {"degree": degree, "closeness": closeness, "harmonic": harmonic}
PROJECTED: dict[str, Centrality] = {
    f"projected_{name}": partial(measure, network="projection") for name, measure in TWO_MODE.items()
}
CENTRALITIES = TWO_MODE | PROJECTED

each = pytest.mark.parametrize("measure", CENTRALITIES.values(), ids=CENTRALITIES)


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


def projected(network: nx.Graph, raw: Callable[[nx.Graph], dict[str, float]]) -> dict[str, float]:
    """What `raw` says of each node in NetworkX's projection of its own mode; NaN for the only one of it."""
    expected: dict[str, float] = {}
    for own in sides(network):
        alone = dict.fromkeys(own, np.nan)
        expected |= raw(bipartite.projected_graph(network, own)) if len(own) > 1 else alone
    return expected


def plain_harmonic(network: nx.Graph) -> dict[str, float]:
    """NetworkX's harmonic centrality over n - 1."""
    return {node: raw / (len(network) - 1) for node, raw in nx.harmonic_centrality(network).items()}


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


@settings(deadline=None)
@given(affiliations(bodies=(1, 6), members=(1, 8)))
def test_closeness_of_a_connected_network_is_that_of_networkx(network: nx.Graph) -> None:
    """On a connected network closeness is Borgatti and Everett's value without any adjustment."""
    whole = network.subgraph(max(nx.connected_components(network), key=len)).copy()
    members, bodies = sides(whole)
    if members and bodies:
        assert near(closeness(whole), bipartite.closeness_centrality(whole, members))


@settings(deadline=None, max_examples=200)
@given(affiliations())
def test_harmonic_is_that_of_networkx(network: nx.Graph) -> None:
    """Harmonic closeness is NetworkX's over n - 1, and NaN for every node where the other mode is empty."""
    expected = dict.fromkeys(network, np.nan)
    if all(sides(network)):
        expected = plain_harmonic(network)
    assert near(harmonic(network), expected)


@settings(deadline=None, max_examples=200)
@given(affiliations())
def test_projected_measures_are_those_of_networkx(network: nx.Graph) -> None:
    """In a projection degree, closeness and harmonic closeness are NetworkX's one-mode values."""
    assert near(degree(network, network="projection"), projected(network, nx.degree_centrality))
    assert near(closeness(network, network="projection"), projected(network, nx.closeness_centrality))
    assert near(harmonic(network, network="projection"), projected(network, plain_harmonic))


@pytest.mark.parametrize("seed", range(4))
def test_large_networks_agree_with_networkx_and_igraph(seed: int) -> None:
    """Networks with hundreds of nodes, cycles and hanging trees give the values of both to 1e-9."""
    random = np.random.default_rng(seed)
    lists = {
        f"b{body}": [f"m{member}" for member in np.flatnonzero(random.random(250) < 0.4 / (body + 6))]
        for body in range(70)
    }
    network = affiliation(lists)
    other = igraph.Graph.from_networkx(network)
    assert near(closeness(network), {node: plain_closeness(network, node) for node in network})
    assert near(harmonic(network), plain_harmonic(network))
    assert near(harmonic(network), dict(zip(network, other.harmonic_centrality(), strict=True)))
    assert near(closeness(network, network="projection"), projected(network, nx.closeness_centrality))
    assert near(harmonic(network, network="projection"), projected(network, plain_harmonic))


@each
@settings(deadline=None, max_examples=40)
@given(network=affiliations())
def test_values_are_native_floats_in_graph_order_between_0_and_1(
    measure: Centrality, network: nx.Graph
) -> None:
    """A measure is a float64 Series over the nodes in graph order, named after itself, from 0 to 1."""
    values = measure(network)
    assert CENTRALITIES[str(values.name)] is measure
    assert (values.index.name, values.dtype) == ("node", np.dtype("float64"))
    assert list(values.index) == list(network)
    assert values.dropna().between(0, 1).all()


@each
@settings(deadline=None, max_examples=40)
@given(network=affiliations())
def test_measuring_changes_nothing(measure: Centrality, network: nx.Graph) -> None:
    """The graph is after measuring what it was before, attributes and orders included."""
    before = snapshot(network)
    measure(network)
    assert snapshot(network) == before


@each
@settings(deadline=None, max_examples=40)
@given(network=affiliations(), data=st.data())
def test_names_and_order_mean_nothing(measure: Centrality, network: nx.Graph, data: st.DataObject) -> None:
    """Other ids and another order of nodes and edges give every node the value that it had."""
    order = data.draw(st.permutations(list(network)))
    names = {node: f"other:{number}" for number, node in enumerate(data.draw(st.permutations(order)))}
    other = measure(nx.relabel_nodes(reordered(network, order), names))
    assert near(other, {names[node]: value for node, value in measure(network).items()})


@each
@settings(deadline=None, max_examples=40)
@given(network=affiliations())
def test_swapping_the_modes_swaps_the_results(measure: Centrality, network: nx.Graph) -> None:
    """Bodies taken for members and members for bodies give each node the value that it had."""
    assert near(measure(swapped(network)), measure(network).to_dict())


@each
@settings(deadline=None, max_examples=40)
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


@pytest.mark.parametrize("measure", TWO_MODE.values(), ids=TWO_MODE)
def test_an_empty_mode_leaves_nothing_defined(measure: Centrality) -> None:
    """Bodies without any member in the network, or members without any body, have NaN in two modes."""
    assert measure(affiliation({"Board": [], "Forum": []})).isna().all()
    assert measure(affiliation({}, loose=["County", "Police"])).isna().all()
    assert measure(affiliation({"Board": []})).isna().all()


@pytest.mark.parametrize("measure", PROJECTED.values(), ids=PROJECTED)
def test_the_only_node_of_a_mode_has_nobody_to_be_near(measure: Centrality) -> None:
    """In a projection one body has NaN; two that share nothing have 0, even where nobody is listed."""
    assert measure(affiliation({"Board": ["County", "Police"]})).isna().tolist() == [True, False, False]
    assert measure(affiliation({"Board": []})).isna().all()
    assert measure(affiliation({"Board": [], "Forum": []})).tolist() == [0.0, 0.0]


@each
def test_a_node_without_ties_has_nil(measure: Centrality) -> None:
    """An isolate beside both modes has 0, not NaN: it sits on nothing, reaches nobody."""
    network = affiliation({"Board": ["County", "Police"], "Forum": ["County"], "Idle": []}, loose=["Fire"])
    assert measure(network)[["body:idle", "org:fire"]].tolist() == [0.0, 0.0]


def test_one_body_and_its_members() -> None:
    """One body has all: degree and closeness are 1, for it and for its members."""
    network = affiliation({"Board": ["County", "Police", "Fire"]})
    assert degree(network).tolist() == [1, 1, 1, 1]
    assert closeness(network).tolist() == [1, 1, 1, 1]


def test_one_tie() -> None:
    """One member on one body: nobody is closer."""
    network = affiliation({"Board": ["County"]})
    assert closeness(network).tolist() == [1, 1]
    assert harmonic(network).tolist() == [1, 1]


def test_harmonic_of_one_body_is_not_set_against_two_modes() -> None:
    """The body is one step from each; a member one from the body and two from the others: (1 + 2/2) / 3."""
    network = affiliation({"Board": ["County", "Police", "Fire"]})
    assert harmonic(network).tolist() == pytest.approx([1, 2 / 3, 2 / 3, 2 / 3], abs=1e-12)


def test_a_shared_body_is_one_step_in_a_projection() -> None:
    """County meets Police on the board and Fire through Police: 1 + 1/2 of 2; Police meets both."""
    network = affiliation({"Board": ["County", "Police"], "Forum": ["Police", "Fire"]})
    near_each = harmonic(network, network="projection")
    assert near_each[["org:county", "org:police", "org:fire"]].tolist() == [0.75, 1, 0.75]
    assert near_each[["body:board", "body:forum"]].tolist() == [1, 1]


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


def test_the_county_council_leads() -> None:
    """In the invented two-tier area the county council leads on all these measures among organisations."""
    network = two_tier()
    bodies = [body_id(name) for name in TWO_TIER]
    assert {measure(network).drop(bodies).idxmax() for measure in CENTRALITIES.values()} == {"org:county"}


def test_harmonic_of_the_two_tier_area_is_what_fragmentation_leaves() -> None:
    """On average it is 1 less the distance-weighted fragmentation of the invented area, which is .4715."""
    assert harmonic(two_tier()).mean() == pytest.approx(1 - 0.4715, abs=5e-5)
