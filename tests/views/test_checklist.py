"""The checklist: one section for each pair or set, sixteen points each, and unknown is never no."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter

import pytest

from orgmap.model import as_at, withhold
from orgmap.questions import protocols
from orgmap.questions.protocols.five_questions import answered_bodies
from orgmap.views.checklist import (
    MOST_SECTIONS,
    checklist_csv,
    checklist_html,
    checklist_markdown,
    facts,
)
from orgmap.views.checklist.sections import checklist
from orgmap.views.packs import Pack
from orgmap.vocabulary import AGREEMENT_POINTS, FIVE_QUESTIONS, MODE_QUESTIONS, PROTOCOL_POINTS
from orgmap.vocabulary.ticked import TICKED_COLUMNS
from tests.builders import lists, orgmap, seat
from tests.golden_text import check_golden
from tests.webpages import read_page


def made(found):
    """Return the checklist of a map."""
    answer = protocols(found)
    return checklist(found, answer, answered_bodies(found, answer)[0])


def data_of(found):
    """Return what the scripts of a map's page are given."""
    return json.loads(page_of(found).all("script", id="checklist-data")[0].text)


def page_of(found, files=("checklist.html", "tables/checklist.csv")):
    """Return the page of a map's checklist, read."""
    answer = protocols(found)
    return read_page(checklist_html(found, answer, Pack.of(found, files), *answered_bodies(found, answer)))


def text_of(found, notes=()):
    """Return the Markdown of a map's checklist."""
    answer = protocols(found)
    return checklist_markdown(found, answer, *answered_bodies(found, answer), notes)


def lines_of(found):
    """Return the lines of the CSV form as records."""
    return list(csv.DictReader(io.StringIO(checklist_csv(found, protocols(found)), newline="")))


def ticked(page):
    """Return what each point of a page is ticked as."""
    return [one.attributes["value"] for one in page.all("input", type="radio") if "checked" in one.attributes]


def pair(**protocol):
    """Return a map of two bodies that share three organisations, with a protocol."""
    shared = ["Council", "Police", "College"]
    known = [{"body_a": "Board", "body_b": "Forum", **protocol}] if protocol else []
    return lists({"Board": shared, "Forum": shared}, protocols=known)


def many(count):
    """Return a map of so many bodies that all share three organisations; the last two have a protocol."""
    names = [f"Body {number:02d}" for number in range(count)]
    known = [{"body_a": names[-2], "body_b": names[-1], "status": "draft", "purpose": "yes"}]
    return lists({name: ["Council", "Police", "College"] for name in names}, protocols=known)


def test_a_set_is_one_section_with_all_its_pairs(hampshire):
    """Fifty-two pairs of district partnerships are one section, told by state."""
    found = made(hampshire)
    sets = {section.title: section for section in found.sections if section.kind == "set"}
    assert len(found.sections) == 33
    assert sets["11 district partnerships"].pairs == 52
    assert len(sets["11 district partnerships"].rows) == 52
    assert sets["Hampshire Strategic Partnership and 11 district partnerships"].state == (
        "nothing known (8 pairs); draft (3 pairs)"
    )


def test_the_pairs_of_the_sections_are_those_of_the_register(hampshire):
    """No row of the answer is lost or told twice."""
    answer = protocols(hampshire)
    told = Counter((row.body_a, row.body_b) for section in made(hampshire).sections for row in section.rows)
    pairs = answer.table[answer.table["kind"] == "pair"]
    assert told == Counter(zip(pairs["body_a"], pairs["body_b"], strict=True))


def test_one_protocol_of_three_pairs_is_told_once(hampshire):
    """What three pairs have signed alike is one list of points that says it covers three pairs."""
    section = made(hampshire).sections[0]
    assert [(one.name, len(one.sides), one.state, one.exists) for one in section.contents] == [
        ("County and districts", 3, "draft", True),
        ("", 8, "nothing known", False),
    ]
    assert dict(facts(section.contents[0]))["Covers"] == "3 pairs"
    assert dict(facts(section.contents[1]))["For"] == "8 pairs"


