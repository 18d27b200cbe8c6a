"""Tests of what a template holds beside data: explanations and examples are passed over, and nothing else."""

from __future__ import annotations

from orgmap.read.examples import without_examples
from orgmap.read.grid import Grid
from orgmap.vocabulary import TABLE
from orgmap.vocabulary.examples import EXAMPLE_CELLS, EXAMPLES, example_cell

BODY = example_cell("seats", "body")
PERSON = example_cell("seats", "person")


def test_examples_are_of_columns() -> None:
    """Every example stands under a column that there is, and every table has what a row cannot do without."""
    for name, row in EXAMPLES.items():
        assert set(row) <= set(TABLE[name].names)
        assert {column.name for column in TABLE[name].columns if column.required} <= set(row)
    assert set(EXAMPLES) == set(TABLE)


def test_sheets_that_explain_are_left_out() -> None:
    """A sheet called Start here or Read me is no table, and a note says so."""
    grids, problems = without_examples([Grid("sheet Start here", "Start here", [["Hello"]])])
    assert grids == []
    assert [(one.table, one.severity) for one in problems] == [("sheet Start here", "note")]


def test_only_the_example() -> None:
    """Seats that hold nothing but the example are at fault in friendly words; another table is just empty."""
    rows = [["Body", "Person"], [BODY, PERSON], [None, None]]
    grids, problems = without_examples(
        [Grid("sheet Seats", "Seats", rows), Grid("sheet Links", "Links", rows)]
    )
    assert [grid.rows[1] for grid in grids] == [[None, None]] * 2
    assert [(one.table, one.severity, one.row) for one in problems] == [("sheet Seats", "error", None)]
    assert "nothing is filled in yet" in problems[0].message


def test_an_example_half_typed_over() -> None:
    """Cells typed over are kept and the rest of the example is not, with a note of the row."""
    rows = [["Body", "Person"], ["Real Board", PERSON], ["Real Board", "Ann Real"]]
    (grid,), (note,) = without_examples([Grid("sheet Seats", "Seats", rows, first_row=3)])
    assert grid.rows == [["Body", "Person"], ["Real Board", None], ["Real Board", "Ann Real"]]
    assert (note.severity, note.row) == ("note", 4)


def test_other_text_is_left_alone() -> None:
    """Text that only begins like an example is data, and the grid stays as it is."""
    grid = Grid("sheet Seats", "Seats", [["Body", "Note"], ["Board", "e.g. see the minutes"]])
    assert without_examples([grid]) == ([grid], [])
    assert "e.g. see the minutes" not in EXAMPLE_CELLS
