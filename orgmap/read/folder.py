"""CSV files, alone or in a folder, as grids of text."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from orgmap.errors import Problem, SourceInvalid
from orgmap.model.guards import unguarded
from orgmap.read.files import refused, text_of
from orgmap.read.grid import Grid

SEPARATORS = (",", ";", "\t")
SUFFIXES = (".csv", ".tsv")


def folder_grids(folder: Path) -> tuple[list[Grid], list[Problem]]:
    """Return all CSV files of a folder, and the faults of those that cannot be read.

    Hidden files are passed over, and so are files of another kind.
    """
    grids: list[Grid] = []
    problems: list[Problem] = []
    for path in sorted(path for path in folder.iterdir() if _is_table(path)):
        try:
            grids.append(file_grid(path))
        except SourceInvalid as fault:
            problems += fault.problems
    return grids, problems


def _is_table(path: Path) -> bool:
    return path.suffix.lower() in SUFFIXES and not path.name.startswith(".") and path.is_file()


def file_grid(path: Path) -> Grid:
    """Return the rows of a CSV file, whose separator is found out, without the guards of `csv_folder`.

    Raises:
        SourceInvalid: it cannot be read, is not text, or not well-formed CSV.
    """
    text = text_of(path) if path.stat().st_size else ""
    try:
        lines = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=True)
        rows = [[unguarded(cell) for cell in line] for line in lines]
    except csv.Error as fault:
        raise refused(
            path, f"the file is not well-formed CSV: {fault}.", "Save it again as CSV (UTF-8)."
        ) from fault
    return Grid(path.name, path.stem, rows)


def _separator(text: str) -> str:
    """Return the separator that the first line with anything in it has most of, outside quotes."""
    unquoted = "".join(text.split('"')[::2])
    header = next((line for line in unquoted.splitlines() if line.strip()), "")
    return max(SEPARATORS, key=header.count)
