"""The bar above every page of a pack: its title, the search box, and where the navigation leads."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from orgmap.views.catalogue import SEARCH
from orgmap.views.html import fragment

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markupsafe import Markup

    from orgmap.views.catalogue import Menu


@dataclass(frozen=True)
class Bars:
    """The bars of a pack: what they say alike; pages that differ in nothing that a bar tells share one."""

    title: str
    menu: Menu
    searched: bool
    _made: dict[tuple[str, str, str], Markup] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def at(self, own: str) -> Markup:
        """Return the bar of the page at an address, which marks where in the menu that page is."""
        told = (root_of(own), own if own in self.menu.addresses else "", section_of(own))
        if told not in self._made:
            self._made[told] = fragment("bar.html.j2", self._context(*told))
        return self._made[told]

    def _context(self, root: str, own: str, section: str) -> Mapping[str, object]:
        search = root + SEARCH if self.searched else None
        return {
            "title": self.title,
            "menu": self.menu,
            "search": search,
            "root": root,
            "own": own,
            "section": section,
        }


def section_of(own: str) -> str:
    """Return the list that a page belongs to: bodies.html for bodies/x.html and for bodies-2.html."""
    folder, _, page = own.rpartition("/")
    return f"{folder}.html" if folder else re.sub(r"-\d+(?=\.html$)", "", page)


def root_of(own: str) -> str:
    """Return what stands before an address relative to the index, on the page at `own`."""
    return "../" * own.count("/")
