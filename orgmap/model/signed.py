"""A table of protocols or agreements that sheets of a checklist are written into, each at its own rows."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from orgmap.errors import CallInvalid, Problem
from orgmap.model.agreements import ALIVE
from orgmap.model.blot import INSTEAD
from orgmap.model.naming import find_body
from orgmap.model.orgmap import OrgMap
from orgmap.model.raw import RawTable

Sides = tuple[tuple[str, ...], ...]
Record = dict[str, Any]
BODIES = {"protocols": ("body_a", "body_b"), "agreements": ("body",)}


@dataclass(frozen=True)
class Called:
    """What tells protocols of the same bodies apart: name and issue, and what the whole sheet is called."""

    protocol: str
    issue: str
    title: str


@dataclass(frozen=True)
class Sheet:
    """One sheet of a checklist: where it stands, what it is of, and what it says; None empties a cell."""

    raw: RawTable
    row: int
    called: Called
    sides: Sides
    said: Mapping[str, str | None]

    @property
    def name(self) -> str:
        """The name of the protocol: its own, or where one serves several pairs what the sheet is called."""
        return self.called.protocol or (self.called.title if len(self.sides) > 1 else "")


class Names:
    """The bodies of a map by what a checklist calls them."""

    def __init__(self, orgmap: OrgMap) -> None:
        self._map = orgmap
        self._found: dict[str, str | CallInvalid] = {str(body): str(body) for body in orgmap.bodies.index}

    def id_of(self, text: str) -> str | None:
        """Return the id of the body, None where there is none or there are several."""
        found = self._look(text)
        return found if isinstance(found, str) else None

    def fault(self, text: str) -> tuple[str, str]:
        """Return what is wrong with a name that no one body has, and what may be meant."""
        message, guessed, guess = str(self._look(text)).partition(" Did you mean ")
        return (
            message,
            guessed.lstrip() + guess or "Use the name or the code that the body has in the source.",
        )

    def _look(self, text: str) -> str | CallInvalid:
        if text not in self._found:
            try:
                self._found[text] = find_body(self._map, text)
            except CallInvalid as fault:
                self._found[text] = fault
        return self._found[text]


class Register:
    """The rows of a table, found by their bodies; `problems` are faults, and notes of what was changed."""

    def __init__(self, name: str, table: pd.DataFrame) -> None:
        self.problems: list[Problem] = []
        self.new = self.changed = 0
        self._table = table
        self._bodies = BODIES[name]
        self._records: list[Record] = [
            {str(column): cell for column, cell in record.items()} for record in table.to_dict("records")
        ]
        self._used: set[int] = set()
        self._at: dict[frozenset[str], list[int]] = defaultdict(list)
        for place, record in enumerate(self._records):
            self._at[frozenset(_text(record[body]) for body in self._bodies)].append(place)

    def table(self) -> pd.DataFrame:
        """Return the table as it is now; rows that no row of the source stands behind have none."""
        if not self.new and not self.changed:
            return self._table
        types = {name: kind for name, kind in self._table.dtypes.items() if name != "row"}
        return pd.DataFrame(self._records, columns=self._table.columns).astype(types)

    def take(self, sheet: Sheet) -> None:
        """Write what a sheet says into each row that it is of, and add the rows that there are not."""
        before = len(self._records)
        places = [self._place(sheet, side) for side in sheet.sides]
        if None in places:
            self.problems.append(
                sheet.raw.problem(
                    sheet.row, None, None, "an earlier row is of the same bodies, protocol and issue.",
                    "Keep one of the rows.",
                )
            )  # fmt: skip
            return
        changes = [self._write(sheet, place) for place in places if place is not None]
        if len(self._records) > before:
            self.new += 1
        elif any(changes):
            self.changed += 1

    def _place(self, sheet: Sheet, side: tuple[str, ...]) -> int | None:
        """Return the row that a sheet is of, a new one where there is none; None where that row is taken."""
        near = self._at[frozenset(side)]
        exact = [place for place in near if self._is_called(sheet, self._records[place])]
        found = exact or list(self._nearly(sheet, near))
        if not found:
            return self._added(side)
        place = next((one for one in found if one not in self._used), None)
        if place is not None:
            self._used.add(place)
        return place

    def _is_called(self, sheet: Sheet, record: Record) -> bool:
        protocol, issue = _text(record.get("protocol")), _text(record.get("issue"))
        named = alike(protocol, sheet.called.protocol) or protocol == sheet.name
        return named and alike(issue, sheet.called.issue)

    def _nearly(self, sheet: Sheet, near: list[int]) -> Iterator[int]:
        """Yield the rows that wait for a protocol, else the one there is where the sheet has no name."""
        free = [place for place in near if place not in self._used]
        waiting = [place for place in free if self._records[place]["status"] not in ALIVE]
        nameless = not sheet.called.protocol and not sheet.called.issue
        yield from waiting or (free if nameless and len(near) == 1 else [])

    def _added(self, side: tuple[str, ...]) -> int:
        place = len(self._records)
        self._records.append(
            {str(column): float("nan") for column in self._table.columns}
            | dict(zip(self._bodies, side, strict=True))
        )
        self._at[frozenset(side)].append(place)
        self._used.add(place)
        return place

    def _write(self, sheet: Sheet, place: int) -> bool:
        """Write what a sheet says into a row, and tell whether anything is different now."""
        record = self._records[place]
        names = {"protocol": sheet.name, "issue": sheet.called.issue}
        unnamed = {column: text for column, text in names.items() if column in record and text}
        said: dict[str, str | None] = {
            column: text for column, text in unnamed.items() if not _text(record[column])
        }
        said |= sheet.said
        changes = [self._written(sheet, record, column, text) for column, text in said.items()]
        return any(changes)

    def _written(self, sheet: Sheet, record: Record, column: str, text: str | None) -> bool:
        old = _text(record[column])
        if alike(old, text or ""):
            return False
        if text and INSTEAD in text:
            self._note(sheet, column, text, "a name in it is withheld, so the cell is not used.")
            return False
        if old:
            done = f"{text} is used" if text else "that is taken out"
            said = f"this file {text}" if text else "this file that it is not said"
            self._note(sheet, column, text, f"the source says {old}, {said}; {done}.")
        record[column] = text or float("nan")
        return True

    def _note(self, sheet: Sheet, column: str, text: str | None, message: str) -> None:
        self.problems.append(sheet.raw.note(sheet.row, column, text, message))


def alike(own: str, told: str) -> bool:
    """Tell whether a text of the source is what a checklist tells, in which names may be withheld."""
    if INSTEAD not in told:
        return own == told
    return bool(re.fullmatch(".+".join(map(re.escape, told.split(INSTEAD))), own, re.DOTALL))


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
