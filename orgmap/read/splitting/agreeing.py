"""Whether a part of a cell only repeats what its row has in another column."""

from __future__ import annotations

import re
from functools import lru_cache

from orgmap.errors import CallInvalid
from orgmap.model.cells import read_date
from orgmap.read.splitting.remarked import ROLE
from orgmap.read.splitting.words import normal


@lru_cache(maxsize=4096)
def agrees(column: str, existing: str, part: str) -> bool:
    """Tell whether a part of a cell says no more than what its row has in a column."""
    if normal(existing) == normal(part):
        return True
    if column == "role":
        return ROLE.get(normal(existing), existing) == ROLE.get(normal(part), part)
    if column in ("since", "until"):
        return _same_date(existing, part)
    return column in ("organisation", "on_behalf_of") and _initials(existing) == part.replace(".", "").upper()


def _same_date(one: str, other: str) -> bool:
    try:
        return read_date(one) == read_date(other)
    except CallInvalid:
        return False


def _initials(name: str) -> str:
    return "".join(word[0] for word in re.findall(r"[^\W\d_]+", name) if word[0].isupper())
