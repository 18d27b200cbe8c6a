"""Tests of the commands that read: check and example."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders import EXAMPLES
from tests.packs import folder_files
from tests.running import orgmap


def test_check_says_what_a_source_holds() -> None:
    """A sound source is counted in a sentence and ends with 0."""
    done = orgmap("check", EXAMPLES / "wales-psb")
    assert (done.code, done.err) == (0, "")
    assert done.text == (
        "Read wales-psb: 19 bodies, 33 organisations and 79 filled seats.\nno errors, no warnings.\n"
    )


def test_check_of_nothing(tmp_path: Path) -> None:
    """A source that is not there, or holds no table, is an error with a hint."""
    missing = orgmap("check", tmp_path / "nowhere.xlsx")
    assert missing.code == 1
    assert "error: nowhere.xlsx: there is no such file or folder.\n    Check the spelling" in missing.text
    empty = orgmap("check", tmp_path)
    assert empty.code == 1
    assert "there is no table of seats" in empty.text
    assert empty.text.endswith("cannot be used until the errors are mended.\n1 error, no warnings.\n")


def test_check_changes_nothing(anyshire: Path) -> None:
    """Source files are never changed."""
    before = folder_files(anyshire)
    orgmap("check", anyshire)
    orgmap("findings", anyshire)
    assert folder_files(anyshire) == before


def test_examples_are_listed() -> None:
    """Without a name, every example is named with what it is of."""
    done = orgmap("example")
    assert done.code == 0
    listed = [line.split(maxsplit=1) for line in done.text.splitlines()]
    assert [name for name, _ in listed] == sorted(path.name for path in EXAMPLES.iterdir())
    assert all(title.strip() for _, title in listed)


@pytest.mark.parametrize("name", sorted(path.name for path in EXAMPLES.iterdir()))
def test_an_example_is_copied_whole(name: str, tmp_path: Path) -> None:
    """A copy has every file of the example, byte for byte, and can be built from."""
    copy = tmp_path / "copy"
    assert orgmap("example", name, "-o", copy).code == 0
    assert folder_files(copy) == folder_files(EXAMPLES / name)
    assert orgmap("check", copy).code == 0


def test_an_example_is_called_by_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without -o the copy is a folder of the example's name, and the command says what to try next."""
    monkeypatch.chdir(tmp_path)
    done = orgmap("example", "wales-psb")
    assert done.err == "Wrote wales-psb. Now try: orgmap build wales-psb -o pack\n"
    assert (tmp_path / "wales-psb" / "seats.csv").is_file()


def test_an_example_overwrites_nothing(tmp_path: Path) -> None:
    """A folder that holds anything is refused and left as it is; an empty one is filled."""
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "seats.csv").write_text("my own")
    refused = orgmap("example", "wales-psb", "-o", mine)
    assert refused.code == 2
    assert "is there already; name a new folder." in refused.err
    assert folder_files(mine) == {"seats.csv": b"my own"}
    (tmp_path / "empty").mkdir()
    assert orgmap("example", "wales-psb", "-o", tmp_path / "empty").code == 0
