"""Tests of reading workbooks."""

from __future__ import annotations

import csv
import datetime
import re
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
import xlsxwriter
from pandas.testing import assert_frame_equal

from orgmap.errors import SourceInvalid
from orgmap.model import OrgMap, check
from orgmap.read import read
from tests.builders import EXAMPLES, outcome, write_csv

Sheet = Sequence[Sequence[object]]
TABLES = (
    "seats",
    "bodies",
    "organisations",
    "people",
    "areas",
    "area_units",
    "links",
    "issues",
    "protocols",
    "agreements",
    "expected",
)
DAY = datetime.date(2004, 3, 31)
MOMENT = datetime.datetime(2004, 3, 31, 9, 30)  # noqa: DTZ001


def write_workbook(path: Path, sheets: Mapping[str, Sheet], row: int = 0, column: int = 0) -> Path:
    """Write sheets whose tables begin at a row and column, with real dates, numbers and truth values."""
    with xlsxwriter.Workbook(path) as book:
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for down, cells in enumerate(rows, start=row):
                for along, cell in enumerate(cells, start=column):
                    _write(sheet, down, along, cell, day)
    return path


def _write(sheet: xlsxwriter.worksheet.Worksheet, row: int, column: int, cell: object, day: object) -> None:
    if isinstance(cell, datetime.date):
        sheet.write_datetime(row, column, cell, day)
    elif cell is not None:
        sheet.write(row, column, cell)


def assert_same(one: OrgMap, other: OrgMap) -> None:
    """Tell that two maps are the same in every table, rows of the source included."""
    assert one.about == other.about
    for table in TABLES:
        assert_frame_equal(getattr(one, table), getattr(other, table))


SEATS: Sheet = [
    ["Body", "Name", "Agency", "From", "To", "Voting", "Invited", "Seat"],
    ["Health Board", "Ann Example", "Hampshire PCT", DAY, MOMENT, True, 6.0, 1],
    ["Health Board", "Siân Example", "Tŷ Ŵyl", 2003, "2004-06", False, 6, "B2"],
    [None] * 8,
    ["Forum", "Vacant", None, None, None, None, None, 2.5],
]
AS_TEXT: Sheet = [
    ["Body", "Name", "Agency", "From", "To", "Voting", "Invited", "Seat"],
    ["Health Board", "Ann Example", "Hampshire PCT", "31/03/2004", "31 March 2004", "yes", "6", "1"],
    ["Health Board", "Siân Example", "Tŷ Ŵyl", "2003", "Jun 2004", "no", "6", "B2"],
    [None] * 8,
    ["Forum", "Vacant", None, None, None, None, None, "2.5"],
]
BODIES: Sheet = [["Board", "Number of seats", "Meetings"], ["Health Board", 12.0, 4.5], ["Forum", 7, None]]
BODIES_AS_TEXT: Sheet = [
    ["Board", "Number of seats", "Meetings"],
    ["Health Board", "12", "4.5"],
    ["Forum", "7", None],
]


def test_folder_and_workbook_are_one_map(tmp_path: Path) -> None:
    """Real dates, decimals and truth values give the very map that text in a folder gives."""
    write_csv(tmp_path / "members.csv", AS_TEXT)
    write_csv(tmp_path / "boards.csv", BODIES_AS_TEXT)
    book = write_workbook(tmp_path / "book.xlsx", {"Membership list": SEATS, "BODIES": BODIES})
    one, other = check(read(tmp_path)), check(read(book))
    assert_same(one, other)
    assert one.seats["since"].tolist()[:2] == ["2004-03-31", "2003"]
    assert one.seats["row"].tolist() == [2, 3, 5]


@pytest.mark.parametrize("name", ["wales-psb", "hampshire-2004", "southern-women"])
def test_an_example_as_a_workbook(tmp_path: Path, name: str) -> None:
    """An example written as a workbook of text gives the very map that its folder gives."""
    sheets = {
        path.stem: list(csv.reader(path.read_text(encoding="utf-8").splitlines()))
        for path in sorted((EXAMPLES / name).glob("*.csv"))
    }
    assert_same(check(read(EXAMPLES / name)), check(read(write_workbook(tmp_path / "book.xlsx", sheets))))


def test_a_table_may_begin_anywhere(tmp_path: Path) -> None:
    """With empty rows and columns before it a table is found; its rows and letters are the sheet's."""
    path = write_workbook(
        tmp_path / "book.xlsx", {"Seats": [*SEATS, ["Forum", None, None, "soon"]]}, row=3, column=2
    )
    source = read(path)
    assert source.tables["seats"].frame.index.tolist() == [5, 6, 8, 9]
    with pytest.raises(SourceInvalid) as refused:
        check(source)
    places = [problem.place for problem in refused.value.problems if problem.severity == "error"]
    assert places == ["sheet Seats, row 9, column F (From)", "sheet Seats, row 9"]


