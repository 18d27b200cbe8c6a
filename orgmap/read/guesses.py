"""Guesses at what a name is the name of, for sources that do not say: a body, an organisation or a person."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Literal

from orgmap.matching import normal
from orgmap.vocabulary import BODY_WORDS, ORGANISATION_WORDS, POST_WORDS, TITLES


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
    if _has(name, BODY_WORDS | ORGANISATION_WORDS | POST_WORDS):
        return False
    return words[0] in TITLES or 2 <= len(words) <= 4


def share(names: Iterable[str], test: Callable[[str], bool]) -> float:
    """Return the part of the names, from 0 to 1, of which a test holds; 0 of none."""
    told = [test(name) for name in names]
    return sum(told) / len(told) if told else 0.0


def body_side(first: Sequence[str], second: Sequence[str]) -> Literal[0, 1] | None:
    """Return which of two lists names the bodies (0 or 1), or None where the names do not tell."""
    shares = [share(names, looks_like_body) - share(names, looks_like_person) for names in (first, second)]
    if shares[0] == shares[1]:
        return None
    return 0 if shares[0] > shares[1] else 1


def member_column(names: Sequence[str]) -> Literal["person", "organisation"]:
    """Return the column of seats in which members of these names belong: organisation or person."""
    organisations, people = share(names, looks_like_organisation), share(names, looks_like_person)
    return "organisation" if organisations > people else "person"


def _has(name: str, words: frozenset[str]) -> bool:
    return not words.isdisjoint(normal(name).split())
