"""The copy of a workbook with its problems on it, and the workbook made of tables that are none."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.workbook import Workbook
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.worksheet import Worksheet

from orgmap.errors import Problem
from orgmap.write.annotate.listing import SHEET, list_problems
from orgmap.write.annotate.marks import mark, unmarked
from orgmap.write.annotate.places import placed
from orgmap.write.annotate.saving import Results, saved
from orgmap.write.annotate.texts import cells_of, plain, write_text

_BROKEN = (
    ValueError, TypeError, LookupError, ArithmeticError, AttributeError, OSError, EOFError, SyntaxError,
    AssertionError, RuntimeError, zipfile.BadZipFile, zlib.error, InvalidFileException,
)  # fmt: skip
_CHANGED = {
    "xl/media/": "pictures", "xl/charts/": "charts", "xl/slicers/": "slicers", "xl/ctrlProps/": "buttons",
    "xl/activeX/": "buttons", "xl/threadedComments/": "conversations", "xl/diagrams/": "drawings",
}  # fmt: skip
MOST_MERGED = 1_000_000
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=[\"']([A-Z]+\d+:[A-Z]+\d+)[\"']")
_NOT_IN_A_TITLE = re.compile(r"[\[\]:*?/\\\x00-\x1f]")


@dataclass(frozen=True)
class TextSheet:
    """One sheet or file as text: `rows[0]` is line `top`, and the first cell of a row is in column `left`."""

    place: str
    name: str
    rows: Sequence[Sequence[str | None]]
    top: int = 1
    left: int = 1


@dataclass(frozen=True)
class Copy:
    """An annotated workbook, and what of the user's own may be missing from it or look different."""

    content: bytes
    changed: tuple[str, ...] = ()


def annotated_workbook(content: bytes, problems: Sequence[Problem], *, macros: bool = False) -> Copy | None:
    """Return a copy of an .xlsx or .xlsm with each problem as a note on its cell and all in a first sheet.

    What an earlier run wrote is replaced. `macros` keeps those of an .xlsm. None where the workbook cannot be
    copied with its formats.
    """

    def annotate(book: Workbook) -> None:
        _annotate(book, problems, {f"sheet {sheet.title}": sheet.title for sheet in book.worksheets})

    return changed_workbook(content, annotate, macros=macros)


def changed_workbook(
    content: bytes, change: Callable[[Workbook], None], *, macros: bool = False
) -> Copy | None:
    """Return a copy of an .xlsx or .xlsm with a change made to it, None where it cannot be copied whole."""
    try:
        if not _copyable(content):
            return None
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(io.BytesIO(content), keep_vba=macros, rich_text=True)
            results = _results(book, content)
            change(book)
            return Copy(saved(book, results, _core(content)), _changed(content, macros=macros))
    except _BROKEN:
        return None


def annotated_tables(sheets: Sequence[TextSheet], problems: Sequence[Problem]) -> Copy:
    """Return a workbook with a sheet for each table of text, with its problems as in `annotated_workbook`."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    titles: dict[str, str] = {}
    for sheet in sheets:
        made = book.create_sheet(_title(sheet.name, {title.casefold() for title in book.sheetnames}))
        titles[sheet.place] = made.title
        _fill(made, sheet)
    _annotate(book, problems, titles)
    return Copy(saved(book, {}, b""))


def _annotate(book: Workbook, problems: Iterable[Problem], titles: Mapping[str, str]) -> None:
    if SHEET in book.sheetnames:
        book.remove(book[SHEET])
    sheets = {sheet.title: sheet for sheet in book.worksheets}
    for sheet in sheets.values():
        unmarked(sheet)
    known = {place: (title, sheets[title].min_column) for place, title in titles.items() if title in sheets}
    spots = placed(problems, known)
    for title, sheet in sheets.items():
        mark(sheet, [spot for spot in spots if spot.sheet == title])
    list_problems(book, spots)


def _copyable(content: bytes) -> bool:
    """Tell whether merged cells are so few that openpyxl, which makes each of them, gets done."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        sheets = [package.read(part) for part in package.namelist() if part.startswith("xl/worksheets/sheet")]
    refs = [ref.decode() for sheet in sheets for ref in _MERGED.findall(sheet)]
    sizes = (CellRange(ref).size for ref in refs)
    return sum(size["rows"] * size["columns"] for size in sizes) <= MOST_MERGED


def _results(book: Workbook, content: bytes) -> Results:
    """Return what the formulas of a workbook came to when it was last saved."""
    formulas = {sheet.title: _formulas(sheet) for sheet in book.worksheets}
    if not any(formulas.values()):
        return {}
    told = openpyxl.load_workbook(io.BytesIO(content), data_only=True)
    return {
        title: {cell: told[title][cell].value for cell in cells} for title, cells in formulas.items() if cells
    }


def _formulas(sheet: Worksheet) -> list[str]:
    return [cell.coordinate for cell in cells_of(sheet) if cell.data_type == "f"]


def _core(content: bytes) -> bytes:
    """Return the part of a workbook that says when it was made, empty where there is none."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return package.read("docProps/core.xml") if "docProps/core.xml" in package.namelist() else b""


def _changed(content: bytes, *, macros: bool) -> tuple[str, ...]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = package.namelist()
    found = [what for start, what in _CHANGED.items() if any(part.startswith(start) for part in parts)]
    lost = ["macros"] if "xl/vbaProject.bin" in parts and not macros else []
    return tuple(dict.fromkeys([*found, *lost]))


def _title(name: str, taken: set[str]) -> str:
    """Return a name as Excel allows it for a sheet: 31 letters, some forbidden, none twice."""
    stem = _NOT_IN_A_TITLE.sub("-", plain(name)).strip("' ")[:31].rstrip("' ") or "sheet"
    stem = f"{stem} -" if stem.casefold() == "history" else stem
    numbered = (f"{stem[:27]} {number}" for number in range(2, len(taken) + 3))
    return (
        stem if stem.casefold() not in taken else next(one for one in numbered if one.casefold() not in taken)
    )


def _fill(made: Worksheet, sheet: TextSheet) -> None:
    for row, cells in enumerate(sheet.rows, start=sheet.top):
        for column, text in enumerate(cells, start=sheet.left):
            if text:
                write_text(made.cell(row, column), text)
