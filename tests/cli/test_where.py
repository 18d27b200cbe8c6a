"""Tests of the command that says where two meet."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from tests.running import orgmap


def test_in_sentences(anyshire: Path) -> None:
    """On standard output it is said in sentences under a heading."""
    done = orgmap("where", anyshire, "Anyshire Partnership", "Easton Partnership")
    assert done.code == 0
    assert "## Where do Anyshire Partnership and Easton Partnership meet?" in done.text
    assert "Anyshire Partnership and Easton Partnership share 2 organisations" in done.text


def test_as_a_table(anyshire: Path, tmp_path: Path) -> None:
    """As CSV it is the rows that prove it."""
    file = tmp_path / "where.csv"
    assert orgmap("where", anyshire, "Anyshire Council", "Easton Partnership", "-o", file).code == 0
    rows = list(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8"), newline="")))
    assert {row["body"] for row in rows} == {"Easton Partnership"}
    assert {row["member"] for row in rows} == {"Anyshire Council"}


def test_a_name_that_there_is_not(anyshire: Path) -> None:
    """A slip in a name is answered with the nearest, and nothing is written."""
    done = orgmap("where", anyshire, "Anyshire Councl", "Easton Partnership")
    assert (done.code, done.out) == (2, b"")
    assert "Did you mean Anyshire Council?" in done.err
