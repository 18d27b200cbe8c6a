"""The members that a body shares with others: how many, who, and how much of each body they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from orgmap.model.wording import plural
from orgmap.views.catalogue import page_address
from orgmap.views.entities.parts import Head, Section, plain, table
from orgmap.views.html import count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from orgmap.views.entities.parts import Row, Scope
    from orgmap.views.entities.records import Record

MOST = 15
"""No more bodies than this are listed with the members that they share."""
_SINGULAR = {"organisations": "organisation", "people": "person", "sectors": "sector", "posts": "post"}


def counted_of(scope: Scope) -> str:
    """Return what is counted as a member, in the singular."""
    rows = scope.facts.overlaps.get(scope.node)
    return _SINGULAR.get(rows[0]["counting"], "member") if rows else "member"


def other_of(scope: Scope, row: Record) -> str:
    """Return the node of the other body of a pair."""
    other: str = row["id_b"] if row["id_a"] == scope.node else row["id_a"]
    return other


def shared_section(scope: Scope) -> Section:
    """Return the bodies that share members with this one, those that are part of one another apart."""
    rows = [one for one in scope.facts.overlaps.get(scope.node, ()) if one["shared"]]
    rows.sort(key=lambda one: (-one["shared"], scope.facts.order[other_of(scope, one)]))
    apart, own = [one for one in rows if not one["part_of"]], [one for one in rows if one["part_of"]]
    members = plural(counted_of(scope), 2)
    heads = (
        Head("Body"),
        Head("Shared", "number"),
        Head("Of its own", "number", "not known"),
        Head(f"Shared {members}", "long"),
    )
    tables = [
        table(
            "shared-table", f"Bodies that share {members} with it", heads, plain(_rows(scope, apart[:MOST]))
        ),
        table(
            "own-table",
            "Those that it is part of, or that are part of it",
            heads,
            plain(_rows(scope, own[:MOST])),
        ),
    ]
    return Section("shared", "Whom it shares members with", _says(scope, rows, members), tables=tables)


def _says(scope: Scope, rows: Sequence[Record], members: str) -> list[str]:
    if not rows:
        known = scope.node in scope.facts.seats
        return [f"It shares no {members} with any other body."] if known else []
    said = f"It shares {members} with {count(len(rows), 'other body', 'other bodies')}."
    if len(rows) <= MOST:
        return [said]
    page = scope.to(page_address("overlap"), "overlaps")
    return [said, Markup("The {} that share most are listed; all pairs are with the {}.").format(MOST, page)]


def _rows(scope: Scope, rows: Sequence[Record]) -> list[Row]:
    return [_row(scope, one) for one in rows]


def _row(scope: Scope, row: Record) -> Row:
    size = row["size_b"] if row["id_a"] == scope.node else row["size_a"]
    of = f"of {size:,}" if size else ""
    return scope.link(other_of(scope, row)), f"{row['shared']:,}", of, scope.names(row["members"])
