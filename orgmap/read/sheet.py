"""A grid by columns: its texts cleaned, each distinct one once, and its merged cells filled downwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

import pandas as pd

from orgmap.read.grid import Grid, clean, column_letter

Texts = list[str | None]


@dataclass(frozen=True)
class Sheet:
    """The cells of a grid: a column of text or None for each of its columns, one row for each line.

    `filled` counts the cells of each row that were filled before merged cells were; the index is the row as
    the file counts it.
    """

    grid: Grid
    cells: pd.DataFrame
    filled: pd.Series[int]

    @property
    def place(self) -> str:
        """The sheet or file, as its owner knows it."""
        return self.grid.place

    def letter(self, column: int) -> str:
        """Return a column's letters as a spreadsheet shows them."""
        return column_letter(self.grid.first_column + column)

    def merged_rows(self, column: int | None) -> set[int]:
        """Return the rows, as the file counts them, that merged cells of a column fill below their first."""
        first = self.grid.first_row
        spans = (cell for cell in self.grid.merged if cell[1] == column)
        return {first + row for top, _, bottom, _ in spans for row in range(top + 1, bottom + 1)}

    def texts(self, position: int) -> Texts:
        """Return the cells of one row by its position, from 0."""
        return list(self.cells.iloc[position])


def sheet_of(grid: Grid) -> Sheet:
    """Return a grid's cells by columns."""
    columns = [_cleaned(column) for column in zip_longest(*grid.rows)]
    index = pd.Index(range(grid.first_row, grid.first_row + len(grid.rows)), dtype="int64", name="row")
    filled = pd.DataFrame(dict(enumerate(columns)), index=index, dtype="object").notna().sum(axis=1)
    _fill_down(columns, grid)
    return Sheet(grid, pd.DataFrame(dict(enumerate(columns)), index=index, dtype="object"), filled)


def _cleaned(cells: Sequence[str | None]) -> Texts:
    cleaned = {text: None if text is None else clean(text) for text in set(cells)}
    return [cleaned[text] for text in cells]


def _fill_down(columns: Sequence[Texts], grid: Grid) -> None:
    """Write the text of each merged cell into all its rows, in its first column."""
    height = len(grid.rows)
    for top, left, bottom, _ in grid.merged:
        if 0 <= top < bottom and 0 <= left < len(columns) and top < height:
            end = min(bottom + 1, height)
            columns[left][top:end] = [text or columns[left][top] for text in columns[left][top:end]]
