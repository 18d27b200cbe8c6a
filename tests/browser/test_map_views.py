"""The views of the map in a real browser: their addresses, findings and filters, and who can use them."""

from __future__ import annotations

import pandas as pd
import pytest

from orgmap.model import Answer, Finding
from tests import mapgraphs
from tests.browser import axe
from tests.browser.mapping import BOARD, find, nodes, painted, places, untick
from tests.mapgraphs import page_of


@pytest.fixture(scope="module")
def small():
    """Return the page of five bodies."""
    return page_of(mapgraphs.small())


@pytest.fixture(scope="module")
def county():
    """Return the page of the made-up county."""
    return page_of(mapgraphs.two_tier())


def test_one_body_and_its_neighbours(open_page, small):
    """One body is in the middle of those who sit there, whom they speak for, and the bodies they share."""
    opened = open_page(small)
    find(opened, BOARD)
    opened.page.click("text=Show it with its neighbours")
    assert opened.text("#what").startswith(f"{BOARD} is in the middle.")
    expected = {"body:board", "body:group", "body:safety", "body:forum", "person:leader", "person:nurse"}
    assert nodes(opened) == expected | {"org:council", "org:trust", "org:police"}
    assert places(opened)["body:board"] == [0, 0]
    assert "view=body&node=body:board" in opened.page.url
    find(opened, "Riverside Forum")
    assert opened.text("#what").startswith("Riverside Forum is in the middle.")


def test_the_slider_leaves_neighbours_that_share_as_much(open_page, small):
    """Around one body the slider leaves those that share so many, and the page counts the others."""
    opened = open_page(small, fragment="#view=body&node=body:board")
    opened.page.fill("#at-least", "2")
    assert nodes(opened) >= {"body:board", "body:group"}
    assert not nodes(opened) & {"body:safety", "body:forum"}
    assert "2 bodies share fewer than 2 members with it and are left out." in opened.text("#shown")


def test_one_organisation_and_its_tables(open_page, small):
    """One organisation is drawn above those who sit for it and the bodies where they sit, in rows by tier."""
    opened = open_page(small)
    find(opened, "Rivertown Council")
    opened.page.click("text=Show its tables")
    assert opened.text("#what").startswith("Rivertown Council is at the top.")
    assert nodes(opened) == {
        "org:council", "person:leader", "body:board", "body:safety", "body:group", "body:forum",
    }  # fmt: skip
    high = {key: y for key, (_, y) in places(opened).items()}
    assert high["org:council"] < high["person:leader"] < high["body:board"] < high["body:forum"]
    bands = opened.page.evaluate("orgmap.map.current().bands.map((band) => band.text)")
    assert bands == ["Unitary", "Tier not known"]


def test_two_tiers_stand_above_each_other(open_page, county):
    """In the view of two tiers who sits at both is between the county's bodies and the districts'."""
    opened = open_page(county)
    opened.page.click("#view-two-tier")
    above, below, between = [], [], []
    for key, (_, y) in places(opened).items():
        local = key.startswith(("body:lsp", "body:safe"))
        where = between if not key.startswith("body:") else below if local else above
        where.append(y)
    assert max(above) < min(between) <= max(between) < min(below)
    assert "view=two-tier" in opened.page.url


def test_escape_goes_back_step_by_step(open_page, small):
    """In a view of one body Escape closes the details, clears the selection, then goes to the view before."""
    opened = open_page(small)
    opened.page.click("#view-interlocks")
    find(opened, BOARD)
    opened.page.click("text=Show it with its neighbours")
    for selected, view in (("body:board", "body"), (None, "body"), (None, "interlocks")):
        opened.page.focus("#map")
        opened.page.keyboard.press("Escape")
        assert opened.page.evaluate("orgmap.map.selected()") == selected
        assert opened.page.evaluate("orgmap.map.current().name") == view


