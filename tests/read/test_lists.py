"""Tests of which form sheets are read as."""

from __future__ import annotations

import pytest

from orgmap.model import check
from tests.read.grids import read_sheets, seats, told

MATRIX = (
    "{} | Health Board | Youth Forum | Safety Group\n"
    "Ann Example | x | | x\nBob Example | | x |\nCy Example | x | x | Chair"
)
SEATS = "Body | Name\nHealth Board | {}"


@pytest.mark.parametrize("corner", ["", "Name"])
@pytest.mark.parametrize("sheet", ["Sheet1", "Who sits where"])
def test_a_matrix(corner: str, sheet: str) -> None:
    """A matrix is one whatever its sheet and its corner are called."""
    source = read_sheets(**{sheet: MATRIX.format(corner)})
    assert source.form == "matrix"
    assert ("Safety Group", "Cy Example") in seats(source, "body", "person")


def test_a_matrix_with_tables_beside_it() -> None:
    """The other tables of a workbook stand beside its matrix."""
    source = read_sheets(Matrix=MATRIX.format(""), People="Name | Organisation\nAnn Example | Police")
    assert {"seats", "people"} <= source.tables.keys()


def test_own_tables_say_nothing_of_their_form() -> None:
    """Orgmap's own tables are the form csv, without a word on it."""
    source = read_sheets(Seats=SEATS.format("Ann"), Bodies="Body\nHealth Board")
    assert (source.form, source.reading, list(source.tables)) == ("csv", "", ["seats", "bodies"])


def test_seats_in_a_sheet_called_after_bodies() -> None:
    """A sheet called Partnerships that says who sits on them is one of seats."""
    source = read_sheets(Partnerships="Partnership | Name | Role\nHealth Board | Ann | Chair")
    assert seats(source, "body", "person", "role") == [("Health Board", "Ann", "Chair")]


@pytest.mark.parametrize(
    "names", [("Members 2024", "Members 2025"), ("Board list", "Board list (2)"), ("Now", "Then")]
)
def test_two_versions_of_one_list(names: tuple[str, str]) -> None:
    """Of a list at two times, told by its name or its rows, only one is read, and that is an error."""
    source = read_sheets(**dict.fromkeys(names, SEATS.format("Ann")))
    assert len(seats(source, "person")) == 1
    assert told(source)["error"] == [
        f"sheet {names[1]}: sheet {names[0]} is already read as seats, so this is not used."
    ]


def test_seats_in_two_sheets() -> None:
    """Lists of seats that are no versions of each other are read together, and that is said."""
    source = read_sheets(North=SEATS.format("Ann"), South=SEATS.format("Bob"))
    assert seats(source, "person") == [("Ann",), ("Bob",)]
    assert told(source)["note"] == ["sheet South: its rows are read together with those of sheet North."]


BODIES = "group_slug | title\n{}-group | {} Group\nforum | Youth Forum"


@pytest.mark.parametrize("sheet", ["Our list", "Groups"])
def test_a_list_of_bodies_beside_seats(sheet: str) -> None:
    """A sheet with a row for each body and its title holds bodies and no posts, whatever it is called."""
    source = read_sheets(
        Who="group_slug | member\nhealth-group | Ann\nforum | Ann",
        **{sheet: BODIES.format("health", "Health")},
    )
    assert seats(source, "body", "person", "post") == [("health-group", "Ann", None), ("forum", "Ann", None)]
    bodies = source.tables["bodies"].frame
    assert bodies[["id", "body"]].to_numpy().tolist() == [
        ["health-group", "Health Group"],
        ["forum", "Youth Forum"],
    ]
    whole = check(source)
    assert whole.bodies["name"].tolist() == ["Health Group", "Youth Forum"]
    assert len(whole.people) == 1


def test_a_list_of_bodies_is_said() -> None:
    """What a sheet was taken for by what it holds is told in a note."""
    source = read_sheets(Who=SEATS.format("Ann"), Our_list=BODIES.format("health", "Health"))
    assert told(source)["note"] == [
        "sheet Our list: read as a list of bodies: it has a row for each, and names nobody who sits there."
    ]


def test_a_list_of_bodies_alone() -> None:
    """A list of bodies without anybody on them is no list of seats."""
    source = read_sheets(Our_list=BODIES.format("health", "Health"))
    assert list(source.tables) == ["bodies"]


def test_a_second_list_of_bodies() -> None:
    """Beside a sheet called Bodies, another list of them is not used, and that is said."""
    source = read_sheets(
        Seats=SEATS.format("Ann"), Bodies="Body\nHealth Board", Our_list=BODIES.format("health", "Health")
    )
    assert source.tables["bodies"].frame["body"].tolist() == ["Health Board"]
    assert list(told(source)) == ["warning"]


@pytest.mark.parametrize(
    "sheet",
    [
        "Group | Title\nHealth Group | Director\nForum | Leader",
        "group_slug | title\nhealth | Director of Health\nforum | Leader",
        "Group | Title\nHealth | Health Group\nHealth | Youth Forum",
        "Group | Title | Role\nHealth | Health Group | Chair\nForum | Youth Forum | Member",
        "Group | Position\nHealth | Health Group\nForum | Youth Forum",
    ],
    ids=["posts", "posts by slug", "a body twice", "roles", "another header"],
)
def test_a_list_of_posts_is_no_list_of_bodies(sheet: str) -> None:
    """Posts stay posts where bodies come again, have a role, or the titles are those of posts."""
    assert len(seats(read_sheets(Our_list=sheet), "body", "post")) == 2


def test_seats_called_so_come_first() -> None:
    """Beside a sheet called Seats another one with seats is not used."""
    source = read_sheets(Old_list=SEATS.format("Bob"), Seats=SEATS.format("Ann"))
    assert seats(source, "person") == [("Ann",)]
    assert list(told(source)) == ["warning"]


def test_nothing_of_use() -> None:
    """Where no sheet lists seats, the error says what was seen and what is needed."""
    source = read_sheets(
        Budget="Item | Cost | Paid\nPens | 3 | no", Plan="Task | When | Where\nDo | now | here"
    )
    (error,) = (problem for problem in source.problems if problem.severity == "error")
    assert "sheet Budget has the headers Item, Cost, Paid" in error.message
    assert "a column body and one of person, post or organisation" in error.hint


def test_a_form_that_is_asked_for() -> None:
    """Where own tables are asked for, sheets of members are not read as boards."""
    source = read_sheets(form="csv", Youth_Forum="Name | Organisation\nAnn Example | Police")
    assert source.form == "csv"
    assert "there is no column for body" in told(source)["error"][0]
