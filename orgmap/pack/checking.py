"""A source read and checked: its problems, and what it holds in a sentence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from orgmap.errors import Problem, SourceInvalid
from orgmap.model import OrgMap, check
from orgmap.model.raw import Source
from orgmap.model.ticked import with_ticks
from orgmap.model.wording import counted, joined
from orgmap.pack.collecting import uncollected
from orgmap.read import read
from orgmap.read.ticked import read_ticked

Telling = Callable[[str], object]
STEPS = 4
"""How many steps are told of while a source is read and checked, at most."""


@dataclass(frozen=True)
class Checked:
    """A source with the map that it gives; `taken` says what a ticked checklist brought into it."""

    source: Source
    orgmap: OrgMap
    taken: str = ""

    @property
    def summary(self) -> str:
        """What was read and as what, and how much it holds, in sentences."""
        held = contents(self.orgmap)
        if self.source.reading:
            told = f"Read {self.source.name} as {self.source.reading}. It holds {held}."
        else:
            told = f"Read {self.source.name}: {held}."
        return f"{told} {self.taken}".rstrip()


def read_and_checked(path: Path, form: str | None = None, telling: Telling | None = None) -> Checked:
    """Return a source with its map. `telling` is called with each step in words.

    Raises:
        SourceInvalid: the source has errors; it carries all problems.
    """
    with uncollected():
        source = read(path, form, telling)
        if telling:
            telling(f"checking {sum(len(table.frame) for table in source.tables.values()):,} rows")
        return Checked(source, check(source))


def taking(found: Checked, ticked: Path | None) -> Checked:
    """Return a source with what a ticked checklist says of its protocols and agreements, if there is one.

    Raises:
        SourceInvalid: the checklist cannot be read, is of another map, or has errors.
    """
    if ticked is None:
        return found
    done = with_ticks(found.orgmap, read_ticked(ticked))
    return replace(found, orgmap=done.orgmap, taken=done.sentence)


def contents(orgmap: OrgMap) -> str:
    """Return how much a map holds, in words."""
    filled = int((orgmap.seats["status"] == "filled").sum())
    counts = {
        "body": len(orgmap.bodies),
        "organisation": len(orgmap.organisations),
        "person": len(orgmap.people),
        "filled seat": filled,
        "open seat": len(orgmap.seats) - filled,
    }
    return joined([counted(count, noun) for noun, count in counts.items() if count]) or "nothing"


def checked(
    path: Path, form: str | None = None, telling: Telling | None = None, ticked: Path | None = None
) -> tuple[tuple[Problem, ...], str]:
    """Return every problem of a source, the heaviest first, with what it holds and what is not read.

    With `ticked`, those of a checklist that is taken into it are among them.
    """
    try:
        found = taking(read_and_checked(path, form, telling), ticked)
    except SourceInvalid as fault:
        both = f"{path.name or path} with {ticked.name}" if ticked else path.name or path
        return fault.problems, f"{both} cannot be used until the errors are mended."
    tables = found.source.tables.values()
    unused = [f"{column} of {table.place}" for table in tables for column in table.unused]
    left_out = f" Not read, and never shown: column {'; column '.join(unused)}." if unused else ""
    return (*found.orgmap.warnings, *found.orgmap.notes), f"{found.summary}{left_out}"
