"""Posts that a requirement asks for, and whether the holder of a seat has one: yes, no, or not known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from orgmap.vocabulary.post_words import (
    ELECTED_PHRASES,
    ELECTED_START,
    LESSER_PHRASES,
    OFFICES_APART,
)

Told = bool | None
"""Yes, no, or not known."""


@dataclass(frozen=True)
class AskedPost:
    """The post asked for, in normal forms: any one of some phrases tells it.

    `titles` tell it alone, `endings` where nothing follows them, `director_of` in the post of a director;
    `perhaps` leaves it open, as do the other three elsewhere and in the post of a deputy. Of an `officer` no
    elected member holds it; `elected` asks for an elected member, whose posts are known.
    """

    titles: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    director_of: tuple[str, ...] = ()
    perhaps: tuple[str, ...] = ()
    officer: bool = False
    elected: bool = False


def holds(post: str, asked: AskedPost, *, councillor: bool) -> Told:
    """Tell whether somebody holds the post asked for, by its normal form; no councillor is an officer."""
    elected = councillor or _is_elected(post)
    if asked.elected and elected:
        return True
    if not post:
        return False if councillor and asked.officer else None
    told = _named(post, asked)
    if asked.officer and elected:
        return None if told else False
    return told


def _is_elected(post: str) -> bool:
    """Tell whether a post is that of an elected member, not of somebody who works for one."""
    words = _padded(post)
    return words.startswith(_padded(ELECTED_START)) or any(
        one in words and f" to{one}" not in words and f" to the{one}" not in words
        for one in map(_padded, ELECTED_PHRASES)
    )


def _named(post: str, asked: AskedPost) -> Told:
    """Tell whether a post is the one asked for, by its words alone."""
    words = _padded(post)
    fields, endings = _found(asked.director_of, words), _found(asked.endings, words)
    sure = [
        *_found(asked.titles, words),
        *(one for one in endings if words.endswith(one)),
        *(fields if " director " in words else ()),
    ]
    if any(not _is_lesser(words, one) for one in sure):
        return True
    return None if sure or fields or endings or _found(asked.perhaps, words) else False


def _found(phrases: Iterable[str], words: str) -> list[str]:
    return [one for one in map(_padded, phrases) if one in words]


def _is_lesser(words: str, phrase: str) -> bool:
    """Tell whether what a post says beside a phrase makes it a deputy's, an assistant's or the like."""
    beside = words.replace(phrase, "  ")
    for office in map(_padded, OFFICES_APART):
        beside = beside.replace(office, "  ")
    return bool(_found(LESSER_PHRASES, beside))


def _padded(phrase: str) -> str:
    return f" {phrase} "
