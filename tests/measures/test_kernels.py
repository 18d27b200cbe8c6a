"""Tests of the kernels: pendant trees, farness and flow on arrays."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings

from orgmap.measures.arrays import incidence_of
from orgmap.measures.kernels import farness as farness_module
from orgmap.measures.kernels import flow as flow_module
from orgmap.measures.kernels.core import rank_within, sides
from orgmap.measures.kernels.farness import farness
from orgmap.measures.kernels.flow import flow
from orgmap.measures.kernels.trees import pendant_trees
from tests.networks import affiliation, affiliations, davis, united


def stacked_ids(network: nx.Graph) -> list[str]:
    """Return the node ids in the stacked order: bodies, then members."""
    taken = incidence_of(network)
    return [taken.nodes[place] for place in np.concatenate([taken.bodies, taken.members])]


def ring(size: int) -> nx.Graph:
    """Return a network in which `size` bodies and as many members sit in a circle."""
    return affiliation({f"b{number}": [f"m{number}", f"m{(number + 1) % size}"] for number in range(size)})


def chain(size: int) -> nx.Graph:
    """Return a network in which each of `size` bodies shares one member with the next."""
    return affiliation({f"b{number}": [f"m{number}", f"m{number + 1}"] for number in range(size)})


@settings(deadline=None, max_examples=200)
@given(affiliations())
def test_core_is_the_2_core_of_networkx(network: nx.Graph) -> None:
    """What is left without pendant trees is NetworkX's 2-core, and every node of it has two ties in it."""
    taken = incidence_of(network)
    trees = pendant_trees(taken.matrix)
    core = {node for node, inside in zip(stacked_ids(network), trees.core, strict=True) if inside}
    assert core == set(nx.k_core(network, 2))
    assert all((np.diff(side.step.indptr) >= 2).all() for side in sides(taken, trees))


@settings(deadline=None, max_examples=200)
@given(affiliations())
def test_trees_hold_what_hangs_from_each_node(network: nx.Graph) -> None:
    """The size of a node is 1 plus the sizes of what hangs from it; those not taken add up to the network."""
    trees = pendant_trees(incidence_of(network).matrix)
    hanging = np.zeros_like(trees.size)
    taken = trees.parent >= 0
    np.add.at(hanging, trees.parent[taken], trees.size[taken])
    assert (trees.size == hanging + 1).all()
    assert trees.size[~taken].sum() == len(network)


def test_farness_of_a_chain_is_that_of_a_path() -> None:
    """A network that is one long tree has no core, and the distances of a path."""
    network = chain(30)
    ids = stacked_ids(network)
    expected = {node: sum(nx.shortest_path_length(network, node).values()) for node in ids}
    assert farness(incidence_of(network)).tolist() == [expected[node] for node in ids]


def test_flow_of_a_chain_is_exact() -> None:
    """In a path of n nodes, what lies in place k lies between k * (n - 1 - k) pairs, without rounding."""
    network = chain(30)
    places = {node: place for place, node in enumerate(nx.shortest_path(network, "org:m0", "org:m30"))}
    expected = [places[node] * (60 - places[node]) for node in stacked_ids(network)]
    assert flow(incidence_of(network)).tolist() == expected


def test_ring_is_even() -> None:
    """Around a circle of 2 x 40 nodes each is 1,600 steps from the rest and between equally many pairs."""
    taken = incidence_of(ring(40))
    assert set(farness(taken).tolist()) == {1600}
    assert flow(taken) == pytest.approx(np.full(80, 39**2 / 2), abs=1e-9)


@pytest.mark.parametrize("numbers", [1, 500, 10_000])
def test_size_of_the_blocks_means_nothing(monkeypatch: pytest.MonkeyPatch, numbers: int) -> None:
    """Blocks of one source or of many give the same distances, and the same flow to 1e-9."""
    taken = incidence_of(united(united(davis(), ring(40)), affiliation({"Board": ["County", "Police"]})))
    far, through = farness(taken), flow(taken)
    monkeypatch.setattr(flow_module, "_BLOCK_NUMBERS", numbers)
    monkeypatch.setattr(farness_module, "_BLOCK_BYTES", numbers)
    assert (farness(taken) == far).all()
    assert flow(taken) == pytest.approx(through, abs=1e-9)


def test_more_than_a_word_of_sources() -> None:
    """More than 64 sources of one weight, and sources of great weight, get their distances right."""
    lists = {f"b{number}": [f"m{number}", f"m{(number + 1) % 150}"] for number in range(150)}
    lists["b0"] = [*lists["b0"], *(f"leaf{number}" for number in range(300))]
    network = affiliation(lists)
    ids = stacked_ids(network)
    expected = {node: sum(nx.single_source_shortest_path_length(network, node).values()) for node in ids}
    assert farness(incidence_of(network)).tolist() == [expected[node] for node in ids]


def test_rank_within_counts_from_0_in_each_group() -> None:
    """The first of a group has rank 0, the second 1, wherever they stand."""
    assert rank_within(np.array([2, 0, 2, 2, 0, 5])).tolist() == [0, 0, 1, 2, 1, 0]
    assert rank_within(np.array([], dtype=np.int64)).tolist() == []
