"""Whom a body, an organisation or a person is tied to, with all the ways in words, for the small map."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from orgmap.model.wording import counted, listing
from orgmap.views.entities.ego import MOST, Tie, Ties
from orgmap.views.entities.shared import counted_of, other_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from orgmap.views.entities.parts import Scope
    from orgmap.views.entities.records import Record


_KINDS = ("seat", "attends", "open")
"""How a seat ties to a body, the firmest first."""


class Way(NamedTuple):
    """One way in which a body is tied to another: the kind of line, in words, and how many are shared."""

    node: str
    kind: str
    words: str
    number: int = 0


def body_ties(scope: Scope) -> Ties:
    """Return the bodies that one is tied to: the one above it first, then those that share most with it."""
    ways: dict[str, list[Way]] = {}
    for way in chain(_family(scope), _shared(scope), _links(scope), _own_seats(scope)):
        if way.node in scope.facts.entities and way.node != scope.node:
            ways.setdefault(way.node, []).append(way)
    above = scope.record["part_of"]
    order = scope.facts.order

    def rank(node: str) -> tuple[bool, int, int]:
        formal = any(way.kind != "interlock" for way in ways[node])
        return node != above, -_number(ways[node]) - 2 * formal, order[node]

    nodes = sorted(ways, key=rank)
    return Ties([_tie(node, ways[node]) for node in nodes[:MOST]], len(nodes))


def _number(ways: Sequence[Way]) -> int:
    return max(way.number for way in ways)


def _tie(node: str, ways: Sequence[Way]) -> Tie:
    words = "; ".join(dict.fromkeys(way.words for way in ways))
    return Tie(node, ways[0].kind, words, _number(ways) or None)


def _family(scope: Scope) -> Iterator[Way]:
    if scope.record["part_of"]:
        yield Way(scope.record["part_of"], "part_of", "is above it")
    for group in scope.facts.groups.get(scope.node, ()):
        yield Way(group, "part_of", "is part of it")


def _shared(scope: Scope) -> Iterator[Way]:
    noun = counted_of(scope)
    for row in scope.facts.overlaps.get(scope.node, ()):
        if row["shared"]:
            words = f"shares {counted(row['shared'], noun)}"
            yield Way(other_of(scope, row), "interlock", words, row["shared"])


def _links(scope: Scope) -> Iterator[Way]:
    for row in scope.facts.links.get(scope.node, ()):
        if row["from_body"] == scope.node:
            yield Way(row["to_body"], "link", f"this body {row['kind']} it")
        else:
            yield Way(row["from_body"], "link", f"{row['kind']} this body")


def _own_seats(scope: Scope) -> Iterator[Way]:
    for row in scope.facts.cross.get(scope.node, ()):
        state = "" if row["seats"] else f" ({row['status']})"
        if row["id_for_body"] == scope.node:
            yield Way(row["id_on_body"] or "", "cross_representation", f"this body has a seat there{state}")
        else:
            yield Way(row["id_for_body"] or "", "cross_representation", f"has a seat of its own here{state}")


def seat_ties(scope: Scope, seats: Iterable[Record]) -> Ties:
    """Return the bodies on which seats are: those with a full seat first, then by how many there are."""
    found: dict[str, list[Record]] = {}
    for seat in seats:
        found.setdefault(seat["body"], []).append(seat)
    ties = [Tie(body, _kind(own), _words(own), len(own)) for body, own in found.items()]

    def rank(tie: Tie) -> tuple[int, int, int]:
        return _KINDS.index(tie.kind), -(tie.number or 0), scope.facts.order[tie.node]

    return Ties(sorted(ties, key=rank)[:MOST], len(ties))


def _kind(seats: Iterable[Record]) -> str:
    kinds = {"seat" if one["counts"] else "attends" if one["status"] == "filled" else "open" for one in seats}
    return min(kinds, key=_KINDS.index)


def _words(seats: Iterable[Record]) -> str:
    """Return the roles of filled seats and the states of open ones, with how many of each."""
    found = Counter(one["role"] if one["status"] == "filled" else f"{one['status']} seat" for one in seats)
    return listing([what if number == 1 else f"{number} × {what}" for what, number in found.items()])
