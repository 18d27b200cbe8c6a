"""Networks for Kumu: elements and connections, as a workbook to import or as JSON to link to."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pandas as pd

from orgmap.vocabulary import TABLES, Type
from orgmap.write.networks.common import Facts, Graph, described, edges, nodes
from orgmap.write.workbook import workbook

TAGS = ("sector", "tier", "kind")
_CALLED = {"since": "Start", "until": "End", "url": "URL"}
_LISTS = {column.name for table in TABLES for column in table.columns if column.type is Type.NAMES}
_KEYS = ("ID", "Label", "Type", "Tags", "From", "To", "Direction")


def kumu_json(graph: Graph, title: str) -> bytes:
    """Return a network as the JSON that Kumu imports or links to. Same graph, same bytes."""
    made = {
        "name": title,
        "description": described(graph, title),
        "elements": [_keyed(element) for element in _elements(graph)],
        "connections": [_keyed(connection) for connection in _connections(graph)],
    }
    return (json.dumps(made, ensure_ascii=False, indent=1) + "\n").encode()


def kumu_workbook(graph: Graph, title: str) -> bytes:
    """Return a network as the workbook that Kumu imports; lists have pipes. Same graph, same bytes."""
    sheets = {
        "Elements": _table(_elements(graph), ("ID", "Label", "Type", "Tags")),
        "Connections": _table(_connections(graph), ("From", "To", "Direction", "Type", "ID")),
    }
    return workbook(title, sheets)


def _elements(graph: Graph) -> Iterator[Facts]:
    for node, facts in nodes(graph):
        tags = [str(facts[name]) for name in TAGS if name in facts]
        own = {"ID": _id(node), "Label": facts["label"], "Type": str(facts["mode"]).capitalize()}
        yield own | ({"Tags": tags} if tags else {}) | _fields(facts, ("label", "mode"))


def _connections(graph: Graph) -> Iterator[Facts]:
    for number, (source, target, facts) in enumerate(edges(graph), 1):
        told = facts.get("link") or facts.get("role") or str(facts.get("kind", "")).replace("_", " ")
        direction = "undirected" if facts.get("kind", "seat") == "seat" else "directed"
        ends = {"From": _id(source), "To": _id(target), "Direction": direction, "ID": f"c{number}"}
        yield ends | {"Type": told or _unsaid(facts)} | _fields(facts, ("kind", "link", "role"))


def _unsaid(facts: Facts) -> str:
    return "shares members with" if "shared" in facts else "seat"


def _id(node: str) -> str:
    """Return an id that Kumu can search for."""
    return node.replace(":", "-").replace("_", "-").replace(".", "-")


def _fields(facts: Facts, without: tuple[str, ...]) -> Facts:
    """Return the further attributes under the names of Kumu's fields."""
    return {
        _CALLED.get(name, name.replace("_", " ").capitalize()): _listed(name, value)
        for name, value in facts.items()
        if name not in without
    }


def _listed(name: str, value: object) -> object:
    """Return names as a list; with semicolons where a pipe in one would be taken for a separator."""
    if name not in _LISTS or not isinstance(value, str):
        return value
    return value.split("; ") if "|" not in value else f"{value};"


def _keyed(row: Facts) -> Facts:
    return {name.lower() if name in _KEYS else name: value for name, value in row.items()}


def _table(rows: Iterator[Facts], first: tuple[str, ...]) -> pd.DataFrame:
    held = [{name: _cell(value) for name, value in row.items()} for row in rows]
    columns = dict.fromkeys([*first, *(name for row in held for name in row)])
    return pd.DataFrame(held, columns=list(columns), dtype="object")


def _cell(value: object) -> object:
    return "|".join(value) if isinstance(value, list) else value
