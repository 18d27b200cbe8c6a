"""Names and terms in the text of a page made into links: to the page of a body, or to the glossary."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from orgmap.views.passages import Names, prose
from orgmap.views.terms import term_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from orgmap.views.passages import Piece


@dataclass(frozen=True)
class Links:
    """What the names and terms on one page link to.

    `places` are addresses by node, `labels` what nodes are called; `root` stands before every address;
    `glossary` is the address of the glossary, None without one.
    `known` finds the names of `labels` in text; pages of one pack share it. A term links to the glossary
    where the page uses it first, and not again, so there is one of these for each page.
    """

    places: Mapping[str, str]
    labels: Mapping[str, str]
    root: str = ""
    glossary: str | None = None
    known: Names | None = field(default=None, repr=False, compare=False)
    _told: set[str] = field(default_factory=set, init=False, repr=False, compare=False)

    @cached_property
    def _names(self) -> Names:
        return Names(self.labels) if self.known is None else self.known

    def node(self, node: str, text: str | None = None) -> Markup:
        """Return a node's name, or this text for it, as a link to its page; as text where it has none."""
        shown = self.labels.get(node, "") if text is None else text
        place = self.places.get(node)
        if place is None:
            return Markup("<bdi>%s</bdi>") % shown
        return Markup('<a href="%s"><bdi>%s</bdi></a>') % (self.root + place, shown)

    def name(self, text: str, mode: str = "organisation") -> Markup:
        """Return a text as a link where it is the name of one page, of that mode if there is one."""
        return self.node(self._names.node(text, mode), text)

    def cell(self, text: str, mode: str = "organisation") -> Markup:
        """Return the text of a cell, in which every name between semicolons is a link where it has a page."""
        return Markup("; ").join(self.name(part, mode) for part in text.split("; "))

    def count(self, text: str) -> int:
        """Return how many names between the semicolons of a cell would be links."""
        return sum(self._names.node(part) in self.places for part in text.split("; "))

    def sentence(self, text: str, subjects: Iterable[str] = ()) -> Markup:
        """Return a sentence in which names are links to their pages, and terms to the glossary.

        The names of its subjects are links, and other names of several words that only one page has. A term
        is a link where the page uses it first; `orgmap.views.terms.forms` says which terms these are.
        """
        pieces = self._names.pieces(text, tuple(subjects))
        return Markup("<bdi>%s</bdi>") % self._joined(pieces, self._told)

    def terms(self, text: str, own: str = "") -> Markup:
        """Return a text of ours, which names nobody, with its terms linked as in a sentence.

        Where it explains the term of the id `own`, all other terms in it are links, once each.
        """
        return self._joined(prose().pieces(text), {own} if own else self._told)

    def heading(self, words: str, measure: str = "") -> Markup:
        """Return the heading of a column as a link to its measure, or to the term that it is, if any."""
        fragment = f"measure-{measure}" if measure else term_of(words)
        if self.glossary is None or fragment is None:
            return escape(words)
        return self._explained(words, fragment)

    def _joined(self, pieces: Iterable[Piece], told: set[str]) -> Markup:
        return Markup("").join(self._linked(piece, told) for piece in pieces)

    def _linked(self, piece: Piece, told: set[str]) -> Markup:
        if piece.node in self.places:
            return self.node(piece.node, piece.text)
        if not piece.term or self.glossary is None or piece.term in told:
            return escape(piece.text)
        told.add(piece.term)
        return self._explained(piece.text, piece.term)

    def _explained(self, words: str, fragment: str) -> Markup:
        address = f"{self.root}{self.glossary}#{fragment}"
        return Markup('<a class="term" href="%s">%s</a>') % (address, words)
