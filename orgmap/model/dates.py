"""Partial dates compared: a year or a month stands for all its days."""

from __future__ import annotations

import calendar

import pandas as pd

from orgmap.model.distinct import mapped


def first_day(text: str) -> str:
    """Return the first day that a date, month or year may mean, as ISO text."""
    return text + "-01-01"[len(text) - 4 :] if len(text) < 10 else text


def last_day(text: str) -> str:
    """Return the last day that a date, month or year may mean, as ISO text."""
    if len(text) == 4:
        return f"{text}-12-31"
    if len(text) == 7:
        return f"{text}-{calendar.monthrange(int(text[:4]), int(text[5:]))[1]:02d}"
    return text


def held(since: pd.Series[str], until: pd.Series[str], as_at: str) -> pd.Series[bool]:
    """Return, row by row, whether something that began and ended then may have held on a day, month or year.

    An empty `since` or `until` is taken as open; a partial date as all its days.
    """
    begun = since.isna() | (mapped(since, first_day) <= last_day(as_at))
    going = until.isna() | (mapped(until, last_day) >= first_day(as_at))
    return begun & going


def in_words(text: str) -> str:
    """Return a date as it is written in a sentence: 31 March 2005, March 2005 or 2005."""
    parts = text.split("-")
    words = [parts[0]]
    if len(parts) > 1:
        words.insert(0, calendar.month_name[int(parts[1])])
    if len(parts) > 2:
        words.insert(0, str(int(parts[2])))
    return " ".join(words)
