"""The nearest way between two that meet nowhere: through those who sit with both."""

from __future__ import annotations

from itertools import pairwise

import networkx as nx
import pandas as pd

from orgmap.model import OrgMap
from orgmap.model.naming import Called
from orgmap.model.wording import both
from orgmap.network import PREFIX
from orgmap.questions.where.rows import COLUMNS, name_of, node_of, told_row

FARTHEST = 4
"""A way of more ties than this is not told."""


def nearest_way(orgmap: OrgMap, one: Called, other: Called) -> tuple[str, pd.DataFrame]:
    """Return how two that do not meet come nearest to it, in words, and a row for each tie.

    A body is to come before a member. Of several ways that are as short, it is always the same one.
    """
    names = {called: name_of(orgmap, called) for called in (one, other)}
    way = _way(orgmap, node_of(one), node_of(other))
    if not way:
        return f"{_apart(one, other, names)}, and nobody sits with both.", pd.DataFrame(columns=list(COLUMNS))
    told = [name_of(orgmap, _called(node)) for node in way]
    return f"{_apart(one, other, names)}. {_steps(one, way, told)}", _rows(way, told)


def _way(orgmap: OrgMap, start: str, end: str) -> list[str]:
    """Return the nodes of the shortest way over filled seats; nothing where there is none or it is long."""
    seats = orgmap.seats[orgmap.seats["status"] == "filled"]
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from((start, end))
    for kind, column in (("organisation", "represents"), ("person", "person")):
        ties = seats.dropna(subset=column).drop_duplicates(["body", column]).sort_values(["body", column])
        graph.add_edges_from(zip(PREFIX["body"] + ties["body"], PREFIX[kind] + ties[column], strict=True))
    reached = nx.single_source_shortest_path(graph, start, cutoff=FARTHEST)
    return list(reached.get(end, ()))


def _called(node: str) -> Called:
    return next(
        Called(kind, node.removeprefix(start)) for kind, start in PREFIX.items() if node.startswith(start)
    )


def _apart(one: Called, other: Called, names: dict[Called, str]) -> str:
    if one.kind == other.kind == "body":
        return f"{both(names[one], names[other])} share nobody"
    if one.kind == "body":
        return f"{names[other]} has no filled seat on {names[one]}"
    return f"{both(names[one], names[other])} meet nowhere"


def _steps(one: Called, way: list[str], told: list[str]) -> str:
    """Say how the way runs; from a body to a member it is told from the member's side."""
    if len(way) == FARTHEST:
        way, told = way[::-1], told[::-1]
    if one.kind == "body" and len(way) > FARTHEST:
        return f"Nearest: {told[0]} shares {told[1]} with {told[2]}, which shares {told[3]} with {told[4]}."
    last = f" with {told[4]}" if len(way) > FARTHEST else ""
    return f"Nearest: {told[0]} sits on {told[1]} with {told[2]}, {_which(way[2])} sits on {told[3]}{last}."


def _which(node: str) -> str:
    return "who" if node.startswith(PREFIX["person"]) else "which"


def _rows(way: list[str], told: list[str]) -> pd.DataFrame:
    rows = []
    for number, (a, b) in enumerate(pairwise(range(len(way))), start=1):
        body, member = (a, b) if way[a].startswith(PREFIX["body"]) else (b, a)
        ids = {"id_body": way[body], "id_member": way[member]}
        rows.append(told_row("nearest way", f"step {number}", body=told[body], member=told[member], **ids))
    return pd.DataFrame(rows, columns=list(COLUMNS), dtype="str")
