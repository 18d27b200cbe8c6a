"""The Organization Ontology of the W3C, as Turtle, JSON-LD or RDF/XML, read as raw tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from orgmap.errors import Problem
from orgmap.model.raw import Source
from orgmap.model.wording import counted
from orgmap.read.files import refused
from orgmap.read.org.graph import Statements, graph_of
from orgmap.read.org.things import Things, unused_classes
from orgmap.read.popolo.bodies import sort_organisations
from orgmap.read.popolo.gathering import Gathered, gather
from orgmap.read.popolo.source import source_of

__all__ = ["read_org"]


def read_org(path: Path) -> Source:
    """Return the tables of a file in the Organization Ontology; nothing it points to is ever fetched.

    Memberships, and what is only said in short (member of, head of, holds), are seats on bodies; which
    organisations are bodies is told as for Popolo, and a collaboration is always one.

    Raises:
        SourceInvalid: the file is no RDF, would have something fetched, or says nothing of organisations.
        ToolMissing: rdflib is not installed.
    """
    statements = Statements(graph_of(path))
    things = Things(statements)
    if not things.organisations:
        message = "nothing in this file is an organisation of the Organization Ontology."
        raise refused(path, message, "Check that its addresses begin with http://www.w3.org/ns/org#.")
    gathered = gather(things.collections())
    own = things.own_tables()
    problems: list[Problem] = []
    if not own and not _is_own(things):
        links, problems = _links(gathered, things.links())
        own = {"links": links} if links else {}
    source = source_of(path.name, gathered, own, "org", "W3C ORG")
    return replace(source, problems=(*source.problems, *problems, *_unused(path, statements, things)))


def _is_own(things: Things) -> bool:
    return any(things.statements.pairs("orgmap:position"))


def _links(gathered: Gathered, links: Sequence[tuple[str, str, str]]) -> tuple[list[object], list[Problem]]:
    """Return the rows of links between bodies, and how many there are between others."""
    bodies = sort_organisations(gathered).bodies
    between = [link for link in links if link[0] in bodies and link[1] in bodies and link[0] != link[1]]
    rows: list[object] = [{"from_body": one, "to_body": other, "kind": word} for one, other, word in between]
    others = len(links) - len(between)
    message = f"{counted(others, 'link')} between organisations that are no bodies; these are not used."
    return rows, [Problem("links", None, None, None, message, "", "warning")] if others else []


def _unused(path: Path, statements: Statements, things: Things) -> Iterable[Problem]:
    used = [*things.people, *things.organisations, *things.memberships, *things.posts, *things.areas]
    for name, count in sorted(unused_classes(statements, used).items()):
        message = f"{counted(count, 'thing')} of the class {name}: orgmap has no use for it."
        yield Problem(path.name, None, None, None, message, "", "note")
