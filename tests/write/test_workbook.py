"""Tests of the workbook: what Excel shows is what the tables hold."""

from __future__ import annotations

import importlib
import io
import re
import zipfile

import numpy as np
import openpyxl
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from orgmap.write import workbook

FORMULAS = [
    "=1+1",
    "+44 1962",
    "-1",
    "@SUM(A1)",
    "{=A1}",
    "http://example.org",
    "internal:A1",
    "007",
    "1e5",
    "TRUE",
]
WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), min_size=1, max_size=12)
NUMBERS = st.floats(-1e300, 1e300)


def read_back(content: bytes) -> dict[str, list[list[object]]]:
    """Return the sheets of a workbook as its reader sees them."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def parts(content: bytes) -> dict[str, str]:
    """Return the parts of a workbook as text."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return {name: packed.read(name).decode("utf-8") for name in packed.namelist()}


def test_a_sheet_for_each_table() -> None:
    """Each table is a sheet of its name, in order, with its headings above its rows."""
    tables = {"seats": pd.DataFrame({"body": ["Board"], "places": [3]}), "empty": pd.DataFrame(columns=["a"])}
    assert read_back(workbook("Anyshire", tables)) == {
        "seats": [["body", "places"], ["Board", 3]],
        "empty": [["a"]],
    }


def test_each_kind_of_value() -> None:
    """Numbers are numbers, flags are yes and no, and what is not known is an empty cell."""
    table = pd.DataFrame(
        {
            "flag": pd.array([True, False, None], dtype="boolean"),
            "plain": [True, False, True],
            "share": [0.1, np.nan, 1.0],
            "count": pd.array([1, None, 1200], dtype="Int64"),
            "name": pd.Series(["Ann", None, "B"], dtype="str"),
            "day": pd.to_datetime(pd.Series(["2004-10-01", None, None])),
        }
    )
    assert read_back(workbook("t", {"s": table}))["s"][1:] == [
        ["yes", "yes", 0.1, 1, "Ann", "2004-10-01 00:00:00"],
        ["no", "no", "", "", "", ""],
        ["", "yes", 1, 1200, "B", ""],
    ]


@pytest.mark.parametrize("text", FORMULAS)
def test_text_stays_text(text: str) -> None:
    """Whatever text begins with, it is neither a formula nor a number nor a link."""
    content = workbook(text, {"s": pd.DataFrame({text: [text]})})
    assert read_back(content)["s"] == [[text], [text]]
    sheet = parts(content)["xl/worksheets/sheet1.xml"]
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet
    assert re.findall(r'<c r="A2"[^>]* t="(\w+)"', sheet) == ["s"]


def test_headings_stay_in_sight() -> None:
    """Every sheet is frozen below its headings, filtered, and printed on A4 with them on each page."""
    content = parts(
        workbook("t", {"one": pd.DataFrame({"a": [1], "b": [2]}), "two": pd.DataFrame({"c": ["x"]})})
    )
    for number in (1, 2):
        sheet = content[f"xl/worksheets/sheet{number}.xml"]
        assert '<pane ySplit="1" topLeftCell="A2"' in sheet
        assert "<autoFilter " in sheet
        assert 'paperSize="9"' in sheet
        assert 'orientation="landscape"' in sheet
    assert content["xl/workbook.xml"].count("_xlnm.Print_Titles") == 2


def test_the_title_is_in_the_properties() -> None:
    """The workbook has the map's title, escaped, and a date of making that is not today's."""
    core = parts(workbook("<A> & B", {"s": pd.DataFrame({"a": [1]})}))["docProps/core.xml"]
    assert "<dc:title>&lt;A&gt; &amp; B</dc:title>" in core
    assert re.findall(r">(\d{4})-[^<]*</dcterms:created>", core) == ["2000"]


def test_the_same_tables_give_the_same_bytes() -> None:
    """A workbook made twice is the same to the byte."""
    tables = {"s": pd.DataFrame({"a": ["x", "y"], "b": [1.5, np.nan]})}
    assert workbook("t", tables) == workbook("t", tables)


