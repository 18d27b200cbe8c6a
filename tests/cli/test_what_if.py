"""Tests of the command what-if."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.packs import folder_files
from tests.running import orgmap


def test_edits_in_sentences(anyshire: Path) -> None:
    """What is done stands under the title and on standard error, once; under it what would be different."""
    before = folder_files(anyshire)
    done = orgmap("what-if", anyshire, "--merge", "Easton Partnership; Weston Partnership", "--into", "Both")
    said = "Easton Partnership and Weston Partnership become one body, Both, "
    assert done.code == 0
    assert done.text.count(said) == 1
    assert said in done.err
    assert done.text.startswith("# Anyshire\n")
    assert "## What if bodies merge, close or swap?" in done.text
    assert folder_files(anyshire) == before


def test_edits_are_made_in_the_order_typed(anyshire: Path) -> None:
    """An edit may name what the one typed before it made, and not what a later one makes."""
    merge = ["--merge", "Easton Partnership; Weston Partnership", "--into", "Both"]
    close = ["--close", "Both"]
    assert orgmap("what-if", anyshire, *merge, *close).code == 0
    done = orgmap("what-if", anyshire, *close, *merge)
    assert done.code == 2
    assert "no body is called “Both”." in done.err


def test_several_mergers_with_a_name_each(anyshire: Path) -> None:
    """Each --into names the edit before it."""
    done = orgmap(
        "what-if", anyshire,
        "--merge", "Easton Partnership; Weston Partnership", "--into", "Districts",
        "--join", "Anyshire Police; Anyshire Health", "--into", "Public service",
        "--swap", "Public service", "Weston Friends",
        "--move", "Anyshire Council", "Anyshire Executive", "Districts",
    )  # fmt: skip
    assert done.code == 0
    assert "Anyshire Police and Anyshire Health become one organisation, Public service (new" in done.text
    assert "Weston Friends takes the place of Public service" in done.text
    assert "Anyshire Council moves from Anyshire Executive to Districts." in done.text


def test_the_table(anyshire: Path, tmp_path: Path) -> None:
    """As CSV and JSON it is the table, with the numbers before and after."""
    file = tmp_path / "what-if.csv"
    assert orgmap("what-if", anyshire, "--close", "Easton Partnership", "-o", file).code == 0
    rows = list(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8"), newline="")))
    (bodies,) = [row for row in rows if row["mode"] == "map" and row["fact"] == "bodies"]
    assert (float(bodies["before"]), float(bodies["after"])) == (4, 3)
    file = tmp_path / "what-if.json"
    assert orgmap("what-if", anyshire, "--close", "Easton Partnership", "-o", file).code == 0
    (question,) = json.loads(file.read_text(encoding="utf-8"))["questions"]
    assert question["question"] == "scenario"
    assert len(question["table"]) == len(rows)


@pytest.mark.parametrize("form", ["docx", "xlsx"])
def test_papers(form: str, anyshire: Path, tmp_path: Path) -> None:
    """It is written as a document and as a workbook too, the same bytes on every run."""
    files = [tmp_path / f"{number}.{form}" for number in (1, 2)]
    for file in files:
        assert orgmap("what-if", anyshire, "--close", "Easton Partnership", "-o", file).code == 0
    assert files[0].read_bytes() == files[1].read_bytes()
    assert files[0].read_bytes().startswith(b"PK")


def test_what_an_hour_costs(tmp_path: Path) -> None:
    """With --hourly-cost the saving is told in money."""
    (tmp_path / "seats.csv").write_text("body,organisation\nBoard,A\nForum,A\n", encoding="utf-8")
    bodies = "body,meetings_per_year,hours_per_meeting,preparation_hours\nBoard,4,2,1\nForum,4,2,1\n"
    (tmp_path / "bodies.csv").write_text(bodies, encoding="utf-8")
    done = orgmap("what-if", tmp_path, "--close", "Forum", "--hourly-cost", "25")
    assert "12 hours fewer (£300 at £25 an hour)." in done.text


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ([], "say what is to be different: --merge, --close, --swap, --join, --move."),
        (["--into", "X"], "--into “X” names nothing; write it after the --merge or --join it names."),
        (["--close", "Easton Partnership", "--into", "X"], "--into “X” names nothing"),
        (["--join", "Anyshire Police; Anyshire Health"], "needs --into after it"),
        (["--merge", "Easton Partnership"], "merging takes two bodies or more."),
        (["--close", "Eastn Partnership"], "Did you mean Easton Partnership?"),
        (["--swap", "Anyshire Police"], "requires 2 arguments"),
    ],
)
def test_what_cannot_be_asked(words: list[str], message: str, anyshire: Path) -> None:
    """A call that cannot be done is the caller's fault, and says how to put it right; nothing is written."""
    done = orgmap("what-if", anyshire, *words)
    assert (done.code, done.out) == (2, b"")
    assert message in done.err


def test_another_form_is_refused_before_reading(anyshire: Path) -> None:
    """A file of a form that there is not is refused."""
    done = orgmap("what-if", anyshire, "--close", "Easton Partnership", "-o", "x.pdf")
    assert done.code == 2
    assert "ends in no form that this command writes" in done.err
