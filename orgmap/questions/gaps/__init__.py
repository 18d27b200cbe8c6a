"""Who is missing: asked for and not there, missed among its like, in an open seat, or never coming."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd

from orgmap.model import Answer, Finding, OrgMap
from orgmap.model.law import law
from orgmap.model.wording import joined, listing
from orgmap.network import PREFIX
from orgmap.questions.answers import answer
from orgmap.questions.gaps.area import area_findings, area_rows
from orgmap.questions.gaps.asked import asked_of, body_kinds, partly_asked
from orgmap.questions.gaps.attendance import attendance_findings, attendance_rows
from orgmap.questions.gaps.coverage import not_looked_for
from orgmap.questions.gaps.ground import organisation_kinds
from orgmap.questions.gaps.open import open_findings, open_rows, place_rows
from orgmap.questions.gaps.required import required_rows
from orgmap.questions.gaps.rows import COLUMNS, MISSING, Row, finding, frame
from orgmap.questions.gaps.told import member_findings
from orgmap.vocabulary import QUESTIONS

TITLE = QUESTIONS.meaning_of("gaps")


def gaps(orgmap: OrgMap) -> Answer:
    """Return who is missing: required by law, usual, expected, covering the area, offered, or not coming.

    Table, a row for each thing looked for or found: `reason` (law, usual, expected, area, open seat,
    unfilled place, attendance); `body`; `who` (the member asked for, whom an open seat is for, or who never
    or seldom came); `organisation` (the one meant, empty where any of a kind will do); `strength` (member,
    invited, usual; empty where nobody asks); `state` (there, missing, cannot be told; the status of an open
    seat; unfilled, too many; never came, seldom came); `found` (who fills it); `reference`; `detail`;
    `sits_on` of `sisters` (on how many of the other bodies like it, whose areas its own meets, an
    organisation sits; reason area only); `invited` and `attended` (meetings; reason attendance only);
    `places` and `listed` (seats; reason unfilled place only); `since` and `months` (since when a seat is
    open, and for how many months, NA where either date has no month); `row` (of the source of the table seats
    or expected, NA where there is none) and `sheet` (the sheet or file of that row, empty where there is
    but one); `id_body`, `id_organisation`, `id_person` (node ids, empty where there is none). Of a member
    whose seat is vacant the organisation is that of the seat. Numbers are NA where a row has none.

    What the law asks is an aid to checking, not legal advice. A member is there where a filled seat of a role
    that makes a tie is of an organisation, and a post, asked for; for one to be invited, an open seat that
    was offered or an observer will do. Where kinds, areas or posts are not known, it cannot be told.
    """
    of_bodies = body_kinds(orgmap)
    of_organisations = organisation_kinds(orgmap, of_bodies.values())
    asked = asked_of(orgmap, of_bodies)
    members = list(required_rows(orgmap, asked, of_organisations))
    around = _not_asked(area_rows(orgmap, of_bodies), members, of_organisations)
    full = frame([*members, *around, *open_rows(orgmap), *place_rows(orgmap), *attendance_rows(orgmap)])
    findings = [
        *member_findings(full, orgmap.withheld.mode),
        *area_findings(full),
        *open_findings(full),
        *attendance_findings(full),
        *not_looked_for(orgmap, of_bodies, asked),
        *_nation_not_known(orgmap, of_bodies, full),
        *_coming(orgmap, of_bodies),
        *_judged(orgmap, full),
        *_not_in_file(orgmap),
    ]
    if asked and all(one.weight == "know" for one in findings):
        findings.insert(0, Finding("gaps", "know", "Nobody is known to be missing."))
    return answer("gaps", TITLE, findings, full[list(COLUMNS)])


def _not_asked(around: Iterator[Row], members: list[Row], kinds: Mapping[str, str]) -> Iterator[Row]:
    """Yield who is missed among its like, without those of whom a requirement says so already."""
    gone = [row for row in members if row["state"] == MISSING]
    named = {(row["id_body"], row["id_organisation"]) for row in gone}
    of_kind = {(row["id_body"], kind) for row in gone for kind in str(row["kinds"]).split("; ")}
    for row in around:
        body, organisation = row["id_body"], str(row["id_organisation"])
        kind = kinds.get(organisation.removeprefix(PREFIX["organisation"]))
        if (body, organisation) not in named and (body, kind) not in of_kind:
            yield row


def _nation_not_known(orgmap: OrgMap, kinds: Mapping[str, str], table: pd.DataFrame) -> Iterator[Finding]:
    """Say which bodies were asked for less than the law does, because whose law applies is not known."""
    if orgmap.about.nation:
        return
    asked = {kind: partly_asked(kind, orgmap.as_at) for kind in sorted(set(kinds.values()))}
    bodies = [body for body in orgmap.bodies.index if asked.get(kinds.get(body, ""))]
    if bodies:
        names = listing([str(orgmap.bodies.at[body, "name"]) for body in bodies])
        nodes = [PREFIX["body"] + body for body in bodies]
        rows = tuple(table.index[table["id_body"].isin(nodes) & (table["reason"] == "law")])
        sentence = (
            f"Not all that the law asks was looked up for {names}, because the nation is not known. "
            "Write it in the column nation of the table about."
        )
        yield Finding("gaps", "look", sentence, tuple(nodes), rows)


def _coming(orgmap: OrgMap, kinds: Mapping[str, str]) -> Iterator[Finding]:
    """Say what was known to come, on the day of the map, in the law of the bodies that it has."""
    nation = orgmap.about.nation
    for file in law():
        of = {one.body_kind for one in file.requirements if not nation or nation in one.nations}
        nodes = tuple(PREFIX["body"] + body for body in orgmap.bodies.index if kinds.get(body) in of)
        for sentence in file.known_to_come(orgmap.as_at) if nodes else ():
            yield Finding("gaps", "know", f"To come: {sentence}", nodes)


def _judged(orgmap: OrgMap, table: pd.DataFrame) -> Iterator[Finding]:
    """Say once that what the law asks was looked up by the names of bodies, where the file is less exact."""
    given = orgmap.bodies["kind"].rename(PREFIX["body"].__add__)
    rows = table[table["reason"].isin(["law", "usual"])]
    rows = rows[rows["id_body"].map(given).astype("str") != rows["noun"]]
    names = list(rows.drop_duplicates("id_body")["body"])
    if names:
        one = len(names) == 1
        what = "The kind of 1 body was" if one else f"The kinds of {len(names):,} bodies were"
        judged = f"{what} judged by {'its name' if one else 'their names'}: {listing(names)}"
        yield finding("know", f"{judged}. The column kind of the table bodies would settle it.", rows)


def _not_in_file(orgmap: OrgMap) -> Iterator[Finding]:
    """Say what was not looked into, and which columns would give it."""
    lacking = {
        "who comes to meetings (columns invited and attended of the table seats)": _unknown(
            orgmap.seats, "invited"
        )
        or _unknown(orgmap.seats, "attended"),
        "how many places there are (column places of the table bodies)": _unknown(orgmap.bodies, "places"),
        "who works in whose area (columns area of the tables bodies and organisations)": _unknown(
            orgmap.bodies, "area"
        )
        or _unknown(orgmap.organisations, "area"),
        "whom you expect (table expected)": orgmap.expected.empty,
    }
    names = [what for what, lacks in lacking.items() if lacks]
    if names:
        yield Finding("gaps", "know", f"Not in the file, and so not looked into: {joined(names)}.")


def _unknown(table: pd.DataFrame, column: str) -> bool:
    return bool(table[column].isna().all())
