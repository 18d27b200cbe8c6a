"""How likely each tie is where all lists are as long, on average: the configuration model of two modes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from scipy.special import expit

from orgmap.measures.arrays import BoolArray, FloatArray, IntArray

_OFF = 1e-10
_STEPS = 300
_HALVINGS = 40


@dataclass(frozen=True)
class Margins:
    """Classes of rows and of columns whose cells are alike: how many there are of each, and their free ties.

    `rows` and `columns` are how many of each class there are, `row_ties` and `column_ties` how many free ties
    each of them has; `free` is how many free cells a class of rows has in a class of columns, all together.
    """

    rows: IntArray
    columns: IntArray
    row_ties: IntArray
    column_ties: IntArray
    free: IntArray


class Fitted(NamedTuple):
    """The chance of a tie in a free cell, by classes of rows and columns, and how far off the margins are."""

    chance: FloatArray
    off: float

    @property
    def fits(self) -> bool:
        """Whether the margins are met."""
        return self.off <= _OFF


def fitted(margins: Margins) -> Fitted:
    """Return the chances that give each row and column as many free ties, on average, as it has.

    The chances are x y / (1 + x y), with one parameter for each class: the most even ones with these margins.
    Rows and columns whose free cells are all ties, or none, are settled first; the parameters of the rest
    come by Newton's method on their logarithms. Each step is the shortest of those that fit, since a shift
    between rows and columns changes nothing, and is halved until the likelihood does not fall. Where no
    finite parameters meet the margins the chances come as near to 0 and 1 as they have to.

    Reference: Saracco, Di Clemente, Gabrielli and Squartini 2015, doi:10.1038/srep10595.
    """
    chance = _settled(margins)
    unknown = np.isnan(chance) & (margins.free > 0)
    weight = np.where(unknown, margins.free, 0).astype(np.float64)
    given = np.where(np.isnan(chance), 0.0, chance) * margins.free
    goal = np.concatenate(
        [
            margins.rows * margins.row_ties - given.sum(axis=1),
            margins.columns * margins.column_ties - given.sum(axis=0),
        ]
    )
    members = np.concatenate([margins.rows, margins.columns])
    logits, off = _newton(weight, goal, members)
    return Fitted(np.where(unknown, expit(logits), np.nan_to_num(chance)), off)


def _settled(margins: Margins) -> FloatArray:
    """Return the chances of cells that can only be 0 or 1; NaN for the others."""
    chance = np.full(margins.free.shape, np.nan)
    ties = [margins.rows * margins.row_ties, margins.columns * margins.column_ties]
    changed = True
    while changed:
        changed = False
        for axis in (0, 1):
            open_cells = np.where(np.isnan(chance), margins.free, 0)
            left = ties[axis] - (np.nan_to_num(chance) * margins.free).sum(axis=1 - axis)
            room = open_cells.sum(axis=1 - axis)
            for value, which in ((0.0, left <= 0), (1.0, left >= room)):
                lines = np.flatnonzero(which & (room > 0))
                if len(lines):
                    _line(chance, axis, lines, value)
                    changed = True
    return chance


def _line(chance: FloatArray, axis: int, lines: IntArray, value: float) -> None:
    """Set what is not settled in these rows (or columns) to a value."""
    view = chance if axis == 0 else chance.T
    part = view[lines]
    part[np.isnan(part)] = value
    view[lines] = part


def _newton(weight: FloatArray, goal: FloatArray, members: IntArray) -> tuple[FloatArray, float]:
    """Return the sums of the logarithms of the parameters, cell by cell, and how far off the margins are."""
    count = len(weight)
    used = np.concatenate([weight.sum(axis=1), weight.sum(axis=0)]) > 0
    each = np.where(used, np.maximum(goal, 0.0) / members, 0.0)
    start = np.log(np.where(used, each, 1.0)) - 0.5 * np.log(max(goal[:count].sum(), 1.0))
    logs = np.where(used, start, 0.0)
    off = np.inf
    for _ in range(_STEPS):
        missing, before = _missing(weight, goal, logs), off
        off = float(np.abs(missing / members)[used].max(initial=0.0))
        if off <= _OFF / 100 or before / 2 < off <= _OFF:
            break
        step = _step(weight, logs, missing, used)
        better = _better(weight, goal, logs, step)
        if better is None:
            break
        logs = better
    return logs[:count, None] + logs[None, count:], off


def _missing(weight: FloatArray, goal: FloatArray, logs: FloatArray) -> FloatArray:
    """Return how many ties the margins lack: the gradient of the likelihood."""
    count = len(weight)
    ties = weight * expit(logs[:count, None] + logs[None, count:])
    missing: FloatArray = goal - np.concatenate([ties.sum(axis=1), ties.sum(axis=0)])
    return missing


def _step(weight: FloatArray, logs: FloatArray, missing: FloatArray, used: BoolArray) -> FloatArray:
    """Return Newton's step, the shortest where several fit, in units of each parameter's own curvature."""
    count = len(weight)
    chance = expit(logs[:count, None] + logs[None, count:])
    spread = weight * chance * (1 - chance)
    curve = np.diag(np.concatenate([spread.sum(axis=1), spread.sum(axis=0)]))
    curve[:count, count:], curve[count:, :count] = spread, spread.T
    unit: FloatArray = 1 / np.sqrt(np.where(used & (np.diag(curve) > 0), np.diag(curve), 1.0))
    scaled: FloatArray = curve * unit[:, None] * unit[None, :]
    step: FloatArray = unit * np.linalg.lstsq(scaled, missing * unit)[0]
    return step


def _better(weight: FloatArray, goal: FloatArray, logs: FloatArray, step: FloatArray) -> FloatArray | None:
    """Return where the step leads, halved until the likelihood does not fall; None where it always does."""
    before = _likelihood(weight, goal, logs)
    for _ in range(_HALVINGS):
        after = logs + step
        if _likelihood(weight, goal, after) >= before - 1e-13 * abs(before):
            return after
        step = step / 2
    return None


def _likelihood(weight: FloatArray, goal: FloatArray, logs: FloatArray) -> float:
    count = len(weight)
    logits = logs[:count, None] + logs[None, count:]
    return float(goal @ logs - (weight * np.logaddexp(0, logits)).sum())
