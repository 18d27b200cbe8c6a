"""Lines of a person column divided into what they say of each holder."""

from __future__ import annotations

import re

from orgmap.read.splitting.dividing import begins_with_person
from orgmap.read.splitting.kinds import Known, person_kind
from orgmap.read.splitting.marks import hidden, line
from orgmap.read.splitting.remarked import TITLES_OF_SEVERAL
from orgmap.read.splitting.words import normal
from orgmap.vocabulary import TITLES, VACANT

_JOINED = re.compile(r"\s*&\s*|,?\s+and\s+|\s+\+\s+|\s*/\s*", re.IGNORECASE)
_COMMA = re.compile(r"\s*,\s*")
PLURAL = re.compile(
    rf"(?P<title>{'|'.join(sorted(TITLES_OF_SEVERAL, key=len, reverse=True))})\b\.?:?\s+(?P<rest>\S.*)",
    re.IGNORECASE,
)
"""Several names after a title in the plural."""
_TWO_FORENAMES = re.compile(
    r"(?P<first>[A-Z][a-z]+) (?:and|&) (?P<second>[A-Z][a-z]+) (?P<surname>[A-Z][\w'’\-]+)"
)


def holders(line_of: str, known: Known) -> list[str]:
    """Return what a line says of each holder, one text for each."""
    return _under_title(line_of) or _holders(line_of, known)


def _under_title(entry: str) -> list[str]:
    """Return the names after a title in the plural, each with that title: Cllrs A Example and B Sample."""
    found = PLURAL.fullmatch(entry)
    if not found:
        return []
    title = TITLES_OF_SEVERAL[normal(found["title"])]
    names = _divided(_divided([found["rest"]], _JOINED), _COMMA)
    bare = all(re.match(r"(?:[^\W\d_]+\.?['’\-]?\s*){1,4}(?:[(\[].*|\s[-–—].*)?$", name) for name in names)
    return [f"{title} {name}" for name in names if name] if bare and len(names) > 1 else []


def _divided(texts: list[str], mark: re.Pattern[str]) -> list[str]:
    """Return the texts divided at a mark, but not inside brackets."""
    parts = []
    for text in texts:
        start = 0
        for found in mark.finditer(hidden(text)):
            parts.append(text[start : found.start()])
            start = found.end()
        parts.append(text[start:])
    return [part.strip() for part in parts if part.strip()]


def _holders(entry: str, known: Known) -> list[str]:
    """Return what an entry says of each holder: it is divided only where another name begins."""
    names = _forename_and_name(entry)
    if names:
        return names
    joined = _grown(entry, _JOINED, known)
    return [name for part in joined for name in _grown(part, _COMMA, known)]


def _grown(text: str, mark: re.Pattern[str], known: Known) -> list[str]:
    """Return a text divided at a mark, but only where another holder begins."""
    names: list[str] = []
    start = 0
    for found in mark.finditer(hidden(text)):
        if _another(text[start : found.start()], text[found.end() :], known, listed=mark is _COMMA):
            names.append(text[start : found.start()].strip())
            start = found.end()
    return [*names, text[start:].strip()]


def _another(before: str, after: str, known: Known, *, listed: bool) -> bool:
    """Tell whether another holder begins after a mark; one after a comma (`listed`) has to be certain."""
    if not listed and (normal(after).split(" ")[0] == "vacant" or normal(before) in VACANT):
        return True
    left, right = begins_with_person(before, known), begins_with_person(after, known)
    if not left.noun or not right.noun:
        return False
    if listed:
        return left.sure and right.sure
    return right.sure or (left.sure and not _holds_more(before))


def _holds_more(text: str) -> bool:
    """Tell whether a line holds more than a name."""
    read = line(text)
    return read is None or len(read.segments) > 1


def _forename_and_name(entry: str) -> list[str]:
    """Return the two full names of "Ann and Bob Example", a couple of one surname."""
    found = _TWO_FORENAMES.fullmatch(entry)
    if (
        not found
        or normal(found["first"]) in TITLES
        or not person_kind(f"{found['first']} {found['surname']}").sure
    ):
        return []
    if not person_kind(f"{found['second']} {found['surname']}").sure:
        return []
    return [f"{found['first']} {found['surname']}", f"{found['second']} {found['surname']}"]
