"""What can go wrong, and whose mistake it is: the data's, the call's or the machine's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "note"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
"""The heaviest first: what must be mended, what should be looked at, what was done with a cell."""


@dataclass(frozen=True)
class Problem:
    """One fault of a source, placed as a spreadsheet counts: row 1 is the first line of the file."""

    table: str
    row: int | None
    column: str | None
    value: str | None
    message: str
    hint: str = ""
    severity: Severity = "error"

    @property
    def place(self) -> str:
        """Return where the fault is, in words: the sheet or file, its row and its column."""
        parts = [self.table]
        if self.row is not None:
            parts.append(f"row {self.row}")
        if self.column:
            parts.append(f"column {self.column}")
        return ", ".join(parts)

    def __str__(self) -> str:
        """Return the fault as one line: place, message, hint."""
        hint = f" {self.hint}" if self.hint else ""
        return f"{self.place}: {self.message}{hint}"


class OrgmapError(Exception):
    """Any failure that orgmap foresees; `exit_code` is what the command line returns for it."""

    exit_code = 1


class SourceInvalid(OrgmapError):
    """The data are at fault; `problems` holds every fault found, errors first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems, key=lambda problem: SEVERITIES.index(problem.severity)))
        super().__init__("\n".join(str(problem) for problem in self.problems))


class NetworkUnfit(OrgmapError):
    """The network is not of the kind that a measure or a drawing needs, or lacks the name asked for."""

    exit_code = 2


class CallInvalid(OrgmapError):
    """The call is at fault: a name that the map does not know, a form of output that there is not."""

    exit_code = 2


class ToolMissing(OrgmapError):
    """A program or library that this step needs is not on this machine."""


class OutputFailed(OrgmapError):
    """A file could not be written; what was there before is still there."""
