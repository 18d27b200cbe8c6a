"""What a page of a body, an organisation or a person is put together from: sections, tables and facts."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

from orgmap.model.dates import in_words
from orgmap.views.html import count

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from orgmap.views.entities.ego import Picture
    from orgmap.views.entities.facts import Facts
    from orgmap.views.entities.findings import About
    from orgmap.views.entities.records import Record
    from orgmap.views.linking import Links
    from orgmap.views.packs import Pack

MOST_ROWS = 100
"""A table on such a page shows no more rows than this."""
MOST_NAMES = 6
"""A cell shows no more names than this."""
NOT_KNOWN = "not known"
Row = tuple[str, ...]


class Head(NamedTuple):
    """The heading of a column: its words, its style, and what stands for what is not known."""

    words: str
    style: str = ""
    unknown: str = ""


class Block(NamedTuple):
    """Rows of a table under a heading of their own, which may be empty.

    A row is its first cell, and the others each with the style of its column.
    """

    words: str
    rows: Sequence[tuple[str, Sequence[tuple[str, str]]]]


@dataclass(frozen=True)
class Table:
    """A table with its id, caption, columns and rows; `more` says what was cut."""

    id: str
    caption: str
    heads: tuple[Head, ...]
    blocks: tuple[Block, ...]
    more: str = ""


@dataclass(frozen=True)
class Section:
    """A section of the page: `says` come first, `ends` last; an empty one is left out of the page."""

    id: str
    heading: str
    says: Sequence[str] = ()
    items: Sequence[str] = ()
    tables: Sequence[Table | None] = ()
    findings: Sequence[About] = ()
    picture: Picture | None = None
    ends: Sequence[str] = ()

    def __bool__(self) -> bool:
        """Tell whether there is anything in it."""
        return bool(self.says or self.items or any(self.tables) or self.findings or self.picture)


@dataclass(frozen=True)
class Told:
    """All that is told of one entity: its facts as (word, text), sentences, and sections."""

    facts: Sequence[tuple[str, str]]
    says: Sequence[str]
    sections: Sequence[Section] = field(default_factory=tuple)


@dataclass(frozen=True, eq=False)
class Scope:
    """One page being made: what it is of, the facts of all, and the links that it can make."""

    facts: Facts
    pack: Pack
    node: str
    links: Links

    @property
    def record(self) -> Record:
        """Return what is known of the entity."""
        return self.facts.entities[self.node]

    @property
    def name(self) -> str:
        """Return what the entity is called."""
        return self.facts.called(self.node)

    def link(self, node: str, text: str | None = None) -> Markup:
        """Return the name of a node, or this text for it, as a link where it has a page."""
        known = self.facts.linked
        if text or node not in known:
            made = self.links.node(node, text or self.facts.called(node))
            return made if text else known.setdefault(node, made)
        return known[node]

    def links_to(self, nodes: Iterable[str], most: int = MOST_NAMES) -> Markup:
        """Return the names of nodes as links, with how many more there are."""
        return few([self.link(node) for node in nodes], most)

    def names(self, text: str | None, most: int = MOST_NAMES) -> Markup:
        """Return names between semicolons, as links where only one page has each; and how many more."""
        return few([self.links.name(part) for part in (text or "").split("; ") if part], most)

    def to(self, address: str, words: str, place: str = "") -> Markup:
        """Return words as a link to a file of the pack or a place in it, alone where the pack lacks it."""
        if not self.pack.address(address):
            return Markup("{}").format(words)
        there = f"{self.links.root}{address}{'#' if place else ''}{place}"
        return Markup('<a href="{}">{}</a>').format(there, words)


def few(links: Sequence[Markup], most: int) -> Markup:
    """Return links between semicolons, no more than so many, with how many more there are."""
    shown = links if len(links) <= most else links[: most - 1]
    more = f" and {len(links) - len(shown):,} more" if len(links) > len(shown) else ""
    return Markup("; ").join(shown) + more


def table(
    name: str, caption: str, heads: Sequence[Head], rows: Sequence[tuple[str, Row]], more: str = ""
) -> Table | None:
    """Return rows, each under the heading of its block, as a table; None where there are none.

    Columns that are empty in all rows are left out; what is not known in the others is said as its heading
    wants it. No more than 100 rows are shown; `more` says where the others are.
    """
    if not rows:
        return None
    kept = [place for place in range(len(heads)) if any(row[place] for _, row in rows)]
    shown = [heads[place] for place in kept]
    blocks = groupby(rows[:MOST_ROWS], key=lambda one: one[0])
    cut = f"The first {MOST_ROWS:,} of {len(rows):,} rows are shown. " if len(rows) > MOST_ROWS else ""
    return Table(
        name,
        caption,
        tuple(shown),
        tuple(Block(words, [_cells(row, kept, shown) for _, row in block]) for words, block in blocks),
        Markup("{}{}").format(cut, more) if cut else "",
    )


def _cells(row: Row, kept: Sequence[int], heads: Sequence[Head]) -> tuple[str, list[tuple[str, str]]]:
    """Return the first cell of a row, and the others with their styles; what is not known is said."""
    first, *others = (
        (head.style, row[place] or head.unknown) for place, head in zip(kept, heads, strict=True)
    )
    return first[1], others


def plain(rows: Iterable[Row]) -> list[tuple[str, Row]]:
    """Return rows of a table that has no blocks."""
    return [("", row) for row in rows]


def badge(words: str, style: str) -> Markup:
    """Return a word that stands out: of style good, poor or open."""
    return Markup('<span class="badge {}">{}</span>').format(style, words)


def date(text: str | None) -> str:
    """Return a date in words, empty where it is not known."""
    return in_words(text) if text else ""


def yes_or_no(value: bool | None) -> str:
    """Return yes, no, or nothing where it is not known."""
    return "" if value is None else "yes" if value else "no"


def hours(number: float) -> str:
    """Return a number of hours in words."""
    return count(round(number), "hour")
