"""The pages that lead to bodies, organisations and people: lists of them all, and the search."""

from __future__ import annotations

from orgmap.model import OrgMap
from orgmap.pack.opening import Opened
from orgmap.pack.part import Part
from orgmap.views.packs import Pack


def place_addresses(orgmap: OrgMap) -> tuple[str, ...]:
    """Return the addresses of the lists and of the search."""
    return ()


def place_parts(shown: Opened, pack: Pack) -> list[Part]:
    """Return the parts of the pack that hold the lists and the search."""
    return []
