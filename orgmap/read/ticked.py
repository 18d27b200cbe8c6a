"""A checklist read back: the file that its page saves, or the CSV file of a pack filled in Excel."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pandas as pd

from orgmap.errors import Problem
from orgmap.matching import nearest, normal
from orgmap.model.exact import text_of
from orgmap.model.guards import unguarded
from orgmap.model.raw import RawTable
from orgmap.model.ticked import SAID, TickedFile
from orgmap.read.files import bytes_of, json_of, refused
from orgmap.read.folder import file_grid
from orgmap.read.grid import Grid, clean, column_letter
from orgmap.read.recognise import form_of
from orgmap.read.recorded import grid_of
from orgmap.read.workbook import workbook_grids
from orgmap.vocabulary import TABLE, normal_header
from orgmap.vocabulary.ticked import NOT_SAID, TICKED_COLUMNS

KNOWN = {normal_header(column): column for column in TICKED_COLUMNS}
USE = "Use the file that the page of the checklist saves, or tables/checklist.csv of a pack."
LOOKED_AT = 20
"""The heading is in one of so many rows."""
Cells = dict[str, str]


def read_ticked(path: Path) -> TickedFile:
    """Return a checklist that was saved as JSON, as CSV or in a workbook.

    Raises:
        SourceInvalid: there is no such file, it cannot be read, or it is no checklist.
    """
    if not path.is_file():
        raise refused(path, "there is no such file.", "Check the spelling and where you are.")
    grid, letters = _grid(path)
    start, columns = _heading(path, grid)
    rows = dict(_rows(grid, start, columns))
    cleared = {(row, name) for row, cells in rows.items() for name in cells if _clears(cells[name])}
    shown = {name: _label(grid, place, name, letters=letters) for place, name in columns.items()}
    kept = {
        row: {name: text for name, text in cells.items() if (row, name) not in cleared}
        for row, cells in rows.items()
    }
    tables = {name: _table(name, path, _of(kept, name), shown) for name in SAID}
    title = next((cells["map"] for cells in kept.values() if "map" in cells), None)
    problems = (*_misspelt(path, grid, start), *_misplaced(tables, kept))
    said = frozenset((row, name) for row, name in cleared if name in SAID[_kind(rows[row])])
    return TickedFile(path.name, title, tables, said, problems)


def _grid(path: Path) -> tuple[Grid, bool]:
    """Return the cells of a file, and whether its columns are known by letters."""
    if bytes_of(path).lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"[")):
        return _json_grid(path), False
    kept = form_of(path)
    if kept == "csv":
        return file_grid(path), True
    if kept != "workbook":
        raise refused(path, "this is no checklist.", USE)
    for grid in workbook_grids(path)[0]:
        if _heading_of(grid) is not None:
            cells = [[cell and unguarded(cell) for cell in row] for row in grid.rows]
            return replace(grid, rows=cells, place=f"{path.name}, {grid.place}"), True
    raise refused(path, "no sheet of the workbook is a checklist: none has a column body_a.", USE)


def _json_grid(path: Path) -> Grid:
    content = json_of(path)
    sheets = content.get("sheets") if isinstance(content, Mapping) else None
    if not isinstance(sheets, list) or not all(isinstance(sheet, Mapping) for sheet in sheets):
        raise refused(path, "this is no checklist: it holds no list of sheets.", USE)
    title = text_of(content.get("map")) if isinstance(content, Mapping) else None
    columns = list(dict.fromkeys(str(name) for sheet in sheets for name in sheet))
    rows = [[*(_listed(sheet.get(name)) for name in columns), title] for sheet in sheets]
    return grid_of(path.name, path.stem, [*columns, "map"], rows)


def _listed(value: object) -> str | None:
    if isinstance(value, list):
        return "; ".join(text for one in value if (text := text_of(one)))
    return text_of(value)


def _heading_of(grid: Grid) -> int | None:
    for place, row in enumerate(grid.rows[:LOOKED_AT]):
        if any(text and KNOWN.get(normal_header(text)) == "body_a" for text in row):
            return place
    return None


def _heading(path: Path, grid: Grid) -> tuple[int, dict[int, str]]:
    """Return where the heading stands, and the column that each place is; the first of several is used."""
    start = _heading_of(grid)
    if start is None:
        raise refused(path, "this is no checklist: it has no column body_a.", USE)
    columns: dict[int, str] = {}
    for place, text in enumerate(grid.rows[start]):
        name = KNOWN.get(normal_header(text or ""))
        if name and name not in columns.values():
            columns[place] = name
    return start, columns


def _rows(grid: Grid, start: int, columns: Mapping[int, str]) -> Iterator[tuple[int, Cells]]:
    """Yield each row that holds anything, by its number, with its cells by column."""
    for number, row in enumerate(grid.rows[start + 1 :], start=grid.first_row + start + 1):
        found = {columns[place]: clean(text) for place, text in enumerate(row) if place in columns and text}
        if cells := {name: text for name, text in found.items() if text}:
            yield number, cells


def _clears(text: str) -> bool:
    return text.casefold() == NOT_SAID


def _label(grid: Grid, place: int, name: str, *, letters: bool) -> str:
    return f"{column_letter(grid.first_column + place)} ({name})" if letters else name


def _kind(cells: Cells) -> str:
    """Return the table that a row is of."""
    known = cells.get("kind", "").casefold()
    alone = not known and "body_b" not in cells
    return "agreements" if known == "agreement" or alone else "protocols"


def _of(rows: Mapping[int, Cells], table: str) -> dict[int, Cells]:
    return {row: cells for row, cells in rows.items() if _kind(cells) == table}


def _table(name: str, path: Path, rows: Mapping[int, Cells], shown: Mapping[str, str]) -> RawTable:
    """Return the rows of a table; the body of an agreement stands in the column of the first body."""
    written = {"body": "body_a"} if name == "agreements" else {}
    columns = [*TABLE[name].names, "bodies"]
    cells = [[one.get(written.get(column, column)) for column in columns] for one in rows.values()]
    index = pd.Index(list(rows), dtype="int64", name="row")
    frame = pd.DataFrame(cells, index=index, columns=columns, dtype="object")
    headers = dict(shown) | {column: shown.get(written.get(column, column), column) for column in columns}
    return RawTable(name, path.name, frame, headers)


def _misspelt(path: Path, grid: Grid, start: int) -> Iterator[Problem]:
    """Warn of a heading that is nearly one of a checklist, so that its column is not used."""
    near = {normal(form): column for form, column in KNOWN.items() if len(form) > 3}
    for text in _texts(grid.rows[start]):
        guess = None if normal_header(text) in KNOWN else nearest(text, near)
        if guess:
            message = "no column is called this, so it is not used."
            yield Problem(path.name, None, text, text, message, f"Did you mean {guess}?", "warning")


def _texts(row: Sequence[str | None]) -> Iterator[str]:
    return (text for text in row if text)


def _misplaced(tables: Mapping[str, RawTable], rows: Mapping[int, Cells]) -> Iterator[Problem]:
    """Warn of cells that are filled in a row of the other kind, which has no such column."""
    every = {column for columns in SAID.values() for column in columns}
    for row, cells in rows.items():
        raw = tables[_kind(cells)]
        for column in sorted((every & cells.keys()) - set(TABLE[raw.name].names)):
            message = f"{raw.name} have no column {column}, so the cell is not used."
            yield raw.warning(row, column, cells[column], message)
