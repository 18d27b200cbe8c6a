"""Colours, marks, shapes and lines: how each kind of thing is drawn, and what the legend calls it.

The colours of tiers and of sectors were chosen so that they stay apart from each other for the three common
kinds of colour blindness, and stand out from white and from the dark page alike. Colour is never alone: a
shape says what a node is, a mark of one or two letters says its tier or its sector.
"""

from __future__ import annotations

from dataclasses import dataclass

PAPERS = ("#ffffff", "#14191f")
"""The light and the dark background that every fill must stand out from."""

INKS = ("#ffffff", "#101418")
"""The light and the dark text that may stand on a fill."""


@dataclass(frozen=True)
class NodeStyle:
    """How one tier or sector is drawn: its name in the legend, its colour, and the letters that mark it."""

    name: str
    fill: str
    mark: str

    @property
    def ink(self) -> str:
        """Return the text colour that is easiest to read on the fill."""
        return max(INKS, key=lambda ink: contrast(ink, self.fill))


@dataclass(frozen=True)
class LineStyle:
    """How one kind of edge is drawn: its name in the legend, dashes, width in pixels, arrow and strength."""

    name: str
    dashes: tuple[int, ...] = ()
    width: float = 1.0
    arrow: bool = False
    strength: str = "line"


@dataclass(frozen=True)
class ShapeStyle:
    """How one mode is drawn: its names in the legend, and the shape that vis-network knows."""

    name: str
    plural: str
    shape: str
    size: int


_UNKNOWN = "#6c7884"

TIERS: dict[str | None, NodeStyle] = {
    "national": NodeStyle("national", "#aa4804", "N"),
    "regional": NodeStyle("regional", "#8c49ab", "R"),
    "sub-regional": NodeStyle("sub-regional", "#8b85ed", "S"),
    "county": NodeStyle("county", "#3d6eed", "C"),
    "unitary": NodeStyle("unitary", "#13a95b", "U"),
    "district": NodeStyle("district", "#f56409", "D"),
    "neighbourhood": NodeStyle("neighbourhood", "#a989ae", "Nb"),
    None: NodeStyle("tier not known", _UNKNOWN, "?"),
}
"""The style of a body by its tier; `None` where the tier is not known."""

SECTORS: dict[str | None, NodeStyle] = {
    "local government": NodeStyle("local government", "#3f69e9", "LG"),
    "health": NodeStyle("health", "#0099e8", "H"),
    "police and justice": NodeStyle("police and justice", "#6059bc", "PJ"),
    "fire": NodeStyle("fire", "#d03966", "F"),
    "other public": NodeStyle("other public", "#9a928e", "OP"),
    "education and skills": NodeStyle("education and skills", "#f26202", "ES"),
    "business": NodeStyle("business", "#a45101", "B"),
    "voluntary": NodeStyle("voluntary", "#379f24", "V"),
    "community": NodeStyle("community", "#097e51", "C"),
    "faith": NodeStyle("faith", "#c06cbe", "Fa"),
    "partnership": NodeStyle("partnership", "#825595", "P"),
    None: NodeStyle("sector not known", _UNKNOWN, "?"),
}
"""The style of an organisation by its sector; `None` where the sector is not known."""

MODES: dict[str, ShapeStyle] = {
    "body": ShapeStyle("body", "bodies", "square", 14),
    "organisation": ShapeStyle("organisation", "organisations", "hexagon", 10),
    "person": ShapeStyle("person", "people", "dot", 5),
    "sector": ShapeStyle("sector", "sectors", "triangle", 10),
    "post": ShapeStyle("post", "posts", "dot", 5),
}
"""The shape of each mode."""

PERSON = NodeStyle("person", "#6a7671", "")
"""How people are drawn: they have neither tier nor sector of their own."""

LINES: dict[str, LineStyle] = {
    "chair": LineStyle("chairs", width=3.6),
    "seat": LineStyle("sits on", width=1.2),
    "attends": LineStyle("attends (observer, adviser, substitute or officer)", dashes=(1, 4), width=1.6),
    "open": LineStyle(
        "seat not filled (vacant, requested, applied for, invited or declined)", dashes=(7, 5), width=1.6
    ),
    "represents": LineStyle("speaks for", width=0.7, strength="faint"),
    "part_of": LineStyle("is part of", width=2.4, arrow=True, strength="ink"),
    "link": LineStyle(
        "declared link (reports to, advises ...)", dashes=(12, 5), width=1.5, arrow=True, strength="ink"
    ),
    "cross_representation": LineStyle(
        "has a seat of its own on", dashes=(10, 4, 2, 4), width=1.5, arrow=True, strength="ink"
    ),
    "interlock": LineStyle("shared members (wider is more)", width=2.0),
    "interlock_part_of": LineStyle(
        "shared members where one body is part of the other", dashes=(2, 4), width=2.0
    ),
}
"""The line of each kind of edge, in the order of the legend."""


def luminance(colour: str) -> float:
    """Return the relative luminance of a `#rrggbb` colour, 0 to 1, as WCAG 2.2 defines it."""
    parts = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two `#rrggbb` colours, 1 to 21, as WCAG 2.2 defines it."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def of_node(mode: str, tier: str | None, sector: str | None) -> NodeStyle:
    """Return the style of a node: a body by tier, an organisation or a sector by sector, else as a person."""
    if mode == "body":
        return TIERS.get(tier, TIERS[None])
    if mode in {"organisation", "sector"}:
        return SECTORS.get(sector, SECTORS[None])
    return PERSON


def line_of(edge: dict[str, object]) -> str:
    """Return the key in `LINES` of an edge of the whole map."""
    kind = str(edge["kind"])
    if kind != "seat":
        return kind
    if edge.get("status") != "filled":
        return "open"
    if edge.get("role") == "chair":
        return "chair"
    return "seat" if edge.get("counts") else "attends"
