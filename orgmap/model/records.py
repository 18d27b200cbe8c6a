"""The small records that travel between the floors: findings, answers, what was withheld."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import pandas as pd

Weight = Literal["act", "look", "know"]
"""How much a finding asks of its reader: do something, look into it, or just know."""


@dataclass(frozen=True)
class Finding:
    """One answer in at most two sentences.

    `question` is the module that asks it; `rows` are the labels of the rows of that question's table that
    prove it; `subjects` are the node ids it is about.
    """

    question: str
    weight: Weight
    sentence: str
    subjects: tuple[str, ...] = ()
    rows: tuple[int, ...] = ()


@dataclass(frozen=True)
class Answer:
    """A question answered: its findings, the heaviest first, and the tidy table that proves them."""

    question: str
    title: str
    findings: tuple[Finding, ...]
    table: pd.DataFrame


@dataclass(frozen=True)
class Withheld:
    """What is not shown about people, and why: the mode, and how many names and posts were taken out.

    `organisation_only` and `number_only` say of how many of those names the organisation, or a number, is all
    that stands in their place. `elected` are the ids, as they are shown, of those whose withheld name has the
    title of an elected member and of whom the post may be shown.
    """

    mode: str = "full"
    names: int = 0
    posts: int = 0
    similar: int = 0
    organisation_only: int = 0
    number_only: int = 0
    elected: frozenset[str] = frozenset()
