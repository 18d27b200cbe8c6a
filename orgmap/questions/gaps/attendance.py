"""Members who do not come to the meetings that they are invited to."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from typing import Any

import pandas as pd

from orgmap.model import Finding, OrgMap
from orgmap.model.wording import counted, listing
from orgmap.questions.gaps.rows import NOT_TOLD, Row, finding, ids, origin
from orgmap.vocabulary import TIE_ROLES

ATTENDANCE, NEVER, SELDOM = "attendance", "never came", "seldom came"
ENOUGH = 3
"""Of so many meetings a member has to have been invited to for coming to under half of them to be told."""
_NOBODY, _CAME = "nobody came for the organisation", "somebody else came for the organisation"
_DOUBTFUL = "more meetings attended than invited to"
_PAIR = ["body", "represents"]


def attendance_rows(orgmap: OrgMap) -> Iterator[Row]:
    """Yield a row for each organisation for which nobody came to a body, and member who never or seldom came.

    A member seldom came who came to under half of at least three meetings. Substitutes and others count for
    their organisation only. Of a seat with more meetings attended than invited to it cannot be told; nor of
    an organisation one of whose seats is such a one, or of no known attendance.
    """
    seats = orgmap.seats[orgmap.seats["status"] == "filled"]
    doubtful = (seats["attended"] > seats["invited"]).fillna(value=False).astype(bool)
    known = (seats["invited"].gt(0) & seats["attended"].notna()).fillna(value=False).astype(bool) & ~doubtful
    seats = seats.assign(known=known, tie=seats["role"].isin(TIE_ROLES), state=NEVER, detail="")
    absent = _absent(seats)
    yield from _rows(orgmap, absent.assign(detail=_NOBODY))
    gone = _gone(seats[seats["known"] & seats["tie"]])
    yield from _rows(orgmap, gone.assign(detail=_who_came(gone, seats, absent)))
    yield from _rows(orgmap, seats[doubtful].assign(state=NOT_TOLD, detail=_DOUBTFUL))


def _absent(seats: pd.DataFrame) -> pd.DataFrame:
    """Return the bodies and organisations all of whose seats there are known to have stayed empty."""
    facts = {"known": "all", "tie": "any", "invited": "max", "attended": "max", "state": "first"}
    pairs = seats.dropna(subset="represents").groupby(_PAIR, sort=False).agg(facts).reset_index()
    return pairs[pairs["known"] & pairs["tie"] & (pairs["attended"] == 0).fillna(value=False)]


def _gone(members: pd.DataFrame) -> pd.DataFrame:
    """Return the members who never came or seldom did, each with its state."""
    never = members["attended"] == 0
    seldom = ~never & (members["invited"] >= ENOUGH) & (2 * members["attended"] < members["invited"])
    states = members["state"].mask(seldom.astype(bool), SELDOM)
    return members.assign(state=states)[(never | seldom).astype(bool)]


def _who_came(gone: pd.DataFrame, seats: pd.DataFrame, absent: pd.DataFrame) -> list[str]:
    """Say of each member who never came whether anybody came for the organisation."""
    nobody = set(zip(absent["body"], absent["represents"], strict=True))
    came = seats[seats["known"] & (seats["attended"] > 0).fillna(value=False)]
    somebody = set(zip(came["body"], came["represents"], strict=True))
    pairs = zip(gone["body"], gone["represents"], gone["attended"], strict=True)
    return [
        "" if attended or not isinstance(whom, str) else _said((body, whom), nobody, somebody)
        for body, whom, attended in pairs
    ]


def _said(pair: tuple[str, str], nobody: set[tuple[str, str]], somebody: set[tuple[str, str]]) -> str:
    return _NOBODY if pair in nobody else _CAME if pair in somebody else ""


def _rows(orgmap: OrgMap, seats: pd.DataFrame) -> Iterator[Row]:
    """Yield a row for each seat, or for each organisation on a body where there is no person to name."""
    bodies, organisations = orgmap.bodies["name"], orgmap.organisations["name"]
    labels = orgmap.people["label"]
    for seat in seats.to_dict("records"):
        organisation = organisations.get(seat["represents"], "")
        unnamed = "a member not named" if "person" in seat else organisation
        yield {
            "reason": ATTENDANCE,
            "body": bodies[seat["body"]],
            "who": labels.get(seat.get("person"), unnamed),
            "organisation": organisation,
            **{name: seat.get(name) for name in ("state", "detail", "invited", "attended")},
            **origin(orgmap, "seats", seat.get("row")),
            **ids(body=seat["body"], organisation=seat["represents"], person=seat.get("person")),
            "noun": "member" if "person" in seat else "organisation",
        }


def attendance_findings(table: pd.DataFrame) -> Iterator[Finding]:
    """Say for which organisations nobody came, then of the members of others who never came, and who seldom.

    What is said of a member whose organisation had nobody there is said of the organisation alone.
    """
    rows = table[table["reason"] == ATTENDANCE]
    members = rows[rows["noun"] == "member"]
    never = members[(members["state"] == NEVER) & (members["detail"] != _NOBODY)]
    theirs, own = never["detail"] == _CAME, never["organisation"] != ""
    yield from _nobody(rows[rows["noun"] == "organisation"])
    yield from _each(never[theirs], "{what} never came, though somebody else of the same organisation did")
    unknown = "{what} never came, and whether anybody else of the same organisation did is not known"
    yield from _each(never[~theirs & own], unknown)
    yield from _each(never[~own], "{what} of no known organisation never came")
    yield from _each(members[members["state"] == SELDOM], "{what} came to under half of the meetings")
    yield from _each(rows[rows["state"] == NOT_TOLD], "{what} attended more meetings than invited to")


def _nobody(rows: pd.DataFrame) -> Iterator[Finding]:
    if len(rows):
        facts = zip(rows["who"], rows["body"], rows["invited"], strict=True)
        names = listing([f"{who} on {body} (0 of {n})" for who, body, n in facts])
        whom = counted(rows["id_organisation"].nunique(), "organisation")
        yield finding("look", f"{whom} had nobody at any meeting: {names}.", rows)


def _each(rows: pd.DataFrame, text: str) -> Iterator[Finding]:
    if len(rows):
        names = listing([_named(row) for row in rows.to_dict("records")])
        yield finding("look", f"{text.format(what=counted(len(rows), 'member'))}: {names}.", rows)


def _named(row: Mapping[Hashable, Any]) -> str:
    """Return a member with the organisation, where the name does not say it, the body and the meetings."""
    whose = row["organisation"]
    whom = f" for {whose}" if whose and whose not in row["who"] else ""
    return f"{row['who']}{whom} on {row['body']} ({row['attended']} of {row['invited']})"
