"""Tests of who joins two that nobody else joins, and of the styles of brokers."""

from __future__ import annotations

from itertools import combinations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from networkx.algorithms import bipartite

from orgmap.measures import brokerage_style, exclusive_brokerage, only_tables, pairs
from orgmap.measures.kernels.pairs import two_paths
from tests.networks import affiliation, affiliations, davis, reordered, swapped, two_tier

NETWORKS = pytest.mark.parametrize("network", ["two-mode", "projection"])


def looked_at(graph: nx.Graph, network: str) -> nx.Graph:
    """Return the two-mode network, or both projections side by side as NetworkX makes them."""
    if network == "two-mode":
        return graph
    sides = [[node for node, mode in graph.nodes(data="bipartite") if mode == side] for side in (0, 1)]
    return nx.union(*(bipartite.projected_graph(graph, side) for side in sides))


def by_hand(graph: nx.Graph) -> dict[str, list[int]]:
    """Return for each node its pairs of neighbours that are not joined, and those that only it joins."""
    found = {}
    for node in graph:
        apart = [pair for pair in combinations(graph[node], 2) if not graph.has_edge(*pair)]
        alone = [pair for pair in apart if len(set(nx.common_neighbors(graph, *pair))) == 1]
        found[node] = [len(apart), len(alone)]
    return found


@NETWORKS
@settings(deadline=None, max_examples=200)
@given(graph=affiliations(bodies=(0, 8), members=(0, 12)))
def test_every_network(network: str, graph: nx.Graph) -> None:
    """On any network the counts are those of looking at every two neighbours of every node."""
    told = exclusive_brokerage(graph, network=network)
    before = "projected_" if network == "projection" else ""
    assert list(told.columns) == [f"{before}activity", f"{before}exclusivity"]
    assert list(told.index) == list(graph)
    assert dict(zip(told.index, told.to_numpy().tolist(), strict=True)) == by_hand(looked_at(graph, network))


def test_the_only_link_of_the_two_tier_area() -> None:
    """Of the ten pairs of bodies only one has a single member in common: the county council."""
    told = exclusive_brokerage(two_tier())
    members = told.loc[[node for node in told.index if node.startswith("org:")], "exclusivity"]
    assert members[members > 0].to_dict() == {"org:county": 1}
    assert told.loc["org:county", "activity"] == 10


def test_southern_women() -> None:
    """Pairs that one event alone joins are pairs of women that met once, and the other way about."""
    told, women, events = exclusive_brokerage(davis()), pairs(davis(), "member"), pairs(davis())
    body = told.index.str.startswith("body:")
    assert told.loc[body, "exclusivity"].sum() == (women["shared"] == 1).sum()
    assert told.loc[~body, "exclusivity"].sum() == (events["shared"] == 1).sum()
    assert told.loc["body:e8", "activity"] == 14 * 13 / 2


@NETWORKS
@settings(deadline=None, max_examples=100)
@given(graph=affiliations(), data=st.data())
def test_order_and_modes_change_nothing(network: str, graph: nx.Graph, data: st.DataObject) -> None:
    """Another order of the nodes, and the exchange of the modes, leave every count and style as it is."""
    order = data.draw(st.permutations(sorted(graph)))
    for measure in (exclusive_brokerage, brokerage_style):
        before = measure(graph, network=network)
        assert before.equals(measure(swapped(graph), network=network))
        assert before.equals(measure(reordered(graph, order), network=network).loc[list(graph)])


@settings(deadline=None, max_examples=100)
@given(graph=affiliations())
def test_only_tables_are_the_exclusivity_of_bodies(graph: nx.Graph) -> None:
    """Pairs of members that meet on one body only are what this body joins exclusively."""
    told, tables = exclusive_brokerage(graph), only_tables(graph)
    assert told.loc[tables.index].to_numpy().tolist() == tables[["pairs", "only"]].to_numpy().tolist()


@pytest.mark.parametrize("steps", [1, 60])
def test_size_of_the_blocks_means_nothing(monkeypatch: pytest.MonkeyPatch, steps: int) -> None:
    """Row by row or all at once, the counts are the same."""
    before = [exclusive_brokerage(davis(), network=network) for network in ("two-mode", "projection")]
    monkeypatch.setattr(two_paths, "_BLOCK_STEPS", steps)
    after = [exclusive_brokerage(davis(), network=network) for network in ("two-mode", "projection")]
    assert all(one.equals(other) for one, other in zip(before, after, strict=True))


def test_styles() -> None:
    """More pairs than the mean or not, more of one's own than the mean or not: four styles."""
    graph = affiliation(
        {
            "B1": ["Often", "Both", "Other"], "B2": ["Often", "Other"], "B3": ["Often", "Other"],
            "B4": ["Often", "Other", "Alone"], "B5": ["Both"], "B6": ["Both"], "B7": ["Both"],
            "B8": ["Alone"], "B9": ["Alone", "Idle"],
        }
    )  # fmt: skip
    told = brokerage_style(graph)
    counts = exclusive_brokerage(graph)
    assert counts.loc[["org:often", "org:both", "org:alone", "org:idle"]].to_numpy().tolist() == [
        [6, 0], [6, 6], [3, 3], [0, 0],
    ]  # fmt: skip
    assert told[["org:often", "org:both", "org:alone", "org:idle"]].tolist() == [
        "connector", "powerhouse", "linchpin", "sideliner",
    ]  # fmt: skip
    assert told.name == "style"


def test_the_mean_itself_is_not_more() -> None:
    """Where all are alike everybody is a sideliner, however many there are."""
    graph = affiliation({f"b{number}": [f"m{number}", f"m{(number + 1) % 7}"] for number in range(7)})
    assert set(brokerage_style(graph)) == {"sideliner"}
    assert (exclusive_brokerage(graph) == 1).all(axis=None)


@NETWORKS
def test_nobody(network: str) -> None:
    """A network of nobody has no rows; one node has no pairs."""
    assert exclusive_brokerage(nx.Graph(), network=network).shape == (0, 2)
    assert brokerage_style(nx.Graph(), network=network).empty
    one = affiliation({"Board": []})
    assert exclusive_brokerage(one, network=network).to_numpy().tolist() == [[0, 0]]


@pytest.mark.parametrize("size", [2, 3, 30])
def test_complete_and_star(size: int) -> None:
    """Where all sit everywhere each pair has many links; members of one body alone all hang on it."""
    names = [f"m{number}" for number in range(size)]
    full = exclusive_brokerage(affiliation({"A": names, "B": names}))
    assert (full["exclusivity"] == [0, 0] + [int(size == 1)] * size).all()
    star = exclusive_brokerage(affiliation({"A": names}))
    assert star.loc["body:a"].tolist() == [size * (size - 1) / 2] * 2
    assert np.allclose(exclusive_brokerage(affiliation({"A": names}), network="projection"), 0)
