"""Who sits on the county's and the districts' bodies, who misses one, and who is the same face at both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
import pandas as pd

from orgmap.model import Answer, Finding, OrgMap
from orgmap.model.records import Weight
from orgmap.model.wording import counted, joined, listing, verb
from orgmap.network import PREFIX
from orgmap.questions.answers import answer
from orgmap.questions.tier_people import people_findings, people_rows
from orgmap.questions.tier_places import places
from orgmap.vocabulary import QUESTIONS, TIE_ROLES

TITLE = QUESTIONS.meaning_of("two_tier")
TOLD = 10
"""No more organisations than this are told one by one; the others are counted."""
COLUMNS = [
    "mode",
    "like",
    "county",
    "member",
    "sector",
    "place",
    "tier",
    "sits",
    "seats",
    "could",
    "class",
    "id",
]
ALL, SOME, COUNTY_ONLY, DISTRICTS_ONLY = (
    "county and all districts",
    "county and some districts",
    "county only",
    "districts only",
)


def two_tier(orgmap: OrgMap, roles: tuple[str, ...] = TIE_ROLES) -> Answer:
    """Return who is represented at the county and in the districts, like with like.

    Partnerships are compared with partnerships, councils with councils. Table, a row for each organisation
    and place: `mode` (organisation or person), `like` (partnerships or councils), `county`, `member`,
    `sector`, `place` (the county or a district: several bodies of one district are one place), `tier`,
    `sits` (True or False), `seats`, `could` (whether its area lets it sit there; NA where an area is not
    known), `class` (county only, county and all districts that it covers, county and some districts,
    districts only), `id`. People have rows only where they sit, and only those who sit at both tiers.
    """
    where = places(orgmap)
    if set(where["tier"]) != {"county", "district"}:
        return answer("two_tier", TITLE, [_not_two_tier(where)], pd.DataFrame(columns=COLUMNS))
    ties = orgmap.ties(roles)
    organisations = _organisation_rows(orgmap, ties, where[where["like"] == "partnerships"])
    people = people_rows(orgmap, ties, where)
    table = pd.concat([organisations, people], ignore_index=True)[COLUMNS]
    findings = [
        *people_findings(orgmap, ties, where, table),
        *_class_findings(table[table["mode"] == "organisation"]),
        *_left_out(where),
    ]
    return answer("two_tier", TITLE, findings or [_nobody()], table)


def _not_two_tier(where: pd.DataFrame) -> Finding:
    have = (
        "only " + joined([f"{tier} bodies" for tier in where["tier"].unique()]) if len(where) else "neither"
    )
    return Finding(
        "two_tier",
        "know",
        f"Two tiers cannot be compared: that needs county and district bodies, and the map has {have}.",
    )


def _nobody() -> Finding:
    sentence = "No one sits at both tiers on bodies that are alike, both partnerships or both councils."
    return Finding("two_tier", "know", sentence)


def _organisation_rows(orgmap: OrgMap, ties: pd.DataFrame, where: pd.DataFrame) -> pd.DataFrame:
    """Return a row for each organisation of a county or its districts, and each place there."""
    seated = ties.dropna(subset="represents").merge(where.rename_axis(None), left_on="body", right_index=True)
    seated = seated[(seated["tier"] == "county") | seated["district"].notna()]
    rows = []
    for county, of_county in seated.groupby("county", sort=True):
        spots = _spots(where[where["county"] == county])
        if set(spots["tier"]) == {"county", "district"}:
            rows.append(_matrix(orgmap, of_county, spots))
    return pd.concat(rows, ignore_index=True) if rows else pd.DataFrame(columns=COLUMNS)


def _spots(where: pd.DataFrame) -> pd.DataFrame:
    """Return the county and each of its districts once: `place`, `tier`, `area`, `county` (its name)."""
    usable = where[(where["tier"] == "county") | where["district"].notna()]
    area = usable["district"].fillna(usable["county"])
    spots = (
        usable.assign(area=area)[["place", "tier", "area"]].drop_duplicates().sort_values(["tier", "place"])
    )
    county = spots.loc[spots["tier"] == "county", "place"]
    return spots.assign(county=county.iloc[0] if len(county) else "")


def _matrix(orgmap: OrgMap, seated: pd.DataFrame, spots: pd.DataFrame) -> pd.DataFrame:
    seats = seated.groupby(["represents", "place", "tier"]).size().rename("seats").reset_index()
    organisations = orgmap.organisations.loc[sorted(seats["represents"].unique()), ["name", "sector", "area"]]
    grid = (
        organisations.rename_axis("represents")
        .reset_index()
        .merge(spots, how="cross", suffixes=("", "_place"))
    )
    grid = grid.merge(seats, how="left", on=["represents", "place", "tier"])
    grid["seats"] = grid["seats"].fillna(0).astype("int64")
    grid["sits"] = grid["seats"] > 0
    grid["could"] = pd.array(_could(orgmap, grid), dtype="boolean")
    grid["class"] = grid["represents"].map(_classes(grid))
    grid["id"] = PREFIX["organisation"] + grid["represents"]
    return grid.assign(mode="organisation", like="partnerships").rename(columns={"name": "member"})


def _could(orgmap: OrgMap, grid: pd.DataFrame) -> list[bool | None]:
    """Tell for each row whether the organisation's area meets the place's: True where it sits there."""
    known = orgmap.areas.index
    geography = orgmap.geography
    return [
        True if sits else geography.overlap(own, there) if own in known and there in known else None
        for sits, own, there in zip(grid["sits"], grid["area"], grid["area_place"], strict=True)
    ]


def _classes(grid: pd.DataFrame) -> pd.Series[str]:
    """Return the class of each organisation: at which tiers it sits, and whether it misses a district."""
    district = grid["tier"] == "district"
    facts = pd.DataFrame(
        {
            "county": grid["sits"] & ~district,
            "districts": grid["sits"] & district,
            "misses": ~grid["sits"] & district & grid["could"].fillna(value=True).astype(bool),
        }
    )
    any_of = facts.groupby(grid["represents"]).any()
    chosen = np.select(
        [~any_of["districts"], ~any_of["county"], any_of["misses"]], [COUNTY_ONLY, DISTRICTS_ONLY, SOME], ALL
    )
    return pd.Series(chosen, index=any_of.index, dtype="str")


def _class_findings(table: pd.DataFrame) -> Iterator[Finding]:
    for county, rows in table.groupby("county", sort=False):
        yield from _some(rows, str(county))
        yield from _county_only(rows, str(county))
        yield from _districts_only(rows, str(county))
        yield from _all(rows, str(county))


def _some(rows: pd.DataFrame, county: str) -> Iterator[Finding]:
    """Say of organisations at the county and in some districts which they miss, the fewest missed first."""
    some = rows[(rows["class"] == SOME) & (rows["tier"] == "district")]
    misses = (~some["sits"] & some["could"].fillna(value=True).astype(bool)).groupby(some["id"]).sum()
    ranked = misses.sort_values(kind="stable").index
    for node in ranked[:TOLD]:
        yield _one_of_some(some[some["id"] == node], county)
    rest = some[some["id"].isin(ranked[TOLD:])]
    if len(rest):
        more = counted(len(ranked) - TOLD, "more organisation")
        miss = "misses" if len(ranked) - TOLD == 1 else "miss"
        sentence = f"{more} on {county}'s own partnerships {miss} some districts."
        yield _group(sentence, "look", rest[rest["sits"]])


def _one_of_some(own: pd.DataFrame, county: str) -> Finding:
    missed, sits = _missed(own), int(own["sits"].sum())
    known = bool(own["could"].notna().all())
    of = (
        f"of the {int(own['could'].sum())} districts that it covers"
        if known
        else f"of the {len(own)} districts there"
    )
    doubt = "" if known else "; its area is not in the file, so whether it could is not known"
    weight: Weight = "know" if not known else "act" if len(missed) <= sits else "look"
    sentence = (
        f"{own['member'].iloc[0]} sits on {county}'s own partnerships and in {sits} {of}, "
        f"but not in {listing(missed)}{doubt}."
    )
    return Finding("two_tier", weight, sentence, (own["id"].iloc[0],), tuple(own.index))


def _missed(own: pd.DataFrame) -> list[str]:
    return own.loc[~own["sits"] & own["could"].fillna(value=True), "place"].tolist()


def _county_only(rows: pd.DataFrame, county: str) -> Iterator[Finding]:
    only = rows[(rows["class"] == COUNTY_ONLY) & (rows["tier"] == "county")]
    if len(only):
        names = listing(only["member"].tolist())
        what = counted(len(only), "organisation")
        sits = verb("sits", len(only))
        sentence = f"{what} {sits} on {county}'s own partnerships and in no district: {names}."
        yield _group(sentence, "look", only)


def _districts_only(rows: pd.DataFrame, county: str) -> Iterator[Finding]:
    inside = rows[(rows["class"] == DISTRICTS_ONLY) & (rows["tier"] == "district") & rows["sits"]]
    where = inside.groupby(["member", "id"])["place"].agg(list).reset_index()
    if len(where):
        spots = zip(where["member"], where["place"], strict=True)
        names = listing([f"{name} ({listing(own, 3)})" for name, own in spots])
        sits = f"{counted(len(where), 'organisation')} {verb('sits', len(where))}"
        sentence = f"{sits} in districts but on none of {county}'s own partnerships: {names}."
        yield _group(sentence, "look", inside)


def _all(rows: pd.DataFrame, county: str) -> Iterator[Finding]:
    inside = rows[(rows["class"] == ALL) & (rows["tier"] == "district") & rows["sits"]]
    count = inside.groupby(["member", "id"]).size().sort_values(ascending=False, kind="stable")
    if len(count):
        held = zip(count.index.get_level_values("member"), count, strict=True)
        names = listing([f"{name} ({counted(int(number), 'district')})" for name, number in held])
        what = counted(len(count), "organisation")
        sentence = (
            f"{what} {verb('sits', len(count))} on {county}'s own partnerships and in every district that "
            f"{'it covers' if len(count) == 1 else 'they cover'}: {names}."
        )
        yield _group(sentence, "know", inside)


def _group(sentence: str, weight: Weight, rows: pd.DataFrame) -> Finding:
    return Finding("two_tier", weight, sentence, tuple(dict.fromkeys(rows["id"])), tuple(rows.index))


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
