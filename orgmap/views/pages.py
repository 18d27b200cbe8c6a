"""The pages of the pack: the overview that leads with what matters, a page for each question, one for all."""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from orgmap.model.wording import counted, joined
from orgmap.network import PREFIX
from orgmap.views.answers import MOST_ROWS, beside_others, told
from orgmap.views.catalogue import entries, parts
from orgmap.views.findings import HEADINGS, leading
from orgmap.views.packs import INDEX, Pack, page_address, table_address
from orgmap.views.site import Frame, pack_page

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from orgmap.model import Answer, OrgMap
    from orgmap.views.findings import Lead
    from orgmap.views.glossary import MeasureText

__all__ = [
    "MOST_ROWS", "Pack", "findings_page", "index_page", "page_address", "question_page", "table_address",
]  # fmt: skip


def index_page(
    orgmap: OrgMap, answers: Sequence[Answer], pack: Pack, previews: Mapping[str, str] | None = None
) -> str:
    """Return the overview: the ten findings that matter most, what the map holds, and what each file is for.

    `previews` holds the SVG text of the diagrams that are shown on the page, under their addresses.
    """
    listed, pictures = entries(pack.files), previews or {}
    addresses = {one.question: pack.address(page_address(one.question)) for one in answers}
    leads = leading(answers, home_of(orgmap))
    context = {
        "leads": [(lead, _within(addresses[lead.answer.question], lead)) for lead in leads],
        "holdings": holdings(orgmap),
        "previews": [
            (entry, _picture(pictures[entry.address])) for entry in listed if entry.address in pictures
        ],
        "parts": parts(listed),
    }  # fmt: skip
    return pack_page(pack, Frame(INDEX, pack.title, "index.html.j2"), context)


def question_page(answer: Answer, pack: Pack, measures: Iterable[MeasureText] = ()) -> str:
    """Return the page of one question: its findings, and under them the table whose rows prove them.

    Every finding has the id `finding-N` and every row of the table the id `row-N`, both from 1 in their
    order; numbers are rounded, and the full table is linked where the pack has it. `measures` say what their
    columns mean.
    """
    own = page_address(answer.question)
    frame = Frame(own, answer.title, "question.html.j2", title=f"{answer.title} {pack.title}")
    return pack_page(pack, frame, {"told": told(answer, pack, measures)})


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
    return pack_page(pack, Frame("findings.html", "Findings", "findings.html.j2"), context)


def counts_sentence(answers: Iterable[Answer]) -> str:
    """Return how many findings there are, and how many of each weight."""
    weights = Counter(finding.weight for answer in answers for finding in answer.findings)
    each = [f"{weights[one]:,} {name.lower()}" for one, name in HEADINGS.items() if weights[one]]
    return f"{counted(weights.total(), 'finding')}: {joined(each)}." if each else "There are no findings."


def home_of(orgmap: OrgMap) -> str | None:
    """Return the node of the home body, None where none is said."""
    return PREFIX["body"] + orgmap.about.home_body if orgmap.about.home_body else None


def _within(address: str | None, lead: Lead) -> str | None:
    return f"{address}#{lead.item.anchor}" if address else None


def _picture(svg: str) -> str:
    """Return an SVG as an address that holds the whole picture: in an img element nothing in it can run."""
    return f"data:image/svg+xml;base64,{b64encode(svg.encode('utf-8')).decode('ascii')}"


def holdings(orgmap: OrgMap) -> list[tuple[str, str]]:
    """Return what the map holds, a line each: what is counted, and how many."""
    states = orgmap.seats["status"].value_counts()
    filled = int(states.get("filled", 0))
    still_open = {str(state): int(number) for state, number in states.items() if state != "filled"}
    kinds = ", ".join(f"{number:,} {state}" for state, number in sorted(still_open.items()))
    total = sum(still_open.values())
    partial = len(orgmap.partial_bodies())
    lists = f", {partial:,} of them with a partial list of members" if partial else ""
    return [
        ("Bodies", f"{len(orgmap.bodies):,}{lists}"),
        ("Organisations", _known(len(orgmap.organisations))),
        ("People", _known(len(orgmap.people))),
        ("Seats filled", f"{filled:,}"),
        ("Seats open", f"{total:,} ({kinds})" if total else "none"),
        *([("Links declared", f"{len(orgmap.links):,}")] if len(orgmap.links) else []),
    ]


def _known(number: int) -> str:
    return f"{number:,}" if number else "none known"
