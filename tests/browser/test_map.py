"""The map in a real browser: every control does what it says, and nothing leaves the page."""

from __future__ import annotations

import re

import networkx as nx
import pytest

from orgmap.views.map import render
from tests import mapgraphs
from tests.browser.mapping import BOARD, find, painted, untick
from tests.mapgraphs import packed, page_of, text
from tests.views.test_map import HOSTILE, hostile_map


@pytest.fixture(scope="module")
def small():
    """Return the page of five bodies."""
    return page_of(mapgraphs.small())


@pytest.fixture(scope="module")
def county():
    """Return the page of the made-up county."""
    return page_of(mapgraphs.two_tier())


def legend(opened):
    """Return the entries of the legend that are shown."""
    return set(opened.page.locator(".legend li:visible > span").all_inner_texts())


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_map_is_drawn_and_nothing_leaves_the_page(open_page, county, width, scheme):
    """At both widths and in both colour schemes the map is drawn, fits, and asks for nothing."""
    opened = open_page(county, width=width, color_scheme=scheme)
    assert opened.text("#shown").startswith("Drawn: 28 bodies, 59 organisations and 212 people.")
    assert painted(opened) > 3_000
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= width
    assert opened.clean(), opened


def test_search_lists_and_enter_selects(open_page, small):
    """Typing lists what is found by name and short name; Enter selects the first and opens its panel."""
    opened = open_page(small)
    opened.page.fill("#search", "rivertown")
    assert opened.page.locator("#hits li").count() == 3
    opened.page.fill("#search", "hwb")
    assert opened.page.locator("#hits li").all_inner_texts() == [f"{BOARD} board, unitary"]
    opened.page.press("#search", "Enter")
    assert opened.text("#panel-title") == BOARD
    assert opened.page.locator("#hits").is_hidden()
    assert opened.text("#said").startswith(f"{BOARD}, board, unitary, tied to 4 others.")


def test_search_lists_bodies_then_organisations_then_people(open_page):
    """Of names that hold the words bodies come first, then organisations; an exact name is before all."""
    build = mapgraphs.Builder()
    body = build.body("crime", "Crime and Constables Panel", "county", "panel")
    force = build.organisation("force", "Marshire Constabulary", "police and justice")
    for key, name in (("a", "Constable for Harbour"), ("b", "Constable")):
        build.seat(build.person(key, name, force), body, organisation=force)
    opened = open_page(page_of(build.graph))
    opened.page.fill("#search", "constab")
    names = opened.page.locator("#hits li bdi").all_inner_texts()
    assert names == [
        "Crime and Constables Panel",
        "Marshire Constabulary",
        "Constable",
        "Constable for Harbour",
    ]
    opened.page.fill("#search", "constable")
    assert opened.page.locator("#hits li bdi").first.inner_text() == "Constable"


def test_search_moves_by_arrows_and_says_when_nothing_is_found(open_page, small):
    """Arrow keys move through the list, Escape closes it, and a search without hits says so."""
    opened = open_page(small)
    opened.page.fill("#search", "rivertown")
    opened.page.press("#search", "ArrowDown")
    chosen = opened.page.locator('#hits li[aria-selected="true"]').inner_text()
    assert opened.page.get_attribute("#search", "aria-activedescendant") == "hits-1"
    opened.page.press("#search", "Enter")
    assert chosen.startswith(opened.text("#panel-title"))
    opened.page.fill("#search", "zebra")
    assert opened.text("#hits") == "Nothing found."
    opened.page.press("#search", "Escape")
    assert opened.page.locator("#hits").is_hidden()


def test_panel_of_a_body_says_who_sits_there(open_page, small):
    """The panel of a body says in words who sits there, in what role, for whom, since and until when."""
    opened = open_page(small)
    find(opened, BOARD)
    panel = opened.text("#panel-body")
    assert "Board, unitary; also called HWB." in panel
    assert "3 seats: 2 filled and 1 vacant. 1 more seat is not filled and names nobody." in panel
    assert "Leader of the Council, chair, for Rivertown Council, since 2024, until 2027-05" in panel
    assert "Chief nurse, vice-chair, for Rivertown NHS Trust" in panel
    assert "Rivertown Police, member, not filled: vacant" in panel
    assert re.search(r"Its groups\s+Mental Health Group", panel)
    assert "Is represented on Mental Health Group (1 seat)" in panel
    assert "Mental Health Group: 2 shared (Rivertown Council; Rivertown NHS Trust)" in panel


