"""The pairs of those around a node, and which of them share something as well: closed and open paths."""

from __future__ import annotations

import numpy as np

from orgmap.measures.arrays import FloatArray, Incidence
from orgmap.measures.kernels.pairs.neighbours import side_of
from orgmap.measures.kernels.pairs.one_mode import Mode
from orgmap.measures.kernels.pairs.products import Matrix, by_rows, end_sums, like, part, pattern, row_sums
from orgmap.measures.kernels.pairs.repeated import Repeated, repeated


def contacts(incidence: Incidence, mode: Mode) -> FloatArray:
    """Return for each node of a mode how many others of the mode share something with it."""
    around = repeated(incidence, mode)
    number = end_sums(side_of(incidence, mode), around.ends - 1)
    number[around.places] -= row_sums(around.again, around.again.data)
    return number


def joined_contacts(incidence: Incidence, mode: Mode) -> FloatArray:
    """Return for each node of a mode how many ordered pairs of its contacts share something themselves."""
    return incidence.once(f"joined contacts of mode {mode}", lambda: _joined(incidence, mode))


def _joined(incidence: Incidence, mode: Mode) -> FloatArray:
    """Count them; the contacts of a node with one tie all meet at its end."""
    number, around = contacts(incidence, mode), repeated(incidence, mode)
    joined = number * (number - 1)
    joined[around.places] = _acquainted(around, pattern(around.shared))
    return joined


def four_paths(incidence: Incidence, mode: Mode) -> tuple[FloatArray, FloatArray]:
    """Return for each node of two ties or more the 4-paths with it in the middle, and how many are open.

    A 4-path leads from a node through the middle to another of the same mode by two different ends; it is
    open where its two outer nodes share no third end. Each path counts once from either side.

    Let c be what two nodes share and t what three share. Of the paths from j to q through i, those whose ends
    the three do not share are open where c(j, q) = 0; those with one such end where c(j, q) = 1; those with
    two where c(j, q) = 2.
    """
    return incidence.once(f"4-paths of mode {mode}", lambda: _four_paths(repeated(incidence, mode)))


def _four_paths(around: Repeated) -> tuple[FloatArray, FloatArray]:
    steps = end_sums(around.ties, around.ends - 1)
    squares = row_sums(around.shared, around.shared.data**2) + end_sums(around.ties, around.lone)
    paths = steps**2 - end_sums(around.ties, (around.ends - 1) ** 2) - squares + steps
    strangers = steps**2 - squares - _acquainted(around, around.shared)
    return paths, strangers + 2 * _sharing_one(around) + 4 * around.triples[0]


def _acquainted(around: Repeated, weights: Matrix) -> FloatArray:
    """Return for each i the sum of w(i, j) w(i, q) over ordered pairs j, q that share something.

    `weights` has the places of `shared`; those with one tie, who are at no second end, weigh 1. Summed at
    each end where j and q meet, a pair counts as often as it meets: what it shares beside one is taken off.
    """
    ties, size = around.ties, np.diff(around.ties.indptr)
    at_lone = like(ties, around.lone[ties.indices])

    def work(rows: slice) -> FloatArray:
        near = part(weights, rows)
        met = near @ ties + part(at_lone, rows)
        again = (near @ around.again).multiply(near)
        return row_sums(met, met.data**2) - end_sums(near.power(2), size) - np.asarray(again.sum(axis=1))

    found = by_rows(work, weights, around.again, "pairs of contacts")
    return np.concatenate([np.empty(0), *found]) - end_sums(ties, around.lone)


def _sharing_one(around: Repeated) -> FloatArray:
    """Return for each i the sum of c(i, j) - 1 over ordered pairs j, q whose only common end i shares."""
    ties = around.ties
    only = like(ties, around.ends[ties.indices] - 1 - around.twice)

    def work(rows: slice) -> FloatArray:
        found = (part(around.again, rows) @ only).multiply(part(ties, rows))
        return np.asarray(found.sum(axis=1))

    return np.concatenate([np.empty(0), *by_rows(work, around.again, ties, "paths around one body")])
