"""The name of a person: without titles and post-nominals, and taken apart into forenames and surname."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from orgmap.matching.forms import has_digit, normal, plain
from orgmap.vocabulary import (
    FORENAMES,
    GENERATIONS,
    PARTICLES,
    POST_NOMINALS,
    POST_WORDS,
    RANKS,
    TITLE_PHRASES,
    TITLE_PREFIXES,
    TITLES,
)

_DOTTED_END = re.compile(r"(?:[\s,]+(?:\w\.){2,}\w?)+[\s,]*$")
_CAPITALS = re.compile(r"[A-Z]{2,3}\.? \S*[a-z]\S*")
_RANKED = re.compile(rf"(?:{'|'.join(sorted(RANKS))})\.? \S*[a-z]\S*")
_TWO_CAPITALS = re.compile(r"[A-Z][A-Z]")
_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_HYPHENS = re.compile(r"(?<=\w)\s?[-‐‑–]\s?(?=\w)")
_LONGEST_PHRASE = 4
_TITLES_BEGIN = {phrase.split(" ")[0] for phrase in TITLE_PHRASES} | TITLES | TITLE_PREFIXES


@dataclass(frozen=True)
class PersonName:
    """A person's name without titles and post-nominals, and how much it tells.

    `full` is true for a forename of two letters or more with a surname; `code` for one bare word.
    """

    key: str
    full: bool
    code: bool


def person_name(text: str) -> PersonName:
    """Return the comparable form of a person's name; initials that stand together, as in "JP", are parted."""
    words = normal(_letters_joined(_initials_parted(text))).split()
    bare = words if _surname_first(text) else _without_titles(words)
    full = len(bare) > 1 and len(bare[0]) > 1
    return PersonName(" ".join(bare), full, code=len(words) == 1 or any(map(has_digit, bare)))


def _initials_parted(text: str) -> str:
    """Return a name with the initials before its surname parted, and without a rank written in capitals."""
    if not _TWO_CAPITALS.search(text):
        return text
    words = text.split()
    place = next((place for place, word in enumerate(words) if not _before_name(word)), len(words))
    start = " ".join(words[place : place + 2])
    rank = bool(_RANKED.fullmatch(start)) and len(words) > place + 2
    if not rank and not _CAPITALS.fullmatch(start):
        return text
    capitals = words[place].rstrip(".")
    return " ".join([*words[:place], *([] if rank else capitals), *words[place + 1 :]])


def _before_name(word: str) -> bool:
    return all(part in TITLES or part in TITLE_PREFIXES for part in normal(word).split())


def _is_title(word: str) -> bool:
    return word in TITLES or word in TITLE_PREFIXES or word in POST_NOMINALS


def _surname_first(text: str) -> bool:
    """Tell whether a name begins with a surname that reads like a title: "Bishop, Ann"."""
    head, comma, tail = text.partition(",")
    if not comma:
        return False
    first, rest = normal(head).split(), normal(tail).split()
    return len(first) == 1 and first[0] in TITLES and len(rest) == 1 and not _is_title(rest[0])


def _without_titles(words: Sequence[str]) -> list[str]:
    start, end = 0, len(words)
    while start < end - 1 and (length := _title_at(words, start, end - 1)):
        start += length
    while end - start > 2 and words[end - 1] in POST_NOMINALS:
        end -= 1
    return list(words[start:end])


def _title_at(words: Sequence[str], start: int, end: int) -> int:
    """Return of how many words the title is that begins at a place and ends before another, or 0."""
    if words[start] not in _TITLES_BEGIN:
        return 0
    for length in range(min(_LONGEST_PHRASE, end - start), 1, -1):
        if " ".join(words[start : start + length]) in TITLE_PHRASES:
            return length
    place = start
    while place < end and words[place] in TITLE_PREFIXES:
        place += 1
    ends = range(min(place, end - 1), start - 1, -1)
    return next((last - start + 1 for last in ends if words[last] in TITLES), 0)


@dataclass(frozen=True)
class NameParts:
    """A person's name in parts, without accents: forenames or initials, the surname's parts, what tells.

    `key` is the comparable form with accents; `turned` says that it was written surname first, with a comma.
    """

    key: str
    forenames: tuple[str, ...]
    surname: tuple[str, ...]
    telling: frozenset[str]
    turned: bool = False

    @property
    def joined(self) -> str:
        """The surname as one word."""
        return "".join(self.surname)

    @property
    def first(self) -> str:
        """The first forename or initial; empty for a surname alone."""
        return self.forenames[0] if self.forenames else ""

    @property
    def words(self) -> tuple[str, ...]:
        """All words of the name in order, without accents."""
        return (*self.forenames, *self.surname)


def name_parts(text: str) -> NameParts:
    """Return a person's name taken apart; words in brackets and posts after a comma are left out."""
    bare = _letters_joined(_BRACKETED.sub(" ", text))
    head, *tails = [part for part in bare.split(",") if normal(part)] or [text]
    family = _without_titles(normal(head).split())
    given = _forenames_after(family, tails[0]) if tails else []
    turned = bool(given)
    if not turned:
        given, family = _split(_HYPHENS.sub("-", head))
    telling = {word for word in (*given, *family) if has_digit(word)} | {*family[1:]} & GENERATIONS
    told = [tuple(plain(word) for word in part if word not in telling) for part in (given, family)]
    return NameParts(person_name(text).key, told[0], told[1], frozenset(telling), turned)


def _letters_joined(text: str) -> str:
    """Return a name with the dots taken out of letters after it: "J.P." is JP."""
    if "." not in text:
        return text
    return _DOTTED_END.sub(lambda end: end[0].replace(".", ""), text)


def _forenames_after(surname: Sequence[str], tail: str) -> list[str]:
    """Return the forenames that follow a surname and a comma: none where something else follows."""
    after = [word for word in normal(_initials_parted(f"{tail} Xx")).split()[:-1] if word not in TITLES]
    if not after or len(after) > 3 or any(word in POST_WORDS for word in after):
        return []
    if len(surname) == 1:
        return [] if after[0] in POST_NOMINALS else after
    known = after[0] in FORENAMES and surname[0] not in FORENAMES
    return after if known and len(surname) == 2 and len(surname[0]) > 1 else []


def _split(text: str) -> tuple[list[str], list[str]]:
    """Return the forenames and the parts of the surname of a name in its usual order."""
    words = _without_titles([word for group in _initials_parted(text).split() for word in _hyphened(group)])
    place = _surname_at(words)
    given, family = ("-".join(part).split("-") if part else [] for part in (words[:place], words[place:]))
    return given, family


def _hyphened(group: str) -> list[str]:
    """Return the words of a group of letters; words with hyphens between them stay one."""
    parts = [normal(part).split() for part in group.split("-")]
    return (
        ["-".join(part[0] for part in parts)]
        if all(len(part) == 1 for part in parts)
        else normal(group).split()
    )


def _surname_at(words: Sequence[str]) -> int:
    """Return where the surname begins: at the last word, or at a particle before it."""
    last = len(words) - 1
    while last > 1 and (words[last] in GENERATIONS or has_digit(words[last])):
        last -= 1
    while last > 1 and words[last - 1] in PARTICLES:
        last -= 1
    return max(last, 0)
