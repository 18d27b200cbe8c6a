"""Names in the tables and sentences of an answer lead on; a page never carries more links than it can."""

from __future__ import annotations

import pandas as pd

from orgmap.measures import MEASURES
from orgmap.model import Answer, Finding, withhold
from orgmap.questions import QUESTIONS
from orgmap.views import cells
from orgmap.views.cells import linked
from orgmap.views.columns import headings, rows
from orgmap.views.packs import Pack
from orgmap.views.pages import question_page
from tests.builders import lists
from tests.webpages import read_page

FILES = ("index.html", "map.html", "glossary.html", "made-up.html", "tables/made_up.csv")


def small():
    """Return a map of two bodies and three organisations."""
    return lists({"Health Board": ["Council", "Trust"], "Forum": ["Council", "Friends"]})


def page_of(found, table, findings=(), files=FILES):
    """Return the page of a made-up question with this table."""
    answer = Answer("made_up", "A made-up question?", tuple(findings), pd.DataFrame(table))
    return read_page(question_page(answer, Pack.of(found, files, entities=True), MEASURES))


def cell_links(page):
    """Return the addresses of the links in the bodies of tables."""
    return [one.attributes["href"] for one in page.all("a") if "tbody" in one.within]


def test_cells_with_names_lead_to_their_pages():
    """Single names and lists of names are links, numbers and other texts are not."""
    page = page_of(small(), {"body": ["Health Board", "Nobody"], "members": ["Council; Trust", "Friends"],
                             "seats": [2, 1], "class": ["wide", "inside"]})  # fmt: skip
    assert cell_links(page) == [
        "bodies/health-board.html", "organisations/council.html", "organisations/trust.html",
        "organisations/friends.html",
    ]  # fmt: skip
    assert page.texts("td", class_="number") == ["1", "2", "2", "1"]


def test_the_mode_of_a_row_says_what_its_name_is_of():
    """A council that is both is the body where the row is about bodies and the organisation elsewhere."""
    found = lists({"Council": ["Trust"]}, organisations=[{"organisation": "Council"}])
    page = page_of(found, {"member": ["Council", "Council"], "mode": ["body", "organisation"]})
    assert cell_links(page) == ["bodies/council.html", "organisations/council.html"]
    assert cell_links(page_of(found, {"body_a": ["Council"]})) == ["bodies/council.html"]


def test_no_table_has_more_links_than_a_page_can_carry(monkeypatch):
    """Columns that would go beyond the limit stay text, those before and after it that fit are links."""
    monkeypatch.setattr(cells, "MOST_LINKS", 3)
    table = pd.DataFrame(
        {"body": ["Forum", "Forum"], "members": ["Council; Trust", ""], "who": ["Trust", ""]}
    )
    columns = headings("made_up", table)
    pack = Pack.of(small(), (), entities=True)
    made = linked(rows(table, columns), columns, table, pack.links("made-up.html"))
    assert ["<a" in text for text in made[0]] == [True, False, True]


def test_a_page_alone_has_no_links_in_its_cells():
    """Without pages of bodies the cells are the texts that they were."""
    table = pd.DataFrame({"body": ["Forum"]})
    columns = headings("made_up", table)
    shown = rows(table, columns)
    assert linked(shown, columns, table, Pack("Alone").links("made-up.html")) == shown


def test_a_finding_leads_to_its_subjects_and_to_the_map():
    """The names in a sentence are links, and the map is asked for that finding by its number."""
    finding = Finding(
        "made_up", "look", "Health Board and Forum share a member.", ("body:health-board", "body:forum"), (0,)
    )
    page = page_of(small(), {"body": ["Forum"]}, [finding])
    links = [one.attributes["href"] for one in page.all("a") if "li" in one.within and "main" in one.within]
    wanted = ["bodies/health-board.html", "bodies/forum.html", "#row-1", "map.html#finding=made_up:1"]
    assert [one for one in links if one in wanted] == wanted
    alone = page_of(small(), {"body": ["Forum"]}, [finding], files=("index.html",))
    assert not any("finding=" in link for link in alone.links)


def test_a_finding_on_nobody_is_not_sent_to_the_map():
    """Where a sentence has no subjects there is nothing to show on the map."""
    page = page_of(small(), {"body": ["Forum"]}, [Finding("made_up", "know", "Nothing is known.")])
    assert not any("finding=" in link for link in page.links)


def test_headings_of_measures_and_terms_lead_to_the_glossary():
    """A column that is a measure or a term is explained by the link of its heading."""
    page = page_of(small(), {"body": ["Forum"], "jaccard": [0.5], "seat": [1]})
    heads = [one.attributes["href"] for one in page.all("a", class_="term") if "thead" in one.within]
    assert heads == [
        "glossary.html#term-body", "glossary.html#measure-jaccard", "glossary.html#term-seat",
    ]  # fmt: skip


def test_every_answer_of_a_county_leads_on(hampshire):
    """On the pages of a real map every link into the pack is the page of a place, and there are many."""
    shown = withhold(hampshire)
    pack = Pack.of(shown, ("index.html", "map.html", "glossary.html"), entities=True)
    places = set(pack.places.values())
    for name in ("load", "issues", "gaps"):
        page = read_page(question_page(QUESTIONS[name](shown), pack, MEASURES))
        found = [link for link in page.links if link.startswith(("bodies/", "organisations/", "people/"))]
        assert set(found) <= places
        assert len(found) > 50
        assert page.faults == []
