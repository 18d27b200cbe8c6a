"""Ties that could not be otherwise: statutory seats, and members who may not sit on a body."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
from scipy import sparse

from orgmap.errors import NetworkUnfit
from orgmap.measures.arrays import Incidence, IntArray
from orgmap.measures.couples import Side
from orgmap.measures.kernels.chance.classes import ONE, ZERO

Ties = Iterable[tuple[str, str]]


def forced_cells(
    incidence: Incidence, side: Side, mode: str, ones: Ties, zeros: Ties
) -> sparse.csr_array[Any]:
    """Return `ONE` and `ZERO` in the cells of a side that are forced; all in pairs of body and member ids.

    Raises `NetworkUnfit` where an id is not that of a body, or a member, where a forced tie is not in the
    network, and where one is there that could not be.
    """
    wanted = [(body, member, ONE) for body, member in sorted(set(ones))]
    wanted += [(body, member, ZERO) for body, member in sorted(set(zeros))]
    if not wanted:
        none = np.empty(0, dtype=np.int64)
        return sparse.csr_array((none, (none, none)), shape=side.matrix.shape)
    bodies = _numbers(incidence, incidence.bodies, [body for body, _, _ in wanted], "body")
    members = _numbers(incidence, incidence.members, [member for _, member, _ in wanted], "member")
    kinds = np.array([kind for _, _, kind in wanted], dtype=np.int64)
    _refuse(wanted, incidence, bodies, members)
    rows, columns = (bodies, members) if mode == "body" else (members, bodies)
    place = np.empty(len(side.places), dtype=np.int64)
    place[side.places] = np.arange(len(side.places))
    return sparse.csr_array((kinds, (place[rows], columns)), shape=side.matrix.shape)


def _numbers(incidence: Incidence, places: IntArray, asked: list[str], kind: str) -> IntArray:
    """Return the positions of nodes among those of their mode."""
    wanted = set(asked)
    number = {
        incidence.nodes[place]: number
        for number, place in enumerate(places.tolist())
        if incidence.nodes[place] in wanted
    }
    for node in asked:
        if node not in number:
            raise NetworkUnfit(f"{node!r} is given as a {kind}, and no {kind} of the network has this id.")
    return np.array([number[node] for node in asked], dtype=np.int64)


def _refuse(
    wanted: list[tuple[str, str, int]], incidence: Incidence, bodies: IntArray, members: IntArray
) -> None:
    """Refuse what contradicts the network."""
    matrix = incidence.matrix
    for (body, member, kind), row, column in zip(wanted, bodies.tolist(), members.tolist(), strict=True):
        tied = column in matrix.indices[matrix.indptr[row] : matrix.indptr[row + 1]]
        if kind == ONE and not tied:
            raise NetworkUnfit(f"{member!r} has a seat on {body!r} by rule, and has none in the network.")
        if kind == ZERO and tied:
            raise NetworkUnfit(f"{member!r} may not sit on {body!r}, and does so in the network.")
