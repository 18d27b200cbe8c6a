"""Tests of whom a seat speaks for."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from tests.builders import Record, orgmap, seat


def spoken(*seats: Record, **tables: Iterable[Record]) -> list[tuple[str | None, ...]]:
    """Return employer, organisation spoken for and body spoken for of each seat, None where there is none."""
    made = orgmap(seats=seats, **tables).seats
    columns = made[["organisation", "represents", "for_body"]]
    return [
        tuple(cell if isinstance(cell, str) else None for cell in row) for row in columns.to_numpy().tolist()
    ]


BODIES = [{"body": "Board"}, {"body": "Forum"}]


def test_the_employer_is_spoken_for() -> None:
    """Without on_behalf_of a seat speaks for the organisation that its holder works for."""
    assert spoken(seat("Board", "Ann Example", "Police")) == [("police", "police", None)]


def test_on_behalf_of_an_organisation() -> None:
    """On_behalf_of an organisation is who is spoken for; the employer stays the employer."""
    assert spoken(seat("Board", "Ann Example", "Police", on_behalf_of="Chamber")) == [
        ("police", "chamber", None)
    ]


def test_on_behalf_of_a_body() -> None:
    """On_behalf_of a body is cross-representation for it; the employer is the organisation spoken for."""
    found = spoken(seat("Board", "Ann Example", "Police", on_behalf_of="Forum"), bodies=BODIES)
    assert found == [("police", "police", "forum")]


def test_organisation_that_is_a_body() -> None:
    """An organisation that names a body is cross-representation for that body, and no organisation."""
    assert spoken(seat("Board", "Ann Example", "Forum"), bodies=BODIES) == [(None, None, "forum")]


def test_a_body_that_is_also_an_organisation() -> None:
    """A seat for a partnership that is also an organisation counts for both."""
    bodies = [{"body": "Board"}, {"body": "District LSP", "organisation": "District LSP Ltd"}]
    for words in ({"organisation": "District LSP"}, {"organisation": "District LSP Ltd"}):
        assert [
            one[1:] for one in spoken({"body": "Board", "person": "Ann Example", **words}, bodies=bodies)
        ] == [("district-lsp-ltd", "district-lsp")]


def test_on_behalf_of_a_body_that_is_also_an_organisation() -> None:
    """Speaking for such a body is speaking for its organisation, not for the employer."""
    bodies = [{"body": "Board"}, {"body": "District LSP", "organisation": "District LSP Ltd"}]
    found = spoken(seat("Board", "Ann Example", "Police", on_behalf_of="District LSP"), bodies=bodies)
    assert found == [("police", "district-lsp-ltd", "district-lsp")]


@pytest.mark.parametrize("kind", ["council", "council committee"])
def test_whoever_works_for_a_council_does_not_speak_for_it_as_a_body(kind: str) -> None:
    """A council's employee is no cross-representation of the council; somebody sent on its behalf is."""
    bodies = [{"body": "Board"}, {"body": "County Council", "kind": kind, "organisation": "County Council"}]
    works = seat("Board", "Ann Example", "County Council")
    sent = seat("Board", "Bob Example", "Police", on_behalf_of="County Council")
    assert [one[2] for one in spoken(works, sent, bodies=bodies)] == [None, "county-council"]


def test_nobody_represents_a_body_on_itself() -> None:
    """A seat of a body on that same body is no cross-representation."""
    assert spoken(seat("Board", "Ann Example", "Board"), bodies=BODIES) == [(None, None, None)]


def test_a_body_named_only_by_seats() -> None:
    """A body is known as such where only other seats name it."""
    assert spoken(seat("Board", "Ann Example", "Forum"), seat("Forum", "Bob Example"))[0] == (
        None,
        None,
        "forum",
    )


def test_one_person_for_two_organisations() -> None:
    """One person may sit on two bodies for two organisations."""
    assert [
        one[1] for one in spoken(seat("A", "Ann Example", "Police"), seat("B", "Ann Example", "Council"))
    ] == [
        "police",
        "council",
    ]


def test_the_columns_of_seats() -> None:
    """Seats have their columns in a stated order, whichever of them the source has."""
    assert list(orgmap(seats=[seat("Board", "Ann Example")]).seats.columns) == [
        "body",
        "person",
        "post",
        "organisation",
        "employer_body",
        "represents",
        "for_body",
        "role",
        "status",
        "seat",
        "substitute_for",
        "voting",
        "core",
        "selection",
        "since",
        "until",
        "invited",
        "attended",
        "source",
        "note",
        "row",
    ]


def test_ties() -> None:
    """Filled seats of chairs, vice-chairs, members and co-opted members make ties; others on request."""
    roles = ["chair", "vice-chair", "member", "co-opted", "observer", "adviser", "substitute", "officer"]
    made = orgmap(
        seats=[
            *(seat("Board", None, f"Org {role}", role=role) for role in roles),
            seat("Board", None, "X", status="declined"),
        ]
    )
    assert made.ties()["role"].tolist() == roles[:4]
    assert made.ties(("observer",))["represents"].tolist() == ["org-observer"]


@pytest.mark.parametrize("word", ["unknown", "Unknown", "TBC", "N/A", "n.a.", "-", "?", "not known"])
def test_an_organisation_that_is_not_known_is_none(word: str) -> None:
    """A word in place of a name makes no organisation: it is not known, and that is said."""
    made = orgmap(seats=[seat("Board", "Ann Example", word), seat("Forum", "Bob Example", word)])
    assert made.organisations.empty
    assert made.seats["represents"].isna().all()
    (warning,) = made.warnings
    assert "is no name; it is read as not known. (2 rows say so.)" in warning.message


def test_an_organisation_that_is_listed_may_have_any_name() -> None:
    """What a table lists is known, whatever it is called."""
    made = orgmap(seats=[seat("Board", None, "NA")], organisations=[{"organisation": "NA"}])
    assert made.seats["represents"].tolist() == ["na"]
    assert not made.warnings
