"""Tests of the upper tail of the hypergeometric distribution."""

from __future__ import annotations

from fractions import Fraction
from math import comb

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import hypergeom

from orgmap.measures.kernels.chance.tails import upper_tail


def tail(everybody: int, a: int, b: int, least: int) -> float:
    """One tail, from arrays of one."""
    return float(upper_tail(*(np.array([each]) for each in (everybody, a, b, least)))[0])


def exact(everybody: int, a: int, b: int, least: int) -> float:
    """The tail as a fraction of whole numbers."""
    ways = sum(
        comb(a, both) * comb(everybody - a, b - both)
        for both in range(max(least, a + b - everybody, 0), min(a, b) + 1)
    )
    return float(Fraction(ways, comb(everybody, b)))


@settings(deadline=None, max_examples=500)
@given(st.data())
def test_tail_is_the_ratio_of_whole_numbers(data: st.DataObject) -> None:
    """To 1e-12 of itself each tail is the number of ways over all ways, from impossible to certain."""
    everybody = data.draw(st.integers(1, 200))
    a, b = data.draw(st.integers(0, everybody)), data.draw(st.integers(0, everybody))
    least = data.draw(st.integers(0, min(a, b) + 1))
    expected = exact(everybody, a, b, least)
    assert tail(everybody, a, b, least) == pytest.approx(expected, rel=1e-12, abs=0)


@pytest.mark.parametrize(
    "numbers",
    [(2_000_000, 300, 250, 40), (120_000, 90, 30, 30), (120_000, 8, 8, 1), (5_000, 2_500, 2_400, 1_100)],
)
def test_tail_of_large_numbers(numbers: tuple[int, ...]) -> None:
    """Far beyond what factorials can hold, and for chances near nil, the precision is the same."""
    assert tail(*numbers) == pytest.approx(exact(*numbers), rel=1e-12, abs=0)


def test_tail_is_that_of_scipy() -> None:
    """On two thousand random tables all tails are scipy's to 1e-12 of themselves."""
    draw = np.random.default_rng(5)
    everybody = draw.integers(50, 100_000, 2_000)
    a, b = (draw.integers(1, np.minimum(everybody, 400)) for _ in range(2))
    least = np.minimum(np.minimum(a, b), draw.poisson(a * b / everybody) + draw.integers(0, 4, 2_000))
    found, expected = upper_tail(everybody, a, b, least), hypergeom.sf(least - 1, everybody, a, b)
    np.testing.assert_allclose(found, expected, rtol=1e-12)


def test_tail_of_nothing() -> None:
    """No pairs have no tails."""
    assert len(upper_tail(*(np.empty(0, dtype=np.int64) for _ in range(4)))) == 0
