"""The page of an organisation: where it sits and through whom, what that takes, and where it is missed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from orgmap.model.wording import counted
from orgmap.views.catalogue import page_address
from orgmap.views.entities.around import seat_ties
from orgmap.views.entities.common import (
    all_seats,
    area_of,
    findings_section,
    known,
    map_section,
    usual_facts,
)
from orgmap.views.entities.meeting import meetings
from orgmap.views.entities.missing import missed_section
from orgmap.views.entities.parts import Head, Section, Told, date, hours, plain, table
from orgmap.views.entities.relations import issues_section
from orgmap.views.entities.seats import (
    OF_AN_ORGANISATION,
    by_tier,
    ends,
    holder,
    speaks_for,
    state,
    states,
    substitutes_said,
)
from orgmap.views.html import count

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from orgmap.views.entities.ego import Placing
    from orgmap.views.entities.parts import Scope
    from orgmap.views.entities.records import Record

_MET, _PAIRS = 15, 20
"""No more organisations met, and pairs joined by it alone, than this are listed."""


def organisation_told(scope: Scope, placing: Placing) -> Told:
    """Return all that the page of an organisation tells."""
    every = scope.facts.seats.get(scope.node, [])
    seats = [one for one in every if one["represents"] == scope.node]
    lent = [one for one in every if one["represents"] != scope.node]
    sections = [
        findings_section(scope),
        map_section(scope, seat_ties(scope, seats), placing, "seat"),
        _seats_section(scope, seats),
        _lent_section(scope, lent),
        missed_section(scope),
        _met_section(scope, seats),
        _only_section(scope),
        issues_section(scope),
    ]
    return Told(_facts(scope), [*_says(scope, seats), *load_said(scope)], sections)


def _facts(scope: Scope) -> list[tuple[str, str]]:
    one, also = scope.record, scope.facts.also.get(scope.node)
    return known(
        [
            ("Kind", one["kind"] or ""),
            ("Sector", one["sector"] or "not known"),
            ("Tier", one["tier"] or "not known"),
            ("Area", area_of(scope) or "not known"),
            ("Part of", scope.link(one["part_of"]) if one["part_of"] else ""),
            ("As a body", scope.link(also) if also else ""),
            ("Identifier", one["identifier"] or ""),
            *usual_facts(scope),
        ]
    )


def _says(scope: Scope, seats: Sequence[Record]) -> Iterable[str]:
    """Say how many seats it has, on how many bodies, through how many people, and what else it attends."""
    name = Markup("<bdi>{}</bdi>").format(scope.name)
    if not seats:
        yield Markup("{} speaks in no seat that is listed.").format(name)
        return
    filled = [one for one in seats if one["status"] == "filled"]
    sits = {one["body"] for one in filled if one["counts"]}
    attends = {one["body"] for one in filled} - sits
    people = {one["person"] for one in filled} - {None}
    through = f" through {counted(len(people), 'person')}" if people else ""
    ways = (("sits on", sits), ("attends", attends))
    where = [f"{way} {count(len(bodies), 'body', 'bodies')}" for way, bodies in ways if bodies]
    told = f" It {' and '.join(where)}{through}." if where else ""
    yield Markup("{} has {}.{}{}").format(name, states(seats), told, substitutes_said(seats))


def load_said(scope: Scope) -> Iterable[str]:
    """Say what its seats take in a year, of how many seats that is not known, and what there is to give."""
    load = scope.facts.load.get(scope.node)
    capacity = scope.record["capacity_hours"]
    can = f" {hours(capacity)} a year can be given." if capacity is not None else ""
    if load is None or load["hours"] is None:
        yield f"How many hours the seats take is not known.{can}"
        return
    unknown = load["hours_unknown_seats"] or 0
    least = "at least " if unknown else ""
    rest = f" The hours of {count(unknown, 'seat')} are not known." if unknown else ""
    over = load["over"]
    told = f" That is {hours(over)} too many." if over is not None and over > 0 else ""
    yield f"The seats take {least}{hours(load['hours'])} a year.{rest}{can}{told}"


def _seats_section(scope: Scope, seats: Sequence[Record]) -> Section:
    rows = [
        (tier, (scope.link(one["body"]), _through(scope, one), *state(scope, one)))
        for tier, one in by_tier(scope, seats)
    ]
    told = table("seats-table", f"Seats of {scope.name} by tier", OF_AN_ORGANISATION, rows, all_seats(scope))
    return Section("seats", "Where it sits", ends(scope, seats), tables=[told])


def _through(scope: Scope, seat: Record) -> str:
    behalf = scope.link(seat["for_body"]) if seat["for_body"] else ""
    who = holder(scope, seat)
    return Markup("{} on behalf of {}").format(who, behalf) if behalf else who


def _lent_section(scope: Scope, seats: Sequence[Record]) -> Section:
    """Return the seats of those who work for it and speak for others."""
    heads = (Head("Body"), Head("Who", unknown="not named"), Head("For", unknown="not known"), Head("Role"))
    rows = plain(
        (scope.link(one["body"]), holder(scope, one), _whom(scope, one), one["role"])
        for _, one in by_tier(scope, seats)
    )
    told = table("lent-table", f"Seats of people of {scope.name} for others", heads, rows, all_seats(scope))
    return Section("lent", "Its people who sit for others", tables=[told])


def _whom(scope: Scope, seat: Record) -> str:
    return speaks_for(scope, {**seat, "organisation": None})


def _met_section(scope: Scope, seats: Sequence[Record]) -> Section:
    met = meetings(scope, seats, "represents")
    heads = (Head("Organisation"), Head("Bodies", "number"), Head("Which", "long"))
    rows = plain((scope.link(one), f"{len(bodies):,}", scope.links_to(bodies)) for one, bodies in met[:_MET])
    told = table("met-table", f"Organisations that {scope.name} meets most", heads, rows)
    says = [f"It meets {count(len(met), 'other organisation')} on the bodies where it sits."] if met else []
    return Section("met", "Whom it meets where", says, tables=[told])


def _only_section(scope: Scope) -> Section:
    """Return the pairs of bodies that nothing but this organisation joins."""
    rows = scope.facts.only_links.get(scope.node, ())
    heads = (Head("Body"), Head("Other body"), Head("Until", unknown="not known"))
    told = table(
        "only-table",
        f"Pairs of bodies that {scope.name} alone joins",
        heads,
        plain(
            (scope.link(one["id_a"]), scope.link(one["id_b"]), date(one["until"])) for one in rows[:_PAIRS]
        ),
    )
    says = []
    if rows:
        pairs = count(len(rows), "pair")
        says.append(f"It is the only link between {pairs} of bodies: without it they would share nobody.")
    if len(rows) > _PAIRS:
        page = scope.to(page_address("sole_links"), "sole links")
        says.append(Markup("The first {} are listed; all are with the {}.").format(_PAIRS, page))
    return Section("only", "Links that hang on it alone", says, tables=[told])
