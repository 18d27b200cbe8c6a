"""Rows of cells, from whatever file, made into raw tables under the vocabulary's column names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

import pandas as pd

from orgmap.errors import Problem
from orgmap.matching import nearest, normal
from orgmap.model.raw import RawTable
from orgmap.vocabulary import TABLE, TABLES, Table, normal_header

ENDINGS = ("name", "names", "title", "slug", "id", "code", "ref")
Row = Sequence[str | None]


@dataclass(frozen=True)
class Grid:
    """One sheet or file as it stands: `rows[i]` is line `first_row + i`; an empty cell is None.

    `merged` holds the merged cells as (top, left, bottom, right), and `hidden` the hidden rows: both as
    places in `rows`, from 0.
    """

    place: str
    name: str
    rows: Sequence[Row]
    first_row: int = 1
    first_column: int = 1
    merged: tuple[tuple[int, int, int, int], ...] = ()
    hidden: tuple[int, ...] = ()


@dataclass(frozen=True)
class _Header:
    """Where each column of the vocabulary stands, and how its header reads."""

    places: dict[str, int]
    shown: dict[str, str]
    unused: tuple[str, ...]
    problems: tuple[Problem, ...]


def tables_of(grids: Iterable[Grid]) -> tuple[dict[str, RawTable], list[Problem]]:
    """Return the raw tables that the grids hold, and what is wrong with their names and headers.

    A grid whose name is no table's is read as `seats` where no grid is called that and its headers fit, or it
    is the only one; otherwise it is listed as not used. A table's own name comes before a synonym.
    """
    named, others = _by_table(grids)
    alone = len(others) == 1 and not named
    problems: list[Problem] = []
    for grid in others:
        if "seats" not in named and (alone or _looks_like_seats(grid)):
            named["seats"] = [grid]
        else:
            problems.append(_not_used(grid))
    tables: dict[str, RawTable] = {}
    for name, (first, *more) in named.items():
        tables[name], found = _to_table(first, TABLE[name])
        full = [grid for grid in more if _header_row(grid.rows) is not None]
        problems += [*found, *(_second_table(grid, first, name) for grid in full)]
    return {table.name: tables[table.name] for table in TABLES if table.name in tables}, problems


def clean(text: str) -> str | None:
    """Return the text of a cell without outer blanks, or None where nothing is left."""
    return text.replace("\x00", "").replace("\xa0", " ").replace("\ufeff", "").strip() or None


def column_letter(number: int) -> str:
    """Return a column's letters as a spreadsheet shows them: 1 is A, 27 is AA."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _by_table(grids: Iterable[Grid]) -> tuple[dict[str, list[Grid]], list[Grid]]:
    called = {
        normal_header(spelling): table.name for table in TABLES for spelling in (table.name, *table.synonyms)
    }
    named: dict[str, list[Grid]] = {}
    others = []
    for grid in grids:
        name = called.get(normal_header(grid.name))
        if name is None:
            others.append(grid)
        else:
            named.setdefault(name, []).append(grid)
    ranked = {
        name: sorted(called_so, key=lambda grid: normal_header(grid.name) != normal_header(name))
        for name, called_so in named.items()
    }
    return ranked, others


def _looks_like_seats(grid: Grid) -> bool:
    start = _header_row(grid.rows)
    if start is None:
        return False
    columns = set(_read_header(grid, TABLE["seats"], grid.rows[start]).places)
    return "body" in columns and bool(columns & {"person", "post", "organisation", "on_behalf_of", "status"})


def _not_used(grid: Grid) -> Problem:
    names = ", ".join(table.name for table in TABLES)
    return Problem(
        grid.place, None, None, None, "this is not a table that orgmap knows, so it is not used.",
        f"The tables are {names}.", "warning",
    )  # fmt: skip


def _second_table(grid: Grid, first: Grid, name: str) -> Problem:
    return Problem(
        grid.place, None, None, None, f"{first.place} is already read as {name}, so this is not used.",
        "Put all rows in one of them.",
    )  # fmt: skip


