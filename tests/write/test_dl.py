"""Networks written for UCINET, and read back."""

from __future__ import annotations

import csv
import io
import re
import tempfile
from collections import Counter
from pathlib import Path

import igraph
import networkx as nx
import pytest
from hypothesis import given, settings

from orgmap.errors import SourceInvalid
from orgmap.read.dl import read_dl
from orgmap.write.dl import LONGEST, dl
from tests.affiliated import bodies_sharing, exchanged, exchanges, tied

TWO = exchanged({("Ann Example", "LSP Board"): 1, ("Bob Sample", "LSP Board"): 2, ("Bob Sample", "HWB"): 1})


def saved(folder: Path, files: dict[str, bytes]) -> Path:
    """Write the files and return the path of the matrix."""
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return next(folder / name for name in files if name.endswith(".dl"))


def test_two_modes() -> None:
    """Members are rows, bodies are columns, and a cell is the number of seats."""
    files = dl(TWO, "map")
    assert files["map.dl"].decode("ascii").split("\r\n") == [
        "DL NR=2 NC=2", "FORMAT = FULLMATRIX",
        "ROW LABELS:", "ANN_EXAMPLE", "BOB_SAMPLE",
        "COLUMN LABELS:", "LSP_BOARD", "HWB",
        "DATA:", "1 0", "2 1", "",
    ]  # fmt: skip
    key = list(csv.DictReader(io.StringIO(files["map-key.csv"].decode("utf-8-sig"))))
    assert key[0] == {
        "label": "ANN_EXAMPLE", "id": "person:Ann Example", "name": "Ann Example", "mode": "person",
    }  # fmt: skip


def test_igraph_reads_a_projection(tmp_path: Path) -> None:
    """A projection is a one-mode matrix, both halves filled, which igraph reads with its labels."""
    graph = bodies_sharing({("LSP", "HWB"): 1, ("HWB", "Safer Marshire"): 1})
    read = igraph.Graph.Read_DL(str(saved(tmp_path, dl(graph, "map")))).simplify()
    assert read.vs["name"] == ["LSP", "HWB", "SAFER_MARSHIRE"]
    assert sorted(read.get_edgelist()) == [(0, 1), (1, 0), (1, 2), (2, 1)]


def test_projection_refused(tmp_path: Path) -> None:
    """A projection that orgmap wrote is refused as seats, even if two colours would do for it."""
    path = saved(tmp_path, dl(bodies_sharing({("LSP", "HWB"): 3, ("HWB", "Safer"): 1}), "map"))
    with pytest.raises(SourceInvalid, match="who is tied to whom"):
        read_dl(path)


def test_labels() -> None:
    """Labels are of 18 plain capitals at most, and no two alike even where the names begin alike."""
    long = "Partnership for Older People in"
    names = [f"{long} A", f"{long} B", f"{long} C", "Ŵyn Ôl", "Ελλάδα", "Ελ", "data:", '"; DROP', "1", ""]
    text = dl(exchanged({(name, "LSP"): 1 for name in names}), "m")["m.dl"].decode("ascii")
    labels = text.split("ROW LABELS:\r\n")[1].split("\r\nCOLUMN")[0].split("\r\n")
    assert len(set(labels)) == len(names)
    assert all(re.fullmatch(rf"[A-Z][A-Z0-9_]{{0,{LONGEST - 1}}}", label) for label in labels)
    assert labels[:2] == ["PARTNERSHIP_FOR_OL", "PARTNERSHIP_FOR__2"]


def test_names_like_formulas(tmp_path: Path) -> None:
    """A name that a spreadsheet would take for a formula is guarded in the key, and read back as it was."""
    files = dl(exchanged({("=1+1", "LSP"): 1, ("'-quoted'", "LSP"): 1}), "map")
    assert "'=1+1" in files["map-key.csv"].decode("utf-8-sig")
    frame = read_dl(saved(tmp_path, files)).tables["seats"].frame
    assert frame["person"].tolist() == ["=1+1", "'-quoted'"]


def test_without_the_key(tmp_path: Path) -> None:
    """Without the key the short labels stand as names."""
    files = dl(TWO, "map")
    frame = read_dl(saved(tmp_path, {"map.dl": files["map.dl"]})).tables["seats"].frame
    assert set(frame["person"]) == {"ANN_EXAMPLE", "BOB_SAMPLE"}


def test_nothing(tmp_path: Path) -> None:
    """A network of nothing is refused in words when it is read."""
    with pytest.raises(SourceInvalid, match="nothing in the matrix"):
        read_dl(saved(tmp_path, dl(nx.Graph(), "map")))


@settings(max_examples=50, deadline=None)
@given(exchanges())
def test_there_and_back(graph: nx.Graph[str]) -> None:
    """With the key beside it, a matrix is read back with the same names, ties and numbers of seats."""
    with tempfile.TemporaryDirectory() as folder:
        found = read_dl(saved(Path(folder), dl(graph, "map")))
    seats = found.tables["seats"].frame
    member = next(column for column in seats.columns if column != "body")
    assert Counter(zip(seats[member], seats["body"], strict=True)) == tied(graph)
    bodies = [label for node, label in graph.nodes(data="label") if node.startswith("body:")]
    assert found.tables["bodies"].frame["body"].tolist() == bodies
