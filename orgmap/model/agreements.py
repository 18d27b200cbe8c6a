"""How far a protocol or an agreement has come, and what is doubtful about its dates."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator

from orgmap.model.dates import first_day, in_words, last_day

NOTHING_KNOWN, DUE, OVERDUE = "nothing known", "review due", "review overdue"
CLOSED, ORPHANED = "closed body", "orphaned"
IN_FORCE = ("agreed", "under review")
ALIVE = ("draft", *IN_FORCE)
"""The statuses of what exists, agreed or not."""
SOON = 6
"""A review is due when its date falls within so many months."""


def state_of(status: object, review_by: object, as_at: str | None) -> str:
    """Return the state in words: the status as written, or "nothing known", "review due", "review overdue".

    Overdue is what is in force with a review date surely before the day the map is of; due is what is agreed
    with a review date that may fall within six months after it. Without that day, neither.
    """
    if not isinstance(status, str) or not status:
        return NOTHING_KNOWN
    if as_at is None or status not in IN_FORCE or not isinstance(review_by, str) or not review_by:
        return status
    if last_day(review_by) < first_day(as_at):
        return OVERDUE
    soon = status == "agreed" and first_day(review_by) <= months_after(last_day(as_at), SOON)
    return DUE if soon else status


def months_after(day: str, months: int) -> str:
    """Return the day so many months after an ISO day; the last of a month where there is no such day."""
    number = int(day[:4]) * 12 + int(day[5:7]) - 1 + months
    year, month = number // 12, number % 12 + 1
    return f"{year:04d}-{month:02d}-{min(int(day[8:]), monthrange(year, month)[1]):02d}"


def date_doubts(
    status: object, agreed: object, review_by: object, as_at: str | None, begun: Iterable[tuple[str, object]]
) -> Iterator[str]:
    """Yield what is doubtful about the dates of what is in force, each in words that follow its name.

    `begun` are the names of its bodies with the day, month or year since which each is there.
    """
    if status not in IN_FORCE:
        return
    if isinstance(agreed, str):
        yield from _agreed_doubts(agreed, as_at, begun)
        if isinstance(review_by, str) and last_day(review_by) < first_day(agreed):
            yield f"its review date, {in_words(review_by)}, is before it was agreed"


def _agreed_doubts(agreed: str, as_at: str | None, begun: Iterable[tuple[str, object]]) -> Iterator[str]:
    if as_at is not None and first_day(agreed) > last_day(as_at):
        yield f"it was agreed {when(agreed)}, after the day of this map"
    for name, since in begun:
        if isinstance(since, str) and last_day(agreed) < first_day(since):
            yield f"it was agreed {when(agreed)}, before {name} began {when(since)}"


def when(text: str) -> str:
    """Return a day with "on", a month or a year with "in": on 31 March 2005, in 2005."""
    return f"{'on' if len(text) == 10 else 'in'} {in_words(text)}"
