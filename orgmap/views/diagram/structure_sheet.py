"""The structure of a family of bodies as a sheet: who is under whom, and what else links them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise

import networkx as nx

from orgmap.model.wording import counted
from orgmap.views.diagram.family import LOWER_REPORTS, UPPER_ASKS, Family, Link
from orgmap.views.diagram.links import ShownLinks, is_near, shown_links, tag_meaning
from orgmap.views.diagram.outline import outlined, tier_label
from orgmap.views.diagram.sheet import (
    Box,
    Cell,
    Group,
    KeyEntry,
    Line,
    Outline,
    Sheet,
    Table,
    column_of,
    in_columns,
)
from orgmap.views.diagram.text import DiagramText, shorten, wrap

WIDEST_TREE = 6
MOST_OTHERS = 120
MOST_LISTED_LINKS = 30
TRIES = 3
_TREE = (("rankdir", "TB"), ("nodesep", "0.2"), ("ranksep", "0.4"), ("ordering", "out"))
_OUTLINE = (("rankdir", "LR"), ("nodesep", "0.1"), ("ranksep", "0.55"))


@dataclass(frozen=True)
class _Frame:
    """The bodies drawn, before the arrows: `place` is the end of a line for each body that has a box."""

    boxes: tuple[Box | Outline, ...]
    lines: tuple[Line, ...]
    groups: tuple[Group, ...]
    place: dict[str, str]
    part_of: str
    settings: tuple[tuple[str, str], ...]
    left_out: tuple[str, ...] = ()


_Lay = Callable[[Family, Mapping[str, str]], _Frame]


def structure_sheet(whole: nx.MultiDiGraph[str], text: DiagramText) -> Sheet:
    """Return the sheet of the bodies of a whole map, their parents, their links and their seats."""
    family = Family(whole)
    narrow = sum(1 for body in family.related if body not in family.uppers) <= WIDEST_TREE
    lay = _tree if narrow else _outline
    links, frame = _laid_out(family, lay)
    return Sheet(
        title=text.title,
        description=" ".join(filter(None, [text.description, *family.sentences()])),
        boxes=frame.boxes,
        lines=(*frame.lines, *(_arrow(family, frame.place, link) for link in links.arrows)),
        groups=frame.groups,
        foot=(*_listed_links(family, links), *_others(family)),
        key=_key(family, frame, links),
        notes=(*_notes(family, frame), *text.notes),
        settings=frame.settings,
    )


def _laid_out(
    family: Family, lay: Callable[[Family, Mapping[str, str]], _Frame]
) -> tuple[ShownLinks, _Frame]:
    """Return the links as they are shown and the bodies with their tags, which may move them.

    Where an arrow that was drawn between neighbours would cross others then, it is chosen anew, and at last
    no link is an arrow.
    """
    frame = lay(family, {})
    for _ in range(TRIES):
        links = shown_links(family, frame.place)
        frame = lay(family, links.tags())
        if all(set(link[:2]) <= frame.place.keys() and is_near(link, frame.place) for link in links.arrows):
            return links, frame
    links = shown_links(family, frame.place, most_arrows=0)
    return links, lay(family, links.tags())


def _tree(family: Family, tags: Mapping[str, str]) -> _Frame:
    """Return a box for each body, parents above their parts: for families that are not wide."""
    shown = family.related or (() if _in_foot(family) else family.others)
    place = {body: f"n{number}" for number, body in enumerate(shown, 1)}
    tiers = family.by_tier(shown)
    groups = [
        Group(tier_label(tier), tuple(place[body] for body in bodies)) for tier, bodies in tiers.items()
    ]
    return _Frame(
        tuple(_box(family, body, place[body], tags.get(body, "")) for body in shown),
        tuple(Line(place[parent], place[child]) for child, parent in family.part_of),
        tuple(groups) if len(groups) > 1 else (),
        place,
        "solid line: the body below is part of the one above",
        _TREE,
    )


def _box(family: Family, body: str, name: str, tag: str) -> Box:
    small = tuple(filter(None, (family.kind_and_tier(body), family.seats(body), tag)))
    head = tuple(wrap(family.label(body), 20, 4))
    return Box(name, head, small, family.full(body), grey=body not in family.children)


def _outline(family: Family, tags: Mapping[str, str]) -> _Frame:
    """Return the families as outlines in columns: for families that are wide or many."""
    found = outlined(family, tags)
    tops = [f"{outline.name}:{outline.branches[0].port}" for outline in found.outlines]
    beside = [Line(left, right, width=0) for left, right in pairwise(tops)]
    crossing = [
        Line(found.place[parent], found.place[child], "has as a part", orders=False)
        for child, parent in found.crossing
    ]
    return _Frame(
        found.outlines,
        (*beside, *crossing),
        found.groups,
        found.place,
        "solid line: the bodies that hang beneath a body are part of it",
        _OUTLINE,
        found.left_out,
    )


def _in_foot(family: Family) -> bool:
    return bool(family.others) and (bool(family.related) or len(family.others) > WIDEST_TREE)


def _others(family: Family) -> tuple[Table, ...]:
    if not _in_foot(family):
        return ()
    shown = family.others if len(family.others) <= MOST_OTHERS else family.others[: MOST_OTHERS - 1]
    cells: list[Cell] = [(shorten(family.label(body), 30), family.seats(body)) for body in shown]
    if len(shown) < len(family.others):
        cells.append((f"and {len(family.others) - len(shown)} more", ""))
    heading = f"Other bodies, with neither parent, part nor link ({len(family.others)})"
    return (Table(heading, in_columns(cells, 2 if len(cells) <= 12 else 3)),)


def _listed_links(family: Family, links: ShownLinks) -> tuple[Table, ...]:
    if not links.listed:
        return ()
    shown = links.listed if len(links.listed) <= MOST_LISTED_LINKS else links.listed[: MOST_LISTED_LINKS - 1]
    cells: list[Cell] = [(shorten(family.said(link), 100), "") for link in shown]
    if len(shown) < len(links.listed):
        cells.append((f"and {len(links.listed) - len(shown)} more", ""))
    return (Table(f"Links ({len(links.listed)})", in_columns(cells, 1)),)


def _arrow(family: Family, place: Mapping[str, str], link: Link) -> Line:
    tail, head, kind = place[link[0]], place[link[1]], link[2]
    said = family.said(link)
    if kind in LOWER_REPORTS:
        in_order = not column_of(tail) or column_of(head) < column_of(tail)
        return Line(head, tail, kind, said, "dashed", arrow="upper", orders=in_order)
    in_order = kind in UPPER_ASKS if not column_of(tail) else column_of(tail) < column_of(head)
    return Line(tail, head, kind, said, "dashed", arrow="lower", orders=in_order)


def _key(family: Family, frame: _Frame, links: ShownLinks) -> tuple[KeyEntry, ...]:
    entries = []
    if family.part_of:
        entries += [KeyEntry("grey", "a body that is not part of another"), KeyEntry("solid", frame.part_of)]
    if links.arrows:
        entries.append(
            KeyEntry(
                "dashed", "dashed arrow: a link, in the words beside it and in the direction of the arrow"
            )
        )
    return (*entries, *(KeyEntry(tag, tag_meaning(family, bundle)) for tag, bundle in links.tagged))


def _notes(family: Family, frame: _Frame) -> list[str]:
    notes = []
    if any(family.open_seats(body) for body in family.bodies):
        notes.append("Open seats are vacant, requested, applied for or invited.")
    if frame.left_out:
        notes.append(
            "Left out to keep the drawing legible: "
            f"{counted(len(frame.left_out), 'body')}, the last of many alike."
        )
    return notes
