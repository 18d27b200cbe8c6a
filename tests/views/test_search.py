"""The search finds whatever has a page, and nothing that is withheld."""

from __future__ import annotations

import json

import pytest

from orgmap.measures import MEASURES
from orgmap.model import withhold
from orgmap.views.addresses import plain
from orgmap.views.packs import SEARCH, Pack, page_address
from orgmap.views.search import Found, index_of, search_page
from orgmap.vocabulary import ANSWER_PAGES, QUESTIONS, TERMS
from tests.builders import orgmap, seat
from tests.views.test_pages import HOSTILE, hostile_map
from tests.webpages import read_page

FILES = (
    "index.html", "glossary.html", "bodies.html", "organisations.html", SEARCH,
    *map(page_address, QUESTIONS.values),
)  # fmt: skip


def page_of(found, mode=None, files=FILES):
    """Return the page of the search of a map under a mode of names."""
    shown = withhold(found, mode)
    return search_page(shown, Pack.of(shown, files, entities=True), MEASURES)


def index_in(text):
    """Return the index in a page, each entry as (name, other names, kind, detail, addresses)."""
    data = json.loads(read_page(text).all("script", id="search-index")[0].text)
    found = []
    for name, other, number, detail, where in data["entries"]:
        kind, before, after = data["kinds"][number]
        middles = where if kind == "post" else [where or plain(name)]
        found.append((name, other, kind, data["details"][detail], [before + one + after for one in middles]))
    return found


def of_kind(entries, kind):
    """Return the entries of a kind."""
    return [entry for entry in entries if entry[2] == kind]


def small():
    """Return a small map with short names, other names, people and posts."""
    return orgmap(
        bodies=[{"body": "Health and Wellbeing Board", "short_name": "HWB", "tier": "county",
                 "kind": "health and wellbeing board"}, {"body": "Forum"}],
        organisations=[{"organisation": "Anyshire Council", "sector": "local government",
                        "also_known_as": "Cyngor Sir; The Council"}],
        people=[{"person": "ann", "name": "Ann Example", "organisation": "Anyshire Council", "post": "Leader",
                 "also_known_as": "Annie Secret"}],
        seats=[
            seat("Health and Wellbeing Board", "ann", "Anyshire Council"),
            seat("Forum", "ann", "Anyshire Council"),
            seat("Forum", None, "Anyshire Council", post="Area officer"),
        ],
    )  # fmt: skip


def test_bodies_and_organisations_are_found_by_all_their_names():
    """An entry has the name, the short name and other names, kind, tier or sector, and its page."""
    entries = index_in(page_of(small()))
    assert of_kind(entries, "body")[0] == (
        "Health and Wellbeing Board", "HWB", "body", "health and wellbeing board, county",
        ["bodies/health-and-wellbeing-board.html"],
    )  # fmt: skip
    assert of_kind(entries, "organisation")[0][:4] == (
        "Anyshire Council", "Cyngor Sir; The Council", "organisation", "local government",
    )  # fmt: skip


def test_people_are_found_by_name_only_where_names_are_shown():
    """With full names a person leads to her page; by post to the bodies; else she is not there."""
    full = index_in(page_of(small(), "full"))
    assert of_kind(full, "person") == [
        ("Ann Example", "Annie Secret", "person", "Leader, Anyshire Council", ["people/ann.html"])
    ]
    posts = index_in(page_of(small(), "posts"))
    assert of_kind(posts, "person") == []
    assert of_kind(posts, "post")[0] == (
        "Leader (Anyshire Council)", "", "post", "",
        ["bodies/health-and-wellbeing-board.html", "bodies/forum.html"],
    )  # fmt: skip
    nobody = index_in(page_of(small(), "none"))
    assert of_kind(nobody, "person") == of_kind(nobody, "post") == []


def several_posts(**more):
    """Return a map of one person whose seats spell post and employer differently."""
    rows = (("Board", "Council", "Director of Health"), ("Forum", "AC", "DPH"), ("Group", "Council", "dph"))
    seats = [seat(body, "Ann Example", organisation, post=post) for body, organisation, post in rows]
    return orgmap(seats=seats, people=[{"person": "Ann Example", **more}])


