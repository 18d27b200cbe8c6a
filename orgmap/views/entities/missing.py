"""Who ought to be on a body and is not, and the bodies on which an organisation is missed."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from markupsafe import Markup

from orgmap.model.wording import verb
from orgmap.views.catalogue import page_address
from orgmap.views.entities.parts import Head, Section, badge, plain, table
from orgmap.views.html import count

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from orgmap.views.entities.parts import Row, Scope
    from orgmap.views.entities.records import Record

_ASKED = {"law": "the law", "usual": "usage", "expected": "the map's own list"}
_STRENGTHS = {"member": "must sit here", "invited": "must be invited", "usual": "usually sits here"}
_STYLES = {"there": "good", "missing": "poor"}
_ORDER = ("missing", "cannot be told", "there")


def expected_section(scope: Scope) -> Section:
    """Return who ought to be on a body by law, usage or the map's own list, and who never or seldom came."""
    gaps = scope.facts.gaps.get(scope.node, [])
    asked = [one for one in gaps if one["reason"] in _ASKED]
    asked.sort(key=lambda one: (_ORDER.index(one["state"]), list(_ASKED).index(one["reason"])))
    heads = (
        Head("Who"),
        Head("State"),
        Head("Asked by"),
        Head("Where it says so", "long"),
        Head("Who is there", "long"),
    )
    told = table(
        "expected-table", f"Who ought to be on {scope.name}", heads, plain(_row(scope, one) for one in asked)
    )
    says = [*_counts(asked), *_unfilled(gaps), *_missed(scope, gaps)]
    return Section("expected", "Who ought to be here", says, _absent(scope, gaps), [told])


def _row(scope: Scope, one: Record) -> Row:
    who = Markup("<bdi>{}</bdi>").format(one["who"])
    if one["id_organisation"] and one["organisation"] != one["who"]:
        who = Markup("{}: {}").format(who, scope.link(one["id_organisation"]))
    elif one["id_organisation"]:
        who = scope.link(one["id_organisation"])
    asked = _ASKED[one["reason"]]
    return (
        who,
        badge(one["state"], _STYLES.get(one["state"], "open")),
        f"{asked} ({_STRENGTHS.get(one['strength'], one['strength'])})",
        one["reference"],
        scope.names(one["found"]),
    )


def _counts(asked: Sequence[Record]) -> Iterable[str]:
    """Say how many members the law asks for and how many of these are there, and so for usage and the map."""
    for reason, words in _ASKED.items():
        states = Counter(one["state"] for one in asked if one["reason"] == reason)
        if states:
            there = f"{states['there']:,} {verb('is', states['there'])} there"
            lacking = f", {states['missing']:,} missing" if states["missing"] else ""
            unsure = (
                f", of {states['cannot be told']:,} it cannot be told" if states["cannot be told"] else ""
            )
            total = count(states.total(), "member")
            yield f"Of the {total} that {words} asks for, {there}{lacking}{unsure}."


def _unfilled(gaps: Iterable[Record]) -> Iterable[str]:
    for one in gaps:
        if one["reason"] == "unfilled place":
            places, listed = count(one["places"], "place"), one["listed"]
            yield f"It has {places}; {listed:,} {verb('is', listed)} listed."


def _missed(scope: Scope, gaps: Iterable[Record]) -> Iterable[str]:
    missed = [one["id_organisation"] for one in gaps if one["reason"] == "area" and one["state"] == "missing"]
    if missed:
        names = scope.links_to(missed)
        yield Markup("On most bodies like it of its area, and not here: {}.").format(names)


def _absent(scope: Scope, gaps: Iterable[Record]) -> list[str]:
    """Return who is invited and never or seldom came, each with how many meetings."""
    return [
        Markup("{} came to {:,} of {}.").format(
            scope.link(one["id_person"] or one["id_organisation"], one["who"]),
            one["attended"],
            count(one["invited"], "meeting"),
        )
        for one in gaps
        if one["reason"] == "attendance" and one["attended"] is not None and one["invited"] is not None
    ]


def missed_section(scope: Scope) -> Section:
    """Return the bodies on which an organisation is missed, and the places where it could also sit."""
    gaps = [one for one in scope.facts.gaps.get(scope.node, ()) if one["state"] == "missing"]
    heads = (Head("Body"), Head("Why", "long"), Head("Where it says so", "long"))
    rows = plain((scope.link(one["id_body"]), _why(one), one["reference"]) for one in gaps)
    told = table("missed-table", f"Bodies that {scope.name} is missing from", heads, rows)
    return Section("missed", "Where it is missed", _could(scope), tables=[told])


def _why(one: Record) -> str:
    if one["reason"] == "area":
        return f"sits on {one['sits_on']:,} of {one['sisters']:,} bodies like it of its area"
    return f"{_ASKED.get(one['reason'], one['reason'])} asks for it: {one['who']}"


def _could(scope: Scope) -> list[str]:
    """Say at which places it sits and at which it could, in a two-tier area."""
    found: list[str] = []
    for like in ("partnerships", "councils"):
        rows = [one for one in scope.facts.tiers.get(scope.node, ()) if one["like"] == like]
        sits = [one["place"] for one in rows if one["sits"]]
        could = [one["place"] for one in rows if not one["sits"] and one["could"]]
        if could:
            page = scope.to(page_address("two_tier"), "two tiers")
            there = f"sits on {like} of {count(len(sits), 'place')}" if sits else f"sits on no {like}"
            names = Markup("; ").join(Markup("<bdi>{}</bdi>").format(one) for one in could)
            found.append(
                Markup("It {} and could sit in {} more ({}): {}.").format(there, len(could), page, names)
            )
    return found
