"""The rows of tables, put into a workbook that has everything else: quickly, for there may be millions."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from html import escape

import numpy as np
import pandas as pd
from xlsxwriter.utility import xl_col_to_name

LONGEST = 32_767
"""How many characters a cell can hold."""
_COMPRESSED = 5
"""A little less than is usual, for much less time."""
_STRINGS = "xl/sharedStrings.xml"
_DIMENSION = re.compile(r'<dimension ref="[^"]*"/>')
_STYLE = re.compile(r'<col [^>]*style="(\d+)"')
_COUNTS = re.compile(r' count="\d+" uniqueCount="(\d+)"')
_ENCODED = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")

Cell = str | float | None
Columns = Sequence[Sequence[Cell]]


def cells(column: pd.Series) -> list[Cell]:
    """Return a column as texts and numbers that a sheet can hold; None where a value is unknown."""
    values = column.tolist()
    if column.dtype == object:
        return [_cell(value) for value in values]
    known = {value: _cell(value) for value in dict.fromkeys(values)}
    return [known[value] for value in values]


def filled(shell: bytes, sheets: Mapping[int, Columns]) -> bytes:
    """Return a workbook with rows below the headings of some of its sheets, which are counted from 1.

    The cells look as their columns do. Text is text whatever it begins with. Same content, same bytes.
    """
    made = io.BytesIO()
    held = {f"xl/worksheets/sheet{number}.xml": columns for number, columns in sheets.items()}
    with zipfile.ZipFile(io.BytesIO(shell)) as old, zipfile.ZipFile(made, "w") as new:
        texts = _Texts(old.read(_STRINGS).decode())
        for part in (*(part for part in old.infolist() if part.filename != _STRINGS), old.getinfo(_STRINGS)):
            content = texts.written() if part.filename == _STRINGS else old.read(part).decode()
            if part.filename in held:
                content = "".join(_sheet(content, held[part.filename], texts))
            new.writestr(part, content, compresslevel=_COMPRESSED)
    return made.getvalue()


def _cell(value: object) -> Cell:
    if isinstance(value, np.generic):
        value = value.item()
    if isinstance(value, bool):
        return "yes" if value else "no"
    if value is None or value is pd.NA or value != value:
        return None
    if isinstance(value, int | float) and abs(value) != float("inf"):
        return value
    return str(value)[:LONGEST]


class _Texts:
    """The texts of a workbook, which its cells name by number."""

    def __init__(self, held: str) -> None:
        self._held = held
        self._first = int(_COUNTS.findall(held)[0])
        self._numbers: dict[str, int] = {}

    def number(self, text: str) -> int:
        """Return the number of a text."""
        return self._numbers.setdefault(text, self._first + len(self._numbers))

    def written(self) -> str:
        """Return the part of the workbook that holds the texts."""
        own = "".join(f'<si><t xml:space="preserve">{_encoded(text)}</t></si>' for text in self._numbers)
        held = _COUNTS.sub(f' uniqueCount="{self._first + len(self._numbers)}"', self._held, count=1)
        return held.replace("</sst>", f"{own}</sst>")


def _encoded(text: str) -> str:
    """Return a text as XML can hold it, with what it cannot hold in the notation of spreadsheets."""
    return escape(_ENCODED.sub(lambda found: f"_x{ord(found[0]):04X}_", text), quote=False)


def _sheet(shell: str, columns: Columns, texts: _Texts) -> Iterator[str]:
    """Yield a sheet with rows below its headings."""
    corner = f"{xl_col_to_name(len(columns) - 1)}{len(columns[0]) + 1}"
    begun, ended = _DIMENSION.sub(f'<dimension ref="A1:{corner}"/>', shell, count=1).split("</sheetData>")
    style = int(_STYLE.findall(begun)[0])
    written = [
        _column(xl_col_to_name(place), held, texts, f'" s="{style}"') for place, held in enumerate(columns)
    ]
    yield begun
    for row, line in enumerate(zip(*written, strict=True), 2):
        yield f'<row r="{row}">{"".join(line)}</row>'
    yield f"</sheetData>{ended}"


def _column(letters: str, held: Sequence[Cell], texts: _Texts, look: str) -> list[str]:
    """Return the cells of a column, each as it stands in its row; nothing where it is unknown."""
    ends = {cell: _end(cell, texts, look) for cell in dict.fromkeys(held)}
    found = map(ends.__getitem__, held)
    return [f'<c r="{letters}{row}{end}' if end else "" for row, end in enumerate(found, 2)]


def _end(cell: Cell, texts: _Texts, look: str) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return f'{look} t="s"><v>{texts.number(cell)}</v></c>'
    return f"{look}><v>{cell!r}</v></c>"
