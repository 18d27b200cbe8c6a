"""The tables of bodies, organisations, people and areas: who is declared, who is only mentioned."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from orgmap.errors import Problem
from orgmap.matching import normal
from orgmap.model.confirmed import Spellings
from orgmap.model.directory import Directory
from orgmap.model.distinct import Places, numbered, spread
from orgmap.model.merging import Merged, merged_rows
from orgmap.model.raw import RawTable
from orgmap.model.wording import listing
from orgmap.vocabulary import NOT_KNOWN, TABLE

Directories = dict[str, Directory]
CONFIRMED = {"bodies": "body", "organisations": "organisation"}
"""The tables whose names may be confirmed to be one, each with its kind; people are more than their names."""
NOUNS = {"bodies": "body", "organisations": "organisation", "people": "person", "areas": "area"}


def new_directories(confirmed: Mapping[str, Spellings]) -> Directories:
    """Return an empty directory for each kind of entity, with what was confirmed about its names."""
    return {table: Directory(noun, table, confirmed.get(table)) for table, noun in NOUNS.items()}


def declare(frame: pd.DataFrame, raw: RawTable, directory: Directory) -> tuple[pd.DataFrame, list[Problem]]:
    """Enter a table's entities; return the table by their ids, with a column `name`, and its duplicates."""
    key = NOUNS[raw.name]
    merged = Merged(frame[frame[key].notna()])
    if raw.name in CONFIRMED:
        merged = merged_rows(merged.table, raw, key, directory.confirmed)
    named = merged.table
    doubles = list(_doubles(named, raw, key, directory))
    kept = named[~named["row"].isin([problem.row for problem in doubles])]
    columns = (_cells(kept, column) for column in (key, "short_name", "also_known_as", "id"))
    rows = zip(kept.index.tolist(), *columns, strict=True)
    ids = [
        directory.declare(name, code, _others(short, also), merged.codes.get(label, ()))
        for label, name, short, also, code in rows
    ]
    table = kept.rename(columns={"id": "source_id"})
    table = table if "name" in table.columns else table.rename(columns={key: "name"})
    table.index = pd.Index(ids, dtype="str", name=key)
    return table.assign(listed=True), [*merged.problems, *doubles]


def _cells(frame: pd.DataFrame, column: str) -> list[Any]:
    """Return the cells of a column, None where they are empty or there is no such column."""
    if column not in frame.columns or frame[column].isna().all():
        return [None] * len(frame)
    return [value if isinstance(value, str | tuple) else None for value in frame[column].tolist()]


def _others(short: str | None, also: tuple[str, ...] | None) -> list[str]:
    return [*([short] if short is not None else []), *(also or ())]


def _doubles(frame: pd.DataFrame, raw: RawTable, key: str, directory: Directory) -> Iterator[Problem]:
    """Name the rows that declare an entity a second time: the same code, or the same name without a code."""
    codes = frame["id"] if "id" in frame.columns else pd.Series(None, index=frame.index, dtype="str")
    marks = codes.str.casefold().where(codes.notna(), frame[key].map(directory.confirmed.key) + "\n")
    first: dict[str, int] = {}
    code = "id" if "id" in frame.columns else f"{key}, and its name in the column name"
    for row, mark, name in zip(frame["row"].tolist(), marks.tolist(), frame[key].tolist(), strict=True):
        if mark in first:
            yield raw.problem(
                row, key, name, f"“{name}” stands already in row {first[mark]}.",
                f"Delete one of the rows, or give each a code of its own in the column {code}.",
            )  # fmt: skip
        first.setdefault(mark, row)


def with_mentioned(table: pd.DataFrame, directory: Directory) -> pd.DataFrame:
    """Return a table of entities with those added that are only mentioned elsewhere, in order of mention."""
    new = [entity for entity in directory.labels if entity not in directory.listed]
    index = pd.Index([*table.index, *new], dtype="str", name=table.index.name)
    grown: Any = table.reindex(index)
    labels = pd.Series([directory.labels[entity] for entity in new], index=index[len(table) :], dtype="str")
    grown["name"] = grown["name"].where(grown["name"].notna(), labels)
    for entity in new:
        if others := directory.confirmed.confirmed(directory.labels[entity])[1:]:
            grown.at[entity, "also_known_as"] = others
    done: pd.DataFrame = grown.assign(listed=index.isin(list(directory.listed)))
    return done


