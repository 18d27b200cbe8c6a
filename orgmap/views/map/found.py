"""The findings that the map can show: those about something that is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from orgmap.views.findings import Lead, leading
from orgmap.views.packs import page_address

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from orgmap.model import Answer, Finding
    from orgmap.views.packs import Pack

MOST_FINDINGS = 200
"""So many findings can be shown on the map, those that matter most."""


def findings_drawn(answers: Sequence[Answer], number: Mapping[str, int], pack: Pack) -> list[dict[str, Any]]:
    """Return the findings about nodes of the map by question, each with the numbers of its nodes.

    `page` is the address of the page of the question, None where the pack lacks it.
    """
    best = {(lead.answer.question, lead.item.number) for lead in _best(answers, number)}
    groups = [
        {
            "question": answer.question,
            "title": answer.title,
            "page": pack.address(page_address(answer.question)),
            "items": [
                {"number": place, "sentence": finding.sentence, "subjects": _subjects(finding, number)}
                for place, finding in enumerate(answer.findings, start=1)
                if (answer.question, place) in best
            ],
        }
        for answer in answers
    ]
    return [group for group in groups if group["items"]]


def _best(answers: Sequence[Answer], number: Mapping[str, int]) -> list[Lead]:
    every = sum(len(answer.findings) for answer in answers)
    drawn = [lead for lead in leading(answers, most=every) if _subjects(lead.item.finding, number)]
    return drawn[:MOST_FINDINGS]


def _subjects(finding: Finding, number: Mapping[str, int]) -> list[int]:
    return [number[node] for node in finding.subjects if node in number]
