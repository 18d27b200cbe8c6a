"""Measures of ties and distances: degree, closeness, harmonic closeness."""

from __future__ import annotations

from orgmap.measures.registry.measure import Measure

_TWO_MODE = "Borgatti and Everett 1997, Network analysis of 2-mode data, Social Networks 19(3), 243-269"
_TWO_MODE_DOI = "10.1016/S0378-8733(96)00301-2"


DISTANCES: tuple[Measure, ...] = (
    Measure(
        name="degree",
        title="Breadth of membership",
        level="node",
        plain="Of all bodies, the share that this member sits on; of all members, the share on this body.",
        range=(0.0, 1.0),
        undefined="there are no bodies (for a member) or no members (for a body)",
        variant="ties over the size of the other mode; several seats of one member on one body are one tie",
        reference=_TWO_MODE,
        doi=_TWO_MODE_DOI,
        function="degree",
    ),
    Measure(
        name="closeness",
        title="Closeness to everyone",
        level="node",
        plain="How few introductions lead from here to everyone else: 1 means that nobody could be closer.",
        range=(0.0, 1.0),
        undefined="there are no bodies (for a member) or no members (for a body)",
        variant="least possible over actual sum of distances, both within the component, "
        "times (component size - 1) / (n - 1)",
        reference=_TWO_MODE,
        doi=_TWO_MODE_DOI,
        function="closeness",
    ),
)
