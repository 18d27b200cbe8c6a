"""Guesses at what names are the names of."""

from __future__ import annotations

import pytest

from orgmap.read.guesses import body_side, looks_like_body, looks_like_person, member_column

BOARDS = ["LSP Board", "Older People's Forum", "Safer Marshire Partnership"]
PEOPLE = ["Cllr Ann Example", "Bob van der Sample", "Dr Test", "Eve Other"]
AGENCIES = ["Marshire Council", "NHS Trust", "Police", "University of Marshire"]


@pytest.mark.parametrize("name", [*PEOPLE, "ann example", "ANN EXAMPLE"])
def test_people(name: str) -> None:
    """A name of two to four words, or one with a title, looks like a person's."""
    assert looks_like_person(name)


@pytest.mark.parametrize(
    "name", [*AGENCIES, *BOARDS, "Coast to Capital", "Safer Communities", "R2 D2", "", "A & B"]
)
def test_no_people(name: str) -> None:
    """Names with words of bodies, agencies or themes, with small words or with digits are no person's."""
    assert not looks_like_person(name)


def test_numbered_bodies() -> None:
    """A number at the end of a word does not hide what it says."""
    assert looks_like_body("Club7")
    assert not looks_like_body("CEO7")


@pytest.mark.parametrize("members", [PEOPLE, AGENCIES])
def test_body_side(members: list[str]) -> None:
    """Of two lists, that of the bodies is told, whichever comes first."""
    assert body_side(BOARDS, members) == 0
    assert body_side(members, BOARDS) == 1


def test_body_side_not_told() -> None:
    """Where both lists look alike, or are empty, nothing is guessed."""
    assert body_side(BOARDS, BOARDS) is None
    assert body_side([], []) is None
    assert body_side(["E1", "E2"], ["W1", "W2"]) is None


def test_member_column() -> None:
    """Members are organisations where more of them look so than look like people."""
    assert member_column(AGENCIES) == "organisation"
    assert member_column(PEOPLE) == "person"
