"""Seats once bodies or organisations are one: who sat on both holds one seat, in the higher role."""

from __future__ import annotations

import pandas as pd

from orgmap.vocabulary import ROLES

_KEY = ["body", "person", "speaks"]


def single(seats: pd.DataFrame, origin: pd.Series[str], touched: pd.Series[bool]) -> pd.DataFrame:
    """Return the seats without those that a member has twice only because two things became one.

    `touched` are the seats on or of what became one, `origin` says of which part each was before. A person
    keeps the seat with the higher role; of the seats of nobody named an organisation keeps as many as it had
    on the part where it had most, less those of the people named. No person and no organisation falls away.
    Open seats all stay.
    """
    own = seats[touched & (seats["status"] == "filled")]
    rank = own["role"].map({role: place for place, role in enumerate(ROLES.values)})
    own = own.assign(origin=origin[own.index], rank=rank, speaks=_speaks(own))
    twice = _people_twice(own[own["person"].notna()])
    left = own.drop(index=twice)
    return seats.drop(index=[*twice, *_unnamed_twice(own, left)])


def _speaks(own: pd.DataFrame) -> pd.Series[str]:
    """Return whom each seat speaks for; where that is not known, whom its holder speaks for there besides."""
    first = own.dropna(subset=["person", "represents"]).drop_duplicates(["body", "person"])
    known = first.set_index(["body", "person"])["represents"]
    holders = pd.MultiIndex.from_frame(own[["body", "person"]])
    return own["represents"].fillna(known.reindex(holders).set_axis(own.index)).fillna(value="")


def _people_twice(named: pd.DataFrame) -> list[object]:
    """Return the seats that people hold beside one of the same body and organisation from another part."""
    ranked = named.sort_values("rank", kind="stable")
    number = ranked.groupby([*_KEY, "origin"]).cumcount()
    return list(ranked.index[ranked.assign(number=number).duplicated([*_KEY, "number"])])


def _unnamed_twice(own: pd.DataFrame, left: pd.DataFrame) -> list[object]:
    """Return the seats of nobody named that an organisation has beside those it had on any one part."""
    spoken = own[own["speaks"] != ""]
    most = spoken.groupby(["body", "speaks", "origin"]).size().groupby(["body", "speaks"]).max()
    keys = left[left["speaks"] != ""]
    people = keys[keys["person"].notna()].groupby(["body", "speaks"]).size()
    room = most.sub(people, fill_value=0).clip(lower=0)
    unnamed = keys[keys["person"].isna()].sort_values("rank", kind="stable")
    number = unnamed.groupby(["body", "speaks"]).cumcount()
    places = pd.MultiIndex.from_frame(unnamed[["body", "speaks"]])
    return list(unnamed.index[number.to_numpy() >= room.reindex(places).to_numpy()])
