"""Tests of finding bodies, organisations and people by what a user calls them."""

from __future__ import annotations

import re

import pytest

from orgmap.errors import CallInvalid
from orgmap.model import OrgMap, withhold
from orgmap.model.naming import Called, find_called, find_organisation
from tests.builders import orgmap, seat

CODES = {"body": "body:", "organisation": "org:", "person": "person:"}


@pytest.fixture(scope="module")
def named() -> OrgMap:
    """Return a map whose names are alike across kinds."""
    return orgmap(
        bodies=[
            {"body": "Anyshire Partnership", "short_name": "AP", "also_known_as": "The Partnership; LSP"},
            {"body": "Anyshire Council", "organisation": "Anyshire Council"},
            {"body": "Harbour Forum"},
        ],
        organisations=[
            {"organisation": "Anyshire Council", "short_name": "AC"},
            {"id": "harbour", "organisation": "Harbour Forum"},
            {"organisation": "Police", "also_known_as": "The Force"},
        ],
        people=[
            {"person": "p1", "name": "Ann Example", "organisation": "Police", "post": "Commander"},
            {"person": "p2", "name": "Bob Example", "organisation": "Police", "post": "Inspector"},
            {"person": "p3", "name": "Cyd Example", "organisation": "Anyshire Council", "post": "Inspector"},
        ],
        seats=[seat("Anyshire Partnership", person) for person in ("p1", "p2", "p3")],
    )


@pytest.mark.parametrize(
    ("name", "kind", "entity"),
    [
        ("anyshire  PARTNERSHIP", "body", "anyshire-partnership"),
        ("AP", "body", "anyshire-partnership"),
        ("lsp", "body", "anyshire-partnership"),
        ("anyshire-partnership", "body", "anyshire-partnership"),
        ("AC", "organisation", "anyshire-council"),
        ("The Force", "organisation", "police"),
        ("Ann Example", "person", "p1"),
        ("Cllr Ann Example MBE", "person", "p1"),
        ("commander", "person", "p1"),
        ("p1", "person", "p1"),
        ("person:p1", "person", "p1"),
    ],
)
def test_every_name(name: str, kind: str, entity: str, named: OrgMap) -> None:
    """A name, short name, other name, post or id is found, however it is written."""
    assert find_called(named, name, CODES) == Called(kind, entity)


def test_a_body_that_is_an_organisation(named: OrgMap) -> None:
    """A body that is also an organisation is taken as the organisation; its code is the body."""
    for name in ("Anyshire Council", "anyshire-council"):
        assert find_called(named, name, CODES) == Called("organisation", "anyshire-council")
    assert find_called(named, "body:anyshire-council", CODES) == Called("body", "anyshire-council")


def test_several_of_one_name(named: OrgMap) -> None:
    """A name of several is refused with the codes, each of which is then found."""
    with pytest.raises(CallInvalid) as refused:
        find_called(named, "Harbour Forum", CODES)
    assert str(refused.value) == (
        "“Harbour Forum” may be any of body:harbour-forum and org:harbour; use one of these codes."
    )
    for code in re.findall(r"\w+:[\w-]+", str(refused.value)):
        assert CODES[find_called(named, code, CODES).kind] + find_called(named, code, CODES).id == code
    with pytest.raises(CallInvalid, match="person:p2 and person:p3"):
        find_called(named, "Inspector", CODES)


def test_nobody_of_that_name(named: OrgMap) -> None:
    """A name that is not known is refused with the nearest."""
    with pytest.raises(
        CallInvalid, match=r"^no body, organisation or person is called “Polise”. Did you mean Police\?$"
    ):
        find_called(named, "Polise", CODES)


def test_a_name_that_is_not_shown(named: OrgMap) -> None:
    """A person whose name is withheld cannot be found by it, nor is it given away; it says how to show it."""
    with pytest.raises(CallInvalid) as refused:
        find_called(withhold(named, "posts"), "Ann Example", CODES)
    assert "--names full" in str(refused.value)
    assert str(refused.value).count("Ann") == 1
    assert find_called(withhold(named, "full"), "Ann Example", CODES).id == "p1"


def test_find_organisation(named: OrgMap) -> None:
    """An organisation is found among organisations only, and its codes are plain."""
    assert find_organisation(named, "harbour forum") == "harbour"
    with pytest.raises(CallInvalid, match=r"^no organisation is called “Anyshire Partnership”\.( Did|$)"):
        find_organisation(named, "Anyshire Partnership")


def test_names_of_marks_only() -> None:
    """Names without a letter are told apart."""
    made = orgmap(seats=[seat("…", None, "!!!"), seat("<>", None, "!?!")])
    assert find_called(made, "!!!", CODES).kind == "organisation"
    assert len({find_called(made, name, CODES) for name in ("…", "<>", "!!!", "!?!")}) == 4
