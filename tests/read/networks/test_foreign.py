"""Tests of networks that other programs wrote, whole, odd and broken."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import igraph
import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmap.errors import SourceInvalid
from orgmap.model import OrgMap, check
from orgmap.model.raw import Source
from orgmap.network.exchange import exchange_graph
from orgmap.read.networks.cytoscape import read_cytoscape
from orgmap.read.networks.gexf import read_gexf
from orgmap.read.networks.graphml import read_graphml
from orgmap.read.networks.kumu import read_kumu_json
from tests.builders import example, orgmap, seat
from tests.read.networks.files import FORMS, SINGLE, read_again

YED = """<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="urn:y">
<key for="node" id="d0" yfiles.type="nodegraphics"/><key for="edge" id="d1" yfiles.type="edgegraphics"/>
<graph edgedefault="directed" id="G">
<node id="n0"><data key="d0"><y:ShapeNode><y:Geometry height="30" x="1"/><y:NodeLabel>Health Board
<y:LabelModel/></y:NodeLabel></y:ShapeNode></data></node>
<node id="n1" yfiles.foldertype="group"><data key="d0"><y:ProxyAutoBoundsNode><y:Realizers><y:GroupNode>
<y:NodeLabel>Police Authority</y:NodeLabel></y:GroupNode></y:Realizers></y:ProxyAutoBoundsNode></data>
<graph id="n1:"><node id="n1::n0"><data key="d0"><y:ShapeNode><y:NodeLabel>Ann Example</y:NodeLabel>
</y:ShapeNode></data></node></graph></node>
<edge id="e0" source="n1::n0" target="n0"><data key="d1"><y:PolyLineEdge><y:EdgeLabel>Chair</y:EdgeLabel>
</y:PolyLineEdge></data></edge></graph></graphml>"""

GEXF = """<gexf xmlns="http://{space}" version="{version}"><graph mode="dynamic" timeformat="date">
<attributes class="node" mode="static"><attribute id="type" title="Type" type="string"/>
<attribute id="s" title="Sector" type="string"><default>Health</default></attribute></attributes>
<attributes class="edge" mode="dynamic"><attribute id="0" title="role" type="string"/></attributes>
<nodes>
<node id="1" label="Health Board"><attvalues><attvalue for="type" value="Board"/></attvalues></node>
<node id="2" label="NHS Trust"><attvalues><attvalue for="type" value="Organization"/></attvalues></node>
<node id="3" label="Ann Example"><attvalues><attvalue for="type" value="Individual"/></attvalues>
<nodes>
<node id="4" label="Bob Sample"><attvalues><attvalue for="type" value="Person"/></attvalues></node></nodes>
</node></nodes><edges>
<edge id="1" source="3" target="1" start="2005-01-01" end="2006-12-31"><attvalues>
<attvalue for="0" value="Chairman"/></attvalues></edge>
<edge source="4" target="1"><spells><spell start="2003-01-01" end="2004-01-01"/><spell start="2005"/>
</spells></edge>
<edge source="2" target="1"/><edge source="3" target="2" label="works for"/><edge source="9" target="1"/>
</edges></graph></gexf>"""


def put(folder: Path, content: object) -> Path:
    """Write text, or anything else as JSON, to a file and return its path."""
    path = folder / "network"
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path


def seats(found: Source | OrgMap) -> set[tuple[str, ...]]:
    """Return who sits on what as whom: body, holder, role."""
    whole = found if isinstance(found, OrgMap) else check(found)
    names = whole.people["name"].to_dict()
    return {
        (str(row["body"]), str(names.get(row["person"], row["organisation"])), str(row["role"]))
        for row in whole.seats.to_dict("records")
    }


def said(found: Source) -> str:
    """Return all that is said of a source."""
    return "\n".join(str(problem) for problem in found.problems)


def graphml_of(graph: Any, folder: Path) -> Source:
    """Return what is read from a NetworkX graph saved as GraphML."""
    nx.write_graphml(graph, folder / "network")
    return read_graphml(folder / "network")


@pytest.mark.parametrize("bare", [False, True])
def test_southern_women(bare: bool, tmp_path: Path) -> None:
    """Two modes are found by their attribute or by the ties alone, and that they were found out is said."""
    graph = nx.Graph(nx.davis_southern_women_graph())
    graph.graph.clear()
    if bare:
        for node in graph:
            graph.nodes[node].clear()
    found = graphml_of(graph, tmp_path)
    assert found.reading == "a GraphML network: 14 bodies, 18 people, 89 ties"
    assert len(check(found).seats) == 89
    assert "the nodes do not say what they are" in said(found)


def test_one_mode_is_refused(tmp_path: Path) -> None:
    """A network of friends, or of bodies that share members, tells nobody who sits on what."""
    graph = nx.karate_club_graph()
    with pytest.raises(SourceInvalid, match="not who sits on what"):
        graphml_of(graph, tmp_path)
    for node in graph:
        graph.nodes[node]["type"] = "Person"
    with pytest.raises(SourceInvalid, match="not who sits on what"):
        graphml_of(graph, tmp_path)


def test_friends_in_a_row_are_refused(tmp_path: Path) -> None:
    """People on both sides of the ties sit on nothing, though the ties may have two sides."""
    graph = nx.DiGraph(
        [("Ann Example", "Bob Sample"), ("Cy Pattern", "Bob Sample"), ("Cy Pattern", "Di Model")]
    )
    with pytest.raises(SourceInvalid, match="not who sits on what"):
        graphml_of(graph, tmp_path)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("shape", ["bodies", "members"])
def test_own_projections_are_refused(form: str, shape: str, tmp_path: Path) -> None:
    """A projection that orgmap wrote is not taken for a list of links."""
    with pytest.raises(SourceInvalid, match="not who sits on what"):
        read_again(exchange_graph(example("southern-women"), shape), form, tmp_path)


@pytest.mark.parametrize("form", FORMS)
def test_own_two_mode(form: str, tmp_path: Path) -> None:
    """An affiliation network that orgmap wrote comes back with its bodies, members, roles and seats."""
    whole = orgmap(
        bodies=[{"body": "Board"}, {"body": "Empty"}],
        seats=[
            seat("Board", "Ann Example", "Police", role="chair"),
            seat("Board", "Bob Sample", "Police"),
            seat("Board", None, "Council"),
        ],
    )
    found = check(read_again(exchange_graph(whole, "two-mode", "organisations"), form, tmp_path))
    assert set(found.bodies["name"]) == {"Board", "Empty"}
    roles = found.seats[["organisation", "role"]].value_counts().to_dict()
    assert roles == {("police", "chair"): 1, ("police", "member"): 1, ("council", "member"): 1}


def test_igraph(tmp_path: Path) -> None:
    """A bipartite graph of igraph: the side is a flag, names are in `name`, a weight of one says nothing."""
    graph = igraph.Graph.Bipartite([0, 0, 0, 1, 1], [(0, 3), (1, 3), (2, 4), (0, 4)])
    graph.vs["name"] = ["Ann Example", "Bob Sample", "Cy Pattern", "Health Board", "Transport Forum"]
    graph.es["role"] = ["Chair", "member", "Observer", "member"]
    graph.es["weight"] = [1.0] * 4
    graph.write_graphml(str(tmp_path / "network"))
    found = read_graphml(tmp_path / "network")
    assert ("health-board", "Ann Example", "chair") in seats(found)
    assert ("transport-forum", "Cy Pattern", "observer") in seats(found)
    assert not any(table.unused for table in found.tables.values())


def test_yed(tmp_path: Path) -> None:
    """Labels that yEd draws are names and roles, and nodes within nodes are found."""
    found = read_graphml(put(tmp_path, YED))
    assert seats(found) == {("health-board", "Ann Example", "chair")}
    assert set(check(found).organisations["name"]) == {"Police Authority"}


@pytest.mark.parametrize(
    ("space", "version"),
    [("www.gexf.net/1.1draft", "1.1"), ("www.gexf.net/1.2draft", "1.2"), ("gexf.net/1.3", "1.3"), ("x", "9")],
)
def test_gexf_of_any_version(space: str, version: str, tmp_path: Path) -> None:
    """Types, roles, times, defaults, employers and nodes within nodes of GEXF are read, loose ends said."""
    found = read_gexf(put(tmp_path, GEXF.format(space=space, version=version)))
    whole = check(found)
    assert seats(whole) == {
        ("health-board", "Ann Example", "chair"),
        ("health-board", "Bob Sample", "member"),
        ("health-board", "nhs-trust", "member"),
    }
    times = whole.seats[["since", "until"]].astype("object")
    assert times.where(times.notna(), None).to_numpy().tolist()[:2] == [
        ["2005-01-01", "2006-12-31"],
        ["2003-01-01", None],
    ]
    assert whole.people.at["ann-example", "organisation"] == "nhs-trust"
    assert whole.organisations.at["nhs-trust", "sector"] == "health"
    assert "1 edge is left out, whose ends are not among the nodes: 9." in said(found)


def test_kumu_json(tmp_path: Path) -> None:
    """Kumu's types tell what elements are, connections what joins them; what is not understood is said."""
    found = read_kumu_json(
        put(
            tmp_path,
            {
                "elements": [
                    {"id": "e1", "label": "Health Board", "type": "Board", "tags": ["a", "b"]},
                    {"id": "e2", "label": "Sub group", "type": "Task group"},
                    {"id": "e3", "label": "Ann Example", "type": "Person"},
                    {"id": "e4", "label": "Police", "type": "Organization", "sector": "Police"},
                    {"id": "e5", "label": "Vacant", "type": "Person"},
                ],
                "connections": [
                    {"from": "e3", "to": "e1", "type": "Chair", "direction": "directed"},
                    {"from": "e1", "to": "Police"},
                    {"from": "e2", "to": "e1", "type": "Sub-group of"},
                    {"from": "e1", "to": "e2", "type": "Oversees"},
                    {"from": "e5", "to": "e2"},
                    {"from": "e3", "to": "e4", "type": "Employee"},
                    {"from": "e4", "to": "e2", "type": "Funds"},
                ],
            },
        )
    )
    whole = check(found)
    assert seats(whole) == {
        ("health-board", "Ann Example", "chair"),
        ("health-board", "police", "member"),
        ("sub-group", "nan", "member"),
    }
    assert list(whole.seats["status"]) == ["filled", "filled", "vacant"]
    assert whole.bodies.loc["sub-group", ["kind", "part_of"]].tolist() == ["task group", "health-board"]
    assert whole.links[["kind", "note"]].to_numpy().tolist() == [["stands beside", "Oversees"]]
    assert whole.people.at["ann-example", "organisation"] == "police"
    assert found.tables["bodies"].unused == ("tags",)
    assert "“Oversees”" in said(found)
    assert "1 tie (“Funds”) is not used" in said(found)


