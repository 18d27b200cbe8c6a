"""The pack as its pages know it: what it is of, what is withheld, and which files it has."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from orgmap.model.dates import in_words
from orgmap.model.wording import joined
from orgmap.network import PREFIX
from orgmap.views.addresses import places_of
from orgmap.views.bars import Bars, root_of
from orgmap.views.catalogue import (
    ABOUT,
    BODIES,
    CHANGE,
    CHECKLIST,
    CHECKLIST_CSV,
    DOWNLOADS,
    FINDINGS,
    FINDINGS_PAPER,
    GLOSSARY,
    INDEX,
    MAP,
    MEASURED,
    ORGANISATIONS,
    PEOPLE,
    SEARCH,
    SEATS,
    WORKBOOK,
    Menu,
    menu,
    page_address,
    table_address,
)
from orgmap.views.html import count
from orgmap.views.linking import Links
from orgmap.views.passages import Names

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from orgmap.model import OrgMap
    from orgmap.model.records import Withheld

__all__ = [
    "ABOUT", "BODIES", "CHANGE", "CHECKLIST", "CHECKLIST_CSV", "DOWNLOADS", "FINDINGS", "FINDINGS_PAPER",
    "GLOSSARY", "INDEX", "MAP", "MEASURED", "ORGANISATIONS", "PEOPLE", "SEARCH", "SEATS", "WORKBOOK", "Pack",
    "home_of", "page_address", "table_address", "withheld_notes",
]  # fmt: skip


@dataclass(frozen=True)
class Pack:
    """What all pages of a pack say alike, and the addresses of the files that it has.

    `title` is that of the map; `as_at` the day in words, or None; `notes` are lines on what was withheld;
    `source` and `licence` are those of the data; `files` are addresses relative to the index, and nothing
    else is linked. `places` are the addresses of the pages of bodies, organisations and people by their
    nodes, `labels` what those nodes are called, `posts` the posts that are shown.
    """

    title: str
    as_at: str | None = None
    notes: tuple[str, ...] = ()
    source: str | None = None
    licence: str | None = None
    files: tuple[str, ...] = ()
    places: Mapping[str, str] = field(default_factory=dict, repr=False)
    labels: Mapping[str, str] = field(default_factory=dict, repr=False)
    posts: tuple[str, ...] = field(default=(), repr=False)

    @classmethod
    def of(cls, orgmap: OrgMap, files: Iterable[str], *, entities: bool = False) -> Pack:
        """Return the pack of a map with these files, and a page for each entity where `entities`."""
        day = in_words(orgmap.as_at) if orgmap.as_at else None
        about = orgmap.about
        places = places_of(orgmap) if entities else {}
        return cls(
            title=orgmap.title,
            as_at=day,
            notes=withheld_notes(orgmap),
            source=about.source,
            licence=about.licence,
            files=tuple(sorted(set(files))),
            places=MappingProxyType(places),
            labels=MappingProxyType({node: label for node, label in labels_of(orgmap) if node in places}),
            posts=tuple(orgmap.people["post"].dropna().unique()),
        )

    def address(self, address: str) -> str | None:
        """Return the address where the pack has that file, else None."""
        return address if address in self._known else None

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(self.files)

    @cached_property
    def menu(self) -> Menu | None:
        """Return where the navigation of every page leads; None where the pack has no files."""
        return menu(self.files) if self.files else None

    @property
    def subtitle(self) -> str:
        """Return what the pages are of and as at when, in one line."""
        return f"{self.title}, as at {self.as_at}" if self.as_at else self.title

    def links(self, own: str) -> Links:
        """Return what links names and terms on the page at an address."""
        glossary = self.address(GLOSSARY)
        return Links(self.places, self.labels, root_of(own), glossary, self._names)

    @cached_property
    def _names(self) -> Names:
        return Names(self.labels, self.posts)

    def context(self, heading: str, own: str, trail: Sequence[tuple[str, str]] = ()) -> Mapping[str, object]:
        """Return what the template of every page needs: heading, navigation, breadcrumb, links and footer.

        `own` is the address of the page; every address in a template is written as `root ~ address`. `trail`
        are the pages between the overview and this one, as (text, address).
        """
        return {
            "heading": heading,
            "own": own,
            "root": root_of(own),
            "pack": self,
            "links": self.links(own),
            "bar": self._bars.at(own) if self._bars else "",
            "breadcrumb": self._breadcrumb(heading, own, trail),
            "footer": self._footer,
        }

    @cached_property
    def _bars(self) -> Bars | None:
        return Bars(self.title, self.menu, SEARCH in self._known) if self.menu else None

    def _breadcrumb(
        self, heading: str, own: str, trail: Sequence[tuple[str, str]]
    ) -> list[tuple[str, str | None]]:
        """Return the pages above one, as (text, address), and itself; nothing on the overview."""
        if own == INDEX or not self.address(INDEX):
            return []
        above = [(text, root_of(own) + address) for text, address in (("Overview", INDEX), *trail)]
        return [*above, (heading, None)]

    @cached_property
    def _footer(self) -> list[str]:
        told = (("Source", self.source), ("Licence", self.licence))
        return [f"{word}: {text}" for word, text in told if text]


def labels_of(orgmap: OrgMap) -> Iterable[tuple[str, str]]:
    """Yield the node of every body, organisation and person with what it is called."""
    called = {
        "body": orgmap.bodies["name"],
        "organisation": orgmap.organisations["name"],
        "person": orgmap.people["label"],
    }
    for mode, labels in called.items():
        yield from ((PREFIX[mode] + str(entity), str(label)) for entity, label in labels.items())


def subtitle_of(orgmap: OrgMap) -> str:
    """Return as at when a map is, in words; empty where there is no date."""
    return f"As at {in_words(orgmap.as_at)}" if orgmap.as_at else ""


def home_of(orgmap: OrgMap) -> str | None:
    """Return the node of the home body, None where none is said."""
    return PREFIX["body"] + orgmap.about.home_body if orgmap.about.home_body else None


def _shown_instead(hidden: Withheld) -> str:
    """Say how those appear whose names are withheld: by post, by the organisation, or by a number."""
    who = count(hidden.names, "person appears", "people appear")
    if hidden.mode == "none":
        return f"{who} without name or post"
    by_post = hidden.names - hidden.organisation_only - hidden.number_only
    ways = {
        "by post": by_post,
        "by organisation only": hidden.organisation_only,
        "by a number only": hidden.number_only,
    }
    told = {how: number for how, number in ways.items() if number}
    if len(told) == 1:
        return f"{who} {next(iter(told))}"
    return f"{who}, {joined([f'{number:,} {how}' for how, number in told.items()])}"


def withheld_notes(orgmap: OrgMap) -> tuple[str, ...]:
    """Return what is said about people whose names or posts are not shown, and how to show them."""
    hidden = orgmap.withheld
    if hidden.mode == "full":
        kept = f"{count(hidden.names, 'name')} {'is' if hidden.names == 1 else 'are'}"
        return (f"{kept} withheld, as the table of people asks.",) if hidden.names else ()
    notes = []
    if hidden.names:
        notes.append(
            f"Names are withheld: {_shown_instead(hidden)}. "
            "`orgmap build SOURCE --names full` shows those that may be published."
        )
    if hidden.posts:
        what = count(hidden.posts, "post is", "posts are")
        notes.append(
            f"{what} withheld too. `orgmap build SOURCE --names posts` shows those that may be published."
        )
    return tuple(notes)
