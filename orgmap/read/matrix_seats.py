"""The cells of a matrix as seats, and the columns beside the names under the vocabulary's names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from orgmap.model.wording import counted
from orgmap.read.crossings import Crossing, Crossings
from orgmap.read.guesses import Member, looks_like_organisation, looks_like_person, share
from orgmap.read.headers import column_of
from orgmap.read.marks import Mark, mark_of, says_unknown
from orgmap.read.ties import ENTITIES, Facts, Tie
from orgmap.vocabulary import TABLE

Named = Literal["person", "organisation"]
_PARTS = re.compile(r"[;\n]")
_OF_SEATS = ("since", "until", "note")
"""What is said of a member's seats and not of the member, though the member's table has such a column."""


@dataclass(frozen=True)
class Columns:
    """The columns beside the names, by place: those of seats, those of the table of the names, and others."""

    seats: Mapping[int, str]
    entity: Mapping[int, str]
    extra: tuple[int, ...]

    def own(self, more: Mapping[int, str]) -> Facts:
        """Return what a row says of the entity that it names."""
        return {column: more[place] for place, column in self.entity.items() if place in more}

    def of_seats(self, more: Mapping[int, str]) -> Facts:
        """Return what a row says of all its seats."""
        return {column: more[place] for place, column in self.seats.items() if place in more}

    def extra_frame(self, found: Crossings) -> pd.DataFrame:
        """Return the other columns as written, a row for each row of the file."""
        index = pd.Index([found.row(row) for row, _ in found.down.values()], dtype="int64", name="row")
        cells = {
            _free_header(found, place): [more.get(place) for _, more in found.down.values()]
            for place in self.extra
        }
        return pd.DataFrame(cells, index=index, dtype="object")


def columns_of(found: Crossings, entity: str) -> Columns:
    """Return what the columns beside the names say, where the rows name bodies, people or organisations."""
    seats: dict[int, str] = {}
    own: dict[int, str] = {}
    for place in found.shape.facts:
        column = _column(found.header(place), entity)
        if column is None or column in (*seats.values(), *own.values()):
            continue
        (seats if entity != "body" and _is_of_seats(column, entity) else own)[place] = column
    extra = tuple(place for place in found.shape.facts if place not in seats and place not in own)
    return Columns(seats, own, extra)


def _column(header: str, entity: str) -> str | None:
    """Return the column that a header stands for beside the names of such entities."""
    own = column_of(header, ENTITIES[entity])
    column = own if own or entity == "body" else column_of(header, "seats")
    clashes = ("body", "name", "organisation") if entity == "body" else ("body", "name", entity)
    return None if column in clashes else column


def _is_of_seats(column: str, entity: str) -> bool:
    if column in _OF_SEATS:
        return True
    table = TABLE[ENTITIES[entity]]
    return column in TABLE["seats"].by_name and (column not in table.by_name or entity == "person")


def _free_header(found: Crossings, place: int) -> str:
    """Return the heading of a column, or its letter where it has none or another has the same."""
    header = found.header(place)
    alike = [other for other in found.shape.facts if found.header(other) == header]
    return header if header and alike[0] == place else found.label(place)


def ties_of(found: Crossings, column: Member, down: bool, columns: Columns) -> list[Tie]:
    """Return the seats that the cells of a matrix mark; what the cells say beside a plain mark is said."""
    named = _named(found, column)
    read = {cell.text: _marks(cell.text, column, named) for cell in found.cells}
    shared = {name: columns.of_seats(more) for name, (_, more) in found.down.items()}
    _say_what_marks_mean(found, column, read)
    return list(_ties(found.cells, read, shared if not down else {}, found, down))


def _ties(
    cells: list[Crossing],
    read: Mapping[str, list[Mark]],
    shared: Mapping[str, Facts],
    found: Crossings,
    down: bool,
) -> Iterator[Tie]:
    for cell in cells:
        body, member = (cell.down, cell.across) if down else (cell.across, cell.down)
        for mark in read[cell.text]:
            facts = {**shared.get(cell.down, {}), **mark.facts}
            for _ in range(mark.seats):
                yield Tie(found.row(cell.row), body, member, facts)


def _named(found: Crossings, column: Member) -> Named | None:
    """Return what the cells that are no marks name, where they do: who sits, or for whom the member does."""
    texts = {part for cell in found.cells if mark_of(cell.text) is None for part in _parts(cell.text)}
    names = [text for text in texts if not says_unknown(text) and mark_of(text) is None]
    if column == "organisation":
        return "person" if share(names, looks_like_person) >= 0.5 else None
    return "organisation" if share(names, looks_like_organisation) >= 0.5 else None


def _parts(text: str) -> list[str]:
    return [part for part in (piece.strip() for piece in _PARTS.split(text)) if part]


def _marks(text: str, column: Member, named: Named | None) -> list[Mark]:
    """Return the seats of one cell: none of one that says nothing orgmap knows, several of several names."""
    mark = mark_of(text)
    if mark is not None:
        return [Mark(1, {"note": text})] if mark.number and column == "person" else [mark]
    if named is None:
        return []
    return [mark_of(part) or Mark(1, {named: part}) for part in _parts(text)]


def _say_what_marks_mean(found: Crossings, column: Member, read: Mapping[str, list[Mark]]) -> None:
    unknown: dict[str, list[Crossing]] = defaultdict(list)
    for cell in found.cells:
        if not read[cell.text]:
            unknown[cell.text].append(cell)
    for text, cells in unknown.items():
        _say_unknown(found, text, cells)
    _say_numbers(found, column)
    dated = [cell for cell in found.cells if (mark := mark_of(cell.text)) and mark.dated]
    _say_first(
        found,
        dated,
        "a date",
        "each is read as a seat with the date as its note, since it may be the first day or the last.",
    )


def _say_numbers(found: Crossings, column: Member) -> None:
    numbers = [cell for cell in found.cells if (mark := mark_of(cell.text)) and mark.number]
    meaning = (
        "each is read as so many seats."
        if column == "organisation"
        else "each is read as one seat with the number as its note."
    )
    _say_first(found, numbers, "a number above 1", meaning)


def _say_first(found: Crossings, cells: list[Crossing], what: str, meaning: str) -> None:
    if cells:
        holds = "cell holds" if len(cells) == 1 else "cells hold"
        message = f"{len(cells):,} {holds} {what}; {meaning}"
        found.say("note", message, at=(cells[0].row, cells[0].column))


def _say_unknown(found: Crossings, text: str, cells: list[Crossing]) -> None:
    shown = text if len(text) <= 60 else f"{text[:60]}…"
    more = f" ({counted(len(cells), 'cell')} say so.)" if len(cells) > 1 else ""
    if says_unknown(text):
        message = f"“{shown}” leaves open whether there is a seat; none is read.{more}"
    else:
        message = f"“{shown}” is no mark that orgmap knows; no seat is read.{more}"
    hint = "Write x, or the role held, such as chair or observer; clear the cell where nobody sits."
    found.say("warning", message, hint, (cells[0].row, cells[0].column))
