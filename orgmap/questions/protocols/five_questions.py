"""The five questions of the national evaluation of 2005, answered for one body from the map."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator
from typing import Any

import pandas as pd

from orgmap.model import Answer, OrgMap
from orgmap.model.agreements import ALIVE
from orgmap.model.wording import counted, joined, listing, verb
from orgmap.network import PREFIX
from orgmap.questions.protocols import protocols
from orgmap.questions.protocols.register import AGREEMENT, PAIR
from orgmap.vocabulary import FIVE_QUESTIONS, TIERS

Answered = tuple[tuple[str, str], ...]
"""Each question with its answer."""
MOST = 12
"""No more bodies than this are asked."""
UNKNOWN = "The lists do not say"
WIDER = ("regional", "sub-regional")
PARTS = {
    "lead": "leads on",
    "contributes": "contributes to",
    "consulted": "is consulted on",
    "informed": "is told of",
}


def answered_bodies(orgmap: OrgMap, answer: Answer) -> tuple[dict[str, Answered], int]:
    """Return the five questions answered for the home body and each body with a protocol or an agreement.

    By body id, the home body first, then by name; no more than 12, with the number left out. `answer` is that
    of the question of protocols.
    """
    exists = answer.table[answer.table["status"].isin(ALIVE)]
    nodes = {*exists["id_a"], *exists["id_b"]}
    named = orgmap.bodies["name"].sort_values(kind="stable").index
    bodies = [body for body in named if PREFIX["body"] + body in nodes]
    home = orgmap.about.home_body
    if home in orgmap.bodies.index:
        bodies = [str(home), *(body for body in bodies if body != home)]
    found = {body: five_questions(orgmap, body, answer) for body in bodies[:MOST]}
    return found, len(bodies) - len(found)


def five_questions(orgmap: OrgMap, body: str, answer: Answer | None = None) -> Answered:
    """Return the five questions with what the map answers for a body; what it does not hold is said.

    `answer` is that of the question of protocols, which is asked where it is not given.
    """
    register = (answer or protocols(orgmap)).table
    answers = (
        _relations(orgmap, body),
        _speaking(orgmap, body),
        _asked(orgmap, body),
        _protocols(orgmap, body, register),
        _business(orgmap, body),
    )
    return tuple((question, " ".join(told)) for question, told in zip(FIVE_QUESTIONS, answers, strict=True))


def _relations(orgmap: OrgMap, body: str) -> Iterator[str]:
    """Say with bodies of which tiers it shares members or has links, and what links are declared."""
    links = _links(orgmap, body)
    related = (_sharing(orgmap, body) | {other for other, _ in links}) - {body}
    if not related:
        seated = (orgmap.ties()["body"] == body).any()
        yield "No shared member and no link is listed." if seated else f"{UNKNOWN}: it has no members listed."
        return
    tiers = Counter(orgmap.bodies.loc[sorted(related), "tier"].fillna(""))
    known = [counted(tiers[tier], f"{tier} body") for tier in TIERS.values if tier in tiers]
    unknown = [f"{counted(tiers[''], 'body')} of unknown tier"] if "" in tiers else []
    yield f"It shares members or has links with {joined([*known, *unknown])}."
    if links:
        yield f"Declared: {listing([words for _, words in links])}."
    if missing := [tier for tier in WIDER if tier not in tiers]:
        yield f"None with a {' or '.join(missing)} body is listed."


def _sharing(orgmap: OrgMap, body: str) -> set[str]:
    """Return the bodies that share an organisation or a person with this one."""
    ties = orgmap.ties()
    found: set[str] = set()
    for column in ("represents", "person"):
        own = ties.loc[ties["body"] == body, column].dropna().unique()
        found |= set(ties.loc[ties[column].isin(own), "body"])
    return found


def _links(orgmap: OrgMap, body: str) -> list[tuple[str, str]]:
    """Return the other body of each declared link, and the link in words."""
    names, links = orgmap.bodies["name"], orgmap.links
    own = links[(links["from_body"] == body) | (links["to_body"] == body)]
    found = []
    for start, end, kind in zip(own["from_body"], own["to_body"], own["kind"], strict=True):
        words = f"it {kind} {names.get(end)}" if start == body else f"{names.get(start)} {kind} it"
        found.append((end if start == body else start, words))
    return [(other, words) for other, words in found if other in orgmap.bodies.index]


def _speaking(orgmap: OrgMap, body: str) -> Iterator[str]:
    """Say who speaks for it elsewhere, and how many of its people sit elsewhere at all."""
    seats = orgmap.seats
    filled = seats[seats["status"] == "filled"]
    speak = filled[(filled["for_body"] == body) & (filled["body"] != body)]
    if len(speak):
        seats_held = f"{counted(len(speak), 'seat')} elsewhere {verb('is', len(speak))} held for it"
        yield f"{seats_held}: {_held(orgmap, speak)}."
    elif seats["for_body"].isna().all():
        yield f"{UNKNOWN}: no seat names a body that it speaks for."
    else:
        yield "No seat elsewhere is listed as held for it."
    ties = orgmap.ties()
    people = set(ties.loc[ties["body"] == body, "person"].dropna())
    elsewhere = set(ties.loc[ties["person"].isin(people) & (ties["body"] != body), "person"])
    if people:
        of = f"{len(elsewhere)} of the {counted(len(people), 'person')} listed on it"
        yield f"{of} {verb('sits', len(elsewhere))} on other bodies too."


def _held(orgmap: OrgMap, seats: pd.DataFrame) -> str:
    """Return the bodies of these seats, each with who holds them."""
    names, labels = orgmap.bodies["name"], orgmap.people["label"]
    told = []
    for body, rows in seats.groupby("body"):
        who = sorted(labels[person] for person in rows["person"].dropna().unique())
        told.append(f"{names[str(body)]} ({listing(who, 3) if who else counted(len(rows), 'seat')})")
    return listing(sorted(told))


def _asked(orgmap: OrgMap, body: str) -> Iterator[str]:
    """Say which bodies have asked for a member of it; of the home body, also where nobody else is named."""
    requested = orgmap.seats[orgmap.seats["status"] == "requested"]
    ours = requested["for_body"] == body
    if body == orgmap.about.home_body:
        ours |= requested["for_body"].isna() & requested["represents"].isna()
    found = requested[ours & (requested["body"] != body)]
    if len(found):
        names = sorted(orgmap.bodies.loc[sorted(found["body"].unique()), "name"])
        yield f"{listing(names)} {verb('has', len(names))} asked for a member of it."
    elif len(requested):
        yield "No body is listed as having asked for one."
    else:
        yield f"{UNKNOWN}: no seat has the status requested."


def _protocols(orgmap: OrgMap, body: str, register: pd.DataFrame) -> Iterator[str]:
    """Say with whom it has protocols and in which state, with whom it may need one, and its agreement."""
    node = PREFIX["body"] + body
    own = register[(register["id_a"] == node) | (register["id_b"] == node)]
    pairs = own[own["kind"] == PAIR]
    there = pairs[pairs["status"].isin(ALIVE)]
    if len(there):
        names = [f"{_other(row, node)} ({row['state']})" for row in there.to_dict("records")]
        yield f"It has {counted(len(there), 'protocol')}: with {listing(names)}."
    elif len(orgmap.protocols):
        yield "No protocol of it is listed."
    else:
        yield f"{UNKNOWN}: no protocol is listed."
    reasons = pairs[(pairs["reason_count"] > 0) & ~pairs["status"].isin(ALIVE)]
    if waiting := len(_others(reasons, node) - _others(there, node)):
        bodies = counted(waiting, "more body" if len(there) else "other body")
        yield f"With {bodies} there are reasons for one, and none is known."
    for state in own.loc[(own["kind"] == AGREEMENT) & own["status"].notna(), "state"]:
        yield f"State of its own partnership agreement: {state}."


def _other(row: dict[Hashable, Any], node: str) -> str:
    return str(row["body_b"] if row["id_a"] == node else row["body_a"])


def _others(rows: pd.DataFrame, node: str) -> set[str]:
    return {_other(row, node) for row in rows.to_dict("records")}


def _business(orgmap: OrgMap, body: str) -> Iterator[str]:
    """Say what part it has in which issues, and on what others of its family lead."""
    parts = orgmap.issues[orgmap.issues["body"].isin(orgmap.bodies.index)]
    if parts.empty:
        yield f"{UNKNOWN}: no issue is listed for any body."
        return
    own = parts[parts["body"] == body]
    told = [
        f"{words} {listing(sorted(own.loc[own['part'] == part, 'issue'].unique()))}"
        for part, words in PARTS.items()
        if (own["part"] == part).any()
    ]
    yield f"It {joined(told)}." if told else "No issue is listed for it."
    heads = orgmap.families()
    family = heads.index[(heads == heads[body]) & (heads.index != body)]
    leads = parts[parts["body"].isin(family) & (parts["part"] == "lead")]
    if len(leads):
        names = orgmap.bodies["name"]
        issues = leads.groupby("body")["issue"].unique().items()
        words = [f"{names[str(other)]} leads on {listing(sorted(ones))}" for other, ones in issues]
        yield f"Of its family, {'; '.join(sorted(words))}."
