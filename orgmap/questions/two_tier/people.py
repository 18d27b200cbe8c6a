"""The same person at both tiers: how many of a county body's members also sit in districts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pandas as pd

from orgmap.matching import person_name
from orgmap.model import Finding, OrgMap
from orgmap.model.candidates import key_of
from orgmap.model.confirmed import decisions
from orgmap.model.wording import counted, percent, verb
from orgmap.network import PREFIX

NAMED = 5
BODIES = 5
_KEY = key_of("person")


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
        evidence=grouped["person"].map(_evidence(orgmap, grouped["person"].unique())),
        id=PREFIX["person"] + grouped["person"],
        **{"class": "county and districts"},
    )


def _evidence(orgmap: OrgMap, people: Iterable[str]) -> dict[str, str]:
    """Return why all seats of each of these people are read as one person's."""
    told = decisions(orgmap.names, "person") if len(orgmap.names) else []
    confirmed = {_KEY(text) for one in told if one.same for text in (one.name, one.other)}
    facts = orgmap.people.loc[list(people)]
    return {
        str(person): "a row of people" if listed else _by_name(orgmap, name, confirmed)
        for person, name, listed in zip(facts.index, facts["name"], facts["listed"], strict=True)
    }


def _by_name(orgmap: OrgMap, name: object, confirmed: set[str]) -> str:
    """Return why seats of somebody without a row of people are read as one person's."""
    if not isinstance(name, str):
        shown = orgmap.withheld.mode == "full"
        return (
            "the same post of one organisation" if shown else "the same name or post, as far as may be shown"
        )
    if _KEY(name) in confirmed:
        return "a confirmed name"
    return "the same full name" if person_name(name).full else "the same short name within one organisation"


def people_findings(
    orgmap: OrgMap, ties: pd.DataFrame, where: pd.DataFrame, table: pd.DataFrame
) -> Iterator[Finding]:
    """Say of each county body how many of its members also sit in districts, then who sits at most tables."""
    seated = ties.dropna(subset="person").merge(where.rename_axis(None), left_on="body", right_index=True)
    seated = seated.drop_duplicates(["body", "person"])
    both = seated.groupby(["like", "county", "person"])["tier"].transform("nunique") == 2
    county = seated[seated["tier"] == "county"]
    listed = county.groupby("body", sort=False)["person"].size()
    dual = county[both.loc[county.index]]
    bodies = [str(body) for body in listed.index if body in set(dual["body"])]
    people = table[table["mode"] == "person"]
    for body in bodies[:BODIES]:
        yield _of_body(orgmap, body, dual[dual["body"] == body], int(listed[body]), people)
    if bodies[BODIES:]:
        yield _of_more(dual[dual["body"].isin(bodies[BODIES:])], people)
    yield from _busiest(people)


def _of_body(orgmap: OrgMap, body: str, own: pd.DataFrame, listed: int, people: pd.DataFrame) -> Finding:
    like = own["like"].iloc[0]
    nodes = [PREFIX["person"] + person for person in sorted(own["person"])]
    rows = people[people["id"].isin(nodes) & (people["like"] == like)]
    sentence = _sentence(orgmap.bodies.loc[[body]].iloc[0], like, len(own), listed)
    return Finding("two_tier", "look", sentence, (PREFIX["body"] + body, *nodes), tuple(rows.index))


def _of_more(own: pd.DataFrame, people: pd.DataFrame) -> Finding:
    """Count the people at both tiers on the county bodies that are not told one by one."""
    nodes = [PREFIX["person"] + person for person in sorted(own["person"].unique())]
    rows = people[people["id"].isin(nodes) & people["like"].isin(own["like"].unique())]
    number, bodies = len(nodes), own["body"].nunique()
    sentence = (
        f"{counted(number, 'person')} on {counted(bodies, 'more county body')} also "
        f"{verb('sits', number)} on bodies of the same kind in a district."
    )
    return Finding("two_tier", "look", sentence, tuple(nodes), tuple(rows.index))


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
    """Name those who sit at the county and in several districts; the most districts first."""
    alike = people[people["like"] == "partnerships"]
    districts = alike[alike["tier"] == "district"].groupby(["id", "county"]).size()
    ranked = districts[districts > 1].sort_values(ascending=False, kind="stable").rename("districts")
    for row in ranked.head(NAMED).reset_index().to_dict("records"):
        rows = alike[(alike["id"] == row["id"]) & (alike["county"] == row["county"])]
        where = f"the county ({row['county']}) and of {counted(int(row['districts']), 'district')}"
        sentence = f"{rows['member'].iloc[0]} sits on partnerships of {where}."
        yield Finding("two_tier", "look", sentence, (row["id"],), tuple(rows.index))
    rest = ranked.iloc[NAMED:]
    if len(rest):
        ids = list(dict.fromkeys(rest.index.get_level_values("id")))
        rows = alike[alike["id"].isin(ids)]
        who = f"{counted(len(ids), 'more person')} {verb('sits', len(ids))}"
        sentence = f"{who} on partnerships of the county and of several districts."
        yield Finding("two_tier", "look", sentence, tuple(ids), tuple(rows.index))
