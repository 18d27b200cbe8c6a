"""The pages of the pack: the overview that leads with what matters, and a page for each question."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from typing import TYPE_CHECKING

from orgmap.views.catalogue import entries, parts
from orgmap.views.columns import headings, rows
from orgmap.views.findings import Group, groups, leading
from orgmap.views.html import page
from orgmap.views.matrix import matrices
from orgmap.views.packs import CHECKLIST, INDEX, Pack, page_address, styles, table_address

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from orgmap.model import Answer, OrgMap
    from orgmap.views.glossary import MeasureText

__all__ = ["MOST_ROWS", "Pack", "index_page", "page_address", "question_page", "table_address"]

MOST_ROWS = 500
"""A page shows no more rows of a table than this; all of them are in the CSV file."""
PROOF = 5
"""A finding links to no more rows than this; it says how many more there are."""


@dataclass(frozen=True)
class Proof:
    """Which rows prove a finding: the numbers of those it links to, and how many more there are."""

    numbers: tuple[int, ...]
    more: int


def index_page(
    orgmap: OrgMap, answers: Sequence[Answer], pack: Pack, previews: Mapping[str, str] | None = None
) -> str:
    """Return the overview: the ten findings that matter most, what the map holds, and what each file is for.

    `previews` holds the SVG text of the diagrams that are shown on the page, under their addresses.
    """
    listed, pictures = entries(pack.files), previews or {}
    context = {
        **pack.context(pack.title, INDEX),
        "leads": leading(answers),
        "pages_of": {answer.question: pack.address(page_address(answer.question)) for answer in answers},
        "holdings": holdings(orgmap),
        "previews": [
            (entry, _picture(pictures[entry.address])) for entry in listed if entry.address in pictures
        ],
        "parts": parts(listed),
    }  # fmt: skip
    return page("index.html.j2", pack.title, context, styles=styles())


def question_page(answer: Answer, pack: Pack, measures: Iterable[MeasureText] = ()) -> str:
    """Return the page of one question: its findings, and under them the table whose rows prove them.

    Every finding has the id `finding-N` and every row of the table the id `row-N`, both from 1 in their
    order; numbers are rounded, and the full table is linked where the pack has it. `measures` say what their
    columns mean.
    """
    table = answer.table.iloc[:MOST_ROWS]
    made, lines = matrices(answer.table, MOST_ROWS) if answer.question == "two_tier" else ([], {})
    numbers = lines or {int(label): place for place, label in enumerate(table.index, start=1)}
    columns = [] if made else headings(answer.question, answer.table, measures)
    own = page_address(answer.question)
    context = {
        **pack.context(answer.title, own),
        "groups": groups(answer.findings),
        "proofs": _proofs(groups(answer.findings), numbers),
        "matrices": made,
        "columns": columns,
        "rows": rows(table, columns),
        "total": len(answer.table),
        "csv": pack.address(table_address(answer.question)),
        "checklist": pack.address(CHECKLIST) if answer.question == "protocols" else None,
    }
    return page("question.html.j2", f"{answer.title} {pack.title}", context, styles=styles())


def _proofs(of: Iterable[Group], numbers: Mapping[int, int]) -> dict[int, Proof]:
    """Return the proof of each finding by the finding's number; a finding without rows has none."""
    made = {}
    for item in (item for group in of for item in group.items):
        lines = dict.fromkeys(numbers[row] for row in item.finding.rows if row in numbers)
        missing = sum(row not in numbers for row in item.finding.rows)
        shown = tuple(lines)[:PROOF]
        if shown or missing:
            made[item.number] = Proof(shown, len(lines) - len(shown) + missing)
    return made


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
