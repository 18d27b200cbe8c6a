"""Tests that nothing in a source can become markup, script, link or formula in any file of its pack."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import docx
import pypdf
import pytest
from python_calamine import CalamineWorkbook

from orgmap.vocabulary import TABLE, Column, Type
from tests.builders import Record
from tests.pack.test_parts import dead_links, pages_of
from tests.packs import named_source, pack_of, write_source
from tests.webpages import Page

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(2)>',
    "' onmouseover='alert(3)",
    "]]><!-- --!><svg/onload=alert(4)>",
    "</script></style></title><iframe src=javascript:alert(5)>",
    "javascript:alert(6)",
    "=cmd|' /C calc'!A0",
    "+HYPERLINK(\"http://x.example\")",
    "-2+3",
    "@SUM(A1)",
    "\u202egnp.exe\u202c \u200f\u2066",
    "\U0001f469\u200d\U0001f469\u200d\U0001f467 \ud55c\uae00 e\u0301",
    "one\ntwo\r\nthree\tfour\u2028five",
    "\x1b[31mred\x07\x9b2J\x08",
    "{{7*7}}{% raw %}${8*8}<%= 9*9 %>",
    "[a](javascript:alert(7)) ![b](x) `c` *d* # e | f",
    "\\N\\G\\E \\\"] ; graph [label=<B>",
    "&lt;b&gt;&amp;&#60;script&#62;",
    "long" * 2500,
)  # fmt: skip
TABLES = (
    "bodies",
    "organisations",
    "people",
    "areas",
    "links",
    "issues",
    "protocols",
    "agreements",
    "expected",
)


def hostile_record(table: str, number: int) -> Record:
    """Return a row in which every column of free text, name or address holds a hostile text."""
    record = {column.name: _hostile(column, number) for column in TABLE[table].columns}
    return {name: value for name, value in record.items() if value is not None}


def _hostile(column: Column, number: int) -> str | None:
    text = HOSTILE[number % len(HOSTILE)]
    if column.name in ("person", "area", "body", "organisation", "body_a", "from_body"):
        return f"{text}{column.name[0]}{number}"
    if column.name in ("body_b", "to_body"):
        return _hostile(TABLE["bodies"].columns[0], (number + 1) % len(HOSTILE))
    if column.type is Type.URL:
        return "https://x.example/?a='b&c=d" if number % 2 else "javascript:alert(8)"
    return text if column.type in (Type.TEXT, Type.NAMES) else None


def hostile_source(folder: Path) -> Path:
    """Write a source whose every name and text is hostile, with three seats for each body."""
    numbers = range(len(HOSTILE))
    tables = {table: [hostile_record(table, number) for number in numbers] for table in TABLES}
    tables["bodies"] = [
        {**record, "kind": HOSTILE[-number]} for number, record in enumerate(tables["bodies"])
    ]
    tables["links"] = [{**record, "kind": "advises"} for record in tables["links"]]
    tables["issues"] = [{**record, "part": "lead"} for record in tables["issues"]]
    tables["protocols"] = [{**record, "status": "draft"} for record in tables["protocols"]]
    tables["expected"] = [{"strength": "usual", **record} for record in tables["expected"]]
    tables["seats"] = [
        {
            **hostile_record("seats", number),
            "body": _hostile(TABLE["bodies"].columns[0], (number + step) % len(HOSTILE)),
            "on_behalf_of": None,
            "substitute_for": None,
        }
        for number in numbers
        for step in (0, 1, 2)
    ]
    tables["about"] = [{"title": HOSTILE[1], "source": HOSTILE[0], "licence": HOSTILE[4], "names": "full"}]
    return write_source(folder, tables)


@pytest.fixture(scope="module")
def hostile_pack(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return the files of the pack of a hostile source, names in full."""
    return pack_of(hostile_source(tmp_path_factory.mktemp("hostile") / "source"))


@pytest.fixture(scope="module")
def hostile_pages(hostile_pack: dict[str, bytes]) -> dict[str, Page]:
    """Return the pages of that pack as a browser reads them."""
    return pages_of(hostile_pack)


@pytest.fixture(scope="module")
def plain_pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Page]:
    """Return the pages of a pack without anything hostile, names in full, and one of each folder."""
    pages = pages_of(pack_of(named_source(tmp_path_factory.mktemp("plain") / "source")))
    return {name.partition("/")[0]: page for name, page in pages.items()}


def of_kind(files: dict[str, bytes], suffix: str) -> Iterator[tuple[str, bytes]]:
    """Return the files of one kind."""
    return ((name, content) for name, content in files.items() if name.endswith(suffix))


def test_the_hostile_texts_are_in_the_pack(hostile_pages: dict[str, Page]) -> None:
    """The texts reach the outputs, as text: the other tests look at something."""
    visible = hostile_pages["map.html"].visible
    assert "<script>alert(1)</script>" in visible
    assert '"><img src=x onerror=alert(2)>' in visible


