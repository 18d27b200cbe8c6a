"""GraphML, of any program: typed keys, yEd's labels, graphs within nodes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from orgmap.model.raw import Source
from orgmap.read.grid import clean
from orgmap.read.networks.network import Facts, Network, Tie, Vertex, filled, named
from orgmap.read.networks.tables import source_of
from orgmap.read.xml import graph_of, local, numbered

_YES = {"true": "yes", "false": "no"}
_DRAWN = ("nodelabel", "edgelabel")
Keys = dict[str, tuple[str, str]]


def read_graphml(path: Path) -> Source:
    """Return the raw tables of a GraphML file.

    Raises:
        SourceInvalid: it cannot be read, holds no graph, or does not tell who sits on what.
    """
    root, graph = graph_of(path, "GraphML")
    keys, defaults = _keys(root)
    vertices = [_vertex(one, row, keys, defaults) for row, one in numbered(root, "node")]
    ties = [tie for row, one in numbered(root, "edge") for tie in [_tie(one, row, keys, defaults)]]
    ties += [tie for row, one in numbered(root, "hyperedge") for tie in _spread(one, row)]
    about = _facts(graph, keys, {})
    return source_of(filled(Network(path.name, "graphml", "a GraphML network", about=about), vertices, ties))


def _keys(root: Element) -> tuple[Keys, dict[str, Facts]]:
    """Return the name and type of each key, and what stands where a node or an edge says nothing."""
    keys: Keys = {}
    defaults: dict[str, Facts] = {"node": {}, "edge": {}}
    for _, key in numbered(root, "key"):
        code = key.get("id", "")
        name = key.get("attr.name") or key.get("yfiles.type") or code
        keys[code] = (name, key.get("attr.type", "string"))
        default = next((clean(one.text or "") for one in key if local(one.tag) == "default"), None)
        for scope in ("node", "edge"):
            if default and key.get("for", "all") in (scope, "all"):
                defaults[scope][name] = _typed(default, keys[code][1])
    return keys, defaults


def _typed(text: str, kind: str) -> str:
    return _YES.get(text.lower(), text) if kind == "boolean" else text


def _facts(element: Element, keys: Keys, defaults: Facts) -> Facts:
    facts: Facts = {}
    for data in element:
        if local(data.tag) != "data":
            continue
        name, kind = keys.get(data.get("key", ""), (data.get("key", ""), "string"))
        if len(data):
            name, kind = "label", "string"
        text = _drawn(data) if len(data) else clean(data.text or "")
        if text and name:
            facts.setdefault(name, _typed(text, kind))
    return defaults | facts


def _drawn(data: Element) -> str | None:
    """Return the text that yEd draws on a node or a line."""
    texts = (clean(one.text or "") for one in data.iter() if local(one.tag).lower() in _DRAWN)
    return next((text for text in texts if text), None)


def _vertex(element: Element, row: int, keys: Keys, defaults: dict[str, Facts]) -> Vertex:
    facts = _facts(element, keys, defaults["node"])
    return named(clean(element.get("id", "")) or f"node {row}", None, row, facts)


def _tie(element: Element, row: int, keys: Keys, defaults: dict[str, Facts]) -> Tie:
    source, target = (clean(element.get(end, "")) or "" for end in ("source", "target"))
    return Tie(source, target, row, _facts(element, keys, defaults["edge"]))


def _spread(element: Element, row: int) -> Iterator[Tie]:
    """Yield a tie from the first end of a hyperedge to each further one."""
    ends = [clean(one.get("node", "")) or "" for one in element if local(one.tag) == "endpoint"]
    for other in ends[1:]:
        yield Tie(ends[0], other, row)
