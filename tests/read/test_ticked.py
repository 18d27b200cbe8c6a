"""A ticked checklist as a file: CSV as a pack or a page saves it, JSON, a workbook, and what is refused."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pandas as pd
import pytest

from orgmap.errors import SourceInvalid
from orgmap.questions import protocols
from orgmap.read.ticked import read_ticked
from orgmap.views.checklist import checklist_csv
from orgmap.vocabulary.ticked import TICKED_COLUMNS
from orgmap.write import workbook
from tests.builders import example, write_csv

HEADER = ["kind", "bodies", "protocol", "status", "parties", "note", "body_a", "body_b", "map"]
ROW = ["pair", "A and B", "Compact", "draft", "yes", "Said", "a", "b", "Anyshire"]


def cells(file, table="protocols"):
    """Return the filled cells of each row that was read, by its number."""
    frame = file.tables[table].frame
    return {
        int(row): {name: text for name, text in cells.items() if isinstance(text, str)}
        for row, cells in frame.iterrows()
    }


def refusal(path):
    """Return the one problem for which a file is refused."""
    with pytest.raises(SourceInvalid) as refused:
        read_ticked(path)
    (problem,) = refused.value.problems
    return problem


@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_csv_however_a_spreadsheet_saves_it(tmp_path: Path, mark: str, encoding: str) -> None:
    """The separator and the encoding are found out, and rows count from 1 as in a spreadsheet."""
    row = [*ROW[:5], "Café, première", *ROW[6:]]
    file = read_ticked(write_csv(tmp_path / "t.csv", [HEADER, row], encoding, mark))
    assert (file.name, file.title, file.problems) == ("t.csv", "Anyshire", ())
    told = {"protocol": "Compact", "status": "draft", "parties": "yes", "note": "Café, première"}
    assert cells(file) == {2: {**told, "bodies": "A and B", "body_a": "a", "body_b": "b"}}


def test_titles_above_the_heading_are_passed_over(tmp_path: Path) -> None:
    """Rows may stand above the heading, columns in any order, and further columns beside."""
    rows = [["Our checklist"], [], ["Mine", *reversed(HEADER)], ["x", *reversed(ROW)]]
    file = read_ticked(write_csv(tmp_path / "t.csv", rows))
    assert cells(file)[4]["status"] == "draft"
    assert file.tables["protocols"].headers["status"] == "G (status)"


def test_what_is_to_be_taken_out(tmp_path: Path) -> None:
    """A cell that says that nothing is said is a cell to clear, and no text."""
    row = [*ROW[:3], "Not said", "not said", *ROW[5:]]
    file = read_ticked(write_csv(tmp_path / "t.csv", [HEADER, row]))
    assert file.cleared == {(2, "status"), (2, "parties")}
    assert not {"status", "parties"} & cells(file)[2].keys()


def test_agreements_stand_in_the_same_file(tmp_path: Path) -> None:
    """A row of the kind agreement, or of one body alone, is of the table of agreements."""
    rows = [
        ["kind", "status", "aims", "body_a", "body_b"],
        ["agreement", "draft", "yes", "a", ""],
        ["", "agreed", "no", "b", ""],
        ["", "agreed", "", "a", "b"],
    ]
    file = read_ticked(write_csv(tmp_path / "t.csv", rows))
    assert cells(file, "agreements") == {
        2: {"status": "draft", "aims": "yes", "body": "a"},
        3: {"status": "agreed", "aims": "no", "body": "b"},
    }
    assert list(cells(file)) == [4]
    assert file.tables["agreements"].headers["body"] == "D (body_a)"


def test_guards_against_formulas_are_taken_off(tmp_path: Path) -> None:
    """The apostrophe that keeps a spreadsheet from reading a formula is not part of the text."""
    row = [*ROW[:5], "'=1+1", *ROW[6:]]
    file = read_ticked(write_csv(tmp_path / "t.csv", [HEADER, row]))
    assert cells(file)[2]["note"] == "=1+1"


def test_json_holds_lists_of_bodies(tmp_path: Path) -> None:
    """A sheet is a record; its row is its number, and the bodies of pairs are lists."""
    sheets = [{"kind": "set", "status": "draft", "body_a": ["a", "a"], "body_b": ["b", "c"], "pairs": 2}]
    path = tmp_path / "t.json"
    path.write_text(
        json.dumps({"orgmap": "checklist", "map": "Anyshire", "sheets": sheets}), encoding="utf-8"
    )
    file = read_ticked(path)
    assert file.title == "Anyshire"
    assert cells(file) == {1: {"status": "draft", "body_a": "a; a", "body_b": "b; c"}}
    assert file.tables["protocols"].headers["status"] == "status"


def test_the_csv_of_a_pack_saved_as_a_workbook(tmp_path: Path) -> None:
    """A pack's checklist opened in Excel and saved as .xlsx is read like the CSV file."""
    orgmap = example("hampshire-2004")
    text = checklist_csv(orgmap, protocols(orgmap))
    (tmp_path / "t.csv").write_text(text, encoding="utf-8")
    plain = read_ticked(tmp_path / "t.csv")
    frame = pd.DataFrame(list(csv.DictReader(io.StringIO(text, newline=""))))
    (tmp_path / "t.xlsx").write_bytes(workbook("Checklist", {"checklist": frame}))
    packed = read_ticked(tmp_path / "t.xlsx")
    for table in ("protocols", "agreements"):
        assert list(cells(packed, table).values()) == list(cells(plain, table).values())
    assert packed.title == plain.title == "Hampshire 2004"


