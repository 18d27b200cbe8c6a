"""Tests of the list of measures and of the table of nodes."""

from __future__ import annotations

import inspect
import re
from typing import get_args

import pytest

import orgmap.measures
from orgmap.measures import MEASURES, Measure, node_table, pairs
from tests.networks import davis, two_tier

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
    """Every name in `__all__` is there, and says what it is, but for those that list their few values."""
    for name in orgmap.measures.__all__:
        found = getattr(orgmap.measures, name)
        assert inspect.getdoc(found) or get_args(found)


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
