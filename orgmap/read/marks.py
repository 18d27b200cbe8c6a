"""What stands in a cell of a matrix: nothing, a mark, a number, a role, a status or a date."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from orgmap.errors import CallInvalid
from orgmap.matching import normal
from orgmap.model.cells import read_cell, read_date
from orgmap.read.ties import Facts, number, number_facts
from orgmap.vocabulary import NOT_KNOWN, TABLE

YES = frozenset(
    ("x", "y", "yes", "true", "t", "✓", "✔", "√", "☑", "☒", "*", "•", "●", "■", "×", "✕", "✖", "ü", "þ")
)
"""Marks of a seat, in small letters; the last two are what ticks of the font Wingdings are as text."""
NO = frozenset(
    ("-", "–", "—", "n", "no", "false", "f", "nil", "none", "✗", "✘", "❌", "☐", "□", ".", "..", "n/a", "na")
)
"""Marks of no seat, in small letters."""
DOUBTFUL = NOT_KNOWN - {"none", "n a", "na"}
_COLUMNS = ("role", "status")
_BREAKS = re.compile(r"[()\[\];,/+\n]|\s[-–—]\s|\s(?=(?:from|since|until|till)\s)", re.IGNORECASE)
_FOOTNOTE = "*†‡§¹²³"
_TERM = re.compile(r"(?P<when>from|since|until|to|till)\s+(?P<date>.+)", re.IGNORECASE)


@dataclass(frozen=True)
class Mark:
    """What a cell says: how many seats there are, and what it says of them under the columns of seats.

    `number` is true of a number other than 0 and 1, `dated` of a bare date, which is kept as the note.
    """

    seats: int
    facts: Facts = field(default_factory=dict)
    number: bool = False
    dated: bool = False


NO_SEAT = Mark(0)
SEAT = Mark(1)


@lru_cache(maxsize=10_000)
def mark_of(text: str) -> Mark | None:
    """Return what a cell says, or None where its text is no mark."""
    simple = _simple(text)
    if simple is not None:
        return simple
    parts = [part.strip() for part in _BREAKS.split(text[:200]) if part.strip()]
    if len(text) > 200:
        return None
    return _together([_simple(part) for part in parts]) if len(parts) > 1 else _with_footnote(text)


def says_unknown(text: str) -> bool:
    """Tell whether a cell says that it is not known whether there is a seat: "?", "TBC"."""
    return normal(text) in DOUBTFUL or not text.strip("?!… ")


def _simple(text: str) -> Mark | None:
    if text.casefold() in YES:
        return SEAT
    if text.casefold() in NO or not text:
        return NO_SEAT
    return _numbered(text) or _of_list(text) or _dated(text)


def _with_footnote(text: str) -> Mark | None:
    """Return a mark with a sign of a footnote after it, the sign kept as the note."""
    bare = text.rstrip(_FOOTNOTE)
    mark = _simple(bare) if bare and bare != text else None
    return Mark(1, {"note": text, **mark.facts}) if mark and mark.seats == 1 else None


def _numbered(text: str) -> Mark | None:
    value = number(text)
    if value is None or value < 0 or re.fullmatch(r"(?:19|20)\d\d", text):
        return None
    if value in (0, 1):
        return SEAT if value else NO_SEAT
    return Mark(*number_facts(value), number=True)


def _of_list(text: str) -> Mark | None:
    """Return the seat of a role or a status that the vocabulary has."""
    for name in _COLUMNS:
        column = TABLE["seats"].by_name[name]
        if len(text) < 60 and read_cell(text, column)[1] is None:
            return Mark(1, {name: text})
    return None


def _dated(text: str) -> Mark | None:
    term = _TERM.fullmatch(text)
    if term and _is_date(term["date"]):
        column = "since" if term["when"].lower() in ("from", "since") else "until"
        return Mark(1, {column: term["date"]})
    return Mark(1, {"note": text}, dated=True) if _is_date(text) else None


def _is_date(text: str) -> bool:
    try:
        read_date(text)
    except CallInvalid:
        return False
    return True


def _together(marks: list[Mark | None]) -> Mark | None:
    """Return several marks of one cell as one, or None where one is unknown or they contradict each other."""
    facts: dict[str, str] = {}
    for mark in marks:
        if mark is None or mark.seats != 1 or not facts.keys().isdisjoint(mark.facts):
            return None
        facts |= mark.facts
    return Mark(1, facts, dated=any(mark.dated for mark in marks if mark))
