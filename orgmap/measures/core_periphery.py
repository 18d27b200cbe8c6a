"""Whether a map has a core, who is in it, and how dense its four blocks are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

import numpy as np
import pandas as pd

from orgmap.errors import CallInvalid
from orgmap.measures.arrays import Incidence, IntArray, incidence_of, ratio, series
from orgmap.measures.kernels.groups.cores import Cores, best_cores, fit_of

if TYPE_CHECKING:
    import networkx as nx

Off = Literal["ignored", "empty"]

_NOTE = "The core was found by search: another may fit as well, or a little better."


def core_periphery(graph: nx.Graph[str] | Incidence, *, off: Off = "empty") -> pd.Series[float]:
    """Return 1 for the bodies and members of the core, among which there are most ties, 0 for the periphery.

    Variant: two-mode core-periphery; the core of bodies and the core of members whose ideal (all ties between
    core and core, none between periphery and periphery) the ties resemble most, by correlation. Pairs of core
    and periphery are left out (`off="ignored"`), by which a single large body can be all the core there is;
    `off="empty"` counts them as pairs that have no tie in the ideal, which makes the core one dense block.
    Found by search: thresholds of ties, then the best of one mode given the other, then (to 20,000 nodes)
    moves of one node. Nodes without ties take no part: NaN; NaN for all where nothing tells a core from a
    periphery, as where everybody sits on everything. Ids can decide between cores that fit equally well.

    A Series called `core`; index: node ids in the graph's own order, named `node`; `attrs["notes"]` says how
    it was found. Raises `CallInvalid` for another word, `NetworkUnfit` as `incidence_of` does.

    References: Borgatti and Everett 1999, doi:10.1016/S0378-8733(99)00019-2; in two modes Borgatti and
    Everett 1997, doi:10.1016/S0378-8733(96)00301-2.
    """
    incidence = incidence_of(graph)
    places, cores = _found(incidence, off)
    stacked = np.full(len(incidence.nodes), np.nan)
    if np.isfinite(_fit(incidence, off)):
        stacked[np.concatenate(places)] = np.concatenate(cores)
    found = series("core", incidence, stacked)
    found.attrs["notes"] = (_NOTE,)
    return found


def core_values(graph: nx.Graph[str] | Incidence, *, off: Off = "empty") -> pd.Series[float]:
    """Return how well a map fits a core and a periphery, and how dense its blocks are.

    Index: `core_fit`, the correlation that `core_periphery` finds, up to 1 where all of the core have ties
    and nobody else; `core_density`, the share of pairs of a core body and a core member that have a
    tie; `core_body_density`, of a core body and another member; `core_member_density`, of a core member and
    another body; `periphery_density`, of two of the periphery. Shares from 0 to 1. NaN where there is no such
    core, or no such pair. Nodes without ties are not counted. `attrs["notes"]` says how the core was found.
    Raises as `core_periphery` does.

    References: Borgatti and Everett 1999, doi:10.1016/S0378-8733(99)00019-2; in two modes Borgatti and
    Everett 1997, doi:10.1016/S0378-8733(96)00301-2.
    """
    incidence = incidence_of(graph)
    (rows, columns), (bodies, members) = _found(incidence, off)
    fit = _fit(incidence, off)
    values = {"core_fit": fit if np.isfinite(fit) else float("nan")}
    for name, body, member in (
        ("core_density", bodies, members),
        ("core_body_density", bodies, ~members),
        ("core_member_density", ~bodies, members),
        ("periphery_density", ~bodies, ~members),
    ):
        ties = incidence.matrix[rows[body]][:, columns[member] - len(incidence.bodies)].nnz
        share = ratio(ties, body.sum() * member.sum())
        values[name] = float(share) if np.isfinite(fit) else float("nan")
    found = pd.Series(values)
    found.attrs["notes"] = (_NOTE,)
    return found


def _found(incidence: Incidence, off: str) -> tuple[tuple[IntArray, IntArray], Cores]:
    """Return the stacked places of the bodies and members with ties, and which of them are in the core."""
    if off not in get_args(Off):
        raise CallInvalid(f"Blocks beside the core are not {off!r}, but: {', '.join(get_args(Off))}.")
    return incidence.once(f"core, off-blocks {off}", lambda: _searched(incidence, off))


def _searched(incidence: Incidence, off: str) -> tuple[tuple[IntArray, IntArray], Cores]:
    ids = [incidence.nodes[place] for place in incidence.places.tolist()]
    alphabet = np.array(sorted(range(len(ids)), key=ids.__getitem__), dtype=np.int64)
    tied = alphabet[incidence.degrees[alphabet] > 0]
    count = len(incidence.bodies)
    rows, columns = tied[tied < count], tied[tied >= count]
    matrix = incidence.matrix[rows][:, columns - count]
    return (rows, columns), best_cores(matrix, empty=off == "empty")


def _fit(incidence: Incidence, off: str) -> float:
    (rows, columns), cores = _found(incidence, off)
    matrix = incidence.matrix[rows][:, columns - len(incidence.bodies)]
    return fit_of(matrix, cores, empty=off == "empty")
