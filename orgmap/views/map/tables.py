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

    Tie = tuple["Named", "Named", dict[str, Any]]

MOST_ROWS = 500
"""A table on the page shows no more rows than this."""

MOST_TIES = 300
"""The drawing of interlocks starts with no more ties than this, where it can."""

_MOST_NAMES = 12
_RANK = {role: rank for rank, role in enumerate(ROLES.values)}
_Row = TypeVar("_Row")


@dataclass(frozen=True)
class Named:
    """What a cell names: the node, empty where there is none, and what it is called."""

    node: str = ""
    text: str = ""


@dataclass(frozen=True)
class SeatRow:
    """One seat, or several that are alike, in words."""

    body: Named
    holder: Named
    organisation: Named
    on_behalf_of: Named
    role: str
    status: str
    since: str
    until: str
    seats: int


@dataclass(frozen=True)
class TieRow:
    """Two bodies, how many members they share, and who these are."""

    a: Named
    b: Named
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
        _open_row(Named(node, data["label"]), data["open_seats"])
        for node, data in whole.nodes(data=True)
        if data.get("open_seats")
    ]
    return sorted(rows, key=_order)


def _open_row(body: Named, seats: int) -> SeatRow:
    nobody = Named()
    return SeatRow(body, nobody, nobody, nobody, "", "not filled, names nobody", "", "", seats)


def _seat_row(
    nodes: Mapping[str, Mapping[str, Any]], holder: str, body: str, data: Mapping[str, Any]
) -> SeatRow:
    is_person = nodes[holder]["mode"] == "person"
    organisation = data.get("organisation") or ("" if is_person else holder)
    return SeatRow(
        body=_named(nodes, body),
        holder=_named(nodes, holder) if is_person else Named(text=data.get("post") or ""),
        organisation=_named(nodes, organisation),
        on_behalf_of=_named(nodes, data.get("on_behalf_of")),
        role=data["role"],
        status=data["status"],
        since=data.get("since") or "",
        until=data.get("until") or "",
        seats=data.get("seats") or 1,
    )


def _named(nodes: Mapping[str, Mapping[str, Any]], node: str | None) -> Named:
    return Named(node, str(nodes[node]["label"])) if node and node in nodes else Named()


def _order(row: SeatRow) -> tuple[Any, ...]:
    role = _RANK.get(row.role, len(_RANK))
    words = (row.body.text.casefold(), row.body.text, role, row.holder.text.casefold(), row.organisation.text)
    return (*words, row.status, repr(row))


def interlock_rows(interlocks: nx.Graph[str], facts: Facts) -> Cut[TieRow]:
    """Return the first rows of pairs of bodies that share a member, the most shared first, then by name."""
    ties = sorted((_tie(u, v, data, facts) for u, v, data in interlocks.edges(data=True)), key=_most_first)
    rows = [
        TieRow(
            a, b, data["shared"], _listed([facts.name(one) for one in data.get("members", ())]),
            bool(data.get("part_of")),
        )
        for a, b, data in ties[:MOST_ROWS]
    ]  # fmt: skip
    return Cut(rows, len(ties))


def _tie(u: str, v: str, data: dict[str, Any], facts: Facts) -> Tie:
    a, b = sorted(((facts.name(node), node) for node in (u, v)), key=_by_name)
    return Named(a[1], a[0]), Named(b[1], b[0]), data


def _most_first(tie: Tie) -> tuple[int, tuple[str, str, str], tuple[str, str, str]]:
    a, b, data = tie
    return -data["shared"], _by_name((a.text, a.node)), _by_name((b.text, b.node))


def _by_name(one: tuple[str, str]) -> tuple[str, str, str]:
    text, node = one
    return text.casefold(), text, node


def _listed(names: Sequence[str]) -> str:
    if len(names) <= _MOST_NAMES:
        return "; ".join(names)
    return "; ".join(names[:_MOST_NAMES]) + f"; and {count(len(names) - _MOST_NAMES, 'other')}"


def shared_counts(interlocks: nx.Graph[str]) -> list[int]:
    """Return how many members each pair shares, the most first."""
    return sorted((data["shared"] for _, _, data in interlocks.edges(data=True)), reverse=True)


def legible_from(shared: Sequence[int]) -> int:
    """Return the least number shared at which a drawing of ties can be read; 1 draws them all.

    `shared` are the counts of all ties, the most first. Where even the ties that share most are too many, it
    is that most.
    """
    if len(shared) <= MOST_TIES:
        return 1
    return min(shared[MOST_TIES] + 1, shared[0])