def test_no_pair_of_a_set_is_left_without_points(hampshire):
    """The protocols of a section and the blank one after them are together of each of its pairs."""
    for section in made(hampshire).sections:
        sides = [side for contents in section.contents for side in contents.sides]
        assert len(set(sides)) == section.pairs


def test_protocols_that_differ_are_told_apart():
    """Two protocols of one pair are one section with a list of points for each."""
    sides = {"body_a": "Board", "body_b": "Forum"}
    found = lists(
        {"Board": ["Council", "Police", "College"], "Forum": ["Council", "Police", "College"]},
        protocols=[
            {**sides, "issue": "Transport", "status": "agreed", "purpose": "yes"},
            {**sides, "issue": "Health", "status": "draft", "purpose": "no"},
        ],
    )
    (section,) = made(found).sections
    assert section.alone
    assert [(one.issue, one.points[1].now) for one in section.contents] == [
        ("Transport", "yes"),
        ("Health", "no"),
    ]


def test_a_protocol_of_many_sides_is_one_section():
    """Rows that name one protocol are one section though their pairs are no set."""
    found = orgmap(
        seats=[seat(body, None, body) for body in ("A", "B", "C")],
        protocols=[
            {"protocol": "Compact", "body_a": "A", "body_b": "B", "status": "agreed"},
            {"protocol": "Compact", "body_a": "A", "body_b": "C", "status": "agreed"},
        ],
    )
    (section,) = made(found).sections
    assert (section.kind, section.title, section.pairs) == ("protocol", "Compact", 2)


def test_unknown_is_not_no():
    """A point of which nothing is said is not said: neither yes nor no is ticked."""
    found = pair(status="agreed", parties="yes", purpose="no", remits="not needed")
    (section,) = made(found).sections
    points = [point.now for point in section.contents[0].points]
    assert points == ["yes", "no", "not needed"] + ["not said"] * 13
    assert ticked(page_of(found)) == ["yes", "no", "not needed"] + ["not said"] * 13
    (line,) = lines_of(found)
    assert [line[column.name] for column in PROTOCOL_POINTS] == ["yes", "no", "not needed"] + [""] * 13


def test_a_pair_without_a_protocol_has_all_points_to_tick():
    """Where there is a reason and no protocol, the sixteen points are there and none is ticked."""
    page = page_of(pair())
    told = [
        one.text.partition(". ")[2]
        for one in page.all("p")
        if one.attributes.get("id", "").startswith("p1-1-")
    ]
    assert told == [column.meaning for column in PROTOCOL_POINTS]
    assert ticked(page) == ["not said"] * 16
    assert "0 of 16 points covered or not needed" in page.visible
    assert "Reasons: they share 3 organisations: College, Council and Police." in page.visible
    assert "nothing known" in page.visible


def test_the_register_comes_first_and_leads_to_the_sheets(hampshire):
    """The list of sheets and the register have a line for each section, which links to its sheet."""
    page = page_of(hampshire)
    assert page.texts("h2")[:2] == ["Sheets", "Register"]
    assert page.texts("caption")[0] == "Register of protocols (33 lines, most reasons first)"
    sheets = [link for link in page.links if link.startswith("#sheet-")]
    assert sheets == [f"#sheet-{number}" for number in range(1, 34)] * 2
    assert {link[1:] for link in sheets} <= set(page.ids)
    progress = [one.text.strip() for one in page.elements if "data-progress" in one.attributes]
    assert len(progress) == 33 + 4
    assert progress[0] == "5 of 32"


def test_no_more_than_forty_sheets_and_the_rest_is_said():
    """Of sixty-six pairs forty have a sheet, the one with a protocol among them; the CSV form has all."""
    found = many(12)
    page = page_of(found)
    assert sum(one.startswith("sheet-") for one in page.ids) == MOST_SECTIONS
    assert page.texts("p", class_="note") == [
        "26 more pairs and sets of bodies have their points in the CSV form only."
    ]
    assert "Body 10 and Body 11" in page.texts("h2")
    assert len({line["bodies"] for line in lines_of(found)}) == 66
    assert "26 more pairs and sets of bodies have their points" in text_of(found)


