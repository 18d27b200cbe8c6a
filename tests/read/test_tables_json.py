"""Tests of JSON files of tables, as orgmap writes them and as people and programs do."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmap.errors import SourceInvalid
from orgmap.model.raw import Source
from orgmap.read.tables_json import MOST_COLUMNS, read_tables_json
from orgmap.write.tables import tables_json
from tests.tabled import cells, outcome, put, seats_with

SEAT = {"body": "Board", "person": "Ann Example"}
KEYS = st.sampled_from(["seats", "tables", "columns", "rows", "data", "name", "body"]) | st.text(max_size=3)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=12,
)


def read_text(folder: Path, text: str | bytes) -> Source:
    """Return what is read of a file with this text."""
    path = folder / "map.json"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_tables_json(path)


@pytest.mark.parametrize(
    "content",
    [
        {"tables": {"seats": [SEAT]}},
        {"title": "Map", "seats": [SEAT]},
        [SEAT],
        {"Membership list": [{"Committee": "Board", "Name": "Ann Example"}]},
        {"seats": {"body": ["Board"], "person": ["Ann Example"]}},
        {"seats": {"1": SEAT}},
        {"seats": SEAT},
        {"seats": {"columns": ["body", "person"], "data": [["Board", "Ann Example"]]}},
        {"seats": [["body", "person"], ["Board", "Ann Example"]]},
        {"tables": [{"name": "seats", "rows": [SEAT]}]},
        {"seats": {"schema": {"fields": []}, "data": [SEAT]}},
    ],
    ids=lambda content: json.dumps(content)[:40],
)
def test_shapes_of_tables(content: object, tmp_path: Path) -> None:
    """The same table is read from each of the shapes in which programs write tables."""
    source = read_text(tmp_path, json.dumps(content))
    assert (source.form, source.problems) == ("json", ())
    assert [{key: row[key] for key in ("body", "person")} for row in cells(source, "seats")] == [SEAT]


def test_cells_are_text(tmp_path: Path) -> None:
    """Numbers, flags, lists and objects become the text that a CSV file would hold; null is not known."""
    row = SEAT | {
        "voting": True,
        "invited": 4.0,
        "attended": 3,
        "note": ["a", "b"],
        "source": {"page": 2},
        "post": None,
    }
    source = read_text(tmp_path, json.dumps([row, SEAT]))
    assert cells(source, "seats") == [
        SEAT | {"voting": "yes", "invited": "4", "attended": "3", "note": "a; b", "source": '{"page": 2}'},
        SEAT,
    ]  # fmt: skip


def test_rows_and_columns_of_problems(tmp_path: Path) -> None:
    """A row is the number of its record, and a column is called by its key alone."""
    raw = read_text(tmp_path, json.dumps({"seats": [SEAT, SEAT | {"Role": "wizard", "Phone": "1"}]})).tables[
        "seats"
    ]
    assert raw.problem(2, "role", "wizard", "x").place == "map.json seats, row 2, column Role"
    assert raw.frame.index.tolist() == [1, 2]
    assert raw.unused == ("Phone",)
    assert raw.extra.loc[2].to_dict() == {"Phone": "1"}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ({}, "the file holds no tables"),
        ("text", "the file holds no tables"),
        ({"title": "Map"}, "the file holds no tables"),
        ({"tables": [{"rows": []}]}, "a table in the list has no name"),
    ],
)
def test_no_tables(content: object, message: str, tmp_path: Path) -> None:
    """A file without tables is refused, and the hint shows how a table looks."""
    with pytest.raises(SourceInvalid) as refused:
        read_text(tmp_path, json.dumps(content))
    problem = refused.value.problems[0]
    assert message in problem.message
    assert problem.hint


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ({"seats": "none"}, "this is not a table"),
        ({"seats": ["Board"]}, "record 1 is not an object of columns and values"),
        ({"seats": {"columns": ["body"], "rows": [["a"], 3]}}, "a row is not a list of cells"),
        ({"seats": [{str(number): 1 for number in range(MOST_COLUMNS + 1)}]}, "has 1,001 columns"),
        ({"wishes": [SEAT], "dreams": [SEAT]}, "not a table that orgmap knows"),
        ({"seats": [SEAT], "members": [SEAT]}, "is already read as seats"),
        ({"seats": [{"person": "Ann"}]}, "there is no column for body"),
    ],
)
def test_what_is_no_table_is_said(content: dict[str, object], message: str, tmp_path: Path) -> None:
    """What cannot be used is a problem, and the other tables are read."""
    found = read_text(tmp_path, json.dumps({"bodies": [{"body": "Board"}], **content}))
    assert any(message in problem.message for problem in found.problems)
    assert cells(found, "bodies") == [{"body": "Board"}]


@given(VALUES)
@settings(max_examples=200)
def test_any_json_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, content: object) -> None:
    """Whatever JSON a file holds, it becomes text, or is refused in words."""
    path = put(tmp_path_factory.mktemp("json"), {"map.json": json.dumps(content).encode()}) / "map.json"
    found = outcome(read_tables_json, path)
    assert found
    for raw in found.tables.values() if isinstance(found, Source) else ():
        assert all(cell is None or isinstance(cell, str) for row in raw.frame.values.tolist() for cell in row)


@given(st.data())
@settings(max_examples=50)
def test_a_damaged_file_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """A file cut off or with other bytes in it gives tables or a refusal, never a fault."""
    whole = bytearray(tables_json(seats_with([{"body": "Board", "places": "4"}]), "Map"))
    for _ in range(data.draw(st.integers(0, 3))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    damaged = bytes(whole[: data.draw(st.integers(0, len(whole)))])
    path = put(tmp_path_factory.mktemp("json"), {"map.json": damaged}) / "map.json"
    assert outcome(read_tables_json, path)
