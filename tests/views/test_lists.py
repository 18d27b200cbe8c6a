"""The lists name every body, organisation and person that has a page, once, under the right heading."""

from __future__ import annotations

from itertools import pairwise

import pytest

from orgmap.model import withhold
from orgmap.questions.load import load
from orgmap.views.lists import MOST_ROWS, list_addresses, list_pages
from orgmap.views.packs import SEARCH, Pack
from orgmap.vocabulary import TIE_ROLES
from tests.builders import orgmap, seat
from tests.views.test_pages import hostile_map
from tests.webpages import read_page


def pages_of(found, mode=None):
    """Return the pages of the lists of a map by their addresses."""
    shown = withhold(found, mode)
    pack = Pack.of(shown, ("index.html", "glossary.html", SEARCH, *list_addresses(shown)), entities=True)
    return list_pages(shown, load(shown).table, pack)


def rows_of(page):
    """Return the texts of the rows of a page that are lines of its list, cell by cell."""
    rows = []
    for one in page.elements:
        if one.tag == "tr" and "tbody" in one.within and one.attributes.get("class") != "class":
            rows.append([])
        elif (
            one.tag in ("td", "th")
            and one.within[-1] == "tr"
            and one.attributes.get("scope") not in ("col", "rowgroup")
        ):
            rows[-1].append(" ".join(one.text.split()))
    return rows  # fmt: skip


def small():
    """Return a map with two tiers, a family, open seats, a partial list and people."""
    return orgmap(
        bodies=[
            {"body": "Anyshire Partnership", "tier": "county", "kind": "partnership", "list": "complete"},
            {"body": "Anyshire Executive", "tier": "county", "part_of": "Anyshire Partnership",
             "list": "partial"},
            {"body": "Aardvark Forum", "tier": "county"},
            {"body": "Easton Partnership", "tier": "district"},
        ],
        organisations=[{"organisation": "Council", "sector": "local government", "tier": "county"}],
        seats=[
            seat("Anyshire Partnership", "Cllr Zoe Adams OBE", "Council", role="chair"),
            seat("Anyshire Partnership", "Ann Zebra", "Trust"),
            seat("Anyshire Executive", "Zoe Adams", "Council"),
            seat("Aardvark Forum", None, "Council", status="vacant"),
            seat("Easton Partnership", "Bob Middle"),
        ],
    )  # fmt: skip


def test_every_place_is_listed_once(hampshire):
    """The first cells of all lists lead to the pages of all bodies and organisations, each once."""
    shown = withhold(hampshire)
    found = []
    for text in pages_of(hampshire).values():
        heads = [one for one in read_page(text).all("a") if one.within[-1] == "th" and "tbody" in one.within]
        found += [one.attributes["href"] for one in heads]
    assert sorted(found) == sorted(Pack.of(shown, (), entities=True).places.values())


def test_bodies_come_by_tier_and_family():
    """The wider tier is first; in it a family under the name of its head, then the bodies on their own."""
    page = read_page(pages_of(small())["bodies.html"])
    assert page.texts("h2") == ["County (3)", "District (1)"]
    assert [row[0] for row in rows_of(page)] == [
        "Anyshire Partnership", "Anyshire Executive", "Aardvark Forum", "Easton Partnership",
    ]  # fmt: skip
    assert page.texts("th", scope="rowgroup") == ["Anyshire Partnership and its groups", "On their own"]


def test_bodies_tell_their_seats_and_what_is_not_known():
    """Filled and open seats, organisations and the state of the list are told; unknown is never 0."""
    rows = {row[0]: row[1:] for row in rows_of(read_page(pages_of(small())["bodies.html"]))}
    assert rows["Anyshire Partnership"] == ["partnership", "", "2", "2", "0", "complete"]
    assert rows["Anyshire Executive"] == ["", "Anyshire Partnership", "1", "1", "0", "partial"]
    assert rows["Aardvark Forum"][2:] == ["0", "0", "1", "not known"]
    assert rows["Easton Partnership"][2:4] == ["1", "not known"]


def test_organisations_come_by_sector():
    """A sector has its heading; those of which it is not known come last and say so."""
    page = read_page(pages_of(small())["organisations.html"])
    assert page.texts("h2") == ["Local government (1)", "Sector not known (1)"]
    assert rows_of(page) == [
        ["Council", "", "county", "2", "2", "not known"],
        ["Trust", "", "", "1", "1", "not known"],
    ]


