"""A network of names and lines read as bodies with their members, where it is one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import networkx as nx

from orgmap.errors import Problem, SourceInvalid
from orgmap.read.guesses import body_side, looks_like_body, looks_like_person, member_column, share
from orgmap.read.ties import Column, Entity, Facts, Tie, TwoLists, number_facts, told_apart

ALIKE = 0.6
"""Where so many names of both sides look like bodies, or like people, all are of one kind."""
ONE_MODE = "the lines join names of one kind, so this says who is tied to whom, not who sits on what."
TWO_MODE = "Save the two-mode network: the bodies with their members, not the network made from it."
COLUMN: dict[str, Column] = {
    "people": "person", "person": "person", "organisations": "organisation", "organisation": "organisation",
    "sectors": "organisation", "sector": "organisation", "posts": "post", "post": "post",
}  # fmt: skip
"""The column of seats for what a file of orgmap's own says its members are."""


@dataclass(frozen=True)
class Line:
    """What joins two nodes: its row, the nodes, how much it weighs, and what else is said of it."""

    row: int
    one: int
    other: int
    value: float = 1.0
    facts: Facts = field(default_factory=dict)


@dataclass(frozen=True)
class Drawn:
    """A network as a file has it: the name and row of every node by its number, and the lines.

    `bodies` are the nodes that are bodies, where that is known. `members` says what the members are where a
    file of orgmap's own tells: "people", "organisations", "posts" or "sectors".
    """

    place: str
    names: Mapping[int, tuple[str, int]]
    lines: Sequence[Line]
    bodies: frozenset[int] | None = None
    members: str | None = None


def lists_of(drawn: Drawn) -> tuple[TwoLists, list[Problem]]:
    """Return the bodies, members and ties of a network, and a warning for each name that several nodes have.

    Raises:
        SourceInvalid: its lines do not join bodies to members.
    """
    bodies = body_nodes(drawn) if drawn.bodies is None else drawn.bodies
    if bodies is None or any((line.one in bodies) == (line.other in bodies) for line in drawn.lines):
        raise one_mode(drawn.place)
    sides = [[node for node in drawn.names if (node in bodies) == wanted] for wanted in (True, False)]
    body, member = (told_apart((node, drawn.names[node][0]) for node in side) for side in sides)
    column = COLUMN[drawn.members] if drawn.members else member_column(list(member.values()))
    lines = list(_single(drawn.lines))
    lists = TwoLists(
        drawn.place, column,
        {name: Entity(drawn.names[node][1]) for node, name in body.items()},
        {name: _member(name, drawn.names[node][1], drawn.members) for node, name in member.items()},
        [tie for line in lines for tie in _ties(line, body, member, _value_reader(drawn, column))],
    )  # fmt: skip
    return lists, list(_renamed(drawn, {**body, **member}))


def one_mode(place: str) -> SourceInvalid:
    """Return the refusal of a network whose nodes are all of one kind, to be raised."""
    return SourceInvalid([Problem(place, None, None, None, ONE_MODE, TWO_MODE)])


def body_nodes(drawn: Drawn) -> frozenset[int] | None:
    """Return the nodes that are bodies, where the file does not say; None where they are all of one kind."""
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(drawn.names)
    graph.add_edges_from((line.one, line.other) for line in drawn.lines)
    starts = {line.one for line in drawn.lines}
    ends = {line.other for line in drawn.lines}
    apart = bool(starts) and starts.isdisjoint(ends)
    bodies = _bodies_of(drawn, (starts, ends)) if apart else _coloured(drawn, graph, ends)
    if bodies is None or _alike(drawn, bodies, (starts | ends) - bodies):
        return None
    idle = {node for node in nx.isolates(graph) if looks_like_body(drawn.names[node][0])}
    return frozenset(bodies | idle)


def _bodies_of(drawn: Drawn, sides: tuple[set[int], set[int]]) -> set[int]:
    """Return the side that names bodies; where the names do not tell, the second."""
    first, second = ([drawn.names[node][0] for node in sorted(side)] for side in sides)
    return sides[0] if body_side(first, second) == 0 else sides[1]


def _coloured(drawn: Drawn, graph: nx.Graph[int], ends: set[int]) -> set[int] | None:
    """Return the bodies of every component, or None where one has no two sides."""
    bodies: set[int] = set()
    for component in nx.connected_components(graph):
        if len(component) > 1:
            part = graph.subgraph(component)
            if not nx.is_bipartite(part):
                return None
            one, other = nx.bipartite.sets(part)
            sides = (one, other) if len(other & ends) >= len(one & ends) else (other, one)
            bodies |= _bodies_of(drawn, sides)
    return bodies


def _alike(drawn: Drawn, bodies: set[int], members: set[int]) -> bool:
    named = [[drawn.names[node][0] for node in side] for side in (bodies, members)]
    tests: Iterable[Callable[[str], bool]] = (looks_like_body, looks_like_person)
    return any(all(share(names, test) > ALIKE for names in named) for test in tests)


def _single(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield each line but the second of a pair that says the same in both directions."""
    ways: set[tuple[int, int]] = set()
    for line in lines:
        if (line.other, line.one) not in ways:
            ways.add((line.one, line.other))
            yield line


def _renamed(drawn: Drawn, told: Mapping[int, str]) -> Iterator[Problem]:
    for node, name in told.items():
        written, row = drawn.names[node]
        if name != written:
            message = f"“{written}” is the name of another too; this one is read as “{name}”."
            yield Problem(drawn.place, row, None, written, message, "Give them different names.", "warning")


def _member(name: str, row: int, members: str | None) -> Entity:
    return Entity(row, {"sector": name} if members in ("sector", "sectors") else {})


def _value_reader(drawn: Drawn, column: Column) -> Callable[[float], tuple[int, Facts]]:
    """Return how weights are read: as numbers of seats, but for people in a file that is not orgmap's own."""
    if drawn.members or column == "organisation":
        return number_facts
    return lambda value: (1, {} if value == 1 else {"note": f"{value:g}"})


def _ties(
    line: Line,
    body: Mapping[int, str],
    member: Mapping[int, str],
    seats_of: Callable[[float], tuple[int, Facts]],
) -> Iterator[Tie]:
    on, who = (line.one, line.other) if line.one in body else (line.other, line.one)
    seats, note = seats_of(line.value)
    for _ in range(seats):
        yield Tie(line.row, body[on], member[who], {**note, **line.facts})
