"""The sheet in front that lists every problem, with a link to its cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.hyperlink import Hyperlink

from orgmap.errors import SEVERITIES
from orgmap.write.annotate.layout import fit_rows, print_across
from orgmap.write.annotate.marks import MOST_NOTES
from orgmap.write.annotate.places import Spot
from orgmap.write.annotate.texts import write_text

SHEET = "Problems (ignore)"
MOST_LINKS = 60_000
"""A sheet can hold some 65,000 links."""
MOST_LINES = 1_000_000
MOST_FITTED = 20_000
"""Beyond so many lines none is made as tall as its text, which would take too long."""
_COLUMNS = {"Kind": 10, "Where": 30, "Cell": 9, "Value": 28, "What is wrong": 60, "What to do": 60}
_FONT = "Calibri"
_TOP = Alignment(vertical="top", wrap_text=True)
_ABOUT = (
    "orgmap check found {found}. Each is also a note on its cell{cap}. "
    "This sheet is not read: mend the cells, save, and run the check again."
)


def list_problems(book: Workbook, spots: Sequence[Spot]) -> None:
    """Put the sheet of problems in front and show it when the workbook is opened."""
    sheet = book.create_sheet(SHEET, 0)
    write_text(sheet["A1"], _ABOUT.format(found=_found(spots), cap=_cap(spots)))
    sheet["A1"].font = Font(name=_FONT, size=12, bold=True)
    for place, (heading, width) in enumerate(_COLUMNS.items(), start=1):
        cell = sheet.cell(2, place, heading)
        cell.font, cell.fill = Font(name=_FONT, size=11, bold=True), PatternFill("solid", fgColor="FFDDEBF7")
        sheet.column_dimensions[get_column_letter(place)].width = width
    for row, spot in enumerate(spots[:MOST_LINES], start=3):
        _line(sheet, row, spot)
    sheet.freeze_panes = "A3"
    sheet.auto_filter.ref = f"A2:{get_column_letter(len(_COLUMNS))}{max(len(spots) + 2, 3)}"
    if len(spots) <= MOST_FITTED:
        fit_rows(sheet, 3)
    print_across(sheet, 2)
    _show(book)


def _found(spots: Sequence[Spot]) -> str:
    counts = Counter(spot.problem.severity for spot in spots)
    told = [f"{counts[kind]:,} {kind}{'s' * (counts[kind] != 1)}" for kind in SEVERITIES if counts[kind]]
    return ", ".join(told) or "no problems"


def _cap(spots: Sequence[Spot]) -> str:
    cells = Counter(
        spot.sheet for spot in {(spot.sheet, spot.row, spot.column): spot for spot in spots}.values()
    )
    return (
        f", the first {MOST_NOTES:,} cells of a sheet"
        if any(size > MOST_NOTES for size in cells.values())
        else ""
    )


def _line(sheet: Any, row: int, spot: Spot) -> None:
    problem = spot.problem
    cell = f"{get_column_letter(spot.column)}{spot.row}" if spot.on_a_cell else ""
    texts = (problem.severity, problem.place, cell, problem.value or "", problem.message, problem.hint)
    for place, text in enumerate(texts, start=1):
        if text:
            write_text(sheet.cell(row, place), text)
            sheet.cell(row, place).alignment = _TOP
    if cell and row <= MOST_LINKS and spot.sheet is not None:
        quoted = spot.sheet.replace("'", "''")
        sheet.cell(row, 3).hyperlink = Hyperlink(ref="", location=f"'{quoted}'!{cell}")
        sheet.cell(row, 3).font = Font(name=_FONT, size=11, color="FF0563C1", underline="single")


def _show(book: Workbook) -> None:
    """Show the first sheet and select no other: sheets selected together are edited together."""
    book.active = 0
    for place, sheet in enumerate(book.worksheets):
        sheet.sheet_view.tabSelected = place == 0
