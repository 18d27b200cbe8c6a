"""Tests of which bodies hang together and which have the same members."""

from __future__ import annotations

from itertools import combinations

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmap.measures import common_members, largest_s, pairs, s_cohesion, s_components
from tests.networks import affiliation, affiliations, davis, reordered, swapped, two_tier


def bodies_of(network: nx.Graph) -> list[str]:
    """Return the sorted node ids of the bodies."""
    return sorted(node for node, side in network.nodes(data="bipartite") if side == 1)


def walks(network: nx.Graph, s: int) -> set[frozenset[str]]:
    """Return the components that steps of s shared members or more make, one step at a time."""
    found = set()
    for start in bodies_of(network):
        reached, waiting = {start}, [start]
        while waiting:
            members = set(network[waiting.pop()])
            steps = {one for one in bodies_of(network) if len(members & set(network[one])) >= s}
            waiting += sorted(steps - reached)
            reached |= steps
        if len(reached) > 1:
            found.add(frozenset(reached))
    return found


def components(found: pd.Series) -> set[frozenset[str]]:
    """Return the bodies of each component."""
    return {frozenset(group.index) for _, group in found.groupby(found)}


@given(network=affiliations(), s=st.integers(1, 4))
def test_components_are_those_of_walks(network: nx.Graph, s: int) -> None:
    """The s-components are those that are found by walking from body to body, the largest first."""
    found = s_components(pairs(network), s)
    assert components(found) == walks(network, s)
    assert found.index.is_monotonic_increasing
    sizes = found.value_counts().sort_index()
    assert sizes.index.tolist() == list(range(len(sizes)))
    assert sizes.is_monotonic_decreasing


@given(network=affiliations(), least=st.integers(2, 4))
def test_the_largest_s(network: nx.Graph, least: int) -> None:
    """At the largest s some component has so many bodies, and at the next none has."""
    table = pairs(network)
    s = largest_s(table, least)
    assert not any(len(group) >= least for group in walks(network, s + 1))
    assert s == 0 or any(len(group) >= least for group in walks(network, s))


def plain_sets(network: nx.Graph, least: int) -> set[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Return for each two members that meet on so many bodies those bodies and all who sit on them all."""
    members = sorted(node for node, side in network.nodes(data="bipartite") if side == 0)
    found = set()
    for a, b in combinations(members, 2):
        bodies = set(network[a]) & set(network[b])
        if len(bodies) >= least:
            everyone = tuple(one for one in members if bodies <= set(network[one]))
            found.add((tuple(sorted(bodies)), everyone))
    return found


@given(network=affiliations(), least=st.integers(2, 4))
def test_common_members_are_those_of_sets(network: nx.Graph, least: int) -> None:
    """Every set of bodies that two members make is found once, with all who sit on all of them."""
    found = common_members(network, least)
    rows = list(zip(found["bodies"], found["members"], strict=True))
    assert len(rows) == len(set(rows))
    assert set(rows) == plain_sets(network, least)


@given(network=affiliations(), data=st.data())
def test_the_order_of_nodes_changes_nothing(network: nx.Graph, data: st.DataObject) -> None:
    """However the nodes come, the rows are the same in the same order."""
    order = data.draw(st.permutations(sorted(network)))
    other = reordered(network, order)
    assert common_members(network).equals(common_members(other))
    assert s_components(pairs(network), 2).equals(s_components(pairs(other), 2))


def test_the_two_tier_set() -> None:
    """In the toy county the districts' partnerships hang on the county's by four shared members each."""
    table = pairs(two_tier())
    assert largest_s(table) == 4
    assert s_components(table, 4).to_dict() == {"body:c-lsp": 0, "body:n-lsp": 0, "body:s-lsp": 0}
    found = common_members(two_tier())
    assert dict(zip(found["bodies"], found["members"], strict=True)) == {
        ("body:c-lsp", "body:hwb", "body:n-lsp"): ("org:county", "org:cvs", "org:nhs"),
        ("body:c-lsp", "body:n-lsp", "body:s-lsp"): ("org:county", "org:nhs", "org:police"),
        ("body:c-lsp", "body:csp", "body:n-lsp", "body:s-lsp"): ("org:county", "org:police"),
        ("body:c-lsp", "body:hwb", "body:n-lsp", "body:s-lsp"): ("org:county", "org:nhs"),
    }


def test_southern_women() -> None:
    """Of the fourteen events three hang together at eight shared women, and none at nine."""
    table = pairs(davis())
    assert largest_s(table) == 8
    assert len(s_components(table, 8)) == 3


def test_nothing_shared() -> None:
    """Without pairs there are no components, no largest s and no sets."""
    network = nx.Graph()
    network.add_node("body:a", bipartite=1)
    assert s_components(pairs(network)).empty
    assert largest_s(pairs(network)) == 0
    assert common_members(network).empty


@settings(deadline=None, max_examples=200)
@given(network=affiliations())
def test_the_measures_are_those_of_walks(network: nx.Graph) -> None:
    """The size of each body's s-component is that of walking; its strength the last s at which three walk."""
    told = s_cohesion(network)
    assert list(told.index) == list(network)
    largest = {s: {body: len(group) for group in walks(network, s) for body in group} for s in range(1, 12)}
    for body in bodies_of(network):
        for s in (2, 3):
            expected = np.nan if network.degree(body) < s else largest[s].get(body, 1)
            assert told.loc[body, f"s_component_{s}"] == pytest.approx(expected, nan_ok=True)
        reached = [s for s, groups in largest.items() if groups.get(body, 1) >= 3]
        assert told.loc[body, "s_strength"] == max(reached, default=0)


@settings(deadline=None, max_examples=100)
@given(network=affiliations(), data=st.data())
def test_modes_and_order_change_nothing(network: nx.Graph, data: st.DataObject) -> None:
    """Members are measured as bodies are, and the order of the nodes does not matter."""
    told = s_cohesion(network)
    assert told.equals(s_cohesion(swapped(network)))
    order = data.draw(st.permutations(sorted(network)))
    assert told.equals(s_cohesion(reordered(network, order)).loc[list(network)])


def test_the_measures_of_the_two_tier_set() -> None:
    """The three partnerships hang together at four shared members, with the others at fewer."""
    told = s_cohesion(two_tier())
    assert told["s_strength"].filter(like="body:").to_dict() == {
        "body:c-lsp": 4, "body:n-lsp": 4, "body:s-lsp": 4, "body:csp": 3, "body:hwb": 3,
    }  # fmt: skip
    assert told.loc["body:csp", ["s_component_2", "s_component_3"]].tolist() == [5, 5]
    assert told.loc["org:college"].isna().tolist() == [True, True, False]


def test_the_strongest_bond_of_southern_women() -> None:
    """The strongest bond of any event is the largest s of all."""
    told = s_cohesion(davis())
    assert told["s_strength"].filter(like="body:").max() == largest_s(pairs(davis()))


def test_measures_of_nobody_and_of_one() -> None:
    """Without pairs each body is alone, and without nodes there are no rows."""
    assert s_cohesion(nx.Graph()).shape == (0, 3)
    alone = s_cohesion(affiliation({"A": ["X", "Y"], "B": []}))
    assert alone.loc["body:a"].fillna(-1).tolist() == [1, -1, 0]
    assert alone.loc["body:b"].fillna(-1).tolist() == [-1, -1, 0]
