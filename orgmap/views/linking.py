"""Names and terms in the text of a page made into links: to the page of a body, or to the glossary."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True)
class Links:
    """What the names on one page link to.

    `places` are addresses by node, `nodes` the node of each name that only one has, `labels` what nodes are
    called; `root` stands before every address; `glossary` is the address of the glossary, None without one.
    """

    places: Mapping[str, str]
    nodes: Mapping[str, str]
    labels: Mapping[str, str]
    root: str = ""
    glossary: str | None = None

    def node(self, node: str, text: str | None = None) -> Markup:
        """Return a node's name, or this text for it, as a link to its page; as text where it has none."""
        shown = self.labels.get(node, "") if text is None else text
        place = self.places.get(node)
        if place is None:
            return Markup("<bdi>{}</bdi>").format(shown)
        return Markup('<a href="{}"><bdi>{}</bdi></a>').format(self.root + place, shown)

    def name(self, text: str) -> Markup:
        """Return a text as a link where it is the name of one page, else as text."""
        return self.node(self.nodes.get(text, ""), text)

    def cell(self, text: str) -> Markup:
        """Return the text of a cell, in which every name between semicolons is a link where it has a page."""
        return Markup("; ").join(self.name(part) for part in text.split("; "))

    def sentence(self, text: str, subjects: Iterable[str] = ()) -> Markup:
        """Return a sentence in which the names of its subjects are links."""
        return Markup("<bdi>{}</bdi>").format(escape(text))
