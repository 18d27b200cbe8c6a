"""The pack as its pages know it: what it is of, what is withheld, and which files it has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from orgmap import resources
from orgmap.model.dates import in_words
from orgmap.views.catalogue import (
    CHECKLIST,
    CHECKLIST_CSV,
    FINDINGS,
    FINDINGS_PAPER,
    GLOSSARY,
    INDEX,
    MAP,
    WORKBOOK,
    entries,
    page_address,
    table_address,
)
from orgmap.views.html import count

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from orgmap.model import OrgMap

__all__ = [
    "CHECKLIST", "CHECKLIST_CSV", "FINDINGS", "FINDINGS_PAPER", "GLOSSARY", "INDEX", "MAP", "WORKBOOK",
    "Pack", "page_address", "styles", "table_address", "withheld_notes",
]  # fmt: skip


@dataclass(frozen=True)
class Pack:
    """What all pages of a pack say alike, and the addresses of the files that it has.

    `title` is that of the map; `as_at` the day in words, or None; `notes` are lines on what was withheld;
    `source` and `licence` are those of the data; `files` are addresses relative to the index, and nothing
    else is linked.
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
        """Return what the template of every page needs: heading, navigation and footer."""
        pages = [entry for entry in entries(self.files) if entry.is_page]
        return {
            "heading": heading,
            "own": own,
            "pack": self,
            "pages": [entry for entry in pages if not entry.is_answer],
            "asked": [entry for entry in pages if entry.is_answer],
            "footer": [
                f"{word}: {text}"
                for word, text in (("Source", self.source), ("Licence", self.licence))
                if text
            ],
        }


def subtitle_of(orgmap: OrgMap) -> str:
    """Return as at when a map is, in words; empty where there is no date."""
    return f"As at {in_words(orgmap.as_at)}" if orgmap.as_at else ""


def withheld_notes(orgmap: OrgMap) -> tuple[str, ...]:
    """Return what is said about people whose names or posts are not shown, and how to show them."""
    hidden = orgmap.withheld
    if hidden.mode == "full":
        kept = f"{count(hidden.names, 'name')} {'is' if hidden.names == 1 else 'are'}"
        return (f"{kept} withheld, as the table of people asks.",) if hidden.names else ()
    notes = []
    if hidden.names:
        how = "by post" if hidden.mode == "posts" else "without name or post"
        who = count(hidden.names, "person appears", "people appear")
        notes.append(
            f"Names are withheld: {who} {how}. "
            "`orgmap build SOURCE --names full` shows those that may be published."
        )
    if hidden.posts:
        what = count(hidden.posts, "post is", "posts are")
        notes.append(
            f"{what} withheld too. `orgmap build SOURCE --names posts` shows those that may be published."
        )
    return tuple(notes)


def styles() -> list[str]:
    """Return the style that the pages of a pack have beside the shared one."""
    return [resources.text("static/pages.css")]
