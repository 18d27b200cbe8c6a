"""Tests of findings in each form, and of what is kept of them where they are to be about some bodies."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import docx
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from orgmap.errors import CallInvalid
from orgmap.model import Answer, Finding
from orgmap.pack.findings import FORMS, findings
from orgmap.pack.opening import Opened
from orgmap.pack.papers import MOST_COLUMNS, MOST_LETTERS, MOST_ROWS, findings_paper
from orgmap.questions.answers import narrowed
from orgmap.views.findings import leading
from orgmap.views.packs import home_of
from orgmap.vocabulary import QUESTIONS
from tests.builders import seat
from tests.packs import ANYSHIRE, shown, write_source
from tests.webpages import read_page

EASTON = "body:easton-partnership"


@pytest.fixture
def anyshire(tmp_path: Path) -> Opened:
    """Return a made-up county, opened."""
    return shown(write_source(tmp_path / "anyshire", ANYSHIRE))


def lines(text: object) -> list[dict[str, str]]:
    """Return the rows of a CSV text."""
    return list(csv.DictReader(io.StringIO(str(text), newline="")))


def paper(content: bytes | str) -> list[tuple[str, str]]:
    """Return the style and the text of each paragraph of a document."""
    assert isinstance(content, bytes)
    return [
        (line.style.name, line.text) for line in docx.Document(io.BytesIO(content)).paragraphs if line.text
    ]


def told(opened: Opened, form: str) -> list[str]:
    """Return the sentences of the findings as a form tells them."""
    content = findings(opened).written(form)
    if form == "json":
        return [one["sentence"] for part in json.loads(content)["questions"] for one in part["findings"]]
    if form == "csv":
        return [row["finding"] for row in lines(content)]
    if form == "xlsx":
        book = CalamineWorkbook.from_filelike(io.BytesIO(bytes(content)))  # type: ignore[arg-type]
        return [str(row[2]) for row in book.get_sheet_by_name("findings").to_python()[1:]]
    if form == "docx":
        lines_of = paper(content)
        first = lines_of.index(("Heading 1", "Which bodies share most members?"))
        return [text for style, text in lines_of[first:] if style == "List Bullet"]
    page = read_page(str(content))
    return [
        " ".join(one.text.split("Shown by")[0].split())
        for one in page.all("li")
        if "-finding-" in one.attributes.get("id", "")
    ]


@pytest.mark.parametrize("form", [form for form in FORMS if form != "md"])
def test_every_form_tells_every_finding(form: str, anyshire: Opened) -> None:
    """No form leaves a sentence out or adds one; in all the order is that of the questions and weights."""
    answers = [anyshire.answers[name] for name in QUESTIONS.values]
    assert told(anyshire, form) == [one.sentence for answer in answers for one in answer.findings]


def test_a_paper_begins_with_what_matters_most(anyshire: Opened) -> None:
    """Before all else a paper has the ten findings of the overview; one that answers one question has not."""
    leads = leading([anyshire.answers[name] for name in QUESTIONS.values], home_of(anyshire.orgmap))
    texts = paper(findings(anyshire).written("docx"))
    first = texts.index(("Heading 1", "What matters most"))
    told_first = [text for _, text in texts[first + 1 : first + 1 + len(leads)]]
    assert told_first == [f"{lead.heading}: {lead.item.finding.sentence}" for lead in leads]
    assert ("Heading 1", "What matters most") not in paper(findings(anyshire, ["overlap"]).written("docx"))


def test_json_is_whole(anyshire: Opened) -> None:
    """JSON says what the map is, and each finding's rows and subjects; unknown is null, flags are flags."""
    made = json.loads(str(findings(anyshire, ["overlap"]).written("json")))
    assert list(made) == ["title", "as_at", "names", "notes", "questions"]
    assert (made["title"], made["as_at"], made["names"]) == ("Anyshire", "2005-06", "posts")
    (overlap,) = made["questions"]
    table = anyshire.answers["overlap"].table
    assert len(overlap["table"]) == len(table)
    first = overlap["table"][0]
    assert list(first) == list(table.columns)
    assert first["body_a"] == table.at[0, "body_a"]
    assert first["shared"] == table.at[0, "shared"]
    assert first["part_of"] is bool(table.at[0, "part_of"])
    for said, finding in zip(overlap["findings"], anyshire.answers["overlap"].findings, strict=True):
        assert said["rows"] == list(finding.rows)
        assert [one["id"] for one in said["subjects"]] == list(finding.subjects)
        assert all(
            one["label"] and one["kind"] in ("body", "organisation", "person") for one in said["subjects"]
        )


