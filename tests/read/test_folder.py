"""Tests of reading folders of CSV files and single CSV files."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from orgmap.errors import SourceInvalid
from orgmap.model import check
from orgmap.model.raw import Source
from orgmap.read import read
from tests.builders import outcome, write_csv

SEATS = [
    ["body", "person", "organisation"],
    ["Bwrdd Iechyd Tŷ Ŵyl", "Siân Example", "Children’s Trust"],
    ["Health Board", "Ann O’Example", "“Quoted” Ltd – North"],
]
WESTERN = [
    row if number != 1 else ["Health Board", "Zoë Example", "£ Advice"] for number, row in enumerate(SEATS)
]


def cells(source: Source) -> list[list[object]]:
    """Return the cells of the table of seats, with the header."""
    frame = source.tables["seats"].frame
    return [list(frame.columns), *frame.to_numpy().tolist()]


def rows(source: Source) -> list[int]:
    """Return the rows of the file at which the seats stand."""
    return source.tables["seats"].frame.index.tolist()


def messages(source: Source) -> list[str]:
    """Return the problems of a source in words."""
    return [str(problem) for problem in source.problems]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_encodings_and_separators(tmp_path: Path, encoding: str, mark: str) -> None:
    """UTF-8 with and without its mark and UTF-16, with commas, semicolons or tabs, are read as the same."""
    write_csv(tmp_path / "seats.csv", SEATS, encoding, mark)
    assert cells(read(tmp_path)) == SEATS


@pytest.mark.parametrize("order", ["utf-16-le", "utf-16-be"])
def test_utf_16_of_either_order(tmp_path: Path, order: str) -> None:
    """UTF-16 is read in both byte orders where its mark says so."""
    mark = b"\xff\xfe" if order.endswith("le") else b"\xfe\xff"
    text = "\r\n".join("\t".join(row) for row in SEATS)
    (tmp_path / "seats.csv").write_bytes(mark + text.encode(order))
    assert cells(read(tmp_path)) == SEATS


def test_windows_1252(tmp_path: Path) -> None:
    """What is not UTF-8 is read as Windows-1252, curly quotes, dashes and pound signs included."""
    write_csv(tmp_path / "seats.csv", WESTERN, "cp1252", ";")
    assert cells(read(tmp_path)) == WESTERN


def test_unreadable_letters(tmp_path: Path) -> None:
    """Letters of neither encoding refuse the file, and the problem says which file it is."""
    (tmp_path / "seats.csv").write_bytes(b"body,person\nBoard,\x81\x8d\xff\n")
    assert messages(read(tmp_path)) == [
        (
            "seats.csv: the letters can be read neither as UTF-8 nor as Windows-1252. Save it "
            "again as CSV (UTF-8)."
        )
    ]


def test_any_order_of_columns(tmp_path: Path) -> None:
    """The order of the columns does not matter."""
    write_csv(tmp_path / "seats.csv", [row[::-1] for row in SEATS])
    frame = read(tmp_path).tables["seats"].frame
    assert frame[SEATS[0]].to_numpy().tolist() == SEATS[1:]


def test_header_synonyms(tmp_path: Path) -> None:
    """Headers are known by their synonyms, whatever their case and punctuation."""
    header = ["Committee", "Full-Name", "AGENCY", "Nominated by", "start_date", "Date To"]
    write_csv(tmp_path / "seats.csv", [header, ["a", "b", "c", "d", "e", "f"]])
    table = read(tmp_path).tables["seats"]
    assert list(table.frame.columns) == ["body", "person", "organisation", "on_behalf_of", "since", "until"]
    assert table.headers["on_behalf_of"] == "D (Nominated by)"


def test_rows_are_counted_as_a_spreadsheet_shows_them(tmp_path: Path) -> None:
    """Blank rows count, and a cell with line breaks is one row."""
    text = 'body,person\r\n\r\nBoard,"Ann\r\nExample"\r\n , \r\n,\r\nBoard,Bob Example\r\n'
    (tmp_path / "seats.csv").write_bytes(text.encode())
    assert rows(read(tmp_path)) == [3, 6]


def test_header_after_blank_rows(tmp_path: Path) -> None:
    """Blank rows before the header are skipped and counted."""
    (tmp_path / "seats.csv").write_text(",,\n\n,,\nbody,person\nBoard,Ann Example\n", encoding="utf-8")
    assert rows(read(tmp_path)) == [5]


def test_a_line_break_in_the_first_header(tmp_path: Path) -> None:
    """The separator is found even where the first header has a line break."""
    (tmp_path / "seats.csv").write_text('"Body\nname";Person\nBoard;Ann Example\n', encoding="utf-8")
    assert set(read(tmp_path).tables["seats"].frame.columns) == {"body", "person"}


def test_a_quoted_separator_is_no_separator(tmp_path: Path) -> None:
    """Commas inside quoted headers do not make a file of semicolons one of commas."""
    text = 'body;"person, in full, please, or none"\n"Board, the";x\n'
    (tmp_path / "seats.csv").write_text(text, encoding="utf-8")
    assert read(tmp_path).tables["seats"].frame["body"].tolist() == ["Board, the"]


def test_short_and_long_rows(tmp_path: Path) -> None:
    """A row may have fewer cells than the header, or more."""
    (tmp_path / "seats.csv").write_text(
        "body,person,post\nBoard\nForum,Ann Example,Chair,x,y\n", encoding="utf-8"
    )
    assert cells(read(tmp_path))[1:] == [["Board", None, None], ["Forum", "Ann Example", "Chair"]]


def test_invisible_characters(tmp_path: Path) -> None:
    """Hard blanks, byte order marks and outer blanks inside cells are put aside; a cell of them is empty."""
    write_csv(tmp_path / "seats.csv", [["body", "person"], ["\ufeff Board\xa0", "\xa0 "]])
    assert cells(read(tmp_path))[1:] == [["Board", None]]


def test_unknown_header_with_a_near_one(tmp_path: Path) -> None:
    """A header that is nearly known is not used, and the warning says what may be meant."""
    write_csv(tmp_path / "seats.csv", [["body", "organistaion"], ["Board", "Police"]])
    source = read(tmp_path)
    assert messages(source) == [
        (
            "seats.csv, column B (organistaion): no column is called this, so it is not used. "
            "Did you mean organisation?"
        )
    ]
    assert [problem.severity for problem in source.problems] == ["warning"]
    assert source.tables["seats"].unused == ("B (organistaion)",)


@pytest.mark.parametrize(
    "header", ["email", "E-mail address", "Telephone", "Postcode", "Ward", "Party", "Gender"]
)
def test_further_columns_are_left_in_peace(tmp_path: Path, header: str) -> None:
    """A column that has nothing to do with orgmap is listed as not used, without a warning."""
    write_csv(tmp_path / "seats.csv", [["body", "person", header], ["Board", "Ann Example", "secret"]])
    source = read(tmp_path)
    assert messages(source) == []
    assert source.tables["seats"].unused == (f"C ({header})",)
    assert "secret" not in repr(cells(source))


def test_two_columns_for_one(tmp_path: Path) -> None:
    """Of two columns for one the one with the proper name is read, and a warning names both."""
    write_csv(tmp_path / "seats.csv", [["Committee", "body", "person"], ["Wrong", "Right", "Ann Example"]])
    source = read(tmp_path)
    assert source.tables["seats"].frame["body"].tolist() == ["Right"]
    assert messages(source) == [
        (
            "seats.csv, column A (Committee): column B (body) is already read as body, so this one is not "
            "used. Rename or delete one of them."
        )
    ]


def test_a_code_beside_the_name(tmp_path: Path) -> None:
    """A further column that names a body by a code is its id; codes that come again are not."""
    write_csv(tmp_path / "bodies.csv", [["Group ID", "Group name"], ["B1", "Health Board"], ["B2", "Forum"]])
    write_csv(tmp_path / "organisations.csv", [["organisation", "org code"], ["Police", "X"], ["Fire", "X"]])
    found = read(tmp_path).tables
    assert found["bodies"].frame.to_dict("list") == {"id": ["B1", "B2"], "body": ["Health Board", "Forum"]}
    assert found["organisations"].unused == ("B (org code)",)


def test_missing_required_column(tmp_path: Path) -> None:
    """A table without a column it cannot do without is told which headers it could have."""
    write_csv(tmp_path / "seats.csv", [["person"], ["Ann Example"]])
    assert messages(read(tmp_path)) == [
        (
            "seats.csv: there is no column for body, which the table seats cannot do without. "
            "Give it the header body or partnership or committee or group. If it lists the members of one "
            "body, call the sheet or file by the body's name."
        )
    ]


def test_empty_file(tmp_path: Path) -> None:
    """An empty file is a table of no rows, which is no map."""
    (tmp_path / "seats.csv").write_bytes(b"")
    with pytest.raises(SourceInvalid, match=r"seats\.csv: the table is empty"):
        check(read(tmp_path))


def test_header_without_rows(tmp_path: Path) -> None:
    """A table of seats that has a header only is no map either, and says so."""
    (tmp_path / "seats.csv").write_text("body,person\n", encoding="utf-8")
    with pytest.raises(SourceInvalid, match=r"seats\.csv: the table is empty"):
        check(read(tmp_path))


def test_binary_with_a_csv_name(tmp_path: Path) -> None:
    """A file of binary data is refused by its name."""
    (tmp_path / "seats.csv").write_bytes(bytes(range(256)))
    assert messages(read(tmp_path)) == [
        "seats.csv: this is not text: it holds binary data. Save it again as CSV (UTF-8)."
    ]


def test_csv_that_is_not_well_formed(tmp_path: Path) -> None:
    """A quote that is never closed refuses the file, in place of swallowing its rows."""
    (tmp_path / "seats.csv").write_text('body,person\nBoard,"Ann\nBoard,Bob\n', encoding="utf-8")
    assert "seats.csv: the file is not well-formed CSV" in messages(read(tmp_path))[0]


def test_every_table_is_known_by_its_names(tmp_path: Path) -> None:
    """Files are known by the table's name or a synonym, whatever the case; others are listed as not used."""
    write_csv(tmp_path / "Membership.csv", SEATS)
    write_csv(tmp_path / "ORGS.CSV", [["name"], ["Police"]])
    write_csv(tmp_path / "holidays.csv", [["when"], ["2005"]])
    source = read(tmp_path)
    assert list(source.tables) == ["seats", "organisations"]
    assert [problem.table for problem in source.problems] == ["holidays.csv"]


