"""Tests of the kernels of distance: pendant trees, leaves, unions of words, sums of distances."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmap.measures.arrays import incidence_of
from orgmap.measures.kernels.paths import search, unions
from orgmap.measures.kernels.paths.core import rank_within, sides
from orgmap.measures.kernels.paths.distances import Distances, distances
from orgmap.measures.kernels.paths.leaves import leaves
from orgmap.measures.kernels.paths.trees import pendant_trees
from tests.measures.comparing import chain, ring, stacked_ids
from tests.networks import affiliation, affiliations, davis, united


def plain_distances(network: nx.Graph) -> Distances:
    """The sums of distances and of their reciprocals, from NetworkX's shortest paths."""
    side = network.nodes(data="bipartite")
    sums = []
    for node in stacked_ids(network):
        lengths = {other: far for other, far in nx.shortest_path_length(network, node).items() if far}
        own = [far for other, far in lengths.items() if side[other] == side[node]]
        rest = [far for other, far in lengths.items() if side[other] != side[node]]
        sums.append((sum(own), sum(rest), sum(1 / far for far in own), sum(1 / far for far in rest)))
    return Distances(*np.array(sums, dtype=np.float64).reshape(-1, 4).T)


def agree(found: Distances, expected: Distances) -> bool:
    """Whether distances are the same and reciprocals are, to 1e-9."""
    return (
        found.far_own.tolist() == expected.far_own.tolist()
        and found.far_other.tolist() == expected.far_other.tolist()
        and np.allclose(found.near_own, expected.near_own, rtol=0, atol=1e-9)
        and np.allclose(found.near_other, expected.near_other, rtol=0, atol=1e-9)
    )


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


@settings(deadline=None, max_examples=200)
@given(affiliations())
def test_leaves_have_one_tie_and_hang_from_the_trunk(network: nx.Graph) -> None:
    """A node with one tie is a leaf of its neighbour, but for the body where two have only one another."""
    found, ids = leaves(incidence_of(network)), stacked_ids(network)
    parents = {node: ids[above] for node, above in zip(ids, found.parent, strict=True) if above >= 0}
    for node in network:
        around = list(network[node])
        pair = len(around) == 1 and network.degree(around[0]) == 1 and network.nodes[node]["bipartite"] == 1
        assert parents.get(node) == (around[0] if len(around) == 1 and not pair else None)
    assert [list(parents.values()).count(node) for node in ids] == found.count.tolist()


@settings(deadline=None, max_examples=200)
@given(affiliations())
def test_distances_are_those_of_networkx(network: nx.Graph) -> None:
    """Sums to both modes are NetworkX's, exactly, and those of reciprocals to 1e-9."""
    assert agree(distances(incidence_of(network)), plain_distances(network))


@settings(deadline=None, max_examples=50)
@given(affiliations(bodies=(1, 12), members=(1, 12)), affiliations(), affiliations())
def test_distances_keep_to_the_component(one: nx.Graph, two: nx.Graph, three: nx.Graph) -> None:
    """Networks side by side, whose sources share bits, give the distances of each."""
    network = united(one, united(two, three))
    assert agree(distances(incidence_of(network)), plain_distances(network))


def test_distances_of_a_chain_are_those_of_a_path() -> None:
    """In a path the node in place k is as far from the rest as the numbers up to k and up to n - 1 - k."""
    network = chain(300)
    places = {node: place for place, node in enumerate(nx.shortest_path(network, "org:m0", "org:m300"))}
    found = distances(incidence_of(network))
    expected = [
        (places[node] * (places[node] + 1) + (600 - places[node]) * (601 - places[node])) // 2
        for node in stacked_ids(network)
    ]
    assert (found.far_own + found.far_other).tolist() == expected


def test_ring_is_even() -> None:
    """Around a circle of 2 x 40 nodes each is 1,600 steps from the rest, half of them to either mode."""
    found = distances(incidence_of(ring(40)))
    assert set(found.far_own.tolist()) == {800}
    assert set(found.far_other.tolist()) == {800}


@pytest.mark.parametrize(("widest", "chunk", "few"), [(1, 1, 1), (1, 64, 10**9), (2, 7, 20), (64, 2**15, 1)])
def test_size_of_the_blocks_means_nothing(
    monkeypatch: pytest.MonkeyPatch, widest: int, chunk: int, few: int
) -> None:
    """Blocks of one word or of many, on several threads or on one, give the same distances."""
    network = united(united(davis(), ring(40)), affiliation({"Board": ["County", "Police"]}))
    monkeypatch.setattr(search, "_WIDEST", widest)
    monkeypatch.setattr(unions, "_CHUNK_WORDS", chunk)
    monkeypatch.setattr(unions, "_FEW_WORDS", few)
    assert agree(distances(incidence_of(network)), plain_distances(network))


def test_more_than_a_word_of_sources() -> None:
    """More than 64 sources alike, sources with many leaves and bodies that hang get their distances right."""
    lists = {f"b{number}": [f"m{number}", f"m{(number + 1) % 150}"] for number in range(150)}
    lists["b0"] = [*lists["b0"], *(f"leaf{number}" for number in range(300))]
    network = affiliation(lists | {f"hanging{number}": ["m75"] for number in range(5)})
    assert agree(distances(incidence_of(network)), plain_distances(network))


def test_distances_are_worked_out_once() -> None:
    """All measures of distance of one network share one search."""
    taken = incidence_of(davis())
    assert distances(taken) is distances(taken)


@settings(deadline=None, max_examples=100)
@given(st.lists(st.lists(st.integers(0, 5), min_size=1, max_size=9), max_size=12), st.integers(1, 3))
def test_unions_are_those_of_sets(rows: list[list[int]], width: int) -> None:
    """The words of a row are the bitwise OR of those of its neighbours, and every row is said to be done."""
    rows = sorted(rows, key=len, reverse=True)
    words = np.random.default_rng(1).integers(0, 2**64, (6, width), dtype=np.uint64)
    indptr = np.cumsum([0, *map(len, rows)])
    indices = np.array([number for row in rows for number in row], dtype=np.int64)
    found = np.zeros((len(rows), width), dtype=np.uint64)
    done = list(unions.lists(indptr, indices).unite(words, found))
    assert found.tolist() == [np.bitwise_or.reduce(words[row]).tolist() for row in rows]
    assert [number for part in done for number in range(part.start, part.stop)] == list(range(len(rows)))


def test_rank_within_counts_from_0_in_each_group() -> None:
    """The first of a group has rank 0, the second 1, wherever they stand."""
    assert rank_within(np.array([2, 0, 2, 2, 0, 5])).tolist() == [0, 0, 1, 2, 1, 0]
    assert rank_within(np.array([], dtype=np.int64)).tolist() == []
