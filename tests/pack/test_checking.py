"""Tests of a source checked, and of what it holds in a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from orgmap.errors import SEVERITIES
from orgmap.pack.checking import checked, contents
from tests.builders import Record, orgmap, seat
from tests.packs import ANYSHIRE, write_source


@pytest.mark.parametrize(
    ("seats", "said"),
    [
        ([seat("Board", "Ann Example")], "1 body, 1 person and 1 filled seat"),
        ([seat("Board", None, "A"), seat("Board", None, "B")], "1 body, 2 organisations and 2 filled seats"),
        ([seat("Board", None, None, status="vacant")], "1 body and 1 open seat"),
        (
            [seat("Board", "Ann Example", "A"), seat("Forum", "Vacant", "A")],
            "2 bodies, 1 organisation, 1 person, 1 filled seat and 1 open seat",
        ),
    ],
)
def test_contents_in_words(seats: list[Record], said: str) -> None:
    """What there is none of is not named, and one thing is one thing."""
    assert contents(orgmap(seats=seats)) == said


def test_a_large_count_has_its_comma() -> None:
    """Thousands are set apart by a comma."""
    assert contents(orgmap(seats=[seat("Board", None, f"Org {number}") for number in range(1200)])) == (
        "1 body, 1,200 organisations and 1,200 filled seats"
    )


def test_a_sound_source(tmp_path: Path) -> None:
    """A source without errors is told with its warnings and its contents."""
    problems, summary = checked(write_source(tmp_path / "anyshire", ANYSHIRE))
    assert {problem.severity for problem in problems} <= {"warning"}
    assert summary == "Read anyshire: 4 bodies, 4 organisations, 5 people, 10 filled seats and 1 open seat."


def test_a_faulty_source(tmp_path: Path) -> None:
    """Of a source with errors every problem is told, errors first, and not what it holds."""
    seats = [
        seat("Board", "Ann Example", tier="moon"),
        seat(None, "Bob Example"),
        seat("Board", "Cy", role="king"),
    ]  # type: ignore[arg-type]
    problems, summary = checked(write_source(tmp_path / "faulty", {"seats": seats}))
    places = [SEVERITIES.index(problem.severity) for problem in problems]
    assert places == sorted(places)
    assert problems[0].place.startswith("seats.csv, row 3")
    assert summary == "faulty cannot be used until the errors are mended."


def test_a_source_that_is_not_there(tmp_path: Path) -> None:
    """A missing source is one problem, not a fault of the program."""
    problems, _ = checked(tmp_path / "nowhere")
    assert [problem.message for problem in problems] == ["there is no such file or folder."]
