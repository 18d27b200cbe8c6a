"""The map says as text all that it draws, escapes what it is given, and asks nothing of any network."""

from __future__ import annotations

import copy
import json
import re
from collections import Counter
from html.parser import HTMLParser
from itertools import pairwise

import networkx as nx
import pytest

from orgmap.errors import NetworkUnfit
from orgmap.views import html
from orgmap.views.map import render
from orgmap.views.map.data import Facts, drawn_text
from orgmap.views.map.tables import MOST_ROWS, SeatRow, TieRow, interlock_rows, legible_from, seat_rows
from orgmap.views.style import LINES, SECTORS, TIERS
from tests import mapgraphs
from tests.mapgraphs import Builder, interlocks, page_of, placed, text

HOSTILE = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    "javascript:alert(1)",
    "' onmouseover='alert(1)",
    "<a href=javascript:alert(1)>href</a>",
    "<!-- comment --><![CDATA[ x ]]>",
    "{{ 7 * 7 }} {% raw %}",
    "\u202eevil\u202c and \u2066more\u2069",
    "🦊 fox & 'goose' \"grain\"",
    "x" * 10_000,
    "",
    "\x00\x07\n\t",
)


class Elements(HTMLParser):
    """Collects every element with its attributes, and the text inside scripts by their type."""

    def __init__(self, page):
        super().__init__()
        self.elements, self.scripts, self.inside = [], [], None
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        """Keep an element."""
        self.elements.append((tag, dict(attrs)))
        self.inside = dict(attrs).get("type", "") if tag == "script" else None
        if tag == "script":
            self.scripts.append([self.inside, ""])

    def handle_endtag(self, _tag):
        """Leave an element."""
        self.inside = None

    def handle_data(self, data):
        """Keep the text of a script."""
        if self.inside is not None:
            self.scripts[-1][1] += data


def data_of(page):
    """Return the data that the page carries for its script."""
    [found] = [content for kind, content in Elements(page).scripts if kind == "application/json"]
    return json.loads(found)


def hostile_map():
    """Return a map whose every word is hostile."""
    build = Builder()
    for number, words in enumerate(HOSTILE):
        body = build.body(f"b{number}{words}", words, "district", words or None, short_name=words, url=words)
        office = build.organisation(f"o{number}{words}", words, "health", words or None)
        person = build.person(f"p{number}{words}", words, office)
        build.seat(person, body, organisation=office, post=words, since=words, until=words, seat=words)
        build.seat(office, "body:b0" + HOSTILE[0], "observer")
        build.graph.add_edge(body, "body:b0" + HOSTILE[0], kind="link", link=words)
    return build.graph


@pytest.fixture(scope="module")
def county():
    """Return the page of the made-up county."""
    return page_of(mapgraphs.two_tier())


def test_same_input_same_bytes():
    """Two renderings of one map are the same text, also when nodes and edges come in another order."""
    whole = mapgraphs.two_tier()
    other = nx.MultiDiGraph()
    other.add_nodes_from(reversed(list(whole.nodes(data=True))))
    other.add_edges_from(reversed(list(whole.edges(data=True))))
    assert page_of(whole) == page_of(whole) == page_of(other)


def test_rendering_changes_neither_graph_nor_places():
    """A view is a guest: what it was given is as it was."""
    whole = mapgraphs.small()
    ties = interlocks(whole)
    places = placed(whole, ties)
    before = copy.deepcopy((dict(whole.nodes(data=True)), list(whole.edges(data=True, keys=True)), places))
    before_ties = copy.deepcopy((dict(ties.nodes(data=True)), list(ties.edges(data=True))))
    render(whole, ties, places, text())
    assert (dict(whole.nodes(data=True)), list(whole.edges(data=True, keys=True)), places) == before
    assert (dict(ties.nodes(data=True)), list(ties.edges(data=True))) == before_ties


def test_hostile_words_make_no_elements_and_no_handlers():
    """The elements of a hostile map are those of a tame one: words stay words, in data and in tables."""
    tame = hostile_map()
    for number, (_, data) in enumerate(tame.nodes(data=True)):
        data |= {key: f"word{number}" for key in ("label", "short_name", "kind") if data.get(key) is not None}
    kinds = Counter(tag for tag, _ in Elements(page_of(tame)).elements)
    found = Elements(page_of(hostile_map(), title=HOSTILE[1], subtitle=HOSTILE[2], notes=HOSTILE[:4]))
    more = Counter(tag for tag, _ in found.elements)
    assert more["script"] == kinds["script"]
    assert more["img"] == more["iframe"] == more["object"] == 0
    assert not [
        name for _, attrs in found.elements for name in attrs if name.startswith("on") or name == "style"
    ]


