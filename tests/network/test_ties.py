"""Tests of the arrays of an affiliation network, taken straight from the tables."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmap.errors import SourceInvalid
from orgmap.measures import degree
from orgmap.model import OrgMap, as_at, check, select
from orgmap.network import MODE, Counting, Incidence, affiliation, incidence, incidence_of
from orgmap.read import read
from orgmap.vocabulary import ROLES, TIE_ROLES
from tests.any_tables import ANY_TABLES
from tests.builders import EXAMPLES, Record, orgmap, seat, source

COUNTINGS: list[Counting | None] = [None, *MODE]
ATTRIBUTES = ("mode", "bipartite", "label", "kind", "tier", "sector", "area", "short_name", "list", "url")
MORE = ("family", "open_seats", "statutory", "post", "organisation", "nothing")


def assert_same(one: Incidence, other: Incidence) -> None:
    """Check that two networks have the same nodes, ties and facts in the same order."""
    assert one.nodes == other.nodes
    assert one.bodies.tolist() == other.bodies.tolist()
    assert one.members.tolist() == other.members.tolist()
    for part in ("data", "indices", "indptr"):
        ours, theirs = getattr(one.matrix, part), getattr(other.matrix, part)
        assert ours.dtype == theirs.dtype
        assert ours.tolist() == theirs.tolist()
    assert one.matrix.shape == other.matrix.shape
    for name in (*ATTRIBUTES, *MORE):
        assert one.attribute(name) == other.attribute(name), name


def assert_as_the_graph(made: OrgMap, counting: Counting | None, roles: Iterable[str] = TIE_ROLES) -> None:
    """Check that the tables give what the graph of the same map gives."""
    assert_same(incidence(made, counting, roles), incidence_of(affiliation(made, counting, roles)))


@settings(deadline=None, max_examples=40)
@given(
    tables=ANY_TABLES,
    counting=st.sampled_from(COUNTINGS),
    roles=st.lists(st.sampled_from(ROLES.values)),
    whole=st.booleans(),
)
def test_tables_give_what_the_graph_gives(
    tables: dict[str, list[Record]], counting: Counting | None, roles: list[str], whole: bool
) -> None:
    """Whatever the tables, the arrays are those of the affiliation network, at any date and for any roles."""
    try:
        made = check(source(**{name: rows for name, rows in tables.items() if rows}))
    except SourceInvalid:
        return
    made = made if whole else as_at(made, "2004")
    assert_as_the_graph(made, counting, roles or TIE_ROLES)


PEOPLE = st.sampled_from(["Ann Example", "ann example", "Cllr Ann Example", "J Smith", "Vacant", None])
ORGANISATIONS = st.sampled_from(["Police", "police", "NHS", "Board", None])
SEATS = st.builds(
    seat,
    st.sampled_from(["Board", "Forum", "board"]),
    PEOPLE,
    ORGANISATIONS,
    post=st.sampled_from(["Chief", "chief", "Head", "Head"]),
    role=st.sampled_from(["chair", "member", "observer", None]),
    since=st.sampled_from(["2003", "2006", None]),
)


@settings(deadline=None, max_examples=20)
@given(seats=st.lists(SEATS, min_size=1, max_size=12), counting=st.sampled_from(COUNTINGS))
def test_members_under_several_spellings(seats: list[Record], counting: Counting | None) -> None:
    """Members written in several ways, with several seats and roles, are tied as in the graph."""
    police = {"organisation": "Police", "sector": "police"}
    made = orgmap(seats=seats, organisations=[police], bodies=[{"body": "Board"}, {"body": "Empty"}])
    assert_as_the_graph(made, counting)
    assert_as_the_graph(made, counting, ROLES.values)
    assert_as_the_graph(select(as_at(made, "2004"), bodies=["Board"]), counting)


@pytest.mark.parametrize("name", ["hampshire-2004", "wales-psb", "southern-women"])
@pytest.mark.parametrize("counting", COUNTINGS)
def test_examples(name: str, counting: Counting | None) -> None:
    """The arrays of the examples are those of their affiliation networks."""
    assert_as_the_graph(check(read(EXAMPLES / name)), counting)


def test_what_is_not_known_is_none() -> None:
    """An attribute that no node has is None for all."""
    taken = incidence(orgmap(seats=[seat("Board", "Ann Example", "Police")]), "posts")
    assert taken.nodes == ("body:board",)
    assert taken.attribute("nothing") == [None]
    assert taken.matrix.shape == (1, 0)


def test_a_map_without_seats() -> None:
    """A map of which no seat is left has bodies without members."""
    made = orgmap(seats=[seat("Board", "Ann Example", "Police")])
    empty = incidence(replace(made, seats=made.seats.iloc[:0]), "people")
    assert empty.matrix.shape == (1, 0)
    assert empty.degrees.tolist() == [0]


def test_measures_take_it() -> None:
    """A measure of the arrays is the measure of the graph."""
    made = check(read(EXAMPLES / "hampshire-2004"))
    one, other = degree(incidence(made)), degree(affiliation(made))
    np.testing.assert_array_equal(one.to_numpy(), other.to_numpy())
    assert one.index.tolist() == other.index.tolist()
