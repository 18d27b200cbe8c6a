"""The pages of bodies, organisations and people."""

from __future__ import annotations

from orgmap.pack.opening import Opened
from orgmap.pack.part import Part
from orgmap.views.packs import Pack


def entity_parts(shown: Opened, pack: Pack) -> list[Part]:
    """Return the parts of the pack that hold a page for each node in `pack.places`."""
    return []
