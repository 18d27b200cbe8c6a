"""The checklist in a real browser: ticked, kept, cleared, saved, loaded again, printed, and read back."""

from __future__ import annotations

import csv
import json

import pytest

from orgmap.errors import CallInvalid
from orgmap.model import withhold
from orgmap.model.cells import read_date
from orgmap.pack.opening import opened
from orgmap.pack.settings import Settings
from orgmap.pack.singles import checklist
from orgmap.questions import protocols
from orgmap.questions.protocols.five_questions import answered_bodies
from orgmap.views.checklist import checklist_html
from orgmap.views.packs import Pack
from tests.browser.axe import faults
from tests.builders import EXAMPLES, lists
from tests.views.test_pages import hostile_map

FIRST = "#p1-1"
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def page_of(found):
    """Return the page of a map's checklist."""
    shown = withhold(found)
    answer = protocols(shown)
    return checklist_html(shown, answer, Pack.of(shown, ()), *answered_bodies(shown, answer))


def pair(**protocol):
    """Return the page of two bodies that share three organisations, with a protocol."""
    shared = ["Council", "Police", "College"]
    known = [{"body_a": "Board", "body_b": "Forum", **protocol}] if protocol else []
    about = [{"title": "Anyshire"}]
    return page_of(lists({"Board": shared, "Forum": shared}, protocols=known, about=about))


@pytest.fixture(scope="module")
def county():
    """Return the page of three bodies, of which two have a protocol, and one an agreement."""
    shared = ["Council", "Police", "College"]
    known = {
        "protocol": "Compact", "body_a": "Easton", "body_b": "Forum", "status": "draft",
        "owner": "Head of Policy", "document": "https://example.org/compact",
        **dict.fromkeys(("parties", "purpose", "remits", "membership", "tiers"), "yes"), "plans": "no",
    }  # fmt: skip
    found = lists(
        {"Easton": shared, "Forum": shared, "Weston": shared},
        about=[{"title": "Anyshire"}],
        protocols=[known],
        agreements=[{"body": "Easton", "status": "draft", "themes": "yes"}],
    )
    return page_of(found)


@pytest.fixture(scope="module")
def hostile():
    """Return the page of the checklist of a map whose every name is hostile."""
    return page_of(hostile_map())


def choice(opened_page, number, value, form=FIRST):
    """Return the radio button of a point and a value."""
    return opened_page.page.locator(f"[name='{form[1:]}-{number}'][value='{value}']")


def chosen(opened_page, number, form=FIRST):
    """Return what a point is ticked as."""
    return opened_page.page.locator(f"[name='{form[1:]}-{number}']:checked").get_attribute("value")


def saved(opened_page, form, folder):
    """Press a button to save and return the file."""
    with opened_page.page.expect_download() as found:
        opened_page.page.click(f"#ticks-{form}")
    file = folder / found.value.suggested_filename
    found.value.save_as(file)
    return file


def loaded(opened_page, file):
    """Load a file into the page and wait until the page says what it took."""
    before = opened_page.text("#ticks-status")
    opened_page.page.set_input_files("#ticks-load", file)
    opened_page.page.wait_for_function(
        "before => document.getElementById('ticks-status').innerText !== before", arg=before
    )
    return opened_page.text("#ticks-status")


def test_ticks_show_the_source_and_are_kept(open_page, county):
    """What is ticked and noted takes the place of the source's and is there after a reload."""
    opened_page = open_page(county)
    assert [chosen(opened_page, number) for number in (1, 5, 7)] == ["yes", "no", "not said"]
    choice(opened_page, 5, "yes").check()
    opened_page.page.fill(f"{FIRST}-note", "Ask the clerk.\nTwice.")
    opened_page.page.select_option(f"{FIRST}-status", "under review")
    assert opened_page.text("#ticks-status").endswith("Kept in this browser only.")
    opened_page.page.reload()
    assert chosen(opened_page, 5) == "yes"
    assert opened_page.page.input_value(f"{FIRST}-note") == "Ask the clerk.\nTwice."
    assert opened_page.page.input_value(f"{FIRST}-status") == "under review"
    assert opened_page.text("#ticks-status").startswith("3 changes that you entered before are here again.")
    assert opened_page.clean()


