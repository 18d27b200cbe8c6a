"""The pictures of answers in a real browser: they fit, and can be read in every theme."""

from __future__ import annotations

import pytest

from orgmap.layout.order import in_line
from orgmap.model import withhold
from orgmap.network import affiliation, projection, usual_counting
from orgmap.questions import QUESTIONS
from orgmap.views.packs import Pack
from orgmap.views.pages import question_page
from tests.browser.axe import faults
from tests.views.test_pages import hostile_map

SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
DRAWN = tuple(name for name in QUESTIONS if name != "two_tier")


def pages_of(found):
    """Return the page of every question of a map, with its picture."""
    shown = withhold(found)
    network = projection(affiliation(shown, usual_counting(shown)), orgmap=shown)
    order = in_line(network)
    return {name: question_page(ask(shown), Pack("Map"), (), order) for name, ask in QUESTIONS.items()}


@pytest.fixture(scope="module")
def pages(hampshire):
    """Return the pages of Hampshire by question."""
    return pages_of(hampshire)


@pytest.fixture(scope="module")
def hostile():
    """Return the pages of a map whose every name is hostile."""
    return pages_of(hostile_map())


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_picture_breaks_no_rule(open_page, pages, name):
    """Axe finds nothing on a phone in the dark, nothing leaves the page, and only tables scroll."""
    opened = open_page(pages[name], 360, 740, color_scheme="dark")
    assert opened.page.evaluate(SIDEWAYS) == 0
    assert faults(opened) == []
    assert opened.clean()


@pytest.mark.parametrize("name", DRAWN)
def test_hostile_names_break_no_picture(open_page, hostile, name):
    """The longest name and markup in names leave the page within a window of 320 pixels, and run nothing."""
    opened = open_page(hostile[name], 320)
    assert opened.page.evaluate(SIDEWAYS) == 0
    assert opened.clean()


def test_the_heat_map_keeps_its_headings_in_view(open_page, pages):
    """When the heat map is scrolled both ways, its numbers stay on top and its names at the left."""
    opened = open_page(pages["overlap"], 360, 740)
    region = opened.page.locator(".grid").first
    region.evaluate("one => { one.scrollTop = 500; one.scrollLeft = 200; }")
    box = region.bounding_box()
    corner = opened.page.locator(".grid thead th").first.bounding_box()
    name = opened.page.locator(".grid tbody th").nth(14).bounding_box()
    assert abs(corner["y"] - box["y"]) <= 2
    assert abs(corner["x"] - box["x"]) <= 2
    assert abs(name["x"] - box["x"]) <= 2


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_shades_differ_in_each_theme(open_page, pages, scheme):
    """Every shade of the heat map has a colour of its own."""
    opened = open_page(pages["overlap"], color_scheme=scheme)
    shades = opened.page.locator(".legend [class*='shade-']").evaluate_all(
        "all => all.map((one) => getComputedStyle(one).backgroundColor)"
    )
    assert len(set(shades)) == len(shades) == 5


def test_bars_are_drawn_as_long_as_their_hours(open_page, pages):
    """In the browser the bars of 385 and 273 hours have that proportion, and what is over is hatched."""
    opened = open_page(pages["load"])
    widths = opened.page.locator("svg.length").evaluate_all(
        "all => all.slice(0, 2).map((one) => one.querySelector('rect').getBoundingClientRect().width)"
    )
    assert widths[1] / widths[0] == pytest.approx(273 / 385, abs=0.01)
    over = opened.page.locator("rect.over").nth(1)
    assert over.bounding_box()["width"] > 20
    assert opened.page.locator("rect[fill='url(#hatch)']").count() >= 2


def test_forced_colours_keep_the_steps_apart(open_page, pages):
    """Where the system sets the colours, the strongest shade has a double border and the bars are seen."""
    opened = open_page(pages["overlap"], forced_colors="active")
    style = opened.page.locator("td.shade-5").first.evaluate("one => getComputedStyle(one).borderTopStyle")
    assert style == "double"
    bars = open_page(pages["load"], forced_colors="active")
    fills = bars.page.evaluate(
        "[...document.querySelectorAll('rect.bar')].map((one) => getComputedStyle(one).fill)"
    )
    paper = bars.page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert paper not in fills


def test_the_picture_is_on_paper_without_scrolling(open_page, pages):
    """In print the heat map shows every row and its headings do not stay behind."""
    opened = open_page(pages["overlap"])
    opened.page.emulate_media(media="print")
    region = opened.page.locator(".grid").first
    assert region.evaluate("one => getComputedStyle(one).overflowY") == "visible"
    assert region.evaluate("one => one.scrollHeight <= one.clientHeight + 2")
    assert not opened.page.locator("ul.jump").first.is_visible()
