"""The pages in a real browser: nothing leaves or runs in them; they fit a phone and a sheet of paper."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader

from orgmap.model import withhold
from orgmap.questions import QUESTIONS as ASKED
from orgmap.views.overview import index_page
from orgmap.views.packs import Pack, page_address
from orgmap.views.pages import findings_page
from orgmap.vocabulary import QUESTIONS
from tests.browser import axe
from tests.views.test_pages import pages_of

SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
ADDRESSES = (
    "index.html",
    *(page_address(question) for question in QUESTIONS.values),
    "findings.html",
    "glossary.html",
    "about.html",
    "downloads.html",
    "checklist.html",
)


def all_pages(found):
    """Return every page of a map by its address, and the page of all findings beside them."""
    shown = withhold(found)
    answers = [ask(shown) for ask in ASKED.values()]
    return pages_of(found) | {"findings.html": findings_page(shown, answers)}


@pytest.fixture(scope="module")
def pages(hampshire):
    """Return the pages of Hampshire by address."""
    return all_pages(hampshire)


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_fits_its_window_and_asks_for_nothing(open_page, pages, address):
    """No request leaves the page, no error is told, its style is let in, and only tables scroll sideways."""
    opened = open_page(pages[address], 360)
    assert opened.clean()
    assert opened.page.evaluate(SIDEWAYS) == 0
    assert opened.page.evaluate("getComputedStyle(document.querySelector('h1')).overflowWrap") == "anywhere"


@pytest.mark.parametrize("address", ADDRESSES[:-1])
def test_a_page_needs_no_script(open_page, pages, address):
    """With scripts switched off every page says the same."""
    with_script = open_page(pages[address]).text("main")
    without = open_page(pages[address], java_script_enabled=False).text("main")
    assert without == with_script


def test_a_finding_leads_to_its_rows(open_page, pages):
    """Enter on the link of a finding brings its row into view, not covered by the heading that stays."""
    opened = open_page(pages["two-tier.html"])
    link = opened.page.locator("#finding-2 a").first
    link.focus()
    opened.page.keyboard.press("Enter")
    row = opened.page.locator(link.get_attribute("href"))
    top = row.evaluate("row => row.getBoundingClientRect().top")
    heading = opened.page.locator(".matrix thead").first.evaluate("row => row.getBoundingClientRect().bottom")
    assert heading - 1 <= top < 900
    assert "Hampshire Fire and Rescue Service" in row.inner_text()


WHERE = """row => {
  const region = row.closest('.scroll');
  const parts = [region, row, row.cells[1], region.querySelector('thead th')];
  const [box, own, name, head] = parts.map((one) => one.getBoundingClientRect());
  const beside = { name: name.left - box.left, head: head.top - box.top };
  return { ...beside, top: own.top, bottom: own.bottom, under: head.bottom, low: box.bottom };
}"""


@pytest.mark.parametrize("address", ["gaps.html", "protocols.html", "sole-links.html"])
def test_a_long_table_keeps_its_heads_and_names_in_sight(open_page, pages, address):
    """A row that is linked stands beneath the heads; scrolled to the right it still says whose it is."""
    opened = open_page(pages[address], fragment="#row-60")
    row = opened.page.locator("#row-60")
    found = row.evaluate(WHERE)
    assert found["low"] <= 900
    assert abs(found["head"]) < 3
    assert found["under"] - 1 <= found["top"] < found["bottom"] <= found["low"]
    row.evaluate("row => { row.closest('.scroll').scrollLeft = 400; }")
    moved = row.evaluate(WHERE)
    assert abs(moved["name"] - found["name"]) < 1
    assert moved["name"] >= 0
    assert opened.clean()


SPACED = """*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}
p{margin-bottom:2em!important}"""
CUT = """() => [...document.querySelectorAll("thead .column > span, thead .place span")]
  .filter((one) => one.scrollWidth > one.clientWidth || one.scrollHeight > one.clientHeight)
  .map((one) => one.textContent)"""


@pytest.mark.parametrize("address", ["two-tier.html", "issues.html", "coterminosity.html"])
def test_turned_heads_have_room_for_wider_letters(open_page, pages, address):
    """With the spacing that readers may choose (WCAG 1.4.12) no turned head of a column is cut."""
    opened = open_page(pages[address], bypass_csp=True)
    opened.page.add_style_tag(content=SPACED)
    assert opened.page.locator("thead .column > span, thead .place span").count()
    assert opened.page.evaluate(CUT) == []


def test_on_a_phone_no_column_stays_over_the_others(open_page, pages):
    """At 360 pixels a name that stays would cover the columns: only the heads stay, and all scroll aside."""
    opened = open_page(pages["gaps.html"], 360, 740, fragment="#row-60")
    row = opened.page.locator("#row-60")
    found = row.evaluate(WHERE)
    assert found["under"] - 1 <= found["top"] < found["low"] <= 740
    row.evaluate("row => { row.closest('.scroll').scrollLeft = 300; }")
    assert row.evaluate(WHERE)["name"] < 0


def test_a_long_table_is_scrolled_by_keyboard(open_page, pages):
    """The table takes the focus, and the arrow keys move it both ways."""
    opened = open_page(pages["gaps.html"])
    region = opened.page.locator(".scroll.answer")
    region.focus()
    for key in ("PageDown", "ArrowRight"):
        opened.page.keyboard.press(key)
    for side in ("scrollTop", "scrollLeft"):
        opened.page.wait_for_function(f"document.querySelector('.scroll.answer').{side} > 0")
    assert region.get_attribute("role") == "region"


@pytest.mark.parametrize("address", ["gaps.html", "protocols.html", "tiers.html", "two-tier.html"])
def test_a_table_is_printed_whole(open_page, pages, address):
    """On paper a table has its full height, nothing of it stays in place, and no caption is parted."""
    opened = open_page(pages[address])
    opened.page.emulate_media(media="print")
    held = "all => all.filter((one) => getComputedStyle(one).overflowY !== 'visible').length"
    assert opened.page.locator(".scroll").evaluate_all(held) == 0
    stays = "all => all.filter((one) => getComputedStyle(one).position === 'sticky').length"
    assert opened.page.locator(".answer th, .answer td, .matrix thead th").evaluate_all(stays) == 0
    pages_of_paper = PdfReader(BytesIO(opened.page.pdf(prefer_css_page_size=True))).pages
    begins = [page.extract_text().strip().splitlines()[0] for page in pages_of_paper]
    assert not [line for line in begins if line.startswith("(")]


def test_a_finding_on_the_page_of_all_leads_to_its_rows(open_page, pages):
    """Where one page tells all questions, a finding leads to a row of its own question's table."""
    opened = open_page(pages["findings.html"])
    link = opened.page.locator("li[id^='overlap-finding-'] a").first
    link.click()
    row = opened.page.locator(link.get_attribute("href"))
    assert row.evaluate("row => row.closest('table').caption.innerText").startswith("Which bodies share")
    assert row.evaluate("row => row.matches(':target')")
    assert 0 <= row.evaluate("row => row.getBoundingClientRect().top") < 900