def _to_table(grid: Grid, table: Table) -> tuple[RawTable, list[Problem]]:
    start = _header_row(grid.rows)
    if start is None:
        empty = pd.DataFrame(index=pd.Index([], dtype="int64", name="row"))
        return RawTable(table.name, grid.place, empty, {}), []
    header = _read_header(grid, table, grid.rows[start])
    frame = _frame(grid, start + 1, header.places)
    raw = RawTable(table.name, grid.place, frame, header.shown, header.unused)
    return raw, [*header.problems, *_missing_columns(raw, table)]


def _header_row(rows: Sequence[Row]) -> int | None:
    return next(
        (number for number, row in enumerate(rows) if any(cell and cell.strip() for cell in row)), None
    )


def _read_header(grid: Grid, table: Table, row: Row) -> _Header:
    """Choose a place for each column; a header that is the column's own name comes before a synonym."""
    known = table.headers()
    own = {normal_header(name) for name in table.names}
    header = [(place, text) for place, text in enumerate(row) if text and clean(text)]
    places: dict[str, int] = {}
    shown: dict[str, str] = {}
    unused: list[str] = []
    problems: list[Problem] = []
    for place, text in sorted(header, key=lambda cell: _rank(normal_header(cell[1]), own, known)):
        label = f"{column_letter(grid.first_column + place)} ({clean(text)})"
        exact = known.get(normal_header(text))
        column = exact or known.get(_without_ending(normal_header(text)))
        if column is None or (not exact and column in places):
            unused.append(label)
            problems += [] if column else _near_header(grid.place, label, text, known)
        elif column in places:
            unused.append(label)
            problems.append(_second_header(grid.place, label, column, shown[column]))
        else:
            places[column], shown[column] = place, label
    return _Header(places, shown, tuple(unused), tuple(problems))


def _rank(header: str, own: set[str], known: Mapping[str, str]) -> int:
    """Return whether a header is a column's own name (0), a synonym (1) or neither (2)."""
    return 0 if header in own else 1 if header in known else 2


def _without_ending(header: str) -> str:
    """Return a header without a last word that says only how the thing is named: "group slug" is a group."""
    first, _, last = header.rpartition(" ")
    return first if last in ENDINGS else header


def _near_header(place: str, label: str, text: str, known: Mapping[str, str]) -> list[Problem]:
    guess = nearest(text, {normal(header): column for header, column in known.items() if len(header) > 4})
    if guess is None or len(normal(text)) < 5:
        return []
    return [
        Problem(
            place,
            None,
            label,
            text,
            "no column is called this, so it is not used.",
            f"Did you mean {guess}?",
            "warning",
        )
    ]


def _second_header(place: str, label: str, column: str, first: str) -> Problem:
    return Problem(
        place, None, label, None, f"column {first} is already read as {column}, so this one is not used.",
        "Rename or delete one of them.", "warning",
    )  # fmt: skip


def _frame(grid: Grid, start: int, places: Mapping[str, int]) -> pd.DataFrame:
    columns = list(zip_longest(*grid.rows[start:]))
    data = {
        column: _cleaned(columns[place]) if place < len(columns) else [None] * (len(grid.rows) - start)
        for column, place in places.items()
    }
    first = grid.first_row + start
    index = pd.RangeIndex(first, first + len(grid.rows) - start, name="row")
    frame = pd.DataFrame(data, index=pd.Index(index, dtype="int64"), columns=list(places), dtype="object")
    return frame[frame.notna().any(axis=1)] if places else frame.iloc[:0]


def _cleaned(cells: Sequence[str | None]) -> list[str | None]:
    cleaned = {text: None if text is None else clean(text) for text in set(cells)}
    return [cleaned[text] for text in cells]


def _missing_columns(raw: RawTable, table: Table) -> list[Problem]:
    present = set(raw.frame.columns) | (
        {"person"} if table.name == "people" and "name" in raw.frame.columns else set()
    )
    return [
        raw.problem(
            None, None, None,
            f"there is no column for {column.name}, which the table {table.name} cannot do without.",
            f"Give it the header {' or '.join((column.name, *column.synonyms[:3]))}.",
        )
        for column in table.columns
        if column.required and column.name not in present
    ]  # fmt: skip
