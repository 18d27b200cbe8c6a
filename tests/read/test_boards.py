"""Tests of lists of the members of one body each."""

from __future__ import annotations

import pytest

from orgmap.errors import SourceInvalid
from orgmap.model import check
from orgmap.read.boards import body_in
from tests.read.grids import read_sheets, seats, told

PEOPLE = "Name | Organisation\nAnn Example | Police\nBob Example | Fire"


def test_a_sheet_for_each_board() -> None:
    """Sheets of members become one table of seats, each with the body its sheet is called by."""
    source = read_sheets(Health_Board=PEOPLE, Youth_Forum="Name | Role\nCy Example | Chair")
    assert seats(source, "body", "person", "role") == [
        ("Health Board", "Ann Example", None), ("Health Board", "Bob Example", None),
        ("Youth Forum", "Cy Example", "Chair"),
    ]  # fmt: skip
    assert (source.form, source.reading) == ("boards", "lists of members: 2 bodies, 3 rows")


def test_problems_name_the_sheet_and_its_row() -> None:
    """A problem of a joined table is placed on the sheet it comes from, by that sheet's rows."""
    source = read_sheets(Health_Board=PEOPLE, Youth_Forum="Name | From\nCy Example | soon")
    with pytest.raises(SourceInvalid) as refused:
        check(source)
    assert [problem.place for problem in refused.value.problems] == [
        "sheet Youth Forum, row 2, column B (From)"
    ]


def test_a_longer_title_names_the_body() -> None:
    """A title that names a body at more length than the sheet does is its name; one on every sheet is not."""
    title = "County Partnership\n{} - membership 2025\n{}"
    source = read_sheets(
        HSB=title.format("Hampshire Safety Board", PEOPLE), Youth_Forum=title.format("Forum", PEOPLE)
    )
    assert {body for (body,) in seats(source, "body")} == {"Hampshire Safety Board", "Youth Forum"}
    assert "sheet HSB: read as the members of “Hampshire Safety Board”." in told(source)["note"]


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Members of the Health Board, as at May 2025", "Health Board"),
        ("Health_Board_members_2024-25", "Health Board"),
        ("Winchester Safety Partnership - membership 2025", "Winchester Safety Partnership"),
        ("Health Board (membership list, 3 May 2025)", "Health Board"),
        ("Members", "Members"),
        ("Board 2000 Forum", "Board 2000 Forum"),
    ],
)
def test_the_body_in_a_title(title: str, body: str) -> None:
    """What a title says of the list, and not of the body, is put aside."""
    assert body_in(title) == body


def test_a_column_of_names_without_a_header() -> None:
    """A sheet of names and nothing else is a list of members; organisations are taken as such."""
    source = read_sheets(
        Youth_Forum="Ann Example\nCllr B Example", Safety_Board="Town Council\nTown Police\nFire Service"
    )
    assert seats(source, "body", "person", "organisation") == [
        ("Youth Forum", "Ann Example", None), ("Youth Forum", "Cllr B Example", None),
        ("Safety Board", None, "Town Council"), ("Safety Board", None, "Town Police"),
        ("Safety Board", None, "Fire Service"),
    ]  # fmt: skip


def test_names_and_organisations_without_a_header() -> None:
    """Two columns without a header are told apart by what they look like."""
    source = read_sheets(Youth_Forum="Ann Example | Town Council\nBob Example | Fire Service")
    assert seats(source, "person", "organisation") == [
        ("Ann Example", "Town Council"),
        ("Bob Example", "Fire Service"),
    ]


def test_tables_beside_boards() -> None:
    """Own tables stand beside sheets of members, and a sheet of something else is listed as not used."""
    source = read_sheets(
        Health_Board=PEOPLE,
        Youth_Forum=PEOPLE,
        Organisations="Name | Sector\nPolice | police",
        Budget="Item | Cost\nPens | 3",
    )
    assert list(source.tables) == ["seats", "organisations"]
    assert [place.partition(":")[0] for place in told(source)["warning"]] == ["sheet Budget"]


def test_seats_with_boards_beside_them() -> None:
    """Sheets of members add to a table of seats; a body that it lists already is not read twice."""
    source = read_sheets(
        Seats="Body | Name\nHealth Board | Ann Example", Youth_Forum=PEOPLE, Health_Board=PEOPLE
    )
    assert [body for (body,) in seats(source, "body")] == ["Health Board", "Youth Forum", "Youth Forum"]
    assert (source.form, source.reading) == ("csv", "tables, with a list of members: 1 body, 2 rows")
    assert "“Health Board” is listed in sheet Seats already" in told(source)["warning"][0]


@pytest.mark.parametrize(
    ("sheet", "file"), [("Youth Forum", "book.xlsx"), ("Sheet1", "Youth Forum members 2025.xlsx")]
)
def test_one_list_by_its_sheet_or_file(sheet: str, file: str) -> None:
    """A lone list is of the body that its sheet is called by, else its file."""
    source = read_sheets(file, **{sheet: PEOPLE})
    assert {body for (body,) in seats(source, "body")} == {"Youth Forum"}


def test_one_list_of_nobody_knows_whom() -> None:
    """A lone list of which nothing tells the body is refused with what to do; no body is made up."""
    source = read_sheets("book.xlsx", Sheet1=PEOPLE)
    assert "body" not in source.tables["seats"].frame
    assert "call the sheet or file by the body's name" in source.problems[0].hint


def test_any_sheet_where_boards_are_asked_for() -> None:
    """Where the form is given, every sheet's name is a body's."""
    source = read_sheets(form="boards", Health=PEOPLE, Crew="Name | Days\nCy Example | 3")
    assert {body for (body,) in seats(source, "body")} == {"Health", "Crew"}


def test_a_list_without_rows() -> None:
    """A sheet that has only a header is said to hold nobody, and the others are read."""
    source = read_sheets(Health_Board=PEOPLE, Youth_Forum="Name | Organisation")
    assert told(source)["warning"] == [
        "sheet Youth Forum: the sheet has a header and no rows, so nobody is read from it."
    ]


def test_a_list_from_minutes() -> None:
    """Lines beneath "Present:" and "Apologies:" are the members of the body that the sheet is called by."""
    lines = "Present:\nCllr Ann Example – Leader, Town Council\nBob Example, Police\nApologies:\nCy Example"
    source = read_sheets(**{"Anytown LSP": lines})
    assert [one[0] for one in seats(source, "body", "person")] == ["Anytown LSP"] * 3
    assert "“Present:”, “Apologies:”" in told(source)["note"][0]


def test_outside_bodies_that_are_not_all_called_so() -> None:
    """Lines of a body and who sits on it are known by the people behind the dash, too."""
    lines = (
        "Citizens Advice - Cllr Ann Example\nMuseum Trust - Cllr Bob Example (Trustee)\nWaste Forum - Leader"
    )
    source = read_sheets(**{"Outside bodies": lines})
    assert [one[0] for one in seats(source, "body")] == ["Citizens Advice", "Museum Trust", "Waste Forum"]