def test_hostile_words_survive_as_data():
    """What the script gets is exactly what was given, ten thousand characters included."""
    data = data_of(page_of(hostile_map()))
    assert {thing["name"] for thing in data["things"]} >= {words for words in HOSTILE if words}


def test_links_lead_only_where_links_may():
    """No element asks for anything, and no link has another scheme than the page's own or the web's."""
    elements = Elements(page_of(hostile_map(), back="index.html")).elements
    assert not [
        attrs for _, attrs in elements if {"src", "srcset", "action", "data", "poster"} & attrs.keys()
    ]
    assert not [tag for tag, _ in elements if tag in {"link", "iframe", "base", "object", "embed", "img"}]
    addresses = {attrs["href"] for tag, attrs in elements if tag == "a"}
    assert all(address == "index.html" or address.startswith("#") for address in addresses)


def test_policy_matches_what_the_page_carries(county):
    """The policy lets exactly the page's own scripts and styles run."""
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', county)[1].replace("&#39;", "'")
    scripts = [content for kind, content in Elements(county).scripts if kind == ""]
    styles = re.findall(r"<style>(.*?)</style>", county, re.DOTALL)
    assert policy == html.security_policy(scripts, styles)
    assert len(scripts) == 8


def test_own_scripts_never_write_markup(county):
    """Our scripts use no innerHTML, no eval and no clock or chance, and ask for nothing."""
    own = "".join(content for kind, content in Elements(county).scripts[2:] if kind == "")
    for word in ("innerHTML", "outerHTML", "insertAdjacent", "document.write", "eval(", "fetch(", "XMLHttp"):
        assert word not in own
    for word in ("Math.random", "Date", "localStorage", "import("):
        assert word not in own


def test_small_maps_are_small(county):
    """A county of 300 nodes is one file under 1.2 MB."""
    assert len(county.encode()) < 1_200_000


def test_legend_is_what_is_drawn():
    """Every tier, sector and line that is drawn is in the legend, and nothing else."""
    whole = mapgraphs.small()
    page = page_of(whole)
    keys = {
        attrs[name]
        for _, attrs in Elements(page).elements
        for name in ("data-node", "data-line")
        if name in attrs
    }
    data = data_of(page)
    seen = {node["thing"] for view in data["views"].values() for node in view["nodes"]}
    nodes = {
        f"{thing['mode']}/{thing.get('tier' if thing['mode'] == 'body' else 'sector', '')}"
        for index, thing in enumerate(data["things"])
        if index in seen
    }
    lines = {edge["line"] for view in data["views"].values() for edge in view["edges"]}
    assert keys == nodes | lines
    assert {"body/", "body/unitary", "organisation/", "person/"} <= keys
    assert {"chair", "seat", "attends", "open", "part_of", "link"} <= keys
    assert "body/county" not in keys


def test_drawn_nodes_have_their_style():
    """A body is coloured by tier, an organisation by sector, and shapes tell the three modes apart."""
    data = data_of(page_of(mapgraphs.small()))
    by_key = {data["things"][node["thing"]]["key"]: node for node in data["views"]["whole"]["nodes"]}
    assert by_key["body:board"]["fill"] == TIERS["unitary"].fill
    assert by_key["body:forum"]["fill"] == TIERS[None].fill
    assert by_key["org:trust"]["fill"] == SECTORS["health"].fill
    assert by_key["org:shop"]["mark"] == "?"
    shapes = {key.partition(":")[0]: node["shape"] for key, node in by_key.items()}
    assert len(set(shapes.values())) == 3


def test_a_word_outside_the_lists_is_not_known():
    """A tier that has no style is drawn, filtered and listed as not known, and fails nothing."""
    whole = mapgraphs.small()
    whole.nodes["body:board"]["tier"] = "galactic"
    whole.nodes["org:trust"]["sector"] = "pirates"
    page = page_of(whole)
    assert "galactic" not in page
    assert "pirates" not in page


