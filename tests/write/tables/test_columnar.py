"""Tests of the Parquet files of tables."""

from __future__ import annotations

import io

import pyarrow.parquet
import pytest

from orgmap.errors import ToolMissing
from orgmap.model import extras
from orgmap.write.tables import parquet_folder
from tests.tabled import Tables, tables_of


def types(tables: Tables, name: str) -> dict[str, str]:
    """Return the type of each column of a file."""
    schema = pyarrow.parquet.read_schema(io.BytesIO(parquet_folder(tables)[f"{name}.parquet"]))
    return {field.name: str(field.type) for field in schema}


def test_columns_have_types() -> None:
    """A column whose cells are all numbers, flags or lists holds such; any other holds text."""
    rows = [
        {"body": "A", "places": "1", "hours_per_meeting": "2", "preparation_hours": "some", "open": "yes",
         "also_known_as": "B; C"},
        {"body": "B", "places": None, "hours_per_meeting": "2.5", "preparation_hours": "1", "open": "no",
         "also_known_as": None},
    ]  # fmt: skip
    assert types(tables_of(bodies=rows), "bodies") == {
        "body": "string", "open": "bool", "places": "int64", "hours_per_meeting": "double",
        "preparation_hours": "string", "also_known_as": "list<element: string>",
    }  # fmt: skip


def test_without_pyarrow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where pyarrow is missing, the message says how to install it."""

    def missing(name: str) -> None:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr(extras, "import_module", missing)
    with pytest.raises(ToolMissing, match=r'writing Parquet needs pyarrow.*pip install "orgmap\[parquet\]"'):
        parquet_folder({})
