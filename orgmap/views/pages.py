"""The page of each question, and the page of several answers that needs no other."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from orgmap.model.wording import counted, joined
from orgmap.views.answers import MOST_ROWS, beside_others, told
from orgmap.views.charts import picture_of
from orgmap.views.findings import HEADINGS, leading
from orgmap.views.packs import Pack, home_of, page_address, table_address
from orgmap.views.site import Frame, pack_page

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from orgmap.model import Answer, OrgMap
    from orgmap.views.glossary import MeasureText

__all__ = [
    "MOST_ROWS", "Pack", "findings_page", "page_address", "question_page", "table_address",
]  # fmt: skip


def question_page(
    answer: Answer, pack: Pack, measures: Iterable[MeasureText] = (), order: Sequence[str] = ()
) -> str:
    """Return the page of one question: its findings, its picture, and the table whose rows prove them.

    Every finding has the id `finding-N` and every row of the table the id `row-N`, both from 1 in their
    order; numbers are rounded, and the full table is linked where the pack has it. `measures` say what their
    columns mean; `order` are nodes of bodies, the like ones side by side, for the picture of shared members.
    """
    own = page_address(answer.question)
    frame = Frame(
        own,
        answer.title,
        "question.html.j2",
        title=f"{answer.title} {pack.title}",
        styles=("answers.css", "charts.css"),
    )
    context = {"told": told(answer, pack, measures), "picture": picture_of(answer, order)}
    return pack_page(pack, frame, context)


def findings_page(
    orgmap: OrgMap,
    answers: Sequence[Answer],
    notes: Sequence[str] = (),
    measures: Iterable[MeasureText] = (),
    *,
    whole: bool = True,
) -> str:
    """Return several answers as one page that needs no other: what matters most, then question by question.

    Each finding links to the rows of the table under it that prove it. `notes` are told under the title
    beside what is withheld; `whole` is False where the answers are only in part there.
    """
    alone, known = Pack.of(orgmap, ()), tuple(measures)
    pack = replace(alone, notes=(*alone.notes, *notes))
    shown = [beside_others(told(answer, pack, known, in_places=whole)) for answer in answers]
    begins = {one.question: f"#{one.before}" for one in shown}
    context = {
        "counts": counts_sentence(answers),
        "leads": [
            (lead, begins[lead.answer.question] + lead.item.anchor)
            for lead in leading(answers, home_of(orgmap))
        ],
        "answers": shown,
    }
    frame = Frame("findings.html", "Findings", "findings.html.j2", styles=("answers.css",))
    return pack_page(pack, frame, context)


def counts_sentence(answers: Iterable[Answer]) -> str:
    """Return how many findings there are, and how many of each weight."""
    weights = Counter(finding.weight for answer in answers for finding in answer.findings)
    each = [f"{weights[one]:,} {name.lower()}" for one, name in HEADINGS.items() if weights[one]]
    return f"{counted(weights.total(), 'finding')}: {joined(each)}." if each else "There are no findings."
