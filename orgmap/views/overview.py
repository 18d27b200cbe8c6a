"""The overview of a pack: the findings that matter most, what the map holds, and where to go next."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING

from orgmap.views.catalogue import INDEX, entries, page_address, parts
from orgmap.views.findings import leading
from orgmap.views.packs import home_of
from orgmap.views.site import Frame, pack_page

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from orgmap.model import Answer, OrgMap
    from orgmap.views.findings import Lead
    from orgmap.views.packs import Pack


def index_page(
    orgmap: OrgMap, answers: Sequence[Answer], pack: Pack, previews: Mapping[str, str] | None = None
) -> str:
    """Return the overview: the ten findings that matter most, what the map holds, and what each file is for.

    `previews` holds the SVG text of the diagrams that are shown on the page, under their addresses.
    """
    listed, pictures = entries(pack.files), previews or {}
    addresses = {one.question: pack.address(page_address(one.question)) for one in answers}
    leads = leading(answers, home_of(orgmap))
    context = {
        "leads": [(lead, _within(addresses[lead.answer.question], lead)) for lead in leads],
        "holdings": holdings(orgmap),
        "previews": [
            (entry, _picture(pictures[entry.address])) for entry in listed if entry.address in pictures
        ],
        "parts": parts(listed),
    }  # fmt: skip
    return pack_page(pack, Frame(INDEX, pack.title, "index.html.j2"), context)


def _within(address: str | None, lead: Lead) -> str | None:
    return f"{address}#{lead.item.anchor}" if address else None


def _picture(svg: str) -> str:
    """Return an SVG as an address that holds the whole picture: in an img element nothing in it can run."""
    return f"data:image/svg+xml;base64,{b64encode(svg.encode('utf-8')).decode('ascii')}"


def holdings(orgmap: OrgMap) -> list[tuple[str, str]]:
    """Return what the map holds, a line each: what is counted, and how many."""
    states = orgmap.seats["status"].value_counts()
    filled = int(states.get("filled", 0))
    still_open = {str(state): int(number) for state, number in states.items() if state != "filled"}
    kinds = ", ".join(f"{number:,} {state}" for state, number in sorted(still_open.items()))
    total = sum(still_open.values())
    partial = len(orgmap.partial_bodies())
    lists = f", {partial:,} of them with a partial list of members" if partial else ""
    return [
        ("Bodies", f"{len(orgmap.bodies):,}{lists}"),
        ("Organisations", _known(len(orgmap.organisations))),
        ("People", _known(len(orgmap.people))),
        ("Seats filled", f"{filled:,}"),
        ("Seats open", f"{total:,} ({kinds})" if total else "none"),
        *([("Links declared", f"{len(orgmap.links):,}")] if len(orgmap.links) else []),
    ]


def _known(number: int) -> str:
    return f"{number:,}" if number else "none known"
