"""The tables as one JSON file: for each table a list of records."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pandas as pd

from orgmap.model.exact import Value
from orgmap.vocabulary import Table
from orgmap.write.tables.columns import ready, values


def tables_json(tables: Mapping[str, pd.DataFrame], title: str) -> bytes:
    """Return the tables as JSON: numbers, true and false, lists of names, and null where nothing is known."""
    made = {table.name: _records(table, frame) for table, frame in ready(tables)}
    document = {"title": title, "tables": made}
    return json.dumps(document, ensure_ascii=False, indent=1).encode("utf-8", "replace") + b"\n"


def _records(table: Table, frame: pd.DataFrame) -> list[dict[str, Value | None]]:
    columns = [values(table, frame, header) for header in frame.columns]
    return [dict(zip(frame.columns, record, strict=True)) for record in zip(*columns, strict=True)]
