"""Tests of the command that writes the workbook to fill in."""

from __future__ import annotations

from pathlib import Path

import pytest

from orgmap.write.template import template
from tests.running import orgmap


def test_a_template_is_written(tmp_path: Path) -> None:
    """The file is the template, and the command says what to do next."""
    path = tmp_path / "members.xlsx"
    done = orgmap("template", path)
    assert (done.code, done.out) == (0, b"")
    assert done.err == f"Wrote {path}. Fill in the sheet Seats, then try: orgmap check {path}\n"
    assert path.read_bytes() == template()


def test_a_file_is_not_written_over(tmp_path: Path) -> None:
    """A file that is there is left alone, unless --replace is given."""
    path = tmp_path / "members.xlsx"
    path.write_bytes(b"half an hour of work")
    refused = orgmap("template", path)
    assert (refused.code, path.read_bytes()) == (2, b"half an hour of work")
    assert "is there already" in refused.err
    assert orgmap("template", path, "--replace").code == 0
    assert path.read_bytes() == template()


@pytest.mark.parametrize("name", ["members", "members.xls", "members.csv"])
def test_only_a_workbook(name: str, tmp_path: Path) -> None:
    """Another ending than .xlsx is refused."""
    refused = orgmap("template", tmp_path / name)
    assert (refused.code, list(tmp_path.iterdir())) == (2, [])
    assert "end its name in .xlsx" in refused.err
