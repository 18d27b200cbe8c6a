"""Which nodes of a graph are people, organisations, memberships, posts and areas, and how they are called."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import unquote

from orgmap.matching import normal
from orgmap.read.org.graph import HERE, Statements
from orgmap.read.records import plain
from orgmap.vocabulary import TABLE

if TYPE_CHECKING:
    from rdflib.term import Node

LABELS = (
    "skos:prefLabel",
    "foaf:name",
    "schema:name",
    "rov:legalName",
    "rdfs:label",
    "dcterms:title",
    "vcard:fn",
)
_PEOPLE = ("foaf:Person", "schema:Person", "vcard:Individual", "person:Person")
_ORGANISATIONS = (
    "org:Organization", "org:FormalOrganization", "org:OrganizationalUnit",
    "org:OrganizationalCollaboration", "foaf:Organization", "foaf:Group", "schema:Organization",
    "schema:GovernmentOrganization", "vcard:Organization", "rov:RegisteredOrganization",
)  # fmt: skip
HAS_ORGANISATION = (
    "org:organization", "org:memberOf", "org:headOf", "org:postIn", "org:unitOf", "org:subOrganizationOf",
    "org:hasUnit", "org:hasSubOrganization", "opengov:onBehalfOf", "org:linkedTo",
)  # fmt: skip
OF_ORGANISATION = (
    "org:hasMember", "org:hasUnit", "org:hasSubOrganization", "org:hasPost", "org:unitOf",
    "org:subOrganizationOf", "org:classification", "org:linkedTo",
)  # fmt: skip
AREAS = ("dcterms:spatial", "opengov:area", "schema:areaServed")
ROLES = ("org:role", "schema:roleName", "opengov:role")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


class Nodes:
    """The nodes of a graph by what they are, each kind in its order."""

    def __init__(self, statements: Statements) -> None:
        self.statements = statements
        self.memberships = self.ordered(self._found_memberships())
        self.posts = self.ordered(self._found_posts())
        people = set(statements.typed(_PEOPLE))
        apart = {*self.memberships, *self.posts}
        organisations = [
            node for node in self._found_organisations() if node not in people and node not in apart
        ]
        self.organisations = self.ordered(organisations)
        self.known = frozenset(self.organisations)
        known = {*self.organisations, *apart}
        self.people = self.ordered(node for node in [*people, *self._found_people()] if node not in known)
        areas = [
            *statements.typed(["dcterms:Location", "schema:Place"]),
            *(value for _, value in statements.pairs(*AREAS)),
        ]
        self.areas = self.ordered(node for node in areas if not statements.is_text(node))

    def code(self, node: Node) -> str:
        """Return how a node is referred to: orgmap's own id, its address, or its label where it has none."""
        if self.statements.values(node, "orgmap:position"):
            return self.statements.text(node, "dcterms:identifier") or str(node)
        if self.statements.is_text(node):
            return plain(str(node)) or ""
        if self.statements.is_blank(node):
            return self.statements.text(node, *LABELS) or f"unnamed {sorted(self.statements.types(node))}"
        return unquote(str(node).removeprefix(HERE).lstrip("#")) if str(node).startswith(HERE) else str(node)

    def word(self, node: Node) -> str | None:
        """Return what a role or a kind is called: its label, its text, or the end of its address."""
        if self.statements.is_text(node):
            return plain(str(node))
        if label := self.statements.text(node, *LABELS):
            return label
        if self.statements.is_blank(node):
            return None
        end = re.split(r"[/#:]", unquote(str(node)).rstrip("/#"))[-1]
        return plain(_CAMEL.sub(" ", end.replace("_", " ").replace("-", " ")).lower())

    def ordered(self, nodes: Iterable[Node]) -> list[Node]:
        """Return nodes, each once, in an order that is always the same."""
        return sorted(dict.fromkeys(nodes), key=self._order)

    def _order(self, node: Node) -> tuple[int, str, str]:
        place = self.statements.text(node, "orgmap:position") or ""
        blank = self.statements.is_blank(node)
        told = (
            repr(sorted((name, self.code(value)) for name, value in self.statements.all_of(node)))
            if blank
            else ""
        )
        return (int(place) if place.isdecimal() else 0, told, "" if blank else str(node))

    def role(self, node: Node) -> str | None:
        """Return the role of a membership: of several, the one that comes first in orgmap's list of roles."""
        words = [word for role in self.statements.values(node, *ROLES) if (word := self.word(role))]
        roles = TABLE["seats"].by_name["role"].closed_list
        order = (
            {normal(spelling): number for number, spelling in enumerate(roles.spellings())} if roles else {}
        )
        return min(words, key=lambda word: order.get(normal(word), len(order)), default=None)

    def first(self, node: Node, *names: str) -> str | None:
        """Return how the first thing that a node has under names is referred to."""
        values = self.statements.values(node, *names)
        return self.code(values[0]) if values else None

    def _found_memberships(self) -> Iterable[Node]:
        yield from self.statements.typed(["org:Membership"])
        yield from (subject for subject, _ in self.statements.pairs("org:organization"))
        yield from (value for _, value in self.statements.pairs("org:hasMembership"))

    def _found_posts(self) -> Iterable[Node]:
        yield from self.statements.typed(["org:Post"])
        yield from (value for _, value in self.statements.pairs("org:holds", "org:hasPost", "opengov:post"))
        yield from (subject for subject, _ in self.statements.pairs("org:heldBy", "org:postIn"))

    def _found_organisations(self) -> Iterable[Node]:
        yield from self.statements.typed(_ORGANISATIONS)
        yield from (value for _, value in self.statements.pairs(*HAS_ORGANISATION))
        yield from (subject for subject, _ in self.statements.pairs(*OF_ORGANISATION))

    def _found_people(self) -> Iterable[Node]:
        yield from (value for _, value in self.statements.pairs("org:member", "org:hasMember", "org:heldBy"))
        pairs = self.statements.pairs("org:memberOf", "org:headOf", "org:holds", "org:hasMembership")
        yield from (subject for subject, _ in pairs)
