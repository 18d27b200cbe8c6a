"""A source read and checked: its problems, and what it holds in a sentence."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from orgmap.errors import Problem, SourceInvalid
from orgmap.model import OrgMap, check
from orgmap.model.raw import Source
from orgmap.model.wording import counted, joined
from orgmap.read import read

Telling = Callable[[str], object]
STEPS = 4
"""How many steps are told of while a source is read and checked, at most."""


@dataclass(frozen=True)
class Checked:
    """A source with the map that it gives."""

    source: Source
    orgmap: OrgMap

    @property
    def summary(self) -> str:
        """What was read and as what, and how much it holds, in sentences."""
        held = contents(self.orgmap)
        if self.source.reading:
            return f"Read {self.source.name} as {self.source.reading}. It holds {held}."
        return f"Read {self.source.name}: {held}."


def read_and_checked(path: Path, form: str | None = None, telling: Telling | None = None) -> Checked:
    """Return a source with its map. `telling` is called with each step in words.

    Raises:
        SourceInvalid: the source has errors; it carries all problems.
    """
    with _uncollected():
        source = read(path, form, telling)
        if telling:
            telling(f"checking {sum(len(table.frame) for table in source.tables.values()):,} rows")
        return Checked(source, check(source))


@contextmanager
def _uncollected() -> Iterator[None]:
    """Put off the collection of garbage, which would go through all cells read so far again and again."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


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
    path: Path, form: str | None = None, telling: Telling | None = None
) -> tuple[tuple[Problem, ...], str]:
    """Return every problem of a source, the heaviest first, with what it holds and what is not read."""
    try:
        found = read_and_checked(path, form, telling)
    except SourceInvalid as fault:
        return fault.problems, f"{path.name or path} cannot be used until the errors are mended."
    tables = found.source.tables.values()
    unused = [f"{column} of {table.place}" for table in tables for column in table.unused]
    left_out = f" Not read, and never shown: column {'; column '.join(unused)}." if unused else ""
    return (*found.orgmap.warnings, *found.orgmap.notes), f"{found.summary}{left_out}"
