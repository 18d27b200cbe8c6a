"""The pairs that tables of ties have a row for: their order, their counts, and why a size is not known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, get_args

import numpy as np
import pandas as pd
from scipy import sparse

from orgmap.errors import CallInvalid
from orgmap.measures.arrays import FloatArray, Incidence, IntArray, incidence_of
from orgmap.measures.kernels.pairs.counting import Counted, counted
from orgmap.measures.kernels.pairs.one_mode import Mode

if TYPE_CHECKING:
    import networkx as nx

_LISTED = {"body": "members", "member": "bodies"}


@dataclass(frozen=True)
class Side:
    """The nodes of one mode, as the rows of a matrix, with what is known of their lists.

    `places` are the positions of the rows among the bodies, or the members, of the incidence; `known` are the
    sizes as far as they are known, NaN where a list is partial or empty; `reason` is the number, in
    `reasons`, of why that is so (0: it is known); `weights` are Newman's, of the columns, NaN for a partial
    list.
    """

    nodes: list[str]
    places: IntArray
    matrix: sparse.csr_array[Any]
    known: FloatArray
    reason: IntArray
    reasons: list[str]
    weights: FloatArray

    @property
    def sizes(self) -> IntArray:
        """How many are listed of each row."""
        return np.diff(self.matrix.indptr).astype(np.int64)

    @property
    def everybody(self) -> int:
        """How many could be on a list: all of the other mode in the network, with and without ties."""
        return int(self.matrix.shape[1])


@dataclass(frozen=True)
class Couples:
    """The rows of a table of pairs, in their order: two rows of a side, what they share, its weight."""

    side: Side
    first: IntArray
    second: IntArray
    shared: IntArray
    weighted: FloatArray

    def known(self) -> tuple[FloatArray, FloatArray]:
        """Return the sizes of both as far as they are known, NaN where they are not."""
        return self.side.known[self.first], self.side.known[self.second]

    def ids(self) -> dict[str, Any]:
        """Return the columns `a` and `b`."""
        names = pd.array(self.side.nodes, dtype="str")
        return {"a": names.take(self.first), "b": names.take(self.second)}

    def reasons(self) -> Any:
        """Return why a size is not known, in plain words; empty where both are."""
        side = self.side
        if not side.reason.any():
            return texts([""], np.zeros(len(self.first), dtype=np.int64))
        distinct, number = np.unique(
            side.reason[self.first] * len(side.reasons) + side.reason[self.second], return_inverse=True
        )
        both = [
            (side.reasons[one // len(side.reasons)], side.reasons[one % len(side.reasons)])
            for one in distinct
        ]
        return texts(["; ".join(filter(None, each)) for each in both], number)


def texts(distinct: list[str], number: IntArray) -> Any:
    """Return a column of texts from the distinct ones and the number of each row's."""
    return pd.array(distinct, dtype="str").take(number)


def couples(graph: nx.Graph[str] | Incidence, mode: str, every: bool) -> Couples:
    """Return the pairs of nodes of a mode that share something (`every`: all pairs), most shared first.

    Among as many the smaller known size first, then those of which it is not known; then by the ids, of which
    the first of each pair comes first in the alphabet.
    """
    incidence = incidence_of(graph)
    return incidence.once(f"pairs of mode {mode}, {every}", lambda: _couples(side_of(incidence, mode), every))


def side_of(incidence: Incidence, mode: str, *, in_order: bool = True) -> Side:
    """Return the nodes of one mode: in the order of the alphabet, or as they come in the graph."""
    if mode not in get_args(Mode):
        raise CallInvalid(f"There is no mode {mode!r}; pairs are of one of: {', '.join(get_args(Mode))}.")
    partial = np.array([listed == "partial" for listed in incidence.attribute("list")], dtype=np.bool_)
    bodies = len(incidence.bodies)
    places, matrix, own, other = incidence.bodies, incidence.matrix, partial[:bodies], partial[bodies:]
    if mode == "member":
        places, matrix, own, other = incidence.members, matrix.T.tocsr(), other, own
    nodes = [incidence.nodes[place] for place in places.tolist()]
    order = np.arange(len(nodes))
    if in_order:
        order = np.array(sorted(range(len(nodes)), key=nodes.__getitem__), dtype=np.int64)
        nodes, matrix, own = [nodes[number] for number in order.tolist()], matrix[order], own[order]
    size = np.diff(matrix.indptr).astype(np.int64)
    reason, reasons = _reasons(incidence, mode, nodes, order, np.where(own, -1, size))
    degree = np.bincount(matrix.indices, minlength=matrix.shape[1])
    weights = np.where(other, np.nan, 1 / np.maximum(degree - 1, 1))
    return Side(nodes, order, matrix, np.where(reason, np.nan, size), reason, reasons, weights)


def _reasons(
    incidence: Incidence, mode: str, nodes: list[str], order: IntArray, size: IntArray
) -> tuple[IntArray, list[str]]:
    """Return why a size is not known, as numbers of reasons, and the reasons; -1 is a partial list."""
    unknown = np.flatnonzero(size < 1)
    reason = np.zeros(len(nodes), dtype=np.int64)
    if not len(unknown):
        return reason, [""]
    reason[unknown] = np.arange(1, len(unknown) + 1)
    labels = incidence.attribute("label")[0 if mode == "body" else len(incidence.bodies) :]
    listed = _LISTED[mode]
    reasons = [
        f"no {listed} of {label} are listed" if empty else f"the list of {listed} of {label} is partial"
        for label, empty in (
            (labels[order[number]] or nodes[number], size[number] == 0) for number in unknown.tolist()
        )
    ]
    return reason, ["", *reasons]


def _couples(side: Side, every: bool) -> Couples:
    found = counted(side.matrix, side.weights)
    if every:
        found = _all(found, len(side.nodes))
    smaller = np.minimum(side.known[found.first], side.known[found.second])
    order = _ranked(found.shared, np.nan_to_num(smaller, nan=side.everybody + 1).astype(np.int64))
    return Couples(side, found.first[order], found.second[order], found.shared[order], found.weighted[order])


def _all(found: Counted, count: int) -> Counted:
    """Return all pairs of so many rows, nil where they were not found."""
    first, second = np.triu_indices(count, k=1)
    places = found.first * (2 * count - found.first - 1) // 2 + found.second - found.first - 1
    shared, weighted = np.zeros(len(first), dtype=np.int64), np.zeros(len(first))
    shared[places], weighted[places] = found.shared, found.weighted
    return Counted(first, second, shared, weighted)


def _ranked(shared: IntArray, smaller: IntArray) -> IntArray:
    """Return the order by most shared, then by smaller size, then as it was."""
    most, largest, count = int(shared.max(initial=0)), int(smaller.max(initial=0)), len(shared)
    if (most + 1) * (largest + 1) * (count + 1) >= 2**63:
        return np.lexsort((smaller, -shared))
    keys = (most - shared) * (largest + 1) + smaller
    keys = keys * count + np.arange(count)
    keys.sort()
    return keys % max(count, 1)
