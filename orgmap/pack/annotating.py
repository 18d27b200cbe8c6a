"""The problems of a source written into a copy of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from orgmap.errors import CallInvalid, Problem
from orgmap.read.files import bytes_of
from orgmap.read.folder import file_grid, folder_grids
from orgmap.read.grid import Grid
from orgmap.read.recognise import form_of
from orgmap.read.workbook import workbook_grids
from orgmap.write.annotate import Copy, TextSheet, annotated_tables, annotated_workbook

_ONLY_TEXT = ("colours and formats", "formulas", "drop-downs")


def annotated(source: Path, problems: Sequence[Problem], *, macros: bool = False) -> Copy:
    """Return a copy of a workbook, or a workbook of the CSV files, with each problem as a note on its cell.

    Raises:
        SourceInvalid: the source cannot be read at all.
        CallInvalid: it is neither a workbook nor of CSV files.
    """
    kept = form_of(source)
    if kept == "workbook":
        copy = annotated_workbook(bytes_of(source), problems, macros=macros)
        if copy is not None:
            return copy
        grids, _ = workbook_grids(source)
        return Copy(annotated_tables([_sheet(grid) for grid in grids], problems).content, _ONLY_TEXT)
    if kept != "csv":
        raise CallInvalid(f"{source.name} has no cells to write on; only workbooks and CSV files have.")
    grids = folder_grids(source)[0] if source.is_dir() else [file_grid(source)]
    return annotated_tables([_sheet(grid) for grid in grids], problems)


def _sheet(grid: Grid) -> TextSheet:
    return TextSheet(grid.place, grid.name, grid.rows, grid.first_row, grid.first_column)
