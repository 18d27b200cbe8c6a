"""Tests of reading the text of single cells."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgmap.errors import CallInvalid
from orgmap.model.cells import read_cell, read_date
from orgmap.model.dates import first_day, held, in_words, last_day
from orgmap.vocabulary import TABLE, TABLES, Column, Type
from tests.builders import orgmap, seat

COLUMNS = [column for table in TABLES for column in table.columns]


def column(type_: Type) -> Column:
    """Return some column of a type."""
    return next(one for one in COLUMNS if one.type is type_)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2005", "2005"),
        ("2005-03", "2005-03"),
        ("2005-3-1", "2005-03-01"),
        ("2005-03-31T10:00:00", "2005-03-31"),
        ("31/03/2005", "2005-03-31"),
        ("31.3.05", "2005-03-31"),
        ("03/04/2005", "2005-04-03"),
        ("3/2005", "2005-03"),
        ("31 March 2005", "2005-03-31"),
        ("1st Sept 2005", "2005-09-01"),
        ("Mar-05", "2005-03"),
        ("March 1998", "1998-03"),
        ("29 February 2004", "2004-02-29"),
        ("1/1/70", "1970-01-01"),
        ("1/1/69", "2069-01-01"),
    ],
)
def test_dates(text: str, iso: str) -> None:
    """Days, months and years are read as written in Britain, and kept as exact as they were written."""
    assert read_cell(text, column(Type.DATE)) == (iso, None)
    assert read_date(text) == iso


@pytest.mark.parametrize(
    "text",
    [
        "soon",
        "31/02/2005",
        "2005-13",
        "12/31/2005",
        "29 February 2005",
        "38442",
        "0000",
        "1st",
        "-",
        "2005-03-31x",
    ],
)
def test_no_dates(text: str) -> None:
    """What is no day of the calendar is refused, with how to write one."""
    value, fault = read_cell(text, column(Type.DATE))
    assert value is None
    assert fault is not None
    assert (fault.severity, fault.hint[:8]) == ("error", "Write a ")
    with pytest.raises(CallInvalid, match="is not a"):
        read_date(text)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("6", 6.0),
        ("2.5", 2.5),
        ("1,200", 1200.0),
        ("1,234,567.5", 1234567.5),
        ("50%", 0.5),
        ("50 %", 0.5),
        (".5", 0.5),
        ("0", 0.0),
    ],
)
def test_numbers(text: str, number: float) -> None:
    """Numbers may have thousands' commas, a point and a percent sign."""
    assert read_cell(text, column(Type.NUMBER)) == (number, None)


@pytest.mark.parametrize(
    "text", ["six", "-1", "2,5", "1,20", "1e400", "nan", "inf", "%", "1_000", "9" * 30, "1 000"]
)
def test_no_numbers(text: str) -> None:
    """What is no plain number of zero or more is refused; a comma is no decimal point."""
    value, fault = read_cell(text, column(Type.NUMBER))
    assert value is None
    assert fault is not None
    assert fault.severity == "error"


def test_whole_numbers() -> None:
    """A whole number may be written with a point and noughts, but is no half."""
    assert read_cell("12.0", column(Type.WHOLE)) == (12, None)
    value, fault = read_cell("12.5", column(Type.WHOLE))
    assert value is None
    assert fault is not None


@pytest.mark.parametrize(
    ("text", "value"),
    [("yes", True), ("Y", True), ("TRUE", True), ("x", True), ("✓", True), ("No", False), ("0", False)],
)
def test_flags(text: str, value: bool) -> None:
    """Yes and no are read in their usual spellings."""
    assert read_cell(text, column(Type.FLAG)) == (value, None)


def test_no_flag() -> None:
    """Anything else is neither yes nor no, and not taken for either."""
    value, fault = read_cell("perhaps", column(Type.FLAG))
    assert value is None
    assert fault is not None
    assert fault.message == "“perhaps” is neither yes nor no."


@pytest.mark.parametrize(
    ("table", "name", "text", "value"),
    [
        ("seats", "role", "Deputy Chairman", "vice-chair"),
        ("seats", "role", "CO-OPTED MEMBER", "co-opted"),
        ("seats", "status", "Vacancy", "vacant"),
        ("bodies", "tier", "Lower-Tier", "district"),
        ("organisations", "sector", "NHS", "health"),
        ("links", "kind", "accountable to", "reports to"),
        ("bodies", "kind", "Town Twinning Circle", "Town Twinning Circle"),
        ("protocols", "review", "n/a", "not needed"),
    ],
)
def test_choices(table: str, name: str, text: str, value: str) -> None:
    """Choices are known by their other spellings; an open list keeps what it does not know."""
    assert read_cell(text, TABLE[table].by_name[name]) == (value, None)


