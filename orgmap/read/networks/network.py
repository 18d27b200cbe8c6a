"""A network as any program writes it: vertices and ties, all that is known of them as text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from orgmap.errors import Problem
from orgmap.model.exact import text_of
from orgmap.model.wording import counted, listing, verb
from orgmap.read.grid import clean
from orgmap.vocabulary import normal_header

Facts = dict[str, str]
LISTS = ("kumu", "gephi")
"""The forms in which a tie may name what no list of nodes has."""
NAMED_BY = ("label", "name", "full name", "display name", "shared name", "title", "node label")
"""The attributes that may hold a vertex's name, the likeliest first."""


@dataclass(frozen=True)
class Vertex:
    """One node: `label` is its name, its id where it has none; `row` its place in the file."""

    id: str
    label: str
    row: int
    facts: Facts = field(default_factory=dict)


@dataclass(frozen=True)
class Tie:
    """One edge between the ids of two vertices; `row` is its place in the file."""

    source: str
    target: str
    row: int
    facts: Facts = field(default_factory=dict)


@dataclass(frozen=True)
class Network:
    """All vertices by id and all ties of one file; `title` is how its form is called in a sentence."""

    name: str
    form: str
    title: str
    vertices: dict[str, Vertex] = field(default_factory=dict)
    ties: tuple[Tie, ...] = ()
    about: Facts = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    vertices_at: str = ""
    ties_at: str = ""

    def label(self, vertex: str) -> str:
        """Return the name of a vertex."""
        return self.vertices[vertex].label


def filled(bare: Network, vertices: Iterable[Vertex], ties: Iterable[Tie]) -> Network:
    """Return a network with these vertices and ties.

    A vertex that stands twice is taken once, with all that either says. An end of a tie that is no vertex
    becomes one, as in the programs that take lists of ties; in the files of others such a tie is left out.
    Either is said.
    """
    known, twice = _merged(vertices)
    made = replace(
        bare,
        vertices=known,
        vertices_at=bare.vertices_at or f"nodes of {bare.name}",
        ties_at=bare.ties_at or f"edges of {bare.name}",
    )
    if twice:
        made = _telling(made, made.vertices_at, f"{_standing(twice)}: {listing(twice)}.")
    return _joined(made, list(ties))


def _standing(twice: list[str]) -> str:
    count = counted(len(twice), "node")
    return f"{count} {verb('stands', len(twice))} there twice, and {verb('is', len(twice))} taken once"


def _joined(made: Network, ties: list[Tie]) -> Network:
    """Return the network with its ties, and with the vertices that only they name."""
    loose = [tie for tie in ties if not {tie.source, tie.target} <= made.vertices.keys()]
    if loose and made.vertices and made.form not in LISTS:
        kept = tuple(tie for tie in ties if {tie.source, tie.target} <= made.vertices.keys())
        ends = [end for tie in loose for end in (tie.source, tie.target) if end not in made.vertices]
        count = f"{counted(len(loose), 'edge')} {verb('is', len(loose))} left out"
        told = f"{count}, whose ends are not among the nodes: {listing([end or 'no end' for end in ends])}."
        return _telling(replace(made, ties=kept), made.ties_at, told)
    kept = tuple(tie for tie in ties if tie.source and tie.target)
    new: dict[str, int] = {}
    for tie in kept:
        for end in (tie.source, tie.target):
            if end not in made.vertices:
                new.setdefault(end, tie.row)
    grown = made.vertices | {end: Vertex(end, end, row) for end, row in new.items()}
    whole = replace(made, ties=kept, vertices=grown)
    if not new or not made.vertices:
        return whole
    one = len(new)
    told = f"{listing(list(new))} {verb('stands', one)} only there; a node is made for {verb('it', one)}."
    return _telling(whole, made.ties_at, told)


def _telling(made: Network, place: str, message: str) -> Network:
    problem = Problem(place, None, None, None, message, "Check the list of nodes.", "warning")
    return replace(made, problems=(*made.problems, problem))


def named(vertex: str, label: str | None, row: int, facts: Facts) -> Vertex:
    """Return a vertex called by its label, else by the first attribute that holds a name, else by its id."""
    if label is not None:
        again = {name for name, text in facts.items() if text == label and header(name) in NAMED_BY}
        return Vertex(vertex, label, row, {name: text for name, text in facts.items() if name not in again})
    headers = {header(name): name for name in facts}
    found = next((headers[wanted] for wanted in NAMED_BY if wanted in headers), None)
    rest = {name: text for name, text in facts.items() if name != found}
    return Vertex(vertex, facts[found] if found else vertex, row, rest)


@cache
def header(name: str) -> str:
    """Return the name of an attribute as it is compared."""
    return normal_header(name)


def fact(facts: Facts, wanted: str) -> str | None:
    """Return what an attribute says, whatever the case and spacing of its name."""
    return next((text for name, text in facts.items() if header(name) == wanted), None)


def facts_of(values: Mapping[str, object]) -> Facts:
    """Return the attributes that hold anything, as text; lists with semicolons."""
    texts = {clean(str(name)): as_text(value) for name, value in values.items()}
    return {name: text for name, text in texts.items() if name and text}


def as_text(value: object) -> str | None:
    """Return a value as a cell of a table would hold it, None where it holds nothing."""
    text = None if isinstance(value, Mapping) else text_of(value)
    return None if text is None else clean(text)


def _merged(vertices: Iterable[Vertex]) -> tuple[dict[str, Vertex], list[str]]:
    known: dict[str, Vertex] = {}
    twice = []
    for vertex in vertices:
        if first := known.get(vertex.id):
            twice.append(vertex.label)
            known[vertex.id] = replace(first, facts=vertex.facts | first.facts)
        else:
            known[vertex.id] = vertex
    return known, twice
