"""What the cells of a matrix say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgmap.read.marks import mark_of, says_unknown


@pytest.mark.parametrize("text", ["x", "X", "Y", "yes", "1", "1.0", "✓", "✔", "√", "TRUE", "•", "ü"])
def test_plain_marks(text: str) -> None:
    """A tick, a cross, yes and 1 are one seat of which nothing more is said."""
    mark = mark_of(text)
    assert mark is not None
    assert (mark.seats, mark.facts) == (1, {})


@pytest.mark.parametrize("text", ["0", "0.0", "-", "–", "n", "No", "false", "N/A", ".", ""])
def test_no_seat(text: str) -> None:
    """A nought, a dash and no are no seat."""
    mark = mark_of(text)
    assert mark is not None
    assert mark.seats == 0


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Chair", {"role": "Chair"}),
        ("VC", {"role": "VC"}),
        ("Observer", {"role": "Observer"}),
        ("Vacant", {"status": "Vacant"}),
        ("x (Chair)", {"role": "Chair"}),
        ("Chair (until May 2025)", {"role": "Chair", "until": "May 2025"}),
        ("Chair until May 2025", {"role": "Chair", "until": "May 2025"}),
        ("since 2023; sub", {"since": "2023", "role": "sub"}),
        ("x*", {"note": "x*"}),
        ("May 2023", {"note": "May 2023"}),
    ],
)
def test_marks_that_say_more(text: str, facts: dict[str, str]) -> None:
    """Roles, statuses, terms, dates and signs of footnotes are kept with the seat."""
    mark = mark_of(text)
    assert mark is not None
    assert (mark.seats, mark.facts) == (1, facts)


@pytest.mark.parametrize(("text", "seats"), [("2", 2), ("50", 50), ("51", 1), ("0.5", 1), ("1e9", 1)])
def test_numbers(text: str, seats: int) -> None:
    """A whole number up to 50 is so many seats; any other is one, and is marked as a number."""
    mark = mark_of(text)
    assert mark is not None
    assert (mark.seats, mark.number) == (seats, True)


@pytest.mark.parametrize(
    "text", ["P", "Ann Example", "yes, no", "Chair; Member", "-1", "nan", "inf", "²", "x" * 500]
)
def test_unknown(text: str) -> None:
    """What is no mark, or says two things against each other, is not read as a seat or as none."""
    assert mark_of(text) is None


@pytest.mark.parametrize(
    ("text", "unknown"), [("?", True), ("TBC", True), ("tbc", True), ("x", False), ("P", False)]
)
def test_open_whether(text: str, unknown: bool) -> None:
    """A question mark and "to be confirmed" leave open whether there is a seat."""
    assert says_unknown(text) is unknown


@given(st.text())
def test_any_text(text: str) -> None:
    """Any text is a mark or none, and a mark has a finite number of seats."""
    mark = mark_of(text)
    assert mark is None or 0 <= mark.seats <= 50
