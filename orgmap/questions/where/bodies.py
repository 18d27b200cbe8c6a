"""What two bodies have between them beside members: being part of, links, own seats and protocols."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from orgmap.model import OrgMap
from orgmap.model.agreements import state_of
from orgmap.model.wording import both, counted
from orgmap.questions.where.rows import COLUMNS, told_row


def relations(orgmap: OrgMap, a: str, b: str) -> pd.DataFrame:
    """Return a row for each thing that is declared between two bodies, by id."""
    rows = [
        told_row(how, detail)
        for one, other in ((a, b), (b, a))
        for make in (_part_of, _links, _own_seats)
        for how, detail in make(orgmap, one, other)
    ]
    rows += [told_row("protocol", detail) for detail in _protocols(orgmap, a, b)]
    return pd.DataFrame(rows, columns=list(COLUMNS), dtype="str")


def _part_of(orgmap: OrgMap, a: str, b: str) -> Iterator[tuple[str, str]]:
    if b in orgmap.ancestors(a):
        yield "part of", f"{_name(orgmap, a)} is part of {_name(orgmap, b)}"


def _links(orgmap: OrgMap, a: str, b: str) -> Iterator[tuple[str, str]]:
    links = orgmap.links
    for kind in links.loc[(links["from_body"] == a) & (links["to_body"] == b), "kind"]:
        yield "declared link", f"{_name(orgmap, a)} {kind} {_name(orgmap, b)}"


def _own_seats(orgmap: OrgMap, a: str, b: str) -> Iterator[tuple[str, str]]:
    seats = orgmap.seats
    own = seats[(seats["status"] == "filled") & (seats["for_body"] == a) & (seats["body"] == b)]
    if len(own):
        yield (
            "own seat",
            f"{_name(orgmap, a)} has {counted(len(own), 'seat')} of its own on {_name(orgmap, b)}",
        )


def _protocols(orgmap: OrgMap, a: str, b: str) -> Iterator[str]:
    rows = orgmap.protocols
    between = rows[rows["body_a"].isin([a, b]) & rows["body_b"].isin([a, b])]
    for status, due in between[["status", "review_by"]].itertuples(index=False):
        state = state_of(status, due, orgmap.as_at)
        yield f"The protocol of {both(_name(orgmap, a), _name(orgmap, b))} stands at: {state}"


def _name(orgmap: OrgMap, body: str) -> str:
    return str(orgmap.bodies.at[body, "name"])
