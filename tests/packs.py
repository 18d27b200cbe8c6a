"""Sources written to disk for the upper floors, and packs read back as a reader's programs read them."""

from __future__ import annotations

import base64
import io
import re
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

import pypdf

from orgmap.pack.opening import Opened, opened
from orgmap.pack.parts import pack_parts
from orgmap.pack.settings import Settings
from orgmap.views.addresses import FOLDERS
from orgmap.vocabulary import QUESTIONS
from tests.builders import Record, rows_of, seat, write_csv

PAGES = (
    "index.html", "map.html", "checklist.html", "glossary.html", "bodies.html", "organisations.html",
    "search.html", "about.html", "downloads.html",
    *(f"{question.replace('_', '-')}.html" for question in QUESTIONS.values),
)  # fmt: skip
EMBEDDED = re.compile(rb"data:[\w/+.-]+;base64,([A-Za-z0-9+/=]+)")

ANYSHIRE: dict[str, list[Record]] = {
    "about": [{"title": "Anyshire", "as_at": "2005-06", "home_body": "Anyshire Partnership"}],
    "areas": [
        {"area": "Anyshire", "type": "county", "within": None},
        {"area": "Easton", "type": "district", "within": "Anyshire"},
        {"area": "Weston", "type": "district", "within": "Anyshire"},
    ],
    "bodies": [
        {"body": "Anyshire Partnership", "kind": "partnership", "tier": "county", "area": "Anyshire"},
        {"body": "Anyshire Executive", "kind": "executive", "tier": "county", "area": "Anyshire",
         "part_of": "Anyshire Partnership"},
        {"body": "Easton Partnership", "kind": "partnership", "tier": "district", "area": "Easton"},
        {"body": "Weston Partnership", "kind": "partnership", "tier": "district", "area": "Weston"},
    ],
    "organisations": [
        {"organisation": "Anyshire Council", "sector": "local government", "area": "Anyshire"},
        {"organisation": "Anyshire Police", "sector": "police and justice", "area": "Anyshire"},
        {"organisation": "Anyshire Health", "sector": "health", "area": "Anyshire"},
    ],
    "seats": [
        seat("Anyshire Partnership", None, "Anyshire Council", post="Leader", role="chair"),
        seat("Anyshire Partnership", None, "Anyshire Police", post="Commander"),
        seat("Anyshire Partnership", None, "Anyshire Health", post="Director"),
        seat("Anyshire Executive", None, "Anyshire Council", post="Leader"),
        seat("Anyshire Executive", None, "Anyshire Police", post="Commander", role="observer"),
        seat("Easton Partnership", None, "Anyshire Council", post="Leader"),
        seat("Easton Partnership", None, "Anyshire Police", post="Commander", since="2006"),
        seat("Easton Partnership", None, "Anyshire Health", post="Director"),
        seat("Weston Partnership", None, "Anyshire Council", post="Area officer", until="2004"),
        seat("Weston Partnership", None, "Weston Friends", post="Secretary"),
        seat("Weston Partnership", None, "Anyshire Health", status="vacant"),
    ],
    "protocols": [{"body_a": "Anyshire Partnership", "body_b": "Easton Partnership", "status": "draft"}],
}  # fmt: skip


def write_source(folder: Path, tables: Mapping[str, Iterable[Record]]) -> Path:
    """Write tables as a folder of CSV files and return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, records in tables.items():
        write_csv(folder / f"{name}.csv", rows_of(records))
    return folder


NAMED: list[Record] = [
    seat(
        "Anyshire Partnership", "Ann Example", "Anyshire Council", post="Leader", role="chair", since="2003"
    ),
    seat("Easton Partnership", "Ann Example", "Anyshire Council", post="Leader", until="2006-05"),
    seat("Anyshire Executive", "Bob Sample", "Anyshire Police", post="Commander", role="vice-chair"),
    seat("Weston Partnership", "Bob Sample", "Anyshire Police", post="Commander"),
]


def named_source(folder: Path) -> Path:
    """Write a source in which every question has something to answer, and names are shown."""
    tables = ANYSHIRE | {
        "about": [{**ANYSHIRE["about"][0], "names": "full", "nation": "England"}],
        "seats": [*ANYSHIRE["seats"], *NAMED],
        "people": [{"person": "Ann Example", "capacity_hours": 2}, {"person": "Bob Sample"}],
        "links": [
            {"from_body": "Easton Partnership", "to_body": "Anyshire Partnership", "kind": "reports to"}
        ],
        "issues": [
            {"issue": "Safer streets", "body": "Anyshire Partnership", "part": "lead"},
            {"issue": "Safer streets", "body": "Easton Partnership", "part": "lead"},
            {"issue": "Buses", "body": "Weston Partnership", "part": "contributes"},
        ],
        "expected": [{"body": "Easton Partnership", "organisation": "Weston Friends", "strength": "usual"}],
    }
    return write_source(folder, tables)


def shown(source: Path, **settings: object) -> Opened:
    """Return a source opened under these settings."""
    return opened(source, Settings(**settings))  # type: ignore[arg-type]


def pack_of(source: Path, **settings: object) -> dict[str, bytes]:
    """Return the files of the pack of a source under these settings."""
    files: dict[str, bytes] = {}
    for part in pack_parts(shown(source, **settings)):
        files |= part.make()
    return files


def shared_files(files: Iterable[str]) -> set[str]:
    """Return the addresses of all files but the pages of one body, organisation or person."""
    return {name for name in files if name.partition("/")[0] not in FOLDERS.values()}


def told(name: str, content: bytes) -> str:
    """Return all that a reader of a file can find in it: unzipped, and with the pictures inside."""
    if name.endswith((".xlsx", ".docx")):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return "\n".join(packed.read(part).decode("utf-8") for part in packed.namelist())
    if name.endswith(".pdf"):
        return _pdf_text(content)
    if name.endswith(".png"):
        return content.decode("latin-1")
    inside = [base64.b64decode(found).decode("utf-8") for found in EMBEDDED.findall(content)]
    return "\n".join([content.decode("utf-8"), *inside])


def _pdf_text(content: bytes) -> str:
    document = pypdf.PdfReader(io.BytesIO(content))
    return "\n".join([repr(document.metadata), *(page.extract_text() for page in document.pages)])


def folder_files(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder by their address in it."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
