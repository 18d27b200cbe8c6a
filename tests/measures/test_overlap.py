"""Tests of pairs and of the members that make them."""

from __future__ import annotations

import copy
from itertools import combinations
from math import sqrt

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmap.errors import CallInvalid, NetworkUnfit
from orgmap.measures import members_of_pairs, pairs, shared_members
from tests.networks import affiliation, affiliations, reordered, swapped, two_tier

COLUMNS = [
    *("a", "b", "size_a", "size_b", "shared"),
    *("jaccard", "simpson", "a_in_b", "b_in_a", "cosine", "note"),
]
COEFFICIENTS = COLUMNS[5:10]


def side(network: nx.Graph, bipartite: int) -> list[str]:
    """Return the sorted node ids of one mode."""
    return sorted(node for node, number in network.nodes(data="bipartite") if number == bipartite)


def plain_pairs(network: nx.Graph, bipartite: int) -> dict[tuple[str, str], tuple[float, ...]]:
    """The counts and coefficients of all pairs from sets, one pair at a time."""
    found = {}
    for a, b in combinations(side(network, bipartite), 2):
        one, two = set(network[a]), set(network[b])
        both = len(one & two)
        found[a, b] = (len(one), len(two), both, *coefficients(both, len(one), len(two)))
    return found


def coefficients(both: int, a: int, b: int) -> tuple[float, ...]:
    """Jaccard, Simpson, both containments and cosine, NaN where a size that they need is nil."""
    in_b, in_a = (both / a if a else np.nan), (both / b if b else np.nan)
    if not a or not b:
        return np.nan, np.nan, in_b, in_a, np.nan
    return both / (a + b - both), both / min(a, b), in_b, in_a, both / sqrt(a * b)


@pytest.mark.parametrize(("mode", "bipartite"), [("body", 1), ("member", 0)])
@settings(deadline=None)
@given(network=affiliations())
def test_pairs_are_those_of_sets(mode: str, bipartite: int, network: nx.Graph) -> None:
    """Every pair has the counts and coefficients that plain sets give; without `every`, those that share."""
    expected = plain_pairs(network, bipartite)
    table = pairs(network, mode, every=True)
    found = {(row[0], row[1]): row[2:10] for row in table.itertuples(index=False, name=None)}
    assert list(table.columns) == COLUMNS
    assert found.keys() == expected.keys()
    assert all(found[pair] == pytest.approx(expected[pair], abs=1e-12, nan_ok=True) for pair in expected)
    sharing = pairs(network, mode)
    pd.testing.assert_frame_equal(sharing, table[table["shared"] > 0].reset_index(drop=True))


@settings(deadline=None)
@given(network=affiliations(bodies=(1, 7), members=(1, 10)))
def test_shared_counts_are_the_incidence_product(network: nx.Graph) -> None:
    """The shared counts are the upper triangle of the incidence matrix times its transpose."""
    bodies, members = side(network, 1), side(network, 0)
    matrix = nx.bipartite.biadjacency_matrix(network, bodies, members).toarray()
    product = matrix @ matrix.T
    for a, b, shared in pairs(network, every=True)[["a", "b", "shared"]].itertuples(index=False, name=None):
        assert shared == product[bodies.index(a), bodies.index(b)]


@settings(deadline=None)
@given(network=affiliations(), data=st.data())
def test_row_order_means_nothing(network: nx.Graph, data: st.DataObject) -> None:
    """Another order of nodes and edges gives the same table, row for row."""
    order = data.draw(st.permutations(list(network)))
    pd.testing.assert_frame_equal(pairs(reordered(network, order)), pairs(network))


@settings(deadline=None)
@given(network=affiliations())
def test_swapping_the_modes_swaps_the_pairs(network: nx.Graph) -> None:
    """Pairs of members are the pairs of bodies of the network with its modes the other way about."""
    one, two = pairs(swapped(network), "member"), pairs(network, "body")
    pd.testing.assert_frame_equal(one.drop(columns="note"), two.drop(columns="note"))


@settings(deadline=None)
@given(network=affiliations())
def test_measuring_pairs_changes_nothing(network: nx.Graph) -> None:
    """The graph is afterwards what it was before."""
    before = copy.deepcopy((list(network.nodes(data=True)), list(network.edges(data=True))))
    members_of_pairs(network, pairs(network, every=True))
    assert (list(network.nodes(data=True)), list(network.edges(data=True))) == before


def test_order_is_shared_then_simpson_then_ids() -> None:
    """The most shared come first, among equals the higher simpson, then the ids in the alphabet."""
    network = affiliation(
        {
            "A": ["p", "q", "r"],
            "B": ["p", "q", "s"],
            "C": ["p", "q"],
            "D": ["t"],
            "E": ["t", "u"],
            "F": ["t", "v"],
            "G": ["w", "x"],
            "H": ["y", "z"],
            "I": ["y", "1"],
            "J": ["w", "2"],
        }
    )
    table = pairs(network)
    ranked = [(a[-1] + b[-1]).upper() for a, b in zip(table["a"], table["b"], strict=True)]
    assert ranked == ["AC", "BC", "AB", "DE", "DF", "EF", "GJ", "HI"]
    assert list(table.index) == list(range(8))