def test_a_table_twice(tmp_path: Path) -> None:
    """Where two files are one table, the one with its own name is read and the other is an error."""
    write_csv(tmp_path / "members.csv", [["body", "person"], ["Wrong", "Bob Example"]])
    write_csv(tmp_path / "seats.csv", SEATS)
    source = read(tmp_path)
    assert cells(source) == SEATS
    assert [(problem.table, problem.severity) for problem in source.problems] == [("members.csv", "error")]


def test_files_of_the_system_are_passed_over(tmp_path: Path) -> None:
    """Hidden files, such as those that a Mac leaves on a stick, and folders are not tables."""
    write_csv(tmp_path / "seats.csv", SEATS)
    (tmp_path / "._seats.csv").write_bytes(b"\x00\x05\x16\x07")
    (tmp_path / "bodies.csv").mkdir()
    assert messages(read(tmp_path)) == []


def test_one_file_of_seats(tmp_path: Path) -> None:
    """One CSV file, whatever its name, is read as seats."""
    assert cells(read(write_csv(tmp_path / "councillors 2004.csv", SEATS))) == SEATS


def test_one_file_that_lacks_the_bodies(tmp_path: Path) -> None:
    """A single file with strange headers is told which column is missing."""
    source = read(write_csv(tmp_path / "list.csv", [["person", "where"], ["Ann Example", "Board"]]))
    assert "there is no column for body" in messages(source)[0]


