"""How a sheet that orgmap adds to somebody's workbook stands on the screen and on paper."""

from __future__ import annotations

from math import ceil
from typing import Any

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

LINE = 15.0
"""The height of one line, in points."""
TALLEST = 27
"""A row is at most this many lines tall: Excel allows no more than 409 points."""


def fit_rows(sheet: Any, first: int) -> None:
    """Make every row from `first` on as tall as its longest text is, wrapped in its column."""
    widths = [
        sheet.column_dimensions[get_column_letter(place)].width for place in range(1, sheet.max_column + 1)
    ]
    for row in sheet.iter_rows(min_row=first):
        lines = [
            _lines(str(cell.value), width) for cell, width in zip(row, widths, strict=True) if cell.value
        ]
        sheet.row_dimensions[row[0].row].height = LINE * min(TALLEST, max(lines, default=1))


def _lines(text: str, width: float) -> int:
    return sum(max(1, ceil(len(line) * 1.1 / width)) for line in text.split("\n"))


def print_across(sheet: Any, headings: int) -> None:
    """Print on A4 across, as wide as the page, with the row of headings on each."""
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"{headings}:{headings}"
