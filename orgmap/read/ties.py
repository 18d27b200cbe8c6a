"""Two lists of names with ties between them, made into raw tables."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeVar

import pandas as pd

from orgmap.errors import Problem
from orgmap.matching import normal
from orgmap.model.raw import RawTable, Source
from orgmap.model.wording import counted, listing, plural, verb
from orgmap.vocabulary import TABLE

Key = TypeVar("Key", bound=Hashable)
MOST_SEATS = 50
"""A number of ties between two names up to this is read as so many seats."""
ENTITIES: dict[str, str] = {"body": "bodies", "organisation": "organisations", "person": "people"}
Facts = Mapping[str, str]
Column = Literal["person", "organisation", "post"]
"""What members may be, by their column of seats."""


@dataclass(frozen=True)
class Entity:
    """A body or a member: the row that names it, and what the source says of it under its table's columns."""

    row: int
    facts: Facts = field(default_factory=dict)


@dataclass(frozen=True)
class Tie:
    """One seat: its row, the body, the member, and what else is known under the columns of seats."""

    row: int
    body: str
    member: str
    facts: Facts = field(default_factory=dict)


@dataclass(frozen=True)
class TwoLists:
    """Bodies and members by name, and the ties between them; `column` says what the members are."""

    place: str
    column: Column
    bodies: Mapping[str, Entity]
    members: Mapping[str, Entity]
    ties: Sequence[Tie]
    headers: dict[str, str] = field(default_factory=dict)
    unused: tuple[str, ...] = ()
    extra: pd.DataFrame = field(default_factory=pd.DataFrame)

    @property
    def size(self) -> str:
        """The size in words: 26 people x 15 bodies."""
        return f"{counted(len(self.members), self.column)} x {counted(len(self.bodies), 'body')}"

    @property
    def keeps_members(self) -> bool:
        """Whether the members have a table: organisations, and people of whom more than the name is known."""
        return self.column == "organisation" or any(member.facts for member in self.members.values())


def source_of(
    name: str, form: str, reading: str, lists: TwoLists, problems: Iterable[Problem] = ()
) -> Source:
    """Return the source that two lists make: seats, bodies, organisations, and people where more is known."""
    seats = RawTable(
        "seats", lists.place, _seats_frame(lists), dict(lists.headers), lists.unused, lists.extra
    )
    found = {"bodies": _entity_table("body", lists.bodies, lists.place)}
    if lists.keeps_members:
        found[ENTITIES[lists.column]] = _entity_table(lists.column, lists.members, lists.place)
    said = [*problems, *_idle(lists, seats)]
    return Source(name, {"seats": seats, **found}, tuple(said), form, reading)


def number_facts(value: float) -> tuple[int, Facts]:
    """Return how many seats a number of ties stands for, and the note that keeps it where it is no count."""
    if value.is_integer() and 1 <= value <= MOST_SEATS:
        return int(value), {}
    return 1, {"note": f"{value:g}"}


def number(text: str) -> float | None:
    """Return the finite number that a text is, or None."""
    try:
        value = float(text)
    except ValueError:
        return None
    return value if abs(value) < float("inf") and text.isascii() and "_" not in text else None


def told_apart(names: Iterable[tuple[Key, str]]) -> dict[Key, str]:
    """Return a name for each key, no two of which are spelled alike: the key stands behind a second one."""
    taken: set[str] = set()
    told: dict[Key, str] = {}
    for key, name in names:
        one, again = name, 1
        while normal(one) in taken:
            one = f"{name} ({key})" if again == 1 else f"{name} ({key}, {again})"
            again += 1
        taken.add(normal(one))
        told[key] = one
    return told


def name_in(text: str) -> str:
    """Return the name that a text is, on one line; nothing where it has no letter and no digit."""
    name = one_line(text)
    return name if normal(name) else ""


def one_line(text: str) -> str:
    """Return a name on one line, with single spaces and without marks that no eye sees."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())


def _seats_frame(lists: TwoLists) -> pd.DataFrame:
    records = [{"body": tie.body, lists.column: tie.member, **tie.facts} for tie in lists.ties]
    return _frame("seats", records, [tie.row for tie in lists.ties], ("body", lists.column))


def _entity_table(column: str, entities: Mapping[str, Entity], place: str) -> RawTable:
    records = [{column: name, **entity.facts} for name, entity in entities.items()]
    rows = [entity.row for entity in entities.values()]
    return RawTable(ENTITIES[column], place, _frame(ENTITIES[column], records, rows, (column,)), {})


def _frame(
    table: str, records: Sequence[Facts], rows: Sequence[int], always: tuple[str, ...]
) -> pd.DataFrame:
    used = {column for record in records for column in record} | set(always)
    columns = [column for column in TABLE[table].names if column in used]
    cells = {column: [record.get(column) for record in records] for column in columns}
    index = pd.Index(list(rows), dtype="int64", name="row")
    return pd.DataFrame(cells, index=index, columns=columns, dtype="object")


def _idle(lists: TwoLists, seats: RawTable) -> list[Problem]:
    """Say which members and bodies have no tie; all are kept but people of whom nothing else is said."""
    tied = {tie.member for tie in lists.ties}
    members = [name for name in lists.members if name not in tied]
    filled = {tie.body for tie in lists.ties}
    bodies = [name for name in lists.bodies if name not in filled]
    said = []
    if members:
        subject = f"{counted(len(members), lists.column)} {verb('sits', len(members))} on nothing"
        left = "" if lists.keeps_members else f", and {verb('is', len(members))} left out"
        said.append(seats.note(None, None, None, f"{subject}{left}: {listing(members)}."))
    if bodies:
        subject = f"{counted(len(bodies), 'body')} {verb('has', len(bodies))} no {plural('member', 0)}"
        said.append(seats.note(None, None, None, f"{subject}: {listing(bodies)}."))
    return said
