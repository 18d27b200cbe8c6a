"""The search and the lists in a real browser: found as one types, by keyboard, sent on and come back to."""

from __future__ import annotations

import re

import pytest

from orgmap.measures import MEASURES
from orgmap.model import withhold
from orgmap.questions.load import load
from orgmap.views.glossary import glossary_page
from orgmap.views.lists import list_addresses, list_pages
from orgmap.views.packs import GLOSSARY, SEARCH, Pack
from orgmap.views.search import search_page
from orgmap.vocabulary import TERMS
from tests.browser.axe import faults
from tests.views.test_pages import hostile_map

SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def folder_of(found, folder, mode=None):
    """Write the search, the lists and the glossary of a map into a folder, and return it and the pack."""
    shown = withhold(found, mode)
    pack = Pack.of(shown, ("index.html", GLOSSARY, SEARCH, *list_addresses(shown)), entities=True)
    pages = list_pages(shown, load(shown).table, pack) | {
        SEARCH: search_page(shown, pack, MEASURES),
        GLOSSARY: glossary_page(TERMS, MEASURES, pack),
    }
    for address, text in pages.items():
        (folder / address).write_text(text, encoding="utf-8")
    return folder, pack


@pytest.fixture(scope="module")
def county(hampshire, tmp_path_factory):
    """Return the folder of Hampshire and its pack."""
    return folder_of(hampshire, tmp_path_factory.mktemp("county"))


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """Return the folder of a map whose every name is hostile, with names shown."""
    return folder_of(hostile_map(), tmp_path_factory.mktemp("hostile"), "full")[0]


def results(opened):
    """Return the names that are found, in order."""
    return opened.page.locator("#search-results > li > a").all_inner_texts()


def test_what_is_typed_is_found_at_once(open_file, county):
    """Letters without accents or capitals find names by every word; the count and the address say so."""
    opened = open_file(county[0] / SEARCH)
    opened.page.keyboard.type("strat HAMP partn")
    assert results(opened) == ["Hampshire Strategic Partnership"]
    assert opened.text("#search-count") == "1 found."
    assert opened.page.url.endswith("#q=strat%20HAMP%20partn")
    assert opened.page.title().startswith("strat HAMP partn: Search")
    assert "Body: partnership, county (HSP)" in opened.text("#search-results > li")
    opened.page.fill("#search-words", "hampshire")
    assert opened.text("#search-count") == "45 found: 7 bodies, 12 organisations, 26 posts."
    assert opened.clean()


def test_short_names_come_before_what_only_holds_the_letters(open_file, county):
    """Who types a short name finds the one that has it first, then starts of words, then the rest."""
    opened = open_file(county[0] / SEARCH, fragment="#q=hsp")
    assert results(opened)[0] == "Hampshire Strategic Partnership"
    opened.page.fill("#search-words", "hamp")
    starts = [
        0 if name.startswith("Hamp") else 1 if re.search(r"\bHamp", name) else 2 for name in results(opened)
    ]
    assert starts == sorted(starts)
    assert set(starts) == {0, 1, 2}


def test_nothing_found_is_said(open_file, county):
    """Where nothing fits, the page says so and shows no list."""
    opened = open_file(county[0] / SEARCH, fragment="#q=zzz")
    assert opened.text("#search-count").startswith("Nothing found for “zzz”.")
    assert results(opened) == []


def test_every_result_leads_to_the_page_of_its_name(open_file, county):
    """The addresses that the page works out are those of the pack, for every body and organisation."""
    folder, pack = county
    opened = open_file(folder / SEARCH)
    shown = {}
    for letter in "aeiou":
        opened.page.fill("#search-words", letter)
        while opened.page.locator("#search-more").is_visible():
            opened.page.click("#search-more")
        links = opened.page.locator("#search-results > li > a")
        shown |= dict.fromkeys(links.evaluate_all("all => all.map((one) => one.getAttribute('href'))"))
    assert set(pack.places.values()) <= set(shown)


