"""The register of protocols and the checklist of what each should cover: a page, Markdown and CSV."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from orgmap.views import markdown
from orgmap.views.checklist.records import Agreement, Asked, Checklist, Contents, Section
from orgmap.views.checklist.sections import Answered, checklist
from orgmap.views.html import count
from orgmap.views.packs import CHECKLIST, CHECKLIST_CSV, Pack, page_address
from orgmap.views.site import Frame, pack_page
from orgmap.views.tables import csv_text
from orgmap.vocabulary import FIVE_QUESTIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from orgmap.model import Answer, OrgMap

TITLE = "Protocol checklist"
MOST_SECTIONS = 40
MOST_PAIRS = 200
"""Neither the register nor a set shows more pairs than this."""
MOST_CONTENTS = 5
"""A set shows no more different protocols than this."""
_REGISTER = ("Bodies", "Why", "State", "Agreed", "Review by", "Owner", "Trouble")
_BOXES = {"yes": "☑", "no": "☐", "not needed": "n/a", "not said": "☐"}


def checklist_html(
    orgmap: OrgMap, answer: Answer, pack: Pack, answered: Mapping[str, Answered], more: int = 0
) -> str:
    """Return the checklist as a page that prints on A4: the register, then a sheet for each pair and set.

    `answer` is that of the question of protocols. No more than 40 sheets are made, those of sets and of
    protocols that exist first; the page says how many more are in the CSV file. Sheets of the agreements
    follow, then one for each body in `answered`: the five questions with their answers, by body id. `more` is
    how many bodies are left out there.
    """
    whole = checklist(orgmap, answer, answered)
    chosen = whole.chosen(MOST_SECTIONS)
    own = pack.address(page_address("protocols"))
    context = {
        "register": whole.sections[:MOST_PAIRS],
        "total": len(whole.sections),
        "sections": chosen,
        "sheets": {section: number for number, section in enumerate(chosen, start=1)},
        "left_out": left_out_sentence(_left_out(whole, chosen)),
        "facts": facts,
        "agreements": whole.agreements,
        "questioned": whole.asked,
        "more": more_sentence(more),
        "questions": FIVE_QUESTIONS,
        "csv": pack.address(CHECKLIST_CSV),
        "protocols": own,
        "most_pairs": MOST_PAIRS,
        "most_contents": MOST_CONTENTS,
    }
    frame = Frame(CHECKLIST, TITLE, "checklist.html.j2", scripts=("checklist.js",), styles=("checklist.css",))
    return pack_page(pack, frame, context)


def checklist_markdown(
    orgmap: OrgMap, answer: Answer, answered: Mapping[str, Answered], more: int = 0, notes: Sequence[str] = ()
) -> str:
    """Return the checklist as Markdown: the same register, sheets and limits as the page.

    `notes` come under the title, a paragraph each.
    """
    whole = checklist(orgmap, answer, answered)
    chosen = whole.chosen(MOST_SECTIONS)
    return markdown.document(
        [
            markdown.heading(1, f"{TITLE}: {orgmap.title}"),
            *map(markdown.escaped, notes),
            *_register(whole),
            *(block for section in chosen for block in _sheet(section)),
            left_out_sentence(_left_out(whole, chosen)),
            *(block for agreement in whole.agreements for block in _agreement(agreement)),
            *(block for one in whole.asked for block in _questions(one)),
            more_sentence(more),
            *([] if whole.asked else _blank_questions()),
        ]
    )


def checklist_csv(orgmap: OrgMap, answer: Answer) -> str:
    """Return every point of every protocol and agreement as CSV, a line each, in the order of the checklist.

    Columns: `kind` (pair, set, protocol or agreement), `bodies`, `pairs` (how many it stands for), `why`,
    `state`, `agreed`, `review_by`, `owner`, `trouble`, `protocol`, `number`, `point`, `says`, `covered` (yes,
    no, not needed or not said).
    """
    whole = checklist(orgmap, answer, {})
    lines = [line for section in whole.sections if section.wanted for line in _section_lines(section)]
    lines += [line for agreement in whole.agreements for line in _agreement_lines(agreement)]
    return csv_text(pd.DataFrame(lines, columns=list(_COLUMNS)))


_COLUMNS = (
    "kind", "bodies", "pairs", "why", "state", "agreed", "review_by", "owner", "trouble", "protocol",
    "number", "point", "says", "covered",
)  # fmt: skip


def left_out_sentence(number: int) -> str:
    """Return how many sheets are left out, or nothing where none is."""
    have = "has its" if number == 1 else "have their"
    return f"{count(number, 'more pair')} of bodies {have} points in the CSV form only." if number else ""


def more_sentence(number: int) -> str:
    """Return how many bodies are not asked the five questions here, or nothing where all are."""
    have = "has" if number == 1 else "have"
    bodies = count(
        number, "more body with a protocol or an agreement", "more bodies with a protocol or an agreement"
    )
    return f"{bodies} {have} no sheet of questions here." if number else ""


def _left_out(whole: Checklist, chosen: tuple[Section, ...]) -> int:
    return sum(section.wanted for section in whole.sections) - len(chosen)


def _register(whole: Checklist) -> Iterator[str]:
    yield markdown.heading(2, "Register")
    shown = whole.sections[:MOST_PAIRS]
    if not shown:
        yield "No two bodies have a reason for a protocol, and no protocol is known."
        return
    yield markdown.table(
        _REGISTER,
        ((one.title, one.why, one.state, one.agreed, one.review_by, one.owner, one.trouble) for one in shown),
    )
    if len(whole.sections) > len(shown):
        yield f"{count(len(whole.sections) - len(shown), 'more line')} in the CSV form only."


def _sheet(section: Section) -> Iterator[str]:
    yield markdown.heading(2, section.title)
    if section.alone:
        yield from map(markdown.escaped, section.remarks)
    else:
        yield markdown.table(
            ("Body", "Other body", "Why", "State", "Trouble"),
            ((one.body_a, one.body_b, one.why, one.state, one.trouble) for one in section.rows[:MOST_PAIRS]),
        )
    for contents in section.contents[:MOST_CONTENTS]:
        yield from _points(contents)


def _agreement(agreement: Agreement) -> Iterator[str]:
    yield markdown.heading(2, f"Partnership agreement: {agreement.body}")
    if agreement.mode:
        yield markdown.escaped(f"Mode of governance: {agreement.mode}.")
    if agreement.trouble:
        yield markdown.escaped(f"Trouble: {agreement.trouble}.")
    yield from _points(agreement.contents)


def _questions(asked: Asked) -> Iterator[str]:
    yield markdown.heading(2, f"Five questions for {asked.body}")
    yield _numbered(f"{question} {told}" for question, told in asked.answers)
    if asked.mode:
        yield markdown.escaped(f"Mode of governance: {asked.mode}. It asks:")
        yield markdown.bullets(f"{aspect}: {question}" for aspect, question in asked.mode_questions)


def _blank_questions() -> Iterator[str]:
    yield markdown.heading(2, "Five questions for each body")
    yield _numbered(FIVE_QUESTIONS)


def _numbered(texts: Iterable[str]) -> str:
    return "\n".join(f"{number}. {markdown.escaped(text)}" for number, text in enumerate(texts, start=1))


def _points(contents: Contents) -> Iterator[str]:
    if contents.name:
        yield markdown.heading(3, contents.name)
    yield markdown.bullets(f"{name}: {text}" for name, text in facts(contents))
    rows = ((point.number, point.says, _BOXES[point.now], point.now) for point in contents.points)
    yield markdown.table(("No.", "It says", "Done", "Known so far"), rows)


def facts(contents: Contents) -> list[tuple[str, str]]:
    """Return what is known of a protocol or an agreement, each with what it is; what is empty is left out."""
    pairs = count(contents.pairs, "pair") if contents.pairs > 1 else ""
    known = (
        ("State", contents.state),
        ("Covers", pairs),
        ("Issue", contents.issue),
        ("Agreed", contents.agreed),
        ("Review by", contents.review_by),
        ("Owner", contents.owner),
        ("Document", contents.document),
    )
    return [(name, text) for name, text in known if text]


def _section_lines(section: Section) -> Iterable[tuple[object, ...]]:
    for contents in section.contents:
        about = (section.kind, section.title, contents.pairs or section.pairs, section.why, contents.state)
        yield from _lines(about, contents, section.trouble)


def _agreement_lines(agreement: Agreement) -> Iterable[tuple[object, ...]]:
    contents = agreement.contents
    yield from _lines(("agreement", agreement.body, "", "", contents.state), contents, agreement.trouble)


def _lines(about: tuple[object, ...], contents: Contents, trouble: str) -> Iterable[tuple[object, ...]]:
    known = (contents.agreed, contents.review_by, contents.owner, trouble, contents.name)
    for point in contents.points:
        yield (*about, *known, point.number, point.name, point.says, point.now)
