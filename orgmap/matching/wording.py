"""The name of an organisation or a body in words: as written, and written in full."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from orgmap.matching.forms import has_digit, normal, plain
from orgmap.vocabulary import ABBREVIATIONS, LEGAL_WORDS, LITTLE_WORDS, SAME_WORDS, TELLING

SHORTEST_ACRONYM = 3
_BRACKETED = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
_DOTTED = re.compile(r"\b(?:\w\.){2,}\w?")


@dataclass(frozen=True)
class Wording:
    """The name of an organisation in words.

    `written` are its words without accents; `called` the acronyms given with it in brackets; `capital` says
    that it has no small letter.
    """

    written: tuple[str, ...]
    called: frozenset[str]
    capital: bool

    @cached_property
    def spelt(self) -> tuple[str, ...]:
        """The words in full, in the order written, without those that tell nothing."""
        words = [part for place in range(len(self.written)) for part in _expanded(self.written, place)]
        return tuple(word for word in words if word not in LITTLE_WORDS and word not in LEGAL_WORDS) or tuple(
            words
        )

    @cached_property
    def full(self) -> tuple[str, ...]:
        """The words in full and in order of the alphabet, without those that tell nothing."""
        return tuple(sorted(self.spelt))

    @cached_property
    def stems(self) -> tuple[str, ...]:
        """The words in full, singular."""
        return tuple(sorted(_singular(word) for word in self.full))

    @property
    def run(self) -> str:
        """The words in full as one, in the order written."""
        return "".join(self.spelt)

    @cached_property
    def telling(self) -> frozenset[str]:
        """The words that tell it from its likes: numbers, directions and such."""
        return frozenset(word for word in self.full if word in TELLING or has_digit(word))

    @property
    def acronym(self) -> str | None:
        """The name where it is one word that may be an acronym."""
        word = self.written[0] if len(self.written) == 1 else ""
        shaped = word.isalpha() and SHORTEST_ACRONYM <= len(word) <= 8
        return word if shaped and (self.capital or not set(word) & set("aeiou")) else None

    @cached_property
    def initials(self) -> frozenset[str]:
        """The acronyms that the name may have: with and without its little words and its NHS."""
        kept = [word for word in self.written if word not in LITTLE_WORDS and word not in LEGAL_WORDS]
        bare = [word for word in kept if word != "nhs"]
        short = ["".join(word[0] for word in some) for some in (self.written, kept, bare, self.spelt)]
        spelt = ["".join(word if word == "nhs" else word[0] for word in kept)]
        return frozenset(one for one in (*short, *spelt) if len(one) >= SHORTEST_ACRONYM)


def wording(text: str) -> Wording:
    """Return a name in words; what stands in brackets is an acronym of it if its letters fit, else a part."""
    tight = _DOTTED.sub(lambda dotted: dotted[0].replace(".", ""), text)
    inside = [normal(one or other) for one, other in _BRACKETED.findall(tight)]
    words = plain(normal(_BRACKETED.sub(" ", tight))).split()
    called = [part for part in inside if words and _is_short(part, words)]
    rest = [word for part in inside if part not in called for word in plain(part).split()]
    return Wording((*words, *rest), frozenset(called), text.upper() == text)


def _is_short(part: str, words: Sequence[str]) -> bool:
    """Tell whether a word in brackets is an acronym that the name before it may well have."""
    return (
        part.isalpha() and 1 < len(part) < 8 and part[0] == words[0][0] and part not in ABBREVIATIONS.values()
    )


def _expanded(words: Sequence[str], place: int) -> Iterator[str]:
    word = words[place]
    if word == "co" and words[place + 1 : place + 2] != ("council",):
        return
    for part in ABBREVIATIONS.get(word, word).split():
        yield from SAME_WORDS.get(part, part).split()


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
