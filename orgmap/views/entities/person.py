"""The page of a person whose name may be shown: the seats, for whom, what they take, and who is met."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from orgmap.matching import normal
from orgmap.model.wording import counted
from orgmap.views.entities.around import seat_ties
from orgmap.views.entities.common import all_seats, findings_section, known, map_section
from orgmap.views.entities.meeting import meetings
from orgmap.views.entities.organisation import load_said
from orgmap.views.entities.parts import Head, Section, Told, plain, table
from orgmap.views.entities.seats import (
    OF_A_PERSON,
    by_tier,
    ends,
    speaks_for,
    state,
    states,
    substitutes_said,
)
from orgmap.views.html import count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from orgmap.views.entities.ego import Placing
    from orgmap.views.entities.parts import Scope
    from orgmap.views.entities.records import Record

_MET = 15
"""No more people met than this are listed."""


def person_told(scope: Scope, placing: Placing) -> Told:
    """Return all that the page of a person tells."""
    seats = scope.facts.seats.get(scope.node, [])
    sections = [
        findings_section(scope),
        map_section(scope, seat_ties(scope, seats), placing, "seat"),
        _seats_section(scope, seats),
        _met_section(scope, seats),
    ]
    return Told(_facts(scope, seats), [_says(scope, seats), *load_said(scope)], sections)


def _says(scope: Scope, seats: Sequence[Record]) -> str:
    """Say how many seats the person has, on how many bodies, and which the load leaves out."""
    if not seats:
        return "No seat is listed."
    name = Markup("<bdi>{}</bdi>").format(scope.name)
    bodies = count(len({one["body"] for one in seats}), "body", "bodies")
    return Markup("{} has {}, on {}.{}").format(name, states(seats), bodies, substitutes_said(seats))


def _facts(scope: Scope, seats: Sequence[Record]) -> list[tuple[str, str]]:
    one = scope.record
    return known(
        [
            ("Works for", Markup("; ").join(map(scope.link, _employers(one, seats))) or "not known"),
            ("Post", Markup("; ").join(Markup("<bdi>{}</bdi>").format(post) for post in _posts(one, seats))),
            ("Also known as", "; ".join(one["also_known_as"] or ())),
        ]
    )


def _employers(person: Record, seats: Sequence[Record]) -> list[str]:
    """Return the organisations that the person is said to work for, the usual one first."""
    named = [person["organisation"], *(one["organisation"] for one in seats)]
    return [one for one in dict.fromkeys(named) if one]


def _posts(person: Record, seats: Sequence[Record]) -> list[str]:
    """Return the posts that the person is said to have, the usual one first, each in one spelling."""
    posts: dict[str, str] = {}
    for post in (person["post"], *(one["post"] for one in seats)):
        if post:
            posts.setdefault(normal(post), post)
    return list(posts.values())


def _seats_section(scope: Scope, seats: Sequence[Record]) -> Section:
    rows = [
        (tier, (scope.link(one["body"]), speaks_for(scope, one), *state(scope, one)))
        for tier, one in by_tier(scope, seats)
    ]
    told = table("seats-table", f"Seats of {scope.name} by tier", OF_A_PERSON, rows, all_seats(scope))
    return Section("seats", "Seats", ends(scope, seats), tables=[told])


def _met_section(scope: Scope, seats: Sequence[Record]) -> Section:
    """Return how many people are met; those with a page of their own by name."""
    met = meetings(scope, seats, "person")
    named = [(one, bodies) for one, bodies in met if one in scope.pack.places]
    heads = (Head("Person"), Head("Bodies", "number"), Head("Which", "long"))
    rows = plain(
        (scope.link(one), f"{len(bodies):,}", scope.links_to(bodies)) for one, bodies in named[:_MET]
    )
    told = table("met-table", f"People whom {scope.name} meets most", heads, rows)
    organisations = len(meetings(scope, seats, "represents"))
    others = f", of {counted(organisations, 'organisation')}" if organisations else ""
    says = (
        [f"{count(len(met), 'other person', 'other people')} of the map sit on the same bodies{others}."]
        if met
        else []
    )
    return Section("met", "Whom they meet where", says, tables=[told])
