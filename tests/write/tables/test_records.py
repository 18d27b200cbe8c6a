"""Tests of the JSON file of tables."""

from __future__ import annotations

import json

from orgmap.write.tables import tables_json
from tests.tabled import tables_of


def test_records_hold_values() -> None:
    """Numbers, flags and lists are what they are in JSON, and null stands where nothing is known."""
    tables = tables_of(
        seats=[{"body": "Board", "voting": "yes", "person": None}],
        bodies=[{"body": "Board", "places": "12", "hours_per_meeting": "2.5", "also_known_as": "A; B"}],
    )
    assert json.loads(tables_json(tables, "Map")) == {
        "title": "Map",
        "tables": {
            "seats": [{"body": "Board", "person": None, "voting": True}],
            "bodies": [
                {"body": "Board", "places": 12, "hours_per_meeting": 2.5, "also_known_as": ["A", "B"]}
            ],
        },
    }


def test_letters_stay_letters() -> None:
    """The file is UTF-8 with letters as they are, and half a letter does not break it."""
    content = tables_json(tables_of(seats=[{"body": "Ŵ\ud800", "person": "A"}]), "Map")
    assert "Ŵ?" in content.decode("utf-8")
