"""The nodes of every network: bodies, organisations and people, with what is known of each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd

from orgmap.model import OrgMap
from orgmap.model.distinct import mapped

Node = tuple[str, dict[str, Any]]
Columns = dict[str, list[Any]]
"""What is known of nodes: a list for each attribute, all in the order of the nodes."""
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


def body_columns(orgmap: OrgMap) -> Columns:
    """Return what is known of each body in force, by attribute."""
    bodies, seats = orgmap.bodies, orgmap.seats
    nobody = seats["person"].isna() & seats["represents"].isna()
    open_seats = seats.loc[nobody & (seats["status"] != "filled"), "body"].value_counts().to_dict()
    families = PREFIX["body"] + orgmap.families()
    columns = ["kind", "tier", "area", "list", "short_name", "statutory", "url"]
    return {
        "mode": ["body"] * len(bodies), "bipartite": [1] * len(bodies), "label": bodies["name"].tolist(),
        **{column: _known(bodies[column]) for column in columns},
        "family": families.reindex(bodies.index).tolist(),
        "open_seats": [int(open_seats.get(body, 0)) for body in bodies.index],
        "sector": [None] * len(bodies),
    }  # fmt: skip


def organisation_columns(orgmap: OrgMap) -> Columns:
    """Return what is known of each organisation, by attribute."""
    table = orgmap.organisations
    columns = ["kind", "tier", "sector", "area", "short_name"]
    return {"label": table["name"].tolist(), **{column: _known(table[column]) for column in columns}}


def person_columns(orgmap: OrgMap) -> Columns:
    """Return what is known of each person, by attribute."""
    people = orgmap.people
    nothing: list[Any] = [None] * len(people)
    sector = mapped(people["organisation"], orgmap.organisations["sector"].to_dict().get)
    return {
        "label": people["label"].tolist(), "kind": nothing, "tier": nothing, "area": nothing,
        "post": _known(people["post"]), "sector": _known(sector),
        "organisation": _known(PREFIX["organisation"] + people["organisation"]),
    }  # fmt: skip


def _known(column: pd.Series[Any]) -> list[Any]:
    """Return a column as plain values, None where it is empty."""
    if column.isna().all():
        return [None] * len(column)
    return [known(value) for value in column.tolist()]


def facts_of(columns: Columns) -> Iterator[dict[str, Any]]:
    """Yield what is known of each node."""
    names = tuple(columns)
    for values in zip(*columns.values(), strict=True):
        yield dict(zip(names, values, strict=True))


def body_nodes(orgmap: OrgMap) -> Iterator[Node]:
    """Yield each body in force."""
    nodes = (PREFIX["body"] + body for body in orgmap.bodies.index.tolist())
    return zip(nodes, facts_of(body_columns(orgmap)), strict=True)


def organisation_facts(orgmap: OrgMap) -> dict[str, dict[str, Any]]:
    """Return what the node of each organisation says, by its id."""
    facts = facts_of(organisation_columns(orgmap))
    return dict(zip(orgmap.organisations.index.tolist(), facts, strict=True))


def person_facts(orgmap: OrgMap) -> dict[str, dict[str, Any]]:
    """Return what the node of each person says, by its id."""
    return dict(zip(orgmap.people.index.tolist(), facts_of(person_columns(orgmap)), strict=True))