def test_all_is_done_from_the_keyboard(open_page, county):
    """Tab reaches every group of choices once, arrows choose in it, and the buttons take Enter."""
    opened_page = open_page(county)
    page = opened_page.page
    page.locator(f"{FIRST}-document").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    assert [chosen(opened_page, number) for number in (1, 2, 3)] == ["no", "no", "yes"]
    for number in range(2, 16):
        assert page.evaluate("document.activeElement.name") == f"p1-1-{number}"
        page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.type("A note")
    assert page.input_value(f"{FIRST}-note") == "A note"
    page.locator("#ticks-clear").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    assert chosen(opened_page, 1) == "yes"


def test_the_progress_follows_every_tick(open_page, county):
    """The sheet, the list of sheets and the whole say how many points are covered, as they are ticked."""
    opened_page = open_page(county)
    assert opened_page.text(f"{FIRST} .covered") == "5 of 16 points covered or not needed"
    choice(opened_page, 7, "not needed").check()
    assert opened_page.text(f"{FIRST} .covered") == "6 of 16 points covered or not needed"
    assert opened_page.text("[data-progress='sheet-1']") == "6 of 16"
    assert opened_page.text("#ticks-progress").startswith("7 of 56 points")
    choice(opened_page, 7, "no").check()
    assert opened_page.text("#ticks-progress").startswith("6 of 56 points")


def test_only_what_is_not_finished(open_page):
    """A finished sheet is hidden with its entry when asked, and a link to it brings all back."""
    opened_page = open_page(pair(status="draft"))
    for number in range(1, 17):
        choice(opened_page, number, "yes").check()
    assert (
        opened_page.text("#ticks-progress") == "16 of 16 points covered or not needed; 1 of 1 sheet finished"
    )
    opened_page.page.check("#ticks-open")
    assert not opened_page.page.locator(FIRST).is_visible()
    assert opened_page.text("#ticks-status") == "1 finished sheet is hidden."
    opened_page.page.click(".register a")
    assert opened_page.page.locator(FIRST).is_visible()
    assert not opened_page.page.is_checked("#ticks-open")


def test_clearing_asks_first_and_can_be_undone(open_page, county):
    """One press asks, a second clears, leaving the button takes it back, and undo brings all again."""
    opened_page = open_page(county)
    page = opened_page.page
    choice(opened_page, 5, "yes").check()
    page.fill(f"{FIRST}-owner", "The clerk")
    page.click("#ticks-clear")
    assert opened_page.text("#ticks-clear") == "Press again to clear 2 changes"
    page.keyboard.press("Tab")
    assert opened_page.text("#ticks-clear") == "Clear what I entered"
    assert chosen(opened_page, 5) == "yes"
    page.click("#ticks-clear")
    page.click("#ticks-clear")
    assert chosen(opened_page, 5) == "no"
    assert page.input_value(f"{FIRST}-owner") == "Head of Policy"
    page.click("#ticks-undo")
    assert chosen(opened_page, 5) == "yes"
    assert page.input_value(f"{FIRST}-owner") == "The clerk"
    page.reload()
    assert chosen(opened_page, 5) == "yes"
    assert opened_page.clean()


def test_storage_that_is_denied_is_said(open_page, county):
    """Where the browser keeps nothing the page says so, and ticking and saving still work."""
    opened_page = open_page(county)
    opened_page.page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied'); } });"
    )
    opened_page.page.reload()
    assert opened_page.text("#ticks-status").startswith("This browser keeps nothing of this page")
    choice(opened_page, 5, "yes").check()
    assert "keeps nothing" in opened_page.text("#ticks-status")
    assert opened_page.clean()


def test_two_maps_of_one_title_do_not_mix(open_page, tmp_path):
    """What is ticked for one map is not shown for another that has the same title and address."""
    opened_page = open_page(pair(status="draft"))
    choice(opened_page, 1, "yes").check()
    other = ["Church", "School", "Charity"]
    page = page_of(lists({"Panel": other, "Group": other}, about=[{"title": "Anyshire"}]))
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    opened_page.page.reload()
    assert chosen(opened_page, 1) == "not said"
    assert opened_page.page.locator("#ticks-older").is_visible()
    assert "None of it fits this one. 1 sheet of it is not on this page." in opened_page.text("#ticks-older")
    opened_page.page.click("#ticks-older-drop")
    opened_page.page.reload()
    assert not opened_page.page.locator("#ticks-older").is_visible()


