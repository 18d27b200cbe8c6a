"""The readers: whatever a source is, it becomes raw tables here."""

from __future__ import annotations

from pathlib import Path

from orgmap.errors import Problem, SourceInvalid
from orgmap.model.raw import Source


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
    if "seats" in source.tables or any(problem.severity == "error" for problem in source.problems):
        return source
    problem = Problem(
        source.name, None, None, None, "there is no table of seats, the one table that a map cannot do without.",
        "Name a file seats.csv or a sheet Seats, with a column body and one of person, post or organisation.",
    )  # fmt: skip
    return Source(source.name, source.tables, (*source.problems, problem))


def _refused(path: Path, message: str, hint: str) -> SourceInvalid:
    return SourceInvalid([Problem(path.name or str(path), None, None, None, message, hint)])
