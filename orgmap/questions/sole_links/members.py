"""What is told of members who alone join bodies: between which, until when, and what would fall off."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

import pandas as pd

from orgmap.model import Finding
from orgmap.model.dates import in_words, last_day
from orgmap.model.records import Weight
from orgmap.model.wording import both, counted, listing, verb
from orgmap.network import MODE
from orgmap.questions.sole_links.pairs import Members

TOLD = 5
"""No more members than this are told one by one; the others are counted."""
PAIRS = 8
"""Of more pairs than this the bodies are counted, not named."""
NAMED = 4
"""Of more bodies than this that would fall off the number is told, not the names."""
SOON, LATER = 6, 12
"""Within so many months of the day of the map the end of a term asks to act, or is told before the others."""


def link_findings(table: pd.DataFrame, as_at: str | None) -> Iterator[Finding]:
    """Yield who alone joins bodies that nothing else joins: organisations, then people.

    An organisation of which all pairs hang on one person each is told of these people only.
    """
    alone = nothing_else(table)
    holds = table[(table["kind"] == "holds together") & (table["id_member"] != "")]
    told = set(_ends(alone[alone["counting"] == "people"]))
    for counting in get_args(Members):
        own = alone[alone["counting"] == counting]
        off = holds[holds["counting"] == counting]
        on_one = [counting != "people" and pair in told for pair in _ends(own)]
        own = own.assign(on_one_person=pd.array(on_one, dtype="bool"))
        own = own[~own.groupby("id_member")["on_one_person"].transform("all")]
        yield from _members(own, off, as_at, MODE[counting])


def _ends(rows: pd.DataFrame) -> Iterator[tuple[str, str]]:
    return zip(rows["id_a"].tolist(), rows["id_b"].tolist(), strict=True)


def nothing_else(table: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of pairs that nothing joins but their one common member."""
    links = table[table["kind"] == "only link"]
    return links[~links["part_of"].astype(bool) & (links["also_joined"] == "")]


def _members(rows: pd.DataFrame, off: pd.DataFrame, as_at: str | None, mode: str) -> Iterator[Finding]:
    """Say who is an only link: first whose term ends soon, then without whom most would fall off."""
    if rows.empty:
        return
    ranked = _ranked(rows, off, as_at)
    for member, soon in ranked["soon"].head(TOLD).items():
        yield _one(rows[rows["id_member"] == member], off[off["id_member"] == member], soon=soon)
    rest = ranked.iloc[TOLD:]
    if len(rest):
        yield _others(rows[rows["id_member"].isin(rest.index)], rest, mode)


def _ranked(rows: pd.DataFrame, off: pd.DataFrame, as_at: str | None) -> pd.DataFrame:
    """Return the members, first to be told first: `member`, `pairs`, `soon`, `later`, how many fall `off`."""
    last = rows["until"].map(last_day, na_action="ignore").astype("str")
    facts = rows[["id_member", "member"]].assign(
        soon=_ends_within(last, as_at, SOON), later=_ends_within(last, as_at, LATER)
    )
    groups = facts.groupby("id_member", sort=True)
    table = groups.agg(
        member=("member", "first"), pairs=("member", "size"), soon=("soon", "any"), later=("later", "any")
    )
    table = table.assign(
        off=off.set_index("id_member")["bodies"].reindex(table.index).fillna(0).astype("int64")
    )
    order = ["soon", "later", "off", "pairs", "member"]
    return table.sort_values(order, ascending=[False, False, False, False, True], kind="stable")


def _ends_within(last: pd.Series[str], as_at: str | None, months: int) -> pd.Series[bool]:
    """Tell of each last day whether it comes so soon after the day of the map; without a day, of none."""
    if as_at is None:
        return pd.Series(data=False, index=last.index)
    year, month, day = last_day(as_at).split("-")
    count = int(year) * 12 + int(month) - 1 + months
    limit = f"{count // 12:04}-{count % 12 + 1:02}-{day}"
    return last.notna() & (last <= limit)


