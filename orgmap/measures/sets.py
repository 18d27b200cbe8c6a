"""Tables of what is no value of a node, a pair or the map: sets of key players, the course of a break-up."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import pandas as pd

from orgmap.measures.arrays import Incidence, incidence_of, labels
from orgmap.measures.key_players import Goal, key_players
from orgmap.measures.robustness import Remove, robustness

if TYPE_CHECKING:
    import networkx as nx

_MOST = 3


def key_player_table(graph: nx.Graph[str] | Incidence) -> pd.DataFrame:
    """Return the one, two and three members that matter most, for breaking the map and for reaching it.

    A row for each member of each set. Columns: `goal` (break, reach), `k` (how many the set has), `node`,
    `label`, `alone` (what the member is worth alone), `value` (what the set is worth), `method` (how it was
    found); values as in `key_players`, by fragmentation and by distance. Sets of more members than there are,
    and sets without which nothing breaks, are left out. Index 0, 1, 2 ...; `attrs["notes"]` holds what must
    be said. Raises as `incidence_of` does.

    Reference: Borgatti 2006, doi:10.1007/s10588-006-7084-x.
    """
    incidence = incidence_of(graph)
    found = [
        (goal, k, key_players(incidence, k, goal=goal))
        for goal in get_args(Goal)
        for k in range(1, min(_MOST, len(incidence.members)) + 1)
    ]
    parts = [table.assign(goal=goal, k=k) for goal, k, table in found if table.attrs["gains"]]
    columns = ["goal", "k", "node", "label", "alone", "value", "method"]
    table = _labelled(pd.concat(parts, ignore_index=True), incidence) if parts else pd.DataFrame()
    notes = (f"{goal}, {k}: {note}" for goal, k, part in found for note in part.attrs["notes"])
    return _noted(table.reindex(columns=columns), tuple(notes))


def robustness_table(graph: nx.Graph[str] | Incidence) -> pd.DataFrame:
    """Return what hangs together while the busiest members, the largest bodies, or either, go one by one.

    Columns: `goes` (members, bodies, both), then `removed`, `node`, `largest` as in `robustness`, and the
    `label` of the node. Index 0, 1, 2 ...; `attrs["notes"]` is empty. Raises as `incidence_of` does.

    Reference: Schneider and others 2011, doi:10.1073/pnas.1009440108.
    """
    incidence = incidence_of(graph)
    parts = [robustness(incidence, remove=who).assign(goes=who) for who in get_args(Remove)]
    table = _labelled(pd.concat(parts, ignore_index=True), incidence)
    return _noted(table[["goes", "removed", "node", "label", "largest"]], ())


def _labelled(table: pd.DataFrame, incidence: Incidence) -> pd.DataFrame:
    return table.assign(label=table["node"].map(labels(incidence)).astype("str"))


def _noted(table: pd.DataFrame, notes: tuple[str, ...]) -> pd.DataFrame:
    table.attrs = {"notes": notes}
    return table
