"""The page of downloads: every file of a pack by what it is for, with its forms and sizes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from orgmap.views.catalogue import DOWNLOADS, FORM_USES, Entry, entries, parts
from orgmap.views.site import Frame, pack_page

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from orgmap.views.packs import Pack

TITLE = "Downloads"


@dataclass(frozen=True)
class File:
    """One file to take away: its entry, and its size in words."""

    entry: Entry
    size: str


def downloads_page(pack: Pack, sizes: Mapping[str, int]) -> str:
    """Return the page of the files of a pack; `sizes` holds the bytes of each file by its address."""
    listed = [one for one in entries(sizes) if not one.is_page]
    context = {
        "parts": [
            (part, [[File(one, in_words(sizes[one.address])) for one in same] for same in things])
            for part, things in parts(listed)
        ],
        "forms": _forms(listed),
        "pages": sum(address.endswith(".html") for address in sizes),
        "whole": in_words(sum(sizes.values())),
    }
    return pack_page(pack, Frame(DOWNLOADS, TITLE, "downloads.html.j2", styles=("overview.css",)), context)


def _forms(listed: Iterable[Entry]) -> list[tuple[str, str]]:
    """Return how to use each form that there is."""
    there = {one.form for one in listed}
    return [(form, use) for form, use in FORM_USES.items() if form in there]


def in_words(size: int) -> str:
    """Return a number of bytes in words: 1 KB, 340 KB, 1.2 MB."""
    if size < 999_500:
        return f"{max(1, round(size / 1000)):,} KB"
    return f"{size / 1_000_000:,.1f} MB"
