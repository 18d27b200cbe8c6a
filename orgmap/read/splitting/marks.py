"""The marks of a cell: brackets, dashes, commas, footnote signs, addresses, and codes of web pages."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

_BREAK = re.compile(r"<\s*(?:br|/p|/li|/div)\s*/?\s*>|\r\n?|[\u2028\u2029\x0b\x0c]", re.IGNORECASE)
_BLANKS = re.compile(r"[^\S\n\t]+")
_INVISIBLE = re.compile(r"[\u200b-\u200f\ufeff\u00ad]")
_ADDRESS = re.compile(
    r"[<(\[]?\s*(?:\b(?:e-?mail|e|mailto)\s*:\s*)*"
    r"[\w.+'’\-]{1,64}@[\w\-]{1,63}(?:\.[\w\-]{1,63}){0,5}\s*[>)\]]?",
    re.IGNORECASE,
)
_TELEPHONE = re.compile(
    r"[(\[]?\s*(?:\b(?:tel|telephone|t|m|mob|mobile|phone|ext)\b\s*[:.]?\s*)?"
    r"(?<![\w/])(?:\+44|0)[\d ()\-]{8,16}\d\s*[)\]]?",
    re.IGNORECASE,
)
_SIGNS = "*†‡§¶"
FOOTNOTE = re.compile(
    rf"(?<=\w)[{_SIGNS}^¹²³⁰-⁹]+(?=[\s,;)\]]|$)|^[{_SIGNS}]+\s*(?=\w)|\s[{_SIGNS}]+$|"
    rf"(?<=\w)\s?[(\[]\d{{1,2}}[)\]]$|(?<=[)\].])\s*[{_SIGNS}]+"
)
"""Signs that point to a note below the table."""
_BULLET = re.compile(r"^\s*(?:[•·▪●◦‣∙o*\uf0b7\-–—]\s+|[•·▪●◦‣∙\uf0b7]\s*|\(?\d{1,2}[.)]\s+|\(?[a-z][.)]\s+)")
BRACKET = re.compile(r"[(\[]\s*([^()\[\]]*?)\s*[)\]]")
_MARKS = (
    r"\s*[|\t]\s*", r"\s+[-–—]+\s+", r"\s*—+\s*", r"\s+–\s*", r"\s*–\s+", r"\s-(?=[^\W\d_])",
    r"(?<=[^\W\d_])-\s+", r"\s*:\s+", r"\s+/\s+", r"\s*,+\s*", r"\.\s{2,}",
)  # fmt: skip
_OR_ANOTHER = (
    r"(?:and/)?or (?:(?:his|her|their|a|an|named|nominated|designated|his/her) )*"
    r"(?:nominee|deputy|representative|substitute|delegate|alternate|rep)"
)
_OPENINGS = (
    "representing", "represented by", "on behalf of", "deputising for", "substituting for",
    "also represent(?:s|ing)", "until", "till", "since", r"from (?:\w+ ){0,2}\d{4}", _OR_ANOTHER,
)  # fmt: skip
_SEPARATOR = re.compile(rf"(?P<mark>{'|'.join(_MARKS)})|\s+(?=(?:{'|'.join(_OPENINGS)})\b)", re.IGNORECASE)
"""What divides a line: a mark, or the blank before words that open a remark."""
_REMARKED = re.compile(
    r"chair|vice|vacant|sub|deputy|observer|police|member|secretary|treasurer|clerk|adviser|invited|apologies|absent|"
    r"minutes",
    re.IGNORECASE,
)


_OUTER = " ,:;|/–—-"


class Segment(NamedTuple):
    """A part of a line, with the mark before it (if any) and whether it stands in brackets."""

    mark: str
    text: str
    bracket: bool = False

    @property
    def written(self) -> str:
        """The segment with its mark, as it was written."""
        return f" ({self.text})" if self.bracket and not self.mark else f"{self.mark or ' '}{self.text}"


@dataclass(frozen=True)
class Line:
    """One line of a cell as segments, and what was taken out of it."""

    segments: tuple[Segment, ...]
    dropped: tuple[str, ...] = ()


def tidied(text: str) -> str:
    """Return a cell with the codes of web pages read, one kind of line break, and single blanks."""
    broken = _BREAK.sub("\n", html.unescape(html.unescape(text)))
    return "\n".join(_BLANKS.sub(" ", line).strip() for line in _INVISIBLE.sub("", broken).split("\n"))


def pieces(text: str) -> list[str]:
    """Return the lines of a cell, and what semicolons and bullets divide, without the bullets."""
    parts = re.split(r"\n+|;|\s[•▪●◦‣\uf0b7]\s", text)
    return [piece for piece in (_BULLET.sub("", part).strip() for part in parts) if piece.strip(" ,.-–—&")]


@lru_cache(maxsize=4096)
def line(text: str) -> Line | None:
    """Return a line in segments, or None where its brackets cannot be followed."""
    dropped = [found.strip() for pattern in (_ADDRESS, _TELEPHONE) for found in pattern.findall(text)]
    bare = _TELEPHONE.sub(" ", _ADDRESS.sub(" ", text)) if dropped else text
    dropped += [found.strip() for found in FOOTNOTE.findall(bare)]
    bare = _closed(FOOTNOTE.sub("", bare).strip())
    segments = _segments(bare)
    stray = any(set("()[]<>") & set(BRACKET.sub("", segment.text)) for segment in segments)
    return None if stray or not segments else Line(tuple(segments), tuple(dropped))


def _closed(text: str) -> str:
    """Return a text whose last bracket was left open with that bracket closed."""
    last = max(text.rfind("("), text.rfind("["))
    unclosed = text.count("(") + text.count("[") == text.count(")") + text.count("]") + 1
    return f"{text})" if unclosed and last > max(text.rfind(")"), text.rfind("]")) else text


def _segments(text: str) -> list[Segment]:
    segments: list[Segment] = []
    start = 0
    for found in BRACKET.finditer(text):
        if _nickname(text, found):
            continue
        segments += _plain(text[start : found.start()])
        segments += [Segment("", found[1], bracket=True)] if found[1] else []
        start = found.end()
    return segments + _plain(text[start:])


def _nickname(text: str, found: re.Match[str]) -> bool:
    """Tell whether one word in brackets stands inside a name: Robert (Bob) Example."""
    before, after = text[: found.start()], text[found.end() :]
    inside = re.fullmatch(r"[A-Z][a-z]+", found[1]) is not None
    return (
        inside
        and bool(re.search(r"[^\W\d_]\s$", before))
        and bool(re.match(r"\s[A-Z][a-z]+", after))
        and not _REMARKED.match(found[1])
    )


def _plain(text: str) -> list[Segment]:
    segments, start, mark = [], 0, ""
    for found in _SEPARATOR.finditer(text):
        segments.append(Segment(mark, text[start : found.start()].strip(_OUTER)))
        start, mark = found.end(), found["mark"] or " "
    segments.append(Segment(mark, text[start:].strip(_OUTER)))
    return [segment for segment in segments if segment.text.strip(" .,-–—:|/")]


def hidden(text: str) -> str:
    """Return a text of the same length in which what brackets hold cannot be seen."""
    return BRACKET.sub(lambda found: "\x00" * len(found[0]), text)
