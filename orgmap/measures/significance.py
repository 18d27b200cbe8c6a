"""Whether two bodies share more members than chance alone would give."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Literal, get_args

import numpy as np
import pandas as pd

from orgmap.errors import CallInvalid
from orgmap.measures.arrays import BoolArray, FloatArray, Incidence, IntArray, incidence_of
from orgmap.measures.chances import Chances, by_lot
from orgmap.measures.couples import Couples, couples, texts
from orgmap.measures.forced import Ties, forced_cells
from orgmap.measures.kernels.pairs.one_mode import Mode
from orgmap.measures.sdsm import given_seats

if TYPE_CHECKING:
    import networkx as nx

Model = Literal["hypergeometric", "sdsm"]

_MODELS = {"hypergeometric": by_lot, "sdsm": given_seats}
_UNUSUAL = 0.05
_NO_POWER = "even the fullest overlap that the two could have would not be unusual"
_NOT_FITTED = "the model could not be fitted"


def significance(
    graph: nx.Graph[str] | Incidence,
    mode: Mode = "body",
    *,
    model: Model = "hypergeometric",
    every: bool = False,
    ones: Ties = (),
    zeros: Ties = (),
) -> pd.DataFrame:
    """Return how likely it is that two bodies share as many members or more by chance alone.

    A small chance says that more than the sizes made the two overlap; it is no reason for or against working
    together, and with few members even a full overlap is not unusual. `model` says what chance is:

    - "hypergeometric": each list is drawn by lot from all members in the network, those without ties too. For
      the pair of two bodies only their two sizes count;
    - "sdsm", the stochastic degree sequence model: each body has as many members, and each member as many
      bodies, as it has, on average; so that a shared member who sits on everything counts for little. Ties
      are independent, with the chances of the bipartite configuration model.

    Rows: those of `pairs` with the same `mode` and `every`, in the same order; index 0, 1, 2 ... Columns,
    with the model's name for M, each from 0 to 1:

    - `a`, `b`: node ids;
    - `M`: the chance (p) of as many shared or more, exact; 1 where nobody is shared;
    - `sdsm_expected` (SDSM alone): how many the two would share by chance, from 0;
    - `M_holm`, `M_bh`: p adjusted for all pairs of bodies whose lists are known, those that share nobody too:
      by Holm's method (one unusual pair by luck alone is to be rare), and by Benjamini and Hochberg's (few of
      the unusual ones are to be so by luck);
    - `M_least`: the p of the fullest overlap that the two could have; above 0.05 the pair can show nothing;
    - `note`: says so in plain words, or why there is no p; empty where there is nothing to say.

    `ones` are ties that could not be otherwise (statutory seats), `zeros` ties that could not be (members who
    may not sit on a body): pairs of a body's id and a member's. In the SDSM they are fixed and the rest of
    the model is fitted around them (SDSM-EC; here the sizes are met exactly, where the package backbone for R
    fits them roughly); the hypergeometric model then compares those who are free for both bodies.

    NaN where either list is partial or empty; for the SDSM everywhere if it cannot be fitted. Partial lists
    still count in the model as they are listed. Every value depends on who is in the file. `attrs["notes"]`
    says what must be said with the table, in sentences. Raises as `pairs` does, `CallInvalid` for another
    model, `NetworkUnfit` for `ones` and `zeros` that contradict the network.

    References: hypergeometric: Tumminello, Micciche, Lillo, Piilo and Mantegna 2011,
    doi:10.1371/journal.pone.0017994, and Neal 2013, doi:10.1007/s13278-013-0107-y; SDSM: Neal 2014,
    doi:10.1016/j.socnet.2014.06.001, fitted as in Saracco, Di Clemente, Gabrielli and Squartini 2015,
    doi:10.1038/srep10595, compared in Neal, Domagalski and Sagan 2021, doi:10.1038/s41598-021-03238-3; forced
    ties: Neal and Neal 2024, doi:10.1007/978-3-031-53468-3_11; many tests: Holm 1979, see Aickin and Gensler
    1996, doi:10.2105/AJPH.86.5.726, and Benjamini and Hochberg 1995, doi:10.1111/j.2517-6161.1995.tb02031.x;
    least p: Tarone 1990, doi:10.2307/2531456.
    """
    if model not in get_args(Model):
        raise CallInvalid(f"There is no model {model!r}; there are: {', '.join(get_args(Model))}.")
    incidence = incidence_of(graph)
    found = couples(incidence, mode, every)
    forced = forced_cells(incidence, found.side, mode, ones, zeros)
    chances = _MODELS[model](found, forced)
    known = ~np.isnan(np.minimum(*found.known()))
    bodies = int((found.side.reason == 0).sum())
    tests = bodies * (bodies - 1) // 2
    values = {model + end: value for end, value in _values(chances, known, tests).items()}
    if model != "sdsm":
        del values["hypergeometric_expected"]
    shown = known & (chances.off == 0)
    columns = {name: np.where(shown, value[chances.number], np.nan) for name, value in values.items()}
    table = pd.DataFrame({**found.ids(), **columns, "note": _notes(found, known, chances)}, copy=False)
    table.attrs["notes"] = tuple(_said(found, chances, columns[f"{model}_least"], tests, forced.nnz))
    return table


def _values(chances: Chances, known: BoolArray, tests: int) -> dict[str, FloatArray]:
    """Return the distinct values under the ends of the names of their columns."""
    counts = np.bincount(chances.number[known], minlength=len(chances.p))
    holm, bh = adjusted(chances.p, counts, tests)
    return {"": chances.p, "_expected": chances.expected, "_holm": holm, "_bh": bh, "_least": chances.least}


def adjusted(p: FloatArray, counts: IntArray, tests: int) -> tuple[FloatArray, FloatArray]:
    """Return chances adjusted by Holm's and by Benjamini and Hochberg's method, of so many tests.

    `counts` says how many tests have each p; those that are not among them have p = 1.
    """
    order = np.argsort(p, kind="stable")
    sorted_p, last = p[order], np.cumsum(counts[order])
    holm, bh = np.empty_like(p), np.empty_like(p)
    holm[order] = np.minimum(np.maximum.accumulate(sorted_p * (tests - last + counts[order])), 1.0)
    rank = np.maximum(last, 1)
    bh[order] = np.minimum(np.minimum.accumulate((sorted_p * tests / rank)[::-1])[::-1], 1.0)
    return holm, bh


def _notes(found: Couples, known: BoolArray, chances: Chances) -> Any:
    """Return for each row why there is no p, or that there is no power."""
    if chances.off:
        return texts([_NOT_FITTED], np.zeros(len(known), dtype=np.int64))
    weak = known & (chances.least > _UNUSUAL)[chances.number]
    if known.all():
        return texts(["", _NO_POWER], weak.astype(np.int64))
    notes = found.reasons()
    notes[weak] = _NO_POWER
    return notes


def _said(found: Couples, chances: Chances, least: FloatArray, tests: int, forced: int) -> Iterator[str]:
    """Yield what must be said with the table."""
    shown = least[~np.isnan(least)]
    yield (
        "Each p is how often chance alone would give as many shared or more. It depends on who is in the "
        "file, and is no reason for or against working together."
    )
    if weak := np.count_nonzero(shown > _UNUSUAL):
        yield (
            f"{weak:,} of {len(shown):,} pairs could show nothing at {_UNUSUAL}, whatever they shared: with "
            "few members even a full overlap is not unusual."
        )
    yield (
        f"The adjusted values allow for {tests:,} pairs, all those whose lists are known, with and without "
        "an overlap."
    )
    if np.isnan(found.side.known).any():
        yield "Lists that are partial or empty have no p, and count in the model as they are listed."
    if forced:
        yield f"{forced} ties were taken as forced by rule, one way or the other."
    if chances.off:
        yield (
            f"The model could not be fitted to the network: its sizes are off by up to {chances.off:.1g}, so "
            "that no p is given."
        )