def test_texts_of_any_length() -> None:
    """Text longer than a cell can hold is cut to what it can, and the workbook opens."""
    table = pd.DataFrame({"a": ["x" * 40_000, "y" * 10_000]})
    cells = [str(row[0]) for row in read_back(workbook("t" * 1000, {"s": table}))["s"]]
    assert [len(cell) for cell in cells] == [1, 32_767, 10_000]


def test_control_characters_leave_the_workbook_readable() -> None:
    """Letters that XML cannot hold do not break the file."""
    table = pd.DataFrame({"a": ["bell\x07 escape\x1b[31m", "_x0041_", "line\none"]})
    cells = [row[0] for row in read_back(workbook("t", {"s": table}))["s"][1:]]
    assert str(cells[0]).startswith("bell")
    assert cells[1:] == ["_x0041_", "line\none"]


def test_what_looks_like_marked_up_text_is_text() -> None:
    """Text in the notation of the file itself is shown as it was written, in headings and in cells."""
    texts = ["<r>x</r>", "<r><t>&amp;</t></r>", "</t></si>", "a & b < c", "  spaces  ", ""]
    told = read_back(workbook("t", {"s": pd.DataFrame({"<r>y & z</r>": texts})}))["s"]
    assert [row[0] for row in told] == ["<r>y & z</r>", *texts]


def test_each_text_is_held_once() -> None:
    """A text that stands in many cells of several sheets is in the workbook once."""
    table = pd.DataFrame({"a": ["the same"] * 50})
    shared = parts(workbook("t", {"one": table, "two": table}))["xl/sharedStrings.xml"]
    assert shared.count("the same") == 1
    assert 'uniqueCount="2"' in shared
    assert shared.count("<si>") == 2


def test_cells_look_alike_and_the_size_is_told() -> None:
    """Cells wrap and begin at the top, and the sheet says how far it reaches, empty columns included."""
    book = openpyxl.load_workbook(
        io.BytesIO(workbook("t", {"s": pd.DataFrame({"a": ["x", "y"], "b": [None, None]}, dtype="str")}))
    )
    sheet = book["s"]
    assert (sheet.dimensions, sheet.auto_filter.ref, sheet.freeze_panes) == ("A1:B3", "A1:B3", "A2")
    assert sheet["A3"].alignment.wrap_text
    assert sheet["A3"].alignment.vertical == "top"


def test_what_is_equal_but_not_alike() -> None:
    """1 and True, side by side in one column, stay a number and a yes; a number of numpy is a number."""
    table = pd.DataFrame(
        {"a": pd.Series([1, True, np.int64(2), np.float64(0.1), np.bool_(0)], dtype="object")}
    )
    assert [row[0] for row in read_back(workbook("t", {"s": table}))["s"][1:]] == [1, "yes", 2, 0.1, "no"]


def test_a_table_longer_than_a_sheet(monkeypatch: pytest.MonkeyPatch) -> None:
    """A table that no sheet can hold is cut, and the last row says how much is missing and where to look."""
    monkeypatch.setattr(importlib.import_module("orgmap.write.workbook"), "MOST_ROWS", 3)
    told = read_back(workbook("t", {"s": pd.DataFrame({"a": range(5), "b": range(5)})}))["s"]
    assert told[1:3] == [[0, 0], [1, 1]]
    assert told[3] == ["3 more rows have no room on a sheet: forms other than a workbook hold them all.", ""]


@given(st.lists(st.tuples(WORDS, NUMBERS), min_size=1, max_size=5))
def test_any_table_is_read_back(rows: list[tuple[str, float]]) -> None:
    """Text comes back as it was and numbers to the sixteen digits that Excel keeps."""
    table = pd.DataFrame(rows, columns=["text", "number"])
    told = read_back(workbook("t", {"s": table}))["s"][1:]
    assert [row[0] for row in told] == [text for text, _ in rows]
    numbers = [float(str(row[1])) for row in told]
    assert numbers == pytest.approx([number for _, number in rows], rel=1e-15)
