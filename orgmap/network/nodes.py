"""The nodes of every network: bodies, organisations and people, with what is known of each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd

from orgmap.model import OrgMap

Node = tuple[str, dict[str, Any]]
PREFIX = {"body": "body:", "organisation": "org:", "person": "person:", "sector": "sector:", "post": "post:"}
"""What the id of a node begins with, by its mode, so that a person and a body can never merge."""


def prefixed(mode: str, entity: object) -> str | None:
    """Return the node id of an entity, or None where it is not known."""
    return PREFIX[mode] + entity if isinstance(entity, str) else None


def known(value: object) -> Any:
    """Return a cell as a plain value, None where it is empty."""
    if isinstance(value, np.bool_):
        return bool(value)
    return None if value is None or value is pd.NA or value != value else value


def body_nodes(orgmap: OrgMap) -> Iterator[Node]:
    """Yield each body in force."""
    families = PREFIX["body"] + orgmap.families()
    seats = orgmap.seats
    nobody = seats["person"].isna() & seats["represents"].isna()
    open_seats = seats.loc[nobody & (seats["status"] != "filled"), "body"].value_counts()
    columns = ["kind", "tier", "area", "list", "short_name", "statutory", "url"]
    for body, row in zip(
        orgmap.bodies.index, orgmap.bodies[["name", *columns]].to_dict("records"), strict=True
    ):
        facts = {column: known(row[column]) for column in columns}
        yield (
            PREFIX["body"] + body,
            {"mode": "body", "bipartite": 1, "label": row["name"], **facts, "family": families[body],
             "open_seats": int(open_seats.get(body, 0)), "sector": None},
        )  # fmt: skip


def organisation_facts(orgmap: OrgMap) -> dict[str, dict[str, Any]]:
    """Return what the node of each organisation says, by its id."""
    columns = ["kind", "tier", "sector", "area", "short_name"]
    table = orgmap.organisations
    return {
        organisation: {"label": row["name"], **{column: known(row[column]) for column in columns}}
        for organisation, row in zip(table.index, table.to_dict("records"), strict=True)
    }


def person_facts(orgmap: OrgMap) -> dict[str, dict[str, Any]]:
    """Return what the node of each person says, by its id."""
    people = orgmap.people
    sector = people["organisation"].map(orgmap.organisations["sector"])
    columns = zip(people.index, people["label"], people["post"], people["organisation"], sector, strict=True)
    return {
        person: {"label": label, "kind": None, "tier": None, "area": None, "post": known(post),
                 "sector": known(of), "organisation": prefixed("organisation", organisation)}
        for person, label, post, organisation, of in columns
    }  # fmt: skip
