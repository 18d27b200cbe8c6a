"""Tests of the list of measures and of the table of nodes."""

from __future__ import annotations

import inspect
import re

import networkx as nx
import pytest

import orgmap.measures
from orgmap.errors import CallInvalid, NetworkUnfit
from orgmap.measures import MEASURES, Measure, closeness, degree, node_table, pairs
from tests.networks import affiliation, davis, two_tier

each = pytest.mark.parametrize("measure", MEASURES, ids=lambda measure: measure.name)
NODE = [measure.name for measure in MEASURES if measure.level == "node"]
TIE = [measure.name for measure in MEASURES if measure.level == "tie"]


def test_names_and_titles_are_unique() -> None:
    """No two measures share a name or a title."""
    assert len({measure.name for measure in MEASURES}) == len(MEASURES)
    assert len({measure.title for measure in MEASURES}) == len(MEASURES)


def test_registry_functions_are_exported() -> None:
    """Every function that the registry names can be imported from `orgmap.measures`."""
    assert {measure.function for measure in MEASURES} <= set(orgmap.measures.__all__)


def test_exports_exist() -> None:
    """Every name in `__all__` is there, and says what it is."""
    for name in orgmap.measures.__all__:
        assert inspect.getdoc(getattr(orgmap.measures, name))


def test_tie_measures_are_the_columns_of_pairs() -> None:
    """`pairs` has a column for each measure of ties, and beside them only ids, sizes and the note."""
    assert {measure.function for measure in MEASURES if measure.level == "tie"} == {"pairs"}
    columns = [column for column in pairs(two_tier()) if column not in {"a", "b", "size_a", "size_b", "note"}]
    assert columns == TIE


@each
def test_values_keep_to_the_declared_range(measure: Measure) -> None:
    """On Davis Southern Women every value lies within the range that the registry declares."""
    table = node_table(davis()) if measure.level == "node" else pairs(davis())
    assert table[measure.name].between(*measure.range).all()


@each
def test_every_measure_is_explained(measure: Measure) -> None:
    """Plain words are one sentence without jargon; variant, reference and a well-formed DOI are there."""
    assert re.fullmatch(r"[A-Z][^.]+\.", measure.plain)
    assert not re.search(
        r"\b(node|graph|network|component|normali|coefficient|centrality)", measure.plain.lower()
    )
    assert measure.variant
    assert measure.undefined
    assert re.search(r"\b(19|20)\d\d\b", measure.reference)
    assert re.fullmatch(r"10\.\d{4,9}/\S+", measure.doi)


@each
def test_docstrings_give_the_same_source(measure: Measure) -> None:
    """The docstring of the function that returns a measure carries the DOI that the registry gives."""
    assert measure.doi in str(inspect.getdoc(getattr(orgmap.measures, measure.function)))


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
        ("zzz", "there are: degree, closeness"),
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
