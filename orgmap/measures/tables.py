"""Tables of measures by name: of nodes."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import TYPE_CHECKING

import pandas as pd

from orgmap import measures as functions
from orgmap.errors import CallInvalid
from orgmap.measures.arrays import Incidence, incidence_of
from orgmap.measures.registry import MEASURES, Measure

if TYPE_CHECKING:
    import networkx as nx


def node_table(graph: nx.Graph[str], names: Iterable[str] | None = None) -> pd.DataFrame:
    """Return a row for each node: its `label`, its `kind` (the attribute `mode`) and the measures of nodes.

    `names` chooses the measures and their order; without it, all are given in the order of `MEASURES`.
    Index: node ids in the graph's own order, named `node`. Raises `CallInvalid`, with what may have been
    meant, for a name that is no measure of nodes, and `NetworkUnfit` as `incidence_of` does.
    """
    chosen = _node_measures() if names is None else [_node_measure(name) for name in names]
    incidence = incidence_of(graph)
    described = {
        "label": [graph.nodes[node].get("label") or node for node in incidence.nodes],
        "kind": [graph.nodes[node].get("mode") for node in incidence.nodes],
    }
    table = pd.DataFrame(described, index=pd.Index(incidence.nodes, name="node", dtype="str"), dtype="str")
    return table.assign(**{measure.name: _values(measure, incidence) for measure in chosen})


def _values(measure: Measure, incidence: Incidence) -> pd.Series[float]:
    values: pd.Series[float] = getattr(functions, measure.function)(incidence)
    return values


def _node_measures() -> list[Measure]:
    return [measure for measure in MEASURES if measure.level == "node"]


def _node_measure(name: str) -> Measure:
    known = {measure.name: measure for measure in _node_measures()}
    if name in known:
        return known[name]
    meant = get_close_matches(name, known, n=1)
    hint = f"did you mean {meant[0]!r}?" if meant else f"there are: {', '.join(known)}."
    raise CallInvalid(f"There is no measure of nodes called {name!r}; {hint}")
