"""Tests of the map as at a day."""

from __future__ import annotations

import pytest

from orgmap.model import OrgMap, as_at
from tests.builders import orgmap, seat


@pytest.fixture(scope="module")
def terms() -> OrgMap:
    """Return a map whose seats, bodies, links and issues come and go in 2003 to 2005."""
    return orgmap(
        about=[{"as_at": "2004-06-15"}],
        bodies=[
            {"body": "Board"},
            {"body": "Old Group", "until": "2004-03", "replaced_by": "New Group", "part_of": "Board"},
            {"body": "New Group", "since": "2004-04", "part_of": "Board"},
            {"body": "Sub Group", "part_of": "Old Group"},
        ],
        seats=[
            seat("Board", "Ann Always"),
            seat("Board", "Bob Before", until="2003"),
            seat("Board", "Cyd Current", since="2004", until="2005"),
            seat("Board", "Dee Due", since="2005-01-01"),
            seat("Old Group", "Eve Earlier"),
            seat("New Group", "Fay Following"),
            seat("New Group", "Bob Before", status="invited"),
        ],
        links=[
            {"from_body": "Board", "to_body": "Old Group", "kind": "advises"},
            {"from_body": "Board", "to_body": "New Group", "kind": "advises"},
            {"from_body": "Board", "to_body": "Sub Group", "kind": "advises", "until": "2003"},
        ],
        issues=[
            {"issue": "Over", "body": "Board", "part": "lead", "until": "2003"},
            {"issue": "On", "body": "Board", "part": "lead"},
        ],
    )


def test_the_day_of_the_source(terms: OrgMap) -> None:
    """Without a date the map is as at the day that the source gives: seats and bodies that hold then."""
    now = as_at(terms)
    assert now.as_at == "2004-06-15"
    assert now.seats["person"].tolist() == ["ann-always", "cyd-current", "fay-following", "bob-before"]
    assert now.bodies.index.tolist() == ["board", "new-group", "sub-group"]


def test_a_given_date_comes_first(terms: OrgMap) -> None:
    """A date of the caller's overrides the day of the source."""
    then = as_at(terms, "2003-06")
    assert then.seats["person"].tolist() == ["ann-always", "bob-before", "eve-earlier"]
    assert then.bodies.index.tolist() == ["board", "old-group", "sub-group"]


@pytest.mark.parametrize(
    ("day", "sits"),
    [("2004-01-01", True), ("2005-12-31", True), ("2006-01-01", False), ("2003", False), ("2004", True)],
)
def test_partial_dates(terms: OrgMap, day: str, sits: bool) -> None:
    """A term of 2004 to 2005 holds from the first day of the one year to the last of the other."""
    assert ("cyd-current" in set(as_at(terms, day).seats["person"])) is sits


def test_without_any_date_everything_holds() -> None:
    """A map without a day is whole, ended seats included."""
    made = orgmap(seats=[seat("Board", "Ann Example", until="1999")])
    assert as_at(made) is made
    assert made.as_at is None


def test_what_is_set_aside_is_kept(terms: OrgMap) -> None:
    """Seats not in force and closed bodies, with what replaced them, stay at hand; no seat is lost."""
    now = as_at(terms)
    assert now.not_in_force["person"].tolist() == ["bob-before", "dee-due", "eve-earlier"]
    assert now.closed_bodies["replaced_by"].to_dict() == {"old-group": "new-group"}
    assert sorted([*now.seats.index, *now.not_in_force.index]) == terms.seats.index.tolist()


def test_people_who_left(terms: OrgMap) -> None:
    """Who has no seat left leaves the map; who has another stays."""
    now = as_at(terms)
    assert now.people.index.tolist() == ["ann-always", "bob-before", "cyd-current", "fay-following"]
    assert now.people_aside.index.tolist() == ["dee-due", "eve-earlier"]


def test_a_person_without_seats_stays() -> None:
    """Somebody listed who never had a seat is not taken for one who left."""
    made = orgmap(
        seats=[seat("Board", "Ann Example", until="1999")], people=[{"person": "p1", "name": "Bob Example"}]
    )
    assert as_at(made, "2004").people.index.tolist() == ["p1"]


def test_links_and_issues(terms: OrgMap) -> None:
    """Links that ended or lead to closed bodies go, and so do issues that are over."""
    now = as_at(terms)
    assert now.links["to_body"].tolist() == ["new-group"]
    assert now.issues["issue"].tolist() == ["On"]


def test_nothing_is_part_of_a_closed_body(terms: OrgMap) -> None:
    """A body whose parent has closed stands on its own, as a family of its own."""
    now = as_at(terms)
    assert now.bodies["part_of"].isna().to_dict() == {"board": True, "new-group": False, "sub-group": True}
    assert now.families()["sub-group"] == "sub-group"


def test_the_map_itself_is_not_changed(terms: OrgMap) -> None:
    """The whole map is as it was after a day was asked for."""
    as_at(terms, "2003")
    assert (len(terms.seats), len(terms.bodies), terms.as_at) == (7, 4, None)


def test_a_home_body_that_has_closed() -> None:
    """The title is the home body's name even where the body has closed."""
    made = orgmap(
        about=[{"home_body": "Board"}],
        bodies=[{"body": "Board", "until": "2003"}],
        seats=[seat("Board", "Ann Example"), seat("Forum", "Bob Example")],
    )
    assert as_at(made, "2004").title == "Board"
