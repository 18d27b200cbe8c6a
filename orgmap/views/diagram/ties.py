"""Which ties of a body projection are drawn, and in which form, so that the drawing stays legible."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import networkx as nx

from orgmap.errors import NetworkUnfit
from orgmap.model.guards import clean

MOST_TIES = 60
MOST_TIES_A_BODY = 2.5
ALWAYS_LEGIBLE = 21
MOST_TWO_MODE_LINES = 80
FEWEST_KEPT = 0.5


@dataclass(frozen=True)
class Tie:
    """Two bodies, how many they share, who these are, and whether one body is part of the other."""

    one: str
    other: str
    shared: int
    members: tuple[str, ...]
    part_of: bool


@dataclass(frozen=True)
class Hub:
    """Members that sit on the same bodies, and these bodies."""

    members: tuple[str, ...]
    bodies: tuple[str, ...]


@dataclass(frozen=True)
class Selection:
    """What is drawn: `ties` of at least `threshold`, or in place of them `hubs` where ties would be too many.

    `untied` are the bodies without any tie of `at_least`, `below` those whose ties all lie below the
    threshold; `left_out` counts the ties, or the members, that are not drawn.
    """

    bodies: tuple[str, ...]
    at_least: int
    threshold: int
    ties: tuple[Tie, ...]
    hubs: tuple[Hub, ...]
    untied: tuple[str, ...]
    below: tuple[str, ...]
    left_out: int


def label_of(projection: nx.Graph[str], body: str) -> str:
    """Return the label of a body, cleaned; its id where it has none."""
    return clean(projection.nodes[body].get("label") or "") or clean(body)


def selected(projection: nx.Graph[str], at_least: int) -> Selection:
    """Return what to draw of a projection: the ties, fewer of them, or the members they are made of."""
    bodies = tuple(sorted(projection, key=lambda body: (label_of(projection, body).casefold(), body)))
    ties = _ties(projection, bodies, at_least)
    tied = _ends(ties)
    untied = tuple(body for body in bodies if body not in tied)
    threshold = _threshold(ties, at_least)
    kept = [tie for tie in ties if tie.shared >= threshold]
    ends = _ends(kept)
    hubs = _hubs(ties) if len(ends) < FEWEST_KEPT * len(tied) else ()
    if hubs:
        drawn = _fitting(hubs)
        joined = {body for hub in drawn for body in hub.bodies}
        below = tuple(body for body in bodies if body in tied - joined)
        missing = sum(len(hub.members) for hub in hubs) - sum(len(hub.members) for hub in drawn)
        return Selection(bodies, at_least, at_least, tuple(ties), drawn, untied, below, missing)
    below = tuple(body for body in bodies if body in tied - ends)
    return Selection(bodies, at_least, threshold, tuple(kept), (), untied, below, len(ties) - len(kept))


def _ties(projection: nx.Graph[str], bodies: tuple[str, ...], at_least: int) -> list[Tie]:
    place = {body: number for number, body in enumerate(bodies)}
    found = []
    for edge in projection.edges(data=True):
        one, other = sorted(edge[:2], key=place.__getitem__)
        tie = _tie(one, other, edge[2])
        if one != other and tie.shared >= at_least:
            found.append(tie)
    return sorted(found, key=lambda tie: (place[tie.one], place[tie.other]))


def _tie(one: str, other: str, data: dict[str, Any]) -> Tie:
    if "shared" not in data:
        raise NetworkUnfit("A diagram of interlocks needs a projection: its edges say how many are shared.")
    return Tie(one, other, int(data["shared"]), tuple(data.get("members") or ()), bool(data.get("part_of")))


def _ends(ties: Iterable[Tie]) -> set[str]:
    return {body for tie in ties for body in (tie.one, tie.other)}


def _threshold(ties: list[Tie], at_least: int) -> int:
    """Return the lowest threshold that leaves a number of ties that can be read."""
    most = min(MOST_TIES, max(ALWAYS_LEGIBLE, int(MOST_TIES_A_BODY * len(_ends(ties)))))
    threshold = at_least
    while sum(1 for tie in ties if tie.shared >= threshold) > most:
        threshold += 1
    return threshold


def _hubs(ties: list[Tie]) -> tuple[Hub, ...]:
    """Return the members that make the ties, those on the same bodies together, the most bodies first."""
    sits_on: dict[str, set[str]] = defaultdict(set)
    for tie in ties:
        for member in tie.members:
            sits_on[member] |= {tie.one, tie.other}
    alike: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for member in sorted(sits_on):
        alike[tuple(sorted(sits_on[member]))].append(member)
    hubs = [Hub(tuple(members), bodies) for bodies, members in alike.items()]
    return tuple(sorted(hubs, key=lambda hub: (-len(hub.bodies), hub.bodies, hub.members)))


def _fitting(hubs: tuple[Hub, ...]) -> tuple[Hub, ...]:
    """Return the first hubs, as many as have room for their lines; always one."""
    fitting: list[Hub] = []
    lines = 0
    for hub in hubs:
        lines += len(hub.bodies)
        if fitting and lines > MOST_TWO_MODE_LINES:
            break
        fitting.append(hub)
    return tuple(fitting)
