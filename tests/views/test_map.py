"""The map says as text all that it draws, escapes what it is given, and asks nothing of any network."""

from __future__ import annotations

import copy
import json
import re
from collections import Counter
from html.parser import HTMLParser

import networkx as nx
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgmap.errors import NetworkUnfit
from orgmap.model import Answer, Finding
from orgmap.views import html
from orgmap.views.map import _SCRIPTS, render
from orgmap.views.map.data import Facts
from orgmap.views.map.folding import unfolded
from orgmap.views.map.packing import packed
from orgmap.views.map.tables import (
    MOST_ROWS,
    Named,
    SeatRow,
    interlock_rows,
    legible_from,
    seat_rows,
    shared_counts,
)
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


def rows_of(table):
    """Return the rows of a packed table, as the script unpacks them."""
    rows = [{} for _ in range(table["count"])]
    for name, column in table.items():
        if name not in {"count", "members"}:
            for index, value in enumerate(unpacked(column, len(rows))):
                if value is not None:
                    rows[index][name] = value
    return rows


def unpacked(column, length):
    """Return the values of one packed column."""
    if isinstance(column, list):
        return column
    if "few" in column:
        return [column["few"].get(str(index)) for index in range(length)]
    return [column["of"][place] for place in column["at"]]


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
    render(whole, ties, places, mapgraphs.packed(), text())
    assert (dict(whole.nodes(data=True)), list(whole.edges(data=True, keys=True)), places) == before
    assert (dict(ties.nodes(data=True)), list(ties.edges(data=True))) == before_ties


def test_hostile_words_make_no_elements_and_no_handlers():
    """The elements of a hostile map are those of a tame one: words stay words, in data and in tables."""
    tame = hostile_map()
    for number, (_, data) in enumerate(tame.nodes(data=True)):
        data |= {key: f"word{number}" for key in ("label", "short_name", "kind") if data.get(key) is not None}
    kinds = Counter(tag for tag, _ in Elements(page_of(tame)).elements)
    found = Elements(page_of(hostile_map(), title=HOSTILE[1], as_at=HOSTILE[2], notes=HOSTILE[:4]))
    more = Counter(tag for tag, _ in found.elements)
    assert more["script"] == kinds["script"]
    assert more["img"] == more["iframe"] == more["object"] == 0
    assert not [
        name for _, attrs in found.elements for name in attrs if name.startswith("on") or name == "style"
    ]


def test_hostile_words_survive_as_data():
    """What the script gets is exactly what was given, ten thousand characters included."""
    data = data_of(page_of(hostile_map()))
    assert {thing["name"] for thing in rows_of(data["things"])} >= {words for words in HOSTILE if words}


def test_links_lead_only_where_links_may():
    """No element asks for anything, and no link has another scheme than the page's own or the web's."""
    places = {node: f"bodies/{number}.html" for number, node in enumerate(hostile_map()) if "body" in node}
    elements = Elements(page_of(hostile_map(), files=("index.html",), places=places)).elements
    assert not [
        attrs for _, attrs in elements if {"src", "srcset", "action", "data", "poster"} & attrs.keys()
    ]
    assert not [tag for tag, _ in elements if tag in {"link", "iframe", "base", "object", "embed", "img"}]
    addresses = {attrs["href"] for tag, attrs in elements if tag == "a"}
    known = {"index.html", *places.values()}
    assert all(address in known or address.startswith("#") for address in addresses)
    assert set(places.values()) <= addresses


def test_policy_matches_what_the_page_carries(county):
    """The policy lets exactly the page's own scripts and styles run."""
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', county)[1].replace("&#39;", "'")
    scripts = [content for kind, content in Elements(county).scripts if kind == ""]
    styles = re.findall(r"<style>(.*?)</style>", county, re.DOTALL)
    assert policy == html.security_policy(scripts, styles)
    assert len(scripts) == 1 + len(_SCRIPTS)


def test_own_scripts_never_write_markup(county):
    """Our scripts use no innerHTML, no eval and no clock or chance, and ask for nothing."""
    own = "".join(content for kind, content in Elements(county).scripts[2:] if kind == "")
    for word in ("innerHTML", "outerHTML", "insertAdjacent", "document.write", "eval(", "fetch(", "XMLHttp"):
        assert word not in own
    for word in ("Math.random", "new Date", "Date.now", "localStorage", "import("):
        assert word not in own


def test_small_maps_are_small(county):
    """A county of 300 nodes is one file under 1 MB."""
    assert len(county.encode()) < 1_000_000


