"""Measure orgmap and write the table in benchmarks/README.md: median time and peak memory of whole commands.

python benchmarks/run.py [--repeat N] [--large]
"""

from __future__ import annotations

import argparse
import datetime
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"


@dataclass(frozen=True)
class Figure:
    """What one command took."""

    name: str
    goal: str
    seconds: float
    megabytes: float
    runs: int


def _environment() -> dict[str, str]:
    """Return the environment of a run: modules stay compiled between runs, as they are once installed."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def measured(name: str, goal: str, words: list[str], repeat: int) -> Figure:
    """Run an orgmap command several times, each in a process of its own."""
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
    return Figure(name, goal, statistics.median(times), max(peaks), repeat)


def figures(folder: Path, repeat: int, *, large: bool) -> list[Figure]:
    """Return what every command measured took."""
    for size in ("S", "M", "L") if large else ("S", "M"):
        made = [sys.executable, str(HERE / "generate.py"), size, str(folder / size)]
        subprocess.run(
            made, check=True
        )  # in a process of its own: a child's peak memory begins at its parent's
    example, pack = str(ROOT / "examples" / "hampshire-2004"), str(folder / "pack")
    found = [
        measured("`orgmap --help`", "under 0.3 s", ["--help"], repeat),
        measured("pack of `hampshire-2004`", "under 5 s", ["build", example, "-o", pack], repeat),
    ]
    for size in ("S", "M"):
        source = str(folder / size)
        found += [
            measured(f"check, {size}", "", ["check", source], repeat),
            measured(f"measure, {size}", "", ["measure", source, "-o", str(folder / "m.csv")], repeat),
            measured(f"map, {size}", "", ["map", source, "-o", str(folder / "map.html")], repeat),
            measured(f"pack, {size}", "", ["build", source, "-o", pack], repeat),
        ]
    book = folder / "members.xlsx"
    subprocess.run([sys.executable, str(HERE / "generate.py"), "workbook", str(book)], check=True)
    found += [
        measured("check, a workbook of 100,000 rows", "under 5 s", ["check", str(book)], repeat),
        measured(
            "convert, S to GraphML",
            "",
            ["convert", str(folder / "S"), str(folder / "s.graphml"), "--replace"],
            repeat,
        ),
        measured(
            "convert, M to a workbook",
            "",
            ["convert", str(folder / "M"), str(folder / "m.xlsx"), "--replace"],
            repeat,
        ),
    ]
    if large:
        found.append(measured("check, L", "", ["check", str(folder / "L")], 1))
    return found


def table(found: list[Figure]) -> str:
    """Return the figures as Markdown, with the machine and the day."""
    lines = ["| what | median time | peak memory | runs | to reach |", "| --- | --- | --- | --- | --- |"]
    lines += [
        f"| {one.name} | {one.seconds:.2f} s | {one.megabytes:.0f} MB | {one.runs} | {one.goal} |"
        for one in found
    ]
    day = datetime.datetime.now(datetime.UTC).date().isoformat()
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    python = platform.python_version()
    return "\n".join([f"Measured on {day}: {machine}, Python {python}.", "", *lines])


def main() -> None:
    """Measure and write."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--repeat", type=int, default=3)
    asked.add_argument("--large", action="store_true", help="also size L: all England")
    chosen = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        made = table(figures(Path(folder), chosen.repeat, large=chosen.large))
    readme = HERE / "README.md"
    before, rest = readme.read_text("utf-8").split(BEGIN)
    readme.write_text(f"{before}{BEGIN}\n\n{made}\n\n{END}{rest.split(END)[1]}", "utf-8", newline="\n")
    print(made)


if __name__ == "__main__":
    main()
