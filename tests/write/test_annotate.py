"""Tests of annotated copies: every problem on its cell, the user's own kept, the same tables to read."""

from __future__ import annotations

import datetime
import io
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import PatternFill
from openpyxl.worksheet.datavalidation import DataValidation

from orgmap.errors import Problem, Severity
from orgmap.read.workbook import workbook_grids
from orgmap.write import annotate, workbook
from orgmap.write.annotate import TextSheet, annotated_tables, annotated_workbook, listing, marks
from tests.tabled import AWKWARD, tables_of

LIST = "Problems (ignore)"


def problem(
    row: int | None = 2, column: str | None = "B (Person)", severity: Severity = "error", **more: Any
) -> Problem:
    """Return a problem of the sheet Seats."""
    told = {"table": "sheet Seats", "value": "x", "message": "it is wrong.", "hint": "Mend it."}
    return Problem(row=row, column=column, severity=severity, **(told | more))


def book_of(rows: list[list[object]]) -> openpyxl.Workbook:
    """Return a workbook with one sheet, Seats, of these rows."""
    book = openpyxl.Workbook()
    book.worksheets[0].title = "Seats"
    for row in rows:
        book.worksheets[0].append(row)
    return book


def saved(book: openpyxl.Workbook) -> bytes:
    """Return a workbook as bytes."""
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def plain_book() -> bytes:
    """Return a workbook with two rows of seats."""
    return saved(book_of([["Body", "Person"], ["Board", "Ann Example"], ["Board", "Bob Example"]]))


PLAIN = plain_book()


def copied(content: bytes, *problems: Problem) -> openpyxl.Workbook:
    """Return the annotated copy of a workbook as openpyxl reads it."""
    copy = annotated_workbook(content, problems)
    assert copy is not None
    return openpyxl.load_workbook(io.BytesIO(copy.content))


def notes(sheet: Any) -> dict[str, str]:
    """Return the notes of a sheet by cell."""
    return {cell.coordinate: cell.comment.text for row in sheet.iter_rows() for cell in row if cell.comment}


def grids(content: bytes, folder: Path) -> list[tuple[str, list[list[str | None]]]]:
    """Return the sheets of a workbook as orgmap reads them."""
    (folder / "book.xlsx").write_bytes(content)
    return [(grid.name, [list(row) for row in grid.rows]) for grid in workbook_grids(folder / "book.xlsx")[0]]


def test_a_note_on_the_cell() -> None:
    """A problem is a note on its cell, what is to be done included, and errors and warnings fill the cell."""
    book = copied(plain_book(), problem(), problem(3, severity="warning"), problem(3, "A (Body)", "note"))
    assert notes(book["Seats"]) == {
        "B2": "[orgmap check]\nerror: it is wrong. Mend it.",
        "B3": "[orgmap check]\nwarning: it is wrong. Mend it.",
        "A3": "[orgmap check]\nnote: it is wrong. Mend it.",
    }
    fills = {cell: book["Seats"][cell].fill.fill_type for cell in ("B2", "B3", "A3", "A2")}
    assert fills == {"B2": "solid", "B3": "solid", "A3": None, "A2": None}


def test_several_problems_of_one_cell() -> None:
    """One note tells them all, the colour is the heaviest's, and of very many it tells where the rest is."""
    many = [problem(message=f"fault {number}.", severity="warning") for number in range(12)]
    book = copied(plain_book(), *many, problem())
    text = notes(book["Seats"])["B2"]
    assert text.count("fault") == 10
    assert text.endswith("... and 3 more: see the first sheet.")
    assert book["Seats"]["B2"].fill.fgColor.rgb == "FFFFD9D4"


def test_the_sheet_in_front() -> None:
    """The first sheet lists every problem with where and what to do, and leads to its cell."""
    book = copied(plain_book(), problem(), problem(None, None, "warning"), problem(table="elsewhere", row=9))
    assert (book.sheetnames, book.active.title) == ([LIST, "Seats"], LIST)
    sheet = book[LIST]
    assert "2 errors, 1 warning" in sheet["A1"].value
    assert [cell.value for cell in sheet[3]] == [
        "error", "sheet Seats, row 2, column B (Person)", "B2", "x", "it is wrong.", "Mend it.",
    ]  # fmt: skip
    assert sheet["C3"].hyperlink.location == "'Seats'!B2"
    assert [sheet[cell].value for cell in ("C4", "C5")] == [None, None]
    assert [one.sheet_view.tabSelected for one in book.worksheets] == [True, False]


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("C (From)", "C3"),
        ("AB", "AB3"),
        (None, "B3"),
        ("person", "B3"),
        ("ZZZZ (x)", "B3"),
        ("ZZZ (x)", "XFD3"),
    ],
)
def test_where_a_note_stands(column: str | None, cell: str) -> None:
    """The letter of the column decides; without one, the note is on the first cell of the row."""
    book = book_of([])
    book["Seats"]["B3"] = "Board"
    assert list(notes(copied(saved(book), problem(3, column))["Seats"])) == [cell]


