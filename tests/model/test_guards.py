"""Tests of guarded text: no spreadsheet takes it for a formula, and it is read as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgmap.model.guards import guarded, unguarded


@given(st.one_of(st.text(), st.from_regex(r"'{0,3}[=+\-@\t\ra'].{0,3}", fullmatch=True)))
def test_any_text_is_read_as_it_was(text: str) -> None:
    """Guarded text begins like no formula, and without its guard it is the text that was there."""
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t", "\r"))
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("text", ["", "Board", "'tis", "''", "O'Neil", "007"])
def test_plain_text_is_left_alone(text: str) -> None:
    """Text that no spreadsheet mistakes is the same with and without its guard."""
    assert guarded(text) == text == unguarded(text)
