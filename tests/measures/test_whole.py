"""Tests of the whole map in a few numbers."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from networkx.algorithms import bipartite

from orgmap.errors import NetworkUnfit
from orgmap.measures import distance_fragmentation, incidence_of, whole_map
from tests.networks import affiliation, affiliations, reordered, swapped, two_tier, united

NAMES = ["density", "components", "largest_share", "fragmentation", "members_per_body", "bodies_per_member"]


def plain_distance_fragmentation(network: nx.Graph) -> float:
    """1 less the mean of 1 / distance, from NetworkX's harmonic centrality."""
    count = len(network)
    if count < 2:
        return np.nan
    return 1 - sum(nx.harmonic_centrality(network).values()) / (count * (count - 1))


def plain_whole_map(network: nx.Graph) -> list[float]:
    """The measures of the whole map as their docstring defines them, from NetworkX."""
    members, bodies = [
        [node for node, side in network.nodes(data="bipartite") if side == kind] for kind in (0, 1)
    ]
    parts, count, ties = list(nx.connected_components(network)), len(network), network.number_of_edges()
    apart = sum(not nx.has_path(network, a, b) for a in network for b in network)
    return [
        bipartite.density(network, members) if members and bodies else np.nan,
        len(parts),
        max(map(len, parts)) / count if count else np.nan,
        apart / (count * (count - 1)) if count > 1 else np.nan,
        ties / len(bodies) if bodies else np.nan,
        ties / len(members) if members else np.nan,
    ]


@settings(deadline=None, max_examples=200)
@given(affiliations())
def test_the_whole_map_is_its_plain_definition(network: nx.Graph) -> None:
    """Density, parts, fragmentation and means are NetworkX's, with isolates, several parts, an empty mode."""
    found = whole_map(network)
    assert list(found.index) == NAMES
    assert found.tolist() == pytest.approx(plain_whole_map(network), abs=1e-12, nan_ok=True)


@settings(deadline=None, max_examples=200)
@given(affiliations())
def test_distance_fragmentation_is_that_of_harmonic_closeness(network: nx.Graph) -> None:
    """Distance-weighted fragmentation is 1 less the mean of 1 / distance as NetworkX finds it."""
    found = distance_fragmentation(network)
    assert list(found.index) == ["distance_fragmentation"]
    assert found.tolist() == pytest.approx([plain_distance_fragmentation(network)], abs=1e-12, nan_ok=True)


@settings(deadline=None)
@given(affiliations())
def test_swapping_the_modes_swaps_the_means_and_nothing_else(network: nx.Graph) -> None:
    """Bodies taken for members change members a body into bodies a member, and leave the rest."""
    here, there = whole_map(network), whole_map(swapped(network))
    turned = there.rename({NAMES[4]: NAMES[5], NAMES[5]: NAMES[4]})
    assert here.tolist() == pytest.approx(turned[NAMES].tolist(), nan_ok=True)


@settings(deadline=None)
@given(affiliations())
def test_order_means_nothing(network: nx.Graph) -> None:
    """The order of the nodes changes no value, and arrays give the values of the graph."""
    other = reordered(network, reversed(list(network)))
    assert whole_map(other).equals(whole_map(network))
    assert whole_map(incidence_of(network)).equals(whole_map(network))


def test_nothing_and_one_node() -> None:
    """Without nodes there are no parts and nothing else is defined; one node is one part."""
    assert whole_map(nx.Graph())["components"] == 0
    assert whole_map(nx.Graph()).drop("components").isna().all()
    assert distance_fragmentation(nx.Graph()).isna().all()
    one = whole_map(affiliation({"Board": []}))
    assert one[["components", "largest_share", "members_per_body"]].tolist() == [1, 1, 0]
    assert one[["density", "fragmentation", "bodies_per_member"]].isna().all()


def test_two_parts_of_one_size() -> None:
    """Two pairs apart: two parts, half in the largest, and two of three others out of reach."""
    found = whole_map(affiliation({"Board": ["County"], "Forum": ["Police"]}))
    assert found.tolist() == pytest.approx([0.5, 2, 0.5, 2 / 3, 1, 1])


def test_apart_is_farther() -> None:
    """Two maps side by side are farther apart than either, and fragmented."""
    both = united(two_tier(), two_tier())
    assert distance_fragmentation(both).iloc[0] > distance_fragmentation(two_tier()).iloc[0]
    assert whole_map(both)["fragmentation"] == pytest.approx(1 - 15 / 31)


def test_another_network_is_refused() -> None:
    """A network that is not an affiliation network is refused."""
    with pytest.raises(NetworkUnfit):
        whole_map(nx.DiGraph())