class Resolver:
    """References read as ids; what no directory knows is entered as mentioned, and said."""

    def __init__(self, directories: Directories, declared: Iterable[str]) -> None:
        self.directories = directories
        self.declared = set(declared)
        self.problems: list[Problem] = []
        self._written: dict[tuple[str, str], dict[str, _Mention]] = {}

    def notes(self) -> Iterator[Problem]:
        """Yield, once for each entity, which spellings were read as one without anybody's word."""
        for (target, entity), mentions in self._written.items():
            label = self.directories[target].labels[entity]
            first = next(iter(mentions.values()))
            said = listing([f"“{text}”" for text in (label, *mentions)])
            yield first.raw.note(
                first.rows[0],
                first.column,
                first.text,
                f"{said} are read as one {self.directories[target].noun}.",
            )

    def ids(self, raw: RawTable, column: str, frame: pd.DataFrame, targets: tuple[str, ...]) -> pd.DataFrame:
        """Return the ids that a column's texts stand for: a column for each target table, NaN where none.

        A text may stand for an entity in each target (a partnership that is also an organisation). One that
        none knows is entered into the last target's directory.
        """
        written = numbered(frame[column])
        places = Places(written.numbers, frame["row"])
        mentions = (_Mention(raw, column, text, number, places) for number, text in enumerate(written.texts))
        found = [self._one(mention, targets) for mention in mentions]
        columns = {
            target: spread([ids.get(target) for ids in found], written.numbers, frame.index)
            for target in targets
        }
        return pd.DataFrame(columns, index=frame.index)

    def _one(self, mention: _Mention, targets: tuple[str, ...]) -> dict[str, str]:
        found = {target: self.directories[target].find(mention.text) for target in targets}
        if not any(found.values()) and mention.may_be_empty and _names_nothing(mention.text):
            self.problems.append(mention.not_known())
            return {}
        several = next((target for target in targets if len(found[target]) > 1), None)
        if several:
            self.problems += mention.ambiguous(self.directories[several])
            return {}
        known = {target: ids[0] for target, ids in found.items() if ids}
        for target, entity in known.items():
            label = self.directories[target].labels[entity]
            is_code = self.directories[target].is_code(mention.text)
            if mention.text != label and not is_code and normal(mention.text) == normal(label):
                self._written.setdefault((target, entity), {}).setdefault(mention.text, mention)
        return known or self._enter(mention, targets[-1])

    def _enter(self, mention: _Mention, target: str) -> dict[str, str]:
        directory = self.directories[target]
        if target in self.declared:
            self.problems.append(mention.unlisted(directory))
        return {target: directory.mention(mention.text)}


def _names_nothing(text: str) -> bool:
    """Tell whether a text stands in place of a name: "unknown", "TBC", a dash."""
    return normal(text.replace(".", "")) in NOT_KNOWN or not text.strip("-–—?*.… ")


@dataclass(frozen=True)
class _Mention:
    """A name, and where in a table it is written: its number among the texts of the column."""

    raw: RawTable
    column: str
    text: str
    number: int
    places: Places

    @property
    def may_be_empty(self) -> bool:
        """Whether the column may be left empty."""
        return not TABLE[self.raw.name].by_name[self.column].required

    @property
    def rows(self) -> list[int]:
        """The rows that write the name, as the file counts them."""
        return self.places.of(self.number)

    def unlisted(self, directory: Directory) -> Problem:
        guess = directory.guess(self.text)
        hint = f"Did you mean {guess}?" if guess else f"Add it to {directory.table}, or correct the name."
        rows = self.rows
        more = f" {len(rows)} rows name it." if len(rows) > 1 else ""
        message = (
            f"“{self.text}” is not in the table {directory.table}; "
            f"it is added as one more {directory.noun}.{more}"
        )
        return self.raw.warning(rows[0], self.column, self.text, message, hint)

    def not_known(self) -> Problem:
        rows = self.rows
        more = f" ({len(rows)} rows say so.)" if len(rows) > 1 else ""
        message = f"“{self.text}” is no name; it is read as not known.{more}"
        return self.raw.warning(rows[0], self.column, self.text, message, "Leave the cell empty.")

    def ambiguous(self, directory: Directory) -> Iterator[Problem]:
        names = ", ".join(f"{directory.labels[entity]} ({entity})" for entity in directory.find(self.text))
        for row in self.rows:
            yield self.raw.problem(
                row, self.column, self.text, f"“{self.text}” may be any of {names}.",
                f"Write the full name, or give each a code in the column id of {directory.table}.",
            )  # fmt: skip
