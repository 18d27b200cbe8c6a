"""Tests of the whole pack: what is in it, that it hangs together, and that it is the same every time."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from hashlib import sha256
from pathlib import Path, PurePosixPath
from posixpath import normpath
from urllib.parse import unquote, urlsplit

import pypdf
import pytest
from python_calamine import CalamineWorkbook

from orgmap.pack.parts import pack_parts
from orgmap.vocabulary import QUESTIONS
from tests.builders import EXAMPLES, Record, seat
from tests.packs import ANYSHIRE, PAGES, named_source, pack_of, shared_files, shown, told, write_source
from tests.running import python
from tests.webpages import Page, read_page

DRAWINGS = [
    f"diagrams/{kind}.{form}" for kind in ("structure", "interlocks") for form in ("svg", "pdf", "png")
]
TABLES = [f"tables/{name}.csv" for name in (*QUESTIONS.values, "checklist", "seats", "measures")]
PAPERS = ["checklist.md", "findings.md", "findings.docx"]


def pages_of(files: dict[str, bytes]) -> dict[str, Page]:
    """Return every page of a pack as a browser reads it."""
    return {name: read_page(files[name].decode("utf-8")) for name in files if name.endswith(".html")}


def dead_links(files: dict[str, bytes], pages: dict[str, Page]) -> list[str]:
    """Return the links of all pages that lead to no file of the pack or to no anchor in it."""
    return [
        f"{name}: {address}"
        for name, page in pages.items()
        for element in page.elements
        for address in (element.attributes.get("href"), element.attributes.get("src"))
        if address is not None and not _leads(name, address, files, pages)
    ]


def _leads(name: str, address: str, files: dict[str, bytes], pages: dict[str, Page]) -> bool:
    parts = urlsplit(address)
    if parts.scheme:
        return parts.scheme in ("http", "https", "data")
    path = normpath(PurePosixPath(name).parent / unquote(parts.path)) if parts.path else name
    if path in ("map.html", "search.html") and "=" in parts.fragment:
        return path in files
    return path in files and (not parts.fragment or unquote(parts.fragment) in pages[path].ids)


def test_every_file_is_there(hampshire_pack: dict[str, bytes]) -> None:
    """A pack holds its pages, those of bodies and organisations, diagrams, papers, tables, no more."""
    shared = shared_files(hampshire_pack)
    assert shared == {*PAGES, *DRAWINGS, *TABLES, *PAPERS, "tables/orgmap.xlsx"}
    orgmap = shown(EXAMPLES / "hampshire-2004").orgmap
    folders = Counter(name.partition("/")[0] for name in set(hampshire_pack) - shared)
    assert folders == {"bodies": len(orgmap.bodies), "organisations": len(orgmap.organisations)}
    assert all(hampshire_pack.values())


def test_every_link_leads_somewhere(hampshire_pack: dict[str, bytes]) -> None:
    """Every link of every page leads to a file of the pack, to an anchor that exists, or to the web."""
    pages = pages_of(hampshire_pack)
    assert dead_links(hampshire_pack, pages) == []
    links = {name: page.links for name, page in pages.items()}
    assert all(links.values())
    lists = ("index.html", "downloads.html", "bodies.html", "organisations.html")
    led_to = {link.partition("#")[0] for name in lists for link in links[name]}
    assert set(hampshire_pack) - {"index.html"} <= led_to


def test_every_link_leads_somewhere_where_names_are_shown(tmp_path: Path) -> None:
    """In a pack with pages of people, links in text, pictures and tables lead to files and anchors too."""
    files = pack_of(named_source(tmp_path / "named"))
    assert "people/ann-example.html" in files
    assert dead_links(files, pages_of(files)) == []


def test_every_page_leads_back(hampshire_pack: dict[str, bytes]) -> None:
    """From every other page a link leads to the index."""
    pages = pages_of(hampshire_pack)
    index = {name: "../" * name.count("/") + "index.html" for name in pages}
    assert [name for name, page in pages.items() if index[name] not in page.links] in ([], ["index.html"])


def test_nothing_is_asked_of_a_network(hampshire_pack: dict[str, bytes]) -> None:
    """No page loads anything: scripts, styles and pictures are inside it, and its policy says so."""
    for name, page in pages_of(hampshire_pack).items():
        loads = [one.attributes["src"] for one in page.elements if "src" in one.attributes]
        assert [address for address in loads if not address.startswith("data:")] == [], name
        assert page.all("link") == [], name
        policies = page.all("meta", http_equiv="Content-Security-Policy")
        assert [one.attributes["content"].startswith("default-src 'none'") for one in policies] == [True], (
            name
        )


def test_every_page_is_well_formed(hampshire_pack: dict[str, bytes]) -> None:
    """Every page has one main heading, no id twice, every element closed, and is in British English."""
    for name, page in pages_of(hampshire_pack).items():
        assert page.faults == [], name
        assert len(page.all("h1")) == 1, name
        assert len(set(page.ids)) == len(page.ids), name
        assert page.all("html")[0].attributes["lang"] == "en-GB", name


def test_the_same_source_gives_the_same_bytes(hampshire_pack: dict[str, bytes]) -> None:
    """Built again by another process with other hashes, every file is the same to the byte."""
    code = (
        "import json, sys\n"
        "from hashlib import sha256\n"
        "from tests.builders import EXAMPLES\n"
        "from tests.packs import pack_of\n"
        "made = pack_of(EXAMPLES / 'hampshire-2004')\n"
        "json.dump({name: sha256(content).hexdigest() for name, content in made.items()}, sys.stdout)"
    )
    again = python("-c", code, PYTHONHASHSEED="7", TZ="Pacific/Auckland")
    assert again.code == 0, again.err
    digests = {name: sha256(content).hexdigest() for name, content in hampshire_pack.items()}
    assert json.loads(again.text) == digests


def test_the_order_of_rows_changes_no_figure(tmp_path: Path) -> None:
    """The rows of a source in another order give the same measures and the same pairs of bodies."""
    turned = {name: list(reversed(records)) for name, records in ANYSHIRE.items()}
    one = pack_of(write_source(tmp_path / "a" / "anyshire", ANYSHIRE))
    two = pack_of(write_source(tmp_path / "b" / "anyshire", turned))
    for name in ("tables/measures.csv", "tables/overlap.csv", "tables/two_tier.csv"):
        assert sorted(one[name].splitlines()) == sorted(two[name].splitlines()), name


@pytest.mark.parametrize("kind", ["structure", "interlocks"])
def test_a_pdf_says_what_it_is(kind: str, hampshire_pack: dict[str, bytes]) -> None:
    """Each diagram as PDF has its title and language inside, on one sheet of A4, with its words as text."""
    document = pypdf.PdfReader(io.BytesIO(hampshire_pack[f"diagrams/{kind}.pdf"]))
    assert document.metadata is not None
    assert document.metadata.title == f"Hampshire 2004: {kind}"
    assert document.trailer["/Root"]["/Lang"] == "en-GB"
    assert len(document.pages) == 1
    sides = sorted(
        float(side) for side in (document.pages[0].mediabox.width, document.pages[0].mediabox.height)
    )
    assert sides == pytest.approx([595.28, 841.89], abs=1)
    assert "Hampshire Strategic Partnership" in " ".join(document.pages[0].extract_text().split())


def test_the_workbook_holds_every_table(hampshire_pack: dict[str, bytes]) -> None:
    """The workbook has a sheet for each table, with as many rows and the same headings as the CSV file."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(hampshire_pack["tables/orgmap.xlsx"]))
    assert book.sheet_names == [*QUESTIONS.values, "seats", "measures"]
    for name in book.sheet_names:
        text = hampshire_pack[f"tables/{name}.csv"].decode("utf-8")
        lines = list(csv.reader(io.StringIO(text, newline="")))
        rows = book.get_sheet_by_name(name).to_python()
        assert len(rows) == len(lines), name
        assert rows[0] == lines[0], name


