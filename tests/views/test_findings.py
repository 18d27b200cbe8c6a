"""Findings are grouped by what they ask, led by what matters, and told in Markdown as text only."""

from __future__ import annotations

import re

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgmap.model import Answer, Finding
from orgmap.views.findings import findings_markdown, groups, leading
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


def test_the_lead_takes_what_to_do_first_and_something_of_every_question():
    """What leads is to do before to look into before to know; no question takes the place of another."""
    answers = [
        answer("a", *["act"] * 9),
        answer("b", "look", "know"),
        answer("c", "act", "look", "look", "look"),
    ]
    told = [(lead.heading, lead.answer.question, lead.item.anchor) for lead in leading(answers, most=8)]
    assert told == [
        ("To do", "a", "finding-1"),
        ("To do", "a", "finding-2"),
        ("To do", "a", "finding-3"),
        ("To do", "c", "finding-1"),
        ("To look into", "b", "finding-1"),
        ("To look into", "c", "finding-2"),
        ("To look into", "c", "finding-3"),
        ("Good to know", "b", "finding-2"),
    ]


def test_the_lead_is_filled_up_with_the_heaviest_of_the_others():
    """Where three of each question are fewer than ten, more of what is heaviest leads too."""
    told = [lead.item.anchor for lead in leading([answer("a", "act", "act", "act", "act", "look", "know")])]
    assert told == [f"finding-{number}" for number in range(1, 7)]


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
