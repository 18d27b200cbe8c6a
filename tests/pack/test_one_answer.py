"""Tests of one answer told on its own, in every form."""

from __future__ import annotations

import io
import json

import docx
import pytest
from python_calamine import CalamineWorkbook

from orgmap.cli.options import ANSWER_FORMS
from orgmap.model import Answer, OrgMap
from orgmap.pack.one_answer import one_answer
from orgmap.questions.where import where
from tests.builders import orgmap, seat

NOTES = ("Names are withheld.",)


@pytest.fixture
def county() -> OrgMap:
    """Return a map on which two organisations meet once."""
    return orgmap(
        seats=[seat("Board", None, "Council"), seat("Board", None, "Police"), seat("Forum", None, "Council")]
    )


@pytest.fixture
def met(county: OrgMap) -> Answer:
    """Return where the two meet."""
    return where(county, "Council", "Police")


@pytest.mark.parametrize("form", ["md", "json", "docx"])
def test_forms_of_sentences(form: str, county: OrgMap, met: Answer) -> None:
    """The sentences and the notes are in every form that tells in sentences."""
    content = one_answer(county, met, NOTES, form)
    if form == "docx":
        assert isinstance(content, bytes)
        text = "\n".join(one.text for one in docx.Document(io.BytesIO(content)).paragraphs)
    else:
        text = str(json.loads(content) if form == "json" else content)
    assert all(finding.sentence in text for finding in met.findings)
    assert NOTES[0] in text


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_forms_of_the_table(form: str, county: OrgMap, met: Answer) -> None:
    """A table has the columns and as many rows as the answer's."""
    content = one_answer(county, met, NOTES, form)
    if form == "xlsx":
        assert isinstance(content, bytes)
        rows = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_name("where").to_python()
        head = [str(name) for name in rows[0]]
    else:
        rows = [[line] for line in str(content).splitlines()]
        head = str(rows[0][0]).split(",")
    assert head == list(met.table.columns)
    assert len(rows) == 1 + len(met.table)


def test_every_form_is_tried() -> None:
    """The forms that the commands offer are those tried here."""
    assert set(ANSWER_FORMS) == {"md", "json", "docx", "csv", "xlsx"}
