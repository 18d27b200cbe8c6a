"""A copy of a workbook with the sheet of names to confirm: added, or written anew."""

from __future__ import annotations

from typing import Any

import pandas as pd
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.datavalidation import DataValidation

from orgmap.vocabulary import TABLE, ClosedList, Column, normal_header
from orgmap.write.annotate import Copy, changed_workbook
from orgmap.write.annotate.layout import fit_rows, print_across
from orgmap.write.annotate.texts import write_text
from orgmap.write.book import width
from orgmap.write.headings import heading, sheet_name

_SPARE = 200
_WRAPPED = Alignment(wrap_text=True, vertical="top")


def with_names(
    content: bytes, names: pd.DataFrame, sheet: str | None, *, macros: bool = False
) -> Copy | None:
    """Return a copy of an .xlsx or .xlsm with the table `names` on a sheet of its own, with drop-downs.

    `sheet` is the title of the sheet that holds the table already; it is written anew in its place. None
    where the workbook cannot be copied with its formats.
    """

    def add(book: Workbook) -> None:
        place = book.sheetnames.index(sheet) if sheet in book.sheetnames else None
        if sheet in book.sheetnames:
            book.remove(book[sheet])
        _fill(book.create_sheet(sheet if place is not None else _free_title(book), place), names)

    return changed_workbook(content, add, macros=macros)


def _free_title(book: Workbook) -> str:
    """Return the first name of the table that no sheet has."""
    taken = {normal_header(title) for title in book.sheetnames}
    table = TABLE["names"]
    called = [sheet_name(name) for name in (table.name, *table.synonyms)]
    return next((name for name in called if normal_header(name) not in taken), called[0])


def _fill(sheet: Any, names: pd.DataFrame) -> None:
    for place, column in enumerate(names.columns, start=1):
        cells = [cell if isinstance(cell, str) else None for cell in names[column]]
        write_text(sheet.cell(1, place), heading(str(column)))
        sheet.cell(1, place).font = Font(bold=True)
        for row, text in enumerate(cells, start=2):
            if text:
                write_text(sheet.cell(row, place), text)
                sheet.cell(row, place).alignment = _WRAPPED
        sheet.column_dimensions[get_column_letter(place)].width = width(heading(str(column)), cells)
        _offer(sheet, place, TABLE["names"].by_name.get(str(column)), len(names) + _SPARE)
    fit_rows(sheet, 2)
    print_across(sheet, 1)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(names.columns))}{max(len(names) + 1, 2)}"


def _offer(sheet: Any, place: int, column: Column | None, last: int) -> None:
    listed: ClosedList | None = column.closed_list if column else None
    if listed is not None:
        rule = DataValidation(type="list", formula1=f'"{",".join(listed.values)}"', allow_blank=True)
        letter = get_column_letter(place)
        rule.add(f"{letter}2:{letter}{last}")
        sheet.add_data_validation(rule)
