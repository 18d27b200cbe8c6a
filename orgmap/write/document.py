"""Word documents for board papers, in Word's own styles, so that a council's template can restyle them."""

from __future__ import annotations

import datetime
import io
import textwrap
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from orgmap.model.guards import clean

_MADE = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC).replace(tzinfo=None)
_STAMP = (1980, 1, 1, 0, 0, 0)
_MARGIN, _SHEET, _TEXT = Cm(2), (Cm(21), Cm(29.7)), Cm(17)
_LANGUAGE, _TYPEFACE, _INK = "en-GB", "Arial", RGBColor(0x1F, 0x38, 0x64)
_HEADS = {"Title": 22, "Subtitle": 12, "Heading 1": 16, "Heading 2": 13, "Heading 3": 11, "Caption": 9}
_SMALL = "Table Text"
_OTHERS = ("Normal", "Footer", "Header", "List Bullet", "Table Grid")
_LINE, _PADDING, _LONGEST_WORD, _WIDEST = 92, 3, 18, 120
"""In letters of a table: what fits on a line, the padding of a cell, what a column may ask for."""


@dataclass(frozen=True)
class Heading:
    """A heading of level 1, 2 or 3, at the top of a page where `new_page`; the title stands above all."""

    text: str
    level: int = 1
    new_page: bool = False


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of plain text."""

    text: str


@dataclass(frozen=True)
class Bullets:
    """A list, one item for each text."""

    texts: tuple[str, ...]


@dataclass(frozen=True)
class Grid:
    """A table with its caption; `numbers` tells which columns hold numbers, which stand at the right."""

    caption: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[bool, ...]


Block = Heading | Paragraph | Bullets | Grid


def document(title: str, subtitle: str, blocks: Iterable[Block]) -> bytes:
    """Return a Word document on A4 in British English, with its title and page numbers at the foot.

    Text is text, whatever it holds: what XML refuses and marks that turn the reading direction are left out.
    The heading row of a table stands on each of its pages, and no row is torn apart. Same blocks, same bytes.
    """
    made = docx.Document()
    _lay_out(made, clean(title))
    made.add_paragraph(clean(title), style="Title")
    if subtitle:
        made.add_paragraph(clean(subtitle), style="Subtitle")
    for block in blocks:
        _add(made, block)
    return _packed(made)


def _lay_out(made: Document, title: str) -> None:
    sheet = made.sections[0]
    sheet.page_width, sheet.page_height = _SHEET
    sheet.left_margin = sheet.right_margin = sheet.top_margin = sheet.bottom_margin = _MARGIN
    _dress(made)
    _number_pages(sheet.footer.paragraphs[0], title)
    known = made.core_properties
    known.title, known.author, known.last_modified_by = title[:255], "orgmap", "orgmap"
    known.language, known.comments = _LANGUAGE, "Made with orgmap"
    known.created = known.modified = _MADE
    links = made.part.package.rels
    for link in [link for link, to in links.items() if to.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
        links.pop(link)


def _dress(made: Document) -> None:
    """Give the styles that are used a legible face and size; the rest is as Word has it."""
    styles = made.styles
    _drop_unused(styles)
    for language in styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), _LANGUAGE)
    small = styles.add_style(_SMALL, WD_STYLE_TYPE.PARAGRAPH)
    small.base_style = styles["Normal"]
    for name, size in {"Normal": 11, "Footer": 9, _SMALL: 9, **_HEADS}.items():
        style: Any = styles[name]
        style.font.size = Pt(size)
        face = style.element.get_or_add_rPr().get_or_add_rFonts()
        face.attrib.clear()
        style.font.name = _TYPEFACE
        if name in _HEADS:
            style.font.color.rgb = _INK
    small.paragraph_format.space_after = Pt(0)
    styles["Caption"].paragraph_format.keep_with_next = True


def _drop_unused(styles: Any) -> None:
    """Take out the template's many styles that nothing here uses: each paragraph would look through them."""
    named = {*_OTHERS, *_HEADS}
    kept = named | {f"{name} Char" for name in named}
    for style in [style for style in styles if style.name not in kept and not _is_default(style)]:
        style.delete()