def test_a_pair_with_neither_reason_nor_protocol_has_no_sheet():
    """That there is no protocol where none is needed is on the register and needs no sheet."""
    found = orgmap(
        seats=[seat("A", None, "Council"), seat("B", None, "Police")],
        protocols=[{"body_a": "A", "body_b": "B", "status": "none"}],
    )
    page = page_of(found)
    assert "A and B" in page.texts("th", scope="row")
    assert not any(one.startswith("sheet-") for one in page.ids)


def test_what_is_wrong_is_said_with_the_protocol():
    """A protocol without anything shared, and overdue as well, says so wherever it is told."""
    found = as_at(
        orgmap(
            seats=[seat("A", None, "Council"), seat("B", None, "Police")],
            protocols=[{"body_a": "A", "body_b": "B", "status": "agreed", "review_by": "2004-06"}],
        ),
        "2005-01-01",
    )
    text = page_of(found).visible
    assert text.count("orphaned") == 4
    assert "Trouble: the two share nothing that the map knows of; its review was due by June 2004." in text
    assert "June 2004" in text


def test_agreements_are_listed_with_their_own_points_and_the_mode(hampshire):
    """Each agreement has its eight points, its state as at the day, and the mode of its body where known."""
    found = made(hampshire)
    told = [(one.body, one.contents.state, one.mode) for one in found.agreements]
    assert told == [
        ("Eastleigh Transport Topic Group", "draft", ""),
        ("Hampshire Community Safety Group", "review due", "commissioning"),
        ("Hampshire Economic Partnership", "none", "laboratory"),
        ("Hampshire Economic Partnership transport task force", "review overdue", ""),
    ]
    points = [point.name for point in found.agreements[0].contents.points]
    assert points == [column.name for column in AGREEMENT_POINTS]
    assert "Mode of governance: laboratory." in page_of(hampshire).visible


def test_the_five_questions_are_answered(hampshire):
    """The home body comes first, then each body with a protocol or an agreement, with its answers."""
    page = page_of(hampshire)
    asked = [heading for heading in page.texts("h2") if heading.startswith("Five questions for ")]
    assert asked[0] == "Five questions for Hampshire Strategic Partnership"
    assert asked[1:] == sorted(asked[1:])
    assert len(asked) == 12
    assert page.texts("p", class_="question")[:5] == list(FIVE_QUESTIONS)
    assert "With 15 more bodies there are reasons for one, and none is known." in page.visible


def test_without_answers_the_questions_are_a_form():
    """A map with neither a home body nor a protocol has the five questions on a form, to answer by hand."""
    page = page_of(pair())
    assert page.texts("h2")[-1] == "Five questions for each body"
    assert page.texts("li")[-5:] == list(FIVE_QUESTIONS)
    assert text_of(pair()).endswith(f"5. {FIVE_QUESTIONS[-1]}\n")


def test_no_more_than_twelve_bodies_are_asked():
    """Of twenty bodies with a protocol twelve have a sheet of questions, and the others are counted."""
    names = [f"Body {number:02d}" for number in range(20)]
    known = [{"body_a": names[0], "body_b": name, "status": "draft"} for name in names[1:]]
    found = lists({name: ["Council"] for name in names}, protocols=known)
    page = page_of(found)
    assert sum(heading.startswith("Five questions for ") for heading in page.texts("h2")) == 12
    sentence = "8 more bodies with a protocol or an agreement have no sheet of questions here."
    assert sentence in page.texts("p", class_="note")
    assert sentence in text_of(found)


