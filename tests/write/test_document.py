"""Tests of Word documents: on A4, in Word's styles, with nothing in them that is more than text."""

from __future__ import annotations

import io
import zipfile
from xml.etree import ElementTree

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Cm
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmap.model.guards import clean
from orgmap.write.document import Block, Bullets, Grid, Heading, Paragraph, document

TABLE = Grid(
    "2 rows",
    ("Body", "Shared", "Who"),
    (("Board", "2", "A and B"), ("Forum", "10", "C")),
    (False, True, False),
)
BLOCKS: list[Block] = [
    Paragraph("Read on."),
    Heading("Who is missing?"),
    Heading("To do", 2),
    Bullets(("Ask A.", "Ask B.")),
    Heading("Annex", new_page=True),
    TABLE,
]
HOSTILE = (
    "<w:p/>&amp;<script>",
    "]]><w:br/>",
    "a\x00b\x0bc\x1fd\x7fe\x9ff\ufffeg",
    "one\ntwo\r\n\tthree\u2028four",
    "\u202eegnardo\u202c\u2066x",
    'HYPERLINK "http://x.example"',
    "{{7*7}} =cmd()",
    "\U0001f469\u200d\U0001f467 Ŵyŵ",
    "w" * 10_000,
)


def opened(content: bytes):
    """Return the document as python-docx reads it."""
    return docx.Document(io.BytesIO(content))


def part(content: bytes, name: str) -> str:
    """Return the text of one part of the document's file."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return packed.read(name).decode("utf-8")


@pytest.fixture(scope="module")
def made() -> bytes:
    """Return a document with one block of each kind."""
    return document("Boards of Anyshire", "As at 2005", BLOCKS)


def test_text_is_in_the_styles_of_word(made: bytes) -> None:
    """Title, headings and lists have Word's own styles, in the order given, so that they can be restyled."""
    told = [(line.style.name, line.text) for line in opened(made).paragraphs if line.text]
    assert told == [
        ("Title", "Boards of Anyshire"),
        ("Subtitle", "As at 2005"),
        ("Normal", "Read on."),
        ("Heading 1", "Who is missing?"),
        ("Heading 2", "To do"),
        ("List Bullet", "Ask A."),
        ("List Bullet", "Ask B."),
        ("Heading 1", "Annex"),
        ("Caption", "2 rows"),
    ]


def test_a_new_page_begins_where_it_is_asked_for(made: bytes) -> None:
    """Only the heading that asks for it begins a page."""
    begins = [line.text for line in opened(made).paragraphs if line.paragraph_format.page_break_before]
    assert begins == ["Annex"]


def test_the_page_is_a4_with_numbers_at_its_foot(made: bytes) -> None:
    """The sheet is 21 by 29.7 cm; its foot has the title, the number of the page and of all pages."""
    sheet = opened(made).sections[0]
    assert (round(sheet.page_width.cm, 1), round(sheet.page_height.cm, 1)) == (21.0, 29.7)
    foot = ElementTree.fromstring(part(made, "word/footer1.xml"))  # noqa: S314
    assert "".join(text.text or "" for text in foot.iter(qn("w:t"))) == "Boards of AnyshirePage 1 of 1"
    assert [field.get(qn("w:instr")) for field in foot.iter(qn("w:fldSimple"))] == ["PAGE", "NUMPAGES"]


def test_the_file_says_what_it_is(made: bytes) -> None:
    """Title, author and language are in its properties; text is British English and large enough to read."""
    known, styles = opened(made).core_properties, opened(made).styles
    assert (known.title, known.author, known.language) == ("Boards of Anyshire", "orgmap", "en-GB")
    assert {one.get(qn("w:val")) for one in styles.element.iter(qn("w:lang"))} == {"en-GB"}
    assert styles["Normal"].font.size.pt == 11


def test_a_table_says_its_headings_on_each_page(made: bytes) -> None:
    """The first row is repeated, no row is torn apart, numbers stand at the right."""
    table = opened(made).tables[0]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        list(TABLE.headings),
        *map(list, TABLE.rows),
    ]
    repeated = [row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in table.rows]
    whole = [row._tr.find(f".//{qn('w:cantSplit')}") is not None for row in table.rows]
    assert (repeated, whole) == ([True, False, False], [True, True, True])
    right = [[cell.paragraphs[0].alignment is not None for cell in row.cells] for row in table.rows]
    assert right == [[False, True, False]] * 3


def test_the_same_blocks_make_the_same_bytes(made: bytes) -> None:
    """Nothing of the day is in the file: its parts have one fixed date and stand in order."""
    assert document("Boards of Anyshire", "As at 2005", BLOCKS) == made
    with zipfile.ZipFile(io.BytesIO(made)) as packed:
        assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert packed.namelist() == sorted(packed.namelist())
        assert not [name for name in packed.namelist() if "thumbnail" in name]


@pytest.mark.parametrize("text", HOSTILE)
def test_names_are_never_markup(text: str) -> None:
    """Whatever a name holds, the document has the elements it would have with a plain one, and the text."""
    hostile, usual = (
        document(name, name, [Heading(name), Paragraph(name), Bullets((name,)), _grid(name)])
        for name in (text, "Board")
    )
    tags = [
        [one.tag for one in ElementTree.fromstring(part(content, "word/document.xml")).iter()]  # noqa: S314
        for content in (hostile, usual)
    ]
    assert tags[0] == tags[1]
    told = {line.text for line in opened(hostile).paragraphs if line.text}
    assert told == {clean(text)}
    assert opened(hostile).tables[0].cell(1, 0).text == clean(text)


def _grid(text: str) -> Grid:
    return Grid(text, (text,), ((text,),), (False,))


@given(st.text())
def test_any_text_is_fit_for_a_document(text: str) -> None:
    """No text is refused by XML, and what is kept stands on one line in its order."""
    kept = clean(text)
    assert "\n" not in kept
    assert ElementTree.fromstring(f"<p>{ElementTree.tostring(_element(kept), 'unicode')}</p>")[0].text == (  # noqa: S314
        kept or None
    )
    letters = iter(text)
    assert all(letter in letters for letter in kept.replace(" ", ""))


def _element(text: str) -> ElementTree.Element:
    element = ElementTree.Element("t")
    element.text = text
    return element


@settings(max_examples=25, deadline=None)
@given(
    st.integers(1, 6).flatmap(
        lambda size: st.lists(
            st.lists(st.text(max_size=200), min_size=size, max_size=size), min_size=1, max_size=4
        )
    )
)
def test_a_table_is_as_wide_as_the_page(rows: list[list[str]]) -> None:
    """Whatever its cells hold, no column is nothing and all together are as wide as the text."""
    grid = Grid("", tuple(rows[0]), tuple(map(tuple, rows[1:])), (False,) * len(rows[0]))
    widths = [column.width for column in opened(document("T", "", [grid])).tables[0].columns]
    assert min(widths) > Cm(0.4)
    assert sum(widths) == pytest.approx(Cm(17), rel=0.001)
