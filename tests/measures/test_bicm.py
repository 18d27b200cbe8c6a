"""Tests of the configuration model of two modes, and of the classes it is fitted by."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import optimize, sparse

from orgmap.measures.kernels.chance import bicm
from orgmap.measures.kernels.chance.bicm import Margins, fitted
from orgmap.measures.kernels.chance.classes import ONE, ZERO, classes


def fit(ties: np.ndarray, forced: np.ndarray | None = None) -> tuple[np.ndarray, bool]:
    """The chance of each cell, by way of the classes, and whether the margins are met."""
    kinds = np.zeros_like(ties) if forced is None else forced
    found = classes(sparse.csr_array(ties), sparse.csr_array(kinds))
    rows, columns = (np.bincount(number) for number in (found.rows, found.columns))
    free, ones = kinds == 0, kinds == ONE
    cells = np.zeros((len(rows), len(columns)), dtype=np.int64)
    np.add.at(cells, (found.rows[:, None], found.columns[None, :]), free)
    own = [(ties - ones).sum(axis=1)[found.a_row], (ties - ones).sum(axis=0)[found.a_column]]
    made = fitted(Margins(rows, columns, *own, cells))
    chance = made.chance[found.rows][:, found.columns]
    return np.where(free, chance, ones.astype(float)), made.fits


def by_scipy(ties: np.ndarray, free: np.ndarray) -> np.ndarray:
    """The chances of the greatest likelihood, by a general optimiser, a parameter for each row and column."""
    rows = len(ties)

    def loss(logs: np.ndarray) -> tuple[float, np.ndarray]:
        logits = logs[:rows, None] + logs[None, rows:]
        gap = free * (1 / (1 + np.exp(-logits)) - ties)
        value = (free * (np.logaddexp(0, logits) - ties * logits)).sum()
        return value, np.concatenate([gap.sum(axis=1), gap.sum(axis=0)])

    found = optimize.minimize(
        loss, np.zeros(sum(ties.shape)), jac=True, method="BFGS", options={"gtol": 1e-9}
    )
    return 1 / (1 + np.exp(-(found.x[:rows, None] + found.x[None, rows:])))


def table(seed: int, *, forced: bool) -> tuple[np.ndarray, np.ndarray]:
    """A random table of ties, and which of its cells are forced."""
    draw = np.random.default_rng(seed)
    shape = draw.integers(1, 9, 2)
    ties = (draw.random(shape) < draw.uniform(0.1, 0.9)).astype(np.int64)
    kinds = np.where(ties, ONE, ZERO) * (draw.random(shape) < draw.uniform(0, 0.4)) * forced
    return ties, kinds


@pytest.mark.parametrize("forced", [False, True])
@settings(deadline=None, max_examples=150)
@given(seed=st.integers(0, 2**32 - 1))
def test_margins_are_met(forced: bool, seed: int) -> None:
    """Every row and column has as many ties on average as it has, to 1e-10; forced cells are 0 and 1."""
    ties, kinds = table(seed, forced=forced)
    chance, fits = fit(ties, kinds)
    assert fits
    np.testing.assert_allclose(chance.sum(axis=0), ties.sum(axis=0), rtol=0, atol=1e-9)
    np.testing.assert_allclose(chance.sum(axis=1), ties.sum(axis=1), rtol=0, atol=1e-9)
    assert ((chance >= 0) & (chance <= 1)).all()
    assert (chance[kinds == ONE] == 1).all()
    assert (chance[kinds == ZERO] == 0).all()


@pytest.mark.parametrize("forced", [False, True])
@settings(deadline=None, max_examples=60)
@given(seed=st.integers(0, 2**32 - 1))
def test_chances_are_those_of_the_greatest_likelihood(forced: bool, seed: int) -> None:
    """A general optimiser with a parameter for each row and column finds the same chances."""
    ties, kinds = table(seed, forced=forced)
    free = kinds == 0
    expected = by_scipy(ties, free)
    np.testing.assert_allclose(fit(ties, kinds)[0][free], expected[free], rtol=0, atol=1e-4)


def test_full_and_empty_lines_are_settled() -> None:
    """Those who sit on everything or nothing have chances of exactly 1 and 0, and so again without them."""
    ties = np.array([[1, 1, 1, 1], [1, 1, 0, 0], [1, 0, 1, 0], [0, 0, 0, 0]])
    chance, fits = fit(ties)
    assert fits
    assert chance[0].tolist() == [1, 1, 1, 1]
    assert chance[3].tolist() == [0, 0, 0, 0]
    nested, fits = fit(np.tri(5, dtype=np.int64))
    assert fits
    np.testing.assert_array_equal(nested, np.tri(5))


def test_a_table_without_finite_parameters() -> None:
    """Where sizes leave no choice in part of the table, although no line is full, chances go to 0 and 1."""
    ties = np.array([[1, 1, 1, 0], [1, 1, 0, 1], [1, 0, 0, 0], [0, 1, 0, 0]])
    chance, fits = fit(ties)
    assert fits
    expected = np.array([[1, 1, 0.5, 0.5], [1, 1, 0.5, 0.5], [0.5, 0.5, 0, 0], [0.5, 0.5, 0, 0]])
    np.testing.assert_allclose(chance, expected, atol=1e-9)


def test_a_fit_that_fails_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the steps do not suffice the model says that it does not fit."""
    monkeypatch.setattr(bicm, "_STEPS", 1)
    assert not fit(np.array([[1, 1, 0], [1, 0, 0], [1, 0, 1], [0, 1, 0]]))[1]


@settings(deadline=None, max_examples=150)
@given(seed=st.integers(0, 2**32 - 1))
def test_classes_cannot_be_told_apart(seed: int) -> None:
    """Lines of a class have as many ties, and as many forced cells of a kind in each class of the others."""
    ties, kinds = table(seed, forced=True)
    found = classes(sparse.csr_array(ties), sparse.csr_array(kinds))
    for lines, others, cells, sides in (
        (found.rows, found.columns, kinds, ties),
        (found.columns, found.rows, kinds.T, ties.T),
    ):
        seen: dict[int, tuple[int, ...]] = {}
        for number, row, side in zip(lines.tolist(), cells, sides, strict=True):
            view = [
                ((row == kind) & (others == other)).sum() for kind in (ONE, ZERO) for other in set(others)
            ]
            assert seen.setdefault(number, (side.sum(), *view)) == (side.sum(), *view)


def test_one_chair_for_each_body_makes_one_class() -> None:
    """Bodies that each have a statutory member of their own stay alike, and so do these members."""
    ties = np.hstack([np.eye(6, dtype=np.int64), np.ones((6, 3), dtype=np.int64)])
    forced = np.hstack([np.eye(6, dtype=np.int64) * ONE, np.zeros((6, 3), dtype=np.int64)])
    found = classes(sparse.csr_array(ties), sparse.csr_array(forced))
    assert (len(found.a_row), len(found.a_column)) == (1, 2)
