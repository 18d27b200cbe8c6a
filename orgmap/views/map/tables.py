"""The map in words: one row for each seat and one for each interlock, as the tables under it show them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from orgmap.views.html import count
from orgmap.vocabulary import ROLES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import networkx as nx

    from orgmap.views.map.data import Facts

MOST_ROWS = 3_000
"""A table on the page shows no more rows than this."""

MOST_TIES = 300
"""The drawing of interlocks starts with no more ties than this, where it can."""

_MOST_NAMES = 12
_RANK = {role: rank for rank, role in enumerate(ROLES.values)}
_Row = TypeVar("_Row")


@dataclass(frozen=True)
class SeatRow:
    """One seat, or several that are alike, in words."""

    body: str
    holder: str
    organisation: str
    on_behalf_of: str
    role: str
    status: str
    since: str
    until: str
    seats: int


@dataclass(frozen=True)
class TieRow:
    """Two bodies, how many members they share, and who these are."""

    a: str
    b: str
    shared: int
    members: str
    part_of: bool


@dataclass(frozen=True)
class Cut(Generic[_Row]):
    """The first rows of a table, and how many it has altogether."""

    rows: Sequence[_Row]
    total: int


def cut(rows: Sequence[_Row]) -> Cut[_Row]:
    """Return the rows that a page can bear, with how many there are."""
    return Cut(rows[:MOST_ROWS], len(rows))


def seat_rows(whole: nx.MultiDiGraph[str]) -> list[SeatRow]:
    """Return a row for each seat: by body, then role, then holder; open seats that name nobody come last."""
    nodes: Mapping[str, Mapping[str, Any]] = whole.nodes
    rows = [
        _seat_row(nodes, holder, body, data)
        for holder, body, data in whole.edges(data=True)
        if data["kind"] == "seat"
    ]
    rows += [
        SeatRow(data["label"], "", "", "", "", "not filled, names nobody", "", "", data["open_seats"])
        for _, data in whole.nodes(data=True)
        if data.get("open_seats")
    ]
    return sorted(rows, key=_order)


def _seat_row(
    nodes: Mapping[str, Mapping[str, Any]], holder: str, body: str, data: Mapping[str, Any]
) -> SeatRow:
    is_person = nodes[holder]["mode"] == "person"
    organisation = data.get("organisation") or ("" if is_person else holder)
    return SeatRow(
        body=nodes[body]["label"],
        holder=nodes[holder]["label"] if is_person else data.get("post") or "",
        organisation=_label(nodes, organisation),
        on_behalf_of=_label(nodes, data.get("on_behalf_of")),
        role=data["role"],
        status=data["status"],
        since=data.get("since") or "",
        until=data.get("until") or "",
        seats=data.get("seats") or 1,
    )


def _label(nodes: Mapping[str, Mapping[str, Any]], node: str | None) -> str:
    return str(nodes[node]["label"]) if node and node in nodes else ""


def _order(row: SeatRow) -> tuple[Any, ...]:
    role = _RANK.get(row.role, len(_RANK))
    return row.body.casefold(), row.body, role, row.holder.casefold(), row.organisation, row.status, repr(row)


def interlock_rows(interlocks: nx.Graph[str], facts: Facts) -> list[TieRow]:
    """Return a row for each pair of bodies that share a member, the most shared first, then by name."""
    rows = []
    for u, v, data in interlocks.edges(data=True):
        a, b = sorted((facts.name(u), facts.name(v)))
        names = [facts.name(member) for member in data.get("members", ())]
        rows.append(TieRow(a, b, data["shared"], _listed(names), bool(data.get("part_of"))))
    return sorted(rows, key=lambda row: (-row.shared, row.a.casefold(), row.b.casefold(), repr(row)))


def _listed(names: Sequence[str]) -> str:
    if len(names) <= _MOST_NAMES:
        return "; ".join(names)
    return "; ".join(names[:_MOST_NAMES]) + f"; and {count(len(names) - _MOST_NAMES, 'other')}"


def legible_from(rows: Sequence[TieRow]) -> int:
    """Return the least number shared at which a drawing of these ties can be read; 1 draws them all.

    Where even the ties that share most are too many, it is that most.
    """
    found = sorted((row.shared for row in rows), reverse=True)
    if len(found) <= MOST_TIES:
        return 1
    return min(found[MOST_TIES] + 1, found[0])
