"""Which pairs of bodies need a protocol, why, and how far each protocol has come."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from orgmap.model import Answer, Finding, OrgMap
from orgmap.model.agreements import NOTHING_KNOWN, OVERDUE
from orgmap.model.dates import in_words
from orgmap.model.wording import counted, joined, listing, verb
from orgmap.network import PREFIX
from orgmap.questions.answers import answer
from orgmap.questions.reasons import WIDE, reasons, wide_members
from orgmap.questions.register import register
from orgmap.vocabulary import QUESTIONS

TITLE = QUESTIONS.meaning_of("protocols")
TOLD = 5
WAITING = {
    NOTHING_KNOWN: "no protocol is known",
    "none": "there is no protocol",
    "draft": "a protocol is in draft",
}


def protocols(orgmap: OrgMap, threshold: int = 3) -> Answer:
    """Return the register: every pair of bodies with a reason for a protocol or a protocol, and its state.

    Table, a row for each pair (and for each protocol it has): `body_a`, `body_b`, `set` (bodies alike that
    one protocol could serve, empty for a pair on its own), `reasons` (in words), `reason_kinds`,
    `reason_count`, `shared` (how many organisations, people, issues or seats the reasons count), `state`
    (nothing known, none, draft, agreed, under review or review overdue), `trouble` (what is wrong with a
    protocol there is), the columns of the table of protocols, `id_a`, `id_b`. Most reasons first.
    """
    found = reasons(orgmap, threshold)
    table = register(orgmap, found)
    findings = [
        *_sets(table),
        *_pairs(table),
        *_troubles(table),
        *_overdue(table),
        *_wide(orgmap),
        *_agreed(table),
    ]
    nothing = Finding("protocols", "know", "No two bodies have a reason for a protocol.")
    return answer("protocols", TITLE, findings or [nothing], table)


def _sets(table: pd.DataFrame) -> Iterator[Finding]:
    """Offer one protocol for each set of bodies that are alike."""
    for name, rows in table[table["set"] != ""].groupby("set", sort=False):
        states = rows.drop_duplicates(["id_a", "id_b"])["state"].value_counts()
        waiting = any(state in (*WAITING, OVERDUE) for state in states.index)
        known = joined([f"{state} for {counted(int(number), 'pair')}" for state, number in states.items()])
        sentence = (
            f"One protocol could serve {name}, in place of {int(states.sum())}, one for each pair. "
            f"State now: {known}."
        )
        yield _finding("act" if waiting else "know", sentence, rows)


def _pairs(table: pd.DataFrame) -> Iterator[Finding]:
    """Put forward the pairs on their own with most reasons and no protocol in force."""
    waiting = table[(table["set"] == "") & (table["reason_count"] > 0) & table["state"].isin(list(WAITING))]
    for number, row in waiting.head(TOLD).to_dict("index").items():
        pair, state = f"{row['body_a']} and {row['body_b']}", WAITING[row["state"]]
        sentence = f"{pair}: {state}. Reasons for one: {row['reasons']}."
        yield _finding("act", sentence, table.loc[[number]])
    rest = waiting.iloc[TOLD:]
    if len(rest):
        have = f"{counted(len(rest), 'more pair')} of bodies {verb('has', len(rest))}"
        sentence = f"{have} a reason for a protocol and none in force."
        yield _finding("look", sentence, rest)


def _troubles(table: pd.DataFrame) -> Iterator[Finding]:
    for number, row in table[table["trouble"] != ""].to_dict("index").items():
        sentence = f"The protocol of {row['body_a']} and {row['body_b']} needs a look: {row['trouble']}."
        yield _finding("act" if "closed" in row["trouble"] else "look", sentence, table.loc[[number]])


def _overdue(table: pd.DataFrame) -> Iterator[Finding]:
    for number, row in table[table["state"] == OVERDUE].to_dict("index").items():
        due = in_words(row["review_by"])
        sentence = f"The protocol of {row['body_a']} and {row['body_b']} was due for review by {due}."
        yield _finding("act", sentence, table.loc[[number]])


def _wide(orgmap: OrgMap) -> Iterator[Finding]:
    """Say once of who sits on many bodies that one agreement serves better than many protocols."""
    people, organisations = orgmap.people["label"], orgmap.organisations["name"]
    yield from _wide_members(wide_members(orgmap, "represents"), organisations, "organisation", "with it")
    yield from _wide_members(
        wide_members(orgmap, "person"), people, "person", "on whom this person speaks for"
    )


def _wide_members(
    count: pd.Series[int], names: pd.Series[str], mode: str, agreement: str
) -> Iterator[Finding]:
    for member, bodies in count.head(1).items():
        sentence = (
            f"{names[str(member)]} sits on {bodies} bodies: one agreement {agreement} serves better than a "
            f"protocol for each of the {bodies * (bodies - 1) // 2} pairs."
        )
        yield Finding("protocols", "look", sentence, (PREFIX[mode] + str(member),))
    if len(count) > 1:
        rest = count.iloc[1:]
        who = listing([f"{names[str(member)]} ({bodies})" for member, bodies in rest.items()])
        subjects = tuple(PREFIX[mode] + str(member) for member in rest.index)
        whom = "each" if len(rest) > 1 else "it" if mode == "organisation" else "this person"
        sentence = (
            f"{counted(len(rest), f'more {mode}')} {verb('sits', len(rest))} on more than {WIDE} bodies, "
            f"and one agreement with {whom} would serve better too: {who}."
        )
        yield Finding("protocols", "look", sentence, subjects)


def _agreed(table: pd.DataFrame) -> Iterator[Finding]:
    rows = table[table["state"] == "agreed"]
    if len(rows):
        names = listing([f"{row.body_a} with {row.body_b}" for row in rows.itertuples()])
        what = counted(len(rows), "protocol")
        sentence = f"{what} {verb('is', len(rows))} agreed and in date as far as is known: {names}."
        yield _finding("know", sentence, rows)


def _finding(weight: Any, sentence: str, rows: pd.DataFrame) -> Finding:
    subjects = tuple(dict.fromkeys([*rows["id_a"], *rows["id_b"]]))
    return Finding("protocols", weight, sentence, subjects, tuple(int(number) for number in rows.index))
