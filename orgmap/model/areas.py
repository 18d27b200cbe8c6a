"""Which areas lie inside, contain or cut across which others."""

from __future__ import annotations

from collections import defaultdict

import pandas as pd


class Areas:
    """The areas of a map, each with all that lies in it."""

    def __init__(self, areas: pd.DataFrame, area_units: pd.DataFrame) -> None:
        inside: dict[str, set[str]] = defaultdict(set)
        for area, within in areas["within"].dropna().items():
            inside[str(within)].add(str(area))
        for area, unit in zip(area_units["area"], area_units["unit"], strict=True):
            inside[area].add(unit)
        self._within = {str(area): str(parent) for area, parent in areas["within"].dropna().items()}
        self._all = {str(area): _reach(str(area), inside) for area in areas.index}

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


def _reach(start: str, inside: dict[str, set[str]]) -> frozenset[str]:
    reached, waiting = {start}, [start]
    while waiting:
        for area in inside.get(waiting.pop(), ()):
            if area not in reached:
                reached.add(area)
                waiting.append(area)
    return frozenset(reached)
