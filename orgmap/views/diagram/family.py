"""What the structure diagram reads from a whole map: bodies, parents, links and seats, in a fixed order."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import networkx as nx

from orgmap.model.guards import clean
from orgmap.model.wording import counted
from orgmap.views.diagram.text import listed, shorten
from orgmap.vocabulary import TIERS

LOWER_REPORTS = frozenset({"reports to", "advises"})
UPPER_ASKS = frozenset({"commissions", "consults"})

Pair = tuple[str, str]
Link = tuple[str, str, str]


@dataclass(frozen=True)
class Family:
    """The bodies of a whole map, and the relations between them that a structure diagram shows."""

    graph: nx.MultiDiGraph[str]

    @cached_property
    def bodies(self) -> tuple[str, ...]:
        """The node ids of the bodies in the order of their labels."""
        found = [node for node, mode in self.graph.nodes(data="mode") if str(mode) == "body"]
        return tuple(sorted(found, key=lambda body: (_natural(self.label(body)), body)))

    @cached_property
    def place(self) -> dict[str, int]:
        """The place of each body in that order, counted from 0."""
        return {body: number for number, body in enumerate(self.bodies)}

    @cached_property
    def part_of(self) -> tuple[Pair, ...]:
        """The pairs (child, parent) in the order of the parents and then the children."""
        pairs = {(child, parent) for child, parent, _ in self._between("part_of")}
        return tuple(sorted(pairs, key=lambda pair: (self.place[pair[1]], self.place[pair[0]])))

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """The declared links (from, to, kind) in the order of the bodies."""
        found = {(tail, head, clean(link or "is linked to")) for tail, head, link in self._between("link")}
        return tuple(sorted(found, key=lambda link: (self.place[link[0]], self.place[link[1]], link[2])))

    @cached_property
    def related(self) -> tuple[str, ...]:
        """The bodies that have a parent, a child or a link."""
        ends = {body for pair in self.part_of for body in pair} | self.linked
        return tuple(body for body in self.bodies if body in ends)

    @cached_property
    def others(self) -> tuple[str, ...]:
        """The bodies that have neither parent, child nor link."""
        related = set(self.related)
        return tuple(body for body in self.bodies if body not in related)

    @cached_property
    def children(self) -> frozenset[str]:
        """The bodies that are part of another."""
        return frozenset(self.parent)

    @cached_property
    def parts(self) -> dict[str, tuple[str, ...]]:
        """The bodies that are part of each body that has any, in their order."""
        found: dict[str, list[str]] = defaultdict(list)
        for child, parent in self.part_of:
            found[parent].append(child)
        return {parent: tuple(children) for parent, children in found.items()}

    @cached_property
    def parent(self) -> dict[str, str]:
        """The parent under which each body that has any is drawn: the first, where it has several."""
        return dict(reversed(self.part_of))

    @cached_property
    def linked(self) -> frozenset[str]:
        """The bodies at either end of a declared link."""
        return frozenset(body for tail, head, _ in self.links for body in (tail, head))

    @cached_property
    def uppers(self) -> frozenset[str]:
        """The bodies with another one below them, as a part or by a link that sets one above the other."""
        uppers = {head for _, head, kind in self.links if kind in LOWER_REPORTS}
        return frozenset(
            uppers | self.parts.keys() | {tail for tail, _, kind in self.links if kind in UPPER_ASKS}
        )

    def label(self, body: str) -> str:
        """Return the label of a body, cleaned; its id where it has none."""
        return clean(self.graph.nodes[body].get("label") or "") or clean(body)

    def tier(self, body: str) -> str:
        """Return the tier of a body, empty where it is not known."""
        return shorten(self.graph.nodes[body].get("tier") or "", 40)

    def kind(self, body: str) -> str:
        """Return the kind of a body, empty where it is not known."""
        return shorten(self.graph.nodes[body].get("kind") or "", 40)

    def kind_and_tier(self, body: str) -> str:
        """Return the kind and the tier of a body as far as they are known: `theme group, county`."""
        return ", ".join(filter(None, (self.kind(body), self.tier(body))))

    def by_tier(self, bodies: Iterable[str]) -> dict[str, list[str]]:
        """Return bodies under their tier, the widest first, unknown under an empty word last."""
        found: dict[str, list[str]] = defaultdict(list)
        for body in bodies:
            found[self.tier(body)].append(body)
        return {tier: found[tier] for tier in sorted(found, key=_tier_place)}

    def open_seats(self, body: str) -> int:
        """Return how many seats of a body nobody holds."""
        unnamed = int(self.graph.nodes[body].get("open_seats") or 0)
        return unnamed + sum(seats for status, seats in self._seats.get(body, []) if status != "filled")

    def seats(self, body: str) -> str:
        """Return the seats of a body in words; where none are known that is said, never nought."""
        filled = sum(seats for status, seats in self._seats.get(body, []) if status == "filled")
        open_seats = self.open_seats(body)
        if not filled and not open_seats:
            return "members not listed"
        partial = self.graph.nodes[body].get("list") == "partial"
        if partial and not filled:
            return f"members not listed, {open_seats} open"
        least = "at least " if partial else ""
        return f"{least}{counted(filled, 'seat')} filled" + (f", {open_seats} open" if open_seats else "")

    def full(self, body: str) -> str:
        """Return everything that the diagram says of a body, uncut."""
        return " · ".join(filter(None, (self.label(body), self.kind_and_tier(body), self.seats(body))))

    def sentences(self) -> list[str]:
        """Return the structure in sentences: how many bodies, who is under whom, links, who stands alone."""
        return [
            f"The diagram shows {counted(len(self.bodies), 'body')}.",
            *(
                f"{shorten(self.label(parent))} has {counted(len(parts), 'body')} under it: "
                f"{listed(map(self.label, parts))}."
                for parent, parts in self.parts.items()
            ),
            *(f"{self.said(link)}." for link in self.links),
            *(
                [f"Without parent, child or link: {listed(map(self.label, self.others))}."]
                if self.others
                else []
            ),
        ]

    def said(self, link: Link) -> str:
        """Return a link in words: `Youth Board reports to Safer Anytown`."""
        return f"{shorten(self.label(link[0]))} {link[2]} {shorten(self.label(link[1]))}"

    def _between(self, kind: str) -> list[tuple[str, str, str | None]]:
        """Return (from, to, link) for the edges of one kind that join two different bodies."""
        return [
            (tail, head, data.get("link"))
            for tail, head, data in self.graph.edges(data=True)
            if data.get("kind") == kind and tail != head and {tail, head} <= self.place.keys()
        ]

    @cached_property
    def _seats(self) -> dict[str, list[tuple[str, int]]]:
        """The states of the seats on each body that has any, with how many seats are in each."""
        found: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for _, body, data in self.graph.edges(data=True):
            if data.get("kind") == "seat":
                found[body].append((str(data.get("status")), int(data.get("seats") or 1)))
        return found


def _tier_place(tier: str) -> tuple[bool, int, str]:
    known = tier in TIERS.values
    return not tier, TIERS.values.index(tier) if known else len(TIERS.values), tier


def _natural(text: str) -> list[tuple[int, str]]:
    """Return a key that sorts group 2 before group 10."""
    parts = re.findall(r"[0-9]{1,9}|[^0-9]+|[0-9]", text.casefold())
    return [(int(part), "") if part[0] in "0123456789" else (-1, part) for part in parts]
