"""Tests of `orgmap.errors`."""

from __future__ import annotations

import pytest

from orgmap.errors import (
    CallInvalid,
    NetworkUnfit,
    OrgmapError,
    OutputFailed,
    Problem,
    Severity,
    SourceInvalid,
    ToolMissing,
)


def test_a_problem_in_one_line() -> None:
    """A problem reads as its place, what is wrong and what to do, as a spreadsheet counts."""
    problem = Problem("seats.csv", 3, "C (From)", "31/02/05", "this is not a day.", "Write 2005-02-28.")
    assert str(problem) == "seats.csv, row 3, column C (From): this is not a day. Write 2005-02-28."


def test_a_problem_of_a_whole_table() -> None:
    """A problem without row, column and hint names the table only."""
    assert str(Problem("sheet Seats", None, None, None, "the sheet is empty.")) == (
        "sheet Seats: the sheet is empty."
    )


def test_errors_stand_before_warnings() -> None:
    """A refused source tells its errors first, and otherwise keeps the order in which they were found."""
    severities: tuple[Severity, ...] = ("warning", "error", "warning", "error")
    found = [
        Problem("a", number, None, None, "m", severity=severity) for number, severity in enumerate(severities)
    ]
    refused = SourceInvalid(found)
    assert [problem.row for problem in refused.problems] == [1, 3, 0, 2]
    assert str(refused).splitlines()[0] == "a, row 1: m"


@pytest.mark.parametrize(
    ("error", "code"),
    [(SourceInvalid, 1), (NetworkUnfit, 2), (CallInvalid, 2), (ToolMissing, 1), (OutputFailed, 1)],
)
def test_exit_codes(error: type[OrgmapError], code: int) -> None:
    """The class says whose mistake it is: 2 for the call, 1 for everything else."""
    assert issubclass(error, OrgmapError)
    assert error.exit_code == code
