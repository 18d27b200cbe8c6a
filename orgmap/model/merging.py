"""Rows of one table made one where somebody has confirmed that they are of the same entity."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from orgmap.errors import Problem
from orgmap.matching import normal, person_name
from orgmap.model.confirmed import Spellings
from orgmap.model.decided import DecidedPeople
from orgmap.model.people_index import PeopleIndex
from orgmap.model.raw import RawTable

_NAMING = (
    "row",
    "id",
    "person",
    "name",
    "body",
    "organisation",
    "short_name",
    "also_known_as",
    "source_id",
    "listed",
)
"""Columns that name an entity: what they hold is gathered, not compared."""


@dataclass
class Merged:
    """A table with rows made one, the codes of those that are gone by the row that stays, and problems."""

    table: pd.DataFrame
    codes: dict[Hashable, list[str]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def merged_rows(frame: pd.DataFrame, raw: RawTable, key: str, spellings: Spellings) -> Merged:
    """Return a table of bodies or organisations in which every confirmed name has one row."""
    if spellings.none:
        return Merged(frame)
    groups: dict[str, dict[Hashable, None]] = {}
    for label, row in zip(frame.index, frame.to_dict("records"), strict=True):
        for text in _texts(row, key):
            if spellings.confirmed(text):
                groups.setdefault(spellings.key(text), {})[label] = None
    merged = Merged(frame)
    for labels in groups.values():
        there = [label for label in labels if label in merged.table.index]
        names = [name for label in there for name in spellings.confirmed(str(frame.at[label, key]))[:1]]
        if there and names:
            _merge(merged, raw, _Rows(there, names[0], _said(frame, there, key, spellings), key))
    return merged


def _texts(row: Mapping[Hashable, Any], key: str) -> Iterator[str]:
    for column in (key, "short_name"):
        if isinstance(row.get(column), str):
            yield row[column]
    yield from row["also_known_as"] if isinstance(row["also_known_as"], tuple) else ()


def _said(frame: pd.DataFrame, labels: Iterable[Hashable], key: str, spellings: Spellings) -> Iterator[str]:
    for label in labels:
        texts = list(_texts(frame.loc[[label]].to_dict("records")[0], key))
        yield from texts
        yield from (other for text in texts for other in spellings.confirmed(text))


def merged_people(people: pd.DataFrame, raw: RawTable, confirmed: DecidedPeople) -> Merged:
    """Return the table of people, by id, in which everybody confirmed to be one has one row."""
    merged = Merged(people)
    if confirmed.none:
        return merged
    for spot, found in PeopleIndex(people, confirmed).together().items():
        there = [person for person in found if person in merged.table.index]
        if not confirmed.joined(spot) or not there:
            continue
        if namesakes := _namesakes(people, there):
            merged.problems.append(_which(raw, people, namesakes))
            continue
        name = confirmed.name(spot)
        said = [*_known_as(people, there), *confirmed.others(spot)]
        _merge(merged, raw, _Rows(there, name, said, "name"))
    return merged


def _known_as(people: pd.DataFrame, ids: Iterable[str]) -> Iterator[str]:
    for person in ids:
        name, also = people.at[person, "name"], people.at[person, "also_known_as"]
        yield from [name] if isinstance(name, str) else []
        yield from also if isinstance(also, tuple) else ()


def _namesakes(people: pd.DataFrame, ids: Sequence[str]) -> list[str]:
    keys = [person_name(str(people.at[person, "name"])).key for person in ids]
    return [person for person, key in zip(ids, keys, strict=True) if keys.count(key) > 1]


def _which(raw: RawTable, people: pd.DataFrame, ids: Sequence[str]) -> Problem:
    codes = ", ".join(str(people.at[person, "person"]) for person in ids)
    name = str(people.at[ids[0], "name"])
    return raw.problem(
        int(people["row"][ids[0]]), "name", name,
        f"names confirms another spelling of “{name}”, which may be any of {len(ids)} people ({codes}).",
        "Write the other spelling into the column also_known_as of the person it is of.",
    )  # fmt: skip


@dataclass(frozen=True)
class _Rows:
    """Rows of one entity: their labels, the name to go by, all other spellings, the column of the name."""

    labels: Sequence[Hashable]
    name: str
    said: Iterable[str]
    key: str


def _merge(merged: Merged, raw: RawTable, rows: _Rows) -> None:
    table: Any = merged.table
    keep = next(
        (one for one in rows.labels if normal(str(table.at[one, rows.key])) == normal(rows.name)),
        rows.labels[0],
    )
    for label in rows.labels:
        if label != keep:
            merged.problems += _fill(table, raw, keep, label, rows)
            code = table.at[label, "person" if "person" in table.columns else "id"]
            merged.codes.setdefault(keep, []).extend([code] if isinstance(code, str) else [])
    table.at[keep, rows.key] = rows.name
    short = table.at[keep, "short_name"] if "short_name" in table.columns else None
    known = {normal(rows.name), normal(short) if isinstance(short, str) else ""}
    also = {normal(text): text for text in reversed([*rows.said]) if normal(text) not in known}
    table.at[keep, "also_known_as"] = tuple(reversed(also.values())) or None
    merged.table = table.drop(index=[label for label in rows.labels if label != keep])


def _fill(table: Any, raw: RawTable, keep: Hashable, label: Hashable, rows: _Rows) -> Iterator[Problem]:
    """Fill the empty cells of the row that stays from one that goes, and say what differs."""
    gone = table.at[label, rows.key]
    for column in table.columns:
        new, old = table.at[label, column], table.at[keep, column]
        if _missing(new) or column == rows.key or (column in _NAMING and not _employer(column, rows.key)):
            continue
        if _missing(old):
            table.at[keep, column] = new
        elif old != new:
            yield raw.warning(
                int(table.at[label, "row"]), column, str(new),
                f"“{gone}” and “{rows.name}” are confirmed as one, but differ here; “{old}” is kept.",
                "Correct one of the two rows.",
            )  # fmt: skip


def _employer(column: str, key: str) -> bool:
    """Tell whether a column that names something else in another table is a fact here."""
    return column == "organisation" and key != "organisation"


def _missing(value: object) -> bool:
    return value is None or value is pd.NA or value != value
