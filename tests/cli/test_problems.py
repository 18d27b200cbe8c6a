"""Tests of how faults and problems are printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from orgmap.cli.problems import SHOWN, plain
from tests.builders import write_csv
from tests.running import orgmap


def faulty(path: Path, number: int) -> Path:
    """Write a list of seats with that many days that are not in the calendar, each different."""
    rows = [[f"Body {place}", "Ann Example", f"2005-02-{30 + place}"] for place in range(number)]
    return write_csv(path / "seats.csv", [["body", "person", "since"], *rows])


def test_a_thousand_errors_are_cut_and_check_shows_all(tmp_path: Path) -> None:
    """A command shows the first errors and says how many there are; check shows every one."""
    source = faulty(tmp_path, 1000)
    cut, full = orgmap("findings", source), orgmap("check", source)
    assert (cut.code, full.code) == (1, 1)
    assert cut.err.count("error: ") == SHOWN
    assert "1,000 errors in the data; nothing was written." in cut.err
    assert f"The first {SHOWN} are shown; `orgmap check SOURCE` shows all." in cut.err
    assert full.text.count("error: ") == 1000
    assert full.text.splitlines()[-1] == "1,000 errors, no warnings."
    assert "row 1001, column C (since): “2005-02-1029”" in full.text


@pytest.mark.parametrize(
    ("number", "said"),
    [(1, "1 error in the data"), (2, "2 errors in the data"), (SHOWN, f"{SHOWN} errors in")],
)
def test_errors_are_counted(number: int, said: str, tmp_path: Path) -> None:
    """One error is one error; as many as are shown are not called the first of them."""
    done = orgmap("findings", faulty(tmp_path, number))
    assert said in done.err
    assert "The first" not in done.err


@pytest.mark.parametrize("command", ["check", "findings"])
def test_data_cannot_steer_the_terminal(command: str, tmp_path: Path) -> None:
    """Escape sequences, bells and marks that turn the line around reach no terminal through a message."""
    rows = [["body", "person", "since"], ["Board", "Ann", "\x1b[31mred\x07 \u202efdp\x9b2J \x08\r"]]
    done = orgmap(command, write_csv(tmp_path / "seats.csv", rows))
    said = done.text + done.err
    assert done.code == 1
    assert "?[31mred? ?fdp?2J" in said
    assert not set("\x1b\x07\u202e\x9b\x08\r") & set(said)


def test_text_stays_readable() -> None:
    """Letters of every script, lines and tabs stay as they are."""
    assert plain("Łódź “Ysgol”\n\tΑθήνα 東京 👍") == "Łódź “Ysgol”\n\tΑθήνα 東京 👍"


def test_warnings_do_not_stop(anyshire: Path) -> None:
    """A source with warnings only is used; the command counts them and says how to see them."""
    done = orgmap("checklist", anyshire)
    assert done.code == 0
    assert "1 warning: `orgmap check` shows it." in done.err
    assert "warning: " in orgmap("check", anyshire).text
