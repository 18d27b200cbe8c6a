"""Raw tables of text made into typed tables, every distinct text read once and every fault kept."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd

from orgmap.errors import Problem
from orgmap.model.cells import Fault, read_cell, stays_text
from orgmap.model.distinct import numbered, spread
from orgmap.model.raw import RawTable
from orgmap.vocabulary import TABLE, Column, Table, Type

DTYPES: dict[Type, str] = {
    Type.FLAG: "boolean",
    Type.WHOLE: "Int64",
    Type.NUMBER: "float64",
    Type.NAMES: "object",
}


def typed(raw: RawTable) -> tuple[pd.DataFrame, list[Problem]]:
    """Return the table with all columns of the vocabulary, typed and in order, and the faults of its cells.

    A further column `row` is the row as the file counts it. Missing cells are NaN or NA. A table that lacks a
    required cell keeps the row; the fault is an error.
    """
    table = TABLE[raw.name]
    problems: list[Problem] = []
    data: dict[str, pd.Series[Any]] = {}
    for column in table.columns:
        data[column.name], found = _typed_column(raw, column)
        problems += found
    frame = pd.DataFrame(data, index=raw.frame.index).assign(row=raw.frame.index).reset_index(drop=True)
    return frame, [*problems, *_missing(raw, table)]


def empty(table: Table) -> pd.DataFrame:
    """Return a table of no rows with the types of its columns."""
    data = {column.name: pd.Series([], dtype=_dtype(column)) for column in table.columns}
    return pd.DataFrame(data | {"row": pd.Series([], dtype="int64")})


def _dtype(column: Column) -> str:
    return DTYPES.get(column.type, "str")


def _typed_column(raw: RawTable, column: Column) -> tuple[pd.Series[Any], list[Problem]]:
    if column.name not in raw.frame.columns:
        return pd.Series(None, index=raw.frame.index, dtype=_dtype(column)), []
    texts = raw.frame[column.name]
    if stays_text(column):
        return texts.astype("str"), []
    numbers, distinct = numbered(texts)
    values, faults = [], {}
    for text in distinct:
        value, fault = read_cell(text, column)
        values.append(value)
        if fault:
            faults[text] = fault
    return spread(values, numbers, texts.index, _dtype(column)), _placed(raw, column, texts, faults)


def _placed(raw: RawTable, column: Column, texts: pd.Series[Any], faults: dict[str, Fault]) -> list[Problem]:
    """Return every error with its row; a warning once for each text, at its first row."""
    if not faults:
        return []
    rows = texts[texts.isin(list(faults))]
    problems = []
    for row, text in rows.items():
        if faults[str(text)].severity == "error":
            problems.append(_problem(raw, column, row, str(text), faults[str(text)]))
    for text, places in rows.groupby(rows, sort=False):
        if faults[str(text)].severity == "warning":
            more = f" (So are {len(places) - 1} more rows.)" if len(places) > 1 else ""
            problems.append(_problem(raw, column, places.index[0], str(text), faults[str(text)], more))
    return problems


def _problem(raw: RawTable, column: Column, row: object, text: str, fault: Fault, more: str = "") -> Problem:
    place = raw.problem if fault.severity == "error" else raw.warning
    return place(int(str(row)), column.name, text, fault.message, fault.hint + more)


def _missing(raw: RawTable, table: Table) -> Iterable[Problem]:
    for column in table.columns:
        if column.required and column.name in raw.frame.columns:
            for row in raw.frame.index[raw.frame[column.name].isna()]:
                yield raw.problem(
                    int(row), column.name, None, f"the {column.name.replace('_', ' ')} is missing.",
                    "Fill the cell, or delete the row.",
                )  # fmt: skip
