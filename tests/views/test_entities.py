"""The pages of bodies, organisations and people: all that is known of each, with links to all others."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from posixpath import join, normpath
from urllib.parse import unquote, urldefrag

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgmap.layout.around import around
from orgmap.model import as_at, withhold
from orgmap.model.wording import both
from orgmap.questions import QUESTIONS, protocols
from orgmap.views.checklist import checklist_html
from orgmap.views.entities import BOX, GAP, LEAST, WIDTH, Facts, entity_page
from orgmap.views.entities.wrapping import breadth, wrapped
from orgmap.views.packs import BODIES, ORGANISATIONS, PEOPLE, Pack
from orgmap.vocabulary import TIE_ROLES
from tests.builders import lists, orgmap, seat
from tests.views.test_pages import FILES, HOSTILE, hostile_map
from tests.webpages import read_page

LISTS = (BODIES, ORGANISATIONS, PEOPLE)


@cache
def placing(number):
    """Return places for so many boxes."""
    return around(number, WIDTH, BOX, LEAST, GAP)


def texts_of(found, names=None, files=(*FILES, *LISTS), folder=""):
    """Return the text of every page of an entity in a folder by its address, with these names shown."""
    shown = withhold(found, names)
    answers = {name: ask(shown) for name, ask in QUESTIONS.items()}
    pack = Pack.of(shown, files, entities=True)
    facts = Facts.of(shown, answers, TIE_ROLES)
    return {
        address: entity_page(facts, pack, node, placing)
        for node, address in pack.places.items()
        if address.startswith(folder)
    }


def pages_of(found, names=None, files=(*FILES, *LISTS), folder=""):
    """Return those pages, read."""
    return {address: read_page(text) for address, text in texts_of(found, names, files, folder).items()}


@pytest.fixture(scope="module")
def county(hampshire):
    """Return the pages of Hampshire, read."""
    return pages_of(hampshire)


def rows(page, caption):
    """Return the rows of the table with this caption, the cells of each as text."""
    place = page.texts("caption").index(caption)
    lines, current = [], -1
    for one in page.elements:
        if one.tag == "table":
            current += 1
        if current == place and one.tag == "tr":
            lines.append([])
        if current == place and one.tag in ("th", "td"):
            lines[-1].append(" ".join(one.text.split()))
    return lines


def facts_of(page):
    """Return the facts beside the heading, by their words."""
    return dict(zip(page.texts("dt"), page.texts("dd"), strict=True))


def test_every_body_and_organisation_has_a_page(county, hampshire):
    """There is a page for each, in its folder, and none for people whose names are withheld."""
    folders = [address.split("/")[0] for address in county]
    assert folders.count("bodies") == len(hampshire.bodies)
    assert folders.count("organisations") == len(hampshire.organisations)
    assert folders.count("people") == 0


def test_the_same_map_gives_the_same_bytes(wales):
    """Pages have nothing of the day or of chance in them."""
    assert texts_of(wales) == texts_of(wales)


def test_pages_are_well_formed_and_in_order(county):
    """Elements are closed, ids are told apart, there is one main heading and no level is left out."""
    titles = [page.texts("title")[0] for page in county.values()]
    assert len(set(titles)) == len(titles)
    for address, page in county.items():
        assert page.faults == [], address
        assert len(page.ids) == len(set(page.ids)), address
        assert page.levels.count(1) == 1, address
        assert max(below - above for above, below in pairwise(page.levels)) <= 1, address


def test_every_link_leads_to_a_page_or_a_place_in_it(county):
    """Links lead to pages of the pack, or to a place that is in the page; nothing leads out of the folder."""
    known = {*county, *FILES, *LISTS}
    for address, page in county.items():
        for link in page.links:
            target, fragment = urldefrag(link)
            there = normpath(join(address, "..", target)) if target else address
            assert there in known, (address, link)
            if there in county and fragment:
                assert fragment in county[there].ids, (address, link)


def test_tables_have_captions_and_headings_with_a_scope(county):
    """A screen reader can name each table and each cell; what scrolls can be reached and is named."""
    for address, page in county.items():
        assert len(page.all("caption")) == len(page.all("table")), address
        assert all("scope" in one.attributes for one in page.all("th")), address
        assert all(one.text.strip() for one in page.all("th")), address
        regions = [one.attributes for one in page.all("div", role="region")]
        assert all(one["tabindex"] == "0" and one["aria-labelledby"] in page.ids for one in regions)
        assert not any("style" in one.attributes for one in page.elements), address


def test_no_table_or_section_is_empty(county):
    """What is not known is left out or said: every table has rows, every heading something under it."""
    for address, page in county.items():
        for caption in page.texts("caption"):
            assert len(rows(page, caption)) > 1, (address, caption)
        tags = [one.tag for one in page.elements if one.within and "main" in one.within]
        assert ("h2", "h2") not in set(pairwise(tags)), address
        assert tags[-1] != "h2", address


def test_a_page_leads_down_from_lists_and_bodies_above(county):
    """The breadcrumb goes from the overview over the list and the bodies above it."""
    page = county["bodies/hampshire-economic-partnership-transport-task-force.html"]
    trail = [one for one in page.all("a") if "nav" in one.within and "ol" in one.within]
    assert [one.attributes["href"] for one in trail] == [
        "../index.html", "../bodies.html", "../bodies/hampshire-economic-partnership.html"
    ]  # fmt: skip


def test_a_body_is_told_in_sentences_and_facts(county):
    """Seats by state, organisations, places and hours are said; what is not known is said to be so."""
    page = county["bodies/hampshire-strategic-partnership.html"]
    told = page.visible
    assert "Hampshire Strategic Partnership has 30 seats: 28 filled and 2 vacant." in told
    assert "22 organisations sit here. 4 seats are of those who attend without a full seat." in told
    assert "It meets 4 times a year. Its filled seats take 648 hours a year together" in told
    facts = facts_of(page)
    assert (facts["Tier"], facts["By law"]) == ("county", "not required by law")
    assert facts["Meets in public"] == "not known"
    panel = county["bodies/local-area-transport-panel-01.html"]
    assert "has 3 seats, all invited." in panel.visible
    assert "How many hours its seats take is not known." in panel.visible


def test_a_kind_that_the_name_tells_is_said_to_be_judged_by_it():
    """A body of no kind, or a general one, shows the kind that its name tells, and that it is judged."""
    found = lists(
        {"Anyshire Health and Wellbeing Board": ["Council"], "Anyshire Growth Board": ["Council"]},
        about=[{"nation": "England"}],
    )
    pages = pages_of(found)
    facts = facts_of(pages["bodies/anyshire-health-and-wellbeing-board.html"])
    assert facts["Kind"] == "not said in the lists; judged by its name: health and wellbeing board"
    assert facts["By law"] == "not known; the law asks for members of this kind of body"
    plain = facts_of(pages["bodies/anyshire-growth-board.html"])
    assert (plain["Kind"], plain["By law"]) == ("not known", "not known")
    named = lists(
        {"Anyshire Health and Wellbeing Board": ["Council"]},
        bodies=[{"body": "Anyshire Health and Wellbeing Board", "kind": "board"}],
    )
    facts = facts_of(pages_of(named)["bodies/anyshire-health-and-wellbeing-board.html"])
    assert facts["Kind"] == "board; judged by its name: health and wellbeing board"


def test_who_sits_there_comes_before_what_is_found(county):
    """The seats of a body stand above the list of findings about it."""
    ids = county["bodies/hampshire-strategic-partnership.html"].ids
    assert ids.index("seats") < ids.index("findings") < ids.index("around")


def test_every_seat_of_a_body_is_a_row(county, hampshire):
    """The table has each seat, the chair first and open seats last, with who holds it and for whom."""
    told = rows(
        county["bodies/hampshire-strategic-partnership.html"], "Seats of Hampshire Strategic Partnership"
    )
    assert told[0] == ["Who", "For", "Role", "Seat", "Since", "Until", "Vote"]
    assert len(told) - 1 == (hampshire.seats["body"] == "hampshire-strategic-partnership").sum()
    assert told[1][1:4] == ["Hampshire County Council", "chair", "filled"]
    assert [line[3] for line in told[-2:]] == ["vacant", "vacant"]
    assert ["not named", "Bus operator"] in [line[:2] for line in told]
    speaking = next(line for line in told if "on behalf of" in line[1])
    assert speaking[1] == "New Forest PCT, on behalf of New Forest LSP"


def test_ends_of_terms_are_said():
    """A term that ends within six months has a word beside its date, and is counted."""
    found = orgmap(
        about=[{"as_at": "2005-01-15"}],
        seats=[
            seat("Board", None, "B", until="2005-06-30"),
            seat("Board", None, "C", until="2009"),
            seat("Board", None, "D"),
        ],
    )
    page = pages_of(as_at(found))["bodies/board.html"]
    until = {line[0]: line[-1] for line in rows(page, "Seats of Board")[1:]}
    assert until == {
        "B": "30 June 2005 ending soon", "C": "2009", "D": "not known"
    }  # fmt: skip
    assert "1 term ends within six months." in page.visible


def test_shared_members_are_ranked_with_parts_apart(county):
    """The bodies that share most come first, with who is shared; bodies of one family have a table apart."""
    page = county["bodies/hampshire-strategic-partnership.html"]
    told = rows(page, "Bodies that share organisations with it")
    numbers = [int(line[1]) for line in told[1:]]
    assert numbers == sorted(numbers, reverse=True)
    assert numbers[0] == 7
    assert told[1][0] == "Basingstoke and Deane LSP"
    assert told[1][2] == "of 9"
    assert told[1][3].endswith("and 2 more")
    apart = rows(page, "Those that it is part of, or that are part of it")
    assert [line[0] for line in apart[1:]] == ["Hampshire Community Safety Group"]


def test_what_joins_a_body_to_others_is_told(county):
    """Seats of bodies on bodies, links, protocols and issues are on the page of each side."""
    page = county["bodies/hampshire-strategic-partnership.html"]
    assert ["New Forest LSP", "1", "filled, both ways", "Head of Policy (Hampshire County Council)"] in rows(
        page, "Its own seats on other bodies"
    )
    assert "Havant LSP reports to Hampshire Strategic Partnership, since April 2004" in page.texts("li")
    other = county["bodies/havant-lsp.html"]
    assert "Havant LSP reports to Hampshire Strategic Partnership, since April 2004" in other.texts("li")
    told = rows(page, "Protocols and agreement of Hampshire Strategic Partnership")
    assert ["New Forest LSP (County and districts)", "draft"] in [line[:2] for line in told]
    closed = ["Hampshire Transport Forum (Transport forum and county)", "closed body"]
    assert closed in [line[:2] for line in told]
    assert "No protocol is known with" in page.visible
    issues = rows(page, "Issues of Hampshire Strategic Partnership")
    assert ["Affordable housing", "lead"] in [line[:2] for line in issues]


def sheets_of(text):
    """Return the sheets of a checklist as HTML text by the ids of their headings."""
    parts = re.split(r'<section class="sheet" aria-labelledby="([^"]+)"', text)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def test_a_body_leads_to_its_own_sheets_of_the_checklist(county, hampshire):
    """Each link to a sheet leads to one that links to the body, and is called by what else it is about."""
    pack = Pack.of(hampshire, (*FILES, *LISTS), entities=True)
    sheets = sheets_of(checklist_html(hampshire, protocols(hampshire), pack, {}))
    followed = set()
    for address, page in county.items():
        name = page.texts("h1")[0]
        for link in page.all("a"):
            target, sheet = urldefrag(link.attributes["href"])
            if target == "../checklist.html" and sheet:
                [title] = read_page(sheets[sheet]).texts("h2")
                assert f'href="{address}"' in sheets[sheet]
                assert title in {link.text, both(name, link.text), both(link.text, name)} or (
                    (title, link.text) == (f"Partnership agreement: {name}", "its partnership agreement")
                )
                followed.add(sheet)
    assert len(followed) > 20


def test_who_ought_to_be_there_is_told_with_its_state(county):
    """What the law and usage ask for is there or missing, in words, the missing first and counted."""
    page = county["bodies/hart-crime-and-disorder-reduction-partnership.html"]
    told = rows(page, "Who ought to be on Hart Crime and Disorder Reduction Partnership")
    states = [line[1] for line in told[1:]]
    assert states == sorted(states)
    assert states.count("missing") == 2
    assert "Of the 6 members that the law asks for, 4 are there, 2 missing." in page.visible
    assert any("Crime and Disorder Act 1998" in " ".join(line) for line in told)


def test_findings_lead_to_their_question_and_to_the_map(county):
    """Each finding about it links to where the question tells it, and to the map that lights it."""
    page = county["organisations/hampshire-fire-and-rescue-service.html"]
    assert "240 hours a year, 120 hours more than the 120 that it can give" in page.visible
    assert "../load.html#finding-1" in page.links
    assert "../map.html#finding=load:1" in page.links
    weights = [one.text for one in page.all("span") if one.attributes.get("class", "").startswith("weight")]
    assert weights == sorted(weights, key=["To do", "To look into", "Good to know"].index)


def test_the_map_is_opened_at_the_entity(county):
    """The link to the map names the view and the node, written so that any id is safe in an address."""
    links = [link for link in county["bodies/gosport-lsp.html"].links if "#view=" in link]
    assert [unquote(link) for link in links] == ["../map.html#view=body&node=body:gosport-lsp"]
    assert "node=org%3Ahcc" in "".join(county["organisations/hcc.html"].links)


def test_an_organisation_is_told_by_tier(county):
    """Its seats stand under the tiers, the widest first, with through whom it sits there."""
    page = county["organisations/hcc.html"]
    assert "Hampshire County Council has 25 seats, all filled." in page.visible
    assert "It sits on 20 bodies and attends 1 body through 5 people." in page.visible
    assert "The seats take at least 385 hours a year. The hours of 3 seats are not known." in page.visible
    told = rows(page, "Seats of Hampshire County Council by tier")
    tiers = [line[0] for line in told if len(line) == 1]
    assert tiers == ["Regional tier", "Sub-regional tier", "County tier", "District tier"]
    assert facts_of(page)["As a body"] == "Hampshire County Council"


def test_an_organisation_learns_where_it_is_missed(county):
    """The bodies that ask for it, and the places where it could sit and does not, are named."""
    page = county["organisations/hampshire-fire-and-rescue-service.html"]
    assert "could sit in 1 more (two tiers): Gosport." in page.visible
    missed = rows(
        county["organisations/blackwater-valley-and-hart-pct.html"],
        "Bodies that Blackwater Valley and Hart PCT is missing from",
    )
    assert missed[1][0] == "Hart Crime and Disorder Reduction Partnership"
    assert missed[1][1].startswith("the law asks for it")


def test_an_organisation_learns_whom_it_meets_and_what_hangs_on_it():
    """Those it meets are ranked by the bodies in common; pairs that it alone joins are listed."""
    found = lists({"One": ["a", "b", "c"], "Two": ["a", "b"], "Three": ["a", "d"]})
    page = pages_of(found)["organisations/a.html"]
    assert "It meets 3 other organisations on the bodies where it sits." in page.visible
    assert rows(page, "Organisations that a meets most")[1:] == [
        ["b", "2", "One; Two"], ["c", "1", "One"], ["d", "1", "Three"]
    ]  # fmt: skip
    assert [line[:2] for line in rows(page, "Pairs of bodies that a alone joins")[1:]] == [
        ["One", "Three"], ["Three", "Two"]
    ]  # fmt: skip
    assert "It is the only link between 2 pairs of bodies" in page.visible


def test_people_who_sit_for_others_are_told():
    """Where somebody works for one organisation and speaks for another, both pages say so."""
    found = orgmap(seats=[seat("Board", None, "Council", on_behalf_of="Charity", post="Officer")])
    pages = pages_of(found)
    assert rows(pages["organisations/council.html"], "Seats of people of Council for others")[1][:3] == [
        "Board", "Officer (Council)", "Charity"
    ]  # fmt: skip
    assert rows(pages["bodies/board.html"], "Seats of Board")[1][1] == "Charity, works for Council"


def people():
    """Return a map of people, one of whom asks not to be named."""
    seats = [
        seat(body, person, "Council")
        for body in ("Board", "Forum")
        for person in ("Ann Example", "Bob Sample", "Cat Hidden")
    ]
    return orgmap(
        seats=[*seats, seat("Forum", "Dan Chair", "Police", role="chair", until="2009")],
        people=[{"person": "Cat Hidden", "publish": "no"}, {"person": "Ann Example", "capacity_hours": 40}],
    )


def test_a_person_has_a_page_where_names_are_shown():
    """It tells the seats, the hours there are, and whom they meet; people withheld are counted, not named."""
    pages = pages_of(people(), "full")
    assert sorted(one for one in pages if one.startswith("people/")) == [
        "people/ann-example.html", "people/bob-sample.html", "people/dan-chair.html"
    ]  # fmt: skip
    page = pages["people/ann-example.html"]
    assert "Ann Example has 2 seats, all filled, on 2 bodies." in page.visible
    assert "40 hours a year can be given." in page.visible
    assert "3 other people of the map sit on the same bodies, of 2 organisations." in page.visible
    assert [line[0] for line in rows(page, "People whom Ann Example meets most")[1:]] == [
        "Bob Sample", "Dan Chair"
    ]  # fmt: skip


def test_a_person_is_told_with_every_post_and_employer():
    """Where seats spell them differently the usual ones come first, and the others follow."""
    rows = (("Board", "AC", "DPH"), ("Forum", "Council", "Director"), ("Group", "Council", "director"))
    made = orgmap(seats=[seat(body, "Ann Example", employer, post=post) for body, employer, post in rows])
    facts = facts_of(pages_of(made, "full")["people/ann-example.html"])
    assert facts["Works for"] == "Council; AC"
    assert facts["Post"] == "Director; DPH"


def test_seats_of_substitutes_are_said_to_be_left_out_of_the_load():
    """The number of seats on a page tells how many the answer on load does not count."""
    made = orgmap(
        seats=[
            seat("Board", "Ann Example", "Council"),
            seat("Forum", "Ann Example", "Council", role="substitute"),
        ]
    )
    pages = pages_of(made, "full")
    said = "1 filled seat is a substitute's and is left out of the load."
    assert said in pages["organisations/council.html"].visible
    assert said in pages["people/ann-example.html"].visible


@pytest.mark.parametrize("names", ["posts", "none"])
def test_nothing_withheld_is_on_a_page(names):
    """Where names are not shown there are no pages of people, and no name is in any page or its address."""
    texts = texts_of(people(), names)
    assert not any(address.startswith("people/") for address in texts)
    everything = " ".join([*texts, *texts.values()])
    assert not re.search(r"(?i)ann.example|bob.sample|cat.hidden|dan.chair", everything)
    shown = " ".join(texts_of(people(), "full").values())
    assert "Cat" not in shown
    assert "Ann Example" in shown


def test_the_small_map_says_what_its_table_says(county):
    """Every box is a row of the table beside it, with the same number, and leads to the same page."""
    page = county["bodies/hampshire-strategic-partnership.html"]
    told = rows(page, "Those around Hampshire Strategic Partnership")[1:]
    boxes = [one for one in page.all("a") if "svg" in one.within]
    assert len(told) == len(boxes) == 12
    assert [one.attributes["aria-label"] for one in boxes] == [f"{line[0]}: {line[1]}" for line in told]
    circles = [one.text for one in page.all("text") if one.within[-2:] == ("svg", "g") and one.text.isdigit()]
    assert circles == [line[2] for line in told]
    assert {one.attributes["href"] for one in boxes} <= set(page.links)
    assert "12 boxes around Hampshire Strategic Partnership" in page.visible
    assert page.all("svg", role="group")[0].attributes["aria-labelledby"] in page.ids


def test_the_small_map_tells_kinds_of_ties_apart_without_colour():
    """Parts, links and seats on offer have lines of their own, with a key that names each."""
    found = lists(
        {"Board": ["a", "b"], "Group": ["c"], "Forum": ["a"], "Panel": ["d"]},
        bodies=[{"body": "Group", "part_of": "Board"}],
        links=[{"from_body": "Panel", "to_body": "Board", "kind": "advises"}],
    )
    page = pages_of(found)["bodies/board.html"]
    lines = {
        one.attributes["class"]: one.attributes.get("stroke-dasharray")
        for one in page.all("path")
        if one.attributes.get("class") in ("part_of", "interlock", "link", "within")
    }
    assert lines == {"part_of": None, "within": None, "interlock": None, "link": "12 5"}
    key = [one.text.strip() for one in page.all("li") if one.within[-2:] == ("figcaption", "ul")]
    assert key[:3] == [
        "is part of",
        "declared link (reports to, advises ...)",
        "shared members (wider is more)",
    ]
    assert sorted(line[1] for line in rows(page, "Those around Board")[1:]) == [
        "advises this body", "is part of it", "shares 1 organisation"
    ]  # fmt: skip


def test_one_tie_alone_is_no_map():
    """Where there is only one to draw, the tables say it and there is no picture."""
    page = pages_of(lists({"Board": ["a"]}))["organisations/a.html"]
    assert page.all("svg") == []
    assert "Small map" not in page.texts("h2")


def test_a_body_without_seats_says_so():
    """What nobody has listed is said, and no table of it is there."""
    found = orgmap(seats=[seat("Board", None, "A")], bodies=[{"body": "Board"}, {"body": "Idle"}])
    page = pages_of(found)["bodies/idle.html"]
    assert "No seat of Idle is listed." in page.visible
    assert "Who sits here" not in page.texts("h2")
    assert facts_of(page)["Tier"] == "not known"


def test_long_tables_are_cut_and_say_so():
    """A body of 120 seats shows 100 of them, and says where all are, as a link where the pack has them."""
    found = lists({"Assembly": [f"Organisation {number:03}" for number in range(120)]})
    page = pages_of(found, folder="bodies/")["bodies/assembly.html"]
    assert len(rows(page, "Seats of Assembly")) == 101
    assert "The first 100 of 120 rows are shown. All are in tables/seats.csv." in page.texts(
        "p", class_="note"
    )
    assert "../tables/seats.csv" in page.links
    alone = pages_of(found, files=(), folder="bodies/")["bodies/assembly.html"]
    assert "The first 100 of 120 rows are shown. ".strip() in alone.texts("p", class_="note")


def test_a_pack_without_other_files_links_to_none():
    """Where the pack has these pages alone, they lead to each other only."""
    found = lists({"Board": ["a", "b"], "Forum": ["a", "b"]})
    for address, page in pages_of(found, files=()).items():
        targets = {urldefrag(link).url for link in page.links} - {""}
        assert all(re.match(r"\.\./(bodies|organisations)/", one) for one in targets), address


def test_addresses_of_the_data_are_links_only_where_they_are_of_the_web():
    """A web page and a document of http or https are links; anything else is text."""
    found = orgmap(
        seats=[seat("Board", None, "A"), seat("Forum", None, "A")],
        bodies=[{"body": "Board", "url": "https://example.org/board"}],
        protocols=[
            {"body_a": "Board", "body_b": "Forum", "status": "agreed", "document": "javascript:alert(1)"}
        ],
    )
    page = pages_of(found)["bodies/board.html"]
    assert "https://example.org/board" in page.links
    assert not [link for link in page.links if "script" in link]
    assert "javascript:alert(1)" in page.visible


def test_hostile_names_are_text_on_every_page():
    """Whatever a name holds, no element, attribute or script of it comes to be."""
    for address, text in texts_of(hostile_map(), "full").items():
        page = read_page(text)
        assert page.faults == [], address
        assert "alert" not in "".join(one.text for one in page.all("script")), address
        assert not [one for one in page.elements if "onerror" in one.attributes], address
        assert not [link for link in page.links if "script:" in link], address
        assert "49" not in page.texts("h1")[0]
        main = text.partition("<main")[2]
        assert not re.search(r"<(script>alert|b>|img)", main.partition("</main>")[0]), address


@given(st.text(max_size=400), st.integers(min_value=1, max_value=5))
def test_names_are_broken_to_fit(text, most):
    """No line is wider than the box, there are no more than fit, and what is cut says so."""
    lines = wrapped(text, 8, most)
    assert 1 <= len(lines) <= most
    assert all(breadth(line) <= 8 or len(line.strip()) == 1 for line in lines)
    kept = "".join("".join(lines).split())
    if not kept.endswith("…"):
        assert kept == "".join(text.split())


@pytest.mark.parametrize("name", [*HOSTILE, "Hampshire Economic Partnership transport task force", "W" * 90])
def test_any_name_fits_its_box(name):
    """Long words are broken within and names end with an ellipsis where they do not fit."""
    lines = wrapped(name, 7.5, 3)
    assert all(breadth(line) <= 7.5 for line in lines)
    assert wrapped("Havant LSP", 7.5, 3) == ["Havant LSP"]


def test_without_a_day_no_term_is_said_to_end():
    """Where the map is of no day, what ends soon cannot be told and is not."""
    page = pages_of(orgmap(seats=[seat("Board", None, "A", until="1999")]))["bodies/board.html"]
    assert rows(page, "Seats of Board")[1][-1] == "1999"
    assert "ending soon" not in page.visible
