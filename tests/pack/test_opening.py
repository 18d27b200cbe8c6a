"""Tests of a source opened: what is chosen, what is withheld, and that each answer is made once."""

from __future__ import annotations

from pathlib import Path

import pytest

from orgmap.errors import CallInvalid, SourceInvalid
from orgmap.vocabulary import QUESTIONS
from tests.builders import seat
from tests.packs import ANYSHIRE, shown, write_source


@pytest.fixture
def anyshire(tmp_path: Path) -> Path:
    """Return a folder with the tables of a made-up county."""
    return write_source(tmp_path / "anyshire", ANYSHIRE)


def test_the_day(anyshire: Path, tmp_path: Path) -> None:
    """The day asked for comes before the source's; without any, none is said."""
    undated = write_source(tmp_path / "undated", {"seats": ANYSHIRE["seats"]})
    assert shown(anyshire).subtitle == "As at June 2005"
    assert shown(anyshire, as_at="31/12/2007").subtitle == "As at 31 December 2007"
    assert shown(undated).subtitle == ""
    assert shown(undated, as_at="2007").subtitle == "As at 2007"


def test_the_summary(anyshire: Path) -> None:
    """What is shown is counted as at the day, with the warnings of the whole source."""
    assert shown(anyshire).summary == (
        "Read anyshire: 4 bodies, 4 organisations, 4 people, 8 filled seats and 1 open seat. "
        "1 warning: `orgmap check` shows it."
    )


def test_who_is_counted(tmp_path: Path, anyshire: Path) -> None:
    """Organisations are counted where there are any, people where there are none, or whoever is asked for."""
    people = write_source(tmp_path / "people", {"seats": [seat("Board", "Ann Example")]})
    assert shown(anyshire).counting == "organisations"
    assert shown(people).counting == "people"
    assert shown(anyshire, counting="posts").counting == "posts"


def test_every_question_is_answered_once(anyshire: Path) -> None:
    """Each answer is to the question asked, and asking again gives the same one."""
    opened = shown(anyshire)
    assert [opened.answers[name].question for name in QUESTIONS.values] == list(QUESTIONS.values)
    assert opened.answers["overlap"] is opened.answers["overlap"]
    assert opened.affiliation is opened.affiliation


def test_a_call_that_cannot_be(anyshire: Path, tmp_path: Path) -> None:
    """An unknown body or day is the call's fault; a missing source is the data's."""
    for wrong in ({"bodies": ("Nowhere",)}, {"as_at": "someday"}):
        with pytest.raises(CallInvalid):
            shown(anyshire, **wrong)
    with pytest.raises(SourceInvalid):
        shown(tmp_path / "nowhere")


def test_a_workbook_and_a_folder_are_alike(anyshire: Path, tmp_path: Path) -> None:
    """The same tables as a workbook give the same map."""
    import pandas as pd

    from orgmap.write import save, workbook

    tables = {
        name: pd.DataFrame(records).astype("str").where(pd.DataFrame(records).notna())
        for name, records in ANYSHIRE.items()
    }
    save(tmp_path / "anyshire.xlsx", workbook("Anyshire", tables))
    one, two = shown(anyshire), shown(tmp_path / "anyshire.xlsx")
    assert two.orgmap.seats.drop(columns="row").equals(one.orgmap.seats.drop(columns="row"))
    assert two.orgmap.bodies.equals(one.orgmap.bodies)
    assert two.answers["overlap"].findings == one.answers["overlap"].findings