def test_the_lists_count_as_the_pages_of_bodies_and_organisations_do(hampshire):
    """Filled seats count in any role; who only attends or stands in does not sit. Each page says the same."""
    shown, told = withhold(hampshire), pages_of(hampshire)
    seats = shown.seats[shown.seats["status"] == "filled"]
    sits = seats[seats["role"].isin(TIE_ROLES)]
    for column, other, page, at in (
        ("body", "represents", "bodies.html", 3),
        ("represents", "body", "organisations.html", 3),
    ):
        table = shown.bodies if column == "body" else shown.organisations
        filled = seats.groupby(column).size()
        together = sits.dropna(subset=[column, other]).groupby(column)[other].nunique()
        rows = {row[0]: row for row in rows_of(read_page(told[page]))}
        for one, name in table["name"].items():
            number, sitting = filled.get(one, 0), str(together.get(one, 0))
            assert rows[name][at] == str(number)
            assert rows[name][at + 1] == sitting or (sitting == "0" and rows[name][at + 1] == "not known")


def test_people_are_listed_by_surname_where_names_are_shown():
    """Titles and letters after a name do not sort it; without names there is no list of people."""
    pages = pages_of(small(), "full")
    assert [row[0] for row in rows_of(read_page(pages["people.html"]))] == [
        "Cllr Zoe Adams OBE", "Bob Middle", "Ann Zebra",
    ]  # fmt: skip
    assert rows_of(read_page(pages["people.html"]))[0][3:] == [
        "2",
        "Anyshire Executive, Anyshire Partnership",
    ]
    assert "people.html" not in pages_of(small(), "posts")
    assert "Zebra" not in "".join(pages_of(small(), "posts").values())


@pytest.fixture(scope="module")
def many():
    """Return the lists of a map of 1,201 organisations of two sectors and 120 people."""
    kinds = ["health", "faith"]
    organisations = [
        {"organisation": f"Organisation {number:04}", "sector": kinds[number > 700]}
        for number in range(1_201)
    ]
    seats = [
        seat("Forum", f"Ann {chr(65 + number % 26)}surname{chr(97 + number // 26)}") for number in range(120)
    ]
    pages = pages_of(orgmap(organisations=organisations, seats=seats), "full")
    return {address: read_page(text) for address, text in pages.items()}


def test_a_long_list_has_several_pages(many):
    """No page has more than 500 rows, all rows are on one of them, and each is named by its number."""
    pages = [many[name] for name in ("organisations.html", "organisations-2.html", "organisations-3.html")]
    rows = [rows_of(page) for page in pages]
    assert [len(one) for one in rows] == [MOST_ROWS, MOST_ROWS, 201]
    assert len({row[0] for one in rows for row in one}) == 1_201
    assert pages[1].texts("h1") == ["Organisations, page 2 of 3"]
    assert pages[1].texts("h2") == ["Health, continued (701)", "Faith (500)"]


def test_the_pager_says_where_one_is(many):
    """Each page leads to all others, marks itself, and the last has no next page."""
    for number, address in enumerate(
        ("organisations.html", "organisations-2.html", "organisations-3.html"), 1
    ):
        page = many[address]
        here = [one for one in page.all("a", aria_current="page") if one.attributes["href"] == address]
        assert any(one.text == f"Page {number}" for one in here)
        assert ("Next page" in page.texts("a")) == (number < 3)


def test_jumps_lead_to_the_page_where_a_part_begins(many):
    """From any page of the list a jump leads to the heading, on this page or on another."""
    for address, page in many.items():
        for link in page.links:
            target, mark, fragment = link.partition("#")
            if mark and fragment != "main" and target != "glossary.html":
                assert fragment in many[target or address].ids, (address, link)
    assert "organisations-2.html#faith" in many["organisations.html"].links
    assert "#a" in many["people.html"].links


def test_lists_are_well_formed(many, hampshire):
    """Elements are closed, ids are told apart, levels of headings follow, tables are named and scoped."""
    county = {address: read_page(text) for address, text in pages_of(hampshire, "full").items()}
    for page in (*many.values(), *county.values()):
        assert page.faults == []
        assert len(page.ids) == len(set(page.ids))
        assert max(below - above for above, below in pairwise(page.levels)) <= 1
        assert len(page.all("caption")) == len(page.all("table"))
        assert all("scope" in one.attributes for one in page.all("th"))


def test_hostile_names_stay_text():
    """Markup in names is text in every list."""
    for text in pages_of(hostile_map(), "full").values():
        page = read_page(text)
        assert page.faults == []
        assert {one.tag for one in page.elements} & {"img", "b"} == set()


def test_the_same_map_gives_the_same_lists(wales):
    """Nothing of chance is in the lists."""
    assert pages_of(wales) == pages_of(wales)
