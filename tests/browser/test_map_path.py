"""The way between two on the map, in a real browser: found, told, lit and sent, or said not to be there."""

from __future__ import annotations

import pytest

from tests import mapgraphs
from tests.browser.axe import faults
from tests.mapgraphs import page_of
from tests.views.test_map import HOSTILE, hostile_map

BOARD, GROUP = "Health and Wellbeing Board", "Mental Health Group"
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
POLICE_TO_TRUST = "#path=org:police,org:trust"


def with_town():
    """Return the small map with a forum that no seat ties, only a declared link to the board."""
    build = mapgraphs.Builder()
    build.graph = mapgraphs.small()
    build.body("town", "Town Forum", "unitary", "forum")
    build.graph.add_edge("body:town", "body:board", kind="link", link="advises")
    return build.graph


@pytest.fixture(scope="module")
def small():
    """Return the page of six bodies."""
    return page_of(with_town())


def choose(opened, end, words):
    """Choose one end by typing part of its name."""
    opened.page.fill(f"#path-{end}", words)
    opened.page.press(f"#path-{end}", "Enter")


def ask(opened, start, goal):
    """Ask how two are linked."""
    choose(opened, "from", start)
    choose(opened, "to", goal)
    opened.page.click("text=Find the link")


def steps(opened):
    """Return the steps of the way that is told."""
    return opened.page.locator("#path-steps li").all_inner_texts()


def lit(opened):
    """Return the names of all that is lit on the map."""
    return opened.page.evaluate(
        "[...orgmap.state.lit].map((id) => orgmap.things[orgmap.map.current().at.get(id).thing].name).sort()"
    )


def test_a_way_is_told_step_by_step(open_page, small):
    """The shortest way goes through filled seats, and each step says who sits where, as what and for whom."""
    opened = open_page(small)
    ask(opened, "Rivertown Police", "NHS Trust")
    assert opened.text("#path-said") == (
        "Rivertown Police is linked to Rivertown NHS Trust in 4 steps. Way 1 of 2."
    )
    assert steps(opened) == [
        "Rivertown Police sits on Community Safety Partnership (Chief constable, chair).",
        "Leader of the Council sits on Community Safety Partnership too (member).",
        f"Leader of the Council also sits on {BOARD} (chair).",
        f"Rivertown NHS Trust sits on {BOARD} too (Chief nurse, vice-chair).",
    ]
    assert opened.clean(), opened


def test_equally_short_ways_can_be_gone_through(open_page, small):
    """The next way is another one as short, told and lit; after the last comes the first."""
    opened = open_page(small)
    ask(opened, "Rivertown Police", "NHS Trust")
    first = steps(opened)
    opened.page.click("#path-after")
    assert opened.text("#path-said").endswith("Way 2 of 2.")
    assert steps(opened)[2] == f"Leader of the Council also sits on {GROUP} (member)."
    assert GROUP in lit(opened)
    assert BOARD not in lit(opened)
    opened.page.click("#path-after")
    assert steps(opened) == first


def test_what_is_lit_is_the_way_and_those_who_make_it(open_page, small):
    """Lit are the ends, all between them, and the people who sit for an organisation on the way."""
    opened = open_page(small)
    opened.page.click("#view-interlocks")
    ask(opened, "Rivertown Police", "NHS Trust")
    assert opened.page.evaluate("orgmap.state.view") == "whole"
    assert lit(opened) == [
        "Chief constable", "Chief nurse", "Community Safety Partnership", BOARD, "Leader of the Council",
        "Rivertown NHS Trust", "Rivertown Police",
    ]  # fmt: skip
    opened.page.focus("#map")
    opened.page.keyboard.press("Escape")
    assert opened.page.evaluate("orgmap.state.lit") is None
    opened.page.click("#path-light")
    assert "Chief nurse" in lit(opened)


def test_the_way_is_in_the_address(open_page, small):
    """The address names both ends; opened again it tells and lights the same way."""
    opened = open_page(small)
    ask(opened, "Rivertown Police", "NHS Trust")
    assert opened.page.evaluate("location.hash") == POLICE_TO_TRUST
    again = open_page(small, fragment=POLICE_TO_TRUST)
    assert steps(again) == steps(opened)
    assert lit(again) == lit(opened)
    assert again.page.input_value("#path-to") == "Rivertown NHS Trust"
    again.page.evaluate("location.hash = 'path=body:board,body:group'")
    again.page.wait_for_function("document.getElementById('path-from').value.startsWith('Health')")
    assert again.text("#path-said").startswith(f"{BOARD} and {GROUP} are linked directly.")
    assert steps(again) == [f"{BOARD} has a seat of its own on {GROUP}."]


