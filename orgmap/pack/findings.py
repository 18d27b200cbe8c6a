"""The answers to questions in each form in which they are told, of the whole map or about some bodies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from orgmap.measures import MEASURES
from orgmap.model import Answer, Finding
from orgmap.model.naming import find_body
from orgmap.model.wording import counted, plural, verb
from orgmap.network import PREFIX
from orgmap.pack.opening import Opened
from orgmap.pack.papers import findings_paper
from orgmap.questions import QUESTIONS
from orgmap.questions.answers import narrowed
from orgmap.views.findings import findings_markdown
from orgmap.views.findings_data import findings_json, findings_table
from orgmap.views.pages import findings_page
from orgmap.views.tables import csv_text
from orgmap.write import workbook

FORMS = ("md", "html", "csv", "json", "docx", "xlsx")


@dataclass(frozen=True)
class Findings:
    """Answers ready to be written; `about` says how many findings are about the bodies asked for."""

    shown: Opened
    asked: tuple[str, ...]
    answers: tuple[Answer, ...]
    about: str = ""

    @property
    def notes(self) -> tuple[str, ...]:
        """What is withheld, and what is left out."""
        return (*self.shown.withheld, *([self.about] if self.about else []))

    def written(self, form: str) -> str | bytes:
        """Return the findings as md, html, csv, json, docx or xlsx.

        As csv the table of the one question asked; where several are asked a row for each finding.
        """
        orgmap, answers = self.shown.orgmap, self.answers
        if form == "md":
            return findings_markdown(orgmap.title, answers, self.notes)
        if form == "html":
            more = [self.about] if self.about else []
            return findings_page(orgmap, answers, more, MEASURES, whole=not self.about)
        if form == "json":
            return findings_json(orgmap, answers, self.notes)
        if form == "docx":
            return findings_paper(orgmap, answers, self.notes, _command)
        return self._tables(form)

    def _tables(self, form: str) -> str | bytes:
        told = findings_table(self.shown.orgmap, self.answers)
        if form == "xlsx":
            tables = {answer.question: answer.table for answer in self.answers}
            return workbook(self.shown.orgmap.title, {"findings": told} | tables)
        return csv_text(self.answers[0].table if len(self.asked) == 1 else told)


def findings(shown: Opened, questions: Sequence[str] = (), bodies: Sequence[str] = ()) -> Findings:
    """Return the answers to the questions named, else to all; only what is about some bodies if any is named.

    The answers are those of the whole map. A question that has nothing about the bodies is left out; where it
    was named it says so.

    Raises:
        CallInvalid: the map has no body of that name.
    """
    asked = tuple(dict.fromkeys(questions)) or tuple(QUESTIONS)
    ids = [find_body(shown.orgmap, name) for name in bodies]
    whole = tuple(shown.answers[question] for question in asked)
    if not ids:
        return Findings(shown, asked, whole)
    names = " or ".join(str(shown.orgmap.bodies.at[body, "name"]) for body in dict.fromkeys(ids))
    nodes = tuple(PREFIX["body"] + body for body in ids)
    parts = [narrowed(answer, nodes) for answer in whole]
    kept = [_told(part, names, nodes) for part in parts if questions or part.findings or len(part.table)]
    return Findings(shown, asked, tuple(kept), _share(parts, whole, names))


def _told(part: Answer, names: str, nodes: Sequence[str]) -> Answer:
    """Return the part of an answer; where it has no finding, one that says so."""
    if part.findings:
        return part
    sentence = f"No finding is about {names}."
    if count := len(part.table):
        sentence = f"No finding is about {names}; {counted(count, 'row')} of the table {verb('is', count)}."
    only = Finding(part.question, "know", sentence, tuple(nodes), tuple(part.table.index))
    return replace(part, findings=(only,))


def _share(parts: Sequence[Answer], whole: Sequence[Answer], names: str) -> str:
    """Say how many findings are about the bodies, of how many."""
    kept, total = (sum(len(answer.findings) for answer in answers) for answers in (parts, whole))
    some = f"{kept:,} of the {total:,}" if kept else f"None of the {total:,}"
    return f"{some} {plural('finding', total)} {verb('is', kept or 1)} about {names}."


def _command(question: str) -> str:
    name = question.replace("_", "-")
    return f"All rows and columns are written by: orgmap findings SOURCE --about {name} -o {name}.csv"