def test_types_are_plain_with_rows_and_without() -> None:
    """Counts are whole numbers, coefficients floats and the rest text, in an empty table too."""
    kinds = dict.fromkeys(COLUMNS, "float64") | dict.fromkeys(COLUMNS[2:5], "int64")
    kinds |= dict.fromkeys(["a", "b", "note"], "str")
    for network in (two_tier(), nx.Graph()):
        assert pairs(network).dtypes.astype(str).to_dict() == kinds


def test_partial_list_has_no_share_of_itself() -> None:
    """Where a's list is partial, only what divides by b's size is a number; the note says why."""
    network = affiliation({"Board": ["County", "Police"], "Forum": ["County", "Fire"]}, partial=["Board"])
    row = pairs(network).iloc[0]
    assert (row["size_a"], row["size_b"], row["shared"], row["b_in_a"]) == (2, 2, 1, 0.5)
    assert row[["jaccard", "simpson", "a_in_b", "cosine"]].isna().all()
    assert row["note"] == "the list of members of Board is partial"


def test_two_partial_lists_are_both_named() -> None:
    """Where both lists are partial nothing is a number but the counts, and the note names both."""
    lists = {"Board": ["County", "Police"], "Forum": ["County", "Fire"]}
    row = pairs(affiliation(lists, partial=lists)).iloc[0]
    assert row[COEFFICIENTS].isna().all()
    assert row["note"] == ("the list of members of Board is partial; the list of members of Forum is partial")


def test_a_body_without_members_is_noted() -> None:
    """A body that lists nobody has no share of itself, and the note says so; other rows have no note."""
    network = affiliation({"Board": ["County"], "Forum": ["County"], "Idle": []})
    table = pairs(network, every=True).set_index(["a", "b"])
    assert table.loc[("body:board", "body:forum"), "note"] == ""
    assert table.loc[("body:board", "body:idle"), "note"] == "no members of Idle are listed"
    assert table.loc[("body:board", "body:idle"), "a_in_b"] == 0
    assert np.isnan(table.loc[("body:board", "body:idle"), "b_in_a"])


def test_partial_lists_rank_after_whole_ones_of_the_same_count() -> None:
    """Among pairs with as many shared members, one whose simpson is unknown comes last."""
    lists = {"A": ["p", "q"], "B": ["p", "r"], "C": ["s", "t"], "D": ["s", "u"]}
    table = pairs(affiliation(lists, partial=["A"]))
    assert table["a"].tolist() == ["body:c", "body:a"]


def test_labels_in_notes_are_as_given() -> None:
    """A label with markup or of great length stands in the note as it is: who prints it escapes it."""
    network = affiliation({"Board": ["County"], "Forum": ["County"]}, partial=["Board"])
    network.nodes["body:board"]["label"] = "<b>" + "x" * 10_000
    assert pairs(network).loc[0, "note"] == f"the list of members of <b>{'x' * 10_000} is partial"


def test_unknown_mode_is_refused() -> None:
    """A mode that there is not is refused, and those that there are named."""
    with pytest.raises(CallInvalid, match="no mode 'people'; pairs are of one of: body, member"):
        pairs(two_tier(), "people")


@settings(deadline=None)
@given(network=affiliations())
def test_members_of_pairs_are_as_many_as_shared(network: nx.Graph) -> None:
    """Each row gets the sorted ids of exactly the members on both lists, with the table's own index."""
    table = pairs(network, every=True).iloc[::-1]
    members = members_of_pairs(network, table)
    assert members.index.equals(table.index)
    assert members.name == "members"
    for a, b, shared, names in zip(table["a"], table["b"], table["shared"], members, strict=True):
        assert names == tuple(sorted(set(network[a]) & set(network[b])))
        assert len(names) == shared


def test_shared_members_of_bodies_and_of_members() -> None:
    """Two bodies share members, two members bodies; both are sorted."""
    network = two_tier()
    assert shared_members(network, "body:csp", "body:n-lsp") == ("org:county", "org:police")
    assert shared_members(network, "org:cvs", "org:north-dc") == ("body:c-lsp", "body:n-lsp")


def test_shared_members_of_unknown_nodes_is_refused() -> None:
    """A node that is not there, or a body paired with a member, is refused."""
    with pytest.raises(NetworkUnfit, match="'body:nowhere' is not in the network"):
        shared_members(two_tier(), "body:csp", "body:nowhere")
    with pytest.raises(NetworkUnfit, match="only two of a kind"):
        shared_members(two_tier(), "body:csp", "org:county")
    table = pd.DataFrame({"a": ["body:csp"], "b": ["body:nowhere"]})
    with pytest.raises(NetworkUnfit, match="nowhere"):
        members_of_pairs(two_tier(), table)
