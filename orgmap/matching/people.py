"""Which names of people may be those of one person, and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from orgmap.matching.likeness import (
    COMMON,
    MOST,
    RARE,
    SAME,
    Likeness,
    Pair,
    crossed,
    nested,
    one_slip,
    pairs_of,
    slips,
)
from orgmap.matching.persons import NameParts, name_parts
from orgmap.vocabulary import FORENAME_FORMS, FORENAMES, SURNAME_TWINS

Cost = tuple[float, str]
"""What a difference takes away, and how it is told."""
_FORMS: dict[str, tuple[int, ...]] = {}
for _number, _forms in enumerate(FORENAME_FORMS):
    for _form in _forms:
        _FORMS[_form] = (*_FORMS.get(_form, ()), _number)
_TWINS = {name: number for number, twins in enumerate(SURNAME_TWINS) for name in twins}


def people_pairs(names: Mapping[str, Sequence[str]]) -> list[Pair]:
    """Return the pairs of ids one of whose spellings may be the name of the other, in no order."""
    parts = {key: [name_parts(text) for text in spellings] for key, spellings in names.items()}
    index = _Index(parts)
    found: list[Pair] = []
    for a, b in sorted(index.pairs()):
        alike = [one for p, q in product(parts[a], parts[b]) if (one := _alike(p, q, index))]
        if alike:
            found.append(Pair(a, b, max(alike, key=lambda one: (one.counts, one.reason))))
    return found


def person_likeness(a: NameParts, b: NameParts) -> Likeness | None:
    """Return how alike two names of people are, None where they are two people's."""
    if a.telling != b.telling or (a.key == b.key and len(a.first) > 1):
        return None
    if a.words != b.words and sorted(a.words) == sorted(b.words):
        cost = 0.5 if a.turned or b.turned else 1.5
        return Likeness(SAME - cost, "The same words in another order")
    if part := _part(a, b) or _part(b, a):
        return Likeness(
            SAME - 3.0, f"The same forename, and {part.capitalize()} is part of the longer surname"
        )
    surname = _surname(a, b)
    forename = _forename(a, b) if surname else None
    if surname is None or forename is None:
        return None
    if not surname[1] and not forename[1]:
        return _same_words(a, b)
    little = next((side for side, one in (("a", a), ("b", b)) if len(one.first) < 2), None)
    return Likeness(SAME - surname[0] - forename[0], _told(surname[1], forename[1]), little)


def _same_words(a: NameParts, b: NameParts) -> Likeness:
    if a.turned != b.turned:
        return Likeness(SAME - 0.5, "The same words in another order")
    return Likeness(SAME, "The same but for accents")


def _told(surname: str, forename: str) -> str:
    if surname and forename:
        return f"{surname}, and {forename}"
    return surname or f"The same surname, and {forename}"


def _alike(a: NameParts, b: NameParts, index: _Index) -> Likeness | None:
    alike = person_likeness(a, b)
    if alike is None or a.joined != b.joined:
        return alike
    carriers = index.carriers(a.joined)
    bonus = 1.0 if carriers <= RARE else -0.5 if carriers >= COMMON else 0.0
    return Likeness(alike.counts + bonus, alike.reason, alike.little)


def _surname(a: NameParts, b: NameParts) -> Cost | None:
    """Return how two surnames differ, None where they are two."""
    if a.surname == b.surname:
        return 0.0, ""
    if a.joined == b.joined:
        return 0.5, "The same surname, written together and apart"
    return _surname_slip(a.joined, b.joined)


def _surname_slip(a: str, b: str) -> Cost | None:
    told = f"{a.capitalize()} and {b.capitalize()} differ by a letter"
    if a in _TWINS and _TWINS[a] == _TWINS.get(b):
        return 4.0, told
    return (3.0, told) if min(len(a), len(b)) > 4 and one_slip(a, b) else None


def _part(short: NameParts, long: NameParts) -> str | None:
    """Return the one surname that is a part of the other's, or stands before it, as after a marriage."""
    if len(short.surname) != 1 or short.joined == long.joined:
        return None
    if short.first != long.first or len(short.first) < 2:
        return None
    return short.joined if short.joined in (*long.surname, *long.forenames[1:]) else None


def _forename(a: NameParts, b: NameParts) -> Cost | None:
    """Return how the forenames of two names differ, None where they are two people's."""
    if not a.forenames or not b.forenames:
        return 5.5, "one gives the surname only"
    if a.forenames != b.forenames and "".join(a.forenames) == "".join(b.forenames) and len(a.first) > 1:
        return 0.5, "the forename is written together and apart"
    first = _first(a.first, b.first)
    if first is None:
        return _by_second(a, b) or _by_second(b, a)
    middle = _middle(a.forenames[1:], b.forenames[1:])
    if middle is None:
        return None
    return first[0] + middle[0], " and ".join(told for told in (first[1], middle[1]) if told)