def test_what_was_kept_for_an_older_pack_can_be_taken_over(open_page, tmp_path):
    """A newer pack says what of the older one's fits, and takes it when asked."""
    opened_page = open_page(pair(status="draft"))
    choice(opened_page, 1, "yes").check()
    opened_page.page.fill(f"{FIRST}-note", "Old")
    (tmp_path / "page.html").write_text(pair(status="agreed", purpose="yes"), encoding="utf-8")
    opened_page.page.reload()
    assert chosen(opened_page, 1) == "not said"
    assert "2 changes on 1 sheet can be taken over." in opened_page.text("#ticks-older")
    opened_page.page.click("#ticks-older-take")
    assert (chosen(opened_page, 1), chosen(opened_page, 2)) == ("yes", "yes")
    assert opened_page.page.input_value(f"{FIRST}-note") == "Old"
    assert opened_page.page.input_value(f"{FIRST}-status") == "agreed"
    opened_page.page.reload()
    assert chosen(opened_page, 1) == "yes"
    assert not opened_page.page.locator("#ticks-older").is_visible()


@pytest.mark.parametrize("form", ["csv", "json"])
def test_a_saved_file_can_be_loaded_again(open_page, county, tmp_path, form):
    """What was saved and cleared is back after loading, a cleared cell too; undo takes it out again."""
    opened_page = open_page(county)
    page = opened_page.page
    choice(opened_page, 5, "not needed").check()
    page.fill(f"{FIRST}-owner", "")
    page.fill(f"{FIRST}-note", '=1+1, "quoted"; and\nanother line')
    file = saved(opened_page, form, tmp_path)
    assert file.name == f"checklist-ticked.{form}"
    page.click("#ticks-clear")
    page.click("#ticks-clear")
    assert "3 cells now say other than the lists." in loaded(opened_page, file)
    assert chosen(opened_page, 5) == "not needed"
    assert page.input_value(f"{FIRST}-owner") == ""
    assert page.input_value(f"{FIRST}-note") == '=1+1, "quoted"; and\nanother line'
    page.click("#ticks-undo")
    assert chosen(opened_page, 5) == "no"
    assert opened_page.clean()


def test_a_file_is_checked_before_it_is_taken(open_page, county, tmp_path):
    """What cannot be taken is told with its row and column, and all else is taken."""
    opened_page = open_page(county)
    file = saved(opened_page, "csv", tmp_path)
    with file.open(encoding="utf-8-sig", newline="") as written:
        rows = list(csv.DictReader(written))
    rows[0] |= {
        "plans": "perhaps",
        "reports": "Yes",
        "agreed": "soon",
        "note": "<img src=x onerror=alert(1)>",
    }
    rows[1] |= {"body_a": "nobody", "note": "lost"}
    with file.open("w", encoding="utf-8", newline="") as written:
        writer = csv.DictWriter(written, rows[0], delimiter=";")
        writer.writeheader()
        writer.writerows(rows)
    assert "3 things could not be taken: see below." in loaded(opened_page, file)
    assert opened_page.page.locator("#ticks-report li").all_inner_texts() == [
        "Row 2, plans: “perhaps” is none of yes, no, not needed, not said.",
        "Row 2, agreed: “soon” is no date.",
        f"Row 3: “{rows[1]['bodies']}” has no such sheet on this page.",
    ]
    assert (chosen(opened_page, 5), chosen(opened_page, 6)) == ("no", "yes")
    assert opened_page.clean()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.json", "{", "a.json is not loaded: it is not well-formed JSON."),
        ("a.json", "[1, 2]", "a.json is not loaded: it holds no sheets of a checklist."),
        ("a.json", '{"sheets": [null, 3, {}]}', "Loaded 0 sheets of a.json. Nothing is different now."),
        ("a.csv", "a,b\n1,2\n", "a.csv is not loaded: it has no column body_a"),
        ("a.csv", 'body_a,body_b\n"x,y\n', "a.csv is not loaded: row 2 is not well-formed CSV."),
        ("a.csv", "  \n", "a.csv is not loaded: the file is empty."),
        (
            "a.csv",
            "body_a,body_b,map\nx,y,Elsewhere\n",
            "a.csv is not loaded: it was saved from the checklist of “Elsewhere”, and this is that of",
        ),
    ],
)
def test_a_file_that_is_no_checklist_is_refused(open_page, county, tmp_path, name, content, said):
    """A file that is broken, or of another map, changes nothing and is refused in words."""
    opened_page = open_page(county)
    file = tmp_path / name
    file.write_text(content, encoding="utf-8")
    assert loaded(opened_page, file).startswith(said)
    assert opened_page.text("#ticks-progress").startswith("6 of 56 points")
    assert opened_page.clean()


