"""Which business goes to which body: who leads, who contributes, and whether they meet."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from orgmap.model import Answer, Finding, OrgMap
from orgmap.model.wording import both, counted, listing, verb
from orgmap.network import PREFIX
from orgmap.questions.answers import answer
from orgmap.questions.issues.absent import absent, finding, not_known
from orgmap.questions.issues.parts import LEAD, WORKING, common_issues
from orgmap.questions.issues.table import GROUP, ITSELF, OTHER, reference, table_of
from orgmap.vocabulary import QUESTIONS, TIERS

TITLE = QUESTIONS.meaning_of("issues")
COMMON = 2
"""Bodies with fewer issues in common are not told as a pair."""


def issues(orgmap: OrgMap) -> Answer:
    """Return who has which part in each issue, and where a lead or a seat is missing.

    Table, a row for each part that a body or an organisation has: `issue`, `mode` (body or organisation),
    `party` (its name), `tier` ("" where not known), `part` (lead, contributes, consulted, informed), `leads`
    (how many lead on the issue; closed bodies do not), `led_by` (their names), `seat_on_lead` (of those who
    lead or contribute, whether they meet the lead: an organisation has a seat on a body that leads; a body
    shares a member with one, has a seat on it or it on that body, or is part of it; where only organisations
    lead, one of them sits on the body; NA of the bodies that lead and where a list is partial or empty),
    `side` (itself, its own group, other: where it stands to the home body, or to the head of the only family;
    "" where there is neither), `closed`, `id_issue` (a code, the same for all spellings), `id` ("" of closed
    bodies). Index 0, 1, 2 ...
    """
    table = table_of(orgmap)
    findings = [
        *_no_lead(table),
        *_several_leads(table),
        *absent(table),
        *_closed(table),
        *_sides(orgmap, table),
        *_tiers(table),
        *_common(orgmap, table),
        *not_known(table),
    ]
    return answer("issues", TITLE, findings or [_nothing(table)], table)


def _nothing(table: pd.DataFrame) -> Finding:
    if len(table):
        return finding("know", "Each issue has one lead, and nothing about them needs a look.", table)
    sentence = (
        "No issues are written down. A table issues with the columns issue, body, organisation and part "
        "would say who leads on what, and who contributes."
    )
    return Finding("issues", "know", sentence)


def _names(rows: pd.DataFrame) -> list[str]:
    """Return the issues of the rows, each once, in order."""
    return [str(issue) for issue in rows.drop_duplicates("id_issue")["issue"]]


def _no_lead(table: pd.DataFrame) -> Iterator[Finding]:
    rows = table[table["leads"] == 0]
    names = _names(rows)
    if names:
        what = names[0] if len(names) == 1 else f"{len(names):,} issues: {listing(names)}"
        yield finding("act", f"Nobody leads on {what}.", rows)


def _several_leads(table: pd.DataFrame) -> Iterator[Finding]:
    rows = table[(table["leads"] > 1) & (table["part"] == LEAD) & ~table["closed"]]
    told = [
        (str(of["issue"].iloc[0]), len(of), listing(of["party"].tolist()))
        for _, of in rows.groupby("id_issue", sort=False)
    ]
    if len(told) == 1:
        issue, leads, names = told[0]
        yield finding("look", f"{leads} lead on {issue}: {names}.", rows)
    elif told:
        names = listing([f"{issue} ({names})" for issue, _, names in told])
        yield finding("look", f"{len(told):,} issues have more than one lead: {names}.", rows)


def _closed(table: pd.DataFrame) -> Iterator[Finding]:
    rows = table[table["closed"]]
    names = [f"{party} ({issue})" for party, issue in zip(rows["party"], rows["issue"], strict=True)]
    if len(rows):
        bodies = rows["party"].nunique()
        who = "A body that has" if bodies == 1 else f"{bodies:,} bodies that have"
        has = verb("has", bodies)
        yield finding("look", f"{who} closed still {has} a part in issues: {listing(names)}.", rows)


def _sides(orgmap: OrgMap, table: pd.DataFrame) -> Iterator[Finding]:
    """Say which business the home body leads on itself, and which goes to its groups and to others."""
    whole = reference(orgmap)
    if not whole or table.empty:
        return
    leads = table[(table["part"] == LEAD) & ~table["closed"]]
    own, groups, others = (_names(leads[leads["side"] == side]) for side in (ITSELF, GROUP, OTHER))
    name, every = str(orgmap.bodies.at[whole, "name"]), len(_names(table))
    told = {"its own groups": groups, "others": others}
    rest = [f"{who} lead on {len(led)} ({listing(led, 5)})" for who, led in told.items() if led]
    also = " and ".join(rest)
    itself = f" itself: {listing(own)}" if own else ""
    more = f" {also[0].upper()}{also[1:]}." if rest else ""
    sentence = f"{name} leads on {len(own) or 'none'} of {counted(every, 'issue')}{itself}.{more}"
    yield finding("know", sentence, table)


def _tiers(table: pd.DataFrame) -> Iterator[Finding]:
    """Name the issues on which bodies of several tiers work."""
    working = table[(table["mode"] == "body") & table["part"].isin(WORKING) & ~table["closed"]]
    several = working[working["tier"] != ""].groupby("id_issue")["tier"].nunique()
    rows = working[working["id_issue"].isin(several.index[several > 1])]
    told = [
        f"{of['issue'].iloc[0]} ({listing([tier for tier in TIERS.values if tier in set(of['tier'])])})"
        for _, of in rows.groupby("id_issue", sort=False)
    ]
    if told:
        what = "1 issue crosses" if len(told) == 1 else f"{len(told):,} issues cross"
        yield finding("know", f"{what} tiers: {listing(told)}.", rows)


def _common(orgmap: OrgMap, table: pd.DataFrame) -> Iterator[Finding]:
    """Name the pairs of bodies that have several issues in common."""
    names = orgmap.bodies["name"]
    pairs = [(pair, shared) for pair, shared in common_issues(orgmap).items() if len(shared) >= COMMON]
    pairs.sort(key=lambda one: (-len(one[1]), one[0]))
    if not pairs:
        return
    nodes = {PREFIX["body"] + body for pair, _ in pairs for body in pair}
    rows = table[table["id"].isin(nodes) & table["part"].isin(WORKING)]
    (a, b), shared = pairs[0]
    sentence = f"{both(names[a], names[b])} have {len(shared)} issues in common: {listing(shared)}."
    if len(pairs) > 1:
        told = listing([f"{names[a]} with {names[b]} ({len(shared)})" for (a, b), shared in pairs], 5)
        sentence = f"{len(pairs):,} pairs of bodies have {COMMON} issues or more in common: {told}."
    yield finding("know", sentence, rows)
