"""Tables of text to be written, and what a reader makes of the files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import pandas as pd
from hypothesis import strategies as st

from orgmap.errors import Problem, SourceInvalid
from orgmap.model.raw import Source
from tests.builders import Record

Tables = dict[str, pd.DataFrame]
AWKWARD = (
    "=1+1", "+44 1962 1234", "-", "@SUM(A1)", "'=quoted", "''+twice", "'tis", 'say "hi"', "a,b;c\td",
    "line\r\none", "line\ntwo", "007", "1e5", "TRUE", "2025-05", "01/02/2003", "é ŵ £ – “”", "𝔘nicode 😀",
    "_x0041_", "<&>", "None", "nan", "null", "#N/A", "{=A1}", "http://example.org", "internal:A1", "yes",
    "x" * 10_000,
)  # fmt: skip
"""Texts that spreadsheets and programs like to take for something else."""
_LETTERS = st.characters(exclude_categories=["Cs", "Cc", "Cf", "Cn", "Co"], exclude_characters="\xa0\ufeff")
CELLS = st.sampled_from(AWKWARD) | st.text(_LETTERS, max_size=20).map(str.strip).filter(bool)
"""Text as readers leave it: without blanks at its ends, and without letters that no workbook can hold."""


def tables_of(**tables: Iterable[Record]) -> Tables:
    """Return tables of text with a column for each key."""
    return {name: pd.DataFrame(list(records), dtype="object") for name, records in tables.items()}


def seats_with(bodies: Iterable[Record]) -> Tables:
    """Return tables with one seat and these bodies."""
    return tables_of(seats=[{"body": "Board", "person": "Ann Example"}], bodies=bodies)


def put(folder: Path, files: Mapping[str, bytes]) -> Path:
    """Write files into a folder and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return folder


def outcome(reader: Callable[[Path], Source], path: Path) -> Source | tuple[Problem, ...]:
    """Return what a reader makes of a file, or the problems for which it refuses it."""
    try:
        return reader(path)
    except SourceInvalid as refused:
        return refused.problems


def cells(source: Source, table: str) -> list[dict[str, str | None]]:
    """Return the rows of a table that was read, cells under the vocabulary's names, empty ones left out."""
    frame = source.tables[table].frame
    return [
        {str(column): text for column, text in row.items() if text is not None and text == text}
        for row in frame.to_dict("records")
    ]


def known(frame: pd.DataFrame) -> list[dict[str, str]]:
    """Return the rows of a table that was written, empty cells left out."""
    return [
        {str(column): text for column, text in row.items() if isinstance(text, str)}
        for row in frame.to_dict("records")
    ]
