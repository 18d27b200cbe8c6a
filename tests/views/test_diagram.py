"""Diagrams: golden DOT, hostile labels, A4, titles, legibility, and what was left out."""

from __future__ import annotations

import copy
import os
import re
import sys
from collections.abc import Iterable
from io import BytesIO
from itertools import combinations
from xml.etree import ElementTree

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from orgmap.errors import CallInvalid, NetworkUnfit, OrgmapError, ToolMissing
from orgmap.network import whole_map as whole_map_of
from orgmap.views import diagram
from orgmap.views.diagram import DiagramText, interlocks, render, structure
from orgmap.views.diagram.page import A4, page_size, scale_on_a4
from tests.golden_text import check_golden

TEXT = DiagramText(
    "The Anytown Partnership", "Who is under whom.", ("Source: membership lists, March 2006.",)
)
SVG = "{http://www.w3.org/2000/svg}"
XLINK = "{http://www.w3.org/1999/xlink}"
SMALLEST_TYPE = 10
LEGIBLE_POINTS = 7


def whole_map(
    bodies: dict[str, dict],
    part_of: Iterable[tuple[str, str]] = (),
    links: Iterable[tuple[str, str, str]] = (),
    seats: dict[str, int] | None = None,
) -> nx.MultiDiGraph:
    """Return a whole map of bodies by short id; `seats` gives each body its number of filled seats."""
    graph = nx.MultiDiGraph()
    plain = {"mode": "body", "kind": "theme group", "tier": "county", "list": "complete", "open_seats": 0}
    for body, facts in bodies.items():
        graph.add_node(f"body:{body}", **plain | {"label": body, "family": f"body:{body}"} | facts)
    for child, parent in part_of:
        graph.add_edge(f"body:{child}", f"body:{parent}", kind="part_of")
    for tail, head, kind in links:
        graph.add_edge(f"body:{tail}", f"body:{head}", kind="link", link=kind)
    for body, number in (seats or {}).items():
        graph.add_node(f"org:{body}", mode="organisation", label=f"Organisation of {body}")
        graph.add_edge(
            f"org:{body}", f"body:{body}", kind="seat", status="filled", role="member", seats=number
        )
    return graph


def projection_of(members: dict[str, set[str]], inside: set[tuple[str, str]] = frozenset()) -> nx.Graph:
    """Return the body projection of member sets by body; the pairs of `inside` are joined by `part_of`."""
    graph = nx.Graph()
    graph.add_nodes_from((f"body:{body}", {"mode": "body", "label": body}) for body in members)
    for one, other in combinations(sorted(members), 2):
        shared = members[one] & members[other]
        if shared:
            ids = tuple(sorted(f"org:{member}" for member in shared))
            part_of = (one, other) in inside
            graph.add_edge(f"body:{one}", f"body:{other}", shared=len(ids), members=ids, part_of=part_of)
    return graph


def small_family() -> nx.MultiDiGraph:
    """Return a board, its executive, two groups with a link, and a forum that stands alone."""
    return whole_map(
        {
            "Board": {"label": "Anytown Partnership Board", "kind": "board", "open_seats": 2},
            "Executive": {"kind": "executive"},
            "Safer": {"label": "Safer Anytown Group", "list": "partial"},
            "Youth": {"label": "Youth Group", "tier": "district"},
            "Forum": {"label": "Allotments Forum", "kind": None, "tier": None},
        },
        [("Executive", "Board"), ("Safer", "Executive"), ("Youth", "Executive")],
        [("Youth", "Safer", "reports to"), ("Safer", "Youth", "shares information with")],
        {"Board": 14, "Executive": 1, "Safer": 6},
    )


def county(districts: int = 11, groups: int = 9, tasks: int = 0) -> nx.MultiDiGraph:
    """Return a county partnership with executive and six theme groups, and districts that report to it."""
    bodies = {"county": {"label": "Exampleshire Strategic Partnership", "kind": "board"}, "executive": {}}
    part_of, links = [("executive", "county")], []
    for number in range(6):
        bodies[f"theme{number}"] = {"label": f"Theme group for the {number}th matter of the plan"}
        part_of.append((f"theme{number}", "executive"))
    for number in range(districts):
        bodies[f"district{number}"] = {
            "label": f"District {number} Local Strategic Partnership",
            "tier": "district",
        }
        links.append((f"district{number}", "county", "reports to"))
    for number in range(groups):
        bodies[f"group{number}"] = {"label": f"District Community Safety Group {number}", "tier": "district"}
        part_of.append((f"group{number}", f"district{number % 5}"))
    for number in range(tasks):
        bodies[f"task{number}"] = {"label": f"Task and finish group {number}"}
        part_of.append((f"task{number}", f"theme{number % 6}"))
    return whole_map(bodies, part_of, links, dict.fromkeys(bodies, 12))


