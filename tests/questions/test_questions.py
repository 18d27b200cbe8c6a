"""Tests of what all questions have in common."""

from __future__ import annotations

import pytest

from orgmap import vocabulary
from orgmap.model import OrgMap, as_at, check, withhold
from orgmap.network import whole_map
from orgmap.questions import QUESTIONS
from orgmap.read import read
from tests.builders import EXAMPLES, orgmap, seat, text_of

every_question = pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)


def test_every_question_of_the_vocabulary() -> None:
    """The questions are those that the vocabulary declares, in its order."""
    assert tuple(QUESTIONS) == vocabulary.QUESTIONS.values


@every_question
@pytest.mark.parametrize("example", ["wales-psb", "hampshire-2004", "southern-women"])
def test_answers(question: object, example: str) -> None:
    """An answer has whole sentences, subjects that are nodes of the map, and rows of its table."""
    made = withhold(as_at(check(read(EXAMPLES / example))))
    nodes = set(whole_map(made))
    answer = question(made)  # type: ignore[operator]
    for finding in answer.findings:
        assert finding.question == answer.question
        assert finding.sentence.endswith(".")
        assert finding.sentence[0] == finding.sentence[0].upper()
        assert not {"nan", "None", "<NA>", "  "} & set(finding.sentence.split(" "))
        assert set(finding.subjects) <= nodes
        assert set(finding.rows) <= set(answer.table.index)
    assert answer.table.index.tolist() == list(range(len(answer.table)))


@every_question
def test_a_question_changes_nothing(question: object, hampshire: OrgMap) -> None:
    """Asking leaves the map as it was, and asking twice gives the same answer."""
    before = text_of(hampshire)
    one, two = question(hampshire), question(hampshire)  # type: ignore[operator]
    assert one.findings == two.findings
    assert one.table.equals(two.table)
    assert text_of(hampshire) == before


@every_question
def test_the_least_map(question: object) -> None:
    """A map of a single vacant seat can be asked anything."""
    answer = question(orgmap(seats=[seat("Board", status="vacant")]))  # type: ignore[operator]
    assert answer.title.endswith("?")


@every_question
def test_hostile_names(question: object) -> None:
    """Names with markup, line marks, formulas and ten thousand letters can be asked anything."""
    names = ["<b>x</b>", "=cmd()", "\u202egnirts", "x" * 10_000, "a; b", "{0}", "%s", "\\1"]
    made = orgmap(seats=[seat(body, name, name, post=name) for body in names[:4] for name in names])
    answer = question(as_at(made))  # type: ignore[operator]
    assert all(finding.sentence for finding in answer.findings)
