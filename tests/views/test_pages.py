"""The pages of the pack: what matters leads, every sentence is proved, every link leads somewhere."""

from __future__ import annotations

import re
from itertools import pairwise
from urllib.parse import urldefrag

import numpy as np
import pandas as pd
import pytest

from orgmap.measures import MEASURES
from orgmap.model import Answer, Finding, withhold
from orgmap.questions import QUESTIONS, protocols
from orgmap.questions.protocols.five_questions import answered_bodies
from orgmap.views.about import LawUsed, Making, Origin, TableRead, about_page
from orgmap.views.checklist import checklist_html
from orgmap.views.downloads import downloads_page
from orgmap.views.findings import HEADINGS
from orgmap.views.glossary import glossary_markdown, glossary_page
from orgmap.views.overview import LARGEST_PICTURE, index_page
from orgmap.views.packs import Pack, page_address, table_address, withheld_notes
from orgmap.views.pages import MOST_ROWS, findings_page, question_page
from orgmap.views.site import Frame, pack_page
from orgmap.vocabulary import ANSWER_PAGES, TERMS
from tests.builders import lists, orgmap, seat
from tests.golden_text import check_golden
from tests.webpages import read_page

FILES = (
    "index.html", "map.html", "checklist.html", "glossary.html", "downloads.html", "about.html",
    "findings.md", "findings.docx",
    "diagrams/structure.svg", "diagrams/structure.pdf", "diagrams/interlocks.svg", "tables/seats.csv",
    "tables/measures.csv", "tables/orgmap.xlsx", "tables/checklist.csv",
    *(page_address(question) for question in QUESTIONS), *(table_address(question) for question in QUESTIONS),
)  # fmt: skip
HOSTILE = (
    "<script>alert(1)</script>",
    "\"><img src=x onerror='alert(2)'>",
    "</style></script><b>",
    "javascript:alert(3)",
    "{{ 7 * 7 }} {% raw %}",
    "\u202egnihsilbup",
    "👩‍👩‍👧 «Ŵyŵ»",
    "a" * 10_000,
)


MAKING = Making(
    origin=Origin(
        name=HOSTILE[0],
        form="CSV tables",
        tables=(TableRead("seats", HOSTILE[1], 1200, HOSTILE[:3]), TableRead("area_units", "areas.csv", 1)),
    ),
    settings=(("Names of people", "shown"), ("Part of the source", HOSTILE[4])),
    law=(LawUsed("Boards: the members", "No legal advice.", "Read in 2026.", 3),),
    roles=("chair", "member"),
    warnings=2,
)


def pages_of(found):
    """Return every page of a map by its address."""
    shown = withhold(found)
    answers = [ask(shown) for ask in QUESTIONS.values()]
    pack = Pack.of(shown, FILES)
    made = {page_address(one.question): question_page(one, pack, MEASURES) for one in answers}
    protocols = next(one for one in answers if one.question == "protocols")
    return made | {
        "index.html": index_page(shown, answers, pack, {"diagrams/structure.svg": "<svg/>"}),
        "checklist.html": checklist_html(shown, protocols, pack, *answered_bodies(shown, protocols)),
        "glossary.html": glossary_page(TERMS, MEASURES, pack),
        "about.html": about_page(shown, answers, pack, MAKING),
        "downloads.html": downloads_page(pack, dict.fromkeys(FILES, 12_345)),
    }


@pytest.fixture(scope="module")
def county(hampshire):
    """Return the pages of Hampshire, read."""
    return {address: read_page(text) for address, text in pages_of(hampshire).items()}


def hostile_map():
    """Return a map whose every name is hostile."""
    bodies = [f"{number} {name}" for number, name in enumerate(HOSTILE)]
    seats = [
        seat(body, f"Ann Example {name}", f"Organisation {name}", role="chair", post=f"Post {name}")
        for body in bodies
        for name in HOSTILE[:3]
    ]
    known = {
        "status": "agreed",
        "document": "javascript:alert(4)",
        "owner": HOSTILE[0],
        "protocol": HOSTILE[1],
    }
    protocols = [{"body_a": bodies[0], "body_b": bodies[1], **known}]
    about = [{"title": HOSTILE[0], "names": "full", "source": HOSTILE[1], "licence": HOSTILE[2]}]
    issues = [{"issue": HOSTILE[2], "body": bodies[0], "part": "lead"}]
    return orgmap(about=about, seats=seats, protocols=protocols, issues=issues)


