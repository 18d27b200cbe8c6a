"""Tests of the command that shows which names may be one."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from tests.builders import write_csv
from tests.running import orgmap

SEATS = [
    ["Body", "Person", "Organisation"],
    ["Board", "Jane Smith", "Anyshire Police"],
    ["Forum", "J Smith", "Anyshire Police"],
    ["Forum", "Bob Example", "Anyshire CC"],
    ["Panel", "Robert Example", "Anyshire County Council"],
]


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """Return a workbook of seats with a note and a colour of the user's own."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Seats"
    for row in SEATS:
        sheet.append(row)
    sheet["A1"].font = openpyxl.styles.Font(color="00FF0000")
    path = tmp_path / "members.xlsx"
    book.save(path)
    return path


def names(path: Path) -> list[dict[str, object]]:
    """Return the rows of the sheet Names."""
    head, *rows = openpyxl.load_workbook(path)["Names"].iter_rows(values_only=True)
    return [dict(zip(map(str, head), row, strict=True)) for row in rows]


def decide(path: Path, said: str) -> None:
    """Write the same decision into every row of the sheet Names."""
    book = openpyxl.load_workbook(path)
    sheet = book["Names"]
    column = [cell.value for cell in sheet[1]].index("Same") + 1
    for row in range(2, sheet.max_row + 1):
        sheet.cell(row, column).value = said
    book.save(path)


def test_candidates_in_sentences(workbook: Path) -> None:
    """Pairs are told with the reason and the evidence, surest first, and that it is not for publishing."""
    done = orgmap("names", workbook)
    assert done.code == 0
    assert (
        "Jane Smith / J Smith (person). The same surname, and J may stand for Jane. Both are of" in done.text
    )
    assert done.text.startswith("Likely: 3 pairs\n")
    assert "not for publishing" in done.err


def test_only_some_kinds(workbook: Path) -> None:
    """With --kind only pairs of that kind are told."""
    told = orgmap("names", workbook, "--kind", "organisation").text
    assert "(organisation)" in told
    assert "(person)" not in told


def test_nothing_to_tell(tmp_path: Path) -> None:
    """Where no names look alike, that is said."""
    path = write_csv(tmp_path / "seats.csv", SEATS[:2])
    assert "No two names look like one" in orgmap("names", path).text


def test_a_copy_to_decide_on(workbook: Path, tmp_path: Path) -> None:
    """The copy keeps the sheets and their looks, and has a row for each pair; once decided, names are one."""
    copy, before = tmp_path / "copy.xlsx", workbook.read_bytes()
    assert orgmap("names", workbook, "-o", copy).code == 0
    assert workbook.read_bytes() == before
    assert openpyxl.load_workbook(copy)["Seats"]["A1"].font.color.rgb == "00FF0000"
    assert {(row["Name"], row["Also known as"]) for row in names(copy)} == {
        ("Jane Smith", "J Smith"),
        ("Robert Example", "Bob Example"),
        ("Anyshire County Council", "Anyshire CC"),
    }
    assert "4 people" in orgmap("names", copy).err
    decide(copy, "yes")
    again = orgmap("names", copy)
    assert "2 organisations, 2 people" in again.err
    assert "No two names" in again.text


def test_decisions_are_kept(workbook: Path, tmp_path: Path) -> None:
    """Names compared again keep what was decided and ask nothing twice."""
    copy, later = tmp_path / "copy.xlsx", tmp_path / "later.xlsx"
    orgmap("names", workbook, "-o", copy)
    decide(copy, "no")
    assert orgmap("names", copy, "-o", later).code == 0
    assert [row["Same"] for row in names(later)] == ["no"] * 3
    assert openpyxl.load_workbook(later).sheetnames == ["Seats", "Names"]


def test_a_workbook_of_a_folder(tmp_path: Path) -> None:
    """Of a source that is no workbook a workbook is made, with all its tables and the names."""
    folder = tmp_path / "source"
    folder.mkdir()
    write_csv(folder / "seats.csv", SEATS)
    made = tmp_path / "made.xlsx"
    assert orgmap("names", folder, "-o", made).code == 0
    decide(made, "yes")
    assert "2 organisations, 2 people" in orgmap("check", made).text


def test_the_table_alone(workbook: Path, tmp_path: Path) -> None:
    """As CSV the table stands alone, and put beside the seats it is read."""
    folder = tmp_path / "source"
    folder.mkdir()
    write_csv(folder / "seats.csv", SEATS)
    file = folder / "names.csv"
    assert orgmap("names", folder, "-o", file).code == 0
    assert file.read_text(encoding="utf-8").startswith(
        "kind,name,also_known_as,organisation,same,reason,evidence"
    )
    assert orgmap("check", folder).code == 0
    assert orgmap("names", workbook, "-o", "-").out.startswith(b"kind,name")


def test_hostile_names(tmp_path: Path) -> None:
    """Names that a spreadsheet would take for formulas, and control characters, stand in the copy as text."""
    seats = [SEATS[0], ["Board", "=Jane() Smith", "+Police"], ["Forum", "=J() Smith", "+Police"]]
    path = write_csv(tmp_path / "seats.csv", seats)
    made = tmp_path / "made.xlsx"
    assert orgmap("names", path, "-o", made).code == 0
    assert all(cell.data_type != "f" for row in openpyxl.load_workbook(made)["Names"] for cell in row)


def test_nothing_is_written_over_unasked(workbook: Path, tmp_path: Path) -> None:
    """Neither the source nor a file that is there is written over; the latter is with --replace."""
    taken = tmp_path / "taken.xlsx"
    taken.write_text("mine")
    assert orgmap("names", workbook, "-o", workbook, "--replace").code == 2
    assert orgmap("names", workbook, "-o", taken).code == 2
    assert taken.read_text() == "mine"
    assert orgmap("names", workbook, "-o", tmp_path / "x.docx").code == 2
    assert orgmap("names", workbook, "-o", taken, "--replace").code == 0