def test_legend_is_what_may_be_drawn():
    """Every tier, sector and line of the map is in the legend, and nothing else."""
    whole = mapgraphs.small()
    page = page_of(whole)
    keys = {
        attrs[name]
        for _, attrs in Elements(page).elements
        for name in ("data-node", "data-line")
        if name in attrs
    }
    data = data_of(page)
    nodes = {
        f"{thing['mode']}/{thing.get('tier' if thing['mode'] == 'body' else 'sector', '')}"
        for thing in rows_of(data["things"])
    }
    lines = {seat["line"] for seat in rows_of(data["seats"])} | {"represents", "interlock"}
    lines |= {relation["kind"] for relation in rows_of(data["relations"])} | {"interlock_part_of"}
    assert keys == nodes | lines
    assert {"body/", "body/unitary", "organisation/", "person/"} <= keys
    assert {"chair", "seat", "attends", "open", "part_of", "link"} <= keys
    assert "body/county" not in keys


def test_every_kind_of_node_has_its_style():
    """A body is coloured by tier, an organisation by sector, and shapes tell the three modes apart."""
    data = data_of(page_of(mapgraphs.small()))
    assert data["styles"]["body"]["unitary"][0] == TIERS["unitary"].fill
    assert data["styles"]["organisation"]["health"][0] == SECTORS["health"].fill
    assert data["styles"]["body"][""][2] == data["styles"]["organisation"][""][2] == "?"
    assert len({data["shapes"][mode][0] for mode in ("body", "organisation", "person")}) == 3


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
    options = data_of(page_of(mapgraphs.small()))["options"]
    assert options["physics"]["enabled"] is False
    assert options["edges"]["smooth"]["enabled"] is False
    assert options["interaction"]["dragNodes"] is False


def test_places_are_those_given():
    """Nodes are drawn where the layout says; a node without a place is refused by name."""
    whole = mapgraphs.two_tier()
    ties = interlocks(whole)
    places = placed(whole, ties)
    data = data_of(render(whole, ties, places, mapgraphs.packed(), text()))
    keys = [thing["key"] for thing in rows_of(data["things"])]
    assert data["views"].keys() == {"whole", "interlocks", "two-tier"}
    for view, found in data["views"].items():
        drawn = {keys[node["id"]]: (node["x"], node["y"]) for node in rows_of(found)}
        assert drawn == places[view]
    del places["whole"]["body:county"]
    with pytest.raises(NetworkUnfit, match="Marshire Strategic Partnership"):
        render(whole, ties, places, mapgraphs.packed(), text())


def test_two_tiers_are_offered_only_where_there_are_two():
    """The view of two tiers has a button and places where there are two, and neither elsewhere."""
    assert 'id="view-two-tier"' in page_of(mapgraphs.two_tier())
    one = mapgraphs.large(10, 30)
    for _, data in one.nodes(data=True):
        data["tier"] = "unitary"
    page = page_of(one)
    assert 'id="view-two-tier"' not in page
    assert "two-tier" not in data_of(page)["views"]


@given(
    st.lists(
        st.fixed_dictionaries(
            {}, optional={"a": st.integers(0, 3) | st.none(), "b": st.text(max_size=3), "c": st.just("x")}
        )
    )
)
def test_packed_rows_are_the_rows(rows):
    """Whatever is packed comes out as it went in, but for what is not known."""
    found = rows_of(json.loads(json.dumps(packed(rows, ("a", "b", "c")))))
    assert found == [{key: value for key, value in row.items() if value is not None} for row in rows]


def test_all_ties_are_in_the_data():
    """Every interlock is there once with its count and its members, by number or, for a sector, by name."""
    whole = mapgraphs.small()
    ties = interlocks(whole)
    ties.add_edge("body:board", "body:lonely", shared=1, members=("sector:health",), part_of=False)
    data = data_of(render(whole, ties, placed(whole, ties), mapgraphs.packed(), text()))
    keys = [thing["key"] for thing in rows_of(data["things"])]
    members = data["ties"]["members"]
    found = {
        frozenset((keys[row["from"]], keys[row["to"]])): (row.get("shared", len(names)), names)
        for row, names in zip(rows_of(data["ties"]), members, strict=True)
    }
    assert len(found) == ties.number_of_edges()
    for u, v, tie in ties.edges(data=True):
        shared, names = found[frozenset((u, v))]
        assert shared == tie["shared"]
        known = [keys[one] if isinstance(one, int) else f"sector:{one}" for one in names]
        assert known == list(tie["members"])


