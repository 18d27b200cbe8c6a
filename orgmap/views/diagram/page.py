"""The sheet of paper: A4 upright or on its side, and how large a drawing can be on it."""

from __future__ import annotations

A4 = (595.276, 841.89)
MARGIN = 28.35


def page_size(width: float, height: float) -> tuple[float, float]:
    """Return A4 in points, upright or on its side, whichever lets a drawing of that size be larger."""
    upright, lying = A4, (A4[1], A4[0])
    return upright if _scale(width, height, upright) >= _scale(width, height, lying) else lying


def scale_on_a4(width: float, height: float) -> float:
    """Return the factor, at most 1, that fits a drawing of that size in points inside the margins of A4."""
    return _scale(width, height, page_size(width, height))


def _scale(width: float, height: float, page: tuple[float, float]) -> float:
    return min(1.0, (page[0] - 2 * MARGIN) / width, (page[1] - 2 * MARGIN) / height)
