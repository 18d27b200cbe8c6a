"""Tests of networks as files: whole, exact, the same every time, and taken by the programs they are for."""

from __future__ import annotations

import csv
import io
import json
import os
from pathlib import Path
from typing import Any

import igraph
import networkx as nx
import openpyxl
import pytest

from orgmap.network.exchange import exchange_graph
from orgmap.vocabulary import SHAPES
from orgmap.write.networks import cytoscape, dot, gephi, gexf, graphml, kumu_json, kumu_workbook
from tests.builders import example, orgmap, seat

WRITERS = {
    "graphml": graphml,
    "gexf": gexf,
    "cytoscape": cytoscape,
    "dot": dot,
    "kumu_json": kumu_json,
    "kumu_workbook": kumu_workbook,
}
HOSTILE = [
    '"; shape="x',
    "<b>&amp;</b>",
    "<&>",
    "a\\",
    '\\N \\"',
    "{}|",
    "=1+1",
    "]]>",
    "-- note",
    "Łódź",
    "x" * 20_000,
]


def small(text: str = "") -> Any:
    """Return the network of a few seats whose names and notes hold a text."""
    whole = orgmap(
        bodies=[{"body": f"Board {text}", "part_of": "Forum"}, {"body": "Forum"}],
        seats=[
            seat(f"Board {text}", f"Ann {text} Example", f"Police {text}", role="chair", note=text or None),
            seat("Forum", f"Ann {text} Example", f"Police {text}"),
            seat("Forum", status="vacant"),
        ],
        links=[{"from_body": "Forum", "to_body": f"Board {text}", "kind": "advises"}],
    )
    return exchange_graph(whole, "whole")


@pytest.mark.parametrize("write", WRITERS.values(), ids=WRITERS)
def test_same_bytes(write: Any) -> None:
    """The same map gives the same bytes."""
    assert write(small(), "A map") == write(small(), "A map")


def test_gexf_has_no_date(monkeypatch: pytest.MonkeyPatch) -> None:
    """GEXF is the same on another day too."""
    first = gexf(small(), "A map")
    monkeypatch.setattr("networkx.readwrite.gexf.time.strftime", lambda *_: "2099-12-31")
    assert gexf(small(), "A map") == first


@pytest.mark.parametrize("write", WRITERS.values(), ids=WRITERS)
@pytest.mark.parametrize("shape", SHAPES)
def test_leaves_the_network_alone(write: Any, shape: str) -> None:
    """Writing a network changes nothing in it."""
    graph = exchange_graph(example("hampshire-2004"), shape)
    before = nx.node_link_data(graph, edges="edges"), dict(graph.graph)
    write(graph, "A map")
    gephi(graph)
    assert (nx.node_link_data(graph, edges="edges"), dict(graph.graph)) == before


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("name", ["hampshire-2004", "southern-women"])
def test_read_by_others(shape: str, name: str, tmp_path: Path) -> None:
    """NetworkX and igraph find every node, edge and label in GraphML, and NetworkX in GEXF and Cytoscape."""
    graph = exchange_graph(example(name), shape)
    size = graph.number_of_nodes(), graph.number_of_edges()
    labels = sorted(facts["label"] for _, facts in graph.nodes(data=True))
    (tmp_path / "a.graphml").write_bytes(graphml(graph, "A map"))
    (tmp_path / "a.gexf").write_bytes(gexf(graph, "A map"))
    others = [
        nx.read_graphml(tmp_path / "a.graphml"),
        nx.read_gexf(tmp_path / "a.gexf"),
        nx.cytoscape_graph(json.loads(cytoscape(graph, "A map"))),
    ]
    for other in others:
        assert (other.number_of_nodes(), other.number_of_edges()) == size
        assert sorted(facts["label"] for _, facts in other.nodes(data=True)) == labels
    found = igraph.Graph.Read_GraphML(os.fspath(tmp_path / "a.graphml"))
    assert (found.vcount(), found.ecount()) == size
    assert sorted(found.vs["label"]) == labels
    assert found["name"] == "A map"


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_in_dot(text: str) -> None:
    """Graphviz reads what was written: no text becomes an attribute, a port, markup or another node."""
    pygraphviz = pytest.importorskip("pygraphviz")
    graph = small(text)
    drawn = pygraphviz.AGraph(string=dot(graph, text).decode())
    assert drawn.number_of_nodes() == graph.number_of_nodes()
    assert drawn.number_of_edges() == graph.number_of_edges()
    for node, facts in graph.nodes(data=True):
        label = drawn.get_node(node.replace(":", "-")).attr["label"]
        assert label.replace("\\\\", "\\").replace("\n", "") == facts["label"]
    assert drawn.draw(format="svg", prog="dot").count(b'class="node"') == graph.number_of_nodes()


