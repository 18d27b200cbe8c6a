"""Which names of organisations, or of bodies, may be those of one, and why."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from itertools import combinations, product

from rapidfuzz.distance import OSA

from orgmap.matching.initials import pairs_by_initials, spelt_out
from orgmap.matching.likeness import (
    MOST,
    SAME,
    Likeness,
    Nested,
    Pair,
    crossed,
    nested,
    one_slip,
    pairs_of,
    slips,
)
from orgmap.matching.wording import Wording, wording
from orgmap.vocabulary import COUNCIL_WORDS, IDLE_WORDS, KIND_WORDS, LITTLE_WORDS

_COUNCIL = COUNCIL_WORDS | {"council"}
_HEALTH = frozenset(("nhs", "foundation", "trust"))
_RENAMED = (("care", "primary", "trust"), ("board", "health"))
"""What the NHS called the bodies that it later called by its own name and the place's."""
_IN_FULL = "The same name once shortened words are written in full"
_LAST_WORDS = frozenset(("authority", "service", "services", "trust"))
"""The last words of a name that are often left out, where it is still clear of what kind it is."""
_WITH_AUTHORITY = frozenset(("police", "constabulary"))
"""An authority over these is another thing."""
_LONGEST = 12
"""Names of more words are not taken apart."""
_MOST_PLACES = 200
OFTEN = 3
"""A word that stands in so many different names is no slip for another that does."""


def organisation_pairs(names: Mapping[str, Sequence[str]]) -> list[Pair]:
    """Return the pairs of ids one of whose spellings may be the name of the other, in no order."""
    words = {
        key: [told for text in spellings if (told := wording(text)).written]
        for key, spellings in names.items()
    }
    found: list[Pair] = []
    for a, b in sorted(_worth_comparing(words)):
        alike = [one for p, q in product(words[a], words[b]) if (one := organisation_likeness(p, q))]
        if alike:
            found.append(Pair(a, b, max(alike, key=lambda one: (one.counts, one.reason))))
    return found


def organisation_likeness(a: Wording, b: Wording) -> Likeness | None:
    """Return how alike two names are, None where they are two things'."""
    return (
        _same_words(a, b)
        or _acronym(a, b, "a")
        or _acronym(b, a, "b")
        or _initials(a, b, "a")
        or _initials(b, a, "b")
        or _renamed(a.full, b.full)
        or _nearly(a, b)
    )


def _nearly(a: Wording, b: Wording) -> Likeness | None:
    """Return the likeness of names that differ in a word or two."""
    if a.telling != b.telling:
        return None
    only_a, only_b = _only(a.full, b.full), _only(b.full, a.full)
    if only_a and only_b:
        return _one_word_apart(only_a, only_b, len(a.full))
    return _more(b, a, "a") if only_b else _more(a, b, "b")


def _same_words(a: Wording, b: Wording) -> Likeness | None:
    """Return the likeness of names that differ only in how their words are written."""
    if a.written == b.written:
        return Likeness(SAME, "The same words")
    if a.full == b.full:
        turned = sorted(a.written) == sorted(b.written)
        return Likeness(SAME, "The same words in another order" if turned else _IN_FULL)
    if a.stems == b.stems:
        return Likeness(SAME - 0.5, "The same words but for a plural")
    if a.run == b.run or "".join(a.full) == "".join(b.full):
        return Likeness(SAME - 0.5, "The same but for what is written together or apart")
    return None


def _only(some: Sequence[str], others: Sequence[str]) -> list[str]:
    return sorted((Counter(some) - Counter(others)).elements())


def _acronym(short: Wording, long: Wording, side: str) -> Likeness | None:
    """Return the likeness of an acronym with the name that it may stand for."""
    acronym = short.acronym
    if acronym is None or len(long.written) < 2:
        return None
    if acronym in long.called:
        return Likeness(SAME, f"{acronym.upper()} is given in brackets with the full name", side)
    if acronym in long.initials:
        return Likeness(SAME - 1.5, f"{acronym.upper()} are the initials of the full name", side)
    return None


def _initials(short: Wording, long: Wording, side: str) -> Likeness | None:
    """Return the likeness of a name with one that spells out some initials in it, as in "Anyshire TSI"."""
    run = spelt_out(short, long)
    if run is None:
        return None
    words = " ".join(word if word in LITTLE_WORDS else word.capitalize() for word in run.words)
    return Likeness(SAME - 1.5, f"{run.initials.upper()} are the initials of {words}", side)


def _one_word_apart(only_a: Sequence[str], only_b: Sequence[str], length: int) -> Likeness | None:
    """Return the likeness of names that differ in one word by a letter or two."""
    if len(only_a) != 1 or len(only_b) != 1:
        return None
    a, b = only_a[0], only_b[0]
    known = {a, b} & KIND_WORDS
    if len(known) == 2 or min(len(a), len(b)) < 4 or (length == 1 and min(len(a), len(b)) < 6):
        return None
    told = f"{a.capitalize()} and {b.capitalize()} differ by"
    if one_slip(a, b):
        return Likeness(SAME - (0.5 if known else 1.5), f"{told} a letter")
    return Likeness(SAME - 2.0, f"{told} two letters") if length > 1 and _two_slips(a, b) else None


