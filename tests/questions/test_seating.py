"""Tests of what chance has no say in: seats that the law requires, and areas that lie apart."""

from __future__ import annotations

from orgmap.model import OrgMap
from orgmap.network import affiliation
from orgmap.questions import QUESTIONS
from orgmap.questions.seating import Seating, seating
from tests.builders import example, orgmap, seat


def settled(places: OrgMap) -> Seating:
    """Return what is settled in a map where organisations are counted."""
    return seating(places, affiliation(places, "organisations"), QUESTIONS["gaps"](places))


def anywhere() -> OrgMap:
    """Return two Welsh boards, one of whose members the law requires, in areas that lie apart."""
    boards = ["East Public Services Board", "West Public Services Board"]
    return orgmap(
        about=[{"title": "Wales", "as_at": "2019-04-01", "nation": "Wales"}],
        seats=[
            seat(boards[0], None, "Natural Resources Wales"),
            seat(boards[0], None, "East Club"),
            seat(boards[1], None, "West Club"),
        ],
        bodies=[
            {"body": board, "kind": "public services board", "area": area}
            for board, area in zip(boards, ("East", "West"), strict=True)
        ],
        organisations=[
            {"organisation": "Natural Resources Wales", "kind": "natural resources body", "area": "All"},
            {"organisation": "East Club", "kind": "charity", "area": "East"},
            {"organisation": "West Club", "kind": "charity", "area": "West"},
            {"organisation": "Nowhere Club"},
        ],
        areas=[{"area": "All"}, {"area": "East", "within": "All"}, {"area": "West", "within": "All"}],
    )


def test_members_that_the_law_requires_are_settled() -> None:
    """A member that the law asks for and that sits there is settled; a club is not, nor who is not there."""
    assert settled(anywhere()).ones == (("body:east-public-services-board", "org:natural-resources-wales"),)


def test_areas_that_lie_apart_make_it_impossible() -> None:
    """Who is in another area cannot sit there; who is in the same, around it or anywhere unknown can."""
    assert settled(anywhere()).zeros == (
        ("body:east-public-services-board", "org:west-club"),
        ("body:west-public-services-board", "org:east-club"),
    )


def test_who_sits_there_all_the_same_was_able_to() -> None:
    """An organisation on a body of another area is no impossibility."""
    places = orgmap(
        seats=[seat("East Board", None, "West Club"), seat("West Board", None, "West Club")],
        bodies=[{"body": "East Board", "area": "East"}, {"body": "West Board", "area": "West"}],
        organisations=[{"organisation": "West Club", "area": "West"}],
        areas=[{"area": "All"}, {"area": "East", "within": "All"}, {"area": "West", "within": "All"}],
    )
    assert settled(places).zeros == ()


def test_what_is_settled_is_told_in_a_sentence() -> None:
    """The note counts both."""
    assert settled(anywhere()).note == (
        "Taken as settled: 1 seat that the law requires, and 2 pairs of a body and an organisation whose "
        "areas lie apart."
    )


def test_nothing_is_settled_where_nothing_is_known() -> None:
    """A bare list settles nothing; an example with law does."""
    assert settled(orgmap(seats=[seat("Board", None, "Club")])) == Seating((), ())
    assert len(settled(example("wales-psb")).ones) > 10
