"""Tests of how areas lie to one another, by the smallest units known of each."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmap.model.areas import Areas
from tests.builders import Record, orgmap, seat

AREAS = [
    {"area": "Region"},
    {"area": "County", "within": "Region"},
    {"area": "City", "within": "Region"},
    {"area": "North", "within": "County"},
    {"area": "South", "within": "County"},
    {"area": "West", "within": "County"},
    {"area": "Village", "within": "North"},
    {"area": "Force", "within": "Region"},
    {"area": "Nowhere"},
]
UNITS = [
    ("Force", "County", None),
    ("Force", "City", None),
    ("Trust", "North", None),
    ("Trust", "South", "0.5"),
    ("Clinic", "South", "0.5"),
    ("Clinic", "West", None),
    ("Hospital", "South", "0.6"),
    ("Agency", "North", None),
    ("Agency", "South", None),
    ("Agency", "West", None),
    ("School", "West", None),
]


def geography(areas: list[Record], units: list[tuple[str, str, str | None]]) -> Areas:
    """Return areas with what the table of units says they take in."""
    rows = [{"area": area, "unit": unit, "share": share} for area, unit, share in units]
    return orgmap(seats=[seat("Board", "Ann Example")], areas=areas, area_units=rows).geography


@pytest.fixture(scope="module")
def places() -> Areas:
    """Return a region of a county of three districts and a city, and areas that cut across them."""
    return geography(AREAS, UNITS)


@pytest.mark.parametrize(
    ("one", "other", "relation", "back"),
    [
        ("county", "county", "same area", "same area"),
        ("agency", "county", "same area", "same area"),
        ("school", "west", "same area", "same area"),
        ("north", "county", "inside", "contains"),
        ("village", "north", "inside", "contains"),
        ("village", "trust", "inside", "contains"),
        ("force", "region", "inside", "contains"),
        ("trust", "county", "inside", "contains"),
        ("trust", "south", "cuts across", "cuts across"),
        ("trust", "clinic", "not known", "not known"),
        ("hospital", "trust", "cuts across", "cuts across"),
        ("hospital", "south", "inside", "contains"),
        ("north", "south", "apart", "apart"),
        ("city", "county", "apart", "apart"),
        ("nowhere", "county", "not known", "not known"),
        ("nowhere", "nowhere", "same area", "same area"),
    ],
)
def test_relations(places: Areas, one: str, other: str, relation: str, back: str) -> None:
    """Areas are the same, inside, around, across or apart by their units, or it is not known."""
    assert places.relation(one, other) == relation
    assert places.relation(other, one) == back


def test_the_smallest_units(places: Areas) -> None:
    """An area is taken apart down to what has no parts, and what is left of North is its own unit."""
    assert dict(places.units("trust")) == {"north": 1.0, "village": 1.0, "south": 0.5}
    assert dict(places.units("county")) == {"north": 1.0, "village": 1.0, "south": 1.0, "west": 1.0}
    assert dict(places.units("nowhere")) == {"nowhere": 1.0}


def test_a_comparison_counts_units(places: Areas) -> None:
    """A comparison counts the units of both, those taken in whole and those taken in part."""
    made = places.compare("trust", "county")
    assert (made.units, made.other_units, made.shared, made.whole, made.split) == (3, 4, 3, 2, 1)
    apart = places.compare("north", "south")
    assert (apart.units, apart.other_units, apart.shared) == (2, 1, 0)


def test_shares_are_summed_once() -> None:
    """Two halves through two parts are the whole, the same half told twice is a half, and all is the most."""
    units = [("A", "X", "0.5"), ("B", "X", "0.5"), ("Both", "A", None), ("Both", "B", None)]
    again = [("Twice", "X", "0.5"), ("Twice", "X", "0.4"), ("More", "A", None), ("More", "X", "0.9")]
    found = geography([], [*units, *again])
    assert dict(found.units("both")) == {"x": 1.0}
    assert dict(found.units("twice")) == {"x": 0.5}
    assert dict(found.units("more")) == {"x": 1.0}


def test_a_unit_told_both_ways() -> None:
    """What the table of units says of a share counts before what lies within what."""
    found = geography(
        [{"area": "X", "within": "A"}, {"area": "Y", "within": "A"}],
        [("A", "X", "0.25"), ("A", "Y", "0"), ("B", "X", None)],
    )
    assert dict(found.units("a")) == {"x": 0.25}
    assert found.relation("a", "b") == "inside"
    assert not found.overlap("a", "y")


def test_areas_in_a_circle() -> None:
    """Areas made of one another are the same area, and a circle has an end."""
    found = geography([], [("A", "B", None), ("B", "C", None), ("C", "A", None), ("D", "A", "0.5")])
    assert found.relation("a", "b") == found.relation("c", "a") == "same area"
    assert found.relation("d", "b") == "inside"


LETTERS = st.sampled_from("ABCDEF")
ROWS = st.lists(
    st.tuples(LETTERS, LETTERS, st.sampled_from([None, "0", "0.5", "1"])).filter(
        lambda row: row[0] != row[1]
    ),
    max_size=12,
)
OPPOSITE = {"inside": "contains", "contains": "inside"}


@settings(max_examples=50)
@given(units=ROWS, within=st.lists(st.integers(min_value=0, max_value=5), min_size=6, max_size=6))
def test_any_units(units: list[tuple[str, str, str | None]], within: list[int]) -> None:
    """Whatever areas are made of, shares are parts, counts add up, and both sides tell the same of a pair."""
    areas = [
        {"area": letter, "within": "ABCDEF"[above] if above < place else None}
        for place, (letter, above) in enumerate(zip("ABCDEF", within, strict=True))
    ]
    found = geography(areas, units)
    for one in "abcdef":
        assert all(0 < share <= 1 for share in found.units(one).values())
        for other in "abcdef":
            made = found.compare(one, other)
            back = found.relation(other, one)
            assert made.relation == OPPOSITE.get(back, back)
            assert made.shared <= min(made.units, made.other_units)
            if made.relation in ("inside", "contains", "cuts across"):
                assert made.shared
            if made.relation == "apart":
                assert not made.shared
