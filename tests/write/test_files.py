"""Tests of saving: whole or not at all, and nothing left over."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from orgmap.errors import CallInvalid, OutputFailed
from orgmap.write import save, save_folder
from orgmap.write.files import MARK
from tests.packs import folder_files

FILES = {"index.html": b"new", "tables/seats.csv": b"a,b\n"}


def full_disk(*_: object, **__: object) -> None:
    """Fail as a full disk does."""
    raise OSError(errno.ENOSPC, "No space left on device")


def old_pack(folder: Path) -> dict[str, bytes]:
    """Write a pack and return what is in it."""
    save_folder(folder, {"index.html": b"old", "gone.html": b"gone"})
    return folder_files(folder)


def test_a_file_is_saved(tmp_path: Path) -> None:
    """Text is UTF-8 with its own line ends, bytes are themselves, and missing folders are made."""
    save(tmp_path / "a" / "b" / "text.md", "Łódź\n")
    save(tmp_path / "bytes.bin", b"\x00\r\n")
    assert (tmp_path / "a" / "b" / "text.md").read_bytes() == "Łódź\n".encode()
    assert (tmp_path / "bytes.bin").read_bytes() == b"\x00\r\n"


def test_a_file_is_replaced_and_nothing_is_left_over(tmp_path: Path) -> None:
    """What was there is replaced, and no other file lies beside it."""
    save(tmp_path / "map.html", "old")
    save(tmp_path / "map.html", "new")
    assert folder_files(tmp_path) == {"map.html": b"new"}


@pytest.mark.parametrize("step", ["replace", "chmod"])
def test_a_file_that_fails_leaves_what_was_there(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a step fails, the former file stays whole and nothing lies beside it."""
    save(tmp_path / "map.html", "old")
    monkeypatch.setattr(Path, step, full_disk)
    with pytest.raises(OutputFailed, match=r"map\.html could not be written: No space left on device\."):
        save(tmp_path / "map.html", "new")
    assert folder_files(tmp_path) == {"map.html": b"old"}


def test_an_interrupted_file_leaves_nothing_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C in the middle leaves the former file and nothing beside it."""

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    save(tmp_path / "map.html", "old")
    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        save(tmp_path / "map.html", "new")
    assert folder_files(tmp_path) == {"map.html": b"old"}


def test_a_file_under_a_file(tmp_path: Path) -> None:
    """A path that leads through a file, or names a folder, is a foreseen failure."""
    (tmp_path / "file").write_text("mine")
    (tmp_path / "folder").mkdir()
    for place in (tmp_path / "file" / "map.html", tmp_path / "folder"):
        with pytest.raises(OutputFailed):
            save(place, "new")
    assert folder_files(tmp_path) == {"file": b"mine"}
    assert list((tmp_path / "folder").iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no umask")
@pytest.mark.parametrize(("mask", "file", "folder"), [(0o022, 0o644, 0o755), (0o077, 0o600, 0o700)])
def test_permissions_follow_the_umask(mask: int, file: int, folder: int, tmp_path: Path) -> None:
    """What is written can be read by whom the user's umask lets read it, and the umask stays as it was."""
    former = os.umask(mask)
    try:
        save(tmp_path / "map.html", "new")
        save_folder(tmp_path / "pack", FILES)
        assert os.umask(mask) == mask
    finally:
        os.umask(former)
    paths = [tmp_path / "map.html", *(path for path in (tmp_path / "pack").rglob("*") if path.is_file())]
    assert {path.stat().st_mode & 0o777 for path in paths} == {file}
    made = [tmp_path / "pack", tmp_path / "pack" / "tables"]
    assert {path.stat().st_mode & 0o777 for path in made} == {folder}


def test_a_folder_is_saved(tmp_path: Path) -> None:
    """A folder holds the files and a mark that says who made it; missing folders above it are made."""
    save_folder(tmp_path / "a" / "pack", FILES)
    written = folder_files(tmp_path / "a" / "pack")
    assert {name: written[name] for name in FILES} == FILES
    assert written.keys() - FILES.keys() == {MARK}
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["pack"]


def test_a_former_pack_is_replaced_whole(tmp_path: Path) -> None:
    """Of a pack made before, nothing stays."""
    old_pack(tmp_path / "pack")
    save_folder(tmp_path / "pack", FILES)
    assert folder_files(tmp_path / "pack").keys() == {*FILES, MARK}
    assert [path.name for path in tmp_path.iterdir()] == ["pack"]


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    """A folder with nothing in it may be written to."""
    (tmp_path / "pack").mkdir()
    save_folder(tmp_path / "pack", FILES)
    assert (tmp_path / "pack" / "index.html").read_bytes() == b"new"


def test_a_folder_of_somebody_else_is_refused(tmp_path: Path) -> None:
    """A folder with files that orgmap did not make, or a file, is refused and stays."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.docx").write_bytes(b"mine")
    (tmp_path / "file").write_bytes(b"mine")
    for name in ("mine", "file"):
        with pytest.raises(CallInvalid):
            save_folder(tmp_path / name, FILES)
    assert folder_files(tmp_path) == {"mine/thesis.docx": b"mine", "file": b"mine"}


@pytest.mark.parametrize("step", ["write_bytes", "rename"])
def test_a_folder_that_fails_leaves_what_was_there(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where writing or moving fails, the former pack stays whole and nothing lies beside it."""
    before = old_pack(tmp_path / "pack")
    with monkeypatch.context() as patch:
        patch.setattr(Path, step, full_disk)
        with pytest.raises(OutputFailed, match="No space left on device"):
            save_folder(tmp_path / "pack", FILES)
    assert folder_files(tmp_path / "pack") == before
    assert [path.name for path in tmp_path.iterdir()] == ["pack"]


def renaming(failing: set[int]) -> object:
    """Return a `Path.rename` that fails at these calls, counted from 1."""
    rename, calls = Path.rename, iter(range(1, 100))

    def step(path: Path, target: Path) -> Path:
        if next(calls) in failing:
            full_disk()
        return rename(path, target)

    return step


def test_the_former_pack_is_put_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the new pack cannot take the place that the old one has left, the old one comes back."""
    before = old_pack(tmp_path / "pack")
    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", renaming({2}))
        with pytest.raises(OutputFailed, match="pack could not be written"):
            save_folder(tmp_path / "pack", FILES)
    assert folder_files(tmp_path / "pack") == before
    assert [path.name for path in tmp_path.iterdir()] == ["pack"]


def test_a_former_pack_that_cannot_come_back_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the old pack cannot even be put back, it is not lost: the message says where it is."""
    before = old_pack(tmp_path / "pack")
    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", renaming({2, 3}))
        with pytest.raises(OutputFailed, match="what it held is now in") as failed:
            save_folder(tmp_path / "pack", FILES)
    kept = Path(str(failed.value).partition("is now in ")[2].rstrip("."))
    assert folder_files(kept) == before


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    """A folder under a file is a foreseen failure, and the file stays."""
    (tmp_path / "file").write_bytes(b"mine")
    with pytest.raises(OutputFailed):
        save_folder(tmp_path / "file" / "pack", FILES)
    assert folder_files(tmp_path) == {"file": b"mine"}
