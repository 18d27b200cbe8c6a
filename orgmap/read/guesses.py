"""Guesses at what a name is the name of, for sources that do not say: a body, an organisation or a person."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Literal

from orgmap.matching import normal
from orgmap.vocabulary import BODY_WORDS, ORGANISATION_WORDS, POST_WORDS, TITLES

Side = Literal[0, 1]
Member = Literal["person", "organisation"]
CLEAR = 0.25
"""By how much more one of two lists must look like bodies than the other, for the names to tell."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


PARTICLES = _set("al ap ab bin da de del den der di dos du el ferch la le mac ter van von y")
"""Words of people's names that begin with a small letter."""
THEMES = _set(
    """
    health wellbeing community communities economic economy enterprise environment environmental safer older
    stronger people children growth transport transportation learning skills housing culture cultural crime
    regeneration strategy strategic sustainable development services care social public drug drugs alcohol
    education employment rural local living places prosperity safety sport tourism digital climate
    """
)
"""Words of what a body or an organisation is for, which nobody is called."""


def looks_like_body(name: str) -> bool:
    """Tell whether a name has a word that bodies' names have."""
    return _has(name, BODY_WORDS)


def looks_like_organisation(name: str) -> bool:
    """Tell whether a name has a word that organisations' names have."""
    return _has(name, ORGANISATION_WORDS)


def looks_like_post(name: str) -> bool:
    """Tell whether a name has a word that posts' names have."""
    return _has(name, POST_WORDS)


def looks_like_person(name: str) -> bool:
    """Tell whether a name begins with a title, or is two to four words of which none is of something else."""
    words = normal(name).split()
    if not words or any(letter.isdigit() for letter in name):
        return False
    if _has(name, BODY_WORDS | ORGANISATION_WORDS | POST_WORDS | THEMES) or _has_small_words(name):
        return False
    return words[0] in TITLES or 2 <= len(words) <= 4


def share(names: Iterable[str], test: Callable[[str], bool]) -> float:
    """Return the part of the names, from 0 to 1, of which a test holds; 0 of none."""
    told = [test(name) for name in names]
    return sum(told) / len(told) if told else 0.0


def body_side(first: Sequence[str], second: Sequence[str]) -> Side | None:
    """Return which of two lists names the bodies (0 or 1), or None where the names do not tell."""
    shares = [share(names, looks_like_body) - share(names, _looks_like_member) for names in (first, second)]
    if abs(shares[0] - shares[1]) < CLEAR:
        return None
    return 0 if shares[0] > shares[1] else 1


def member_column(names: Sequence[str]) -> Member:
    """Return the column of seats in which members of these names belong: organisation or person."""
    organisations, people = share(names, looks_like_organisation), share(names, looks_like_person)
    return "organisation" if organisations > people else "person"


def _looks_like_member(name: str) -> bool:
    """Tell whether a name is more like a member's than like a body's."""
    return not looks_like_body(name) and (looks_like_organisation(name) or looks_like_person(name))


def _has_small_words(name: str) -> bool:
    """Tell whether some words of a name begin with a capital and others do not, as in "Coast to Capital"."""
    small = [word for word in name.split() if word[0].islower() and word not in PARTICLES]
    return "&" in name or (bool(small) and any(letter.isupper() for letter in name))


def _has(name: str, words: frozenset[str]) -> bool:
    return not words.isdisjoint(_words(name))


@lru_cache(maxsize=20_000)
def _words(name: str) -> frozenset[str]:
    """Return the words of a name, without numbers at their ends: "Club7" is a club."""
    return frozenset(word.rstrip("0123456789") for word in normal(name).split())
