"""Papers for a board: the findings as a document, with as many rows behind them as fit on paper."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from orgmap.measures import MEASURES
from orgmap.model import Answer, OrgMap
from orgmap.model.wording import counted
from orgmap.views.columns import headings, rows
from orgmap.views.findings import groups, leading
from orgmap.views.packs import home_of, subtitle_of
from orgmap.views.pages import counts_sentence
from orgmap.write.document import Block, Bullets, Grid, Heading, Paragraph, document

MOST_ROWS = 25
"""A table on paper has no more rows than this, those behind the findings first."""
FIRST = ", those behind the findings before others"
MOST_COLUMNS = 6
MOST_LETTERS = 160
"""A cell on paper is cut where it is longer than this."""


def findings_paper(
    orgmap: OrgMap, answers: Sequence[Answer], notes: Iterable[str], where: Callable[[str], str]
) -> bytes:
    """Return answers as a Word document: the findings by question and weight, then the rows behind them.

    `notes` come under the title, a paragraph each; `where` says of a question where its full table is.
    """
    told = [*_leads(orgmap, answers), *(block for answer in answers for block in _findings(answer))]
    tables = [block for answer in answers for block in _table(answer, where(answer.question))]
    annex = [Heading("Annex: the rows behind the findings", new_page=True), *tables] if tables else []
    head = [*notes, counts_sentence(answers)]
    return document(orgmap.title, subtitle_of(orgmap), [*map(Paragraph, head), *told, *annex])


def _leads(orgmap: OrgMap, answers: Sequence[Answer]) -> Iterator[Block]:
    """Tell what matters most before everything else, where several questions are answered."""
    if len(answers) > 1:
        leads = leading(answers, home_of(orgmap))
        yield Heading("What matters most")
        yield Bullets(tuple(f"{lead.heading}: {lead.item.finding.sentence}" for lead in leads))


def _findings(answer: Answer) -> Iterator[Block]:
    yield Heading(answer.title)
    for group in groups(answer.findings):
        yield Heading(group.heading, 2)
        yield Bullets(tuple(item.finding.sentence for item in group.items))


def _table(answer: Answer, where: str) -> Iterator[Block]:
    labels, total = _rows_behind(answer), len(answer.table)
    shown = answer.table.loc[labels]
    told = headings(answer.question, shown, MEASURES)
    columns = told[:MOST_COLUMNS]
    if not columns:
        return
    every = len(labels) == total
    yield Heading(answer.title, 2)
    yield Grid(
        caption=counted(total, "row") if every else f"{len(labels)} of {total:,} rows{FIRST}",
        headings=tuple(one.words for one in columns),
        rows=tuple(tuple(_cut(text) for text in row) for row in rows(shown, columns, answer.table)),
        numbers=tuple(one.style == "number" for one in columns),
    )
    if not every or len(columns) < len(told):
        yield Paragraph(where)


def _rows_behind(answer: Answer) -> list[int]:
    """Return the labels of the rows on paper, in the order of the table."""
    behind = [row for finding in answer.findings for row in finding.rows]
    wanted = list(dict.fromkeys([*behind, *answer.table.index[:MOST_ROWS]]))[:MOST_ROWS]
    return sorted(wanted)


def _cut(text: str) -> str:
    return text if len(text) <= MOST_LETTERS else f"{text[: MOST_LETTERS - 1].rstrip()}…"
