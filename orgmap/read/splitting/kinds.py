"""What a part of a cell is: a person, a post, an organisation, or none that can be told."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from orgmap.read.splitting.forenames import is_forename
from orgmap.read.splitting.marks import Segment
from orgmap.read.splitting.nouns import (
    DEPARTMENTS,
    MORE_TITLES,
    NAMED_LIKE_PEOPLE,
    NOMINALS,
    ORGANISATIONS,
    PARTICLES,
    POST_LETTERS,
    POSTS,
    SMALL_WORDS,
    STRONG_ORGANISATION_WORDS,
    SURNAMES_TOO,
)
from orgmap.read.splitting.words import normal
from orgmap.vocabulary import TITLES

_NAME = re.compile(r"[^\W\d_](?:[^\W\d_]|['’‘`´.\-])*")
_MOST_WORDS = 25
_NICKNAME = re.compile(r"""(?<=\s)[("“'‘][^\W\d_]+[)"”'’](?=\s)""")
_LETTERS = re.compile(r"[A-Z][A-Z&]{1,5}s?")
_INITIALS = re.compile(r"(?:[^\W\d_]\.?){1,3}|(?:[^\W\d_]\.-?)+")
_NOT_NAMES = ORGANISATIONS | POSTS | SMALL_WORDS
_AFTER_A_POST = frozenset(["of", "for", "to", "in", "at", "with", "and", "the"])
_POST_STARTS = (
    "lead member",
    "cabinet member",
    "portfolio holder",
    "executive member",
    "lay member",
    "cabinet portfolio",
)
_HEAD_NEEDS_MORE = frozenset(["executive", "lead", "head", "principal", "secretary"])


@dataclass(frozen=True)
class Kind:
    """What a text is the name of, if that can be told, and whether that is certain."""

    noun: Literal["person", "post", "organisation", ""]
    sure: bool = False


@dataclass
class Known:
    """The names that a source declares or uses, and what every text asked about was found to be.

    `ranked` are the names with initials of a rank before them, which are people's beyond doubt.
    """

    declared: frozenset[str] = frozenset()
    organisations: frozenset[str] = frozenset()
    initials: frozenset[str] = frozenset()
    forenames: frozenset[str] = frozenset()
    ranked: frozenset[str] = frozenset()
    kinds: dict[str, Kind] = field(default_factory=dict)
    lines: dict[str, list[Segment]] = field(default_factory=dict)

    def kind(self, text: str) -> Kind:
        """Return what a text is the name of."""
        if text not in self.kinds:
            self.kinds[text] = self._kind(text)
        return self.kinds[text]

    def _kind(self, text: str) -> Kind:
        words = normal(text).split()
        if not words or len(words) > _MOST_WORDS:
            return Kind("")
        if text in self.ranked:
            return Kind("person", sure=True)
        person = person_kind(text)
        if " ".join(words) in self.organisations or " ".join(words) in NAMED_LIKE_PEOPLE:
            return Kind("organisation", sure=True)
        if person.sure:
            return person
        if is_post(text):
            return Kind("post", sure=True)
        return self._organisation(text, words) or person

    def _organisation(self, text: str, words: list[str]) -> Kind | None:
        """Return how sure a text is an organisation: by a telling word, by two others, by known initials."""
        if not STRONG_ORGANISATION_WORDS.isdisjoint(words) or normal(text) in self.initials:
            return Kind("organisation", sure=True)
        told = sum(word in ORGANISATIONS for word in words)
        if not told and not _LETTERS.fullmatch(text):
            return None
        return Kind("organisation", sure=told > 1 and " ".join(words) not in DEPARTMENTS)


def person_kind(text: str) -> Kind:
    """Return whether a text is a person's name: surely with a title, a known forename or an initial."""
    tokens = _NICKNAME.sub(" ", text).replace(".", ". ").replace(",", " ").split()
    bare = without_titles(tokens)
    if not bare or not all(_NAME.fullmatch(token) for token in bare) or len(bare) > 6:
        return Kind("")
    words = [normal(token) for token in bare]
    titled = bare[0] != tokens[0].strip(",") and bool(words[-1])
    known = is_forename(words[0].split(" ")[0])
    if any(_bars(word, known=known or titled) for word in words[0 if titled else int(known) :]):
        return Kind("")
    return _shape(bare, words, titled=titled, known=known)


def _bars(word: str, *, known: bool) -> bool:
    """Tell whether a word keeps a text from being a person's name."""
    if word in PARTICLES:
        return False
    return not (set(word.split()) <= SURNAMES_TOO and known) and not _NOT_NAMES.isdisjoint(word.split())


def _shape(bare: list[str], words: list[str], *, titled: bool, known: bool) -> Kind:
    capital = all(token[0].isupper() or word in PARTICLES for token, word in zip(bare, words, strict=True))
    surname = len(words[-1]) > 2 or (len(words[-1]) == 2 and len(bare) > 1)
    if titled and capital:
        return Kind("person", sure=True)
    if len(bare) < 2 or len(bare) > 5:
        return Kind("")
    initial = bool(_INITIALS.fullmatch(bare[0])) and len(words[-1]) > 2 and len(words[0].replace(" ", "")) < 4
    sure = surname and ((known and capital) or (initial and bare[0].isupper() and not bare[-1].isupper()))
    return Kind("person", sure=sure)


def without_titles(tokens: Iterable[str]) -> list[str]:
    """Return the words of a name without titles before it and letters after it."""
    kept = [token.strip(",") for token in tokens]
    kept = [token for token in kept if token.strip(".")]
    while kept and _is_title(kept):
        kept.pop(0)
    while len(kept) > 2 and normal(kept[-1].replace(".", "")) in NOMINALS and kept[-1][:2].isupper():
        kept.pop()
    return kept


def _is_title(tokens: list[str]) -> bool:
    first, second = normal(tokens[0]), normal(tokens[1]) if len(tokens) > 1 else ""
    return first in TITLES or (first in MORE_TITLES and second in ("councillor", "cllr"))


def is_post(text: str) -> bool:
    """Tell whether a text is the name of a post: its head word is a post's."""
    words = normal(text).split()
    if text.strip() in POST_LETTERS or normal(text).startswith(_POST_STARTS):
        return True
    if not words or words[0] in ("association", "office", "society", "institute", "federation", "the"):
        return False
    places = [place for place, word in enumerate(words) if word in POSTS]
    return bool(places) and any(_heads(words, place) for place in places)


def _heads(words: list[str], place: int) -> bool:
    """Tell whether the post word at a place is what the text is about: at its end, before "of", or first."""
    if place + 1 < len(words):
        after = words[place + 1]
        first = place == 0 and words[0] not in _HEAD_NEEDS_MORE and not _ends_as_organisation(words)
        return (after in _AFTER_A_POST and place < 5) or after in POSTS or first
    return place < 8 and (words[place] != "executive" or words[place - 1] in ("chief", "account", "director"))


def _ends_as_organisation(words: list[str]) -> bool:
    return words[-1] in STRONG_ORGANISATION_WORDS