def test_sheets_to_ignore(tmp_path: Path) -> None:
    """A sheet marked (ignore) is left out without a word; other unknown sheets are listed as not used."""
    sheets = {"Seats": SEATS, "Bodies (ignore)": [["x"], ["y"]], "Budget": [["x"], ["y"]]}
    source = read(write_workbook(tmp_path / "book.xlsx", sheets))
    assert list(source.tables) == ["seats"]
    assert [(problem.table, problem.severity) for problem in source.problems] == [("sheet Budget", "warning")]


def test_an_empty_sheet_left_over(tmp_path: Path) -> None:
    """An empty Sheet1 beside the sheet of seats is no second table of seats."""
    source = read(write_workbook(tmp_path / "book.xlsx", {"Sheet1": [], "Seats": SEATS}))
    assert source.problems == ()
    assert len(source.tables["seats"].frame) == 3


def test_one_sheet_of_any_name(tmp_path: Path) -> None:
    """A workbook of one sheet is read as seats, whatever the sheet is called."""
    assert len(check(read(write_workbook(tmp_path / "b.xlsx", {"Outside bodies 2004": SEATS}))).seats) == 3


def refused(path: Path) -> str:
    """Return why a workbook is refused."""
    with pytest.raises(SourceInvalid) as why:
        read(path)
    return str(why.value)


def test_truncated_workbook(tmp_path: Path) -> None:
    """A workbook that was cut off anywhere is refused in words."""
    content = write_workbook(tmp_path / "whole.xlsx", {"Seats": SEATS}).read_bytes()
    path = tmp_path / "book.xlsx"
    for size in (0, 10, 300, len(content) // 2, len(content) - 10):
        (tmp_path / "book.xlsx").write_bytes(content[:size])
        assert re.match(r"book\.xlsx: (the file is empty|this cannot be read as a workbook)", refused(path))


@pytest.mark.parametrize("step", range(40))
def test_damaged_workbook(tmp_path: Path, step: int) -> None:
    """A workbook with a damaged byte is read or refused in words."""
    content = bytearray(write_workbook(tmp_path / "whole.xlsx", {"Seats": SEATS}).read_bytes())
    place = step * len(content) // 40
    content[place : place + 4] = b"\xff\x00\x7f\x80"
    path = tmp_path / "book.xlsx"
    path.write_bytes(bytes(content))
    assert outcome(path)


def test_text_with_a_workbook_name(tmp_path: Path) -> None:
    """A text file that is called .xlsx is read as the list it is."""
    (tmp_path / "book.xlsx").write_text("body,person\nBoard,Ann Example\n", encoding="utf-8")
    assert len(check(read(tmp_path / "book.xlsx")).seats) == 1


def test_another_zip_with_a_workbook_name(tmp_path: Path) -> None:
    """A zip file that is no workbook is refused in words."""
    with zipfile.ZipFile(tmp_path / "book.xlsx", "w") as packed:
        packed.writestr("hello.txt", "hello")
    assert refused(tmp_path / "book.xlsx") == (
        "book.xlsx: this is an archive of files. Unpack it, and name the folder or the file in it."
    )


def test_a_password(tmp_path: Path) -> None:
    """A workbook locked with a password is refused as what it is."""
    (tmp_path / "book.xlsx").write_bytes(locked())
    assert refused(tmp_path / "book.xlsx") == (
        "book.xlsx: the workbook is locked with a password. Save a copy without a password."
    )


def locked() -> bytes:
    """Return the least compound file in which Excel keeps a locked workbook."""
    free, end, table = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
    header = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(16)
    header += b"".join(value.to_bytes(2, "little") for value in (0x3E, 3, 0xFFFE, 9, 6)) + bytes(6)
    header += _words(0, 1, 1, 0, 4096, end, 0, end, 0, 0, *[free] * 108)
    entries = [("Root Entry", 5, 1), ("EncryptionInfo", 2, free), ("EncryptedPackage", 2, free)]
    directory = b"".join(_entry(name, kind, child) for name, kind, child in entries) + _entry("", 0, free)
    return header + _words(table, end, *[free] * 126) + directory


def _words(*values: int) -> bytes:
    return b"".join(value.to_bytes(4, "little") for value in values)


def _entry(name: str, kind: int, child: int) -> bytes:
    text = name.encode("utf-16-le")
    length = (len(text) + 2 if name else 0).to_bytes(2, "little")
    links = _words(0xFFFFFFFF, 2 if name == "EncryptionInfo" else 0xFFFFFFFF, child)
    return text.ljust(64, b"\0") + length + bytes([kind, 1]) + links + bytes(36) + _words(0xFFFFFFFE, 0, 0)


def test_a_workbook_that_unpacks_to_too_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A workbook that would fill the memory is refused before it is unpacked."""
    path = write_workbook(tmp_path / "book.xlsx", {"Seats": SEATS})
    monkeypatch.setattr("orgmap.read.packed.LARGEST", 1000)
    assert "unpacks to more than" in refused(path)


def test_reading_changes_nothing(tmp_path: Path) -> None:
    """The workbook is the same, byte by byte, after it was read."""
    path = write_workbook(tmp_path / "book.xlsx", {"Seats": SEATS})
    before = path.read_bytes()
    check(read(path))
    assert path.read_bytes() == before
