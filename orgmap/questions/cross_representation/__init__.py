"""Whether bodies have seats of their own on others, who asks for a member, and for whom members speak."""

from __future__ import annotations

import pandas as pd

from orgmap.model import Answer, Finding, OrgMap
from orgmap.network import MODE, PREFIX, usual_counting
from orgmap.questions.answers import answer
from orgmap.questions.cross_representation.elsewhere import COUNTS, ELSEWHERE, elsewhere_rows
from orgmap.questions.cross_representation.members import member_findings
from orgmap.questions.cross_representation.pairs import OVERLAP, pair_rows
from orgmap.questions.cross_representation.told import (
    finding,
    open_findings,
    overlap_findings,
    overlaps,
    seat_findings,
    sharing,
)
from orgmap.vocabulary import QUESTIONS

TITLE = QUESTIONS.meaning_of("cross_representation")
COLUMNS = [
    *("for_body", "on_body", "kind", "seats", "open_seats", "status", "roles", "holders"),
    *("shared", "members", "part_of", "closed", *COUNTS, "id_for_body", "id_on_body"),
]
_TEXTS = ["for_body", "on_body", "kind", "status", "roles", "holders", "members", "id_for_body", "id_on_body"]
_NUMBERS = ["seats", "open_seats", "shared", *COUNTS]


def cross_representation(orgmap: OrgMap, threshold: int = 3) -> Answer:
    """Return which bodies have seats of their own on which others, and for whom members speak elsewhere.

    Table, a row for each body and the body on which it has a seat, in whatever state: `for_body` (whom the
    seat is for), `on_body` (where it is), `kind` (mutual, one-way; where no seat is filled requested,
    applied, invited, declined or vacant), `seats` (filled ones, in any role), `open_seats`, `status`,
    `roles`, `holders` (names), `shared` (organisations, or where none is known people, on both), `members`
    (their names), `part_of` (whether one is part of the other), `closed` (the body that it is for has
    closed). Beside these: a row for each pair that shares `threshold` or more, or two that are half of the
    smaller body, and has no seat either way (kind overlap without a seat; the two in order of their ids); a
    row for each body with seats on offer to nobody knows whom (kind for whom is not known, `for_body` empty);
    and a row for each body that has people on it, councils aside (kind members elsewhere, `on_body` empty):
    `people` on it, how many of them sit `elsewhere` (not on councils, parents or parts of it), and of these
    how many are `speaking` for it there, only `for_others`, or for `unstated`; NA in other rows, as are
    `seats` and `shared` in these. `id_for_body`, `id_on_body`: "" where there is none. Index 0, 1, 2 ...
    """
    table = _table(orgmap, threshold)
    own = orgmap.about.home_body
    home = PREFIX["body"] + str(own) if own in orgmap.bodies.index else ""
    noun = MODE[usual_counting(orgmap)]
    findings = list(open_findings(table, home))
    if orgmap.seats["for_body"].isna().all():
        findings.append(_nothing(table, noun))
    else:
        findings += [
            *seat_findings(table, home),
            *member_findings(orgmap, table, home),
            *overlap_findings(table, noun),
        ]
    return answer("cross_representation", TITLE, findings or [_left_out()], table)


def _table(orgmap: OrgMap, threshold: int) -> pd.DataFrame:
    rows = pd.concat([pair_rows(orgmap, threshold), elsewhere_rows(orgmap)], ignore_index=True)
    names = pd.concat([orgmap.bodies, orgmap.closed_bodies])["name"]
    rows = rows.assign(closed=rows["for_id"].isin(orgmap.closed_bodies.index))
    for end in ("for", "on"):
        here = rows[f"{end}_id"].isin(orgmap.bodies.index)
        rows[f"{end}_body"] = rows[f"{end}_id"].map(names)
        rows[f"id_{end}_body"] = (PREFIX["body"] + rows[f"{end}_id"].astype("str")).where(here, "")
    rows[_TEXTS] = rows[_TEXTS].astype("str").fillna("")
    rows[_NUMBERS] = rows[_NUMBERS].astype("Int64")
    rows["part_of"] = rows["part_of"].fillna(value=False).astype("bool")
    return _ordered(orgmap, rows)[COLUMNS]


def _ordered(orgmap: OrgMap, rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows in order: those of the home body first, then by the names of the bodies."""
    home = orgmap.about.home_body or ""
    kinds = {ELSEWHERE: 2, OVERLAP: 1}
    order = rows.assign(
        place=rows["kind"].map(kinds).fillna(0),
        home=(rows["for_id"] != home) & (rows["on_id"] != home),
        most=-rows["shared"].fillna(0).astype("int64"),
    )
    keys = ["place", "home", "most", "for_body", "on_body", "for_id", "on_id"]
    return order.sort_values(keys, kind="stable").reset_index(drop=True)


def _nothing(table: pd.DataFrame, noun: str) -> Finding:
    """Say that nothing is known of seats for bodies, and of how many pairs it would matter."""
    rows = overlaps(table)
    among = f", although {sharing(rows, noun)}" if len(rows) else ""
    sentence = (
        f"No seat is known to be held on behalf of another body{among}. Write whom a seat speaks for in the "
        "column on_behalf_of of the list."
    )
    return finding("know", sentence, rows)


def _left_out() -> Finding:
    sentence = "No body here has a seat of its own on another, and none shares many members with another."
    return Finding("cross_representation", "know", sentence)
