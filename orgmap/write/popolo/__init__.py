"""A map as Popolo JSON: persons, organizations, memberships, posts and areas, by their published schemas."""

from __future__ import annotations

import json

from orgmap.model.orgmap import OrgMap
from orgmap.write.popolo.entities import area, organisation, person
from orgmap.write.popolo.made import OWN, PLACED, Made, Thing, organisation_ids
from orgmap.write.popolo.seats import jobs, seat
from orgmap.write.records import References, Row, Tables, no_place_for, rows_of, tables_of

__all__ = ["collections", "not_carried", "other_tables", "popolo"]


def popolo(orgmap: OrgMap) -> bytes:
    """Return the map as a Popolo file that orgmap reads as the same map; the same map gives the same bytes.

    Filled seats are memberships, all others are posts without one. Whom a person works for is a membership
    too. What Popolo has no place for stands under a key of orgmap's own.
    """
    tables = tables_of(orgmap)
    others = other_tables(tables)
    whole = {**collections(tables), **({OWN: others} if others else {})}
    text = json.dumps(whole, ensure_ascii=False, indent=1)
    return f"{text}\n".encode(errors="replace")


def collections(tables: Tables) -> dict[str, list[Thing]]:
    """Return written tables as Popolo's collections."""
    made = Made(tables, References(tables), organisation_ids(tables))
    persons = [person(row, made) for row in rows_of(tables, "people")]
    for number, row in enumerate(rows_of(tables, "seats")):
        seat(number, row, made)
    jobs(made)
    return {
        "persons": persons,
        "organizations": [
            organisation(row, made, table)
            for table in ("bodies", "organisations")
            for row in rows_of(tables, table)
        ],
        "memberships": made.memberships,
        "posts": made.posts,
        "areas": [area(row, made) for row in rows_of(tables, "areas")],
    }


def other_tables(tables: Tables) -> dict[str, list[Row]]:
    """Return the rows of the written tables that Popolo has no collection for."""
    return {name: list(rows_of(tables, name)) for name in tables if name not in PLACED}


def not_carried(orgmap: OrgMap) -> list[str]:
    """Return in words what programs other than orgmap will not find in the Popolo file of a map."""
    return no_place_for(tables_of(orgmap), PLACED)
