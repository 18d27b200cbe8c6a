"""What the writers of records share: who a written name stands for, and what a form has no place for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd

from orgmap.matching import slug
from orgmap.model.orgmap import OrgMap
from orgmap.model.wording import counted
from orgmap.model.written import written
from orgmap.vocabulary import TABLE

Row = dict[str, str]
Tables = Mapping[str, pd.DataFrame]
NOUNS = {"bodies": "body", "organisations": "organisation", "people": "person", "areas": "area"}
"""The tables that declare things, each with the column that names them."""
_CODES = {"bodies": "id", "organisations": "id", "people": "person", "areas": "id"}
_COUNTED = {
    "seats": "seat", "links": "link", "issues": "issue row", "protocols": "protocol",
    "agreements": "agreement", "expected": "expectation", "area_units": "area unit",
    "names": "confirmed name",
}  # fmt: skip

_USUAL = {"status": "filled"}
"""What a column says where there is nothing to say."""


class References:
    """The codes of what written tables declare, found as the tables write them: by code or by name."""

    def __init__(self, tables: Tables) -> None:
        self.names: dict[str, dict[str, str]] = {table: {} for table in NOUNS}
        self._codes: dict[str, dict[str, str]] = {table: {} for table in NOUNS}
        for table, noun in NOUNS.items():
            for row in rows_of(tables, table):
                code = row[_CODES[table]]
                name = row.get("name" if table == "people" else noun)
                self.names[table][code] = name or code
                self._codes[table].setdefault(name or code, code)

    def code(self, table: str, text: str | None) -> str | None:
        """Return the code of whom a text stands for in a table, or None where it stands for none of it."""
        if text is None:
            return None
        return text if text in self.names[table] else self._codes[table].get(text)

    def organisation_or_body(self, text: str | None) -> tuple[str, str] | None:
        """Return the table and the code of an organisation, or of a body where none is called so."""
        for table in ("organisations", "bodies"):
            if (code := self.code(table, text)) is not None:
                return table, code
        return None

    def is_clear(self, text: str) -> bool:
        """Tell whether a text stands for a body or for an organisation, and not for both."""
        return (self.code("bodies", text) is None) != (self.code("organisations", text) is None)


class Codes:
    """Codes that are given out once: a second use gains a number."""

    def __init__(self) -> None:
        self._given: dict[str, int] = {}

    def new(self, *parts: str | None) -> str:
        """Return a code made of texts, the same for the same texts in the same order of calls."""
        stem = "/".join(slug(part) for part in parts if part)
        self._given[stem] = number = self._given.get(stem, 0) + 1
        return stem if number == 1 else self.new(f"{stem}-{number}".replace("/", " "))


def tables_of(orgmap: OrgMap) -> Tables:
    """Return the map as written tables in which seats call their holders by code, never by name."""
    tables = written(orgmap)
    seats = tables["seats"]
    if "people" not in tables or "person" not in seats.columns:
        return tables
    codes = dict(zip(orgmap.people.index, tables["people"]["person"], strict=True))
    holders = [
        codes[person] if isinstance(text, str) and isinstance(person, str) else text
        for person, text in zip(orgmap.seats["person"], seats["person"], strict=True)
    ]
    return {**tables, "seats": seats.assign(person=pd.Series(holders, index=seats.index, dtype="object"))}


def rows_of(tables: Tables, table: str) -> Iterator[Row]:
    """Return the rows of a written table, of each the cells that hold anything."""
    if table in tables:
        for record in tables[table].to_dict("records"):
            yield {str(column): text for column, text in record.items() if isinstance(text, str)}


def without(row: Row, columns: frozenset[str]) -> Row:
    """Return the cells of a row in other columns than these."""
    return {column: text for column, text in row.items() if column not in columns}


def names_of(text: str | None) -> list[str]:
    """Return the names of a cell that lists them."""
    return [part for piece in (text or "").split(";") if (part := piece.strip())]


def no_place_for(tables: Tables, placed: Mapping[str, frozenset[str]]) -> list[str]:
    """Return in words what written tables hold in columns and tables that a form has no place for."""
    words: list[str] = []
    for name in TABLE:
        if name not in tables or name == "about":
            continue
        if name not in placed:
            words.append(counted(len(tables[name]), _COUNTED.get(name, f"row in {name}")))
            continue
        noun = NOUNS.get(name, _COUNTED.get(name, name))
        for column in tables[name].columns:
            if column not in placed[name]:
                held = int(
                    (tables[name][column].notna() & (tables[name][column] != _USUAL.get(column))).sum()
                )
                words += [f"{column.replace('_', ' ')} of {counted(held, noun)}"] if held else []
    return words