@pytest.mark.parametrize("address", ["index.html", "about.html", "downloads.html"])
@pytest.mark.parametrize("width", [1280, 360])
def test_a_page_breaks_no_rule_with_its_menus_open(open_page, pages, address, width):
    """With every menu open axe finds nothing, in light and in dark."""
    for more in ({}, {"color_scheme": "dark"}):
        opened = open_page(pages[address], width, 740, **more)
        if width < 400:
            opened.page.locator("nav.pages .menu summary").click()
        opened.page.locator("nav.pages .answers summary").click()
        assert opened.page.locator("nav.pages .asked a").first.is_visible()
        assert axe.faults(opened) == []
        assert opened.page.evaluate(SIDEWAYS) == 0


@pytest.mark.parametrize("address", ["index.html", "about.html", "downloads.html", "load.html"])
def test_a_page_fits_the_smallest_window(open_page, pages, address):
    """At 320 pixels, a window of 1280 at four times its size, nothing but tables scrolls sideways."""
    opened = open_page(pages[address], 320, 256)
    assert opened.page.evaluate(SIDEWAYS) == 0


def test_the_navigation_leaves_room_for_the_page(open_page, pages):
    """The navigation is one row on a screen and one line on a phone, and the heading is in sight."""
    for width, height, most in ((1280, 900, 60), (360, 740, 50)):
        opened = open_page(pages["load.html"], width, height)
        assert opened.page.locator("nav.pages").bounding_box()["height"] <= most
        assert opened.page.locator("h1").bounding_box()["y"] < height / 4


def test_the_answers_open_and_close_by_keyboard(open_page, pages):
    """Enter opens the list of answers under the bar, the next Tab is in it, and nothing covers the page."""
    opened = open_page(pages["index.html"])
    keys, links = opened.page.keyboard, opened.page.locator("nav.pages .asked a")
    assert not links.first.is_visible()
    opened.page.locator("nav.pages .answers summary").focus()
    keys.press("Enter")
    assert links.count() == len(QUESTIONS.values)
    assert all(link.is_visible() for link in links.all())
    keys.press("Tab")
    assert links.first.evaluate("link => link.matches(':focus')")
    bar = opened.page.locator(".bar").bounding_box()
    assert opened.page.locator("h1").bounding_box()["y"] >= bar["y"] + bar["height"]
    keys.press("Shift+Tab")
    keys.press("Enter")
    assert not links.first.is_visible()


