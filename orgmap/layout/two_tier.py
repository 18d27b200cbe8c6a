"""Two tiers as three bands: wide bodies above, local ones by family below, and who sits at both between."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from math import ceil, sqrt
from typing import TYPE_CHECKING

from orgmap.layout.scene import memberships
from orgmap.network import PREFIX
from orgmap.vocabulary import TIERS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import networkx as nx

    from orgmap.layout.scene import Edge, Memberships

    Places = dict[str, tuple[int, int]]
    Order = Mapping[str, float]

WIDE_TIERS = TIERS.values[: TIERS.values.index("unitary")]
"""The tiers of the band above; the others that are known are local."""

_BODY, _MEMBER, _PERSON = (170, 110), (130, 80), (44, 44)
_BAND, _NEXT = 170, 90
_APART, _UNDER = 50, 90
_SHAPE = 1.5
_ROUNDS = 6


@dataclass(frozen=True)
class _Tiers:
    """Who is in which band: bodies, local bodies by group, and members that sit at both with theirs."""

    wide: tuple[str, ...]
    groups: dict[str, tuple[str, ...]]
    between: Memberships


def two_tier(graph: nx.Graph[str]) -> Places:
    """Return the place of every node of the view of two tiers; none where there are not two.

    Bodies of the wide tiers stand in rows at the top, those of local tiers below in blocks by area, or by
    family where the area is not known; organisations and people that sit at both stand between. What is tied
    together stands nearly above each other. The same graph gives the same places in any order of its nodes.
    """
    tiers = _tiers(graph)
    if not tiers.wide or not tiers.groups:
        return {}
    wide, span = list(tiers.wide), _span(tiers)
    groups, between = sorted(tiers.groups), sorted(tiers.between)
    places: Places = {}
    for _ in range(_ROUNDS):
        places = _set_out(wide, between, [tiers.groups[group] for group in groups], span)
        across = {node: float(x) for node, (x, _) in places.items()}
        between = _sorted_by(between, tiers.between, across)
        ranks = {node: float(rank) for rank, node in enumerate(between)}
        of_body = _inverse(tiers.between)
        wide = _sorted_by(wide, of_body, ranks)
        members = {group: _members_of(tiers.groups[group], of_body) for group in groups}
        groups = _sorted_by(groups, members, ranks)
    return places


def _tiers(graph: nx.Graph[str]) -> _Tiers:
    nodes = {node: graph.nodes[node] for node in sorted(graph)}
    bodies = {node: data for node, data in nodes.items() if data.get("mode") == "body" and data.get("tier")}
    wide = tuple(node for node, data in bodies.items() if data["tier"] in WIDE_TIERS)
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for node, data in bodies.items():
        if data["tier"] not in WIDE_TIERS:
            groups[str(data.get("area") or data.get("family") or node)].append(node)
    edges: list[Edge] = [edge for edge in graph.edges(data=True) if edge[2].get("kind") == "seat"]
    belongs = memberships(edges, set(bodies))
    above = set(wide)
    both = {
        node: found
        for node, found in belongs.items()
        if node in nodes and above & set(found) and set(found) - above
    }
    return _Tiers(wide, {group: tuple(found) for group, found in groups.items()}, both)


def _span(tiers: _Tiers) -> int:
    """Return how wide the bands are, so that all three together have the shape of a screen."""
    bodies = len(tiers.wide) + sum(map(len, tiers.groups.values()))
    area = bodies * _BODY[0] * _BODY[1] + len(tiers.between) * _PERSON[0] * _MEMBER[1]
    return max(4 * _BODY[0], round(sqrt(area * 1.4 * _SHAPE)))


def _set_out(
    wide: Sequence[str], between: Sequence[str], groups: Sequence[Sequence[str]], span: int
) -> Places:
    people = [node for node in between if node.startswith(PREFIX["person"])]
    offices = [node for node in between if not node.startswith(PREFIX["person"])]
    places = _rows(wide, _BODY, span, 0)
    places |= _rows(offices, _MEMBER, span, _below(places, _BAND))
    places |= _rows(people, _PERSON, span, _below(places, _NEXT if offices else _BAND))
    return places | _blocks(groups, span, _below(places, _BAND))


def _below(places: Places, gap: int) -> int:
    return max(y for _, y in places.values()) + gap


def _rows(nodes: Sequence[str], cell: tuple[int, int], span: int, top: int) -> Places:
    """Return places column by column in a band of rows, all rows nearly as long, centred on x = 0."""
    if not nodes:
        return {}
    rows = ceil(len(nodes) * cell[0] / span)
    columns = ceil(len(nodes) / rows)
    middle = (columns - 1) / 2
    return {
        node: (
            round((index // rows - middle + (index % rows % 2) / 2) * cell[0]),
            top + index % rows * cell[1],
        )
        for index, node in enumerate(nodes)
    }


def _blocks(groups: Sequence[Sequence[str]], span: int, top: int) -> Places:
    """Return places in blocks, a block for each group, on shelves no longer than the span."""
    shelves: list[list[Sequence[str]]] = [[]]
    for group in groups:
        if shelves[-1] and sum(map(_width, shelves[-1])) + _width(group) > span:
            shelves.append([])
        shelves[-1].append(group)
    places: Places = {}
    for shelf in shelves:
        left = -sum(map(_width, shelf)) / 2
        for group in shelf:
            columns = _columns(group)
            for index, node in enumerate(group):
                x = left + _APART / 2 + (index % columns + 0.5) * _BODY[0]
                places[node] = (round(x), top + index // columns * _BODY[1])
            left += _width(group)
        top += max(ceil(len(group) / _columns(group)) for group in shelf) * _BODY[1] + _UNDER
    return places


def _columns(group: Sequence[str]) -> int:
    return ceil(sqrt(len(group) / _SHAPE))


def _width(group: Sequence[str]) -> int:
    return _columns(group) * _BODY[0] + _APART


def _sorted_by(nodes: Sequence[str], near: Mapping[str, Sequence[str]], place: Order) -> list[str]:
    """Return nodes in the order of the middle of what is near them; those near nothing keep their rank."""

    def middle(node: str) -> float:
        found = [place[other] for other in near.get(node, ()) if other in place]
        return sum(found) / len(found) if found else 0.0

    return sorted(nodes, key=lambda node: (round(middle(node), 6), node))


def _inverse(between: Memberships) -> dict[str, tuple[str, ...]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for member, bodies in between.items():
        for body in bodies:
            found[body].append(member)
    return {body: tuple(members) for body, members in found.items()}


def _members_of(group: Sequence[str], of_body: Mapping[str, Sequence[str]]) -> list[str]:
    return [member for body in group for member in of_body.get(body, ())]