def test_kumu_backup(tmp_path: Path) -> None:
    """The backup of a project keeps everything in attributes, and is read like the simple form."""
    found = read_kumu_json(
        put(
            tmp_path,
            {
                "name": "Our place",
                "elements": [
                    {"_id": "elem-1", "attributes": {"label": "Board A", "element type": "Group"}},
                    {"_id": "elem-2", "attributes": {"label": "Ann Example", "element type": "Person"}},
                ],
                "connections": [
                    {
                        "_id": "conn-1", "direction": "undirected", "from": "elem-2", "to": "elem-1",
                        "attributes": {"connection type": "Vice chair", "start": "2005"},
                    }
                ],
                "maps": [{"elements": [{"_id": "node-1", "element": "elem-1"}]}],
            },
        )
    )  # fmt: skip
    whole = check(found)
    assert seats(whole) == {("board-a", "Ann Example", "vice-chair")}
    assert (whole.about.title, whole.seats.at[0, "since"]) == ("Our place", "2005")


def test_cytoscape(tmp_path: Path) -> None:
    """Cytoscape's own attributes are passed over, and either arrangement of elements is read."""
    nodes = [
        {"data": {"id": "1", "name": "Health Board", "SUID": 1, "kind": "Forum", "selected": False}},
        {"data": {"id": "2", "name": "Ann Example", "kind": "Person"}, "position": {"x": 1}},
    ]
    edges = [
        {"data": {"id": "3", "source": "2", "target": "1", "interaction": "pp", "name": "Ann (pp) Health"}}
    ]
    for elements in ({"nodes": nodes, "edges": edges}, [*nodes, *edges]):
        found = read_cytoscape(put(tmp_path, {"elements": elements}))
        assert seats(found) == {("health-board", "Ann Example", "member")}
        assert not any(table.unused for table in found.tables.values())
        assert check(found).bodies.at["health-board", "kind"] == "forum"


