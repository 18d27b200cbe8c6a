"""Findings in the groups in which they are shown: what to do, what to look into, what is good to know."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from orgmap.model import Answer, Finding
    from orgmap.model.records import Weight

HEADINGS: dict[Weight, str] = {"act": "To do", "look": "To look into", "know": "Good to know"}
"""What the group of each weight is called, in the order in which they are shown."""


@dataclass(frozen=True)
class Numbered:
    """A finding with its number, from 1, among the findings of its answer."""

    number: int
    finding: Finding

    @property
    def anchor(self) -> str:
        """Return the id under which the page of the question shows it."""
        return f"finding-{self.number}"


@dataclass(frozen=True)
class Group:
    """The findings of one weight under their heading."""

    heading: str
    items: tuple[Numbered, ...]


@dataclass(frozen=True)
class Lead:
    """One of the findings that matter most, with the answer it comes from."""

    heading: str
    answer: Answer
    item: Numbered


def groups(findings: Iterable[Finding]) -> list[Group]:
    """Return the findings by weight, heaviest first, each group in the order given; empty groups are left out."""
    numbered = _numbered(findings)
    made = (
        Group(heading, tuple(item for item in numbered if item.finding.weight == weight))
        for weight, heading in HEADINGS.items()
    )
    return [group for group in made if group.items]


def leading(answers: Sequence[Answer], most: int = 10, from_one: int = 3) -> list[Lead]:
    """Return the findings that matter most: what to do first, then what to look into.

    At most `most` altogether and `from_one` of any one question, in the order of the answers.
    """
    chosen: list[Lead] = []
    for weight in ("act", "look"):
        for answer in answers:
            room = from_one - sum(lead.answer is answer for lead in chosen)
            items = [item for item in _numbered(answer.findings) if item.finding.weight == weight]
            chosen += [Lead(HEADINGS[weight], answer, item) for item in items[: max(room, 0)]]
    return chosen[:most]


def _numbered(findings: Iterable[Finding]) -> list[Numbered]:
    return [Numbered(number, finding) for number, finding in enumerate(findings, start=1)]
