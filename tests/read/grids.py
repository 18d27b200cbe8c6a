"""Sheets in memory, written as text, for the tests of readers of grids."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from orgmap.model.raw import Source
from orgmap.read.grid import Grid, Row
from orgmap.read.lists import source_of


def rows_of(text: str) -> list[Row]:
    """Return the rows of a table whose cells stand between bars."""
    return [[cell.strip() or None for cell in line.split("|")] for line in text.strip("\n").split("\n")]


def grid(name: str, text: str, **more: Any) -> Grid:
    """Return a sheet of a name."""
    return Grid(f"sheet {name}", name, rows_of(text), **more)


def read_grids(*grids: Grid, name: str = "book.xlsx", form: str | None = None) -> Source:
    """Return the source that sheets are read as."""
    return source_of(name, grids, form)


def read_sheets(name: str = "book.xlsx", form: str | None = None, **sheets: str) -> Source:
    """Return the source that sheets by name, their blanks written as underscores, are read as."""
    return read_grids(
        *(grid(title.replace("_", " "), text) for title, text in sheets.items()), name=name, form=form
    )


def seats(source: Source, *columns: str) -> list[tuple[object, ...]]:
    """Return some columns of the seats, row by row."""
    frame = source.tables["seats"].frame.reindex(columns=list(columns))
    return [tuple(None if cell != cell else cell for cell in row) for row in frame.to_numpy().tolist()]


def told(source: Source) -> Mapping[str, list[str]]:
    """Return the messages of a source's problems, with their places, by severity."""
    found: dict[str, list[str]] = {}
    for problem in source.problems:
        found.setdefault(problem.severity, []).append(f"{problem.place}: {problem.message}")
    return found
