"""Tests of words in columns of dates that stand in place of a date."""

from __future__ import annotations

from pathlib import Path

import pytest

from orgmap.errors import SourceInvalid
from orgmap.model import check
from orgmap.model.raw import Source
from orgmap.read import read
from orgmap.read.undated import without_undated
from tests.builders import Record, seat, source

NOT_KNOWN = ("n/a", "N/A", "N.A.", "-", "–", "TBC", "tbc", "none", "not known", "?")
NO_END = (
    "ongoing",
    "Ex officio",
    "ex-officio",
    "permanent",
    "open-ended",
    "until replaced",
    "Until further notice",
)


def dated(*cells: Record) -> Source:
    """Return seats with some dates, those left out that are none."""
    return without_undated(
        source(
            seats=[
                seat("Board", f"Ann Example {x}", "Police", **cell)
                for x, cell in zip("ABC", cells, strict=False)
            ]
        )
    )


@pytest.mark.parametrize("text", [*NOT_KNOWN, *NO_END])
def test_no_end_is_known(text: str) -> None:
    """Words in place of an end are read as not known, and a note quotes the cell with its row and column."""
    done = dated({"until": "2027"}, {"until": text})
    assert check(done).seats["until"].fillna("").tolist() == ["2027", ""]
    (note,) = done.problems
    assert (note.severity, note.row, note.value) == ("note", 3, text)
    assert note.column is not None
    assert "(until)" in note.column
    assert note.message == f"“{text}” is no date, and is read as not known."


@pytest.mark.parametrize("text", NOT_KNOWN)
def test_no_beginning_is_known(text: str) -> None:
    """Words in place of a beginning are read as not known."""
    assert check(dated({"since": text})).seats["since"].isna().all()


@pytest.mark.parametrize(
    ("column", "text"), [("since", "ongoing"), ("until", "soon"), ("until", "TBC 2025 or so")]
)
def test_other_words_are_no_dates(column: str, text: str) -> None:
    """Other texts stay errors."""
    with pytest.raises(SourceInvalid, match="is not a date"):
        check(dated({column: text}))


def test_a_word_is_told_once() -> None:
    """A word that stands in several rows is told at the first, with the number of the others."""
    done = dated({"until": "TBC"}, {"until": "ongoing"}, {"until": "TBC"})
    assert [note.message for note in done.problems] == [
        "“TBC” is no date, and is read as not known. (So is 1 more row.)",
        "“ongoing” is no date, and is read as not known.",
    ]


def test_a_source_with_dates_only_stays() -> None:
    """A source without such words comes back as it is."""
    before = source(seats=[seat("Board", "Ann Example", until="2027")])
    assert without_undated(before) is before


def test_a_file_with_such_words(tmp_path: Path) -> None:
    """A file is read with such words left out, before its cells are taken apart."""
    path = tmp_path / "seats.csv"
    path.write_text("Body,Name,Term ends\nBoard,Ann Example (until May 2027),ongoing\n", encoding="utf-8")
    assert check(read(path)).seats["until"].tolist() == ["2027-05"]
