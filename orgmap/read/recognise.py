"""What form a file is of, told by how it begins and not by what it is called."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from pathlib import Path

from orgmap.errors import SourceInvalid
from orgmap.read.files import bytes_of, decoded, json_of, refused
from orgmap.vocabulary import FORM

_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_TYPE_IT = "Copy its table into Excel, one row for each seat, and save it as .xlsx."
_NOT_LISTS = {
    b"%PDF": ("this is a PDF file, which holds a picture of a list and not the list.", _TYPE_IT),
    b"{\\rtf": ("this is a text document, not a list.", _TYPE_IT),
    b"\x89PNG": ("this is a picture, not a list.", _TYPE_IT),
    b"\xff\xd8\xff": ("this is a picture, not a list.", _TYPE_IT),
    b"GIF8": ("this is a picture, not a list.", _TYPE_IT),
}
_WORD = ("this is a Word document, not a list.", _TYPE_IT)
_SLIDES = ("these are slides, not a list.", _TYPE_IT)
_ARCHIVE = ("this is an archive of files.", "Unpack it, and name the folder or the file in it.")
_ENDINGS = {
    **dict.fromkeys((".doc", ".docx", ".odt", ".rtf", ".pages"), _WORD),
    **dict.fromkeys((".ppt", ".pptx", ".odp"), _SLIDES),
    **dict.fromkeys((".zip", ".7z", ".rar", ".gz", ".tar"), _ARCHIVE),
    ".numbers": ("orgmap does not read Numbers.", "Export it from Numbers as Excel or CSV."),
}
_WEB_PAGE = (
    "this is a web page, even if it is called otherwise.",
    "Open it in Excel or in a browser, copy its table into a new workbook, and save that as .xlsx.",
)
_TURTLE = re.compile(r"\s*(?:#[^\n]*\n\s*)*(?:@prefix|@base|prefix\s+\S*:|base\s*<)", re.IGNORECASE)
_PAJEK = re.compile(r"\s*(?:%[^\n]*\n\s*)*\*(?:vertices|network)\b", re.IGNORECASE)
_DL = re.compile(r"\s*dl\b(?=[\s\S]{0,400}?\bn[rcm]?\s*=)", re.IGNORECASE)
_ROOT = re.compile(r"<(?![?!])(?:[\w.\-]+:)?([\w.\-]+)")
_XML = {"graphml": "graphml", "gexf": "gexf", "rdf": "org"}
START = 20_000


def form_of(path: Path) -> str:
    """Return the form of a source: of a folder or a CSV file "csv", of a workbook "workbook", else its own.

    Raises:
        SourceInvalid: it is nothing that orgmap reads; the hint says what to do instead.
    """
    if path.is_dir():
        return _folder_form(path)
    if not path.stat().st_size and path.suffix.lower() in FORM["csv"].suffixes:
        return "csv"
    content = bytes_of(path)
    told = next((told for mark, told in _NOT_LISTS.items() if content.startswith(mark)), None)
    if told := told or _ENDINGS.get(path.suffix.lower()):
        raise refused(path, *told)
    if content.startswith(b"PAR1"):
        return "parquet"
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06", _OFFICE)) or _named_workbook(path, content):
        return _office_form(path)
    return _text_form(path, content)


def _named_workbook(path: Path, content: bytes) -> bool:
    """Tell of a file called a workbook whether it may be one: a text under such a name is read as text."""
    called = path.suffix.lower() in (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
    return called and decoded(content[:START]) is None


def _folder_form(folder: Path) -> str:
    suffixes = {one.suffix.lower() for one in folder.iterdir() if not one.name.startswith(".")}
    if suffixes & {".csv", ".tsv"}:
        return "csv"
    if ".parquet" in suffixes:
        return "parquet"
    return "moderngov" if ".xml" in suffixes else "csv"


def _office_form(path: Path) -> str:
    parts = _parts(path)
    if "word/document.xml" in parts:
        raise refused(path, *_WORD)
    if "ppt/presentation.xml" in parts:
        raise refused(path, *_SLIDES)
    if parts and not any(part.startswith("xl/") or part == "content.xml" for part in parts):
        raise refused(path, *_ARCHIVE)
    return "workbook"


def _parts(path: Path) -> set[str]:
    try:
        with zipfile.ZipFile(path) as package:
            return set(package.namelist())
    except (zipfile.BadZipFile, OSError, ValueError):
        return set()


def _text_form(path: Path, content: bytes) -> str:
    text = decoded(content[:START]) or decoded(content[: START - 1]) or ""
    start = text.lstrip("\ufeff \t\r\n")
    if start.startswith(("{", "[")):
        return _json_form(path)
    if start.startswith("<"):
        return _xml_form(path, start)
    marks = {"org": _TURTLE, "pajek": _PAJEK, "dl": _DL}
    return next((form for form, mark in marks.items() if mark.match(start)), "csv")


def _xml_form(path: Path, start: str) -> str:
    if path.suffix.lower() == ".ttl":
        return "org"
    root = _ROOT.search(start)
    name = root[1].lower() if root else ""
    if name in ("html", "body", "table", "head", "div") or start[:9].lower() == "<!doctype":
        raise refused(path, *_WEB_PAGE)
    return _XML.get(name, "moderngov")


def _json_form(path: Path) -> str:
    content = json_of(path)
    if not isinstance(content, Mapping):
        return "popolo"
    keys = set(content)
    if "tables" in keys:
        return "json"
    if keys & {"@context", "@graph"}:
        return "org"
    if "elements" in keys:
        return "cytoscape" if isinstance(content["elements"], Mapping) else "kumu"
    if keys & {"persons", "organizations", "memberships", "people", "organisations", "id", "name"}:
        return "popolo"
    return _unknown_json(path, keys)


def _unknown_json(path: Path, keys: set[str]) -> str:
    seen = ", ".join(sorted(str(key)[:40] for key in keys)[:8]) or "nothing"
    hint = "orgmap reads Popolo, Kumu, Cytoscape and its own tables as JSON; --as says which it is."
    fault: SourceInvalid = refused(path, f"orgmap does not know this kind of JSON: it holds {seen}.", hint)
    raise fault