def test_declared_links_count_only_where_no_seat_reaches(open_page, small):
    """Where seats do not reach, a declared link is taken, and the answer says so."""
    opened = open_page(small)
    ask(opened, "Town Forum", "Rivertown Council")
    assert "No seat links them: declared links" in opened.text("#path-said")
    assert steps(opened)[0] == f"Town Forum advises {BOARD}."
    ask(opened, "Riverside Forum", "Community Safety")
    assert "declared" not in opened.text("#path-said")
    assert steps(opened)[0] == "Rivertown Council sits on Riverside Forum (member)."


def test_what_is_not_linked_is_said_with_why(open_page, small):
    """Two in different parts of the map are not linked, and both are told; a vacant seat links nobody."""
    opened = open_page(small)
    ask(opened, "Flood", "Corner Shop")
    assert opened.text("#path-said") == (
        "Not linked: they lie in different parts of the map. Flood Panel is in a part with 1 body; "
        "Corner Shop is in a part with 1 organisation. "
        "The only seat of Corner Shop is open, and an open seat links nobody."
    )
    assert opened.page.locator("#path-way").is_hidden()
    assert "path" not in opened.page.evaluate("location.hash")


def test_the_way_of_before_goes_where_there_is_none(open_page, small):
    """A way that was lit is not left there when the next two are not linked, nor what was told of it."""
    opened = open_page(small)
    ask(opened, "Rivertown Police", "NHS Trust")
    assert "Chief nurse" in lit(opened)
    ask(opened, "Flood", "Corner Shop")
    assert opened.page.evaluate("orgmap.state.lit") is None
    assert "steps" not in opened.text("#said")


def test_filters_are_kept_to(open_page, small):
    """What the filters hide is on no way: another is told at once, or it is said that the filters are why."""
    opened = open_page(small)
    ask(opened, "Rivertown Police", "NHS Trust")
    opened.page.uncheck('input[data-fact="mode"][value="person"]')
    opened.page.wait_for_function(
        "document.getElementById('path-steps').textContent.includes('Council sits')"
    )
    assert (
        steps(opened)[1]
        == "Rivertown Council sits on Community Safety Partnership too (Leader of the Council, member)."
    )
    opened.page.uncheck('input[data-fact="mode"][value="organisation"]')
    opened.page.wait_for_function("document.getElementById('path-said').textContent.includes('hide')")
    assert (
        opened.text("#path-said")
        == "Rivertown Police and Rivertown NHS Trust are not drawn: the filters hide them."
    )


def test_without_filters_they_would_be_linked(open_page, small):
    """Where only the filters part two, the answer says how far they are without them."""
    opened = open_page(small)
    opened.page.uncheck('input[data-fact="mode"][value="body"]')
    ask(opened, "Rivertown Police", "NHS Trust")
    assert opened.text("#path-said").endswith("Without the filters they are linked in 4 steps.")


def test_folded_people_link_too(open_page, monkeypatch):
    """Where people are folded into their bodies they still make the way, and it is lit by what is drawn."""
    monkeypatch.setattr("orgmap.views.map.folding.MOST_NODES", 12)
    opened = open_page(page_of(mapgraphs.small()))
    ask(opened, "Rivertown Police", "NHS Trust")
    assert steps(opened)[1] == "Leader of the Council sits on Community Safety Partnership too (member)."
    assert lit(opened) == ["Community Safety Partnership", BOARD, "Rivertown NHS Trust", "Rivertown Police"]


def test_a_kind_or_sector_finds_too_after_the_names(open_page, small):
    """Words of a kind or a sector find as well: "health" lists what is named so first, then the trust."""
    opened = open_page(small)
    opened.page.fill("#path-from", "health")
    assert opened.page.locator("#path-from-hits bdi").all_inner_texts() == [
        BOARD,
        GROUP,
        "Rivertown NHS Trust",
    ]
    assert opened.page.locator("#path-found").text_content() == "3 found."


