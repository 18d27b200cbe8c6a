"""Tests of how many hours a year a seat on each body takes."""

from __future__ import annotations

import pytest

from orgmap.model.hours import hours_per_seat
from tests.builders import orgmap, seat


@pytest.mark.parametrize(
    ("facts", "hours", "preparation_known"),
    [
        ({"meetings_per_year": "4", "hours_per_meeting": "2", "preparation_hours": "1.5"}, 14, True),
        ({"meetings_per_year": "4", "hours_per_meeting": "2"}, 8, False),
        ({"meetings_per_year": "4", "preparation_hours": "1"}, None, True),
        ({"hours_per_meeting": "2"}, None, False),
        ({"meetings_per_year": "0", "hours_per_meeting": "2", "preparation_hours": "0"}, 0, True),
    ],
)
def test_hours_of_a_seat(facts: dict[str, str], hours: float | None, preparation_known: bool) -> None:
    """Hours are meetings times their length with preparation, and not known where either is not known."""
    row = hours_per_seat(
        orgmap(seats=[seat("Board", "Ann Example")], bodies=[{"body": "Board", **facts}])
    ).loc["board"]
    assert (None if row["hours"] != row["hours"] else row["hours"]) == hours
    assert row["preparation_known"] == preparation_known
