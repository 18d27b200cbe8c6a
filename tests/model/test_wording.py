"""Tests of how findings are worded."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgmap.model.wording import both, counted, joined, listing, percent, plural, verb


@pytest.mark.parametrize(
    ("word", "one", "two"),
    [
        ("seat", "1 seat", "2 seats"),
        ("body", "1 body", "2 bodies"),
        ("person", "1 person", "2 people"),
        ("other person", "1 other person", "2 other people"),
        ("Jobcentre Plus", "1 Jobcentre Plus", "2 Jobcentre Plus"),
    ],
)
def test_counted(word: str, one: str, two: str) -> None:
    """A count has its word in the right number."""
    assert (counted(1, word), counted(2, word)) == (one, two)
    assert counted(1200, "seat") == "1,200 seats"
    assert counted(0, word) == counted(2, word).replace("2", "0")
    assert plural(word, 1) == word


@pytest.mark.parametrize(
    ("one", "many"), [("sits", "sit"), ("is", "are"), ("has", "have"), ("appears", "appear")]
)
def test_verb(one: str, many: str) -> None:
    """A verb has the number that the count asks for."""
    assert (verb(one, 1), verb(one, 2), verb(one, 0)) == (one, many, many)


@pytest.mark.parametrize(
    ("names", "text"),
    [
        ([], ""),
        (["A"], "A"),
        (["A", "B"], "A and B"),
        (["A", "B", "C"], "A, B and C"),
        (["A", "B, of C", "D"], "A; B, of C; and D"),
        (["A", "B and C", "D"], "A; B and C; and D"),
        (["A", "B & C", "D"], "A; B & C; and D"),
        (["A", "B and C"], "“A” and “B and C”"),
        (["A (B and C (D, E))", "F"], "A (B and C (D, E)) and F"),
        (["“A and B”", "C"], "“A and B” and C"),
        (["leads on A and B", "is told of C"], "leads on A and B; and is told of C"),
        (list("ABCDEFGH"), "A, B, C, D, E, F, G and H"),
        (list("ABCDEFGHI"), "A, B, C, D, E, F, G and 2 more"),
    ],
)
def test_listing(names: list[str], text: str) -> None:
    """Names stand as a list in a sentence; beyond eight, how many more there are."""
    assert listing(names) == text


def test_both() -> None:
    """Two names stand in quotes where one could be read as two."""
    assert both("A", "B") == "A and B"
    assert both("Derby, Notts and Lincs", "South East") == "“Derby, Notts and Lincs” and “South East”"
    assert both("A & B", "C and D") == "“A & B” and “C and D”"


@given(st.lists(st.text(st.characters(categories=["L"]), min_size=1), max_size=20), st.integers(2, 9))
def test_a_list_says_how_many(names: list[str], most: int) -> None:
    """What is named and what is counted in a list add up."""
    text = listing(names, most)
    parts = text.replace(" and ", ", ").split(", ") if text else []
    more = [int(part.split()[0]) for part in parts if part.endswith(" more")]
    assert len(parts) - len(more) + sum(more) == len(names)
    assert text == joined(names) or len(names) > most


@pytest.mark.parametrize(
    ("part", "whole", "text"),
    [
        (34, 74, "46 %"),
        (1, 8, "13 %"),
        (0, 5, "0 %"),
        (5, 5, "100 %"),
        (1, 1000, "under 1 %"),
        (999, 1000, "over 99 %"),
        (1, 200, "under 1 %"),
        (1, 3, "33 %"),
    ],
)
def test_percent(part: int, whole: int, text: str) -> None:
    """A share is a whole percentage; only nothing reads as 0 and only all as 100."""
    assert percent(part, whole) == text
