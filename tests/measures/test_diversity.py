"""Tests of how mixed a group is."""

from __future__ import annotations

import math
from collections import Counter

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmap.measures import blau, diversity, whole_diversity
from tests.networks import affiliation, affiliations, member_id, reordered


def counts(**groups: dict[str, int]) -> pd.Series:
    """Return how many of each kind each group has."""
    cells = {(group, kind): number for group, kinds in groups.items() for kind, number in kinds.items()}
    index = pd.MultiIndex.from_tuples(list(cells), names=["group", "kind"])
    return pd.Series(list(cells.values()), index=index)


def test_by_hand() -> None:
    """Two kinds with two each: half of all draws differ; of two kinds that is the most, of four it is not."""
    table = blau(counts(even={"x": 2, "y": 2}), k=2)
    assert table.loc["even"].tolist() == [4, 2, 0.5, 1.0]
    assert blau(counts(even={"x": 2, "y": 2}), k=4).at["even", "blau_normalised"] == pytest.approx(0.5 / 0.75)


def test_all_of_one_kind_and_all_different() -> None:
    """A group of one kind has 0; one of which every member is of another kind has the most there can be."""
    table = blau(counts(one={"x": 5}, each={"w": 1, "x": 1, "y": 1, "z": 1}))
    assert table["blau"].to_dict() == {"each": 0.75, "one": 0.0}
    assert table["blau_normalised"].to_dict() == {"each": 1.0, "one": 0.0}
    assert table["k"].to_dict() == {"each": 4, "one": 5}


def test_too_few_to_tell() -> None:
    """Fewer than two members are neither mixed nor alike: NaN; so is the normalised figure of one kind."""
    table = blau(counts(single={"x": 1}, none={"x": 0}))
    assert table[["blau", "blau_normalised"]].isna().all(axis=None)
    assert np.isnan(blau(counts(one={"x": 5}), k=1).at["one", "blau_normalised"])


def test_nothing() -> None:
    """No groups give an empty table with all its columns."""
    table = blau(counts(one={"x": 1}).iloc[:0])
    assert table.empty
    assert list(table.columns) == ["known", "k", "blau", "blau_normalised"]


@given(st.lists(st.integers(1, 50), min_size=1, max_size=12))
def test_the_chance_that_two_differ(numbers: list[int]) -> None:
    """The index is the share of ordered pairs, with return, that differ; normalised it stays from 0 to 1."""
    table = blau(counts(group={f"kind {place}": number for place, number in enumerate(numbers)}), k=12)
    total = sum(numbers)
    differ = sum(one * (total - one) for one in numbers)
    if total < 2:
        assert table["blau"].isna().all()
    else:
        assert table.at["group", "blau"] == pytest.approx(differ / total**2)
        assert 0 <= table.at["group", "blau_normalised"] <= 1 + 1e-12


@given(st.permutations([("a", "x", 3), ("a", "y", 1), ("b", "x", 2), ("b", "z", 2)]))
def test_row_order_means_nothing(rows: list[tuple[str, str, int]]) -> None:
    """Another order of the rows gives the same table."""
    index = pd.MultiIndex.from_tuples([(group, kind) for group, kind, _ in rows])
    table = blau(pd.Series([number for _, _, number in rows], index=index))
    assert table.index.tolist() == ["a", "b"]
    assert table["blau"].tolist() == [0.375, 0.5]


def sectors(lists: dict[str, list[str]], known: dict[str, str | None]) -> nx.Graph:
    """Return a network in which the members are of these sectors."""
    network = affiliation(lists)
    for member, sector in known.items():
        network.nodes[member_id(member)]["sector"] = sector
    return network


@settings(deadline=None, max_examples=100)
@given(network=affiliations(), data=st.data())
def test_diversity_of_bodies_is_its_plain_definition(network: nx.Graph, data: st.DataObject) -> None:
    """Blau's and Teachman's indices are those of the known sectors of the members, NaN for fewer than two."""
    kinds = st.sampled_from(["health", "fire", "faith", None])
    for node, attributes in network.nodes(data=True):
        attributes["sector"] = None if attributes["bipartite"] else data.draw(kinds, label=node)
    table = diversity(network)
    everywhere = {attributes["sector"] for _, attributes in network.nodes(data=True)} - {None}
    assert table.index.tolist() == list(network)
    for node, row in table.iterrows():
        if not network.nodes[node]["bipartite"]:
            assert row.isna().all()
            continue
        known = [network.nodes[member]["sector"] for member in network[node]]
        assert row.tolist() == pytest.approx(plain_diversity(known, len(everywhere)), nan_ok=True)


def plain_diversity(sectors_of: list[str | None], k: int) -> list[float]:
    """Blau, Blau over its most, Teachman, and how many are known, by the formulas."""
    known = Counter(sector for sector in sectors_of if sector is not None)
    total = sum(known.values())
    if total < 2:
        return [np.nan, np.nan, np.nan, total]
    shares = [count / total for count in known.values()]
    plain = 1 - sum(share**2 for share in shares)
    spread = -sum(share * math.log(share) for share in shares)
    return [plain, plain / (1 - 1 / k) if k > 1 else np.nan, spread, total]


def test_diversity_of_the_whole_map() -> None:
    """Bodies of one sector each have no mix on average, while all members together have an even one."""
    known = {"a": "health", "b": "health", "c": "fire", "d": "fire", "e": None}
    network = sectors({"A": ["a", "b", "e"], "B": ["c", "d"], "C": ["e"]}, known)
    found = whole_diversity(network)
    names = ["mean_blau_sector", "mean_teachman_sector", "all_blau_sector", "all_teachman_sector"]
    assert list(found.index) == names
    assert found.tolist() == pytest.approx([0, 0, 0.5, math.log(2)])
    assert "2 kinds of sector" in diversity(network).attrs["notes"][0]


def test_diversity_in_another_attribute() -> None:
    """Any attribute will do, and columns are named after it; nothing known leaves nothing defined."""
    network = affiliation({"A": ["a", "b"]})
    assert whole_diversity(network, "tier").isna().all()
    network.nodes["org:a"]["tier"], network.nodes["org:b"]["tier"] = "county", "district"
    names = ["blau_tier", "blau_tier_normalised", "teachman_tier", "known_tier"]
    assert list(diversity(network, "tier").columns) == names
    assert diversity(network, "tier").loc["body:a"].tolist() == pytest.approx([0.5, 1, math.log(2), 2])
    assert diversity(nx.Graph()).empty


@settings(deadline=None, max_examples=30)
@given(network=affiliations(), data=st.data())
def test_order_of_rows_means_nothing(network: nx.Graph, data: st.DataObject) -> None:
    """Rows in another order keep the values of every body and of the whole."""
    for number, (_, attributes) in enumerate(network.nodes(data=True)):
        attributes["sector"] = f"sector {number % 3}"
    other = reordered(network, data.draw(st.permutations(list(network))))
    assert diversity(other).reindex(list(network)).equals(diversity(network))
    assert whole_diversity(other).tolist() == pytest.approx(whole_diversity(network).tolist(), nan_ok=True)
