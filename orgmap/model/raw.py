"""What a reader hands over: tables of text under the vocabulary's column names, with their places."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import pandas as pd

from orgmap.errors import Problem


@dataclass(frozen=True)
class RawTable:
    """One table as it was read.

    `frame` holds text or None, one column per column of the vocabulary found; its index is the row as the
    file counts it. `headers` gives, for each of these columns, its letter and header as written: "C (From)".
    Several rows of a frame may come from one row of the file. `place` is the file or sheet, as its owner
    knows it; `unused` lists the headers that no column is called by, and `extra` holds their cells as
    written, each row of the file once: conversions carry them along, nothing else may show them. Where a
    table is put together from several sheets or files, `origins` gives the place and row there of each row.
    """

    name: str
    place: str
    frame: pd.DataFrame
    headers: dict[str, str]
    unused: tuple[str, ...] = ()
    extra: pd.DataFrame = field(default_factory=pd.DataFrame)
    origins: Mapping[int, tuple[str, int]] = field(default_factory=dict)

    def problem(
        self, row: int | None, column: str | None, value: str | None, message: str, hint: str = ""
    ) -> Problem:
        """Return an error placed in this table."""
        return self._placed(row, column, value, message, hint)

    def warning(
        self, row: int | None, column: str | None, value: str | None, message: str, hint: str = ""
    ) -> Problem:
        """Return a warning placed in this table."""
        return replace(self._placed(row, column, value, message, hint), severity="warning")

    def note(self, row: int | None, column: str | None, value: str | None, message: str) -> Problem:
        """Return what was done with a cell, placed in this table."""
        return replace(self._placed(row, column, value, message, ""), severity="note")

    def _placed(
        self, row: int | None, column: str | None, value: str | None, message: str, hint: str
    ) -> Problem:
        place, line = (self.place, None) if row is None else self.origins.get(row, (self.place, row))
        return Problem(place, line, self._header(column), value, message, hint)

    def _header(self, column: str | None) -> str | None:
        return None if column is None else self.headers.get(column, column)


@dataclass(frozen=True)
class Title:
    """What a map may be called, and where that stands: without a row it is the name of a file or folder."""

    text: str
    place: str
    row: int | None = None


@dataclass(frozen=True)
class Source:
    """All that a reader found: the tables by name, and what it could not use.

    `form` is the form it was read as, one of `vocabulary.FORMS`; `reading` says it to the user where it was
    recognised from the content ("a matrix: 26 people x 15 bodies"), and is empty for orgmap's own tables.
    `titles` are what the map may be called by where no table says that, the best first.
    """

    name: str
    tables: dict[str, RawTable]
    problems: tuple[Problem, ...] = ()
    form: str = "csv"
    reading: str = ""
    titles: tuple[Title, ...] = ()
