"""The areas of bodies beside those of the organisations on them, pair by pair, and how each one fits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

import pandas as pd

from orgmap.model import OrgMap
from orgmap.model.areas import Areas
from orgmap.network import PREFIX

ONE, SEVERAL, CUTS, WIDER, WITHIN, APART, UNKNOWN = (
    "one body",
    "several bodies",
    "cuts across",
    "wider",
    "inside",
    "apart",
    "not known",
)
"""How the area of an organisation fits those of all bodies together, the first of these that holds."""
COUNTS = ["shared_units", "units_of_body", "units_of_organisation", "whole", "split"]
COLUMNS = [
    "kind",
    "body",
    "organisation",
    "body_area",
    "organisation_area",
    "class",
    "fit",
    *COUNTS,
    "sits",
    "seats",
    "bodies",
    "organisations",
    "id_body",
    "id_organisation",
]
KEYS = ["organisation_area", "body_area"]


def table_of(orgmap: OrgMap) -> pd.DataFrame:
    """Return the table of `coterminosity`, with the ids of areas in place of their names."""
    members = _members(orgmap)
    bodies = orgmap.bodies["area"].rename("body_area")
    ours, theirs = (sorted(areas.dropna().unique()) for areas in (members["organisation_area"], bodies))
    beside = _beside(orgmap.geography, ours, theirs)
    fits = _fits(orgmap.geography, beside, ours)
    rows = [
        _member_rows(orgmap, members, beside),
        _area_rows(members, beside, bodies),
        _body_rows(orgmap, members, bodies),
    ]
    table = pd.concat(rows, ignore_index=True)
    table["fit"] = table["organisation_area"].map(fits).where(table["kind"] != "body", "")
    table["fit"] = table["fit"].where(table["fit"].notna(), UNKNOWN)
    return _typed(table)


def _typed(table: pd.DataFrame) -> pd.DataFrame:
    texts = ["kind", "body", "organisation", "class", "fit", "id_body", "id_organisation"]
    numbers = [*COUNTS, "seats", "bodies", "organisations"]
    typed = table.reindex(columns=COLUMNS).astype(dict.fromkeys(numbers, "Int64"))
    typed[texts] = typed[texts].fillna("").astype("str")
    typed[KEYS] = typed[KEYS].astype("str")
    return typed.assign(sits=typed["sits"].fillna(value=False).astype("bool"))


def _members(orgmap: OrgMap) -> pd.DataFrame:
    """Return each organisation on each body, with its seats there and the area of each, NaN where unknown."""
    ties = orgmap.ties().dropna(subset="represents")
    seats = ties.groupby(["body", "represents"]).size().rename("seats").reset_index()
    return seats.assign(
        body_area=seats["body"].map(orgmap.bodies["area"]).astype("str"),
        organisation_area=seats["represents"].map(orgmap.organisations["area"]).astype("str"),
    )


def _member_rows(orgmap: OrgMap, members: pd.DataFrame, beside: pd.DataFrame) -> pd.DataFrame:
    """Return a row for each organisation on each body."""
    pairs = members[KEYS].dropna().drop_duplicates()
    met = set(zip(beside["organisation_area"], beside["body_area"], strict=True))
    apart = [
        pair for pair in zip(pairs["organisation_area"], pairs["body_area"], strict=True) if pair not in met
    ]
    known = pd.concat([beside, _compared(orgmap.geography, sorted(apart))])
    rows = members.merge(known, how="left", on=KEYS)
    return rows.assign(
        kind="member",
        body=rows["body"].map(orgmap.bodies["name"]),
        organisation=rows["represents"].map(orgmap.organisations["name"]),
        sits=True,
        bodies=1,
        organisations=1,
        id_body=PREFIX["body"] + rows["body"],
        id_organisation=PREFIX["organisation"] + rows["represents"],
        **{"class": rows["class"].where(rows["class"].notna(), UNKNOWN)},
    )


def _area_rows(members: pd.DataFrame, beside: pd.DataFrame, bodies: pd.Series[str]) -> pd.DataFrame:
    """Return a row for each area of organisations and each area of bodies that shares units with it."""
    seats = members.groupby(KEYS)["seats"].sum().reset_index()
    rows = beside.merge(seats, how="left", on=KEYS)
    organisations = members.groupby("organisation_area")["represents"].nunique()
    return rows.assign(
        kind="areas",
        seats=rows["seats"].fillna(0),
        sits=rows["seats"].notna(),
        bodies=rows["body_area"].map(bodies.value_counts()),
        organisations=rows["organisation_area"].map(organisations),
    )


def _body_rows(orgmap: OrgMap, members: pd.DataFrame, bodies: pd.Series[str]) -> pd.DataFrame:
    """Return a row for each body: how many bodies, itself among them, and organisations have its area."""
    organisations = members.drop_duplicates("represents")["organisation_area"]
    group = alike(orgmap.geography, sorted({*bodies.dropna(), *organisations.dropna()}))
    of_bodies, of_organisations = (areas.map(group).value_counts() for areas in (bodies, organisations))
    own = bodies.map(group)
    count, others = own.map(of_bodies), own.map(of_organisations)
    same = (count > 1) | others.notna()
    return pd.DataFrame(
        {
            "kind": "body",
            "body": orgmap.bodies["name"],
            "body_area": bodies,
            "class": same.map({True: "same area", False: ""}).where(bodies.notna(), UNKNOWN),
            "units_of_body": [
                len(orgmap.geography.units(area)) if isinstance(area, str) else None for area in bodies
            ],
            "bodies": count,
            "organisations": others.fillna(0).where(bodies.notna()),
            "id_body": [PREFIX["body"] + body for body in bodies.index],
        }
    )


def alike(geography: Areas, areas: Iterable[str]) -> dict[str, str]:
    """Return, for each area, the first of those that are the same area."""
    first: dict[str, str] = {}
    by_units: dict[frozenset[tuple[str, float]], list[str]] = defaultdict(list)
    for area in areas:
        others = by_units[frozenset(geography.units(area).items())]
        same = (other for other in others if geography.relation(area, other) == "same area")
        first[area] = next(same, area)
        if first[area] == area:
            others.append(area)
    return first


def _beside(geography: Areas, ours: Iterable[str], theirs: Iterable[str]) -> pd.DataFrame:
    """Return how each of our areas lies to those of theirs with which it has a unit in common."""
    return _compared(geography, meeting(geography, ours, theirs))


def meeting(geography: Areas, ours: Iterable[str], theirs: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of one of our areas and one of theirs that have a unit in common."""
    of_unit: dict[str, list[str]] = defaultdict(list)
    for area in theirs:
        for unit in geography.units(area):
            of_unit[unit].append(area)
    for area in ours:
        near = {other for unit in geography.units(area) for other in of_unit.get(unit, ())}
        yield from ((area, other) for other in sorted(near))


