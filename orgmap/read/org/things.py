"""The statements of the Organization Ontology as Popolo's collections, by Popolo's mapping to it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from orgmap.read.org.dates import period
from orgmap.read.org.graph import Statements, short
from orgmap.read.org.nodes import AREAS, HAS_ORGANISATION, LABELS, OF_ORGANISATION, ROLES, Nodes
from orgmap.read.popolo.bodies import COLLABORATION, OWN
from orgmap.read.records import plain
from orgmap.vocabulary import TABLE

if TYPE_CHECKING:
    from rdflib.term import Node

Thing = dict[str, object]
_OTHERS = ("skos:altLabel", "schema:alternateName", "foaf:nick", "schema:legalName")
_READ = """
    rdf:type orgmap:position dcterms:identifier org:identifier org:classification schema:url foaf:homepage
    schema:foundingDate schema:dissolutionDate org:reportsTo org:holds org:heldBy org:hasMembership
    skos:notation dcterms:type dcterms:isPartOf dcterms:source org:member org:hasPost opengov:post
    org:memberDuring owl:sameAs schema:validFrom schema:validUntil schema:startDate schema:endDate
    org:transitiveSubOrganizationOf
    """
_SEEN = frozenset(_READ.split()).union(LABELS, _OTHERS, HAS_ORGANISATION, OF_ORGANISATION, AREAS, ROLES)
"""What is read; all else is kept as further cells."""


class Things(Nodes):
    """The things of a graph as Popolo's collections."""

    def collections(self) -> dict[str, list[object]]:
        """Return Popolo's collections."""
        memberships = [one for node in self.memberships for one in self._membership(node)]
        return {
            "persons": [self._named(node) for node in self.people],
            "organizations": [self._organisation(node) for node in self.organisations],
            "memberships": [*memberships, *self._in_short(memberships)],
            "posts": [self._post(node) for node in self.posts],
            "areas": [self._area(node) for node in self.areas],
        }

    def own_tables(self) -> dict[str, list[object]]:
        """Return the rows of the tables that orgmap itself wrote beside the ontology's words."""
        tables: dict[str, list[object]] = {}
        for name in TABLE:
            if rows := self.ordered(self.statements.typed([f"orgmap:{name}"])):
                tables[name] = [self._own(node) for node in rows]
        return tables

    def links(self) -> list[tuple[str, str, str]]:
        """Return which organisation reports or is linked to which: the two codes and the word."""
        words = {"org:reportsTo": "reports to", "org:linkedTo": "linked to"}
        return [
            (self.code(one), self.code(other), word)
            for name, word in words.items()
            for one, other in self.statements.pairs(name)
            if one in self.known and other in self.known
        ]

    def _own(self, node: Node) -> Thing:
        """Return what orgmap itself said of a thing: columns of its own tables, and marks."""
        told = {
            name.partition(":")[2]: plain(str(value))
            for name, value in self.statements.all_of(node)
            if name.startswith("orgmap:") and name != "orgmap:position" and self.statements.is_text(value)
        }
        number = told.get("number") or ""
        return {**told, **({"number": int(number)} if number.isdecimal() else {})}

    def _basic(self, node: Node) -> Thing:
        own = self._own(node)
        thing: Thing = {} if self.statements.is_blank(node) else {"id": self.code(node)}
        return thing | ({OWN: own} if own else {}) | self._further(node)

    def _further(self, node: Node) -> Thing:
        """Return what else is said of a thing, under the last word of each name."""
        more: Thing = {}
        for name, value in self.statements.all_of(node):
            if name not in _SEEN and not name.startswith("orgmap:") and not self.statements.is_blank(value):
                key = re.split(r"[/#:]", name)[-1]
                more[key] = [*(there if isinstance(there := more.get(key), list) else []), str(value)]
        return more

    def _named(self, node: Node) -> Thing:
        names = self.statements.texts(node, *LABELS)
        if not names and (
            parts := [self.statements.text(node, f"foaf:{part}") for part in ("givenName", "familyName")]
        ):
            names = [" ".join(part for part in parts if part)] if all(parts) else []
        name = names[0] if names else self.code(node) if self.statements.is_text(node) else None
        others = [*names[1:], *self.statements.texts(node, *_OTHERS)]
        return self._basic(node) | {"name": name, "other_names": [{"name": other} for other in others]}

    def _organisation(self, node: Node) -> Thing:
        statements = self.statements
        parents = [
            *statements.values(node, "org:unitOf", "org:subOrganizationOf"),
            *statements.subjects(node, "org:hasUnit", "org:hasSubOrganization"),
        ]
        kinds = [self.word(kind) for kind in statements.values(node, "org:classification", "dcterms:type")]
        areas = statements.values(node, *AREAS)
        addresses = [plain(str(value)) for value in statements.values(node, "schema:url", "foaf:homepage")]
        codes = statements.texts(node, "org:identifier", "skos:notation")
        since, until = period(statements, node, ("schema:foundingDate",), ("schema:dissolutionDate",))
        return self._named(node) | {
            "classification": next((kind for kind in kinds if kind), None),
            "parent_id": self.code(parents[0]) if parents else None,
            "area_id": self.code(areas[0]) if areas else None,
            "founding_date": since,
            "dissolution_date": until,
            "identifiers": [{"identifier": code} for code in codes],
            "links": [{"url": address} for address in addresses],
            COLLABORATION: "org:OrganizationalCollaboration" in statements.types(node),
        }  # fmt: skip

    def _membership(self, node: Node) -> Iterable[Thing]:
        """Return a membership for each member and organisation of one; mostly there is one of each."""
        statements = self.statements
        members = [*statements.values(node, "org:member"), *statements.subjects(node, "org:hasMembership")]
        since, until = period(
            statements,
            node,
            ("schema:validFrom", "schema:startDate"),
            ("schema:validUntil", "schema:endDate"),
        )
        thing = self._basic(node) | {
            "role": self.role(node),
            "post_id": self.first(node, "opengov:post", "org:post"),
            "on_behalf_of_id": self.first(node, "opengov:onBehalfOf"),
            "start_date": since,
            "end_date": until,
            "sources": [{"url": str(value)} for value in statements.values(node, "dcterms:source")],
        }  # fmt: skip
        bodies: list[str | None] = [self.code(body) for body in statements.values(node, "org:organization")]
        for who in [self._member(member) for member in dict.fromkeys(members)] or [{}]:
            for body in bodies or [None]:
                yield thing | {"organization_id": body} | who

    def _member(self, member: Node) -> Thing:
        key = "member_organization_id" if member in self.known else "person_id"
        return {key: self.code(member)}

    def _in_short(self, memberships: Iterable[Thing]) -> Iterable[Thing]:
        """Return memberships for what is only said in short: that somebody belongs to, heads or holds."""
        told = {
            (one.get("person_id") or one.get("member_organization_id"), one.get("organization_id"))
            for one in memberships
        }
        found: dict[tuple[object, object], Thing] = {}
        for member, body, word in self._shorthands():
            key = (self.code(member), self.code(body))
            if key not in told:
                thing = found.setdefault(key, {**self._member(member), "organization_id": key[1]})
                thing.update(word)
        return list(found.values())

    def _shorthands(self) -> Iterable[tuple[Node, Node, Thing]]:
        statements = self.statements
        yield from ((one, body, {}) for one, body in statements.pairs("org:memberOf"))
        yield from ((one, body, {}) for body, one in statements.pairs("org:hasMember"))
        for one, body in statements.pairs("org:headOf"):
            yield one, body, {"role": "chair"}
        holds = [
            *statements.pairs("org:holds"),
            *((one, post) for post, one in statements.pairs("org:heldBy")),
        ]
        for one, post in holds:
            for body in [*statements.values(post, "org:postIn"), *statements.subjects(post, "org:hasPost")]:
                yield one, body, {"post_id": self.code(post)}

    def _post(self, node: Node) -> Thing:
        bodies = [*self.statements.values(node, "org:postIn"), *self.statements.subjects(node, "org:hasPost")]
        since, until = period(self.statements, node, ("schema:validFrom",), ("schema:validUntil",))
        return self._basic(node) | {
            "label": self.statements.text(node, *LABELS),
            "role": self.role(node),
            "organization_id": self.code(bodies[0]) if bodies else None,
            "start_date": since,
            "end_date": until,
        }

    def _area(self, node: Node) -> Thing:
        name = self.statements.text(node, *LABELS) or self.word(node)
        return self._basic(node) | {
            "name": name,
            "identifier": self.statements.text(node, "skos:notation"),
            "classification": self.statements.text(node, "dcterms:type"),
            "parent_id": self.first(node, "dcterms:isPartOf"),
        }


def unused_classes(statements: Statements, used: Iterable[Node]) -> dict[str, int]:
    """Return of how many things of each class of the ontology no use was made."""
    there = set(used)
    counts: dict[str, int] = {}
    for subject, kind in statements.pairs("rdf:type"):
        name = short(str(kind))
        if subject not in there and name.startswith(("org:", "foaf:", "schema:")) and name != "org:Role":
            counts[name] = counts.get(name, 0) + 1
    return counts
