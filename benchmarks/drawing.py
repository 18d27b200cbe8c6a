"""The seats of a made-up network: drawn as arrays, the same for the same seed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

IntArray = npt.NDArray[np.int64]
SECTORS = (
    "local government",
    "health",
    "police and justice",
    "education and skills",
    "voluntary",
    "business",
    "community",
    "faith",
)
NEAR = (0.45, 0.2, 0.27, 0.06, 0.02)
"""What share of a person's seats is sought in the theme at home, the theme in the county, the district at
home, the county, anywhere; a seat that is not found is sought in the next."""


@dataclass(frozen=True)
class Size:
    """How much a network holds: counts that are met exactly, and between what the seats are."""

    people: int
    organisations: int
    bodies: int
    seats: int
    counties: int
    districts: int
    on_a_body: tuple[int, int]
    of_a_person: int


SIZES = {
    "S": Size(150, 60, 25, 400, 1, 4, (8, 100), 12),
    "M": Size(3_000, 800, 400, 8_000, 1, 12, (8, 100), 40),
    "L": Size(120_000, 15_000, 12_000, 300_000, 40, 300, (8, 100), 80),
    "XL": Size(2_000_000, 0, 800_000, 3_000_000, 400, 40_000, (1, 40), 2_000),
}
"""S one area, M one county, L all England, XL the directors of companies, whose employers nobody lists."""
WORKBOOK = Size(40_000, 5_000, 2_000, 100_000, 7, 100, (8, 100), 80)
"""What one workbook may hold: a list of every seat in a region."""


@dataclass(frozen=True)
class Seats:
    """Who sits on what: a row for each seat, sorted by body; nobody has two seats on one body.

    A body has a `place`, an organisation too: place 0 of each county is the county, the others its districts.
    """

    size: Size
    person: IntArray
    body: IntArray
    employer: IntArray
    place: IntArray
    theme: IntArray
    seat_of: IntArray
    sector_of: IntArray

    @property
    def organisation(self) -> IntArray:
        """Whom each seat speaks for; -1 where the network has no organisations."""
        return self.employer[self.person]

    @cached_property
    def tiers(self) -> list[str]:
        """The tier of each body."""
        return tiers(self.place, self.size)

    @cached_property
    def sectors(self) -> list[str]:
        """The sector of each organisation."""
        return [SECTORS[number] for number in self.sector_of.tolist()]


def tiers(place: IntArray, size: Size) -> list[str]:
    """Return the tier of what is at each place; each fourth thing in a district is a neighbourhood's."""
    local = np.where(np.arange(len(place)) % 4 == 3, "neighbourhood", "district")
    return np.where(_is_county(place, size), "county", local).tolist()


def _county(place: IntArray, size: Size) -> IntArray:
    return place // (size.districts // size.counties + 1)


