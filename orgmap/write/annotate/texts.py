"""Cells, and text in them that openpyxl would take for a formula, an error or a fault of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.worksheet.worksheet import Worksheet

LONGEST = 32_767
_CODE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def plain(text: str) -> str:
    """Return text that a workbook can hold: letters that XML does not know stand as a question mark."""
    known = text.encode("utf-8", "replace").decode("utf-8")
    return ILLEGAL_CHARACTERS_RE.sub("?", known).replace("\uffff", "?").replace("\ufffe", "?")[:LONGEST]


def cells_of(sheet: Worksheet) -> Sequence[Any]:
    """Return the cells that a sheet has; to go through its rows would make all cells up to the last one."""
    return list(sheet._cells.values())  # noqa: SLF001


def write_text(cell: Any, text: str) -> None:
    """Write text into a cell, as text whatever it begins with, so that programs read it letter by letter."""
    cell.value = _CODE.sub("_x005F_", plain(text)).replace("\r", "_x000D_")[:LONGEST]
    cell.data_type = "s"
    if text.startswith(("=", "+", "-", "@", "'")):
        cell.quotePrefix = True
