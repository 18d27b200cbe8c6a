"""The nearest of many names, for "did you mean"."""

from __future__ import annotations

from collections.abc import Mapping

from rapidfuzz import fuzz, process

from orgmap.matching.forms import normal

GUESSED = 75.0
"""What is offered as a guess is at least this near."""


class Guesses:
    """Labels by their normal forms, of which the nearest to one text after the other is asked for."""

    def __init__(self, candidates: Mapping[str, str]) -> None:
        self._labels: dict[str, str] = {}
        for form, label in candidates.items():
            self._labels.setdefault(_in_order(form), label)

    def nearest(self, text: str) -> str | None:
        """Return the label whose normal form is nearest to the text, whatever the order of words, or None."""
        found = process.extractOne(
            _in_order(normal(text)), self._labels.keys(), scorer=fuzz.ratio, score_cutoff=GUESSED
        )
        return self._labels[found[0]] if found else None


def nearest(text: str, candidates: Mapping[str, str]) -> str | None:
    """Return the label whose normal form (the mapping's key) is nearest to the text, or None."""
    return Guesses(candidates).nearest(text)


def _in_order(form: str) -> str:
    return " ".join(sorted(form.split()))
