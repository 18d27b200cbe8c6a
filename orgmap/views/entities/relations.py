"""What joins a body to others on paper: seats of its own, declared links, protocols and issues."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from orgmap.views.catalogue import CHECKLIST, page_address
from orgmap.views.entities.parts import Head, Section, badge, date, few, plain, table, yes_or_no
from orgmap.views.entities.shared import other_of
from orgmap.views.html import count, web_address

if TYPE_CHECKING:
    from orgmap.views.entities.parts import Row, Scope
    from orgmap.views.entities.records import Record

_NOTHING, _AGREEMENT = "nothing known", "agreement"
_WANTED = 8
"""No more bodies than this are named with whom a protocol is wanted, and no more sheets."""
_WAYS = {"mutual": "filled, both ways", "one-way": "filled, one way"}
_STYLES = {"agreed": "good", "review overdue": "poor"}


def cross_section(scope: Scope) -> Section:
    """Return the seats that it has on other bodies, and those that other bodies have here."""
    rows = scope.facts.cross.get(scope.node, ())
    heads = (Head("Body"), Head("Seats", "number"), Head("State"), Head("Held by", "long"))
    there = [_seat(scope, one, "on_body") for one in rows if one["id_for_body"] == scope.node]
    here = [_seat(scope, one, "for_body") for one in rows if one["id_on_body"] == scope.node]
    return Section(
        "elsewhere",
        "Seats on behalf of bodies",
        tables=[
            table("there-table", "Its own seats on other bodies", heads, plain(there)),
            table("here-table", "Seats that other bodies have here", heads, plain(here)),
        ],
    )


def _seat(scope: Scope, row: Record, column: str) -> Row:
    state = _WAYS.get(row["kind"]) or badge(row["kind"], "open")
    number = (row["seats"] or 0) + (row["open_seats"] or 0)
    return scope.link(row[f"id_{column}"], row[column]), f"{number:,}", state, scope.names(row["holders"])


def links_section(scope: Scope) -> Section:
    """Return each declared link as a sentence with since when and where it is written."""
    items = [_link(scope, one) for one in scope.facts.links.get(scope.node, ())]
    return Section("links", "Declared links", items=items)


def _link(scope: Scope, row: Record) -> str:
    told = Markup("{} {} {}").format(scope.link(row["from_body"]), row["kind"], scope.link(row["to_body"]))
    since = f", since {date(row['since'])}" if row["since"] else ""
    until = f", until {date(row['until'])}" if row["until"] else ""
    written = Markup(" ({})").format(document(row["document"])) if row["document"] else ""
    return Markup("{}{}{}{}").format(told, since, until, written)


def document(text: str | None) -> str:
    """Return where something is written, as a link where it is an address on the web."""
    address = web_address(text)
    if address:
        return Markup('<a href="{0}" rel="noreferrer"><bdi>{0}</bdi></a>').format(address)
    return Markup("<bdi>{}</bdi>").format(text) if text else ""


def protocols_section(scope: Scope) -> Section:
    """Return the protocols and the agreement that there are, and with whom one is wanted."""
    rows = scope.facts.protocols.get(scope.node, ())
    there = [one for one in rows if one["state"] != _NOTHING]
    wanted = [one for one in rows if one["state"] == _NOTHING and one["kind"] != _AGREEMENT]
    wanted.sort(key=lambda one: -one["reason_count"])
    heads = (
        Head("With"), Head("State"), Head("Agreed"), Head("Review by"), Head("Owner"), Head("Document"),
        Head("Trouble"),
    )  # fmt: skip
    rows_there = plain(_protocol(scope, one) for one in there)
    told = table("protocols-table", f"Protocols and agreement of {scope.name}", heads, rows_there)
    return Section("protocols", "Protocols and agreement", _wanted(scope, wanted, bool(there)), tables=[told])


def _wanted(scope: Scope, rows: list[Record], there: object) -> list[str]:
    said: list[str] = []
    if rows:
        bodies = scope.links_to([other_of(scope, one) for one in rows], _WANTED)
        pairs = count(len(rows), "body", "bodies")
        said.append(
            Markup("No protocol is known with {} with which there is reason for one: {}.").format(
                pairs, bodies
            )
        )
    if rows or there:
        register = scope.to(page_address("protocols"), "register of protocols")
        checklist = scope.to(CHECKLIST, "checklist")
        told = Markup("Reasons are in the {}; what each should cover is in the {}").format(
            register, checklist
        )
        said.append(told + _sheets(scope) + ".")
    return said


def _sheets(scope: Scope) -> str:
    """Return the sheets of the checklist about the body, each as a link; nothing where it has none there."""
    sheets = scope.facts.sheets.get(scope.node, {})
    links = [
        scope.to(CHECKLIST, Markup("<bdi>{}</bdi>").format(title), sheet) for sheet, title in sheets.items()
    ]
    return Markup(": ") + few(links, _WANTED) if links else ""


def _protocol(scope: Scope, row: Record) -> Row:
    whose: str = Markup("its partnership agreement")
    if row["kind"] != _AGREEMENT:
        name = Markup(" <bdi>({})</bdi>").format(row["protocol"]) if row["protocol"] else ""
        whose = _other(scope, row) + name
    return (
        whose,
        badge(row["state"], _STYLES.get(row["state"], "open")),
        date(row["agreed"]),
        date(row["review_by"]),
        Markup("<bdi>{}</bdi>").format(row["owner"]) if row["owner"] else "",
        document(row["document"]),
        row["trouble"] or "",
    )


def _other(scope: Scope, row: Record) -> Markup:
    """Return the other body as a link; one that has closed has no page and is named."""
    node = other_of(scope, row)
    name = row["body_b"] if row["id_a"] == scope.node else row["body_a"]
    return scope.link(node) if node else Markup("<bdi>{}</bdi>").format(name)


def issues_section(scope: Scope) -> Section:
    """Return the issues in which it has a part, who leads, and whether it sits with the lead."""
    heads = (
        Head("Issue"),
        Head("Its part"),
        Head("Led by", unknown="nobody"),
        Head("Sits with the lead", "flag"),
    )
    rows = plain(
        (
            Markup("<bdi>{}</bdi>").format(one["issue"]),
            one["part"],
            scope.names(one["led_by"]),
            yes_or_no(one["seat_on_lead"]),
        )
        for one in scope.facts.issues.get(scope.node, ())
    )
    return Section("issues", "Issues", tables=[table("issues-table", f"Issues of {scope.name}", heads, rows)])