def test_pyvis_options_keep_the_drawing_still():
    """Physics and smooth lines are off, so that the drawing is where the layout put it."""
    for view in data_of(page_of(mapgraphs.small()))["views"].values():
        assert view["options"]["physics"]["enabled"] is False
        assert view["options"]["edges"]["smooth"]["enabled"] is False
        assert view["options"]["interaction"]["dragNodes"] is False


def test_places_are_those_given():
    """Nodes are drawn where the layout says; a node without a place is refused by name."""
    whole = mapgraphs.small()
    ties = interlocks(whole)
    places = placed(whole, ties)
    data = data_of(render(whole, ties, places, text()))
    for view in ("whole", "interlocks"):
        for node in data["views"][view]["nodes"]:
            assert [node["x"], node["y"]] == list(places[view][data["things"][node["thing"]]["key"]])
    del places["whole"]["body:board"]
    with pytest.raises(NetworkUnfit, match="Health and Wellbeing Board"):
        render(whole, ties, places, text())


def test_lines_between_the_same_two_nodes_are_bent_apart():
    """Where two edges join the same nodes, they do not lie on each other."""
    edges = data_of(page_of(mapgraphs.small()))["views"]["whole"]["edges"]
    pairs = Counter(tuple(sorted((e["from"], e["to"]))) for e in edges if not e.get("via"))
    [pair] = [pair for pair, number in pairs.items() if number == 2]
    bends = [edge.get("bend", 0) for edge in edges if tuple(sorted((edge["from"], edge["to"]))) == pair]
    assert sorted(map(bool, bends)) == [False, True]


def test_interlocks_are_as_wide_as_they_share():
    """The more two bodies share the wider their tie, and each carries its count."""
    edges = data_of(page_of(mapgraphs.two_tier()))["views"]["interlocks"]["edges"]
    by_shared = sorted((edge["shared"], edge["width"]) for edge in edges)
    assert all(a[1] < b[1] for a, b in pairwise(by_shared) if a[0] < b[0])
    assert {edge["line"] for edge in edges} == {"interlock", "interlock_part_of"}


def test_organisations_stand_in_for_hidden_people():
    """For each body where people sit for an organisation there is one line that shows when people do not."""
    data = data_of(page_of(mapgraphs.small()))
    names = {node["id"]: data["things"][node["thing"]]["key"] for node in data["views"]["whole"]["nodes"]}
    via = [edge for edge in data["views"]["whole"]["edges"] if edge.get("via")]
    found = {(names[edge["from"]], names[edge["to"]]): edge["line"] for edge in via}
    assert found["org:council", "body:board"] == "chair"
    assert found["org:council", "body:safety"] == "seat"
    assert len(found) == len(via)


def test_large_maps_fold_people(monkeypatch):
    """Above the limit people are listed and not drawn, and the page says so."""
    monkeypatch.setattr("orgmap.views.map.data.MOST_NODES", 12)
    page = page_of(mapgraphs.small())
    data = data_of(page)
    modes = {data["things"][node["thing"]]["mode"] for node in data["views"]["whole"]["nodes"]}
    assert modes == {"body", "organisation"}
    assert "4 people are\nnot drawn" in page
    assert "Chief nurse" in page
    assert data["folded"] is True
    assert not re.search(r'data-fact="mode"[^>]*value="person"', page)


def test_seat_table_has_a_row_for_every_seat():
    """Each seat edge and each group of open seats is a row, by body, then by role."""
    whole = mapgraphs.small()
    rows = seat_rows(whole)
    seats = [data for _, _, data in whole.edges(data=True) if data["kind"] == "seat"]
    assert len(rows) == len(seats) + 1
    board = [(row.role, row.holder, row.organisation, row.status) for row in rows if "Wellbeing" in row.body]
    assert board == [
        ("chair", "Leader of the Council", "Rivertown Council", "filled"),
        ("vice-chair", "Chief nurse", "Rivertown NHS Trust", "filled"),
        ("member", "", "Rivertown Police", "vacant"),
        ("", "", "", "not filled, names nobody"),
    ]
    group = next(row for row in rows if row.on_behalf_of)
    assert group == SeatRow(
        "Mental Health Group", "Leader of the Council", "Rivertown Council", "Health and Wellbeing Board",
        "member", "filled", "", "", 1,
    )  # fmt: skip


