"""Tables as one Excel workbook, a sheet each, with nothing in it that Excel would take for a formula."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from orgmap.write.book import MOST_ROWS, Book, plain, width
from orgmap.write.rows import Cell, cells


def workbook(title: str, tables: Mapping[str, pd.DataFrame]) -> bytes:
    """Return a workbook with a sheet for each table: headings that stay in sight, filters, fitted columns.

    Empty cells are unknown values. Text stays text, whatever it begins with. A table that is longer than a
    sheet is cut, and its last row says so. Same tables, same bytes.
    """
    book = Book(title)
    for name, table in tables.items():
        report_sheet(book, name, table)
    return book.finished()


def report_sheet(book: Book, name: str, table: pd.DataFrame) -> None:
    """Add a sheet with a table as it is."""
    sheet = book.headed(name, [(str(column), "heading") for column in table.columns])
    columns = [cells(table.iloc[:MOST_ROWS, number]) for number in range(table.shape[1])]
    if len(table) > MOST_ROWS:
        _say_cut(columns, len(table) - MOST_ROWS + 1)
    for number, (heading, held) in enumerate(zip(table.columns, columns, strict=True)):
        sheet.set_column(number, number, width(str(heading), set(held)), book.looks["cell"])
    if columns:
        sheet.autofilter(0, 0, max(len(columns[0]), 1), len(columns) - 1)
        book.fill(columns)


def write_cell(sheet: Any, row: int, column: int, cell: Cell, look: object) -> None:
    """Write a cell as the text or number that it is; nothing where it is unknown."""
    if isinstance(cell, str):
        sheet.write_string(row, column, plain(cell), look)
    elif cell is not None:
        sheet.write_number(row, column, cell, look)


def _say_cut(columns: list[list[Cell]], missing: int) -> None:
    """Put into the last row, in place of what it held, how many rows a sheet has no room for."""
    for held in columns:
        held[-1] = None
    columns[0][-1] = (
        f"{missing:,} more rows have no room on a sheet: forms other than a workbook hold them all."
    )
