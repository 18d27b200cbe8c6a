"""Tests of what a map may be called where no table gives a title."""

from __future__ import annotations

from pathlib import Path

import pytest

from orgmap.model.raw import Title
from orgmap.read import read
from orgmap.read.titles import file_title
from tests.builders import write_csv
from tests.read.grids import read_sheets

LIST = "\n | |\nPartnership | Name | Organisation\nHealth Board | Gil Example | Police\nForum | | Fire"


def above(*lines: str) -> list[str]:
    """Return what a list with some lines above it may be called."""
    source = read_sheets(Seats="\n".join(f"{line} | |" for line in lines) + LIST)
    return [title.text for title in source.titles]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        (
            "Oakshire partnership boards - membership list (updated Sept 2025 JB)",
            "Oakshire partnership boards",
        ),
        ("Outside Bodies 2025/26", "Outside Bodies"),
        ("Members of the Faith Forum, as at May 2025", "Faith Forum"),
        ("county council representation", "County council representation"),
        ("General Hospital Boards", "General Hospital Boards"),
    ],
)
def test_the_line_above_a_list(line: str, title: str) -> None:
    """A line above a list that says what it is a list of is its title, without dates and the like."""
    assert above(line) == [title]
    assert read_sheets(Seats=line + " | |" + LIST).titles[0].row == 1


@pytest.mark.parametrize(
    "line",
    [
        "As at May 2025",
        "Confidential",
        "Please send changes to the partnerships team",
        "Partnership boards (Cllr Example)",
        "Partnership boards kept by Jane",
        "Jane Example's partnership boards",
        "Partnership boards - Oluwaseun Adeyemi",
        "Partnership boards: jane@example.org",
        "Partnership boards 01632 960 123",
        "Partnership boards of " + "everywhere " * 8,
    ],
)
def test_lines_that_are_no_title(line: str) -> None:
    """Remarks, requests, long texts and whatever may give away a person are no title."""
    assert above(line) == []


def test_a_title_with_remarks_beneath() -> None:
    """Remarks above a list do not hide its title; two titles are none."""
    assert above("Oakshire boards", "As at May 2025", "Contact: Jane Example") == ["Oakshire boards"]
    assert above("Oakshire County Council", "Partnership boards") == []


def test_titles_of_several_lists() -> None:
    """Lists that are titled differently, or of which one is not, give the map none of their titles."""
    assert read_sheets(North="North boards | |" + LIST, South="South boards | |" + LIST).titles == ()
    assert read_sheets(North="North boards | |" + LIST, South=LIST.strip()).titles == ()
    same = read_sheets(North="Our boards | |" + LIST, South="Our boards | |" + LIST)
    assert same.titles == (Title("Our boards", "sheet North", 1),)


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("partnership-boards_2026.xlsx", "Partnership boards 2026"),
        ("two-tier 2025-26.csv", "Two tier 2025-26"),
        ("Oakshire boards (1).xlsx", "Oakshire boards"),
        ("boards of oakshire.kumu.json", "Boards of oakshire"),
    ],
)
def test_the_name_of_a_file(tmp_path: Path, name: str, title: str) -> None:
    """The name of a file is put in words, without its ending and without where it lies."""
    assert file_title(tmp_path / name) == Title(title, name)


@pytest.mark.parametrize(
    "name", ["members.xlsx", "Book1.xlsx", "seats.csv", "2026.csv", "x.csv", "jane-example.csv"]
)
def test_a_name_that_says_nothing(tmp_path: Path, name: str) -> None:
    """A name that a program gives, that of a table, and one that may be a person's, are no title."""
    assert file_title(tmp_path / name) is None


def test_the_file_comes_after_the_line(tmp_path: Path) -> None:
    """A source may be called by the line above its list, else by the name of its folder or file."""
    folder = tmp_path / "oakshire.boards"
    folder.mkdir()
    rows = [["Our boards", "", ""], ["Body", "Name", "Role"], ["Health Board", "Gil Example", "Chair"]]
    write_csv(folder / "seats.csv", rows)
    assert [title.text for title in read(folder).titles] == ["Our boards", "Oakshire.boards"]
    assert [title.text for title in read(folder / "seats.csv").titles] == ["Our boards"]
