"""Files of Pajek read as seats."""

from __future__ import annotations

import contextlib
import tempfile
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmap.errors import SourceInvalid
from orgmap.model import check
from orgmap.model.raw import Source
from orgmap.read.pajek import read_pajek

TWO = (
    '*Vertices 5 2\n1 "County LSP"\n2 "North LSP"\n3 "Police"\n4 "NHS"\n5 "CVS"\n'
    "*Edges\n1 3 1\n1 4 1\n2 4 2\n2 5 1\n"
)


def read(folder: Path, text: str, name: str = "map.net", encoding: str = "utf-8") -> Source:
    """Return the source that a file of this text makes."""
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return read_pajek(path)


def ties(found: Source) -> list[tuple[str, str]]:
    """Return member and body of each seat."""
    frame = found.tables["seats"].frame
    member = "person" if "person" in frame.columns else "organisation"
    return list(zip(frame[member], frame["body"], strict=True))


def notes(found: Source) -> str:
    """Return all problems as one text."""
    return "\n".join(f"{problem.severity}: {problem}" for problem in found.problems)


def test_two_modes(tmp_path: Path) -> None:
    """The two-number header gives the modes, the names which of them is of bodies, the values the seats."""
    found = read(tmp_path, TWO)
    assert found.reading == "a Pajek network: 3 organisations x 2 bodies, 5 seats"
    assert ties(found) == [
        ("Police", "County LSP"), ("NHS", "County LSP"), ("NHS", "North LSP"), ("NHS", "North LSP"),
        ("CVS", "North LSP"),
    ]  # fmt: skip
    assert found.tables["seats"].frame.index.tolist() == [8, 9, 10, 10, 11]
    assert len(check(found).organisations) == 3


