"""Tests of each single output: the same as in the pack, in the form asked for."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest

from orgmap.errors import CallInvalid
from orgmap.measures import MEASURES
from orgmap.pack.opening import Opened
from orgmap.pack.singles import checklist, diagram, glossary_table, measure_table, measures
from orgmap.vocabulary import TERMS
from tests.builders import EXAMPLES, seat
from tests.packs import shown, write_source


@pytest.fixture(scope="module")
def wales_shown() -> Opened:
    """Return the Public Services Boards of Wales, opened."""
    return shown(EXAMPLES / "wales-psb")


def test_measures_of_wales(wales_shown: Opened) -> None:
    """Natural Resources Wales sits on all nineteen boards, so its degree is 1; boards have 4 or 5 of 33."""
    table = measure_table(wales_shown, ["degree"]).set_index("label")["degree"]
    assert table["Natural Resources Wales"] == 1
    boards = table[table.index.str.endswith("Public Services Board")]
    assert len(boards) == 19
    assert sorted(boards) == pytest.approx([4 / 33] * 16 + [5 / 33] * 3)


def test_unknown_figures_are_empty(tmp_path: Path) -> None:
    """A figure that is not defined is NaN in the table, null in JSON and empty in CSV, never nought."""
    opened = shown(write_source(tmp_path / "one", {"seats": [seat("Board", None, "A")]}))
    assert math.isnan(measure_table(opened, ["betweenness"]).set_index("id").at["org:a", "betweenness"])
    objects = json.loads(str(measures(opened, ["betweenness"], "json")))
    assert [one["betweenness"] for one in objects if one["id"] == "org:a"] == [None]
    assert "org:a,A,organisation,\n" in str(measures(opened, ["betweenness"], "csv"))


def test_a_measure_that_there_is_not(wales_shown: Opened) -> None:
    """An unknown measure is the call's fault."""
    with pytest.raises(CallInvalid, match="betweenness") as wrong:
        measures(wales_shown, ["beauty"], "csv")
    assert wrong.value.exit_code == 2


def test_a_diagram_that_there_is_not(wales_shown: Opened) -> None:
    """An unknown diagram is refused with those there are."""
    with pytest.raises(CallInvalid, match="structure and interlocks"):
        diagram(wales_shown, "pie")


def test_a_single_checklist_links_to_no_pack(wales_shown: Opened) -> None:
    """A page made alone leads to no file that is not beside it."""
    assert 'href="index.html"' not in checklist(wales_shown, "html")


def test_the_glossary_has_every_word_and_measure() -> None:
    """Each word and measure has a meaning, and each measure its reference with a DOI."""
    table = glossary_table()
    assert len(table) == len(TERMS) + len(MEASURES)
    assert table["meaning"].str.len().min() > 0
    cited = table[table["group"] == "measure"]
    assert cited["reference"].str.contains("https://doi.org/10.", regex=False).all()