def test_panel_of_an_organisation_says_through_whom(open_page, small):
    """The panel of an organisation says where it sits, and through whom."""
    opened = open_page(small)
    find(opened, "Rivertown Council")
    panel = opened.text("#panel-body")
    assert "Has 5 seats on 4 bodies, through 1 person." in panel
    assert f"{BOARD}: Leader of the Council, chair, since 2024, until 2027-05" in panel
    assert "Riverside Forum: nobody named, member, 2 seats" in panel


def test_panel_of_a_person_says_where(open_page, small):
    """The panel of a person says where the person sits and for whom, one seat in the singular."""
    opened = open_page(small)
    find(opened, "Neighbourhood watch")
    assert "Has 1 seat on 1 body." in opened.text("#panel-body")
    find(opened, "Leader")
    panel = opened.text("#panel-body")
    assert "Has 3 seats on 3 bodies." in panel
    assert f"Mental Health Group, member, for Rivertown Council, on behalf of {BOARD}" in panel


def test_panel_leads_on(open_page, small):
    """A name in the panel leads to that node."""
    opened = open_page(small)
    find(opened, BOARD)
    opened.page.click("#panel-body >> text=Chief nurse")
    assert opened.text("#panel-title") == "Chief nurse"


def test_a_link_can_point_to_a_node(open_page, small):
    """An address that ends in the id of a node opens its panel."""
    opened = open_page(small, fragment="#body:safety")
    assert opened.text("#panel-title") == "Community Safety Partnership"
    assert "Is reported to by Riverside Forum" in opened.text("#panel-body")


def test_a_click_selects_and_a_click_beside_clears(open_page, small):
    """Clicking a node opens its panel and fades the rest; clicking nothing brings all back."""
    opened = open_page(small)
    box = opened.page.locator("#map").bounding_box()
    before = painted(opened)
    spot = opened.page.evaluate("orgmap.map.onScreen('body:board')")
    opened.page.mouse.click(box["x"] + spot["x"], box["y"] + spot["y"])
    opened.page.wait_for_selector("#panel:visible")
    assert opened.text("#panel-title") == BOARD
    assert not opened.page.is_disabled("#clear")
    opened.page.mouse.click(box["x"] + 5, box["y"] + 5)
    opened.page.wait_for_selector("#panel", state="hidden")
    assert painted(opened) == pytest.approx(before, rel=0.02)


def test_selection_fades_the_rest(open_page, small):
    """What is not tied to the node selected is nearly invisible."""
    opened = open_page(small)
    assert opened.page.evaluate("orgmap.map.opacity('body:lonely')") == 1
    find(opened, BOARD)
    assert opened.page.evaluate("orgmap.map.opacity('body:lonely')") < 0.2
    assert opened.page.evaluate("orgmap.map.opacity('person:nurse')") == 1
    opened.page.click("#clear")
    assert opened.page.evaluate("orgmap.map.opacity('body:lonely')") == 1


def test_the_keyboard_reaches_everything(open_page, small):
    """On the drawing, an arrow starts and moves along ties, Enter opens the details, Escape clears."""
    opened = open_page(small)
    opened.page.focus("#map")
    opened.page.keyboard.press("ArrowRight")
    start = opened.text("#said")
    assert start.endswith("Press Enter for details.")
    assert opened.page.locator("#panel").is_hidden()
    opened.page.keyboard.press("ArrowDown")
    assert opened.text("#said") != start
    there = opened.text("#said").split(",")[0]
    opened.page.keyboard.press("Enter")
    assert opened.text("#panel-title") == there
    assert opened.page.evaluate("document.activeElement.id") == "panel"
    opened.page.keyboard.press("Escape")
    assert opened.page.locator("#panel").is_hidden()
    assert opened.page.evaluate("document.activeElement.id") == "map"
    assert opened.text("#said").startswith(f"Details are closed. {there}")
    opened.page.keyboard.press("Escape")
    assert opened.text("#said") == "Selection cleared."
    assert opened.page.evaluate("orgmap.map.selected()") is None


def test_page_down_goes_through_all_names(open_page, small):
    """Page Down goes to every node in turn and begins again after the last; Page Up goes back."""
    opened = open_page(small)
    opened.page.focus("#map")
    seen = []
    for _ in range(13):
        opened.page.keyboard.press("PageDown")
        seen.append(opened.page.evaluate("orgmap.map.selected()"))
    assert len(set(seen)) == 13
    opened.page.keyboard.press("PageDown")
    assert opened.page.evaluate("orgmap.map.selected()") == seen[0]
    opened.page.keyboard.press("PageUp")
    assert opened.page.evaluate("orgmap.map.selected()") == seen[-1]


