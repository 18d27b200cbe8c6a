"""The register of protocols and the checklist of what each should cover: a page, Markdown and CSV."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgmap.network import PREFIX
from orgmap.views.checklist.lines import checklist_lines
from orgmap.views.checklist.page import checklist_page, page_sheets
from orgmap.views.checklist.sections import Answered, checklist
from orgmap.views.checklist.text import MOST_AGREEMENTS, MOST_PAIRS, MOST_SECTIONS, checklist_text, facts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from orgmap.model import Answer, OrgMap
    from orgmap.views.packs import Pack

__all__ = [
    "MOST_AGREEMENTS", "MOST_PAIRS", "MOST_SECTIONS", "TITLE", "Answered", "checklist_csv", "checklist_html",
    "checklist_markdown", "facts", "sheets_of_bodies",
]  # fmt: skip

TITLE = "Protocol checklist"


def checklist_html(
    orgmap: OrgMap, answer: Answer, pack: Pack, answered: Mapping[str, Answered], more: int = 0
) -> str:
    """Return the checklist as a page to tick, which prints on A4: the register, then a sheet for each.

    `answer` is that of the question of protocols. No more than 40 sheets are made, those of sets and of
    protocols that exist first; the page says how many more are in the CSV file. Sheets of the agreements
    follow, then one for each body in `answered`: the five questions with their answers, by body id. `more` is
    how many bodies are left out there.
    """
    return checklist_page(checklist(orgmap, answer, answered), pack, orgmap.title, TITLE, more)


def checklist_markdown(
    orgmap: OrgMap, answer: Answer, answered: Mapping[str, Answered], more: int = 0, notes: Sequence[str] = ()
) -> str:
    """Return the checklist as Markdown: the same register and sheets as the page.

    `notes` come under the title, a paragraph each.
    """
    return checklist_text(
        checklist(orgmap, answer, answered), f"{TITLE}: {orgmap.title}", notes=notes, more=more
    )


def checklist_csv(orgmap: OrgMap, answer: Answer) -> str:
    """Return the checklist as CSV, a row for each protocol, agreement, and pair or set with a reason for one.

    The columns are those of `vocabulary.ticked`; filled in, `read.ticked` reads it back.
    """
    return checklist_lines(checklist(orgmap, answer, {}), orgmap.title)


def sheets_of_bodies(orgmap: OrgMap, answer: Answer) -> dict[str, dict[str, str]]:
    """Return the sheets of the page that are about each body, by its node: what each is called, by its id.

    One of a pair is called by the other body, one of an agreement is its own.
    """
    found: dict[str, dict[str, str]] = {}
    for sheet in page_sheets(checklist(orgmap, answer, {})):
        for body, title in sheet.titles().items():
            found.setdefault(PREFIX["body"] + body, {})[sheet.id] = title
    return found
