"""Tests of the command line as a whole: exit codes, help, faults, pipes."""

from __future__ import annotations

import errno
import io
import os
import re
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from orgmap.cli import COMMANDS, run
from tests.builders import EXAMPLES, write_csv
from tests.running import ROOT, orgmap, python


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["nonsense"],
        ["check"],
        ["check", "{source}", "--nonsense"],
        ["build", "{source}"],
        ["build", "{source}", "-o", "-"],
        ["example", "wales-psb", "-o", "-"],
        ["map", "{source}", "-o", "map.gif"],
        ["diagram", "{source}", "structure", "-o", "structure"],
        ["diagram", "{source}", "pie", "-o", "pie.svg"],
        ["diagram", "{source}", "interlocks", "-o", "i.svg", "--at-least", "0"],
        ["checklist", "{source}", "-o", "checklist.pdf"],
        ["checklist", "{source}", "--threshold", "0"],
        ["findings", "{source}", "-o", "findings.pdf"],
        ["findings", "{source}", "--hourly-cost", "-1"],
        ["where", "{source}", "Nowhere", "Nobody"],
        ["what-if", "{source}", "--close", "Nowhere"],
        ["what-if", "{source}"],
        ["findings", "{source}", "--about", "weather"],
        ["findings", "{source}", "--body", "Nowhere"],
        ["findings", "{source}", "--tier", "galactic"],
        ["findings", "{source}", "--roles", "chair,king"],
        ["findings", "{source}", "--as-at", "someday"],
        ["findings", "{source}", "--as-at", "2004-02-30"],
        ["findings", "{source}", "--names", "some"],
        ["findings", "{source}", "--counting", "cats"],
        ["measure", "{source}", "betweeness"],
        ["glossary", "-o", "glossary.xlsx"],
        ["example", "nowhere"],
    ],
    ids=lambda words: " ".join(words) or "nothing",
)
def test_a_faulty_call_ends_with_2(
    words: list[str], anyshire: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the caller got wrong is exit code 2, said without a traceback, and nothing is written."""
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    done = orgmap(*(word.format(source=anyshire) for word in words))
    assert (done.code, done.out) == (2, b"")
    assert "Traceback" not in done.err
    assert done.err.strip()
    assert sorted(tmp_path.rglob("*")) == before


def test_faulty_data_end_with_1(tmp_path: Path) -> None:
    """Faulty data are exit code 1, told with place, row, column and what to do, without a traceback."""
    rows = [["Body", "Person", "From", "To"], ["Board", "Ann Example", "2005", "2004-02-30"]]
    source = write_csv(tmp_path / "seats.csv", rows)
    done = orgmap("map", source, "-o", tmp_path / "map.html")
    assert (done.code, done.out) == (1, b"")
    assert "error: seats.csv, row 2, column D (To): “2004-02-30” is not a day of the calendar." in done.err
    assert "Write a day as 2005-03-31 or 31/03/2005" in done.err
    assert "1 error in the data; nothing was written." in done.err
    assert "Traceback" not in done.err
    assert not (tmp_path / "map.html").exists()


def test_debug_shows_where_a_fault_arose() -> None:
    """With --debug a foreseen fault ends in a traceback, without it never."""
    quiet, loud = orgmap("findings", "nowhere"), python("-m", "orgmap", "--debug", "findings", "nowhere")
    assert (quiet.code, loud.code) == (1, 1)
    assert "Traceback" not in quiet.err
    assert "Traceback" in loud.err
    assert "SourceInvalid: nowhere: there is no such file or folder." in loud.err


def test_a_fault_of_orgmap_itself_is_said_in_one_line(
    anyshire: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fault that nobody foresaw is exit code 1 and a sentence that cannot steer the terminal."""

    def broken(*_: object) -> None:
        raise KeyError("a\x1b[2Jb")

    monkeypatch.setattr("orgmap.pack.opening.read_and_checked", broken)
    done = orgmap("findings", anyshire)
    assert done.code == 1
    assert "a fault of its own (KeyError" in done.err
    assert "--debug" in done.err
    assert "\x1b" not in done.err
    assert "Traceback" not in done.err
    with pytest.raises(KeyError):
        orgmap("--debug", "findings", anyshire)


def test_interrupted(anyshire: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C ends a command quietly, with exit code 1."""

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("orgmap.pack.opening.read_and_checked", interrupted)
    done = orgmap("findings", anyshire)
    assert (done.code, done.out) == (1, b"")
    assert done.err.strip() == "Stopped."


def test_a_command_nearly_right_is_suggested() -> None:
    """A slip in the name of a command is answered with the command that is meant."""
    assert "Did you mean checklist?" in orgmap("checklists").err


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str) -> None:
    """The help of a command says what it does and how to call it, and ends with 0."""
    done = orgmap(command, "--help")
    assert done.code == 0
    assert f"Usage: orgmap {command}" in done.text
    assert re.search(rf"Examples?:\n    orgmap {command}", done.text)


def test_help_lists_every_command() -> None:
    """The help of orgmap names every command with what it does, and how to start."""
    done = orgmap("--help")
    listed = done.text.partition("Commands:\n")[2].splitlines()
    assert [line.split()[0] for line in listed] == list(COMMANDS)
    assert all(len(line.split()) > 3 for line in listed)
    assert "orgmap example hampshire-2004" in done.text
    assert orgmap("-h").out == done.out


def test_version() -> None:
    """The version is that of the package."""
    from importlib.metadata import version

    assert orgmap("--version").text == f"orgmap, version {version('orgmap')}\n"


def test_as_a_module(tmp_path: Path) -> None:
    """`python -m orgmap` does what orgmap does, wherever it is called."""
    good = python("-m", "orgmap", "findings", str(EXAMPLES / "wales-psb"), folder=tmp_path)
    assert good.code == 0, good.err
    assert good.text.startswith("# Public Services Boards in Wales")
    assert python("-m", "orgmap", "weather", folder=tmp_path).code == 2


@pytest.mark.skipif(os.name == "nt", reason="Windows closes pipes in another way")
@pytest.mark.parametrize(
    "words", [["findings", str(EXAMPLES / "wales-psb")], ["example"]], ids=lambda words: words[0]
)
def test_a_closed_pipe_ends_quietly(words: list[str]) -> None:
    """Where the reader of the output has gone, the command ends with 0 and says nothing about it."""
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as pipe:
        done = subprocess.run(  # noqa: S603
            [sys.executable, "-m", "orgmap", *words],
            stdout=pipe,
            stderr=subprocess.PIPE,
            cwd=ROOT,
            check=False,
        )
    assert done.returncode == 0
    assert [line for line in done.stderr.splitlines() if not line.startswith(b"Read wales-psb: ")] == []


class Full(io.BytesIO):
    """A stream on a disk that is full."""

    def flush(self) -> None:
        """Fail as a full disk does, where it is found full only when the buffer is emptied."""
        raise OSError(errno.ENOSPC, "No space left on device")


def test_a_full_disk_behind_standard_output(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Output that cannot be written is said in a sentence, with exit code 1."""
    monkeypatch.setattr(sys, "stdout", SimpleNamespace(buffer=Full()))
    with pytest.raises(SystemExit) as leaving:
        run(["glossary"])
    assert leaving.value.code == 1
    assert capsys.readouterr().err == (
        "Error: standard output could not be written: No space left on device.\n"
    )


def test_a_terminal_is_not_steered_by_names(
    anyshire: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """On a terminal, control characters in names are shown as question marks; in a file they stay data."""
    source = write_csv(tmp_path / "seats.csv", [["body", "organisation"], ["Board", "Any\x1b[31mshire\x07"]])
    assert "Any\x1b[31mshire\x07" in orgmap("measure", source).text
    terminal = io.BytesIO()
    monkeypatch.setattr(terminal, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(sys, "stdout", SimpleNamespace(buffer=terminal))
    with pytest.raises(SystemExit):
        run(["measure", str(source)])
    assert b"Any?[31mshire?" in terminal.getvalue()
    assert b"\x1b" not in terminal.getvalue()