def test_every_node_can_be_reached_by_arrows(open_page, small):
    """Going on with the four arrows from wherever one is, every node of a small map is reached."""
    opened = open_page(small)
    reached, waiting = set(), [None]
    while waiting:
        start = waiting.pop()
        for key in ("ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown"):
            opened.page.evaluate("key => orgmap.map.goTo(key)", start)
            opened.page.focus("#map")
            opened.page.keyboard.press(key)
            here = opened.page.evaluate("orgmap.map.selected()")
            if here and here not in reached:
                reached.add(here)
                waiting.append(here)
    assert len(reached) == 13


def test_zoom_and_fit(open_page, small):
    """Zoom buttons and keys change the scale, and fit brings it back."""
    opened = open_page(small)
    scale = opened.page.evaluate("orgmap.map.scale()")
    opened.page.click("#zoom-in")
    assert opened.page.evaluate("orgmap.map.scale()") > scale
    opened.page.focus("#map")
    opened.page.keyboard.press("-")
    opened.page.keyboard.press("-")
    assert opened.page.evaluate("orgmap.map.scale()") < scale
    opened.page.click("#fit")
    assert opened.page.evaluate("orgmap.map.scale()") == pytest.approx(scale)


def test_filters_hide_and_bring_back(open_page, county):
    """Each filter takes away what it says and those who sit nowhere else; one button brings all back."""
    opened = open_page(county)
    untick(opened, "mode", "person")
    assert opened.text("#shown").startswith(
        "Drawn: 28 bodies, 59 organisations and 0 of 212 people. Left out: people."
    )
    untick(opened, "tier", "district")
    assert opened.text("#shown").startswith("Drawn: 8 of 28 bodies, ")
    assert opened.text("#shown").count("Left out") == 1
    assert opened.text("#said") == opened.text("#shown")
    assert "unseen" in opened.page.get_attribute("#said", "class")
    opened.page.click("summary:has-text('Sector of organisation')")
    untick(opened, "sector", "health")
    assert not {"health", "district", "person"} & legend(opened)
    opened.page.click("text=Show everything")
    opened.page.locator("#shown", has_text="212 people").wait_for()
    assert "Drawn: 28 bodies" in opened.text("#shown")


def test_what_is_not_known_can_be_filtered(open_page, small):
    """Bodies without a tier and organisations without a sector have boxes of their own."""
    opened = open_page(small)
    untick(opened, "tier", "")
    assert "Drawn: 4 of 5 bodies" in opened.text("#shown")
    untick(opened, "sector", "")
    assert not {"tier not known", "sector not known"} & legend(opened)


def test_hiding_people_shows_their_organisations_ties(open_page, small):
    """Without people, a line from the organisation to the body takes the place of those who sit for it."""
    opened = open_page(small)
    seats = opened.page.evaluate("orgmap.map.lines()")
    untick(opened, "mode", "person")
    without = opened.page.evaluate("orgmap.map.lines()")
    assert "chair" in seats
    assert "chair" in without
    assert "represents" in seats
    assert "represents" not in without


def test_legend_follows_the_drawing(open_page, small):
    """The legend shows what is drawn now: other lines in the interlocks, fewer entries under a filter."""
    opened = open_page(small)
    whole = legend(opened)
    assert {"regional", "unitary", "tier not known", "health", "person", "chairs", "is part of"} <= whole
    opened.page.click("#view-interlocks")
    shared = legend(opened)
    assert "health" not in shared
    assert "chairs" not in shared
    assert {"unitary", "shared members (wider is more)"} <= shared


def test_switch_and_slider(open_page, county):
    """The switch shows the interlocks; the slider leaves those ties that share at least so many."""
    opened = open_page(county)
    assert opened.page.locator("#threshold").is_hidden()
    opened.page.click("#view-interlocks")
    assert opened.page.get_attribute("#view-interlocks", "aria-pressed") == "true"
    counts = opened.page.evaluate("orgmap.ties.map((tie) => tie.shared)")
    assert f"Drawn: 28 bodies, {len(counts)} ties." in opened.text("#shown")
    opened.page.fill("#at-least", "4")
    left = sum(shared >= 4 for shared in counts)
    assert opened.text("#at-least-value") == "4"
    words = f"{left} of {len(counts)} ties, those with at least 4 shared."
    assert opened.text("#said") == words
    assert f"Drawn: 28 bodies, {words}" in opened.text("#shown")
    opened.page.click("#view-whole")
    assert "212 people" in opened.text("#shown")


