"""Names found in free text and blotted out, however they are cased, spaced and punctuated there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from orgmap.matching import normal, person_name

INSTEAD = "(name withheld)"
_TOKEN = re.compile(r"[^\W_]+(?:['’‘`´]+[^\W_]+)*")
_WHOSE = re.compile(r"['’‘`´]+s$", re.IGNORECASE)
Words = tuple[str, ...]
Spelt = tuple[str, str]
"""A word of a text, and the same without the "'s" that says whose something is."""


class Blot:
    """Names to withhold; called with a text, it returns the text without them."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names: dict[str, list[Words]] = defaultdict(list)
        for words in sorted({_words(name) for name in names} - {()}, key=len, reverse=True):
            self._names[words[0]].append(words)

    def __bool__(self) -> bool:
        return bool(self._names)

    def __call__(self, text: str) -> str:
        """Return the text with "(name withheld)" in place of each name."""
        found = [
            (spelt, match.start(), match.end())
            for match in _TOKEN.finditer(text)
            for spelt in _spelt(match[0])
        ]
        kept, end, place = [], 0, 0
        while place < len(found):
            length = self._length([spelt for spelt, _, _ in found[place : place + 20]])
            if length:
                kept += [text[end : found[place][1]], INSTEAD]
                end = found[place + length - 1][2]
            place += max(length, 1)
        return "".join([*kept, text[end:]])

    def _length(self, words: list[Spelt]) -> int:
        """Return of how many words the longest name is with which the words begin, 0 if with none."""
        begun = [name for first in dict.fromkeys(words[0]) for name in self._names.get(first, ())]
        return max((len(name) for name in begun if _begin_with(words, name)), default=0)


def _spelt(token: str) -> list[Spelt]:
    """Return the words of a token, of which only the last can say whose something is."""
    words, bare = normal(token).split(), normal(_WHOSE.sub("", token)).split()
    return list(zip(words, bare if len(bare) == len(words) else words, strict=True))


def _begin_with(words: list[Spelt], name: Words) -> bool:
    head = words[: len(name)]
    return (
        len(head) == len(name)
        and all(word == part for (word, _), part in zip(head[:-1], name[:-1], strict=True))
        and name[-1] in head[-1]
    )


def _words(name: str) -> Words:
    """Return a name as it is looked for: without titles, unless nothing but a surname is left then."""
    bare = tuple(person_name(name).key.split())
    return bare if len(bare) > 1 else tuple(normal(name).split())
