"""The pages about the pack: what they say of a source that was read, and that no withheld name is in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from orgmap.pack.about import about_addresses, about_parts
from orgmap.pack.opening import Opened
from orgmap.views.packs import Pack
from tests.builders import seat
from tests.packs import ANYSHIRE, shown, write_source
from tests.webpages import Page, read_page


def page_about(opened: Opened) -> Page:
    """Return the page about the pack of an opened source, read."""
    return read_page(pages(opened)["about.html"])


def pages(opened: Opened, made: dict[str, bytes] | None = None) -> dict[str, str]:
    """Return the pages about the pack of an opened source by their addresses."""
    pack = Pack.of(opened.orgmap, about_addresses())
    parts = about_parts(opened, pack, made or {})
    return {address: file.decode() for part in parts for address, file in part.make().items()}


def told(page: Page) -> dict[str, str]:
    """Return the terms of a page with what is said of each."""
    return dict(zip(page.texts("dt"), page.texts("dd"), strict=True))


def test_every_page_about_the_pack_is_made(tmp_path: Path) -> None:
    """The addresses that are announced are those of the pages that are made."""
    opened = shown(write_source(tmp_path / "anyshire", ANYSHIRE))
    assert set(pages(opened)) == set(about_addresses())


def test_files_that_were_made_are_listed_with_their_size(tmp_path: Path) -> None:
    """The page of downloads has the files made so far, by their own sizes."""
    opened = shown(write_source(tmp_path / "anyshire", ANYSHIRE))
    page = read_page(pages(opened, {"tables/load.csv": b"x" * 4_400})["downloads.html"])
    assert "Load as CSV, 4 KB" in page.texts("a")


def test_the_source_and_the_settings_are_told(tmp_path: Path) -> None:
    """Tables with their rows, the settings of the run and the seed of the map are on the page."""
    page = page_about(shown(write_source(tmp_path / "anyshire", ANYSHIRE), tiers=("county",), threshold=2))
    facts = told(page)
    assert facts["Source file"].startswith("anyshire. Read as CSV tables: 6 tables with 23 rows in all.")
    assert page.texts("td")[:2] == ["about.csv", "1"]
    assert facts["Part of the source"] == "only the bodies of tier county"
    assert facts["Two bodies need a protocol"] == "from 2 shared members on, and for other reasons"
    assert facts["Counted as members"] == "organisations (--counting organisations)"
    assert facts["Names of people"] == "withheld; posts stand in their place (--names posts)"
    assert facts["Places on the map"].endswith("from the seed 1")
    assert facts["Made with"].startswith("orgmap 0.")


@pytest.mark.parametrize(
    ("name", "title", "words"),
    [
        ("about.csv", None, None),
        ("Our boards", "Our boards", "The line in row 1 of seats.csv, as the source gives no title."),
        ("", "Anyshire boards", "The name of the file or folder in words, as the source gives no title."),
    ],
)
def test_where_the_title_comes_from_is_told(
    name: str, title: str | None, words: str | None, tmp_path: Path
) -> None:
    """Where the source gives no title, the page says after what the map is called."""
    folder = write_source(tmp_path / "anyshire-boards", ANYSHIRE)
    if name != "about.csv":
        (folder / "about.csv").unlink()
        seats = folder / "seats.csv"
        seats.write_text(f"{name}\n\n{seats.read_text('utf-8')}", "utf-8")
    opened = shown(folder)
    assert title is None or opened.orgmap.title == title
    assert told(page_about(opened)).get("Title") == words


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({}, "all of it"),
        ({"tiers": ("county", "district")}, "only the bodies of tiers county and district"),
        (
            {"bodies": ("Easton Partnership",), "tiers": ("district",)},
            "only the bodies Easton Partnership and those joined to them, of tier district",
        ),
    ],
)
def test_the_part_of_the_source_is_told(settings: dict[str, object], words: str, tmp_path: Path) -> None:
    """The reader learns when the pack holds only some tiers or some bodies."""
    opened = shown(write_source(tmp_path / "anyshire", ANYSHIRE), **settings)
    assert told(page_about(opened))["Part of the source"] == words


def test_the_law_that_was_looked_up_is_told(hampshire_pack: dict[str, bytes]) -> None:
    """The files of the law with members that the answer on gaps asks for are named, and no others."""
    text = read_page(hampshire_pack["about.html"].decode()).visible
    assert "Community safety partnerships: the responsible authorities: 6 members asked for." in text
    assert "for the law as at 1 October 2004" in text
    assert "Safeguarding adults boards" not in text


def test_where_no_law_applies_that_is_told(tmp_path: Path) -> None:
    """A map without bodies of a kind that the law knows says so."""
    source = write_source(tmp_path / "club", {"seats": [seat("Chess club", None, "Council")]})
    assert "None: no body of this map is of a kind" in page_about(shown(source)).visible


@pytest.mark.parametrize(("names", "there"), [("posts", False), ("none", False), ("full", True)])
def test_no_withheld_name_is_in_what_is_said_of_the_source(names: str, there: bool, tmp_path: Path) -> None:
    """A name in the name of the source or in the heading of a column is blotted out where it is withheld."""
    calls = {"Calls by Ann Example": "many"}
    seats = [seat("Board", "Ann Example", "Council", **calls), seat("Board", "Bob Sample", "Police")]
    text = page_about(
        shown(write_source(tmp_path / "List of Ann Example", {"seats": seats}), names=names)
    ).visible
    assert ("Ann Example" in text) == there
    assert ("seats.csv: column D (Calls by (name withheld))" in text) != there
    assert ("List of (name withheld)." in text) != there
