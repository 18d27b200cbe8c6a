"""What a cell holds, taken apart: the columns of one seat, what goes to its note, and what is doubtful."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from orgmap.model.wording import counted
from orgmap.read.splitting.words import normal

_FIRST = {"person": "{}", "post": "the post {}", "organisation": "the organisation {}"}
_SAID = {
    "post": "{}",
    "role": "{}",
    "organisation": "of {}",
    "on_behalf_of": "on behalf of {}",
    "substitute_for": "in the place of {}",
    "status": "{}",
    "selection": "{}",
    "since": "since {}",
    "until": "until {}",
}
_VOTE = {"yes": "with a vote", "no": "without a vote"}


@dataclass
class Parts:
    """One seat's part of a cell: text by column, what goes to the note, and what is doubtful.

    `asides` go to the note; `deputies` are the names of who stands in for the holder; `shared` names the
    columns that hold for every name in the cell; `dropped` is what only the text as written keeps, such as an
    e-mail address. A seat `apart` has nothing of its row but the body.
    """

    values: dict[str, str] = field(default_factory=dict)
    asides: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    deputies: list[str] = field(default_factory=list)
    shared: set[str] = field(default_factory=set)
    dropped: list[str] = field(default_factory=list)
    apart: bool = False

    def put(self, column: str, text: str) -> None:
        """Set a column; where it is taken by something else, the text goes to the note and is doubtful."""
        if normal(self.values.setdefault(column, text)) != normal(text):
            self.asides.append(text)
            self.doubts.append(f"“{text}” is a second {column.replace('_', ' ')}; it is kept in the note.")

    def absorb(self, other: Parts) -> None:
        """Take over all that another part of the same cell says of the same seat."""
        for column, text in other.values.items():
            self.put(column, text)
        self.asides += other.asides
        self.doubts += other.doubts
        self.deputies += other.deputies
        self.shared |= other.shared
        self.dropped += other.dropped

    def share(self, other: Parts, columns: Iterable[str]) -> None:
        """Fill the columns that are empty here from another seat of the same cell."""
        for column in columns:
            if column in other.values:
                self.values.setdefault(column, other.values[column])

    def __str__(self) -> str:
        """Return the seat as it is told to the user: Jane Smith, chair, of Police."""
        first = next((name for name in _FIRST if name in self.values), "")
        told = [_FIRST[first].format(self.values[first])] if first else []
        rest = (name for name in _SAID if name in self.values and name != first)
        told += [_SAID[name].format(self.values[name]) for name in rest]
        told += [_VOTE[self.values["voting"]]] if "voting" in self.values else []
        told += [f"with the note “{'; '.join(self.asides)}”"] if self.asides else []
        return ", ".join(told)


def told(parts: list[Parts]) -> str:
    """Return what a cell is read as, in words."""
    seats = "; ".join(str(one) for one in parts)
    return seats if len(parts) == 1 else f"{counted(len(parts), 'seat')}: {seats}"
