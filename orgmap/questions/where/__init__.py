"""Where two organisations, people or bodies meet, or how near they come to meeting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pandas as pd

from orgmap.errors import CallInvalid
from orgmap.model import Answer, Finding, OrgMap
from orgmap.model.naming import Called, find_called
from orgmap.model.wording import both, counted, joined, listing, verb
from orgmap.network import PREFIX
from orgmap.questions.answers import answer
from orgmap.questions.where.bodies import relations
from orgmap.questions.where.nearest import nearest_way
from orgmap.questions.where.rows import (
    SEAT_COLUMN,
    assembled,
    held_by,
    name_of,
    node_of,
    seat_rows,
    seats_of,
)
from orgmap.vocabulary import TIE_ROLES

CODES = {kind: PREFIX[kind] for kind in ("body", "organisation", "person")}
TOLD = 5
"""No more bodies than this are told one by one; the others stand in the table."""
Told = tuple[str, pd.DataFrame]
"""A sentence with the rows that prove it."""


def where(orgmap: OrgMap, x: str, y: str) -> Answer:
    """Return where two of organisations, people and bodies meet, each called by any of its names or its id.

    Two members (organisations, people) meet on a body on which both hold a filled seat, in whatever role; two
    bodies in the members they share, in those who sit on both in another role, and in what is declared
    between them; a body and a member in the seats that the member has there. Only who has a seat that makes a
    tie on each of two bodies is shared, as in all answers. Where they do not meet, the nearest way is told:
    at most two seats from each.

    Table: `how` ("seat", "shared organisation", "shared person", "part of", "declared link", "own seat",
    "protocol" or "nearest way"), `member` (whose seat it is: the organisation or the person), `body`,
    `holder` ("" where nobody is named), `role`, `since`, `until` (NaN where not known), `detail` (what is
    declared, the step of the way, or the status of a seat that is not filled; else ""), `id_body`,
    `id_member`. Index 0, 1, 2 ...

    Raises:
        CallInvalid: the map knows no such thing, or several, or the two are one.
    """
    pair = [find_called(orgmap, name, CODES) for name in (x, y)]
    names = [name_of(orgmap, called) for called in pair]
    if pair[0] == pair[1]:
        raise CallInvalid(
            f"“{x}” and “{y}” are one and the same, {names[0]}; name two to ask where they meet."
        )
    one, other = sorted(pair, key=lambda called: called.kind != "body")
    told = list(_meetings(orgmap, one, other)) or [nearest_way(orgmap, one, other)]
    table, labels = assembled(rows for _, rows in told)
    findings = []
    for (sentence, _), rows in zip(told, labels, strict=True):
        own = table.loc[list(rows)]
        nodes = dict.fromkeys([*map(node_of, pair), *own["id_body"], *own["id_member"]])
        findings.append(Finding("where", "know", sentence, tuple(node for node in nodes if node), rows))
    return answer("where", f"Where do {both(*names)} meet?", findings, table)


def _meetings(orgmap: OrgMap, one: Called, other: Called) -> Iterator[Told]:
    if one.kind == other.kind == "body":
        yield from _bodies(orgmap, one, other)
    elif one.kind == "body":
        yield from _seats(orgmap, one, other)
    else:
        yield from _members(orgmap, one, other)


def _bodies(orgmap: OrgMap, one: Called, other: Called) -> Iterator[Told]:
    """Say what two bodies share, who else sits on both, and what is declared between them."""
    names = both(name_of(orgmap, one), name_of(orgmap, other))
    seats = pd.concat([_filled(seats_of(orgmap, body)) for body in (one, other)])
    ties = seats[seats["role"].isin(TIE_ROLES)]
    for kind in ("organisation", "person"):
        shared = _on_both(ties, kind)
        rows = _rows_of(orgmap, ties, kind, shared, f"shared {kind}")
        if shared:
            members = listing(sorted(rows["member"].unique()))
            yield f"{names} share {counted(len(shared), kind)}: {members}.", rows
        if others := _on_both(seats, kind) - shared:
            yield _in_other_roles(_rows_of(orgmap, seats, kind, others, "seat"), kind, more=bool(shared))
    declared = relations(orgmap, one.id, other.id)
    for number, detail in declared["detail"].items():
        yield f"{detail}.", declared.loc[[number]]


def _on_both(seats: pd.DataFrame, kind: str) -> set[str]:
    """Return the ids of the members who hold some of the seats of two bodies on each of the two."""
    bodies = seats.groupby(SEAT_COLUMN[kind])["body"].nunique()
    return set(bodies.index[bodies > 1])


def _rows_of(orgmap: OrgMap, seats: pd.DataFrame, kind: str, members: set[str], how: str) -> pd.DataFrame:
    """Return a row for each seat of some members, by member."""
    rows = seat_rows(orgmap, seats[seats[SEAT_COLUMN[kind]].isin(list(members))], kind, how)
    return rows.sort_values("member", kind="stable")


def _in_other_roles(rows: pd.DataFrame, kind: str, *, more: bool) -> Told:
    """Say who sits on two bodies in a role that does not count as shared, and in which role on each."""
    each = [
        f"{own['member'].iloc[0]} ({', '.join(_roles(own))})"
        for _, own in rows.groupby("id_member", sort=False)
    ]
    who = counted(len(each), f"more {kind}" if more else kind)
    sits = verb("sits", len(each))
    return f"{who} {sits} on both, but not in roles that count as shared: {listing(each)}.", rows


def _roles(rows: pd.DataFrame) -> Iterator[str]:
    """Yield for each body the roles of some seats there: observer on Board."""
    for _, there in rows.groupby("id_body", sort=False):
        yield f"{joined(list(dict.fromkeys(there['role'])))} on {there['body'].iloc[0]}"


def _seats(orgmap: OrgMap, body: Called, member: Called) -> Iterator[Told]:
    """Say which seats a member has on a body, filled or not, and whether the two are one."""
    seats = seats_of(orgmap, member)
    rows = seat_rows(orgmap, seats[seats["body"] == body.id], member.kind, "seat")
    name, place = name_of(orgmap, member), name_of(orgmap, body)
    filled, waiting = rows[rows["detail"] == ""], rows[rows["detail"] != ""]
    if len(filled):
        yield f"{name} has {counted(len(filled), 'seat')} on {place}: {listing(held_by(filled))}.", filled
    else:
        yield nearest_way(orgmap, body, member)
    if len(waiting):
        what = counted(len(waiting), "seat")
        states = joined(sorted(waiting["detail"].unique()))
        yield f"{what} of {name} on {place} {verb('is', len(waiting))} not filled: {states}.", waiting
    if member.kind == "organisation" and orgmap.bodies.at[body.id, "organisation"] == member.id:
        yield f"{place} is also the organisation {name}.", rows.iloc[:0]


def _members(orgmap: OrgMap, one: Called, other: Called) -> Iterator[Told]:
    """Say on which bodies two members sit, through whom; a person who speaks for the other is told apart."""
    names = [name_of(orgmap, called) for called in (one, other)]
    held = [_filled(seats_of(orgmap, called)) for called in (one, other)]
    same = held[0][held[0].index.isin(held[1].index)]
    if len(same):
        person, organisation = names if one.kind == "person" else names[::-1]
        rows = seat_rows(orgmap, same, "person", "seat")
        yield f"{person} speaks for {organisation} on {listing(sorted(rows['body'].unique()))}.", rows
    seats = pd.concat(
        [
            seat_rows(orgmap, some, called.kind, "seat")
            for some, called in zip(held, (one, other), strict=True)
        ]
    )
    bodies = _met(held)
    rows = seats[seats["id_body"].isin([PREFIX["body"] + body for body in bodies])]
    if bodies:
        rows = rows.sort_values(["body", "id_body"], kind="stable")
        places = rows.drop_duplicates("id_body")["body"].tolist()
        yield f"{both(*names)} meet on {counted(len(bodies), 'body')}: {listing(places)}.", rows
        for _, there in list(rows.groupby("id_body", sort=False))[:TOLD]:
            yield _at_one_table(there, (one, other), names), there


def _met(held: list[pd.DataFrame]) -> set[str]:
    """Return the bodies on which both hold a seat, and not only the same seat."""
    common = set(held[0]["body"]) & set(held[1]["body"])
    seats = pd.concat(held)
    different = seats[~seats.index.duplicated()]["body"].value_counts()
    return {body for body in common if different[body] > 1}


def _at_one_table(rows: pd.DataFrame, pair: Iterable[Called], names: Iterable[str]) -> str:
    """Say through whom each of two sits on one body."""
    each = [
        f"{name} {'as' if called.kind == 'person' else 'through'} {joined(held_by(own))}"
        for called, name in zip(pair, names, strict=True)
        for own in [rows[rows["id_member"] == node_of(called)]]
    ]
    return f"On {rows['body'].iloc[0]}: {'; '.join(each)}."


def _filled(seats: pd.DataFrame) -> pd.DataFrame:
    return seats[seats["status"] == "filled"]
