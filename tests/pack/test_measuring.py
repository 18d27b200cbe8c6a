"""Tests of measuring a map: which tables a form gets, what they hold, and what is said with them."""

from __future__ import annotations

import io
import json
import math
from pathlib import Path

import pandas as pd
import pytest
from python_calamine import CalamineWorkbook

from orgmap.errors import CallInvalid
from orgmap.measures import MEASURES
from orgmap.pack.measuring import BASIC, SHEETS, Measured, Wanted, basic_table, measured, planned
from orgmap.pack.opening import Opened
from orgmap.vocabulary import MEASURED
from tests.builders import EXAMPLES, seat
from tests.packs import shown, write_source


@pytest.fixture(scope="module")
def wales_shown() -> Opened:
    """Return the Public Services Boards of Wales, opened."""
    return shown(EXAMPLES / "wales-psb")


def told(opened: Opened, form: str, *names: str, **wanted: object) -> Measured:
    """Return the measures of these names as planned for a form."""
    return measured(opened, planned(Wanted(names, **wanted), form))  # type: ignore[arg-type]


def test_measures_of_wales(wales_shown: Opened) -> None:
    """Natural Resources Wales sits on all nineteen boards, so its degree is 1; boards have 4 or 5 of 33."""
    table = told(wales_shown, "csv", "degree").tables["nodes"].set_index("label")["degree"]
    assert table["Natural Resources Wales"] == 1
    boards = table[table.index.str.endswith("Public Services Board")]
    assert len(boards) == 19
    assert sorted(boards) == pytest.approx([4 / 33] * 16 + [5 / 33] * 3)


def test_unknown_figures_are_empty(tmp_path: Path) -> None:
    """A figure that is not defined is NaN in the table, null in JSON and empty in CSV, never nought."""
    opened = shown(write_source(tmp_path / "one", {"seats": [seat("Board", None, "A")]}))
    found = told(opened, "csv", "betweenness")
    assert math.isnan(found.tables["nodes"].set_index("id").at["org:a", "betweenness"])
    objects = json.loads(str(found.written("json")))["nodes"]
    assert [one["betweenness"] for one in objects if one["id"] == "org:a"] == [None]
    assert "org:a,A,organisation,\n" in str(found.written("csv"))


def test_a_measure_that_there_is_not() -> None:
    """An unknown measure is the call's fault, found before anything is read."""
    with pytest.raises(CallInvalid, match="betweenness") as wrong:
        planned(Wanted(("beauty",)), "csv")
    assert wrong.value.exit_code == 2


@pytest.mark.parametrize(
    ("names", "form", "tables"),
    [
        ((), "csv", ("nodes",)),
        ((), "xlsx", MEASURED.values),
        (("jaccard",), "csv", ("pairs-of-bodies",)),
        (("jaccard",), "json", ("pairs-of-bodies", "pairs-of-members")),
        (("degree",), "json", ("nodes",)),
        (("jaccard", "degree"), "xlsx", ("nodes", "pairs-of-bodies", "pairs-of-members")),
        (("density",), "csv", ("whole-map",)),
    ],
)
def test_tables_that_fit(names: tuple[str, ...], form: str, tables: tuple[str, ...]) -> None:
    """A form of one table gets the first that has what is named, any other all of them."""
    assert planned(Wanted(names), form).tables == tuple(tables)


def test_what_is_left_out_is_said() -> None:
    """What fits what is named and one table cannot hold is said, unless a table was asked for."""
    assert planned(Wanted(), "csv").left_out[:3] == ("pairs of bodies", "pairs of members", "the whole map")
    assert planned(Wanted(("jaccard",)), "parquet").left_out == ("pairs of members",)
    assert planned(Wanted((), ("nodes",)), "csv").left_out == ()


