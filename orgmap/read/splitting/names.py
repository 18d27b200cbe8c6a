"""Names with the surname first, put in the order in which they are said."""

from __future__ import annotations

import re
from collections.abc import Sequence

from orgmap.read.splitting.forenames import is_forename
from orgmap.read.splitting.kinds import Known, without_titles
from orgmap.read.splitting.marks import Segment
from orgmap.read.splitting.nouns import NOMINALS, ORGANISATIONS, PARTICLES, POSTS, SMALL_WORDS, SURNAMES_TOO
from orgmap.read.splitting.remarked import ROLE
from orgmap.read.splitting.words import normal
from orgmap.vocabulary import TITLES

_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’‘`´.\-])*")
_INITIALS = re.compile(r"(?:[A-Z]\.? ?){1,4}")


def in_order(segments: Sequence[Segment], known: Known) -> list[Segment]:
    """Return the segments, the first two made one where they are a surname and forenames."""
    if len(segments) > 1 and segments[1].mark.strip() == "," and not segments[1].bracket:
        name = turned(segments[0].text, segments[1].text, known)
        if name:
            return [segments[0]._replace(text=name), *segments[2:]]
    return list(segments)


def turned(surname: str, forenames: str, known: Known) -> str | None:
    """Return "Jane Smith" for "Smith" and "Jane"; None where they do not read as surname and forenames."""
    titles, bare = _titles(surname)
    if not _is_surname(bare) or not _are_forenames(forenames, known):
        return None
    before, first = _titles(forenames)
    name = " ".join([*before, *titles, *first])
    return f"{name} {' '.join(bare)}"


def _titles(text: str) -> tuple[list[str], list[str]]:
    words = text.split()
    bare = without_titles(words) if words else []
    start = len(words) - len(bare) if words[len(words) - len(bare) :] == bare else 0
    return words[:start], words[start:]


def _is_surname(words: list[str]) -> bool:
    names = [normal(word) for word in words]
    if not words or len(words) > 3 or not all(_WORD.fullmatch(word) for word in words):
        return False
    if any(name in PARTICLES for name in names[-1:]) or not all(name in PARTICLES for name in names[:-1]):
        return False
    return not _taken(names[-1]) and words[-1][0].isupper() and len(names[-1]) > 1


def _taken(name: str) -> bool:
    if name in SURNAMES_TOO and name not in POSTS and name not in ROLE:
        return False
    return bool({*name.split()} & (ORGANISATIONS | POSTS | SMALL_WORDS)) or name in ROLE or name in NOMINALS


def _are_forenames(text: str, known: Known) -> bool:
    titles, words = _titles(text)
    if not words or len(words) > 3 or normal(text) in known.organisations:
        return False
    if _INITIALS.fullmatch(" ".join(words)) and normal(text) not in NOMINALS:
        return not (len(words) == 1 and len(words[0].replace(".", "")) > 2)
    if not all(_WORD.fullmatch(word) and not _taken(normal(word)) for word in words):
        return False
    first = normal(words[0]).split(" ")[0]
    return is_forename(first) or first in known.forenames or bool(titles and normal(titles[0]) in TITLES)