def told(text):
    """Return the part of a page that its own template makes, without styles and their hashes."""
    return "<main" + text.partition("<main")[2].partition("</main>")[0] + "</main>\n"


def answer(rows, findings=(), question="made_up"):
    """Return an answer with a table of so many rows."""
    table = pd.DataFrame({"name": [f"Body {number}" for number in range(rows)], "id": "body:x"})
    return Answer(question, "A made-up question?", tuple(findings), table)


def test_the_same_map_gives_the_same_bytes(wales):
    """Pages have nothing of the day or of chance in them."""
    assert pages_of(wales) == pages_of(wales)


def test_every_page_is_well_formed_and_in_order(county):
    """Elements are closed, ids are told apart, there is one main heading and no level is left out."""
    for address, page in county.items():
        assert page.faults == [], address
        assert len(page.ids) == len(set(page.ids)), address
        assert page.levels[0] == 1, address
        assert page.levels.count(1) == 1, address
        steps = [below - above for above, below in pairwise(page.levels)]
        assert max(steps) <= 1, address
        assert page.all("html")[0].attributes["lang"] == "en-GB"


def test_titles_tell_the_pages_apart(county):
    """No two pages have the same title, and each names the map."""
    titles = [page.texts("title")[0] for page in county.values()]
    assert len(set(titles)) == len(titles)
    assert all("Hampshire 2004" in title for title in titles)


def test_every_link_leads_to_a_file_or_a_place_in_a_page(county):
    """Links are relative to the pack, to a place that is there; only references lead out."""
    for address, page in county.items():
        for link in page.links:
            target, fragment = urldefrag(link)
            if link.startswith("https://doi.org/"):
                assert address == "glossary.html"
                continue
            assert target in {"", *FILES}, (address, link)
            there = county.get(target or address)
            assert not fragment or there is None or fragment in there.ids, (address, link)


def test_every_file_of_the_pack_is_linked(county):
    """Nothing is left for the reader to find alone: pages are in the menu, files in the downloads."""
    pages = {file for file in FILES if file.endswith(".html")}
    assert pages <= set(county["index.html"].links)
    assert set(FILES) - pages <= set(county["downloads.html"].links)


def test_tables_have_captions_and_headings_with_a_scope(county):
    """A screen reader can name each table and each cell; what scrolls can be reached and is named."""
    assert all(one.text.strip() for page in county.values() for one in page.all("th"))
    for address, page in county.items():
        assert len(page.all("caption")) == len(page.all("table")), address
        assert all("scope" in one.attributes for one in page.all("th")), address
        regions = [one.attributes for one in page.all("div") if "scroll" in one.attributes.get("class", "")]
        assert all(region["tabindex"] == "0" and region["aria-labelledby"] in page.ids for region in regions)


def test_pictures_have_words_and_travel_inside_the_page(county):
    """A preview is an image that needs no request, with a text instead and a link to the diagram."""
    image = county["index.html"].all("img")[0]
    assert image.attributes["src"].startswith("data:image/svg+xml;base64,")
    assert image.attributes["alt"].startswith("Structure:")
    assert image.within[-1] == "a"


def test_the_overview_leads_with_what_to_do(county):
    """Ten findings lead, the heaviest first and from several questions, linked to their places."""
    page = county["index.html"]
    weights = [one.text for one in page.all("span") if one.attributes.get("class", "").startswith("weight")]
    order = [list(HEADINGS.values()).index(weight) for weight in weights]
    assert order == sorted(order)
    links = [link for link in page.links if "#finding-" in link]
    assert len(links) == len(weights) == 10
    assert len({urldefrag(link).url for link in links}) >= 4
    for link in links:
        address, fragment = urldefrag(link)
        assert county[address].all("li", id=fragment), link


