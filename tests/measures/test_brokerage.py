"""Tests of who stands between others, by Gould and Fernandez's types."""

from __future__ import annotations

from itertools import combinations

import networkx as nx
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgmap.errors import NetworkUnfit
from orgmap.measures import BROKERAGE_TYPES, gould_fernandez

GROUPS = {"a": "red", "b": "red", "c": "red", "d": "blue", "e": "blue", "f": "green"}


def counts(edges: list[str], broker: str) -> dict[str, int]:
    """Return the counts of one broker in a network of ties such as "ab", without the noughts."""
    graph = nx.Graph((tie[0], tie[1]) for tie in edges)
    row = gould_fernandez(graph, GROUPS, [broker]).loc[broker]
    return {str(name): int(number) for name, number in row.dropna().items() if number}


@pytest.mark.parametrize(
    ("edges", "broker", "told"),
    [
        (["ab", "ac"], "a", {"coordinator": 1}),
        (["ad", "ae"], "a", {"itinerant": 1}),
        (["ab", "ad"], "a", {"gatekeeper": 1}),
        (["ad", "af"], "a", {"liaison": 1}),
    ],
)
def test_each_type(edges: list[str], broker: str, told: dict[str, int]) -> None:
    """Two neighbours of one's own group, of one other, of one's own and another, or of two others."""
    assert counts(edges, broker) == told


def test_joined_neighbours_need_no_broker() -> None:
    """Between two that are joined themselves nobody stands."""
    assert counts(["ab", "ad", "bd"], "a") == {}


def test_a_star_of_all_groups() -> None:
    """Each pair of neighbours counts once: of five neighbours there are ten."""
    told = counts(["ab", "ac", "ad", "ae", "af"], "a")
    assert told == {"coordinator": 1, "itinerant": 1, "gatekeeper": 6, "liaison": 2}


def test_unknown_groups() -> None:
    """Pairs with somebody of no known group are counted apart; of such a broker no type is known."""
    assert counts(["ab", "ax", "ad"], "a") == {"gatekeeper": 1, "unknown": 2}
    row = gould_fernandez(nx.Graph([("x", "a"), ("x", "b")]), GROUPS | {"x": None}, ["x"]).loc["x"]
    assert row[list(BROKERAGE_TYPES)].isna().all()
    assert row["unknown"] == 1


def test_two_modes() -> None:
    """In a network of bodies and members every two bodies of a member are a pair, by their tiers."""
    graph = nx.Graph([("county council", body) for body in ("board", "north", "south")])
    graph.add_edge("police", "north")
    tiers = {"county council": "county", "board": "county", "north": "district", "south": "district"}
    told = gould_fernandez(graph, tiers, ["county council", "police"])
    assert told.loc["county council"].tolist() == [0, 1, 2, 0, 0]
    assert told.loc["police", "unknown"] == 0


def test_what_cannot_be_counted() -> None:
    """A directed graph, a multigraph and a stranger are refused in words."""
    for graph in (nx.DiGraph([("a", "b")]), nx.MultiGraph([("a", "b")])):
        with pytest.raises(NetworkUnfit, match="undirected graph of single ties"):
            gould_fernandez(graph, GROUPS)
    with pytest.raises(NetworkUnfit, match="'z' is not in the network"):
        gould_fernandez(nx.Graph([("a", "b")]), GROUPS, ["z"])


def test_nobody() -> None:
    """A network of nobody has a table of no rows, with its columns."""
    assert list(gould_fernandez(nx.Graph(), {}).columns) == [*BROKERAGE_TYPES, "unknown"]


def by_hand(graph: nx.Graph[str], group: dict[str, str | None]) -> pd.DataFrame:
    """Return the same counts by looking at every two neighbours of every node."""
    table = pd.DataFrame(0, index=list(graph), columns=[*BROKERAGE_TYPES, "unknown"])
    for broker in graph:
        for one, other in combinations(set(graph[broker]) - {broker}, 2):
            if not graph.has_edge(one, other):
                table.loc[broker, _type(group[broker], group[one], group[other])] += 1
    return table


def _type(own: str | None, one: str | None, other: str | None) -> str:
    if None in (own, one, other):
        return "unknown"
    if one == own and other == own:
        return "coordinator"
    if own in (one, other):
        return "gatekeeper"
    return "itinerant" if one == other else "liaison"


@given(
    st.integers(0, 9),
    st.floats(0, 1),
    st.integers(0, 10_000),
    st.lists(st.sampled_from(["r", "g", "b", None])),
)
def test_every_network(size: int, share: float, seed: int, groups: list[str | None]) -> None:
    """On any network the counts are those of looking at every two neighbours of every node asked about."""
    graph = nx.relabel_nodes(nx.gnp_random_graph(size, share, seed), str)
    group = {node: groups[int(node)] if int(node) < len(groups) else "r" for node in graph}
    told = gould_fernandez(graph, group)
    expected = by_hand(graph, group)
    assert told.fillna(0).to_numpy().tolist() == expected.to_numpy().tolist()
    assert told["coordinator"].isna().tolist() == [group[node] is None for node in graph]
    some = list(graph)[::2]
    assert gould_fernandez(graph, group, some).equals(told.loc[some])
