"""How far a protocol or an agreement has come, its review date reckoned in."""

from __future__ import annotations

from orgmap.model.dates import first_day, last_day

NOTHING_KNOWN, OVERDUE = "nothing known", "review overdue"
IN_FORCE = ("agreed", "under review")


def state_of(status: object, review_by: object, as_at: str | None) -> str:
    """Return the state in words: the status as written, "nothing known" without one, or "review overdue".

    Overdue is what is in force with a review date before the day the map is of; without that day, nothing.
    """
    if not isinstance(status, str) or not status:
        return NOTHING_KNOWN
    due = review_by if isinstance(review_by, str) and review_by else None
    late = as_at is not None and due is not None and last_day(due) < first_day(as_at)
    return OVERDUE if late and status in IN_FORCE else status
