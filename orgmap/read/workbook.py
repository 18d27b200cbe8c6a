"""The sheets of a workbook as grids of text, with its merged cells and hidden rows."""

from __future__ import annotations

import datetime
import zipfile
from collections.abc import Mapping
from pathlib import Path

from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
    ZipError,
)

from orgmap.errors import Problem
from orgmap.read.files import refused
from orgmap.read.grid import Grid, Row
from orgmap.read.packed import hidden_rows

Cell = int | float | str | bool | datetime.time | datetime.date | datetime.datetime | datetime.timedelta


def workbook_grids(path: Path) -> tuple[list[Grid], list[Problem]]:
    """Return a workbook's sheets, those left out whose name has (ignore) in it, and what to know of them.

    Raises:
        SourceInvalid: the workbook is locked, damaged, too large, or none.
    """
    hidden = hidden_rows(path) if zipfile.is_zipfile(path) else {}
    try:
        workbook = CalamineWorkbook.from_path(str(path))
        sheets = [
            sheet
            for sheet in workbook.sheets_metadata
            if sheet.typ == SheetTypeEnum.WorkSheet and not _ignored(sheet.name)
        ]
        grids = [_grid(workbook, sheet.name, hidden) for sheet in sheets]
    except PasswordError as fault:
        raise refused(
            path, "the workbook is locked with a password.", "Save a copy without a password."
        ) from fault
    except (CalamineError, ZipError, OSError, ValueError) as fault:
        raise refused(
            path,
            "this cannot be read as a workbook: it is damaged, locked or not one.",
            "Open it in Excel and save it as .xlsx, without a password.",
        ) from fault
    secret = {sheet.name for sheet in sheets if sheet.visible != SheetVisibleEnum.Visible}
    return grids, [_hidden_sheet(grid) for grid in grids if grid.name in secret and grid.rows]


def _ignored(name: str) -> bool:
    return "(ignore)" in name.lower()


def _hidden_sheet(grid: Grid) -> Problem:
    hint = "Delete it, or write (ignore) into its name, if it should not be read."
    return Problem(grid.place, None, None, None, "the sheet is hidden, and is read too.", hint, "warning")


def _grid(workbook: CalamineWorkbook, name: str, hidden: Mapping[str, tuple[int, ...]]) -> Grid:
    sheet = workbook.get_sheet_by_name(name)
    top, left = sheet.start or (0, 0)
    rows: list[Row] = [[_text(cell) for cell in line] for line in sheet.to_python(skip_empty_area=True)]
    merged = tuple(
        (start[0] - top, start[1] - left, end[0] - top, end[1] - left)
        for start, end in sheet.merged_cell_ranges or ()
    )
    places = tuple(row - 1 - top for row in hidden.get(name, ()) if 0 <= row - 1 - top < len(rows))
    return Grid(f"sheet {name}", name, rows, top + 1, left + 1, merged, places)


def _text(cell: Cell) -> str | None:
    """Return a cell as a CSV file would hold it: whole numbers without a point, days as 2005-03-01."""
    if isinstance(cell, str):
        return cell or None
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime.datetime):
        return cell.date().isoformat()
    return str(cell)