def test_the_navigation_is_the_same_on_every_page(county):
    """Every page leads to every other, the answers in a list of their own, and says which of them it is."""
    for address, page in county.items():
        links = [one for one in page.all("a") if one.within[2:5] == ("header", "div", "nav")]
        assert [" ".join(one.text.split()) for one in links] == [
            "Overview", "Map", *(ANSWER_PAGES[question].name for question in QUESTIONS),
            "Checklist", "Glossary", "Downloads", "About",
        ]  # fmt: skip
        asked = [one.attributes["href"] for one in links if one.within.count("ul") == 2]
        assert asked == [page_address(question) for question in QUESTIONS]
        assert [one.attributes["href"] for one in links if "aria-current" in one.attributes] == [address]
        assert page.texts("summary")[:2] == ["Menu", "Answers"]
        here = [one for one in page.all("li") if one.attributes.get("class") == "answers here"]
        assert bool(here) == (address in asked)


def test_every_page_but_the_overview_tells_the_way_back(county):
    """The breadcrumb leads from the overview to the page itself; the first link skips all that."""
    for address, page in county.items():
        trail = [" ".join(one.text.split()) for one in page.all("ol") if "nav" in one.within]
        here = page.texts("span", aria_current="page")
        assert page.links[0] == "#main"
        assert trail == ([] if address == "index.html" else [f"Overview {page.texts('h1')[0]}"])
        assert here == ([] if address == "index.html" else page.texts("h1"))


def test_a_page_in_a_folder_belongs_to_its_list():
    """On the page of a body its list is marked in the menu, and every address leads out of the folder."""
    pack = Pack("Map", files=("index.html", "bodies.html", "bodies-2.html", "search.html", "load.html"))
    frame = Frame("bodies/x.html", "X", "pack.html.j2", (("Bodies", "bodies.html"),))
    page = read_page(pack_page(pack, frame, {}))
    assert page.links == [
        "#main", "../index.html", "../index.html", "../bodies.html", "../load.html",
        "../index.html", "../bodies.html",
    ]  # fmt: skip
    assert [one.text for one in page.all("a", aria_current="true")] == ["Bodies"]
    assert page.all("form", id="find")[0].attributes["action"] == "../search.html"
    second = read_page(pack_page(pack, Frame("bodies-2.html", "Bodies", "pack.html.j2"), {}))
    assert [one.text for one in second.all("a", aria_current="true")] == ["Bodies"]


def test_one_page_tells_all_findings_with_their_rows(hampshire):
    """All answers on one page: each finding is there once and links to rows under it, to no other file."""
    shown = withhold(hampshire)
    answers = [ask(shown) for ask in QUESTIONS.values()]
    text = findings_page(shown, answers, ["Only a part."], MEASURES)
    page = read_page(text)
    assert page.faults == []
    assert len(set(page.ids)) == len(page.ids)
    assert max(below - above for above, below in pairwise(page.levels)) <= 1
    assert page.texts("p", class_="note")[0] == "Only a part."
    assert all(link.startswith("#") and link[1:] in page.ids for link in page.links)
    assert [page.texts("h2")[2:]] == [[one.title for one in answers]]
    assert sum("-finding-" in one for one in page.ids) == sum(len(one.findings) for one in answers)
    assert len(page.all("ol", class_="leads")[0].text.split("in full")) == 11
    assert page.all("script") == []
    assert findings_page(shown, answers, ["Only a part."], MEASURES) == text


def test_a_page_of_all_findings_says_how_to_get_the_rest():
    """Where a table is cut, or numbers rounded, the command that writes the whole table is told."""
    found = [Finding("made_up", "act", "Far down.", rows=(1, 700))]
    page = read_page(findings_page(orgmap(seats=[seat("Board", None, "A")]), [answer(1201, found)]))
    assert page.texts("p", class_="note") == ["The first 500 of 1,201 rows are shown."]
    assert page.texts("code") == ["orgmap findings SOURCE --about made-up -o made-up.csv"]
    assert page.texts("span", class_="proof") == ["Shown by row 2 and 1 more row."]
    assert page.texts("h2") == ["A made-up question?"]
    assert "1 finding: 1 to do." in page.visible


