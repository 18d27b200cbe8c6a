"""Tests of the command that says what changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders import EXAMPLES, write_csv
from tests.running import orgmap

OLDER = [
    ["Body", "Name", "Organisation"],
    ["Board", "Ann Example", "Anyshire Council"],
    ["Board", "Bob Example", "Police"],
]


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """Return a list of last year."""
    return write_csv(tmp_path / "older.csv", OLDER)


def test_what_changed(older: Path, tmp_path: Path) -> None:
    """The sentences go to a file, names withheld, with what was read on standard error."""
    newer = write_csv(tmp_path / "newer.csv", [*OLDER[:2], ["Board", "Cy Example", "Fire"]])
    done = orgmap("compare", older, newer, "-o", tmp_path / "changes.md")
    assert done.code == 0
    assert "Read older.csv: 1 body" in done.err
    assert "Read newer.csv: 1 body" in done.err
    text = (tmp_path / "changes.md").read_text(encoding="utf-8")
    assert "- Board: 1 organisation joined: Fire. 1 organisation left: Police." in text
    assert "Example" not in text.replace("Anyshire", "")


def test_another_spelling_is_no_change(tmp_path: Path) -> None:
    """Whom the older map knows under another name is found again."""
    folder = tmp_path / "older"
    folder.mkdir()
    write_csv(folder / "seats.csv", OLDER)
    write_csv(folder / "organisations.csv", [["organisation", "also_known_as"], ["Police", "Constabulary"]])
    newer = write_csv(tmp_path / "newer.csv", [OLDER[0], OLDER[1], ["BOARD", "BOB EXAMPLE", "Constabulary"]])
    done = orgmap("compare", folder, newer, "--names", "full")
    assert "- Nothing that orgmap compares has changed" in done.text


def test_the_table(older: Path, tmp_path: Path) -> None:
    """A CSV file holds the rows that prove the sentences."""
    newer = write_csv(tmp_path / "newer.csv", OLDER[:2])
    done = orgmap("compare", older, newer, "-o", tmp_path / "changes.csv")
    assert done.code == 0
    lines = (tmp_path / "changes.csv").read_text(encoding="utf-8-sig").splitlines()
    assert [line.split(",")[0] for line in lines] == ["what", "gone from the map", "organisation left"]


def test_two_days_of_one_source() -> None:
    """One source is compared with itself on another day."""
    example = EXAMPLES / "hampshire-2004"
    done = orgmap("compare", example, example, "--older-as-at", "2004-05")
    assert done.code == 0
    assert "From May 2004 to 1 October 2004." in done.text
    assert "Gosport LSP: 1 organisation left: Young people's forum, Gosport." in done.text


@pytest.mark.parametrize("words", [("--as-at", "next year"), ("-o", "changes.pdf")])
def test_a_call_that_cannot_be_answered(older: Path, words: tuple[str, str]) -> None:
    """A day that is none, or a form that is not written, is refused with exit code 2."""
    done = orgmap("compare", older, older, *words)
    assert done.code == 2
    assert "Traceback" not in done.err


def test_a_source_with_errors(older: Path, tmp_path: Path) -> None:
    """Errors in one of the two are told as of any source."""
    broken = write_csv(
        tmp_path / "broken.csv", [["Body", "Name", "Until"], ["Board", "Ann Example", "someday"]]
    )
    done = orgmap("compare", older, broken)
    assert done.code == 1
    assert "someday" in done.err
