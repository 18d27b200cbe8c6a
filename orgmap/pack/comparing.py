"""Two states of a map compared: both read, the newer one under the names and codes of the older."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from orgmap.model import Answer, OrgMap, as_at, check, select
from orgmap.model.cells import read_date
from orgmap.model.update import updated
from orgmap.model.versions import KNOWN_FROM_BEFORE, shown_alike, without_leftovers
from orgmap.pack.checking import Checked, Telling, read_and_checked
from orgmap.pack.laying_out import data_tables
from orgmap.pack.one_answer import one_answer
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
    when = period(was, now)
    hidden = withheld_notes(now)
    notes = (f"{when}.", *hidden) if when else hidden
    return Comparison(change(was, now), now, (old.summary, new.summary, *hidden), notes)


def _on(orgmap: OrgMap, day: str | None) -> OrgMap:
    return as_at(orgmap, read_date(day) if day else None)


def _under_older_names(old: Checked, new: Checked) -> OrgMap:
    """Return the newer map with the ids of the older one for all that the older one knows."""
    tables = {name: table for name, table in data_tables(old).items() if name in KNOWN_FROM_BEFORE}
    return without_leftovers(check(updated(tables, old.source.name, new.source)), new.orgmap)
