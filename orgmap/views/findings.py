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


@dataclass(frozen=True, eq=False)
class Lead:
    """One of the findings that matter most, with the answer it comes from."""

    answer: Answer
    item: Numbered

    @property
    def heading(self) -> str:
        """Return what the group of its weight is called."""
        return HEADINGS[self.item.finding.weight]


def groups(findings: Iterable[Finding]) -> list[Group]:
    """Return the findings by weight, heaviest first, otherwise in the order given; no group is empty."""
    numbered = _numbered(findings)
    made = (
        Group(heading, tuple(item for item in numbered if item.finding.weight == weight))
        for weight, heading in HEADINGS.items()
    )
    return [group for group in made if group.items]


def leading(answers: Sequence[Answer], most: int = 10, from_one: int = 3) -> list[Lead]:
    """Return the findings that matter most: what to do, then what to look into, then what is good to know.

    `from_one` of each question, the last of them kept for what is not to do where there is such, in the order
    of the answers; where that is fewer than `most`, the heaviest of the others too.
    """
    found = [[Lead(answer, item) for item in _numbered(answer.findings)] for answer in answers]
    chosen = [lead for leads in found for lead in _of_one(_by_weight(leads), from_one)]
    others = [lead for leads in found for lead in leads if lead not in chosen]
    told = [*_by_weight(chosen), *_by_weight(others)][:most]
    return _by_weight(lead for leads in found for lead in leads if lead in told)


def _of_one(leads: Sequence[Lead], most: int) -> list[Lead]:
    act = sum(lead.item.finding.weight == "act" for lead in leads)
    kept = min(act, most - 1 if act < len(leads) else most)
    return [*leads[:kept], *leads[act : act + most - kept]]


def _by_weight(leads: Iterable[Lead]) -> list[Lead]:
    order = list(HEADINGS)
    return sorted(leads, key=lambda lead: order.index(lead.item.finding.weight))


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
