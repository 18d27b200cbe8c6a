"""Which bodies and members keep company: communities of the greatest bipartite modularity that is found."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from orgmap.errors import NetworkUnfit
from orgmap.measures.arrays import FloatArray, Incidence, IntArray, incidence_of, series
from orgmap.measures.kernels.groups.moving import best_grouping, modularity_of

if TYPE_CHECKING:
    import networkx as nx

_STARTS, _TIES = 50, 4_000
_FEWER, _MORE_TIES = 10, 40_000
_NOTE = "Communities were found by search from {starts}: other groupings may fit as well, or a little better."


def communities(graph: nx.Graph[str] | Incidence, seed: int = 1) -> pd.Series[float]:
    """Return the number of the group of bodies and members that a node keeps company with, 0 for the largest.

    Variant: the grouping of the two-mode network with the greatest bipartite modularity that local moves and
    merging find (Blondel and others 2008, doi:10.1088/1742-5468/2008/10/P10008, with Barber's null model)
    from many starts: 44 with 90 ties, ten with 400 to 4,000, one beyond 20,000; the first goes by ties, the
    others are drawn with `seed`. Bodies and members share groups. Whole numbers from 0, as floats, the most
    nodes first, then by the first id in the order of the alphabet; NaN for a node without ties. The order of
    rows changes nothing; where ties alone do not tell nodes apart, ids can decide between groupings.

    Index: node ids in the graph's own order, named `node`; `attrs["notes"]` says how they were found. Raises
    `NetworkUnfit` as `incidence_of` does.

    Reference: Barber 2007, doi:10.1103/PhysRevE.76.066102.
    """
    incidence = incidence_of(graph)
    found = series("community", incidence, _numbered(incidence, _found(incidence, seed)))
    found.attrs["notes"] = _notes(incidence)
    return found


def modularity(graph: nx.Graph[str] | Incidence, seed: int = 1) -> pd.Series[float]:
    """Return how far ties keep within the groups of `communities`, beyond what chance would give.

    Variant: Barber's bipartite modularity of that grouping, the share of ties within groups less the share
    that chance would put there with the same numbers of ties of each node. Range 0 (one group is as good as
    any) to under 1; NaN without ties. A Series with the one name `modularity` in its index; `attrs["notes"]`
    says how the groups were found. Raises `NetworkUnfit` as `incidence_of` does.

    Reference: Barber 2007, doi:10.1103/PhysRevE.76.066102.
    """
    incidence = incidence_of(graph)
    found = pd.Series({"modularity": modularity_of(incidence, _found(incidence, seed))})
    found.attrs["notes"] = _notes(incidence)
    return found


def bipartite_modularity(graph: nx.Graph[str] | Incidence, groups: Mapping[str, object]) -> float:
    """Return Barber's bipartite modularity of a grouping: `groups` gives the group of each node id.

    The share of ties within groups less the share that chance would put there. Range -1 to under 1; NaN
    without ties. Raises `NetworkUnfit` where a node has no group, and as `incidence_of` does.

    Reference: Barber 2007, doi:10.1103/PhysRevE.76.066102.
    """
    incidence = incidence_of(graph)
    missing = next((node for node in incidence.nodes if node not in groups), None)
    if missing is not None:
        raise NetworkUnfit(f"{missing!r} has no group.")
    numbers, _ = pd.factorize(np.array([str(groups[node]) for node in incidence.nodes], dtype=object))
    return modularity_of(incidence, numbers[incidence.places])


def _notes(incidence: Incidence) -> tuple[str, ...]:
    starts = _starts(incidence)
    return (_NOTE.format(starts=f"{starts} starts" if starts > 1 else "one start"),)


def _starts(incidence: Incidence) -> int:
    ties = max(1, incidence.matrix.nnz)
    return max(1, min(_STARTS, _TIES // ties), min(_FEWER, _MORE_TIES // ties))


def _found(incidence: Incidence, seed: int) -> IntArray:
    """Return the group of each node (stacked numbers)."""
    return incidence.once(
        f"communities of seed {seed}", lambda: best_grouping(incidence, seed, _starts(incidence))
    )


def _numbered(incidence: Incidence, groups: IntArray) -> FloatArray:
    """Return the number of each node's group, the largest first; NaN for a node without ties."""
    tied = np.flatnonzero(incidence.degrees > 0)
    names = np.array(incidence.nodes, dtype=object)[incidence.places[tied]]
    table = pd.DataFrame({"group": groups[tied], "name": names}).groupby("group")["name"].agg(["size", "min"])
    ranked = table.assign(less=-table["size"]).sort_values(["less", "min"]).index
    number = dict(zip(ranked.tolist(), range(len(ranked)), strict=True))
    numbers = np.full(len(groups), np.nan)
    numbers[tied] = [number[group] for group in groups[tied].tolist()]
    return numbers
