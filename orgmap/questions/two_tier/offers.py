"""Seats on offer in the districts: who is asked, invited, has applied or has declined where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from orgmap.model import Finding, OrgMap
from orgmap.model.records import Weight
from orgmap.model.wording import counted, listing, verb
from orgmap.network.nodes import prefixed


@dataclass(frozen=True)
class _Offer:
    """How an offer of a seat is told: what it asks of the reader, and what is said of one and of several."""

    weight: Weight
    one: str
    several: str


OFFERS = {
    "declined": _Offer("look", "has declined a seat", "have declined seats"),
    "requested": _Offer("look", "is asked for a member", "are asked for a member"),
    "invited": _Offer("know", "is invited and has not answered", "are invited and have not answered"),
    "applied": _Offer("know", "has applied for a seat", "have applied for seats"),
}
FEW = 3


def offer_rows(orgmap: OrgMap, partnerships: pd.DataFrame) -> pd.DataFrame:
    """Return a row for each member, district and status of the seats on offer on district partnerships.

    The member is the organisation, the person where no organisation is known, or "" where neither is.
    """
    seats = orgmap.seats[orgmap.seats["status"].isin(list(OFFERS))]
    districts = partnerships[(partnerships["tier"] == "district") & partnerships["district"].notna()]
    offered = seats.merge(districts.drop(columns="name"), left_on="body", right_index=True)
    person = offered["person"].where(offered["represents"].isna())
    ids = [
        prefixed("organisation", organisation) or prefixed("person", one) or ""
        for organisation, one in zip(offered["represents"], person, strict=True)
    ]
    name = offered["represents"].map(orgmap.organisations["name"]).astype("str")
    found = offered.assign(
        id=pd.Series(ids, index=offered.index, dtype="str"),
        member=name.fillna(person.map(orgmap.people["label"]).astype("str")).fillna(""),
        sector=offered["represents"].map(orgmap.organisations["sector"]).astype("str").fillna(""),
        county=offered["county"].map(orgmap.areas["name"]).astype("str"),
    )
    keys = ["like", "county", "status", "member", "sector", "place", "tier", "id"]
    rows = found.groupby(keys, sort=True, dropna=False).size().rename("members").reset_index()
    return rows.assign(mode="offer", sits=False, seats=0)


def offer_findings(table: pd.DataFrame) -> Iterator[Finding]:
    """Say of each status who it is about and where, and how many of them sit at the county."""
    offers = table[table["mode"] == "offer"]
    organisations = table[(table["mode"] == "organisation") & (table["tier"] == "county") & table["sits"]]
    at_county = set(organisations["id"])
    for status, offer in OFFERS.items():
        rows = offers[offers["status"] == status]
        if len(rows):
            yield _told(rows, offer, at_county)


def _told(rows: pd.DataFrame, offer: _Offer, at_county: set[str]) -> Finding:
    named = rows[rows["id"] != ""]
    nobody = int(rows.loc[rows["id"] == "", "members"].sum())
    places = named.groupby(["member", "id"], sort=True)["place"].agg(list)
    number = len(places)
    named_at = zip(places.index.get_level_values("member"), places, strict=True)
    names = [f"{member} ({listing(where, FEW)})" for member, where in named_at]
    kind = "organisation" if named["id"].str.startswith("org:").all() else "member"
    told = [f"{counted(number, kind)} {offer.one if number == 1 else offer.several}"] if number else []
    if nobody:
        told.append(f"{counted(nobody, 'seat')} so offered {verb('names', nobody)} nobody")
    named_so = f": {listing(names)}" if names else ""
    sentence = f"In the districts, {' and '.join(told)}{named_so}."
    also = len(set(named["id"]) & at_county)
    if also:
        who = f"{also:,} of them {verb('sits', also)}" if number > 1 else f"This {kind} sits"
        sentence += f" {who} on the county's own partnerships."
    return Finding("two_tier", offer.weight, sentence, tuple(dict.fromkeys(named["id"])), tuple(rows.index))