@pytest.mark.parametrize("mode", ["advisory", "commissioning", "laboratory", "community empowerment"])
def test_what_a_mode_of_governance_asks(mode):
    """A body's sheet asks the questions of its mode of governance; without a mode there are none."""
    bodies, about = [{"body": "Board", "governance_mode": mode}], [{"home_body": "Board"}]
    found = lists({"Board": ["A"]}, bodies=bodies, about=about)
    page = page_of(found)
    assert page.texts("h3") == [f"What its mode of governance asks: {mode}"]
    assert page.texts("li")[-len(MODE_QUESTIONS[mode]) :] == [
        f"{aspect}: {question}" for aspect, question in MODE_QUESTIONS[mode]
    ]
    assert len(MODE_QUESTIONS[mode]) in (2, 3)
    assert not page_of(lists({"Board": ["A"]}, about=[{"home_body": "Board"}])).texts("h3")


def test_an_agreement_of_which_nothing_is_known_has_no_sheet():
    """A body of the home family without an agreement is a finding, not a sheet."""
    bodies = [{"body": "Board"}, {"body": "Group", "part_of": "Board"}, {"body": "Panel", "part_of": "Board"}]
    found = lists(
        {"Board": ["A"], "Group": ["B"], "Panel": ["C"]},
        bodies=bodies,
        agreements=[{"body": "Panel", "aims": "yes"}],
        about=[{"home_body": "Board"}],
    )
    assert [one.body for one in made(found).agreements] == ["Panel"]


def test_a_protocol_with_a_closed_body_is_a_section_of_its_own():
    """Two closed bodies with one partner are two sections, though neither is a node of the map."""
    gone = ("Forum", "Group")
    whole = lists(
        {"Board": ["A"], "Forum": ["B"], "Group": ["C"]},
        bodies=[{"body": "Board"}, *({"body": name, "until": "2003"} for name in gone)],
        protocols=[{"body_a": "Board", "body_b": name, "status": "agreed"} for name in gone],
    )
    found = as_at(whole, "2004")
    assert [(one.title, one.state) for one in made(found).sections] == [
        ("Board and Forum", "closed body"),
        ("Board and Group", "closed body"),
    ]
    assert "Trouble: Forum has closed." in page_of(found).visible


def test_a_map_without_reasons_has_an_empty_register():
    """Nothing to agree on is said in words, and the CSV form has its heading."""
    found = lists({"A": ["x"], "B": ["y"]})
    assert "No two bodies have a reason for a protocol, and no protocol is known." in page_of(found).visible
    assert lines_of(found) == []


def test_the_csv_form_has_a_line_for_each_sheet(hampshire):
    """A line for each protocol, each pair or set without one, and each agreement, with the ids of bodies."""
    lines = lines_of(hampshire)
    kinds = Counter(line["kind"] for line in lines)
    contents = [one for section in made(hampshire).sections if section.wanted for one in section.contents]
    assert kinds["agreement"] == 4
    assert len(lines) - 4 == len(contents)
    assert list(lines[0]) == list(TICKED_COLUMNS)
    told = [lines[0][column] for column in ("kind", "pairs", "protocol", "status", "parties", "plans", "map")]
    assert told == ["set", "3", "County and districts", "draft", "yes", "no", "Hampshire 2004"]
    assert lines[0]["body_b"].split("; ") == [
        "new-forest-lsp",
        "winchester-lsp",
        "hampshire-strategic-partnership",
    ]


def test_a_line_holds_no_more_pairs_than_a_cell_can():
    """A set of very many pairs is several lines, each with the same words and some of its pairs."""
    kind = {"kind": "board", "tier": "district"}
    names = [f"Body {number:02d}" for number in range(24)]
    found = lists(
        {name: ["Council", "Police", "College"] for name in names},
        bodies=[{"body": name, **kind} for name in names],
    )
    told = [(line["bodies"], line["pairs"]) for line in lines_of(found)]
    assert told == [("24 district boards (part 1 of 2)", "200"), ("24 district boards (part 2 of 2)", "76")]
    assert sum(len(line["body_a"].split("; ")) for line in lines_of(found)) == 276


