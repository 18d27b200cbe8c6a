"""The checklist as Markdown: the register, the sheets and the questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgmap.model.dates import in_words
from orgmap.views import markdown
from orgmap.views.html import count
from orgmap.vocabulary import FIVE_QUESTIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from orgmap.views.checklist.records import Agreement, Asked, Checklist, Contents, Section

MOST_SECTIONS = 40
MOST_LINES = 200
"""The register shows no more lines than this."""
MOST_PAIRS = 200
"""A set shows no more pairs than this."""
MOST_CONTENTS = 5
"""A set shows no more different protocols than this."""
MOST_AGREEMENTS = 30
_REGISTER = ("Bodies", "Why", "State", "Agreed", "Review by", "Owner", "Trouble")
_BOXES = {"yes": "☑", "no": "☐", "not needed": "n/a", "not said": "☐"}


def checklist_text(whole: Checklist, title: str, notes: Sequence[str], more: int) -> str:
    """Return a checklist as Markdown; `notes` come under the title, a paragraph each.

    `more` is how many bodies are not asked the five questions here.
    """
    chosen = whole.chosen(MOST_SECTIONS)
    return markdown.document(
        [
            markdown.heading(1, title),
            *map(markdown.escaped, notes),
            *_register(whole),
            *(block for section in chosen for block in _sheet(section)),
            left_out_sentence(whole, chosen),
            *(block for agreement in whole.agreements[:MOST_AGREEMENTS] for block in _agreement(agreement)),
            *(block for one in whole.asked for block in _questions(one)),
            more_sentence(more),
            *([] if whole.asked else _blank_questions()),
        ]
    )


def left_out_sentence(whole: Checklist, chosen: Sequence[Section]) -> str:
    """Return how many sheets are left out, or nothing where none is."""
    pairs = sum(section.wanted for section in whole.sections) - len(chosen)
    own = max(0, len(whole.agreements) - MOST_AGREEMENTS)
    parts = [(pairs, "more pair or set of bodies", "more pairs and sets of bodies")]
    parts += [(own, "more agreement", "more agreements")]
    told = " and ".join(count(number, *nouns) for number, *nouns in parts if number)
    have = "has its" if pairs + own == 1 else "have their"
    return f"{told} {have} points in the CSV form only." if told else ""


def more_sentence(number: int) -> str:
    """Return how many bodies are not asked the five questions here, or nothing where all are."""
    have = "has" if number == 1 else "have"
    bodies = count(
        number, "more body with a protocol or an agreement", "more bodies with a protocol or an agreement"
    )
    return f"{bodies} {have} no sheet of questions here." if number else ""


def facts(contents: Contents) -> list[tuple[str, str]]:
    """Return what is known of a protocol or an agreement, each with what it is; what is empty is left out."""
    known = (
        *standing(contents),
        ("Agreed", in_words(contents.agreed) if contents.agreed else ""),
        ("Review by", in_words(contents.review_by) if contents.review_by else ""),
        ("Owner", contents.owner),
        ("Document", contents.document),
        ("Note", contents.note),
    )
    return [(name, text) for name, text in known if text]


def standing(contents: Contents) -> list[tuple[str, str]]:
    """Return how a protocol or an agreement stands and what it is about."""
    pairs = count(len(contents.sides), "pair") if len(contents.sides) > 1 else ""
    told = (
        ("State", contents.state),
        ("Covers" if contents.exists else "For", pairs),
        ("Issue", contents.issue),
    )
    return [(name, text) for name, text in told if text]


def _register(whole: Checklist) -> Iterator[str]:
    yield markdown.heading(2, "Register")
    shown = whole.sections[:MOST_LINES]
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
        if len(section.rows) > MOST_PAIRS:
            yield f"The first {MOST_PAIRS} of {len(section.rows)} are shown."
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
