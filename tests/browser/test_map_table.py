"""The table of the view, in a real browser: it says what is drawn, row for row, whatever is changed."""

from __future__ import annotations

import csv
import io

import pytest

from tests import mapgraphs
from tests.browser.axe import faults
from tests.mapgraphs import page_of
from tests.views.test_map import hostile_map

BOARD = "Health and Wellbeing Board"
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def small():
    """Return the page of five bodies."""
    return page_of(mapgraphs.small())


@pytest.fixture(scope="module")
def county():
    """Return the page of the made-up county."""
    return page_of(mapgraphs.two_tier())


def settled(opened, words):
    """Wait until the caption says this."""
    opened.page.locator("#view-table-caption", has_text=words).wait_for()


def cells(opened, column=0):
    """Return what stands in a column, from top to bottom."""
    return opened.page.locator(f"#view-table-body tr > :nth-child({column + 1})").all_inner_texts()


def rows(opened):
    """Return the rows of the table, each as the list of its cells."""
    return opened.page.evaluate(
        """() => [...document.getElementById('view-table-body').rows]
            .map((row) => [...row.cells].map((cell) => cell.innerText))"""
    )


def headings(opened):
    """Return the headings of the columns without the marks of sorting."""
    return [text[:-2] for text in opened.page.locator("#view-table-head th").all_inner_texts()]


def saved(opened):
    """Return the table that is saved, and the name of its file."""
    with opened.page.expect_download() as found:
        opened.page.click("#view-table-save")
    raw = found.value.path().read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(raw.decode("utf-8-sig")))), found.value.suggested_filename


def test_every_name_drawn_has_its_row(open_page, small):
    """Bodies come first, then organisations, then people, each with what it is and what it is tied to."""
    opened = open_page(small)
    settled(opened, "Drawn now: 13 names")
    found = rows(opened)
    assert [row[0] for row in found[:5]] == [
        "Community Safety Partnership", "Flood Panel", BOARD, "Mental Health Group", "Riverside Forum",
    ]  # fmt: skip
    assert found[2] == [
        BOARD, "Board, unitary", "4",
        "Mental Health Group; Rivertown Police; Chief nurse; Leader of the Council",
    ]  # fmt: skip
    assert found[1][1:] == ["Panel, regional", "0", ""]
    assert found[-1][1] == "Person"
    assert opened.clean(), opened


def test_every_tie_drawn_has_its_row(open_page, small):
    """Each seat, vacancy, link and membership that is drawn is a row: who, how, what, in which role."""
    opened = open_page(small)
    opened.page.click("#view-table-ties")
    assert opened.text("#view-table-caption") == "Drawn now: 16 ties"
    assert headings(opened) == ["From", "Tie", "To", "Role", "Not filled", "For", "Since", "Until", "Seats"]
    found = [" | ".join(filter(None, row)) for row in rows(opened)]
    assert (
        f"Leader of the Council | chairs | {BOARD} | chair | Rivertown Council | 2024 | 2027-05 | 1" in found
    )
    assert f"Rivertown Police | has a seat not filled on | {BOARD} | member | vacant | 1" in found
    assert "Riverside Forum | reports to | Community Safety Partnership" in found
    assert f"Mental Health Group | is part of | {BOARD}" in found
    assert f"{BOARD} | has a seat of its own on | Mental Health Group | 1" in found
    assert "Chief nurse | speaks for | Rivertown NHS Trust" in found
    assert (
        f"Leader of the Council | sits on | Mental Health Group | member | Rivertown Council; {BOARD} | 1"
        in found
    )
    assert len(found) == opened.page.evaluate("orgmap.map.current().shown.edges.size")


def test_interlocks_say_how_many_are_shared_and_which(open_page, small):
    """In the view of interlocks a tie says how many members two bodies share, and which."""
    opened = open_page(small)
    opened.page.click("#view-table-ties")
    opened.page.click("#view-interlocks")
    settled(opened, "Drawn now: 6 ties")
    assert rows(opened)[0] == [
        BOARD, "shares members with", "Mental Health Group", "2",
        "Rivertown Council; Rivertown NHS Trust", "yes",
    ]  # fmt: skip
    opened.page.click("#view-table-nodes")
    assert "Mental Health Group (2 shared)" in rows(opened)[2][3]