def test_a_date_that_is_none_is_said_when_it_is_left(open_page, county):
    """The field is marked and says what to write; a month or a year is a date."""
    opened_page = open_page(county)
    page = opened_page.page
    page.fill(f"{FIRST}-agreed", "soon")
    page.keyboard.press("Tab")
    page.wait_for_selector(f"{FIRST}-agreed[aria-invalid='true']")
    assert "This is no date" in opened_page.text(f"{FIRST}-agreed-fault")
    assert opened_page.page.locator(f"{FIRST}-agreed-fault").get_attribute("aria-live") == "assertive"
    for text in ("2005", "2005-03", "31/03/2005", "1 March 2005"):
        page.fill(f"{FIRST}-agreed", text)
        page.keyboard.press("Tab")
        page.wait_for_selector(f"{FIRST}-agreed[aria-invalid='false']")


@pytest.mark.parametrize(
    "text",
    [
        "32 March 2026", "29 February 2026", "31/04/2026", "2026-13", "2026-02-30", "0000", "Mars 2026",
        "29 Feb 2024", "1st Sept. 2026", "sep 26", "31.12.69", "2026-2-1", "2026-03-31 10:00", "12-2005",
    ],
)  # fmt: skip
def test_a_date_is_judged_as_orgmap_judges_it(open_page, county, text):
    """What the build would refuse as a date the page says is none, in the same words, and nothing else."""
    try:
        refused = read_date(text) and ""
    except CallInvalid as wrong:
        refused = str(wrong)
    opened_page = open_page(county)
    page = opened_page.page
    page.fill(f"{FIRST}-review_by", text)
    page.keyboard.press("Tab")
    page.wait_for_selector(f"{FIRST}-review_by[aria-invalid='{str(bool(refused)).lower()}']")
    said = opened_page.text(f"{FIRST}-review_by-fault") if refused else ""
    assert ("day of the calendar" in said) == ("day of the calendar" in refused)


def test_sheets_are_counted_alike(open_page, tmp_path):
    """A sheet of a set has several lists of points; the page counts sheets, saved, loaded or finished."""
    opened_page = open_page(checklist(opened(EXAMPLES / "hampshire-2004", Settings(names="full")), "html"))
    sheets = opened_page.page.locator("[data-sheet]").count()
    assert sheets < opened_page.page.locator(".ticking").count()
    assert f" of {sheets} sheets finished" in opened_page.text("#ticks-progress")
    file = saved(opened_page, "csv", tmp_path)
    assert f"with {sheets} sheets and 0 changes" in opened_page.text("#ticks-status")
    assert loaded(opened_page, file).startswith(f"Loaded {sheets} sheets of")


def test_what_a_loaded_file_leaves_alone_is_said(open_page, county, tmp_path):
    """A file changes only the cells that it fills in: how many entries stay is told."""
    opened_page = open_page(county)
    untouched = saved(opened_page, "csv", tmp_path).rename(tmp_path / "untouched.csv")
    opened_page.page.fill(f"{FIRST}-note", "Ask the clerk.")
    opened_page.page.fill("#a1-review_by", "2005-06")
    ticked = saved(opened_page, "csv", tmp_path)
    only = "a loaded file changes only the cells that it fills in."
    assert f"Nothing is different now, and 2 entries of yours stay: {only}" in loaded(opened_page, untouched)
    assert opened_page.page.input_value(f"{FIRST}-note") == "Ask the clerk."
    opened_page.page.click("#ticks-clear")
    opened_page.page.click("#ticks-clear")
    choice(opened_page, 7, "yes").check()
    told = loaded(opened_page, ticked)
    assert f"3 cells now say other than the lists; 1 of them was entered before and stays: {only}" in told


@pytest.mark.parametrize("form", ["csv", "json"])
def test_what_is_ticked_comes_back_with_the_next_page(open_page, tmp_path, form):
    """Page, ticks, saved file, --ticked: the CSV and the page made next have them, without any change."""
    source = EXAMPLES / "hampshire-2004"
    opened_page = open_page(checklist(opened(source, Settings(names="full")), "html"))
    choice(opened_page, 5, "yes").check()
    choice(opened_page, 1, "yes", "#p2-1").check()
    opened_page.page.fill("#p2-1-owner", "=Clerk")
    opened_page.page.fill("#p2-1-note", "First line\nsecond line")
    opened_page.page.fill("#a1-review_by", "2005-06")
    choice(opened_page, 1, "not said", "#a1").check()
    file = saved(opened_page, form, tmp_path)
    again = opened(source, Settings(names="full", ticked=file))
    rows = list(csv.DictReader(checklist(again, "csv").splitlines(keepends=True)))
    assert (rows[0]["plans"], rows[2]["parties"], rows[2]["owner"]) == ("yes", "yes", "'=Clerk")
    (own,) = [row for row in rows if row["body_a"] == "eastleigh-transport-topic-group" and not row["body_b"]]
    assert (own["review_by"], own["themes"]) == ("2005-06", "")
    newer = open_page(checklist(again, "html"))
    assert chosen(newer, 5) == "yes"
    owners = newer.page.locator("[data-name='owner']").evaluate_all("all => all.map((one) => one.value)")
    assert owners.count("=Clerk") == 1
    notes = newer.page.locator("textarea").evaluate_all("all => all.map((one) => one.value)")
    assert "First line\nsecond line" in notes
    assert not newer.page.locator(".changed").count()


