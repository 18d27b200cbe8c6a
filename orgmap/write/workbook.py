"""Tables as one Excel workbook, a sheet each, with nothing in it that Excel would take for a formula."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from orgmap.write.book import LONGEST, Book, width


def workbook(title: str, tables: Mapping[str, pd.DataFrame]) -> bytes:
    """Return a workbook with a sheet for each table: headings that stay in sight, filters, fitted columns.

    Empty cells are unknown values. Text stays text, whatever it begins with. Same tables, same bytes.
    """
    book = Book(title)
    for name, table in tables.items():
        report_sheet(book, name, table)
    return book.finished()


def report_sheet(book: Book, name: str, table: pd.DataFrame) -> None:
    """Add a sheet with a table as it is."""
    sheet = book.headed(name, [(str(column), "heading") for column in table.columns])
    for number, column in enumerate(table.columns):
        cells = [_cell(value) for value in table[column].tolist()]
        for row, cell in enumerate(cells, start=1):
            write_cell(sheet, row, number, cell, book.looks["cell"])
        sheet.set_column(number, number, width(str(column), cells))
    if len(table.columns):
        sheet.autofilter(0, 0, max(len(table), 1), len(table.columns) - 1)


def write_cell(sheet: Any, row: int, column: int, cell: str | float | None, look: object) -> None:
    """Write a cell as the text or number that it is; nothing where it is unknown."""
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
    return str(value)[:LONGEST]
