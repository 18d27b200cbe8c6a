"""A file of UCINET's DL language: its dimensions, its labels, and the words of its data."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

_QUOTED = re.compile(r"\"([^\"\n]*)\"|“([^”\n]*)”|(?<![^\s,=])'([^'\n]*)'(?=[\s,=]|$)")
_MASK = "\x00"
_MASKED = re.compile(f"{_MASK}(\\d+){_MASK}")
_DATA = re.compile(r"\bdata\s*:", re.IGNORECASE)
_OF = r"(?:\b(?P<of>(?:row|col(?:umn)?|matrix|level)s?(?:(?:\s+and)?\s+col(?:umn)?s?)?)\s+)?"
_KEYWORD = re.compile(
    rf"{_OF}\blabels?(?:\s+(?P<embedded>embedded)\b\s*:?|\s*:)"
    r"|\b(?P<size>n[rcm]?)\s*=\s*(?P<number>\d{1,9})"
    r"|\bformat\s*=\s*(?P<format>\w+)"
    r"|\bdiagonal\s*=?\s*(?P<diagonal>absent|present)"
    r"|\b(?P<file>data\s?file)\s*=",
    re.IGNORECASE,
)
_BREAKS = re.compile(r"[,=]+")
Words = list[str]


class NotRead(Exception):
    """The file is of a kind of DL that is not read; the text says which."""


@dataclass
class DlFile:
    """A file, taken apart: sizes by name (n, nr, nc, nm), labels by side, and which sides name in the data.

    `data` are the words of each line of data that has any, with its row; `start` is the row of the line DATA.
    """

    sizes: dict[str, int] = field(default_factory=dict)
    labels: dict[str, list[str]] = field(default_factory=dict)
    embedded: set[str] = field(default_factory=set)
    format: str = "fullmatrix"
    no_diagonal: bool = False
    start: int = 1
    data: list[tuple[int, Words]] = field(default_factory=list)

    @property
    def two_mode(self) -> bool:
        """Whether the rows are of another kind than the columns."""
        if self.format.endswith("2"):
            return True
        return "n" not in self.sizes and not self.sizes.keys().isdisjoint(("nr", "nc"))

    def size(self, side: str) -> int | None:
        """Return how many rows or columns there are, where it is said."""
        return self.sizes.get("nr" if side == "row" else "nc", self.sizes.get("n"))


def parsed(text: str) -> DlFile:
    """Return a file taken apart.

    Raises:
        NotRead: the file has no data.
    """
    quotes: list[str] = []
    plain = text.replace(_MASK, "").replace("\r\n", "\n").replace("\r", "\n")
    masked = _QUOTED.sub(lambda found: _mask(found, quotes), plain)
    start = _DATA.search(masked)
    if start is None:
        raise NotRead("the file has no line DATA:, where its ties would begin.")
    file = DlFile(start=masked.count("\n", 0, start.end()) + 1)
    _read_head(file, masked[: start.start()], quotes)
    file.data = list(_data(masked[start.end() :], file.start, quotes))
    return file


def _mask(found: re.Match[str], quotes: list[str]) -> str:
    quotes.append(next(part for part in found.groups() if part is not None))
    return f"{_MASK}{len(quotes) - 1}{_MASK}"


def _words(text: str, quotes: Sequence[str]) -> Words:
    """Return the words of a text, with quoted ones in place of their masks."""
    words = _BREAKS.sub(" ", text).split()
    if _MASK not in text:
        return words
    return [_MASKED.sub(lambda found: quotes[int(found[1])], word) for word in words]


def _read_head(file: DlFile, text: str, quotes: Sequence[str]) -> None:
    found = list(_KEYWORD.finditer(text))
    ends = [*(one.start() for one in found[1:]), len(text)]
    for one, end in zip(found, ends, strict=True):
        if one["size"]:
            file.sizes.setdefault(one["size"].lower(), int(one["number"]))
        elif one["format"]:
            file.format = one["format"].lower()
        elif one["diagonal"]:
            file.no_diagonal = one["diagonal"].lower() == "absent"
        elif one["file"]:
            raise NotRead("its data lie in another file.")
        else:
            _read_labels(file, one, text[one.end() : end], quotes)


def _read_labels(file: DlFile, found: re.Match[str], text: str, quotes: Sequence[str]) -> None:
    of = (found["of"] or "").lower()
    if of.startswith(("matrix", "level")):
        return
    sides = {"row"} if of.startswith("row") else {"column"} if of else {"row", "column"}
    sides |= {"column"} if " col" in of else set()
    if found["embedded"]:
        file.embedded |= sides
        return
    for side in sorted(sides):
        file.labels[side] = _labels(text, file.size(side), quotes)


def _labels(text: str, wanted: int | None, quotes: Sequence[str]) -> Words:
    """Return labels; where only whole lines make the number that there must be, each line is one."""
    words = _words(text, quotes)
    if wanted is not None and len(words) != wanted:
        lines = [" ".join(_words(line, quotes)) for line in re.split(r"[\n,]", text) if line.strip()]
        words = lines if len(lines) == wanted else words[:wanted]
    return words


def _data(text: str, first: int, quotes: Sequence[str]) -> Iterator[tuple[int, Words]]:
    """Yield the words of each line of the first matrix; "!" ends a matrix given as a list."""
    for row, line in enumerate(text.split("\n"), start=first):
        words = _words(line, quotes)
        if words[:1] == ["!"]:
            return
        if words:
            yield row, words
