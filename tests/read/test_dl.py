"""Files of UCINET's DL language read as seats."""

from __future__ import annotations

import contextlib
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmap.errors import SourceInvalid
from orgmap.model import check
from orgmap.model.raw import Source
from orgmap.read.dl import read_dl

FULL = (
    'DL\nNR=3 NC=4\nFORMAT = FULLMATRIX\nROW LABELS:\n"County LSP"\n"North LSP"\nCSP\n'
    "COLUMN LABELS:\nPolice\nNHS\nCVS\nFire\nDATA:\n1 1 1 1\n1 1 1 0\n1 0 0 1\n"
)
_COUNTY = '"County LSP"'
_NORTH = '"North LSP"'
SAME = [
    FULL,
    (
        "dl nr=3, nc=4, format=nodelist2\nrow labels embedded\ncolumn labels embedded\ndata:\n"
        f"{_COUNTY} Police NHS CVS Fire\n{_NORTH} Police NHS CVS\nCSP Police Fire\n"
    ),
    (
        "dl nr=3 nc=4\nrow labels embedded\ncol labels embedded:\ndata:\n Police NHS CVS Fire\n"
        f"{_COUNTY} 1 1\n1 1 {_NORTH} 1 1 1 0\nCSP 1 0\n0 1\n"
    ),
    (
        f"dl nr=3, nc=4 format = edgelist2\nrow labels: {_COUNTY},{_NORTH},CSP\n"
        "column labels: Police,NHS,CVS,Fire\ndata:\n1 1\n1 2\n1 3\n1 4\n2 1 1\n2 2\n2 3\n3 1\n3 4\n"
    ),
    (
        "dl format=edgelist2 nr=3 nc=4 row col labels embedded data:\n"
        f"{_COUNTY} Police\n{_COUNTY} NHS\n{_COUNTY} CVS\n{_COUNTY} Fire\n"
        f"{_NORTH} Police\n{_NORTH} nhs\n{_NORTH} CVS\nCSP Police\ncsp Fire\n"
    ),
    (
        "dl nr=3\nnc=4\nrow labels:\nCounty LSP\nNorth LSP\nCSP\ncolumn labels:\nPolice NHS,CVS = Fire\n"
        "data:\n1,1,1,1,1,1\n1,0,1,0,0,1\n"
    ),
]
TIES = {
    *((agency, "County LSP") for agency in ("Police", "NHS", "CVS", "Fire")),
    *((agency, "North LSP") for agency in ("Police", "NHS", "CVS")),
    *((agency, "CSP") for agency in ("Police", "Fire")),
}


def read(folder: Path, text: str) -> Source:
    """Return the source that a file of this text makes."""
    path = folder / "map.dl"
    path.write_bytes(text.encode())
    return read_dl(path)


def ties(found: Source) -> list[tuple[str, str]]:
    """Return member and body of each seat."""
    frame = found.tables["seats"].frame
    member = "person" if "person" in frame.columns else "organisation"
    return list(zip(frame[member], frame["body"], strict=True))


def said(found: Source) -> str:
    """Return all problems as one text."""
    return "\n".join(f"{problem.severity}: {problem}" for problem in found.problems)


@pytest.mark.parametrize("text", SAME)
def test_ways_to_write_a_matrix(tmp_path: Path, text: str) -> None:
    """Matrices, node lists and edge lists of two modes, with labels before or in the data, say the same."""
    found = read(tmp_path, text)
    assert set(ties(found)) == TIES
    assert found.reading == "a UCINET matrix: 4 organisations x 3 bodies, 9 seats"
    assert len(check(found).organisations) == 4


ONE = [
    "dl n=4 format=edgelist1\nlabels:\nann,bob,x board,y board\ndata:\n1 3\n1 4\n2 3\n",
    'dl n=4 format=edgelist1\nlabels embedded:\ndata:\nann "x board"\nann "y board" 1\nbob "x board"\n',
    'dl n=4 format=nodelist1\nlabels:\nann,bob,"x board","y board"\ndata:\n1 3 4\n2 3\n',
    'dl n=4 format=nodelist1b\nlabels:\nann,bob,"x board","y board"\ndata:\n2 3 4\n1 3\n0\n0\n',
    'dl n=4 diagonal=absent\nlabels:\nann,bob,"x board","y board"\ndata:\n0 1 1\n0 1 0\n1 1 0\n1 0 0\n',
    'dl n=4\nlabels:\nann,bob,"x board","y board"\ndata:\n0 0 1 1\n0 0 1 0\n1 1 0 0\n1 0 0 0\n',
    'dl n=4 format=lowerhalf\nlabels:\nann,bob,"x board","y board"\ndata:\n0\n0 0\n1 1 0\n1 0 0 0\n',
    'dl n=4 format=upperhalf\nlabels:\nann,bob,"x board","y board"\ndata:\n0 0 1 1\n0 1 0\n0 0\n0\n',
]


