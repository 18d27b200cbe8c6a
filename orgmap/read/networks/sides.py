"""The two sides of a network that does not say what its vertices are: who sits, and what they sit on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import networkx as nx

from orgmap.read.guesses import body_side, looks_like_person, member_column, share
from orgmap.read.networks.modes import sides_told
from orgmap.read.networks.network import Network


def modes_by_sides(network: Network) -> tuple[dict[str, str], str] | None:
    """Return the mode of each vertex from the two sides that the ties join, or None where there are not two.

    The sides are those that an attribute tells, which is returned too, else what the ties come from and go
    to, else the two colours of each component; then vertices without ties are left out. Which of the two are
    the bodies is told by the names; failing that, it is the second where an attribute or the direction of
    ties sets it apart, unless both are people.
    """
    column, sides = sides_told(network) or ("", _by_direction(network))
    apart = bool(sides)
    sides = sides or _by_colour(network)
    if not sides or any(sides[tie.source] == sides[tie.target] for tie in network.ties):
        return None
    lists = [[network.label(vertex) for vertex in sides if sides[vertex] == side] for side in (0, 1)]
    bodies = body_side(*lists)
    if bodies is None:
        if not apart or min(share(names, looks_like_person) for names in lists) > 0.5:
            return None
        bodies = 1
    member = member_column(lists[1 - bodies])
    return {vertex: "body" if side == bodies else member for vertex, side in sides.items()}, column


def _by_direction(network: Network) -> dict[str, int] | None:
    """Return 0 for what ties come from and 1 for what they go to, where nothing is both."""
    sources = {tie.source for tie in network.ties}
    targets = {tie.target for tie in network.ties}
    if sources & targets:
        return None
    return dict.fromkeys(sources, 0) | dict.fromkeys(targets, 1)


def _by_colour(network: Network) -> dict[str, int] | None:
    """Return the two colours of each component, turned so that those that look like bodies are all 1."""
    graph = nx.Graph((tie.source, tie.target) for tie in network.ties)
    try:
        colours = nx.bipartite.color(graph)
    except nx.NetworkXError:
        return None
    sides: dict[str, int] = {}
    for component in nx.connected_components(graph):
        sides |= _turned({vertex: colours[vertex] for vertex in sorted(component)}, network)
    return sides


def _turned(colours: Mapping[str, int], network: Network) -> dict[str, int]:
    first, second = (_labels(network, colours, colour) for colour in (0, 1))
    bodies = body_side(first, second)
    if bodies is None:
        bodies = 0 if len(first) < len(second) else 1
    return {vertex: int(colour == bodies) for vertex, colour in colours.items()}


def _labels(network: Network, colours: Mapping[str, int], wanted: int) -> list[str]:
    kept: Iterable[str] = (vertex for vertex, colour in colours.items() if colour == wanted)
    return [network.label(vertex) for vertex in kept]
