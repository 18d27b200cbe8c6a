"""The core of a network: what is left when its pendant trees are off; a node weighs what hangs from it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import sparse

from orgmap.measures.arrays import FloatArray, Incidence, IntArray
from orgmap.measures.kernels.paths.trees import PendantTrees


@dataclass(frozen=True, eq=False)
class Side:
    """One mode of the core: the stacked places of its nodes, their weights and their components.

    `step` (this side x the other side) is the incidence; every row of it has at least two entries.
    """

    places: IntArray
    weight: IntArray
    component: IntArray
    step: sparse.csr_array[np.float64]

    def sums(self, values: FloatArray) -> FloatArray:
        """Return for each node of this side the sum of the rows of `values` of its neighbours."""
        return np.asarray(self.step @ values, dtype=np.float64)


def sides(incidence: Incidence, trees: PendantTrees) -> tuple[Side, Side]:
    """Return the two sides of the core: bodies, then members."""
    rows = len(incidence.bodies)
    bodies = np.flatnonzero(trees.core[:rows])
    members = np.flatnonzero(trees.core[rows:])
    step = incidence.matrix[bodies][:, members].astype(np.float64)
    return (
        _side(incidence, trees, bodies, step),
        _side(incidence, trees, members + rows, step.T.tocsr()),
    )


def _side(
    incidence: Incidence, trees: PendantTrees, places: IntArray, step: sparse.csr_array[np.float64]
) -> Side:
    return Side(places, trees.size[places], incidence.components[places], step)


def rank_within(groups: IntArray) -> IntArray:
    """Return for each element how many earlier elements are of its group."""
    order = np.argsort(groups, kind="stable")
    ordered = groups[order]
    starts = np.flatnonzero(np.diff(ordered, prepend=-1))
    ranks = np.empty_like(groups)
    ranks[order] = np.arange(len(groups)) - np.repeat(starts, np.diff(starts, append=len(groups)))
    return ranks


def component_sums(components: IntArray, values: FloatArray) -> FloatArray:
    """Return for each node the sum of `values` over its component."""
    sums = np.bincount(components, weights=values)
    return sums[components].astype(np.float64)
