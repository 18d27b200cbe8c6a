"""Which pairs of bodies need a protocol, why, and how far each protocol has come."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from typing import Any

import pandas as pd

from orgmap.model import Answer, Finding, OrgMap
from orgmap.model.agreements import NOTHING_KNOWN, OVERDUE
from orgmap.model.records import Weight
from orgmap.model.wording import both, counted, joined, listing, verb
from orgmap.network import PREFIX
from orgmap.questions.answers import answer
from orgmap.questions.pair_findings import of_pairs
from orgmap.questions.protocols.agreements import agreement_findings
from orgmap.questions.protocols.reasons import WIDE, reasons, wide_members
from orgmap.questions.protocols.register import register
from orgmap.questions.protocols.states import state_findings
from orgmap.vocabulary import QUESTIONS

TITLE = QUESTIONS.meaning_of("protocols")
TOLD = 5
SETS_TOLD = 10
MANY = 3
"""So many reasons for a protocol ask to act; fewer, to look into it."""
WAITING = {
    NOTHING_KNOWN: "no protocol is known",
    "none": "there is no protocol",
    "draft": "a protocol is in draft",
}


def protocols(orgmap: OrgMap, threshold: int = 3) -> Answer:
    """Return the register: pairs of bodies with a reason for a protocol or with one, and agreements.

    Table, a row for each pair without a protocol, for each pair of each protocol, and for each body with an
    agreement (and each of the home family without one): `kind` (pair or agreement), `body_a`, `body_b` (empty
    for an agreement), `set` (bodies alike that one protocol could serve, empty for a pair on its own),
    `reasons` (in words), `reason_kinds`, `reason_count`, `two_leads` (how many issues both lead), `shared`
    (how many organisations, people, issues or seats the reasons count; of people those who are a reason, not
    all that sit on both), `state` (nothing known, none, draft, agreed, under review, review due, review
    overdue, orphaned where the two share nothing, or closed body), `trouble` (what is wrong with what there
    is, parted by semicolons), `left_out` (the points that it does not cover), `points_left_out`,
    `points_not_said` (how many points; NA where there is nothing), the columns of the tables of protocols and
    agreements (NaN where empty), `id_a`, `id_b` (empty for a body that is not in force). Pairs first; most
    reasons first, then two leads, then what is shared.
    """
    found = reasons(orgmap, threshold)
    table = register(orgmap, found)
    findings = [
        *_sets(table),
        *_pairs(table),
        *state_findings(table),
        *agreement_findings(orgmap, table),
        *_wide(orgmap),
    ]
    nothing = Finding("protocols", "know", "No two bodies have a reason for a protocol.")
    return answer("protocols", TITLE, findings or [nothing], table)


def _sets(table: pd.DataFrame) -> Iterator[Finding]:
    """Offer one protocol for each set of bodies that are alike; beyond some sets, say how many more."""
    within = table[table["set"] != ""]
    names = within["set"].unique()
    told = within[within["set"].isin(names[:SETS_TOLD])]
    for name, rows in told.groupby("set", sort=False):
        states = rows.drop_duplicates(["id_a", "id_b"])["state"].value_counts()
        waiting = any(state in (*WAITING, OVERDUE) for state in states.index)
        known = joined([f"{state} for {counted(int(number), 'pair')}" for state, number in states.items()])
        sentence = (
            f"One protocol could serve {name}, in place of {int(states.sum()):,}, one for each pair. "
            f"State now: {known}."
        )
        yield of_pairs("protocols", "look" if waiting else "know", sentence, rows)
    rest = within.drop(told.index)
    if len(rest):
        more = counted(len(names) - SETS_TOLD, "more set")
        pairs = counted(len(rest.drop_duplicates(["id_a", "id_b"])), "pair")
        sentence = (
            f"{more} of bodies alike could have one protocol each, in place of one for each of {pairs}."
        )
        yield of_pairs("protocols", "look", sentence, rest)


def _pairs(table: pd.DataFrame) -> Iterator[Finding]:
    """Put forward the pairs on their own with most reasons and no protocol in force."""
    waiting = table[(table["set"] == "") & (table["reason_count"] > 0) & table["state"].isin(list(WAITING))]
    for number, row in waiting.head(TOLD).to_dict("index").items():
        pair, state = both(row["body_a"], row["body_b"]), WAITING[row["state"]]
        sentence = f"{pair}: {state}. Reasons for one: {row['reasons']}."
        yield of_pairs("protocols", _weight(row), sentence, table.loc[[number]])
    rest = waiting.iloc[TOLD:]
    if len(rest):
        have = f"{counted(len(rest), 'more pair')} of bodies {verb('has', len(rest))}"
        sentence = f"{have} a reason for a protocol and none in force."
        yield of_pairs("protocols", "look", sentence, rest)


def _weight(row: Mapping[Hashable, Any]) -> Weight:
    """Return what a pair without a protocol asks: to act where both lead on something, or on many reasons."""
    return "act" if row["two_leads"] or row["reason_count"] >= MANY else "look"


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
            f"protocol for each of the {bodies * (bodies - 1) // 2:,} pairs."
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
