"""Where on a workbook each problem belongs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from openpyxl.utils import column_index_from_string

from orgmap.errors import Problem

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
_LETTERS = re.compile(r"([A-Z]{1,3})(?= \(|$)")


@dataclass(frozen=True)
class Spot:
    """A problem with its sheet and cell; `row` is None where it is of the whole sheet."""

    problem: Problem
    sheet: str | None
    row: int | None = None
    column: int = 1

    @property
    def on_a_cell(self) -> bool:
        """Whether there is a cell for it."""
        return self.sheet is not None and self.row is not None


def placed(problems: Iterable[Problem], sheets: Mapping[str, tuple[str, int]]) -> list[Spot]:
    """Return each problem with its place.

    `sheets` gives, for each place as problems call it, the sheet and the first column that holds anything:
    there stands what is said of a row and of no column of it.
    """
    return [_spot(problem, *sheets.get(problem.table, (None, 1))) for problem in problems]


def _spot(problem: Problem, sheet: str | None, first: int) -> Spot:
    if sheet is None or problem.row is None or not 1 <= problem.row <= LAST_ROW:
        return Spot(problem, sheet)
    letters = _LETTERS.match(problem.column or "")
    column = column_index_from_string(letters[1]) if letters else first
    return Spot(problem, sheet, problem.row, min(column, LAST_COLUMN))
