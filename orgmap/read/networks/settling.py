"""What every vertex of a network is, and what has to be said about how that was found out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from orgmap.errors import Problem, SourceInvalid
from orgmap.model.wording import counted, verb
from orgmap.read.networks.modes import completed, told
from orgmap.read.networks.network import Network
from orgmap.read.networks.sides import modes_by_sides

ONE_MODE = "this network tells who is tied to whom, not who sits on what, so no map can be made of it."
TELL = (
    "Give each node an attribute “mode” that says body, organisation or person, and join members to the "
    "bodies they sit on."
)
_SHOWN = 6


@dataclass(frozen=True)
class Settled:
    """The mode of every vertex, the attribute that tells it, empty for none, and what was worked out."""

    modes: dict[str, str]
    column: str
    problems: tuple[Problem, ...]


def settled(network: Network) -> Settled:
    """Return what every vertex is.

    Raises:
        SourceInvalid: neither the attributes nor the ties of the network tell members from bodies.
    """
    known = told(network)
    if known is not None and _tells(network, known.modes):
        return _by_attribute(network, known.modes, known.column)
    if sides := modes_by_sides(network):
        return _by_sides(network, *sides)
    if known is None or len(known.modes) == len(network.vertices):
        raise one_mode(network)
    return _by_attribute(network, known.modes, known.column)


def _tells(network: Network, modes: Mapping[str, str]) -> bool:
    """Tell whether the modes that a file says of its vertices can tell members from bodies."""
    different = set(modes.values())
    return len(different) > 1 or (different == {"body"} and len(modes) == len(network.vertices))


def one_mode(network: Network) -> SourceInvalid:
    """Return the refusal of a network of one mode, to be raised."""
    return SourceInvalid([*network.problems, Problem(network.name, None, None, None, ONE_MODE, TELL)])


def _by_attribute(network: Network, known: Mapping[str, str], column: str) -> Settled:
    modes = completed(network, known)
    problems = _worked_out(network, modes, known)
    if "body" not in modes.values() and "organisation" in modes.values():
        modes = {vertex: "body" if mode == "organisation" else mode for vertex, mode in modes.items()}
        message = "no node is called a body; the organisations that people sit on are read as the bodies."
        problems.append(Problem(network.vertices_at, None, column, None, message, TELL, "warning"))
    return Settled(modes, column, tuple(problems))


def _by_sides(network: Network, sides: Mapping[str, str], column: str) -> Settled:
    modes = completed(network, sides)
    count = Counter(sides.values())
    bodies = count.pop("body")
    member, members = count.popitem()
    first = next(network.label(vertex) for vertex, mode in sides.items() if mode == "body")
    message = (
        f"the nodes do not say what they are: read as {counted(bodies, 'body')}, such as {first[:80]}, with "
        f"{counted(members, member)} on {verb('it', bodies)}."
    )
    problem = Problem(network.vertices_at, None, None, first, message, TELL, "warning")
    return Settled(modes, column, (problem, *_worked_out(network, modes, sides)))


def _worked_out(network: Network, modes: Mapping[str, str], known: Mapping[str, str]) -> list[Problem]:
    """Say of which vertices the mode was worked out one by one."""
    new = [vertex for vertex in modes if vertex not in known]
    if not new:
        return []
    read = ", ".join(f"{network.label(vertex)[:80]} ({modes[vertex]})" for vertex in new[:_SHOWN])
    more = f" and {len(new) - _SHOWN} more" if len(new) > _SHOWN else ""
    message = (
        f"it is not said what {counted(len(new), 'node')} {verb('is', len(new))}; read as: {read}{more}."
    )
    return [Problem(network.vertices_at, None, None, network.label(new[0]), message, TELL, "warning")]
