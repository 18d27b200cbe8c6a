"""Tests of Latapy's redundancy."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from networkx.algorithms import bipartite

from orgmap.measures import redundancy
from tests.measures.comparing import near
from tests.measures.crowded import drawn
from tests.networks import affiliation, affiliations, two_tier


@settings(deadline=None, max_examples=300)
@given(affiliations())
def test_redundancy_is_that_of_networkx(network: nx.Graph) -> None:
    """Redundancy is NetworkX's, and NaN for nodes of fewer than two ties, which NetworkX refuses."""
    able = [node for node in network if network.degree(node) > 1]
    expected = dict.fromkeys(network, np.nan)
    if able:
        expected |= bipartite.node_redundancy(network, able)
    assert near(redundancy(network), expected)


@pytest.mark.parametrize("seed", range(3))
def test_larger_networks_agree_with_networkx(seed: int) -> None:
    """Networks of some hundred nodes have NetworkX's values."""
    network = drawn(seed, 40, 150, 0.08)
    able = [node for node in network if network.degree(node) > 1]
    expected = dict.fromkeys(network, np.nan) | bipartite.node_redundancy(network, able)
    assert near(redundancy(network), expected)


def test_the_only_link_of_two_bodies_has_nil() -> None:
    """Who alone joins two bodies has 0; with a second who sits on both, each has 1."""
    assert redundancy(affiliation({"A": ["p", "q"], "B": ["p", "r"]}))["org:p"] == 0
    assert redundancy(affiliation({"A": ["p", "q"], "B": ["p", "q"]}))[["org:p", "org:q"]].tolist() == [1, 1]


def test_county_council_is_the_only_link_of_one_pair_in_ten() -> None:
    """In the two-tier area nine of the ten pairs of bodies that the council joins meet elsewhere."""
    assert redundancy(two_tier())["org:county"] == pytest.approx(0.9)
