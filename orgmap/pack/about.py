"""The pages about the pack itself: where it comes from, what was left out, and what can be taken away."""

from __future__ import annotations

from collections.abc import Mapping

from orgmap.pack.opening import Opened
from orgmap.pack.part import Part
from orgmap.views.packs import Pack


def about_parts(shown: Opened, pack: Pack, made: Mapping[str, bytes]) -> list[Part]:
    """Return the parts that hold the pages of downloads and about the pack; `made` are its files so far."""
    return []


def about_addresses() -> tuple[str, ...]:
    """Return the addresses of those pages."""
    return ()
