"""How much a node lies between others: betweenness, in the two-mode network and in the projections."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from orgmap.errors import CallInvalid
from orgmap.measures.arrays import (
    FloatArray,
    Incidence,
    IntArray,
    Network,
    incidence_of,
    is_projection,
    ratio,
    series,
)
from orgmap.measures.kernels.paths.flow import flow, projected_flow
from orgmap.measures.kernels.paths.flow_sources import Flow, Sources

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

_FEWEST = 10


def betweenness(
    graph: nx.Graph[str] | Incidence,
    *,
    network: Network = "two-mode",
    sources: Sources = "auto",
    seed: int = 1,
) -> pd.Series[float]:
    """Return how much a node lies on the shortest paths between others: the go-between's share.

    Variant: two-mode, shortest paths through the node (each pair of others once, equal paths sharing it)
    over the most that any node of its mode could have in a network of these sizes, connected or not.
    Range 0 to 1; 0 for a node with at most one tie. NaN where the other mode has fewer than two nodes, so
    that no node could lie between others.

    With `network="projection"` (the Series is then named `projected_betweenness`): among the nodes of its own
    mode, where two are joined that share something, without weights, over the pairs of the others (Freeman).
    Paths count otherwise than in the two-mode network: two nodes are joined once, however much they share.
    NaN where the mode has fewer than three nodes.

    `sources` says from how many starting points paths are followed. "all" is exact. A whole number, 10 or
    more, draws so many, by chance but the same ones for the same `seed`, with more in large components.
    "auto" is exact, but draws where that would take minutes; the sizes decide it, not the clock. Where
    starting points were drawn, values are estimates without bias (Brandes and Pich 2007), and the Series says
    how good: `attrs["errors"]` has for each node how far the exact value may be away, either way, 19 times in
    20 (for each node by itself; the empirical Bernstein bound of Maurer and Pontil 2009, arXiv:0907.3740,
    which holds for any number of draws and is wide rather than narrow), `attrs["error"]` the greatest of
    them, and `attrs["notes"]` a sentence for the reader. Where values are exact: None, 0.0 and ().

    Index: node ids in the graph's own order, named `node`. Raises `NetworkUnfit` as `incidence_of` does, and
    `CallInvalid` where `network` or `sources` is none of these.

    Reference: Borgatti and Everett 1997, doi:10.1016/S0378-8733(96)00301-2; in the projection Freeman 1977,
    doi:10.2307/3033543; estimates Brandes and Pich 2007, doi:10.1142/S0218127407018403.
    """
    _check(sources)
    incidence = incidence_of(graph)
    if is_projection(network):
        found = projected_flow(incidence, sources, seed)
        return _result("projected_betweenness", incidence, found, _pairs_of_others(incidence.own))
    found = flow(incidence, sources, seed)
    return _result("betweenness", incidence, found, most_between(incidence.own, incidence.other))


def most_between(own: IntArray, other: IntArray) -> FloatArray:
    """Return the most pairs that a node can lie between, one of `own` nodes, with `other` in the other mode.

    NaN where `other` is 0. Reference: Borgatti and Everett 1997, doi:10.1016/S0378-8733(96)00301-2.
    """
    n = np.where(other > 0, other, np.nan)
    s, t = np.divmod(own - 1, n)
    most: FloatArray = (n**2 * (s + 1) ** 2 + n * (s + 1) * (2 * t - s - 1) - t * (2 * s - t + 3)) / 2
    return most


def _pairs_of_others(own: IntArray) -> FloatArray:
    return (own - 1) * (own - 2) / 2


def _check(sources: Sources) -> None:
    number = isinstance(sources, int) and not isinstance(sources, bool) and sources >= _FEWEST
    if not number and sources not in ("all", "auto"):
        raise CallInvalid(f"sources={sources!r}: give 'all', 'auto' or a whole number from {_FEWEST} up.")


def _result(name: str, incidence: Incidence, found: Flow, most: FloatArray) -> pd.Series[float]:
    """Return the values over the most there could be, with what is to be said of them."""
    values = series(name, incidence, ratio(found.paths, most))
    errors = series(f"{name}_error", incidence, ratio(found.doubt, most)) if found.drawn else None
    error = 0.0 if errors is None else float(errors.max())
    values.attrs.update(error=error, errors=errors, notes=_notes(found, error))
    return values


def _notes(found: Flow, error: float) -> tuple[str, ...]:
    if not found.drawn:
        return ()
    points = f"{found.drawn:,} of {found.of:,} starting points"
    return (f"Estimated from {points}: each value is within {error:.2g} of the exact one, 19 times in 20.",)
