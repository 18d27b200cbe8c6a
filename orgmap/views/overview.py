"""The overview of a pack: the findings that matter most, what the map holds, and where to go next."""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from orgmap.model.wording import joined
from orgmap.views.catalogue import (
    BODIES,
    CHECKLIST,
    FINDINGS_PAPER,
    INDEX,
    MAP,
    ORGANISATIONS,
    PEOPLE,
    Entry,
    entries,
    page_address,
)
from orgmap.views.change import named_here
from orgmap.views.findings import HEADINGS, leading
from orgmap.views.packs import home_of
from orgmap.views.site import Frame, pack_page

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from orgmap.model import Answer, Finding, OrgMap
    from orgmap.views.findings import Lead
    from orgmap.views.packs import Pack


class Reader(NamedTuple):
    """Where one kind of reader goes next: a heading, for whom it is, and the files, those that the pack has.

    `needs` is the address of the page that must have something to tell; empty where it is for every map.
    """

    heading: str
    whom: str
    files: tuple[str, ...]
    needs: str = ""


READERS = (
    Reader(
        "To put things right",
        "For whoever looks after the partnership.",
        ("gaps.html", "protocols.html", CHECKLIST, "data-quality.html"),
    ),
    Reader(
        "County and districts",
        "For two-tier areas, and for those that are about to be merged.",
        ("two-tier.html", "load.html", "tiers.html", "coterminosity.html"),
        needs="two-tier.html",
    ),
    Reader(
        "For the board papers",
        "To print, to paste and to send.",
        (FINDINGS_PAPER, "diagrams/structure.pdf", "diagrams/interlocks.pdf", CHECKLIST),
    ),
)
LARGEST_PICTURE = 250_000
"""A diagram whose SVG has more letters than this is linked from the overview and not shown on it."""


@dataclass(frozen=True)
class Holding:
    """One figure of what the map holds: how many of what, what else to know, and the page that lists them."""

    number: str
    words: str
    more: str = ""
    address: str | None = None


@dataclass(frozen=True, eq=False)
class Card:
    """One answer in short: its page, its question, its heaviest finding, and how many there are by weight."""

    entry: Entry
    title: str
    heaviest: Finding | None
    counts: str


def index_page(
    orgmap: OrgMap,
    answers: Sequence[Answer],
    pack: Pack,
    previews: Mapping[str, str] | None = None,
    changed: Answer | None = None,
) -> str:
    """Return the overview: the ten findings that matter most, what the map holds, and where to go next.

    `previews` holds the SVG text of the diagrams that are shown on the page, under their addresses;
    `changed` is what changed since an older list, which leads the answers.
    """
    listed = {entry.address: entry for entry in entries(pack.files)}
    addresses = {one.question: pack.address(page_address(one.question)) for one in answers}
    home = home_of(orgmap)
    leads = leading(answers, home)
    since = [named_here(changed, pack)] if changed else []
    context = {
        "home": _home_in_front(orgmap, leads),
        "leads": [(lead, _within(addresses[lead.answer.question], lead)) for lead in leads],
        "holdings": holdings(orgmap, pack),
        "map": pack.address(MAP),
        "previews": _previews(listed.values(), previews or {}),
        "readers": _readers(answers, listed),
        "cards": _cards([*since, *answers], listed, home),
    }
    return pack_page(pack, Frame(INDEX, pack.title, "index.html.j2", styles=("overview.css",)), context)


def _home_in_front(orgmap: OrgMap, leads: Iterable[Lead]) -> str | None:
    """Return the name of the home body where findings about it were put before others."""
    home = home_of(orgmap)
    named = any(home in lead.item.finding.subjects for lead in leads)
    return str(orgmap.bodies.at[orgmap.about.home_body, "name"]) if named else None


def _within(address: str | None, lead: Lead) -> str | None:
    return f"{address}#{lead.item.anchor}" if address else None


def _previews(listed: Iterable[Entry], pictures: Mapping[str, str]) -> list[tuple[Entry, str | None]]:
    """Return each diagram with its picture; None where it is too large to be shown here."""
    return [
        (entry, _picture(svg) if len(svg) <= LARGEST_PICTURE else None)
        for entry in listed
        if (svg := pictures.get(entry.address)) is not None
    ]


def _picture(svg: str) -> str:
    """Return an SVG as an address that holds the whole picture: in an img element nothing in it can run."""
    return f"data:image/svg+xml;base64,{b64encode(svg.encode('utf-8')).decode('ascii')}"


def _readers(answers: Iterable[Answer], listed: Mapping[str, Entry]) -> list[tuple[Reader, list[Entry]]]:
    silent = {page_address(one.question) for one in answers if one.table.empty}
    found = [
        (one, [listed[file] for file in one.files if file in listed])
        for one in READERS
        if one.needs not in silent
    ]
    return [(one, chosen) for one, chosen in found if chosen]


def _cards(answers: Iterable[Answer], listed: Mapping[str, Entry], home: str | None) -> list[Card]:
    """Return the answers that have a page, in short."""
    found = [(one, listed.get(page_address(one.question))) for one in answers]
    return [
        Card(entry, one.title, heaviest(one.findings, home), by_weight(one.findings))
        for one, entry in found
        if entry
    ]


def heaviest(findings: Sequence[Finding], home: str | None = None) -> Finding | None:
    """Return the finding that matters most, None where there is none.

    It is the first of the heaviest weight; where some of these name the node `home`, the first of them.
    """
    order = list(HEADINGS)
    return min(findings, key=lambda one: (order.index(one.weight), home not in one.subjects), default=None)


def by_weight(findings: Iterable[Finding]) -> str:
    """Return how many findings there are of each weight: 2 to do and 3 good to know."""
    weights = Counter(finding.weight for finding in findings)
    return joined([f"{weights[one]:,} {name.lower()}" for one, name in HEADINGS.items() if weights[one]])


def holdings(orgmap: OrgMap, pack: Pack) -> list[Holding]:
    """Return what the map holds, a figure each, with the page of the pack that lists them."""
    partial = len(orgmap.partial_bodies())
    lists = f"{partial:,} with a partial list of members" if partial else ""
    declared = len(orgmap.links)
    return [
        _held(len(orgmap.bodies), "body", "bodies", pack.address(BODIES), lists),
        _held(len(orgmap.organisations), "organisation", "organisations", pack.address(ORGANISATIONS)),
        _held(len(orgmap.people), "person", "people", pack.address(PEOPLE)),
        *_seats(orgmap, pack),
        *([_held(declared, "declared link", "declared links", None)] if declared else []),
    ]


def _seats(orgmap: OrgMap, pack: Pack) -> list[Holding]:
    """Return how many seats are filled and how many are not, and why not."""
    states = Counter(map(str, orgmap.seats["status"]))
    filled = states.pop("filled", 0)
    kinds = joined([f"{number:,} {state}" for state, number in sorted(states.items())])
    gaps = pack.address(page_address("gaps"))
    return [
        _held(filled, "filled seat", "filled seats", None),
        _held(states.total(), "open seat", "open seats", gaps if states.total() else None, kinds),
    ]


def _held(number: int, one: str, many: str, address: str | None, more: str = "") -> Holding:
    if not number and one in {"organisation", "person"}:
        return Holding("None", f"{many} known", more)
    return Holding(f"{number:,}", one if number == 1 else many, more, address)
