"""Tests of what a map is called where its source gives no title."""

from __future__ import annotations

from dataclasses import replace

import pytest

from orgmap.model import OrgMap, as_at, check
from orgmap.model.raw import Title
from orgmap.model.written import written
from tests.builders import Record, seat, source

LINE = Title("Oakshire boards", "seats.csv", 1)
FILE = Title("Boards 2026", "boards_2026.csv")
SEATS = [seat("Board", "Ann Example"), seat("Forum", "Bob Example")]


def made(*titles: Title, **tables: list[Record]) -> OrgMap:
    """Return a map whose source may be called by some titles."""
    return check(replace(source(**{"seats": SEATS, **tables}), titles=titles))


def test_the_first_title_is_taken_and_said() -> None:
    """A map without a title is called by the first of those that its source has, and a note says so."""
    one = made(LINE, FILE)
    assert (one.title, one.given_title) == ("Oakshire boards", None)
    assert [str(note) for note in one.notes] == [
        "seats.csv, row 1: the source gives no title, so the map is called “Oakshire boards” after this line."
    ]
    (note,) = made(FILE).notes
    assert note.message.endswith("called “Boards 2026” after the name of the file or folder.")


def test_nothing_to_be_called_by() -> None:
    """Without any title a map is called by a plain word, and nothing is said."""
    assert (made().title, made().notes) == ("Map", ())


@pytest.mark.parametrize("about", [{"title": "Ours"}, {"home_body": "Forum"}])
def test_what_the_source_gives_comes_first(about: Record) -> None:
    """A given title, or the home body, comes before a line above the list, and no note is needed."""
    one = made(LINE, about=[about])
    assert one.title in ("Ours", "Forum")
    assert (one.title, one.called, one.notes) == (one.given_title, None, ())


@pytest.mark.parametrize(
    "tables",
    [
        {"seats": [seat("Board", "Dr Oak Shire")]},
        {"people": [{"person": "1", "name": "Ann Example", "also_known_as": "Oak Shire; Annie"}]},
        {"people": [{"person": "1", "name": "Oak Shire", "publish": "no"}]},
        {"names": [{"name": "Ann Example", "also_known_as": "Oak Shire", "same": "yes"}]},
    ],
    ids=["name", "other name", "not to be published", "confirmed"],
)
def test_a_title_never_names_a_person(tables: dict[str, list[Record]]) -> None:
    """A title in which a person of the source is named is passed over for the next."""
    named = Title("Boards of Oak Shire", "seats.csv", 1)
    assert made(named, FILE, **tables).title == "Boards 2026"
    assert made(named, **tables).title == "Map"


def test_a_title_that_was_not_given_is_not_written() -> None:
    """The map as tables again declares no title; another day's map keeps what it is called by."""
    one = made(LINE)
    assert "about" not in written(one)
    assert as_at(one, "2025").title == "Oakshire boards"
