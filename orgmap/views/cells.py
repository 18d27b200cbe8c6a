"""The cells of a table that hold names, made into links, as many as a page can carry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgmap.network import PREFIX

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from orgmap.views.columns import Heading
    from orgmap.views.linking import Links

MOST_LINKS = 3_000
"""The cells of a table hold no more links than this; columns that would go beyond stay text."""
_ANY_MODE = frozenset({"member", "name", "party"})
"""Columns that name what the column `mode` of their row says."""
_OF_BODIES = ("body", "for_body", "on_body", "led_by", "names")


def linked(
    rows: Sequence[Sequence[str]], columns: Sequence[Heading], table: pd.DataFrame, links: Links
) -> list[Sequence[str]]:
    """Return the rows of a table with the names in their cells as links, column by column from the left.

    `table` has the rows in the same order. Columns of numbers and of yes and no hold no names.
    """
    if not links.places or not rows:
        return list(rows)
    room = MOST_LINKS
    made: list[Sequence[str]] = []
    for heading, texts in zip(columns, zip(*rows, strict=True), strict=True):
        found = 0 if heading.style in ("number", "flag") else _count(texts, links)
        fits = 0 < found <= room
        room -= found if fits else 0
        made.append(_links(texts, _modes(heading.column, table), links) if fits else texts)
    return list(zip(*made, strict=True))


def _count(texts: Sequence[str], links: Links) -> int:
    each = {text: links.count(text) for text in set(texts)}
    return sum(each[text] for text in texts)


def _links(texts: Sequence[str], modes: Sequence[str], links: Links) -> list[str]:
    pairs = list(zip(texts, modes, strict=True))
    each = {(text, mode): links.cell(text, mode) if text else "" for text, mode in set(pairs)}
    return [each[pair] for pair in pairs]


def _modes(column: str, table: pd.DataFrame) -> list[str]:
    """Return what the names in a column are of, row by row: organisations unless something else is said."""
    if column in _ANY_MODE and "mode" in table.columns:
        return [mode if mode in PREFIX else "organisation" for mode in table["mode"].astype("str")]
    return ["body" if column.startswith(_OF_BODIES) else "organisation"] * len(table)