@pytest.mark.parametrize(
    ("wanted", "form", "fault"),
    [
        (Wanted(("degree", "jaccard")), "csv", "bodies and members; pairs of bodies; and pairs of members"),
        (Wanted((), ("nodes", "whole-map")), "parquet", "a .parquet file holds one table"),
        (Wanted(("degree",), ("whole-map",)), "xlsx", "none of degree is a measure of the whole map"),
    ],
)
def test_what_cannot_be_held_is_refused(wanted: Wanted, form: str, fault: str) -> None:
    """Several tables in a form of one, and a table without any measure named, are refused and said."""
    with pytest.raises(CallInvalid, match=fault):
        planned(wanted, form)


def test_all_measures_in_every_form_that_holds_all(wales_shown: Opened) -> None:
    """Workbook and JSON hold every measure of the registry, explained, with the tables that have them."""
    found = told(wales_shown, "json")
    assert found.measures == list(MEASURES)
    parts = json.loads(str(found.written("json")))
    assert [one["measure"] for one in parts["measures"]] == [one.name for one in MEASURES]
    assert {"nodes", "pairs_of_bodies", "pairs_of_members", "whole_map", "notes"} <= set(parts)
    book = CalamineWorkbook.from_filelike(io.BytesIO(bytes(found.written("xlsx"))))  # type: ignore[arg-type]
    assert book.sheet_names == [*SHEETS.values(), "measures", "notes"]


def test_sets_are_tables_of_their_own(wales_shown: Opened) -> None:
    """Key players come in sets of one to three for either goal; a break-up ends with nobody left."""
    players = told(wales_shown, "csv", tables=("key-players",)).tables["key-players"]
    assert players.groupby(["goal", "k"]).size().tolist() == [1, 2, 3, 1, 2, 3]
    assert "Natural Resources Wales" in set(players["label"])
    course = told(wales_shown, "csv", tables=("robustness",)).tables["robustness"]
    assert course.groupby("goes")["removed"].last().tolist() == [1, 1, 1]


def test_parquet_holds_the_same(wales_shown: Opened) -> None:
    """A Parquet file read back is the table, to the last digit, with what was said in its own metadata."""
    found = told(wales_shown, "parquet", "degree", "closeness")
    back = pd.read_parquet(io.BytesIO(bytes(found.written("parquet"))))  # type: ignore[arg-type]
    assert back.equals(found.tables["nodes"])


def test_settled_seats_are_said(wales_shown: Opened) -> None:
    """What was taken as settled is a note, and the same table without it has none."""
    usual = told(wales_shown, "csv", "sdsm", tables=("pairs-of-bodies",))
    settled = told(wales_shown, "csv", "sdsm", tables=("pairs-of-bodies",), settled=True)
    assert str(settled.notes[0]).startswith("All tables: Taken as settled: ")
    assert not any(note.note.startswith("Taken as settled") for note in usual.notes)
    assert not settled.tables["pairs-of-bodies"]["sdsm"].equals(usual.tables["pairs-of-bodies"]["sdsm"])


def test_what_is_said_names_its_table_and_measure(wales_shown: Opened) -> None:
    """Each note says which table and which measures it is about, and what two measures say is said once."""
    found = told(wales_shown, "xlsx", "hypergeometric", "sdsm", tables=("pairs-of-bodies",))
    texts = [str(note) for note in found.notes]
    assert texts[0].startswith("Pairs of bodies: hypergeometric, sdsm: Each p is ")
    assert len(texts) == len(set(texts))
    rows = json.loads(str(found.written("json")))["notes"]
    assert [row["note"] for row in rows] == [note.note for note in found.notes]


def test_every_pair_has_a_row(wales_shown: Opened) -> None:
    """With `every` the nineteen boards make 171 pairs, those that share nobody among them."""
    assert len(told(wales_shown, "csv", "jaccard", every=True).tables["pairs-of-bodies"]) == 171


def test_a_pack_has_the_basic_measures(wales_shown: Opened) -> None:
    """The table of a pack has an id, a label, a kind and three measures."""
    assert list(basic_table(wales_shown)) == ["id", "label", "kind", *BASIC]
