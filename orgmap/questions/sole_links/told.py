"""What is told of sole links: who it is, until when, and what would fall apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import get_args

import pandas as pd

from orgmap.model import Finding
from orgmap.model.wording import counted, joined, listing, plural, verb
from orgmap.network import MODE, Counting
from orgmap.questions.sole_links.members import falls_off, finding, link_findings, nothing_else
from orgmap.questions.sole_links.pairs import Members

TOLD = 3
"""No more bodies than this are told one by one; the others are named together."""


def told(table: pd.DataFrame, usual: Counting, as_at: str | None) -> list[Finding]:
    """Return the findings that the table of the question gives; `as_at` is the day of the map."""
    links = table[table["kind"] == "only link"]
    holds = table[(table["kind"] == "holds together") & (table["others"] > 1)]
    told_already = ["", *nothing_else(table)["id_member"].unique()]
    otherwise = holds[(holds["counting"] == usual) & ~holds["id_member"].isin(told_already)]
    found = [
        *link_findings(table, as_at),
        *_holders(otherwise, "member", "Without {}"),
        *_holders(holds[holds["id_a"] != ""], "body_a", "If {} closed"),
        *_apart(table, MODE[usual]),
        *(one for counting in get_args(Members) for one in _otherwise(links, counting)),
        *_not_known(table[table["kind"] == "not known"], MODE[usual]),
        *_tables(table[table["kind"] == "only table"], MODE[usual]),
    ]
    nothing = "No two bodies have exactly one member in common."
    return found or [Finding("sole_links", "know", nothing)]


def _holders(rows: pd.DataFrame, column: str, ask: str) -> Iterator[Finding]:
    """Say what would fall apart without a body or a member: first without whom most would."""
    ranked = rows.sort_values(["bodies", column], ascending=[False, True], kind="stable")
    for number, fall in zip(ranked.index[:TOLD], falls_off(ranked.head(TOLD)), strict=True):
        yield finding("look", f"{ask.format(ranked.at[number, column])}, {fall}.", rows.loc[[number]])
    rest = ranked.iloc[TOLD:]
    if len(rest):
        names = listing(rest[column].tolist())
        sentence = f"{len(rest):,} more {verb('holds', len(rest))} bodies together in the same way: {names}."
        yield finding("know", sentence, rest)


def _apart(table: pd.DataFrame, mode: str) -> Iterator[Finding]:
    """Say once that the bodies are in groups that share nobody with one another."""
    rows = table[table["kind"] == "group apart"]
    if len(rows):
        some = f" of which any {mode} is known" if (table["kind"] == "not known").any() else ""
        sizes = sorted(Counter(rows["bodies"].tolist()).items(), reverse=True)
        each = listing([_groups(size, number) for size, number in sizes])
        make = f"The bodies{some} make {len(rows):,} groups that share no {mode} with one another"
        yield finding("look", f"{make}: {each}.", rows)


def _groups(bodies: int, number: int) -> str:
    """Return in words how many groups of so many bodies there are; one body is no group but on its own."""
    if bodies == 1:
        return f"{counted(number, 'body')} on {verb('its', number)} own"
    return f"{number:,} of {counted(bodies, 'body')}{' each' if number > 1 else ''}"


def _otherwise(links: pd.DataFrame, counting: Members) -> Iterator[Finding]:
    """Count the pairs with one common member that are joined in other ways too, or are of one family."""
    own, what = links[links["counting"] == counting], MODE[counting]
    part = own["part_of"].astype(bool)
    both, family = own[~part & (own["also_joined"] != "")], own[part]
    if len(both):
        sentence = (
            f"{counted(len(both), 'pair')} of bodies {verb('has', len(both))} exactly one {what} in common, "
            f"but {verb('is', len(both))} joined in other ways too."
        )
        yield finding("know", sentence, both)
    if len(family):
        columns = family[["body_a", "body_b", "member"]].itertuples(index=False)
        names = listing([f"{a} with {b} ({member})" for a, b, member in columns])
        sentence = (
            f"{counted(len(family), 'pair')} of a body and a body it is part of {verb('has', len(family))} "
            f"exactly one {what} in common: {names}."
        )
        yield finding("know", sentence, family)


def _not_known(rows: pd.DataFrame, mode: str) -> Iterator[Finding]:
    if len(rows):
        names = listing(rows["body_a"].tolist())
        sentence = (
            f"No {mode} on {names} is known, so what joins {plural('it', len(rows))} to others is not known."
        )
        yield finding("know", sentence, rows)


def _tables(rows: pd.DataFrame, mode: str) -> Iterator[Finding]:
    """Say how many pairs meet at one table only, and which tables these are for the most of them."""
    if len(rows):
        pairs = int(rows["pairs"].sum())
        most = [
            f"{name} ({only:,})"
            for name, only in rows[["body_a", "pairs"]].head(TOLD).itertuples(index=False)
        ]
        which = joined(most) if len(rows) <= TOLD else f"most often {joined(most)}"
        meet = f"{counted(pairs, 'pair')} of {plural(mode, 2)} {verb('meets', pairs)}"
        sentence = f"{meet} at one table only: {which}."
        yield finding("know", sentence, rows)