def test_two_ends_are_needed(open_page, small):
    """Without both ends, or with the same twice, it is said what to do."""
    opened = open_page(small)
    choose(opened, "from", "Police")
    opened.page.fill("#path-to", "nobody of that name")
    assert opened.text("#path-to-hits") == "Nothing found."
    opened.page.keyboard.press("Escape")
    opened.page.click("text=Find the link")
    assert opened.text("#path-said").startswith("Choose both from the lists")
    choose(opened, "to", "Police")
    opened.page.click("text=Find the link")
    assert opened.text("#path-said") == "Choose two that are not the same."


def test_the_keyboard_alone_is_enough(open_page, small):
    """Type, arrows, Enter, Tab and Enter find a way, and a name in it leads to the map."""
    opened = open_page(small)
    opened.page.focus("#path-from")
    opened.page.keyboard.type("rivertown")
    opened.page.keyboard.press("ArrowDown")
    opened.page.keyboard.press("ArrowDown")
    current = opened.page.get_attribute("#path-from", "aria-activedescendant")
    assert opened.text(f"#{current}").startswith("Rivertown Police")
    opened.page.keyboard.press("Enter")
    assert opened.page.get_attribute("#path-from", "aria-expanded") == "false"
    opened.page.keyboard.press("Tab")
    opened.page.keyboard.type("nhs")
    opened.page.keyboard.press("Enter")
    opened.page.keyboard.press("Enter")
    assert len(steps(opened)) == 4
    opened.page.locator("#path-steps button").nth(1).press("Enter")
    assert opened.text("#panel-title") == "Community Safety Partnership"


def test_the_panel_offers_to_start_from_there(open_page, small):
    """From the panel of a node the question starts with that node."""
    opened = open_page(small, fragment="#node=org:police")
    opened.page.click("text=How is it linked to another?")
    assert opened.page.input_value("#path-from") == "Rivertown Police"
    assert opened.page.evaluate("document.activeElement.id") == "path-to"


def test_clearing_takes_all_back(open_page, small):
    """Clearing empties both boxes, the words, the light and the address."""
    opened = open_page(small, fragment=POLICE_TO_TRUST)
    opened.page.click("#path-clear")
    assert opened.page.input_value("#path-from") == opened.page.input_value("#path-to") == ""
    assert opened.page.locator("#path-said").is_hidden()
    assert opened.page.evaluate("orgmap.state.lit") is None
    assert opened.page.evaluate("location.hash") == ""


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
def test_anyone_can_use_it(open_page, small, width, scheme):
    """With a way told and with a list open, axe finds no fault, and nothing is wider than the window."""
    opened = open_page(small, width=width, fragment=POLICE_TO_TRUST, color_scheme=scheme)
    assert len(steps(opened)) == 4
    assert faults(opened) == []
    opened.page.fill("#path-to", "r")
    assert opened.page.locator("#path-to-hits li").count() > 3
    assert faults(opened) == []
    assert opened.page.evaluate(SIDEWAYS) == 0


def test_hostile_names_are_text_in_every_step(open_page):
    """Names made to break out of the page stand in the list and in the steps as they are, and run nothing."""
    opened = open_page(page_of(hostile_map()), width=360)
    opened.page.fill("#path-from", "<img")
    opened.page.press("#path-from", "Enter")
    opened.page.fill("#path-to", "goose")
    opened.page.press("#path-to", "Enter")
    opened.page.click("text=Find the link")
    assert HOSTILE[2] in opened.page.locator("#path-steps").text_content()
    assert opened.page.locator("#path img, #path a, #path script").count() == 0
    assert opened.page.evaluate(SIDEWAYS) == 0
    assert opened.clean(), opened


def test_a_step_has_its_number_at_its_first_line(open_page, small):
    """Where a name takes two lines, what is beside it, and so the number of the step, stands at the first."""
    opened = open_page(small, width=360)
    ask(opened, "Rivertown Police", "NHS Trust")
    tops = opened.page.evaluate(
        """() => {
            const [item] = document.querySelectorAll('#path-steps li');
            const name = item.querySelector('button');
            name.textContent = 'A name of two lines '.repeat(3);
            name.style.maxWidth = '60%';
            item.prepend('1.');
            const number = document.createRange();
            number.selectNode(item.firstChild);
            return [number.getBoundingClientRect().top, name.getBoundingClientRect().top];
        }"""
    )
    assert abs(tops[0] - tops[1]) < 8
