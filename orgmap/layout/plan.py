"""What is known once the anchors have their places."""

from __future__ import annotations

from dataclasses import dataclass

Places = dict[str, tuple[float, float]]

WIDE = 1.3
"""How much wider than high the drawing is, as screens are."""


@dataclass(frozen=True)
class Plan:
    """Where the anchors are, and how far the widest tier and the space around it reach (0 with one tier)."""

    places: Places
    hub: float = 0.0
    rim: float = 0.0
