"""Tests of the examples that come with orgmap."""

from __future__ import annotations

from pathlib import Path

import pytest

from orgmap.errors import CallInvalid, OutputFailed
from orgmap.pack.examples import copy_example, examples
from tests.builders import EXAMPLES
from tests.packs import folder_files


def test_every_example_has_a_title() -> None:
    """Each example is named with the first heading of its README."""
    found = examples()
    assert list(found) == sorted(path.name for path in EXAMPLES.iterdir())
    for name, title in found.items():
        assert (EXAMPLES / name / "README.md").read_text(encoding="utf-8").startswith(f"# {title}\n")


@pytest.mark.parametrize("name", ["nowhere", "", "..", "../orgmap", "wales-psb/README.md"])
def test_nothing_else_is_copied(name: str, tmp_path: Path) -> None:
    """A name that is no example's, such as a way out of the folder, is refused with those there are."""
    with pytest.raises(CallInvalid, match="hampshire-2004, southern-women, wales-psb"):
        copy_example(name, tmp_path / "copy")
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_is_taken(tmp_path: Path) -> None:
    """A file or a folder with anything in it is refused and stays as it is."""
    (tmp_path / "file").write_bytes(b"mine")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / ".hidden").write_bytes(b"mine")
    for place in ("file", "folder"):
        with pytest.raises(CallInvalid, match="is there already"):
            copy_example("wales-psb", tmp_path / place)
    assert folder_files(tmp_path) == {"file": b"mine", "folder/.hidden": b"mine"}


def test_a_place_that_cannot_be_made(tmp_path: Path) -> None:
    """A folder under a file is a foreseen failure."""
    (tmp_path / "file").write_bytes(b"mine")
    with pytest.raises(OutputFailed):
        copy_example("wales-psb", tmp_path / "file" / "copy")
