"""How the vertices of a network are named in tables: by name where that is clear, else by code."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from orgmap.matching import normal, person_name
from orgmap.read.networks.network import Network, Vertex, fact, header
from orgmap.vocabulary import NOT_PEOPLE, VACANT

TABLE_OF = {"body": "bodies", "organisation": "organisations", "person": "people", "area": "areas"}
PREFIXES = {"body": "body", "organisation": "org", "person": "person", "area": "area"}
_SERIAL = re.compile(r"[A-Za-z_]{0,5}[:\-]?\d+(\.0)?")
_UNNAMED = ("no", "false", "0")


@dataclass(frozen=True)
class Naming:
    """The name and code of each vertex that a table declares, and the text by which others refer to it.

    A vertex without a code is known by its name alone; one that is not declared stands for nobody ("Vacant"),
    or is the same as another (`same`).
    """

    names: dict[str, str | None]
    codes: dict[str, str | None]
    texts: dict[str, str | None]
    same: dict[str, str]


def naming(network: Network, modes: Mapping[str, str]) -> Naming:
    """Return how the bodies, organisations, people and areas of a network are named."""
    made = Naming({}, {}, {}, {})
    prefixed = _prefixed(network, modes)
    for mode in TABLE_OF:
        mine = [vertex for vertex in network.vertices.values() if modes[vertex.id] == mode]
        if mode == "person" and not prefixed:
            mine = [vertex for vertex in mine if not _stands_for_nobody(vertex)]
        _name_mode(made, mine, mode, prefixed)
    made.texts.update(
        {vertex: network.label(vertex) for vertex in network.vertices if vertex not in made.texts}
    )
    return made


def _stands_for_nobody(vertex: Vertex) -> bool:
    """Tell whether a vertex is called "Vacant", "TBC" or the like."""
    text = normal(vertex.label)
    return text in VACANT | NOT_PEOPLE or text.partition(" ")[0] in VACANT


def _prefixed(network: Network, modes: Mapping[str, str]) -> bool:
    """Tell whether every id begins with what it is the id of, as orgmap writes it."""
    wanted = [(vertex, PREFIXES[modes[vertex]]) for vertex in network.vertices if modes[vertex] in PREFIXES]
    return bool(wanted) and all(re.match(rf"{prefix}[:\-].", vertex) for vertex, prefix in wanted)


def _name_mode(made: Naming, vertices: Iterable[Vertex], mode: str, prefixed: bool) -> None:
    known: dict[str, str] = {}
    declared = []
    mine = list(vertices)
    coded = prefixed or _coded(mine, mode)
    for vertex in mine:
        key = _key(vertex.label, mode)
        if not coded and key in known:
            made.same[vertex.id] = known[key]
            continue
        known.setdefault(key, vertex.id)
        declared.append(vertex)
    for vertex in declared:
        made.names[vertex.id] = None if _unnamed(vertex) else _full_name(vertex)
        made.codes[vertex.id] = _code(vertex, prefixed) if coded else None
    made.texts.update(_references(made, declared, mode))
    made.texts.update({vertex: made.texts[same] for vertex, same in made.same.items() if same in made.texts})


def _coded(vertices: list[Vertex], mode: str) -> bool:
    """Tell whether the ids are codes worth keeping, or are needed to tell equal names apart."""
    if all(vertex.id == vertex.label for vertex in vertices):
        return False
    if not any(_SERIAL.fullmatch(vertex.id) or vertex.id == vertex.label for vertex in vertices):
        return True
    return len({_key(vertex.label, mode) for vertex in vertices}) < len(vertices)


def _code(vertex: Vertex, prefixed: bool) -> str:
    own = fact(vertex.facts, "ref")
    return own or (re.sub(r"^[a-z]+[:\-]", "", vertex.id) if prefixed else vertex.id)


def _unnamed(vertex: Vertex) -> bool:
    return (fact(vertex.facts, "name known") or "").casefold() in _UNNAMED


def _full_name(vertex: Vertex) -> str:
    return fact(vertex.facts, "full name") or vertex.label


def _key(name: str, mode: str) -> str:
    return (person_name(name).key if mode == "person" else normal(name)) or name


def _references(made: Naming, vertices: Iterable[Vertex], mode: str) -> dict[str, str | None]:
    """Return each vertex's name where nothing else of its mode is called so, else its code.

    Whoever is known by post alone is not named: the seat says which post, and of which organisation.
    """
    called: dict[str, set[str]] = defaultdict(set)
    mine = list(vertices)
    for vertex in mine:
        for name in (made.names[vertex.id], *_other_names(vertex)):
            if name:
                called[_key(name, mode)].add(vertex.id)
    codes = {code.casefold(): vertex.id for vertex in mine if (code := made.codes[vertex.id])}
    texts: dict[str, str | None] = {}
    for vertex in mine:
        name, code = made.names[vertex.id], made.codes[vertex.id]
        clear = (
            name and len(called[_key(name, mode)]) == 1 and codes.get(name.casefold(), vertex.id) == vertex.id
        )
        texts[vertex.id] = name if clear or code is None else code
        if name is None and "--" in (code or ""):
            texts[vertex.id] = None
    return texts


def _other_names(vertex: Vertex) -> list[str]:
    held = {header(name): text for name, text in vertex.facts.items()}
    also = [part.strip() for part in held.get("also known as", "").split(";")]
    return [held.get("short name", ""), *also]
