"""Networks in the language of Graphviz."""

from __future__ import annotations

from typing import Any

from graphviz import Digraph, escape
from graphviz import Graph as Undirected

from orgmap.model.exact import text_of
from orgmap.write.networks.common import Facts, Graph, about, edges, nodes, weight_of

SHAPES = {"body": "box", "organisation": "ellipse", "person": "plaintext", "seat": "point", "area": "hexagon"}
LONGEST = 4000
STYLES = {"part_of": "bold", "link": "dashed", "represents": "dotted"}
_RENAMED = {"area": "covers", "url": "web", "id": "code"}
"""What Graphviz would take for an instruction."""


def dot(graph: Graph, title: str) -> bytes:
    """Return a network as DOT: shapes tell modes, every attribute is there. Same graph, same bytes."""
    made = (Digraph if graph.is_directed() else Undirected)("orgmap")
    told = {name: _text(value) for name, value in about(graph, title).items() if name != "names"}
    made.attr("graph", label=_text(title), overlap="false", **told)
    for node, facts in nodes(graph):
        shape = SHAPES.get(str(facts["mode"]), "ellipse")
        made.node(_id(node), **({"shape": shape} | _attributes(facts)))
    for source, target, facts in edges(graph):
        made.edge(_id(source), _id(target), **(_look(facts) | _attributes(facts)))
    return (str(made.source).rstrip("\n") + "\n").encode()


def _id(node: str) -> Any:
    """Return an id in which nothing is taken for a port of a node."""
    return escape(node.replace(":", "-"))


def _look(facts: Facts) -> Facts:
    style = STYLES.get(str(facts.get("kind", "")))
    weight = weight_of(facts)
    label = facts.get("link") or (str(weight) if weight else None)
    return {
        name: _text(value)
        for name, value in (("style", style), ("label", label), ("weight", weight))
        if value is not None
    }


def _attributes(facts: Facts) -> Facts:
    return {_RENAMED.get(name, name): _text(value) for name, value in facts.items()}


def _text(value: object) -> Any:
    """Return a value as the text of an attribute, with nothing in it that Graphviz would take for markup."""
    lines = (text_of(value) or "").split("\n")
    return escape("\n".join(part for line in lines for part in _parts(line)))


def _parts(line: str) -> list[str]:
    """Return a line in parts short enough for the scanner of Graphviz."""
    return [line[start : start + LONGEST] for start in range(0, max(len(line), 1), LONGEST)]
