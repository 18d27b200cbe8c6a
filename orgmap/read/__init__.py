"""The readers: whatever a source is, it becomes raw tables here."""

from __future__ import annotations

from pathlib import Path

from orgmap.errors import Problem, SourceInvalid
from orgmap.model.raw import Source

NO_TABLE = "there is no table of seats, the one table that a map cannot do without."
NAME_IT = (
    "Name a file seats.csv or a sheet Seats, with a column body and one of person, post or organisation."
)
EMPTY = "the table is empty."
FILL_IT = "A map needs a row for each seat, with the body and who sits there."


def read(path: Path) -> Source:
    """Return the raw tables of a source: a folder of CSV files, one CSV file, or a workbook.

    Raises:
        SourceInvalid: the source does not exist, or is nothing that orgmap reads.
    """
    if path.is_dir():
        from orgmap.read.folder import read_folder

        return _with_seats(read_folder(path))
    if not path.is_file():
        raise _refused(path, "there is no such file or folder.", "Check the spelling and where you are.")
    return _with_seats(_read_file(path))


def _read_file(path: Path) -> Source:
    suffix = path.suffix.lower()
    if suffix in (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"):
        from orgmap.read.workbook import read_workbook

        return read_workbook(path)
    if suffix in (".csv", ".tsv", ".txt"):
        from orgmap.read.folder import read_file

        return read_file(path)
    raise _refused(
        path, "orgmap does not read this kind of file.", "Save it as .xlsx, or as CSV files in a folder."
    )


def _with_seats(source: Source) -> Source:
    """Return the source, with an error where it has no seats and nothing else explains that."""
    seats = source.tables.get("seats")
    if any(problem.severity == "error" for problem in source.problems):
        return source
    if seats is None:
        return _faulty(source, source.name, NO_TABLE, NAME_IT)
    return _faulty(source, seats.place, EMPTY, FILL_IT) if seats.frame.empty else source


def _faulty(source: Source, place: str, message: str, hint: str) -> Source:
    problem = Problem(place, None, None, None, message, hint)
    return Source(source.name, source.tables, (*source.problems, problem))


def _refused(path: Path, message: str, hint: str) -> SourceInvalid:
    return SourceInvalid([Problem(path.name or str(path), None, None, None, message, hint)])
