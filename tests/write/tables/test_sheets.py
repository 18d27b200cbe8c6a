"""Tests of the workbook of tables: what an officer sees in it, and that nothing is lost in silence."""

from __future__ import annotations

import io

import openpyxl
import pandas as pd
import pytest

from orgmap.errors import CallInvalid
from orgmap.vocabulary import ROLES
from orgmap.write import book as looks
from orgmap.write.tables import data_workbook, sheets
from tests.tabled import AWKWARD, Tables, seats_with, tables_of


def opened(tables: Tables, report: pd.DataFrame | None = None) -> openpyxl.Workbook:
    """Return the workbook of tables as openpyxl reads it."""
    return openpyxl.load_workbook(io.BytesIO(data_workbook(tables, "Map", report)))


def test_a_sheet_for_each_table() -> None:
    """Sheets and headings are words, headings stay in sight, and the lists are on a hidden sheet."""
    book = opened(
        tables_of(
            seats=[{"body": "B", "on_behalf_of": "C", "role": "chair"}],
            area_units=[{"area": "A", "unit": "U"}],
        )
    )
    assert book.sheetnames == ["Seats", "Area units", "Lists (ignore)"]
    assert [cell.value for cell in book["Seats"][1]] == ["Body", "On behalf of", "Role"]
    assert book["Seats"].freeze_panes == "A2"
    assert book["Seats"].auto_filter.ref == "A1:C2"
    assert book["Lists (ignore)"].sheet_state == "hidden"


def test_closed_lists_are_offered() -> None:
    """A cell of a closed list offers its values, below the last row too, and lets others through."""
    book = opened(tables_of(seats=[{"body": "B", "person": "A", "role": "chair"}]))
    rule = book["Seats"].data_validations.dataValidation[0]
    assert (str(rule.sqref), rule.type, rule.errorStyle) == ("C2:C502", "list", "warning")
    listed = [cell.value for cell in book["Lists (ignore)"]["A"]]
    assert listed == ["role", *ROLES.values]
    assert rule.formula1 == f"'Lists (ignore)'!$A$2:$A${len(ROLES.values) + 1}"


def test_values_are_what_they_look_like() -> None:
    """Numbers are numbers; dates and codes are text, and stay as typed."""
    sheet = opened(seats_with([{"body": "007", "places": "12", "since": "2005-04-01", "until": "2006"}]))[
        "Bodies"
    ]
    assert [cell.value for cell in sheet[2]] == ["007", 12, "2005-04-01", "2006"]
    assert [cell.number_format for cell in sheet[2]] == ["@", "General", "@", "@"]


@pytest.mark.parametrize("text", AWKWARD)
def test_no_cell_is_a_formula(text: str) -> None:
    """Whatever text begins with, in a cell, a header or the report, it is no formula and no link."""
    book = opened(seats_with([{"body": text, text: text}]), pd.DataFrame({"message": [text]}))
    for sheet in book.worksheets:
        assert all(cell.data_type in ("s", "n", "inlineStr") for row in sheet.iter_rows() for cell in row)
        assert not any(cell.hyperlink for row in sheet.iter_rows() for cell in row)


def test_further_columns_are_marked() -> None:
    """A further column comes last, under a heading of another colour with a note that it is not read."""
    sheet = opened(seats_with([{"Phone": "1", "body": "B"}]))["Bodies"]
    assert [cell.value for cell in sheet[1]] == ["Body", "Phone"]
    assert sheet["B1"].comment.text == sheets.FURTHER
    assert sheet["A1"].comment is None
    assert sheet["A1"].fill.fgColor.rgb != sheet["B1"].fill.fgColor.rgb


def test_the_report_is_a_sheet_that_is_not_read() -> None:
    """The report stands on a last sheet whose name says that it is left out when the file is read."""
    report = pd.DataFrame({"place": ["sheet Seats"], "row": [3], "message": ["the body is missing."]})
    book = opened(tables_of(seats=[{"body": "B", "person": "A"}]), report)
    assert book.sheetnames == ["Seats", "Report (ignore)"]
    assert [[cell.value for cell in row] for row in book["Report (ignore)"].rows] == [
        ["place", "row", "message"],
        ["sheet Seats", 3, "the body is missing."],
    ]


def test_text_that_is_cut_is_told() -> None:
    """A text longer than a cell holds is cut, and the report says where."""
    book = opened(tables_of(seats=[{"body": "B", "note": "x" * 40_000}]))
    assert len(str(book["Seats"]["B2"].value)) == 32_767
    told = [cell.value for cell in book["Report (ignore)"][2]]
    assert told[:4] == ["warning", "sheet Seats", 2, "note"]
    assert "cut to the 32,767 characters" in str(told[4])


def test_too_many_rows_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A table that a sheet cannot hold is refused, with the form that can hold it."""
    monkeypatch.setattr(sheets, "MOST_ROWS", 2)
    assert looks.MOST_ROWS == 1_048_575
    with pytest.raises(
        CallInvalid, match="seats has 3 rows, more than a sheet holds; convert to csv instead"
    ):
        data_workbook(tables_of(seats=[{"body": "B", "person": str(number)} for number in range(3)]), "T")
