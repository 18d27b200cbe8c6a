"""Which areas lie inside, contain or cut across which others, told by the smallest units known of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import pandas as pd

from orgmap.model.units import MEETING, WHOLE, units_of

Relation = Literal["same area", "inside", "contains", "cuts across", "apart", "not known"]


@dataclass(frozen=True)
class Comparison:
    """How one area lies to another, by units: those of each, those in both, and how the first takes them in.

    `whole` and `split` are the units of the second that the first takes in whole, and in part.
    """

    relation: Relation
    units: int
    other_units: int
    whole: int
    split: int

    @property
    def shared(self) -> int:
        """Return how many units both take in, whole or in part."""
        return self.whole + self.split


class Areas:
    """The areas of a map, each with all that lies in it.

    An area that is part of another by `within` lies in it whole; `area_units` may say that only a part does,
    and that counts before `within`. What lies within an area is taken to fill it, unless it is one area only
    or an area that is said to lie within it takes in all of it.
    """

    def __init__(self, areas: pd.DataFrame, area_units: pd.DataFrame) -> None:
        parts = _parts(areas, area_units)
        self._within = {str(area): str(parent) for area, parent in areas["within"].dropna().items()}
        self._parts = parts
        self._made = {str(area) for area in area_units.loc[area_units["share"].fillna(1.0) > 0, "area"]}
        self._all = {str(area): _reach(str(area), parts) for area in areas.index}

    def overlap(self, a: str, b: str) -> bool:
        """Tell whether two areas share ground: one lies in the other, or both take in the same unit."""
        return bool(self._all[a] & self._all[b])

    def contains(self, a: str, b: str) -> bool:
        """Tell whether area b lies in area a, or is a."""
        return b in self._all[a]

    def ancestors(self, area: str) -> tuple[str, ...]:
        """Return the area and those it lies within, the nearest first."""
        chain = [area]
        while (parent := self._within.get(chain[-1])) and parent not in chain:
            chain.append(parent)
        return tuple(chain)

    def units(self, area: str) -> Mapping[str, float]:
        """Return the smallest known units that the area takes in, each with its share: above 0, at most 1.

        An area in which nothing lies is its own unit. Where it is certain that an area is more than what
        lies in it, the area itself stands among its units for the rest.
        """
        return {unit: share for unit, share in self._units[area].items() if unit not in self._doubtful}

    def placed(self, area: str) -> bool:
        """Tell whether anything is known of what the area lies in or takes in."""
        return area in self._joined

    def compare(self, a: str, b: str) -> Comparison:
        """Return how area a lies to area b: the same, inside it, around it, across it, apart, or not known.

        Not known: nothing is known of where one of them lies, or both take in a part of a unit and it is not
        known whether it is the same part.
        """
        ours, theirs = self.units(a), self.units(b)
        both = [share for unit, share in ours.items() if unit in theirs]
        whole = sum(share >= WHOLE for share in both)
        return Comparison(self.relation(a, b), len(ours), len(theirs), whole, len(both) - whole)

    def relation(self, a: str, b: str) -> Relation:
        """Return how area a lies to area b, in the words of `compare`."""
        if a == b:
            return "same area"
        if not (self.placed(a) and self.placed(b)):
            return "not known"
        inside, around = self._lies_in(a, b), self._lies_in(b, a)
        if inside and around:
            return self._by_word(a, b)
        if inside or around:
            return "inside" if inside else "contains"
        return self._neither(a, b, certain=inside is False and around is False)

    def _by_word(self, a: str, b: str) -> Relation:
        """Tell two areas of the same units apart where one is said to lie within the other."""
        if b in self.ancestors(a):
            return "inside"
        return "contains" if a in self.ancestors(b) else "same area"

    def _neither(self, a: str, b: str, *, certain: bool) -> Relation:
        theirs = self._units[b]
        sums = [share + theirs[unit] for unit, share in self._units[a].items() if unit in theirs]
        if not sums:
            return "apart"
        return "cuts across" if certain and max(sums) > MEETING else "not known"

    def _lies_in(self, a: str, b: str) -> bool | None:
        """Tell whether all units of a lie in b; None where both split a unit and nobody knows how."""
        theirs, unsure = self._units[b], False
        for unit, share in self._units[a].items():
            there = theirs.get(unit, 0.0)
            if there >= WHOLE:
                continue
            if share > there:
                if unit in self._doubtful:
                    continue
                return False
            unsure = True
        return None if unsure else True

    @cached_property
    def _units(self) -> dict[str, dict[str, float]]:
        return units_of(self._all, self._parts, self._made)

    @cached_property
    def _doubtful(self) -> set[str]:
        """The areas of which it is not certain that they are more than what lies in them."""
        return {area for area, parts in self._parts.items() if area not in self._made and len(parts) > 1}

    @cached_property
    def _joined(self) -> set[str]:
        return {*self._parts, *(part for parts in self._parts.values() for part in parts)}


def _parts(areas: pd.DataFrame, area_units: pd.DataFrame) -> dict[str, dict[str, float]]:
    """Return what lies in each area, each part with its share; the largest where it is given twice."""
    said: dict[str, dict[str, float]] = defaultdict(dict)
    shares = area_units["share"].fillna(1.0)
    for area, unit, share in zip(area_units["area"], area_units["unit"], shares, strict=True):
        said[area][unit] = max(share, said[area].get(unit, 0.0))
    parts: dict[str, dict[str, float]] = defaultdict(dict)
    for area, parent in areas["within"].dropna().items():
        parts[str(parent)][str(area)] = 1.0
    for area, units in said.items():
        parts[area] |= units
    kept = {area: {part: share for part, share in of.items() if share > 0} for area, of in parts.items()}
    return {area: of for area, of in kept.items() if of}


def _reach(start: str, parts: Mapping[str, Iterable[str]]) -> frozenset[str]:
    reached, waiting = {start}, [start]
    while waiting:
        for area in parts.get(waiting.pop(), ()):
            if area not in reached:
                reached.add(area)
                waiting.append(area)
    return frozenset(reached)
