"""The saved picture of the map, in a real browser: whole, legible on white, safe, or as the window has it."""

from __future__ import annotations

import struct
import zlib
from itertools import combinations
from xml.etree import ElementTree

import pytest

from tests import mapgraphs
from tests.browser.axe import faults
from tests.mapgraphs import page_of
from tests.views.test_map import HOSTILE, hostile_map

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def small():
    """Return the page of five bodies."""
    return page_of(mapgraphs.small())


@pytest.fixture(scope="module")
def county():
    """Return the page of the made-up county."""
    return page_of(mapgraphs.two_tier(), title="Marshire 2004")


def saved(opened, form, what="everything"):
    """Return the bytes of a saved picture and the name of its file."""
    opened.page.check(f'input[name="export-what"][value="{what}"]')
    with opened.page.expect_download() as found:
        opened.page.click(f"#export-{form}")
    return found.value.path().read_bytes(), found.value.suggested_filename


def drawing(opened, what="everything"):
    """Return a saved SVG, read."""
    return ElementTree.fromstring(saved(opened, "svg", what)[0])  # noqa: S314 - made by the page under test


def words(picture):
    """Return every text of a picture, lines joined."""
    return {" ".join(part.text for part in text) for text in picture.iter(f"{SVG}text")}


def titles(picture):
    """Return the titles of what is drawn, that of the picture aside."""
    return [title.text for group in picture.iter(f"{SVG}g") for title in group.findall(f"{SVG}title")]


def names_shown(opened):
    """Return the names of all that is drawn now."""
    return opened.page.evaluate(
        """() => {
            const { shown, at } = orgmap.map.current();
            return [...shown.nodes].map((id) => orgmap.things[at.get(id).thing].name);
        }"""
    )


def points(raw):
    """Return width and height of a PNG, and the colours of its points as a set of bytes."""
    assert raw.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", raw[16:24])
    data, at = b"", 8
    while at < len(raw):
        (length,) = struct.unpack(">I", raw[at : at + 4])
        if raw[at + 4 : at + 8] == b"IDAT":
            data += raw[at + 8 : at + 8 + length]
        at += length + 12
    return width, height, set(zlib.decompress(data))


def test_everything_drawn_is_in_the_picture(open_page, county):
    """The SVG has a shape with its name for each node, a line for each tie, and the title, day and count."""
    opened = open_page(county)
    picture = drawing(opened)
    assert sorted(titles(picture)) == sorted(names_shown(opened))
    lines = list(picture.iter(f"{SVG}path"))
    assert len(lines) == opened.page.evaluate("orgmap.map.current().shown.edges.size")
    assert picture.find(f"{SVG}title").text == "Marshire 2004"
    assert picture.find(f"{SVG}desc").text.startswith(
        "As at 1 October 2004. Drawn: 28 bodies, 59 organisations"
    )
    assert "Marshire 2004" in words(picture)
    assert opened.clean(), opened


def test_small_map_shows_every_name(open_page, small):
    """Where there is room, every body, organisation and person is named in the picture."""
    opened = open_page(small)
    assert set(names_shown(opened)) <= words(drawing(opened))


def test_the_legend_says_what_is_drawn_and_no_more(open_page, small):
    """The legend of the picture is that of the drawing, on the whole map and on the interlocks."""
    opened = open_page(small)
    for view in ("whole", "interlocks"):
        opened.page.click(f"#view-{view}")
        legend = opened.page.locator(".legend li:visible > span").all_inner_texts()
        found = words(drawing(opened))
        assert set(legend) <= found
        assert ("chairs" in found) == (view == "whole")


def test_no_name_stands_on_another(open_page, county):
    """The names in the picture keep apart and inside its frame."""
    opened = open_page(county)
    raw, _ = saved(opened, "svg")
    boxes = opened.page.evaluate(
        """(text) => {
            const read = new DOMParser().parseFromString(text, "image/svg+xml");
            const svg = document.importNode(read.documentElement, true);
            document.body.append(svg);
            const frame = svg.querySelector("g > rect:last-child");
            const names = svg.querySelectorAll("[clip-path] > g > text:not([aria-hidden])");
            const found = [frame, ...names].map((one) => one.getBoundingClientRect())
                .map(({ left, right, top, bottom }) => [left, right, top, bottom]);
            svg.remove();
            return found;
        }""",
        raw.decode(),
    )
    frame, *names = boxes
    assert len(names) > 60
    assert all(
        name[0] >= frame[0] and name[1] <= frame[1] and name[2] >= frame[2] and name[3] <= frame[3]
        for name in names
    )
    over = [
        (a, b)
        for a, b in combinations(names, 2)
        if min(a[1], b[1]) - max(a[0], b[0]) > 3 and min(a[3], b[3]) - max(a[2], b[2]) > 3
    ]
    assert over == []


