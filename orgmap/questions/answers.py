"""An answer put together: the heaviest findings first, otherwise in the order they were found."""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

import pandas as pd

from orgmap.model import Answer, Finding
from orgmap.model.records import Weight

_ORDER: dict[Weight, int] = {weight: place for place, weight in enumerate(get_args(Weight))}


def answer(question: str, title: str, findings: Iterable[Finding], table: pd.DataFrame) -> Answer:
    """Return an answer whose findings run from those that ask to act to those that only tell."""
    return Answer(question, title, tuple(sorted(findings, key=lambda finding: _ORDER[finding.weight])), table)
