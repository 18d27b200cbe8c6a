"""Tests of the exact Poisson-binomial tails."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binom

from orgmap.measures.kernels.chance import poisson_binomial
from orgmap.measures.kernels.chance.poisson_binomial import survival


def one_by_one(chances: np.ndarray) -> np.ndarray:
    """The tails by adding one event after another."""
    exact = np.zeros(len(chances) + 1)
    exact[0] = 1
    for chance in chances:
        exact[1:] = exact[1:] * (1 - chance) + exact[:-1] * chance
        exact[0] *= 1 - chance
    return np.cumsum(exact[::-1])[::-1]


@settings(deadline=None, max_examples=150)
@given(seed=st.integers(0, 2**32 - 1), power=st.sampled_from([0.1, 1.0, 8.0]))
def test_tails_are_those_of_events_one_by_one(seed: int, power: float) -> None:
    """Small and large tails are, to 1e-11 of themselves, those that come of adding event after event."""
    draw = np.random.default_rng(seed)
    shape = draw.integers(1, 6, 2)
    counts, chance = draw.integers(0, 30, shape), draw.random(shape) ** power
    chance[draw.random(shape) < 0.1] = 0
    upto = draw.integers(0, counts.sum(axis=1) + 1)
    found = survival(counts, chance, upto)
    for row in range(len(upto)):
        expected = one_by_one(np.repeat(chance[row], counts[row]))[: upto[row] + 1]
        np.testing.assert_allclose(found[row, : upto[row] + 1], expected, rtol=1e-11, atol=1e-290)


@pytest.mark.parametrize(("count", "chance"), [(100_000, 1e-7), (100_000, 1e-3), (5_000, 0.2), (40, 0.999)])
def test_events_of_one_chance_are_binomial(count: int, chance: float) -> None:
    """With one chance for all, the tails are scipy's binomial ones, where they are tiny as well."""
    upto = min(count, 1500)
    found = survival(np.array([[count]]), np.array([[chance]]), np.array([upto]))[0]
    np.testing.assert_allclose(found, binom.sf(np.arange(-1, upto), count, chance), rtol=1e-10, atol=1e-290)


def test_batches_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows worked out a few at a time have the values that they have together."""
    draw = np.random.default_rng(1)
    counts, chance, upto = draw.integers(0, 50, (40, 5)), draw.random((40, 5)), draw.integers(0, 30, 40)
    whole = survival(counts, chance, upto)
    monkeypatch.setattr(poisson_binomial, "_CELLS", 1)
    parts = survival(counts, chance, upto)
    for row, last in enumerate(upto):
        np.testing.assert_allclose(parts[row, : last + 1], whole[row, : last + 1], rtol=1e-12)


def test_no_sets_have_no_tails() -> None:
    """Nothing to work out is nothing; without events nothing happens for certain."""
    none = np.empty((0, 3), dtype=np.int64)
    assert survival(none, none.astype(np.float64), np.empty(0, dtype=np.int64)).shape == (0, 1)
    assert survival(
        np.empty((2, 0), dtype=np.int64), np.empty((2, 0)), np.zeros(2, dtype=np.int64)
    ).tolist() == [
        [1],
        [1],
    ]
