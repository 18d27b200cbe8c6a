"""The tables as Parquet files, for programs that read much at once."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

import pandas as pd

from orgmap.model.extras import needed
from orgmap.vocabulary import Table
from orgmap.write.tables.columns import cells, ready, values


def parquet_folder(tables: Mapping[str, pd.DataFrame]) -> dict[str, bytes]:
    """Return a Parquet file for each table, by file name. Same tables, same library, same bytes.

    A column of the vocabulary holds whole numbers, numbers, flags or lists of names where every one of its
    cells does; every other column holds text.

    Raises:
        ToolMissing: pyarrow is not installed.
    """
    arrow, parquet = (needed(one, "parquet", "writing Parquet") for one in ("pyarrow", "pyarrow.parquet"))
    files = {}
    for table, frame in ready(tables):
        made = io.BytesIO()
        arrays = {header: _array(table, frame, header, arrow) for header in frame.columns}
        parquet.write_table(arrow.table(arrays), made)
        files[f"{table.name}.parquet"] = made.getvalue()
    return files


def parquet_file(table: pd.DataFrame) -> bytes:
    """Return one table as a Parquet file, as it is. Raises `ToolMissing` as `parquet_folder` does."""
    needed("pyarrow", "parquet", "writing Parquet")
    made = io.BytesIO()
    table.to_parquet(made, engine="pyarrow", index=False)
    return made.getvalue()


def _array(table: Table, frame: pd.DataFrame, header: str, arrow: Any) -> Any:
    held = values(table, frame, header)
    kind = _kind({type(value) for value in held if value is not None})
    types = {"int": arrow.int64(), "float": arrow.float64(), "bool": arrow.bool_()}
    if kind == "list":
        return arrow.array(held, arrow.list_(arrow.string()))
    return arrow.array(held if kind else cells(frame, header), types.get(kind, arrow.string()))


def _kind(kinds: set[type]) -> str:
    """Return what all the cells of a column are, empty where that is text or differs."""
    if kinds == {int, float}:
        return "float"
    only = kinds.pop().__name__ if len(kinds) == 1 else ""
    return "" if only == "str" else only
