"""A network as Pajek reads it: a network file, or a project with what is known of the vertices."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import networkx as nx

from orgmap.matching import normal
from orgmap.write.labels import by_mode, is_one_mode, members_mode, unique, weight

PARTITIONS = ("sector", "tier", "kind")
LINE = "\r\n"


def pajek(graph: nx.Graph[str], project: bool = False) -> bytes:
    """Return a two-mode network, or a projection of one, as a .net file or as a .paj project.

    In a two-mode network the members come first, then the bodies, and a line's value is its number of seats;
    in a projection it is how many are shared. A project has a partition by mode and one by each of sector,
    tier and kind that is known of any vertex. Double quotes and line breaks in names become ' and a blank.
    """
    members, bodies = by_mode(graph)
    nodes = [*members, *bodies]
    alone = is_one_mode(graph)
    lines = [_told(graph, members, alone), *_network(graph, nodes, None if alone else len(members))]
    if project:
        lines = [lines[0], "*Network orgmap", *lines[1:], *_partitions(graph, nodes, alone)]
    text = LINE.join([*lines, ""])
    return text.encode("utf-8" if text.isascii() else "utf-8-sig", "replace")


def _told(graph: nx.Graph[str], members: Sequence[str], alone: bool) -> str:
    """Return the comment that tells what the vertices are; it keeps the mark of UTF-8 off the first star."""
    said = "one-mode" if alone else f"{members_mode(graph, members)} first, then bodies"
    return f"% orgmap: {said}"


def _network(graph: nx.Graph[str], nodes: Sequence[str], first: int | None) -> Iterator[str]:
    numbers = {node: number for number, node in enumerate(nodes, start=1)}
    yield f"*Vertices {len(nodes)}" + ("" if first is None else f" {first}")
    for label, number in zip(_labels(graph, nodes, first or 0), numbers.values(), strict=True):
        yield f'{number} "{label}"'
    yield "*Edges"
    lines = (
        (*sorted((numbers[one], numbers[other])), weight(facts))
        for one, other, facts in graph.edges(data=True)
    )
    for line in sorted(lines):
        yield " ".join(map(str, line))


def _labels(graph: nx.Graph[str], nodes: Sequence[str], first: int) -> list[str]:
    """Return a label for each vertex, no two of one mode alike, since some programs go by labels."""
    labels = [_label(str(graph.nodes[node].get("label") or node)) for node in nodes]
    return [label for side in (labels[:first], labels[first:]) for label in unique(side, key=_key)]


def _label(text: str) -> str:
    letters = (letter if letter.isprintable() else " " for letter in text.replace('"', "'"))
    return " ".join("".join(letters).split()) or "-"


def _key(label: str) -> str:
    return normal(label) or label


def _partitions(graph: nx.Graph[str], nodes: Sequence[str], alone: bool) -> Iterator[str]:
    for name in PARTITIONS if alone else ("mode", *PARTITIONS):
        values = [graph.nodes[node].get(name) for node in nodes]
        classes = sorted({str(value) for value in values if value})
        if classes:
            numbers = {value: number for number, value in enumerate(classes, start=1)}
            legend = ", ".join(f"{number} {_label(value)}" for value, number in numbers.items())
            yield f"*Partition {name} ({legend}, 0 not known)"
            yield f"*Vertices {len(nodes)}"
            yield from (str(numbers[str(value)] if value else 0) for value in values)
