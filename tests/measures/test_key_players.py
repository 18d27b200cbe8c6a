"""Tests of the few who matter most together."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import combinations
from typing import Any

import networkx as nx
import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from orgmap.errors import CallInvalid, NetworkUnfit
from orgmap.measures import incidence_of, key_player_values, key_players
from orgmap.measures.kernels.groups import choosing
from orgmap.measures.kernels.groups.nearness import (
    both_ways,
    nearness_of,
    nearness_sums,
    nearness_without_each,
)
from orgmap.measures.kernels.groups.splitting import neighbour_lists, pairs_without
from tests.networks import affiliation, affiliations, davis, reordered, two_tier, united

MODULE = sys.modules["orgmap.measures.key_players"]
AMONG = {"members": (0,), "bodies": (1,), "both": (0, 1)}
goals = pytest.mark.parametrize(
    "goal",
    [
        {"by": "fragmentation"},
        {"by": "distance"},
        {"goal": "reach"},
        {"goal": "reach", "steps": 1},
        {"goal": "reach", "steps": 2},
    ],
    ids=str,
)


def those(network: nx.Graph, among: str) -> list[str]:
    """Return the ids of those who may be chosen."""
    return [node for node, side in network.nodes(data="bipartite") if side in AMONG[among]]


def worth(network: nx.Graph, chosen: tuple[str, ...], goal: dict[str, Any]) -> float:
    """What a set is worth by the definitions, from NetworkX."""
    if goal.get("goal") == "reach":
        return plain_reach(network, chosen, goal.get("steps"))
    rest = network.copy()
    rest.remove_nodes_from(chosen)
    pairs = len(rest) * (len(rest) - 1)
    if not pairs:
        return np.nan
    if goal["by"] == "distance":
        return 1 - sum(nx.harmonic_centrality(rest).values()) / pairs
    return 1 - sum(len(part) * (len(part) - 1) for part in nx.connected_components(rest)) / pairs


def plain_reach(network: nx.Graph, chosen: tuple[str, ...], steps: int | None) -> float:
    """The mean of 1 / distance to the nearest chosen one, or the share of nodes within so many steps."""
    distance = nx.multi_source_dijkstra_path_length(network, set(chosen))
    if steps is not None:
        return sum(far <= steps for far in distance.values()) / len(network)
    return sum(1 / max(far, 1) for far in distance.values()) / len(network)


def all_sets(network: nx.Graph, k: int, among: str) -> Iterator[tuple[str, ...]]:
    """Return all sets of so many."""
    return combinations(sorted(those(network, among)), k)


@goals
@settings(deadline=None, max_examples=60)
@given(network=affiliations(), k=st.integers(1, 3), among=st.sampled_from(sorted(AMONG)))
def test_no_set_is_better(goal: dict[str, Any], network: nx.Graph, k: int, among: str) -> None:
    """The set found is worth what is said, by the definition, and no set of its size is worth more."""
    assume(len(those(network, among)) >= k)
    found = key_players(network, k, among=among, **goal)
    assert set(found["method"]) == {"exact"}
    assert list(found["node"]) == sorted(set(found["node"]) & set(those(network, among)))
    assert len(found) == k
    value = worth(network, tuple(found["node"]), goal)
    assert found["value"].tolist() == pytest.approx([value] * k, abs=1e-6, nan_ok=True)
    alone = [worth(network, (node,), goal) for node in found["node"]]
    assert found["alone"].tolist() == pytest.approx(alone, abs=1e-6, nan_ok=True)
    values = [worth(network, chosen, goal) for chosen in all_sets(network, k, among)]
    assert np.isnan(value) or value >= max(values) - 1e-6


@goals
@settings(deadline=None, max_examples=40)
@given(network=affiliations(members=(4, 9)), k=st.integers(2, 4))
def test_greedy_with_swaps_is_no_better_and_no_exchange_betters_it(
    goal: dict[str, Any], network: nx.Graph, k: int
) -> None:
    """Beyond what can be compared the set found is worth what is said, and exchanging one gains nothing."""
    before = choosing._MOST
    choosing._MOST = -1
    try:
        found = key_players(network, k, **goal)
    finally:
        choosing._MOST = before
    assert set(found["method"]) == {"greedy with swaps"}
    assert "a better set may exist" in found.attrs["notes"][0]
    chosen = tuple(found["node"])
    value = found["value"].iloc[0]
    assert value == pytest.approx(worth(network, chosen, goal), abs=1e-6, nan_ok=True)
    for gone, other in ((a, b) for a in chosen for b in those(network, "members") if b not in chosen):
        exchanged = tuple(sorted({*chosen, other} - {gone}))
        assert np.isnan(value) or worth(network, exchanged, goal) <= value + 1e-6


@goals
def test_order_of_rows_means_nothing(goal: dict[str, Any]) -> None:
    """Nodes in another order give the same table, also where several sets are equally good."""
    network = united(davis(), two_tier())
    other = reordered(network, reversed(list(network)))
    assert key_players(network, 2, **goal).equals(key_players(other, 2, **goal))
    assert key_players(incidence_of(network), 2, **goal).equals(key_players(network, 2, **goal))


def test_the_middle_of_a_star_breaks_it() -> None:
    """Without the one member of all bodies nothing is joined; with it all bodies are reached at once."""
    network = affiliation({f"B{number}": ["County"] for number in range(5)})
    broken = key_players(network, 1)
    assert broken.loc[0, ["node", "value"]].tolist() == ["org:county", 1.0]
    assert key_players(network, 1, goal="reach")["value"].tolist() == [1.0]


def test_one_of_two_who_both_link_is_not_missed() -> None:
    """Two members who both sit on the same two bodies: one going breaks nothing off, both going does."""
    network = affiliation({"Board": ["County", "Police", "A", "B"], "Forum": ["County", "Police", "C", "D"]})
    alone, both = key_players(network, 1), key_players(network, 2)
    assert alone["value"].tolist() == [0.0]
    assert any("no less" in note for note in alone.attrs["notes"])
    assert set(both["node"]) == {"org:county", "org:police"}
    assert both["value"].tolist() == pytest.approx([1 - 12 / 30] * 2)
    assert len(both.attrs["notes"]) == 1


def test_a_large_map_has_a_short_list(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where not all can be looked at those with most others within two steps are, and the result says so."""
    monkeypatch.setattr(MODULE, "_DISTANCES", 0)
    network = affiliation({f"B{number}": [f"m{number}", f"m{number + 1}", "x"] for number in range(40)})
    found = key_players(network, 1, goal="reach")
    assert found.loc[0, ["node", "method"]].tolist() == ["org:x", "exact in a short list"]
    assert "20 with most others within two steps" in found.attrs["notes"][0]
    assert key_players(network, 1, goal="reach", among="bodies").attrs["notes"] == found.attrs["notes"]