def test_a_merged_cell() -> None:
    """The note is where the text of a merged cell is."""
    book = book_of([["Body", "Person"], ["Board", "Ann"], [None, "Bob"]])
    book["Seats"].merge_cells("A2:A3")
    assert list(notes(copied(saved(book), problem(3, "A (Body)"))["Seats"])) == ["A2"]


def own_book() -> openpyxl.Workbook:
    """Return a workbook with things of the user's own in it."""
    book = book_of(
        [
            ["Body", "Person"],
            ["Board", "Ann"],
            ["Board", CellRichText("Bob ", TextBlock(InlineFont(b=True), "Bold"))],
        ]
    )
    sheet = book["Seats"]
    sheet["B2"].comment = Comment("ask Ann", "Me")
    sheet["B3"].fill = PatternFill("solid", fgColor="FF00FF00")
    rule = DataValidation(type="list", formula1='"chair,member"')
    rule.add("C2:C9")
    sheet.add_data_validation(rule)
    sheet.conditional_formatting.add("A1:A9", CellIsRule(operator="equal", formula=['"x"']))
    sheet.freeze_panes = "A2"
    sheet.column_dimensions["A"].width = 44
    return book


def test_the_users_own_is_kept() -> None:
    """Notes, fills, rich text, drop-downs, conditional formats, widths and frozen rows are as they were."""
    book = copied(saved(own_book()), problem(), problem(3))
    sheet = book["Seats"]
    assert notes(sheet)["B2"] == "ask Ann\n\n[orgmap check]\nerror: it is wrong. Mend it."
    assert sheet["B2"].comment.author == "Me"
    assert sheet["B3"].fill.fgColor.rgb == "FF00FF00"
    assert (sheet.freeze_panes, sheet.column_dimensions["A"].width) == ("A2", 44)
    assert (len(sheet.data_validations.dataValidation), len(sheet.conditional_formatting)) == (1, 1)


def test_again_replaces_what_was_written() -> None:
    """A copy annotated again is the same to the byte; without problems, all that was written is gone."""
    content = saved(own_book())
    first = annotated_workbook(content, [problem(), problem(3)])
    assert first is not None
    again = annotated_workbook(first.content, [problem(), problem(3)])
    assert again == first
    mended = copied(first.content)
    assert notes(mended["Seats"]) == {"B2": "ask Ann"}
    assert mended["Seats"]["B2"].fill.fill_type is None
    assert mended["Seats"]["B3"].fill.fgColor.rgb == "FF00FF00"
    assert "no problems" in mended[LIST]["A1"].value


def with_results() -> bytes:
    """Return a workbook with formulas that have been worked out, as Excel saves it."""
    made = io.BytesIO()
    import xlsxwriter

    book = xlsxwriter.Workbook(made)
    sheet = book.add_worksheet("Seats")
    for column, (formula, result) in enumerate(
        [('="Bo"&"ard"', "Board & <co>"), ("=1+1", 2), ("=1/0", "#DIV/0!"), ("=TRUE", True), ("=A1", "")]
    ):
        sheet.write_formula(0, column, formula, None, result)
    sheet.write_formula(0, 5, "=TODAY()", book.add_format({"num_format": "dd/mm/yyyy"}), 45000)
    book.close()
    return made.getvalue()


def test_formulas_and_what_they_came_to() -> None:
    """A formula stays a formula, and what it came to is still there for programs that work nothing out."""
    copy = annotated_workbook(with_results(), [problem(1, "A")])
    assert copy is not None
    formulas = openpyxl.load_workbook(io.BytesIO(copy.content))["Seats"]
    assert [cell.value for cell in formulas[1]][:4] == ['="Bo"&"ard"', "=1+1", "=1/0", "=TRUE"]
    results = openpyxl.load_workbook(io.BytesIO(copy.content), data_only=True)["Seats"]
    told = [cell.value for cell in results[1]]
    assert told[:4] == ["Board & <co>", 2, "#DIV/0!", True]
    assert told[5] == datetime.datetime(2023, 3, 15)  # noqa: DTZ001


