"""Organisations whose area is that of no body: what it cuts across or takes in, and the seats that costs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from orgmap.model import Finding, OrgMap
from orgmap.model.records import Weight
from orgmap.model.wording import counted, listing, verb
from orgmap.questions.coterminosity.pairs import CUTS, SEVERAL, WIDER, meeting
from orgmap.vocabulary import TIERS

TOLD = 5
FEW = 4
MEET = ("same area", "inside", "contains", "cuts across")


@dataclass(frozen=True)
class Grain:
    """The areas by which others are measured, such as all districts, and what one of them is called."""

    areas: frozenset[str]
    word: str

    def part(self, number: int) -> str:
        """Return a number of them, out of all that there are: all 11 districts, 3 of the 11 districts."""
        every = len(self.areas)
        some = "the only" if number == every == 1 else "all" if number == every else f"{number:,} of the"
        noun = self.word if every == 1 and number else counted(every, self.word)
        return f"{some} {noun} with a body of its own" if every == 1 else f"{some} {noun} with bodies"


def grain_of(orgmap: OrgMap) -> Grain:
    """Return the areas of the bodies of the tier that has most of them, without those that hold another."""
    bodies = orgmap.bodies.dropna(subset="area")
    tiers = bodies["tier"].fillna("").astype("str")
    count = bodies.groupby(tiers)["area"].nunique()
    if count.empty:
        return Grain(frozenset(), "area")
    order = [*reversed(TIERS.values), ""]
    tier = max(order, key=lambda one: (int(count.get(one, 0)), -order.index(one)))
    areas = sorted(bodies.loc[tiers == tier, "area"].unique())
    geography = orgmap.geography
    holding = {a for a, b in meeting(geography, areas, areas) if geography.relation(a, b) == "contains"}
    word = tier if tier in ("district", "neighbourhood") else "area"
    return Grain(frozenset(areas) - holding, word)


def unfit(orgmap: OrgMap, found: pd.DataFrame, names: dict[str, str]) -> Iterator[Finding]:
    """Tell of the organisations whose area is that of no body, all of one area at once, most seats first."""
    grain = grain_of(orgmap)
    members = found[(found["kind"] == "member") & found["class"].isin(list(MEET))]
    beside = found[(found["kind"] == "areas") & found["class"].isin(["cuts across", "contains"])]
    for fit in (CUTS, WIDER, SEVERAL):
        own = members[members["fit"] == fit]
        seats = own.groupby("organisation_area")["seats"].sum().sort_values(ascending=False, kind="stable")
        for area in seats.index[:TOLD]:
            rows = own[own["organisation_area"] == area]
            areas = beside[beside["organisation_area"] == area]
            told = areas[(areas["class"] == "cuts across") | areas["body_area"].isin(grain.areas)]
            yield _of_area(rows, areas if told.empty else told, grain, names)
        rest = own[own["organisation_area"].isin(seats.index[TOLD:])]
        if len(rest):
            yield finding("know", _of_rest(rest, fit), rest)


def _of_area(rows: pd.DataFrame, areas: pd.DataFrame, grain: Grain, names: dict[str, str]) -> Finding:
    """Say how the area of some organisations fits no body's, and what seats they hold there."""
    fit = str(rows["fit"].iloc[0])
    taken = _taken(areas, grain, names, fit)
    seats, bodies = int(rows["seats"].sum()), rows["id_body"].nunique()
    held = f"{counted(seats, 'seat')} on {counted(bodies, 'body')} there"
    own = rows.groupby(["organisation", "id_organisation"])["seats"].sum().sort_index()
    if len(own) == 1:
        fits = f"{rows['organisation'].iloc[0]} {_fits(fit, 1)}: its area {taken}."
        sentence = f"{fits} It holds {held}."
    else:
        held_by = zip(own.index.get_level_values("organisation"), own, strict=True)
        who = [f"{name} ({int(number):,})" for name, number in held_by]
        area = names[rows["organisation_area"].iloc[0]]
        fits = f"{len(own):,} organisations with the area {area} {_fits(fit, 2)}: it {taken}."
        sentence = f"{fits} Together they hold {held}: {listing(who)}."
    return finding("know" if fit == SEVERAL else "look", sentence, pd.concat([areas, rows]))


def _fits(fit: str, number: int) -> str:
    if fit == SEVERAL:
        return f"{verb('has', number)} the area of several bodies together"
    return f"{verb('fits', number)} no body's boundary"


def _taken(areas: pd.DataFrame, grain: Grain, names: dict[str, str], fit: str) -> str:
    """Say what an area cuts across and takes in."""
    cut, whole = (
        [names[area] for area in areas.loc[areas["class"] == relation, "body_area"]]
        for relation in ("cuts across", "contains")
    )
    parts = [f"cuts across {listing(sorted(cut), FEW)}"] if cut else []
    if whole:
        measured = areas.loc[areas["class"] == "contains", "body_area"].isin(grain.areas).all()
        some = f" ({listing(sorted(whole))})" if len(whole) <= FEW and len(whole) < len(grain.areas) else ""
        parts.append(
            f"takes in {grain.part(len(whole))}{some}" if measured else f"takes in {listing(whole, FEW)}"
        )
    return " and ".join(parts) + (" and more" if fit == WIDER else "")


def _of_rest(rest: pd.DataFrame, fit: str) -> str:
    number, seats = rest["id_organisation"].nunique(), int(rest["seats"].sum())
    names = listing(sorted(rest.drop_duplicates("id_organisation")["organisation"]))
    they = "it holds" if number == 1 else "together they hold"
    who = f"{counted(number, 'more organisation')} {_fits(fit, number)}"
    return f"{who}, and {they} {counted(seats, 'seat')} on the bodies there: {names}."


def finding(weight: Weight, sentence: str, rows: pd.DataFrame) -> Finding:
    """Return a finding about the organisations and bodies of some rows, which prove it."""
    organisations, bodies = rows["id_organisation"].unique(), rows["id_body"].unique()
    subjects = tuple(node for node in [*organisations, *bodies] if node)
    return Finding("coterminosity", weight, sentence, subjects, tuple(int(number) for number in rows.index))