def _is_county(place: IntArray, size: Size) -> npt.NDArray[np.bool_]:
    return place % (size.districts // size.counties + 1) == 0


def seats(size: str | Size, seed: int = 1) -> Seats:
    """Draw a network of a size, the same for the same seed.

    Bodies lie in a row, by county, theme and place, each as wide as it has seats; people live along the same
    row, each as wide as he or she has seats. They take seats near home, as `NEAR` says, until all are taken.
    """
    wanted = SIZES[size] if isinstance(size, str) else size
    draw = np.random.default_rng(seed)
    place, theme = _bodies(wanted, draw)
    least, most = wanted.on_a_body
    on_body = summing(draw.lognormal(0, 0.6, wanted.bodies), wanted.seats, (least, most), draw)
    of_person = summing(draw.pareto(1.6, wanted.people), wanted.seats, (1, wanted.of_a_person), draw)
    body = np.repeat(np.arange(wanted.bodies), on_body)
    home = body[np.cumsum(of_person) - 1]
    person = _seated(of_person, home, body, _cells(place, theme, wanted), draw)
    once_each(person, body, draw)
    employer = _employers(wanted, draw)
    at = home[np.searchsorted(employer, np.arange(wanted.organisations))]
    return _shuffled(Seats(wanted, person, body, employer, place, theme, place[at], theme[at]), draw)


def _bodies(size: Size, draw: np.random.Generator) -> tuple[IntArray, IntArray]:
    """Return the place and the theme of each body, sorted; every place has one, a county twice a share."""
    places = size.counties + size.districts
    share = np.where(_is_county(np.arange(places), size), 2.0, 1.0)
    more = draw.choice(places, size.bodies - places, p=share / share.sum())
    place = np.concatenate([np.arange(places), more])
    theme = draw.integers(0, len(SECTORS), size.bodies)
    order = np.lexsort((place, theme, _county(place, size)))
    return place[order], theme[order]


def summing(
    weights: npt.NDArray[np.float64], total: int, bounds: tuple[int, int], draw: np.random.Generator
) -> IntArray:
    """Return whole numbers within bounds, about in proportion to the weights, that sum to the total."""
    low, high = 0.0, float(total)
    for _ in range(60):
        middle = (low + high) / 2
        fits = np.clip(bounds[0] + middle * weights, *bounds).astype(np.int64).sum() <= total
        low, high = (middle, high) if fits else (low, middle)
    found = np.clip(bounds[0] + low * weights, *bounds).astype(np.int64)
    while missing := total - int(found.sum()):
        free = np.flatnonzero(found < bounds[1])
        found[draw.choice(free, min(missing, len(free)), replace=False)] += 1
    return found


def _cells(place: IntArray, theme: IntArray, size: Size) -> tuple[IntArray, ...]:
    """Return for each distance in `NEAR` in which part of the country each body is."""
    county = _county(place, size)
    themes = len(SECTORS)
    return place * themes + theme, county * themes + theme, place, county, place * 0


def _seated(
    of_person: IntArray,
    home: IntArray,
    body: IntArray,
    cells: tuple[IntArray, ...],
    draw: np.random.Generator,
) -> IntArray:
    """Return who takes each seat: for each distance in turn, those who seek take what is free there."""
    seeking = draw.permutation(np.repeat(np.arange(len(home)), of_person))
    distance = draw.choice(len(NEAR), len(seeking), p=NEAR)
    free = draw.permutation(len(body))
    taken_by = np.empty(len(body), dtype=np.int64)
    waiting = seeking[:0]
    for number, cell in enumerate(cells):
        waiting = np.concatenate([waiting, seeking[distance == number]])
        one, other = _matched(cell[home[waiting]], cell[body[free]])
        taken_by[free[other]] = waiting[one]
        waiting, free = np.delete(waiting, one), np.delete(free, other)
    return taken_by


def _matched(sought: IntArray, offered: IntArray) -> tuple[IntArray, IntArray]:
    """Return positions in both, such that each first that seeks a number gets one that offers it."""
    numbers = int(max(sought.max(initial=0), offered.max(initial=0))) + 1
    counts = [np.bincount(each, minlength=numbers) for each in (sought, offered)]
    fewer = np.minimum(*counts)
    one, other = (
        np.argsort(each, kind="stable")[_heads(count, fewer)]
        for each, count in zip((sought, offered), counts, strict=True)
    )
    return one, other


def _heads(counts: IntArray, wanted: IntArray) -> IntArray:
    """Return the positions of the first `wanted` of each group, where groups of `counts` follow another."""
    starts = np.cumsum(counts) - counts - (np.cumsum(wanted) - wanted)
    return np.repeat(starts, wanted) + np.arange(wanted.sum())


def once_each(person: IntArray, body: IntArray, draw: np.random.Generator) -> None:
    """Exchange people between seats, near ones first, until nobody has two seats on one body."""
    reach = 100
    while len(twice := _repeated(person, body)):
        reach = min(2 * reach, len(person))
        other = (twice + draw.integers(1, reach + 1, len(twice))) % len(person)
        other, kept = np.unique(other, return_index=True)
        one = twice[kept]
        apart = ~np.isin(other, one)
        one, other = one[apart], other[apart]
        person[one], person[other] = person[other], person[one]


def _repeated(person: IntArray, body: IntArray) -> IntArray:
    """Return the seats whose holder has an earlier one on the same body."""
    key = body * (int(person.max(initial=0)) + 1) + person
    order = np.argsort(key, kind="stable")
    return order[1:][np.diff(key[order]) == 0]


def _employers(size: Size, draw: np.random.Generator) -> IntArray:
    """Return the organisation of each person, neighbours together; each has one person or more."""
    if not size.organisations:
        return np.full(size.people, -1)
    most = max(size.people // 20, 2 * size.people // size.organisations)
    staff = summing(draw.pareto(1.5, size.organisations), size.people, (1, most), draw)
    return np.repeat(np.arange(size.organisations), staff)


def _shuffled(made: Seats, draw: np.random.Generator) -> Seats:
    """Number people, bodies and organisations anew at random, so that numbers say nothing of the place."""
    size = made.size
    person, body, organisation = (
        draw.permutation(count) for count in (size.people, size.bodies, size.organisations)
    )
    new_person, new_body = person[made.person], body[made.body]
    order = np.lexsort((new_person, new_body))
    employer = np.full(size.people, -1)
    if size.organisations:
        employer[person] = organisation[made.employer]
    olds = (np.argsort(each) for each in (body, body, organisation, organisation))
    columns = (made.place, made.theme, made.seat_of, made.sector_of)
    facts = [column[old] for column, old in zip(columns, olds, strict=True)]
    return Seats(size, new_person[order], new_body[order], employer, *facts)
