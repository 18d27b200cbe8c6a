"""Names that may be of one person, organisation or body: told, and written down to be confirmed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pandas as pd

from orgmap.model.candidates import KINDS, Candidate, candidates, key_of, namesakes
from orgmap.model.wording import counted
from orgmap.pack.checking import Checked, Telling, read_and_checked
from orgmap.pack.laying_out import data_tables
from orgmap.read.files import bytes_of
from orgmap.read.recognise import form_of
from orgmap.views.tables import csv_text
from orgmap.vocabulary import TABLE
from orgmap.write.annotate import Copy
from orgmap.write.names_sheet import with_names
from orgmap.write.tables import data_workbook

Row = dict[str, str | None]
_KEPT = ("workbook",)
"""The forms whose own workbook is copied; of others the workbook is made anew."""


@dataclass(frozen=True)
class Naming:
    """What may be one under two names in a source, and who may be two under one."""

    source: Path
    found: Checked
    pairs: tuple[Candidate, ...]
    namesakes: tuple[Candidate, ...]

    def sentences(self) -> Iterator[str]:
        """Yield what was found, surest first, a paragraph each, with counts before."""
        for how in ("likely", "possible"):
            group = [one for one in self.pairs if one.how == how]
            if group:
                yield f"{how.capitalize()}: {counted(len(group), 'pair')}"
                yield from (self._sentence(one) for one in group)
        if self.namesakes:
            yield f"Read as one person: {counted(len(self.namesakes), 'name')} with several organisations"
            yield from (f"  {self._name(one.kind, one.a)}. {one.reason}" for one in self.namesakes)
        if not self.pairs and not self.namesakes:
            yield "No two names look like one, of which nobody has decided."

    @cached_property
    def table(self) -> pd.DataFrame:
        """The table `names`: what is to be decided, then what the source holds of it already."""
        new = [self._row(one) for one in (*self.pairs, *self.namesakes)]
        rows = [*new, *self._older(new)]
        columns = dict.fromkeys([*TABLE["names"].names, *(column for row in rows for column in row)])
        return pd.DataFrame(rows, columns=list(columns), dtype="object")

    def csv(self) -> str:
        """Return the table `names` as the text of a CSV file."""
        return csv_text(self.table)

    def workbook(self, *, macros: bool) -> Copy:
        """Return a copy of the source's workbook with the sheet of names, or a workbook made of it."""
        kept = form_of(self.source) == "workbook" and self.found.source.form in _KEPT
        copy = None
        if kept:
            raw = self.found.source.tables.get("names")
            sheet = raw.place.removeprefix("sheet ") if raw else None
            copy = with_names(bytes_of(self.source), self.table, sheet, macros=macros)
        if copy is not None:
            return copy
        tables = data_tables(self.found) | {"names": self.table}
        return Copy(data_workbook(tables, self.found.orgmap.title))

    def _older(self, new: Sequence[Row]) -> Iterator[Row]:
        """Yield the rows that the source has already, but for those that are put forward anew."""
        held = data_tables(self.found).get("names")
        if held is None:
            return
        put_forward = {_mark(row) for row in new}
        for row in held.to_dict("records"):
            told = {str(column): cell if isinstance(cell, str) else None for column, cell in row.items()}
            if told.get("same") or _mark(told) not in put_forward:
                yield told

    def _row(self, one: Candidate) -> Row:
        return {
            "kind": one.kind,
            "name": self._name(one.kind, one.a),
            "also_known_as": self._name(one.kind, one.b),
            "organisation": one.organisation,
            "same": None,
            "reason": one.reason if one.a == one.b else f"{one.how.capitalize()}. {one.reason}",
            "evidence": " ".join(one.evidence) or None,
        }

    def _sentence(self, one: Candidate) -> str:
        names = f"  {self._name(one.kind, one.a)} / {self._name(one.kind, one.b)} ({one.kind})."
        return " ".join([names, one.reason, *one.evidence])

    def _name(self, kind: str, entity: str) -> str:
        return str(getattr(self.found.orgmap, KINDS[kind]).at[entity, "name"])


def _mark(row: Row) -> frozenset[str]:
    key = key_of(row.get("kind") or "person")
    return frozenset((key(row.get("name") or ""), key(row.get("also_known_as") or "")))


def naming(
    source: Path, kinds: Sequence[str] = (), form: str | None = None, telling: Telling | None = None
) -> Naming:
    """Return what may be one under two names in a source, of some kinds or of all.

    Raises:
        SourceInvalid: the source has errors; it carries all problems.
    """
    found = read_and_checked(source, form, telling)
    wanted = tuple(kinds) or tuple(KINDS)
    if telling:
        telling("comparing names")
    pairs = tuple(candidates(found.orgmap, wanted))
    doubles = tuple(namesakes(found.orgmap)) if "person" in wanted else ()
    return Naming(source, found, pairs, doubles)
