"""Links in text: every name leads to its page, every term to the glossary, and nothing else is changed."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgmap.questions import QUESTIONS
from orgmap.views.linking import Links
from orgmap.views.packs import Pack
from orgmap.views.passages import Names
from orgmap.views.terms import forms, term_ids, term_of
from orgmap.vocabulary import TERMS
from tests.views.test_pages import HOSTILE
from tests.webpages import read_page

LABELS = {
    "body:health": "Health Board",
    "body:health-executive": "Health Board Executive",
    "body:council": "Anyshire Council",
    "org:council": "Anyshire Council",
    "org:police": "Police",
    "org:trust": "Mid-Anyshire Trust",
    "org:anyshire-trust": "Anyshire Trust",
    "person:ann": "Ann Example",
    "person:ann-2": "Ann Example",
}
PLACES = {node: f"{node.replace(':', '/')}.html" for node in LABELS}


def links(**more):
    """Return the links of a page at the root of a pack that has a glossary."""
    return Links(**({"places": PLACES, "labels": LABELS, "glossary": "glossary.html"} | more))


def anchors(markup):
    """Return the links in a piece of HTML as (address, text)."""
    return [(one.attributes["href"], one.text) for one in read_page(str(markup)).all("a")]


def test_each_name_leads_to_its_page_the_longest_first():
    """A name within a longer one is not taken for itself, and every occurrence is a link."""
    told = links().sentence("Health Board Executive and Health Board: Health Board.", ())
    assert anchors(told) == [
        ("body/health-executive.html", "Health Board Executive"),
        ("body/health.html", "Health Board"),
        ("body/health.html", "Health Board"),
    ]


def test_a_name_is_found_as_whole_words_only():
    """Neither letters nor a hyphen may join a name to the word before or after it."""
    found = anchors(
        links().sentence("Mid-Anyshire Trust, Anyshire Trusts, pre-Anyshire Trust, Anyshire Trust.")
    )
    assert found == [("org/trust.html", "Mid-Anyshire Trust"), ("org/anyshire-trust.html", "Anyshire Trust")]


def test_a_name_of_one_word_is_a_link_only_where_it_is_a_subject():
    """Police in a sentence on others is a word; in a sentence on the organisation it is the organisation."""
    assert anchors(links().sentence("Police and others meet.")) == []
    assert anchors(links().sentence("Police and others meet.", ["org:police"])) == [
        ("org/police.html", "Police")
    ]


def test_a_name_of_two_is_told_by_the_subjects():
    """A council that is body and organisation is what the sentence is about; two people alike are nobody."""
    sentence = "Anyshire Council sits there."
    assert anchors(links().sentence(sentence, ["body:council"])) == [
        ("body/council.html", "Anyshire Council")
    ]
    assert anchors(links().sentence(sentence)) == [("org/council.html", "Anyshire Council")]
    both = links().sentence("Ann Example sits there.", ["person:ann", "person:ann-2"])
    assert anchors(both) == []
    assert anchors(links().sentence("Ann Example sits there.", ["person:ann"])) == [
        ("person/ann.html", "Ann Example")
    ]


def test_cells_link_every_name_between_semicolons():
    """A cell of several names links each, and leaves what is no name or the name of two as it is."""
    found = links().cell("Health Board; Somebody else; Ann Example; Police")
    assert anchors(found) == [("body/health.html", "Health Board"), ("org/police.html", "Police")]
    assert found.striptags() == "Health Board; Somebody else; Ann Example; Police"
    assert anchors(links().cell("Anyshire Council", "body")) == [("body/council.html", "Anyshire Council")]


def test_a_page_in_a_folder_leads_up():
    """Every address begins with the root of the page."""
    found = anchors(links(root="../").sentence("Health Board has a seat."))
    assert [address for address, _ in found] == ["../body/health.html", "../glossary.html#term-seat"]


def test_a_term_is_a_link_once_on_a_page():
    """The first use leads to the glossary in singular or plural, at the start of a sentence or within."""
    page = links()
    first = anchors(page.sentence("Bodies share seats. Seats of a body."))
    assert first == [("glossary.html#term-body", "Bodies"), ("glossary.html#term-seat", "seats")]
    assert anchors(page.sentence("A body has a seat and a protocol.")) == [
        ("glossary.html#term-protocol", "protocol")
    ]
    assert anchors(links().sentence("A seat.")) == [("glossary.html#term-seat", "seat")]


def test_the_longest_term_is_taken_and_never_within_a_word():
    """An only link is no link, and a seating plan has no seat."""
    found = anchors(links().terms("The only link; a seating plan; body-wide; seats."))
    assert found == [("glossary.html#term-only-link", "only link"), ("glossary.html#term-seat", "seats")]


def test_capitals_within_a_sentence_are_names_and_no_terms():
    """Only the first word of a sentence may be a term with a capital."""
    assert anchors(links().sentence("Some Seat is there. Seat again.")) == [
        ("glossary.html#term-seat", "Seat")
    ]


def test_a_term_within_a_name_is_left_alone():
    """Where a name holds a term, the name is one link or none, and the term is still free for later."""
    page = links(labels={"body:a": "Forum of the seat"}, places={"body:a": "a.html"})
    found = anchors(page.sentence("Forum of the seat and a seat.", ["body:a"]))
    assert found == [("a.html", "Forum of the seat"), ("glossary.html#term-seat", "seat")]


def test_no_term_is_found_in_a_post():
    """A post that begins a sentence with a word of the glossary is no use of that word."""
    known = Names({"organisation:x": "Probation"}, ["Area manager", "Seat"])
    told = [
        (piece.text, piece.node, piece.term) for piece in known.pieces("Area manager (Probation) has a seat.")
    ]
    assert told == [
        ("Area manager", "", ""), (" (", "", ""), ("Probation", "", ""), (") has a ", "", ""),
        ("seat", "", "term-seat"), (".", "", ""),
    ]  # fmt: skip
    assert [piece.term for piece in known.pieces("Seat of the board.") if piece.term] == ["term-seat"]


def test_the_explanation_of_a_term_does_not_lead_to_itself():
    """Within the glossary every explanation links all terms but its own, also those used before."""
    page = links()
    for _ in range(2):
        found = anchors(page.terms("A seat on a body; seats.", "term-seat"))
        assert found == [("glossary.html#term-body", "body")]


def test_without_pages_and_glossary_text_stays_text():
    """A page written alone has no links at all."""
    alone = Pack("Alone").links("findings.html")
    assert (
        str(alone.sentence("A body & Health Board.", ["body:health"]))
        == "<bdi>A body &amp; Health Board.</bdi>"
    )
    assert str(alone.heading("Seats")) == "Seats"


def test_headings_lead_to_what_explains_them():
    """The heading of a column is a link where it is a term or a measure, and else text."""
    assert anchors(links().heading("Seats")) == [("glossary.html#term-seat", "Seats")]
    assert anchors(links().heading("Share", "jaccard")) == [("glossary.html#measure-jaccard", "Share")]
    assert anchors(links().heading("Who they are")) == []


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_stay_text(name):
    """Whatever a name holds, the page shows just that, and the only elements are ours."""
    page = Links({"body:x": "bodies/x.html"}, {"body:x": name}, glossary="glossary.html")
    for made in (page.sentence(f"{name} has 3 seats.", ["body:x"]), page.cell(name), page.node("body:x")):
        read = read_page(f"<div>{made}</div>")
        assert {one.tag for one in read.elements} <= {"div", "a", "bdi"}
        assert name in read.all("div")[0].text
        assert read.faults == []


@given(st.text(st.sampled_from("Health Board seat-. 'ab<&"), max_size=60))
def test_links_add_nothing_and_take_nothing(text):
    """Whatever the text, a reader reads the same with the links as without."""
    made = links().sentence(text, tuple(LABELS))
    assert read_page(f"<div>{made}</div>").all("div")[0].text == text
    assert "".join(piece.text for piece in Names(LABELS).pieces(text, tuple(LABELS))) == text


def test_every_sentence_of_a_county_reads_the_same(hampshire):
    """On a real map every finding is told word for word, and most subjects have a link."""
    pack = Pack.of(hampshire, ("glossary.html",), entities=True)
    page = pack.links("overlap.html")
    findings = [finding for ask in QUESTIONS.values() for finding in ask(hampshire).findings]
    for finding in findings:
        made = page.sentence(finding.sentence, finding.subjects)
        assert made.striptags() == " ".join(finding.sentence.split())
        named = {
            pack.places[node]
            for node in finding.subjects
            if node in pack.places and pack.labels[node] in finding.sentence
        }
        shown = {address for address, _ in anchors(made)}
        assert len(named - shown) <= len(named) / 4, finding.sentence


def test_ids_of_terms_are_their_own():
    """No two terms of the glossary have the same id, and the words of orgmap have the plain ones."""
    ids = term_ids(TERMS)
    assert len(set(ids.values())) == len(TERMS) == len(ids)
    assert ids["words", "two-tier area"] == "term-two-tier-area"
    assert ids["sector", "partnership"] == "term-partnership"
    assert ids["body kind", "partnership"] == "term-body-kind-partnership"


def test_forms_lead_to_ids_that_the_glossary_has():
    """Every form of a term is of one of its ids, longer forms come before those that they begin with."""
    ids = set(term_ids(TERMS).values())
    for ones in forms().values():
        assert {one.id for one in ones} <= ids
        assert all(len(one.text) >= len(other.text) for one, other in pairwise(ones))
    assert term_of("Bodies") == "term-body"
    assert term_of("member") is None
    assert term_of("people") is None
