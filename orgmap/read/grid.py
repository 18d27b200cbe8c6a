"""Grids: rows of cells from whatever file, and their texts cleaned."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass

ROUNDS = 3
"""How often an entity may be written inside an entity: &amp;amp;nbsp; is a hard blank."""
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_NOISE = str.maketrans({"\x00": None, "\ufeff": None, "\xa0": " ", "\xad": None, "\u200b": None})
Row = Sequence[str | None]


@dataclass(frozen=True)
class Grid:
    """One sheet or file as it stands: `rows[i]` is line `first_row + i`; an empty cell is None.

    `merged` holds the merged cells as (top, left, bottom, right), and `hidden` the hidden rows: both as
    places in `rows`, from 0.
    """

    place: str
    name: str
    rows: Sequence[Row]
    first_row: int = 1
    first_column: int = 1
    merged: tuple[tuple[int, int, int, int], ...] = ()
    hidden: tuple[int, ...] = ()


def clean(text: str) -> str | None:
    """Return the text of a cell without outer blanks and HTML entities, or None where nothing is left."""
    whole = _without_entities(text) if "&" in text else text
    plain = whole if whole.isascii() and "\x00" not in whole else whole.translate(_NOISE)
    return plain.strip() or None


def _without_entities(text: str) -> str:
    for _ in range(ROUNDS):
        text, before = _ENTITY.sub(lambda entity: html.unescape(entity[0]), text), text
        if text == before:
            break
    return text


def column_letter(number: int) -> str:
    """Return a column's letters as a spreadsheet shows them: 1 is A, 27 is AA."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
