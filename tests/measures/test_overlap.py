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
from scipy import sparse

from orgmap.errors import CallInvalid, NetworkUnfit
from orgmap.measures import couples, members_of_pairs, overlap_blocks, pairs, shared_members
from orgmap.measures.arrays import incidence_of
from orgmap.measures.kernels.pairs import counting
from orgmap.measures.progress import watching
from tests.networks import affiliation, affiliations, reordered, swapped, two_tier

COLUMNS = [
    *("a", "b", "size_a", "size_b", "shared"),
    *("jaccard", "simpson", "a_in_b", "b_in_a", "cosine"),
    *("dice", "phi", "bonacich", "expected", "lift", "newman", "note"),
]
COEFFICIENTS = COLUMNS[5:15]


def side(network: nx.Graph, bipartite: int) -> list[str]:
    """Return the sorted node ids of one mode."""
    return sorted(node for node, number in network.nodes(data="bipartite") if number == bipartite)


def plain_pairs(network: nx.Graph, bipartite: int) -> dict[tuple[str, str], tuple[float, ...]]:
    """The counts and coefficients of all pairs from sets, one pair at a time."""
    found = {}
    everybody = len(side(network, 1 - bipartite))
    for a, b in combinations(side(network, bipartite), 2):
        one, two = set(network[a]), set(network[b])
        both, newman = len(one & two), sum(1 / (network.degree(node) - 1) for node in one & two)
        values = (*coefficients(both, len(one), len(two)), *by_table(both, len(one), len(two), everybody))
        found[a, b] = (len(one), len(two), both, *values, newman)
    return found


def coefficients(both: int, a: int, b: int) -> tuple[float, ...]:
    """Jaccard, Simpson, both containments, cosine and Dice, NaN where a size that they need is nil."""
    in_b, in_a = (both / a if a else np.nan), (both / b if b else np.nan)
    if not a or not b:
        return np.nan, np.nan, in_b, in_a, np.nan, np.nan
    return both / (a + b - both), both / min(a, b), in_b, in_a, both / sqrt(a * b), 2 * both / (a + b)


def by_table(both: int, a: int, b: int, everybody: int) -> tuple[float, ...]:
    """Phi, Bonacich, expected and lift from the four cells, as their sources give them."""
    if not a or not b:
        return (np.nan,) * 4
    only_a, only_b = a - both, b - both
    neither = everybody - both - only_a - only_b
    x, y = both * neither, only_a * only_b
    below = sqrt(a * b * (everybody - a) * (everybody - b))
    bonacich = 0.5 if x == y else (x - sqrt(x * y)) / (x - y)
    return (x - y) / below if below else np.nan, bonacich, a * b / everybody, both * everybody / (a * b)


@pytest.mark.parametrize(("mode", "bipartite"), [("body", 1), ("member", 0)])
@settings(deadline=None)
@given(network=affiliations())
def test_pairs_are_those_of_sets(mode: str, bipartite: int, network: nx.Graph) -> None:
    """Every pair has the counts and coefficients that plain sets give; without `every`, those that share."""
    expected = plain_pairs(network, bipartite)
    table = pairs(network, mode, every=True)
    found = {(row[0], row[1]): row[2:16] for row in table.itertuples(index=False, name=None)}
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
    assert row[[name for name in COEFFICIENTS if name != "b_in_a"]].isna().all()
    assert row["newman"] == 1
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


def test_newman_needs_the_whole_list_of_a_shared_body() -> None:
    """Two members who share a body with a partial list have no Newman weight, and the note says why."""
    network = affiliation({"Board": ["A", "B", "C"], "Forum": ["A", "B"]}, partial=["Board"])
    table = pairs(network, "member").set_index(["a", "b"])
    both, one = table.loc[("org:a", "org:b")], table.loc[("org:a", "org:c")]
    assert (both["shared"], one["shared"]) == (2, 1)
    assert np.isnan([both["newman"], one["newman"]]).all()
    assert both["note"] == one["note"] == "the list of members of a body that both sit on is partial"
    assert table[COEFFICIENTS].notna().drop(columns="phi").all(axis=None)


def test_both_reasons_stand_in_one_note() -> None:
    """A member without bodies has no share of itself; that shows beside nothing else."""
    network = affiliation({"Board": ["A", "B"]}, loose=["C"], partial=["Board"])
    table = pairs(network, "member", every=True).set_index(["a", "b"])
    assert table.loc[("org:a", "org:c"), "note"] == "no bodies of C are listed"
    assert table.loc[("org:a", "org:c"), "newman"] == 0


def test_members_without_ties_count_as_everybody() -> None:
    """A member who sits nowhere lowers what is to be expected, and nothing that the lists alone make."""
    lists = {"Board": ["County", "Police"], "Forum": ["County", "Fire"]}
    few, many = (pairs(affiliation(lists, loose=loose)).iloc[0] for loose in ([], ["NHS"]))
    assert (few["expected"], many["expected"]) == (4 / 3, 1.0)
    own = [name for name in COEFFICIENTS if name not in {"phi", "bonacich", "expected", "lift"}]
    assert few[own].equals(many[own])


