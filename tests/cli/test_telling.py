"""Tests of the commands that tell: findings, checklist, measure, glossary."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import docx
import pytest
from python_calamine import CalamineWorkbook

from orgmap.measures import MEASURES
from orgmap.vocabulary import QUESTIONS, TERMS
from tests.builders import EXAMPLES
from tests.packs import ANYSHIRE, write_source
from tests.running import orgmap
from tests.webpages import read_page

WALES = EXAMPLES / "wales-psb"


def rows(text: str) -> list[dict[str, str]]:
    """Return the rows of a CSV text."""
    return list(csv.DictReader(io.StringIO(text, newline="")))


def sheets(file: Path) -> dict[str, list[list[object]]]:
    """Return the sheets of a workbook as Excel's reader sees them."""
    book = CalamineWorkbook.from_path(str(file))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def test_all_findings_in_sentences(anyshire: Path) -> None:
    """Without --about every question is answered, under a heading each, on standard output."""
    done = orgmap("findings", anyshire)
    assert done.code == 0
    headings = [line.lstrip("# ") for line in done.text.splitlines() if line.startswith("## ")]
    assert len(headings) == len(QUESTIONS.values)
    assert "- Anyshire Council sits on Anyshire's own partnerships and in 1 of the 2 districts" in done.text


@pytest.mark.parametrize("spelling", ["two-tier", "two_tier", "Two-Tier"])
def test_one_question_however_it_is_spelt(spelling: str, anyshire: Path) -> None:
    """A question may be written with a hyphen, an underscore or capitals."""
    done = orgmap("findings", anyshire, "--about", spelling)
    assert done.code == 0
    assert done.text.count("\n## ") == 1
    assert "## Who sits at the county and in the districts?" in done.text


def test_the_table_of_one_question(anyshire: Path, tmp_path: Path) -> None:
    """One question gives its table as CSV, a row for each pair of bodies."""
    file = tmp_path / "overlap.csv"
    assert orgmap("findings", anyshire, "--about", "overlap", "-o", file).code == 0
    shared = {(row["body_a"], row["body_b"]): row["shared"] for row in rows(file.read_text(encoding="utf-8"))}
    assert shared["Anyshire Partnership", "Easton Partnership"] == "2"


def test_several_questions_as_csv_are_their_findings(anyshire: Path, tmp_path: Path) -> None:
    """Without --about, or with several, CSV has a row for each finding."""
    file = tmp_path / "findings.csv"
    assert orgmap("findings", anyshire, "-o", file).code == 0
    told = rows(file.read_text(encoding="utf-8"))
    assert list(told[0]) == ["question", "weight", "finding", "about"]
    assert {row["question"] for row in told} <= {QUESTIONS.meaning_of(name) for name in QUESTIONS.values}
    assert len(told) > len(QUESTIONS.values) / 2


@pytest.mark.parametrize("form", ["html", "json", "docx"])
def test_findings_in_other_forms(form: str, anyshire: Path, tmp_path: Path) -> None:
    """The same sentences are a page, JSON or a document, by the suffix of the file."""
    file = tmp_path / f"overlap.{form}"
    assert orgmap("findings", anyshire, "--about", "overlap", "-o", file).code == 0
    readers = {
        "html": lambda: read_page(file.read_text(encoding="utf-8")).visible,
        "json": lambda: str(json.loads(file.read_text(encoding="utf-8"))),
        "docx": lambda: "\n".join(line.text for line in docx.Document(str(file)).paragraphs),
    }
    assert "Anyshire Partnership and Easton Partnership share 2 organisations" in readers[form]()


def test_findings_about_a_body_are_out_of_all(anyshire: Path) -> None:
    """--body keeps what is about the body, word for word, and says how many findings these are."""
    whole = orgmap("findings", anyshire)
    part = orgmap("findings", anyshire, "--body", "weston partnership")
    assert part.code == 0
    told, every = ([line for line in one.text.splitlines() if line.startswith("- ")] for one in (part, whole))
    assert set(told) - set(every) <= {line for line in told if line.startswith("- No finding is about")}
    assert re.search(rf"of the {len(every)} findings (is|are) about Weston Partnership\.", part.err)
    assert re.search(rf"of the {len(every)} findings (is|are) about Weston Partnership\.", part.text)
    wrong = orgmap("findings", anyshire, "--body", "Weston Partnershp")
    assert (wrong.code, wrong.out) == (2, b"")
    assert "Did you mean Weston Partnership?" in wrong.err


@pytest.mark.parametrize("amount", ["25", "25.00", "£25", "£ 25.0"])
def test_hours_are_told_in_money(amount: str, anyshire: Path, tmp_path: Path) -> None:
    """--hourly-cost turns the hours of the load into money: at £25 an hour costs £25."""
    bodies = [
        {**one, "meetings_per_year": 4, "hours_per_meeting": 2, "preparation_hours": 1}
        for one in ANYSHIRE["bodies"]
    ]
    source = write_source(tmp_path / "costed", {**ANYSHIRE, "bodies": bodies})
    file = tmp_path / "load.csv"
    assert orgmap("findings", source, "--about", "load", "--hourly-cost", amount, "-o", file).code == 0
    known = [row for row in rows(file.read_text(encoding="utf-8")) if row["hours"] and float(row["hours"])]
    assert known
    assert all(float(row["cost"]) == 25 * float(row["hours"]) for row in known)


