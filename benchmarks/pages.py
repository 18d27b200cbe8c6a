"""Measure the pages of a pack: how soon a map can be used, how heavy each kind is, how long all take."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import commands
from drawing import Size
from report import Figure, duration

if TYPE_CHECKING:
    from playwright.sync_api import Browser

NODES = (20, 200, 500, 2_000, 5_000)
"""How many bodies, organisations and people the maps have that are opened."""
SOON = {500: 1.0, 5_000: 2.0}
"""Within how many seconds a map of so many is to be usable."""
LIGHT, MAP_LIGHT = 1_000_000, 3_000_000
"""How many bytes a page may have, and a map of up to 2,000 nodes."""
PATIENCE = 120.0
COUNTY = "M"
USABLE = "performance.getEntriesByName('orgmap-usable')"


@dataclass(frozen=True)
class Opened:
    """A map that was opened: its size, and how long it took each time until it could be used."""

    nodes: int
    size: int
    times: tuple[float, ...]


@dataclass(frozen=True)
class Kind:
    """Pages of one kind: how many there are, and the heaviest."""

    name: str
    pages: int
    heaviest: str
    size: int


def map_size(nodes: int) -> Size:
    """Return an area of so many bodies, organisations and people together, in the proportions of a county."""
    bodies, organisations = max(5, round(nodes * 0.095)), round(nodes * 0.19)
    people = nodes - bodies - organisations
    held = min(round(nodes * 1.9), people * bodies // 3)
    on_a_body = (min(8, held // bodies // 2), min(100, people))
    return Size(people, organisations, bodies, held, 1, min(12, bodies - 1), on_a_body, min(40, bodies))


def opened(nodes: int, folder: Path, browser: Browser, repeat: int) -> Opened:
    """Make a map of so many nodes and open it several times; the first is not counted."""
    from folders import write

    source, page = folder / str(nodes), folder / f"{nodes}.html"
    source.mkdir()
    write(source, map_size(nodes))
    words = ["map", str(source), "--names", "full", "-o", str(page)]
    subprocess.run([sys.executable, "-m", "orgmap", *words], check=True, capture_output=True)
    times = [usable_after(browser, page) for _ in range(repeat + 1)]
    return Opened(nodes, page.stat().st_size, tuple(times[1:]))


def usable_after(browser: Browser, page: Path) -> float:
    """Return how many seconds a map takes from navigation until it is drawn and listens."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    try:
        shown = context.new_page()
        shown.goto(page.as_uri(), timeout=PATIENCE * 1000)
        shown.wait_for_function(f"{USABLE}.length > 0", timeout=PATIENCE * 1000)
        return float(shown.evaluate(f"{USABLE}[0].startTime")) / 1000
    finally:
        context.close()


@contextmanager
def chromium() -> Iterator[Browser]:
    """Run the Chromium of this machine."""
    from playwright.sync_api import sync_playwright

    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with sync_playwright() as tools:
        running = tools.chromium.launch(
            executable_path=program, args=["--no-sandbox"] if os.geteuid() == 0 else []
        )
        try:
            yield running
        finally:
            running.close()


def kinds(pack: Path) -> list[Kind]:
    """Return the kinds of page of a pack, heaviest first: those of a folder are of one kind."""
    found: dict[str, list[Path]] = defaultdict(list)
    for page in sorted(pack.rglob("*.html")):
        own = page.relative_to(pack)
        found[own.stem if len(own.parts) == 1 else f"{own.parts[0]}/"].append(page)
    heaviest = {name: max(pages, key=lambda page: page.stat().st_size) for name, pages in found.items()}
    rows = [Kind(name, len(found[name]), page.name, page.stat().st_size) for name, page in heaviest.items()]
    return sorted(rows, key=lambda kind: (-kind.size, kind.name))


def map_table(found: list[Opened]) -> str:
    """Return a row for each map: when it could be used and how heavy it is."""
    lines = [
        "| nodes | usable after | slowest | runs | size | to reach |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for one in found:
        took = [duration(value) for value in (statistics.median(one.times), max(one.times))]
        goals = [f"under {SOON[one.nodes]:g} s"] if one.nodes in SOON else []
        goals += ["under 3 MB"] if one.nodes <= 2_000 else []
        row = [f"{one.nodes:,}", *took, str(len(one.times)), weight(one.size), ", ".join(goals)]
        lines.append(f"| {' | '.join(row)} |")
    return "\n".join(lines)


def kind_table(found: list[Kind]) -> str:
    """Return a row for each kind of page, with a word on those that are too heavy."""
    lines = ["| kind of page | pages | heaviest | size | to reach |", "| --- | --- | --- | --- | --- |"]
    for one in found:
        most = MAP_LIGHT if one.name == "map" else LIGHT
        reached = f"under {most // 1_000_000} MB{'' if one.size < most else ': **too heavy**'}"
        lines.append(f"| {one.name} | {one.pages:,} | `{one.heaviest}` | {weight(one.size)} | {reached} |")
    return "\n".join(lines)


def weight(size: int) -> str:
    """Return a number of bytes in kilobytes, of a thousand bytes each."""
    return f"{size / 1000:,.0f} KB"


def report_of(repeat: int, nodes: tuple[int, ...] = NODES, county: str = COUNTY) -> str:
    """Measure everything and return it as Markdown."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source, pack = folder / county, folder / "pack"
        commands.generated(county, str(source))
        packs = [_pack(source, pack, names, repeat) for names in ("posts", "full")]
        with chromium() as browser:
            maps = [opened(count, folder, browser, repeat) for count in nodes]
        return "\n\n".join([commands.table(packs), kind_table(kinds(pack)), map_table(maps)])


def _pack(source: Path, pack: Path, names: str, repeat: int) -> Figure:
    words = ["build", str(source), "-o", str(pack), "--names", names]
    what = f"pack, {source.name}, {'with' if names == 'full' else 'without'} names of people"
    return commands.measured(what, "under 20 s and 800 MB", words, min(3, repeat))