@pytest.mark.parametrize("whole", [True, False])
def test_a_part_of_two_tiers_is_no_matrix(hampshire, whole):
    """Where rows are left out the two tiers are told row by row: an empty cell would say what is not so."""
    shown = withhold(hampshire)
    page = read_page(findings_page(shown, [QUESTIONS["two_tier"](shown)], whole=whole))
    matrices = [one for one in page.all("div") if "matrix" in one.attributes.get("class", "").split()]
    assert bool(matrices) == whole
    assert ("could sit here and does not" in page.visible) == whole
    assert page.all("table")


def test_what_does_not_apply_is_empty():
    """A figure that rows of one kind never have is empty there; where some of the kind have it, not known."""
    table = pd.DataFrame(
        {"kind": ["tier", "pair", "pair"], "seats": [np.nan, np.nan, 2.0], "sure": [True, None, None]}
    )
    page = read_page(question_page(Answer("made_up", "What?", (), table), Pack("Map")))
    assert page.texts("td") == ["1", "", "yes", "2", "not known", "", "3", "2", ""]


def test_columns_that_tell_nothing_are_left_out_and_named():
    """A column that is empty or not known in every row is not in the table; a sentence names it."""
    table = pd.DataFrame(
        {
            "body": ["A", "B"],
            "owner": ["", None],
            "class": ["not known", "not known"],
            "hours": [np.nan, np.nan],
            "state": ["none", "not known"],
        }
    )
    page = read_page(question_page(Answer("made_up", "What?", (), table), Pack("Map")))
    assert page.texts("th", scope="col") == ["Row", "Body", "State"]
    told = "Left out, because no row has anything known in them: Owner, Class and Hours."
    assert told in page.visible
    full = read_page(question_page(answer(2), Pack("Map")))
    assert "Left out" not in full.visible


def test_columns_have_the_room_that_their_texts_need():
    """One long text among short ones does not make a column long; a quarter of long ones does."""
    short, long = "the council", "the council and " * 5
    columns = {
        "Few": [*[short] * 9, long],
        "Several": [*[short] * 7, *[long] * 3],
        "Huge": [*[short] * 9, long * 4],
        "Names": [*["Anyshire County Council"] * 10],
        "Days": [*["2005-03-31"] * 10],
    }
    page = read_page(question_page(Answer("made_up", "What?", (), pd.DataFrame(columns)), Pack("Map")))
    heads = {one.text: one.attributes.get("class") for one in page.all("th", scope="col")}
    assert heads == {
        "Row": "number", "Few": None, "Several": "long", "Huge": "long", "Names": None, "Days": "brief",
    }  # fmt: skip


def test_flags_and_unknowns_are_told_in_words():
    """Yes, no and not known stand for a flag; an unknown text is empty; a long text has room."""
    table = pd.DataFrame(
        {
            "name": ["A", "B", "C"],
            "held": pd.array([True, False, None], dtype="boolean"),
            "could": pd.Series([None, True, False], dtype="object"),
            "hours": pd.array([1, None, 3], dtype="Int64"),
            "why": pd.array(["because " * 10, None, ""], dtype="str"),
        }
    )
    page = read_page(question_page(Answer("made_up", "What?", (), table), Pack("Map")))
    cells = page.texts("td")
    rows = [cells[start + 1 : start + 5] for start in range(0, len(cells), 5)]
    assert rows == [
        ["yes", "not known", "1", "because " * 9 + "because"],
        ["no", "yes", "not known", ""],
        ["not known", "no", "3", ""],
    ]
    assert [one.attributes.get("class") for one in page.all("th", scope="col")] == [
        "number", "brief", "flag", "flag", "number", "long",
    ]  # fmt: skip