def test_no_page_runs_or_loads_anything(hostile_pages: dict[str, Page], plain_pages: dict[str, Page]) -> None:
    """No tag, handler or address comes from the data: pages have the scripts they always have."""
    known = {one.tag for page in plain_pages.values() for one in page.elements}
    for name, page in hostile_pages.items():
        assert page.faults == [], name
        alike = plain_pages[name.partition("/")[0]]
        assert len(page.all("script")) == len(alike.all("script")), name
        tags = {one.tag for one in page.elements}
        assert not tags & {"iframe", "object", "embed", "base", "form", "svg"} - known, name
        attributes = [(key, value) for one in page.elements for key, value in one.attributes.items()]
        assert [key for key, _ in attributes if key.startswith("on") or key in ("style", "srcdoc")] == [], (
            name
        )
        addresses = [value.strip().lower() for key, value in attributes if key in ("href", "src", "action")]
        assert [
            one for one in addresses if one.startswith(("javascript:", "vbscript:", "data:text"))
        ] == [], name


def test_links_still_lead_somewhere(hostile_pack: dict[str, bytes], hostile_pages: dict[str, Page]) -> None:
    """No name breaks a link or an anchor, and no anchor stands twice."""
    assert dead_links(hostile_pack, hostile_pages) == []
    for name, page in hostile_pages.items():
        assert len(set(page.ids)) == len(page.ids), name


def test_drawings_are_sound_and_run_nothing(hostile_pack: dict[str, bytes]) -> None:
    """SVG is XML without script, handler, link or foreign object; PDF has no actions; PNG is a picture."""
    for name, content in of_kind(hostile_pack, ".svg"):
        tree = ElementTree.fromstring(content)  # noqa: S314
        tags = {one.tag.rpartition("}")[2].lower() for one in tree.iter()}
        keys = {key.rpartition("}")[2].lower() for one in tree.iter() for key in one.attrib}
        assert not tags & {"script", "foreignobject", "a", "image", "use", "iframe"}, name
        assert not {key for key in keys if key.startswith("on") or key == "href"}, name
    for name, content in of_kind(hostile_pack, ".pdf"):
        document = pypdf.PdfReader(io.BytesIO(content))
        assert len(document.pages) >= 1, name
        assert not any("/Annots" in page or "/AA" in page for page in document.pages), name
        assert not {"/OpenAction", "/AA", "/Names"} & set(document.trailer["/Root"]), name
    for name, content in of_kind(hostile_pack, ".png"):
        assert content.startswith(b"\x89PNG\r\n\x1a\n"), name


def test_no_cell_is_a_formula(hostile_pack: dict[str, bytes]) -> None:
    """In CSV no cell begins as a formula does, every row has as many cells as there are headings."""
    for name, content in of_kind(hostile_pack, ".csv"):
        csv.field_size_limit(10_000_000)
        heading, *rows = csv.reader(io.StringIO(content.decode("utf-8"), newline=""))
        assert {len(row) for row in rows} <= {len(heading)}, name
        cells = [cell for row in rows for cell in row if not re.fullmatch(r"-?\d+(\.\d+)?(e-?\d+)?", cell)]
        assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == [], name


def test_the_workbook_holds_text_only(hostile_pack: dict[str, bytes]) -> None:
    """The workbook can be read, and no cell of it is a formula or a link."""
    content = hostile_pack["tables/orgmap.xlsx"]
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    cells = {cell for row in book.get_sheet_by_name("seats").to_python() for cell in row}
    assert any(str(cell).startswith("=cmd|' /C calc'!A0") for cell in cells)
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        sheets = [packed.read(name).decode() for name in packed.namelist() if "worksheets/" in name]
    assert not [sheet for sheet in sheets if "<f>" in sheet or "<hyperlink" in sheet]


def test_the_paper_holds_text_only(hostile_pack: dict[str, bytes]) -> None:
    """The Word document can be read, is made of text only, and its only fields are the numbers of pages."""
    content = hostile_pack["findings.docx"]
    made = docx.Document(io.BytesIO(content))
    assert any("<script>alert(1)</script>" in line.text for line in made.paragraphs)
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        parts = {
            name: packed.read(name).decode() for name in packed.namelist() if name.endswith((".xml", ".rels"))
        }
    tags = {one.tag.rpartition("}")[2] for one in ElementTree.fromstring(parts["word/document.xml"]).iter()}  # noqa: S314
    assert not tags & {"hyperlink", "fldSimple", "instrText", "object", "drawing", "altChunk", "script"}
    assert 'TargetMode="External"' not in "".join(parts.values())
    assert parts["word/footer1.xml"].count("w:instr=") == 2


def test_markdown_holds_no_markup_of_the_data(hostile_pack: dict[str, bytes]) -> None:
    """In Markdown no tag, link or picture stands unescaped, and nothing steers a terminal."""
    for name, content in of_kind(hostile_pack, ".md"):
        text = content.decode("utf-8")
        assert re.findall(r"(?<!\\)<\S{0,20}", text) == [], name
        assert re.findall(r"(?<!\\)\]\(.{0,20}", text) == [], name
        assert not set("\x1b\x07\x9b\x08\r\u2028\u202e") & set(text), name
