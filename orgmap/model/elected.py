"""Whether the name of a person is written with the title of an elected member."""

from __future__ import annotations

from orgmap.matching import normal
from orgmap.vocabulary.names import TITLE_PREFIXES
from orgmap.vocabulary.post_words import ELECTED_TITLES


def has_elected_title(name: str) -> bool:
    """Tell whether a name begins with the title of an elected member: Cllr, County Councillor."""
    words = normal(name).split()
    return next((word for word in words if word not in TITLE_PREFIXES), "") in ELECTED_TITLES
