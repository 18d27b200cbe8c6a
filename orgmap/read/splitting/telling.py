"""What is said to the user of the cells that were taken apart: notes, and warnings where it is doubtful."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from orgmap.errors import Problem
from orgmap.model.raw import RawTable
from orgmap.read.splitting.parts import Parts, told

_SHOWN = 120


@dataclass(frozen=True)
class Clash:
    """A part of a cell that its row says otherwise in another column."""

    text: str
    column: str
    part: str
    existing: str


@dataclass
class Told:
    """The cells taken apart, each text with its first row, the number of its rows, and what clashed."""

    rows: dict[str, int] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    clashes: dict[Clash, int] = field(default_factory=dict)
    clashed: Counter[Clash] = field(default_factory=Counter)

    def count(self, text: str, row: int, clashes: list[Clash]) -> None:
        """Count one more row of a text."""
        self.rows.setdefault(text, row)
        self.counts[text] += 1
        for clash in clashes:
            self.clashes.setdefault(clash, row)
            self.clashed[clash] += 1

    def problems(self, raw: RawTable, column: str, readings: dict[str, list[Parts]]) -> Iterator[Problem]:
        """Return a note for every text that was taken apart, a warning where that is doubtful or clashes."""
        for text, row in self.rows.items():
            doubts = list(dict.fromkeys(doubt for parts in readings[text] for doubt in parts.doubts))
            message = f"“{_short(text)}” is read as {told(readings[text])}.{_more(self.counts[text])}"
            if doubts:
                yield raw.warning(row, column, text, message, " ".join(doubts))
            else:
                yield raw.note(row, column, text, message)
        for clash, row in self.clashes.items():
            yield _clash(raw, column, row, clash, self.clashed[clash])


def _clash(raw: RawTable, column: str, row: int, clash: Clash, count: int) -> Problem:
    other = clash.column.replace("_", " ")
    message = (
        f"“{_short(clash.part)}” is not what the row has as its {other}, “{_short(clash.existing)}”; "
        f"that is kept, and the other is put in the note.{_more(count)}"
    )
    return raw.warning(
        row,
        column,
        clash.text,
        message,
        f"If “{_short(clash.part)}” is right, put it in the column {clash.column}.",
    )


def _more(count: int) -> str:
    if count == 1:
        return ""
    return " (So is 1 more row.)" if count == 2 else f" (So are {count - 1:,} more rows.)"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"
