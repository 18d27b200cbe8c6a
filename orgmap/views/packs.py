"""The pack as its pages know it: what it is of, which files it has, and what each of them is for."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from orgmap import resources
from orgmap.model.dates import in_words
from orgmap.views.html import count

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from orgmap.model import OrgMap

INDEX, MAP, CHECKLIST, GLOSSARY = "index.html", "map.html", "checklist.html", "glossary.html"
CHECKLIST_CSV, WORKBOOK = "tables/checklist.csv", "tables/orgmap.xlsx"


@dataclass(frozen=True)
class Entry:
    """One file of the pack: its address, what it is called, what it is for, and the part of the list it is in."""

    address: str
    name: str
    purpose: str
    part: str


LOOK, ACT, ANSWERS, TABLES = "Pictures", "Papers", "Questions and answers", "Tables"
_DIAGRAMS = {
    "structure": ("Structure of bodies", "which body is part of which, and what links are declared; for board papers"),
    "interlocks": ("Interlocks", "which bodies share members, and how many; for board papers"),
}  # fmt: skip
_SUFFIXES = {".svg": "SVG", ".pdf": "PDF", ".png": "PNG"}
_QUESTIONS = {
    "overlap": ("Shared members", "which two bodies share most members, and whether one is the other in miniature"),
    "two_tier": ("Two tiers", "who sits at the county and in the districts, and who misses one"),
    "protocols": ("Protocols", "which bodies need a protocol, why, and how far each has come"),
    "data_quality": ("Data quality", "what is missing, unknown or doubtful in the lists"),
}  # fmt: skip
_FILES = (
    Entry(MAP, "Map", "the whole map to search, filter and explore", LOOK),
    Entry(CHECKLIST, "Checklist", "the register of protocols, and the points each should cover, to print and tick", ACT),
    Entry("checklist.md", "Checklist (Markdown)", "the same as text", ACT),
    Entry("findings.md", "Findings (Markdown)", "every sentence of this pack as text", ACT),
    Entry("briefing.docx", "Briefing", "two pages for the board", ACT),
    Entry(GLOSSARY, "Glossary", "what each word and each measure means", ACT),
    Entry(WORKBOOK, "Workbook", "every table in one workbook", TABLES),
    Entry("tables/seats.csv", "Seats (CSV)", "every seat: who holds it, for whom, in which role", TABLES),
    Entry("tables/measures.csv", "Measures (CSV)", "the measures of every body and member, for analysts", TABLES),
    Entry(CHECKLIST_CSV, "Checklist (CSV)", "every point of every protocol, one line each", TABLES),
)  # fmt: skip
_KNOWN = {entry.address: entry for entry in _FILES}


def page_address(question: str) -> str:
    """Return the address of the page of a question: two-tier.html."""
    return f"{question.replace('_', '-')}.html"


def table_address(question: str) -> str:
    """Return the address of the full table of a question: tables/two_tier.csv."""
    return f"tables/{question}.csv"


@dataclass(frozen=True)
class Pack:
    """What all pages of a pack say alike, and the addresses of the files that it has.

    `title` is that of the map; `as_at` the day in words, or None; `notes` are lines on what was withheld; `source` and
    `licence` are those of the data; `files` are addresses relative to the index, and nothing else is linked.
    """

    title: str
    as_at: str | None = None
    notes: tuple[str, ...] = ()
    source: str | None = None
    licence: str | None = None
    files: tuple[str, ...] = ()

    @classmethod
    def of(cls, orgmap: OrgMap, files: Iterable[str]) -> Pack:
        """Return the pack of a map that will have these files."""
        day = in_words(orgmap.as_at) if orgmap.as_at else None
        about = orgmap.about
        return cls(
            orgmap.title, day, withheld_notes(orgmap), about.source, about.licence, tuple(sorted(set(files)))
        )

    def address(self, address: str) -> str | None:
        """Return the address where the pack has that file, else None."""
        return address if address in self.files else None

    @property
    def subtitle(self) -> str:
        """Return what the pages are of and as at when, in one line."""
        return f"{self.title}, as at {self.as_at}" if self.as_at else self.title

    def context(self, heading: str, own: str) -> Mapping[str, object]:
        """Return what the template of every page needs: heading, breadcrumb, navigation and footer."""
        trail = [] if own == INDEX else [("Overview", self.address(INDEX)), (heading, None)]
        return {
            "heading": heading,
            "own": own,
            "pack": self,
            "breadcrumb": trail if own == INDEX or self.address(INDEX) else [],
            "pages": [entry for entry in entries(self.files) if entry.address.endswith(".html")],
            "footer": [
                f"{word}: {text}"
                for word, text in (("Source", self.source), ("Licence", self.licence))
                if text
            ],
        }


def withheld_notes(orgmap: OrgMap) -> tuple[str, ...]:
    """Return what is said about people whose names or posts are not shown, and how to show them; often nothing."""
    hidden = orgmap.withheld
    if hidden.mode == "full":
        kept = f"{count(hidden.names, 'name')} {'is' if hidden.names == 1 else 'are'}"
        return (f"{kept} withheld, as the table of people asks.",) if hidden.names else ()
    notes = []
    if hidden.names:
        how = "by post" if hidden.mode == "posts" else "without name or post"
        who = count(hidden.names, "person appears", "people appear")
        notes.append(
            f"Names are withheld: {who} {how}. `orgmap build SOURCE --names full` shows the names that may be published."
        )
    if hidden.posts:
        what = count(hidden.posts, "post is", "posts are")
        notes.append(
            f"{what} withheld too. `orgmap build SOURCE --names posts` shows those that may be published."
        )
    return tuple(notes)


def entries(files: Iterable[str]) -> list[Entry]:
    """Return what is said of each file, in the order in which a reader needs them; the index itself is left out."""
    known = list(_KNOWN)
    found = [_entry(address) for address in sorted(set(files) - {INDEX})]
    questions = [page_address(question) for question in _QUESTIONS]
    order = {address: place for place, address in enumerate([MAP, CHECKLIST, *questions, *known])}
    return sorted(found, key=lambda entry: order.get(entry.address, len(order)))


def _entry(address: str) -> Entry:
    if address in _KNOWN:
        return _KNOWN[address]
    path = PurePosixPath(address)
    stem = path.stem.replace("-", "_")
    if path.parent.name == "diagrams":
        name, purpose = _DIAGRAMS.get(stem, (_named(stem), "a diagram for board papers"))
        return Entry(address, f"{name} ({_SUFFIXES.get(path.suffix, path.suffix)})", purpose, LOOK)
    name, purpose = _QUESTIONS.get(stem, (_named(stem), "a question and its answer"))
    if path.suffix == ".html":
        return Entry(address, name, purpose, ANSWERS)
    return Entry(address, f"{name} (CSV)" if path.suffix == ".csv" else address, f"the full table: {purpose}", TABLES)  # fmt: skip


def _named(stem: str) -> str:
    return stem.replace("_", " ").capitalize()


def styles() -> list[str]:
    """Return the style that the pages of a pack have beside the shared one."""
    return [resources.text("static/pages.css")]
