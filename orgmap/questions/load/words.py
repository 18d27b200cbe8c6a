"""Hours and money in the words of a sentence, with what is not known of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from orgmap.model.wording import counted, verb

Row = Mapping[Any, Any]


def figure(number: float) -> str:
    """Return a number with at most one decimal: 96, 7.5, 1,200; what is not nothing never reads as 0."""
    if 0 < abs(number) < 0.05:
        return "under 0.1"
    return f"{number:,.1f}".removesuffix(".0")


def hours(number: float) -> str:
    """Return a number of hours: 1 hour, 96 hours."""
    text = figure(number)
    return f"{text} {'hour' if text == '1' else 'hours'}"


def pounds(amount: float) -> str:
    """Return an amount of money: with pence below a hundred pounds, else in whole pounds: £26.50, £12,480."""
    if 0 < amount < 0.005:
        return "under £0.01"
    return f"£{amount:,.2f}".removesuffix(".00") if amount < 100 else f"£{amount:,.0f}"


def yearly(row: Row) -> str:
    """Return the hours of a row, at least where some are not known, and their cost where that is known."""
    least = "at least " if row["hours_unknown_seats"] else ""
    cost: float = row["cost"]
    money = f", {pounds(cost)}" if pd.notna(cost) else ""
    return f"{least}{hours(row['hours'])} a year{money}"


def apart(unknown: int, seats: int) -> str:
    """Return a clause that says of how many of the seats the hours are not known; nothing where of none."""
    return f"the hours of {unknown:,} of the {counted(seats, 'seat')} are not known" if unknown else ""


def unprepared(count: int) -> str:
    """Return a clause that says how many seats are counted without preparation; nothing where none is."""
    return f"{counted(count, 'seat')} {verb('is', count)} counted without preparation" if count else ""
