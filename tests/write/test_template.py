"""Tests of the template: what an officer finds in it, and that it is read as what it is."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest

from orgmap.errors import SourceInvalid
from orgmap.model import check
from orgmap.read import read
from orgmap.vocabulary import TABLE, TABLES, Table
from orgmap.write.headings import heading, sheet_name
from orgmap.write.template import LAST_ROW, note, ordered, template

every_table = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)


@pytest.fixture(scope="module")
def book() -> openpyxl.Workbook:
    """Return the template as openpyxl reads it."""
    return openpyxl.load_workbook(io.BytesIO(template()))


def filled(path: Path, *rows: tuple[str, ...]) -> Path:
    """Save a template with these rows typed into the sheet of seats, over the example and below it."""
    made = openpyxl.load_workbook(io.BytesIO(template()))
    for number, row in enumerate(rows, start=2):
        for column, text in enumerate(row, start=1):
            made["Seats"].cell(number, column, text or None)
    made.save(path)
    return path


def test_the_sheets(book: openpyxl.Workbook) -> None:
    """The sheet that explains comes first, then what most people fill in, the rest, then hidden lists."""
    assert book.sheetnames[:5] == ["Start here", "Seats", "Bodies", "Organisations", "People"]
    assert set(book.sheetnames[1:-1]) == {sheet_name(table.name) for table in TABLES}
    assert book.sheetnames[-1] == "Lists (ignore)"
    assert book["Lists (ignore)"].sheet_state == "hidden"
    assert book.active.title == "Start here"
    assert {table.name for table in ordered()} == set(TABLE)


@every_table
def test_the_headings(table: Table, book: openpyxl.Workbook) -> None:
    """A sheet has the columns of its table in order; a star and a note mark what must be filled in."""
    sheet = book[sheet_name(table.name)]
    for cell, column in zip(sheet[1], table.columns, strict=True):
        assert cell.value == heading(column.name) + (" *" if column.required else "")
        assert cell.comment.text == note(table, column)
        assert cell.comment.text.startswith("Must be filled in.") == column.required
        assert column.meaning in cell.comment.text


@every_table
def test_the_sheets_are_ready_to_work_on(table: Table, book: openpyxl.Workbook) -> None:
    """Headings stay in sight and print on each page, A4 across and one page wide; nothing is locked."""
    sheet = book[sheet_name(table.name)]
    assert sheet.freeze_panes == "A2"
    assert sheet.print_title_rows == "$1:$1"
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
    assert (sheet.page_setup.fitToHeight, sheet.sheet_properties.pageSetUpPr.fitToPage) == (0, True)
    assert not sheet.protection.sheet


@every_table
def test_cells_offer_what_they_may_hold(table: Table, book: openpyxl.Workbook) -> None:
    """Every closed list is offered whole, references offer the other sheet, and no other value is stopped."""
    sheet = book[sheet_name(table.name)]
    rules = {str(rule.sqref).partition(":")[0][:-1]: rule for rule in sheet.data_validations.dataValidation}
    lists = {
        column[0].value: [cell.value for cell in column[1:] if cell.value]
        for column in book["Lists (ignore)"].columns
    }
    for cell, column in zip(sheet[1], table.columns, strict=True):
        rule = rules.pop(cell.column_letter, None)
        if column.closed_list:
            assert rule is not None
            assert lists[column.closed_list.name] == list(column.closed_list.values)
            assert not rule.showErrorMessage or rule.errorStyle == "warning"
        elif column.refers_to:
            assert rule is not None
            assert rule.formula1.startswith(f"OFFSET('{sheet_name(column.refers_to[-1])}'!$")
            assert not rule.showErrorMessage
        else:
            assert rule is None
        assert rule is None or str(rule.sqref).endswith(str(LAST_ROW + 1))
    assert rules == {}


def test_untouched_it_says_what_to_do(tmp_path: Path) -> None:
    """An untouched template has one error, in friendly words."""
    (tmp_path / "t.xlsx").write_bytes(template())
    with pytest.raises(SourceInvalid) as refused:
        check(read(tmp_path / "t.xlsx"))
    (error,) = [one for one in refused.value.problems if one.severity == "error"]
    assert (error.table, "nothing is filled in yet" in error.message) == ("sheet Seats", True)
    assert [one for one in refused.value.problems if one.severity == "warning"] == []


@pytest.mark.parametrize(
    "rows",
    [
        [("Board", "Ann Real"), ("Panel", "Bob Real")],
        [("",), ("Board", "Ann Real"), ("Panel", "Bob Real")],
        [("Board", "Ann Real", "", "", "", "chair"), ("Panel", "Bob Real")],
    ],
    ids=["typed over", "typed below", "typed over in part"],
)
def test_filled_in_it_holds_what_was_typed(rows: list[tuple[str, ...]], tmp_path: Path) -> None:
    """Whether the example is typed over, in part or not at all, the map holds what was typed and no more."""
    found = check(read(filled(tmp_path / "t.xlsx", *rows)))
    assert sorted(found.bodies["name"]) == ["Board", "Panel"]
    assert sorted(found.people["name"]) == ["Ann Real", "Bob Real"]
    assert found.organisations.empty
    assert found.warnings == ()


def test_it_is_the_same_each_time() -> None:
    """Two templates are the same to the byte."""
    assert template() == template()
