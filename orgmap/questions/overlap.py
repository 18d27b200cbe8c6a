"""Which two bodies share most members, and whether one is the other in miniature."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import Any

import networkx as nx
import pandas as pd

from orgmap.measures import members_of_pairs, pairs
from orgmap.model import Answer, Finding, OrgMap
from orgmap.model.records import Weight
from orgmap.model.wording import counted, listing, percent, plural, verb
from orgmap.network import MODE, PREFIX, Counting, affiliation, usual_counting
from orgmap.questions.answers import answer
from orgmap.vocabulary import QUESTIONS, TIE_ROLES

TITLE = QUESTIONS.meaning_of("overlap")
TOP = 5
MINIATURE = 0.8
SEVERAL = 3
WIDE = 4
"""A member on more bodies than this is told once, not pair by pair."""


def overlap(orgmap: OrgMap, counting: Counting | None = None, roles: tuple[str, ...] = TIE_ROLES) -> Answer:
    """Return the pairs of bodies that share members, most shared first, and what stands out among them.

    Table, one row for each pair: `body_a`, `body_b`, `counting`, `shared`, `size_a`, `size_b`, `jaccard`,
    `simpson`, `a_in_b`, `b_in_a`, `cosine` (0 to 1, NaN where a list is partial), `part_of` (whether one is
    part of the other), `members` (the names shared), `note`, `id_a`, `id_b`. Index 0, 1, 2 ...
    """
    chosen = counting or usual_counting(orgmap)
    graph = affiliation(orgmap, chosen, roles)
    table = _table(orgmap, graph, chosen)
    findings = [
        *_most_shared(table, chosen),
        *_miniatures(table, chosen),
        *_wide(graph, chosen),
        *_family(table, chosen),
        *_alone(graph, chosen),
        *_partial(table),
    ]
    return answer("overlap", TITLE, findings or [_nothing(chosen)], table)


def _table(orgmap: OrgMap, graph: nx.Graph[str], counting: Counting) -> pd.DataFrame:
    found = pairs(graph)
    labels = {node: str(facts["label"]) for node, facts in graph.nodes(data=True)}
    names = [_names(labels, ids) for ids in members_of_pairs(graph, found)]
    found = found.rename(columns={"a": "id_a", "b": "id_b"})
    ids = zip(found["id_a"], found["id_b"], strict=True)
    above = {
        PREFIX["body"] + body: {PREFIX["body"] + one for one in orgmap.ancestors(body)}
        for body in orgmap.bodies.index
    }
    found = found.assign(
        body_a=found["id_a"].map(labels),
        body_b=found["id_b"].map(labels),
        counting=counting,
        part_of=[a in above[b] or b in above[a] for a, b in ids],
        members=pd.array(names, dtype="str"),
    )
    last = ["part_of", "members", "note", "id_a", "id_b"]
    first = ["body_a", "body_b", "counting", "shared", "size_a", "size_b"]
    return found[[*first, "jaccard", "simpson", "a_in_b", "b_in_a", "cosine", *last]]


def _names(labels: Mapping[str, str], ids: Iterable[str]) -> str:
    """Return the names of members as one cell; a semicolon inside a name would part it in two."""
    return "; ".join(sorted(labels[member].replace(";", ",") for member in ids))


def _most_shared(table: pd.DataFrame, counting: Counting) -> Iterator[Finding]:
    """Say which pairs share most; where many share the same number, say so once and stop."""
    told = _told(table)
    for number, row in zip(told.index, told.to_dict("records"), strict=True):
        yield _finding("look", _pair(row, counting), table.loc[[number]])
    rest = table[~table["part_of"] & (table["shared"] > 1)].drop(told.index)
    if len(rest):
        group = rest[rest["shared"] == rest["shared"].max()]
        yield _finding("know", _many(group, counting), group)


def _told(table: pd.DataFrame) -> pd.DataFrame:
    """Return the pairs at the top that are told one by one: as long as few share the same number."""
    apart = table[~table["part_of"] & (table["shared"] > 1)]
    sizes = apart.groupby("shared", sort=False)["shared"].transform("size")
    few = apart[(sizes <= SEVERAL).cummin()]
    return few.head(TOP)


def _pair(pair: Mapping[Hashable, Any], counting: Counting) -> str:
    names = listing(pair["members"].split("; "))
    sentence = (
        f"{pair['body_a']} and {pair['body_b']} share {counted(pair['shared'], MODE[counting])}: {names}."
    )
    if pd.isna(pair["simpson"]):
        return sentence
    small = "body_a" if pair["size_a"] <= pair["size_b"] else "body_b"
    size = min(pair["size_a"], pair["size_b"])
    part = f"all {size}" if size == pair["shared"] else f"{percent(pair['shared'], size)} of the {size}"
    return f"{sentence} That is {part} on {pair[small]}."


def _many(group: pd.DataFrame, counting: Counting) -> str:
    first = group.iloc[0]
    what = counted(int(first["shared"]), MODE[counting])
    if len(group) == 1:
        return f"{first['body_a']} and {first['body_b']} share {what}."
    return (
        f"{len(group)} pairs of bodies share {what} each, among them {first['body_a']} and {first['body_b']}."
    )


def _miniatures(table: pd.DataFrame, counting: Counting) -> Iterator[Finding]:
    """Say where nearly all of one body sit on others that are not its parents."""
    candidates = table[~table["part_of"] & (table["shared"] >= SEVERAL)].drop(
        _told(table).index, errors="ignore"
    )
    for inner, group in _contained(candidates).groupby("inner", sort=False):
        sentence = (
            f"{_part(group)} {plural(MODE[counting], 2)} on {inner} also sit on "
            f"{listing(list(group['outer']))}: "
            f"{inner} is nearly {'each of them' if len(group) > 1 else 'that body'} in miniature."
        )
        yield _finding("look", sentence, table.loc[group.index])


def _part(group: pd.DataFrame) -> str:
    """Return how many of the members of a body sit on each of the others, in words."""
    size, least = int(group["size"].iloc[0]), int(group["shared"].min())
    if least == size:
        return f"All {size}"
    return f"{'' if len(group) == 1 else 'At least '}{least} of the {size}"


def _contained(pairs_of: pd.DataFrame) -> pd.DataFrame:
    """Return the pairs in which one body, `inner`, lies nearly all inside the other, `outer`."""
    sides = [
        pairs_of.rename(
            columns={f"body_{i}": "inner", f"body_{o}": "outer", f"{i}_in_{o}": "share", f"size_{i}": "size"}
        )
        for i, o in (("a", "b"), ("b", "a"))
    ]
    both = pd.concat([side[["inner", "outer", "share", "size", "shared"]] for side in sides])
    return both[both["share"] >= MINIATURE].sort_values(
        ["size", "inner", "outer"], ascending=[False, True, True]
    )


def _wide(graph: nx.Graph[str], counting: Counting) -> Iterator[Finding]:
    """Say once that a member sits on many bodies, which joins each of them with each."""
    wide = sorted(
        (node for node in graph if _is_wide(graph, node)), key=lambda node: (-graph.degree(node), node)
    )
    if not wide:
        return
    first, *rest = wide
    on, bodies = graph.degree(first), sum(facts["bipartite"] for _, facts in graph.nodes(data=True))
    which = f"all {on}" if on == bodies else f"{on} of the {bodies}"
    name = graph.nodes[first]["label"]
    sentence = f"{name} sits on {which} bodies, which alone joins {on * (on - 1) // 2:,} pairs of them."
    yield Finding("overlap", "know", sentence, (first,))
    if rest:
        names = listing([f"{graph.nodes[node]['label']} ({graph.degree(node)})" for node in rest])
        what = (
            counted(len(rest), f"other {MODE[counting]}") if len(rest) > 1 else f"One other {MODE[counting]}"
        )
        yield Finding(
            "overlap",
            "know",
            f"{what} {verb('sits', len(rest))} on more than {WIDE} bodies: {names}.",
            tuple(rest),
        )


def _is_wide(graph: nx.Graph[str], node: str) -> bool:
    return graph.nodes[node]["bipartite"] == 0 and graph.degree(node) > WIDE


def _family(table: pd.DataFrame, counting: Counting) -> Iterator[Finding]:
    group = table[table["part_of"]]
    if len(group):
        names = [f"{row.body_a} with {row.body_b} ({row.shared})" for row in group.itertuples()]
        what = "pair" if len(group) == 1 else "pairs"
        sentence = (
            f"{len(group)} {what} of a body and a body it is part of {verb('shares', len(group))} "
            f"{plural(MODE[counting], 2)} by design and {verb('is', len(group))} set apart: {listing(names)}."
        )
        yield _finding("know", sentence, group)


def _alone(graph: nx.Graph[str], counting: Counting) -> Iterator[Finding]:
    """Say which bodies have members, none of whom sits anywhere else."""
    alone = [
        node
        for node, facts in graph.nodes(data=True)
        if facts["bipartite"] == 1
        and graph.degree(node)
        and all(graph.degree(member) == 1 for member in graph[node])
    ]
    if alone:
        names = listing([graph.nodes[node]["label"] for node in alone])
        sentence = f"{names} {verb('shares', len(alone))} no {MODE[counting]} with any other body."
        yield Finding("overlap", "look", sentence, tuple(alone))


def _partial(table: pd.DataFrame) -> Iterator[Finding]:
    unknown = table[table["simpson"].isna()]
    if len(unknown):
        reasons = sorted({reason for note in unknown["note"] for reason in note.split("; ")})
        sentence = (
            f"Shares cannot be worked out for {counted(len(unknown), 'pair')}, because {listing(reasons)}."
        )
        yield _finding("know", sentence, unknown)


def _nothing(counting: Counting) -> Finding:
    return Finding("overlap", "know", f"No two bodies share more than one {MODE[counting]}.")


def _finding(weight: Weight, sentence: str, rows: pd.DataFrame) -> Finding:
    subjects = tuple(dict.fromkeys([*rows["id_a"], *rows["id_b"]]))
    return Finding("overlap", weight, sentence, subjects, tuple(int(number) for number in rows.index))
