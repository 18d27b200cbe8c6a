"""Tests of each single output: the same as in the pack, in the form asked for."""

from __future__ import annotations

import pytest

from orgmap.errors import CallInvalid
from orgmap.measures import MEASURES
from orgmap.pack.opening import Opened
from orgmap.pack.singles import checklist, diagram, glossary_table
from orgmap.vocabulary import TERMS
from tests.builders import EXAMPLES
from tests.packs import shown


@pytest.fixture(scope="module")
def wales_shown() -> Opened:
    """Return the Public Services Boards of Wales, opened."""
    return shown(EXAMPLES / "wales-psb")


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