def test_dot_of_projections() -> None:
    """A projection is drawn without arrows, and says how many members each pair shares."""
    pygraphviz = pytest.importorskip("pygraphviz")
    graph = exchange_graph(example("southern-women"), "bodies")
    drawn = pygraphviz.AGraph(string=dot(graph, "Clubs").decode())
    assert not drawn.is_directed()
    one, other, facts = next(iter(graph.edges(data=True)))
    edge = drawn.get_edge(one.replace(":", "-"), other.replace(":", "-"))
    assert edge.attr["label"] == edge.attr["weight"] == str(facts["shared"])


def test_gephi_tables() -> None:
    """Gephi's columns come first, every edge has a weight, and no cell is a formula."""
    files = gephi(small("=1+1"))
    nodes, edges = (
        list(csv.DictReader(io.StringIO(files[name].decode()))) for name in ("nodes.csv", "edges.csv")
    )
    assert list(nodes[0])[:2] == ["Id", "Label"]
    assert list(edges[0])[:5] == ["Source", "Target", "Type", "Id", "Weight"]
    assert {edge["Weight"] for edge in edges} == {"1"}
    assert {edge["Type"] for edge in edges} == {"Directed"}
    assert {edge["Source"] for edge in edges} | {edge["Target"] for edge in edges} <= {
        node["Id"] for node in nodes
    }
    cells = [cell for row in [*nodes, *edges] for cell in row.values()]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    shared = gephi(exchange_graph(example("southern-women"), "bodies"))["edges.csv"].decode()
    assert all(row["Weight"] == row["shared"] for row in csv.DictReader(io.StringIO(shared)))


def test_kumu_workbook() -> None:
    """Kumu finds ID and Label, From and To where it looks for them, types, tags and lists with pipes."""
    whole = orgmap(
        bodies=[{"body": "Board", "kind": "board", "tier": "county", "also_known_as": "B; The Board"}],
        seats=[seat("Board", "Ann Example", "Police", role="chair", since="2004", note="=1+1")],
        organisations=[{"organisation": "Police", "sector": "police and justice"}],
    )
    book = openpyxl.load_workbook(io.BytesIO(kumu_workbook(exchange_graph(whole, "whole"), "A map")))
    assert book.sheetnames == ["Elements", "Connections"]
    elements, connections = (list(book[name].iter_rows(values_only=True)) for name in book.sheetnames)
    assert elements[0][:4] == ("ID", "Label", "Type", "Tags")
    assert connections[0][:2] == ("From", "To")
    told = {row[1]: dict(zip(elements[0], row, strict=True)) for row in elements[1:]}
    assert told["Board"]["Tags"] == "county|board"
    assert told["Board"]["Also known as"] == "B|The Board"
    assert {name: row["Type"] for name, row in told.items()} == {
        "Board": "Body",
        "Police": "Organisation",
        "Ann Example": "Person",
    }
    seated = dict(zip(connections[0], connections[1], strict=True))
    assert (seated["From"], seated["To"], seated["Type"]) == ("person-ann-example", "body-board", "chair")
    assert (seated["Direction"], seated["Start"], seated["Note"]) == ("undirected", "2004", "=1+1")
    ids = {row[0] for row in elements[1:]}
    assert all(not set("_.:") & set(code) for code in ids)
    assert book["Connections"]["A1"].data_type == "s"
    assert all(cell.data_type != "f" for row in book["Connections"].iter_rows() for cell in row)


def test_kumu_json() -> None:
    """The JSON has Kumu's own keys, and names ends by id."""
    made = json.loads(kumu_json(small(), "A map"))
    assert made["name"] == "A map"
    ids = {element["id"] for element in made["elements"]}
    assert all({"id", "label", "type"} <= set(element) for element in made["elements"])
    assert all({one["from"], one["to"]} <= ids for one in made["connections"])
    assert {one["direction"] for one in made["connections"]} == {"directed", "undirected"}
    assert {one["type"] for one in made["connections"]} == {
        "chair",
        "member",
        "part of",
        "advises",
        "represents",
    }
