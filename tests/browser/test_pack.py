"""A whole pack on disk in a real browser: every kind of page, light and dark, at a desk and by phone."""

from __future__ import annotations

from pathlib import Path

import pytest

from orgmap.write import save_folder
from tests.browser import axe
from tests.builders import EXAMPLES
from tests.pack.test_hostile import hostile_source
from tests.packs import named_source, pack_of

SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
SIZES = {
    "a desk": {"width": 1280},
    "a phone": {"width": 360, "height": 740},
}
LOOKS = {
    "dark": {"color_scheme": "dark"},
    "more contrast": {"contrast": "more", "color_scheme": "light"},
    "more contrast in the dark": {"contrast": "more", "color_scheme": "dark"},
}
KINDS = (
    "index.html", "map.html", "bodies.html", "organisations.html", "people.html", "search.html",
    "overlap.html", "sole-links.html", "load.html", "two-tier.html", "gaps.html", "balance.html",
    "cross-representation.html", "issues.html", "protocols.html", "tiers.html", "coterminosity.html",
    "data-quality.html", "checklist.html", "glossary.html", "downloads.html", "about.html",
    "bodies/anyshire-partnership.html", "organisations/anyshire-police.html", "people/ann-example.html",
)  # fmt: skip
BROKEN = """() => {
    const found = new Set(), main = document.querySelector("main");
    const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        const text = texts.currentNode;
        if (!text.parentElement.checkVisibility() || text.parentElement.closest(".unseen, svg")) continue;
        for (const word of text.data.matchAll(/[a-z]{3,13}(?![a-z])/gi)) {
            const range = document.createRange();
            range.setStart(text, word.index);
            range.setEnd(text, word.index + word[0].length);
            if (new Set([...range.getClientRects()].map((line) => line.top)).size > 1) found.add(word[0]);
        }
    }
    return [...found];
}"""
HIDDEN = """() => {
  const one = document.activeElement, parts = [0.05, 0.5, 0.95];
  const places = [...one.getClientRects()].flatMap(({ left, top, width, height }) =>
    parts.flatMap((across) => parts.map((down) => [left + width * across, top + height * down])));
  const seen = places.some((place) => one.contains(document.elementFromPoint(...place)));
  return seen ? null : one.textContent;
}"""


@pytest.fixture(scope="module")
def county(tmp_path_factory):
    """Return the folder of the pack of Hampshire, where names are long."""
    folder = tmp_path_factory.mktemp("county") / "pack"
    save_folder(folder, pack_of(EXAMPLES / "hampshire-2004"))
    return folder


@pytest.fixture(scope="module")
def pack(tmp_path_factory):
    """Return the folder of a pack in which every question has something to answer, and names are shown."""
    folder = tmp_path_factory.mktemp("named")
    save_folder(folder / "pack", pack_of(named_source(folder / "source")))
    return folder / "pack"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """Return the folder of a pack whose every name and text is hostile."""
    folder = tmp_path_factory.mktemp("hostile")
    save_folder(folder / "pack", pack_of(hostile_source(folder / "source")))
    return folder / "pack"


def test_every_page_of_a_pack_is_of_a_kind_that_is_tried(pack):
    """No page escapes the tests below: each is named there, or lies beside one of its kind."""
    tried = {str(Path(kind).parent) for kind in KINDS if "/" in kind}
    pages = {path.relative_to(pack) for path in pack.rglob("*.html")}
    assert {str(page) for page in pages if str(page.parent) == "."} <= set(KINDS)
    assert {str(page.parent) for page in pages} == tried | {"."}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("size", SIZES)
def test_a_page_fits_and_breaks_no_rule(open_file, pack, kind, size):
    """Nothing leaves the page or fails, only tables scroll sideways, and axe finds nothing in any look."""
    opened = open_file(pack / kind, **SIZES[size])
    assert opened.clean(), opened
    assert opened.page.evaluate(SIDEWAYS) <= 0
    assert axe.faults(opened) == []
    for look, media in LOOKS.items() if size == "a desk" else ():
        opened.page.emulate_media(**media)
        assert axe.faults(opened, "color-contrast") == [], look


@pytest.mark.parametrize("width", [1280, 768, 360])
@pytest.mark.parametrize(
    "kind",
    [
        "bodies.html", "organisations.html", "overlap.html", "load.html", "issues.html", "protocols.html",
        "checklist.html", "bodies/hampshire-strategic-partnership.html",
        "organisations/hampshire-constabulary.html",
    ],
)  # fmt: skip
def test_no_word_of_usual_length_is_broken(open_file, county, kind, width):
    """In no table or text does a word of up to 13 letters go on in the next line."""
    opened = open_file(county / kind, width)
    assert opened.page.evaluate(BROKEN) == []


@pytest.mark.parametrize("address", ["gaps.html", "overlap.html", "two-tier.html"])
def test_going_backwards_no_link_hides_beneath_the_heads(open_file, county, address):
    """Whoever goes back link by link (Shift and Tab) sees each: none stays beneath the heads of a table."""
    opened = open_file(county / address, 1280, 800)
    opened.page.locator("main a").last.focus()
    hidden = []
    for _ in range(60):
        opened.page.keyboard.press("Shift+Tab")
        hidden.append(opened.page.evaluate(HIDDEN))
    assert set(hidden) == {None}


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_fits_when_enlarged_twice(open_file, pack, kind):
    """At 200 % only tables scroll sideways, and nothing of the text is cut off at the side."""
    opened = open_file(pack / kind, width=640, height=450, device_scale_factor=2)
    assert opened.clean(), opened
    assert opened.page.evaluate(SIDEWAYS) <= 0
    assert opened.page.locator("h1").bounding_box()["width"] <= 640


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_bears_colours_of_the_readers_own(open_file, pack, kind):
    """Where a reader has colours of their own nothing fails, and every control still has a border."""
    opened = open_file(pack / kind, forced_colors="active")
    assert opened.clean(), opened
    controls = "button:not(.sort), input:not([type=checkbox], [type=radio], .unseen), select, textarea"
    bare = """all => all.filter((one) => one.checkVisibility()
        && parseFloat(getComputedStyle(one).borderTopWidth) === 0
        && getComputedStyle(one).textDecorationLine === "none").map((one) => one.outerHTML.slice(0, 120))"""
    assert opened.page.eval_on_selector_all(controls, bare) == []


@pytest.mark.parametrize("kind", KINDS)
def test_hostile_texts_run_nothing_and_break_no_page(open_file, hostile, kind):
    """On each kind of page of hostile texts nothing runs, nothing is asked for, and all fits a phone."""
    folder = hostile / Path(kind).parent
    page = hostile / kind if "/" not in kind else max(folder.glob("*.html"))
    opened = open_file(page, 360, 740)
    assert opened.clean(), opened
    assert opened.page.evaluate(SIDEWAYS) <= 0
    assert opened.page.locator("img[src='x'], iframe, svg[onload], [onmouseover]").count() == 0


def test_every_page_of_hostile_texts_runs_nothing(open_file, hostile):
    """No page of the whole pack of hostile texts runs or asks for anything."""
    opened = open_file(hostile / "index.html")
    for page in sorted(hostile.rglob("*.html")):
        opened.page.goto(page.as_uri())
        assert opened.clean(), (page.name, opened)
