"""Rows of tables as plain records, found again by what they are about: worked out once for all pages."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from orgmap.network import PREFIX

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import pandas as pd

Record = dict[str, Any]
Index = dict[str, list[Record]]


def records(
    table: pd.DataFrame, columns: Sequence[str], nodes: Mapping[str, str] | None = None
) -> list[Record]:
    """Return each row as a record of these columns; what is not known is None.

    `nodes` says of columns that hold ids what mode these are of; the record holds nodes there.
    """
    modes = nodes or {}
    cells = [_cells(table[name], PREFIX.get(modes.get(name, ""), "")) for name in columns]
    return [dict(zip(columns, row, strict=True)) for row in zip(*cells, strict=True)]


def _cells(column: pd.Series[Any], prefix: str) -> list[Any]:
    known = column.astype("object").where(column.notna(), None).tolist()
    return [value and prefix + value for value in known] if prefix else known


def index(rows: Iterable[Record], *columns: str) -> Index:
    """Return the records by what stands in these columns, in their order; empty ones are in none."""
    found: Index = defaultdict(list)
    for row in rows:
        for place, column in enumerate(columns):
            key = row[column]
            if key and all(row[before] != key for before in columns[:place]):
                found[key].append(row)
    return dict(found)
