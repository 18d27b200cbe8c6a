"""The pages of bodies, organisations and people in a real browser: they fit, read well and lead on."""

from __future__ import annotations

import pytest

from tests.browser.axe import faults
from tests.browser.test_pages import SIDEWAYS
from tests.views.test_entities import people, texts_of
from tests.views.test_pages import hostile_map

KINDS = (
    "bodies/hampshire-strategic-partnership.html",
    "organisations/hcc.html",
    "people/ann-example.html",
)
OVERFLOW = """() => [...document.querySelectorAll(".around svg svg text")].filter((text) => {
    const inside = text.getBoundingClientRect(), box = text.parentNode.getBoundingClientRect();
    return inside.left < box.left - 1 || inside.right > box.right + 1 || inside.bottom > box.bottom + 1;
}).map((text) => text.textContent)"""
TOUCHING = """() => {
    const boxes = [...document.querySelectorAll(".around .box, .around .middle")];
    const places = boxes.map((box) => box.querySelector("rect, path").getBoundingClientRect());
    const frame = document.querySelector(".around svg").getBoundingClientRect();
    const out = places.filter((one) => one.left < frame.left || one.right > frame.right);
    const pairs = places.flatMap((one, at) => places.slice(at + 1).map((other) => [one, other]));
    return out.length + pairs.filter(([one, other]) =>
        one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
    ).length;
}"""


@pytest.fixture(scope="module")
def pages(hampshire):
    """Return a page of each kind by its address."""
    named = texts_of(people(), "full", folder="people/ann")
    return {**texts_of(hampshire, folder=("bodies/hampshire-strategic", "organisations/hcc")), **named}


@pytest.fixture(scope="module")
def hostile():
    """Return the pages of a map whose every name is hostile."""
    return texts_of(hostile_map(), "full")


@pytest.mark.parametrize("address", KINDS)
def test_a_page_fits_and_breaks_no_rule(open_page, pages, address):
    """At 320 pixels, in the dark, only tables scroll sideways, and axe finds nothing."""
    opened = open_page(pages[address], 320, color_scheme="dark")
    assert opened.clean()
    assert opened.page.evaluate(SIDEWAYS) == 0
    assert faults(opened) == []


@pytest.mark.parametrize("more", [{"forced_colors": "active"}, {"java_script_enabled": False}])
def test_a_page_says_the_same_in_every_way(open_page, pages, more):
    """With forced colours and without script the page has the same words and the same picture."""
    usual = open_page(pages[KINDS[0]]).page
    other = open_page(pages[KINDS[0]], **more).page
    assert other.locator("main").inner_text() == usual.locator("main").inner_text()
    assert other.locator(".around .box").count() == usual.locator(".around .box").count() == 12


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("address", KINDS)
def test_names_on_the_small_map_stay_in_their_boxes(open_page, pages, address, width):
    """No line of a name is wider than its box, no box touches another or leaves the frame."""
    opened = open_page(pages[address], width)
    assert opened.page.locator(".around .box").count() >= 2
    assert opened.page.evaluate(OVERFLOW) == []
    assert opened.page.evaluate(TOUCHING) == 0


def test_names_on_the_small_map_can_be_read_on_a_phone(open_page, pages):
    """At 360 pixels the letters in the boxes are still 11 pixels high or more."""
    opened = open_page(pages[KINDS[0]], 360)
    scale = opened.page.locator(".around svg").first.evaluate("svg => svg.getScreenCTM().a")
    assert 12 * scale >= 11


def test_hostile_names_run_nothing_and_break_no_page(open_page, hostile):
    """Markup in names stays text in the browser too, and the longest name breaks no page at 360 pixels."""
    for address, text in hostile.items():
        opened = open_page(text, 360)
        assert opened.clean(), address
        assert opened.page.evaluate(SIDEWAYS) == 0, address
        assert opened.page.evaluate(OVERFLOW) == [], address
        assert opened.page.locator("img").count() == 0, address


def test_the_small_map_is_walked_by_keyboard(open_file, hampshire, tmp_path):
    """Each box is reached by tab in order, shows that it has the focus, and leads to its page."""
    for address, text in texts_of(hampshire, folder="bodies/").items():
        file = tmp_path / address
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    opened = open_file(tmp_path / KINDS[0])
    links = opened.page.locator(".around a")
    links.first.focus()
    opened.page.keyboard.press("Tab")
    assert links.nth(1).evaluate("one => one === document.activeElement")
    shape = opened.page.locator(".around a:focus-visible rect")
    assert shape.evaluate("one => getComputedStyle(one).strokeWidth") == "3px"
    opened.page.keyboard.press("Enter")
    opened.page.wait_for_url("**/bodies/eastleigh-lsp.html")
    assert opened.text("h1") == "Eastleigh LSP"
    assert opened.clean()


def test_the_list_on_the_page_leads_to_each_section(open_page, pages):
    """A link of the list brings its heading into view."""
    opened = open_page(pages[KINDS[0]])
    link = opened.page.locator(".on-this-page a", has_text="Declared links")
    link.click()
    assert 0 <= opened.page.locator("#links").evaluate("one => one.getBoundingClientRect().top") < 900


def test_a_page_prints_without_its_navigation(open_page, pages):
    """On paper the list on this page and the links to the map are left out, and tables are whole."""
    opened = open_page(pages[KINDS[0]])
    opened.page.emulate_media(media="print")
    assert not opened.page.locator(".on-this-page").is_visible()
    assert not opened.page.get_by_text("Show on the map").first.is_visible()
    assert opened.page.locator(".entity-table").first.evaluate(
        "one => one.scrollWidth <= one.clientWidth + 1"
    )