def test_second_mode_where_names_do_not_tell(tmp_path: Path) -> None:
    """Where the names do not tell, the second mode is that of the bodies."""
    assert ties(read(tmp_path, "*vertices 4 2\n*edges\n1 3\n2 4\n")) == [("1", "3"), ("2", "4")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    """Names with accents are read from UTF-8 with and without its mark, UTF-16 and Windows-1252."""
    found = read(
        tmp_path, '*Vertices 2 1\r\n1 "Zoë Exämple"\r\n2 "LSP"\r\n*Edges\r\n1 2\r\n', encoding=encoding
    )
    assert ties(found) == [("Zoë Exämple", "LSP")]


def test_labels_and_drawing(tmp_path: Path) -> None:
    """Labels with quotes, without, and with blanks are read; places, shapes and colours are passed over."""
    text = (
        "% made by hand\n*Network a map\n*Vertices 4\n"
        ' 1 "Ann Example" 0.1 0.2 0.5 box ic Red\n 2 Bob Sample 0.1 0.3 ellipse\n 3 "LSP Board" 0 0\n4 CSP\n'
        '*Arcs :1 "Chair"\n1 3 1 c Blue\n*Arcs :2 "friends of"\n2 3\n2 4 1\n'
    )
    found = read(tmp_path, text)
    assert ties(found) == [("Ann Example", "LSP Board"), ("Bob Sample", "LSP Board"), ("Bob Sample", "CSP")]
    frame = found.tables["seats"].frame
    assert frame["role"].tolist() == ["Chair", None, None]
    assert frame["note"].tolist() == [None, "friends of", "friends of"]
    assert "not used: how lines are drawn" in notes(found)


@pytest.mark.parametrize(
    "lines",
    [
        "*Edges\n1 4\n1 5\n2 5\n3 6 1\n",
        "*Arcs\n1 4\n1 5\n2 5\n3 6\n4 1\n5 1\n5 2\n6 3\n",
        "*Edgeslist\n1 4 5\n2 5\n3 6\n",
        "*Arcslist\n4 1\n5 1 2\n6 3\n",
        "*Matrix\n1 1 0\n0 1 0\n0 0 1\n",
    ],
)
def test_ways_to_write_lines(tmp_path: Path, lines: str) -> None:
    """Edges, arcs both ways, lists and a matrix say the same."""
    head = (
        '*Vertices 6 3\n1 "Ann Example"\n2 "Bob Sample"\n3 "Cy Test"\n4 "A Board"\n5 "B Board"\n6 "C Forum"\n'
    )
    assert sorted(ties(read(tmp_path, head + lines))) == [
        ("Ann Example", "A Board"), ("Ann Example", "B Board"), ("Bob Sample", "B Board"),
        ("Cy Test", "C Forum"),
    ]  # fmt: skip


def test_values_of_people(tmp_path: Path) -> None:
    """A value for a person is a note, and a line of no value is none."""
    found = read(tmp_path, '*Vertices 3 2\n1 "Ann Example"\n2 "Bob Sample"\n3 "LSP"\n*Edges\n1 3 4\n2 3 0\n')
    assert found.tables["seats"].frame.to_dict("records") == [
        {"body": "LSP", "person": "Ann Example", "note": "4"}
    ]
    assert "Bob Sample" in notes(found)


def test_project(tmp_path: Path) -> None:
    """Of a project the first network is read, its modes from a partition of two classes; the rest is said."""
    text = (
        '*Network one\n*Vertices 4\n1 "a"\n2 "b"\n3 "c"\n4 "d"\n*Edges\n1 3\n2 3\n2 4\n'
        "*Partition colours\n*Vertices 4\n1\n2\n3\n4\n*Partition modes\n*Vertices 4\n1\n1\n2\n2\n"
        '*Vector v\n*Vertices 4\n0.1\n0.2\n0.3\n0.4\n*Network two\n*Vertices 1\n1 "q"\n'
    )
    found = read(tmp_path, text, "map.paj")
    assert ties(found) == [("a", "c"), ("b", "c"), ("b", "d")]
    assert "holds 2 networks" in notes(found)
    assert "not used: the partition colours and a vector." in notes(found)


def test_davis(tmp_path: Path) -> None:
    """Davis Southern Women, one-mode as NetworkX writes it, is told apart by its lines: 18, 14, 89."""
    path = tmp_path / "davis.net"
    davis = nx.davis_southern_women_graph()
    nx.write_pajek(nx.Graph(davis.edges), path)
    assert read_pajek(path).reading == "a Pajek network: 18 people x 14 bodies, 89 seats"


@pytest.mark.parametrize(
    "text",
    [
        '*Vertices 3\n1 "a"\n2 "b"\n3 "c"\n*Edges\n1 2\n2 3\n1 3\n',
        '*Vertices 3\n1 "A Board"\n2 "B Board"\n3 "C Forum"\n*Edges\n1 2\n2 3\n',
        '*Vertices 3 1\n1 "a"\n2 "b"\n3 "c"\n*Edges\n1 2\n2 3\n',
        '*Vertices 2\n1 "a"\n2 "b"\n*Arcs\n1 1\n1 2\n',
    ],
)
def test_one_mode(tmp_path: Path, text: str) -> None:
    """A network whose lines join one kind, a line inside a mode, and a loop are refused with the reason."""
    with pytest.raises(SourceInvalid, match="who is tied to whom"):
        read(tmp_path, text)


def test_vertices_without_label_or_line(tmp_path: Path) -> None:
    """Without a label a vertex is called by its number, without a line too it is left out; both are said."""
    found = read(tmp_path, '*Vertices 900000000 2\n2 "Ann Example"\n*Edges\n1 3\n2 3\n')
    assert ties(found) == [("1", "3"), ("Ann Example", "3")]
    assert "2 vertices have no label" in notes(found)
    assert "899,999,997 of 900,000,000 vertices" in notes(found)


def test_same_label_twice(tmp_path: Path) -> None:
    """Two vertices of one name stay two, and it is said."""
    found = read(tmp_path, '*Vertices 3 2\n1 "Ann Example"\n2 "Ann Example"\n3 "LSP"\n*Edges\n1 3\n2 3\n')
    assert ties(found) == [("Ann Example", "LSP"), ("Ann Example (2)", "LSP")]
    assert "warning: map.net, row 3" in notes(found)


def test_lines_that_cannot_be_read(tmp_path: Path) -> None:
    """Lines of something else are counted, and the first is named."""
    found = read(tmp_path, f"{TWO}1 z\nnonsense\n0 3\n99999999 3\n")
    assert "warning: map.net, row 12: 4 lines could not be read" in notes(found)
    assert len(ties(found)) == 5


@pytest.mark.parametrize(
    "text", ["nothing", "*Vertices x\n", "*Edges\n", "% only a comment\n", "*Partition\n1\n"]
)
def test_no_network(tmp_path: Path, text: str) -> None:
    """A file without a network is refused in words."""
    with pytest.raises(SourceInvalid, match="no network"):
        read(tmp_path, text)


PIECES = st.sampled_from(
    [
        *TWO.splitlines(keepends=True),
        "*Matrix\n",
        "*Partition x\n",
        "*Arcslist\n",
        '1 "a\n',
        "1 2 3 4\n",
        "*\n",
    ]
)


@settings(max_examples=50, deadline=None)
@given(st.one_of(st.binary(max_size=200), st.lists(PIECES, max_size=12).map("".join).map(str.encode)))
def test_any_bytes(content: bytes) -> None:
    """Any bytes are read or refused in words, and what is read can be checked."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "map.net"
        path.write_bytes(content)
        with contextlib.suppress(SourceInvalid):
            check(read_pajek(path))
