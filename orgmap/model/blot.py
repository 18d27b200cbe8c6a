"""Names found in free text and blotted out, however they are cased, spaced and punctuated there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from orgmap.matching import normal, person_name

INSTEAD = "(name withheld)"
_TOKEN = re.compile(r"[^\W_]+(?:['’‘`´]+[^\W_]+)*")
Words = tuple[str, ...]


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
            (word, match.start(), match.end())
            for match in _TOKEN.finditer(text)
            for word in normal(match[0]).split()
        ]
        kept, end, place = [], 0, 0
        while place < len(found):
            length = self._length([word for word, _, _ in found[place : place + 20]])
            if length:
                kept += [text[end : found[place][1]], INSTEAD]
                end = found[place + length - 1][2]
            place += max(length, 1)
        return "".join([*kept, text[end:]])

    def _length(self, words: list[str]) -> int:
        """Return of how many words the longest name is with which the words begin, 0 if with none."""
        names = self._names.get(words[0], ())
        return next((len(name) for name in names if tuple(words[: len(name)]) == name), 0)


def _words(name: str) -> Words:
    """Return a name as it is looked for: without titles, unless nothing but a surname is left then."""
    bare = tuple(person_name(name).key.split())
    return bare if len(bare) > 1 else tuple(normal(name).split())
