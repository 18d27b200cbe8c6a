"""Who sits on the county's and the districts' bodies, who misses one, and who is the same face at both."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from orgmap.model import Answer, Finding, OrgMap
from orgmap.model.wording import counted, joined, listing
from orgmap.network import PREFIX
from orgmap.questions.answers import answer
from orgmap.questions.two_tier.classes import Bodies, class_findings
from orgmap.questions.two_tier.cost import cost_findings
from orgmap.questions.two_tier.doubts import doubt_findings, doubt_rows
from orgmap.questions.two_tier.matrix import organisation_rows
from orgmap.questions.two_tier.offers import offer_findings, offer_rows
from orgmap.questions.two_tier.people import people_findings, people_rows
from orgmap.questions.two_tier.places import places
from orgmap.questions.two_tier.shares import share_findings, share_rows
from orgmap.vocabulary import QUESTIONS, TIE_ROLES

TITLE = QUESTIONS.meaning_of("two_tier")
TEXTS = ["mode", "like", "county", "member", "sector", "place", "tier", "class"]
WHOLE = ["seats", "hours_unknown", "bodies", "all_unknown", "members", "both", "size"]
REAL = ["hours", "all_hours", "share"]
NOTES = ["counting", "status", "evidence", "doubt", "other", "id", "id_other"]
COLUMNS = [
    *TEXTS[:-1], "sits", "seats", "could", "class", "hours", "hours_unknown", "bodies", "all_hours",
    "all_unknown", "counting", "members", "both", "size", "share", "status", "evidence", "doubt", "other",
    "id", "id_other",
]  # fmt: skip


def two_tier(orgmap: OrgMap, roles: tuple[str, ...] = TIE_ROLES) -> Answer:
    """Return who is represented at the county and in the districts, like with like.

    Partnerships are compared with partnerships, councils with councils. Table, by `mode`: a row for each
    organisation and place; for each person and place, of those who sit, or may sit, at both tiers; for each
    body, twice (how many of its organisations and of its people sit at the other tier too); for each offer
    of a seat on a district partnership. Columns of all: `mode` (organisation, person, body or offer), `like`
    (partnerships or councils), `county`, `member`, `sector`, `place` (the county or a district: several
    bodies of one district are one place), `tier`, `sits`, `seats` (filled ones that make a tie), `could`
    (whether its area lets it sit there; NA where an area is not known), `class` (organisations: county only,
    county and all districts that it covers, county and some districts, districts only), `id`.
    Organisations: `hours` a year of its seats there (NaN where none are known) and `hours_unknown` (seats
    without), `bodies` (partnerships at the place), `all_hours` (a seat on each of them) and `all_unknown`
    (bodies whose hours are not known). Bodies: `counting` (organisations or people), `members`, `both` (those
    who sit at the other tier too), `size` (how many members it is known to have; NA where the list is partial
    or not said to be complete), `share` (`both` of `size`, 0 to 1). Offers: `status`, and `members` (how many
    seats). People: `evidence` (why seats at both tiers are read as one person's), or `doubt` (why the person
    may be the `other` at the other tier), `id_other`. Empty ("" or NA) in rows of other modes.
    """
    where = places(orgmap)
    if set(where["tier"]) != {"county", "district"}:
        return answer(
            "two_tier", TITLE, [_not_two_tier(orgmap, where)], _typed(pd.DataFrame(columns=COLUMNS))
        )
    ties = orgmap.ties(roles)
    partnerships = where[where["like"] == "partnerships"]
    table = _table(
        organisation_rows(orgmap, ties, partnerships),
        people_rows(orgmap, ties, where),
        doubt_rows(orgmap, ties, where),
        share_rows(orgmap, ties, where),
        offer_rows(orgmap, partnerships),
    )
    organisations = table[table["mode"] == "organisation"]
    findings = [
        *people_findings(orgmap, ties, where, table[table["doubt"] == ""]),
        *doubt_findings(orgmap, table),
        *class_findings(organisations, _bodies(orgmap, partnerships)),
        *cost_findings(organisations),
        *share_findings(table),
        *offer_findings(table),
        *_left_out(where),
    ]
    return answer("two_tier", TITLE, findings or [_nobody()], table)


def _table(*parts: pd.DataFrame) -> pd.DataFrame:
    rows = [part for part in parts if len(part)]
    return _typed(pd.concat(rows, ignore_index=True) if rows else pd.DataFrame(columns=COLUMNS))


def _typed(table: pd.DataFrame) -> pd.DataFrame:
    typed = table.reindex(columns=COLUMNS).astype(dict.fromkeys(WHOLE, "Int64"))
    typed[REAL] = typed[REAL].astype("float64")
    typed[TEXTS] = typed[TEXTS].astype("str")
    typed[NOTES] = typed[NOTES].astype("str").fillna("")
    sits = typed["sits"].astype("boolean").fillna(value=False).astype("bool")
    return typed.assign(sits=sits, could=typed["could"].astype("boolean"))


def _bodies(orgmap: OrgMap, partnerships: pd.DataFrame) -> Bodies:
    """Return the district partnerships by the name of their county and their place."""
    districts = partnerships[partnerships["tier"] == "district"]
    counties = districts["county"].map(orgmap.areas["name"])
    found: dict[tuple[str, str], list[str]] = {}
    for body, county, place in zip(districts.index, counties, districts["place"], strict=True):
        found.setdefault((str(county), str(place)), []).append(PREFIX["body"] + str(body))
    return found


def _not_two_tier(orgmap: OrgMap, where: pd.DataFrame) -> Finding:
    """Say what the map lacks: bodies of either tier, or only what is known of their tiers."""
    tiers = orgmap.bodies["tier"]
    if len(tiers) and tiers.isna().all():
        why = "the tier of no body is known. Write it in the column tier of the table bodies."
    else:
        why = (
            f"that needs county and district bodies, and the map has {_have(where, tiers)}.{_no_tier(tiers)}"
        )
    return Finding("two_tier", "know", f"Two tiers cannot be compared: {why}")


def _have(where: pd.DataFrame, tiers: pd.Series[str]) -> str:
    if where.empty:
        return "none known to be either" if tiers.isna().any() else "neither"
    return "only " + joined([f"{tier} bodies" for tier in where["tier"].unique()])


def _no_tier(tiers: pd.Series[str]) -> str:
    """Return a sentence on the bodies of no known tier, which may be of the tier that is lacking."""
    unknown = int(tiers.isna().sum())
    return (
        f" The tier of {counted(unknown, 'body')} is not known (column tier of the table bodies)."
        if unknown
        else ""
    )


def _nobody() -> Finding:
    sentence = "No one sits at both tiers on bodies that are alike, both partnerships or both councils."
    return Finding("two_tier", "know", sentence)


def _left_out(where: pd.DataFrame) -> Iterable[Finding]:
    """Name the district partnerships whose district is not known, which no comparison can take in."""
    unknown = where[
        (where["tier"] == "district") & where["district"].isna() & (where["like"] == "partnerships")
    ]
    if len(unknown):
        sentence = (
            f"The district of {counted(len(unknown), 'district partnership')} is not in the file, "
            f"so {'it is' if len(unknown) == 1 else 'they are'} left out here: "
            f"{listing(unknown['name'].tolist())}."
        )
        yield Finding("two_tier", "know", sentence, tuple(PREFIX["body"] + body for body in unknown.index))
