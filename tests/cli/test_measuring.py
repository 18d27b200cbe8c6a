"""Tests of the command that measures."""

from __future__ import annotations

import csv
import io
import json
import math
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from orgmap.measures import MEASURES
from orgmap.measures.progress import tell
from tests.builders import EXAMPLES, write_csv
from tests.running import ROOT, orgmap

WALES = EXAMPLES / "wales-psb"


def rows(text: str) -> list[dict[str, str]]:
    """Return the rows of a CSV text."""
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_measures_as_csv() -> None:
    """Every body and member has a row with every measure of its kind, in range, on standard output."""
    done = orgmap("measure", WALES)
    told = rows(done.text)
    measures = [one for one in MEASURES if one.level == "node"]
    assert done.code == 0
    assert len(told) == 19 + 33
    for one in measures:
        least, most = one.range
        assert all(least - 1e-9 <= float(row[one.name]) <= most + 1e-9 for row in told if row[one.name])


def test_measures_by_name_in_the_order_asked_for() -> None:
    """Named measures are the columns, in the order in which they are named."""
    done = orgmap("measure", WALES, "closeness", "degree")
    assert list(rows(done.text)[0]) == ["id", "label", "kind", "closeness", "degree"]


def test_measures_of_pairs_and_of_the_map() -> None:
    """Measures of pairs come with both ends and the names of the shared, those of the map a row each."""
    pairs = rows(orgmap("measure", WALES, "shared", "jaccard").text)
    assert "; Natural Resources Wales; " in pairs[0]["members"]
    assert {"label_a", "label_b", "shared", "jaccard", "note"} <= set(pairs[0])
    whole = rows(orgmap("measure", WALES, "density").text)
    assert [row["measure"] for row in whole] == ["density"]


def test_measures_agree_in_every_form(tmp_path: Path) -> None:
    """CSV, JSON and the workbook hold the same figures, to the last digit that a workbook keeps."""
    files = {form: tmp_path / f"measures.{form}" for form in ("csv", "json", "xlsx")}
    for file in files.values():
        assert orgmap("measure", WALES, "betweenness", "-o", file).code == 0
    plain = [float(row["betweenness"]) for row in rows(files["csv"].read_text(encoding="utf-8"))]
    told = json.loads(files["json"].read_text(encoding="utf-8"))
    book = CalamineWorkbook.from_path(str(files["xlsx"]))
    heading, *cells = book.get_sheet_by_name("bodies and members").to_python()
    place = heading.index("betweenness")
    assert max(plain) > 0
    assert plain == [row["betweenness"] for row in told["nodes"]]
    assert all(
        math.isclose(one, float(str(row[place])), rel_tol=1e-14)
        for one, row in zip(plain, cells, strict=True)
    )


def test_an_unknown_measure_is_answered_with_the_nearest() -> None:
    """A slip in the name of a measure is answered with the measure that is meant, and nothing is read."""
    done = orgmap("measure", WALES / "nowhere", "betweeness")
    assert (done.code, done.out) == (2, b"")
    assert "did you mean 'betweenness'?" in done.err


def test_what_is_left_out_is_said(tmp_path: Path) -> None:
    """A form of one table says what it does not hold, and how to get it."""
    done = orgmap("measure", WALES, "-o", tmp_path / "m.csv")
    assert "Not in this file: pairs of bodies, pairs of members, the whole map, key players" in done.err
    assert "Not in this file" not in orgmap("measure", WALES, "--table", "nodes", "degree").err


def test_progress_is_shown_and_wiped(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """On a terminal long work says how far it has come, on one line that is gone at the end."""
    from orgmap.cli.measuring import _watched

    with _watched():
        tell("shortest ways", 1, 2)
    assert capsys.readouterr().err == ""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    with _watched():
        tell("shortest ways", 1, 2)
        tell("shortest ways", 2, 2)
    shown = capsys.readouterr().err
    assert "Shortest ways: 1 of 2" in shown
    assert shown.endswith(" \r")


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no such signal to a process alone")
def test_long_work_can_be_stopped(tmp_path: Path) -> None:
    """Stopped on the way, it says so within seconds, without a traceback, and writes nothing.

    A process that a shell started in the background is deaf to the signal, and so would be its children.
    """
    ring = [
        [f"Board {place}", f"Council {(place + step) % 6000}"] for place in range(6000) for step in (0, 1)
    ]
    source = write_csv(tmp_path / "ring.csv", [["body", "organisation"], *ring])
    heeding = (
        "import runpy, signal; signal.signal(signal.SIGINT, signal.default_int_handler);"
        "runpy.run_module('orgmap', run_name='__main__', alter_sys=True)"
    )
    words = [
        sys.executable,
        "-c",
        heeding,
        "measure",
        str(source),
        "betweenness",
        "-o",
        str(tmp_path / "m.csv"),
    ]
    with subprocess.Popen(words, stderr=subprocess.PIPE, text=True, cwd=ROOT) as run:  # noqa: S603
        assert run.stderr is not None
        assert run.stderr.readline().startswith("Read ring.csv")
        time.sleep(0.5)
        run.send_signal(signal.SIGINT)
        said = run.communicate(timeout=60)[1]
    assert (run.returncode, said.strip()) == (1, "Stopped.")
    assert not (tmp_path / "m.csv").exists()
