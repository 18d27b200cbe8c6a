"""Which two bodies share most members, and whether one is the other in miniature."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import Any

import networkx as nx
import pandas as pd

from orgmap.measures import members_of_pairs, pairs
from orgmap.model import Answer, Finding, OrgMap
from orgmap.model.wording import both, counted, listing, percent, plural, verb
from orgmap.network import MODE, PREFIX, Counting, affiliation, usual_counting
from orgmap.questions.answers import answer
from orgmap.questions.overlap.alike import alike, joining, known_sets
from orgmap.questions.overlap.rest import alone, counted_roles, family, partial, wide
from orgmap.questions.overlap.sets import Above, hanging, inside, sets_of, together
from orgmap.questions.pair_findings import of_pairs
from orgmap.vocabulary import QUESTIONS, TIE_ROLES

TITLE = QUESTIONS.meaning_of("overlap")
TOP = 5
MINIATURE = 0.8
SEVERAL = 3


def overlap(orgmap: OrgMap, counting: Counting | None = None, roles: tuple[str, ...] = TIE_ROLES) -> Answer:
    """Return the pairs of bodies that share members, most shared first, and what stands out among them.

    Table, one row for each pair: `body_a`, `body_b`, `counting`, `shared`, `size_a`, `size_b`, `jaccard`,
    `simpson`, `a_in_b`, `b_in_a`, `cosine` (0 to 1, NaN where a list is partial), `part_of` (whether one is
    part of the other), `members` (the names shared), `note`, `id_a`, `id_b`. Index 0, 1, 2 ...
    """
    chosen = counting or usual_counting(orgmap)
    graph = affiliation(orgmap, chosen, roles)
    above = {
        PREFIX["body"] + body: {PREFIX["body"] + one for one in orgmap.ancestors(body)}
        for body in orgmap.bodies.index
    }
    table = _table(graph, above, chosen)
    same = alike(table, chosen)
    sets = sets_of(graph, above, known_sets(same))
    findings = [
        *joining(same, chosen),
        *_most_shared(table, same, inside(table, sets), chosen),
        *_miniatures(table, same, chosen),
        *together(graph, table, sets, chosen),
        *hanging(graph, table, [*known_sets(same), *sets], above, chosen),
        *wide(graph, table, chosen),
        *family(table, chosen),
        *alone(graph, chosen),
        *partial(table),
    ]
    return answer("overlap", TITLE, [*(findings or [_nothing(chosen)]), *counted_roles(orgmap, roles)], table)


def _table(graph: nx.Graph[str], above: Above, counting: Counting) -> pd.DataFrame:
    found = pairs(graph)
    labels = {node: str(facts["label"]) for node, facts in graph.nodes(data=True)}
    names = [_names(labels, ids) for ids in members_of_pairs(graph, found)]
    found = found.rename(columns={"a": "id_a", "b": "id_b"})
    ids = zip(found["id_a"].tolist(), found["id_b"].tolist(), strict=True)
    found = found.assign(
        body_a=found["id_a"].map(labels),
        body_b=found["id_b"].map(labels),
        counting=counting,
        part_of=pd.array([a in above[b] or b in above[a] for a, b in ids], dtype="bool"),
        members=pd.array(names, dtype="str"),
    )
    last = ["part_of", "members", "note", "id_a", "id_b"]
    first = ["body_a", "body_b", "counting", "shared", "size_a", "size_b"]
    return found[[*first, "jaccard", "simpson", "a_in_b", "b_in_a", "cosine", *last]]


def _names(labels: Mapping[str, str], ids: Iterable[str]) -> str:
    """Return the names of members as one cell; a semicolon inside a name would part it in two."""
    return "; ".join(sorted(labels[member].replace(";", ",") for member in ids))


def _most_shared(
    table: pd.DataFrame, same: pd.DataFrame, in_sets: pd.DataFrame, counting: Counting
) -> Iterator[Finding]:
    """Say which pairs share most; where many share the same number, say so once and stop."""
    told = _told(table, same)
    for number, row in zip(told.index, told.to_dict("records"), strict=True):
        yield of_pairs("overlap", "look", _pair(row, counting), table.loc[[number]])
    apart = table[~table["part_of"] & (table["shared"] > 1)].drop(told.index)
    rest = apart.drop(same.index, errors="ignore")
    group = apart[apart["shared"] == rest["shared"].max()]
    if not group.index.isin(in_sets.index).all():
        yield of_pairs("overlap", "know", _many(group, counting), group)


def _told(table: pd.DataFrame, same: pd.DataFrame) -> pd.DataFrame:
    """Return the pairs at the top that are told one by one: as long as few share the same number."""
    apart = table[~table["part_of"] & (table["shared"] > 1)].drop(same.index)
    sizes = apart.groupby("shared", sort=False)["shared"].transform("size")
    few = apart[(sizes <= SEVERAL).cummin()]
    return few.head(TOP)


def _pair(pair: Mapping[Hashable, Any], counting: Counting) -> str:
    bodies, names = both(pair["body_a"], pair["body_b"]), listing(pair["members"].split("; "))
    sentence = f"{bodies} share {counted(pair['shared'], MODE[counting])}: {names}."
    if pd.isna(pair["simpson"]):
        return sentence
    small = "body_a" if pair["size_a"] <= pair["size_b"] else "body_b"
    size = min(pair["size_a"], pair["size_b"])
    part = f"all {size}" if size == pair["shared"] else f"{percent(pair['shared'], size)} of the {size}"
    return f"{sentence} That is {part} on {pair[small]}."


def _many(group: pd.DataFrame, counting: Counting) -> str:
    first = group.iloc[0]
    what = counted(int(first["shared"]), MODE[counting])
    bodies = both(first["body_a"], first["body_b"])
    if len(group) == 1:
        return f"{bodies} share {what}."
    return f"{len(group)} pairs of bodies share {what} each, among them {bodies}."


def _miniatures(table: pd.DataFrame, same: pd.DataFrame, counting: Counting) -> Iterator[Finding]:
    """Say where nearly all of one body sit on others that are not its parents."""
    told = [*_told(table, same).index, *same.index]
    candidates = table[~table["part_of"] & (table["shared"] >= SEVERAL)].drop(told, errors="ignore")
    found = [(str(inner), group) for inner, group in _contained(candidates).groupby("inner", sort=False)]
    for inner, group in found[:TOP]:
        sentence = (
            f"{_part(group)} {plural(MODE[counting], 2)} on {inner} also sit on "
            f"{listing(list(group['outer']))}: "
            f"{inner} is nearly {'each of them' if len(group) > 1 else 'that body'} in miniature."
        )
        yield of_pairs("overlap", "look", sentence, table.loc[group.index])
    if rest := found[TOP:]:
        what = f"{counted(len(rest), 'more body')} {verb('is', len(rest))} nearly another in miniature"
        rows = sorted({number for _, group in rest for number in group.index})
        sentence = f"{what}: {listing([inner for inner, _ in rest])}."
        yield of_pairs("overlap", "look", sentence, table.loc[rows])


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


def _nothing(counting: Counting) -> Finding:
    return Finding("overlap", "know", f"No two bodies share more than one {MODE[counting]}.")
