"""GEXF of any version, with attributes that hold for a time only."""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import Element

from orgmap.model.raw import Source
from orgmap.read.grid import clean
from orgmap.read.networks.network import Facts, Network, Tie, Vertex, filled, named
from orgmap.read.networks.spans import span
from orgmap.read.networks.tables import source_of
from orgmap.read.xml import graph_of, local, numbered

_OWN = ("label", "kind", "weight")
Titles = dict[str, str]


def read_gexf(path: Path) -> Source:
    """Return the raw tables of a GEXF file.

    Raises:
        SourceInvalid: it cannot be read, holds no graph, or does not tell who sits on what.
    """
    root, graph = graph_of(path, "GEXF")
    titles, defaults = _titles(graph)
    vertices = [_vertex(one, row, titles["node"], defaults["node"]) for row, one in numbered(graph, "node")]
    ties = [_tie(one, row, titles["edge"], defaults["edge"]) for row, one in numbered(graph, "edge")]
    return source_of(filled(Network(path.name, "gexf", "a GEXF network", about=_about(root)), vertices, ties))


def _titles(graph: Element) -> tuple[dict[str, Titles], dict[str, Facts]]:
    """Return what the attributes of nodes and edges are called, and their usual values."""
    titles: dict[str, Titles] = {"node": {}, "edge": {}}
    defaults: dict[str, Facts] = {"node": {}, "edge": {}}
    for _, group in numbered(graph, "attributes"):
        scope = group.get("class", "node")
        for attribute in group:
            if scope not in titles or local(attribute.tag) != "attribute":
                continue
            title = clean(attribute.get("title", "")) or str(attribute.get("id", ""))
            titles[scope][attribute.get("id", "")] = title
            default = _default(attribute)
            if default and title:
                defaults[scope][title] = default
    return titles, defaults


def _default(attribute: Element) -> str | None:
    return next((clean(one.text or "") for one in attribute if local(one.tag) == "default"), None)


def _facts(element: Element, titles: Titles, defaults: Facts) -> Facts:
    values: dict[str, list[str]] = {}
    for child in element:
        if local(child.tag) != "attvalues":
            continue
        for value in child:
            code = value.get("for") or value.get("id") or ""
            text = clean(value.get("value", ""))
            if text and (title := titles.get(code, code)):
                values.setdefault(title, []).append(text)
    told = {title: "; ".join(dict.fromkeys(texts)) for title, texts in values.items()}
    return defaults | _times(element) | told


def _times(element: Element) -> Facts:
    """Return from when to when something is there: of several spells, the first start and the last end."""
    spells = [one for child in element if local(child.tag) in ("spells", "slices") for one in child]
    return span([(_bound(one, "start"), _bound(one, "end")) for one in spells or [element]])


def _bound(element: Element, name: str) -> str | None:
    return element.get(name) or element.get(f"{name}open")


def _vertex(element: Element, row: int, titles: Titles, defaults: Facts) -> Vertex:
    facts = _facts(element, titles, defaults)
    code = clean(element.get("id", "")) or f"node {row}"
    return named(code, clean(element.get("label", "")), row, facts)


def _tie(element: Element, row: int, titles: Titles, defaults: Facts) -> Tie:
    source, target = (clean(element.get(end, "")) or "" for end in ("source", "target"))
    own = {name: text for name in _OWN if (text := clean(element.get(name, "")))}
    return Tie(source, target, row, own | _facts(element, titles, defaults))


def _about(root: Element) -> Facts:
    """Return what the description says line by line, as orgmap writes it."""
    text = next((one.text or "" for one in root.iter() if local(one.tag) == "description"), "")
    return lines_read(text)


def lines_read(text: str) -> Facts:
    """Return lines of a name, a colon and a value as attributes."""
    pairs = (line.partition(": ") for line in text.splitlines())
    return {name.strip(): value.strip() for name, mark, value in pairs if mark and value.strip()}
