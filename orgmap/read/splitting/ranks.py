"""Names with the initials of a rank before them: "CC Flo Saga" beside a post and an organisation."""

from __future__ import annotations

import re

import pandas as pd

from orgmap.read.splitting.kinds import person_kind
from orgmap.vocabulary import RANKS

_NAME = r"[^\W\d_](?:[^\W\d_]|['’‘`´\-])*"
_RANK = "|".join(sorted(RANKS))
_AFTER = r"\s*[,;(\[]|\s+[-–—]\s|\s*$"
_RANKED = re.compile(rf"(?P<whole>(?:{_RANK})\.? (?P<name>{_NAME}(?: {_NAME}){{1,2}}))(?={_AFTER})")
_BESIDE = ["post", "organisation"]


def ranked_names(seats: pd.DataFrame) -> frozenset[str]:
    """Return the names with initials of a rank that a post and an organisation stand beside, as written."""
    if not {"person", *_BESIDE} <= set(seats.columns):
        return frozenset()
    texts = seats.loc[seats[_BESIDE].notna().all(axis=1), "person"].dropna().unique()
    found = (_RANKED.match(" ".join(text.split())) for text in texts)
    return frozenset(one["whole"] for one in found if one and _is_name(one["name"]))


def _is_name(text: str) -> bool:
    capitals = all(word[0].isupper() for word in text.split())
    return capitals and person_kind(text).noun == "person"
