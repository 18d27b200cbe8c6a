"""Seats as rows of a table: who holds each, for whom, in which role, in what state, from and until when."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from markupsafe import Markup

from orgmap.model.agreements import SOON, months_after
from orgmap.model.dates import first_day, in_words, last_day
from orgmap.model.wording import counted, joined, verb
from orgmap.views.entities.parts import Head, badge, date, yes_or_no
from orgmap.vocabulary import ROLES, STATUSES, TIERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from orgmap.views.entities.parts import Row, Scope
    from orgmap.views.entities.records import Record

_HOLDER, _FOR, _BODY = Head("Who", unknown="not named"), Head("For", unknown="not known"), Head("Body")
_STATE = (
    Head("Role"),
    Head("Seat", unknown="filled"),
    Head("Since", unknown="not known"),
    Head("Until", unknown="not known"),
    Head("Vote", "flag", unknown="not known"),
)
ON_A_BODY = (_HOLDER, _FOR, *_STATE)
OF_AN_ORGANISATION = (_BODY, _HOLDER, *_STATE)
OF_A_PERSON = (_BODY, _FOR, *_STATE)
_ROLE_ORDER = {role: place for place, role in enumerate(ROLES.values)}
_STATUS_ORDER = {status: place for place, status in enumerate(STATUSES.values)}
TIER_ORDER = {tier: place for place, tier in enumerate(TIERS.values)}


def by_role(seats: Iterable[Record]) -> list[Record]:
    """Return filled seats first, then those open; of each the chair first."""
    return sorted(seats, key=lambda one: (_STATUS_ORDER[one["status"]], _ROLE_ORDER[one["role"]]))


def by_tier(scope: Scope, seats: Iterable[Record]) -> list[tuple[str, Record]]:
    """Return seats with the tiers of their bodies, the widest first; on one tier by the body's name."""
    entities = scope.facts.entities

    def rank(seat: Record) -> tuple[int, int]:
        tier = entities[seat["body"]]["tier"]
        return TIER_ORDER.get(tier, len(TIER_ORDER)), scope.facts.order[seat["body"]]

    return [(tier_words(entities[one["body"]]["tier"]), one) for one in sorted(by_role(seats), key=rank)]


def tier_words(tier: str | None) -> str:
    """Return a tier as a heading of rows."""
    return f"{tier.capitalize()} tier" if tier else "Tier not known"


def holder(scope: Scope, seat: Record) -> str:
    """Return who holds a seat: the person, else the post, else what the seat is called."""
    if seat["person"]:
        who: str = scope.link(seat["person"])
        name = scope.facts.called(seat["person"])
        post = seat["post"] if seat["post"] and seat["post"] not in name else ""
        instead = seat["substitute_for"]
        parts = [Markup("<bdi>{}</bdi>").format(post)] if post else []
        parts += [Markup("in place of {}").format(scope.link(instead))] if instead else []
        beside = Markup(", ").join(parts)
        return Markup('{} <span class="small">{}</span>').format(who, beside) if parts else who
    named = seat["post"] or (seat["seat"] if seat["status"] != "filled" else "")
    return Markup("<bdi>{}</bdi>").format(named) if named else ""


def speaks_for(scope: Scope, seat: Record) -> str:
    """Return for whom a seat speaks: the organisation, and the body that it is on behalf of."""
    found = [scope.link(seat["represents"])] if seat["represents"] else []
    if seat["for_body"]:
        found.append(Markup("on behalf of {}").format(scope.link(seat["for_body"])))
    if seat["organisation"] and seat["organisation"] != seat["represents"]:
        found.append(Markup("works for {}").format(scope.link(seat["organisation"])))
    return Markup(", ").join(found) if found else ""


def state(scope: Scope, seat: Record) -> Row:
    """Return the role, the state, the dates and the vote of a seat."""
    filled = seat["status"] == "filled"
    return (
        seat["role"],
        "" if filled else badge(seat["status"], "open"),
        date(seat["since"]),
        _until(seat["until"], scope.facts.orgmap.as_at if filled else None),
        yes_or_no(seat["voting"]),
    )


def _until(until: str | None, as_at: str | None) -> str:
    if until and ends_soon(until, as_at):
        return Markup("{} {}").format(in_words(until), badge("ending soon", "open"))
    return date(until)


def ends_soon(until: str, as_at: str | None) -> bool:
    """Tell whether a term may end within six months of the day of the map."""
    return as_at is not None and first_day(until) <= months_after(last_day(as_at), SOON)


def ends(scope: Scope, seats: Sequence[Record]) -> list[str]:
    """Say how many terms end soon, or that no end is known."""
    filled = [one for one in seats if one["status"] == "filled"]
    known = [one["until"] for one in filled if one["until"]]
    if filled and not known:
        return ["No end of a term is known."]
    soon = sum(ends_soon(until, scope.facts.orgmap.as_at) for until in known)
    return [f"{counted(soon, 'term')} {verb('ends', soon)} within six months."] if soon else []


def substitutes_said(seats: Sequence[Record]) -> str:
    """Say how many filled seats the answer on load leaves out; empty where none is."""
    left_out = sum(one["status"] == "filled" and one["role"] == "substitute" for one in seats)
    whose = "is a substitute's and is" if left_out == 1 else "are substitutes' and are"
    return f" {counted(left_out, 'filled seat')} {whose} left out of the load." if left_out else ""


def states(seats: Sequence[Record]) -> str:
    """Return how many seats there are and in which states: 14 seats: 12 filled and 2 vacant."""
    found = Counter(one["status"] for one in seats)
    if len(found) == 1:
        return f"{counted(len(seats), 'seat')}, {'all ' if len(seats) > 1 else ''}{seats[0]['status']}"
    each = [f"{found[status]:,} {status}" for status in _STATUS_ORDER if found[status]]
    return f"{counted(len(seats), 'seat')}: {joined(each)}"