def test_escape_closes_the_answers(open_page, hampshire):
    """Escape in the list of answers closes it and goes back to what opened it."""
    pack = Pack.of(hampshire, ("index.html", "search.html", "gaps.html", "load.html"))
    opened = open_page(index_page(hampshire, [], pack))
    keys, links = opened.page.keyboard, opened.page.locator("nav.pages .asked a")
    summary = opened.page.locator("nav.pages .answers summary")
    summary.focus()
    keys.press("Enter")
    keys.press("Tab")
    keys.press("Escape")
    assert not links.first.is_visible()
    assert summary.evaluate("one => one.matches(':focus')")
    assert opened.clean()


@pytest.mark.parametrize("scripts", [True, False])
def test_the_menu_of_a_phone_opens_and_closes_by_keyboard(open_page, pages, scripts):
    """On a phone all pages are behind one button, which needs no script, and each has room for a finger."""
    opened = open_page(pages["load.html"], 360, 740, java_script_enabled=scripts)
    menu, links = opened.page.locator("nav.pages .menu summary"), opened.page.locator("nav.pages a")
    assert not any(link.is_visible() for link in links.all())
    menu.focus()
    opened.page.keyboard.press("Enter")
    opened.page.keyboard.press("Tab")
    assert opened.page.get_by_role("link", name="Overview").first.is_visible()
    opened.page.locator("nav.pages .answers summary").click()
    assert all(link.is_visible() for link in links.all())
    assert all(link.bounding_box()["height"] >= 24 for link in links.all())
    menu.focus()
    opened.page.keyboard.press("Space")
    assert not any(link.is_visible() for link in links.all())


def test_the_first_tab_leads_to_the_content(open_page, pages):
    """The skip link takes the focus first; it is seen then, and Enter leads past the menu."""
    opened = open_page(pages["load.html"])
    opened.page.keyboard.press("Tab")
    skip = opened.page.locator(".skip")
    assert skip.bounding_box()["y"] >= 0
    opened.page.keyboard.press("Enter")
    assert opened.page.evaluate("document.activeElement.id") == "main"


def test_the_page_that_is_open_is_marked_without_colour(open_page, pages):
    """The page in the menu is bold and underlined by a bar that is there in forced colours too."""
    opened = open_page(pages["about.html"], forced_colors="active")
    look = "link => [getComputedStyle(link).fontWeight, getComputedStyle(link).borderBottomColor]"
    here = opened.page.locator("nav.pages a[aria-current]").evaluate(look)
    other = opened.page.locator("nav.pages a").first.evaluate(look)
    assert here[0] == "600"
    assert here[1] != other[1]


def test_dark_is_never_printed(open_page, pages):
    """On paper the page is black on white whatever the screen is; menus are left out, addresses are told."""
    opened = open_page(pages["glossary.html"], color_scheme="dark")
    colours = "getComputedStyle(document.body).backgroundColor + getComputedStyle(document.body).color"
    assert opened.page.evaluate(colours) != "rgb(255, 255, 255)rgb(0, 0, 0)"
    opened.page.emulate_media(media="print", color_scheme="dark")
    assert opened.page.evaluate(colours) == "rgb(255, 255, 255)rgb(0, 0, 0)"
    assert not opened.page.locator("nav").first.is_visible()
    told = "link => getComputedStyle(link, '::after').content"
    assert "doi.org" in opened.page.locator("main a[href^=https]").first.evaluate(told)


def test_the_heading_and_the_names_of_a_matrix_stay_in_view(open_page, pages):
    """When the matrix is scrolled both ways, places stay on top and names at the left."""
    opened = open_page(pages["two-tier.html"], 360)
    region = opened.page.locator(".matrix").first
    region.evaluate("one => { one.scrollTop = 600; one.scrollLeft = 200; }")
    box = region.bounding_box()
    corner = opened.page.locator(".matrix thead th").first.bounding_box()
    name = opened.page.locator(".matrix tbody th[scope=row]").nth(20).bounding_box()
    assert abs(corner["y"] - box["y"]) <= 2
    assert abs(corner["x"] - box["x"]) <= 2
    assert abs(name["x"] - box["x"]) <= 2


def test_what_scrolls_can_be_scrolled_from_the_keyboard(open_page, pages):
    """A table that is wider than its place takes the focus, shows it, and moves with the arrow keys."""
    opened = open_page(pages["overlap.html"], 360)
    region = opened.page.locator(".scroll").first
    region.focus()
    opened.page.keyboard.press("ArrowRight")
    opened.page.wait_for_function("document.querySelector('.scroll').scrollLeft > 0")
    assert region.evaluate("one => one.matches(':focus')")