@pytest.mark.parametrize("view", ["whole", "interlocks", "two-tier", "body", "organisation"])
def test_table_and_drawing_agree_in_every_view(open_page, county, view):
    """Whatever the view and the filters, the table has as many names and ties as are drawn."""
    opened = open_page(county)
    opened.page.click(f"#view-{view}")
    for untick in (None, ("mode", "person"), ("tier", "district")):
        if (
            untick
            and opened.page.locator(f'input[data-fact="{untick[0]}"][value="{untick[1]}"]').is_visible()
        ):
            opened.page.uncheck(f'input[data-fact="{untick[0]}"][value="{untick[1]}"]')
        for tab, kind in (("nodes", "nodes"), ("ties", "edges")):
            opened.page.click(f"#view-table-{tab}")
            drawn = opened.page.evaluate(f"orgmap.map.current().shown.{kind}.size")
            table, _ = saved(opened)
            assert len(table) == drawn + 1
    assert opened.clean(), opened


def test_the_table_follows_filters_and_slider(open_page, county):
    """A filter and the slider change the table a moment after the drawing."""
    opened = open_page(county)
    settled(opened, "Drawn now: 299 names")
    opened.page.uncheck('input[data-fact="mode"][value="person"]')
    settled(opened, "Drawn now: 87 names")
    opened.page.click("#view-interlocks")
    opened.page.click("#view-table-ties")
    opened.page.fill("#at-least", "5")
    settled(opened, f"Drawn now: {opened.page.evaluate('orgmap.map.current().shown.edges.size')} ties")
    assert all(int(shared) >= 5 for shared in cells(opened, 3))


def test_two_hundred_rows_at_a_time(open_page, county):
    """A long table shows 200 rows and says so; one press shows the next, and the keyboard goes on there."""
    opened = open_page(county)
    settled(opened, "Drawn now: 299 names; the first 200 are shown")
    assert len(cells(opened)) == 200
    opened.page.click("#view-table-more")
    assert opened.text("#view-table-caption") == "Drawn now: 299 names"
    assert len(cells(opened)) == 299
    assert opened.page.locator("#view-table-more").is_hidden()
    focused = opened.page.evaluate("document.activeElement.closest('tr').rowIndex")
    assert focused == 201


def test_headings_sort(open_page, small):
    """A heading sorts by its column, a second press turns the order round, and the heading says which."""
    opened = open_page(small)
    settled(opened, "Drawn now")
    button = opened.page.locator("#view-table-head button")
    button.nth(2).click()
    numbers = [int(text) for text in cells(opened, 2)]
    assert numbers == sorted(numbers, reverse=True)
    assert opened.page.locator("#view-table-head th").nth(2).get_attribute("aria-sort") == "descending"
    assert opened.page.evaluate("document.activeElement.dataset.key") == "ties"
    button.nth(2).press("Enter")
    assert [int(text) for text in cells(opened, 2)] == sorted(numbers)
    button.nth(0).click()
    assert cells(opened) == sorted(cells(opened), key=str.casefold)
    assert opened.page.locator("#view-table-head th[aria-sort]").count() == 1


def test_a_name_in_the_table_selects_on_the_map(open_page, small):
    """A name is a button that selects; its rows are marked, and the keyboard stays in the table."""
    opened = open_page(small)
    settled(opened, "Drawn now")
    opened.page.locator("#view-table-body button", has_text="Riverside Forum").press("Enter")
    assert opened.text("#panel-title") == "Riverside Forum"
    opened.page.wait_for_selector("#view-table-body [aria-current]")
    assert opened.page.locator("#view-table-body [aria-current]").all_inner_texts() == ["Riverside Forum"]
    assert opened.page.evaluate("document.activeElement.innerText") == "Riverside Forum"


def test_only_what_is_selected(open_page, small):
    """With one selected, the table can be cut to it and what it is tied to; cleared, it is whole again."""
    opened = open_page(small)
    assert opened.page.is_disabled("#view-table-lit")
    opened.page.evaluate("orgmap.map.goTo('body:forum')")
    opened.page.wait_for_selector("#view-table-lit:enabled")
    opened.page.check("#view-table-lit")
    assert opened.text("#view-table-caption") == "Selected, and tied to it: 5 names"
    assert "Flood Panel" not in cells(opened)
    opened.page.click("#view-table-ties")
    assert all("Riverside Forum" in row for row in rows(opened))
    opened.page.click("#clear")
    settled(opened, "Drawn now: 16 ties")


