"""What the findings say about each body, organisation and person, the heaviest first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from orgmap.views.catalogue import page_address
from orgmap.views.findings import HEADINGS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from orgmap.model import Answer, Finding

MOST = 8
"""No more findings than this are told on one page."""
_FEW = 12
"""A finding about more than this many is told after those about fewer."""


@dataclass(frozen=True)
class About:
    """A finding with its number among those of its answer, and the title of the answer."""

    finding: Finding
    number: int
    title: str

    @property
    def heading(self) -> str:
        """Return what the group of its weight is called."""
        return HEADINGS[self.finding.weight]

    @property
    def address(self) -> str:
        """Return where the page of its question tells it."""
        return f"{page_address(self.finding.question)}#finding-{self.number}"

    @property
    def on_the_map(self) -> str:
        """Return what stands after the address of the map to light what it is about."""
        return f"#finding={self.finding.question}:{self.number}"


def findings_about(answers: Mapping[str, Answer]) -> dict[str, list[About]]:
    """Return the findings about each node: by weight, those about few before those about many."""
    weights = list(HEADINGS)
    told = [
        About(finding, number, answer.title)
        for answer in answers.values()
        for number, finding in enumerate(answer.findings, start=1)
    ]
    told.sort(key=lambda one: (weights.index(one.finding.weight), len(one.finding.subjects) > _FEW))
    found: dict[str, list[About]] = {}
    for one in told:
        for node in dict.fromkeys(one.finding.subjects):
            found.setdefault(node, []).append(one)
    return found
