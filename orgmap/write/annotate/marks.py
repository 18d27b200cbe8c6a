"""Notes and fills on cells, told apart from the user's own so that they can be taken off again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from orgmap.errors import SEVERITIES, Problem
from orgmap.write.annotate.places import Spot
from orgmap.write.annotate.texts import cells_of, plain

MOST_NOTES = 5_000
"""How many cells of one sheet carry notes; with many more, spreadsheets become slow to open."""
_HEAD = "[orgmap check]"
_MOST_IN_A_NOTE = 10
_FILLS = {"error": "FFFFD9D4", "warning": "FFFFF2C9"}


def unmarked(sheet: Worksheet) -> None:
    """Take off what an earlier run wrote on a sheet: its notes and its fills, and nothing else."""
    for cell in cells_of(sheet):
        if cell.comment is not None and _HEAD in cell.comment.text:
            own = cell.comment.text.partition(_HEAD)[0].rstrip()
            cell.comment = Comment(own, cell.comment.author or "") if own else None
        if cell.has_style and _colour(cell) in _FILLS.values():
            cell.fill = PatternFill()


def mark(sheet: Worksheet, spots: Iterable[Spot]) -> None:
    """Write the problems of a sheet as notes on their cells, and fill the cells of errors and warnings.

    A note that is there already is kept and added to; a cell that has a fill of its own keeps that.
    """
    tops = _tops(sheet)
    by_cell: dict[tuple[int, int], list[Problem]] = {}
    for spot in spots:
        if spot.row is not None:
            place = tops.get((spot.row, spot.column), (spot.row, spot.column))
            by_cell.setdefault(place, []).append(spot.problem)
    for place, problems in list(by_cell.items())[:MOST_NOTES]:
        cell = sheet.cell(*place)
        cell.comment = _note(cell.comment, problems)
        _fill(cell, problems)


def _tops(sheet: Worksheet) -> Mapping[tuple[int, int], tuple[int, int]]:
    """Return, for each cell that a merged cell covers, the cell that holds its text."""
    return {
        (row, column): (area.min_row, area.min_col)
        for area in sheet.merged_cells.ranges
        if area.size["rows"] * area.size["columns"] <= 100_000
        for row, column in area.cells
    }


def _note(own: Any, problems: Sequence[Problem]) -> Comment:
    lines = [_line(problem) for problem in problems[:_MOST_IN_A_NOTE]]
    if len(problems) > _MOST_IN_A_NOTE:
        lines.append(f"... and {len(problems) - _MOST_IN_A_NOTE} more: see the first sheet.")
    before = f"{own.text.rstrip()}\n\n" if own is not None else ""
    text = before + "\n".join([_HEAD, *lines])
    author = own.author if own is not None and own.author else "orgmap"
    rows = sum(1 + len(line) // 45 for line in text.split("\n"))
    return Comment(text[:30_000], author, height=min(40 + 17 * rows, 600), width=340)


def _line(problem: Problem) -> str:
    hint = f" {problem.hint}" if problem.hint else ""
    return plain(f"{problem.severity}: {problem.message}{hint}"[:1_000])


def _fill(cell: Any, problems: Sequence[Problem]) -> None:
    heaviest = min((problem.severity for problem in problems), key=SEVERITIES.index)
    if heaviest in _FILLS and cell.fill.fill_type is None:
        cell.fill = PatternFill("solid", fgColor=_FILLS[heaviest])


def _colour(cell: Any) -> object:
    return cell.fill.fgColor.rgb if cell.fill.fill_type == "solid" else None