@pytest.mark.parametrize(
    ("table", "name", "value", "severity"),
    [
        ("seats", "role", "member", "warning"),
        ("bodies", "tier", None, "warning"),
        ("links", "kind", None, "error"),
    ],
)
def test_unknown_choices(table: str, name: str, value: str | None, severity: str) -> None:
    """What no list knows is an error where it decides what is counted, else a warning."""
    read, fault = read_cell("wizardry", TABLE[table].by_name[name])
    assert fault is not None
    assert (read, fault.severity) == (value, severity)
    assert "Use one of: " in fault.hint


def test_a_choice_misspelt() -> None:
    """A misspelt choice is met with what may be meant."""
    _, fault = read_cell("vaccant", TABLE["seats"].by_name["status"])
    assert fault is not None
    assert fault.hint.startswith("Did you mean vacant? Use one of: filled, vacant,")


@pytest.mark.parametrize(
    ("text", "address"),
    [("https://example.org/a", "https://example.org/a"), ("www.example.org", "https://www.example.org")],
)
def test_web_addresses(text: str, address: str) -> None:
    """Web addresses may lack their beginning."""
    assert read_cell(text, column(Type.URL)) == (address, None)


@pytest.mark.parametrize(
    "text", ["javascript:alert(1)", "https://a b", 'https://a"onclick=x', "data:text/html,x", "file:///etc"]
)
def test_no_web_addresses(text: str) -> None:
    """What could do harm in a page is no web address and is left out with a warning."""
    value, fault = read_cell(text, column(Type.URL))
    assert value is None
    assert fault is not None
    assert fault.severity == "warning"


def test_names() -> None:
    """A cell of several names splits at semicolons, without empty ones."""
    assert read_cell("A; B ;;C", column(Type.NAMES)) == (("A", "B", "C"), None)


@given(st.text(min_size=1).filter(str.strip), st.sampled_from(COLUMNS))
def test_any_text_in_any_column(text: str, one: Column) -> None:
    """Whatever the text, a cell has a value or a fault that says what to write."""
    value, fault = read_cell(text, one)
    if fault is None:
        assert value is not None
    else:
        assert fault.message
        assert fault.hint


@given(st.dates())
def test_every_day_is_read_back(day: object) -> None:
    """Every day of the calendar, written in any way, is read as itself."""
    iso = f"{day:%Y-%m-%d}".zfill(10)
    written = re.sub(r"^0*(\d+)-0?(\d+)-0?(\d+)$", r"\3/\2/", iso) + iso[:4]
    assert read_date(iso) == iso
    assert read_date(written) == iso


def test_the_days_of_a_partial_date() -> None:
    """A year or a month stands for all its days, leap years included."""
    assert (first_day("2004"), last_day("2004")) == ("2004-01-01", "2004-12-31")
    assert (first_day("2004-02"), last_day("2004-02")) == ("2004-02-01", "2004-02-29")
    assert (first_day("2004-02-05"), last_day("2004-02-05")) == ("2004-02-05", "2004-02-05")


@pytest.mark.parametrize(
    ("text", "words"), [("2005", "2005"), ("2005-03", "March 2005"), ("2005-03-01", "1 March 2005")]
)
def test_dates_in_words(text: str, words: str) -> None:
    """A date is told as exactly as it is known."""
    assert in_words(text) == words


@pytest.mark.parametrize(
    ("since", "until", "day", "holds"),
    [
        (None, None, "2004-06-01", True),
        ("2004", None, "2004-01-01", True),
        ("2004-07", None, "2004-06-30", False),
        (None, "2004", "2004-12-31", True),
        (None, "2004-05", "2004-06-01", False),
        (None, "2004-06-01", "2004-06-01", True),
        ("2004-06-02", None, "2004-06", True),
        (None, "2004-06-01", "2004", True),
        ("2005", "2003", "2004", False),
    ],
)
def test_what_holds_on_a_day(since: str | None, until: str | None, day: str, holds: bool) -> None:
    """First and last day are included, and whatever may have held on a partial date is taken to hold."""
    seats = orgmap(seats=[seat("Board", "Ann Example", since=None, until=None)]).seats
    seats = seats.assign(since=since, until=until).astype({"since": "str", "until": "str"})
    assert held(seats["since"], seats["until"], day).tolist() == [holds]