def test_the_overview_counts_what_the_map_holds(county):
    """Bodies, organisations, people and seats are counted as the map has them, with what else to know."""
    figures = [one.text for one in county["index.html"].all("li") if one.within.count("ul") == 1]
    assert [" ".join(text.split()) for text in figures if text[0].isdigit()] == [
        "34 bodies13 with a partial list of members",
        "67 organisations",
        "164 people",
        "296 filled seats",
        "43 open seats1 applied, 3 declined, 30 invited, 2 requested and 7 vacant",
        "10 declared links",
    ]


def test_figures_lead_to_their_lists(hampshire):
    """A figure is a link where the pack has the list behind it, and none where it has not."""
    files = ("index.html", "bodies.html", "organisations.html", "people.html", "gaps.html")
    page = read_page(index_page(hampshire, [], Pack.of(hampshire, files)))
    figures = [one for one in page.all("a") if one.within[-2:] == ("ul", "li") and "main" in one.within]
    told = {one.text.split()[-1]: one.attributes["href"] for one in figures if one.text[0].isdigit()}
    assert told == {
        "bodies": "bodies.html",
        "organisations": "organisations.html",
        "people": "people.html",
        "seats": "gaps.html",
    }


def test_what_is_not_known_is_not_counted_as_none():
    """Where no person is named the overview says that none is known, not that there are 0."""
    page = read_page(index_page(orgmap(seats=[seat("Board", None, "A")]), [], Pack("Map")))
    assert "None people known" in page.visible
    assert "1 organisation" in page.visible


def test_the_overview_tells_every_answer_in_short(county):
    """Each answer has a card: its question as a link, the heaviest sentence, and counts by weight."""
    page = county["index.html"]
    told = [" ".join(one.text.split()) for one in page.all("div", class_="card")]
    answers = {ANSWER_PAGES[question].name: page_address(question) for question in QUESTIONS}
    links = [one.attributes["href"] for one in page.all("a") if one.within[-1] == "h3"]
    assert links == list(answers.values())
    load = next(text for text in told if text.startswith("Who is over-stretched?"))
    assert "Hampshire Fire and Rescue Service take 240 hours a year" in load
    assert load.endswith("Load: 2 to do, 5 to look into and 3 good to know.")


def test_each_reader_is_told_where_to_go_next(county):
    """There is a way on for the officer, for two tiers and for board papers, to files that the pack has."""
    cards = [" ".join(one.text.split()) for one in county["index.html"].all("div", class_="card")]
    whom = "For two-tier areas, and for those that are about to be merged."
    assert cards[:3] == [
        "To put things right For whoever looks after the partnership. Gaps Protocols Checklist Data quality",
        f"County and districts {whom} Two tiers Load Tiers Areas",
        "For the board papers To print, to paste and to send. Findings (Word) Structure (PDF) Checklist",
    ]


def test_a_place_with_one_tier_is_not_sent_to_two():
    """Where the answer on two tiers has nothing to tell, nobody is sent to it."""
    found = orgmap(seats=[seat("Board", None, "Council")])
    page = read_page(pages_of(found)["index.html"])
    assert "To put things right" in page.texts("h3")
    assert "County and districts" not in page.texts("h3")


def test_a_large_diagram_is_linked_and_not_carried(hampshire):
    """A diagram too large for the page is told in words, so that the overview stays light."""
    large = {"diagrams/structure.svg": f"<svg>{' ' * LARGEST_PICTURE}</svg>"}
    page = read_page(index_page(hampshire, [], Pack.of(hampshire, FILES), large))
    assert page.all("img") == []
    assert "The diagram is too large to be shown here." in page.visible
    assert "diagrams/structure.svg" in page.links


def test_the_order_of_the_overview_is_said(hampshire):
    """That what is about the home body leads is said, and the cards put the same finding first."""
    answer = protocols(hampshire)
    page = read_page(index_page(hampshire, [answer], Pack.of(hampshire, FILES)))
    home = f"body:{hampshire.about.home_body}"
    first = next(one for one in answer.findings if one.weight == "act" and home in one.subjects)
    assert first != answer.findings[0]
    assert page.visible.count(first.sentence) == 2
    assert "those about Hampshire Strategic Partnership come first" in page.visible
    nowhere = read_page(index_page(hampshire, [], Pack.of(hampshire, FILES)))
    assert "come first" not in nowhere.visible


