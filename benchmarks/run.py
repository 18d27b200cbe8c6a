"""Measure orgmap and its peers, and write the tables in benchmarks/README.md.

python benchmarks/run.py                                   every operation at every size: about an hour
python benchmarks/run.py --sizes S M --operations close    some; the others keep the figures they had
python benchmarks/run.py --commands [--large]              whole commands of orgmap instead
python benchmarks/run.py --pages                           the pages of a pack in Chromium instead
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import signal
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import report
from report import Figure

HERE = Path(__file__).resolve().parent
FIGURES = HERE / "figures.json"
COUNT = """
import sys, networks, peers
print(len(peers.bare_overlap(networks.Network(sys.argv[1]))[0]))
"""
PREPARING = 900.0
"""How many seconds a network may take to be made for a library, and its values to be compared."""


def main() -> None:
    """Measure what is asked for and write it."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--operations", nargs="+", default=[""], help="those with one of these in their names")
    asked.add_argument("--sizes", nargs="+", choices=report.SIZES, default=report.SIZES)
    asked.add_argument("--repeat", type=int, default=5, help="runs, fewer where they take long")
    asked.add_argument("--seconds", type=float, default=120, help="how long one run may take")
    asked.add_argument("--memory", type=float, default=12, help="how many GB a process may ask for")
    asked.add_argument("--commands", action="store_true", help="whole commands instead")
    asked.add_argument("--large", action="store_true", help="whole commands at size L too")
    asked.add_argument("--pages", action="store_true", help="the pages of a pack instead")
    chosen = asked.parse_args()
    if chosen.commands:
        _commands(chosen)
    elif chosen.pages:
        _pages(chosen)
    else:
        _operations(chosen)


def _commands(chosen: argparse.Namespace) -> None:
    import commands

    made = f"{report.machine()}\n\n{commands.table(commands.figures(chosen.repeat, large=chosen.large))}"
    report.put(made, "commands")
    print(made)


def _pages(chosen: argparse.Namespace) -> None:
    import pages

    made = f"{report.machine()}\n\n{pages.report_of(chosen.repeat)}"
    report.put(made, "pages")
    print(made)


def _operations(chosen: argparse.Namespace) -> None:
    from operations import OPERATIONS, more

    every = [*OPERATIONS, *more()]
    kept = _kept()
    for operation in every:
        if any(words in operation.name for words in chosen.operations):
            for size in (size for size in chosen.sizes if size in operation.sizes.split()):
                for figure in measured(operation, size, chosen):
                    kept[figure.operation, figure.who, figure.size] = figure
                    print(figure.operation, figure.who, size, report.cell(figure, None), flush=True)
            _write(_in_order(every, kept))


def _in_order(every: list[Any], kept: dict[tuple[str, str, str], Figure]) -> list[Figure]:
    """Return the figures in the order in which the operations and who does them are listed."""
    order = [(one.name, way.who, size) for one in every for way in one.ways for size in one.sizes.split()]
    return [kept[key] for key in order if key in kept]


def _kept() -> dict[tuple[str, str, str], Figure]:
    """Return the figures of earlier runs, so that a part can be measured anew."""
    if not FIGURES.exists():
        return {}
    rows = [Figure(**row) for row in json.loads(FIGURES.read_text("utf-8"))]
    return {(row.operation, row.who, row.size): row for row in rows}


def _write(figures: list[Figure]) -> None:
    """Write the figures, and the tables made of them."""
    rows = json.dumps([asdict(figure) for figure in figures], indent=1)
    FIGURES.write_text(f"{rows}\n", "utf-8", newline="\n")
    parts = [
        f"{report.machine()} {report.versions()}",
        report.goals(figures),
        report.table(figures),
        report.notes(figures),
    ]
    report.put("\n\n".join(filter(None, parts)), "figures")


def measured(operation: Any, size: str, chosen: argparse.Namespace) -> Iterator[Figure]:
    """Yield the figure of each way of doing an operation at a size, orgmap's first."""
    scale = {"seats": seats_of, "pairs": pairs_of}[operation.by](size)
    with tempfile.TemporaryDirectory() as name:
        ours: np.ndarray | None = None
        for number, way in enumerate(way for each, way in operation.tried if each == size):
            path = Path(name) / f"{number}.npy"
            limit = chosen.seconds * way.patience
            words = [operation.name, way.who, size, str(chosen.repeat), str(limit), str(path)]
            facts = in_a_process(words, chosen.memory, limit)
            values = np.load(path) if path.exists() else None
            agrees = agreement(ours, values) if number else None
            ours = values if number == 0 else ours
            yield figure_of(operation, way.who, size, facts, scale, agrees)


def figure_of(
    operation: Any, who: str, size: str, facts: dict[str, Any], scale: int, agrees: tuple[int, int] | None
) -> Figure:
    """Return the figure of what a process told."""
    if "why" in facts:
        return Figure(operation.name, who, size, why=facts["why"], goal=operation.goal, grows_with=scale)
    return Figure(
        operation.name,
        who,
        size,
        statistics.median(facts["times"]),
        facts["peak"],
        len(facts["times"]),
        goal=operation.goal,
        grows_with=scale,
        agrees=agrees,
        notes=facts["notes"],
    )


def agreement(ours: np.ndarray | None, theirs: np.ndarray | None) -> tuple[int, int] | None:
    """Return how many values agree to 1e-9 of the greater of 1 and the value, and how many there are."""
    if ours is None or theirs is None or ours.shape != theirs.shape:
        return None
    return int(np.isclose(theirs, ours, rtol=1e-9, atol=1e-9, equal_nan=True).sum()), len(ours)


def in_a_process(words: list[str], gigabytes: float, seconds: float) -> dict[str, Any]:
    """Return what measuring told, or why it told nothing."""
    most = int(gigabytes * 2**30)
    try:
        run = subprocess.run(
            [sys.executable, str(HERE / "measure.py"), *words],
            capture_output=True,
            text=True,
            check=False,
            timeout=PREPARING + seconds,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (most, most)),
        )
    except subprocess.TimeoutExpired:
        return {"why": "not prepared in time"}
    if run.returncode == 0:
        return dict(json.loads(run.stdout.splitlines()[-1]))
    return {"why": ended(run, gigabytes, seconds)}


def ended(run: subprocess.CompletedProcess[str], gigabytes: float, seconds: float) -> str:
    """Return why a process ended without a figure."""
    if run.returncode == -signal.SIGALRM:
        return f"not in {seconds:.0f} s"
    last = (run.stderr.strip().splitlines() or ["no word"])[-1][:100].replace("|", "/")
    if run.returncode == -signal.SIGKILL or "alloc" in last.lower() or "MemoryError" in last:
        return f"not in {gigabytes:.0f} GB"
    return f"failed: {last}"


def seats_of(size: str) -> int:
    """Return how many seats a size has."""
    from generate import SIZES

    return SIZES[size].seats


@cache
def pairs_of(size: str) -> int:
    """Return how many pairs of bodies overlap at a size; worked out apart, for it takes memory at XL."""
    words = [sys.executable, "-c", COUNT, size]
    return int(subprocess.run(words, cwd=HERE, check=True, capture_output=True).stdout)


if __name__ == "__main__":
    os.environ.setdefault("PYTHONWARNINGS", "ignore")
    main()
