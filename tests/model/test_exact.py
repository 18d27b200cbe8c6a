"""Tests of values and their text: what is made of a cell gives the cell back."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgmap.model.exact import text_of, value_of
from orgmap.vocabulary import TABLE, Column

COLUMNS = (
    TABLE["bodies"].by_name["places"],
    TABLE["bodies"].by_name["hours_per_meeting"],
    TABLE["bodies"].by_name["open"],
    TABLE["bodies"].by_name["also_known_as"],
    TABLE["bodies"].by_name["body"],
    None,
)
TEXTS = st.one_of(
    st.text(min_size=1),
    st.from_regex(r"[0-9]{1,20}(\.[0-9]{0,20})?", fullmatch=True),
    st.from_regex(r"[ab;  ]{1,9}", fullmatch=True),
    st.sampled_from(["yes", "no", "Yes", "1e5", "007", "2.50", "-1", "inf", "nan", "A; B", "A;B"]),
)  # fmt: skip


@given(st.sampled_from(COLUMNS), TEXTS)
def test_a_value_gives_its_text_back(column: Column | None, text: str) -> None:
    """Whatever a cell holds, the text of its value is the text of the cell."""
    assert text_of(value_of(text, column)) == text


@pytest.mark.parametrize(
    ("text", "column", "value"),
    [
        ("12", COLUMNS[0], 12),
        ("2.5", COLUMNS[1], 2.5),
        ("yes", COLUMNS[2], True),
        ("no", COLUMNS[2], False),
        ("A; B", COLUMNS[3], ["A", "B"]),
        ("12", COLUMNS[4], "12"),
        ("12", None, "12"),
        ("007", COLUMNS[0], "007"),
        ("1,200", COLUMNS[0], "1,200"),
    ],
)
def test_values_of_cells(text: str, column: Column | None, value: object) -> None:
    """Numbers, flags and lists are told apart by the column; what would change stays text."""
    found = value_of(text, column)
    assert (type(found), found) == (type(value), value)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, None),
        ("", None),
        (float("nan"), None),
        ([], None),
        ([None, "A", ""], "A"),
        ({}, None),
        (3.0, "3"),
        (True, "yes"),
        (datetime.date(2005, 3, 1), "2005-03-01"),
        (datetime.datetime(2005, 3, 1, 12, 30), "2005-03-01"),  # noqa: DTZ001
        (b"abc", "abc"),
        ({"a": [1]}, '{"a": [1]}'),
    ],
)
def test_texts_of_values(value: object, text: str | None) -> None:
    """A value from any file becomes the text that a CSV file would hold."""
    assert text_of(value) == text
