"""What a map may be called where its source gives no title: as its lists, or its file, are headed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from orgmap.matching import normal
from orgmap.model.raw import Title
from orgmap.read.boards import body_in, is_generic
from orgmap.read.guesses import looks_like_person
from orgmap.read.layout import Layout
from orgmap.read.lines import is_remark
from orgmap.vocabulary import BODY_WORDS, FORENAMES, FORM, ORGANISATION_WORDS, POST_WORDS, TITLES

SHORTEST, LONGEST = 3, 80
"""A text of fewer or more letters is no title."""
_LISTS = frozenset(
    (
        "appointment", "bodies", "body", "committee", "member", "membership", "nomination", "register",
        "representation", "representative",
    )
)  # fmt: skip
_THINGS = BODY_WORDS | ORGANISATION_WORDS | POST_WORDS | _LISTS
"""Words, without a plural's ending, of what lists are of."""
_OWNING = re.compile(r"['’]s$")
_PLURALS = ((re.compile(r"ies$"), "y"), (re.compile(r"s$"), ""))
_TELEPHONE = re.compile(r"(?:\d[ \-]?){9}")
_SENTENCE = re.compile(
    r"^(?:please|this|these|if|see|return|send|complete|prepared|all)\b|[.!?]$", re.IGNORECASE
)
_COPY = re.compile(r"^copy of\s+|(?:\s*(?:\(\d+\)|-\s*copy))+$", re.IGNORECASE)
_BLANKS = re.compile(r"[\s_]+|(?<=[^\W\d])-(?=\w)|(?<=\w)-(?=[^\W\d])")
_PARTS = re.compile(r"[,;:()|/]|\s[-–—]\s|\b(?:by|from|contact)\b", re.IGNORECASE)


def list_titles(layouts: Sequence[Layout]) -> tuple[Title, ...]:
    """Return the one title that stands above all lists of a source; none where they have several or none."""
    found = [_title_above(layout) for layout in layouts]
    texts = {title.text if title else None for title in found}
    return tuple(title for title in found[:1] if title and len(texts) == 1)


def _title_above(layout: Layout) -> Title | None:
    """Return the one line above a list that says what it is a list of."""
    sheet = layout.sheet
    alone = [place for place in range(layout.position + 1) if sheet.filled.iloc[place] == 1]
    lines = {next(text for text in sheet.texts(place) if text): place for place in reversed(alone)}
    found = {
        title: place for text, place in lines.items() if text in layout.titles and (title := _title_in(text))
    }
    (title, place), *more = found.items() or [("", 0)]
    return Title(title, sheet.place, sheet.grid.first_row + place) if title and not more else None


def _title_in(text: str) -> str | None:
    """Return what a line calls a list, without dates and "membership list"; None where it is no title."""
    line = " ".join(text.split())
    if is_remark(line) or _SENTENCE.search(line) or names_somebody(line) or _has_a_person(line):
        return None
    title = body_in(line)
    return _fit(title) if any(map(_is_thing, normal(title).split())) else None


def file_title(path: Path) -> Title | None:
    """Return the name of a file or folder in words; None where it says nothing or may name somebody."""
    words = _COPY.sub("", " ".join(_BLANKS.split(_bare(path))).strip())
    return Title(fit, path.name) if not names_somebody(words) and (fit := _fit(words)) else None


def _bare(path: Path) -> str:
    """Return the name of a folder, or of a file without its ending, such as ".kumu.json"."""
    if path.is_dir():
        return path.name
    endings = [path.suffix, *(suffix for form in FORM.values() for suffix in form.suffixes)]
    return path.name.removesuffix(max((one for one in endings if path.name.endswith(one)), key=len))


def _fit(title: str) -> str | None:
    if not SHORTEST <= len(title) <= LONGEST or is_generic(title):
        return None
    return title[0].upper() + title[1:]


def _has_a_person(line: str) -> bool:
    """Tell whether a part of a line looks like a person's name and not like that of a thing."""
    parts = [part.strip() for part in _PARTS.split(line)]
    return any(looks_like_person(part) and not any(map(_is_thing, normal(part).split())) for part in parts)


def names_somebody(text: str) -> bool:
    """Tell whether a text may give away a person, an address or a telephone number."""
    if "@" in text or _TELEPHONE.search(text):
        return True
    return any(_begins_a_name(part.split()) for part in _PARTS.split(text))


def _begins_a_name(words: Sequence[str]) -> bool:
    """Tell whether a forename or a person's title comes before a word that is no thing's."""
    pairs = pairwise([*words, ""])
    return any(_is_called(word) and not _is_of_a_thing(after) for word, after in pairs)


def _is_called(word: str) -> bool:
    return not (FORENAMES | TITLES).isdisjoint(normal(_OWNING.sub("", word)).split())


def _is_of_a_thing(word: str) -> bool:
    return bool(word) and (word[0].isdigit() or all(map(_is_thing, normal(word).split())))


def _is_thing(word: str) -> bool:
    return word in _THINGS or any(ending.sub(single, word) in _THINGS for ending, single in _PLURALS)
