"""The map as tables of text again: what a source would have to hold to be read as the same map."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
import pandas as pd

from orgmap.model.directory import Directory
from orgmap.model.entities import NOUNS
from orgmap.model.orgmap import OrgMap
from orgmap.model.people import by_post
from orgmap.model.people_called import Called
from orgmap.model.seats import HOLDERS
from orgmap.model.speakers import SOMEBODY, Speakers, or_none
from orgmap.vocabulary import TABLE, TABLES, Column, Type

Tables = dict[str, pd.DataFrame]


def written(orgmap: OrgMap) -> Tables:
    """Return the map's tables as text under the vocabulary's column names, in the vocabulary's order.

    Cells are text or None. Every entity is declared, with the code by which it is known in `id` (people: in
    `person`). References are names where these are unambiguous, else codes. Columns and tables that hold
    nothing are left out, but for required columns and for seats. Read again, the tables give the same map,
    except that every entity is then `listed`. The rows are those of the map, in its order.
    """
    codes = {name: _codes(getattr(orgmap, name)) for name in NOUNS}
    directories = {name: _directory(orgmap, name, codes[name]) for name in NOUNS}
    called = {name: _called(directories[name], codes[name]) for name in NOUNS}
    tables = {"about": _about(orgmap, called["bodies"])}
    for table in TABLES[1:]:
        frame: pd.DataFrame = getattr(orgmap, table.name)
        if table.name in NOUNS:
            frame = _declared(frame, table.name, codes[table.name])
        tables[table.name] = _texts(frame, table.columns, called)
    tables["people"] = _without_filled(tables["people"], orgmap)
    employer = orgmap.people["organisation"].where(tables["people"]["organisation"].notna().to_numpy())
    people = Called(orgmap.people.assign(organisation=employer), codes["people"])
    tables["seats"] = _seats(tables["seats"], orgmap, directories, people)
    return {
        name: kept for name, table in tables.items() if len(kept := _kept(name, table)) or name == "seats"
    }


def _codes(table: pd.DataFrame) -> dict[str, str]:
    """Return the code of each entity: the source's own where it leads to the same id, else the id."""
    return {
        str(entity): code if isinstance(code, str) and Directory.id_of(code) == entity else str(entity)
        for entity, code in zip(table.index, table["source_id"], strict=True)
    }


def _directory(orgmap: OrgMap, name: str, codes: Mapping[str, str]) -> Directory:
    table: pd.DataFrame = getattr(orgmap, name)
    directory = Directory(NOUNS[name], name)
    shorts = table["short_name"] if "short_name" in table.columns else [None] * len(table)
    for entity, label, short, also in zip(
        table.index, table["name"], shorts, table["also_known_as"], strict=True
    ):
        others = [*([short] if isinstance(short, str) else []), *(also if isinstance(also, tuple) else ())]
        directory.declare(label if isinstance(label, str) else entity, codes[entity], others)
    return directory


def _called(directory: Directory, codes: Mapping[str, str]) -> dict[str, str]:
    """Return how each entity is called in other tables: by its name if that is clear, else by its code."""
    return {
        entity: label if directory.find(label) == (entity,) else codes[entity]
        for entity, label in directory.labels.items()
    }


def _about(orgmap: OrgMap, bodies: Mapping[str, str]) -> pd.DataFrame:
    facts = {name: value for name, value in vars(orgmap.about).items() if value is not None}
    if home := facts.get("home_body"):
        facts["home_body"] = bodies.get(home, home)
    return pd.DataFrame([facts] if facts else [], dtype="object")


def _declared(frame: pd.DataFrame, name: str, codes: Mapping[str, str]) -> pd.DataFrame:
    """Return a table of entities under the names of its columns in a source."""
    own = pd.Series([codes[entity] for entity in frame.index], index=frame.index, dtype="object")
    if name == "people":
        return frame.assign(person=own)
    return frame.rename(columns={"name": NOUNS[name]}).assign(id=own)


def _texts(
    frame: pd.DataFrame, columns: Iterable[Column], called: Mapping[str, Mapping[str, str]]
) -> pd.DataFrame:
    data = {
        column.name: [_text(value) for value in _named(frame[column.name], column, called)]
        for column in columns
        if column.name in frame.columns
    }
    return pd.DataFrame(data, index=pd.RangeIndex(len(frame)), dtype="object")


def _named(
    cells: pd.Series[Any], column: Column, called: Mapping[str, Mapping[str, str]]
) -> Iterable[object]:
    if column.type is not Type.REFERENCE or column.refers_to[0] == "people":
        return cells.tolist()
    names = called[column.refers_to[0]]
    return [names.get(cell, cell) if isinstance(cell, str) else None for cell in cells.tolist()]


def _text(value: object) -> str | None:
    if isinstance(value, tuple):
        return "; ".join(value) or None
    if isinstance(value, bool | np.bool_):
        return "yes" if value else "no"
    if value is None or value is pd.NA or value != value:
        return None
    if isinstance(value, int | float | np.number):
        return np.format_float_positional(float(value), trim="-")
    return str(value)


def _without_filled(table: pd.DataFrame, orgmap: OrgMap) -> pd.DataFrame:
    """Leave out what a person's row would put into seats that say nothing of it."""
    for column in ("organisation", "post"):
        silent = set(orgmap.seats.loc[orgmap.seats[column].isna(), "person"].dropna())
        kept = [
            None if person in silent else text
            for person, text in zip(orgmap.people.index, table[column], strict=True)
        ]
        table = table.assign(**{column: pd.Series(kept, dtype="object")})
    return table


def _seats(
    texts: pd.DataFrame,
    orgmap: OrgMap,
    directories: Mapping[str, Directory],
    called: Called,
) -> pd.DataFrame:
    seats = orgmap.seats
    speakers = Speakers(orgmap, directories["bodies"], directories["organisations"])
    organisation = seats["organisation"].where(seats["organisation"].notna(), seats["represents"])
    known = zip(
        *(or_none(one) for one in (seats["person"], seats["post"], organisation, seats["body"])), strict=True
    )
    holders = {
        "person": [None if _known_by_post(*seat) else called.at(seat[0], seat[2]) for seat in known],
        "substitute_for": [called.anywhere(person) for person in or_none(seats["substitute_for"])],
    }
    employers, spoken = speakers.columns(seats)
    found = {**holders, "organisation": employers, "on_behalf_of": spoken}
    done = texts.assign(**{name: pd.Series(cells, dtype="object") for name, cells in found.items()})
    nobody = done[list(HOLDERS)].isna().all(axis=1).to_numpy() & (seats["status"] == "filled").to_numpy()
    done.loc[nobody, "person"] = SOMEBODY
    return done[list(TABLE["seats"].names)]


def _known_by_post(person: str | None, post: str | None, organisation: str | None, body: str | None) -> bool:
    return bool(post) and person == by_post(post or "", organisation, body)


def _kept(name: str, table: pd.DataFrame) -> pd.DataFrame:
    """Return the columns that hold anything or are required."""
    required = {column.name for column in TABLE[name].columns if column.required}
    kept = [column for column in table.columns if column in required or table[column].notna().any()]
    return table[kept] if kept else table.iloc[:0]
