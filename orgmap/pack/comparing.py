"""Two states of a map compared: both read, the newer one under the names and codes of the older."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from orgmap.model import Answer, OrgMap, as_at, check, select
from orgmap.model.cells import read_date
from orgmap.model.dates import in_words
from orgmap.model.raw import Source
from orgmap.model.update import updated
from orgmap.model.versions import KNOWN_FROM_BEFORE, shown_alike, without_leftovers
from orgmap.pack.checking import Checked, Telling, read_and_checked
from orgmap.pack.laying_out import data_tables
from orgmap.pack.one_answer import one_answer
from orgmap.pack.origin import origin_of
from orgmap.pack.settings import Settings
from orgmap.questions.change import change, period
from orgmap.views.packs import withheld_notes


@dataclass(frozen=True)
class Comparison:
    """What changed, and what to tell about it: the newer map, and sentences on what was read and withheld."""

    answer: Answer
    newer: OrgMap
    said: tuple[str, ...]
    notes: tuple[str, ...]

    def written(self, form: str) -> str | bytes:
        """Return what changed as md, csv, json, docx or xlsx; csv and xlsx hold the table that proves it."""
        return one_answer(self.newer, self.answer, self.notes, form)


def compared(
    older: Path,
    newer: Path,
    settings: Settings,
    older_as_at: str | None = None,
    telling: Telling | None = None,
) -> Comparison:
    """Return what changed from an older source to a newer one, or from one day to another of the same.

    People, organisations and bodies that the older one knows by a code or another name are found again.
    Of the settings the form, the day, the names and the tiers hold for both.

    Raises:
        SourceInvalid: one of the two has errors; it carries all problems.
        CallInvalid: a day is asked for that is none.
    """
    old = read_and_checked(older, settings.form, telling)
    new = read_and_checked(newer, settings.form, telling)
    before = select(_on(old.orgmap, older_as_at), settings.tiers)
    after = select(_on(_under_older_names(old, new), settings.as_at), settings.tiers)
    was, now = shown_alike(before, after, settings.names)
    shown = ((before, was), (after, now))
    between = period(was, now) or _lists(_files((old, new), shown), was, now)
    hidden = withheld_notes(now)
    return Comparison(change(was, now), now, (old.summary, new.summary, *hidden), (f"{between}.", *hidden))


def _lists(files: Sequence[str], older: OrgMap, newer: OrgMap) -> str:
    """Return which two lists are compared, by file, else by title: their days do not tell them apart."""
    names = next((pair for pair in (files, (older.title, newer.title)) if len(set(pair)) == 2), None)
    told = f"From “{names[0]}” to “{names[1]}”" if names else "From an older list to a newer one"
    same = newer.as_at if newer.as_at == older.as_at else None
    return f"{told}, both as at {in_words(same)}" if same else told


def _files(lists: Sequence[Checked], shown: Sequence[tuple[OrgMap, OrgMap]]) -> tuple[str, ...]:
    """Return the names of the files, without the name of anyone whom either list withholds."""
    return tuple(_without_withheld(one.source, shown) for one in lists)


def _without_withheld(source: Source, shown: Sequence[tuple[OrgMap, OrgMap]]) -> str:
    for whole, told in shown:
        source = replace(source, name=origin_of(source, whole, told).name)
    return source.name


def _on(orgmap: OrgMap, day: str | None) -> OrgMap:
    return as_at(orgmap, read_date(day) if day else None)


def _under_older_names(old: Checked, new: Checked) -> OrgMap:
    """Return the newer map with the ids of the older one for all that the older one knows."""
    tables = {name: table for name, table in data_tables(old).items() if name in KNOWN_FROM_BEFORE}
    return without_leftovers(check(updated(tables, old.source.name, new.source)), new.orgmap)
