"""Tests that rows of the source are given with their sheet or file, as `orgmap check` gives them."""

from __future__ import annotations

from pathlib import Path

import pytest

from orgmap.model import OrgMap, as_at, check, withhold
from orgmap.questions import data_quality, gaps
from orgmap.read import read
from tests.builders import orgmap, seat, write_csv

HEAD = ["Name", "Job title", "Organisation", "Role"]


@pytest.fixture
def boards(tmp_path: Path) -> OrgMap:
    """Return the map of a folder with a file for each of two boards, a vacant seat in each."""
    folder = tmp_path / "boards"
    folder.mkdir()
    members = ["Ann Example", "Carol Placeholder", "Dev Specimen"]
    for number, board in enumerate(["Anytown Board", "Othertown Board"]):
        rows = [[name, "Clerk", "Anytown Council", "Member"] for name in members[number:]]
        vacant = ["Vacant", "", "Probation Service", "Member"]
        unnamed = ["", "", "Anyshire Police", "Member"]
        write_csv(folder / f"{board}.csv", [HEAD, *rows, vacant, unnamed])
    return check(read(folder))


def places(table: object) -> list[tuple[str, int]]:
    """Return the sheet and row of each row of a table that has them."""
    rows = table[table["row"].notna()]  # type: ignore[index]
    return list(zip(rows["sheet"], rows["row"], strict=True))


def test_an_open_seat_has_its_sheet_and_row(boards: OrgMap) -> None:
    """The row of a seat is that of its own file, which is named."""
    table = gaps(boards).table
    assert places(table[table["reason"] == "open seat"]) == [
        ("Anytown Board.csv", 5),
        ("Othertown Board.csv", 4),
    ]


def test_data_quality_has_sheet_and_row(boards: OrgMap) -> None:
    """The row of a seat of nobody known is that of its own file."""
    table = data_quality(boards).table
    seats = table[table["check"] == "seat of nobody known"]
    assert places(seats) == [("Anytown Board.csv", 6), ("Othertown Board.csv", 5)]


def test_one_place_is_not_named() -> None:
    """Where all rows of a table are of one sheet or file, the row is enough."""
    made = orgmap(seats=[seat("Board", "Ann Example"), seat("Board", None, "Police", status="vacant")])
    table = gaps(made).table
    assert places(table[table["reason"] == "open seat"]) == [("", 3)]
    assert made.origins == {}


def test_no_withheld_name_in_what_a_sheet_is_called(boards: OrgMap) -> None:
    """A name that a file is called by is blotted out where it is withheld."""
    origins = {"seats": {2: ("Ann Example's list.csv", 2), 3: ("Board.csv", 3)}}
    made = orgmap(seats=[seat("Board", "Ann Example"), seat("Board", "Dev Specimen")])
    object.__setattr__(made, "origins", origins)
    assert "Ann Example" not in repr(withhold(made, "posts").origins)
    assert withhold(made, "posts").origin("seats", 3) == ("Board.csv", 3)
    assert withhold(made, "full").origins == origins
    assert withhold(as_at(boards, None), "posts").origin("seats", 5) == ("Anytown Board.csv", 5)
