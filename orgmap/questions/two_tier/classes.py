"""Organisations by class: at which tiers they sit, and which districts they miss."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from orgmap.model import Finding
from orgmap.model.records import Weight
from orgmap.model.wording import counted, joined, listing, verb
from orgmap.questions.two_tier.matrix import ALL, COUNTY_ONLY, DISTRICTS_ONLY, SOME

TOLD = 10
"""No more organisations than this are told one by one; the others are counted."""
FEWER = 5
"""The same where there are several counties."""
COUNTIES = 3
"""No more counties than this are told one by one; the others are counted."""
LACKING = 3
"""A district is told by itself where at least this many organisations are missing."""
DISTRICTS = 5
Bodies = Mapping[tuple[str, str], Sequence[str]]
"""The nodes of bodies, by the name of their county and their place."""


def class_findings(rows: pd.DataFrame, bodies: Bodies) -> Iterator[Finding]:
    """Say who sits where, for each of the first counties; of the others, how many miss a district.

    `rows` are those of organisations in the table of `two_tier`; `bodies` are the district partnerships, as
    nodes, by county and place.
    """
    counties = [str(county) for county in rows["county"].unique()]
    if len(counties) > COUNTIES:
        size = rows.groupby("county")["id"].nunique()
        counties = sorted(counties, key=lambda county: (-int(size[county]), county))
    for county in counties[:COUNTIES]:
        own = rows[rows["county"] == county]
        yield from _some(own, county, TOLD if len(counties) == 1 else FEWER)
        yield from _gaps(own, county, bodies)
        yield from _county_only(own, county)
        yield from _districts_only(own, county)
        yield from _all(own, county)
    if counties[COUNTIES:]:
        yield _other_counties(rows[rows["county"].isin(counties[COUNTIES:])])


def _other_counties(rows: pd.DataFrame) -> Finding:
    """Count the organisations of the counties that are not told one by one, by class."""
    sizes = rows.drop_duplicates(["county", "id"])["class"].value_counts()
    told = (
        (SOME, "misses a district in which it could sit", "miss districts in which they could sit"),
        (COUNTY_ONLY, "sits at the county only", "sit at the county only"),
        (DISTRICTS_ONLY, "sits in districts only", "sit in districts only"),
        (ALL, "sits in every district that it covers", "sit in every district that they cover"),
    )
    classes = [
        f"{int(sizes[name]):,} {one if sizes[name] == 1 else several}"
        for name, one, several in told
        if name in sizes
    ]
    number = rows["county"].nunique()
    where = "1 more county" if number == 1 else f"{number:,} more counties"
    return _group(f"Of the organisations of {where}, {joined(classes)}.", "look", rows)


def _gaps(rows: pd.DataFrame, county: str, bodies: Bodies) -> Iterator[Finding]:
    """Name the districts in which most organisations are missing that sit at the county and elsewhere."""
    could = rows["could"].fillna(value=False).astype(bool)
    missing = rows[(rows["class"] == SOME) & (rows["tier"] == "district") & ~rows["sits"] & could]
    count = missing["place"].value_counts().sort_index().sort_values(ascending=False, kind="stable")
    count = count[count >= LACKING]
    for place in count.index[:DISTRICTS]:
        own = missing[missing["place"] == place]
        sentence = (
            f"In {place}, {counted(len(own), 'organisation')} that sit on {county}'s own partnerships and in "
            f"other districts could sit and do not: {listing(own['member'].tolist())}."
        )
        subjects = (*bodies.get((county, str(place)), ()), *own["id"])
        yield Finding("two_tier", "look", sentence, subjects, tuple(own.index))
    rest = count.iloc[DISTRICTS:]
    if len(rest):
        names = listing([f"{place} ({number})" for place, number in rest.items()])
        more = counted(len(rest), "more district")
        sentence = f"In {more} of {county}, {LACKING} or more of them are missing: {names}."
        yield _group(sentence, "look", missing[missing["place"].isin(rest.index)])


def _some(rows: pd.DataFrame, county: str, most: int) -> Iterator[Finding]:
    """Say of organisations at the county and in some districts which they miss, the fewest missed first."""
    some = rows[(rows["class"] == SOME) & (rows["tier"] == "district")]
    misses = (~some["sits"] & some["could"].fillna(value=True).astype(bool)).groupby(some["id"]).sum()
    ranked = misses.sort_values(kind="stable").index
    for node in ranked[:most]:
        yield _one_of_some(some[some["id"] == node], county)
    rest = some[some["id"].isin(ranked[most:])]
    if len(rest):
        more = counted(len(ranked) - most, "more organisation")
        miss = "misses" if len(ranked) - most == 1 else "miss"
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