def test_the_keyboard_walks_through_what_is_found(open_file, county):
    """Arrow down leads to the first and on, arrow up back, Escape to the box, Enter to the page."""
    opened = open_file(county[0] / SEARCH, fragment="#q=orphaned")
    page = opened.page
    focused = "document.activeElement.textContent"
    page.fill("#search-words", "protocol")
    first, second = results(opened)[:2]
    page.keyboard.press("ArrowDown")
    assert page.evaluate(focused) == first
    page.keyboard.press("ArrowDown")
    assert page.evaluate(focused) == second
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == "search-words"
    page.keyboard.press("Enter")
    assert page.evaluate(focused) == first
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "search-words"
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.wait_for_url("**/glossary.html#term-protocol")
    assert page.locator("#term-protocol").evaluate("one => one.matches(':target')")
    page.go_back()
    page.wait_for_url("**/search.html#q=protocol")
    assert results(opened)[0] == first
    assert opened.clean()


def test_the_box_of_every_page_leads_to_the_search(open_file, county):
    """What is typed into the box of a list is what the search has found when it opens."""
    opened = open_file(county[0] / "bodies.html")
    box = opened.page.get_by_label("Find a body, an organisation or a person")
    box.fill("fire & rescue")
    box.press("Enter")
    opened.page.wait_for_url("**/search.html#q=fire%20%26%20rescue")
    assert opened.page.input_value("#search-words") == "fire & rescue"
    assert results(opened)[0] == "Hampshire Fire and Rescue Service"
    assert results(opened)[-1] == "fire and rescue authority"
    assert not opened.page.locator("#find").is_visible()
    assert opened.clean()


def test_a_changed_address_searches_again(open_file, county):
    """A sent address with other words shows what they find, also on a page that is open."""
    opened = open_file(county[0] / SEARCH, fragment="#q=havant%20lsp")
    assert results(opened)[0] == "Havant LSP"
    opened.page.evaluate("window.location.hash = 'q=gosport+lsp%'")
    opened.page.wait_for_function("document.getElementById('search-words').value.startsWith('gosport')")
    opened.page.fill("#search-words", "gosport lsp")
    assert results(opened)[0] == "Gosport LSP"
    assert opened.clean()


def test_more_is_shown_on_demand(open_file, county):
    """Fifty come first; the button shows the rest and leads the focus to the first of them."""
    opened = open_file(county[0] / SEARCH, fragment="#q=a")
    assert len(results(opened)) == 50
    opened.page.click("#search-more")
    names = results(opened)
    assert len(names) == 100
    assert opened.page.evaluate("document.activeElement.textContent") == names[50]


def test_a_post_leads_to_the_bodies_where_it_sits(open_file, county):
    """A post that is shown is found, and every body where it sits is a link."""
    opened = open_file(county[0] / SEARCH, fragment="#q=chief fire officer")
    links = opened.page.locator("#search-results li").first.locator(".where a")
    assert links.all_inner_texts() == ["Hampshire Strategic Partnership", "Hampshire Community Safety Group"]
    assert links.first.get_attribute("href") == "bodies/hampshire-strategic-partnership.html"


def test_without_script_the_search_leads_to_the_lists(open_file, county):
    """With scripts off there is no box that does nothing, and the lists are there."""
    opened = open_file(county[0] / SEARCH, java_script_enabled=False)
    assert not opened.page.locator("#search").is_visible()
    assert opened.page.locator("noscript").is_visible()
    opened.page.click("text=All bodies")
    assert opened.text("h1") == "Bodies"


@pytest.mark.parametrize("address", [f"{SEARCH}#q=hampshire", "bodies.html", "organisations.html"])
def test_pages_are_accessible(open_file, county, address):
    """Axe finds nothing, nothing is asked of a network, and no page scrolls sideways."""
    name, _, fragment = address.partition("#")
    opened = open_file(
        county[0] / name, 320, fragment=f"#{fragment}" if fragment else "", color_scheme="dark"
    )
    assert faults(opened) == []
    assert opened.page.evaluate(SIDEWAYS) == 0
    assert opened.clean()


@pytest.mark.parametrize("address", [f"{SEARCH}#q=a", "bodies.html", "organisations.html", "people.html"])
def test_hostile_names_run_nothing(open_file, hostile, address):
    """Markup in names is text in what is found and in the lists, and the longest breaks no page."""
    name, _, fragment = address.partition("#")
    opened = open_file(hostile / name, 360, fragment=f"#{fragment}" if fragment else "")
    if name == SEARCH:
        opened.page.fill("#search-words", "<script>")
        assert any("<script>alert(1)</script>" in one for one in results(opened))
        opened.page.fill("#search-words", "aaaaaa")
        assert len(results(opened)[0]) == 301
    assert opened.page.evaluate(SIDEWAYS) == 0
    assert opened.page.locator("main img, main b").count() == 0
    assert opened.clean()
