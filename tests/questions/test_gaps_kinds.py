"""Tests of what the names of organisations tell of whom the law asks for: one body by name, and councils."""

from __future__ import annotations

import pytest

from orgmap.model import OrgMap
from orgmap.model.law import law
from orgmap.questions import gaps
from orgmap.questions.gaps.kinds import is_another, kind_in, nations_of
from orgmap.vocabulary.kind_words import NAMED_MEMBERS, NATION_NAMES
from orgmap.vocabulary.kinds import ORGANISATION_KINDS
from orgmap.vocabulary.states import NATIONS
from tests.builders import lists

BOARD = "Strathinvent Community Planning Partnership"
SEPA = "the Scottish Environment Protection Agency"
ENGLAND, SCOTLAND, WALES = (frozenset([nation]) for nation in ("England", "Scotland", "Wales"))


def states(*organisations: str, nation: str | None = None) -> dict[str, str]:
    """Return what is told of each member that the law asks for on a Scottish partnership of these."""
    about = [{"nation": nation}] if nation else []
    made = lists({BOARD: organisations}, bodies=[{"body": BOARD, "list": "complete"}], about=about)
    table = gaps(made).table
    return dict(zip(table["who"], table["state"], strict=True))


@pytest.mark.parametrize("nation", [None, "Scotland"])
@pytest.mark.parametrize("name", ["Scottish Environment Protection Agency", "SEPA", "S.E.P.A."])
def test_one_body_is_told_by_its_name(name: str, nation: str | None) -> None:
    """An organisation of the very name, or of its usual abbreviation, is the one that the law asks for."""
    told = states(name, "Strathinvent Council", "Strathinvent College", nation=nation)
    assert told[SEPA] == "there"


@pytest.mark.parametrize(
    "name", ["Strathinvent Council", "Strathinvent College", "NHS Strathinvent", "Strathinvent Widgets"]
)
def test_another_name_is_not_that_body(name: str) -> None:
    """Where only others sit, one body asked for by its name is missing, not left open by them."""
    told = states(name)
    names = {SEPA, "VisitScotland", "NatureScot", "Historic Environment Scotland", "sportscotland"}
    assert {told[one] for one in names} == {"missing"}


def test_a_slip_in_the_name_leaves_it_open() -> None:
    """A name that may be the one asked for, a letter apart, is not taken for another."""
    told = states("Historic Envrionment Scotland")
    assert told["Historic Environment Scotland"] == "cannot be told"
    assert told["VisitScotland"] == "missing"


def test_what_a_name_does_not_tell_stays_open() -> None:
    """An organisation of no telling name may be one of those that the law asks for by kind."""
    told = states("Strathinvent Widgets")
    assert told["the integration joint board"] == "cannot be told"
    assert states("Strathinvent College")["a regional college or its strategic body"] == "cannot be told"


@pytest.mark.parametrize(
    ("name", "nations", "kind"),
    [
        ("Strathinvent Council", SCOTLAND, "unitary council"),
        ("The Highland Council", SCOTLAND, "unitary council"),
        ("Comhairle nan Eilean Siar", SCOTLAND, "unitary council"),
        ("Cardiff Council", WALES, "unitary council"),
        ("Cyngor Gwynedd", SCOTLAND | WALES, "unitary council"),
        ("Cyngor Tref Anytown", WALES, None),
        ("Strathinvent Community Council", SCOTLAND, None),
        ("Anytown Town Council", WALES, None),
        ("Scottish Funding Council", SCOTLAND, None),
        ("Scottish Sports Council", SCOTLAND, "sports council"),
        ("Northam Council", ENGLAND, None),
        ("Northam Council", ENGLAND | WALES, None),
        ("SDS", SCOTLAND, "skills agency"),
        ("SDS", ENGLAND, None),
        ("SDS", SCOTLAND | WALES, None),
        ("NRW", WALES, "natural resources body"),
    ],
)
def test_kinds_as_names_go_in_a_nation(name: str, nations: frozenset[str], kind: str | None) -> None:
    """Where there is one tier, a council is that of its area; short names are those of the nation."""
    assert kind_in(name, None, nations) == kind


def test_a_kind_that_is_given_stands() -> None:
    """What the file says of an organisation is not made another by its name."""
    assert kind_in("Strathinvent Council", "charity", SCOTLAND) == "charity"


def test_the_council_of_the_area_is_there() -> None:
    """In Scotland the council is the local authority, though the file does not say so."""
    assert states("Strathinvent Council", "Strathinvent Community Council")["the council"] == "there"


def test_the_nations_of_a_map() -> None:
    """The nation is the one said, else one that has all kinds of body on the map."""
    made: OrgMap = lists({"Board": ["Police"]})
    assert nations_of(made, ["panel"]) == frozenset(NATIONS.values)
    assert nations_of(made, ["community planning partnership", "panel"]) == SCOTLAND
    assert nations_of(made, ["community safety partnership", "public services board"]) == WALES
    said = lists({"Board": ["Police"]}, about=[{"nation": "England"}])
    assert nations_of(said, ["community planning partnership"]) == ENGLAND


def test_kinds_that_the_user_made_stay_open() -> None:
    """A council may be of a kind that only the user's own table knows; it is no police force."""
    assert not is_another("Northam Council", frozenset(["town council"]), ())
    assert is_another("Northam Council", frozenset(["police"]), ())
    assert not is_another("Northam Council", frozenset(["district council"]), ())
    assert not is_another("Northam Council", frozenset(["police", "other"]), ())


def test_the_names_are_of_members_in_law() -> None:
    """Every member that is told by name is one that some law asks for; every short name has a known kind."""
    members = {one.member for file in law() for one in file.requirements}
    assert members.issuperset(NAMED_MEMBERS)
    kinds = {kind for names in NATION_NAMES.values() for kind in names.values()}
    assert kinds <= set(ORGANISATION_KINDS.values)
