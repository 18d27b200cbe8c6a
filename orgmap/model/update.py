"""A newer list read against an older map: what the older one knows of names, codes and decisions is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pandas as pd

from orgmap.matching import normal, person_name
from orgmap.model.entities import NOUNS
from orgmap.model.raw import RawTable, Source
from orgmap.vocabulary import TABLE, TABLES

Tables = dict[str, pd.DataFrame]
Record = dict[str, Any]
CODE = {"bodies": "id", "organisations": "id", "areas": "id", "people": "person"}
NAME = {"bodies": "body", "organisations": "organisation", "areas": "area", "people": "name"}
DECIDED = ("names",)
"""The tables whose older rows stand beside the newer ones."""


def updated(old: Tables, old_name: str, new: Source) -> Source:
    """Return the newer list with the older map's entities declared under their codes and other names.

    Seats are those of the newer list alone. Of bodies, organisations, people and areas, the older rows are
    kept and those of the newer list folded into them: found by code, name, short name or other name; filled
    cells of the newer list come before older ones, and an older name becomes an other name. Any further
    table is the newer list's where it has one, else the older one's. Read twice, it gives the same.
    """
    tables = dict(new.tables)
    for table in TABLES:
        if table.name not in old or table.name == "seats":
            continue
        if table.name in NOUNS:
            tables[table.name] = _folded(table.name, old[table.name], new.tables.get(table.name), old_name)
        elif table.name in DECIDED:
            tables[table.name] = _decided(table.name, old[table.name], new.tables.get(table.name), old_name)
        elif table.name not in tables:
            tables[table.name] = raw_table(table.name, old[table.name], f"{table.name} of {old_name}")
        elif table.name == "about":
            tables["about"] = _about(old["about"], tables["about"])
    return replace(new, tables=tables)


def raw_table(name: str, table: pd.DataFrame, place: str) -> RawTable:
    """Return a table of text as a raw table, its rows counted from 2; unknown columns are extra."""
    frame = table.reset_index(drop=True).astype("object")
    frame = frame.where(frame.notna(), None)
    frame.index = pd.RangeIndex(2, len(frame) + 2, name="row")
    known = [column for column in frame.columns if column in TABLE[name].by_name]
    more = [column for column in frame.columns if column not in known]
    return RawTable(name, place, frame[known], {column: column for column in known}, tuple(more), frame[more])


def _about(old: pd.DataFrame, new: RawTable) -> RawTable:
    older = _filled(old.iloc[0].to_dict())
    kept = {column: cell for column, cell in older.items() if column not in new.frame.columns}
    return replace(new, frame=new.frame.assign(**kept)) if len(new.frame) else new


def _decided(name: str, old: pd.DataFrame, new: RawTable | None, old_name: str) -> RawTable:
    newer = _with_extra(new) if new else old.iloc[:0]
    both = pd.concat([newer, old], ignore_index=True).astype("object")
    both = both.where(both.notna(), None).drop_duplicates(ignore_index=True)
    return raw_table(name, both, f"{name} of {old_name}")


def _folded(name: str, old: pd.DataFrame, new: RawTable | None, old_name: str) -> RawTable:
    place = f"{name} of {old_name}"
    if new is None:
        return raw_table(name, old, place)
    newer = _with_extra(new)
    known = _Known(name, [_filled(row) for row in old.to_dict("records")])
    for record in newer.to_dict("records"):
        known.fold(_filled(record))
    table = pd.DataFrame(known.rows, dtype="object")
    columns = dict.fromkeys([*TABLE[name].names, *old.columns, *newer.columns])
    return raw_table(name, table[[column for column in columns if column in table.columns]], place)


def _with_extra(raw: RawTable) -> pd.DataFrame:
    more = [column for column in raw.extra.columns if column not in raw.frame.columns]
    return raw.frame.join(raw.extra[more]) if more else raw.frame


def _filled(row: Mapping[Any, Any]) -> Record:
    return {str(column): cell for column, cell in row.items() if isinstance(cell, str)}


class _Known:
    """The rows of one kind of entity, the older ones found by code and by name."""

    def __init__(self, name: str, rows: list[Record]) -> None:
        self.rows = rows
        self._name, self._code = NAME[name], CODE[name]
        self._form = _person_key if name == "people" else normal
        self._codes: dict[str, int] = {}
        self._names: dict[str, set[int]] = {}
        for at, row in enumerate(rows):
            self._codes.setdefault(row.get(self._code, "").casefold(), at)
            for spelling in self._spellings(row):
                self._names.setdefault(spelling, set()).add(at)
        self._codes.pop("", None)

    def fold(self, row: Record) -> None:
        """Fold a newer row into the older one of the same entity, or enter it as one more."""
        at = self._find(row)
        if at is None:
            self.rows.append(row)
        else:
            self.rows[at] = self._merged(self.rows[at], row)

    def _find(self, row: Record) -> int | None:
        """Return where the row of the same entity stands: by code, else the one that has such a name."""
        by_code = self._codes.get(row.get(self._code, "").casefold())
        if by_code is not None:
            return by_code
        found = set().union(*(self._names.get(one, ()) for one in self._spellings(row)))
        return found.pop() if len(found) == 1 else None

    def _spellings(self, row: Record) -> set[str]:
        also = row.get("also_known_as", "").split(";")
        texts = [row.get(self._name), row.get(self._code), row.get("short_name"), *also]
        return {self._form(text) for text in texts if text} - {""}

    def _merged(self, old: Record, new: Record) -> Record:
        """Return the older row with the newer cells; its code stays, and what it was called is not lost.

        A newer name that is one of the older row's other names does not become the name.
        """
        name = new.get(self._name, "")
        known = name and self._form(name) in self._spellings(old)
        kept = {key: old[key] for key in (self._code, *([self._name] if known else [])) if key in old}
        row = {**old, **new, **kept}
        own = {self._form(row[key]) for key in (self._name, self._code) if key in row}
        called = [old.get("also_known_as"), new.get("also_known_as")]
        called += [one.get(key) for one in (old, new) for key in (self._name, self._code)]
        others: dict[str, str] = {}
        for text in ";".join(one for one in called if one).split(";"):
            if text.strip() and self._form(text) not in own:
                others.setdefault(self._form(text), text.strip())
        return row | ({"also_known_as": "; ".join(others.values())} if others else {})


def _person_key(text: str) -> str:
    return person_name(text).key