def test_every_seat_is_in_the_table(hampshire_pack: dict[str, bytes]) -> None:
    """The table of seats has every seat in force, by name and without ids, rows or notes."""
    text = hampshire_pack["tables/seats.csv"].decode("utf-8")
    seats = list(csv.DictReader(io.StringIO(text, newline="")))
    orgmap = shown(EXAMPLES / "hampshire-2004").orgmap
    assert len(seats) == len(orgmap.seats)
    assert {row["body"] for row in seats} == set(orgmap.bodies.loc[orgmap.seats["body"].unique(), "name"])
    assert not {"row", "note"} & set(seats[0])


def test_parts_name_themselves_and_downloads_come_last(tmp_path: Path) -> None:
    """Each part says what it makes, no file is made twice, and downloads are told when all else is made."""
    parts = pack_parts(shown(write_source(tmp_path / "anyshire", ANYSHIRE)))
    made = [(part.label, part.make()) for part in parts]
    names = [name for _, files in made for name in files]
    assert len(set(names)) == len(names)
    assert "downloads.html" in made[-1][1]
    assert all(label for label, _ in made)


SOURCES: dict[str, list[Record]] = {
    "one seat": [seat("Board", "Ann Example")],
    "one body": [seat("Board", None, f"Organisation {number}") for number in range(5)],
    "two bodies of nobody in common": [seat("Board", None, "A"), seat("Forum", None, "B")],
    "only vacant seats": [seat("Board", "Vacant"), seat("Forum", None, "A", status="vacant")],
    "only a vacant seat of nobody": [seat("Board", None, None, status="vacant")],
    "people only": [seat(f"Board {number % 3}", f"Ann Example{number % 7}") for number in range(9)],
    "organisations only": [seat(f"Board {number % 3}", None, f"Org {number % 7}") for number in range(9)],
    "posts only": [seat("Board", None, None, post="Chair"), seat("Forum", None, None, post="Clerk")],
    "observers only": [seat("Board", None, "A", role="observer"), seat("Forum", None, "A", role="observer")],
    "60 bodies": [
        seat(f"Board {number}", None, f"Org {(number * step) % 23}")
        for number in range(60)
        for step in (1, 2, 3)
    ],
    "names without a Latin letter": [seat("東京", "山田 太郎", "Αθήνα"), seat("Київ", "山田 太郎", "עיר")],
}  # fmt: skip


@pytest.mark.parametrize("kind", SOURCES)
def test_any_source_makes_a_pack(kind: str, tmp_path: Path) -> None:
    """However little, much or odd a source holds, the pack is whole, and every body is named in it."""
    seats = SOURCES[kind]
    files = pack_of(write_source(tmp_path / "source", {"seats": seats}))
    assert shared_files(files) >= {
        *DRAWINGS,
        *TABLES,
        *PAPERS,
        "index.html",
        "map.html",
        "tables/orgmap.xlsx",
    }
    pages = pages_of(files)
    assert dead_links(files, pages) == []
    assert all(page.faults == [] for page in pages.values())
    bodies = {str(record["body"]) for record in seats}
    page = told("map.html", files["map.html"])
    assert [body for body in sorted(bodies) if body not in page] == []
