"""orgmap's own tables in one JSON file, written by orgmap or by hand, read as raw tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from orgmap.errors import Problem
from orgmap.model.exact import text_of
from orgmap.model.raw import Source
from orgmap.read.files import json_of, refused
from orgmap.read.grid import Grid
from orgmap.read.recorded import grid_of, source_of_records
from orgmap.vocabulary import TABLES, normal_header

MOST_COLUMNS = 1_000
_PLAIN = ("title", "description", "version", "$schema", "form", "about_orgmap")
_SHAPE = 'A table is a list of records: [{"body": "...", "person": "..."}, ...].'
_NAMES = f"The tables are {', '.join(table.name for table in TABLES)}."


class _NoTable(Exception):
    """A value of the file is no table."""


def read_tables_json(path: Path) -> Source:
    """Return the tables of a JSON file.

    It holds `{"tables": {"seats": [records]}}`, or the tables without that, or one list of records of seats.
    A table may also be an object of columns, an object of records by their id, or rows below `columns`. The
    row of a problem is the number of the record.

    Raises:
        SourceInvalid: it cannot be read, is not JSON, or holds no table.
    """
    held = _tables(path, json_of(path))
    grids, problems = [], []
    for name, content in held.items():
        try:
            grids.append(_grid(path, name, content))
        except _NoTable as fault:
            problems.append(Problem(f"{path.name} {name}", None, None, None, str(fault), _SHAPE))
    return source_of_records(path.name, grids, problems, "json")


def _tables(path: Path, content: object) -> Mapping[str, object]:
    if isinstance(content, list):
        return {"seats": content}
    if not isinstance(content, Mapping) or not content:
        raise refused(path, "the file holds no tables.", _SHAPE)
    inside = content.get("tables")
    if isinstance(inside, Mapping):
        return inside
    if isinstance(inside, list):
        return _named(path, inside)
    tables = {name: value for name, value in content.items() if normal_header(name) not in _PLAIN}
    if not any(isinstance(value, list | Mapping) for value in tables.values()):
        raise refused(path, "the file holds no tables.", _SHAPE)
    return tables


def _named(path: Path, listed: Iterable[object]) -> dict[str, object]:
    """Return tables that are listed each as an object with its name."""
    tables: dict[str, object] = {}
    for one in listed:
        if not isinstance(one, Mapping) or not isinstance(one.get("name"), str):
            raise refused(path, "a table in the list has no name.", _NAMES)
        tables[one["name"]] = one
    return tables


def _grid(path: Path, name: str, content: object) -> Grid:
    place = f"{path.name} {name}"
    if isinstance(content, Mapping):
        columns = content.get("columns")
        rows = content.get("rows", content.get("data"))
        if isinstance(columns, list) and isinstance(rows, list):
            return _of_rows(place, name, columns, rows)
        content = rows if isinstance(rows, list) else list(_unfolded(content))
    if not isinstance(content, list):
        raise _NoTable("this is not a table.")
    if content and all(isinstance(row, list) for row in content):
        return _of_rows(place, name, content[0], content[1:])
    return _of_records(place, name, content)


def _of_rows(place: str, name: str, columns: Sequence[object], rows: Iterable[object]) -> Grid:
    if not all(isinstance(row, list) for row in rows):
        raise _NoTable("a row is not a list of cells.")
    header = [text_of(column) or "" for column in columns]
    records = [[text_of(cell) for cell in row] for row in rows if isinstance(row, list)]
    return grid_of(place, name, header, records)


def _of_records(place: str, name: str, records: Sequence[object]) -> Grid:
    kept = [record for record in records if isinstance(record, Mapping)]
    if len(kept) < len(records):
        number = next(number for number, one in enumerate(records, 1) if not isinstance(one, Mapping))
        raise _NoTable(f"record {number} is not an object of columns and values.")
    columns = list(dict.fromkeys(key for record in kept for key in record))
    if len(columns) > MOST_COLUMNS:
        raise _NoTable(f"the table has {len(columns):,} columns; orgmap reads {MOST_COLUMNS:,} at most.")
    cells = [[text_of(record.get(column)) for column in columns] for record in kept]
    return grid_of(place, name, columns, cells)


def _unfolded(content: Mapping[str, object]) -> Iterator[dict[str, object]]:
    """Return the records of an object of columns, or of an object of records by their id, or one record."""
    values = list(content.values())
    if values and all(isinstance(value, list) for value in values):
        longest = max(len(value) for value in values if isinstance(value, list))
        for number in range(longest):
            yield {key: _at(value, number) for key, value in content.items()}
    elif values and all(isinstance(value, Mapping) for value in values):
        for key, value in content.items():
            yield {"id": key, **(value if isinstance(value, Mapping) else {})}
    elif values:
        yield dict(content)


def _at(cells: object, number: int) -> object:
    return cells[number] if isinstance(cells, list) and number < len(cells) else None
