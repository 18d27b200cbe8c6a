"""An Excel workbook with a sheet for each table, read as raw tables."""

from __future__ import annotations

import datetime
import zipfile
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, ZipError

from orgmap.errors import Problem, SourceInvalid
from orgmap.model.raw import Source
from orgmap.read.grid import Grid, Row, tables_of

LARGEST = 1_000_000_000
Cell = int | float | str | bool | datetime.time | datetime.date | datetime.datetime | datetime.timedelta


def read_workbook(path: Path) -> Source:
    """Return the tables of a workbook's sheets; a sheet whose name ends in (ignore) is left out."""
    _check_size(path)
    try:
        workbook = CalamineWorkbook.from_path(str(path))
        grids = [_grid(workbook, name) for name in workbook.sheet_names if not _ignored(name)]
    except PasswordError as fault:
        raise _refused(
            path, "the workbook is locked with a password.", "Save a copy without a password."
        ) from fault
    except (CalamineError, ZipError, OSError, ValueError) as fault:
        raise _refused(
            path, "this cannot be read as a workbook.", "Open it in Excel and save it as .xlsx."
        ) from fault
    tables, problems = tables_of(grids)
    return Source(path.name, tables, tuple(problems))


def _refused(path: Path, message: str, hint: str) -> SourceInvalid:
    return SourceInvalid([Problem(path.name, None, None, None, message, hint)])


def _check_size(path: Path) -> None:
    """Refuse a workbook that unpacks to more than any list of seats could need."""
    if not zipfile.is_zipfile(path):
        return
    with zipfile.ZipFile(path) as packed:
        unpacked = sum(part.file_size for part in packed.infolist())
    if unpacked > LARGEST:
        raise _refused(
            path, "the workbook unpacks to more than 1 GB.", "Keep only the sheets that orgmap needs."
        )


def _ignored(name: str) -> bool:
    return "(ignore)" in name.lower()


def _grid(workbook: CalamineWorkbook, name: str) -> Grid:
    sheet = workbook.get_sheet_by_name(name)
    row, column = sheet.start or (0, 0)
    rows: list[Row] = [[_text(cell) for cell in line] for line in sheet.to_python(skip_empty_area=True)]
    return Grid(f"sheet {name}", name, rows, row + 1, column + 1)


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
