"""Tests of --annotate: a copy is written, and the source never touched."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from orgmap.write import workbook
from tests.builders import write_csv
from tests.running import orgmap
from tests.tabled import tables_of


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """Return a workbook with one error in it, in cell C3."""
    seats = [
        {"Body": "B", "Person": "A Example", "From": "2005"},
        {"Body": "B", "Person": "C Example", "From": "soon"},
    ]
    path = tmp_path / "members.xlsx"
    path.write_bytes(workbook("t", {"Seats": tables_of(seats=seats)["seats"]}))
    return path


def test_a_copy_with_notes(faulty: Path, tmp_path: Path) -> None:
    """The copy has the problem on its cell and in a first sheet, and the source is as it was."""
    before = faulty.read_bytes()
    done = orgmap("check", faulty, "--annotate", tmp_path / "copy.xlsx")
    assert done.code == 1
    assert "Open it: the first sheet lists all problems." in done.err
    book = openpyxl.load_workbook(tmp_path / "copy.xlsx")
    assert book.sheetnames == ["Problems (ignore)", "Seats"]
    assert "“soon” is not a date" in book["Seats"]["C3"].comment.text
    assert faulty.read_bytes() == before


def test_the_same_problems_are_found_in_the_copy(faulty: Path, tmp_path: Path) -> None:
    """Checking the copy says what checking the source said."""
    copy = tmp_path / "copy.xlsx"
    first = orgmap("check", faulty, "--annotate", copy)
    assert orgmap("check", copy).text == first.text.replace("members.xlsx", "copy.xlsx")


def test_where_a_copy_may_not_be_written(faulty: Path, tmp_path: Path) -> None:
    """The source, a file that is there, and what is called no workbook are refused before reading."""
    there = tmp_path / "there.xlsx"
    there.write_bytes(b"mine")
    for copy, message in {
        faulty: "never changes a source",
        there: "is there already",
        tmp_path / "c.csv": "end its name",
    }.items():
        refused = orgmap("check", faulty, "--annotate", copy)
        assert (refused.code, refused.text) == (2, "")
        assert message in refused.err
    assert orgmap("check", faulty, "--annotate", faulty, "--replace").code == 2
    assert there.read_bytes() == b"mine"
    assert orgmap("check", faulty, "--annotate", there, "--replace").code == 1
    assert openpyxl.load_workbook(there).sheetnames[0] == "Problems (ignore)"


def test_csv_files_become_a_workbook(tmp_path: Path) -> None:
    """A folder of CSV files is copied into a workbook with a sheet for each, with notes on the cells."""
    folder = tmp_path / "tables"
    folder.mkdir()
    write_csv(
        folder / "seats.csv",
        [["body", "person", "since"], ["Board", "Ann Example", "soon"], ["=1+1", "B Example"]],
    )
    write_csv(folder / "bodies.csv", [["body"], ["Board"]])
    assert orgmap("check", folder, "--annotate", tmp_path / "copy.xlsx").code == 1
    book = openpyxl.load_workbook(tmp_path / "copy.xlsx")
    assert book.sheetnames == ["Problems (ignore)", "bodies", "seats"]
    assert "“soon” is not a date" in book["seats"]["C2"].comment.text
    assert (book["seats"]["A3"].value, book["seats"]["A3"].data_type) == ("=1+1", "s")


def test_what_has_no_cells(tmp_path: Path) -> None:
    """A source that is neither a workbook nor of CSV files cannot be written on, and the command says so."""
    (tmp_path / "map.json").write_text('{"tables": {"seats": [{"body": "B", "person": "A"}]}}')
    refused = orgmap("check", tmp_path / "map.json", "--annotate", tmp_path / "copy.xlsx")
    assert refused.code == 2
    assert "only workbooks and CSV files have" in refused.err
    assert not (tmp_path / "copy.xlsx").exists()