def test_large_maps_fold_people(monkeypatch):
    """Above the limit people have no places, can still be filtered and listed, and the page says so."""
    monkeypatch.setattr("orgmap.views.map.folding.MOST_NODES", 12)
    page = page_of(mapgraphs.small())
    data = data_of(page)
    modes = [thing["mode"] for thing in rows_of(data["things"])]
    assert {modes[node["id"]] for node in rows_of(data["views"]["whole"])} == {"body", "organisation"}
    assert "person" in modes
    assert "4 people are\nfolded into their bodies" in page
    assert "Chief nurse" in page
    assert data["folded"] is True


def test_folded_organisations_keep_their_seats(monkeypatch):
    """Without people an organisation is tied to the bodies where people sit for it, so that it lies near."""
    monkeypatch.setattr("orgmap.views.map.folding.MOST_NODES", 12)
    whole = mapgraphs.small()
    before = copy.deepcopy(whole)
    left = unfolded(whole)
    assert set(left["org:trust"]) == {"body:board", "body:group"}
    assert not [node for node in left if node.startswith("person:")]
    assert nx.utils.graphs_equal(whole, before)


def test_a_folded_county_stays_light():
    """A map of more than 2,000 nodes stays under 2 MB, its tables cut."""
    assert len(page_of(mapgraphs.large(300, 1500)).encode()) < 2_000_000


def test_findings_are_told_with_what_they_are_about():
    """A finding about something drawn can be chosen, with its number and page; others cannot."""
    nowhere = Finding("overlap", "act", "Nobody is drawn.", ("body:nowhere",))
    found = Finding("overlap", "look", "The board and the group share two.", ("body:board", "body:group"))
    answers = (Answer("overlap", "Which bodies share members?", (nowhere, found), pd.DataFrame()),)
    page = page_of(mapgraphs.small(), answers=answers, files=("index.html", "overlap.html"))
    data = data_of(page)
    [group] = data["findings"]
    keys = [thing["key"] for thing in rows_of(data["things"])]
    assert (group["title"], group["page"]) == ("Which bodies share members?", "overlap.html")
    [item] = group["items"]
    assert (item["number"], item["sentence"]) == (2, "The board and the group share two.")
    assert [keys[subject] for subject in item["subjects"]] == ["body:board", "body:group"]
    assert 'id="finding"' in page
    assert 'id="finding"' not in page_of(mapgraphs.small())


def test_the_names_in_the_tables_lead_to_their_pages():
    """Where the pack has a page for a body, its name in the tables leads there, and the script knows it."""
    places = {"body:board": "bodies/board.html", "body:group": "bodies/g.html"}
    page = page_of(mapgraphs.small(), places=places)
    assert (
        '<th scope="row"><a href="bodies/board.html"><bdi>Health and Wellbeing Board</bdi></a></th>' in page
    )
    things = {thing["key"]: thing for thing in rows_of(data_of(page)["things"])}
    assert things["body:board"]["page"] == 1
    assert things["body:group"]["page"] == "bodies/g.html"
    assert "page" not in things["body:forum"]


def test_seats_can_be_filtered_by_role():
    """Each role that some seat has is a box, in the order of the vocabulary, with how many seats."""
    roles = [
        (attrs["value"])
        for _, attrs in Elements(page_of(mapgraphs.small())).elements
        if attrs.get("data-fact") == "role"
    ]
    assert roles == ["chair", "vice-chair", "member", "observer", "adviser"]


def test_seat_table_has_a_row_for_every_seat():
    """Each seat edge and each group of open seats is a row, by body, then by role."""
    whole = mapgraphs.small()
    rows = seat_rows(whole)
    seats = [data for _, _, data in whole.edges(data=True) if data["kind"] == "seat"]
    assert len(rows) == len(seats) + 1
    board = [
        (row.role, row.holder.text, row.organisation.text, row.status)
        for row in rows
        if "Wellbeing" in row.body.text
    ]
    assert board == [
        ("chair", "Leader of the Council", "Rivertown Council", "filled"),
        ("vice-chair", "Chief nurse", "Rivertown NHS Trust", "filled"),
        ("member", "", "Rivertown Police", "vacant"),
        ("", "", "", "not filled, names nobody"),
    ]
    group = next(row for row in rows if row.on_behalf_of.node)
    assert group == SeatRow(
        Named("body:group", "Mental Health Group"), Named("person:leader", "Leader of the Council"),
        Named("org:council", "Rivertown Council"), Named("body:board", "Health and Wellbeing Board"),
        "member", "filled", "", "", 1,
    )  # fmt: skip


