"""Tests of the sheets and CSV files of Kumu and Gephi."""

from __future__ import annotations

import pytest

from orgmap.errors import SourceInvalid
from orgmap.model import check
from orgmap.read.grid import Grid
from orgmap.read.networks.grids import Form, form_of, source
from tests.read.networks.test_foreign import said, seats


def grid(name: str, *rows: str) -> Grid:
    """Return a grid of rows written with a comma between cells."""
    return Grid(f"sheet {name}", name, [[cell or None for cell in row.split(",")] for row in rows])


ELEMENTS = grid(
    "Sheet1",
    "Label,Type,Description,Tags,Also known as",
    "Health Board,Partnership,x,a|b,HB|The Board",
    "Police,Organisation",
    "Ann Example,Person",
)


def test_kumu_sheets() -> None:
    """Elements and connections are told by their headers; one cell may name several ends."""
    grids = [
        ELEMENTS,
        grid(
            "Sheet2",
            "From,To,Type,Strength",
            "Ann Example,Health Board|Crime Forum,Vice chair,3",
            "Police,Health Board",
        ),
    ]
    assert form_of(grids) == "kumu"
    found = source("kumu", grids, "kumu")
    whole = check(found)
    assert seats(whole) == {
        ("health-board", "Ann Example", "vice-chair"),
        ("crime-forum", "Ann Example", "vice-chair"),
        ("health-board", "police", "member"),
    }
    assert whole.bodies.at["health-board", "also_known_as"] == ("HB", "The Board")
    assert "Crime Forum stands only there; a node is made for it." in said(found)
    assert found.tables["seats"].frame.index.tolist() == [2, 2, 3]


def test_kumu_sections() -> None:
    """One sheet may hold both tables, with two blank rows between."""
    both = grid(
        "All",
        "Label,Type",
        "Health Board,Board",
        "Ann Example,Person",
        "",
        "",
        "From,To",
        "Ann Example,Health Board",
    )
    assert form_of([both]) == "kumu"
    assert seats(source("kumu", [both], "kumu")) == {("health-board", "Ann Example", "member")}


def test_kumu_ids() -> None:
    """Connections name elements by id where they have one; those of equal labels are kept apart."""
    grids = [
        grid("E", "ID,Label,Type", "b1,Executive,Board", "b2,Executive,Board", "p1,Ann Example,Person"),
        grid("C", "ID,From,To,Type", "c1,p1,b1,Chair", "c2,p1,b2,Member"),
    ]
    assert form_of(grids) == "kumu"
    assert seats(source("kumu", grids, "kumu")) == {
        ("b1", "Ann Example", "chair"),
        ("b2", "Ann Example", "member"),
    }


def test_kumu_labels_with_types() -> None:
    """Without ids, elements of one label and different types are different ones."""
    grids = [
        grid("E", "Label,Type", "Health,Board", "Health,Organisation", "Ann Example,Person"),
        grid("C", "From,To", "Ann Example,Health"),
    ]
    whole = check(source("kumu", grids, "kumu"))
    assert list(whole.bodies["name"]) == ["Health"]
    assert len(whole.organisations) == 1


@pytest.mark.parametrize(("first", "second", "form"), [("From", "To", "kumu"), ("Source", "Target", "gephi")])
def test_ties_alone(first: str, second: str, form: Form) -> None:
    """A list of ties without nodes is enough where the names tell which end is the body."""
    ties = grid(
        "ties",
        f"{first},{second},Weight",
        "Health Board,Ann Example,1",
        "Health Board,Bob Sample,2",
        "Crime Forum,Ann Example,1",
    )
    assert form_of([ties]) == form
    found = source("ties", [ties], form)
    assert {body for body, _, _ in seats(found)} == {"health-board", "crime-forum"}
    assert found.form == form
    assert found.tables["seats"].unused == ("Weight",)


def test_gephi() -> None:
    """Nodes and edges of Gephi, with intervals, under whatever names the files have."""
    grids = [
        grid(
            "a", "Id,Label,Mode,Size", "1,Health Board,body,9", "2,Ann Example,person", "3,Bob Sample,person"
        ),
        Grid(
            "b.csv", "b",
            [
                ["Source", "Target", "Type", "Id", "Weight", "Time Interval", "role"],
                ["2", "1", "Undirected", "0", "1.0", "<[2008,2010]>", "chair"],
                ["3", "1", "Undirected", "1", "1.0", "<[2008-05, 2009];(2010, Infinity]>", ""],
            ],
        ),
    ]  # fmt: skip
    assert form_of(grids) == "gephi"
    found = source("gephi", grids, "gephi")
    whole = check(found)
    assert not found.problems
    assert seats(whole) == {
        ("health-board", "Ann Example", "chair"),
        ("health-board", "Bob Sample", "member"),
    }
    assert whole.seats["since"].tolist() == ["2008", "2008-05"]
    assert whole.seats["until"].dropna().tolist() == ["2010"]
    assert found.tables["bodies"].unused == ("Size",)


@pytest.mark.parametrize(
    "grids",
    [
        [],
        [grid("Seats", "Body,Person,From,To", "Board,Ann Example,2004,2005")],
        [
            grid("Seats", "Body,Person", "Board,Ann Example"),
            grid("Links", "From,To,Type", "Board,Forum,advises"),
        ],
        [grid("list", "Name,From,To", "Ann Example,2004,2005")],
        [grid("list", "From,To,Name", "2004,2005,Ann Example")],
        [grid("list", "Label,Type", "Board,Body")],
        [grid("list", "", "", "")],
    ],
)
def test_others_are_not_claimed(grids: list[Grid]) -> None:
    """The tables of orgmap and ordinary lists are not taken for a network."""
    assert form_of(grids) is None


def test_says_what_it_does_not_use() -> None:
    """A sheet that is neither kind of table is named, and so is a form that holds no ties at all."""
    grids = [ELEMENTS, grid("C", "From,To", "Ann Example,Health Board"), grid("Notes", "Remember,this")]
    assert "sheet Notes, row 1: this is neither" in said(source("kumu", grids, "kumu"))
    with pytest.raises(SourceInvalid, match="no table of ties, with the columns From and To"):
        source("kumu", [ELEMENTS], "kumu")
    with pytest.raises(SourceInvalid, match="who sits on what"):
        source("kumu", [grid("C", "From,To")], "kumu")


def test_ragged_rows() -> None:
    """Rows that are shorter or longer than the header, and cells of blanks, do no harm."""
    rows = [
        ["From", "To", None, " ", "To"],
        ["Ann Example"],
        ["Ann Example", "Health Board", "x", "y", "z", "q"],
        [None, "Health Board"],
        [" ", "\xa0"],
        ["Bob Sample", "Health Board"],
    ]
    ties = Grid("c", "c", rows)
    assert len(check(source("c", [ties], "kumu")).seats) == 2
