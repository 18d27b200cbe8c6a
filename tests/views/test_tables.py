"""CSV text: what a spreadsheet and a program read back is what the table holds."""

from __future__ import annotations

import csv
import io

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgmap.views.tables import csv_text

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


def read_back(text):
    """Return the lines of a CSV text as a program reads them."""
    return list(csv.reader(io.StringIO(text, newline="")))


def test_each_kind_of_value_has_one_form():
    """Unknown is empty, flags are yes and no, numbers are told as they are."""
    frame = pd.DataFrame(
        {
            "flag": pd.array([True, False, None], dtype="boolean"),
            "number": [0.1, 1.0, np.nan],
            "count": pd.array([1, 1200, None], dtype="Int64"),
            "name": pd.Series(["Ann", None, "B"], dtype="str"),
            "when": pd.to_datetime(pd.Series(["2004-10-01", None, None])),
        }
    )
    assert csv_text(frame.drop(columns="when")) == (
        "flag,number,count,name\nyes,0.1,1,Ann\nno,1.0,1200,\n,,,B\n"
    )
    assert read_back(csv_text(frame[["when"]]))[2] == [""]


@pytest.mark.parametrize("text", ["=1+1", "+44 1962", "-1", "@SUM(A1)", "\t=1", "\r=1", "=cmd|' /C calc'!A0"])
def test_no_text_is_taken_for_a_formula(text):
    """Text that begins as a formula does gets an apostrophe in front; numbers do not."""
    cells = read_back(csv_text(pd.DataFrame({text: [text], "number": [-0.5], "whole": [-3]})))
    assert cells == [[f"'{text}", "number", "whole"], [f"'{text}", "-0.5", "-3"]]


def test_commas_quotes_and_line_breaks_stay_in_their_cell():
    """A cell may hold anything; lines end in LF."""
    value = 'one, "two"\nthree\r\nfour'
    text = csv_text(pd.DataFrame({"a": [value], "b": ["x"]}))
    assert text == 'a,b\n"one, ""two""\nthree\r\nfour",x\n'
    assert read_back(text)[1] == [value, "x"]


def test_a_named_index_is_the_first_column():
    """What the index is called comes first; an index without a name is left out."""
    frame = pd.DataFrame({"degree": [0.5]}, index=pd.Index(["body:board"], name="node"))
    assert csv_text(frame) == "node,degree\nbody:board,0.5\n"
    assert csv_text(frame.rename_axis(None)) == "degree\n0.5\n"


def test_an_empty_table_has_its_heading():
    """A table without rows is its heading line, and an only cell that is empty is still a line."""
    assert csv_text(pd.DataFrame(columns=["a", "b"])) == "a,b\n"
    assert read_back(csv_text(pd.DataFrame({"a": [None]}))) == [["a"], [""]]


def test_columns_of_one_name_are_both_told():
    """Two columns may have the same name."""
    frame = pd.DataFrame([[1, 2]], columns=["a", "a"])
    assert csv_text(frame) == "a,a\n1,2\n"


def test_what_is_equal_but_not_alike():
    """1, 1.0 and True in one column are each told as what they are, and so is nought with a sign."""
    mixed = pd.DataFrame({"a": pd.Series([1, True, 1.0, False, 0], dtype="object")})
    assert csv_text(mixed) == "a\n1\nyes\n1.0\nno\n0\n"
    assert csv_text(pd.DataFrame({"a": [0.0, -0.0]})) == "a\n0.0\n-0.0\n"


@given(st.lists(st.tuples(WORDS, WORDS), max_size=5))
def test_any_text_is_read_back(rows):
    """Every text comes back, with no more than an apostrophe in front."""
    lines = read_back(csv_text(pd.DataFrame(rows, columns=["a", "b"], dtype="object")))
    told = [cell for line in lines[1:] for cell in line]
    given_texts = [text for row in rows for text in row]
    assert len(lines) == len(rows) + 1
    assert all(cell in (text, f"'{text}") for cell, text in zip(told, given_texts, strict=True))
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for line in lines for cell in line)


@given(st.floats(allow_nan=False))
def test_any_number_is_read_back_exactly(number):
    """A float has as many digits as it takes."""
    assert float(read_back(csv_text(pd.DataFrame({"a": [number]})))[1][0]) == number
