"""Tests of what is no list of seats."""

from __future__ import annotations

import pytest

from tests.read.grids import read_sheets, told

SENTENCE = (
    "The committee considered the report of the director on the new plan, and agreed to note it in full."
)


@pytest.mark.parametrize(
    "text",
    [
        "Organisation | Seats\nTown Council | 4\nPolice | 1 (plus 6 co-optees)",
        "Authority | Representatives\nTown Council | 2\nPolice | up to 3\nTotal | 5",
        "Title of a table |\nPartner | Number of seats | Notes\nTown Council | 4 |\nPolice | 1 | x",
    ],
)
@pytest.mark.parametrize("name", ["Seats", "Joint_Committee"])
def test_counts_of_seats(name: str, text: str) -> None:
    """A table of how many seats each organisation has is refused with what is needed instead."""
    source = read_sheets(**{name: text})
    assert "seats" not in source.tables
    assert "this counts seats, and does not say who holds them." in told(source)["error"][0]


def test_codes_are_no_counts() -> None:
    """People by their code numbers are people."""
    source = read_sheets(Seats="Body | Person\nBoard | 1\nBoard | 2")
    assert "error" not in told(source)


def test_minutes() -> None:
    """Running text is refused as what it is."""
    source = read_sheets(
        Sheet1=f"Minutes of the meeting\nPresent: Ann Example\n{SENTENCE}\n1. {SENTENCE}\n2. {SENTENCE}"
    )
    assert told(source) == {"error": ["sheet Sheet1: this is running text, such as minutes, and not a list."]}


def test_counts_beside_seats() -> None:
    """Beside a table of seats, such a sheet is only not used."""
    source = read_sheets(Seats="Body | Name\nBoard | Ann", Allocation="Organisation | Seats\nPolice | 4")
    assert list(told(source)) == ["warning"]
