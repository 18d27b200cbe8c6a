"""What holds of all measures of the position among neighbours, whatever they measure."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmap.measures import (
    MEASURES,
    clustering,
    eigenvector,
    incidence_of,
    opsahl,
    projected_clustering,
    redundancy,
    structural_holes,
    whole_clustering,
)
from orgmap.measures.registry.shape import SHAPE
from tests.measures.comparing import near, snapshot
from tests.networks import affiliation, affiliations, reordered, swapped, united

Function = Callable[[nx.Graph], pd.DataFrame]

FUNCTIONS = {
    "eigenvector": eigenvector,
    "projected_eigenvector": partial(eigenvector, network="projection"),
    "redundancy": redundancy,
    "clustering": clustering,
    "opsahl": opsahl,
    "projected_clustering": projected_clustering,
    "structural_holes": structural_holes,
    "two_mode_holes": partial(structural_holes, network="two-mode"),
}
LOCAL = [name for name in FUNCTIONS if "eigenvector" not in name]

each = pytest.mark.parametrize("name", FUNCTIONS)


def measured(name: str, network: nx.Graph) -> pd.DataFrame:
    """The values of a function, one column or more."""
    return pd.DataFrame(FUNCTIONS[name](network))


def alike(found: pd.DataFrame, expected: pd.DataFrame) -> bool:
    """Whether both have the same columns, and in each the same values to 1e-9."""
    return list(found) == list(expected) and all(
        near(found[column], expected[column].to_dict()) for column in found
    )


@each
@settings(deadline=None, max_examples=60)
@given(network=affiliations())
def test_values_are_native_floats_in_graph_order_and_in_range(name: str, network: nx.Graph) -> None:
    """Values are float64 over the nodes in graph order, in the range that the registry declares."""
    found = measured(name, network)
    ranges = {measure.name: measure.range for measure in SHAPE}
    assert list(found.index) == list(network)
    assert found.index.name == "node"
    assert set(found.dtypes) == {np.dtype("float64")}
    for column in found:
        low, high = ranges[column]
        assert found[column].dropna().between(low - 1e-12, high + 1e-12).all()


@each
@settings(deadline=None, max_examples=40)
@given(network=affiliations())
def test_measuring_changes_nothing(name: str, network: nx.Graph) -> None:
    """The graph is after measuring what it was before; measuring again gives the same, to the last bit."""
    before = snapshot(network)
    pd.testing.assert_frame_equal(measured(name, network), measured(name, network), check_exact=True)
    assert snapshot(network) == before


@each
@settings(deadline=None, max_examples=40)
@given(network=affiliations(), data=st.data())
def test_names_and_order_mean_nothing(name: str, network: nx.Graph, data: st.DataObject) -> None:
    """Other ids and another order of nodes and edges give every node the values that it had."""
    order = data.draw(st.permutations(list(network)))
    names = {node: f"other:{number}" for number, node in enumerate(data.draw(st.permutations(order)))}
    other = measured(name, nx.relabel_nodes(reordered(network, order), names))
    assert alike(other, measured(name, network).rename(index=names))


@each
@settings(deadline=None, max_examples=40)
@given(network=affiliations())
def test_swapping_the_modes_swaps_the_results(name: str, network: nx.Graph) -> None:
    """Bodies taken for members and members for bodies give each node the values that it had."""
    assert alike(measured(name, swapped(network)), measured(name, network))


@pytest.mark.parametrize("name", LOCAL)
@settings(deadline=None, max_examples=40)
@given(one=affiliations(), two=affiliations())
def test_a_separate_group_changes_nothing(name: str, one: nx.Graph, two: nx.Graph) -> None:
    """Beside a network that it has no tie with, a node keeps its values."""
    alone = measured(name, one)
    assert alike(measured(name, united(one, two)).reindex(alone.index), alone)


@each
def test_empty_networks(name: str) -> None:
    """A network without nodes has no values; one without ties, or without a mode, has only NaN."""
    assert measured(name, nx.Graph()).empty
    for network in (affiliation({"Board": []}), affiliation({}, loose=["County"])):
        assert measured(name, network).isna().all(axis=None)
    assert measured(name, affiliation({"Board": [], "Forum": []}, loose=["Fire"])).isna().all(axis=None)


@each
def test_arrays_are_taken_as_they_are(name: str) -> None:
    """The arrays of a network give what the network gives."""
    network = affiliation({"A": ["p", "q", "r"], "B": ["p", "q"], "C": ["r", "s"]})
    assert alike(measured(name, incidence_of(network)), measured(name, network))


def test_whole_clustering_of_nothing_is_not_known() -> None:
    """A network without nodes, or without ties, has NaN for each measure of the whole."""
    for network in (nx.Graph(), affiliation({"Board": []}, loose=["County"])):
        assert whole_clustering(network).isna().all()


def test_every_measure_is_a_column_of_its_function() -> None:
    """The functions return, with the options that the registry states, a value of each name."""
    network = affiliation({"A": ["p", "q", "r"], "B": ["p", "q"], "C": ["r", "s"]})
    found = pd.concat([measured(name, network) for name in FUNCTIONS], axis=1)
    names = [measure.name for measure in SHAPE]
    assert sorted([*found, *whole_clustering(network).index]) == sorted(names)
    assert set(names) <= {measure.name for measure in MEASURES}
