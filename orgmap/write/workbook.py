"""Tables as one Excel workbook, a sheet each, with nothing in it that Excel would take for a formula."""

from __future__ import annotations

import datetime
import io
from collections.abc import Mapping

import pandas as pd
import xlsxwriter

WIDEST = 60
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_MADE = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC).replace(tzinfo=None)
_LONGEST = 32_767


def workbook(title: str, tables: Mapping[str, pd.DataFrame]) -> bytes:
    """Return a workbook with a sheet for each table: headings that stay in sight, filters, fitted columns.

    Empty cells are unknown values. Text stays text, whatever it begins with. Same tables, same bytes.
    """
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, _OPTIONS)
    book.set_properties({"title": title[:255], "comments": "Made with orgmap", "created": _MADE})
    heading = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    body = book.add_format({"text_wrap": True, "valign": "top"})
    for name, table in tables.items():
        _sheet(book.add_worksheet(name[:31]), table, heading, body)
    book.close()
    return made.getvalue()


def _sheet(sheet: xlsxwriter.worksheet.Worksheet, table: pd.DataFrame, heading: object, body: object) -> None:
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    for number, column in enumerate(table.columns):
        cells = [_cell(value) for value in table[column].tolist()]
        sheet.write_string(0, number, str(column), heading)
        for row, cell in enumerate(cells, start=1):
            _write(sheet, row, number, cell, body)
        sheet.set_column(number, number, _width(str(column), cells))
    if len(table.columns):
        sheet.autofilter(0, 0, max(len(table), 1), len(table.columns) - 1)


def _write(
    sheet: xlsxwriter.worksheet.Worksheet, row: int, column: int, cell: str | float | None, look: object
) -> None:
    if isinstance(cell, str):
        sheet.write_string(row, column, cell, look)
    elif cell is not None:
        sheet.write_number(row, column, cell, look)


def _cell(value: object) -> str | float | None:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if value is None or value is pd.NA or value != value:
        return None
    if isinstance(value, int | float):
        return value
    return str(value)[:_LONGEST]


def _width(name: str, cells: list[str | float | None]) -> float:
    longest = max((len(str(cell)) for cell in cells if cell is not None), default=0)
    return float(min(WIDEST, max(len(name), longest) + 2))