def test_the_window_is_what_the_window_shows(open_page, county):
    """The picture of the window is as large as the window, and names only what is in it."""
    opened = open_page(county)
    for _ in range(5):
        opened.page.click("#zoom-in")
    window, everything = drawing(opened, "window"), drawing(opened)
    box = opened.page.evaluate(
        "[document.getElementById('map').clientWidth, document.getElementById('map').clientHeight]"
    )
    frame = window.find(f"{SVG}clipPath/{SVG}rect")
    assert [float(frame.get("width")), float(frame.get("height"))] == box
    assert len(words(window)) < len(words(everything))
    _, name = saved(opened, "svg", "window")
    assert name == "marshire-2004-whole-window.svg"


def test_the_colours_are_those_of_paper_in_the_dark_too(open_page, small):
    """A dark screen saves the same picture as a light one."""
    light, _ = saved(open_page(small, color_scheme="light"), "svg")
    dark, _ = saved(open_page(small, color_scheme="dark"), "svg")
    assert light == dark
    assert b"#ffffff" in light


def test_selection_and_filters_are_told(open_page, county):
    """The words of the picture say what is selected and what the filters leave out."""
    opened = open_page(county)
    opened.page.uncheck('input[data-fact="tier"][value="district"]')
    opened.page.evaluate("orgmap.map.goTo('body:county')")
    told = drawing(opened).find(f"{SVG}desc").text
    assert "Left out: " in told
    assert "district" in told
    assert told.endswith("Selected: Marshire Strategic Partnership.")


@pytest.mark.parametrize("what", ["everything", "window"])
def test_the_png_is_the_picture_at_twice_its_size(open_page, small, what):
    """The PNG is twice as wide and high as the SVG, and holds ink as well as paper."""
    opened = open_page(small)
    picture = drawing(opened, what)
    raw, name = saved(opened, "png", what)
    width, height, seen = points(raw)
    assert (width, height) == (2 * int(picture.get("width")), 2 * int(picture.get("height")))
    assert len(seen) > 50
    assert name.endswith(".png")
    assert opened.text("#export-said") == f"Saved as {name}."
    assert opened.clean(), opened


def test_every_view_can_be_saved(open_page, county):
    """Each view gives a picture with what it draws, under its own name."""
    opened = open_page(county)
    for view in ("interlocks", "two-tier", "body", "organisation"):
        opened.page.click(f"#view-{view}")
        raw, name = saved(opened, "svg")
        assert name == f"marshire-2004-{view}.svg"
        assert sorted(titles(ElementTree.fromstring(raw))) == sorted(names_shown(opened))  # noqa: S314
    assert opened.clean(), opened


def test_hostile_words_are_text_in_the_picture(open_page):
    """Names made to break out are text: no script, no link, no handler, nothing from outside."""
    opened = open_page(page_of(hostile_map(), title=HOSTILE[1]))
    raw, name = saved(opened, "svg")
    picture = ElementTree.fromstring(raw)  # noqa: S314
    tags = {element.tag.removeprefix(SVG) for element in picture.iter()}
    assert tags <= {
        "svg",
        "title",
        "desc",
        "clipPath",
        "rect",
        "g",
        "path",
        "polygon",
        "circle",
        "line",
        "text",
        "tspan",
    }
    used = {attribute for element in picture.iter() for attribute in element.keys()}  # noqa: SIM118 - of an element
    assert not [attribute for attribute in used if attribute.startswith("on") or "href" in attribute]
    assert HOSTILE[2] in titles(picture)
    assert name == "script-script-alert-1-script-whole.svg"
    saved(opened, "png")
    assert opened.clean(), opened


def test_an_empty_view_can_be_saved(open_page, small):
    """With everything filtered away there is still a picture, which says so."""
    opened = open_page(small)
    for mode in ("person", "organisation", "body"):
        opened.page.uncheck(f'input[data-fact="mode"][value="{mode}"]')
    picture = drawing(opened)
    assert "Drawn: nothing" in picture.find(f"{SVG}desc").text
    assert titles(picture) == []


def test_anyone_can_save_it(open_page, small):
    """By keyboard alone, on a phone: the choice by arrows, the saving by Enter; axe finds no fault after."""
    opened = open_page(small, width=360)
    opened.page.focus('input[name="export-what"][value="everything"]')
    opened.page.keyboard.press("ArrowDown")
    opened.page.keyboard.press("Tab")
    with opened.page.expect_download() as found:
        opened.page.keyboard.press("Enter")
    assert found.value.suggested_filename == "marshire-whole-window.svg"
    assert faults(opened) == []