def test_what_stands_in_place_of_a_name_is_said():
    """Who has no post is not said to appear by post: the organisation or a number stands there."""
    made = orgmap(
        seats=[
            seat("Board", "Ann Example", "Council", post="Clerk"),
            seat("Board", "Bob Example", "Police"),
            seat("Board", "Cyd Example"),
            seat("Board", "Dee Example"),
        ],
    )
    shown = withhold(made, "posts")
    assert sorted(shown.people["label"]) == ["Clerk (Council)", "Member for Police", "Person 3", "Person 4"]
    assert withheld_notes(shown)[0].startswith(
        "Names are withheld: 4 people appear, 1 by post, 1 by organisation only and 2 by a number only. "
    )
    nameless = withhold(orgmap(seats=[seat("Board", "Cyd Example")]), "posts")
    assert withheld_notes(nameless)[0].startswith("Names are withheld: 1 person appears by a number only. ")
    assert withheld_notes(withhold(made, "none"))[0].startswith(
        "Names are withheld: 4 people appear without name or post. "
    )


def test_what_is_withheld_is_said_with_how_to_show_it():
    """The reader learns how many names are not shown and which command shows them."""
    found = orgmap(
        about=[{"names": "posts"}],
        seats=[seat("Board", "Ann Example", "Council"), seat("Board", "Bob Sample", "Police")],
    )
    text = read_page(pages_of(found)["index.html"])
    notes = text.texts("p", class_="note")
    assert notes == [
        (
            "Names are withheld: 2 people appear by organisation only. "
            "orgmap build SOURCE --names full shows those that may be published."
        )
    ]
    assert not any("Example" in page for page in pages_of(found).values())
    shown = orgmap(about=[{"names": "full"}], seats=[seat("Board", "Ann Example", "Council")])
    assert read_page(pages_of(shown)["index.html"]).texts("p", class_="note") == []


def test_nothing_to_do_is_said():
    """A map without any finding to act on says so and does not leave the place empty."""
    found = orgmap(seats=[seat("Board", None, "Council")])
    page = read_page(index_page(found, [answer(0)], Pack.of(found, ())))
    assert "Nothing in these lists asks for action." in page.visible
    assert page.links == ["#main"]


def test_findings_link_to_the_rows_that_prove_them():
    """A finding names the rows of the table under it; beyond five it says how many more."""
    findings = [
        Finding("made_up", "act", "One.", rows=(2,)),
        Finding("made_up", "look", "Many.", rows=tuple(range(8))),
        Finding("made_up", "know", "None."),
    ]
    page = read_page(question_page(answer(9, findings), Pack("Map")))
    assert page.texts("span", class_="proof") == [
        "Shown by row 3.",
        "Shown by row 1, row 2, row 3, row 4, row 5 and 3 more rows.",
    ]
    row = next(one for one in page.all("tr") if one.attributes.get("id") == "row-3")
    assert "Body 2" in row.text


def test_a_long_table_is_cut_and_says_so():
    """At most 500 rows are shown; how many more there are is said, and none of them is linked."""
    findings = [Finding("made_up", "act", "Far down.", rows=(1, 700))]
    pack = Pack("Map", files=("tables/made_up.csv",))
    page = read_page(question_page(answer(1201, findings), pack))
    assert sum(one.startswith("row-") for one in page.ids) == MOST_ROWS
    assert page.texts("p", class_="note") == [
        "The first 500 of 1,201 rows are shown; the other 701 are in the CSV file."
    ]
    assert page.texts("span", class_="proof") == ["Shown by row 2 and 1 more row."]
    assert "#row-701" not in page.links


