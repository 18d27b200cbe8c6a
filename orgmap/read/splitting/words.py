"""Lists of words as they are looked up: in their normal form."""

from __future__ import annotations

from functools import lru_cache

from orgmap import matching

normal = lru_cache(maxsize=20_000)(matching.normal)
"""The normal form of a text, remembered: the parts of a cell are looked up many times."""


def words(text: str) -> frozenset[str]:
    """Return the words of a text."""
    return frozenset(text.split())


def phrases(text: str) -> frozenset[str]:
    """Return the normal forms of what semicolons divide."""
    return frozenset(normal(phrase) for phrase in text.split(";"))


def either(text: str) -> str:
    """Return a pattern that any of the patterns fits that semicolons divide."""
    return f"(?:{'|'.join(pattern.strip() for pattern in text.split(';'))})"
