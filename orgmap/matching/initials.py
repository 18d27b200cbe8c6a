"""Names of which one has, in place of some words of the other, their initials: "Anyshire TSI"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from orgmap.matching.likeness import pairs_of
from orgmap.matching.wording import SHORTEST_ACRONYM, Wording
from orgmap.vocabulary import LEGAL_WORDS, LITTLE_WORDS

_LONGEST_ACRONYM = 8
_MOST_WORDS = 12
"""Names of more words are not taken apart."""

_Place = tuple[str, tuple[str, ...]]
"""What may be initials, and the rest of the name in full."""


class Run(NamedTuple):
    """Some words of a name that stand together, their initials, and the rest of the name in full."""

    words: tuple[str, ...]
    initials: str
    rest: tuple[str, ...]


def spelt_out(short: Wording, long: Wording) -> Run | None:
    """Return the words of a name for which another has their initials, the rest being the same."""
    places = dict(_places(short))
    return next((run for run in _runs(long, frozenset(places)) if places[run.initials] == run.rest), None)


def pairs_by_initials(words: Mapping[str, Sequence[Wording]]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of ids, the lesser first, where one name may have initials for words of the other."""
    blocks: dict[_Place, set[str]] = defaultdict(set)
    for key, spellings in words.items():
        for one in spellings:
            for place in _places(one):
                blocks[place].add(key)
    known = frozenset(initials for initials, _ in blocks)
    spelt: dict[_Place, set[str]] = defaultdict(set)
    for key, spellings in words.items():
        for one in spellings:
            for run in _runs(one, known):
                spelt[run.initials, run.rest].add(key)
    for place in blocks.keys() & spelt.keys():
        yield from pairs_of(blocks[place] | spelt[place])


def _places(name: Wording) -> Iterator[_Place]:
    """Yield each word that may be initials, with the rest of the name in full; nothing of a single word."""
    for place, word in enumerate(name.written[:_MOST_WORDS]):
        if word.isalpha() and SHORTEST_ACRONYM <= len(word) <= _LONGEST_ACRONYM:
            rest = _in_full(name.written[:place] + name.written[place + 1 :])
            if rest:
                yield word, rest


def _runs(name: Wording, known: frozenset[str]) -> Iterator[Run]:
    """Yield the words in a row, with and without little ones, whose initials are among those known."""
    kept = tuple(word for word in name.written if word not in LITTLE_WORDS and word not in LEGAL_WORDS)
    for words in dict.fromkeys((name.written, kept)):
        if len(words) > _MOST_WORDS:
            continue
        letters = "".join(word[0] for word in words)
        for start in range(len(words)):
            for end in range(start + SHORTEST_ACRONYM, min(len(words), start + _LONGEST_ACRONYM) + 1):
                if letters[start:end] in known:
                    rest = _in_full(words[:start] + words[end:])
                    yield Run(words[start:end], letters[start:end], rest)


def _in_full(words: tuple[str, ...]) -> tuple[str, ...]:
    return Wording(words, frozenset(), capital=False).full
