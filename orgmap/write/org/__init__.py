"""A map in the Organization Ontology of the W3C, as Turtle or JSON-LD, by Popolo's mapping to it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Literal

from orgmap.errors import ToolMissing
from orgmap.model.orgmap import OrgMap
from orgmap.write.org.statements import BASE, NAMESPACES, Statements
from orgmap.write.org.things import WRITERS, links_of, row_of
from orgmap.write.popolo import collections, not_carried, other_tables
from orgmap.write.records import tables_of

if TYPE_CHECKING:
    from rdflib import Graph

__all__ = ["not_carried", "org"]


def org(orgmap: OrgMap, syntax: Literal["turtle", "json-ld"], base: str = BASE) -> bytes:
    """Return the map as RDF that orgmap reads as the same map; the same map gives the same bytes.

    `base` begins the address of everything that has none of its own.

    Raises:
        ToolMissing: rdflib is not installed.
    """
    try:
        from rdflib import Graph
    except ImportError as fault:
        raise ToolMissing('W3C ORG needs rdflib; install it with: pip install "orgmap[rdf]"') from fault
    graph = Graph(bind_namespaces="none")
    for prefix, namespace in NAMESPACES.items():
        graph.bind(prefix, namespace)
    tables = tables_of(orgmap)
    statements = Statements(graph, base)
    for kind, things in collections(tables).items():
        for number, thing in enumerate(things):
            WRITERS[kind](statements, thing, number)
    for name, rows in other_tables(tables).items():
        for number, row in enumerate(rows):
            row_of(statements, name, row, number)
    links_of(statements, tables)
    return _saved(graph, syntax)


def _saved(graph: Graph, syntax: str) -> bytes:
    if syntax == "turtle":
        return graph.serialize(format="turtle", encoding="utf-8")
    text = graph.serialize(format="json-ld", context=NAMESPACES, sort_keys=True)
    document = json.loads(text)
    document["@graph"] = [
        _sorted(node) for node in sorted(document.get("@graph", []), key=lambda node: str(node["@id"]))
    ]
    whole = json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True)
    return f"{whole}\n".encode(errors="replace")


def _sorted(node: dict[str, object]) -> dict[str, object]:
    return {
        key: sorted(value, key=json.dumps) if isinstance(value, list) else value
        for key, value in node.items()
    }