def _is_default(style: Any) -> bool:
    return bool(style.element.get(qn("w:default")) == "1")


def _number_pages(foot: Any, title: str) -> None:
    foot.add_run(f"{textwrap.shorten(title, 80, placeholder='…')}\tPage ")
    foot.style.paragraph_format.tab_stops.clear_all()
    foot.paragraph_format.tab_stops.add_tab_stop(_TEXT, WD_TAB_ALIGNMENT.RIGHT)
    for field, after in (("PAGE", " of "), ("NUMPAGES", "")):
        told = OxmlElement("w:fldSimple")
        told.set(qn("w:instr"), field)
        run, text = OxmlElement("w:r"), OxmlElement("w:t")
        text.text = "1"
        run.append(text)
        told.append(run)
        foot._p.append(told)  # noqa: SLF001 - python-docx has no way to add a field
        foot.add_run(after)


def _add(made: Document, block: Block) -> None:
    if isinstance(block, Heading):
        line = made.add_heading(clean(block.text), block.level)
        line.paragraph_format.page_break_before = block.new_page or None
    elif isinstance(block, Paragraph):
        made.add_paragraph(clean(block.text))
    elif isinstance(block, Bullets):
        for text in block.texts:
            made.add_paragraph(clean(text), style="List Bullet")
    else:
        _add_grid(made, block)


def _add_grid(made: Document, grid: Grid) -> None:
    rows = [tuple(map(clean, row)) for row in (grid.headings, *grid.rows)]
    widths = _widths(rows)
    made.add_paragraph(clean(grid.caption), style="Caption")
    table: Any = made.add_table(len(rows), len(grid.headings), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    small = made.styles[_SMALL].style_id
    for number, (line, texts) in enumerate(zip(table.rows, rows, strict=True)):
        _keep_whole(line, heads=number == 0)
        for place, (cell, text) in enumerate(zip(line.cells, texts, strict=True)):
            cell.width = widths[place]
            paragraph = cell.paragraphs[0]
            paragraph._p.style = small  # noqa: SLF001 - the name of a style is looked up anew each time
            _fill(paragraph, text, heads=number == 0, is_number=grid.numbers[place])
    made.add_paragraph(style=_SMALL)


def _fill(paragraph: Any, text: str, *, heads: bool, is_number: bool) -> None:
    paragraph.add_run(text).bold = heads or None
    if is_number:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _keep_whole(line: Any, *, heads: bool) -> None:
    """Keep a row on one page; a row of headings is said again on each page."""
    known = line._tr.get_or_add_trPr()  # noqa: SLF001 - python-docx has no way to say it
    for name in ("w:cantSplit", "w:tblHeader") if heads else ("w:cantSplit",):
        known.append(OxmlElement(name))


def _widths(rows: Sequence[Sequence[str]]) -> list[int]:
    """Return the width of each column: room for its longest word, the rest as long texts ask."""
    columns = list(zip(*rows, strict=True))
    least = [_PADDING + min(_LONGEST_WORD, max(map(_longest_word, texts))) for texts in columns]
    asked = [
        max(low, _PADDING + min(_WIDEST, max(map(len, texts))))
        for low, texts in zip(least, columns, strict=True)
    ]
    spare, wish = max(0, _LINE - sum(least)), max(1, sum(asked) - sum(least))
    shares = [low + (most - low) * min(1, spare / wish) for low, most in zip(least, asked, strict=True)]
    return [int(_TEXT * share / sum(shares)) for share in shares]


def _longest_word(text: str) -> int:
    return max(map(len, text.split()), default=0)


def _packed(made: Document) -> bytes:
    """Return the document with its parts in order and of no day, so that the same makes the same bytes."""
    loose, whole = io.BytesIO(), io.BytesIO()
    made.save(loose)
    with zipfile.ZipFile(loose) as parts, zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in sorted(parts.namelist()):
            entry = zipfile.ZipInfo(name, _STAMP)
            entry.create_system = 3
            packed.writestr(entry, parts.read(name), zipfile.ZIP_DEFLATED)
    return whole.getvalue()
