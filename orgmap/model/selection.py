"""A part of the map: the bodies of some tiers, or one body with those it is joined to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pandas as pd

from orgmap.model.naming import find_body
from orgmap.model.orgmap import OrgMap


def select(orgmap: OrgMap, tiers: Iterable[str] = (), bodies: Iterable[str] = ()) -> OrgMap:
    """Return the part of the map that has bodies of these tiers, or these bodies and those joined to them.

    Joined are the bodies that share a member with one named, are part of it or it of them, or have a
    declared link with it. Without tiers and bodies, the whole map. Raises `CallInvalid` for a name the map
    does not know.
    """
    kept = set(orgmap.bodies.index)
    if wanted := set(tiers):
        kept &= set(orgmap.bodies.index[orgmap.bodies["tier"].isin(list(wanted))])
    if named := {find_body(orgmap, name) for name in bodies}:
        kept &= named.union(*(_joined(orgmap, body) for body in named))
    return orgmap if kept == set(orgmap.bodies.index) else _only(orgmap, kept)


def _joined(orgmap: OrgMap, body: str) -> set[str]:
    ties, links, parent = orgmap.ties(), orgmap.links, orgmap.bodies["part_of"]
    here = ties[ties["body"] == body]
    shared = ties["represents"].isin(list(here["represents"].dropna())) | ties["person"].isin(
        list(here["person"].dropna())
    )
    return {
        *ties.loc[shared, "body"],
        *links.loc[links["from_body"] == body, "to_body"],
        *links.loc[links["to_body"] == body, "from_body"],
        *parent.index[parent == body],
        *parent.loc[[body]].dropna(),
    } & set(orgmap.bodies.index)


def _only(orgmap: OrgMap, kept: set[str]) -> OrgMap:
    bodies = orgmap.bodies[orgmap.bodies.index.isin(list(kept))]
    seats = orgmap.seats[orgmap.seats["body"].isin(list(kept))]
    links, protocols, issues = orgmap.links, orgmap.protocols, orgmap.issues
    gone = orgmap.not_in_force
    seated = orgmap.people.index.isin(seats["person"].dropna())
    return replace(
        orgmap,
        bodies=bodies.assign(part_of=bodies["part_of"].where(bodies["part_of"].isin(list(kept)))),
        seats=seats,
        not_in_force=gone[gone["body"].isin(list(kept))] if len(gone) else gone,
        people=orgmap.people[seated],
        people_aside=pd.concat([orgmap.people_aside, orgmap.people[~seated]]),
        organisations=orgmap.organisations[
            orgmap.organisations.index.isin({*seats["represents"].dropna(), *seats["organisation"].dropna()})
        ],
        links=links[links[["from_body", "to_body"]].isin(list(kept)).all(axis=1)],
        protocols=protocols[
            protocols[["body_a", "body_b"]].isin([*kept, *orgmap.closed_bodies.index]).all(axis=1)
        ],
        issues=issues[issues["body"].isin(list(kept)) | issues["body"].isna()],
        agreements=orgmap.agreements[orgmap.agreements["body"].isin(list(kept))],
    )
