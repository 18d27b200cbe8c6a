"""The page about a pack tells where it comes from, how it was made, and all that was left out and why."""

from __future__ import annotations

from dataclasses import replace

import pytest

from orgmap.model import Answer, as_at, withhold
from orgmap.views.about import LawUsed, Making, Origin, TableRead, about_page
from orgmap.views.left_out import left_out
from orgmap.views.packs import Pack
from orgmap.vocabulary import TIE_ROLES
from tests.builders import orgmap, seat
from tests.views.test_pages import answer
from tests.webpages import read_page

MAKING = Making(
    origin=Origin(
        "county.xlsx",
        "Excel workbook",
        (TableRead("seats", "Sheet 1", 1200, ("Telephone", "E-mail")), TableRead("area_units", "Units", 34)),
    ),
    settings=(("Names of people", "shown"), ("Places on the map", "worked out from the seed 1")),
    law=(),
    roles=TIE_ROLES,
)


HOW = "orgmap build SOURCE --names full shows those that may be published."


def about(found, making=MAKING, answers=(), files=()):
    """Return the page about a map, read."""
    return read_page(about_page(found, answers, Pack.of(found, files), making))


def told(page):
    """Return the terms of a page with what is said of each."""
    return dict(zip(page.texts("dt"), page.texts("dd"), strict=True))


def sentences(found, roles=TIE_ROLES):
    """Return what is left out of a map, by the word for it."""
    return {one.heading: one.sentences for one in left_out(found, roles)}


def test_the_source_is_told_with_its_tables():
    """File, form, tables, rows, source, licence, date and the columns that nobody reads are on the page."""
    found = orgmap(
        about=[{"title": "County", "as_at": "2005", "source": "The clerk's list", "licence": "OGL"}],
        seats=[seat("Board", None, "Council")],
    )
    page = about(as_at(found, None))
    assert told(page) | {
        "Source file": "county.xlsx. Read as Excel workbook: 2 tables with 1,234 rows in all.",
        "Published in": "The clerk's list",
        "As at": "2005",
        "Licence": "OGL",
        "Columns not used": "Never read, and nowhere in this pack: Sheet 1: columns Telephone and E-mail",
        "Names of people": "shown",
        "Places on the map": "worked out from the seed 1",
    } == told(page)
    assert page.texts("td") == ["Sheet 1", "1,200", "Units", "34"]
    assert page.texts("th", scope="row") == ["seats", "area units"]


def test_what_the_source_does_not_say_is_said():
    """Without date, source, licence, warnings and unused columns the page says so and leaves no gap."""
    making = replace(MAKING, origin=Origin("x", "CSV tables", (TableRead("seats", "seats.csv", 1),)))
    page = about(orgmap(seats=[seat("Board", None, "Council")]), making)
    assert told(page) | {
        "Source file": "x. Read as CSV tables: 1 table with 1 row in all.",
        "Published in": "The source does not say.",
        "As at": "No date is given.",
        "Licence": "The source does not say.",
        "Problems found": "None of the source's cells gave a warning.",
        "Columns not used": "None. Every column of the source is used.",
        "Time": "No date is given, so whether terms have ended and reviews are overdue is not checked.",
        "Rows on pages": "A page shows at most 500 rows of a table; the CSV file beside it has them all. "
        "None of the answers' tables is longer.",
    } == told(page)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "1 warning; orgmap check SOURCE shows it."),
        (1200, "1,200 warnings; orgmap check SOURCE shows them."),
    ],
)
def test_warnings_are_counted_with_how_to_see_them(number, words):
    """The reader learns how many cells of the source are doubtful and which command shows them."""
    found = orgmap(seats=[seat("Board", None, "Council")])
    assert told(about(found, replace(MAKING, warnings=number)))["Problems found"] == words


def test_the_law_is_told_with_how_it_was_checked():
    """Each file of the law that was used is there, with what it asks for, its notice and how it was read."""
    law = (LawUsed("Safeguarding boards", "No legal advice.", "Read in 2026.", 3),)
    dated = as_at(orgmap(seats=[seat("Board", None, "Council")]), "2005-06")
    text = about(dated, replace(MAKING, law=law), files=("index.html", "gaps.html")).visible
    assert "looked up in these files of orgmap, for the law as at June 2005." in text
    assert "Safeguarding boards: 3 members asked for. No legal advice. How the text was checked" in text
    assert "Read in 2026." in text
    none = about(dated).visible
    assert "None: no body of this map is of a kind of which orgmap's files of law say who must sit" in none


