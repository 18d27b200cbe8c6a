"""Which organisations of a kind there are, and which of them work in the area of a body."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from orgmap.model import OrgMap
from orgmap.model.dates import held
from orgmap.questions.gaps.kinds import kind_in, nations_of


def organisation_kinds(orgmap: OrgMap, body_kinds: Iterable[str]) -> dict[str, str]:
    """Return the kind of each organisation whose kind is given or plain from its name.

    `body_kinds` are those of the bodies of the map, which may tell in which nation the names are used.
    """
    nations = nations_of(orgmap, body_kinds)
    table = orgmap.organisations
    named = zip(table.index, table["name"], table["kind"], strict=True)
    kinds = {
        one: kind_in(name, kind if isinstance(kind, str) else None, nations) for one, name, kind in named
    }
    return {organisation: kind for organisation, kind in kinds.items() if kind}


def alive(orgmap: OrgMap) -> list[str]:
    """Return the organisations that may have been there on the day of the map."""
    table = orgmap.organisations
    day = orgmap.as_at
    return list(table.index if day is None else table.index[held(table["since"], table["until"], day)])


class Ground:
    """The organisations of each kind, and which of them work in the area of a body."""

    def __init__(self, orgmap: OrgMap, kinds: Mapping[str, str]) -> None:
        self.names = dict(zip(orgmap.organisations.index, orgmap.organisations["name"], strict=True))
        self._bodies = orgmap.bodies["name"].to_dict()
        self._area_of = {
            "body": orgmap.bodies["area"].dropna().to_dict(),
            "organisation": orgmap.organisations["area"].dropna().to_dict(),
        }
        self._areas, self._geography = orgmap.areas["name"].to_dict(), orgmap.geography
        self._of_kind: dict[str, list[str]] = defaultdict(list)
        for organisation in alive(orgmap):
            if organisation in kinds:
                self._of_kind[kinds[organisation]].append(organisation)
        self._due: dict[tuple[str | None, frozenset[str]], tuple[set[str], set[str]]] = {}

    def has(self, kinds: frozenset[str]) -> bool:
        """Tell whether the map has an organisation of any of some kinds."""
        return any(self._of_kind.get(kind) for kind in kinds)

    def due(self, body: str, kinds: frozenset[str]) -> tuple[set[str], set[str]]:
        """Return the organisations of some kinds whose area meets a body's, and those not known to."""
        key = self._area_of["body"].get(body), kinds
        if key not in self._due:
            self._due[key] = self._meeting(*key)
        return self._due[key]

    def _meeting(self, area: str | None, kinds: frozenset[str]) -> tuple[set[str], set[str]]:
        ones = [one for kind in kinds for one in self._of_kind.get(kind, ())]
        areas = {one: self._area_of["organisation"].get(one) for one in ones}
        meets = {
            other: bool(area and other and self._geography.overlap(area, other))
            for other in set(areas.values())
        }
        unknown = {one for one, other in areas.items() if area is None or other is None}
        return {one for one, other in areas.items() if meets[other]}, unknown

    def without_area(self, body: str, organisations: Iterable[str]) -> tuple[str, ...]:
        """Return the names of a body and of some organisations, those of them whose area is not known."""
        lacking = sorted(self.names[one] for one in organisations if one not in self._area_of["organisation"])
        return (*([] if body in self._area_of["body"] else [self._bodies[body]]), *lacking)

    def relation(self, organisation: str, body: str) -> str:
        """Return how the areas of an organisation and a body meet, both known, in words."""
        own, other = self._area_of["organisation"].get(organisation), self._area_of["body"].get(body)
        if own is None or other is None:
            return ""
        name = self._areas[other]
        if own == other:
            return f"its area is {name}"
        if self._geography.contains(own, other):
            return f"its area takes in {name}"
        return f"its area {'lies in' if self._geography.contains(other, own) else 'takes in part of'} {name}"
