"""A source checked: its problems, and what it holds in a sentence."""

from __future__ import annotations

from pathlib import Path

from orgmap.errors import Problem, SourceInvalid
from orgmap.model import OrgMap, check
from orgmap.model.wording import counted, joined
from orgmap.read import read


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


def checked(source: Path) -> tuple[tuple[Problem, ...], str]:
    """Return every problem of a source, errors first, with what it holds and what is not read."""
    name = source.name or str(source)
    try:
        raw = read(source)
        orgmap = check(raw)
    except SourceInvalid as fault:
        return fault.problems, f"{name} cannot be used until the errors are mended."
    unused = [f"{column} of {table.place}" for table in raw.tables.values() for column in table.unused]
    left_out = f" Not read, and never shown: column {'; column '.join(unused)}." if unused else ""
    return orgmap.warnings, f"{name}: {contents(orgmap)}.{left_out}"
