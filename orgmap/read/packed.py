"""What a workbook's package tells before it is unpacked in earnest: its true size, and its hidden rows."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from orgmap.read.files import LARGEST, refused

MOST_CELLS = 60_000_000
"""A sheet that reaches further than this, counted from A1, is refused: it would not fit in memory."""
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, KeyError, ValueError)
"""What the zip library, and reading its list of sheets, raise for a package that is damaged or encrypted."""
_CELL = re.compile(rb'<c r="([A-Z]{1,3})(\d{1,7})"[^>]*[^/]>')
_ROW = re.compile(rb"<row\b[^>]*>")
_NUMBER = re.compile(rb'\br="(\d+)"')
_HIDDEN = re.compile(rb'\bhidden="(?:1|true)"')
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def hidden_rows(path: Path) -> dict[str, tuple[int, ...]]:
    """Return the hidden rows of each sheet of an .xlsx or .xlsm file, by the sheet's name, from 1.

    Raises:
        SourceInvalid: the file is damaged, or unpacks to more than any list of seats could need.
    """
    return {sheet: _scan(path, sheet, text) for sheet, text in _sheet_texts(path)}


def _sheet_texts(path: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the name and text of each sheet; every part of the package is read, so that damage is found."""
    try:
        with zipfile.ZipFile(path) as package:
            _check_size(path, package)
            sheets = {part: name for name, part in _sheets(package).items()}
            for part in package.namelist():
                text = package.read(part)
                if part in sheets:
                    yield sheets[part], text
    except _BROKEN as fault:
        raise refused(
            path,
            "the workbook is damaged or cut short.",
            "Open it in Excel and save it again, or copy it anew.",
        ) from fault


def _check_size(path: Path, package: zipfile.ZipFile) -> None:
    """Refuse a package that unpacks to too much; a part that holds more than it says is damaged when read."""
    if sum(part.file_size for part in package.infolist()) > LARGEST:
        raise refused(
            path, "the workbook unpacks to more than 1 GB.", "Keep only the sheets that orgmap needs."
        )


def _sheets(package: zipfile.ZipFile) -> dict[str, str]:
    """Return the part of each worksheet by the sheet's name; nothing for another kind of workbook."""
    names = set(package.namelist())
    if not {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"} <= names:
        return {}
    targets = {
        one.get("Id"): one.get("Target", "") for one in _xml(package, "xl/_rels/workbook.xml.rels").iter()
    }
    found = {}
    for sheet in _xml(package, "xl/workbook.xml").iter():
        target = targets.get(sheet.get(_RELATION, ""), "").lstrip("/")
        part = target if target.startswith("xl/") else f"xl/{target}"
        if sheet.tag.endswith("}sheet") and part in names:
            found[sheet.get("name", "")] = part
    return found


def _xml(package: zipfile.ZipFile, part: str) -> ElementTree.Element:
    content = package.read(part)
    if b"<!DOCTYPE" in content:
        raise ValueError
    try:
        return ElementTree.fromstring(content)  # noqa: S314
    except ElementTree.ParseError as fault:
        raise ValueError from fault


def _scan(path: Path, name: str, content: bytes) -> tuple[int, ...]:
    columns, last = set(), 0
    for column, row in _CELL.findall(content):
        columns.add(column)
        last = max(last, int(row))
    width = max((_number_of(column) for column in columns), default=0)
    if width * last > MOST_CELLS:
        raise refused(
            path,
            f"sheet {name} reaches to row {last:,} and column {width:,}, with next to nothing in between.",
            "Delete the empty rows and columns beyond your list, or copy the list to a new sheet.",
        )
    return tuple(
        int(number[1])
        for row in _ROW.findall(content)
        if _HIDDEN.search(row) and (number := _NUMBER.search(row))
    )


def _number_of(column: bytes) -> int:
    number = 0
    for letter in column:
        number = number * 26 + letter - 64
    return number
