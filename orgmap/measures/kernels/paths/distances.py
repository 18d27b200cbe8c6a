"""The sums of all distances from each node, and of their reciprocals, to its own mode and to the other."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from orgmap.measures.arrays import FloatArray, Incidence, IntArray
from orgmap.measures.kernels.paths.core import component_sums
from orgmap.measures.kernels.paths.leaves import leaves
from orgmap.measures.kernels.paths.search import shortfalls


@dataclass(frozen=True, eq=False)
class Distances:
    """Sums over all that a node can reach, itself apart; arrays are stacked.

    `far_own` and `far_other` sum the distances to the nodes of its own mode and of the other, exactly;
    `near_own` and `near_other` sum 1 / distance.
    """

    far_own: FloatArray
    far_other: FloatArray
    near_own: FloatArray
    near_other: FloatArray


@dataclass(frozen=True, eq=False)
class _Sums:
    """Sums from the nodes of the trunk to other nodes of it, or to the leaves that hang from these.

    `total` counts what is summed over. Distances d are to the node of the trunk: `far` sums d; `near` sums
    1 / d and 1 / (d + 1) over nodes, 1 / (d + 1) and 1 / (d + 2) over leaves.
    """

    total: FloatArray
    far: FloatArray
    near: tuple[FloatArray, FloatArray]


def distances(incidence: Incidence) -> Distances:
    """Return the sums of the distances in a network; they are worked out once."""
    return incidence.once("distances", lambda: _distances(incidence))


def _distances(incidence: Incidence) -> Distances:
    """A leaf is one step farther than what it hangs from, both to get there and to get away."""
    hanging = leaves(incidence)
    short = shortfalls(incidence, hanging)
    own, other = _sums(incidence, hanging.trunk.astype(np.float64), short[0::2], 0)
    own_leaves, other_leaves = _sums(incidence, hanging.count.astype(np.float64), short[1::2], 1)
    found = Distances(
        own.far + other_leaves.far + other_leaves.total,
        other.far + own_leaves.far + own_leaves.total,
        own.near[0] + other_leaves.near[0],
        other.near[0] + own_leaves.near[0],
    )
    leaf = np.flatnonzero(~hanging.trunk)
    above: IntArray = hanging.parent[leaf]
    found.far_own[leaf] = (other.far + other.total + own_leaves.far + 2 * own_leaves.total)[above] - 2
    found.far_other[leaf] = (own.far + own.total + other_leaves.far + 2 * other_leaves.total)[above]
    found.near_own[leaf] = (other.near[1] + own_leaves.near[1])[above] - 1 / 2
    found.near_other[leaf] = (own.near[1] + other_leaves.near[1])[above]
    return found


def _sums(incidence: Incidence, weight: FloatArray, short: FloatArray, shift: int) -> tuple[_Sums, _Sums]:
    """Return the sums to a node's own mode and to the other, where each node counts `weight`."""
    body = np.arange(len(weight)) < len(incidence.bodies)
    bodies = component_sums(incidence.components, np.where(body, weight, 0.0))
    members = component_sums(incidence.components, np.where(body, 0.0, weight))
    own, other = np.where(body, bodies, members), np.where(body, members, bodies)
    own_short, other_short = np.where(body, short[0], short[1]), np.where(body, short[1], short[0])
    rest, here = own - weight, weight if shift else 0 * weight
    return (
        _Sums(
            own,
            2 * rest + own_short[0],
            (
                here + rest / (shift + 2) + own_short[1],
                weight / (shift + 1) + rest / (shift + 3) + own_short[2],
            ),
        ),
        _Sums(
            other,
            other + other_short[0],
            (other / (shift + 1) + other_short[1], other / (shift + 2) + other_short[2]),
        ),
    )
