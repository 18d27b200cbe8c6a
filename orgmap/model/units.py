"""The smallest known units of areas: what is left when every area is taken apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

WHOLE = 1 - 1e-9
"""From this share on a unit is taken in whole: shares are rounded."""
MEETING = 1 + 1e-9
"""Two areas whose shares of a unit sum to more than this share some of its ground."""
Parts = Mapping[str, Mapping[str, float]]


def units_of(areas: Iterable[str], parts: Parts, made: Collection[str]) -> dict[str, dict[str, float]]:
    """Return the smallest units of every area, each with the share of it that the area takes in, at most 1.

    `parts` says what lies in each area. Areas in `made` are those parts and nothing more; any other area that
    has parts stands among its own units, for what may be left of it. A part that leads back to its area is
    passed over, so that areas that go round in a circle end somewhere.
    """
    units: dict[str, dict[str, float]] = {}
    for area in _parts_first(areas, parts):
        sums: dict[str, float] = defaultdict(float)
        for part, share in sorted(parts.get(area, {}).items()):
            for unit, of_part in units.get(part, {}).items():
                sums[unit] += share * of_part
        if not sums or area not in made:
            sums[area] = 1.0
        units[area] = {unit: min(share, 1.0) for unit, share in sums.items()}
    return units


def _parts_first(areas: Iterable[str], parts: Parts) -> Iterator[str]:
    """Yield every area once, after its parts; those that go round in a circle in some fixed order."""
    done: set[str] = set()
    for start in sorted({*areas, *parts}):
        waiting = [(start, False)]
        open_areas: set[str] = set()
        while waiting:
            area, seen = waiting.pop()
            if seen:
                done.add(area)
                yield area
            elif area not in done and area not in open_areas:
                open_areas.add(area)
                waiting.append((area, True))
                waiting += [(part, False) for part in sorted(parts.get(area, ()), reverse=True)]
