"""The page of downloads has every file of a pack by what it is for, with its form and its size."""

from __future__ import annotations

import pytest

from orgmap.views.catalogue import menu
from orgmap.views.downloads import downloads_page, in_words
from orgmap.views.packs import Pack
from tests.webpages import read_page

SIZES = {
    "index.html": 20_000,
    "bodies.html": 30_000,
    "bodies-2.html": 30_000,
    "bodies/x.html": 10_000,
    "diagrams/structure.svg": 27_000,
    "diagrams/structure.pdf": 59_400,
    "findings.docx": 400,
    "tables/load.csv": 2_345_678,
    "tables/two_tier.csv": 999_400,
    "tables/orgmap.xlsx": 999_600,
}


@pytest.mark.parametrize(
    ("size", "words"),
    [(0, "1 KB"), (1, "1 KB"), (1_499, "1 KB"), (54_321, "54 KB"), (999_400, "999 KB"), (1_000_000, "1.0 MB"),
     (12_345_678, "12.3 MB")],
)  # fmt: skip
def test_sizes_are_told_in_words(size, words):
    """A size is told in KB, from a million bytes in MB, and no file weighs nothing."""
    assert in_words(size) == words


def test_every_file_is_there_with_its_form_and_size():
    """Every file but the pages is linked once, by a text that says what it is, its form and its size."""
    page = read_page(downloads_page(Pack("Map", files=tuple(SIZES)), SIZES))
    links = [
        one for one in page.all("a") if "main" in one.within and not one.attributes["href"].startswith("#")
    ]
    assert {one.attributes["href"]: " ".join(one.text.split()) for one in links} == {
        "diagrams/structure.svg": "Structure as SVG, 27 KB",
        "diagrams/structure.pdf": "Structure as PDF, 59 KB",
        "findings.docx": "Findings as Word, 1 KB",
        "tables/load.csv": "Load as CSV, 2.3 MB",
        "tables/two_tier.csv": "Two tiers as CSV, 999 KB",
        "tables/orgmap.xlsx": "Workbook as Excel, 1.0 MB",
    }
    assert len(links) == 6


def test_the_forms_of_one_thing_are_together():
    """A diagram is told once with its forms beside each other; how each form is used is told below."""
    page = read_page(downloads_page(Pack("Map", files=tuple(SIZES)), SIZES))
    assert page.texts("h2") == ["Pictures", "Papers", "Tables", "Which form to take"]
    assert page.texts("b") == ["Structure", "Findings", "Workbook", "Load", "Two tiers"]
    assert page.texts("dt") == ["Word", "PDF", "SVG", "Excel", "CSV"]


def test_the_whole_is_told():
    """The page says how many pages the folder has and what all of it weighs, the pages included."""
    page = read_page(downloads_page(Pack("Map", files=tuple(SIZES)), SIZES))
    assert "it holds 4 pages and these files, 4.5 MB in all" in page.visible


def test_the_menu_has_each_list_once():
    """The first page of a list stands for all; pages of bodies, the search and files are not in the menu."""
    found = menu((*SIZES, "search.html", "load.html", "about.html"))
    assert [one.address for one in found.before] == ["index.html", "bodies.html"]
    assert [one.address for one in found.answers] == ["load.html"]
    assert [one.address for one in found.after] == ["about.html"]
