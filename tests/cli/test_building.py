"""Tests of the command that builds the whole pack."""

from __future__ import annotations

from pathlib import Path

from orgmap.write.files import MARK
from tests.packs import folder_files, pack_of
from tests.running import orgmap


def test_build_writes_the_pack(anyshire: Path, tmp_path: Path) -> None:
    """The folder holds every file of the pack, and the command says where to begin."""
    pack = tmp_path / "out" / "pack"
    done = orgmap("build", anyshire, "-o", pack)
    assert (done.code, done.out) == (0, b"")
    written = folder_files(pack)
    mark = written.pop(MARK)
    assert b"orgmap made this folder" in mark
    assert set(written) == set(pack_of(anyshire))
    assert done.err.endswith(f"Wrote {pack / 'index.html'} and {len(written) - 1} more files.\n")
    assert "\x1b" not in done.err


def test_build_replaces_a_former_pack(anyshire: Path, tmp_path: Path) -> None:
    """A pack made before is replaced whole, and what is no longer made is gone."""
    pack = tmp_path / "pack"
    assert orgmap("build", anyshire, "-o", pack).code == 0
    (pack / "old.html").write_text("of a former version")
    assert orgmap("build", anyshire, "-o", pack).code == 0
    assert not (pack / "old.html").exists()
    assert {path.name for path in tmp_path.iterdir()} == {"anyshire", "pack"}


def test_build_never_replaces_its_source(anyshire: Path) -> None:
    """A folder with files that are not orgmap's, such as the source itself, is refused and left as it is."""
    before = folder_files(anyshire)
    done = orgmap("build", anyshire, "-o", anyshire)
    assert done.code == 2
    assert "holds files that orgmap did not make" in done.err
    assert folder_files(anyshire) == before


def test_build_into_a_file(anyshire: Path, tmp_path: Path) -> None:
    """A file is no folder: it is refused and kept."""
    file = tmp_path / "pack"
    file.write_text("mine")
    assert orgmap("build", anyshire, "-o", file).code == 2
    assert file.read_text() == "mine"
