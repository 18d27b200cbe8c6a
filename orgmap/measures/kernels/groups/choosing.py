"""The best set of so many nodes: all sets where there are few enough, else greedy with swaps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import comb
from typing import Protocol

import numpy as np

from orgmap.measures.arrays import FloatArray
from orgmap.measures.kernels.blocks import in_order

Places = tuple[int, ...]
_MOST = 5 * 10**9
_TOGETHER = 64
_CLOSE = 1e-12


class Aim(Protocol):
    """What a set of candidates is to be best at; candidates go by their places in one list."""

    @property
    def cost(self) -> int:
        """Roughly how many numbers `values` touches."""

    @property
    def twins(self) -> Sequence[int]:
        """For each candidate the one before it with the same neighbours, -1 where there is none."""

    def values(self, chosen: Places) -> FloatArray:
        """Return for each candidate the worth of those chosen and it; more is better."""


@dataclass(frozen=True)
class Choice:
    """The set that was found, what it is worth, and whether no set can be worth more."""

    places: Places
    worth: float
    exact: bool = True


def choose(aim: Aim, count: int, what: str) -> Choice:
    """Return the best set of `count` candidates that is found; of equally good ones an early one.

    All sets are tried where they are of one, or where that is at most some five thousand million steps, by
    the number of sets and `aim.cost` alone; else one after the other is added, and then exchanged while that
    gains anything.
    """
    if count == 1 or comb(len(aim.twins), count - 1) * aim.cost <= _MOST:
        return _best_of_all(aim, count, what)
    return _greedy(aim, count)


def _best_of_all(aim: Aim, count: int, what: str) -> Choice:
    starts = list(_starts(aim.twins, count - 1))
    blocks = (starts[first : first + _TOGETHER] for first in range(0, len(starts), _TOGETHER))
    best = Choice((), -np.inf)
    for found in in_order(lambda block: _best(aim, block), blocks, -(-len(starts) // _TOGETHER), what):
        best = found if found.worth > best.worth + _CLOSE else best
    return best


def _starts(twins: Sequence[int], count: int) -> Iterator[Places]:
    """Yield the sets to which one is to be added; of twins only the first ones."""
    later = {place for place, twin in enumerate(twins) if twin >= 0}
    for places in combinations(range(len(twins)), count):
        if all(place not in later or twins[place] in places for place in places):
            yield places


def _best(aim: Aim, starts: Sequence[Places]) -> Choice:
    best = Choice((), -np.inf)
    for start in starts:
        place, worth = _next(aim, start)
        if worth > best.worth + _CLOSE:
            best = Choice((*start, place), worth)
    return best


def _next(aim: Aim, chosen: Places) -> tuple[int, float]:
    """Return the candidate that adds most to those chosen, the first among equals, and what all are worth."""
    values = aim.values(chosen)
    values[list(chosen)] = -np.inf
    place = int(np.argmax(values >= values.max() - _CLOSE))
    return place, float(values[place])


def _greedy(aim: Aim, count: int) -> Choice:
    chosen: Places = ()
    worth = -np.inf
    for _ in range(count):
        place, worth = _next(aim, chosen)
        chosen = (*chosen, place)
    tried = 0
    for turn in _turns(count):
        if tried == count:
            break
        rest = chosen[:turn] + chosen[turn + 1 :]
        place, found = _next(aim, rest)
        tried += 1
        if found > worth + _CLOSE:
            chosen, worth, tried = (*rest[:turn], place, *rest[turn:]), found, 1
    return Choice(chosen, worth, exact=False)


def _turns(count: int) -> Iterator[int]:
    while True:
        yield from range(count)
