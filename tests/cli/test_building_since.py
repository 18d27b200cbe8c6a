"""Tests of what the command that builds the pack does with an older list."""

from __future__ import annotations

from pathlib import Path

from tests.packs import folder_files
from tests.running import orgmap


def test_build_since_an_older_list_tells_what_changed(anyshire: Path, tmp_path: Path) -> None:
    """With --since the pack has the page of what changed, which is nothing for the same list."""
    pack = tmp_path / "pack"
    done = orgmap("build", anyshire, "-o", pack, "--since", anyshire)
    assert done.code == 0
    written = folder_files(pack)
    assert {"change.html", "tables/change.csv"} <= set(written)
    assert b"othing that orgmap compares has changed" in written["change.html"]


def test_build_since_something_that_cannot_be_read(anyshire: Path, tmp_path: Path) -> None:
    """An older list that is not there stops the command before anything is written."""
    pack = tmp_path / "pack"
    done = orgmap("build", anyshire, "-o", pack, "--since", tmp_path / "nowhere.csv")
    assert done.code == 1
    assert not pack.exists()