@pytest.mark.parametrize("mode", ["body", "member"])
@settings(deadline=None, max_examples=50)
@given(network=affiliations())
def test_blocks_hold_the_values_of_the_table(mode: str, network: nx.Graph) -> None:
    """The blocks of arrays have the rows of the table, with positions in the graph's order for ids."""
    table = pairs(network, mode).drop(columns="note").set_index(["a", "b"])
    nodes = [node for node, number in network.nodes(data="bipartite") if number == (mode == "body")]
    rows = 0
    for block in overlap_blocks(network, mode):
        assert (block["first"] < block["second"]).all()
        for number, (one, two) in enumerate(zip(block["first"], block["second"], strict=True)):
            a, b = nodes[one], nodes[two]
            names = {"size_a": "size_b", "size_b": "size_a", "a_in_b": "b_in_a", "b_in_a": "a_in_b"}
            expected = table.loc[(a, b)] if a < b else table.loc[(b, a)].rename(names)
            values = pd.Series({name: block[name][number] for name in table}, dtype="float64")
            np.testing.assert_allclose(values, expected[values.index].astype("float64"), rtol=1e-15)
            rows += 1
    assert rows == len(table)


def test_blocks_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the size of the blocks, one after another they are the same pairs with the same values."""
    network = two_tier()
    whole = [pd.DataFrame(block) for block in overlap_blocks(network)]
    monkeypatch.setattr(counting, "_MOST", 3)
    parts = [pd.DataFrame(block) for block in overlap_blocks(network)]
    assert len(whole) == 1 < len(parts)
    pd.testing.assert_frame_equal(pd.concat(parts, ignore_index=True), whole[0])
    pd.testing.assert_frame_equal(pairs(network), pairs(incidence_of(network)))


def test_counting_tells_how_far_it_has_come(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who watches is told after each block."""
    told: list[tuple[str, int, int]] = []
    monkeypatch.setattr(counting, "_MOST", 3)
    with watching(lambda *what: told.append(what)):
        pairs(two_tier())
    assert [done for _, done, _ in told] == list(range(1, told[0][2] + 1))
    assert {what for what, _, _ in told} == {"pairs"}


@settings(deadline=None, max_examples=25)
@given(seed=st.integers(0, 2**32 - 1))
def test_larger_counts_are_the_product_of_scipy(seed: int) -> None:
    """On a thousand bodies the counts and Newman's weights are those of a product of sparse matrices."""
    draw = np.random.default_rng(seed)
    matrix = sparse.random_array((1000, 400), density=draw.uniform(0, 0.02), rng=draw, format="csr")
    matrix.data[:] = 1
    degree = matrix.sum(axis=0)
    weights = 1 / np.maximum(degree - 1, 1)
    found = counting.counted(matrix, weights)
    for values, product in (
        (found.shared, matrix @ matrix.T),
        (found.weighted, matrix @ sparse.diags_array(weights) @ matrix.T),
    ):
        upper = sparse.triu(product, k=1, format="csr")
        upper.sort_indices()
        first, second = upper.tocoo().coords
        assert (found.first == first).all()
        assert (found.second == second).all()
        np.testing.assert_allclose(values, upper.data, rtol=1e-12)


def test_ranking_of_large_numbers() -> None:
    """Where numbers are too large to be ranked as one, the order is the same."""
    shared, smaller = np.array([3, 2**31, 3, 1, 3]), np.array([2**31, 2**33, 5, 9, 5])
    assert couples._ranked(shared, smaller).tolist() == [1, 2, 4, 0, 3]


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


@settings(deadline=None, max_examples=50)
@given(network=affiliations())
def test_arrays_share_what_the_graph_shares(network: nx.Graph) -> None:
    """From the arrays of a network come the same members as from its graph, for bodies and for members."""
    taken = incidence_of(network)
    for mode in ("body", "member"):
        table = pairs(network, mode, every=True)
        pd.testing.assert_series_equal(members_of_pairs(taken, table), members_of_pairs(network, table))


def test_shared_members_of_unknown_nodes_is_refused() -> None:
    """A node that is not there, or a body paired with a member, is refused."""
    with pytest.raises(NetworkUnfit, match="'body:nowhere' is not in the network"):
        shared_members(two_tier(), "body:csp", "body:nowhere")
    with pytest.raises(NetworkUnfit, match="only two of a kind"):
        shared_members(two_tier(), "body:csp", "org:county")
    table = pd.DataFrame({"a": ["body:csp"], "b": ["body:nowhere"]})
    with pytest.raises(NetworkUnfit, match="nowhere"):
        members_of_pairs(two_tier(), table)
