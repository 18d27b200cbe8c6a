"""Why two bodies may need a protocol: every reason, pair by pair, with what shows it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

import pandas as pd

from orgmap.measures import members_of_pairs, pairs
from orgmap.model import OrgMap
from orgmap.model.wording import counted, joined, listing, verb
from orgmap.network import PREFIX, affiliation
from orgmap.questions.issues.parts import common_issues
from orgmap.questions.pair_findings import share_enough
from orgmap.vocabulary import TIERS

WIDE = 4
"""Who sits on more bodies than this is told once; such a person is no reason for pairs."""
CHAIRS = ("chair", "vice-chair")
LINKS = ("reports to", "commissions", "consults")
Pair = tuple[str, str]


@dataclass(frozen=True)
class Reason:
    """One reason for a protocol: its kind, the sentence that shows it, and how much is shared."""

    kind: str
    sentence: str
    shared: int = 0


def reasons(orgmap: OrgMap, threshold: int = 3) -> dict[Pair, list[Reason]]:
    """Return the reasons of every pair of bodies that has any; a pair is two body ids, sorted.

    Bodies of which one is part of the other are left out: their protocol is the parent's terms of reference.
    """
    found: dict[Pair, list[Reason]] = defaultdict(list)
    for make in (_organisations, _chairs, _people, _cross_seats, _issues, _links):
        for pair, reason in make(orgmap, threshold):
            found[pair].append(reason)
    return {pair: made for pair, made in sorted(found.items()) if not _is_part(orgmap, pair)}


def wide_members(orgmap: OrgMap, column: Literal["person", "represents"]) -> pd.Series[int]:
    """Return the people or organisations on more than four bodies with their number of bodies, most first."""
    count = orgmap.ties().dropna(subset=column).groupby(column)["body"].nunique()
    return count[count > WIDE].sort_values(ascending=False, kind="stable")


def _is_part(orgmap: OrgMap, pair: Pair) -> bool:
    a, b = pair
    return a in orgmap.ancestors(b) or b in orgmap.ancestors(a)


def _key(a: str, b: str) -> Pair:
    return (a, b) if a < b else (b, a)


def _organisations(orgmap: OrgMap, threshold: int) -> Iterator[tuple[Pair, Reason]]:
    """Three shared organisations or more, or two that are half of the smaller body."""
    graph = affiliation(orgmap, "organisations")
    table = pairs(graph)
    table = table[share_enough(table, threshold)]
    members = members_of_pairs(graph, table)
    columns = (column.tolist() for column in (table["a"], table["b"], table["shared"], members))
    for a, b, shared, ids in zip(*columns, strict=True):
        names = listing(sorted(graph.nodes[member]["label"] for member in ids))
        sentence = f"they share {counted(shared, 'organisation')}: {names}"
        yield (
            _key(a.removeprefix(PREFIX["body"]), b.removeprefix(PREFIX["body"])),
            Reason("organisations", sentence, shared),
        )


def _chairs(orgmap: OrgMap, _: int) -> Iterator[tuple[Pair, Reason]]:
    for pair, names in _names_of(orgmap, _both(orgmap.ties(CHAIRS))).items():
        sentence = f"{listing(names)} {verb('is', len(names))} chair or vice-chair of both"
        yield pair, Reason("chair", sentence, len(names))


def _people(orgmap: OrgMap, _: int) -> Iterator[tuple[Pair, Reason]]:
    """Who sits on both; those who chair both or sit on many bodies are named, but are no reason alone."""
    chairs = set(_both(orgmap.ties(CHAIRS)))
    wide = set(wide_members(orgmap, "person").index)
    every = list(_both(orgmap.ties()))
    apart = {
        "is chair or vice-chair of both": _names_of(orgmap, chairs),
        f"sits on more than {WIDE} bodies": _names_of(
            orgmap, (one for one in every if one[0] in wide and one not in chairs)
        ),
    }
    narrow = (one for one in every if one[0] not in wide and one not in chairs)
    for pair, names in _names_of(orgmap, narrow).items():
        set_apart = {why: found[pair] for why, found in apart.items() if pair in found}
        yield pair, Reason("people", _sitting(names, set_apart), len(names))


def _sitting(names: list[str], apart: dict[str, list[str]]) -> str:
    """Say how many people sit on both bodies, and who of them is no reason alone and why."""
    total = len(names) + sum(map(len, apart.values()))
    if total == 1:
        return f"{names[0]} sits on both"
    others = [
        f", and {len(ones):,} who {' '.join([verb(first, len(ones)), *rest])} ({listing(ones)})"
        for why, ones in apart.items()
        for first, *rest in [why.split(" ")]
    ]
    return f"{counted(total, 'person')} sit on both: {listing(names)}{''.join(others)}"


def _names_of(orgmap: OrgMap, people: Iterable[tuple[str, Pair]]) -> dict[Pair, list[str]]:
    """Return, for each pair of bodies, the labels of those given with it, in order."""
    labels = orgmap.people["label"].to_dict()
    names: dict[Pair, list[str]] = defaultdict(list)
    for person, pair in people:
        names[pair].append(str(labels[person]))
    return {pair: sorted(ones) for pair, ones in names.items()}


def _both(ties: pd.DataFrame) -> Iterator[tuple[str, Pair]]:
    """Yield each person with each pair of bodies that he or she sits on."""
    known = ties.dropna(subset="person")
    sits_on: dict[str, set[str]] = defaultdict(set)
    for person, body in zip(known["person"].tolist(), known["body"].tolist(), strict=True):
        sits_on[person].add(body)
    for person in sorted(sits_on):
        for pair in combinations(sorted(sits_on[person]), 2):
            yield person, pair


def _cross_seats(orgmap: OrgMap, _: int) -> Iterator[tuple[Pair, Reason]]:
    names = orgmap.bodies["name"]
    filled = orgmap.seats[
        (orgmap.seats["status"] == "filled") & orgmap.seats["for_body"].isin(orgmap.bodies.index)
    ]
    seats = filled.groupby(["for_body", "body"]).size().rename("seats").reset_index()
    for for_body, body, number in zip(seats["for_body"], seats["body"], seats["seats"], strict=True):
        sentence = f"{names[for_body]} has {counted(number, 'seat')} of its own on {names[body]}"
        yield _key(for_body, body), Reason("cross-representation", sentence, int(number))


def _issues(orgmap: OrgMap, _: int) -> Iterator[tuple[Pair, Reason]]:
    for pair, issues in common_issues(orgmap).items():
        yield pair, Reason("issue", f"both have a part in {joined(issues)}", len(issues))
        if _neighbours(orgmap, pair):
            tiers = joined([str(orgmap.bodies.at[body, "tier"]) for body in pair])
            yield pair, Reason("tiers", f"that business crosses neighbouring tiers ({tiers})")


def _neighbours(orgmap: OrgMap, pair: Pair) -> bool:
    """Tell whether two bodies work at tiers next to one another; county and district are."""
    order = [tier for tier in TIERS.values if tier != "unitary"]
    tiers = [order.index(tier) for tier in orgmap.bodies.loc[list(pair), "tier"] if tier in order]
    return len(tiers) == 2 and abs(tiers[0] - tiers[1]) == 1


def _links(orgmap: OrgMap, _: int) -> Iterator[tuple[Pair, Reason]]:
    names = orgmap.bodies["name"]
    declared = orgmap.links[orgmap.links["kind"].isin(LINKS)]
    for start, end, kind in zip(declared["from_body"], declared["to_body"], declared["kind"], strict=True):
        yield _key(start, end), Reason("link", f"{names[start]} {kind} {names[end]}")


def in_words(made: Iterable[Reason]) -> str:
    """Return the reasons of a pair as one text, parted by semicolons."""
    return "; ".join(reason.sentence for reason in made)
