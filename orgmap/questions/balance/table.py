"""Seats, votes and chairs by sector and by organisation: of each body, each family and the whole map."""

from __future__ import annotations

import pandas as pd

from orgmap.measures import blau
from orgmap.model import OrgMap
from orgmap.network import PREFIX
from orgmap.questions.two_tier.places import COUNCIL_KINDS
from orgmap.vocabulary import SECTORS, TIE_ROLES

ALL, ONE, UNKNOWN = "all", "one", "not known"
CHAIRS = ("chair", "vice-chair")
COUNTS = [
    "seats",
    "voting_seats",
    "voting_unknown",
    "core_seats",
    "core_unknown",
    "chairs",
    "vice_chairs",
    "apart",
]
COLUMNS = [
    *("scope", "body", "by", "value", "part", "seats", "known", "unknown", "share"),
    *("voting_seats", "voting_known", "voting_unknown", "core_seats", "core_unknown"),
    *("chairs", "vice_chairs", "apart", "blau", "blau_normalised", "k", "council", "partial"),
    *("id_body", "id_organisation", "id_person"),
]
_KINDS = {"sector": len(SECTORS.values), "organisation": None}
_GROUP = ["scope", "key"]


def table_of(orgmap: OrgMap) -> pd.DataFrame:
    """Return the table of the question of balance; its columns are explained there."""
    seats = _seats(orgmap)
    scopes = pd.concat([_of_map(seats), _of_families(orgmap, seats), seats.assign(scope="body")])
    rows = [_counted(scopes, by) for by in _KINDS]
    table = pd.concat([*rows, _chairs(orgmap, seats)], ignore_index=True)
    return _ordered(orgmap, _with_names(orgmap, _with_unknowns(table)))


def is_council(orgmap: OrgMap) -> pd.Series[bool]:
    """Return for each body whether it is a council or a part of one."""
    return orgmap.bodies["kind"].isin(COUNCIL_KINDS)


def _seats(orgmap: OrgMap) -> pd.DataFrame:
    """Return a row for each filled seat: where, for whom, and what counts of it, as 0 or 1."""
    seats = orgmap.seats[orgmap.seats["status"] == "filled"]
    tie = seats["role"].isin(list(TIE_ROLES))
    voting, core = seats["voting"], seats["core"]
    facts = {
        "key": seats["body"],
        "person": seats["person"],
        "role": seats["role"],
        "organisation": seats["represents"],
        "sector": seats["represents"].map(orgmap.organisations["sector"]).astype("str"),
        "council": seats["body"].map(is_council(orgmap)).astype("bool"),
        "seats": tie,
        "voting_seats": tie & voting.fillna(value=False).astype("bool"),
        "voting_unknown": tie & voting.isna(),
        "core_seats": tie & core.fillna(value=False).astype("bool"),
        "core_unknown": tie & core.isna(),
        "chairs": seats["role"] == "chair",
        "vice_chairs": seats["role"] == "vice-chair",
        "apart": ~tie,
    }
    return pd.DataFrame(facts).astype(dict.fromkeys(COUNTS, "int64"))


def _of_map(seats: pd.DataFrame) -> pd.DataFrame:
    return seats[~seats["council"]].assign(scope="map", key="")


def _of_families(orgmap: OrgMap, seats: pd.DataFrame) -> pd.DataFrame:
    """Return the seats of families of two bodies or more, each under the head of its family."""
    heads = orgmap.families()[~is_council(orgmap)]
    large = heads[heads.duplicated(keep=False)]
    inside = seats[seats["key"].isin(large.index)]
    return inside.assign(scope="family", key=inside["key"].map(large).astype("str"))


def _counted(seats: pd.DataFrame, by: str) -> pd.DataFrame:
    """Return a row for all seats of each scope and body, one for each value, and one for the unknown."""
    values = seats.groupby([*_GROUP, by], dropna=False)[COUNTS].sum().reset_index()
    values = values.rename(columns={by: "value"})
    values["part"] = values["value"].notna().map({True: ONE, False: UNKNOWN})
    whole = values.groupby(_GROUP)[COUNTS].sum().reset_index().assign(part=ALL)
    rows = pd.concat([whole, values], ignore_index=True)
    named = values[values["value"].notna()]
    known = named.groupby(_GROUP)[["seats", "voting_seats"]].sum()
    known = known.rename(columns={"seats": "known", "voting_seats": "voting_known"})
    rows = rows.merge(known, how="left", left_on=_GROUP, right_index=True)
    rows[["known", "voting_known"]] = rows[["known", "voting_known"]].fillna(0).astype("int64")
    rows["unknown"] = rows.groupby(_GROUP)["seats"].transform("max") - rows["known"]
    one = rows["part"] == ONE
    rows["share"] = (rows["seats"] / rows["known"]).where(one & (rows["known"] > 0))
    return _with_blau(rows, named, by).assign(by=by)


