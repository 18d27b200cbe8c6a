"""From when to when a node or an edge is there, as programs for networks over time write it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from orgmap.errors import CallInvalid
from orgmap.model.cells import read_date
from orgmap.read.networks.network import Facts

Spell = tuple[str | None, str | None]
_FRACTION = re.compile(r"\d{1,3}\.\d{1,3}")
_INTERVAL = re.compile(r"[\[(]\s*([^,;\])]*?)\s*,\s*([^,;\])]*?)\s*(?:,[^\])]*)?[\])]")


def span(spells: Sequence[Spell]) -> Facts:
    """Return the first start of all spells as `since` and the last end as `until`, where they are dates.

    Where a spell has no start or no end, there is none of all. What is no date, such as a number of seconds,
    is carried along as it was.
    """
    told: Facts = {}
    sides = (("since", "starts", min), ("until", "ends", max))
    for (column, called, pick), texts in zip(sides, zip(*spells, strict=True), strict=True):
        given = [text for text in texts if text]
        dates = [date for text in given if (date := date_of(text))]
        if len(dates) < len(given):
            told[f"network {called}"] = "; ".join(given)
        elif len(given) == len(texts):
            told[column] = pick(dates)
    return told


def interval(text: str) -> Facts:
    """Return the span of Gephi's intervals, such as <[2008,2010]>."""
    found = _INTERVAL.findall(text)
    if not found:
        return {"Time Interval": text}
    return span([(_bound(start), _bound(end)) for start, end in found])


def _bound(text: str) -> str | None:
    return None if not text or "infinity" in text.casefold() else text


def date_of(text: str) -> str | None:
    """Return the date that a text is; None for any other, and for a number with a fraction."""
    if _FRACTION.fullmatch(text):
        return None
    try:
        return read_date(text.removesuffix(".0"))
    except CallInvalid:
        return None
