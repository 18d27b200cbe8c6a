"""The words by which a post tells whether an elected member holds it, or somebody below the one named."""

from __future__ import annotations

ELECTED_PHRASES: tuple[str, ...] = (
    "councillor", "cllr", "alderman", "mayor", "elected member", "cabinet member", "member of the cabinet", "member of cabinet",
    "cabinet adviser", "cabinet lead", "executive member", "lead member", "ward member", "county member", "member for", "portfolio holder",
    "portfolio lead", "leader of the", "council leader", "deputy leader",
)  # fmt: skip
"""What the post of an elected member of a council holds."""

ELECTED_START = "leader"
"""The word that makes such a post only where it comes first: a team leader is none."""

ELECTED_TITLES: frozenset[str] = frozenset(
    ["cllr", "clr", "cnclr", "councillor", "councilor", "alderman", "alderwoman", "ald", "mayor"]
)
"""Titles before the name of an elected member."""

LESSER_PHRASES: tuple[str, ...] = (
    "assistant", "associate", "deputy", "vice", "former", "service director", "programme director", "divisional director",
    "to the director", "to director", "representing", "deputising", "on behalf of",
)  # fmt: skip
"""What makes of a post beside which it stands another one, below it or in its stead."""

OFFICES_APART: tuple[str, ...] = ("deputy chief executive", "assistant chief executive")
"""Posts that hold such a word and are often held together with another post."""