def test_json_has_null_for_what_is_not_known(anyshire: Opened) -> None:
    """NaN, NA and infinity are null, for JSON has no word for them."""
    table = pd.DataFrame(
        {
            "a": [1.5, float("nan"), float("inf")],
            "b": pd.array([1, None, 2], dtype="Int64"),
            "c": pd.array(["x", None, ""], dtype="str"),
            "d": pd.array([True, None, False], dtype="boolean"),
        }
    )
    anyshire.answers["overlap"] = Answer("overlap", "Which?", (), table)
    made = json.loads(str(findings(anyshire, ["overlap"]).written("json")), parse_constant=pytest.fail)
    assert made["questions"][0]["table"] == [
        {"a": 1.5, "b": 1, "c": "x", "d": True},
        {"a": None, "b": None, "c": None, "d": None},
        {"a": None, "b": 2, "c": "", "d": False},
    ]


def test_csv_is_the_table_of_one_question_and_the_findings_of_several(anyshire: Opened) -> None:
    """One question asked gives its table; several give a row for each finding with whom it is about."""
    one = lines(findings(anyshire, ["overlap"]).written("csv"))
    assert list(one[0]) == list(anyshire.answers["overlap"].table.columns)
    several = lines(findings(anyshire, ["overlap", "two_tier"]).written("csv"))
    assert list(several[0]) == ["question", "weight", "finding", "about"]
    assert {row["question"] for row in several} == {
        QUESTIONS.meaning_of("overlap"), QUESTIONS.meaning_of("two_tier"),
    }  # fmt: skip
    assert {row["weight"] for row in several} <= {"To do", "To look into", "Good to know"}
    shared = next(row for row in several if row["finding"].startswith("Anyshire Partnership and Easton"))
    assert shared["about"].split("; ") == ["Anyshire Partnership", "Easton Partnership"]


def test_findings_about_a_body_are_those_of_the_whole_map(anyshire: Opened) -> None:
    """What is kept is word for word what the whole map says, and names the body among its subjects."""
    part = findings(anyshire, bodies=["easton partnership"])
    whole = {one.sentence for name in QUESTIONS.values for one in anyshire.answers[name].findings}
    kept = [one for answer in part.answers for one in answer.findings if one.rows and EASTON in one.subjects]
    said = [one for one in kept if not one.sentence.startswith("No finding is about")]
    assert said
    assert {one.sentence for one in said} <= whole
    total = sum(len(anyshire.answers[name].findings) for name in QUESTIONS.values)
    assert f"of the {total} findings are about Easton Partnership." in part.about
    for form in ("md", "html", "json"):
        assert part.about in str(part.written(form))
    assert ("Normal", part.about) in paper(part.written("docx"))


def test_rows_about_a_body_are_kept_and_counted_anew() -> None:
    """Rows with the body's id and rows that prove a finding about it are kept; findings point to them."""
    table = pd.DataFrame({
        "name": ["a", "b", "c", "d"],
        "id_a": ["body:x", "body:y", "", "body:y"],
        "id_b": ["org:x", "body:z", None, "body:x"],
        "ideal": ["body:y", "body:x", "body:x", "body:y"],
    })  # fmt: skip
    answer = Answer("made_up", "What?", (
        Finding("made_up", "act", "About z.", ("body:z",), (1,)),
        Finding("made_up", "know", "About x.", ("body:w", "body:x"), (2, 3)),
    ), table)  # fmt: skip
    part = narrowed(answer, ["body:x"])
    assert part.table["name"].tolist() == ["a", "c", "d"]
    assert [(one.sentence, one.rows) for one in part.findings] == [("About x.", (1, 2))]
    assert part.table.index.tolist() == [0, 1, 2]
    assert narrowed(answer, ["body:q"]).table.columns.tolist() == table.columns.tolist()


def test_a_question_with_nothing_about_the_body(anyshire: Opened) -> None:
    """It is left out, unless it was asked by name: then it says so; rows without a finding are counted."""
    table = pd.DataFrame({"name": ["a", "b"], "id": ["body:easton-partnership", "body:weston-partnership"]})
    anyshire.answers["gaps"] = Answer("gaps", "Who?", (), table.iloc[:0])
    anyshire.answers["tiers"] = Answer("tiers", "How?", (), table)
    body = ["Easton Partnership"]
    assert [one.question for one in findings(anyshire, ["gaps"], body).answers] == ["gaps"]
    assert "gaps" not in [one.question for one in findings(anyshire, bodies=body).answers]
    said = {
        one.question: [finding.sentence for finding in one.findings]
        for one in findings(anyshire, ["gaps", "tiers"], body).answers
    }
    assert said == {
        "gaps": ["No finding is about Easton Partnership."],
        "tiers": ["No finding is about Easton Partnership; 1 row of the table is."],
    }
    assert findings(anyshire, ["gaps", "tiers"], body).about == (
        "None of the 0 findings is about Easton Partnership."
    )