def test_too_large_a_map_is_refused_by_distance(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where searches without each candidate are out of reach the call is refused, with what to ask."""
    monkeypatch.setattr(MODULE, "_SEARCHES", 0)
    with pytest.raises(NetworkUnfit, match="by fragmentation"):
        key_players(two_tier(), 1, by="distance")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"k": 0}, "one or more"),
        ({"k": 12}, "11 to choose from"),
        ({"k": 6, "among": "bodies"}, "5 to choose from"),
        ({"goal": "burn"}, "break, reach"),
        ({"among": "boards"}, "members, bodies, both"),
        ({"by": "luck"}, "fragmentation, distance"),
    ],
)
def test_a_call_that_cannot_be_answered_is_refused(arguments: dict[str, Any], message: str) -> None:
    """Too many, none, and words that mean nothing here are refused with what there is."""
    with pytest.raises(CallInvalid, match=message):
        key_players(two_tier(), **arguments)


@settings(deadline=None)
@given(affiliations())
def test_values_of_one_key_player(network: nx.Graph) -> None:
    """The measures of the whole map are the best of all members, NaN without members."""
    found = key_player_values(network)
    best = []
    for goal in ({"by": "fragmentation"}, {"goal": "reach"}):
        values = [worth(network, (node,), goal) for node in those(network, "members")]
        best.append(max(values, default=np.nan))
    assert found.tolist() == pytest.approx(best, abs=1e-6, nan_ok=True)


@settings(deadline=None, max_examples=150)
@given(network=affiliations(), data=st.data())
def test_one_search_in_depth_answers_for_every_node(network: nx.Graph, data: st.DataObject) -> None:
    """Pairs left without a node and those gone are what NetworkX counts after taking them out."""
    taken = incidence_of(network)
    ids = [taken.nodes[place] for place in taken.places]
    gone = data.draw(st.sets(st.sampled_from(range(len(ids))))) if ids else set()
    left = pairs_without(neighbour_lists(taken), gone)
    for number, node in enumerate(ids):
        rest = network.copy()
        rest.remove_nodes_from([node, *(ids[other] for other in gone)])
        assert left[number] == sum(len(part) * (len(part) - 1) for part in nx.connected_components(rest))


@settings(deadline=None, max_examples=100)
@given(network=affiliations(), data=st.data())
def test_nearness_without_some_is_that_of_networkx(network: nx.Graph, data: st.DataObject) -> None:
    """Sums of 1 / distance without those gone, and without each one more, are NetworkX's."""
    taken = incidence_of(network)
    ids = [taken.nodes[place] for place in taken.places]
    gone = sorted(data.draw(st.sets(st.sampled_from(range(len(ids)))))) if ids else []
    rest = network.copy()
    rest.remove_nodes_from([ids[number] for number in gone])
    near = nx.harmonic_centrality(rest)
    ties = both_ways(taken)
    assert nearness_sums(ties, gone).tolist() == pytest.approx([near.get(node, 0) for node in ids], abs=1e-9)
    totals = nearness_without_each(ties, gone, np.arange(len(ids)))
    for node, total in zip(ids, totals.tolist(), strict=True):
        fewer = rest.copy()
        fewer.remove_nodes_from([node])
        assert total == pytest.approx(sum(nx.harmonic_centrality(fewer).values()), abs=1e-9)


def test_more_sources_than_a_word_holds() -> None:
    """Nearness from hundreds of sources along a ring is 1 / distance, each source next to itself."""
    ring = affiliation({f"b{number}": [f"m{number}", f"m{(number + 1) % 100}"] for number in range(100)})
    near = nearness_of(incidence_of(ring), np.arange(200), None)
    distance = dict(nx.all_pairs_shortest_path_length(ring))
    taken = incidence_of(ring)
    ids = [taken.nodes[place] for place in taken.places]
    expected = [[1 / max(distance[source][node], 1) for source in ids] for node in ids]
    assert near == pytest.approx(np.array(expected), abs=1e-6)