def _first(a: str, b: str) -> Cost | None:
    """Return how two first forenames differ, None where they are two."""
    if a == b:
        return (4.0, "both give an initial only") if len(a) == 1 else (0.0, "")
    short, long = sorted((a, b), key=len)
    if len(short) == 1:
        return (4.0, f"{short.upper()} may stand for {long.capitalize()}") if long[0] == short else None
    if shared_form(a, b):
        return 2.0, f"{short.capitalize()} and {long.capitalize()} are forms of one forename"
    if _slip(a, b):
        return 3.0, f"{short.capitalize()} and {long.capitalize()} differ by a letter"
    return None


def shared_form(a: str, b: str) -> bool:
    """Tell whether two forenames are forms of one, as Bob and Robert are."""
    return not set(_FORMS.get(a, ())).isdisjoint(_FORMS.get(b, ()))


def _by_second(a: NameParts, b: NameParts) -> Cost | None:
    """Return the cost of one being known by the other's second forename."""
    if len(a.first) > 2 and a.first in b.forenames[1:]:
        return 4.0, f"{a.first.capitalize()} is a later forename of the other"
    return None


def _middle(a: Sequence[str], b: Sequence[str]) -> Cost | None:
    """Return how the forenames after the first differ, None where they contradict one another."""
    if not a or not b:
        more = [*a, *b]
        if not more:
            return 0.0, ""
        initials = all(len(one) == 1 for one in more)
        return (1.0, "one has a middle initial more") if initials else (1.5, "one has a middle name more")
    for one, other in zip(a, b, strict=False):
        if not (one == other or shared_form(one, other) or _stands_for(one, other) or _slip(one, other)):
            return None
    return (0.0, "") if tuple(a) == tuple(b) else (-0.5, "the middle names agree")


def _slip(a: str, b: str) -> bool:
    return min(len(a), len(b)) > 3 and one_slip(a, b) and not {a, b} <= FORENAMES


def _stands_for(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    return len(short) == 1 and long.startswith(short)


@dataclass(frozen=True)
class _Place:
    """A spelling in the index: whose it is."""

    key: str
    parts: NameParts


class _Index:
    """Names by what two names of one person share, so that only those are compared."""

    def __init__(self, parts: Mapping[str, Sequence[NameParts]]) -> None:
        self._places = [
            _Place(key, one) for key, spellings in parts.items() for one in spellings if one.surname
        ]
        self._carriers: dict[str, set[str]] = defaultdict(set)
        self._by_surname = nested()
        self._by_first = nested()
        for place in self._places:
            first, surname = place.parts.first, place.parts.joined
            self._carriers[surname].add(place.key)
            self._by_surname[surname][first].add(place.key)
            self._by_first[first][surname].add(place.key)

    def carriers(self, surname: str) -> int:
        """Return how many people have a surname."""
        return len(self._carriers[surname])

    def pairs(self) -> set[tuple[str, str]]:
        """Return the pairs of ids that are worth comparing, the lesser first."""
        blocks: dict[object, set[str]] = defaultdict(set)
        for place in self._places:
            for shared in _shared(place.parts):
                blocks[shared].add(place.key)
        together = {pair for block in blocks.values() for pair in pairs_of(block)}
        return together | set(self._initials()) | set(self._surname_slips()) | set(self._forename_slips())

    def _initials(self) -> Iterator[tuple[str, str]]:
        """Pair an initial, or a surname alone, with every forename that it may stand for."""
        starting: dict[tuple[str, str], set[str]] = defaultdict(set)
        for place in self._places:
            starting[place.parts.joined, place.parts.first[:1]].add(place.key)
        for place in self._places:
            first, surname = place.parts.first, place.parts.joined
            if len(first) < 2:
                others = starting[surname, first] if first else self._carriers[surname]
                yield from _with(place.key, others)

    def _surname_slips(self) -> Iterator[tuple[str, str]]:
        pairs = slips(self._by_surname, 5) | _twins(self._by_surname)
        return crossed(self._by_surname, pairs)

    def _forename_slips(self) -> Iterator[tuple[str, str]]:
        pairs = {pair for pair in slips(self._by_first, 4) if not {*pair} <= FORENAMES}
        return crossed(self._by_first, pairs)


def _shared(parts: NameParts) -> Iterator[object]:
    """Yield what another name of the same person would have too."""
    first, surname = parts.first, parts.joined
    yield "words", tuple(sorted(parts.words))
    yield "run", "".join(parts.words)
    if len(first) > 1:
        yield "first", surname, first
        yield from (("form", surname, form) for form in _FORMS.get(first, ()))
        yield from (("first", surname, later) for later in parts.forenames[1:] if len(later) > 2)
        if len(parts.surname) > 1 or len(parts.forenames) > 1:
            yield from (
                ("first", part, first) for part in (*parts.surname, *parts.forenames[1:]) if len(part) > 1
            )


def _twins(surnames: Mapping[str, object]) -> set[tuple[str, str]]:
    there: dict[int, list[str]] = defaultdict(list)
    for surname in surnames:
        if surname in _TWINS:
            there[_TWINS[surname]].append(surname)
    return {pair for block in there.values() for pair in pairs_of(block)}


def _with(key: str, others: set[str]) -> Iterator[tuple[str, str]]:
    if len(others) <= MOST:
        yield from ((min(key, other), max(key, other)) for other in others if other != key)
