"""Tests of columns of text worked on by their distinct texts."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgmap.model.distinct import Places, mapped, numbered, spread, together

TEXTS = st.lists(st.sampled_from(["b", "a", "", "é", "a\0b", None]))


@given(texts=TEXTS)
@pytest.mark.parametrize("dtype", ["str", "object"])
def test_numbers_stand_for_texts(dtype: str, texts: list[str | None]) -> None:
    """Texts are numbered in order of arrival, and give the column back; nothing is -1."""
    column = pd.Series(texts, dtype=dtype)
    numbers, distinct = numbered(column)
    assert distinct == list(dict.fromkeys(text for text in texts if text is not None))
    assert (numbers == -1).tolist() == column.isna().tolist()
    assert spread(distinct, numbers, column.index).equals(column.astype("str"))


@given(texts=TEXTS)
def test_every_text_is_asked_once(texts: list[str | None]) -> None:
    """A function is asked of each text once, and never of nothing."""
    asked: list[str] = []
    column = pd.Series(texts, index=range(5, 5 + len(texts)), dtype="str")
    result = mapped(column, lambda text: asked.append(text) or (f"{text}!" if text != "b" else None))
    assert asked == list(dict.fromkeys(text for text in texts if text is not None))
    expected = [None if text in (None, "b") else f"{text}!" for text in texts]
    assert result.equals(pd.Series(expected, index=column.index, dtype="str"))


@given(rows=st.lists(st.tuples(st.integers(-1, 3), st.integers(-1, 2), st.integers(-1, 9))))
def test_rows_alike_in_all_columns_have_one_number(rows: list[tuple[int, int, int]]) -> None:
    """Rows are numbered by what they have in all columns, in order of arrival, with their first row."""
    columns = np.array(rows, dtype=np.intp).reshape(len(rows), 3).T
    numbers, first = together(columns)
    distinct = list(dict.fromkeys(rows))
    assert [distinct[number] for number in numbers.tolist()] == rows
    assert first.tolist() == [rows.index(row) for row in distinct]


@given(texts=TEXTS, data=st.data())
def test_marks_and_masks(texts: list[str | None], data: st.DataObject) -> None:
    """A mark is what a test says of the row's text; a row that is not kept has no text."""
    column = numbered(pd.Series(texts, dtype="str"))
    assert column.marks(lambda text: text > "a").tolist() == [bool(text and text > "a") for text in texts]
    kept = np.array(data.draw(st.lists(st.booleans(), min_size=len(texts), max_size=len(texts))), dtype=bool)
    left = [text if stays else None for text, stays in zip(texts, kept, strict=True)]
    assert column.where(kept).of(np.arange(len(texts))) == left


@given(texts=TEXTS)
def test_places_of_a_text(texts: list[str | None]) -> None:
    """Each text knows the rows that write it, in their order."""
    numbers, distinct = numbered(pd.Series(texts, dtype="str"))
    places = Places(numbers, pd.Series(range(2, 2 + len(texts))))
    for number, text in enumerate(distinct):
        assert places.of(number) == [row for row, other in enumerate(texts, 2) if other == text]