def test_a_misspelt_heading_is_told(tmp_path: Path) -> None:
    """A column whose heading is nearly one of the checklist is not used, and the warning names it."""
    header = ["statuss" if name == "status" else name for name in HEADER]
    file = read_ticked(write_csv(tmp_path / "t.csv", [header, ROW]))
    (problem,) = file.problems
    assert (problem.severity, problem.column, problem.hint) == ("warning", "statuss", "Did you mean status?")
    assert "status" not in cells(file)[2]


def test_a_point_of_the_other_kind_is_told(tmp_path: Path) -> None:
    """A cell of an agreement's column in the row of a protocol is not used, and the warning says where."""
    rows = [["kind", "themes", "parties", "body_a", "body_b"], ["pair", "yes", "yes", "a", "b"]]
    (problem,) = read_ticked(write_csv(tmp_path / "t.csv", rows)).problems
    assert (problem.place, problem.severity) == ("t.csv, row 2, column B (themes)", "warning")
    assert problem.message == "protocols have no column themes, so the cell is not used."


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("t.csv", "body,person\nBoard,Ann\n", "this is no checklist: it has no column body_a."),
        ("t.csv", "", "the file is empty."),
        ("t.csv", 'body_a,body_b\n"a,b\n', "the file is not well-formed CSV: unexpected end of data."),
        ("t.json", '{"tables": {}}', "this is no checklist: it holds no list of sheets."),
        ("t.json", '{"sheets": [1]}', "this is no checklist: it holds no list of sheets."),
        ("t.json", "[]", "this is no checklist: it holds no list of sheets."),
        ("t.json", "{", "this is not well-formed JSON"),
        ("t.net", "*Vertices 1\n1 a\n", "this is no checklist."),
    ],
)
def test_what_is_no_checklist_is_refused(tmp_path: Path, name: str, content: str, message: str) -> None:
    """A file that is no checklist, or broken, is refused in words with what to do."""
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    problem = refusal(path)
    assert problem.message.startswith(message)
    assert problem.hint


def test_a_workbook_without_a_checklist_is_refused(tmp_path: Path) -> None:
    """A workbook of which no sheet has the bodies of a checklist is refused."""
    (tmp_path / "t.xlsx").write_bytes(workbook("Lists", {"seats": pd.DataFrame({"body": ["Board"]})}))
    assert refusal(tmp_path / "t.xlsx").message.startswith("no sheet of the workbook is a checklist")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    """A name without a file is refused."""
    assert refusal(tmp_path / "none.csv").message == "there is no such file."


def test_every_column_is_known() -> None:
    """The columns of a checklist are told apart and have those of both tables."""
    assert len(set(TICKED_COLUMNS)) == len(TICKED_COLUMNS)
    assert {"status", "parties", "themes", "note", "body_a", "body_b", "map"} <= set(TICKED_COLUMNS)
