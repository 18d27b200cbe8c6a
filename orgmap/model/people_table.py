"""The table of people: those it declares and those whom seats name, with what seats tell of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from orgmap.matching import normal
from orgmap.model.distinct import Marks, Numbered, Numbers, numbered, together
from orgmap.model.people_index import PeopleIndex


class Held(NamedTuple):
    """The id of the holder of each seat, and the name as the seat writes it."""

    person: Numbered
    written: Numbered

    def pairs(self, column: Numbers) -> tuple[Numbers, Numbers]:
        """Return the first row of every pair of a person and what a column says, and how many rows it has."""
        filled = np.flatnonzero((self.person.numbers >= 0) & (column >= 0))
        if not len(filled):
            return filled, filled
        numbers, first = together([self.person.numbers[filled], column[filled]])
        return filled[first], np.bincount(numbers)

    def alone(self, rows: Numbers) -> Marks:
        """Tell of each row whether no other of these rows is of its person."""
        persons = self.person.numbers[rows]
        return np.equal(np.bincount(persons)[persons], 1)


def all_people(seats: pd.DataFrame, held: Held, index: PeopleIndex) -> pd.DataFrame:
    """Return the declared people and those that seats name, with organisation and post.

    Where nobody declared these, they are those that most of the person's seats give, of equals the first.
    """
    people = index.people
    known = set(people.index)
    new = [entity for entity in held.person.texts if entity not in known]
    table = people.reindex(pd.Index([*people.index, *new], dtype="str", name="person"))
    table = table.assign(listed=np.arange(len(table)) < len(people))
    names = {person: name for person, name in _usual(held).items() if person not in known}
    table["name"] = table["name"].where(table["name"].notna(), _column(names, table.index))
    _name_confirmed(table, new, index)
    for column in ("post", "organisation"):
        most = _column(_most(held, numbered(seats[column])), table.index)
        table[column] = table[column].where(table[column].notna(), most)
    return table.drop(columns="person")


def _column(texts: dict[str, str], index: pd.Index[Any]) -> pd.Series[str]:
    return pd.Series([texts.get(entity) for entity in index.tolist()], index=index, dtype="str")


def _name_confirmed(table: Any, new: Iterable[str], index: PeopleIndex) -> None:
    """Enter the name to go by, and other spellings, of those of whom somebody has confirmed them."""
    for entity in new:
        if names := index.confirmed_names(entity):
            table.at[entity, "name"] = names[0]
            if names[1]:
                table.at[entity, "also_known_as"] = names[1]


def _usual(held: Held) -> dict[str, str]:
    """Return each person's spelling that is used most, the longest of equals."""
    rows, times = held.pairs(held.written.numbers)
    best: dict[str, tuple[int, int, str]] = {}
    for person, text, often in zip(held.person.of(rows), held.written.of(rows), times.tolist(), strict=True):
        rank = (-often, -len(text), text)
        best[person] = min(rank, best.get(person, rank))
    return {person: text for person, (_, _, text) in best.items()}


def _most(held: Held, column: Numbered) -> dict[str, str]:
    """Return what most of each person's seats say in a column, whatever its spelling; of equals the first."""
    marks = numbered(pd.Series([normal(text) for text in column.texts], dtype="object")).numbers
    rows, times = held.pairs(np.append(marks, -1)[column.numbers])
    best: dict[str, tuple[int, str]] = {}
    for person, text, often in zip(held.person.of(rows), column.of(rows), times.tolist(), strict=True):
        if often > best.get(person, (0, ""))[0]:
            best[person] = often, text
    return {person: text for person, (_, text) in best.items()}
