"""Names broken into lines that fit a box, by how wide letters usually are."""

from __future__ import annotations

import re
import unicodedata

_WIDE, _NARROW = frozenset("mwMW@%&—…"), frozenset("ijlftr.,:;'|!()[] ")
_MARKS = {"Mn", "Me", "Cf", "Cc"}


def wrapped(text: str, width: float, most: int) -> list[str]:
    """Return a text in no more than `most` lines of so many ems; what is cut ends with an ellipsis.

    Lines break between words; a word that is wider than a line is broken within.
    """
    lines = [""]
    for word in _pieces(" ".join(text.split())[: 40 * most], width):
        longer = f"{lines[-1]}{word}"
        if not lines[-1] or breadth(longer.rstrip()) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    told = [line.strip() for line in lines]
    if len(told) <= most:
        return told
    return [*told[: most - 1], _cut(f"{told[most - 1]} {told[most]}", width)]


def _pieces(text: str, width: float) -> list[str]:
    """Return words with the blank or hyphen after each, in parts where one is wider than a line."""
    found = []
    for word in re.findall(r"[^\s-]*[\s-]?", text):
        part = ""
        for letter in word:
            if part and breadth(part + letter.strip()) > width:
                found.append(part)
                part = ""
            part += letter
        found.append(part)
    return [one for one in found if one]


def _cut(text: str, width: float) -> str:
    while text and breadth(f"{text}…") > width:
        text = text[:-1]
    return f"{text.rstrip()}…"


def breadth(text: str) -> float:
    """Return about how wide a text is in ems, rather more than less."""
    return sum(_breadth(letter) for letter in text)


def _breadth(letter: str) -> float:
    if letter in _WIDE:
        return 0.95
    if letter in _NARROW:
        return 0.36
    if letter.isascii():
        return 0.72 if letter.isupper() else 0.58
    if unicodedata.category(letter) in _MARKS:
        return 0
    return 1.3 if unicodedata.east_asian_width(letter) in "WF" else 0.8
