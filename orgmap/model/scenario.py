"""What if bodies merge, close or hand on seats, and organisations swap or become one: edits of a map."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from orgmap.errors import CallInvalid
from orgmap.model.naming import Called, find_body, find_called, find_organisation, table_of
from orgmap.model.orgmap import OrgMap
from orgmap.model.scenario_bodies import closed, merged, moved
from orgmap.model.scenario_organisations import joined
from orgmap.model.wording import joined as in_words
from orgmap.model.wording import listing


@dataclass(frozen=True)
class Merge:
    """Bodies that become one: by the name `into`, which may be one of theirs; else by that of the first."""

    bodies: tuple[str, ...]
    into: str | None = None


@dataclass(frozen=True)
class Close:
    """A body that closes."""

    body: str


@dataclass(frozen=True)
class Swap:
    """An organisation in whose place comes another, on the map already or new."""

    old: str
    new: str


@dataclass(frozen=True)
class Join:
    """Organisations that become one: by the name `into`, which may be one of theirs."""

    organisations: tuple[str, ...]
    into: str


@dataclass(frozen=True)
class Move:
    """An organisation, or a person, whose seats on one body move to another."""

    member: str
    from_body: str
    to_body: str


Edit = Merge | Close | Swap | Join | Move


@dataclass(frozen=True, eq=False)
class Edited:
    """A map after edits: in sentences what was done, and in words what fell away with it."""

    orgmap: OrgMap
    said: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()


def edited(orgmap: OrgMap, edits: Iterable[Edit]) -> Edited:
    """Return the map after edits, one after the other; the given map is left as it is.

    Seats, links, issues, protocols and agreements follow. Who sat on both of two bodies that become one holds
    one seat on it, in the higher role. Names are those of the map as the edits before have left it.

    Raises:
        CallInvalid: an edit names something that the map does not have, or that cannot be done.
    """
    done = Edited(orgmap)
    for edit in edits:
        made = _done(done.orgmap, edit)
        done = Edited(made.orgmap, (*done.said, *made.said), (*done.lost, *made.lost))
    return done


def _done(orgmap: OrgMap, edit: Edit) -> Edited:
    match edit:
        case Merge():
            return _merge(orgmap, edit)
        case Close():
            return _close(orgmap, edit)
        case Swap():
            return _swap(orgmap, edit)
        case Join():
            return _join(orgmap, edit)
        case Move():
            return _move(orgmap, edit)


def _merge(orgmap: OrgMap, edit: Merge) -> Edited:
    ids = list(dict.fromkeys(find_body(orgmap, name) for name in edit.bodies))
    made, lost = merged(orgmap, ids, edit.into)
    home = next(body for body in made.bodies.index if body in ids)
    one, first = str(made.bodies.at[home, "name"]), str(orgmap.bodies.at[home, "name"])
    parts = in_words([str(orgmap.bodies.at[body, "name"]) for body in ids])
    meets = "goes on meeting as it does" if one == first else f"is taken to meet as {first} does"
    said = f"{parts} become one body, {one}, which {meets} now."
    return Edited(made, (said,), tuple(lost))


def _close(orgmap: OrgMap, edit: Close) -> Edited:
    body = find_body(orgmap, edit.body)
    made, lost = closed(orgmap, body)
    return Edited(made, (f"{orgmap.bodies.at[body, 'name']!s} closes.",), tuple(lost))


def _swap(orgmap: OrgMap, edit: Swap) -> Edited:
    old = find_organisation(orgmap, edit.old)
    name = str(orgmap.organisations.at[old, "name"])
    made, new = joined(orgmap, [old], edit.new)
    if old == new:
        raise CallInvalid(f"{name} cannot take its own place.")
    return Edited(made, (f"{_new(orgmap, made, new)} takes the place of {name}, with the same people.",))


def _join(orgmap: OrgMap, edit: Join) -> Edited:
    ids = list(dict.fromkeys(find_organisation(orgmap, name) for name in edit.organisations))
    if len(ids) < 2:
        raise CallInvalid("joining takes two organisations or more.")
    names = listing([str(orgmap.organisations.at[one, "name"]) for one in ids])
    made, new = joined(orgmap, ids, edit.into)
    said = f"{names} become one organisation, {_new(orgmap, made, new)}, with the people of all."
    return Edited(made, (said,))


def _new(before: OrgMap, after: OrgMap, organisation: str) -> str:
    """Return the name of an organisation, saying so where it was not on the map before."""
    name = str(after.organisations.at[organisation, "name"])
    return name if organisation in before.organisations.index else f"{name} (new on this map)"


def _move(orgmap: OrgMap, edit: Move) -> Edited:
    start, end = find_body(orgmap, edit.from_body), find_body(orgmap, edit.to_body)
    who = find_called(orgmap, edit.member, {"organisation": "org:", "person": "person:"})
    column = "represents" if who.kind == "organisation" else "person"
    seats = (orgmap.seats["body"] == start) & (orgmap.seats[column] == who.id)
    name, old, new = _name(orgmap, who), *(str(orgmap.bodies.at[body, "name"]) for body in (start, end))
    if not seats.any():
        raise CallInvalid(f"{name} has no seat on {old}.")
    return Edited(moved(orgmap, seats, end), (f"{name} moves from {old} to {new}.",))


def _name(orgmap: OrgMap, who: Called) -> str:
    return str(table_of(orgmap, who.kind).at[who.id, "name" if who.kind == "organisation" else "label"])
