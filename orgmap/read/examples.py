"""What a workbook holds for its reader's eye and not as data: explanations, and examples to type over."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from orgmap.errors import Problem
from orgmap.read.grid import Grid
from orgmap.vocabulary import TABLE, normal_header
from orgmap.vocabulary.examples import EXAMPLE_CELLS, NOT_TABLES

_EXPLAINS = "the sheet explains the workbook, and is not read."
_EXAMPLE = "the row holds examples of the template, which are not read."
_UNFILLED = "nothing is filled in yet: there is only the example, which is not read."
_FILL_IT = "Type over it from row 2 on: a row for each seat, with the body and who sits there."


def without_examples(grids: Iterable[Grid]) -> tuple[list[Grid], list[Problem]]:
    """Return grids without sheets that explain and without cells of examples, and what was left out.

    A cell is an example where it holds exactly what the template put there. Only the table of seats is at
    fault where it holds nothing else.
    """
    kept: list[Grid] = []
    problems: list[Problem] = []
    for grid in grids:
        if normal_header(grid.name) in NOT_TABLES:
            problems.append(Problem(grid.place, None, None, None, _EXPLAINS, "", "note"))
            continue
        rows = [number for number, row in enumerate(grid.rows) if not EXAMPLE_CELLS.isdisjoint(row)]
        kept.append(_emptied(grid, rows) if rows else grid)
        problems += _told(kept[-1], rows)
    return kept, problems


def _emptied(grid: Grid, examples: Iterable[int]) -> Grid:
    rows = list(grid.rows)
    for number in examples:
        rows[number] = [None if cell in EXAMPLE_CELLS else cell for cell in rows[number]]
    return replace(grid, rows=rows)


def _told(grid: Grid, examples: list[int]) -> list[Problem]:
    """Return that the table of seats is not filled in, or where examples were passed over among real rows."""
    below = grid.rows[examples[0] :] if examples else []
    if any(cell for row in below for cell in row):
        return [Problem(grid.place, grid.first_row + examples[0], None, None, _EXAMPLE, "", "note")]
    if examples and normal_header(grid.name) == TABLE["seats"].name:
        return [Problem(grid.place, None, None, None, _UNFILLED, _FILL_IT)]
    return []