def test_the_saved_table_is_guarded_and_whole(open_page):
    """The file holds every row with every name, and no cell that a spreadsheet would take for a formula."""
    build = mapgraphs.Builder()
    body = build.body("sum", "=SUM(A1:A9)", "county", "board")
    for number in range(12):
        build.seat(build.person(f"p{number}", f'Post "{number:02}"'), body)
    table, name = saved(open_page(page_of(build.graph, title="Map of <Marshire> & more")))
    assert name == "map-of-marshire-more-whole-names.csv"
    assert table[0] == ["Name", "What it is", "Tied to", "Which"]
    assert table[1][0] == "'=SUM(A1:A9)"
    assert table[1][3].split("; ") == [f'Post "{number:02}"' for number in range(12)]
    assert len(table) == 14


def test_the_tables_of_everything_are_put_away_until_asked_for(open_page, small):
    """With script the tables of all seats and interlocks lie closed below, on paper too, until opened."""
    opened = open_page(small)
    everything = opened.page.locator("#everything")
    assert everything.locator("table").count() == 2
    assert not everything.locator("table").first.is_visible()
    opened.page.focus("text=All seats and interlocks")
    opened.page.keyboard.press("Enter")
    assert everything.locator("table").nth(1).is_visible()
    assert opened.page.get_attribute("button.everything", "aria-expanded") == "true"
    opened.page.emulate_media(media="print")
    assert everything.locator("table").first.is_visible()


def test_without_script_the_tables_stand_open(open_page, small):
    """Without script nothing is put away."""
    opened = open_page(small, java_script_enabled=False)
    assert opened.page.locator("#everything").count() == 0
    assert opened.page.locator("#view-table").is_hidden()
    assert opened.page.locator("#seats ~ .scroll table:visible").count() == 2


def test_beside_the_map_on_a_wide_window(open_page, small):
    """On a wide window the table can stand beside the map; on a narrow one that is not offered."""
    opened = open_page(small, width=1600)
    opened.page.click("#view-table-beside")
    board, table = (opened.page.locator(name).bounding_box() for name in (".board", "#view-table"))
    assert table["x"] >= board["x"] + board["width"]
    assert table["y"] < board["y"] + 100
    assert opened.page.evaluate(SIDEWAYS) == 0
    assert open_page(small, width=1000).page.locator("#view-table-beside").is_hidden()


@pytest.mark.parametrize(("width", "scheme"), [(1600, "light"), (360, "dark")])
def test_anyone_can_use_it(open_page, small, width, scheme):
    """In either tab, sorted, selected and beside the map, axe finds no fault and nothing is too wide."""
    opened = open_page(small, width=width, color_scheme=scheme)
    settled(opened, "Drawn now")
    assert faults(opened) == []
    opened.page.click("#view-table-ties")
    opened.page.locator("#view-table-head button").first.click()
    opened.page.evaluate("orgmap.map.goTo('body:board')")
    opened.page.wait_for_selector("#view-table-body [aria-current]")
    if width > 1500:
        opened.page.click("#view-table-beside")
    assert faults(opened) == []
    assert opened.page.evaluate(SIDEWAYS) == 0
    tiny = opened.page.evaluate(
        "[...document.querySelectorAll('#view-table button, #path button, #export button')]"
        ".filter((one) => one.offsetParent && one.getBoundingClientRect().height < 24).length"
    )
    assert tiny == 0


def test_hostile_names_are_text_in_the_table(open_page):
    """Names made to break out of the page are text in the table, in either tab."""
    opened = open_page(page_of(hostile_map()), width=360)
    settled(opened, "Drawn now")
    opened.page.click("#view-table-ties")
    assert opened.page.locator("#view-table img, #view-table a, #view-table script").count() == 0
    assert opened.page.evaluate(SIDEWAYS) == 0
    assert opened.clean(), opened
