"""Tests of Parquet files of tables, from orgmap and from other programs."""

from __future__ import annotations

import datetime
import decimal
from pathlib import Path

import pyarrow
import pyarrow.parquet
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmap.errors import SourceInvalid
from orgmap.read import parquet as reader
from orgmap.read.parquet import read_parquet
from orgmap.write.tables import parquet_folder
from tests.tabled import cells, outcome, put, seats_with


def write(path: Path, **columns: object) -> Path:
    """Write a Parquet file of these columns and return its path."""
    pyarrow.parquet.write_table(pyarrow.table(columns), path)
    return path


def test_a_single_file(tmp_path: Path) -> None:
    """One file that is called after no table holds seats; numbers, days and lists become text."""
    path = write(
        tmp_path / "export.parquet", Committee=["Board", "Panel"], Name=["Ann Example", None],
        Invited=[4, None],
        Since=[datetime.date(2005, 4, 1), None], Voting=[True, False], Note=[["a", "b"], []],
        Until=pyarrow.array([datetime.datetime(2006, 1, 1), None], pyarrow.timestamp("us")),  # noqa: DTZ001
        Attended=pyarrow.array([decimal.Decimal(3), None]),
        Role=pyarrow.array(["chair", "member"]).dictionary_encode(),
    )  # fmt: skip
    source = read_parquet(path)
    assert (source.form, source.problems) == ("parquet", ())
    assert cells(source, "seats") == [
        {"body": "Board", "person": "Ann Example", "invited": "4", "since": "2005-04-01", "voting": "yes",
         "note": "a; b", "until": "2006-01-01", "attended": "3", "role": "chair"},
        {"body": "Panel", "voting": "no", "role": "member"},
    ]  # fmt: skip


def test_a_folder(tmp_path: Path) -> None:
    """Each file of a folder is the table it is called after; another is told of, and so is a damaged one."""
    put(tmp_path, {**parquet_folder(seats_with([{"body": "Board"}])), "areas.parquet": b"PAR1 damaged PAR1"})
    write(tmp_path / "wishes.parquet", wish=["peace"])
    source = read_parquet(tmp_path)
    assert set(source.tables) == {"seats", "bodies"}
    told = {problem.table: problem.message for problem in source.problems}
    assert told == {
        "areas.parquet": "this cannot be read as a Parquet file.",
        "wishes.parquet": "this is not a table that orgmap knows, so it is not used.",
    }


def test_rows_of_problems(tmp_path: Path) -> None:
    """A row is the number of its record, and a column is called by its name."""
    raw = read_parquet(write(tmp_path / "seats.parquet", Committee=["A", "B"], Name=["x", "y"])).tables[
        "seats"
    ]
    assert raw.problem(2, "body", None, "x").place == "seats.parquet, row 2, column Committee"
    assert raw.frame.index.tolist() == [1, 2]


def test_an_empty_folder(tmp_path: Path) -> None:
    """A folder without a Parquet file is refused."""
    with pytest.raises(SourceInvalid, match="there is no Parquet file"):
        read_parquet(tmp_path)


def test_too_large_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that unpacks to more than any map needs is refused before it is unpacked."""
    monkeypatch.setattr(reader, "LARGEST", 10)
    with pytest.raises(SourceInvalid, match="unpacks to more than 1 GB"):
        read_parquet(write(tmp_path / "seats.parquet", body=["B" * 100], person=["A"]))


@given(st.data())
@settings(max_examples=50)
def test_a_damaged_file_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """A file cut off or with other bytes in it gives tables or a refusal, never a fault."""
    whole = bytearray(parquet_folder(seats_with([{"body": "Board", "places": "4"}]))["bodies.parquet"])
    for _ in range(data.draw(st.integers(0, 3))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    damaged = bytes(whole[: data.draw(st.integers(0, len(whole)))])
    path = put(tmp_path_factory.mktemp("parquet"), {"bodies.parquet": damaged}) / "bodies.parquet"
    assert outcome(read_parquet, path)
