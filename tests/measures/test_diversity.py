"""Tests of how mixed a group is."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgmap.measures import blau


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
