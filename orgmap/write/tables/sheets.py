"""The tables as one Excel workbook to look at and to work on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from orgmap.errors import CallInvalid
from orgmap.model.exact import Value
from orgmap.vocabulary import Column, Table, Type
from orgmap.write.book import MOST_ROWS, Book, width
from orgmap.write.choices import Lists
from orgmap.write.headings import heading, sheet_name
from orgmap.write.rows import LONGEST
from orgmap.write.tables.columns import declared, ready, values
from orgmap.write.workbook import report_sheet, write_cell

REPORT = "Report (ignore)"
FURTHER = "A further column of the source. orgmap does not read it, and never shows it."
_CUT = f"the text is cut to the {LONGEST:,} characters that a cell can hold."
_CUT_HINT = "CSV files hold all of it."
_SPARE = 500
_AS_TYPED = (Type.TEXT, Type.NAMES, Type.DATE, Type.URL, Type.REFERENCE)


def data_workbook(
    tables: Mapping[str, pd.DataFrame], title: str, report: pd.DataFrame | None = None
) -> bytes:
    """Return a workbook with a sheet for each table, and drop-downs for its closed lists.

    Numbers are numbers; a date is text, as exact as it was written, and the cells of text keep what is typed
    into them as it is typed. The further columns of the source come last, under grey headings. `report`
    becomes a last sheet, which is not read again; what a cell could not hold is told there too. Same tables,
    same bytes.

    Raises:
        CallInvalid: a table has more rows than a sheet can hold.
    """
    book, lists, cut = Book(title), Lists(), []
    for table, frame in ready(tables):
        if len(frame) > MOST_ROWS:
            raise CallInvalid(
                f"{table.name} has {len(frame):,} rows, more than a sheet holds; convert to csv instead."
            )
        cut += _sheet(book, lists, table, frame)
    told = _told(report, cut)
    if told is not None:
        report_sheet(book, REPORT, told)
    lists.add_to(book)
    return book.finished()


def _sheet(book: Book, lists: Lists, table: Table, frame: pd.DataFrame) -> list[dict[str, str | int]]:
    """Add the sheet of one table and return the cells that had to be cut."""
    columns = {header: declared(table, header) for header in frame.columns}
    headings = [(heading(header) if column else header, _look(column)) for header, column in columns.items()]
    name = sheet_name(table.name)
    sheet = book.headed(name, headings)
    sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    cut = []
    for place, (header, column) in enumerate(columns.items()):
        held = [_cell(value) for value in values(table, frame, header)]
        look = book.looks["text" if column is None or column.type in _AS_TYPED else "cell"]
        sheet.set_column(place, place, width(headings[place][0], held), look)
        _write(sheet, place, held, look)
        cut += [_cut_cell(name, row, header) for row, cell in enumerate(held, 2) if _too_long(cell)]
        if column is None:
            sheet.write_comment(0, place, FURTHER)
        else:
            lists.offer(sheet, place, column, min(len(frame) + _SPARE, MOST_ROWS))
    sheet.autofilter(0, 0, max(len(frame), 1), len(columns) - 1)
    return cut


def _write(sheet: Any, place: int, held: list[str | float | None], look: object) -> None:
    for row, cell in enumerate(held, start=1):
        write_cell(sheet, row, place, cell[:LONGEST] if isinstance(cell, str) else cell, look)


def _look(column: Column | None) -> str:
    if column is None:
        return "further"
    return "must" if column.required else "may"


def _cell(value: Value | None) -> str | float | None:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "; ".join(value) if isinstance(value, list) else value


def _too_long(cell: str | float | None) -> bool:
    return isinstance(cell, str) and len(cell) > LONGEST


def _cut_cell(sheet: str, row: int, header: str) -> dict[str, str | int]:
    return {
        "severity": "warning", "place": f"sheet {sheet}", "row": row, "column": header, "message": _CUT,
        "hint": _CUT_HINT,
    }  # fmt: skip


def _told(report: pd.DataFrame | None, cut: list[dict[str, str | int]]) -> pd.DataFrame | None:
    if not cut:
        return report
    return pd.concat([report, pd.DataFrame(cut)], ignore_index=True)