def test_missing_file(tmp_path: Path) -> None:
    """A path that leads nowhere is refused in words."""
    with pytest.raises(SourceInvalid, match=r"nowhere\.csv: there is no such file or folder\."):
        read(tmp_path / "nowhere.csv")


def test_unknown_kind_of_file(tmp_path: Path) -> None:
    """A file of a kind that orgmap does not read is refused with what to do."""
    (tmp_path / "list.docx").write_bytes(b"PK")
    with pytest.raises(SourceInvalid, match=r"list\.docx: this is a Word document, not a list\."):
        read(tmp_path / "list.docx")


def test_folder_without_tables(tmp_path: Path) -> None:
    """A folder without tables is an error that says what a file must be called."""
    assert "Name a file seats.csv" in messages(read(tmp_path))[0]
    with pytest.raises(SourceInvalid):
        check(read(tmp_path))


def test_reading_changes_nothing(tmp_path: Path) -> None:
    """The source is the same, byte by byte, after it was read and checked."""
    path = write_csv(tmp_path / "seats.csv", SEATS)
    before = path.read_bytes()
    check(read(tmp_path))
    assert path.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["seats.csv"]


CELLS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=20)
@given(rows=st.lists(st.lists(CELLS, min_size=1, max_size=6), max_size=6))
@example(
    rows=[
        ["body", "person", "since", "voting", "invited", "role"],
        ["a", "b", "9999-99", "?", "1e30", "\x85"],
    ]
)
@example(rows=[["body", "organisation", "on_behalf_of"], [";", "\u200b", "…"]])
def test_any_text_is_read_or_refused(tmp_path: Path, rows: list[list[str]]) -> None:
    """Whatever stands in the cells, the source is read or refused in words; nothing else is raised."""
    header = ["body", "person", "since", "voting", "invited", "on_behalf_of"]
    for number, table in enumerate(([header, *rows], rows)):
        path = write_csv(tmp_path / f"seats{number}.csv", table)
        assert outcome(path)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)
@given(content=st.binary(max_size=80))
def test_any_bytes_are_read_or_refused(tmp_path: Path, content: bytes) -> None:
    """Whatever bytes a CSV file holds, it is read or refused in words."""
    path = tmp_path / "seats.csv"
    path.write_bytes(b"body,person\n" + content)
    assert outcome(path)