def _compared(geography: Areas, pairs: Iterable[tuple[str, str]]) -> pd.DataFrame:
    rows = [_comparison(geography, ours, theirs) for ours, theirs in pairs]
    return pd.DataFrame(rows, columns=[*KEYS, "class", *COUNTS])


def _comparison(geography: Areas, ours: str, theirs: str) -> tuple[Any, ...]:
    made = geography.compare(ours, theirs)
    return ours, theirs, made.relation, made.shared, made.other_units, made.units, made.whole, made.split


def _fits(geography: Areas, beside: pd.DataFrame, ours: Iterable[str]) -> dict[str, str]:
    """Return how each of the areas fits those of all bodies."""
    by_class: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for area, other, relation in zip(
        beside["organisation_area"], beside["body_area"], beside["class"], strict=True
    ):
        by_class[area][relation].append(other)
    return {area: _fit(geography, area, by_class[area]) for area in ours}


def _fit(geography: Areas, area: str, others: dict[str, list[str]]) -> str:
    if "same area" in others:
        return ONE
    if not geography.placed(area):
        return UNKNOWN
    inside = {unit for other in others.get("contains", ()) for unit in geography.units(other)}
    if inside >= set(geography.units(area)):
        return SEVERAL
    order = (("cuts across", CUTS), ("contains", WIDER), ("inside", WITHIN), ("not known", UNKNOWN))
    return next((fit for relation, fit in order if relation in others), APART)
