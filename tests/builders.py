"""Small sources and maps made in memory or in a folder, for the tests."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import pandas as pd

from orgmap.errors import SourceInvalid
from orgmap.model import Answer, OrgMap, as_at, check
from orgmap.model.raw import Source
from orgmap.read import read
from orgmap.read.grid import Grid
from orgmap.read.own import tables_of

EXAMPLES = Path(__file__).parents[1] / "examples"
Record = Mapping[str, object]


def rows_of(records: Iterable[Record]) -> list[list[str | None]]:
    """Return records as a header row and rows of text, with a column for each key in order of arrival."""
    kept = list(records)
    columns = list(dict.fromkeys(key for record in kept for key in record))
    cells = [[_text(record.get(column)) for column in columns] for record in kept]
    return [list(columns), *cells]


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def source(**tables: Iterable[Record]) -> Source:
    """Return a source in memory: `source(seats=[{"body": "Board", "person": "Ann Example"}])`."""
    grids = [Grid(name, name, rows_of(records)) for name, records in tables.items()]
    found, problems = tables_of(grids)
    return Source("test", found, tuple(problems))


def orgmap(**tables: Iterable[Record]) -> OrgMap:
    """Return the validated map of tables in memory."""
    return check(source(**tables))


def seat(body: str, person: str | None = None, organisation: str | None = None, **more: object) -> Record:
    """Return one row of seats."""
    return {"body": body, "person": person, "organisation": organisation, **more}


def lists(members: Mapping[str, Iterable[str]], **tables: Iterable[Record]) -> OrgMap:
    """Return a map from the name of a body to the names of the organisations on it."""
    return orgmap(seats=[seat(body, None, one) for body, ones in members.items() for one in ones], **tables)


def example(name: str) -> OrgMap:
    """Return the validated map of one of the examples, as at the day it says."""
    return as_at(check(read(EXAMPLES / name)))


def write_csv(path: Path, rows: Sequence[Sequence[object]], encoding: str = "utf-8", mark: str = ",") -> Path:
    """Write rows as a CSV file and return its path."""
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=mark).writerows(
            [["" if cell is None else cell for cell in row] for row in rows]
        )
    return path


def outcome(path: Path) -> object:
    """Return the map of a source, or the problems for which it is refused."""
    try:
        return check(read(path))
    except SourceInvalid as refused:
        return refused.problems


def text_of(orgmap: OrgMap) -> str:
    """Return every cell, index and note of a map as one text, to search for what must not be in it."""
    tables = (value for value in vars(orgmap).values() if isinstance(value, pd.DataFrame))
    cells = [table.to_json(orient="split", force_ascii=False) for table in tables]
    return "\n".join([repr(orgmap.about), repr(orgmap.warnings), repr(orgmap.withheld), *cells])


def sentences(answer: Answer) -> list[str]:
    """Return the sentences of an answer's findings."""
    return [finding.sentence for finding in answer.findings]
