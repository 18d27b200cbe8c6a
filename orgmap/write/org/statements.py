"""The statements of a graph in the Organization Ontology, made from names with prefixes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import quote

from orgmap.write.popolo.made import OWN, Thing

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Literal as Text
    from rdflib.term import Node, URIRef

BASE = "urn:orgmap:"
TERMS = "urn:orgmap:term:"
"""The namespace of what the ontology has no word for: one property for each column of orgmap's tables."""
NAMESPACES = {
    "org": "http://www.w3.org/ns/org#",
    "opengov": "http://www.w3.org/ns/opengov#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "schema": "http://schema.org/",
    "dcterms": "http://purl.org/dc/terms/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "orgmap": TERMS,
}
_ADDRESS = re.compile(r"(?:https?://|urn:)[^\s<>\"{}|\\^`\x00-\x20]+")
_DATES = {4: "xsd:gYear", 7: "xsd:gYearMonth", 10: "xsd:date"}


class Statements:
    """The statements of a graph, made from names with prefixes."""

    def __init__(self, graph: Graph, base: str) -> None:
        self.graph = graph
        self.base = base

    def term(self, name: str) -> URIRef:
        """Return the address that a name with a prefix stands for."""
        from rdflib.term import URIRef

        prefix, _, rest = name.partition(":")
        return URIRef(NAMESPACES[prefix] + rest)

    def node(self, kind: str, code: object) -> URIRef:
        """Return the address of a thing: its id where that is one, else one made from it."""
        from rdflib.term import URIRef

        text = str(code)
        return URIRef(text if _ADDRESS.fullmatch(text) else f"{self.base}{kind}/{quote(text, safe='')}")

    def text(self, value: object, datatype: str | None = None) -> Text:
        """Return a literal, written as it is given."""
        from rdflib.term import Literal

        kind = self.term(datatype) if datatype else None
        return Literal(str(value), datatype=kind, normalize=False)

    def add(self, subject: Node, name: str, value: Node) -> None:
        """Add one statement."""
        self.graph.add((subject, self.term(name), value))

    def texts(self, subject: Node, name: str, *values: object) -> None:
        """Add a statement for each value that there is."""
        for value in values:
            if value is not None:
                self.add(subject, name, self.text(value))

    def link(self, subject: Node, name: str, kind: str, code: object) -> None:
        """Add that a thing is joined to another, where there is another."""
        if code is not None:
            self.add(subject, name, self.node(kind, code))

    def date(self, subject: Node, name: str, value: object) -> None:
        """Add a year, a month or a day as what it is."""
        if value is not None:
            self.add(subject, name, self.text(value, _DATES.get(len(str(value)))))

    def concept(self, subject: Node, name: str, kind: str, value: object) -> None:
        """Add a role or a kind as a concept with a label."""
        if value is not None:
            concept = self.node(kind, value)
            self.add(subject, name, concept)
            self.add(concept, "rdf:type", self.term("org:Role" if kind == "role" else "skos:Concept"))
            self.texts(concept, "skos:prefLabel", value)

    def thing(self, kind: str, thing: Thing, number: int, *types: str) -> URIRef:
        """Add what all things have: types, their place in the list, and what orgmap alone has words for."""
        subject = self.node(kind, thing["id"])
        for name in types:
            self.add(subject, "rdf:type", self.term(name))
        self.add(subject, "orgmap:position", self.text(number, "xsd:integer"))
        self.texts(subject, "dcterms:identifier", thing["id"])
        for key, value in object_of(thing.get(OWN)).items():
            self.texts(subject, f"orgmap:{key}", "yes" if value is True else value)
        return subject


def object_of(value: object) -> Thing:
    """Return an object of a record, empty where there is none."""
    return value if isinstance(value, dict) else {}


def objects_of(value: object) -> Iterable[Thing]:
    """Return the objects of a list in a record."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
