"""Seats that stand open, and places that no row fills."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from orgmap.model import Finding, OrgMap
from orgmap.model.dates import in_words
from orgmap.model.wording import NAMED, counted, listing, verb
from orgmap.questions.gaps.rows import NOT_TOLD, Row, finding, ids, origin, with_counts
from orgmap.vocabulary import STATUSES, TIE_ROLES

OPEN, PLACE, UNFILLED, TOO_MANY = "open seat", "unfilled place", "unfilled", "too many"
_SAID = {
    "vacant": ("seat", "{what} {be} vacant"),
    "requested": ("seat", "{what} {be} offered and nobody is named yet"),
    "applied": ("seat", "{what} {be} asked for and not given yet"),
    "invited": ("invitation", "{what} {has} no answer yet"),
    "declined": ("seat", "{what} {was} offered and declined"),
}
"""What is counted of seats in each state but filled, and how that is said."""


def open_rows(orgmap: OrgMap) -> Iterator[Row]:
    """Yield a row for each seat that is not filled, in the order of the states and of the source."""
    seats, names = orgmap.seats, pd.concat([orgmap.bodies, orgmap.closed_bodies])["name"]
    labels, organisations = orgmap.people["label"], orgmap.organisations["name"]
    for status in STATUSES.values:
        open_seats = seats[(seats["status"] == status) & (status != "filled")]
        for seat in open_seats.to_dict("records"):
            whom = (
                organisations.get(seat["represents"]),
                names.get(seat["for_body"]),
                seat["seat"],
                labels.get(seat["person"]),
            )
            yield {
                "reason": OPEN,
                "body": names[seat["body"]],
                "who": next((one for one in whom if isinstance(one, str)), ""),
                "organisation": organisations.get(seat["represents"], ""),
                "state": status,
                "detail": seat["seat"],
                "since": seat["since"],
                "months": months_between(seat["since"], orgmap.as_at),
                **origin(orgmap, "seats", seat["row"]),
                **ids(body=seat["body"], organisation=seat["represents"], person=seat["person"]),
            }


def months_between(since: object, day: str | None) -> int | None:
    """Return the whole months from one date to another, None where either has no month or they turn back."""
    if not isinstance(since, str) or day is None or min(len(since), len(day)) < len("2004-10"):
        return None
    (year, month, *begun), (then, later, *now) = (map(int, text.split("-")) for text in (since, day))
    months = 12 * (then - year) + later - month - bool(begun and now and now < begun)
    return months if months >= 0 else None


def place_rows(orgmap: OrgMap) -> Iterator[Row]:
    """Yield a row for each body with more or fewer seats listed than it has places.

    Listed are the seats of members, filled or open. Of a partial list it cannot be told who fills the rest.
    """
    bodies = orgmap.bodies.dropna(subset="places")
    members = orgmap.seats.loc[orgmap.seats["role"].isin(TIE_ROLES), "body"].value_counts().to_dict()
    facts = zip(bodies.index, bodies["name"], bodies["places"], bodies["list"], strict=True)
    for body, name, places, extent in facts:
        listed = members.get(body, 0)
        if listed != places:
            fewer = NOT_TOLD if extent == "partial" else UNFILLED
            yield {
                "reason": PLACE,
                "body": name,
                "state": fewer if listed < places else TOO_MANY,
                "places": places,
                "listed": listed,
                **ids(body=body),
            }


def open_findings(table: pd.DataFrame) -> Iterator[Finding]:
    """Say of each state but filled how many seats are in it, on which bodies, and how long the oldest is."""
    seats = table[table["reason"] == OPEN]
    for status, (noun, text) in _SAID.items():
        rows = seats[seats["state"] == status]
        if count := len(rows):
            what = text.format(
                what=counted(count, noun),
                be=verb("is", count),
                has=verb("has", count),
                was=verb("was", count),
            )
            yield finding("look", f"{what}: {listing(_where(rows))}.{_longest(rows)}", rows)
    yield from _place_findings(table[table["reason"] == PLACE])


def _where(rows: pd.DataFrame) -> list[str]:
    """Return where seats are open: each body with whom for, or, where there are many, how many there are."""
    if len(rows) > NAMED:
        by_whom = rows["organisation"].where(rows["organisation"] != "")
        column = (
            by_whom if by_whom.notna().all() and by_whom.nunique() < rows["body"].nunique() else rows["body"]
        )
        return with_counts(column)
    whom = rows.groupby("body", sort=False)["who"].agg(list)
    return [f"{body}{_for(ones)}" for body, ones in whom.items()]


def _for(ones: list[str]) -> str:
    known = [one for one in ones if one]
    unknown = [counted(len(ones) - len(known), "more")] if len(known) < len(ones) and known else []
    return f" ({'; '.join([*known, *unknown])})" if known else f" ({len(ones)})" if len(ones) > 1 else ""


def _longest(rows: pd.DataFrame) -> str:
    """Return a sentence on the seat that has been open longest, where that is known."""
    known = rows[rows["months"].notna() & (rows["months"] > 0)]
    if known.empty:
        return ""
    oldest: Any = known.sort_values("months", ascending=False, kind="stable").iloc[0]
    since = f"since {in_words(oldest['since'])}, {counted(int(oldest['months']), 'month')}"
    which = f"That on {oldest['body']} has been open" if len(rows) > 1 else "It has been open"
    return f" {which} {'longest, ' if len(rows) > 1 else ''}{since}."


def _place_findings(rows: pd.DataFrame) -> Iterator[Finding]:
    """Say how many places are neither filled nor listed as open, and where more are listed than there are."""
    unfilled, over, partial = (rows[rows["state"] == state] for state in (UNFILLED, TOO_MANY, NOT_TOLD))
    if len(unfilled):
        number = int((unfilled["places"] - unfilled["listed"]).sum())
        what = f"{counted(number, 'place')} {verb('is', number)} neither filled nor listed as open"
        yield finding("look", f"{what}: {listing(_of_places(unfilled))}.", unfilled)
    if len(over):
        count = len(over)
        names = listing([f"{row.body} ({row.listed} for {row.places})" for row in over.itertuples()])
        have = f"{counted(count, 'body')} {verb('has', count)} more seats listed than"
        yield finding("look", f"{have} {'it has' if count == 1 else 'they have'} places: {names}.", over)
    if len(partial):
        number = int((partial["places"] - partial["listed"]).sum())
        what = f"{counted(number, 'place')} {verb('is', number)} not listed, on partial lists"
        sentence = f"{what}, so it cannot be told whether {'it is' if number == 1 else 'they are'} filled"
        yield finding("know", f"{sentence}: {listing(_of_places(partial))}.", partial)


def _of_places(rows: pd.DataFrame) -> list[str]:
    facts = zip(rows["body"], rows["places"], rows["listed"], strict=True)
    return [f"{places - listed} of {places} on {body}" for body, places, listed in facts]