def test_the_address_says_what_is_shown(open_page, county):
    """What is shown is in the address, and the same address shows it again."""
    opened = open_page(county)
    opened.page.click("#view-interlocks")
    opened.page.fill("#at-least", "3")
    untick(opened, "tier", "district")
    find(opened, "Safer Theme Group")
    address = opened.page.url.partition("#")[2]
    assert "view=interlocks&node=body:group-0" in address
    shown = opened.text("#shown")
    again = open_page(county, fragment=f"#{address}")
    assert again.text("#panel-title") == "Safer Theme Group"
    assert again.text("#at-least-value") == "3"
    assert not again.page.is_checked('input[data-fact="tier"][value="district"]')
    assert again.text("#shown") == shown
    assert again.page.url.partition("#")[2] == address
    again.page.evaluate("location.hash = '#view=two-tier'")
    again.page.wait_for_function("orgmap.map.current().name === 'two-tier'")
    assert again.page.is_checked('input[data-fact="tier"][value="district"]')


def test_a_place_on_the_page_is_no_view(open_page, small):
    """Going to the tables or past the navigation leaves the map as it is."""
    opened = open_page(small)
    find(opened, BOARD)
    opened.page.evaluate("location.hash = '#main'")
    opened.page.wait_for_timeout(100)
    assert opened.text("#panel-title") == BOARD


@pytest.mark.parametrize("words", ["'\"<b>&#%=,:", "a,b=c&d", "%E0%A4%A", "\U0001f98a/\u202e"])
def test_any_id_survives_the_address(open_page, words):
    """Whatever signs an id has, its view can be sent and opened."""
    build = mapgraphs.Builder()
    body = build.body(words, "Strange", "district", words)
    build.seat(build.organisation("o" + words, "Odd", None), body)
    page = page_of(build.graph)
    opened = open_page(page)
    find(opened, "Strange")
    again = open_page(page, fragment="#" + opened.page.url.partition("#")[2])
    assert again.text("#panel-title") == "Strange"
    assert again.clean(), again


def test_the_link_can_be_copied(open_page, small):
    """The button shows the link to this view, selected, and says what became of it."""
    opened = open_page(small, fragment="#view=interlocks")
    opened.page.click("#copy-link")
    opened.page.wait_for_function("document.getElementById('said').textContent.includes('link')")
    assert opened.page.input_value("#link") == opened.page.url
    chosen = "document.getElementById('link').selectionEnd - document.getElementById('link').selectionStart"
    assert opened.page.evaluate(chosen) == len(opened.page.url)


def found_map(**more):
    """Return the page of five bodies with a finding about two of them."""
    finding = Finding("overlap", "look", "The board and the group share two.", ("body:board", "body:group"))
    answers = (Answer("overlap", "Which bodies share members?", (finding,), pd.DataFrame()),)
    return page_of(mapgraphs.small(), answers=answers, **more)


def test_a_finding_is_shown_on_the_map(open_page):
    """A finding lights what it is about and who joins it; its sentence and the address say so."""
    opened = open_page(found_map(files=("index.html", "overlap.html")))
    opened.page.select_option("#finding", "overlap:1")
    assert opened.text("#finding-told") == "The board and the group share two. The rows behind it"
    assert opened.page.get_attribute("#finding-told a", "href") == "overlap.html#finding-1"
    for key in ("body:board", "body:group", "person:nurse", "person:leader"):
        assert opened.page.evaluate("key => orgmap.map.opacity(key)", key) == 1
    assert opened.page.evaluate("orgmap.map.opacity('body:lonely')") < 0.2
    assert opened.page.url.endswith("#finding=overlap:1")
    opened.page.focus("#map")
    opened.page.keyboard.press("Escape")
    assert opened.page.locator("#finding-told").is_hidden()
    assert opened.page.input_value("#finding") == ""
    assert "#" not in opened.page.url
    assert opened.clean(), opened


