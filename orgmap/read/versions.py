"""Which sheets of a source are its seats: one, several that belong together, or one of several versions."""

from __future__ import annotations

import re
from collections.abc import Sequence

from orgmap.errors import Problem
from orgmap.matching import normal
from orgmap.model.raw import RawTable
from orgmap.read.own import Read, read_table, whole_table
from orgmap.read.sheet import Sheet
from orgmap.read.sorting import Sorted
from orgmap.vocabulary import TABLE

SEATS = TABLE["seats"]
_VERSION = re.compile(
    r"(?:19|20)\d\d|\d{2,4}[-/]\d{2}|\b(?:old|new|copy|backup|archive|previous|current|draft|final|v\d+|\(\d+\))\b|\d+$",
    re.IGNORECASE,
)


def read_seats(one: Sorted) -> Read:
    """Return the seats of one sheet, with what is wrong with its headers."""
    return whole_table(one.layout, SEATS) if one.layout else read_table(one.sheet, SEATS)


def seat_sheets(sheets: Sequence[Sorted]) -> tuple[list[Sorted], list[Problem]]:
    """Return the sheets to read as seats: the one called so, or all that look like it and are no versions."""
    seats = [one for one in sheets if one.kind == "seats"]
    called = [one for one in seats if one.table] or seats
    if not called:
        return next_best(sheets), []
    if len(called) == 1 or not (called[0].table or _are_versions([read_seats(one)[0] for one in called])):
        return called, []
    first, *more = called
    return [first], [_second(one.sheet, first.sheet) for one in more]


def next_best(sheets: Sequence[Sorted]) -> list[Sorted]:
    """Return the sheet that has most to say on why there are no seats: that called so, or the only one."""
    rest = [one for one in sheets if one.kind != "table"]
    called = [one for one in rest if one.table == "seats"]
    alone = [one for one in rest if one.kind != "empty"] if len(rest) == len(sheets) else []
    return called[:1] or (alone if len(alone) == 1 else [])


def read_with(sheet: Sheet, first: Sheet) -> Problem:
    """Return a note that the rows of one sheet are read together with those of another."""
    message = f"its rows are read together with those of {first.place}."
    return Problem(sheet.place, None, None, None, message, "", "note")


def _second(sheet: Sheet, first: Sheet) -> Problem:
    message = f"{first.place} is already read as seats, so this is not used."
    hint = "Put all rows in one of them, or write (ignore) into the name of the one that is out of date."
    return Problem(sheet.place, None, None, None, message, hint)


def _are_versions(tables: Sequence[RawTable]) -> bool:
    """Tell whether lists are one list at several times: by their names, or as they share most rows."""
    stems = {normal(_VERSION.sub(" ", table.place)) for table in tables}
    seen: set[tuple[object, ...]] = set()
    for table in tables:
        keys = [name for name in ("body", "person", "organisation") if name in table.frame]
        rows = set(table.frame[keys].itertuples(index=False, name=None))
        if 2 * len(rows & seen) > len(rows):
            return True
        seen |= rows
    return len(stems) < len(tables)
