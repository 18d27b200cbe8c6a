"""The nearest of many names, for "did you mean"."""

from __future__ import annotations

from collections.abc import Mapping

from rapidfuzz import fuzz, process

from orgmap.matching.forms import normal

GUESSED = 75.0
"""What is offered as a guess is at least this near."""


def nearest(text: str, candidates: Mapping[str, str]) -> str | None:
    """Return the label whose normal form (the mapping's key) is nearest to the text, or None."""
    found = process.extractOne(
        normal(text), candidates.keys(), scorer=fuzz.token_sort_ratio, score_cutoff=GUESSED
    )
    return candidates[found[0]] if found else None