def test_people_and_organisations_only(tmp_path: Path) -> None:
    """Where people sit on organisations and nothing is called a body, the organisations are the bodies."""
    graph = nx.Graph([("Ann Example", "Acme Ltd"), ("Ann Example", "Beta plc"), ("Bob Sample", "Beta plc")])
    for node in graph:
        graph.nodes[node]["type"] = "Person" if " " in node and node[-1] == "e" else "Organization"
    found = graphml_of(graph, tmp_path)
    assert {body for body, _, _ in seats(found)} == {"acme-ltd", "beta-plc"}
    assert "no node is called a body" in said(found)


def test_what_does_not_fit_is_carried_along(tmp_path: Path) -> None:
    """An attribute called like a column that holds something else spoils nothing, and is said."""
    graph = nx.Graph([("Ann Example", "Board")])
    graph.nodes["Ann Example"].update(mode="person", x=1.5, size=3)
    graph.nodes["Board"].update(mode="body", since="long ago", size=10, x=2.5, places=7)
    graph.edges["Ann Example", "Board"].update(until=0.25, start="2005", colour="red")
    found = graphml_of(graph, tmp_path)
    whole = check(found)
    assert whole.bodies.at["board", "places"] == 7
    assert whole.seats.at[0, "since"] == "2005"
    assert found.tables["bodies"].unused == ("since", "size", "x")
    assert "“long ago” cannot be one" in said(found)
    assert "“0.25” cannot be one" in said(found)


