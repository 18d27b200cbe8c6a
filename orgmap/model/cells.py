"""The text of one cell read as the type its column has."""

from __future__ import annotations

import re
from calendar import month_abbr, month_name
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache

from orgmap.errors import CallInvalid, Severity
from orgmap.matching import nearest, normal
from orgmap.vocabulary import FLAGS, ClosedList, Column, Type, Unknown

Value = str | bool | int | float | tuple[str, ...] | None


@dataclass(frozen=True)
class Fault:
    """What is wrong with the text of a cell, and what to write instead."""

    message: str
    hint: str
    severity: Severity = "error"


class _Wrong(Exception):
    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


def read_cell(text: str, column: Column) -> tuple[Value, Fault | None]:
    """Return the value of a cell and what is wrong with it; of a faulty cell, None or a fallback."""
    if column.type is Type.CHOICE and column.closed_list is not None:
        return _choice(text, column.closed_list)
    if column.type is Type.URL:
        return _url(text)
    try:
        return _READERS.get(column.type, _text)(text), None
    except _Wrong as wrong:
        return None, Fault(str(wrong), wrong.hint)


def stays_text(column: Column) -> bool:
    """Tell whether the cells of a column are taken as they are written, whatever they say."""
    closed = column.type is Type.CHOICE and column.closed_list is not None
    return not closed and column.type is not Type.URL and column.type not in _READERS


def read_date(text: str) -> str:
    """Return a date, month or year as ISO text, as exact as it was written.

    Raises:
        CallInvalid: the text is no date.
    """
    try:
        return _date(text)
    except _Wrong as wrong:
        raise CallInvalid(f"{wrong} {wrong.hint}") from wrong


def _text(text: str) -> str:
    return text


def _names(text: str) -> tuple[str, ...]:
    return tuple(part for part in (piece.strip() for piece in text.split(";")) if part)


@cache
def _spellings(closed_list: ClosedList) -> dict[str, str]:
    written = closed_list.spellings()
    return {normal(spelling): value for spelling, value in written.items()} | written


def _choice(text: str, closed_list: ClosedList) -> tuple[Value, Fault | None]:
    known = _spellings(closed_list)
    value = known.get(text.casefold()) or known.get(normal(text) or text)
    if value is not None:
        return value, None
    if closed_list.unknown is Unknown.KEEP:
        return text, None
    return closed_list.fallback, _unknown_choice(text, closed_list)


def _unknown_choice(text: str, closed_list: ClosedList) -> Fault:
    guess = nearest(text, _spellings(closed_list))
    allowed = f"Use one of: {', '.join(closed_list.values)}."
    hint = f"Did you mean {guess}? {allowed}" if guess else allowed
    message = f"“{text}” is not a {closed_list.name} that orgmap knows"
    if closed_list.unknown is Unknown.REFUSE:
        return Fault(f"{message}.", hint)
    taken = f"it is read as {closed_list.fallback}" if closed_list.fallback else "it is read as not known"
    return Fault(f"{message}; {taken}.", hint, "warning")


def _flag(text: str) -> bool:
    value, fault = _choice(text, FLAGS)
    if fault:
        raise _Wrong(f"“{text}” is neither yes nor no.", "Write yes or no, or leave the cell empty.")
    return value == "yes"


LARGEST = 1_000_000_000
_NUMBER = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?|\.\d+")


def _number(text: str) -> float:
    digits = text.removesuffix("%").strip()
    if not _NUMBER.fullmatch(digits):
        raise _Wrong(f"“{text}” is not a number of zero or more.", "Write digits only, such as 6 or 2.5.")
    value = float(digits.replace(",", ""))
    if value > LARGEST:
        raise _Wrong(f"“{text}” is too large.", "Check the number.")
    return value / 100 if text.endswith("%") else value


def _whole(text: str) -> int:
    value = _number(text)
    if not value.is_integer():
        raise _Wrong(f"“{text}” is not a whole number.", "Write a whole number, such as 12.")
    return int(value)


def _url(text: str) -> tuple[Value, Fault | None]:
    address = f"https://{text}" if text.lower().startswith("www.") else text
    if re.fullmatch(r"https?://[^\s\"'<>\\]+", address, re.IGNORECASE):
        return address, None
    return None, Fault(
        f"“{text}” is not a web address; it is left out.", "Start it with https://.", "warning"
    )


_MONTHS = {
    name.casefold(): number for names in (month_name, month_abbr) for number, name in enumerate(names) if name
}
_MONTHS["sept"] = 9
_DATE_HINT = "Write a day as 2005-03-31 or 31/03/2005, a month as 2005-03, or a year as 2005."
_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2})(?:[T ].*)?)?)?")
_DAY_FIRST = re.compile(r"(?:(\d{1,2})[/.\-])?(\d{1,2})[/.\-](\d{4}|\d{2})")
_IN_WORDS = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)?[\s\-]+)?([A-Za-z]+)\.?,?[\s\-]+(\d{4}|\d{2})")


def _date(text: str) -> str:
    """Return a date as ISO text, as exact as it was written: 2005, 2005-03 or 2005-03-31."""
    year, month, day = _date_parts(text)
    try:
        date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        raise _Wrong(f"“{text}” is not a day of the calendar.", _DATE_HINT) from None
    return "-".join([f"{year:04d}", *(f"{part:02d}" for part in (month, day) if part is not None)])


def _date_parts(text: str) -> tuple[int, int | None, int | None]:
    if found := _ISO.fullmatch(text):
        year, month, day = found.groups()
        return int(year), int(month) if month else None, int(day) if day else None
    if found := _DAY_FIRST.fullmatch(text):
        day, month, year = found.groups()
        return _full_year(year), int(month), int(day) if day else None
    found = _IN_WORDS.fullmatch(text)
    if found and (number := _MONTHS.get(found[2].casefold())):
        return _full_year(found[3]), number, int(found[1]) if found[1] else None
    raise _Wrong(f"“{text}” is not a date.", _DATE_HINT)


def _full_year(year: str) -> int:
    return int(year) if len(year) == 4 else 2000 + int(year) if int(year) < 70 else 1900 + int(year)


_READERS: dict[Type, Callable[[str], Value]] = {
    Type.NAMES: _names,
    Type.FLAG: _flag,
    Type.WHOLE: _whole,
    Type.NUMBER: _number,
    Type.DATE: _date,
}
