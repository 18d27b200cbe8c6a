"""Three bodies or more that share the same members, and bodies that hang together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import combinations

import networkx as nx
import pandas as pd

from orgmap.measures import common_members, largest_s, s_components
from orgmap.model import Finding
from orgmap.model.wording import counted, listing, verb
from orgmap.network import MODE, Counting
from orgmap.questions.pair_findings import of_pairs

LEAST = 3
TOLD = 3
Above = Mapping[str, AbstractSet[str]]
"""The bodies that each body is part of, by node id."""


@dataclass(frozen=True)
class Shared:
    """Bodies that have members in common, with those members; node ids."""

    bodies: frozenset[str]
    members: tuple[str, ...] = ()


def sets_of(graph: nx.Graph[str], above: Above, known: Iterable[Shared]) -> list[Shared]:
    """Return the sets of three bodies or more that have two members or more in common, most seats first.

    A body is left out where one that it is part of is in the set too; so is a set that lies inside another
    or inside one that is `known` already.
    """
    found = common_members(graph, LEAST)
    apart = (
        Shared(_topmost(bodies, above), members)
        for bodies, members in zip(found["bodies"], found["members"], strict=True)
    )
    large = [one for one in apart if len(one.bodies) >= LEAST]
    return _outermost(sorted(large, key=lambda one: -len(one.bodies) * len(one.members)), known)


def _topmost(bodies: Iterable[str], above: Above) -> frozenset[str]:
    """Return the bodies that are part of no other of them."""
    whole = frozenset(bodies)
    return frozenset(one for one in whole if not above[one] & whole)


def _outermost(sets: Iterable[Shared], known: Iterable[Shared]) -> list[Shared]:
    """Return, in their order, the sets whose bodies lie inside none that is known or came before."""
    kept: list[Shared] = []
    with_body: dict[str, list[frozenset[str]]] = defaultdict(list)
    for one in known:
        _enter(one, with_body)
    for one in sets:
        fewest = min((with_body[body] for body in one.bodies), key=len)
        if not any(one.bodies <= other for other in fewest):
            kept.append(one)
            _enter(one, with_body)
    return kept


def _enter(one: Shared, with_body: dict[str, list[frozenset[str]]]) -> None:
    for body in one.bodies:
        with_body[body].append(one.bodies)


def together(
    graph: nx.Graph[str], table: pd.DataFrame, sets: list[Shared], counting: Counting
) -> Iterator[Finding]:
    """Say which bodies have which members in common; `sets` are from `sets_of`."""
    told = _apart(sets)
    for one in told:
        who = listing(sorted(graph.nodes[member]["label"] for member in one.members))
        sentence = (
            f"{len(one.bodies)} bodies have {counted(len(one.members), MODE[counting])} in common: {who}. "
            f"They are {listing(_labels(graph, one.bodies))}."
        )
        yield of_pairs("overlap", "look", sentence, inside(table, [one]))
    if rest := [one for one in sets if one not in told]:
        sentence = (
            f"{counted(len(rest), 'more set')} of three bodies or more {verb('has', len(rest))} "
            f"two {counting} or more in common."
        )
        yield of_pairs("overlap", "know", sentence, inside(table, rest))


def _apart(sets: list[Shared]) -> list[Shared]:
    """Return the first few sets of which no two have half of their bodies in common."""
    told: list[Shared] = []
    for one in sets:
        if len(told) < TOLD and all(2 * len(one.bodies & other.bodies) < len(one.bodies) for other in told):
            told.append(one)
    return told


def hanging(
    graph: nx.Graph[str], table: pd.DataFrame, known: Iterable[Shared], above: Above, counting: Counting
) -> Iterator[Finding]:
    """Say at how many shared members three bodies or more still hang together, and which."""
    apart = table[~table["part_of"]].rename(columns={"id_a": "a", "id_b": "b"})
    s = largest_s(apart, LEAST)
    if s < 2:
        return
    found = s_components(apart, s)
    groups = [Shared(_topmost(group.index, above)) for _, group in found.groupby(found)]
    new = _outermost([group for group in groups if len(group.bodies) >= LEAST], known)
    if new:
        what = f"{counted(s, MODE[counting])} or more"
        sentence = _chained([_labels(graph, group.bodies) for group in new], what)
        rows = inside(table, new)
        yield of_pairs("overlap", "know", sentence, rows[rows["shared"] >= s])


def inside(table: pd.DataFrame, sets: Iterable[Shared]) -> pd.DataFrame:
    """Return the pairs of which both bodies are in one of the sets and neither is a part of the other."""
    apart = table[~table["part_of"]]
    told = list(sets)
    everyone = list({body for one in told for body in one.bodies})
    near = apart[apart["id_a"].isin(everyone) & apart["id_b"].isin(everyone)]
    ids = (near[column].to_numpy(dtype=object) for column in ("id_a", "id_b"))
    row = dict(zip(zip(*ids, strict=True), near.index, strict=True))
    couples = (pair for one in told for pair in combinations(sorted(one.bodies), 2))
    return table.loc[sorted({row[pair] for pair in couples if pair in row})]


def _chained(groups: list[list[str]], what: str) -> str:
    if len(groups) == 1:
        return f"{listing(groups[0])} hang together: each shares {what} with another of them."
    told = "; ".join(listing(group, 4) for group in groups[:TOLD])
    more = f"; and {len(groups) - TOLD} more" if len(groups) > TOLD else ""
    return (
        f"{len(groups)} groups of bodies hang together, each body sharing {what} with another of its group: "
        f"{told}{more}."
    )


def _labels(graph: nx.Graph[str], bodies: frozenset[str]) -> list[str]:
    return sorted(str(graph.nodes[body]["label"]) for body in bodies)