def test_interlock_table_names_who_is_shared():
    """Each pair of bodies is a row with the names of those they share, most shared first."""
    whole = mapgraphs.small()
    ties = interlocks(whole)
    rows = interlock_rows(ties, Facts.of(whole, ties)).rows
    assert [row.shared for row in rows] == sorted((row.shared for row in rows), reverse=True)
    first = rows[0]
    assert (first.a.text, first.b.text, first.shared, first.part_of) == (
        "Health and Wellbeing Board", "Mental Health Group", 2, True,
    )  # fmt: skip
    assert first.members == "Rivertown Council; Rivertown NHS Trust"


@pytest.mark.parametrize(
    ("shared", "start"),
    [([], 1), ([9] * 300, 1), ([5] * 10 + [2] * 290 + [1], 2), ([1] * 301, 1), ([7] * 301 + [1], 7)],
)
def test_a_drawing_starts_with_as_many_ties_as_can_be_read(shared, start):
    """The slider starts where at most 300 ties are left, or at the most that any two share."""
    ties = nx.Graph()
    ties.add_edges_from((f"body:{number}", "body:x", {"shared": one}) for number, one in enumerate(shared))
    assert legible_from(shared_counts(ties)) == start


def test_members_beyond_a_dozen_are_counted():
    """A long list of names ends with how many more there are."""
    ties = nx.Graph()
    ties.add_node("body:a", mode="body", label="A")
    ties.add_node("body:b", mode="body", label="B")
    ties.add_edge(
        "body:a", "body:b", shared=15, members=tuple(f"sector:s{n:02}" for n in range(15)), part_of=False
    )
    [row] = interlock_rows(ties, Facts.of(nx.MultiDiGraph(), ties)).rows
    assert row.members.startswith("s00; s01")
    assert row.members.endswith("s11; and 3 others")


def test_tables_are_cut_and_say_so():
    """A table never explodes: it shows its first rows, says how many there are, and where the rest is."""
    build = Builder()
    body = build.body("b", "Board", None, None)
    for number in range(MOST_ROWS + 5):
        build.seat(build.organisation(f"o{number:05}", f"Organisation {number:05}", None), body)
    page = page_of(build.graph, files=("tables/seats.csv",))
    assert page.count('<tr><th scope="row">') == MOST_ROWS
    assert f"The first {MOST_ROWS:,} of {MOST_ROWS + 5:,} rows are shown." in page
    assert '<a href="tables/seats.csv">tables/seats.csv</a>' in page


def test_an_empty_map_is_still_a_page():
    """A map without anything says so in words."""
    places = {"whole": {}, "interlocks": {}}
    page = render(nx.MultiDiGraph(), nx.Graph(), places, mapgraphs.packed(), text())
    assert "There are no seats on this map." in page
    assert "No two bodies on this map share members." in page


def test_the_map_is_a_page_of_its_pack():
    """In a pack the page has the pack's heading, day, notes and navigation; alone it has no way to others."""
    page = page_of(
        mapgraphs.small(),
        notes=("Two names were withheld.",),
        files=("index.html", "map.html"),
        shared="people",
    )
    assert "<h1><bdi>Map of Marshire</bdi></h1>" in page
    assert "Marshire, as at 1 October 2004" in page
    assert "Two names were withheld." in page
    assert '<a href="index.html"><bdi>Overview</bdi></a>' in page
    assert "Pairs of bodies that share people" in page
    assert not [tag for tag, _ in Elements(page_of(mapgraphs.small())).elements if tag == "nav"]


def test_tables_need_no_script():
    """Without script the page says so and still holds every seat and interlock, in tables with headers."""
    page = page_of(mapgraphs.small())
    assert "<noscript>" in page
    tables = page.partition('<h2 id="seats">')[2].partition("<script")[0]
    assert tables.count('<th scope="col"') == 14
    assert tables.count("<caption") == 2
    assert "Corner Shop" in tables


def test_every_line_style_reaches_the_script():
    """The script gets each kind of line as the legend shows it."""
    lines = data_of(page_of(mapgraphs.small()))["lines"]
    assert lines.keys() == LINES.keys()
    assert lines["part_of"]["arrows"] == "to"
    assert lines["open"]["dashes"] == list(LINES["open"].dashes)