@pytest.mark.parametrize(
    "content", [plain_book(), saved(own_book()), with_results()], ids=["plain", "own", "formulas"]
)
def test_the_copy_is_read_as_the_source(content: bytes, tmp_path: Path) -> None:
    """The tables of the copy are those of the source."""
    copy = annotated_workbook(content, [problem()])
    assert copy is not None
    assert grids(copy.content, tmp_path) == grids(content, tmp_path)


@pytest.mark.parametrize("text", [*AWKWARD, "\x07bell", "\ud800"])
def test_text_stays_text(text: str) -> None:
    """Whatever a problem says, in the list and the notes it is no formula, and the file opens."""
    book = copied(plain_book(), problem(value=text, message=text, hint=text))
    assert [cell.data_type for cell in book[LIST][3]] == ["s"] * 6
    assert all(cell.hyperlink is None for cell in book[LIST][3] if cell.column != 3)


@given(
    st.dictionaries(
        st.text(min_size=1, max_size=40),
        st.lists(st.lists(st.text(max_size=6), max_size=3), max_size=3),
        min_size=1,
        max_size=4,
    )
)
@settings(max_examples=50)
def test_any_tables_become_a_workbook(tables: dict[str, list[list[str]]]) -> None:
    """Whatever files are called and hold, each becomes a sheet of its own, with its problem on it."""
    sheets = [TextSheet(f"{name}.csv", name, rows) for name, rows in tables.items()]
    found = [problem(table=sheet.place) for sheet in sheets]
    book = openpyxl.load_workbook(io.BytesIO(annotated_tables(sheets, found).content))
    assert len(book.sheetnames) == len(tables) + 1
    assert all(len(sheet.title) <= 31 and list(notes(sheet)) == ["B2"] for sheet in book.worksheets[1:])


def test_tables_are_text(tmp_path: Path) -> None:
    """The cells of CSV files are text in the workbook and read as they were."""
    rows = [["body", "person"], *([text, "Ann Example"] for text in AWKWARD)]
    copy = annotated_tables([TextSheet("seats.csv", "seats", rows)], [problem(table="seats.csv")])
    ((name, read),) = grids(copy.content, tmp_path)
    assert (name, read) == ("seats", rows)


def test_the_clock_is_not_in_it() -> None:
    """The same tables give the same bytes, and a workbook keeps the day on which it was made."""
    sheets = [TextSheet("seats.csv", "seats", [["body"]])]
    assert annotated_tables(sheets, [problem()]) == annotated_tables(sheets, [problem()])
    content = workbook("t", {"Seats": tables_of(seats=[{"body": "B"}])["seats"]})
    copy = annotated_workbook(content, [])
    assert copy is not None
    with zipfile.ZipFile(io.BytesIO(copy.content)) as package:
        assert package.read("docProps/core.xml").count(b">2000-01-01T00:00:00Z<") == 2
        assert {part.date_time for part in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_very_many_problems(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of very many, the first cells carry notes, all are listed, and the first sheet says so."""
    monkeypatch.setattr(marks, "MOST_NOTES", 20)
    monkeypatch.setattr(listing, "MOST_NOTES", 20)
    book = copied(plain_book(), *(problem(row) for row in range(2, 32)))
    assert len(notes(book["Seats"])) == 20
    assert book[LIST].max_row == 32
    assert "the first 20 cells of a sheet" in book[LIST]["A1"].value


def test_what_may_be_missing_is_told() -> None:
    """What openpyxl does not carry over is named."""
    content = io.BytesIO(plain_book())
    with zipfile.ZipFile(content, "a") as package:
        package.writestr("xl/media/image1.png", b"")
        package.writestr("xl/vbaProject.bin", b"")
    copy = annotated_workbook(content.getvalue(), [])
    assert copy is not None
    assert copy.changed == ("pictures", "macros")


def test_a_merger_of_everything() -> None:
    """A workbook in which the whole sheet is one merged cell gives None at once, not after hours."""
    book = book_of([["Body"]])
    content = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved(book))) as former, zipfile.ZipFile(content, "w") as latter:
        for part in former.namelist():
            text = former.read(part)
            end = b'</sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
            latter.writestr(part, text.replace(b"</sheetData>", end))
    assert annotated_workbook(content.getvalue(), [problem()]) is None


@given(st.data())
@settings(max_examples=50)
def test_a_damaged_workbook_is_none(data: st.DataObject) -> None:
    """A workbook that cannot be copied gives None, never a fault."""
    whole = bytearray(PLAIN)
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    copy = annotate.annotated_workbook(bytes(whole[: data.draw(st.integers(0, len(whole)))]), [problem()])
    assert copy is None or copy.content[:2] == b"PK"
