"""What would fall apart: members and bodies that alone hold bodies together, groups apart, only tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import networkx as nx

from orgmap.measures import Part, only_tables, separation
from orgmap.model.wording import listing

SEVERAL = 2
Row = dict[str, Any]


def parts_rows(graph: nx.Graph[str], counting: str, *, usual: bool) -> list[Row]:
    """Return rows of the kinds "holds together", and where it is the usual counting the others too.

    The others are "group apart" (a group of bodies that shares nobody with the rest), "not known" (a body of
    which no member is known) and "only table".
    """
    found = separation(graph)
    holds = [row for node, parts in found.parts.items() for row in _holds(graph, node, parts, usual=usual)]
    apart = [*_apart(graph, found.components), *_tables(graph)] if usual else []
    return [row | {"counting": counting} for row in [*holds, *apart]]


def _holds(graph: nx.Graph[str], node: str, parts: tuple[Part, ...], *, usual: bool) -> Iterator[Row]:
    """Yield a row for a member, or a body, without which bodies fall apart from those that they hang on.

    A body with members who sit nowhere else only loses these: parts without bodies do not count.
    """
    groups = [part for part in parts if part.bodies]
    is_body = graph.nodes[node]["bipartite"] == 1
    if len(groups) < SEVERAL or (is_body and not usual):
        return
    off = [one for part in groups[1:] for one in part.nodes if graph.nodes[one]["bipartite"] == 1]
    name = graph.nodes[node]["label"]
    whom: Row = {"body_a": name, "id_a": node} if is_body else {"member": name, "id_member": node}
    numbers = {"bodies": len(off), "others": groups[0].bodies}
    yield {"kind": "holds together", **whom, **numbers, "names": _names(graph, off)}


def _apart(graph: nx.Graph[str], components: tuple[Part, ...]) -> Iterator[Row]:
    """Yield a row for each group of bodies, where there are several, and for each body without members."""
    with_members = [part for part in components if part.size > part.bodies]
    if len(with_members) >= SEVERAL:
        for part in with_members:
            bodies = [node for node in part.nodes if graph.nodes[node]["bipartite"] == 1]
            yield {
                "kind": "group apart",
                **_first(graph, bodies),
                "bodies": len(bodies),
                "names": _names(graph, bodies),
            }
    for part in components:
        if part.size == part.bodies == 1:
            yield {
                "kind": "not known",
                **_first(graph, part.nodes),
                "bodies": 1,
                "names": _names(graph, part.nodes),
            }


def _first(graph: nx.Graph[str], bodies: list[str]) -> Row:
    """Return the body that a row of one body is about; nothing for several."""
    return {"body_a": graph.nodes[bodies[0]]["label"], "id_a": bodies[0]} if len(bodies) == 1 else {}


def _tables(graph: nx.Graph[str]) -> Iterator[Row]:
    """Yield a row for each body at which some pairs of members meet, and nowhere else."""
    table = only_tables(graph)
    ranked = table[table["only"] > 0].sort_values("only", ascending=False, kind="stable")
    for node, only in zip(ranked.index, ranked["only"], strict=True):
        yield {"kind": "only table", "body_a": graph.nodes[node]["label"], "id_a": node, "pairs": int(only)}


def _names(graph: nx.Graph[str], nodes: list[str]) -> str:
    return listing(sorted(str(graph.nodes[node]["label"]) for node in nodes))
