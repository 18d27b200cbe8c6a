"""How a map holds together while the busiest go, one after the other."""

from __future__ import annotations

from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING, Literal, get_args

import numpy as np
import pandas as pd

from orgmap.errors import CallInvalid
from orgmap.measures.arrays import FloatArray, Incidence, IntArray, incidence_of
from orgmap.measures.kernels.groups.splitting import neighbour_lists

if TYPE_CHECKING:
    import networkx as nx

Remove = Literal["members", "bodies", "both"]


def robustness(graph: nx.Graph[str] | Incidence, *, remove: Remove = "both") -> pd.DataFrame:
    """Return what hangs together as nodes go one by one, each time the one with most ties left.

    Two-mode network. `remove` says who goes: "members", "bodies", or "both", whichever node has most ties
    then; of equally busy nodes the first in the order of the alphabet. Columns: `removed`, the share of those
    who may go that is gone, from 0 to 1; `node`, the one that went last (NA in the first row); `largest`, the
    share of all nodes, gone or not, in the largest component of what is left, NaN without nodes. Rows in the
    order of the removals; index 0, 1, 2 ... `attrs["robustness"]` is the mean of `largest` without the first
    row (Schneider and others' R), NaN where nobody may go. Raises `CallInvalid` for another word,
    `NetworkUnfit` as `incidence_of` does.

    Reference: Schneider and others 2011, doi:10.1073/pnas.1009440108.
    """
    incidence = incidence_of(graph)
    order = _attack(incidence, remove)
    largest = _largest(incidence, order)
    ids = [None, *(incidence.nodes[place] for place in incidence.places[order].tolist())]
    removed = np.arange(len(ids)) / max(len(order), 1)
    table = pd.DataFrame({"removed": removed, "node": pd.array(ids, dtype="str"), "largest": largest})
    table.attrs["robustness"] = _mean(largest)
    return table


def robustness_values(graph: nx.Graph[str] | Incidence) -> pd.Series[float]:
    """Return how well a map holds together while the busiest go, in one number for each kind that may go.

    `robustness`: any node; `robustness_members`: members; `robustness_bodies`: bodies. Each is the mean share
    of all nodes in the largest component over the removals of `robustness`, from 0 (falls apart at once) to
    1 (which no map reaches); NaN where nobody may go. Index: these three names.

    Reference: Schneider and others 2011, doi:10.1073/pnas.1009440108.
    """
    incidence = incidence_of(graph)
    names = {"robustness": "both", "robustness_members": "members", "robustness_bodies": "bodies"}
    values = {name: _mean(_largest(incidence, _attack(incidence, who))) for name, who in names.items()}
    return pd.Series(values, dtype="float64")


def _mean(largest: FloatArray) -> float:
    return float(largest[1:].mean()) if len(largest) > 1 else float("nan")


def _attack(incidence: Incidence, remove: str) -> IntArray:
    """Return the stacked places of those who go, in the order in which they go."""
    if remove not in get_args(Remove):
        raise CallInvalid(f"There is no {remove!r} to remove; there is: {', '.join(get_args(Remove))}.")
    ids = [incidence.nodes[place] for place in incidence.places.tolist()]
    alphabet = sorted(range(len(ids)), key=ids.__getitem__)
    if remove == "both":
        return _busiest_first(neighbour_lists(incidence), incidence.degrees.tolist(), alphabet)
    mine = [node for node in alphabet if (node < len(incidence.bodies)) == (remove == "bodies")]
    there = np.array(mine, dtype=np.int64)
    return there[np.argsort(-incidence.degrees[there], kind="stable")]


def _busiest_first(neighbours: list[list[int]], degree: list[int], alphabet: list[int]) -> IntArray:
    """Return all nodes, each time the one with most ties to those still there; stale entries are passed."""
    rank = {node: place for place, node in enumerate(alphabet)}
    queue = [(-degree[node], place, node) for place, node in enumerate(alphabet)]
    heapify(queue)
    order = []
    while queue:
        ties, _, node = heappop(queue)
        if -ties != degree[node]:
            continue
        degree[node] = -1
        order.append(node)
        for other in neighbours[node]:
            if degree[other] > 0:
                degree[other] -= 1
                heappush(queue, (-degree[other], rank[other], other))
    return np.array(order, dtype=np.int64)


def _largest(incidence: Incidence, order: IntArray) -> FloatArray:
    """Return the share in the largest component before, between and after the removals.

    Nodes are put back in the opposite order, and components joined as their ties come back.
    """
    neighbours, count = neighbour_lists(incidence), len(incidence.nodes)
    there = [True] * count
    for node in order.tolist():
        there[node] = False
    forest = _Forest(count)
    for node in range(len(incidence.bodies)):
        if there[node]:
            forest.join(node, [other for other in neighbours[node] if there[other]])
    largest = [max((forest.size[node] for node in range(count) if there[node]), default=0)]
    for node in reversed(order.tolist()):
        there[node] = True
        forest.join(node, [other for other in neighbours[node] if there[other]])
        largest.append(max(largest[-1], forest.size[forest.top(node)]))
    return np.array(largest[::-1], dtype=np.float64) / (count or np.nan)


class _Forest:
    """Components as trees: the top of a tree knows its size."""

    def __init__(self, count: int) -> None:
        self._above = list(range(count))
        self.size = [1] * count

    def top(self, node: int) -> int:
        """Return the top of a node's tree, and shorten the way to it."""
        above = self._above
        while above[node] != node:
            above[node] = above[above[node]]
            node = above[node]
        return node

    def join(self, node: int, others: list[int]) -> None:
        """Put a node and others into one component."""
        mine = self.top(node)
        for other in others:
            its = self.top(other)
            if its != mine:
                small, mine = sorted((its, mine), key=self.size.__getitem__)
                self._above[small] = mine
                self.size[mine] += self.size[small]
