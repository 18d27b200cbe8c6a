"""Networks as Cytoscape JSON, for Cytoscape and Cytoscape.js."""

from __future__ import annotations

import json

from orgmap.write.networks.common import Facts, Graph, about, edges, nodes, weight_of


def cytoscape(graph: Graph, title: str) -> bytes:
    """Return a network as Cytoscape JSON: `name` is what Cytoscape shows. Same graph, same bytes."""
    made = {
        "format_version": "1.0",
        "generated_by": "orgmap",
        "target_cytoscapejs_version": "~3.0",
        "directed": graph.is_directed(),
        "multigraph": graph.is_multigraph(),
        "data": {"name": title, **about(graph, title)},
        "elements": {
            "nodes": [{"data": _node(node, facts)} for node, facts in nodes(graph)],
            "edges": [{"data": _edge(number, edge)} for number, edge in enumerate(edges(graph), 1)],
        },
    }
    return (json.dumps(made, ensure_ascii=False, indent=1) + "\n").encode()


def _node(node: str, facts: Facts) -> Facts:
    """Return a node; NetworkX wants its id as `value` too."""
    return {"id": node, "value": node, "name": facts["label"], **facts}


def _edge(number: int, edge: tuple[str, str, Facts]) -> Facts:
    """Return an edge; NetworkX tells edges of the same ends apart by `key`."""
    source, target, facts = edge
    weight = weight_of(facts)
    told = {"id": f"e{number}", "source": source, "target": target, "key": number}
    kind = facts.get("link") or facts.get("role") or facts.get("kind") or "shares members with"
    return told | ({"weight": weight} if weight else {}) | {"interaction": kind} | facts