def test_equal_names(tmp_path: Path) -> None:
    """Nodes of one name with ids of their own are kept apart; a tie listed both ways round is one seat."""
    graph = nx.DiGraph([(1, 3), (3, 1), (2, 3)])
    graph.nodes[1].update(label="Ann Example", mode="person")
    graph.nodes[2].update(label="Ann Example", mode="person")
    graph.nodes[3].update(label="Board", mode="body")
    found = graphml_of(graph, tmp_path)
    whole = check(found)
    assert (len(whole.people), len(whole.seats)) == (2, 2)
    assert "a second time, the other way round" in said(found)


@pytest.mark.parametrize(
    ("read", "content"),
    [
        (read_graphml, "<a/>"),
        (read_graphml, "<graphml><graph/></graphml>"),
        (read_graphml, "<graphml><graph><edge/><node/></graph></graphml>"),
        (read_gexf, "<gexf/>"),
        (read_gexf, "<gexf><graph><nodes><node/></nodes><edges><edge source='1'/></edges></graph></gexf>"),
        (read_cytoscape, []),
        (read_cytoscape, {"elements": 1}),
        (read_cytoscape, {"elements": {"nodes": {"a": 1}, "edges": "x"}}),
        (read_kumu_json, []),
        (read_kumu_json, {"elements": {}}),
        (read_kumu_json, {"elements": [1, {"label": {}}, {}], "connections": [{"from": []}, None]}),
    ],
)
def test_refuses_in_words(read: Callable[[Path], Source], content: object, tmp_path: Path) -> None:
    """What is no network is refused with what is wrong and what to do."""
    with pytest.raises(SourceInvalid) as refused:
        read(put(tmp_path, content))
    assert all(problem.message and problem.hint for problem in refused.value.problems)


@settings(max_examples=50, deadline=None)
@given(form=st.sampled_from(sorted(SINGLE)), data=st.data())
def test_broken_files(form: str, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A good file cut short or with bytes changed is read or refused in words, never more."""
    write, read = SINGLE[form]
    content = bytearray(write(exchange_graph(WHOLE, "whole"), "A map"))
    for _ in range(data.draw(st.integers(0, 3))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path_factory.mktemp("broken") / "network"
    path.write_bytes(bytes(content[: data.draw(st.integers(1, len(content)))]))
    try:
        assert read(path).tables["seats"].name == "seats"
    except SourceInvalid as refused:
        told = refused.problems
    else:
        told = ()
    assert all(problem.message for problem in told)


KEYS = (
    "elements", "connections", "nodes", "edges", "data", "id", "label", "from", "to", "source", "target",
    "type", "attributes",
)  # fmt: skip
JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(KEYS),
            inner, max_size=5,
        )
    ),
    max_leaves=30,
)  # fmt: skip


@settings(max_examples=50, deadline=None)
@given(content=JSON, read=st.sampled_from([read_cytoscape, read_kumu_json]))
def test_any_json(content: object, read: Any, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Any JSON is read or refused in words."""
    path = put(tmp_path_factory.mktemp("json"), content if not isinstance(content, str) else [content])
    try:
        assert read(path).tables
    except SourceInvalid as refused:
        told = refused.problems
    else:
        told = ()
    assert all(problem.message for problem in told)


WHOLE = orgmap(
    bodies=[{"body": "Board", "part_of": "Forum"}, {"body": "Forum"}],
    seats=[seat("Board", "Ann Example", "Police", role="chair"), seat("Forum", status="vacant")],
)