def _with_blau(rows: pd.DataFrame, named: pd.DataFrame, by: str) -> pd.DataFrame:
    """Add how mixed each scope and body is, to its row for all seats."""
    of = pd.MultiIndex.from_frame(named[_GROUP]).to_flat_index()
    counts = pd.Series(named["seats"].to_numpy(), index=pd.MultiIndex.from_arrays([of, named["value"]]))
    mixed = blau(counts, _KINDS[by])
    found = pd.MultiIndex.from_frame(rows[_GROUP]).to_flat_index()
    for column in ("blau", "blau_normalised", "k"):
        rows[column] = pd.Series(mixed[column].reindex(found).to_numpy(), rows.index).where(
            rows["part"] == ALL
        )
    return rows


def _chairs(orgmap: OrgMap, seats: pd.DataFrame) -> pd.DataFrame:
    """Return a row for each seat of a chair or a vice-chair, with the holder."""
    held = seats[seats["role"].isin(CHAIRS)]
    holder = held["person"].map(orgmap.people["label"]).astype("str")
    part = holder.notna().map({True: ONE, False: UNKNOWN})
    return held[["key", "organisation", "person", *COUNTS]].assign(
        scope="body", by="chair", value=holder, part=part
    )


def _with_unknowns(table: pd.DataFrame) -> pd.DataFrame:
    """Leave votes and core seats unknown where nothing is known of them in the whole body."""
    sums = table[table["part"] == ALL].drop_duplicates(_GROUP).set_index(_GROUP)
    of = pd.MultiIndex.from_frame(table[_GROUP])
    for column in ("voting", "core"):
        silent = (sums[f"{column}_unknown"] == sums["seats"]).reindex(of).to_numpy(dtype="bool")
        table[f"{column}_seats"] = table[f"{column}_seats"].astype("Int64").mask(silent)
    table["voting_known"] = table["voting_known"].astype("Int64").mask(table["voting_seats"].isna())
    return table


def _with_names(orgmap: OrgMap, table: pd.DataFrame) -> pd.DataFrame:
    """Add names beside ids, and whether a list is partial, so that its shares are not known."""
    organisations = table["value"].where(table["by"] == "organisation", table["organisation"])
    names = orgmap.organisations["name"]
    named = table["value"].mask(table["by"] == "organisation", organisations.map(names).astype("str"))
    partial = _partial(orgmap, table)
    texts = {
        "value": named.where(table["part"] == ONE, table["part"].replace(ALL, "all seats")),
        "body": table["key"].map(orgmap.bodies["name"]).astype("str").fillna("All bodies"),
        "id_body": (PREFIX["body"] + table["key"]).where(table["key"] != "", ""),
        "id_organisation": (PREFIX["organisation"] + organisations).fillna(""),
        "id_person": (PREFIX["person"] + table["person"].astype("str")).fillna(""),
    }
    unsure = ["share", "blau", "blau_normalised"]
    return table.assign(
        **{name: text.astype("str") for name, text in texts.items()},
        council=table["key"].isin(set(orgmap.bodies.index[is_council(orgmap)])) & (table["scope"] == "body"),
        partial=partial,
        **{column: table[column].astype("float64").mask(partial) for column in unsure},
        known=table["known"].astype("Int64"),
        unknown=table["unknown"].astype("Int64"),
        k=table["k"].astype("Int64"),
    )


def _partial(orgmap: OrgMap, table: pd.DataFrame) -> pd.Series[bool]:
    """Tell of each row whether some of the lists that it counts are partial."""
    lists = orgmap.partial_bodies()
    inside = lists - set(orgmap.bodies.index[is_council(orgmap)])
    heads = set(orgmap.families()[sorted(inside)])
    of = {"body": table["key"].isin(lists), "family": table["key"].isin(heads)}
    found = pd.Series(bool(inside), index=table.index)
    for scope, flags in of.items():
        found = found.mask(table["scope"] == scope, flags)
    return found.astype("bool")


def _ordered(orgmap: OrgMap, table: pd.DataFrame) -> pd.DataFrame:
    """Return the rows in order: the map, its families, its bodies with the home body first."""
    place = {"map": 0, "family": 1, "body": 2, "sector": 0, "organisation": 1, "chair": 2, ALL: 0, ONE: 1}
    keys = pd.DataFrame(
        {
            "scope": table["scope"].map(place),
            "home": table["key"] != (orgmap.about.home_body or ""),
            "body": table["body"],
            "id": table["key"],
            "by": table["by"].map(place),
            "part": table["part"].map(place).fillna(2),
            "role": -table["chairs"].where(table["by"] == "chair", 0),
            "seats": -table["seats"],
            "value": table["value"],
            "code": table["id_organisation"] + table["id_person"],
        }
    )
    order = keys.sort_values(list(keys.columns), kind="stable").index
    return table.loc[order, COLUMNS].reset_index(drop=True)
