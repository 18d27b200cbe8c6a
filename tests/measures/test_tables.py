"""Tests of the tables of measures: nodes, pairs, the whole map."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings

from orgmap.errors import CallInvalid, NetworkUnfit
from orgmap.measures import (
    MEASURES,
    closeness,
    degree,
    map_table,
    measures_named,
    node_table,
    pairs,
    tie_table,
)
from tests.networks import affiliation, affiliations, davis, reordered, swapped, two_tier

NODE = [measure.name for measure in MEASURES if measure.level == "node"]
TIE = [measure.name for measure in MEASURES if measure.level == "tie"]
MAP = [measure.name for measure in MEASURES if measure.level == "map"]
LIMITS = {measure.name: measure.range for measure in MEASURES}


def in_range(table: pd.DataFrame) -> bool:
    """Whether every value of every measure is within the range declared, or not known."""
    return all(
        (table[name].isna() | table[name].between(LIMITS[name][0] - 1e-9, LIMITS[name][1] + 1e-9)).all()
        for name in table
        if name in LIMITS
    )


def same(one: pd.DataFrame, two: pd.DataFrame) -> bool:
    """Whether both have the same rows, in any order, with the same values to 1e-9, NaN for NaN."""
    two = two.reindex(one.index)
    numbers = [name for name in one if name in LIMITS]
    first, second = (table[numbers].to_numpy(dtype=np.float64) for table in (one, two))
    return np.allclose(first, second, rtol=1e-9, atol=1e-9, equal_nan=True)


def test_measures_by_name() -> None:
    """Names give their measures in that order, of all levels or of one."""
    assert [one.name for one in measures_named(["density", "degree"])] == ["density", "degree"]
    with pytest.raises(CallInvalid, match="measure of pairs called 'degree'"):
        measures_named(["degree"], "tie")


def test_node_table_has_label_kind_and_all_measures() -> None:
    """The table has a row for each node in graph order, with label, mode and every measure of nodes."""
    network = two_tier()
    table = node_table(network)
    assert list(table.columns) == ["label", "kind", *NODE]
    assert list(table.index) == list(network)
    assert table.index.name == "node"
    assert table.loc["org:county", ["label", "kind"]].tolist() == ["County", "organisation"]
    assert table.loc["body:csp", ["label", "kind"]].tolist() == ["CSP", "body"]
    assert table["closeness"].equals(closeness(network))


def test_node_table_gives_the_measures_asked_for_in_that_order() -> None:
    """`names` chooses the columns and their order, and may be empty."""
    network = two_tier()
    assert list(node_table(network, ["closeness", "degree"]).columns) == [
        "label",
        "kind",
        "closeness",
        "degree",
    ]
    assert node_table(network, ["degree"])["degree"].equals(degree(network))
    assert list(node_table(network, []).columns) == ["label", "kind"]


def test_node_without_label_is_labelled_with_its_id() -> None:
    """A node whose label is missing or None shows its id."""
    network = affiliation({"Board": ["County"]})
    network.nodes["org:county"]["label"] = None
    assert node_table(network).loc["org:county", "label"] == "org:county"


def test_node_table_of_nothing() -> None:
    """An empty graph gives an empty table with all its columns."""
    table = node_table(nx.Graph())
    assert table.empty
    assert list(table.columns) == ["label", "kind", *NODE]


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("closness", "did you mean 'closeness'"),
        ("zzz", "there are: degree, "),
        ("jaccard", "there are"),
    ],
)
def test_unknown_measure_is_refused_with_a_hint(name: str, hint: str) -> None:
    """A name that is no measure of nodes is refused with the nearest name, or with all of them."""
    with pytest.raises(CallInvalid, match=hint):
        node_table(two_tier(), [name])


def test_whole_map_is_refused() -> None:
    """The whole map is no affiliation network, and the table of nodes says so."""
    with pytest.raises(NetworkUnfit):
        node_table(nx.MultiDiGraph(two_tier()))


def test_tie_table_is_pairs_with_labels_and_names() -> None:
    """The table has the rows of `pairs`, the labels, every measure of ties, and the names of the shared."""
    network = two_tier()
    table = tie_table(network)
    assert list(table) == ["a", "b", "label_a", "label_b", "size_a", "size_b", *TIE, "members", "note"]
    assert table[["a", "b", "shared"]].equals(pairs(network)[["a", "b", "shared"]])
    row = table.set_index(["label_a", "label_b"]).loc[("CSP", "HWB")]
    assert (row["shared"], row["members"]) == (1, "County")


def test_tie_table_of_members_and_of_every_pair() -> None:
    """Members are paired by the bodies they share; `every` gives each two, whatever they share."""
    network = two_tier()
    members = tie_table(network, ["shared"], "member")
    assert members["a"].str.startswith("org:").all()
    assert len(tie_table(network, ["shared"], every=True)) == 10
    assert len(tie_table(network, ["shared"], "member", every=True)) == 55


def test_structure_reaches_what_reckons_with_chance() -> None:
    """A seat taken as given changes what chance would give, and nothing else."""
    network = two_tier()
    given = {"ones": [("body:csp", "org:police"), ("body:c-lsp", "org:police")], "zeros": []}
    usual, settled = (tie_table(network, ["jaccard", "sdsm"], structure=one) for one in (None, given))
    assert usual["jaccard"].equals(settled["jaccard"])
    assert not usual["sdsm"].equals(settled["sdsm"])


def test_map_table_has_a_row_for_each_measure() -> None:
    """Each measure of the whole map has its title and its value; names choose them and their order."""
    table = map_table(davis())
    assert list(table.index) == MAP
    assert table.index.name == "measure"
    assert table.at["density", "value"] == pytest.approx(89 / 252)
    assert list(map_table(davis(), MAP[:2][::-1]).index) == MAP[:2][::-1]


@settings(deadline=None, max_examples=25)
@given(affiliations())
def test_every_value_is_in_its_range(network: nx.Graph) -> None:
    """On any network every measure gives a value in its range, or NaN; nothing else is raised."""
    assert in_range(node_table(network))
    assert in_range(tie_table(network))
    whole = map_table(network)["value"]
    assert in_range(pd.DataFrame([whole.to_numpy()], columns=list(whole.index)))


@settings(deadline=None, max_examples=15)
@given(affiliations())
def test_order_of_the_nodes_changes_nothing(network: nx.Graph) -> None:
    """The same network with its nodes in another order has the same values."""
    other = reordered(network, reversed(list(network)))
    assert same(node_table(network), node_table(other))
    assert tie_table(network).equals(tie_table(other))
    assert np.allclose(map_table(network)["value"], map_table(other)["value"], rtol=1e-9, equal_nan=True)


LOPSIDED = ("community", "core", "cut_off", "sector_", "tier_", "blau", "teachman", "s_")
DUAL = [name for name in NODE if not name.startswith(LOPSIDED)]
"""Measures that mean the same for bodies and for members."""


@settings(deadline=None, max_examples=15)
@given(affiliations())
def test_modes_can_change_places(network: nx.Graph) -> None:
    """Where bodies become members and members bodies, each node keeps what both modes define."""
    one, other = node_table(network, DUAL), node_table(swapped(network), DUAL)
    for name in DUAL:
        both = one[name].notna() & other[name].notna()
        assert np.allclose(one.loc[both, name], other.loc[both, name], rtol=1e-9, atol=1e-9)


def test_nothing_at_all_has_every_table() -> None:
    """An empty network gives empty tables of nodes and pairs, and values that are not known or nothing."""
    assert node_table(nx.Graph()).empty
    assert tie_table(nx.Graph()).empty
    assert list(map_table(nx.Graph()).index) == MAP
