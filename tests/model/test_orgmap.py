"""Tests of what an OrgMap says of itself: families, areas, labels."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgmap.model import OrgMap
from orgmap.model.labels import FULL, NOTHING, POST, person_labels
from tests.builders import orgmap, seat


def test_families() -> None:
    """A body belongs to the topmost body it is part of, or to the one that its family names."""
    made = orgmap(
        seats=[seat("LSP", "Ann Example")],
        bodies=[
            {"body": "LSP"},
            {"body": "Executive", "part_of": "LSP"},
            {"body": "Task Group", "part_of": "Executive"},
            {"body": "Forum", "family": "lsp"},
            {"body": "Circle", "family": "Arts"},
            {"body": "Guild", "family": "Arts"},
            {"body": "Alone"},
        ],
    )
    assert made.families().to_dict() == {
        "lsp": "lsp",
        "executive": "lsp",
        "task-group": "lsp",
        "forum": "lsp",
        "circle": "circle",
        "guild": "circle",
        "alone": "alone",
    }
    assert made.ancestors("task-group") == ("executive", "lsp")


@pytest.fixture(scope="module")
def places() -> OrgMap:
    """Return a county with two districts, and a health area of half of one and all of a city."""
    return orgmap(
        seats=[seat("Board", "Ann Example")],
        areas=[
            {"area": "County"},
            {"area": "North", "within": "County"},
            {"area": "South", "within": "County"},
            {"area": "Village", "within": "North"},
            {"area": "City"},
            {"area": "Health area"},
        ],
        area_units=[
            {"area": "Health area", "unit": "North", "share": "0.5"},
            {"area": "Health area", "unit": "City"},
        ],
    )


@pytest.mark.parametrize(
    ("one", "other", "overlap", "contains"),
    [
        ("county", "village", True, True),
        ("village", "county", True, False),
        ("north", "south", False, False),
        ("health-area", "county", True, False),
        ("health-area", "south", False, False),
        ("health-area", "village", True, True),
        ("city", "city", True, True),
        ("city", "county", False, False),
    ],
)
def test_areas(places: OrgMap, one: str, other: str, overlap: bool, contains: bool) -> None:
    """Areas overlap where one lies in the other or both take in the same unit; neighbours do not."""
    assert places.geography.overlap(one, other) is overlap
    assert places.geography.overlap(other, one) is overlap
    assert places.geography.contains(one, other) is contains


def test_the_areas_around(places: OrgMap) -> None:
    """An area is followed by those it lies within, the nearest first."""
    assert places.geography.ancestors("village") == ("village", "north", "county")


def test_titles() -> None:
    """The title is the given one, else the home body's name, else a plain word."""
    seats = [seat("Board", "Ann Example")]
    assert orgmap(seats=seats, about=[{"title": "T", "home_body": "Board"}]).title == "T"
    assert orgmap(seats=seats, about=[{"home_body": "Board"}]).title == "Board"
    assert orgmap(seats=seats).title == "Map"


PEOPLE = st.lists(
    st.tuples(
        *[st.one_of(st.none(), st.sampled_from(["A", "A (1)", "B", "Person 2"])) for _ in range(2)],
        st.sampled_from([None, "org"]),
    ),
    max_size=7,
)


@given(rows=PEOPLE, level=st.sampled_from([NOTHING, POST, FULL]))
def test_labels_are_unique(rows: list[tuple[str | None, ...]], level: int) -> None:
    """Whatever the names and posts, everybody has a label and no two have the same."""
    people = pd.DataFrame(rows, columns=["name", "post", "organisation"], dtype="str")
    organisations = pd.DataFrame({"name": ["Org"]}, index=["org"], dtype="str")
    labels = person_labels(people, organisations, level)
    assert labels.notna().all()
    assert labels.is_unique


def test_labels_of_each_level() -> None:
    """A person is the name, else the post and organisation, else a member for it, else a number."""
    people = pd.DataFrame(
        [("Ann", "Chief", "org"), (None, "Chief", "org"), (None, None, "org"), (None, None, None)],
        columns=["name", "post", "organisation"],
        dtype="str",
    )
    organisations = pd.DataFrame({"name": ["Police"]}, index=["org"], dtype="str")
    assert person_labels(people, organisations, FULL).tolist() == [
        "Ann",
        "Chief (Police)",
        "Member for Police",
        "Person 4",
    ]
    assert person_labels(people, organisations, POST).tolist() == [
        "Chief (Police) (1)",
        "Chief (Police) (2)",
        "Member for Police",
        "Person 4",
    ]
    assert person_labels(people, organisations, NOTHING).tolist() == [
        f"Person {number}" for number in (1, 2, 3, 4)
    ]
