"""The pages that lead to bodies, organisations and people: lists of them all, and the search."""

from __future__ import annotations

from orgmap.measures import MEASURES
from orgmap.model import OrgMap
from orgmap.pack.opening import Opened
from orgmap.pack.part import Files, Part
from orgmap.views.lists import list_addresses, list_pages
from orgmap.views.packs import SEARCH, Pack
from orgmap.views.search import search_page


def place_addresses(orgmap: OrgMap) -> tuple[str, ...]:
    """Return the addresses of the lists and of the search."""
    return (*list_addresses(orgmap), SEARCH)


def place_parts(shown: Opened, pack: Pack) -> list[Part]:
    """Return the parts of the pack that hold the lists and the search."""

    def lists() -> Files:
        load = shown.answers["load"].table
        pages = list_pages(shown.orgmap, load, pack, shown.settings.roles)
        return {address: text.encode() for address, text in pages.items()}

    def search() -> Files:
        return {SEARCH: search_page(shown.orgmap, pack, MEASURES).encode()}

    return [Part("lists", lists), Part("search", search)]