@pytest.mark.parametrize("text", ONE)
def test_two_modes_in_one(tmp_path: Path, text: str) -> None:
    """A one-mode matrix whose ties join two kinds is read as members and bodies, each tie once."""
    assert sorted(ties(read(tmp_path, text))) == [("ann", "x board"), ("ann", "y board"), ("bob", "x board")]


def test_one_mode(tmp_path: Path) -> None:
    """A matrix of who is tied to whom is refused, and the reason is said."""
    with pytest.raises(SourceInvalid, match="who is tied to whom"):
        read(tmp_path, "dl n=3\ndata:\n0 1 1\n1 0 1\n1 1 0\n")


def test_several_matrices(tmp_path: Path) -> None:
    """Of several matrices the first is read, and it is said."""
    found = read(tmp_path, "dl nr=2 nc=2 nm=2\nmatrix labels: one, two\ndata:\n1 0 1 1 0 0 0 1\n")
    assert ties(found) == [("row 1", "column 1"), ("row 2", "column 1"), ("row 2", "column 2")]
    assert "note: map.dl: the file holds 2 matrices; the first is read." in said(found)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("dl nr=5 nc=2\ndata:\n1 0 1 1 0 0\n", "the data end before row 4 of 5"),
        ("dl nr=1 nc=2\ndata:\n1 0 1 1\n", "the data go on after the last row"),
        ("dl nr=2 nc=2\ndata:\n1 x 1 1\n", "what stands in place of a number is read as no tie"),
        ("dl nr=2 nc=2 format=edgelist2\ndata:\n1 1\n2\n", "a line names only one end of a tie"),
    ],
)
def test_data_that_do_not_fit(tmp_path: Path, text: str, message: str) -> None:
    """Data that break off, go on, or are no numbers are read as far as they go, and it is said."""
    assert f": {message}" in said(read(tmp_path, text))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("dl n=3\n", "no line DATA:"),
        ("dl n=3 format=blockmatrix\ndata:\n1\n", "the format blockmatrix"),
        ("dl n=3\ndatafile = other.txt\ndata:\n", "another file"),
        ("dl nr=999999999 nc=999999999\ndata:\n1 0 1\n", "nothing in the matrix"),
    ],
)
def test_not_read(tmp_path: Path, text: str, message: str) -> None:
    """What is not read is refused in words."""
    with pytest.raises(SourceInvalid, match=message):
        read(tmp_path, text)


def test_broken_key(tmp_path: Path) -> None:
    """A key that cannot be read is a warning, and the short labels stand as names."""
    (tmp_path / "map-key.csv").write_bytes(b"\xff\xfe\x00nonsense")
    found = read(tmp_path, FULL)
    assert set(ties(found)) == TIES
    assert "warning: map-key.csv" in said(found)


def test_key_tells_the_modes(tmp_path: Path) -> None:
    """The key gives the full names whatever the case of the labels, and says which are bodies."""
    key = "label,id,name,mode\nPOLICE,o1,LSP Board of Police,organisation\nCSP,b1,Ann Example,body\n"
    (tmp_path / "map-key.csv").write_text(key, encoding="utf-8")
    found = read(tmp_path, "dl nr=1 nc=1\nrow labels: csp\ncolumn labels: Police\ndata:\n1\n")
    assert ties(found) == [("LSP Board of Police", "Ann Example")]


LINES = [*FULL.splitlines(keepends=True), *SAME[1].splitlines(keepends=True)]
PIECES = st.sampled_from([*LINES, "n=2\n", "format=lowerhalf\n", "!\n", '"\n'])


@settings(max_examples=50, deadline=None)
@given(st.one_of(st.binary(max_size=200), st.lists(PIECES, max_size=12).map("".join).map(str.encode)))
def test_any_bytes(content: bytes) -> None:
    """Any bytes are read or refused in words, and what is read can be checked."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "map.dl"
        path.write_bytes(content)
        with contextlib.suppress(SourceInvalid):
            check(read_dl(path))
