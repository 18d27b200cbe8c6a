"""Cells that hold more than one thing, taken apart."""

from __future__ import annotations

from orgmap.model.raw import Source


def taken_apart(source: Source) -> Source:
    """Return the source with its cells taken apart."""
    return source
