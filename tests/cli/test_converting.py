"""The command that converts."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders import EXAMPLES, write_csv
from tests.running import orgmap

SEATS = [["Body", "Person"], ["Board", "Ann Example"], ["Forum", "Bob Example"]]


@pytest.fixture
def seats(tmp_path: Path) -> Path:
    """Return a small list of seats."""
    return write_csv(tmp_path / "list.csv", SEATS)


def test_a_file(seats: Path, tmp_path: Path) -> None:
    """One file is written, and what was read is said."""
    ran = orgmap("convert", seats, tmp_path / "out.xlsx")
    assert (ran.code, ran.out) == (0, b"")
    assert "Read list.csv: 2 bodies, 2 people and 2 filled seats." in ran.err
    assert (tmp_path / "out.xlsx").is_file()


def test_a_folder_and_back(seats: Path, tmp_path: Path) -> None:
    """A name without a suffix is a folder of CSV tables, which is read again."""
    assert orgmap("convert", seats, tmp_path / "out").code == 0
    assert {"seats.csv", "datapackage.json"} <= {one.name for one in (tmp_path / "out").iterdir()}
    assert orgmap("check", tmp_path / "out").code == 0


def test_a_folder_of_parquet_and_back(seats: Path, tmp_path: Path) -> None:
    """A name that ends in .parquet is a folder of Parquet tables, as Spark calls them, and is read again."""
    out = tmp_path / "out.parquet"
    assert orgmap("convert", seats, out).code == 0
    assert "seats.parquet" in {one.name for one in out.iterdir()}
    assert "2 filled seats" in orgmap("measure", out, "degree").err


def test_several_files_beside_one_another(seats: Path, tmp_path: Path) -> None:
    """The key of a UCINET file lies beside it."""
    assert orgmap("convert", seats, tmp_path / "out.dl").code == 0
    assert (tmp_path / "out-key.csv").is_file()


def test_standard_output(seats: Path) -> None:
    """A form of one file may go to standard output; a folder may not."""
    ran = orgmap("convert", seats, "-", "--to", "graphml")
    assert b"<graphml" in ran.out
    assert orgmap("convert", seats, "-", "--to", "gephi").code == 2


def test_what_is_there_is_not_written_over(seats: Path, tmp_path: Path) -> None:
    """A file or folder that is there already stays as it is, unless --replace is said."""
    out = tmp_path / "out.json"
    out.write_text("mine", encoding="utf-8")
    ran = orgmap("convert", seats, out)
    assert (ran.code, out.read_text("utf-8")) == (2, "mine")
    assert "--replace" in ran.err
    assert orgmap("convert", seats, out, "--replace").code == 0
    assert out.read_text("utf-8") != "mine"


def test_no_stale_table_is_left(seats: Path, tmp_path: Path) -> None:
    """A folder that is written anew holds no table of an earlier map, and all that is not a table."""
    out = tmp_path / "out"
    assert orgmap("convert", EXAMPLES / "hampshire-2004", out).code == 0
    (out / "letter.txt").write_text("mine", encoding="utf-8")
    assert orgmap("convert", seats, out, "--replace").code == 0
    assert not (out / "protocols.csv").exists()
    assert (out / "letter.txt").is_file()


def test_the_source_is_not_written_over(seats: Path) -> None:
    """A source cannot be converted into itself."""
    assert orgmap("convert", seats, seats.with_name("list.json")).code == 0
    before = seats.with_name("list.json").read_bytes()
    ran = orgmap("convert", seats.with_name("list.json"), seats.with_name("list.json"), "--replace")
    assert ran.code == 2
    assert "never changes a source" in ran.err
    assert seats.with_name("list.json").read_bytes() == before


def test_a_kind_may_be_named(tmp_path: Path) -> None:
    """--as says what a source is; a kind that there is not is the call's mistake."""
    matrix = write_csv(tmp_path / "m.csv", [["", "A", "B"], ["Board", "x", ""], ["Forum", "x", "x"]])
    ran = orgmap("convert", matrix, tmp_path / "out.json", "--as", "matrix-bodies-down")
    assert ran.code == 0
    assert "as a matrix" in ran.err
    assert orgmap("check", matrix, "--as", "telegram").code == 2


def test_bad_data_write_nothing(tmp_path: Path) -> None:
    """A source with errors leaves nothing behind and ends with 1."""
    bad = write_csv(tmp_path / "bad.csv", [["Body", "Person", "From"], ["Board", "Ann Example", "soon"]])
    ran = orgmap("convert", bad, tmp_path / "out.xlsx")
    assert ran.code == 1
    assert not (tmp_path / "out.xlsx").exists()


def test_a_kind_may_be_named_for_every_command(tmp_path: Path) -> None:
    """--as holds for the commands that draw and tell, too."""
    matrix = write_csv(tmp_path / "m.csv", [["", "A", "B"], ["Board", "x", ""], ["Forum", "x", "x"]])
    ran = orgmap("measure", matrix, "--as", "matrix-bodies-down")
    assert ran.code == 0
    assert "body:forum" in ran.text


def test_ticks_are_written_for_good(seats: Path, tmp_path: Path) -> None:
    """A ticked checklist becomes part of the workbook that is written, which needs it no more."""
    ticked = tmp_path / "ticked.csv"
    ticked.write_text("body_a,body_b,status,parties,note\nBoard,Forum,draft,yes,Ask the clerk\n")
    ran = orgmap("convert", seats, tmp_path / "out.xlsx", "--ticked", ticked)
    assert ran.code == 0
    assert "Took 1 new protocol from ticked.csv." in ran.err
    again = orgmap("check", tmp_path / "out.xlsx", "--ticked", ticked)
    assert "ticked.csv says nothing that the source does not say." in again.text
    assert "Ask the clerk" in orgmap("checklist", tmp_path / "out.xlsx", "--names", "full").text
