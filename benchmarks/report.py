"""The figures as tables of Markdown, and where they stand in benchmarks/README.md."""

from __future__ import annotations

import datetime
import math
import os
import platform
from collections.abc import Iterable
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

README = Path(__file__).resolve().parent / "README.md"
PEERS = ("networkx", "igraph", "rustworkx", "networkit", "scipy", "numpy", "pandas", "polars", "bicm")
SIZES = ("S", "M", "L", "XL")


@dataclass(frozen=True)
class Figure:
    """What one way of doing one operation took at one size, or why there is no figure.

    `grows_with` is how much there was to do; `agrees` of how many values how many are orgmap's to 1e-9.
    """

    operation: str
    who: str
    size: str
    seconds: float | None = None
    megabytes: float | None = None
    runs: int = 0
    why: str = ""
    goal: str = ""
    grows_with: int = 0
    agrees: tuple[int, int] | None = None
    notes: list[str] = field(default_factory=list)


def table(figures: list[Figure]) -> str:
    """Return a row for each operation and each who did it: time, memory, ratio, and how they grow."""
    heads = ["operation", "by", *SIZES, "M to L", "L to XL", "same values"]
    lines = [f"| {' | '.join(heads)} |", f"|{' --- |' * len(heads)}"]
    for operation in dict.fromkeys(figure.operation for figure in figures):
        rows = [figure for figure in figures if figure.operation == operation]
        for number, who in enumerate(dict.fromkeys(row.who for row in rows)):
            cells = [operation if number == 0 else "", who, *_cells(rows, who)]
            lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def _cells(rows: list[Figure], who: str) -> list[str]:
    own = {row.size: row for row in rows if row.who == who}
    first = {row.size: row for row in rows if row.who == rows[0].who}
    cells = [cell(own[size], first.get(size)) if size in own else "" for size in SIZES]
    growth = [exponent(own.get(a), own.get(b)) for a, b in (("M", "L"), ("L", "XL"))]
    return [*cells, *growth, _agreement(own.values())]


def cell(figure: Figure, first: Figure | None) -> str:
    """Return the time, the memory and, of a peer, how many times orgmap's time that is."""
    if figure.seconds is None:
        return figure.why
    said = f"{duration(figure.seconds)}, {figure.megabytes:.0f} MB"
    if first is None or first is figure or first.seconds is None:
        return said
    return f"{said}, **{times(figure.seconds / first.seconds)}**"


def duration(seconds: float) -> str:
    """Return a time with three figures, in the unit that suits it."""
    for unit, scale in (("s", 1.0), ("ms", 1e3), ("µs", 1e6)):
        if seconds * scale >= 1 or unit == "µs":
            return f"{figures_of(seconds * scale)} {unit}"
    raise AssertionError


def figures_of(value: float) -> str:
    """Return a number with three figures and no exponent."""
    digits = max(0, 2 - math.floor(math.log10(value))) if value > 0 else 0
    return f"{value:,.{digits}f}"


def times(ratio: float) -> str:
    """Return a ratio with two figures."""
    return f"×{ratio:,.0f}" if ratio >= 10 else f"×{ratio:.2g}"


def exponent(less: Figure | None, more: Figure | None) -> str:
    """Return the slope of time over what there was to do, on a double logarithmic scale."""
    if less is None or more is None or not less.seconds or not more.seconds:
        return ""
    return f"{math.log(more.seconds / less.seconds) / math.log(more.grows_with / less.grows_with):.2f}"


def _agreement(figures: Iterable[Figure]) -> str:
    """Return how many values are the same at the largest size compared."""
    compared = [figure for figure in figures if figure.agrees]
    if not compared:
        return ""
    same, of = compared[-1].agrees or (0, 0)
    return (
        f"all {of:,} at {compared[-1].size}" if same == of else f"{same:,} of {of:,} at {compared[-1].size}"
    )


def goals(figures: list[Figure]) -> str:
    """Return what each operation is to reach, beside what orgmap took."""
    lines = ["| operation | to reach | orgmap took |", "| --- | --- | --- |"]
    for operation in dict.fromkeys(figure.operation for figure in figures if figure.goal):
        rows = [figure for figure in figures if figure.operation == operation]
        own = [row for row in rows if row.who == rows[0].who]
        took = "; ".join(f"{row.size}: {cell(row, None)}" for row in own)
        lines.append(f"| {operation} | {own[0].goal} | {took} |")
    return "\n".join(lines)


def notes(figures: list[Figure]) -> str:
    """Return what orgmap says of its own results at the large sizes."""
    said = [(figure, note) for figure in figures if figure.size in ("L", "XL") for note in figure.notes]
    return "\n".join(f"- {figure.operation}, {figure.size}: {note}" for figure, note in said)


def machine() -> str:
    """Return on what and when this is measured."""
    day = datetime.datetime.now(datetime.UTC).date().isoformat()
    memory = ""
    if hasattr(os, "sysconf") and "SC_PHYS_PAGES" in os.sysconf_names:
        memory = f", {os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GB"
    return (
        f"Measured on {day}: {platform.system()} {platform.machine()}, {os.cpu_count()} cores{memory}, "
        f"Python {platform.python_version()}."
    )


def versions() -> str:
    """Return the versions of the peers, and which are not there."""
    found = {name: _version(name) for name in PEERS}
    there = ", ".join(f"{name} {number}" for name, number in found.items() if number)
    absent = ", ".join(name for name, number in found.items() if not number)
    return f"With {there}." + (f" Left out, for they are not installed: {absent}." if absent else "")


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def put(text: str, mark: str, readme: Path = README) -> None:
    """Put a text between the two marks of this name in the README."""
    begin, end = f"<!-- {mark}: begin -->", f"<!-- {mark}: end -->"
    before, rest = readme.read_text("utf-8").split(begin)
    readme.write_text(f"{before}{begin}\n\n{text}\n\n{end}{rest.split(end)[1]}", "utf-8", newline="\n")