def test_many_ties_start_with_those_that_share_most(open_page, monkeypatch):
    """Where all ties together cannot be read, the slider starts higher, and the page says so."""
    monkeypatch.setattr("orgmap.views.map.tables.MOST_TIES", 40)
    opened = open_page(page_of(mapgraphs.two_tier()))
    opened.page.click("#view-interlocks")
    assert int(opened.text("#at-least-value")) > 1
    drawn, most = map(int, re.search(r"(\d+) of (\d+) ties, those with", opened.text("#shown")).groups())
    assert 0 < drawn <= 40 < most
    opened.page.fill("#at-least", "1")
    assert f"{most} ties." in opened.text("#shown")


def test_selection_survives_the_switch(open_page, county):
    """A body selected in one drawing is selected in the other."""
    opened = open_page(county)
    find(opened, "Safer Theme Group")
    opened.page.click("#view-interlocks")
    assert opened.text("#panel-title") == "Safer Theme Group"
    opened.page.click("#view-whole")
    assert opened.text("#panel-title") == "Safer Theme Group"


def test_what_a_filter_hides_can_still_be_found(open_page, small):
    """Searching for something hidden shows everything again and selects it."""
    opened = open_page(small)
    untick(opened, "mode", "organisation")
    find(opened, "Rivertown Police")
    assert opened.text("#panel-title") == "Rivertown Police"
    assert opened.page.is_checked('input[data-fact="mode"][value="organisation"]')


@pytest.fixture
def folded(monkeypatch):
    """Return the page of five bodies as if it were a map of very many nodes."""
    monkeypatch.setattr("orgmap.views.map.folding.MOST_NODES", 12)
    return page_of(mapgraphs.small())


def test_folded_people_are_counted_and_listed(open_page, folded):
    """People who are folded are counted on their body, and named in its panel."""
    opened = open_page(folded)
    assert "Drawn: 5 bodies and 4 organisations." in opened.text("#shown")
    names = opened.page.evaluate("orgmap.map.current().nodes.map((node) => node.text)")
    assert f"{BOARD} (2\u00a0people)" in names
    find(opened, BOARD)
    assert "Chief nurse, vice-chair, for Rivertown NHS Trust" in opened.text("#panel-body")
    assert "chair" in opened.page.evaluate("orgmap.map.lines()")
    assert opened.clean(), opened


def test_a_body_opens_and_folds_its_people(open_page, folded):
    """A button of the panel draws the people of a body around it, and folds them again."""
    opened = open_page(folded)
    find(opened, BOARD)
    opened.page.click("text=Show its 2 people")
    assert "4 organisations and 2 people" in opened.text("#shown")
    assert "represents" in opened.page.evaluate("orgmap.map.lines()")
    assert "open=body:board" in opened.page.url
    far = opened.page.evaluate(
        """() => {
            const { by } = orgmap.map.current();
            const [a, b] = ["body:board", "person:nurse"].map((key) => by.get(orgmap.byKey.get(key)));
            return Math.hypot(a.x - b.x, a.y - b.y);
        }"""
    )
    assert 20 < far < 60
    opened.page.click("text=Fold its 2 people")
    assert "4 organisations." in opened.text("#shown")
    assert "open=" not in opened.page.url
    assert opened.clean(), opened


def test_a_folded_person_is_found(open_page, folded):
    """Searching for a person who is folded opens the body where the person sits."""
    opened = open_page(folded)
    find(opened, "Chief constable")
    assert opened.text("#panel-title") == "Chief constable"
    assert "4 organisations and 2 people" in opened.text("#shown")


@pytest.mark.parametrize("width", [1280, 360])
def test_hostile_words_run_nothing(open_page, width):
    """Whatever stands in names, roles, addresses and dates is text: hovered, searched or selected."""
    opened = open_page(page_of(hostile_map(), title=HOSTILE[0], notes=HOSTILE), width=width)
    for number in range(len(HOSTILE)):
        opened.page.fill("#search", HOSTILE[number][:40])
        opened.page.press("#search", "Enter")
    keys = opened.page.evaluate("orgmap.things.map((thing) => thing.key)")
    for key in keys:
        opened.page.evaluate("key => orgmap.map.goTo(key)", key)
    box = opened.page.locator("#map").bounding_box()
    for step in range(12):
        opened.page.mouse.move(box["x"] + box["width"] * step / 12, box["y"] + box["height"] / 2)
    opened.page.click("#view-interlocks")
    assert (
        opened.page.evaluate("document.querySelectorAll('#panel script, #panel img, #hits script').length")
        == 0
    )
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= width
    assert opened.clean(), opened


