"""How each declared link of a structure is shown: as an arrow, as a tag in the key, or as a sentence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from orgmap.model.wording import counted
from orgmap.views.diagram.family import UPPER_ASKS, Family, Link
from orgmap.views.diagram.sheet import column_of

MOST_ARROWS = 10
MOST_TAGS = 12
FEWEST_ALIKE = 3


@dataclass(frozen=True)
class ShownLinks:
    """The links of a family as they are shown; `tagged` pairs each tag with the links it stands for."""

    arrows: tuple[Link, ...]
    tagged: tuple[tuple[str, tuple[Link, ...]], ...] = ()
    listed: tuple[Link, ...] = ()

    def tags(self) -> dict[str, str]:
        """Return the tags to print beside each body that has any."""
        found: dict[str, list[str]] = defaultdict(list)
        for tag, links in self.tagged:
            for tail, head, kind in links:
                found[head if kind in UPPER_ASKS else tail].append(tag)
        return {body: " ".join(tags) for body, tags in found.items()}


def shown_links(family: Family, place: Mapping[str, str], most_arrows: int = MOST_ARROWS) -> ShownLinks:
    """Return how the links between bodies that have a box (`place`) are shown.

    Three and more that say the same of one body are said once, by a tag. The others are arrows where they are
    few and their ends stand near each other, tags where those are few, and sentences where not.
    """
    drawn = [link for link in family.links if {link[0], link[1]} <= place.keys()]
    alike = _alike(drawn)
    single = [
        link for link in drawn if len(alike[_saying(link)]) < FEWEST_ALIKE or not column_of(place[link[0]])
    ]
    near = [link for link in single if is_near(link, place)]
    arrows = tuple(near) if len(near) <= most_arrows else ()
    sayings = _alike([link for link in drawn if link not in arrows])
    if len(sayings) > MOST_TAGS:
        sayings = {saying: links for saying, links in sayings.items() if len(links) >= FEWEST_ALIKE}
    tagged = tuple((f"[{number}]", tuple(links)) for number, links in enumerate(sayings.values(), 1))
    said = {*arrows, *(link for _, links in tagged for link in links)}
    return ShownLinks(arrows, tagged, tuple(link for link in family.links if link not in said))


def tag_meaning(family: Family, links: tuple[Link, ...]) -> str:
    """Return what a tag says of each body that bears it, and of how many."""
    tail, head, kind = links[0]
    saying = (
        f"{family.label(tail)} {kind} this body" if kind in UPPER_ASKS else f"{kind} {family.label(head)}"
    )
    return f"{saying} ({counted(len(links), 'body')})"


def _alike(links: list[Link]) -> dict[tuple[str, str], list[Link]]:
    found: dict[tuple[str, str], list[Link]] = defaultdict(list)
    for link in links:
        found[_saying(link)].append(link)
    return found


def _saying(link: Link) -> tuple[str, str]:
    tail, head, kind = link
    return kind, tail if kind in UPPER_ASKS else head


def is_near(link: Link, place: Mapping[str, str]) -> bool:
    """Say whether the arrow of a link crosses nothing: between boxes of a tree, or outlines side by side."""
    columns = column_of(place[link[0]]), column_of(place[link[1]])
    return columns == (0, 0) or abs(columns[0] - columns[1]) == 1
