"""What makes two names alike: how much it counts, and why, in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz.distance import OSA

SAME = 6.0
"""What two names count that differ in nothing that tells."""
LIKELY, POSSIBLE = 5.0, 2.0
"""From here on two names are likely, or possibly, those of one; below, nothing is said."""
RARE, COMMON = 2, 12
"""As few people of one surname make it rare; as many make it common."""
MOST = 1000
"""Names that have more than so many others like them are compared with none of these."""


@dataclass(frozen=True)
class Likeness:
    """How alike two names are: what it counts, why, and whether one of them (`a` or `b`) tells little."""

    counts: float
    reason: str
    little: str | None = None


@dataclass(frozen=True)
class Pair:
    """Two ids, the lesser first, whose names are alike."""

    a: str
    b: str
    likeness: Likeness


def one_slip(a: str, b: str) -> bool:
    """Tell whether two words differ in one letter left out, added, changed or swapped with the next."""
    return a != b and OSA.distance(a, b, score_cutoff=1) == 1


def slips(words: Iterable[str], shortest: int) -> set[tuple[str, str]]:
    """Return the pairs of words, of that many letters or more, that differ by one slip."""
    near: dict[str, list[str]] = defaultdict(list)
    for word in sorted(set(words)):
        if len(word) >= shortest:
            for part in {word, *(word[:place] + word[place + 1 :] for place in range(len(word)))}:
                near[part].append(word)
    return {(a, b) for block in near.values() for a, b in pairs_of(block) if one_slip(a, b)}


def pairs_of(block: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Return every two of a block, the lesser first; none where the block is too large to say anything."""
    members = sorted(set(block))
    return iter(()) if len(members) > MOST else combinations(members, 2)


Nested = defaultdict[str, defaultdict[Hashable, set[str]]]
"""Ids by one part of the name, then by the rest of it."""


def nested() -> Nested:
    """Return an index of ids by one part of the name, then by the rest of it."""
    return defaultdict(lambda: defaultdict(set))


def crossed(index: Nested, pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of ids whose names have one of each of these parts, and the rest in common."""
    for a, b in pairs:
        for rest in index[a].keys() & index[b].keys():
            ones, others = index[a][rest], index[b][rest]
            if len(ones) + len(others) <= MOST:
                yield from (
                    (min(one, other), max(one, other)) for one in ones for other in others if one != other
                )
