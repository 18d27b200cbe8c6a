"""Cytoscape JSON (.cyjs), of Cytoscape and of Cytoscape.js."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from orgmap.model.raw import Source
from orgmap.read.files import json_of, refused
from orgmap.read.networks.network import Network, Tie, Vertex, as_text, facts_of, filled, named
from orgmap.read.networks.tables import source_of

_ENDS = ("id", "source", "target", "SUID", "shared name", "value", "key")
_AGAIN = "Export the network again as Cytoscape.js JSON (.cyjs)."
Data = Mapping[str, object]


def read_cytoscape(path: Path) -> Source:
    """Return the raw tables of a Cytoscape JSON file.

    Raises:
        SourceInvalid: it is not that, or does not tell who sits on what.
    """
    whole = json_of(path)
    elements = whole.get("elements") if isinstance(whole, Mapping) else whole
    if not isinstance(elements, Mapping | list):
        raise refused(path, "this is not Cytoscape JSON: it has no elements.", _AGAIN)
    nodes, edges = _nodes_and_edges(elements)
    vertices = [_vertex(data, row) for row, data in enumerate(nodes, 1)]
    ties = [_tie(data, row) for row, data in enumerate(edges, 1)]
    data = whole.get("data") if isinstance(whole, Mapping) else None
    about = facts_of(data) if isinstance(data, Mapping) else {}
    return source_of(
        filled(Network(path.name, "cytoscape", "a Cytoscape network", about=about), vertices, ties)
    )


def _nodes_and_edges(elements: Mapping[str, object] | list[object]) -> tuple[list[Data], list[Data]]:
    if isinstance(elements, Mapping):
        return list(_data(elements.get("nodes"))), list(_data(elements.get("edges")))
    mixed = list(_data(elements))
    return [one for one in mixed if "source" not in one], [one for one in mixed if "source" in one]


def _data(held: object) -> Iterator[Data]:
    for one in held if isinstance(held, Iterable) and not isinstance(held, str | Mapping) else ():
        data = one.get("data") if isinstance(one, Mapping) else None
        if isinstance(data, Mapping):
            yield {str(name): value for name, value in data.items()}


def _vertex(data: Data, row: int) -> Vertex:
    code = as_text(data.get("id")) or f"node {row}"
    return named(code, as_text(data.get("label")), row, facts_of(_without(data, (*_ENDS, "label"))))


def _tie(data: Data, row: int) -> Tie:
    source, target = (as_text(data.get(end)) or "" for end in ("source", "target"))
    return Tie(source, target, row, facts_of(_without(data, _ENDS)))


def _without(data: Data, names: Iterable[str]) -> Data:
    return {name: value for name, value in data.items() if name not in names}
