"""The package's own data can be read wherever it is installed, and nothing else can."""

import pytest

from orgmap import resources


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
