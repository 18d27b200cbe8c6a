"""The page of a body: who sits there, what it shares with others, what is agreed, and what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from orgmap.matching import body_kind
from orgmap.model.wording import counted, verb
from orgmap.views.entities.around import body_ties
from orgmap.views.entities.common import (
    all_seats,
    area_of,
    findings_section,
    kind_told,
    known,
    map_section,
    usual_facts,
)
from orgmap.views.entities.missing import expected_section
from orgmap.views.entities.parts import Head, Section, Told, hours, plain, table
from orgmap.views.entities.relations import cross_section, issues_section, links_section, protocols_section
from orgmap.views.entities.seats import ON_A_BODY, by_role, ends, holder, speaks_for, state, states
from orgmap.views.entities.shared import counted_of, shared_section
from orgmap.views.html import count, web_address

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from orgmap.views.entities.ego import Placing
    from orgmap.views.entities.parts import Scope
    from orgmap.views.entities.records import Record

_LAW = {True: "required by law", False: "not required by law", None: "not known"}
_OPEN = {True: "yes", False: "no", None: "not known"}


def body_told(scope: Scope, placing: Placing) -> Told:
    """Return all that the page of a body tells."""
    seats = scope.facts.seats.get(scope.node, [])
    sections = [
        _seats_section(scope, seats),
        findings_section(scope),
        map_section(scope, body_ties(scope), placing, f"shared {counted_of(scope)}"),
        _family_section(scope),
        shared_section(scope),
        cross_section(scope),
        links_section(scope),
        protocols_section(scope),
        issues_section(scope),
        expected_section(scope),
    ]
    return Told(_facts(scope), [*_says(scope, seats), *_hours(scope)], sections)


def _facts(scope: Scope) -> list[tuple[str, str]]:
    one = scope.record
    address = web_address(one["url"])
    is_also = one["organisation"]
    return known(
        [
            ("Kind", kind_told(one["kind"], body_kind(one["name"], one["kind"]))),
            ("Tier", one["tier"] or "not known"),
            ("Area", area_of(scope) or "not known"),
            ("Part of", scope.link(one["part_of"]) if one["part_of"] else ""),
            ("By law", _by_law(scope)),
            ("Standing in law", one["legal_type"] or ""),
            ("Meets in public", _OPEN[one["open"]]),
            ("What it is for", one["governance_mode"] or ""),
            ("As an organisation", scope.link(is_also) if is_also else ""),
            ("Web page", Markup('<a href="{0}" rel="noreferrer">{0}</a>').format(address) if address else ""),
            *usual_facts(scope),
        ]
    )


def _by_law(scope: Scope) -> str:
    """Say whether the law asks for the body, and where that is not known that it asks for members of it."""
    statutory = scope.record["statutory"]
    asked = any(one["reason"] == "law" for one in scope.facts.gaps.get(scope.node, ()))
    more = "; the law asks for members of this kind of body" if asked and statutory is None else ""
    return _LAW[statutory] + more


def _says(scope: Scope, seats: Sequence[Record]) -> Iterable[str]:
    """Say how many seats it has in which states, and who sits there."""
    name = Markup("<bdi>{}</bdi>").format(scope.name)
    if not seats:
        yield Markup("No seat of {} is listed.").format(name)
        return
    sitting = {one["represents"] for one in seats if one["counts"] and one["represents"]}
    beside = sum(one["status"] == "filled" and not one["counts"] for one in seats)
    organisations = (
        f" {counted(len(sitting), 'organisation')} {verb('sits', len(sitting))} here." if sitting else ""
    )
    attending = (
        f" {count(beside, 'seat is', 'seats are')} of those who attend without a full seat." if beside else ""
    )
    yield Markup("{} has {}.{}{}").format(name, states(seats), organisations, attending)
    if scope.record["list"] == "partial":
        yield "Its list of members is partial: there may be more."
    elif scope.record["list"] is None:
        yield "Nobody has said whether its list of members is complete."
    if scope.record["places"]:
        yield f"It has {count(scope.record['places'], 'place')} in all, listed here or not."


def _hours(scope: Scope) -> Iterable[str]:
    """Say how often it meets and what its seats take in a year, as far as it is known."""
    load, meetings = scope.facts.load.get(scope.node), scope.record["meetings_per_year"]
    often = f"It meets {count(round(meetings), 'time')} a year. " if meetings is not None else ""
    if load and load["hours"] is not None:
        yield f"{often}Its filled seats take {hours(load['hours'])} a year together, as far as is known."
    else:
        yield f"{often}How many hours its seats take is not known."


def _seats_section(scope: Scope, seats: Sequence[Record]) -> Section:
    rows = plain((holder(scope, one), speaks_for(scope, one), *state(scope, one)) for one in by_role(seats))
    told = table("seats-table", f"Seats of {scope.name}", ON_A_BODY, rows, all_seats(scope))
    return Section("seats", "Who sits here", ends(scope, seats), tables=[told])


def _family_section(scope: Scope) -> Section:
    """Return its groups, and the other groups of the body that it is part of."""
    parent = scope.record["part_of"]
    groups = scope.facts.groups.get(scope.node, ())
    sisters = [one for one in scope.facts.groups.get(parent, ()) if one != scope.node] if parent else []
    says = []
    if parent:
        says.append(Markup("It is part of {}.").format(scope.link(parent)))
    if sisters:
        beside = count(len(sisters), "group stands", "groups stand")
        says.append(Markup("{} beside it: {}.").format(beside, scope.links_to(sisters)))
    heads = (Head("Group"), Head("Kind", unknown="not known"), Head("Seats", "number"))
    rows = plain(
        (scope.link(one), scope.facts.entities[one]["kind"] or "", f"{len(scope.facts.seats.get(one, ())):,}")
        for one in groups
    )
    return Section(
        "family",
        "Its groups and what it is part of",
        says,
        tables=[table("groups-table", f"Groups of {scope.name}", heads, rows)],
    )
