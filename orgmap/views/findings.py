"""Findings as they are told: what to do, what to look into, what is good to know."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from orgmap.views.markdown import bullets, document, escaped, heading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from orgmap.model import Answer, Finding
    from orgmap.model.records import Weight

HEADINGS: dict[Weight, str] = {"act": "To do", "look": "To look into", "know": "Good to know"}
"""What the group of each weight is called, in the order in which they are shown."""
_Key = tuple[int, bool, bool, int, bool, int]
_LAST = "data_quality"
"""The question whose good-to-know is told after that of all others."""


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


def leading(
    answers: Sequence[Answer], home: str | None = None, most: int = 10, from_one: int = 3
) -> list[Lead]:
    """Return the findings that matter most: what to do, then what to look into, then what is good to know.

    Of one weight the first of each question comes before the second of each; those that name the node `home`
    come before others, in a question as between questions, which otherwise are in the order of the answers.
    A question that has `from_one` findings already waits until those as heavy of the others are told.
    """
    ranked = [pair for place, one in enumerate(answers) for pair in _ranked(one, place, home, from_one)]
    return [lead for _, lead in sorted(ranked, key=lambda pair: pair[0])[:most]]


def _ranked(answer: Answer, place: int, home: str | None, from_one: int) -> Iterator[tuple[_Key, Lead]]:
    """Yield the findings of an answer, each with the key by which all findings are ordered."""
    order = list(HEADINGS)
    keyed = [
        (order.index(item.finding.weight), home not in item.finding.subjects, item)
        for item in _numbered(answer.findings)
    ]
    turns: Counter[int] = Counter()
    keyed.sort(key=lambda one: one[:2])
    for number, (weight, away, item) in enumerate(keyed):
        late = answer.question == _LAST and item.finding.weight == "know"
        yield (weight, late, number >= from_one, turns[weight], away, place), Lead(answer, item)
        turns[weight] += 1


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