def test_tables_that_are_cut_are_told():
    """An answer with more rows than a page shows is named with how many it has, and linked where it is."""
    found = orgmap(seats=[seat("Board", None, "Council")])
    answers = [answer(501, question="load"), answer(500, question="gaps")]
    page = about(found, answers=answers, files=("index.html", "load.html"))
    cut = told(page)["Rows on pages"]
    assert cut.endswith("Cut here: A made-up question? (501 rows)")
    assert page.links.count("load.html") == 2


def test_what_joins_no_bodies_is_told():
    """Open seats, seats in roles that make no tie, and seats that name nobody are counted with the effect."""
    found = orgmap(
        about=[{"names": "full"}],
        seats=[
            seat("Board", "Ann Example", "Council"),
            seat("Board", "Bob Sample", None, role="observer"),
            seat("Board", "Cat Sample", "Police", role="adviser"),
            seat("Board", None, "Health"),
            seat("Board", "Dan Sample", None),
            seat("Board", None, "Health", status="vacant"),
        ],
    )
    assert sentences(found)["Seats"] == (
        "1 seat is not filled. An open seat is shown and joins no bodies.",
        "2 filled seats join no bodies because of the role: adviser and observer.",
        "1 filled seat names neither a person nor a post. Such a seat joins no bodies through a person.",
        "1 filled seat names no organisation. Such a seat joins no bodies through an organisation.",
    )
    counted = sentences(found, (*TIE_ROLES, "observer", "adviser"))["Seats"]
    assert not any("because of the role" in text for text in counted)


def test_what_is_not_in_force_is_told():
    """Seats and bodies set aside by the date are counted; where none is nothing is said."""
    found = orgmap(
        bodies=[{"body": "Old Board", "until": "2004"}],
        seats=[
            seat("Board", None, "A", until="2004"),
            seat("Board", None, "B"),
            seat("Old Board", None, "A"),
        ],
    )
    assert sentences(as_at(found, "2005-06-01"))["Time"] == (
        "2 seats are left out, having ended or not begun by 1 June 2005.",
        "1 body is left out, having ended or not begun by 1 June 2005.",
    )
    assert "Time" not in sentences(as_at(orgmap(seats=[seat("Board", None, "A")]), "2005"))


def test_partial_lists_and_unknowns_are_told():
    """What is not known of bodies and organisations is counted, with what it does to the answers."""
    found = orgmap(
        bodies=[
            {"body": "A", "list": "partial", "tier": "county"},
            {"body": "B", "list": "complete", "tier": "county"},
        ],
        organisations=[{"organisation": "X", "sector": "health"}],
        seats=[seat("A", None, "X"), seat("B", None, "Y"), seat("C", None, "X")],
    )
    told = sentences(found)
    assert told["Lists"] == (
        "1 body has a partial list of members. What needs the whole list is told as not known.",
        "Of 1 body it is not said whether the list of members is complete.",
    )
    assert told["Not known"] == (
        "1 body has no known tier. Such bodies stand apart where tiers are compared.",
        "3 bodies have no known area. Such bodies are not told to miss a member for its area.",
        "1 organisation has no known sector. Such organisations are shown under sector not known.",
        "2 organisations have no known area. Such organisations are not told to miss a body.",
    )


def test_withheld_people_are_counted_and_not_named():
    """What is withheld is told with how to show it; no name that is withheld is on the page."""
    found = orgmap(about=[{"names": "posts"}], seats=[seat("Board", "Ann Example", "Council", note="Ann's")])
    shown = withhold(found, similar=2)
    assert sentences(shown)["People"] == (
        f"Names are withheld: 1 person appears by organisation only. {HOW}",
        "Notes on seats, links and issues are left out, because they may name people.",
        "2 pairs of people may be one person under two names; they are kept apart.",
    )
    assert "Example" not in about_page(shown, [], Pack.of(shown, ()), MAKING)


def test_the_page_stands_alone():
    """Without a pack the page links to nothing that is not there; an answer that is cut is still named."""
    page = about(
        orgmap(seats=[seat("Board", None, "A")]), answers=[Answer("load", "Who?", (), answer(600).table)]
    )
    assert all(link.startswith("#") and link[1:] in page.ids for link in page.links)
    assert "Who? (600 rows)" in page.visible
