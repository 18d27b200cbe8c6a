"""The benchmarks: what they measure on is as large as they say, and what they write is as measured."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import networkx as nx
import numpy as np
import pytest

from orgmap.network import incidence_of

BENCHMARKS = Path(__file__).resolve().parent.parent / "benchmarks"


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return a way to import a module of the benchmarks, which are scripts and no package."""
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    return __import__


@pytest.mark.parametrize("size", ["S", "M"])
def test_sizes(bench: Any, size: str) -> None:
    """A network has the people, organisations, bodies and seats that its size states, and nobody twice."""
    generate = bench("generate")
    made = generate.seats(size)
    stated = generate.SIZES[size]
    on_body, of_person = np.bincount(made.body), np.bincount(made.person)
    assert (len(of_person), len(on_body), len(made.body)) == (stated.people, stated.bodies, stated.seats)
    assert len(np.unique(made.organisation)) == len(made.sectors) == stated.organisations
    assert of_person.min() == 1
    assert of_person.max() <= stated.of_a_person
    assert stated.on_a_body[0] <= on_body.min()
    assert on_body.max() <= stated.on_a_body[1]
    assert len(np.unique(made.body * stated.people + made.person)) == stated.seats


def test_most_people_hold_one_or_two_seats(bench: Any) -> None:
    """Most people hold one or two seats, and a few more than twenty."""
    seats = np.bincount(bench("generate").seats("M").person)
    assert (seats <= 2).mean() > 0.6
    assert 0 < (seats > 20).mean() < 0.05


def test_seeded(bench: Any) -> None:
    """The same seed draws the same network, another seed another."""
    generate = bench("generate")
    one, same, other = (generate.seats("S", seed) for seed in (7, 7, 8))
    names = ("person", "body", "organisation", "place", "sector_of")
    assert all(np.array_equal(getattr(one, name), getattr(same, name)) for name in names)
    assert not np.array_equal(one.person, other.person)


@pytest.mark.parametrize("counting", ["people", "organisations"])
def test_arrays_and_graph_agree(bench: Any, counting: str) -> None:
    """The arrays of a network are those of its graph, and it is of one piece."""
    generate = bench("generate")
    graph, arrays = generate.graph("S", counting), generate.incidence("S", counting)
    taken = incidence_of(graph)
    assert taken.nodes == arrays.nodes
    assert (taken.matrix != arrays.matrix).nnz == 0
    assert all(
        taken.attribute(name) == arrays.attribute(name) for name in ("mode", "tier", "sector", "label")
    )
    assert nx.is_connected(graph)


def test_tables(bench: Any, tmp_path: Path) -> None:
    """The tables of an area hold a row for each seat, body and organisation, and read without a warning."""
    from orgmap.model import check
    from orgmap.read import read

    stated = bench("drawing").SIZES["S"]
    bench("folders").write(tmp_path, stated)
    rows = {
        path.stem: len(list(csv.DictReader(path.read_text("utf-8").splitlines())))
        for path in tmp_path.iterdir()
    }
    assert (rows["seats"], rows["bodies"]) == (stated.seats, stated.bodies)
    assert rows["organisations"] == stated.organisations
    orgmap = check(read(tmp_path))
    assert not orgmap.warnings
    assert len(orgmap.people) == stated.people


def test_table_of_figures(bench: Any) -> None:
    """The table gives time and memory, how many times orgmap's time a peer took, and the slope of growth."""
    report = bench("report")
    figures = [
        report.Figure("closeness", "orgmap", "M", 0.01, 100, 5, grows_with=8_000),
        report.Figure("closeness", "igraph", "M", 0.25, 60, 5, grows_with=8_000, agrees=(3_399, 3_400)),
        report.Figure("closeness", "orgmap", "L", 4.0, 300, 1, grows_with=320_000),
        report.Figure("closeness", "igraph", "L", why="not in 120 s", grows_with=320_000),
    ]
    _, _, own, peer = report.table(figures).splitlines()
    assert own == "| closeness | orgmap |  | 10.0 ms, 100 MB | 4.00 s, 300 MB |  | 1.62 |  |  |"
    assert peer == "|  | igraph |  | 250 ms, 60 MB, **×25** | not in 120 s |  |  |  | 3,399 of 3,400 at M |"


def test_put(bench: Any, tmp_path: Path) -> None:
    """A table replaces what stands between its marks and nothing else."""
    readme = tmp_path / "README.md"
    readme.write_text("a\n<!-- x: begin -->\nold\n<!-- x: end -->\nb\n", "utf-8")
    bench("report").put("new", "x", readme)
    assert readme.read_text("utf-8") == "a\n<!-- x: begin -->\n\nnew\n\n<!-- x: end -->\nb\n"


@pytest.mark.parametrize("nodes", [20, 200, 2_000])
def test_areas_for_maps(bench: Any, nodes: int) -> None:
    """A map is measured on an area with exactly as many bodies, organisations and people as is said."""
    stated = bench("pages").map_size(nodes)
    made = bench("generate").seats(stated)
    there = [len(np.unique(part)) for part in (made.body, made.person, made.organisation)]
    assert there == [stated.bodies, stated.people, stated.organisations]
    assert sum(there) == nodes


def test_kinds_of_page(bench: Any, tmp_path: Path) -> None:
    """Pages in a folder are one kind, of which the heaviest counts; what is too heavy is said to be."""
    pages = bench("pages")
    for name, size in {"index": 9_000, "map": 2_000_000, "bodies/a": 10, "bodies/b": 1_000_000}.items():
        file = tmp_path / f"{name}.html"
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(b"x" * size)
    assert pages.kind_table(pages.kinds(tmp_path)).splitlines()[2:] == [
        "| map | 1 | `map.html` | 2,000 KB | under 3 MB |",
        "| bodies/ | 2 | `b.html` | 1,000 KB | under 1 MB: **too heavy** |",
        "| index | 1 | `index.html` | 9 KB | under 1 MB |",
    ]


def test_table_of_maps(bench: Any) -> None:
    """The table of maps gives the median and the slowest time, and what is to be reached at this size."""
    pages = bench("pages")
    rows = pages.map_table([pages.Opened(500, 1_234_567, (0.4, 0.9, 0.5)), pages.Opened(5_000, 10, (2.5,))])
    assert rows.splitlines()[2:] == [
        "| 500 | 500 ms | 900 ms | 3 | 1,235 KB | under 1 s, under 3 MB |",
        "| 5,000 | 2.50 s | 2.50 s | 1 | 0 KB | under 2 s |",
    ]