def boards(regional: bool) -> nx.Graph:
    """Return nineteen boards that all share one agency, and if `regional` also two bodies for each region."""
    members = {f"Public Services Board {number:02}": {"agency"} for number in range(19)}
    for number, shared in enumerate(members.values()):
        if regional:
            shared.update({f"health board {number // 4}", f"police {number // 5}"})
    return projection_of(members)


def svg_of(dot: str) -> ElementTree.Element:
    """Return the parsed SVG of a diagram."""
    return ElementTree.fromstring(render(dot, "svg"))  # noqa: S314 - written by orgmap itself


def texts(root: ElementTree.Element) -> str:
    """Return everything printed on an SVG, without spaces."""
    return "".join("".join(element.itertext()) for element in root.iter(f"{SVG}text")).replace(" ", "")


def scale_of(dot: str) -> float:
    """Return by how much a diagram is made smaller to fit on A4."""
    root = svg_of(dot)
    return scale_on_a4(*(float(number) for number in root.get("viewBox").split()[2:]))


def test_structure_of_a_small_family_is_the_expected_dot():
    """The DOT of a small family is the text that was read and approved."""
    check_golden("diagram/structure.dot", structure(small_family(), TEXT))


def test_structure_of_a_wide_family_is_the_expected_dot():
    """The DOT of a family drawn as outlines is the text that was read and approved."""
    check_golden("diagram/outline.dot", structure(county(districts=4, groups=3), TEXT))


def test_interlocks_are_the_expected_dot():
    """The DOT of a small interlock, with a parent and child and a body without ties, is the approved text."""
    members = {"Board": {"a", "b", "c"}, "Group": {"a", "b"}, "Forum": {"c"}, "Alone": {"z"}}
    text = DiagramText("Interlocks", names={"org:a": "Council", "org:b": "Police", "org:c": "College"})
    check_golden("diagram/interlocks.dot", interlocks(projection_of(members, {("Board", "Group")}), text))


def test_row_order_changes_nothing():
    """The same bodies and relations in another order give the same DOT."""
    graph = small_family()
    turned = nx.MultiDiGraph()
    turned.add_nodes_from(reversed(list(graph.nodes(data=True))))
    turned.add_edges_from(reversed(list(graph.edges(data=True))))
    assert structure(turned, TEXT) == structure(graph, TEXT)


def test_seats_say_what_is_not_known():
    """A partial list says at least, open seats are counted, and a body without a list never has none."""
    dot = structure(small_family(), TEXT)
    assert "14 seats filled, 2 open" in dot
    assert "at least 6 seats filled" in dot
    assert "1 seat filled" in dot
    assert "members not listed" in dot
    assert "0 seats" not in dot


def test_seats_that_are_not_filled_are_open():
    """A vacant seat of a named organisation is open, and so is one that was declined: nobody holds it."""
    graph = whole_map({"Board": {}}, seats={"Board": 3})
    graph.add_edge("org:Board", "body:Board", kind="seat", status="vacant", seats=2)
    graph.add_edge("org:Board", "body:Board", kind="seat", status="declined", seats=4)
    assert "3 seats filled, 6 open" in structure(graph, TEXT)


def test_people_are_not_in_the_structure():
    """No name of a person and no node id reaches the structure diagram."""
    graph = small_family()
    graph.add_node("person:ann-example", mode="person", label="Ann Example")
    graph.add_edge("person:ann-example", "body:Board", kind="seat", status="filled", seats=1)
    dot = structure(graph, TEXT)
    assert "Example" not in dot
    assert "15 seats filled" in dot
    assert "body:" not in dot


