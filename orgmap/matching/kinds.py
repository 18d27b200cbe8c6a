"""What kind a body or an organisation is, as far as its name plainly says."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from orgmap.matching.wording import wording
from orgmap.vocabulary.kind_words import (
    BODY_PHRASES,
    GENERAL_BODY_KINDS,
    GENERAL_ORGANISATION_KINDS,
    NAMESAKE_WORDS,
    ORGANISATION_PHRASES,
    PART_WORDS,
)
from orgmap.vocabulary.kinds import BODY_KINDS


@cache
def body_kind(name: str, kind: str | None) -> str | None:
    """Return the kind of a body: the one given, made more exact by the name where it is a general one.

    A kind that is exact stays as it is, whatever the name says; so does one that the name does not tell.
    """
    exact = kind in BODY_KINDS.values and kind not in GENERAL_BODY_KINDS
    return kind if exact else _told(name, _body_phrases(), PART_WORDS) or kind


@cache
def organisation_kind(name: str, kind: str | None) -> str | None:
    """Return the kind of an organisation: the one given, else what its name plainly says, else None.

    "other" and "NHS trust" are general: the name may make them more exact.
    """
    exact = kind is not None and kind not in GENERAL_ORGANISATION_KINDS
    return kind if exact else _told(name, _organisation_phrases(), NAMESAKE_WORDS) or kind


def _told(name: str, phrases: Sequence[tuple[str, str]], others: frozenset[str]) -> str | None:
    """Return the kind of the first phrase that a name holds, None where a word beside it tells of another."""
    words = _padded(name)
    for phrase, kind in phrases:
        if phrase in words:
            return kind if others.isdisjoint(words.replace(phrase, " ", 1).split()) else None
    return None


@cache
def _body_phrases() -> tuple[tuple[str, str], ...]:
    return _flat(BODY_PHRASES)


@cache
def _organisation_phrases() -> tuple[tuple[str, str], ...]:
    return _flat(ORGANISATION_PHRASES)


def _flat(phrases: dict[str, tuple[str, ...]]) -> tuple[tuple[str, str], ...]:
    return tuple((_padded(phrase), kind) for kind, ones in phrases.items() for phrase in ones)


def _padded(text: str) -> str:
    """Return the words of a name in full, each between blanks."""
    return f" {' '.join(wording(text).spelt)} "
