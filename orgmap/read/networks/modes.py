"""What each vertex of a network is: a body, an organisation, a person; said by the file, else worked out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from orgmap.matching import normal
from orgmap.read.guesses import looks_like_body, looks_like_organisation
from orgmap.read.networks.network import Network, header
from orgmap.vocabulary import BODY_WORDS, ORGANISATION_WORDS
from orgmap.vocabulary.choices import BODY_KINDS, ORGANISATION_KINDS

_CALLED = {
    "body": "body bodies board boards partnership committee group forum club event meeting panel",
    "organisation": (
        "organisation organization organisations organizations org orgs agency agencies company firm "
        "institution employer council authority government ngo corporation"
    ),
    "person": (
        "person people individual individuals human actor contact councillor politician representative "
        "member holder man woman"
    ),
    "area": "area place geography",
    "seat": "seat vacancy",
    "post": "post",
    "sector": "sector",
}
PLAIN = {word: mode for mode, words in _CALLED.items() for word in words.split()}
"""Words that say what a vertex is."""
GENERAL = frozenset(
    (
        "body", "bodies", "group", "organisation", "organization", "organisations", "organizations", "org",
        "orgs", "institution",
    )
)  # fmt: skip
"""Words that say what a vertex is, and nothing of its kind."""
_SAYING = (
    "mode", "element type", "node type", "entity type", "vertex type", "node kind", "type", "kind",
)  # fmt: skip
_PERHAPS = ("category", "class", "classification", "group", "set", "layer", "partition")
_SIDES = ("bipartite", "type", "part", "side", "mode")
_SECOND = {"0": 0, "1": 1, "no": 0, "yes": 1, "false": 0, "true": 1}


@dataclass(frozen=True)
class Told:
    """What the attribute `column` says of the vertices."""

    column: str
    modes: dict[str, str]


@cache
def mode_of(text: str) -> str | None:
    """Return what a word such as Board, Agency or Individual says that a vertex is, or None."""
    word = normal(text)
    if word in PLAIN:
        return PLAIN[word]
    for mode, kinds in (("body", BODY_KINDS), ("organisation", ORGANISATION_KINDS)):
        if word in {normal(spelling) for spelling in kinds.spellings()}:
            return mode
    last = word.rpartition(" ")[2]
    return PLAIN.get(last) or _by_ending(last)


def told(network: Network) -> Told | None:
    """Return what the vertices are by the attribute that says it of most, or None."""
    best: Told | None = None
    for column in _columns(network, (*_SAYING, *_PERHAPS)):
        values = {
            vertex.id: vertex.facts[column] for vertex in network.vertices.values() if column in vertex.facts
        }
        read = mode_of if header(column) in _SAYING else _plainly
        modes = {vertex: mode for vertex, text in values.items() if (mode := read(text))}
        if 2 * len(modes) >= len(values) and len(modes) > (len(best.modes) if best else 0):
            best = Told(column, modes)
    return best


def sides_told(network: Network) -> tuple[str, dict[str, int]] | None:
    """Return the attribute, such as bipartite, that gives the side of every vertex, and the sides, 0 or 1."""
    for column in _columns(network, _SIDES):
        values = [vertex.facts.get(column, "").casefold() for vertex in network.vertices.values()]
        sides = [_SECOND.get(value) for value in values]
        if None not in sides and len(set(sides)) == 2:
            return column, {
                vertex: int(side or 0) for vertex, side in zip(network.vertices, sides, strict=True)
            }
    return None


def completed(network: Network, modes: Mapping[str, str]) -> dict[str, str]:
    """Return the modes with those that the file does not say, from the neighbours, else from the names."""
    around: dict[str, set[str]] = {}
    for tie in network.ties:
        for one, other in ((tie.source, tie.target), (tie.target, tie.source)):
            around.setdefault(one, set()).add(modes.get(other, ""))
    return {
        vertex: modes.get(vertex) or _worked_out(network.label(vertex), around.get(vertex, set()))
        for vertex in network.vertices
    }


def _worked_out(label: str, around: set[str]) -> str:
    if around and around <= {"person", "organisation"}:
        return "body"
    if around == {"body"} or not looks_like_body(label):
        return "organisation" if looks_like_organisation(label) else "person"
    return "body"


def _columns(network: Network, wanted: Iterable[str]) -> list[str]:
    present = {header(name): name for vertex in network.vertices.values() for name in vertex.facts}
    return [present[one] for one in wanted if one in present]


def _plainly(text: str) -> str | None:
    return PLAIN.get(normal(text))


def _by_ending(last: str) -> str | None:
    if last in BODY_WORDS:
        return "body"
    return "organisation" if last in ORGANISATION_WORDS else None