def test_numbers_are_rounded_and_unknown_is_not_zero():
    """Two decimals are enough to read; not known is said in words, ids are left to the CSV."""
    table = pd.DataFrame(
        {
            "body_a": ["A", "B", "C", "D"],
            "shared": [1200, 1, 0, 2],
            "a_in_b": [1 / 3, np.nan, 0.999, 0.001],
            "part_of": [True, False, False, False],
            "id_a": "body:x",
        }
    )
    found = Answer("overlap", "Which?", (), table)
    page = read_page(findings_page(orgmap(seats=[seat("Board", None, "A")]), [found], measures=MEASURES))
    cells = page.texts("td")
    assert cells == [
        "1", "1,200", "0.33", "yes", "2", "1", "not known", "no",
        "3", "0", "over 0.99", "no", "4", "2", "under 0.01", "no",
    ]  # fmt: skip
    assert page.texts("th", scope="col") == [
        "Row", "Body", "Shared", "Share of the first inside the second", "One part of the other"
    ]  # fmt: skip
    assert "Of the members of the first body, the share that also sits on the second." in page.texts("dd")


def test_the_two_tiers_are_a_matrix(county):
    """Each organisation has a row and each place a column; every cell says in words what its mark means."""
    page = county["two-tier.html"]
    first = page.all("table")[0]
    assert (
        page.texts("caption")[0] == "Organisations on the partnerships of Hampshire and of its districts (61)"
    )
    assert "could sit here and does not" in first.text
    row = next(one for one in page.all("tr") if "North Hampshire PCT" in one.text)
    told = " ".join(row.text.split())
    assert told.count("not its area") == 9
    assert told.count("could sit here and does not") == 1
    assert told.count("sits here, 1 seat") == 2
    faith = next(one for one in page.all("tr") if "Faith forum" in one.text)
    assert faith.text.count("not known whether it could") == 11


def test_hostile_names_are_text_on_every_page():
    """Whatever a name holds, no element, attribute or script of it comes to be."""
    for address, text in pages_of(hostile_map()).items():
        page = read_page(text)
        assert page.faults == [], address
        run = [one.text for one in page.all("script") if "type" not in one.attributes]
        assert "alert" not in "".join(run), address
        assert not [one for one in page.elements if "onerror" in one.attributes], address
        assert not [link for link in page.links if "script:" in link], address
        assert "49" not in page.texts("h1")[0]
        assert not re.search(r"<(script|img src=x)\b|</style>", told(text)), address


def test_pages_ask_nothing_of_a_network(county):
    """Styles are in the page and no element fetches anything."""
    for page in county.values():
        assert page.all("link") == []
        assert [one for one in page.all("script") if "src" in one.attributes] == []
        assert all(one.attributes["src"].startswith("data:") for one in page.all("img"))


def test_a_page_alone_links_to_nothing_that_is_not_there():
    """Without a pack there is no navigation and no link to a table."""
    found = lists({"A": ["x", "y", "z"], "B": ["x", "y", "z"]})
    page = read_page(question_page(QUESTIONS["overlap"](found), Pack("Map")))
    assert page.all("nav") == []
    assert all(link.startswith("#") for link in page.links)


def test_the_glossary_has_every_word_and_measure(county):
    """Each term and each measure is told on the page and in Markdown."""
    page, text = county["glossary.html"], glossary_markdown(TERMS, MEASURES)
    words = page.texts("dt")
    assert {term.word for term in TERMS} <= set(words)
    assert {measure.title for measure in MEASURES} <= set(page.texts("h3"))
    assert all(
        f"| {measure.title} | {measure.name.replace('_', chr(92) + '_')} |" in text for measure in MEASURES
    )
    assert "from 0" in page.texts("dd")


def test_the_overview_is_as_expected(wales):
    """The overview of the Welsh boards is the page that was read and found good."""
    check_golden("pages/wales-index.html", told(pages_of(wales)["index.html"]))


def test_the_page_of_two_tiers_is_as_expected(hampshire):
    """The matrices of Hampshire are the page that was read and found good."""
    check_golden("pages/hampshire-two-tier.html", told(pages_of(hampshire)["two-tier.html"]))