def _one(rows: pd.DataFrame, off: pd.DataFrame, *, soon: bool) -> Finding:
    """Tell of one member; whether its term ends soon makes it something to act on."""
    name = rows["member"].iloc[0]
    told = off[off["others"] > 1]
    them = "them" if rows["counting"].iloc[0] == "people" else "it"
    fall = [f"; without {them}, {falls}" for falls in falls_off(told)]
    sentence = f"{name} is the only link between {_between(rows)}{''.join(fall)}."
    sentence = " ".join([sentence, *_on_one_person(rows), _term(rows)])
    return finding("act" if soon else "look", sentence, pd.concat([rows, told]))


def falls_off(rows: pd.DataFrame) -> list[str]:
    """Return for each row of what holds bodies together what would happen without it, in words."""
    told = rows[["names", "bodies", "others", "counting"]].itertuples(index=False)
    return [
        _falls(names, off, others, by_people=counting == "people") for names, off, others, counting in told
    ]


def _falls(names: str, off: int, others: int, *, by_people: bool) -> str:
    """Return what becomes of bodies that only one person, organisation or body holds together."""
    what = "would have nobody in common with" if by_people else "would fall apart from"
    return f"{names if off <= NAMED else counted(off, 'body')} {what} {others:,} other bodies"


def _between(rows: pd.DataFrame) -> str:
    if len(rows) == 1:
        return both(rows["body_a"].iloc[0], rows["body_b"].iloc[0])
    if len(rows) > PAIRS:
        bodies = len({*rows["id_a"].tolist(), *rows["id_b"].tolist()})
        return f"{len(rows):,} pairs of {bodies:,} bodies"
    names = sorted(f"{a} with {b}" for a, b in rows[["body_a", "body_b"]].itertuples(index=False))
    return f"{len(rows)} pairs of bodies ({listing(names)})"


def _on_one_person(rows: pd.DataFrame) -> Iterator[str]:
    """Say how many of an organisation's pairs hang on one person, who is told of them too."""
    if count := int(rows["on_one_person"].sum()):
        yield f"{count:,} of these pairs {verb('hangs', count)} on one person{' each' if count > 1 else ''}."


def _term(rows: pd.DataFrame) -> str:
    """Say when the first of the links ends and with which seat, and of how many no end is known."""
    known = rows.dropna(subset="until")
    if known.empty:
        return "No end of the term is known."
    until, on = min(zip(known["until"], known["ends_on"], strict=True), key=lambda end: last_day(end[0]))
    when = f"{'on' if len(until) == 10 else 'in'} {in_words(until)}"
    if len(rows) == 1:
        return f"The term on {on} ends {when}."
    unknown = len(rows) - len(known)
    rest = f"; for {counted(unknown, 'pair')} no end is known" if unknown else ""
    return f"The first of these links ends with the term on {on}, {when}{rest}."


def _others(rows: pd.DataFrame, ranked: pd.DataFrame, mode: str) -> Finding:
    names = listing(
        [f"{name} ({pairs:,})" for name, pairs in zip(ranked["member"], ranked["pairs"], strict=True)]
    )
    sentence = (
        f"{counted(len(ranked), f'more {mode}')} {verb('is', len(ranked))} each the only link "
        f"between some bodies, {counted(len(rows), 'pair')} in all: {names}."
    )
    sentence = " ".join([sentence, *_on_one_person(rows)])
    return finding("act" if ranked["soon"].any() else "look", sentence, rows)


def finding(weight: Weight, sentence: str, rows: pd.DataFrame) -> Finding:
    """Return a finding about all members and bodies of the rows that prove it."""
    nodes = [node for column in ("id_member", "id_a", "id_b") for node in rows[column].tolist()]
    subjects = tuple(node for node in dict.fromkeys(nodes) if node)
    return Finding("sole_links", weight, sentence, subjects, tuple(rows.index.tolist()))
