"""The package's own data can be read wherever it is installed, and nothing else can."""

from pathlib import Path

import pytest

from orgmap import resources
from tests.builders import EXAMPLES


def test_template_and_style_are_package_data():
    """Templates and styles are found by their name."""
    assert "{% block content %}" in resources.text("templates/base.html.j2")
    assert "prefers-color-scheme" in resources.text("static/orgmap.css")


@pytest.mark.parametrize("name", ["", "map.py", "templates/../map.py", "static/nothing.css", "../errors.py"])
def test_nothing_outside_the_folders_is_read(name):
    """A name that leads elsewhere is refused as a missing file."""
    with pytest.raises(FileNotFoundError):
        resources.text(name)


def test_the_drawing_library_points_to_no_other_file():
    """The script that pages carry is vis-network, asks for no source map, and cannot end its own tag."""
    script = resources.vis_network()
    assert "@version 9.1.2" in script
    assert "sourceMappingURL" not in script
    assert "</script" not in script.lower()
    assert "\r" not in script


def test_examples_are_found_by_name():
    """Every folder of examples is named, in order, and its files are those on disk."""
    folders = sorted(EXAMPLES.iterdir())
    assert resources.example_names() == tuple(folder.name for folder in folders)
    for folder in folders:
        on_disk = {path.name: path.read_bytes() for path in sorted(folder.iterdir())}
        assert resources.example_files(folder.name) == on_disk
        assert list(resources.example_files(folder.name)) == sorted(on_disk)


@pytest.mark.parametrize(
    "name", ["", ".", "..", "nowhere", "wales-psb/..", "../orgmap", "wales-psb/seats.csv"]
)
def test_no_other_folder_is_an_example(name):
    """A name that leads elsewhere is refused as missing."""
    with pytest.raises(FileNotFoundError):
        resources.example_files(name)


def test_the_files_of_the_law():
    """Every file of the law is named, in order, and reads as on disk with line feeds only."""
    on_disk = sorted((Path(resources.__file__).parent / "law").glob("*.toml"))
    assert on_disk
    assert resources.law_files() == {path.name: path.read_text(encoding="utf-8") for path in on_disk}
    assert list(resources.law_files()) == [path.name for path in on_disk]
    assert not any("\r" in text for text in resources.law_files().values())


@pytest.mark.parametrize("folder", ["templates", "static"])
def test_every_text_has_unix_line_ends(folder):
    """Every template, style and script reads as UTF-8 with line feeds only."""
    names = [path.name for path in (Path(resources.__file__).parent / "views" / folder).iterdir()]
    assert names
    for name in names:
        assert "\r" not in resources.text(f"{folder}/{name}")