def test_people_are_found_by_each_of_their_posts():
    """Beside the usual post, every other that a seat gives leads to a person, or to where the post sits."""
    full = of_kind(index_in(page_of(several_posts(), "full")), "person")
    assert [entry[:4] for entry in full] == [
        ("Ann Example", "Director of Health", "person", "DPH, Council")
    ]  # fmt: skip
    posts = of_kind(index_in(page_of(several_posts(), "posts")), "post")
    assert [entry[:2] for entry in posts] == [("DPH (Council)", "Director of Health")]


@pytest.mark.parametrize(
    ("mode", "more"), [("none", {}), ("posts", {"publish": "no"}), ("full", {"publish": "no"})]
)
def test_no_post_that_is_withheld_is_found(mode, more):
    """Of somebody of whom nothing is shown no spelling of the post is in the page."""
    text = page_of(several_posts(**more), mode)
    assert "DPH" not in text
    assert "Director of Health" not in text


@pytest.mark.parametrize("mode", ["posts", "none"])
def test_what_is_withheld_is_nowhere_on_the_page(mode):
    """Neither the name nor the other names of somebody withheld are in the page."""
    text = page_of(small(), mode)
    assert "Ann Example" not in text
    assert "Annie" not in text
    assert "ann.html" not in text


def test_answers_words_and_measures_are_found():
    """Every page of an answer, every word of the glossary and every measure is in the index."""
    entries = index_in(page_of(small()))
    assert [entry[4] for entry in of_kind(entries, "answer")] == [[page_address(one)] for one in ANSWER_PAGES]
    assert len(of_kind(entries, "word")) == len(TERMS)
    assert len(of_kind(entries, "measure")) == len(MEASURES)
    assert all(entry[4][0].startswith("glossary.html#") for entry in of_kind(entries, "measure"))
    assert of_kind(index_in(page_of(small(), files=("index.html", SEARCH))), "word") == []


def test_everything_with_a_page_is_found(hampshire):
    """Every body and organisation of a county is in the index, once, under its own address."""
    shown = withhold(hampshire)
    entries = index_in(page_of(hampshire))
    told = [entry[4][0] for entry in entries if entry[2] in ("body", "organisation", "person")]
    assert sorted(told) == sorted(Pack.of(shown, FILES, entities=True).places.values())


def test_an_index_that_is_too_long_is_cut_and_says_so():
    """The page stays under 1 MB with 20,000 names, and tells how many are missing."""
    many = [Found(f"Organisation number {number} of the county", "organisation", (f"o/{number}.html",))
            for number in range(20_000)]  # fmt: skip
    index = index_of(many)
    assert index.left_out == len(many) - len(index.entries) > 0
    assert len(json.dumps(index.data())) < 900_000
    assert [entry[0] for entry in index.entries] == [one.name for one in many[: len(index.entries)]]


def test_an_index_of_ten_thousand_is_whole():
    """Ten thousand bodies and organisations with names of usual length fit."""
    index = index_of(Found(f"Crime and Disorder Reduction Partnership {number} of Anyshire", "body",
                               (f"bodies/crime-and-disorder-reduction-partnership-{number}-of-anyshire.html",))
                     for number in range(10_000))  # fmt: skip
    assert index.left_out == 0
    assert len(json.dumps(index.data(), separators=(",", ":"))) < 900_000


def test_hostile_names_stay_data():
    """Whatever names hold, the block of data ends where it should and gives the names back."""
    text = page_of(hostile_map())
    page = read_page(text)
    assert page.faults == []
    assert {one.tag for one in page.elements} & {"b", "img"} == set()
    names = {entry[0] for entry in of_kind(index_in(text), "body")}
    assert names >= {f"{number} {name}" for number, name in enumerate(HOSTILE[:-1])}
    assert max(map(len, names)) == 301


def test_without_script_the_page_leads_to_the_lists():
    """The form is hidden until the script shows it, and the lists that the pack has are linked."""
    page = read_page(page_of(small()))
    assert "hidden" in page.all("form", id="search")[0].attributes
    assert {"bodies.html", "organisations.html", "glossary.html"} <= set(page.links)
    assert "people.html" not in page.links
    assert page.texts("noscript")[0].startswith("The search needs JavaScript")


def test_the_same_map_gives_the_same_search(wales):
    """Nothing of chance is in the index."""
    assert page_of(wales) == page_of(wales)
