"""Tests of the list of measures and of the table of nodes."""

from __future__ import annotations

import inspect
import re
from typing import get_args

import networkx as nx
import pandas as pd
import pytest

import orgmap.measures
from orgmap.measures import MEASURES, Measure, map_table, node_table, tie_table
from tests.networks import two_tier

each = pytest.mark.parametrize("measure", MEASURES, ids=lambda measure: measure.name)


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


def test_measures_come_level_by_level() -> None:
    """Measures of bodies and members come first, then those of pairs, then those of the whole map."""
    levels = [measure.level for measure in MEASURES]
    assert levels == sorted(levels, key=["node", "tie", "map"].index)


def placed() -> nx.Graph:
    """Return the two-tier area with the tiers of bodies and the sectors and tiers of organisations."""
    network = two_tier()
    sectors = {"police": "police", "nhs": "health", "healthwatch": "health", "cvs": "voluntary"}
    for node, facts in network.nodes(data=True):
        name = node.partition(":")[2]
        facts["sector"] = sectors.get(name, "local government") if node.startswith("org:") else None
        facts["tier"] = "district" if name.startswith(("n-", "s-", "north", "south")) else "county"
    return network


def values_of(measure: Measure) -> pd.Series:
    """Return the known values of a measure in the two-tier area."""
    if measure.level == "map":
        return map_table(placed(), [measure.name])["value"]
    made = node_table if measure.level == "node" else tie_table
    table = made(placed(), [measure.name])
    return table[measure.name].dropna()


@each
def test_values_keep_to_the_declared_range(measure: Measure) -> None:
    """In the two-tier area every measure has values, all within the range that the registry declares."""
    found = values_of(measure)
    assert len(found)
    assert found.between(measure.range[0] - 1e-9, measure.range[1] + 1e-9).all()


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
