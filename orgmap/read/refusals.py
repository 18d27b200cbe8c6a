"""Sheets that hold something else than who sits on what, and what to do instead."""

from __future__ import annotations

import re

import pandas as pd

from orgmap.errors import Problem
from orgmap.read.guesses import share
from orgmap.read.layout import Layout
from orgmap.read.sheet import Sheet
from orgmap.vocabulary import normal_header

COUNT_HEADERS = frozenset(
    (
        "seats", "number of seats", "no of seats", "places", "number of places", "no of places", "members",
        "number of members", "no of members", "representatives", "number of representatives", "number", "no",
        "no of representatives", "total", "how many", "count", "allocation", "number of people", "votes",
    )
)  # fmt: skip
"""Headers, in their normal form, of a column that may count seats."""
MOSTLY = 0.8
LONG = 90
"""A cell of so many letters is a sentence, not a name."""
_COUNT = re.compile(
    r"(?:up to |max(?:imum)? |at least )?\d{1,3}(?:\.0)?\b(?!\s*[/.-]\s*\d)(?:\D.*)?",
    re.IGNORECASE | re.DOTALL,
)
_MINUTES = frozenset(
    (
        "minutes", "apologies", "agenda", "resolved", "item", "action", "actions", "present", "meeting",
        "noted", "agreed", "discussed", "matters", "arising",
    )
)  # fmt: skip
COUNTS = "this counts seats, and does not say who holds them."
ONE_ROW_EACH = "orgmap needs a row for each seat, with the body and the person, post or organisation in it."
PROSE = "this is running text, such as minutes, and not a list."
TYPE_IT = "Make a list of it: one row for each seat, with the columns body, person, organisation and role."


def refusal(layout: Layout) -> Problem | None:
    """Return why a sheet cannot be a list of seats, or None where it may be one."""
    if _counts(layout):
        return _error(layout.sheet, COUNTS, ONE_ROW_EACH)
    if _is_prose(layout.sheet):
        return _error(layout.sheet, PROSE, TYPE_IT)
    return None


def _error(sheet: Sheet, message: str, hint: str) -> Problem:
    return Problem(sheet.place, None, None, None, message, hint)


def _counts(layout: Layout) -> bool:
    """Tell whether a sheet has a column of organisations or bodies with numbers of seats, and no names."""
    places = layout.header.places
    labels = {place: layout.header.shown[column] for column, place in places.items()} | {
        place: f"({label})" for place, label in layout.header.others.items()
    }
    counting = [place for place, label in labels.items() if _is_count_header(label)]
    held = [column for column in ("person", "post") if column in places and places[column] not in counting]
    numbers = any(_numbers(layout.data[place]) for place in counting)
    return numbers and not held and len(labels) - len(counting) <= 2


def _is_count_header(label: str) -> bool:
    return normal_header(label.partition("(")[2]) in COUNT_HEADERS


def _numbers(column: pd.Series[str]) -> bool:
    return share(column.dropna().tolist(), lambda text: bool(_COUNT.fullmatch(text))) >= MOSTLY


def _is_prose(sheet: Sheet) -> bool:
    """Tell whether a sheet's texts are sentences for the most part, or those of minutes."""
    texts = [text for text in sheet.cells.head(400).to_numpy().ravel() if text is not None]
    if len(texts) < 3:
        return False
    long = share(texts, lambda text: len(text) >= LONG and text.count(" ") > 8)
    minutes = {word.casefold().strip(".:") for text in texts for word in text.split()[:3]} & _MINUTES
    return long > 0.5 or (long > 0.15 and len(minutes) >= 3)
