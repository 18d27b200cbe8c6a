"""What is said of the hours that the bodies take: all together, the costliest, and what joining two saves."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from orgmap.model import Finding
from orgmap.model.wording import counted, joined, verb
from orgmap.questions.load.members import finding
from orgmap.questions.load.words import Row, apart, hours, pounds, unprepared, yearly

TOLD = 3
"""No more bodies than this are told one by one."""


def body_findings(bodies: pd.DataFrame, hourly_cost: float | None, substitutes: int) -> Iterator[Finding]:
    """Say what the bodies take together, which take most, and which could be joined with another.

    `substitutes` is how many filled seats are left out.
    """
    seated = bodies[bodies["seats"] > 0]
    yield _whole(seated, hourly_cost, substitutes)
    yield from _largest(seated[seated["hours"] > 0], hourly_cost)
    yield from _inside(seated[seated["inside"].notna()])


def _whole(seated: pd.DataFrame, hourly_cost: float | None, substitutes: int) -> Finding:
    seats, unknown = int(seated["seats"].sum()), int(seated["hours_unknown_seats"].sum())
    if seated["hours"].isna().all():
        return _unknown(seated, seats, substitutes)
    least = "at least " if unknown else ""
    cost = (
        f", {pounds(seated['cost'].sum())} at {pounds(hourly_cost)} an hour"
        if hourly_cost is not None
        else ""
    )
    held = f"The {counted(seats, 'filled seat')} on {counted(len(seated), 'body')}"
    takes = f"{held}{_without(substitutes)} {verb('takes', seats)}"
    without = unprepared(int(seated["preparation_unknown_seats"].sum()))
    doubts = ", and ".join(filter(None, [apart(unknown, seats), without]))
    sentence = f"{takes} {least}{hours(seated['hours'].sum())} a year{cost}."
    more = f" {doubts[0].upper()}{doubts[1:]}." if doubts else ""
    return finding("know", sentence + more, seated, named=False)


def _without(substitutes: int) -> str:
    """Return that the seats of substitutes are left out, where there are any."""
    return f", not counting {counted(substitutes, 'substitute')}," if substitutes else ""


def _unknown(seated: pd.DataFrame, seats: int, substitutes: int) -> Finding:
    needs = "that needs meetings_per_year and hours_per_meeting in the sheet Bodies"
    held = counted(seats, "filled seat") if seats != 1 else "one filled seat"
    takes = f"the {held}{_without(substitutes)} {verb('takes', seats)}"
    told = f"How many hours a year {takes} is not known: {needs}."
    nothing = "No seat takes anybody's time: none is filled."
    return finding("know", told if seats else nothing, seated, named=False)


def _largest(seated: pd.DataFrame, hourly_cost: float | None) -> Iterator[Finding]:
    """Name the bodies that take most hours; with a cost, what each is for and for how many organisations."""
    if len(seated) < 2:
        return
    top = seated.sort_values("hours", ascending=False, kind="stable").head(TOLD)
    records = top.to_dict("records")
    if hourly_cost is None:
        names = [f"{row['member']} ({yearly(row)})" for row in records]
        sentence = f"Most hours go into {joined(names)}: closing one would save so many at most."
    else:
        names = [f"{row['member']} ({yearly(row)}; {_purpose(row)})" for row in records]
        sentence = (
            f"The costliest bodies are {joined(names)}. Ask of each whether what it does is worth that."
        )
    yield finding("know", sentence, top)


def _purpose(row: Row) -> str:
    mode: object = row["governance_mode"]
    purpose = mode if isinstance(mode, str) else "mode of governance not known"
    return f"{counted(int(row['organisations']), 'organisation')}; {purpose}"


def _inside(rows: pd.DataFrame) -> Iterator[Finding]:
    """Say which bodies have no organisation that does not also sit on another one, and what they take."""
    ranked = rows.sort_values(["hours", "seats"], ascending=False, kind="stable")
    for number, row in ranked.head(TOLD).to_dict("index").items():
        seats = int(row["seats"])
        saves = f"joining the two would save at most the {counted(seats, 'seat')} of {row['member']}"
        takes = f", which {verb('takes', seats)} {yearly(row)}" if pd.notna(row["hours"]) else ""
        sentence = f"All organisations on {row['member']} also sit on {row['inside']}: {saves}{takes}."
        own = rows.loc[[int(str(number))]]
        yield Finding("load", "look", sentence, (str(row["id"]), str(row["id_inside"])), tuple(own.index))
    rest = ranked.iloc[TOLD:]
    if len(rest):
        have = f"{counted(len(rest), 'more body')} {verb('has', len(rest))}"
        sentence = f"{have} no organisation that does not also sit on one other body."
        yield finding("know", sentence, rest)
