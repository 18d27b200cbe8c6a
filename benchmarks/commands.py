"""Measure whole commands of orgmap, start-up included, each in a process of its own."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from report import Figure, figures_of

HERE = Path(__file__).resolve().parent
EXAMPLE = HERE.parent / "examples" / "hampshire-2004"


def _environment() -> dict[str, str]:
    """Return the environment of a run: modules stay compiled between runs, as they are once installed."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def measured(name: str, goal: str, words: list[str], repeat: int) -> Figure:
    """Run an orgmap command several times."""
    times, peaks = [], []
    for _ in range(repeat):
        start = time.perf_counter()
        run = subprocess.Popen(
            [sys.executable, "-m", "orgmap", *words],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=_environment(),
        )
        _, status, usage = os.wait4(run.pid, 0)
        if status:
            raise SystemExit(f"orgmap {' '.join(words)} failed")
        times.append(time.perf_counter() - start)
        peaks.append(usage.ru_maxrss / 1024)
    return Figure(name, "orgmap", "", statistics.median(times), max(peaks), repeat, goal=goal)


def commands(folder: Path, *, large: bool) -> Iterator[tuple[str, str, list[str]]]:
    """Yield the commands: what each is, what it is to reach, and its words."""
    yield "`orgmap --help`", "under 0.3 s", ["--help"]
    yield "pack of `hampshire-2004`", "under 5 s", ["build", str(EXAMPLE), "-o", str(folder / "pack")]
    for size in ("S", "M"):
        source = str(folder / size)
        yield f"check, {size}", "", ["check", source]
        yield f"measure, {size}", "", ["measure", source, "-o", str(folder / "m.csv")]
        yield f"map, {size}", "", ["map", source, "-o", str(folder / "map.html")]
        yield f"pack, {size}", "", ["build", source, "-o", str(folder / "pack")]
    yield "check, a workbook of 100,000 rows", "under 5 s", ["check", str(folder / "members.xlsx")]
    for size, out in (("S", "s.graphml"), ("M", "m.xlsx")):
        words = ["convert", str(folder / size), str(folder / out), "--replace"]
        yield f"convert, {size} to {Path(out).suffix}", "", words
    if large:
        yield "check, L", "", ["check", str(folder / "L")]


def figures(repeat: int, *, large: bool) -> list[Figure]:
    """Return what every command took."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for size in ("S", "M", "L") if large else ("S", "M"):
            generated(size, str(folder / size))
        generated("workbook", str(folder / "members.xlsx"))
        return [measured(*command, repeat) for command in commands(folder, large=large)]


def generated(*words: str) -> None:
    """Write files in a process of its own: a child's peak memory begins at its parent's."""
    subprocess.run([sys.executable, str(HERE / "generate.py"), *words], check=True)


def table(found: list[Figure]) -> str:
    """Return the figures as Markdown."""
    lines = ["| what | median time | peak memory | runs | to reach |", "| --- | --- | --- | --- | --- |"]
    for one in found:
        took = f"{figures_of(one.seconds or 0)} s | {one.megabytes:.0f} MB"
        lines.append(f"| {one.operation} | {took} | {one.runs} | {one.goal} |")
    return "\n".join(lines)