def test_several_bodies_are_either(anyshire: Opened) -> None:
    """Of several bodies what is about any of them is kept."""
    both = findings(anyshire, ["overlap"], ["Easton Partnership", "Weston Partnership"])
    assert both.about.endswith("about Easton Partnership or Weston Partnership.")
    ids = both.answers[0].table[["id_a", "id_b"]]
    assert ids.isin([EASTON, "body:weston-partnership"]).any(axis=1).all()


def test_a_body_that_there_is_not(anyshire: Opened) -> None:
    """An unknown body is the call's fault, answered with the nearest."""
    with pytest.raises(CallInvalid, match=r"Did you mean Easton Partnership\?"):
        findings(anyshire, bodies=["Easton Partnershp"])


@pytest.mark.parametrize("form", FORMS)
def test_nothing_about_a_body_is_told_in_every_form(form: str, tmp_path: Path) -> None:
    """Where no question has anything about the body every form is still whole."""
    opened = shown(
        write_source(tmp_path / "one", {"seats": [seat("Board", None, "A"), seat("Forum", None, "B")]})
    )
    for question in QUESTIONS.values:
        opened.answers[question] = Answer(question, "What?", (), pd.DataFrame())
    part = findings(opened, bodies=["Board"])
    assert part.answers == ()
    assert part.written(form)


def test_paper_is_bounded_and_says_where_the_rest_is(anyshire: Opened) -> None:
    """A table on paper has at most 25 rows, those behind findings among them, six columns and short cells."""
    table = pd.DataFrame({f"c{number}": [f"row {row}" for row in range(100)] for number in range(9)})
    table["c0"] = [f"row {row} " + "x" * 500 for row in range(100)]
    found = (Finding("made_up", "act", "Look at the last.", rows=(99, 50)),)
    answer = Answer("made_up", "Which?", found, table)
    made = findings_paper(anyshire.orgmap, [answer], [], lambda name: f"All of {name} is elsewhere.")
    (grid,) = docx.Document(io.BytesIO(made)).tables
    cells = [[cell.text for cell in row.cells] for row in grid.rows]
    assert (len(cells), len(cells[0])) == (1 + MOST_ROWS, MOST_COLUMNS)
    assert [row[1] for row in cells[1:]] == [f"row {row}" for row in [*range(23), 50, 99]]
    assert max(len(row[0]) for row in cells) == MOST_LETTERS
    assert ("Caption", "25 of 100 rows, those behind the findings before others") in paper(made)
    assert ("Normal", "All of made_up is elsewhere.") in paper(made)


def test_a_short_table_is_whole_on_paper(anyshire: Opened) -> None:
    """A table that fits is all there, and nothing is said of more elsewhere."""
    answer = Answer(
        "overlap", "Which?", (), pd.DataFrame({"body_a": ["A", "B"], "id_a": "body:a", "note": ["", ""]})
    )
    made = findings_paper(anyshire.orgmap, [answer], [], lambda name: f"All of {name} is elsewhere.")
    (grid,) = docx.Document(io.BytesIO(made)).tables
    assert [[cell.text for cell in row.cells] for row in grid.rows] == [["Body"], ["A"], ["B"]]
    assert "elsewhere" not in str(paper(made))


NODES = ["body:a", "body:b", "org:a", "person:a", ""]


@st.composite
def answers(draw: st.DrawFn) -> Answer:
    """Draw an answer with a table of ids and findings about some of them, proved by some of its rows."""
    ids = draw(st.lists(st.tuples(st.sampled_from(NODES), st.sampled_from(NODES)), max_size=8))
    table = pd.DataFrame(ids, columns=["id_one", "id_two"], dtype="str")
    proofs = st.lists(st.sampled_from(range(len(ids))), unique=True) if ids else st.just([])
    subjects = st.lists(st.sampled_from(NODES[:-1]), unique=True)
    found = draw(st.lists(st.tuples(subjects, proofs), max_size=5))
    told = [
        Finding("made_up", "know", f"It is {n}.", tuple(who), tuple(rows))
        for n, (who, rows) in enumerate(found)
    ]
    return Answer("made_up", "What?", tuple(told), table)


@given(answers(), st.lists(st.sampled_from(NODES[:-1]), min_size=1, unique=True))
def test_what_is_narrowed_is_proved_by_the_same_rows(whole: Answer, nodes: list[str]) -> None:
    """Each finding kept is about a node asked for and points to the rows that it pointed to; none is lost."""
    part = narrowed(whole, nodes)
    before = {one.sentence: whole.table.loc[list(one.rows)].to_numpy().tolist() for one in whole.findings}
    after = {one.sentence: part.table.loc[list(one.rows)].to_numpy().tolist() for one in part.findings}
    assert all(before[sentence] == rows for sentence, rows in after.items())
    assert set(after) == {one.sentence for one in whole.findings if set(nodes) & set(one.subjects)}
    assert part.table.isin(nodes).any(axis=1).sum() == whole.table.isin(nodes).any(axis=1).sum()
    assert part.table.index.tolist() == list(range(len(part.table)))
