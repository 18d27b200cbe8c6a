"""Bodies that become one, close, or hand seats to another: what follows, and what falls away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from orgmap.errors import CallInvalid
from orgmap.model.orgmap import OrgMap
from orgmap.model.scenario_seats import single
from orgmap.model.scenario_tables import (
    BODY_COLUMNS,
    EXPECTED,
    ISSUES,
    LINKS,
    Tables,
    agreed,
    called,
    renamed,
    without,
)
from orgmap.vocabulary import TABLE

_FACTS = ("kind", "legal_type", "tier", "statutory", "open", "governance_mode", "family")
_NOT_TOLD = ("short_name", "places", "list", "url", "since", "until", "source_id", "also_known_as", *_FACTS)


def merged(orgmap: OrgMap, ids: Sequence[str], into: str | None) -> tuple[OrgMap, list[str]]:
    """Return the map in which bodies are one, and what falls away, in words.

    The one body has the id of the first, or of the one that is called `into`, which keeps all its facts; by a
    new name it has the facts in which all agree, and meets as the first did.
    """
    home = _home(orgmap, ids, into)
    parts = list(dict.fromkeys([home, *ids]))
    if len(parts) < 2:
        raise CallInvalid("merging takes two bodies or more.")
    gone = dict.fromkeys(parts[1:], home)
    tables = renamed(orgmap, BODY_COLUMNS, gone)
    lost = list(_lost_in_merging(orgmap, parts))
    tables["seats"] = _own_seats(orgmap, tables["seats"], home)
    tables |= _one_each(tables)
    tables["bodies"] = _bodies(orgmap, tables["bodies"], parts, into)
    about = orgmap.about
    home_body = gone.get(about.home_body or "", about.home_body)
    return replace(orgmap, about=replace(about, home_body=home_body), **tables), lost


def _home(orgmap: OrgMap, ids: Sequence[str], into: str | None) -> str:
    """Return the body that stays: that called `into`, else the first."""
    if into is None:
        return ids[0]
    found = called(orgmap.bodies, into)
    if set(found) - set(ids):
        raise CallInvalid(f"there is a body called “{into}” already; name it among those to merge.")
    return found[0] if found else ids[0]


def _own_seats(orgmap: OrgMap, seats: pd.DataFrame, home: str) -> pd.DataFrame:
    kept = single(seats, orgmap.seats["body"], seats["body"] == home)
    return kept.assign(for_body=kept["for_body"].where(kept["for_body"] != kept["body"]))


def _one_each(tables: Tables) -> Tables:
    """Return the tables beside seats without what would join a body to itself or say a thing twice."""
    links, protocols, issues = tables["links"], tables["protocols"], tables["issues"]
    order = {part: place for place, part in enumerate(_parts())}
    ranked = issues.assign(rank=issues["part"].map(order)).sort_values("rank", kind="stable")
    kept = ranked.drop_duplicates(ISSUES).index
    return {
        "links": links[links["from_body"] != links["to_body"]].drop_duplicates(LINKS),
        "protocols": protocols[protocols["body_a"] != protocols["body_b"]],
        "issues": issues[issues.index.isin(kept)],
        "agreements": tables["agreements"].drop_duplicates("body"),
        "expected": tables["expected"].drop_duplicates(EXPECTED),
    }


def _parts() -> tuple[str, ...]:
    listed = TABLE["issues"].by_name["part"].closed_list
    return listed.values if listed else ()


def _bodies(orgmap: OrgMap, bodies: pd.DataFrame, parts: list[str], into: str | None) -> pd.DataFrame:
    """Return the table of bodies with one row for the parts."""
    home, rows = parts[0], orgmap.bodies.loc[parts]
    made = bodies.drop(index=parts[1:])
    outside = [one for one in bodies.loc[parts, "part_of"].dropna() if one not in parts]
    facts: dict[str, object] = {}
    if into is not None and not called(rows, into):
        facts |= (
            dict.fromkeys(_NOT_TOLD) | {column: agreed(rows, column) for column in _FACTS} | {"name": into}
        )
    extent = "partial" if (rows["list"] == "partial").any() else agreed(rows, "list")
    area = _area(orgmap, rows["area"])
    facts |= {"part_of": next(iter(outside), None), "area": area, "list": extent, "places": None}
    here = made.index == home
    return made.assign(**{column: made[column].mask(here, value) for column, value in facts.items()})


def _area(orgmap: OrgMap, areas: pd.Series[str]) -> str | None:
    """Return the area among some that takes in all of them, None where there is none or one is not known."""
    if areas.isna().any():
        return None
    whole = (one for one in areas if all(orgmap.geography.contains(one, other) for other in areas))
    return next(whole, None)


def _lost_in_merging(orgmap: OrgMap, parts: list[str]) -> Iterator[str]:
    names = _names(orgmap)
    yield from _links(orgmap, lambda a, b: a in parts and b in parts)
    protocols = orgmap.protocols
    for a, b in zip(protocols["body_a"], protocols["body_b"], strict=True):
        if a in parts and b in parts:
            yield f"the protocol of {names[a]} and {names[b]}"
    agreements = orgmap.agreements["body"]
    for body in list(dict.fromkeys(agreements[agreements.isin(parts)]))[1:]:
        yield f"the agreement of {names[body]}"
    yield from _spoken(orgmap, lambda speaks, sits: speaks in parts and sits in parts)


def _links(orgmap: OrgMap, falls: Any) -> Iterator[str]:
    names, links = _names(orgmap), orgmap.links
    for a, b, kind in zip(links["from_body"], links["to_body"], links["kind"], strict=True):
        if falls(a, b):
            yield f"the link by which {names[a]} {kind} {names[b]}"


def _spoken(orgmap: OrgMap, falls: Any) -> Iterator[str]:
    """Yield the seats on bodies on behalf of bodies, once for each two."""
    names, seats = _names(orgmap), orgmap.seats
    pairs = seats.loc[seats["status"] == "filled", ["for_body", "body"]].dropna().drop_duplicates()
    for speaks, sits in zip(pairs["for_body"], pairs["body"], strict=True):
        if falls(speaks, sits):
            yield f"the place that {names.get(speaks, speaks)} has on {names[sits]}"


def _names(orgmap: OrgMap) -> dict[str, str]:
    bodies = pd.concat([orgmap.bodies, orgmap.closed_bodies])["name"]
    return {str(body): str(name) for body, name in bodies.items()}


def closed(orgmap: OrgMap, body: str) -> tuple[OrgMap, list[str]]:
    """Return the map in which a body has closed, as if it had ended, and what falls away, in words."""
    bodies, seats = orgmap.bodies, orgmap.seats
    here = seats["body"] == body
    left = seats[~here]
    stays = ~orgmap.people.index.isin(seats.loc[here, "person"].dropna()) | orgmap.people.index.isin(
        left["person"].dropna()
    )
    links = orgmap.links
    made = replace(
        orgmap,
        bodies=without(bodies.drop(index=body), "part_of", body),
        closed_bodies=pd.concat([orgmap.closed_bodies, bodies.loc[[body]]]),
        seats=left,
        not_in_force=pd.concat([orgmap.not_in_force, seats[here]]),
        people=orgmap.people[stays],
        people_aside=pd.concat([orgmap.people_aside, orgmap.people[~stays]]),
        links=links[(links["from_body"] != body) & (links["to_body"] != body)],
        issues=orgmap.issues[orgmap.issues["body"] != body],
        agreements=orgmap.agreements[orgmap.agreements["body"] != body],
        expected=orgmap.expected[orgmap.expected["body"] != body],
    )
    return made, list(_lost_in_closing(orgmap, body))


def _lost_in_closing(orgmap: OrgMap, body: str) -> Iterator[str]:
    names = _names(orgmap)
    yield from (
        f"{names[str(child)]} as a part of {names[body]}"
        for child, parent in orgmap.bodies["part_of"].items()
        if parent == body
    )
    yield from _links(orgmap, lambda a, b: body in (a, b))
    protocols = orgmap.protocols
    for a, b in zip(protocols["body_a"], protocols["body_b"], strict=True):
        if body in (a, b):
            yield f"the protocol of {names[a]} and {names[b]}"
    issues = orgmap.issues[orgmap.issues["body"] == body]
    for issue, part in zip(issues["issue"], issues["part"], strict=True):
        yield f"the part of {names[body]} in {issue} ({part})"
    if (orgmap.agreements["body"] == body).any():
        yield f"the agreement of {names[body]}"
    yield from _spoken(orgmap, lambda speaks, sits: body in (speaks, sits))


def moved(orgmap: OrgMap, seats: pd.Series[bool], to: str) -> OrgMap:
    """Return the map in which some seats are on another body."""
    put = orgmap.seats.assign(body=orgmap.seats["body"].mask(seats, to))
    people = put["person"].isin(list(put.loc[seats, "person"].dropna()))
    spoken = put["represents"].isin(list(put.loc[seats, "represents"].dropna()))
    touched = (put["body"] == to) & (people | spoken)
    kept = single(put, orgmap.seats["body"], touched)
    return replace(
        orgmap, seats=kept.assign(for_body=kept["for_body"].where(kept["for_body"] != kept["body"]))
    )
