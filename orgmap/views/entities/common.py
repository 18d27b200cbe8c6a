"""What the pages of bodies, organisations and people tell alike: names, findings and the small map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from orgmap.views.catalogue import SEATS, page_address
from orgmap.views.entities.ego import picture
from orgmap.views.entities.findings import MOST as MOST_FINDINGS
from orgmap.views.entities.parts import Head, Section, date, plain, table
from orgmap.views.html import count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from orgmap.views.entities.ego import Placing, Ties
    from orgmap.views.entities.parts import Scope


def usual_facts(scope: Scope) -> list[tuple[str, str]]:
    """Return the other names, and since and until when it is there."""
    one = scope.record
    return [
        ("Short name", one.get("short_name") or ""),
        ("Also known as", "; ".join(one["also_known_as"] or ())),
        ("Since", date(one.get("since"))),
        ("Until", date(one.get("until"))),
    ]


def kind_told(given: str | None, judged: str | None) -> str:
    """Return a kind as the lists give it, and what the name tells where they say nothing as exact."""
    if judged == given:
        return given or "not known"
    return f"{given or 'not said in the lists'}; judged by its name: {judged}"


def known(facts: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the facts that are known."""
    return [(word, text) for word, text in facts if text]


def area_of(scope: Scope) -> str:
    """Return the name of its area, empty where it is not known."""
    area = scope.record["area"]
    return scope.facts.areas.get(area, "") if area else ""


def findings_section(scope: Scope) -> Section:
    """Return what the findings of the map say about it, and where the others are."""
    found = scope.facts.findings.get(scope.node, ())
    shown, rest = found[:MOST_FINDINGS], found[MOST_FINDINGS:]
    says = []
    if rest:
        pages = {one.title: page_address(one.finding.question) for one in rest}
        links = Markup("; ").join(scope.to(address, title) for title, address in pages.items())
        more = count(len(rest), "more finding names", "more findings name")
        says.append(Markup("{} it: {}").format(more, links))
    return Section("findings", "What the map says about it", findings=shown, ends=says)


def map_section(scope: Scope, ties: Ties, placing: Placing, noun: str) -> Section:
    """Return the small map with the table that says the same; nothing where only one is tied to it."""
    if ties.total < 2:
        return Section("around", "Small map")
    heads = (Head("Name"), Head("How"), Head(f"{noun.capitalize()}s", "number"))
    rows = plain(
        (scope.link(tie.node), tie.words, f"{tie.number:,}" if tie.number else "") for tie in ties.drawn
    )
    told = table("around-table", f"Those around {scope.name}", heads, rows)
    return Section("around", "Small map", tables=[told], picture=picture(scope, ties, placing, noun))


def all_seats(scope: Scope) -> str:
    """Say where all seats are, where the pack has them."""
    if not scope.pack.address(SEATS):
        return ""
    return Markup("All are in {}.").format(scope.to(SEATS, SEATS))