def test_what_is_said_without_a_status_is_shown():
    """Points and notes of a protocol whose status is not known are on its sheet and in its line."""
    found = pair(parties="yes", note="Ask the clerk.")
    page = page_of(found)
    assert ticked(page) == ["yes"] + ["not said"] * 15
    assert page.texts("textarea") == ["Ask the clerk."]
    assert [(line["parties"], line["note"], line["status"]) for line in lines_of(found)] == [
        ("yes", "Ask the clerk.", "")
    ]


def test_notes_are_shown_only_with_all_names():
    """A note is free text, so it is left out of a map that withholds names."""
    found = pair(status="draft", note="Ask Ann Example.")
    assert "Ask Ann Example." in text_of(withhold(found, "full"))
    for mode in ("posts", "none"):
        shown = withhold(found, mode)
        answer = protocols(shown)
        told = [
            text_of(shown),
            checklist_csv(shown, answer),
            checklist_html(shown, answer, Pack.of(shown, ()), {}),
        ]
        assert not any("Ann Example" in text for text in told)


def test_the_page_tells_checklists_apart():
    """The fingerprint is the same for the same map, and another for another title, tick or body."""
    prints = [
        data_of(found)["fingerprint"] for found in (pair(), pair(), pair(status="draft"), pair(note="x"))
    ]
    assert prints[0] == prints[1]
    assert len(set(prints)) == 3
    keys = [
        data_of(found)["forms"][0]["key"]
        for found in (pair(), pair(status="draft"), pair(issue="Health", owner="x"))
    ]
    assert keys[0] == keys[1] != keys[2]


def test_the_page_stays_small():
    """With many sets, protocols and agreements the page is under 1 MB and says what is left out."""
    names = [f"The partnership of the district number {number:03d}" for number in range(60)]
    known = [
        {"protocol": f"Protocol {number} of {name}", "body_a": names[0], "body_b": name, "status": "draft"}
        for name in names[1:]
        for number in range(3)
    ]
    found = lists(
        {name: ["Council", "Police", "College"] for name in names},
        protocols=known,
        agreements=[{"body": name, "status": "draft"} for name in names],
    )
    answer = protocols(found)
    text = checklist_html(found, answer, Pack.of(found, ("checklist.html",), entities=True), {})
    assert len(text.encode()) < 1_000_000
    assert "30 more agreements have their points in the CSV form only." in read_page(text).visible


@pytest.mark.parametrize("value", ["=HYPERLINK(1)", "+1", "@x"])
def test_no_cell_is_taken_for_a_formula(value):
    """What came from the source cannot run in a spreadsheet."""
    lines = lines_of(pair(status="agreed", owner=value, protocol=value))
    assert [(line["owner"], line["protocol"]) for line in lines] == [(f"'{value}", f"'{value}")]


def test_only_a_web_address_becomes_a_link():
    """The document is linked where it is on the web, and is only text where it is anything else."""
    page = page_of(pair(status="agreed", document="https://example.org/protocol.pdf"))
    assert "https://example.org/protocol.pdf" in page.links
    page = page_of(pair(status="agreed", document="javascript:alert(1)"))
    assert not any("script" in link for link in page.links)
    assert page.all("input", data_name="document")[0].attributes["value"] == "javascript:alert(1)"


def test_markdown_says_the_same_as_the_page(hampshire):
    """Register, sheets, agreements and questions come in the same order; notes come under the title."""
    text = text_of(hampshire, ["2 names are withheld."])
    headings = [line.removeprefix("## ") for line in text.splitlines() if line.startswith("## ")]
    assert headings == page_of(hampshire).texts("h2")[1:]
    assert text.startswith("# Protocol checklist: Hampshire 2004\n\n2 names are withheld.\n\n## Register\n")


def test_the_same_map_gives_the_same_bytes(hampshire):
    """The same map gives the same bytes in every form."""
    answer = protocols(hampshire)
    assert text_of(hampshire) == text_of(hampshire)
    assert checklist_csv(hampshire, answer) == checklist_csv(hampshire, protocols(hampshire))


def test_the_checklist_is_as_expected(hampshire):
    """The Markdown of Hampshire is the text that was read and found good."""
    check_golden("pages/hampshire-checklist.md", text_of(hampshire))
