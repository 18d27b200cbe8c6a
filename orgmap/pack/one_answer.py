"""One answer to a question that a command asks on its own, in each form in which it is told."""

from __future__ import annotations

from collections.abc import Sequence

from orgmap.model import Answer, OrgMap
from orgmap.pack.papers import findings_paper
from orgmap.views.findings import findings_markdown
from orgmap.views.findings_data import findings_json
from orgmap.views.tables import csv_text
from orgmap.write import workbook


def one_answer(orgmap: OrgMap, answer: Answer, notes: Sequence[str], form: str) -> str | bytes:
    """Return an answer as md, csv, json, docx or xlsx; csv and xlsx hold the table that proves it.

    `notes` come under the title, a sentence each.
    """
    match form:
        case "csv":
            return csv_text(answer.table)
        case "xlsx":
            return workbook(orgmap.title, {answer.question: answer.table})
        case "json":
            return findings_json(orgmap, [answer], notes)
        case "docx":
            return findings_paper(orgmap, [answer], notes, _where)
        case _:
            return findings_markdown(orgmap.title, [answer], notes)


def _where(question: str) -> str:
    return f"All rows and columns are written by the same command with -o {question}.csv"
