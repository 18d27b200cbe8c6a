"""Markdown in which every name stays a name, whatever marks it holds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from orgmap.model.guards import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_MARKS = re.compile(r"([\\`*_\[\]<>#|~&$@])")
_ADDRESS = re.compile(r"(?i)(https?|ftp|mailto|xmpp)(:)|\b(www)(\.)")
_START = re.compile(r"^([-+=]|\d+(?=[.)]))")


def escaped(text: object) -> str:
    """Return the text on one line, in which Markdown (CommonMark or GitHub's) finds no marks to read."""
    plain = _MARKS.sub(r"\\\1", clean(text))
    plain = _ADDRESS.sub(lambda found: "\\".join(part for part in found.groups() if part), plain)
    return _START.sub(lambda found: found[0] + "\\" if found[0].isdigit() else "\\" + found[0], plain)


def heading(level: int, text: object) -> str:
    """Return a heading line of that level."""
    return f"{'#' * level} {escaped(text)}".rstrip()


def bullets(texts: Iterable[object]) -> str:
    """Return a list, one line for each text."""
    return "\n".join(f"- {escaped(text)}" for text in texts)


def table(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a table as GitHub's Markdown has it, one line for each row."""
    lines = [[escaped(text) for text in headings], ["---"] * len(headings)]
    lines += [[escaped(value) for value in row] for row in rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def document(blocks: Iterable[str]) -> str:
    """Return blocks of Markdown as one text, an empty line between them."""
    return "\n\n".join(block for block in blocks if block) + "\n"
