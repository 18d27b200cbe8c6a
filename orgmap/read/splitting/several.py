"""Cells of a person column read as seats: one for every holder they name."""

from __future__ import annotations

import re

from orgmap.read.splitting.dividing import begins_with_person
from orgmap.read.splitting.holders import PLURAL, holders
from orgmap.read.splitting.kinds import Known
from orgmap.read.splitting.lines import seat_of
from orgmap.read.splitting.marks import pieces, tidied
from orgmap.read.splitting.parts import Parts
from orgmap.read.splitting.posts import two_posts
from orgmap.read.splitting.remarked import ROLES_OF_SEVERAL
from orgmap.read.splitting.words import normal
from orgmap.vocabulary import VACANT

LONGEST = 3000
"""A longer cell is prose, and is left alone."""
_HEADING = re.compile(r"(?P<heading>[^:|]{2,60}?)(?:\s*:\s+|\s+[-–—]\s+|\s*\|\s*)(?P<rest>\S.*)")
_DASH = re.compile(r"\s[-–—|]\s")
_SHARED = ("organisation", "on_behalf_of")


def seats_of(text: str, known: Known) -> list[Parts] | None:
    """Return the seats that a person's cell tells of, or None where it is to be left alone."""
    if len(text) > LONGEST:
        return None
    cell = tidied(text)
    seats: list[Parts] = []
    for entry in _entries(cell, known):
        found = _of_entry(entry, known)
        if found is None:
            return None
        seats += found
    return _with_deputies(seats) if seats and not _is_same(seats, text) else None


def _is_same(seats: list[Parts], text: str) -> bool:
    """Tell whether reading the cell brought nothing to light."""
    only = seats[0]
    told = [*only.values.items(), *only.asides, *only.dropped, *only.deputies]
    same = ("person", " ".join(text.split())), ("status", "vacant")
    return len(seats) == 1 and len(told) == 1 and told[0] in same


def _with_deputies(seats: list[Parts]) -> list[Parts]:
    """Return the seats, each followed by those of the people who stand in for its holder."""
    return [one for seat in seats for one in (seat, *_deputies(seat))]


def _deputies(seat: Parts) -> list[Parts]:
    holder = seat.values.get("person") or seat.values.get("post", "")
    return [
        Parts({"person": name, "role": "substitute", "substitute_for": holder}, apart=True)
        for name in seat.deputies
    ]


def _entries(cell: str, known: Known) -> list[str]:
    """Return the lines of a cell, those that go on with what the line before says put behind it."""
    found = pieces(cell)
    if len(found) < 2 or not any(_begins(piece, known) for piece in found):
        return found
    heading = "" if _begins(found[0], known) else found.pop(0)
    entries: list[str] = []
    for piece in found:
        if _begins(piece, known) or not entries:
            entries.append(f"{heading.rstrip(': ')}: {piece}" if heading else piece)
        else:
            entries[-1] += f", {piece}"
    return entries


def _begins(piece: str, known: Known) -> bool:
    """Tell whether a line begins with a holder, or with the word that there is none."""
    first = normal(piece).split(" ")[0]
    return (
        bool(begins_with_person(piece, known).noun)
        or first in VACANT
        or bool(PLURAL.fullmatch(piece))
        or _leads(piece, known)
    )


def _leads(piece: str, known: Known) -> bool:
    """Tell whether a line is a role or an organisation with its holder after a colon or a dash."""
    found = _HEADING.fullmatch(piece)
    return found is not None and begins_with_person(found["rest"], known).sure


def _of_entry(entry: str, known: Known) -> list[Parts] | None:
    posts = two_posts(entry)
    if posts:
        return [Parts({"post": post}) for post in posts]
    names = holders(entry, known)
    if len(names) == 1:
        return _under_heading(entry, known) or _single(names[0], known)
    return _all(names, known)


def _single(text: str, known: Known) -> list[Parts] | None:
    seat = seat_of(text, known)
    return [seat] if seat else None


def _all(names: list[str], known: Known) -> list[Parts] | None:
    """Return the seats of several holders; what follows the last name holds for those that stand bare."""
    seats: list[Parts] = []
    for name in names:
        seat = seat_of(name, known)
        if seat is None or not {"person", "status"} & set(seat.values):
            return None
        seats.append(seat)
    _share(names, seats)
    return seats


def _share(names: list[str], seats: list[Parts]) -> None:
    last = seats[-1]
    columns = {*_SHARED, *last.shared}
    for seat in seats[:-1]:
        if set(seat.values) != {"person"}:
            return
        seat.share(last, columns)
        if any(normal(aside) in ("job share", "jobshare", "shared post") for aside in last.asides):
            seat.asides += last.asides
    if set(_SHARED) & set(last.values) and not _DASH.search(names[-1]):
        last.doubts.append(
            f"If that holds only for {last.values.get('person', names[-1])}, "
            "give every name a row of its own."
        )


def _under_heading(entry: str, known: Known) -> list[Parts] | None:
    """Read "Police: Ann Example and Bob Example", whose organisation or role holds for every name."""
    found = _HEADING.fullmatch(entry)
    if not found:
        return None
    names = holders(found["rest"], known)
    seats = _all(names, known) if len(names) > 1 else None
    heading = known.kind(found["heading"])
    role = normal(found["heading"]) in ROLES_OF_SEVERAL
    if not seats or not (role or heading.noun == "organisation"):
        return None
    said = {"role": found["heading"][:-1]} if role else {"organisation": found["heading"]}
    for seat in seats:
        seat.share(Parts(said), said)
    return seats