def test_a_link_can_point_to_a_finding(open_page):
    """An address that names a finding shows it."""
    opened = open_page(found_map(), fragment="#finding=overlap:1")
    assert opened.text("#finding-told").strip() == "The board and the group share two."
    assert opened.text("#said") == "The board and the group share two."
    assert opened.page.evaluate("orgmap.map.opacity('body:lonely')") < 0.2


def test_seats_are_filtered_by_role(open_page, small):
    """Without a role its seats go, with those who have no other, and the page says what is left out."""
    opened = open_page(small)
    assert "person:watch" in nodes(opened)
    untick(opened, "role", "observer")
    assert "person:watch" not in nodes(opened)
    assert "Left out: role of seat: observer." in opened.text("#shown")
    assert "person:nurse" in nodes(opened)


def test_the_page_can_be_scrolled_past_the_map_by_touch(open_page, small):
    """While all is in the window a finger scrolls the page; once zoomed it moves the map."""
    opened = open_page(small, width=360, height=740, has_touch=True, is_mobile=True)
    action = "getComputedStyle(document.querySelector('#map canvas')).touchAction"
    assert opened.page.evaluate(action) == "pan-y"
    opened.page.tap("#zoom-in")
    assert opened.page.evaluate(action) == "none"
    opened.page.tap("#fit")
    assert opened.page.evaluate(action) == "pan-y"
    box = opened.page.locator("#map").bounding_box()
    spot = opened.page.evaluate("orgmap.map.onScreen('body:board')")
    opened.page.touchscreen.tap(box["x"] + spot["x"], box["y"] + spot["y"])
    opened.page.wait_for_selector("#panel:visible")
    assert opened.text("#panel-title") == BOARD


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 360)])
def test_axe_finds_nothing(open_page, scheme, width):
    """Each view, with a node selected, the search open and a finding shown, has no fault that axe knows."""
    opened = open_page(found_map(), color_scheme=scheme, width=width)
    assert axe.faults(opened) == []
    opened.page.select_option("#finding", "overlap:1")
    for view in ("whole", "interlocks", "two-tier", "body", "organisation"):
        opened.page.click(f"#view-{view}")
        opened.page.focus("#map")
        opened.page.keyboard.press("ArrowRight")
        opened.page.keyboard.press("Enter")
        opened.page.fill("#search", "ri")
        assert axe.faults(opened) == []
        opened.page.press("#search", "Escape")


def test_forced_colours_keep_the_lines(open_page, small):
    """Where the system forces its colours, the drawing uses them."""
    opened = open_page(small, forced_colors="active")
    assert painted(opened) > 1_000
    seat = "orgmap.map.current().edges.find((edge) => edge.seat).id"
    edge = f"orgmap.map.current().sets.edges.get({seat}).color.color"
    forced = opened.page.evaluate("getComputedStyle(document.body).color")
    assert opened.page.evaluate(edge) in {forced, "rgb(0, 0, 0)", "rgb(255, 255, 255)"}


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Plain name", "Plain name"),
        ("two\nlines\tand\x00more", "two lines and more"),
        ("\u202eevil\u202c", "evil"),
        ("مجلس", "مجلس"),
        ("👩‍👩‍👧 family", "👩‍👩‍👧 family"),
        ("x" * 70, "x" * 59 + "…"),
    ],
)
def test_painted_names_are_one_short_line(open_page, small, label, name):
    """What is painted on the canvas is one line, short, and turns no text around."""
    assert open_page(small).page.evaluate("label => orgmap.painted(label)", label) == name


def test_the_first_view_is_marked_as_usable(open_page, county):
    """The moment when the map can be used is marked for those who measure it."""
    opened = open_page(county)
    opened.page.wait_for_function("performance.getEntriesByName('orgmap-usable').length === 1")
    assert opened.page.evaluate("performance.getEntriesByName('orgmap-usable')[0].startTime") < 10_000
