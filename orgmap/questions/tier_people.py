"""The same person at both tiers: how many of a county body's members also sit in districts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from orgmap.model import Finding, OrgMap
from orgmap.model.wording import counted, percent, verb
from orgmap.network import PREFIX

NAMED = 5


def people_rows(orgmap: OrgMap, ties: pd.DataFrame, where: pd.DataFrame) -> pd.DataFrame:
    """Return a row for each place where a person sits who sits at both tiers, among bodies that are alike."""
    seated = ties.dropna(subset="person").merge(where.rename_axis(None), left_on="body", right_index=True)
    keys = ["like", "county", "person"]
    both = seated.groupby(keys)["tier"].transform("nunique") == 2
    grouped = seated[both].groupby([*keys, "place", "tier"]).size().rename("seats").reset_index()
    organisation = grouped["person"].map(orgmap.people["organisation"]).astype("str")
    return grouped.assign(
        mode="person",
        member=grouped["person"].map(orgmap.people["label"]).astype("str"),
        sector=organisation.map(orgmap.organisations["sector"]).astype("str"),
        county=grouped["county"].map(orgmap.areas["name"]).astype("str"),
        sits=True,
        could=True,
        id=PREFIX["person"] + grouped["person"],
        **{"class": "county and districts"},
    )


def people_findings(
    orgmap: OrgMap, ties: pd.DataFrame, where: pd.DataFrame, table: pd.DataFrame
) -> Iterator[Finding]:
    """Say of each county body how many of its members also sit in districts, then who sits at most tables."""
    seated = ties.dropna(subset="person").merge(where.rename_axis(None), left_on="body", right_index=True)
    for body, own in seated[seated["tier"] == "county"].groupby("body", sort=False):
        like, county = own["like"].iloc[0], own["county"].iloc[0]
        alike = seated[
            (seated["like"] == like) & (seated["county"] == county) & (seated["tier"] == "district")
        ]
        dual = set(own["person"]) & set(alike["person"])
        if dual:
            yield _of_body(orgmap, str(body), own, dual, table)
    yield from _busiest(table[table["mode"] == "person"])


def _of_body(orgmap: OrgMap, body: str, own: pd.DataFrame, dual: set[str], table: pd.DataFrame) -> Finding:
    facts, like = orgmap.bodies.loc[[body]].iloc[0], own["like"].iloc[0]
    nodes = [PREFIX["person"] + person for person in sorted(dual)]
    rows = table[(table["mode"] == "person") & table["id"].isin(nodes) & (table["like"] == like)]
    sentence = _sentence(facts, like, len(dual), own["person"].nunique())
    return Finding("two_tier", "look", sentence, (PREFIX["body"] + body, *nodes), tuple(rows.index))


def _sentence(facts: pd.Series[Any], like: str, dual: int, listed: int) -> str:
    """Say how many of a county body's members sit in districts too; a percentage only of a known whole."""
    whole = (
        listed
        if facts["list"] == "complete"
        else max(int(facts["places"]), listed)
        if pd.notna(facts["places"])
        else None
    )
    share = f" ({percent(dual, whole)})" if whole else ""
    if facts["kind"] == "council":
        of = f"{dual} of {whole or listed} county councillors{'' if whole else ' listed'}"
        also = "a district councillor" if dual == 1 else "district councillors"
        return f"{of}{share} {verb('is', dual)} also {also}."
    where = "a district council" if like == "councils" else "a partnership in a district"
    on = f"{'on' if whole else 'listed for'} {facts['name']}"
    if (whole or listed) == 1:
        return f"The only person {on} also sits on {where}."
    return f"{dual} of the {whole or listed} people {on}{share} also {verb('sits', dual)} on {where}."


def _busiest(people: pd.DataFrame) -> Iterator[Finding]:
    """Name those who sit at the county and in several districts."""
    alike = people[people["like"] == "partnerships"]
    districts = alike[alike["tier"] == "district"].groupby(["id", "county"]).size()
    ranked = districts[districts > 1].sort_values(ascending=False, kind="stable").rename("districts")
    for row in ranked.head(NAMED).reset_index().to_dict("records"):
        rows = alike[(alike["id"] == row["id"]) & (alike["county"] == row["county"])]
        where = f"the county ({row['county']}) and of {counted(int(row['districts']), 'district')}"
        sentence = f"{rows['member'].iloc[0]} sits on partnerships of {where}."
        yield Finding("two_tier", "look", sentence, (row["id"],), tuple(rows.index))