def test_members_without_a_name_are_drawn_without_one():
    """A member that DiagramText does not name is never shown by its id, which may hold a withheld name."""
    members = {f"Body {number:02}": {"ann-example"} for number in range(19)}
    dot = interlocks(projection_of(members), TEXT)
    assert "ann-example" not in dot
    assert "1 organisation, not named" in dot


def test_bodies_without_relations_are_named_under_the_drawing():
    """A body with neither parent, part nor link is printed among the other bodies."""
    root = svg_of(structure(small_family(), TEXT))
    assert "Otherbodies" in texts(root)
    assert "AllotmentsForum" in texts(root)


def test_arrows_join_neighbours_only(hampshire):
    """An arrow joins outlines that stand side by side once the tags are printed, so none crosses boxes."""
    family_map = whole_map_of(hampshire)
    ends = re.findall(r"n(\d+):p\d+:\w -> n(\d+):p\d+:\w \[", structure(family_map, TEXT))
    assert all(abs(int(one) - int(other)) == 1 for one, other in ends)
    assert "reports to Hampshire Strategic Partnership" in structure(family_map, TEXT)


def test_what_many_links_have_in_common_is_said_once():
    """Eleven districts that report to the county give one entry in the key and no bundle of arrows."""
    dot = structure(county(), TEXT)
    assert dot.count("reports to Exampleshire Strategic Partnership (11 bodies)") == 1
    assert dot.count("[1]") == 12


@pytest.mark.parametrize(
    "graph",
    [
        whole_map({}),
        whole_map({"Board": {}}),
        small_family(),
        county(),
        county(tasks=18),
        county(tasks=60),
        whole_map({f"Group {number}": {} for number in range(104)}),
    ],
    ids=["none", "one", "five", "28", "46", "88", "104 unrelated"],
)
def test_structure_stays_legible_on_a4(graph):
    """The smallest type of a structure diagram is at least 7 points on paper."""
    assert SMALLEST_TYPE * scale_of(structure(graph, TEXT)) >= LEGIBLE_POINTS


@pytest.mark.parametrize("bodies", [2, 3, 8, 12, 19, 28, 40])
def test_interlocks_stay_legible_on_a4(bodies):
    """The smallest type of an interlock diagram is at least 7 points on paper, however many the ties."""
    members = {
        f"Partnership {number}": {str((number * step) % 31) for step in range(1, 9)}
        for number in range(bodies)
    }
    assert SMALLEST_TYPE * scale_of(interlocks(projection_of(members), TEXT)) >= LEGIBLE_POINTS


def test_too_many_bodies_are_left_out_in_the_open():
    """Where bodies have no room, the drawing says how many are missing and the description names them all."""
    bodies = {"Board": {"kind": "board"}} | {f"Group {number}": {} for number in range(300)}
    dot = structure(whole_map(bodies, [(body, "Board") for body in bodies if body != "Board"]), TEXT)
    assert re.search(r"Left out to keep the drawing legible: \d+ bodies", dot)
    assert "Group 299" in svg_of(dot).find(f"{SVG}desc").text


def test_a_tall_family_is_drawn_in_pieces_that_say_where_they_belong():
    """Where a family is too tall for a column, its groups stand apart and say what they are part of."""
    dot = structure(county(tasks=30), TEXT)
    assert "part of executive" in dot
    assert "Left out" not in dot


def test_a_second_parent_is_drawn_as_a_line_of_its_own():
    """A body with two parents hangs under the first, and a line from the second says that it has it too."""
    bodies = {f"Group {number}": {} for number in range(8)} | {"Board": {}, "Council": {"tier": "district"}}
    part_of = [(f"Group {number}", "Board") for number in range(8)] + [("Group 1", "Council")]
    assert structure(whole_map(bodies, part_of), TEXT).count("has as a part") == 1


def test_one_agency_on_nineteen_boards_stands_once_in_between():
    """A hundred and seventy-one ties of one are drawn as nineteen lines to the agency that makes them."""
    dot = interlocks(
        boards(regional=False), DiagramText("Boards", names={"org:agency": "The National Agency"})
    )
    assert dot.count(" -> ") == 19
    assert "171 pairs of bodies share organisations" in dot
    assert "The National Agency" in texts(svg_of(dot)) or "TheNationalAgency" in texts(svg_of(dot))


