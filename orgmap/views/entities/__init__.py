"""The page of each body, organisation and person: all that the map and its answers tell of it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from orgmap.views.catalogue import BODIES, MAP, ORGANISATIONS, PEOPLE
from orgmap.views.entities.body import body_told
from orgmap.views.entities.ego import BOX, GAP, LEAST, WIDTH, mode_of
from orgmap.views.entities.facts import Facts
from orgmap.views.entities.organisation import organisation_told
from orgmap.views.entities.parts import Scope
from orgmap.views.entities.person import person_told
from orgmap.views.site import Frame, pack_page

if TYPE_CHECKING:
    from orgmap.views.entities.ego import Placing
    from orgmap.views.packs import Pack

__all__ = ["BOX", "GAP", "LEAST", "WIDTH", "Facts", "entity_page"]

_KINDS = {
    "body": ("Bodies", BODIES, body_told),
    "organisation": ("Organisations", ORGANISATIONS, organisation_told),
    "person": ("People", PEOPLE, person_told),
}
_MANY = 4
"""A page with more sections than this has a list of them."""


def entity_page(facts: Facts, pack: Pack, node: str, placing: Placing) -> str:
    """Return the page of a body, an organisation or a person of the pack.

    `placing` gives places for so many boxes of the size `BOX` in a frame of the width `WIDTH`.
    """
    mode, own = mode_of(node), pack.places[node]
    words, listed, tell = _KINDS[mode]
    scope = Scope(facts, pack, node, pack.links(own))
    told = tell(scope, placing)
    sections = [one for one in told.sections if one]
    name = scope.name
    above = ((words, listed),) if pack.address(listed) else ()
    frame = Frame(
        own,
        name,
        "entity.html.j2",
        trail=(*above, *_ancestors(facts, pack, node)),
        title=f"{name}, {mode}: {pack.title}",
        styles=("entities.css",),
    )
    context = {
        "links": scope.links,
        "told": told,
        "mode": mode,
        "sections": sections,
        "listed": len(sections) > _MANY,
        "map": pack.address(MAP),
        "view": f"#view={mode}&node={quote(node, safe='')}",
    }
    return pack_page(pack, frame, context)


def _ancestors(facts: Facts, pack: Pack, node: str) -> list[tuple[str, str]]:
    """Return the bodies above a body, the topmost first."""
    found: list[str] = []
    above = facts.entities[node].get("part_of")
    while above and above in pack.places and above not in (node, *found):
        found.append(above)
        above = facts.entities[above].get("part_of")
    return [(facts.called(one), pack.places[one]) for one in reversed(found)]
