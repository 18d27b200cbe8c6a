"""Findings as they are told: what to do, what to look into, what is good to know."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from orgmap.views.markdown import bullets, document, escaped, heading

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from orgmap.model import Answer, Finding
    from orgmap.model.records import Weight

HEADINGS: dict[Weight, str] = {"act": "To do", "look": "To look into", "know": "Good to know"}
"""What the group of each weight is called, in the order in which they are shown."""


_LEADING: tuple[Weight, ...] = ("act", "look")


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
    """Return the findings by weight, heaviest first, otherwise in the order given; no group is empty."""
    numbered = _numbered(findings)
    made = (
        Group(heading, tuple(item for item in numbered if item.finding.weight == weight))
        for weight, heading in HEADINGS.items()
    )
    return [group for group in made if group.items]


def leading(answers: Sequence[Answer], most: int = 10, from_one: int = 3) -> list[Lead]:
    """Return the findings that matter most: what to do first, then what to look into.

    At most `most` altogether and `from_one` of any one question, the last of them kept for what to look into
    where there is such; in the order of the answers.
    """
    chosen = [_of_one(answer, from_one) for answer in answers]
    leads = [
        Lead(HEADINGS[weight], answer, item)
        for weight in _LEADING
        for answer, items in zip(answers, chosen, strict=True)
        for item in items
        if item.finding.weight == weight
    ]
    return leads[:most]


def _of_one(answer: Answer, most: int) -> list[Numbered]:
    act, look = (
        [item for item in _numbered(answer.findings) if item.finding.weight == weight] for weight in _LEADING
    )
    first = act[: most - 1] if look else act[:most]
    return [*first, *look[: most - len(first)]]


def findings_markdown(title: str, answers: Sequence[Answer], notes: Sequence[str] = ()) -> str:
    """Return the findings as Markdown: a heading for each question, under it its sentences by weight.

    `notes` come under the title, a paragraph each. A group without findings is left out.
    """
    blocks = [heading(1, title), *map(escaped, notes)]
    for answer in answers:
        blocks.append(heading(2, answer.title))
        for group in groups(answer.findings):
            blocks += [
                heading(3, group.heading),
                bullets(item.finding.sentence for item in group.items),
            ]
    return document(blocks)


def _numbered(findings: Iterable[Finding]) -> list[Numbered]:
    return [Numbered(number, finding) for number, finding in enumerate(findings, start=1)]
