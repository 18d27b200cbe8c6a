"""Tests of annotated copies of sources of every kind."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest

from orgmap.errors import CallInvalid, Problem
from orgmap.pack.annotating import annotated
from orgmap.read import read
from orgmap.write import workbook
from tests.builders import write_csv
from tests.tabled import cells, tables_of

PROBLEM = Problem("sheet Seats", 2, "B (person)", "x", "it is wrong.")


def made(path: Path) -> Path:
    """Write a workbook with one seat and return its path."""
    path.write_bytes(
        workbook("t", {"Seats": tables_of(seats=[{"body": "Board", "person": "Ann Example"}])["seats"]})
    )
    return path


def without_styles(path: Path) -> Path:
    """Spoil the styles of a workbook, which openpyxl minds and the reader does not."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts["xl/styles.xml"] = parts["xl/styles.xml"].replace(b'patternType="none"', b'patternType="bogus"')
    with zipfile.ZipFile(path, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return path


def test_a_workbook_that_openpyxl_cannot_copy(tmp_path: Path) -> None:
    """Its text is copied with the notes, and the copy says what it lacks."""
    source = without_styles(made(tmp_path / "seats.xlsx"))
    copy = annotated(source, [PROBLEM])
    assert copy.changed == ("colours and formats", "formulas", "drop-downs")
    book = openpyxl.load_workbook(io.BytesIO(copy.content))
    assert "it is wrong." in book["Seats"]["B2"].comment.text


@pytest.mark.parametrize("name", ["members list.csv", "seats.csv"])
def test_the_copy_of_a_csv_file_is_read_as_the_file(name: str, tmp_path: Path) -> None:
    """Whatever a single file is called, its copy holds the same table."""
    source = write_csv(tmp_path / name, [["body", "person", "since"], ["Board", "Ann Example", "2005-04"]])
    copy = tmp_path / "copy.xlsx"
    copy.write_bytes(annotated(source, [Problem(name, 2, "C (since)", "x", "it is wrong.")]).content)
    assert cells(read(copy), "seats") == cells(read(source), "seats")


def test_a_copy_of_a_workbook_is_read_as_the_workbook(tmp_path: Path) -> None:
    """The copy of a workbook holds the same tables."""
    source = made(tmp_path / "seats.xlsx")
    (tmp_path / "copy.xlsx").write_bytes(annotated(source, [PROBLEM]).content)
    assert cells(read(tmp_path / "copy.xlsx"), "seats") == cells(read(source), "seats")


def test_what_has_no_cells(tmp_path: Path) -> None:
    """A source of another form is refused."""
    (tmp_path / "map.json").write_text('{"tables": {"seats": []}}')
    with pytest.raises(CallInvalid, match=r"map\.json has no cells to write on"):
        annotated(tmp_path / "map.json", [])
