"""Tests of all forms of tables alike: what is written is read again, whatever it holds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmap.model import check
from orgmap.model.raw import Source
from orgmap.model.written import written
from orgmap.read import read
from orgmap.read.parquet import read_parquet
from orgmap.read.tables_json import read_tables_json
from orgmap.write.tables import csv_folder, data_workbook, parquet_folder, tables_json
from tests.builders import EXAMPLES
from tests.tabled import AWKWARD, CELLS, Tables, cells, known, put, seats_with, tables_of

DATES = CELLS.map(lambda text: f"{text}1")
"""Texts with a figure: a word that says that there is no date would be read as not known."""
BODIES = st.fixed_dictionaries({"body": CELLS, "legal_type": CELLS | st.none(), "since": DATES | st.none()})
Form = Callable[[Tables, Path], Source]


def by_csv(tables: Tables, folder: Path) -> Source:
    """Return tables written as CSV files and read again."""
    return read(put(folder / "tables", csv_folder(tables, "Map")))


def by_workbook(tables: Tables, folder: Path) -> Source:
    """Return tables written as a workbook and read again."""
    put(folder, {"map.xlsx": data_workbook(tables, "Map")})
    return read(folder / "map.xlsx")


def by_json(tables: Tables, folder: Path) -> Source:
    """Return tables written as JSON and read again."""
    put(folder, {"map.json": tables_json(tables, "Map")})
    return read_tables_json(folder / "map.json")


def by_parquet(tables: Tables, folder: Path) -> Source:
    """Return tables written as Parquet files and read again."""
    return read_parquet(put(folder / "parquet", parquet_folder(tables)))


every_form = pytest.mark.parametrize("form", [by_csv, by_workbook, by_json, by_parquet])


@every_form
@pytest.mark.parametrize("name", ["wales-psb", "hampshire-2004"])
def test_the_examples_come_back(form: Form, name: str, tmp_path: Path) -> None:
    """Every cell of every table of an example is read again as it was, without a problem."""
    tables = written(check(read(EXAMPLES / name)))
    source = form(tables, tmp_path)
    assert [one for one in source.problems if one.severity != "note"] == []
    assert {table: cells(source, table) for table in source.tables} == {
        table: known(frame) for table, frame in tables.items()
    }


@every_form
@given(st.lists(BODIES, min_size=1, max_size=4))
@settings(max_examples=50)
def test_any_text_comes_back(form: Form, bodies: list[dict[str, str | None]]) -> None:
    """Whatever text cells hold, it is read again letter by letter."""
    with TemporaryDirectory() as folder:
        source = form(seats_with(bodies), Path(folder))
    assert cells(source, "bodies") == [{key: text for key, text in row.items() if text} for row in bodies]


@every_form
@pytest.mark.parametrize("text", AWKWARD)
def test_awkward_text_comes_back(form: Form, text: str, tmp_path: Path) -> None:
    """Formulas, numbers, dates and other things that text looks like come back as that text."""
    source = form(seats_with([{"body": text, "also_known_as": text, "places": text}]), tmp_path)
    assert cells(source, "bodies") == [{"body": text, "also_known_as": text, "places": text}]


@every_form
def test_further_columns_come_back(form: Form, tmp_path: Path) -> None:
    """The source's own columns are carried along, and none is mistaken for a column of the vocabulary."""
    rows = [
        {"body": "Board", "E-mail": "=a@e.org", "Notes": "mine", "Chair / Kind": "x", "Names of groups": "y"},
        {"body": "Panel", "E-mail": None, "Notes": None, "Chair / Kind": None, "Names of groups": None},
    ]
    source = form(tables_of(seats=[{"body": "Board", "person": "Ann Example", "Phone": "007"}], links=[
        {"from_body": "Board", "to_body": "Panel", "kind": "advises", "Notes": "mine", "Terms (old)": "none"}
    ], bodies=rows), tmp_path)  # fmt: skip
    assert cells(source, "bodies") == [{"body": "Board"}, {"body": "Panel"}]
    assert cells(source, "links") == [{"from_body": "Board", "to_body": "Panel", "kind": "advises"}]
    extra = source.tables["bodies"].extra
    assert extra.iloc[0].to_dict() == {key: text for key, text in rows[0].items() if key != "body"}
    assert source.tables["seats"].extra.to_dict("list") == {"Phone": ["007"]}


@every_form
def test_headers_alike_come_back(form: Form, tmp_path: Path) -> None:
    """Further columns of the same header, or of none, are told apart and none is lost."""
    seats = pd.DataFrame(
        [["Board", "Ann", "a", "b", "c", "d"]], columns=["body", "person", "Tel", "Tel", "TEL", ""]
    )
    source = form({"seats": seats}, tmp_path)
    extra = source.tables["seats"].extra
    assert sorted(extra.iloc[0].tolist()) == ["a", "b", "c", "d"]


@every_form
def test_no_seats_and_no_rows(form: Form, tmp_path: Path) -> None:
    """Tables without rows are written and read as such."""
    source = form({"seats": pd.DataFrame(columns=["body", "person"]), "bodies": pd.DataFrame()}, tmp_path)
    assert all(raw.frame.empty for raw in source.tables.values())


@pytest.mark.parametrize(
    "made",
    [
        lambda tables: csv_folder(tables, "T"),
        lambda tables: data_workbook(tables, "T", pd.DataFrame({"message": ["m"]})),
        lambda tables: tables_json(tables, "T"),
        parquet_folder,
    ],
)
def test_the_same_tables_give_the_same_bytes(made: Callable[[Tables], object]) -> None:
    """Tables written twice give the same files to the byte."""
    tables = seats_with([{"body": text, "places": "12"} for text in AWKWARD])
    assert made(tables) == made(tables)
