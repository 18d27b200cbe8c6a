"""Tests of the clustering of two modes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from networkx.algorithms import bipartite

from orgmap.measures import clustering, opsahl, projected_clustering, whole_clustering
from orgmap.measures.kernels.pairs import products
from tests.measures.comparing import near, ring, sides
from tests.measures.crowded import crowded
from tests.networks import affiliation, affiliations, davis, swapped


def share(parts: list[bool]) -> float:
    """The share of true ones; NaN of none."""
    return sum(parts) / len(parts) if parts else np.nan


def four_paths(network: nx.Graph, middle: str) -> Iterator[bool]:
    """For each 4-path around a node, from either side, whether a third node joins its ends."""
    for first, second in permutations(network.adj[middle], 2):
        for one in set(network.adj[first]) - {middle}:
            for other in set(network.adj[second]) - {middle, one}:
                yield bool(set(network.adj[one]) & set(network.adj[other]) - {first, second})


@settings(deadline=None, max_examples=200)
@given(affiliations())
def test_latapy_clustering_is_that_of_networkx(network: nx.Graph) -> None:
    """The three means are NetworkX's, and NaN for a node that shares with no other, where NetworkX has 0."""
    found = clustering(network)
    assert list(found) == ["clustering_dot", "clustering_min", "clustering_max"]
    shares = {node: any(len(network.adj[one]) > 1 for one in network.adj[node]) for node in network}
    for mode in ("dot", "min", "max"):
        plain = bipartite.clustering(network, mode=mode) if network else {}
        expected = {node: plain[node] if shares[node] else np.nan for node in network}
        assert near(found[f"clustering_{mode}"], expected)


@settings(deadline=None, max_examples=300)
@given(affiliations())
def test_opsahl_is_its_plain_definition(network: nx.Graph) -> None:
    """Local values are closed over all 4-paths, one path at a time, for both modes."""
    found = opsahl(network)
    assert found.name == "clustering_opsahl"
    assert near(found, {node: share(list(four_paths(network, node))) for node in network})


@pytest.mark.parametrize("seed", range(3))
def test_opsahl_of_crowded_networks(seed: int) -> None:
    """Where many share two, three and more, every kind of open path is counted."""
    network = crowded(seed)
    assert near(opsahl(network), {node: share(list(four_paths(network, node))) for node in network})


@settings(deadline=None, max_examples=200)
@given(affiliations())
def test_projected_clustering_is_that_of_networkx(network: nx.Graph) -> None:
    """Values are NetworkX's of the projection; NaN for fewer than two neighbours, where NetworkX has 0."""
    expected = {}
    for side in sides(network):
        projected = bipartite.projected_graph(network, side)
        plain = nx.clustering(projected)
        expected |= {node: plain[node] if projected.degree(node) > 1 else np.nan for node in side}
    found = projected_clustering(network)
    assert found.name == "projected_clustering"
    assert near(found, expected)


@settings(deadline=None, max_examples=200)
@given(affiliations())
def test_robins_alexander_is_that_of_networkx(network: nx.Graph) -> None:
    """The value is NetworkX's; NaN without a chain of three ties, where NetworkX has 0."""
    chains = sum((network.degree(a) - 1) * (network.degree(b) - 1) for a, b in network.edges)
    expected = bipartite.robins_alexander_clustering(network) if chains else np.nan
    assert whole_clustering(network)["robins_alexander"] == pytest.approx(expected, abs=1e-12, nan_ok=True)


@settings(deadline=None, max_examples=100)
@given(affiliations())
def test_opsahl_of_the_whole_counts_all_paths(network: nx.Graph) -> None:
    """The global values are closed over all 4-paths with a body, or a member, in the middle."""
    found = whole_clustering(network)
    assert list(found.index) == ["opsahl_bodies", "opsahl_members", "robins_alexander"]
    for name, side in zip(["opsahl_members", "opsahl_bodies"], sides(network), strict=True):
        expected = share([closed for node in side for closed in four_paths(network, node)])
        assert found[name] == pytest.approx(expected, abs=1e-12, nan_ok=True)


@settings(deadline=None, max_examples=50)
@given(affiliations())
def test_swapping_the_modes_swaps_the_whole(network: nx.Graph) -> None:
    """Bodies taken for members swap the two values of Opsahl and leave that of Robins and Alexander."""
    here, there = whole_clustering(network), whole_clustering(swapped(network))
    turned = there[["opsahl_members", "opsahl_bodies", "robins_alexander"]].to_numpy()
    assert here.to_numpy() == pytest.approx(turned, abs=1e-12, nan_ok=True)


def test_a_ring_has_no_circle_of_four() -> None:
    """In a circle of five bodies nobody meets twice, and no third body closes a path."""
    assert whole_clustering(ring(5)).tolist() == [0, 0, 0]
    assert whole_clustering(ring(3)).tolist() == [1, 1, 0]
    assert whole_clustering(ring(2)).fillna(-1).tolist() == [-1, -1, 1]


def test_two_identical_bodies() -> None:
    """Bodies with the same members are wholly alike; no third body closes a path between their members."""
    network = affiliation({"A": ["p", "q", "r"], "B": ["p", "q", "r"]})
    assert clustering(network).to_numpy() == pytest.approx(np.ones((5, 3)))
    assert opsahl(network)[["org:p", "org:q", "org:r"]].tolist() == [0, 0, 0]
    assert opsahl(network)[["body:a", "body:b"]].isna().all()


@pytest.mark.parametrize("steps", [1, 40])
def test_size_of_the_blocks_means_nothing(monkeypatch: pytest.MonkeyPatch, steps: int) -> None:
    """Rows one at a time, on any number of threads, give the same values."""
    whole = pd.concat([opsahl(davis()), projected_clustering(davis())], axis=1)
    monkeypatch.setattr(products, "_BLOCK_STEPS", steps)
    parts = pd.concat([opsahl(davis()), projected_clustering(davis())], axis=1)
    pd.testing.assert_frame_equal(whole, parts, rtol=0, atol=1e-12)
