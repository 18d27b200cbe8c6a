"""The files of a pack: where each is, what it is called and what it is for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from orgmap.vocabulary import ANSWER_PAGES, AnswerPage

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

INDEX, MAP, CHECKLIST, GLOSSARY = "index.html", "map.html", "checklist.html", "glossary.html"
BODIES, ORGANISATIONS, PEOPLE = "bodies.html", "organisations.html", "people.html"
SEARCH, DOWNLOADS, ABOUT, CHANGE = "search.html", "downloads.html", "about.html", "change.html"
CHECKLIST_CSV, WORKBOOK = "tables/checklist.csv", "tables/orgmap.xlsx"
SEATS, MEASURED = "tables/seats.csv", "tables/measures.csv"
FINDINGS, FINDINGS_PAPER = "findings.md", "findings.docx"
_PICTURES, _PLACES, _ANSWERS, _PAPERS, _ABOUT, _TABLES = _PARTS = (
    "Pictures",
    "Bodies, organisations and people",
    "Questions and answers",
    "Papers",
    "About this pack",
    "Tables",
)
_FORMS = {
    ".csv": "CSV",
    ".docx": "Word",
    ".md": "Markdown",
    ".pdf": "PDF",
    ".png": "PNG",
    ".svg": "SVG",
    ".xlsx": "Excel",
}
FORM_USES = {
    "Word": "Opens in Word or LibreOffice. Edit it, or paste parts of it into your own report.",
    "PDF": "One sheet of A4, to print or to attach. Its words can be searched and read aloud.",
    "PNG": "A picture for slides and documents. It cannot be made larger without blur.",
    "SVG": "A picture that stays sharp at any size, for web pages and for Word.",
    "Excel": "One workbook with a sheet for each table, with filters, to sort and search.",
    "CSV": "One table with all its columns and figures. Opens in Excel and in any tool for figures.",
    "Markdown": "Plain text with headings and lists, for wikis and e-mails.",
}
"""How each form is used, in the order in which they are told."""
_KNOWN = {
    MAP: ("Map", "the whole map to search, filter and explore", _PICTURES),
    BODIES: ("Bodies", "every body, with a page for each", _PLACES),
    ORGANISATIONS: ("Organisations", "every organisation, with a page for each", _PLACES),
    PEOPLE: ("People", "every person whose name is shown, with a page for each", _PLACES),
    SEARCH: ("Search", "find a body, an organisation or a person", _PLACES),
    CHECKLIST: ("Checklist", "the register of protocols and the points of each, to print and tick", _PAPERS),
    "checklist.md": ("Checklist", "the register of protocols and the points of each, as text", _PAPERS),
    FINDINGS_PAPER: (
        "Findings",
        "every sentence of this pack with the rows behind it, for board papers",
        _PAPERS,
    ),
    FINDINGS: ("Findings", "every sentence of this pack as text", _PAPERS),
    GLOSSARY: ("Glossary", "what each word and each measure means", _PAPERS),
    DOWNLOADS: ("Downloads", "every file to take away, with its size", _ABOUT),
    ABOUT: ("About", "where this comes from, how it was made, and what was left out and why", _ABOUT),
    CHANGE: ("Change", "what changed since the older list", _ANSWERS),
    WORKBOOK: ("Workbook", "every table in one workbook", _TABLES),
    SEATS: ("Seats", "who holds each seat, for whom and in which role", _TABLES),
    MEASURED: ("Measures", "the measures of every body and member, for analysts", _TABLES),
    CHECKLIST_CSV: ("Checklist", "every point of every protocol, a line each", _TABLES),
}
_DIAGRAMS = {
    "structure": ("Structure", "which body is part of which, and what links are declared; for board papers"),
    "interlocks": ("Interlocks", "which bodies share members, and how many; for board papers"),
}


@dataclass(frozen=True)
class Entry:
    """One file of the pack; `form` (CSV, PDF ...) is empty for a page, `part` is where in the list it is."""

    address: str
    name: str
    form: str
    purpose: str
    part: str

    @property
    def label(self) -> str:
        """Return its name with its form."""
        return f"{self.name} ({self.form})" if self.form else self.name

    @property
    def is_page(self) -> bool:
        """Return whether a browser shows it as a page."""
        return self.address.endswith(".html")

    @property
    def is_answer(self) -> bool:
        """Return whether it answers a question, as a page."""
        return self.is_page and self.part == _ANSWERS


@dataclass(frozen=True)
class Menu:
    """Where the navigation leads: the pages before the answers, the answers, and the pages after them."""

    before: tuple[Entry, ...]
    answers: tuple[Entry, ...]
    after: tuple[Entry, ...]

    @cached_property
    def addresses(self) -> frozenset[str]:
        """Return the addresses of all pages that it leads to."""
        return frozenset(one.address for one in (*self.before, *self.answers, *self.after))


def page_address(question: str) -> str:
    """Return the address of the page of a question: two-tier.html."""
    return f"{question.replace('_', '-')}.html"


def table_address(question: str) -> str:
    """Return the address of the full table of a question: tables/two_tier.csv."""
    return f"tables/{question}.csv"


def entries(files: Iterable[str]) -> list[Entry]:
    """Return what is said of each file but the index, in the order in which a reader needs them.

    Of a list in several pages the first stands for all.
    """
    known = [*_KNOWN, *(address(name) for address in (page_address, table_address) for name in ANSWER_PAGES)]
    order = {address: place for place, address in enumerate(known)}
    wanted = (one for one in sorted(set(files) - {INDEX}) if one in order or not one.endswith(".html"))
    found = [_entry(address) for address in wanted]
    return sorted(found, key=lambda one: (_PARTS.index(one.part), order.get(one.address, len(order))))


def menu(files: Collection[str]) -> Menu:
    """Return where the navigation of a pack with these files leads; the search has a box of its own."""
    pages = [one for one in entries(files) if one.is_page and one.address != SEARCH]
    index = [Entry(INDEX, "Overview", "", "what matters most", _PICTURES)] if INDEX in files else []
    answers = _PARTS.index(_ANSWERS)
    return Menu(
        (*index, *(one for one in pages if _PARTS.index(one.part) < answers)),
        tuple(one for one in pages if one.is_answer),
        tuple(one for one in pages if _PARTS.index(one.part) > answers),
    )


def parts(listed: Iterable[Entry]) -> list[tuple[str, list[list[Entry]]]]:
    """Return entries by the part of the list that they are in, and in it the forms of one thing together."""
    return [
        (part, [list(same) for _, same in groupby(group, key=lambda one: (one.name, one.purpose))])
        for part, group in groupby(listed, key=lambda one: one.part)
    ]


def _entry(address: str) -> Entry:
    path = PurePosixPath(address)
    form = _FORMS.get(path.suffix, "")
    name, purpose, part = _KNOWN.get(address) or _of_a_kind(path)
    return Entry(address, name, form, purpose, part)


def _of_a_kind(path: PurePosixPath) -> tuple[str, str, str]:
    """Return name, purpose and part of a diagram, of the page of a question, or of its table."""
    stem = path.stem.replace("-", "_")
    name = stem.replace("_", " ").capitalize()
    if path.parent.name == "diagrams":
        return *_DIAGRAMS.get(stem, (name, "a diagram for board papers")), _PICTURES
    page = ANSWER_PAGES.get(stem, AnswerPage(name, "a question and its answer"))
    if path.suffix == ".html":
        return page.name, page.purpose, _ANSWERS
    return page.name, f"{page.purpose}: all rows and figures", _TABLES