def test_many_nodes_are_drawn_in_time(open_page):
    """A map of nearly 2,000 nodes is on the screen within seconds and says which names it leaves out."""
    opened = open_page(page_of(mapgraphs.large(280, 1300)))
    assert opened.text("#shown").startswith("Drawn: 280 bodies, 325 organisations and 1,300 people.")
    assert "zoom in to see them" in opened.text("#shown")
    milliseconds = opened.page.evaluate("performance.now()")
    assert milliseconds < 20_000
    assert opened.clean(), opened


def test_an_empty_map_fails_nothing(open_page):
    """A map without nodes opens, and every control can be used."""
    opened = open_page(
        render(nx.MultiDiGraph(), nx.Graph(), {"whole": {}, "interlocks": {}}, packed(), text())
    )
    for control in ("#view-interlocks", "#zoom-in", "#zoom-out", "#fit", "#view-whole"):
        opened.page.click(control)
    opened.page.focus("#map")
    opened.page.keyboard.press("ArrowDown")
    opened.page.keyboard.press("Enter")
    assert opened.text("#shown") == "Drawn: nothing."
    assert opened.clean(), opened


def test_without_script_the_tables_tell_everything(open_page, small):
    """Where scripts are switched off the page says so, hides the drawing and shows the tables."""
    opened = open_page(small, java_script_enabled=False)
    assert "The drawing needs JavaScript" in opened.text("main")
    assert opened.page.locator("#drawing").is_hidden()
    assert "Corner Shop" in opened.text("[aria-labelledby=seats-caption]")
    assert "Rivertown NHS Trust" in opened.text("[aria-labelledby=ties-caption]")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_control_has_a_name_and_is_large_enough(open_page, small, scheme):
    """Each control can be named by a screen reader and is at least 24 pixels high or in a label that is."""
    opened = open_page(small, color_scheme=scheme)
    found = opened.page.evaluate(
        """() => [...document.querySelectorAll('button, input, summary, [tabindex="0"]')]
            .filter((one) => one.offsetParent)
            .map((one) => ({
                name: one.getAttribute('aria-label') || one.textContent.trim()
                    || one.labels?.[0]?.textContent.trim()
                    || document.getElementById(one.getAttribute('aria-labelledby'))?.textContent.trim(),
                high: (one.closest('label') || one).getBoundingClientRect().height,
            }))"""
    )
    assert len(found) > 20
    assert all(one["name"] for one in found)
    assert all(one["high"] >= 24 for one in found)


def test_the_page_prints_what_is_drawn(open_page, small):
    """On paper stand the drawing, its legend and its table, whole; controls and closed tables do not."""
    opened = open_page(small, color_scheme="dark")
    opened.page.emulate_media(media="print")
    for shown in ("#map", ".legend", "[aria-labelledby=view-table-caption]"):
        assert opened.page.locator(shown).is_visible(), shown
    for hidden in (".toolbar", ".filters", ".tools", "#everything"):
        assert opened.page.locator(hidden).first.is_hidden(), hidden
    table = opened.page.locator("[aria-labelledby=view-table-caption]")
    assert table.evaluate("one => getComputedStyle(one).overflowX") == "visible"
    assert (
        opened.page.evaluate("getComputedStyle(document.getElementById('drawing')).getPropertyValue('--ink')")
        == "#000000"
    )


def test_the_printed_page_keeps_its_parts_apart(open_page, county):
    """On paper the table is whole, its head can repeat, the drawing fits, and nothing says to zoom."""
    opened = open_page(county)
    opened.page.emulate_media(media="print")
    opened.page.wait_for_function("document.querySelector('#map canvas').clientHeight < 600")
    box = opened.page.locator("[aria-labelledby=view-table-caption]").bounding_box()
    table = opened.page.locator("[aria-labelledby=view-table-caption] table").bounding_box()
    foot = opened.page.locator("footer.site").bounding_box()
    assert box["y"] + box["height"] >= table["y"] + table["height"]
    assert foot["y"] >= table["y"] + table["height"]
    head = "getComputedStyle(document.querySelector('#view-table-head th')).position"
    button = "getComputedStyle(document.querySelector('#view-table-head button')).display"
    assert (opened.page.evaluate(head), opened.page.evaluate(button)) == ("static", "contents")
    assert "zoom in" not in opened.text("#shown")
    outside = opened.page.evaluate(
        """() => {
            const canvas = document.querySelector('#map canvas');
            return orgmap.map.current().nodes.filter((node) => {
                const { x, y } = orgmap.map.current().network.canvasToDOM(node);
                return x < 20 || y < 20 || x > canvas.clientWidth - 20 || y > canvas.clientHeight - 20;
            }).length;
        }"""
    )
    assert outside == 0