def test_interlock_table_names_who_is_shared():
    """Each pair of bodies is a row with the names of those they share, most shared first."""
    whole = mapgraphs.small()
    ties = interlocks(whole)
    rows = interlock_rows(ties, Facts.of(whole, ties))
    assert [row.shared for row in rows] == sorted((row.shared for row in rows), reverse=True)
    first = rows[0]
    assert (first.a, first.b, first.shared, first.part_of) == (
        "Health and Wellbeing Board", "Mental Health Group", 2, True,
    )  # fmt: skip
    assert first.members == "Rivertown Council; Rivertown NHS Trust"


@pytest.mark.parametrize(
    ("shared", "start"),
    [([], 1), ([9] * 300, 1), ([5] * 10 + [2] * 290 + [1], 2), ([1] * 301, 1), ([7] * 301 + [1], 7)],
)
def test_a_drawing_starts_with_as_many_ties_as_can_be_read(shared, start):
    """The slider starts where at most 300 ties are left, or at the most that any two share."""
    rows = [TieRow("A", "B", number, "", part_of=False) for number in shared]
    assert legible_from(rows) == start


def test_members_beyond_a_dozen_are_counted():
    """A long list of names ends with how many more there are."""
    ties = nx.Graph()
    ties.add_node("body:a", mode="body", label="A")
    ties.add_node("body:b", mode="body", label="B")
    ties.add_edge(
        "body:a", "body:b", shared=15, members=tuple(f"sector:s{n:02}" for n in range(15)), part_of=False
    )
    [row] = interlock_rows(ties, Facts.of(nx.MultiDiGraph(), ties))
    assert row.members.startswith("s00; s01")
    assert row.members.endswith("s11; and 3 others")


def test_tables_are_cut_and_say_so():
    """A table never explodes: it shows its first rows, says how many there are, and where the rest is."""
    build = Builder()
    body = build.body("b", "Board", None, None)
    for number in range(MOST_ROWS + 5):
        build.seat(build.organisation(f"o{number:05}", f"Organisation {number:05}", None), body)
    page = page_of(build.graph, table="tables/seats.csv")
    assert page.count('<tr><th scope="row">') == MOST_ROWS
    assert f"The first {MOST_ROWS:,} of {MOST_ROWS + 5:,} rows are shown." in page
    assert '<a href="tables/seats.csv">tables/seats.csv</a>' in page


def test_an_empty_map_is_still_a_page():
    """A map without anything says so in words."""
    page = render(nx.MultiDiGraph(), nx.Graph(), {"whole": {}, "interlocks": {}}, text())
    assert "There are no seats on this map." in page
    assert "No two bodies on this map share members." in page


def test_the_words_around_the_map_are_printed():
    """Title, subtitle, notes and the way back are on the page; without a page above there is no way back."""
    page = page_of(
        mapgraphs.small(), notes=("Two names were withheld.",), back="../index.html", shared="people"
    )
    assert "<h1><bdi>Map of Marshire</bdi></h1>" in page
    assert "Two names were withheld." in page
    assert '<a href="../index.html">Overview</a>' in page
    assert "Pairs of bodies that share people" in page
    assert not [tag for tag, _ in Elements(page_of(mapgraphs.small(), back=None)).elements if tag == "nav"]


def test_tables_need_no_script():
    """Without script the page says so and still holds every seat and interlock, in tables with headers."""
    page = page_of(mapgraphs.small())
    assert "<noscript>" in page
    assert page.count('<th scope="col"') == 14
    assert page.count("<caption") == 2
    assert "Corner Shop" in page.partition('<h2 id="seats">')[2].partition("<script")[0]


@pytest.mark.parametrize(
    ("label", "painted"),
    [
        ("Plain name", "Plain name"),
        ("two\nlines\tand\x00more", "two lines and more"),
        ("\u202eevil\u202c", "evil"),
        ("مجلس", "مجلس"),
        ("👩‍👩‍👧 family", "👩‍👩‍👧 family"),
        ("x" * 70, "x" * 59 + "…"),
        ("", ""),
    ],
)
def test_painted_names_are_one_short_line(label, painted):
    """What is painted on the canvas is one line, short, and turns no text around."""
    assert drawn_text(label) == painted


def test_every_line_style_reaches_the_script():
    """The script gets each kind of line as the legend shows it."""
    lines = data_of(page_of(mapgraphs.small()))["lines"]
    assert lines.keys() == LINES.keys()
    assert lines["part_of"]["arrows"] == "to"
    assert lines["open"]["dashes"] == list(LINES["open"].dashes)
