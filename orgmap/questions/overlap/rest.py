"""What else overlap tells: who sits on many bodies, who shares nothing, and what is not counted or known."""

from __future__ import annotations

from collections.abc import Iterator

import networkx as nx
import pandas as pd

from orgmap.model import Finding, OrgMap
from orgmap.model.wording import counted, joined, listing, plural, verb
from orgmap.network import MODE, Counting
from orgmap.questions.pair_findings import of_pairs
from orgmap.vocabulary import ROLES, TIE_ROLES

WIDE = 4
"""A member on more bodies than this is told once, not pair by pair."""
_HOLDERS = {"co-opted": "co-opted member"}
"""What holders of a role are called, where that is not the role itself."""


def wide(graph: nx.Graph[str], table: pd.DataFrame, counting: Counting) -> Iterator[Finding]:
    """Say once that a member sits on many bodies, which joins each of them with each."""
    found = sorted(
        (node for node in graph if _is_wide(graph, node)), key=lambda node: (-graph.degree(node), node)
    )
    if not found:
        return
    first, *rest = found
    on, bodies = graph.degree(first), sum(facts["bipartite"] for _, facts in graph.nodes(data=True))
    which = f"all {on}" if on == bodies else f"{on} of the {bodies}"
    name = graph.nodes[first]["label"]
    sentence = f"{name} sits on {which} bodies, which alone joins {on * (on - 1) // 2:,} pairs of them."
    joins = table[table["id_a"].isin(graph[first]) & table["id_b"].isin(graph[first])]
    yield Finding("overlap", "know", sentence, _nodes(counting, [first]), tuple(joins.index))
    if rest:
        names = listing([f"{graph.nodes[node]['label']} ({graph.degree(node)})" for node in rest])
        what = (
            counted(len(rest), f"other {MODE[counting]}") if len(rest) > 1 else f"One other {MODE[counting]}"
        )
        sentence = f"{what} {verb('sits', len(rest))} on more than {WIDE} bodies: {names}."
        yield Finding("overlap", "know", sentence, _nodes(counting, rest))


def _is_wide(graph: nx.Graph[str], node: str) -> bool:
    return graph.nodes[node]["bipartite"] == 0 and graph.degree(node) > WIDE


def _nodes(counting: Counting, members: list[str]) -> tuple[str, ...]:
    """Return the members that are nodes of the whole map: sectors and posts are not."""
    return tuple(members) if counting in ("organisations", "people") else ()


def family(table: pd.DataFrame, counting: Counting) -> Iterator[Finding]:
    """Say which pairs overlap by design, because one is part of the other."""
    group = table[table["part_of"]]
    if len(group):
        names = [f"{row.body_a} with {row.body_b} ({row.shared})" for row in group.itertuples()]
        what = "pair" if len(group) == 1 else "pairs"
        sentence = (
            f"{len(group)} {what} of a body and a body it is part of {verb('shares', len(group))} "
            f"{plural(MODE[counting], 2)} by design and {verb('is', len(group))} set apart: {listing(names)}."
        )
        yield of_pairs("overlap", "know", sentence, group)


def alone(graph: nx.Graph[str], counting: Counting) -> Iterator[Finding]:
    """Say which bodies have members, none of whom sits anywhere else."""
    found = [
        node
        for node, facts in graph.nodes(data=True)
        if facts["bipartite"] == 1
        and graph.degree(node)
        and all(graph.degree(member) == 1 for member in graph[node])
    ]
    if found:
        names = listing([graph.nodes[node]["label"] for node in found])
        sentence = f"{names} {verb('shares', len(found))} no {MODE[counting]} with any other body."
        yield Finding("overlap", "look", sentence, tuple(found))


def partial(table: pd.DataFrame) -> Iterator[Finding]:
    """Say which shares cannot be worked out, and why."""
    unknown = table[table["simpson"].isna()]
    if len(unknown):
        reasons = sorted({reason for note in unknown["note"] for reason in note.split("; ")})
        sentence = (
            f"Shares cannot be worked out for {counted(len(unknown), 'pair')}, because {listing(reasons)}."
        )
        yield of_pairs("overlap", "know", sentence, unknown)


def counted_roles(orgmap: OrgMap, roles: tuple[str, ...]) -> Iterator[Finding]:
    """Say which roles are counted where they are not the usual ones, and which seats are left out."""
    if set(roles) != set(TIE_ROLES):
        usual = joined(list(TIE_ROLES))
        chosen = joined([role for role in ROLES.values if role in roles])
        yield Finding("overlap", "know", f"The roles counted here are {chosen}. The usual ones are {usual}.")
    seats = orgmap.seats[orgmap.seats["status"] == "filled"]
    left = seats.loc[~seats["role"].isin(list(roles)), "role"].value_counts()
    if len(left):
        held = [
            counted(int(left[role]), _HOLDERS.get(role, role)) for role in ROLES.values if role in left.index
        ]
        number = int(left.sum())
        sentence = f"{counted(number, 'filled seat')} {verb('is', number)} not counted here: {joined(held)}."
        yield Finding("overlap", "know", sentence)
