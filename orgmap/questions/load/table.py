"""Seats, bodies, meetings and hours a year of every person, organisation and body, as one table."""

from __future__ import annotations

import pandas as pd

from orgmap.model import OrgMap
from orgmap.model.hours import hours_per_seat
from orgmap.network import PREFIX
from orgmap.questions.load.joining import inside

COLUMNS = [
    "mode",
    "member",
    "sector",
    "seats",
    "bodies",
    "organisations",
    "representatives",
    "unnamed_seats",
    "seats_per_representative",
    "concentration",
    "busiest",
    "meetings",
    "hours",
    "hours_unknown_seats",
    "preparation_unknown_seats",
    "capacity_hours",
    "over",
    "cost",
    "governance_mode",
    "inside",
    "id",
    "id_busiest",
    "id_inside",
]
_ORDER = {"organisation": 0, "body": 1, "person": 2}
_TEXTS = ["mode", "member", "sector", "busiest", "governance_mode", "inside", "id", "id_busiest", "id_inside"]
_WHOLE = [
    "seats",
    "bodies",
    "organisations",
    "representatives",
    "unnamed_seats",
    "hours_unknown_seats",
    "preparation_unknown_seats",
]


def load_table(orgmap: OrgMap, hourly_cost: float | None = None) -> pd.DataFrame:
    """Return the table of the question of load: organisations, bodies, then people, most hours first."""
    seats = costly_seats(orgmap)
    parts = (_organisations(orgmap, seats), _bodies(orgmap, seats), _people(orgmap, seats))
    table = pd.concat([part.reindex(columns=COLUMNS) for part in parts], ignore_index=True)
    table = table.astype(dict.fromkeys(_WHOLE, "Int64") | dict.fromkeys(_TEXTS, "str"))
    hours = table["hours"]
    rate = float("nan") if hourly_cost is None else hourly_cost
    table = table.assign(over=(hours - table["capacity_hours"]).round(4), cost=(hours * rate).round(2))
    order = table.assign(place=table["mode"].map(_ORDER)).sort_values(
        ["place", "hours", "seats", "member", "id"], ascending=[True, False, False, True, True], kind="stable"
    )
    return table.loc[order.index].reset_index(drop=True)


def costly_seats(orgmap: OrgMap) -> pd.DataFrame:
    """Return the seats that take somebody's time, each with its `hours` and `meetings` a year.

    Those are all filled seats but those of substitutes. `hours` is NaN where the body's meetings a year or
    the length of a meeting is not known; preparation that is not known adds nothing, and `unprepared` says
    so.
    """
    seats = orgmap.seats
    held = seats.loc[
        (seats["status"] == "filled") & (seats["role"] != "substitute"), ["body", "person", "represents"]
    ]
    each = hours_per_seat(orgmap).reindex(held["body"]).set_axis(held.index)
    unprepared = each["hours"].notna() & ~each["preparation_known"].astype(bool)
    return held.assign(meetings=each["meetings"], hours=each["hours"], unprepared=unprepared)


def _load(seats: pd.DataFrame, column: str) -> pd.DataFrame:
    """Return seats and hours by a column; two seats of a person on one body are one attendance."""
    own = seats.dropna(subset=column)
    again = own["person"].notna() & own.duplicated([column, "body", "person"])
    group = own.assign(
        named=own["person"].notna(),
        hours=own["hours"].mask(again),
        meetings=own["meetings"].mask(again),
        hours_unknown_seats=own["hours"].isna() & ~again,
        preparation_unknown_seats=own["unprepared"] & ~again,
        distinct_person=own["person"],
        distinct_body=own["body"],
        distinct_organisation=own["represents"],
    ).groupby(column)
    size, named, people = group.size(), group["named"].sum(), group["distinct_person"].nunique()
    return pd.DataFrame(
        {
            "seats": size,
            "bodies": group["distinct_body"].nunique(),
            "organisations": group["distinct_organisation"].nunique(),
            "representatives": people,
            "unnamed_seats": size - named,
            "seats_per_representative": named / people.where(people > 0),
            "meetings": group["meetings"].sum(min_count=1).round(4),
            "hours": group["hours"].sum(min_count=1).round(4),
            "hours_unknown_seats": group["hours_unknown_seats"].sum(),
            "preparation_unknown_seats": group["preparation_unknown_seats"].sum(),
        }
    )


def _people(orgmap: OrgMap, seats: pd.DataFrame) -> pd.DataFrame:
    none = ["representatives", "unnamed_seats", "seats_per_representative"]
    made = _load(seats, "person").drop(columns=none)
    people = orgmap.people.reindex(made.index)
    return made.assign(
        mode="person",
        member=people["label"],
        sector=people["organisation"].map(orgmap.organisations["sector"]),
        capacity_hours=people["capacity_hours"],
        id=PREFIX["person"] + made.index.astype("str"),
    )


def _organisations(orgmap: OrgMap, seats: pd.DataFrame) -> pd.DataFrame:
    made = _load(seats, "represents").drop(columns="organisations").join(_busiest(orgmap, seats))
    table = orgmap.organisations.reindex(made.index)
    return made.assign(
        mode="organisation",
        member=table["name"],
        sector=table["sector"],
        capacity_hours=table["capacity_hours"],
        concentration=made["most"] / made["seats"],
        id=PREFIX["organisation"] + made.index.astype("str"),
    )


def _busiest(orgmap: OrgMap, seats: pd.DataFrame) -> pd.DataFrame:
    """Return for each organisation the person with most of its seats, and how many those are."""
    held = seats.groupby(["represents", "person"]).size().rename("most").reset_index()
    held = held.assign(busiest=held["person"].map(orgmap.people["label"]))
    ranked = held.sort_values(
        ["represents", "most", "busiest", "person"], ascending=[True, False, True, True], kind="stable"
    )
    first = ranked.drop_duplicates("represents").set_index("represents")
    return first.assign(id_busiest=PREFIX["person"] + first["person"])[["most", "busiest", "id_busiest"]]


def _bodies(orgmap: OrgMap, seats: pd.DataFrame) -> pd.DataFrame:
    bodies = orgmap.bodies
    made = _load(seats, "body").drop(columns=["bodies", "seats_per_representative"]).reindex(bodies.index)
    counts = [column for column in made.columns if column not in ("meetings", "hours")]
    made = made.assign(**{column: made[column].fillna(value=0) for column in counts})
    return made.join(inside(orgmap)).assign(
        mode="body",
        member=bodies["name"],
        meetings=bodies["meetings_per_year"],
        governance_mode=bodies["governance_mode"],
        id=PREFIX["body"] + bodies.index.astype("str"),
    )
