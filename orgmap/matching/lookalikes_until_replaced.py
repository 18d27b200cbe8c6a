"""One person or organisation under several spellings: normal forms, slugs, the nearest name, look-alikes."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz import fuzz, process

from orgmap.vocabulary import DIRECTIONS, POST_NOMINALS, TITLES

SLUG_LENGTH = 60
NEAR = 86.0
GUESSED = 75.0
"""What is offered as a guess is at least this near."""
DIFFERENT = 65.0
"""Below this, what two names do not share is too unlike for the rest to count."""
_APOSTROPHES = re.compile(r"['’‘`´]")
_SEPARATORS = re.compile(r"[\W_]+")
_DOTTED_END = re.compile(r"(?:[\s,]+(?:\w\.){2,}\w?)+[\s,]*$")


def normal(text: str) -> str:
    """Return a name as it is compared: case, spacing, punctuation and "&" for "and" put aside."""
    folded = unicodedata.normalize("NFKC", text).casefold().replace("&", " and ")
    return _SEPARATORS.sub(" ", _APOSTROPHES.sub("", folded)).strip()


def slug(text: str) -> str:
    """Return a short lower-case code of letters, digits and hyphens, the same on every machine.

    Where letters are lost, or the name is long, the code ends in a digest of it.
    """
    letters = unicodedata.normalize("NFKD", normal(text))
    code = "-".join(letters.encode("ascii", "ignore").decode().split())
    lost = any(letter.isalnum() and not letter.isascii() for letter in letters)
    return code if code and not lost and len(code) <= SLUG_LENGTH else _with_digest(code, text)


def identity(text: str) -> str:
    """Return a code that two names share only if their normal forms are the same, accents included."""
    code = slug(text)
    exact = code == "-".join(normal(text).split()) or code == _with_digest(code.rpartition("-")[0], text)
    return code if exact else _with_digest(code, text)


def _with_digest(code: str, text: str) -> str:
    digest = hashlib.sha256((normal(text) or text).encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{code[: SLUG_LENGTH - 9].rstrip('-')}-{digest}".lstrip("-")


@dataclass(frozen=True)
class PersonName:
    """A person's name without titles and post-nominals, and how much it tells.

    `full` is true for a forename of two letters or more with a surname; `code` for one bare word.
    """

    key: str
    full: bool
    code: bool


def person_name(text: str) -> PersonName:
    """Return the comparable form of a person's name."""
    words = normal(_DOTTED_END.sub(lambda end: end[0].replace(".", ""), text)).split()
    bare = _without_titles(words)
    full = len(bare) > 1 and len(bare[0]) > 1
    return PersonName(" ".join(bare), full, code=len(words) == 1 or _has_digit(bare))


def _without_titles(words: list[str]) -> list[str]:
    start, end = 0, len(words)
    while start < end - 1 and words[start] in TITLES:
        start += 1
    while end - start > 2 and words[end - 1] in POST_NOMINALS:
        end -= 1
    return words[start:end]


def _has_digit(words: Iterable[str]) -> bool:
    return any(letter.isdigit() for word in words for letter in word)


def nearest(text: str, candidates: Mapping[str, str]) -> str | None:
    """Return the label whose normal form (the mapping's key) is nearest to the text, or None."""
    found = process.extractOne(
        normal(text), candidates.keys(), scorer=fuzz.token_sort_ratio, score_cutoff=GUESSED
    )
    return candidates[found[0]] if found else None


@dataclass(frozen=True)
class Lookalike:
    """Two entities whose names are nearly the same, and how near (0 to 100)."""

    a: str
    b: str
    nearness: float


def lookalikes(labels: Mapping[str, str], *, people: bool = False) -> list[Lookalike]:
    """Return the pairs of ids whose names are nearly alike, nearest first.

    Only names that share a word are compared, so that a long list costs little. Names that differ in a
    number or a direction, such as "Panel 1" and "Panel 2" or "North" and "South", are not alike.
    """
    words = {
        key: (person_name(label).key if people else normal(label)).split() for key, label in labels.items()
    }
    return sorted(_near(words, people=people), key=lambda pair: (-pair.nearness, pair.a, pair.b))


def _near(words: Mapping[str, Sequence[str]], *, people: bool) -> Iterator[Lookalike]:
    for a, b in _share_a_word(words):
        if _telling(words[a]) != _telling(words[b]):
            continue
        nearness = _nearness(words[a], words[b], people=people)
        if nearness >= (NEAR if people else 90.0):
            yield Lookalike(a, b, round(nearness, 1))


def _share_a_word(words: Mapping[str, Sequence[str]]) -> list[tuple[str, str]]:
    holders: dict[str, list[str]] = defaultdict(list)
    for key, parts in words.items():
        for part in set(parts):
            holders[part].append(key)
    common = max(50, len(words) // 20)
    pairs = {
        (min(a, b), max(a, b))
        for keys in holders.values()
        if len(keys) <= common
        for a, b in combinations(keys, 2)
    }
    return sorted(pairs)


def _telling(words: Iterable[str]) -> set[str]:
    return {word for word in words if word in DIRECTIONS or _has_digit([word])}


def _nearness(a: Sequence[str], b: Sequence[str], *, people: bool) -> float:
    if people and _initial_of(a, b):
        return 90.0
    only_a, only_b = (" ".join(word for word in one if word not in other) for one, other in ((a, b), (b, a)))
    if only_a and only_b and fuzz.ratio(only_a, only_b) < DIFFERENT:
        return 0.0
    return fuzz.ratio(" ".join(sorted(a)), " ".join(sorted(b)))


def _initial_of(a: Sequence[str], b: Sequence[str]) -> bool:
    """Tell whether two names have one surname and forenames that one initial could stand for."""
    if len(a) < 2 or len(b) < 2:
        return False
    shorter, longer = sorted((a[0], b[0]), key=len)
    return len(shorter) == 1 and longer.startswith(shorter)
