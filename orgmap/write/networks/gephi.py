"""Networks as the two CSV files that Gephi imports."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from orgmap.model.exact import text_of
from orgmap.model.guards import guarded
from orgmap.write.networks.common import Facts, Graph, edges, nodes, weight_of


def gephi(graph: Graph) -> dict[str, bytes]:
    """Return nodes.csv and edges.csv by file name. Same graph, same bytes.

    A cell that a spreadsheet would take for a formula has an apostrophe in front, as in orgmap's own tables.
    """
    direction = "Directed" if graph.is_directed() else "Undirected"
    people = [
        {"Id": node, "Label": facts["label"], **_without(facts, "label")} for node, facts in nodes(graph)
    ]
    ties = [
        {
            "Source": source,
            "Target": target,
            "Type": direction,
            "Id": number,
            "Weight": weight_of(facts) or 1,
            **facts,
        }
        for number, (source, target, facts) in enumerate(edges(graph), 1)
    ]
    return {
        "nodes.csv": _csv(("Id", "Label"), people),
        "edges.csv": _csv(("Source", "Target", "Type", "Id", "Weight"), ties),
    }


def _without(facts: Facts, name: str) -> Facts:
    return {key: value for key, value in facts.items() if key != name}


def _csv(first: Sequence[str], rows: Sequence[Facts]) -> bytes:
    columns: Iterable[str] = dict.fromkeys([*first, *(name for row in rows for name in row)])
    made = io.StringIO()
    writer = csv.DictWriter(made, list(columns), lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({name: guarded(text_of(value) or "") for name, value in row.items()} for row in rows)
    return made.getvalue().encode("utf-8")