def test_a_threshold_that_was_raised_is_said():
    """Where everyone is tied, only stronger ties are drawn, and the drawing says so."""
    dot = interlocks(boards(regional=True), DiagramText("Boards"))
    assert "Only pairs of bodies that share 2 or more organisations are drawn." in dot
    assert "Left out to keep the drawing legible: " in dot
    assert dot.count(" -> ") <= 60


def test_ties_below_the_threshold_asked_for_are_not_drawn():
    """With at_least=2 a pair that shares one is no tie, and its body is named as having none."""
    graph = projection_of({"A": {"1", "2"}, "B": {"1", "2"}, "C": {"1"}})
    dot = interlocks(graph, TEXT, at_least=2)
    assert dot.count(" -> ") == 1
    assert "Bodies that share fewer than 2 organisations with any other (1)" in dot


def test_a_parent_and_its_child_are_dotted():
    """The tie of a body and its parent is dotted and the key says why; other ties are solid."""
    dot = interlocks(projection_of({"A": {"1"}, "B": {"1"}, "C": {"1"}}, {("A", "B")}), TEXT)
    assert len(re.findall(r"-> .*style=dotted", dot)) == 1
    assert len(re.findall(r"-> .*style=solid", dot)) == 2
    assert "one body is part of the other" in dot


HOSTILE = [
    "<b>bold</b>",
    '<x URL="javascript:alert(9)">',
    '" ]; evil [label="owned"',
    r"back\slash \N \G \E \L \n \\",
    "nul\x00 bell\x07 line\nbreak\r\ttab",
    "right \u202eto left\u202c \u200f mark \u2066isolate\u2069",
    "a:b:c port",
    "&amp; &lt; &#60;script&#62;",
    "<",
    ">",
    "<>",
    "]]> --> <!-- ",
    "🏛️ Bwrdd Gwasanaethau Cyhoeddus Ŵ £ –",
    "'single' ; digraph { node }",
    "lone \ud800 surrogate",
    " ",
    "",
]


@pytest.mark.parametrize("label", HOSTILE)
def test_a_hostile_label_is_nothing_but_text(label):
    """Whatever a label holds, the SVG is well formed, shows it as text, and has no link and no script."""
    graph = whole_map(
        {"one": {"label": label, "kind": label, "tier": label}, "two": {}},
        [("two", "one")],
        [("one", "two", label)],
    )
    members = {"one": {"x"}, "two": {"x"}}
    projection = projection_of(members)
    projection.nodes["body:one"]["label"] = label
    text = DiagramText(label, label, (label,), label, {"org:x": label})
    for dot in (structure(graph, text), interlocks(projection, text)):
        root = svg_of(dot)
        shown = re.sub("[\x00-\x1f\u202a-\u202e\u2066-\u2069\ud800 ]", "", label)
        assert shown[:16] in texts(root)
        assert not list(root.iter(f"{SVG}script"))
        assert not list(root.iter(f"{SVG}a"))
        assert not [name for part in root.iter() for name in part.attrib if name.endswith("href")]
        assert len([g for g in root.iter(f"{SVG}g") if g.get("class") == "node"]) == 2


def test_a_label_of_ten_thousand_characters_is_cut_and_kept_in_the_title():
    """A very long label is shortened with an ellipsis on the drawing and whole in the title of its box."""
    long = "Partnership for everything " * 400
    root = svg_of(structure(whole_map({"one": {"label": long}}), TEXT))
    assert "…" in texts(root)
    titles = [title.text for title in root.iter(f"{SVG}title")]
    assert any(title.startswith(long.strip()) for title in titles)
    assert (
        SMALLEST_TYPE * scale_of(structure(whole_map({"one": {"label": "x" * 10_000}}), TEXT))
        >= LEGIBLE_POINTS
    )


@pytest.mark.parametrize(
    "dot",
    [structure(county(), TEXT), interlocks(boards(regional=True), TEXT)],
    ids=["structure", "interlocks"],
)
def test_svg_says_what_it_shows(dot):
    """The SVG is an image with language, title and description; each box has its full text as title."""
    root = svg_of(dot)
    title, desc = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert root.get("role") == "img"
    assert root.get("lang") == "en-GB"
    assert root.get("aria-labelledby") == title.get("id")
    assert root.get("aria-describedby") == desc.get("id")
    assert title.text == TEXT.title
    assert desc.text.startswith(TEXT.description)
    nodes = [group for group in root.iter(f"{SVG}g") if group.get("class") == "node"]
    assert nodes
    assert all(len(node.find(f"{SVG}title").text) > 5 for node in nodes)


