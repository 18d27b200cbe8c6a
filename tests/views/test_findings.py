"""Findings are grouped by what they ask, led by what matters, and told in Markdown as text only."""

from __future__ import annotations

import re

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgmap.model import Answer, Finding
from orgmap.views.findings import HEADINGS, findings_markdown, groups, leading
from orgmap.views.markdown import escaped, table


def answer(question, *weights, sentence="Sentence"):
    """Return an answer with a finding of each weight."""
    found = tuple(
        Finding(question, weight, f"{sentence} {number} of {question}.")
        for number, weight in enumerate(weights, start=1)
    )
    return Answer(question, f"What about {question}?", found, pd.DataFrame())


def test_groups_are_in_the_order_of_weight_and_never_empty():
    """What to do comes before what to look into and what to know; a group of nothing is not there."""
    made = groups(answer("a", "know", "act", "know").findings)
    assert [(group.heading, [item.number for item in group.items]) for group in made] == [
        ("To do", [2]),
        ("Good to know", [1, 3]),
    ]


def told(answers, **more):
    """Return what leads: its heading, question and anchor."""
    return [(lead.heading, lead.answer.question, lead.item.number) for lead in leading(answers, **more)]


def test_the_lead_takes_what_to_do_first_and_a_turn_of_each_question():
    """To do comes before to look into before to know; of each the first of every question first."""
    answers = [
        answer("a", "act", "act", "look"),
        answer("b", "look", "know"),
        answer("c", "act", "act", "look", "know"),
    ]
    assert told(answers, most=8) == [
        ("To do", "a", 1),
        ("To do", "c", 1),
        ("To do", "a", 2),
        ("To do", "c", 2),
        ("To look into", "a", 3),
        ("To look into", "b", 1),
        ("To look into", "c", 3),
        ("Good to know", "b", 2),
    ]


def test_a_question_with_three_leads_waits_for_those_as_heavy():
    """The fourth of a question comes after all of its weight of others, and before what is lighter."""
    answers = [answer("a", *["act"] * 5), answer("b", "act", "look"), answer("c", "act")]
    assert told(answers, most=8) == [
        ("To do", "a", 1),
        ("To do", "b", 1),
        ("To do", "c", 1),
        ("To do", "a", 2),
        ("To do", "a", 3),
        ("To do", "a", 4),
        ("To do", "a", 5),
        ("To look into", "b", 2),
    ]


def test_what_names_the_home_body_leads_those_of_its_weight():
    """In a question and between questions the home body goes first, but not before what weighs more."""
    found = (
        Finding("a", "act", "Elsewhere."),
        Finding("a", "look", "Elsewhere too."),
        Finding("a", "look", "At home.", ("body:x", "body:home")),
    )
    other = (Finding("b", "act", "At home.", ("body:home",)), Finding("b", "look", "Elsewhere."))
    answers = [Answer(name, "?", ones, pd.DataFrame()) for name, ones in (("a", found), ("b", other))]
    assert told(answers, home="body:home") == [
        ("To do", "b", 1),
        ("To do", "a", 1),
        ("To look into", "a", 3),
        ("To look into", "b", 2),
        ("To look into", "a", 2),
    ]
    assert [number for _, _, number in told(answers)] == [1, 1, 2, 2, 3]


def test_what_is_good_to_know_of_the_data_comes_last():
    """What is merely good to know of the data gives way to that of every other question."""
    answers = [answer("data_quality", "look", "know", "know"), answer("z", *["know"] * 5)]
    assert [question for _, question, _ in told(answers)] == [
        "data_quality",
        *["z"] * 5,
        *["data_quality"] * 2,
    ]


@given(st.lists(st.lists(st.sampled_from(list(HEADINGS)), max_size=12), max_size=12), st.booleans())
def test_the_lead_is_the_heaviest_there_is(weights, at_home):
    """Whatever there is, nothing that leads is lighter than what is left out, and none leads twice."""
    answers = [
        answer(f"q{place}", *sorted(ones, key=list(HEADINGS).index)) for place, ones in enumerate(weights)
    ]
    leads = leading(answers, home="body:home" if at_home else None)
    order = [list(HEADINGS).index(lead.item.finding.weight) for lead in leads]
    every = sorted(list(HEADINGS).index(weight) for ones in weights for weight in ones)
    assert order == every[:10]
    assert len({(lead.answer.question, lead.item.number) for lead in leads}) == len(leads)


def test_the_lead_has_at_most_ten():
    """However many questions there are, ten findings lead."""
    assert len(leading([answer(name, "act", "act") for name in "abcdefgh"])) == 10


def test_markdown_has_a_heading_for_each_question_and_group():
    """Title, notes, questions and groups come in order; a group without findings is left out."""
    text = findings_markdown("Map", [answer("a", "look", "act")], ["12 names are withheld."])
    assert text == (
        "# Map\n\n12 names are withheld.\n\n## What about a?\n\n### To do\n\n- Sentence 2 of a.\n\n"
        "### To look into\n\n- Sentence 1 of a.\n"
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("*bold* _it_ `code`", r"\*bold\* \_it\_ \`code\`"),
        ("[a](b) <script>", r"\[a\](b) \<script\>"),
        ("# no heading | no cell", r"\# no heading \| no cell"),
        ("a \\* b", r"a \\\* b"),
        ("&lt; ~~gone~~", r"\&lt; \~\~gone\~\~"),
        ("- item", r"\- item"),
        ("1. item", r"1\. item"),
        ("2004 was a year", "2004 was a year"),
        ("http://a.example www.a.example a@b.example", r"http\://a.example www\.a.example a\@b.example"),
        ("one\n\n# two\r\nthree", r"one \# two three"),
        ("turn\u202eround", "turn round"),
    ],
)  # fmt: skip
def test_no_mark_of_a_name_is_read_as_markdown(text, told):
    """What CommonMark or GitHub would read as markup is escaped, and the text stays on one line."""
    assert escaped(text) == told


@given(st.text())
def test_any_text_is_one_line_without_bare_marks(text):
    """Whatever is in a name, no mark stands without its backslash and no line begins."""
    told = escaped(text)
    assert "\n" not in told
    bare = re.sub(r"\\.", "", told)
    assert not re.search(r"[\\`*_\[\]<>#|~&$@]", bare)
    assert not re.match(r"[-+=]|\d+[.)]", bare)


def test_a_table_has_one_line_for_each_row():
    """A bar or a line break in a cell does not make another cell or row."""
    assert table(["A", "B"], [["x|y", "two\nlines"]]) == "| A | B |\n| --- | --- |\n| x\\|y | two lines |"