def _renamed(a: Sequence[str], b: Sequence[str]) -> Likeness | None:
    """Return the likeness of "NHS Hampshire" with "Hampshire Primary Care Trust"."""
    for nhs, other in ((a, b), (b, a)):
        if "nhs" not in nhs:
            continue
        place = _only(nhs, ("nhs",))
        if any(sorted((*place, *kind)) == sorted(other) for kind in _RENAMED):
            return Likeness(SAME - 2.5, "The NHS renamed many such bodies so")
    return None


def _more(long: Wording, short: Wording, side: str) -> Likeness | None:
    """Return the likeness of a name with one that has some words more."""
    more = set(_only(long.full, short.full))
    told = f"one has {' '.join(word.capitalize() for word in long.full if word in more)} more"
    cost = _cost_of_more(more, short.full)
    if cost is None and _cut_short(short.spelt, long.spelt):
        cost = 2.0
    return None if cost is None else Likeness(SAME - cost, f"The same words, but {told}", side)


def _cost_of_more(more: set[str], short: Sequence[str]) -> float | None:
    """Return what further words in a name count, None where they make another thing of it."""
    if "council" in short and more <= COUNCIL_WORDS:
        return 1.5 if set(short).isdisjoint(COUNCIL_WORDS) else None
    if more <= IDLE_WORDS or more <= {"nhs", "foundation"}:
        return 1.5
    if more <= _HEALTH and len(short) > 1:
        return 2.0
    if more <= _COUNCIL and "council" in more:
        return 3.5 if KIND_WORDS.isdisjoint(short) else None
    return 3.5 if len(more) < 3 <= len(short) and KIND_WORDS.isdisjoint(more) else None


def _cut_short(short: Sequence[str], long: Sequence[str]) -> bool:
    """Tell whether a name that says of what kind it is lacks but the last word, as in "Anyshire Fire"."""
    last, kinds = long[-1], KIND_WORDS.intersection(short)
    if tuple(long[:-1]) != tuple(short) or len(short) < 2 or not kinds or "council" in kinds:
        return False
    return last in _LAST_WORDS and not (last == "authority" and kinds & _WITH_AUTHORITY)


def _worth_comparing(words: Mapping[str, Sequence[Wording]]) -> set[tuple[str, str]]:
    """Return the pairs of ids whose names share what two names of one thing share, the lesser first."""
    blocks: dict[Hashable, set[str]] = defaultdict(set)
    whole: dict[tuple[str, ...], set[str]] = defaultdict(set)
    by_word = nested()
    for key, spellings in words.items():
        for one in spellings:
            whole[one.full].add(key)
            for shared in _shared(one):
                blocks[shared].add(key)
            for place, word in enumerate(one.full[:_LONGEST]):
                by_word[word][one.full[:place] + one.full[place + 1 :]].add(key)
    often = {word for word, rests in by_word.items() if len(rests) >= OFTEN}
    near = {pair for pair in slips(by_word, 4) | set(_two_slips_apart(by_word)) if not {*pair} <= often}
    together = {pair for block in blocks.values() for pair in pairs_of(block)}
    return together.union(
        _acronyms(words), crossed(by_word, near), _extended(words, whole), pairs_by_initials(words)
    )


def _shared(one: Wording) -> Iterator[Hashable]:
    yield "words", one.full
    yield "stems", one.stems
    yield "run", one.run
    yield "run", "".join(one.full)


def _acronyms(words: Mapping[str, Sequence[Wording]]) -> Iterator[tuple[str, str]]:
    """Pair names that are, or give in brackets, an acronym with those that may be its full name."""
    short: dict[str, set[str]] = defaultdict(set)
    long: dict[str, set[str]] = defaultdict(set)
    for key, spellings in words.items():
        for one in spellings:
            for acronym in (*one.called, *([one.acronym] if one.acronym else [])):
                short[acronym].add(key)
            for acronym in one.initials | one.called:
                long[acronym].add(key)
    for acronym, keys in short.items():
        others = long[acronym]
        if len(keys) + len(others) <= MOST:
            yield from ((min(a, b), max(a, b)) for a in keys for b in others if a != b)


def _extended(
    words: Mapping[str, Sequence[Wording]], whole: Mapping[tuple[str, ...], set[str]]
) -> Iterator[tuple[str, str]]:
    """Pair names with those that have the same words and some more."""
    for key, spellings in words.items():
        for one in spellings:
            for part in _parts(one.full):
                yield from (
                    (min(key, other), max(key, other)) for other in whole.get(part, ()) if other != key
                )


def _parts(full: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield what is left of a name without some of its words; and its name in the NHS."""
    yield from (tuple(word for word in full if word not in some) for some in (_COUNCIL, _HEALTH))
    for kind in _RENAMED:
        if set(kind) <= set(full):
            yield tuple(sorted((*_only(full, kind), "nhs")))
    if len(full) <= _LONGEST:
        yield from combinations(full, len(full) - 1)
        yield from combinations(full, max(len(full) - 2, 1))


def _two_slips_apart(by_word: Nested) -> Iterator[tuple[str, str]]:
    """Pair long words that differ by two letters and stand in names whose other words are the same."""
    rests: dict[Hashable, set[str]] = defaultdict(set)
    for word, places in by_word.items():
        if len(word) > 7:
            for rest in places:
                rests[rest, word[0]].add(word)
    for words in rests.values():
        if len(words) <= _MOST_PLACES:
            yield from (pair for pair in pairs_of(words) if _two_slips(*pair))


def _two_slips(a: str, b: str) -> bool:
    long = min(len(a), len(b)) > 7 and a[0] == b[0]
    return long and OSA.distance(a, b, score_cutoff=2) == 2