def test_hostile_names_are_saved_and_loaded_whole(open_page, hostile, tmp_path):
    """Whatever the names hold, a saved file loads again and nothing runs."""
    opened_page = open_page(hostile)
    choice(opened_page, 5, "not needed").check()
    file = saved(opened_page, "json", tmp_path)
    assert (
        len(json.loads(file.read_text(encoding="utf-8"))["sheets"])
        == opened_page.page.locator(".ticking").count()
    )
    file = saved(opened_page, "csv", tmp_path)
    opened_page.page.click("#ticks-clear")
    opened_page.page.click("#ticks-clear")
    assert "1 cell now says other than the lists." in loaded(opened_page, file)
    assert chosen(opened_page, 5) == "not needed"
    assert not opened_page.page.locator("#ticks-report li").count()
    assert opened_page.clean()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_nothing_stands_in_the_way_of_anyone(open_page, county, width, scheme):
    """Axe finds nothing in any state, at both widths, in both themes, and only tables scroll sideways."""
    opened_page = open_page(county, width, color_scheme=scheme)
    assert faults(opened_page) == []
    choice(opened_page, 5, "yes").check()
    opened_page.page.fill(f"{FIRST}-agreed", "soon")
    opened_page.page.click("#ticks-clear")
    assert faults(opened_page) == []
    opened_page.page.click("#ticks-clear")
    opened_page.page.check("#ticks-open")
    assert faults(opened_page) == []
    assert opened_page.page.evaluate(SIDEWAYS) == 0
    assert opened_page.clean()


def test_every_choice_has_room_for_a_finger(open_page, county):
    """Labels, fields and buttons are at least 24 pixels high on a phone."""
    opened_page = open_page(county, 360)
    heights = opened_page.page.locator(".ticked label, .field input, .buttons > :not([hidden]):not(.unseen)")
    found = heights.evaluate_all(
        "all => all.map((one) => one.getBoundingClientRect().height).filter(Boolean)"
    )
    assert min(found) >= 24


def test_without_script_the_checklist_can_be_ticked_and_printed(open_page, county):
    """With scripts switched off every point has its choices, no button is there, and the page says why."""
    opened_page = open_page(county, java_script_enabled=False)
    assert choice(opened_page, 1, "yes").is_checked()
    assert not opened_page.page.locator("#ticks").is_visible()
    assert opened_page.page.locator("noscript").inner_text().startswith("Scripts are switched off here")
    opened_page.page.emulate_media(media="print")
    assert opened_page.page.locator(f"{FIRST}-owner").is_visible()


def test_what_was_ticked_and_noted_is_printed(open_page, county):
    """On paper a long note stands whole, each sheet is on a new page, and no list of points is cut."""
    opened_page = open_page(county)
    note = "\n".join(f"Line {number}" for number in range(12))
    opened_page.page.fill(f"{FIRST}-note", note)
    opened_page.page.emulate_media(media="print")
    assert opened_page.text(f"{FIRST}-note + .paper") == note
    assert not opened_page.page.locator("#ticks").is_visible()
    assert opened_page.page.locator(".signing").first.is_visible()
    breaks = opened_page.page.locator(".sheet").evaluate_all(
        "all => all.map((one) => getComputedStyle(one).breakBefore)"
    )
    assert set(breaks) == {"page"}
    inside = opened_page.page.locator(FIRST).evaluate("one => getComputedStyle(one).breakInside")
    assert inside == "avoid"


def test_the_checklist_prints_on_paper(open_page, county):
    """The page becomes a PDF with no fewer pages than sheets."""
    opened_page = open_page(county)
    pdf = opened_page.page.pdf(prefer_css_page_size=True)
    sheets = opened_page.page.locator(".sheet").count()
    assert pdf.startswith(b"%PDF")
    assert pdf.count(b"/Type /Page\n") + pdf.count(b"/Type /Page ") >= sheets
