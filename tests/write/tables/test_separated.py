"""Tests of the folder of CSV files: what spreadsheets and programs see, and what the description says."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import frictionless
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmap.model import check
from orgmap.model.written import written
from orgmap.read import read
from orgmap.vocabulary import TABLE
from orgmap.write.tables import csv_folder
from tests.builders import EXAMPLES
from tests.tabled import AWKWARD, CELLS, Tables, put, seats_with, tables_of


def described(tables: Tables, title: str = "Map") -> dict[str, Any]:
    """Return the description of tables."""
    found: dict[str, Any] = json.loads(csv_folder(tables, title)["datapackage.json"])
    return found


def schema(tables: Tables, name: str) -> dict[str, Any]:
    """Return the schema of one table."""
    return next(one["schema"] for one in described(tables)["resources"] if one["name"] == name)


def faults(tables: Tables, folder: Path) -> list[str]:
    """Return what the Frictionless library finds wrong with the folder."""
    report = frictionless.validate(str(put(folder, csv_folder(tables, "Map")) / "datapackage.json"))
    return [str(row) for row in report.flatten(["rowNumber", "fieldName", "type", "note"])]


@pytest.mark.parametrize("text", AWKWARD)
def test_no_cell_is_a_formula(text: str) -> None:
    """No cell of a file begins as a formula does, and Excel is told that the letters are UTF-8."""
    content = csv_folder(seats_with([{"body": text, text: text}]), "T")["bodies.csv"]
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for row in rows for cell in row)


def test_other_programs_read_it(tmp_path: Path) -> None:
    """Pandas reads the same header and rows."""
    put(tmp_path, csv_folder(seats_with([{"body": "Ŵ board", "legal_type": "a\r\nb"}]), "T"))
    table = pd.read_csv(tmp_path / "bodies.csv")
    assert table.to_dict("records") == [{"body": "Ŵ board", "legal_type": "a\r\nb"}]


@pytest.mark.parametrize("name", ["wales-psb", "hampshire-2004"])
def test_the_examples_are_valid(name: str, tmp_path: Path) -> None:
    """The package of an example is valid by the Frictionless library."""
    assert faults(written(check(read(EXAMPLES / name))), tmp_path) == []


@given(
    st.lists(
        st.fixed_dictionaries(
            dict.fromkeys(("id", "body", "kind", "places", "since", "part_of", "tier"), CELLS)
            | {name: CELLS | st.none() for name in ("open", "E-mail")}
        ),
        min_size=1, max_size=3,
    )
)  # fmt: skip
@settings(max_examples=30)
def test_awkward_tables_are_valid(
    tmp_path_factory: pytest.TempPathFactory, bodies: list[dict[str, str]]
) -> None:
    """The package states no more than what its data keep, whatever they are."""
    assert faults(seats_with(bodies), tmp_path_factory.mktemp("package")) == []


def test_what_is_stated() -> None:
    """Types, closed lists, required columns, the key, and the column in which references are found."""
    tables = tables_of(
        seats=[{"body": "Board", "person": "Ann", "role": "chair", "voting": "yes", "since": "2005-04"}],
        bodies=[{"id": "b", "body": "Board", "places": "4", "hours_per_meeting": "2.5", "part_of": None},
                {"id": "p", "body": "Panel", "places": None, "hours_per_meeting": None, "part_of": "Board"}],
    )  # fmt: skip
    fields = {one["name"]: one for name in tables for one in schema(tables, name)["fields"]}
    assert fields["role"]["constraints"]["enum"] == list(TABLE["seats"].by_name["role"].closed_list.values)  # type: ignore[union-attr]
    assert fields["voting"]["type"] == "boolean"
    assert (fields["places"]["type"], fields["hours_per_meeting"]["type"]) == ("integer", "number")
    assert fields["since"]["constraints"] == {"pattern": r"\d{4}(-\d{2}(-\d{2})?)?"}
    assert fields["body"]["constraints"] == {"required": True}
    assert fields["body"]["description"] == "The full name of the body."
    assert schema(tables, "bodies")["primaryKey"] == ["id"]
    assert schema(tables, "seats")["foreignKeys"] == [
        {"fields": ["body"], "reference": {"resource": "bodies", "fields": ["body"]}}
    ]
    assert schema(tables, "bodies")["foreignKeys"] == [
        {"fields": ["part_of"], "reference": {"resource": "", "fields": ["body"]}}
    ]


def test_what_does_not_hold_is_not_stated() -> None:
    """A body named twice is no key, a reference to a mixture no foreign key, a word of one's own no enum."""
    tables = tables_of(
        seats=[{"body": "Board", "role": "wizard", "voting": "maybe", "invited": "many"}, {"body": "b2"}],
        bodies=[{"id": "b1", "body": "Board"}, {"id": "b2", "body": "Board"}],
    )
    found = schema(tables, "seats")
    assert "foreignKeys" not in found
    assert [one["type"] for one in found["fields"]] == ["string"] * 4
    assert all("enum" not in one.get("constraints", {}) for one in found["fields"])


def test_the_terms_are_those_of_the_map() -> None:
    """Title, licence and source are said as the map says them, the address apart."""
    about = {"licence": "OGL v3 https://example.org/ogl.", "source": "Minutes"}
    found = described(tables_of(about=[about], seats=[{"body": "B", "person": "A"}]), "Ŵ & Co")
    assert found["title"] == "Ŵ & Co"
    assert found["licenses"] == [
        {
            "name": "OGL-v3-https-example.org-ogl.",
            "title": about["licence"],
            "path": "https://example.org/ogl",
        }
    ]
    assert found["sources"] == [{"title": "Minutes"}]
