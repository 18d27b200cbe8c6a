"""Organisations that become one, or of which one takes the place of another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from orgmap.matching import slug
from orgmap.model.orgmap import OrgMap
from orgmap.model.scenario_seats import single
from orgmap.model.scenario_tables import EXPECTED, ISSUES, ORGANISATION_COLUMNS, agreed, called, renamed


def joined(orgmap: OrgMap, ids: Sequence[str], into: str) -> tuple[OrgMap, str]:
    """Return the map in which organisations are one, called `into`, and its id; of one it takes the place.

    An organisation that is called so already keeps its facts. A new one has the sector and the area in which
    all agree, of a single one also its tier; made of several, the capacity of all of them together.
    """
    found = next(iter(called(orgmap.organisations, into)), None)
    home = found or _new_id(orgmap, into)
    gone = {one: home for one in ids if one != home}
    tables = renamed(orgmap, ORGANISATION_COLUMNS, gone)
    organisations = tables["organisations"].drop(index=list(gone))
    if found is None:
        organisations = pd.concat([organisations, _new(orgmap, home, ids, into)])
    elif found in ids:
        capacity = organisations["capacity_hours"].mask(organisations.index == home, _capacity(orgmap, ids))
        organisations = organisations.assign(capacity_hours=capacity)
    inside = (organisations.index == home) & organisations["part_of"].isin([home])
    tables["organisations"] = organisations.assign(part_of=organisations["part_of"].mask(inside))
    seats = tables["seats"]
    tables["seats"] = single(seats, orgmap.seats["represents"], seats["represents"] == home)
    tables["issues"] = tables["issues"].drop_duplicates([*ISSUES, "part"])
    tables["expected"] = tables["expected"].drop_duplicates(EXPECTED)
    return replace(orgmap, **tables), home


def _new_id(orgmap: OrgMap, name: str) -> str:
    stem = code = slug(name)
    number = 1
    while code in orgmap.organisations.index:
        number += 1
        code = f"{stem}-{number}"
    return code


def _new(orgmap: OrgMap, code: str, ids: Sequence[str], name: str) -> pd.DataFrame:
    """Return the row of an organisation that is not on the map, with what is known of those it is made of."""
    rows = orgmap.organisations.loc[list(ids)]
    facts = ("sector", "area", "tier") if len(ids) == 1 else ("sector", "area")
    known = {column: agreed(rows, column) for column in facts}
    capacity = _capacity(orgmap, ids) if len(ids) > 1 else None
    row = {"name": name, "listed": False, "capacity_hours": capacity, "row": rows["row"].iloc[0], **known}
    made = pd.DataFrame(
        [row], index=pd.Index([code], dtype="str", name=rows.index.name), columns=rows.columns
    )
    return made.astype(rows.dtypes.to_dict())


def _capacity(orgmap: OrgMap, ids: Sequence[str]) -> float:
    """Return the hours that organisations have together, NaN where those of one are not known."""
    return float(orgmap.organisations.loc[list(ids), "capacity_hours"].sum(skipna=False))
