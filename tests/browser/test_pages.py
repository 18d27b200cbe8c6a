"""The pages in a real browser: nothing leaves or runs in them; they fit a phone and a sheet of paper."""

from __future__ import annotations

import csv

import pytest

from orgmap.model import withhold
from orgmap.questions import QUESTIONS as ASKED
from orgmap.views.packs import page_address
from orgmap.views.pages import findings_page
from orgmap.vocabulary import QUESTIONS
from tests.views.test_pages import hostile_map, pages_of

SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
ADDRESSES = (
    "index.html",
    *(page_address(question) for question in QUESTIONS.values),
    "findings.html",
    "glossary.html",
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


@pytest.fixture(scope="module")
def hostile():
    """Return the pages of a map whose every name is hostile."""
    return all_pages(hostile_map())


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_fits_its_window_and_asks_for_nothing(open_page, pages, address, width):
    """No request leaves the page, no error is told, its style is let in, and only tables scroll sideways."""
    opened = open_page(pages[address], width)
    assert opened.clean()
    assert opened.page.evaluate(SIDEWAYS) == 0
    assert opened.page.evaluate("getComputedStyle(document.querySelector('h1')).overflowWrap") == "anywhere"


@pytest.mark.parametrize("address", ADDRESSES)
def test_hostile_names_run_nothing(open_page, hostile, address):
    """Markup in names stays text in the browser too, and the longest name breaks no page at 360 pixels."""
    opened = open_page(hostile[address], 360)
    assert opened.clean()
    assert opened.page.evaluate(SIDEWAYS) == 0
    assert opened.page.locator("img[src='x']").count() == 0


@pytest.mark.parametrize("address", ADDRESSES[:-1])
def test_a_page_needs_no_script(open_page, pages, address):
    """With scripts switched off every page says the same."""
    with_script = open_page(pages[address]).text("main")
    without = open_page(pages[address], java_script_enabled=False).text("main")
    assert without == with_script


def test_without_script_the_checklist_has_its_boxes(open_page, pages):
    """With scripts switched off every point has its boxes on paper and screen, and no button is there."""
    opened = open_page(pages["checklist.html"], java_script_enabled=False)
    first = opened.page.locator("table.points").first
    assert [text[0] for text in first.locator("td.box").all_inner_texts()[:3]] == ["☑", "☐", "☐"]
    assert not opened.page.locator("#ticks").is_visible()
    assert opened.page.locator("noscript").inner_text().startswith("Ticking on the screen needs JavaScript")


def test_ticks_show_the_source_and_are_kept(open_page, pages):
    """Boxes begin as the source has them; a tick takes the place of another and is there after a reload."""
    opened = open_page(pages["checklist.html"])
    row = opened.page.locator("table.points").first.locator("tbody tr").nth(0)
    boxes = row.locator("input")
    assert [box.is_checked() for box in boxes.all()] == [True, False, False]
    boxes.nth(1).focus()
    opened.page.keyboard.press("Space")
    assert [box.is_checked() for box in boxes.all()] == [False, True, False]
    assert opened.text("#ticks-status") == "Your ticks are kept in this browser."
    opened.page.reload()
    assert [box.is_checked() for box in boxes.all()] == [False, True, False]
    opened.page.click("#ticks-clear")
    assert [box.is_checked() for box in boxes.all()] == [True, False, False]
    assert opened.clean()


def test_ticks_are_saved_as_csv(open_page, hostile):
    """The file has a line for each point with what is ticked, whatever the names hold."""
    opened = open_page(hostile["checklist.html"])
    boxes = opened.page.locator("table.points").first.locator("tbody tr").nth(4).locator("input")
    boxes.nth(2).check()
    with opened.page.expect_download() as found:
        opened.page.click("#ticks-save")
    with found.value.path().open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.DictReader(file))
    assert found.value.suggested_filename == "checklist-ticked.csv"
    assert len(lines) == opened.page.locator("table.points tbody tr").count()
    assert (lines[4]["number"], lines[4]["covered"]) == ("5", "not needed")
    assert opened.clean()


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


def test_a_finding_on_the_page_of_all_leads_to_its_rows(open_page, pages):
    """Where one page tells all questions, a finding leads to a row of its own question's table."""
    opened = open_page(pages["findings.html"])
    link = opened.page.locator("li[id^='overlap-finding-'] a").first
    link.click()
    row = opened.page.locator(link.get_attribute("href"))
    assert row.evaluate("row => row.closest('table').caption.innerText").startswith("Which bodies share")
    assert row.evaluate("row => row.matches(':target')")
    assert 0 <= row.evaluate("row => row.getBoundingClientRect().top") < 900


def test_the_navigation_leaves_room_for_the_page(open_page, pages):
    """All pages and answers are in the navigation in sight, in two rows on a screen, a third of a phone."""
    for width, height, most in ((1280, 900, 90), (360, 780, 260)):
        opened = open_page(pages["load.html"], width, height)
        links = opened.page.locator("nav.pages a")
        assert links.count() == 4 + len(QUESTIONS.values)
        assert all(link.is_visible() for link in links.all())
        assert opened.page.locator("nav.pages").bounding_box()["height"] <= most
        assert opened.page.locator("h1").bounding_box()["y"] < height / 2


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


def test_every_link_has_room_for_a_finger(open_page, pages):
    """The links of the navigation are at least 24 pixels high on a phone."""
    opened = open_page(pages["index.html"], 360)
    heights = opened.page.locator("nav.pages a").evaluate_all(
        "links => links.map((one) => one.getBoundingClientRect().height)"
    )
    assert min(heights) >= 24


def test_each_sheet_of_the_checklist_starts_on_a_page_of_its_own(open_page, pages):
    """In print every sheet begins on a new page, its points are not torn apart, and there is room to sign."""
    opened = open_page(pages["checklist.html"])
    opened.page.emulate_media(media="print")
    styles = opened.page.locator(".sheet").evaluate_all(
        "all => all.map((one) => getComputedStyle(one).breakBefore)"
    )
    assert styles
    assert set(styles) == {"page"}
    points = opened.page.locator("table.points").first
    assert points.evaluate("one => getComputedStyle(one).breakInside") == "avoid"
    assert opened.page.locator(".signing").first.is_visible()
    assert not opened.page.locator("nav.pages").is_visible()


def test_the_checklist_prints_on_paper(open_page, pages):
    """The page becomes a PDF with no fewer pages than sheets."""
    pdf = open_page(pages["checklist.html"]).page.pdf(prefer_css_page_size=True)
    assert pdf.startswith(b"%PDF")
    assert pdf.count(b"/Type /Page\n") + pdf.count(b"/Type /Page ") >= 16
