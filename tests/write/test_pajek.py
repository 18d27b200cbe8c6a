"""Networks written for Pajek, and read back."""

from __future__ import annotations

import tempfile
from collections import Counter
from pathlib import Path

import igraph
import networkx as nx
import pytest
from hypothesis import given, settings

from orgmap.errors import SourceInvalid
from orgmap.read.pajek import read_pajek
from orgmap.write.pajek import pajek
from tests.affiliated import bodies_sharing, exchanged, exchanges, tied

TWO = exchanged({("Ann Example", "LSP"): 1, ("Bob Sample", "LSP"): 2, ("Bob Sample", "HWB"): 1})


def saved(folder: Path, content: bytes, name: str = "map.net") -> Path:
    """Write bytes as a file and return its path."""
    path = folder / name
    path.write_bytes(content)
    return path


def test_two_modes() -> None:
    """The members come first and the header says how many, then the bodies; a line's value is its seats."""
    assert pajek(TWO).decode().split("\r\n") == [
        "% orgmap: people first, then bodies",
        "*Vertices 4 2",
        '1 "Ann Example"', '2 "Bob Sample"', '3 "LSP"', '4 "HWB"',
        "*Edges",
        "1 3 1", "2 3 2", "2 4 1",
        "",
    ]  # fmt: skip


def test_igraph_reads_two_modes(tmp_path: Path) -> None:
    """The modes, the labels, accents included, and the values are what igraph reads."""
    graph = exchanged({("Ann Ŵ Example", "LSP"): 1, ("Bob Sample", "LSP"): 2})
    read = igraph.Graph.Read_Pajek(str(saved(tmp_path, pajek(graph))))
    assert read.vs["name"] == ["Ann Ŵ Example", "Bob Sample", "LSP"]
    assert read.vs["type"] == [False, False, True]
    assert read.es["weight"] == [1, 2]


def test_networkx_and_igraph_read_a_projection(tmp_path: Path) -> None:
    """A projection is a one-mode network, which NetworkX and igraph read with its values."""
    graph = bodies_sharing({("LSP", "HWB"): 3, ("HWB", "Bwrdd Ŵ"): 1})
    path = saved(tmp_path, pajek(graph))
    read = nx.Graph(nx.read_pajek(path))
    assert {frozenset((a, b)): value for a, b, value in read.edges(data="weight")} == {
        frozenset(("LSP", "HWB")): 3, frozenset(("HWB", "Bwrdd Ŵ")): 1,
    }  # fmt: skip
    assert igraph.Graph.Read_Pajek(str(path)).es["weight"] == [3, 1]


def test_projection_refused(tmp_path: Path) -> None:
    """A projection that orgmap wrote is refused as seats."""
    path = saved(tmp_path, pajek(bodies_sharing({("LSP", "HWB"): 3, ("HWB", "CSP"): 1})))
    with pytest.raises(SourceInvalid, match="who is tied to whom"):
        read_pajek(path)


def test_project(tmp_path: Path) -> None:
    """A project has a partition by mode and by what is known, each of as many classes as vertices."""
    graph = exchanged({("Police", "LSP"): 1}, "organisation", ("Fire",), sector="police and justice")
    lines = pajek(graph, project=True).decode().split("\r\n")
    assert lines[:3] == ["% orgmap: organisations first, then bodies", "*Network orgmap", "*Vertices 3 2"]
    mode = lines.index("*Partition mode (1 body, 2 organisation, 0 not known)")
    assert lines[mode + 1 : mode + 5] == ["*Vertices 3", "2", "2", "1"]
    sector = lines.index("*Partition sector (1 police and justice, 0 not known)")
    assert lines[sector + 2 : sector + 5] == ["1", "1", "0"]
    found = read_pajek(saved(tmp_path, pajek(graph, project=True), "map.paj"))
    assert found.tables["seats"].frame.to_dict("records") == [{"body": "LSP", "organisation": "Police"}]


def test_hostile_labels(tmp_path: Path) -> None:
    """Quotes and line breaks in a name can neither end a label nor begin a section."""
    graph = exchanged(
        {('Ann "Bob" Example\r\n*Edges\r\n1 1', "LSP\x00\x1b"): 1, ("\u200b", "LSP\x00\x1b"): 1}
    )
    text = pajek(graph).decode("utf-8-sig")
    assert text.count("\r\n") == 8
    assert "1 \"Ann 'Bob' Example *Edges 1 1\"" in text
    frame = read_pajek(saved(tmp_path, pajek(graph))).tables["seats"].frame
    assert frame["person"].tolist() == ["Ann 'Bob' Example *Edges 1 1", "-"]


def test_same_label() -> None:
    """Two of one mode with the same name have labels of their own."""
    graph = exchanged({("Ann Example", "LSP"): 1, ("ann example", "LSP"): 1})
    assert '2 "ann example (2)"' in pajek(graph).decode()


@pytest.mark.parametrize("project", [False, True])
def test_nothing(project: bool, tmp_path: Path) -> None:
    """A network of nothing is a file of nothing, which is refused in words when it is read."""
    path = saved(tmp_path, pajek(nx.Graph(), project))
    with pytest.raises(SourceInvalid, match="no network"):
        read_pajek(path)


@settings(max_examples=50, deadline=None)
@given(exchanges())
def test_there_and_back(graph: nx.Graph[str]) -> None:
    """What is written is read back with the same names, ties and numbers of seats, whatever the names."""
    with tempfile.TemporaryDirectory() as folder:
        for name in ("map.net", "map.paj"):
            found = read_pajek(saved(Path(folder), pajek(graph, name.endswith("paj")), name))
            seats = found.tables["seats"].frame
            member = next(column for column in seats.columns if column != "body")
            assert Counter(zip(seats[member], seats["body"], strict=True)) == tied(graph)
            bodies = [label for node, label in graph.nodes(data="label") if node.startswith("body:")]
            assert found.tables["bodies"].frame["body"].tolist() == bodies
