"""The map as it held on one day."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from orgmap.model.dates import held
from orgmap.model.orgmap import OrgMap


def as_at(orgmap: OrgMap, date: str | None = None) -> OrgMap:
    """Return what held on a day, month or year; without one, on `about.as_at`; without that too, everything.

    Seats that had ended or not begun, and seats on bodies that had, go to `not_in_force`; such bodies go to
    `closed_bodies`, people whose every seat is set aside to `people_aside`. What has no dates always holds.
    """
    day = date or orgmap.about.as_at
    if day is None:
        return orgmap
    here = held(orgmap.bodies["since"], orgmap.bodies["until"], day)
    bodies = orgmap.bodies[here]
    seats = orgmap.seats
    in_force = held(seats["since"], seats["until"], day) & seats["body"].isin(bodies.index)
    going, gone = seats[in_force], seats[~in_force]
    stays = _still_seated(orgmap.people, going, gone)
    return replace(
        orgmap,
        as_at=day,
        seats=going,
        not_in_force=gone,
        bodies=bodies.assign(part_of=bodies["part_of"].where(bodies["part_of"].isin(bodies.index))),
        closed_bodies=orgmap.bodies[~here],
        people=orgmap.people[stays],
        people_aside=orgmap.people[~stays],
        links=_of(_in_force(orgmap.links, day), bodies, "from_body", "to_body"),
        issues=_in_force(orgmap.issues, day),
    )


def _in_force(table: pd.DataFrame, day: str) -> pd.DataFrame:
    return table[held(table["since"], table["until"], day)]


def _of(table: pd.DataFrame, bodies: pd.DataFrame, *columns: str) -> pd.DataFrame:
    """Return the rows whose bodies are all in force."""
    return table[table[list(columns)].isin(list(bodies.index)).all(axis=1)]


def _still_seated(people: pd.DataFrame, going: pd.DataFrame, gone: pd.DataFrame) -> pd.Series[bool]:
    left = set(gone["person"].dropna()) - set(going["person"].dropna())
    return pd.Series(~people.index.isin(list(left)), index=people.index)
