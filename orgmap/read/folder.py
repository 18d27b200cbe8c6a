"""A folder of CSV files, or one CSV file of seats, read as raw tables."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from orgmap.errors import Problem
from orgmap.model.raw import Source
from orgmap.read.grid import Grid, tables_of

SEPARATORS = (",", ";", "\t")


class _Unreadable(Exception):
    """The file is not a table of text."""


def read_folder(folder: Path) -> Source:
    """Return the tables of all CSV files in a folder; hidden files are passed over."""
    return _read_files(folder.name, sorted(path for path in folder.iterdir() if _is_table(path)))


def _is_table(path: Path) -> bool:
    return path.suffix.lower() in (".csv", ".tsv") and not path.name.startswith(".") and path.is_file()


def read_file(path: Path) -> Source:
    """Return the one table of a CSV file; where its name is no table's, it is read as seats."""
    return _read_files(path.name, [path])


def _read_files(name: str, files: list[Path]) -> Source:
    grids, problems = [], []
    for path in files:
        try:
            grids.append(Grid(path.name, path.stem, _rows(path)))
        except _Unreadable as fault:
            problems.append(Problem(path.name, None, None, None, str(fault), "Save it again as CSV (UTF-8)."))
    tables, found = tables_of(grids)
    return Source(name, tables, (*problems, *found))


def _rows(path: Path) -> list[list[str]]:
    text = _decoded(path.read_bytes())
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=True))
    except csv.Error as fault:
        raise _Unreadable(f"the file is not well-formed CSV: {fault}.") from fault


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    if b"\x00" in content:
        raise _Unreadable("this is not text: it holds binary data.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _windows(content)


def _windows(content: bytes) -> str:
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError as fault:
        raise _Unreadable("the letters can be read neither as UTF-8 nor as Windows-1252.") from fault


def _separator(text: str) -> str:
    """Return the separator that the first line with anything in it has most of, outside quotes."""
    unquoted = "".join(text.split('"')[::2])
    header = next((line for line in unquoted.splitlines() if line.strip()), "")
    return max(SEPARATORS, key=header.count)
