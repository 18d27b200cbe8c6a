"""Tests of the commands that draw: map and diagram."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from orgmap.pack.singles import diagram, map_page
from tests.packs import shown, told
from tests.running import orgmap
from tests.webpages import read_page

BEGINS = {"svg": b"<?xml", "pdf": b"%PDF-", "png": b"\x89PNG\r\n\x1a\n", "dot": b""}


def test_map(anyshire: Path, tmp_path: Path) -> None:
    """The map is one page with the map's title, the same as the pack's recipe makes."""
    file = tmp_path / "new" / "map.html"
    done = orgmap("map", anyshire, "-o", file)
    assert (done.code, done.out) == (0, b"")
    assert done.err.endswith(f"Wrote {file}.\n")
    page = file.read_text(encoding="utf-8")
    assert page == map_page(shown(anyshire))
    assert "Anyshire" in read_page(page).texts("h1")[0]


@pytest.mark.parametrize("kind", ["structure", "interlocks"])
@pytest.mark.parametrize("form", BEGINS)
def test_diagram(kind: str, form: str, anyshire: Path, tmp_path: Path) -> None:
    """Each diagram is drawn in each form, and shows the bodies by name."""
    file = tmp_path / f"diagram.{form.upper()}"
    done = orgmap("diagram", anyshire, kind, "-o", file)
    assert (done.code, done.out) == (0, b"")
    content = file.read_bytes()
    assert content.startswith(BEGINS[form])
    if form == "svg":
        assert ElementTree.fromstring(content).tag.endswith("svg")  # noqa: S314
    if form != "png":
        text = " ".join(told(f"diagram.{form}", content).split())
        assert f"Anyshire: {kind}" in text
        assert "Partnership" in text


def test_at_least(anyshire: Path) -> None:
    """Only ties of that many shared members are drawn."""
    drawn = {}
    for number in (1, 2, 3):
        done = orgmap("diagram", anyshire, "interlocks", "--at-least", number, "-o", "-")
        drawn[number] = sum("edge" in one.get("class", "") for one in ElementTree.fromstring(done.out).iter())  # noqa: S314
    assert drawn == {1: 3, 2: 1, 3: 0}


def test_standard_output_holds_the_drawing_and_nothing_else(anyshire: Path) -> None:
    """With `-o -` the picture goes to standard output whole, and messages go elsewhere."""
    done = orgmap("diagram", anyshire, "structure", "-o", "-")
    assert done.code == 0
    assert ElementTree.fromstring(done.out).tag.endswith("svg")  # noqa: S314
    assert done.out == diagram(shown(anyshire), "structure").drawn("svg")
    assert done.err.startswith("Read anyshire: ")
    assert "Wrote" not in done.err


@pytest.mark.parametrize("place", ["", "taken.svg"])
def test_a_place_that_is_a_folder(place: str, anyshire: Path, tmp_path: Path) -> None:
    """A folder is not a file: the call is at fault, and the folder stays."""
    folder = tmp_path / "folder" / place
    folder.mkdir(parents=True)
    done = orgmap("diagram", anyshire, "structure", "-o", folder)
    assert done.code == 2
    assert "is a directory" in done.err
    assert list(folder.iterdir()) == []
