"""Columns of text worked on by their distinct texts, so that each text is looked at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

Numbers = npt.NDArray[np.intp]
Marks = npt.NDArray[np.bool_]


class Numbered(NamedTuple):
    """A column as the number of each row's text, -1 for none, and the texts in order of arrival."""

    numbers: Numbers
    texts: list[str]

    def where(self, kept: Marks) -> Numbered:
        """Return the column with nothing in the rows that are not kept."""
        return Numbered(np.where(kept, self.numbers, -1), self.texts)

    def marks(self, test: Callable[[str], bool]) -> Marks:
        """Tell of each row whether its text passes a test; a row without a text does not."""
        return np.array([*map(test, self.texts), False], dtype=bool)[self.numbers]

    def of(self, rows: Numbers) -> list[Any]:
        """Return the texts of some rows, None for those that have none."""
        texts = [*self.texts, None]
        return [texts[number] for number in self.numbers[rows].tolist()]


class Places:
    """What the rows of each text of a column have in another column, gathered when it is first asked for."""

    def __init__(self, numbers: Numbers, values: pd.Series[Any]) -> None:
        self._numbers = numbers
        self._values = values

    @cached_property
    def _gathered(self) -> tuple[list[int], list[Any]]:
        order = np.argsort(self._numbers, kind="stable")
        ends = np.cumsum(np.bincount(self._numbers + 1)).tolist()
        return ends, self._values.iloc[order].tolist()

    def of(self, number: int) -> list[Any]:
        """Return the values of the rows of one text, in the order of the rows."""
        ends, values = self._gathered
        return values[ends[number] : ends[number + 1]]


def numbered(column: pd.Series[Any]) -> Numbered:
    """Return a column of text with its texts numbered."""
    if column.isna().all():
        return Numbered(np.full(len(column), -1, dtype=np.intp), [])
    numbers, texts = pd.factorize(column)
    return Numbered(numbers.astype(np.intp, copy=False), texts.tolist())


def together(columns: Iterable[Numbers]) -> tuple[Numbers, Numbers]:
    """Return the number of what each row has in all columns, and the first row of each of these numbers."""
    first, *others = columns
    numbers = pd.factorize(first, use_na_sentinel=False)[0]
    for column in others:
        wide = numbers * (int(column.max(initial=-1)) + 2) + column
        numbers = pd.factorize(wide, use_na_sentinel=False)[0]
    return numbers, np.unique(numbers, return_index=True)[1]


def spread(
    values: Sequence[object], numbers: Numbers, index: pd.Index[Any], dtype: str = "str"
) -> pd.Series[Any]:
    """Return a column with the value that stands under the number of each row, nothing for -1."""
    column = pd.Series([*values, None], dtype=dtype).take(numbers)
    column.index = index
    return column


def mapped(column: pd.Series[Any], of: Callable[[str], object]) -> pd.Series[str]:
    """Return what each text of a column stands for, NaN where it stands for nothing; each is asked once."""
    numbers, texts = numbered(column)
    return spread([of(text) for text in texts], numbers, column.index)
