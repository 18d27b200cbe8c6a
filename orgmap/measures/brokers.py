"""Brokerage as measures of nodes, by tier or by sector: counted, and against groups dealt out at random."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

import numpy as np
import pandas as pd

from orgmap.errors import CallInvalid
from orgmap.measures.arrays import FloatArray, Incidence, IntArray, incidence_of
from orgmap.measures.kernels.pairs.group_types import TYPES, Chances, GroupTypes, chances, group_types
from orgmap.measures.kernels.pairs.two_paths import ties_of, two_paths

if TYPE_CHECKING:
    import networkx as nx

By = Literal["tier", "sector"]


def brokerage(graph: nx.Graph[str] | Incidence, by: By = "tier") -> pd.DataFrame:
    """Return how many pairs each node stands between, by the groups of the three: tiers or sectors.

    `by="tier"`: in the two-mode network, pairs of bodies of a member and pairs of members of a body, by the
    `tier` of each. `by="sector"`: in the projection of the members (unweighted), where two are joined if they
    meet on some body: pairs of neighbours who do not meet one another, by the `sector` of each. Each pair
    counts once. Columns, each with `tier_` or `sector_` before it; numbers from 0:

    - `coordinator`: both are of the node's own group: it holds its own side together;
    - `itinerant`: both are of one other group: an outsider between insiders;
    - `gatekeeper`: one is of its own group and one is not: the door of its group (also the representative);
    - `liaison`: the three are of three groups: it joins two sides and is of neither;
    - `unknown`: pairs that are left out of these, as the group of one of the three is not known.

    The four types are NaN where the node's own group is not known, and where it has pairs but of none are all
    groups known; all columns are NaN for bodies by sector, as bodies have none. `attrs["notes"]` says how
    many pairs are left out.

    Index: node ids in the graph's own order, named `node`. Raises `NetworkUnfit` as `incidence_of` does and
    `CallInvalid` for other groups.

    References: Gould and Fernandez 1989, doi:10.2307/270949; two modes: Jasny and Lubell 2015,
    doi:10.1016/j.socnet.2014.11.005.
    """
    incidence = incidence_of(graph)
    found = _brokered(incidence, by)
    values = np.column_stack([found.types, found.unknown])
    return _table(incidence, values, [f"{by}_{name}" for name in (*TYPES, "unknown")], found.notes)


def brokerage_scores(graph: nx.Graph[str] | Incidence, by: By = "tier") -> pd.DataFrame:
    """Return how far each count of `brokerage` lies from what groups dealt out at random would give.

    Who has a known group, how large each group is and all ties stay as they are; the groups are dealt out
    anew: tiers among bodies and among members apart, sectors among the members, the node's own among them.
    The value is (count - expected) / standard deviation, both exact over all ways to deal. In an officer's
    words: above 2, it stands between others in this way much more often than its place alone would make
    likely. Most counts are small and far from normally spread, so it is a hint and no test.

    Columns `tier_coordinator_z` and so on (or `sector_...`). NaN where the count is, and where every way to
    deal gives the same count. The values depend on who else is in the file, and `attrs["notes"]` says so.

    Index: node ids in the graph's own order, named `node`. Raises as `brokerage` does. Reference: Gould and
    Fernandez 1989, doi:10.2307/270949 (random assignment with fixed sizes of groups).
    """
    incidence = incidence_of(graph)
    found = _brokered(incidence, by)
    scores = np.full(found.types.shape, np.nan)
    for places, chance in _dealt(incidence, found.group, by):
        scores[places] = _scores(found.counted, places, chance)
    scores[np.isnan(found.types)] = np.nan
    note = "These values depend on who else is in the file, as groups are dealt out among all."
    return _table(incidence, scores, [f"{by}_{name}_z" for name in TYPES], (*found.notes, note))


@dataclass(frozen=True, eq=False)
class _Brokered:
    """What is counted of each node; stacked. `types` are the counts with NaN where they are not known."""

    group: IntArray
    counted: GroupTypes
    types: FloatArray
    unknown: FloatArray
    notes: tuple[str, ...]


def _brokered(incidence: Incidence, by: By) -> _Brokered:
    if by not in get_args(By):
        raise CallInvalid(f"Brokerage is counted by 'tier' or by 'sector', not by {by!r}.")
    return incidence.once(f"brokerage by {by}", lambda: _counted(incidence, by))


def _counted(incidence: Incidence, by: By) -> _Brokered:
    projected = by == "sector"
    asked = np.arange(len(incidence.nodes)) >= (len(incidence.bodies) if projected else 0)
    codes = pd.factorize(np.array(incidence.attribute(by), dtype=object))[0].astype(np.int64)
    group = np.where(asked, codes, -1)
    ties = ties_of(incidence, "projection" if projected else "two-mode")
    counted = group_types(ties, group, incidence.degrees < 2 if projected else None)
    pairs = counted.counts.sum(axis=1)
    every = _all_pairs(incidence, projected=projected) if (group[asked] < 0).any() else pairs
    told = (group >= 0) & ((pairs > 0) | (every == 0))
    types = np.where(told[:, np.newaxis], counted.counts, np.nan)
    unknown = np.where(asked, every - pairs, np.nan)
    return _Brokered(group, counted, types, unknown, _notes(by, int((every - pairs)[asked].sum())))


def _all_pairs(incidence: Incidence, *, projected: bool) -> IntArray:
    """Return how many pairs each node stands between, whatever their groups."""
    if projected:
        return two_paths(incidence, "projection").activity
    return incidence.degrees * (incidence.degrees - 1) // 2


def _notes(by: By, left_out: int) -> tuple[str, ...]:
    if not left_out:
        return ()
    pairs = "1 pair" if left_out == 1 else f"{left_out:,} pairs"
    return (f"Left out: {pairs} where the {by} of one of the three is not known.",)


def _table(
    incidence: Incidence, stacked: FloatArray, columns: list[str], notes: tuple[str, ...]
) -> pd.DataFrame:
    index = pd.Index(incidence.nodes, name="node", dtype="str")
    table = pd.DataFrame(incidence.in_graph_order(stacked), index=index, columns=columns)
    table.attrs["notes"] = notes
    return table


def _dealt(incidence: Incidence, group: IntArray, by: By) -> list[tuple[IntArray, Chances]]:
    """Return the places of each mode with what chance gives its nodes."""
    count = int(group.max(initial=-1)) + 1
    bodies, members = np.split(np.arange(len(group)), [len(incidence.bodies)])
    of_bodies, of_members = (
        np.bincount(group[places][group[places] >= 0], minlength=count) for places in (bodies, members)
    )
    if by == "sector":
        return [(members, chances(of_members))]
    return [(bodies, chances(of_bodies, of_members)), (members, chances(of_members, of_bodies))]


def _scores(counted: GroupTypes, places: IntArray, chance: Chances) -> FloatArray:
    """Return the counts less their mean over their standard deviation; NaN where they cannot vary."""
    counts = counted.counts[places]
    pairs = counts.sum(axis=1, keepdims=True).astype(np.float64)
    touching = 2.0 * counted.touching[places, np.newaxis]
    mean = pairs * chance.one
    square = mean + touching * chance.touching + (pairs * (pairs - 1) - touching) * chance.apart
    variance = square - mean**2
    varies = variance > 1e-9 * square
    scores: FloatArray = (counts - mean) / np.sqrt(np.where(varies, variance, np.nan))
    return scores
