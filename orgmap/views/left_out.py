"""What a pack leaves out or counts apart, and why, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from orgmap.model.dates import in_words
from orgmap.model.wording import counted, joined, plural, verb
from orgmap.views.packs import withheld_notes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import pandas as pd

    from orgmap.model import OrgMap


class LeftOut(NamedTuple):
    """What is left out or counted apart of one thing: a word for the thing, and a sentence on each."""

    heading: str
    sentences: tuple[str, ...]


def left_out(orgmap: OrgMap, roles: Iterable[str]) -> list[LeftOut]:
    """Return what a map leaves out or counts apart; `roles` are those whose seats make a tie."""
    told = (
        LeftOut("People", tuple(_people(orgmap))),
        LeftOut("Seats", tuple(_seats(orgmap, tuple(roles)))),
        LeftOut("Time", tuple(_time(orgmap))),
        LeftOut("Lists", tuple(_lists(orgmap))),
        LeftOut("Not known", tuple(_unknown(orgmap))),
    )
    return [one for one in told if one.sentences]


def _people(orgmap: OrgMap) -> Iterator[str]:
    yield from (note.replace("`", "") for note in withheld_notes(orgmap))
    if orgmap.withheld.mode != "full":
        yield "Notes on seats, links and issues are left out, because they may name people."
    if similar := orgmap.withheld.similar:
        pairs = counted(similar, "pair")
        yield f"{pairs} of people may be one person under two names; they are kept apart."


def _seats(orgmap: OrgMap, roles: tuple[str, ...]) -> Iterator[str]:
    seats = orgmap.seats
    filled = seats[seats["status"] == "filled"]
    counts = filled["role"].isin(list(roles))
    apart = filled.loc[~counts, "role"]
    if still_open := len(seats) - len(filled):
        yield f"{_with(still_open, 'seat', 'is')} not filled. An open seat is shown and joins no bodies."
    if len(apart):
        which = joined(sorted(set(map(str, apart))))
        yield f"{_with(len(apart), 'filled seat', 'joins')} no bodies because of the role: {which}."
    for column, lack, through in (
        ("person", "neither a person nor a post", "a person"),
        ("represents", "no organisation", "an organisation"),
    ):
        if number := _missing(filled[counts], column):
            named = _with(number, "filled seat", "names")
            yield f"{named} {lack}. Such a seat joins no bodies through {through}."


def _time(orgmap: OrgMap) -> Iterator[str]:
    if not orgmap.as_at:
        yield "No date is given, so whether terms have ended and reviews are overdue is not checked."
        return
    for noun, gone in (("seat", orgmap.not_in_force), ("body", orgmap.closed_bodies)):
        if len(gone):
            day = in_words(orgmap.as_at)
            yield f"{_with(len(gone), noun, 'is')} left out, having ended or not begun by {day}."


def _lists(orgmap: OrgMap) -> Iterator[str]:
    if partial := len(orgmap.partial_bodies()):
        listed = _with(partial, "body", "has")
        yield f"{listed} a partial list of members. What needs the whole list is told as not known."
    if unsaid := _missing(orgmap.bodies, "list"):
        yield f"Of {counted(unsaid, 'body')} it is not said whether the list of members is complete."


def _unknown(orgmap: OrgMap) -> Iterator[str]:
    for table, noun, column, effect in (
        (orgmap.bodies, "body", "tier", "stand apart where tiers are compared"),
        (orgmap.bodies, "body", "area", "are not told to miss a member for its area"),
        (orgmap.organisations, "organisation", "sector", "are shown under sector not known"),
        (orgmap.organisations, "organisation", "area", "are not told to miss a body"),
    ):
        if number := _missing(table, column):
            yield f"{_with(number, noun, 'has')} no known {column}. Such {plural(noun, 2)} {effect}."


def _missing(table: pd.DataFrame, column: str) -> int:
    return int(table[column].isna().sum())


def _with(number: int, noun: str, singular: str) -> str:
    """Return a count with its noun and its verb: 2 seats are."""
    return f"{counted(number, noun)} {verb(singular, number)}"
