"""Organisations by places: where each one sits in a county and its districts, could sit, and at what cost."""

from __future__ import annotations

import numpy as np
import pandas as pd

from orgmap.model import OrgMap
from orgmap.model.hours import hours_per_seat
from orgmap.network import PREFIX

ALL, SOME, COUNTY_ONLY, DISTRICTS_ONLY = (
    "county and all districts",
    "county and some districts",
    "county only",
    "districts only",
)


def organisation_rows(orgmap: OrgMap, ties: pd.DataFrame, where: pd.DataFrame) -> pd.DataFrame:
    """Return a row for each organisation of a county or its districts, and each place there."""
    where = where.assign(hours=hours_per_seat(orgmap)["hours"].reindex(where.index)).rename_axis(None)
    seated = ties.dropna(subset="represents").merge(where, left_on="body", right_index=True)
    seated = seated[(seated["tier"] == "county") | seated["district"].notna()]
    seats, spots = _seats(seated), _spots(where)
    rows = []
    for county, of_county in seats.groupby("county", sort=True):
        own = spots[spots["county"] == county].drop(columns="county")
        if set(own["tier"]) == {"county", "district"}:
            name = own.loc[own["tier"] == "county", "place"].iloc[0]
            rows.append(_matrix(orgmap, of_county.drop(columns="county"), own.assign(county=name)))
    return pd.concat(rows, ignore_index=True) if rows else pd.DataFrame(columns=["mode"])


def _spots(where: pd.DataFrame) -> pd.DataFrame:
    """Return each county and each of its districts once, with what a seat on each body there would take.

    Columns: `county` (id), `tier`, `place`, `area`, `bodies`, `all_unknown` (bodies whose hours are not
    known), `all_hours` (NaN where none are known).
    """
    usable = where[(where["tier"] == "county") | where["district"].notna()]
    area = usable["district"].fillna(usable["county"])
    grouped = usable.assign(area=area, unknown=usable["hours"].isna()).groupby(
        ["county", "tier", "place", "area"]
    )
    spots = grouped.agg(bodies=("name", "size"), all_unknown=("unknown", "sum"))
    return spots.assign(all_hours=grouped["hours"].sum(min_count=1)).reset_index()


def _seats(seated: pd.DataFrame) -> pd.DataFrame:
    """Return the seats of each organisation at each place, with their hours, and how many have none known."""
    keys = ["county", "represents", "place", "tier"]
    grouped = seated.assign(unknown=seated["hours"].isna()).groupby(keys)
    seats = grouped.agg(seats=("body", "size"), hours_unknown=("unknown", "sum"))
    return seats.assign(hours=grouped["hours"].sum(min_count=1)).reset_index()


def _matrix(orgmap: OrgMap, seats: pd.DataFrame, spots: pd.DataFrame) -> pd.DataFrame:
    organisations = orgmap.organisations.loc[sorted(seats["represents"].unique()), ["name", "sector", "area"]]
    grid = (
        organisations.rename_axis("represents")
        .reset_index()
        .merge(spots, how="cross", suffixes=("", "_place"))
    )
    grid = grid.merge(seats, how="left", on=["represents", "place", "tier"])
    grid["seats"] = grid["seats"].fillna(0).astype("int64")
    grid["sits"] = grid["seats"] > 0
    grid["hours"] = grid["hours"].where(grid["sits"], 0.0)
    grid["hours_unknown"] = grid["hours_unknown"].fillna(0).astype("int64")
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
