"""What a workbook's package tells before it is unpacked."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from orgmap.errors import SourceInvalid
from orgmap.read import read
from orgmap.read.packed import hidden_rows


def workbook(
    path: Path, rows: int = 5, hidden: tuple[int, ...] = (), far: tuple[int, int] | None = None
) -> Path:
    """Write a workbook with a sheet of seats, some rows of which are hidden."""
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("Seats & more")
    sheet.write_row(0, 0, ["body", "person"])
    for row in range(1, rows + 1):
        sheet.write_row(row, 0, ["Board", f"Ann Example{row}"])
    for row in hidden:
        sheet.set_row(row, None, None, {"hidden": True})
    if far:
        sheet.write(*far, "x")
    book.add_worksheet("Notes (ignore)")
    book.close()
    return path


def test_hidden_rows_are_found(tmp_path: Path) -> None:
    """Hidden rows are known by sheet, as Excel counts them."""
    found = hidden_rows(workbook(tmp_path / "list.xlsx", hidden=(2, 4)))
    assert found == {"Seats & more": (3, 5), "Notes (ignore)": ()}


def test_hidden_rows_are_read_and_said(tmp_path: Path) -> None:
    """Hidden rows are read like others, and a warning says which they are."""
    source = read(workbook(tmp_path / "list.xlsx", hidden=(2, 4)))
    assert len(source.tables["seats"].frame) == 5
    assert any("hidden" in one.message and one.severity == "warning" for one in source.problems)


def test_a_stray_cell_far_away(tmp_path: Path) -> None:
    """A sheet with one cell at the far end is refused with what to delete, before memory is full."""
    path = workbook(tmp_path / "list.xlsx", far=(1_048_575, 16_383))
    with pytest.raises(SourceInvalid, match="sheet Seats & more reaches to row 1,048,576 and column 16,384"):
        read(path)


def test_a_part_that_says_less_than_it_holds(tmp_path: Path) -> None:
    """A package whose parts hold more than their header says is refused as damaged."""
    path = workbook(tmp_path / "list.xlsx")
    content = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as package:
        part = next(one for one in package.infolist() if one.filename.endswith("sheet1.xml"))
    sizes = [
        place
        for place in range(len(content) - 4)
        if content[place : place + 4] == part.file_size.to_bytes(4, "little")
    ]
    for place in sizes:
        content[place : place + 4] = (10).to_bytes(4, "little")
    path.write_bytes(bytes(content))
    with pytest.raises(SourceInvalid, match="damaged or cut short"):
        read(path)
