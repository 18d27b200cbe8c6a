"""Tests of structural holes, in the projection and in two modes."""

from __future__ import annotations

from itertools import permutations

import igraph
import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from networkx.algorithms import bipartite

from orgmap.measures import structural_holes
from orgmap.measures.kernels.pairs import neighbours, products
from tests.measures.comparing import near, sides
from tests.measures.crowded import crowded
from tests.networks import affiliation, affiliations, davis


def projections(network: nx.Graph) -> list[nx.Graph]:
    """The unweighted projections of members and of bodies."""
    return [bipartite.projected_graph(network, side) for side in sides(network) if side]


def plain_two_mode_constraint(network: nx.Graph, node: str) -> float:
    """Hollway and others' constraint, one tie, one other and one third node at a time."""
    near_by = list(network.adj[node])
    if not near_by:
        return np.nan
    total = 0.0
    for one in near_by:
        through = sum(
            1 / len(near_by) / network.degree(other) / network.degree(third)
            for other in near_by
            if other != one
            for third in set(network.adj[one]) & set(network.adj[other]) - {node}
        )
        total += (1 / len(near_by) + through) ** 2
    return total


def plain_two_mode_size(network: nx.Graph, node: str) -> float:
    """Burchard and Cornwell's effective size: contacts, and those of them who meet at an end of the node."""
    ends = [set(network.adj[end]) - {node} for end in network.adj[node]]
    contacts = set().union(*ends)
    if not contacts:
        return np.nan
    redundant = sum(
        any({one, other} <= end for end in ends) / len(contacts) for one, other in permutations(contacts, 2)
    )
    return len(contacts) - redundant


def agree_with_networkx(network: nx.Graph) -> bool:
    """Whether the three columns of the projection are NetworkX's."""
    constraint, size, efficiency = {}, {}, {}
    for projected in projections(network):
        constraint |= nx.constraint(projected)
        size |= nx.effective_size(projected)
        efficiency |= {node: size[node] / max(projected.degree(node), 1) for node in projected}
    found = structural_holes(network)
    assert list(found) == ["constraint", "effective_size", "efficiency"]
    return (
        near(found["constraint"], constraint)
        and near(found["effective_size"], size)
        and near(found["efficiency"], efficiency)
    )


@settings(deadline=None, max_examples=200)
@given(affiliations())
def test_projected_values_are_those_of_networkx(network: nx.Graph) -> None:
    """Constraint, effective size and efficiency are NetworkX's of the projection, NaN for isolates."""
    assert agree_with_networkx(network)


@pytest.mark.parametrize("cached", [4096, 2])
def test_order_of_the_rows_means_nothing(monkeypatch: pytest.MonkeyPatch, cached: int) -> None:
    """Larger networks agree with NetworkX, with neighbours put close together and without."""
    monkeypatch.setattr(neighbours, "_CACHED", cached)
    assert agree_with_networkx(crowded(7))


@settings(deadline=None, max_examples=100)
@given(affiliations())
def test_constraint_is_that_of_igraph(network: nx.Graph) -> None:
    """Constraint is igraph's of the projection."""
    expected = {}
    for projected in projections(network):
        other = igraph.Graph.from_networkx(projected)
        expected |= dict(zip(other.vs["_nx_name"], other.constraint(), strict=True))
    assert near(structural_holes(network)["constraint"], expected)


@settings(deadline=None, max_examples=200)
@given(affiliations())
def test_two_mode_values_are_their_plain_definitions(network: nx.Graph) -> None:
    """Both two-mode columns are what their authors define, one pair at a time."""
    found = structural_holes(network, network="two-mode")
    assert list(found) == ["two_mode_constraint", "two_mode_effective_size"]
    constraint = {node: plain_two_mode_constraint(network, node) for node in network}
    assert near(found["two_mode_constraint"], constraint)
    size = {node: plain_two_mode_size(network, node) for node in network}
    assert near(found["two_mode_effective_size"], size)


@pytest.mark.parametrize("seed", range(2))
def test_two_mode_values_of_crowded_networks(seed: int) -> None:
    """Where three and more share several, pairs are still counted once."""
    network = crowded(seed)
    found = structural_holes(network, network="two-mode")
    constraint = {node: plain_two_mode_constraint(network, node) for node in network}
    assert near(found["two_mode_constraint"], constraint)
    size = {node: plain_two_mode_size(network, node) for node in network}
    assert near(found["two_mode_effective_size"], size)


def test_greatest_constraint_is_that_of_three_who_all_meet() -> None:
    """Three members of one body constrain one another most: 9/8; two alone have 1."""
    assert structural_holes(affiliation({"A": ["p", "q", "r"]}))["constraint"].max() == 1.125
    assert structural_holes(affiliation({"A": ["p", "q"]}))["constraint"].max() == 1


def test_who_stands_between_two_bodies_is_least_constrained() -> None:
    """The one member of two bodies has the least constraint and the greatest effective size."""
    lists = {"A": ["broker", "p", "q", "r"], "B": ["broker", "s", "t", "u"]}
    for network in ("projection", "two-mode"):
        found = structural_holes(affiliation(lists), network=network)
        members = found[found.index.str.startswith("org:")]
        assert members.iloc[:, 0].idxmin() == "org:broker"
        assert members.iloc[:, 1].idxmax() == "org:broker"


def test_a_lone_member_has_no_contacts() -> None:
    """Who sits alone has only the two-mode constraint of its tie; without ties, not that either."""
    network = affiliation({"A": ["p"], "B": ["q", "r"], "C": []})
    assert structural_holes(network).loc[["org:p", "body:a", "body:c"]].isna().all(axis=None)
    found = structural_holes(network, network="two-mode")
    assert found.loc["org:p"].fillna(-1).tolist() == [1, -1]
    assert found.loc["body:c"].isna().all()


@pytest.mark.parametrize("steps", [1, 40])
def test_size_of_the_blocks_means_nothing(monkeypatch: pytest.MonkeyPatch, steps: int) -> None:
    """Rows one at a time, on any number of threads, give the same values."""
    whole = [structural_holes(davis()), structural_holes(davis(), network="two-mode")]
    monkeypatch.setattr(products, "_BLOCK_STEPS", steps)
    parts = [structural_holes(davis()), structural_holes(davis(), network="two-mode")]
    for one, other in zip(whole, parts, strict=True):
        pd.testing.assert_frame_equal(one, other, rtol=0, atol=1e-12)