def test_the_description_says_who_is_under_whom():
    """The description lists the bodies, their parts, their links and those that stand alone, in sentences."""
    said = svg_of(structure(small_family(), TEXT)).find(f"{SVG}desc").text
    assert "The diagram shows 5 bodies." in said
    assert "Executive has 2 bodies under it: Safer Anytown Group and Youth Group." in said
    assert "Youth Group reports to Safer Anytown Group." in said
    assert "Without parent, child or link: Allotments Forum." in said


@pytest.mark.parametrize("graph", [small_family(), county()], ids=["upright", "on its side"])
def test_pdf_is_a4_with_title_subject_and_language(graph):
    """The PDF is one page of A4 that knows its title, subject and language and has its text as text."""
    reader = PdfReader(BytesIO(render(structure(graph, TEXT), "pdf")))
    (page,) = reader.pages
    assert sorted(map(float, page.mediabox[2:])) == pytest.approx(sorted(A4))
    assert reader.metadata.title == TEXT.title
    assert reader.metadata.subject.startswith(TEXT.description)
    assert reader.xmp_metadata.dc_title["x-default"] == TEXT.title
    assert reader.xmp_metadata.dc_language == ["en-GB"]
    assert reader.trailer["/Root"]["/Lang"] == "en-GB"
    assert reader.trailer["/Root"]["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert TEXT.title in page.extract_text()


def test_pdf_bears_no_date():
    """Two renderings give the same PDF, so nothing in it depends on the clock."""
    dot = structure(small_family(), TEXT)
    assert render(dot, "pdf") == render(dot, "pdf")
    assert b"CreationDate" not in render(dot, "pdf")


def test_png_has_the_resolution_of_print():
    """The PNG of a drawing is as large as the drawing on A4 at 200 dots an inch, within two dots."""
    dot = structure(county(), TEXT)
    png = render(dot, "png")
    assert png.startswith(b"\x89PNG")
    size = [int.from_bytes(png[start : start + 4], "big") for start in (16, 20)]
    box = [float(number) for number in svg_of(dot).get("viewBox").split()[2:]]
    assert size == pytest.approx([side * scale_on_a4(*box) / 72 * 200 for side in box], abs=2)


def test_dot_form_is_the_text_itself():
    """Asked for dot, render gives the text in UTF-8."""
    assert render("digraph ŵ {}", "dot") == "digraph ŵ {}".encode()


def test_page_is_turned_where_that_is_larger():
    """A wide drawing lies on its side, a tall one stands upright, and a small one is not enlarged."""
    assert page_size(1000, 500) == (A4[1], A4[0])
    assert page_size(500, 1000) == A4
    assert scale_on_a4(10, 10) == 1.0


def test_an_unknown_form_is_refused():
    """A form of output that there is not is the caller's mistake, with the forms that there are."""
    with pytest.raises(CallInvalid, match="svg, pdf, png"):
        render("digraph orgmap {}", "gif")


def test_a_threshold_below_one_is_refused():
    """A tie of nothing shared is no tie."""
    with pytest.raises(CallInvalid, match="at_least"):
        interlocks(projection_of({"A": {"1"}}), TEXT, at_least=0)


def test_a_graph_that_is_no_projection_is_refused():
    """A directed graph, and one whose edges do not say what is shared, are not drawn as interlocks."""
    with pytest.raises(NetworkUnfit, match="undirected"):
        interlocks(nx.DiGraph(), TEXT)
    with pytest.raises(NetworkUnfit, match="projection"):
        interlocks(nx.path_graph(["body:a", "body:b"]), TEXT)


@pytest.mark.parametrize(
    "dot", ["digraph orgmap {", "digraph orgmap { a [label=<<TABLE><TR></TD>>] }", "not dot"]
)
def test_text_that_graphviz_cannot_draw_is_an_orgmap_error(dot, capfd):
    """Broken DOT is a clear error of orgmap's own, and nothing reaches the terminal."""
    with pytest.raises(OrgmapError, match="Graphviz cannot draw"):
        render(dot, "svg")
    assert capfd.readouterr() == ("", "")


def test_nothing_of_graphviz_reaches_the_terminal(capfd):
    """Rendering is silent, and standard error works again afterwards."""
    render(structure(county(), TEXT), "png")
    assert capfd.readouterr() == ("", "")
    os.write(2, b"still here")
    assert capfd.readouterr().err == "still here"


def test_without_pygraphviz_and_dot_the_user_is_told_what_to_do(monkeypatch):
    """Where neither pygraphviz nor the dot program is there, the error says what to install."""
    monkeypatch.setattr(diagram, "find_spec", lambda _: None)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(ToolMissing, match="pip install pygraphviz"):
        render(structure(small_family(), TEXT), "svg")


@pytest.mark.skipif(os.name == "nt", reason="The stand-in for dot is a script with a first line for a shell.")
def test_without_pygraphviz_the_dot_program_draws(monkeypatch, tmp_path):
    """Where pygraphviz is missing, `dot` on the PATH gets the text and the engine, and its answer is used."""
    program = tmp_path / "dot"
    program.write_text(
        f"#!{sys.executable}\nimport sys\nfrom pygraphviz import AGraph\n"
        "engine = next(word[2:] for word in sys.argv if word.startswith('-K'))\n"
        "form = next(word[2:] for word in sys.argv if word.startswith('-T'))\n"
        "sys.stdout.buffer.write(AGraph(string=sys.stdin.read()).draw(prog=engine, format=form))\n"
    )
    program.chmod(0o755)
    dot = interlocks(projection_of({"A": {"1"}, "B": {"1"}}), TEXT)
    expected = render(dot, "svg")
    monkeypatch.setattr(diagram, "find_spec", lambda _: None)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert render(dot, "svg") == expected


def test_a_circle_of_parents_is_drawn_all_the_same():
    """Bodies that are part of each other in a circle, which no source should have, still all appear."""
    bodies = [f"Body {number}" for number in range(9)]
    circle = [("Body 0", "Body 1"), ("Body 1", "Body 0"), *((body, "Body 0") for body in bodies[2:])]
    shown = texts(svg_of(structure(whole_map({body: {} for body in bodies}, circle), TEXT)))
    assert all(body.replace(" ", "") in shown for body in bodies)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.integers(0, 9),
            st.integers(0, 9),
            st.sampled_from(["part_of", "reports to", "advises", "stands beside"]),
        ),
        max_size=25,
    )
)
def test_drawing_never_changes_the_graph(edges):
    """The graphs are the same after drawing as before, and every body is on the drawing."""
    bodies = {f"Body {number}": {} for number in range(10)}
    part_of = [(f"Body {a}", f"Body {b}") for a, b, kind in edges if kind == "part_of" and a > b]
    links = [(f"Body {a}", f"Body {b}", kind) for a, b, kind in edges if kind != "part_of"]
    graph = whole_map(bodies, part_of, links, {"Body 1": 3})
    before = copy.deepcopy(graph)
    dot = structure(graph, TEXT)
    drawn = texts(svg_of(dot))
    assert nx.utils.graphs_equal(graph, before)
    assert all(body.replace(" ", "") in drawn for body in bodies)
    projection = projection_of(
        {f"Body {number}": {str(a) for a, b, _ in edges if b == number} for number in range(10)}
    )
    unchanged = copy.deepcopy(projection)
    interlocks(projection, TEXT)
    assert nx.utils.graphs_equal(projection, unchanged)


@pytest.mark.skipif(sys.platform != "linux", reason="only a Linux may have no fonts")
def test_pdf_is_set_in_the_fonts_that_come_along():
    """The words of a diagram are drawn in the package's own fonts, whatever fonts the machine has."""
    page = PdfReader(BytesIO(render(structure(small_family(), TEXT), "pdf"))).pages[0]
    fonts = {str(font.get_object()["/BaseFont"]) for font in page["/Resources"]["/Font"].values()}
    assert fonts
    assert all("LiberationSans" in font.replace("-", "") for font in fonts)


def test_drawing_leaves_the_environment_as_it_was():
    """Where Graphviz is to look for fonts is told to it alone."""
    before = dict(os.environ)
    render(structure(small_family(), TEXT), "svg")
    assert dict(os.environ) == before