@pytest.mark.parametrize("amount", ["0", "-5", "nan", "inf", "1e3", "much", "", "£", "1,00", "٣", "9" * 12])
def test_an_hour_costs_an_amount_above_nothing(amount: str) -> None:
    """What is no amount of money is refused, whatever a machine may take it for."""
    for command in (["findings", WALES], ["build", WALES, "-o", "pack"]):
        done = orgmap(*command, f"--hourly-cost={amount}")
        assert (done.code, done.out) == (2, b"")
        assert "is no amount of money above nothing" in done.err


def test_several_questions_are_a_workbook(anyshire: Path, tmp_path: Path) -> None:
    """Several questions give a sheet each, in the order asked for, after one of all findings."""
    file = tmp_path / "answers.xlsx"
    asked = ["--about", "protocols", "--about", "overlap"]
    assert orgmap("findings", anyshire, *asked, "-o", file).code == 0
    assert list(sheets(file)) == ["findings", "protocols", "overlap"]
    assert orgmap("findings", anyshire, "-o", file).code == 0
    assert list(sheets(file)) == ["findings", *QUESTIONS.values]


def test_an_unknown_question_names_those_there_are() -> None:
    """A question that there is not is answered with those there are."""
    done = orgmap("findings", WALES, "--about", "weather")
    assert done.code == 2
    assert f"choose from {', '.join(QUESTIONS.values)}." in done.err


@pytest.mark.parametrize("form", ["md", "html", "csv"])
def test_checklist(form: str, anyshire: Path, tmp_path: Path) -> None:
    """The checklist has the draft protocol, in each form."""
    file = tmp_path / f"checklist.{form}"
    assert orgmap("checklist", anyshire, "-o", file).code == 0
    text = file.read_text(encoding="utf-8")
    assert "Anyshire Partnership" in text
    assert "draft" in text
    if form == "csv":
        told = [row["body_b"] for row in rows(text) if row["status"] == "draft"]
        assert told == ["easton-partnership"]
    if form == "html":
        assert read_page(text).faults == []


def test_threshold(anyshire: Path) -> None:
    """As many shared organisations as the threshold are a reason for a protocol, fewer are none."""
    low, usual = (orgmap("checklist", anyshire, *words).text for words in (["--threshold", 1], []))
    assert "they share 1 organisation: Anyshire Council" in low
    assert "they share 1 organisation" not in usual


@pytest.mark.parametrize("form", ["md", "html", "csv"])
def test_glossary(form: str, tmp_path: Path) -> None:
    """The glossary explains every word and every measure, in each form."""
    file = tmp_path / f"glossary.{form}"
    assert orgmap("glossary", "-o", file).code == 0
    text = file.read_text(encoding="utf-8")
    if form == "html":
        text = read_page(text).visible
    words = [*(term.word for term in TERMS), *(one.title for one in MEASURES)]
    assert [word for word in words if word not in text] == []


def test_the_glossary_without_a_file_is_text() -> None:
    """On standard output the glossary is Markdown."""
    assert orgmap("glossary").text.startswith("# Glossary\n")
    assert orgmap("glossary", "-o", "-").out == orgmap("glossary").out


@pytest.mark.parametrize("command", ["checklist", "findings", "check", "build"])
def test_a_ticked_checklist_is_taken_in(command: str, anyshire: Path, tmp_path: Path) -> None:
    """Every command that shows protocols takes the ticks of a saved checklist, and says how many."""
    file = tmp_path / "ticked.csv"
    file.write_text("body_a,body_b,status,note\nAnyshire Partnership,Easton Partnership,agreed,x\n")
    folder = ["-o", tmp_path / "pack"] if command == "build" else []
    done = orgmap(command, anyshire, "--ticked", file, *folder)
    assert done.code == 0
    assert "Took 1 changed protocol from ticked.csv." in done.err + done.text
    if command == "check":
        assert "the source says draft, this file agreed; agreed is used." in done.text


def test_a_ticked_checklist_at_fault_stops_everything(anyshire: Path, tmp_path: Path) -> None:
    """What is wrong with the file is told with row, column and hint, and nothing is written."""
    file = tmp_path / "ticked.csv"
    file.write_text("body_a,body_b,status\nAnyshire Partnership,Eastn Partnership,agreed\n")
    done = orgmap("checklist", anyshire, "--ticked", file)
    assert done.code == 1
    assert "ticked.csv, row 2, column B (body_b): no body is called “Eastn Partnership”." in done.err
    assert "Did you mean Easton Partnership?" in done.err
    assert done.text == ""
