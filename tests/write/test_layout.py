"""Sheets that orgmap adds to somebody's workbook: rows as tall as their text, printed across."""

from __future__ import annotations

from openpyxl import Workbook

from orgmap.write.annotate.layout import LINE, TALLEST, fit_rows, print_across


def test_rows_are_as_tall_as_their_text() -> None:
    """A row holds its longest text wrapped, and is never taller than Excel allows."""
    sheet = Workbook().create_sheet()
    sheet.column_dimensions["A"].width = 20
    for text in ("heading", "short", "word " * 20, "x" * 100_000, None):
        sheet.append([text])
    fit_rows(sheet, 2)
    heights = [sheet.row_dimensions[row].height for row in (1, 2, 3, 4)]
    assert heights == [None, LINE, 6 * LINE, TALLEST * LINE]


def test_printed_across() -> None:
    """The sheet is printed on A4 across, as wide as the page, with its headings on each."""
    sheet = Workbook().create_sheet()
    print_across(sheet, 2)
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
    assert sheet.print_title_rows == "$2:$2"
