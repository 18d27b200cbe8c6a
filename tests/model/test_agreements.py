"""Tests of how far a protocol has come, its dates reckoned in."""

from __future__ import annotations

import pytest

from orgmap.model.agreements import date_doubts, months_after, state_of


@pytest.mark.parametrize(
    ("status", "review_by", "as_at", "state"),
    [
        (None, "2004", "2004-06-15", "nothing known"),
        ("", None, "2004-06-15", "nothing known"),
        ("none", "2000", "2004-06-15", "none"),
        ("draft", "2000", "2004-06-15", "draft"),
        ("agreed", None, "2004-06-15", "agreed"),
        ("agreed", "2004-06-14", "2004-06-15", "review overdue"),
        ("agreed", "2004-06-15", "2004-06-15", "review due"),
        ("agreed", "2004-12-15", "2004-06-15", "review due"),
        ("agreed", "2004-12-16", "2004-06-15", "agreed"),
        ("agreed", "2004", "2004-06-15", "review due"),
        ("agreed", "2004-05", "2004-06-15", "review overdue"),
        ("agreed", "2005", "2004-06-15", "agreed"),
        ("agreed", "2005", "2004-07-01", "review due"),
        ("agreed", "2004-03", "2004", "review due"),
        ("agreed", "2003", "2004", "review overdue"),
        ("under review", "2004-05", "2004-06-15", "review overdue"),
        ("under review", "2004-07", "2004-06-15", "under review"),
        ("agreed", "1999", None, "agreed"),
    ],
)
def test_states(status: str | None, review_by: str | None, as_at: str | None, state: str) -> None:
    """Overdue is what has surely passed, due what may fall within six months; without a day, neither."""
    assert state_of(status, review_by, as_at) == state


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        ("2004-06-15", 6, "2004-12-15"),
        ("2004-08-31", 6, "2005-02-28"),
        ("2003-12-31", 2, "2004-02-29"),
        ("2004-12-01", 1, "2005-01-01"),
    ],
)
def test_months_after(day: str, months: int, later: str) -> None:
    """A day so many months on is the same day of the month, or the last one there is."""
    assert months_after(day, months) == later


def doubts(agreed: str | None, review_by: str | None = None, since: str | None = None) -> list[str]:
    """Return what is doubtful about an agreed protocol of the Forum on a map as at June 2004."""
    return list(date_doubts("agreed", agreed, review_by, "2004-06", [("Forum", since)]))


def test_agreed_after_the_day_of_the_map() -> None:
    """What was agreed after the day of the map is doubtful; within that month it is not."""
    assert doubts("2004-07-01") == ["it was agreed on 1 July 2004, after the day of this map"]
    assert doubts("2004-06-30") == []


def test_agreed_before_a_body_was_there() -> None:
    """What was agreed before one of its bodies began is doubtful; in the same year it is not."""
    assert doubts("2002", since="2003-02") == ["it was agreed in 2002, before Forum began in February 2003"]
    assert doubts("2003", since="2003-02") == []


def test_a_review_before_the_agreement() -> None:
    """A review date before the day of agreement is doubtful."""
    assert doubts("2004-05", "2004-04") == ["its review date, April 2004, is before it was agreed"]


def test_what_is_not_in_force_has_no_doubts() -> None:
    """Dates of a draft are not judged."""
    assert list(date_doubts("draft", "2009", "2001", "2004-06", [("Forum", "2010")])) == []
