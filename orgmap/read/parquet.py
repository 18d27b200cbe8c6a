"""orgmap's own tables as Parquet files, one or a folder of them, read as raw tables."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from orgmap.errors import Problem, SourceInvalid
from orgmap.model.exact import text_of
from orgmap.model.extras import needed
from orgmap.model.raw import Source
from orgmap.read.files import LARGEST, refused
from orgmap.read.grid import Grid
from orgmap.read.recorded import grid_of, source_of_records

_AGAIN = "Save it again from the program that made it."
_LESS = "Keep only what orgmap needs."


def read_parquet(path: Path) -> Source:
    """Return the tables of a Parquet file, or of all in a folder; each is called by the name of its file.

    The row of a problem is the number of the record. Numbers, flags, days and lists become the text that a
    CSV file would hold.

    Raises:
        SourceInvalid: no file can be read.
        ToolMissing: pyarrow is not installed.
    """
    parquet = needed("pyarrow.parquet", "parquet", "reading Parquet")
    files = sorted(path.glob("*.[pP][aA][rR][qQ][uU][eE][tT]")) if path.is_dir() else [path]
    grids: list[Grid] = []
    problems: list[Problem] = []
    for file in files:
        try:
            grids.append(_grid(file, parquet))
        except SourceInvalid as fault:
            problems += fault.problems
    if not grids:
        raise SourceInvalid(problems or [Problem(path.name, None, None, None, "there is no Parquet file.")])
    return source_of_records(path.name, grids, problems, "parquet")


def _grid(path: Path, parquet: Any) -> Grid:
    arrow = needed("pyarrow", "parquet", "reading Parquet")
    try:
        with parquet.ParquetFile(path) as file:
            meta = file.metadata
            if sum(meta.row_group(number).total_byte_size for number in range(meta.num_row_groups)) > LARGEST:
                raise refused(path, "the file unpacks to more than 1 GB.", _LESS)
            table = file.read()
        columns = [[text_of(value) for value in column.to_pylist()] for column in table.columns]
    except (arrow.ArrowException, OSError, ValueError, OverflowError, ArithmeticError) as fault:
        raise refused(path, "this cannot be read as a Parquet file.", _AGAIN) from fault
    names = [str(name) for name in table.column_names]
    return grid_of(path.name, path.stem, names, [list(row) for row in zip(*columns, strict=True)])
