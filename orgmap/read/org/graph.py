"""A graph of RDF statements read from a file, with nothing fetched from anywhere."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from orgmap.errors import SourceInvalid, ToolMissing
from orgmap.read.files import json_of, refused, text_of
from orgmap.read.records import plain
from orgmap.read.xml import safe_xml

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

HERE = "https://orgmap.invalid/"
"""What addresses in a file that are relative to the file's own are made to begin with."""
NAMESPACES = {
    "org": ("http://www.w3.org/ns/org#",),
    "opengov": ("http://www.w3.org/ns/opengov#",),
    "foaf": ("http://xmlns.com/foaf/0.1/",),
    "skos": ("http://www.w3.org/2004/02/skos/core#",),
    "schema": ("http://schema.org/", "https://schema.org/"),
    "dcterms": ("http://purl.org/dc/terms/", "http://purl.org/dc/elements/1.1/"),
    "rdf": ("http://www.w3.org/1999/02/22-rdf-syntax-ns#",),
    "rdfs": ("http://www.w3.org/2000/01/rdf-schema#",),
    "time": ("http://www.w3.org/2006/time#",),
    "vcard": ("http://www.w3.org/2006/vcard/ns#",),
    "person": ("http://www.w3.org/ns/person#",),
    "rov": ("http://www.w3.org/ns/regorg#",),
    "owl": ("http://www.w3.org/2002/07/owl#",),
    "orgmap": ("urn:orgmap:term:",),
}
_SYNTAXES = {"turtle": "Turtle", "json-ld": "JSON-LD", "xml": "RDF/XML"}


def graph_of(path: Path) -> Graph:
    """Return the statements of a file of Turtle, JSON-LD or RDF/XML.

    Raises:
        SourceInvalid: the file is none of these, or would have something fetched.
        ToolMissing: rdflib is not installed.
    """
    try:
        from rdflib import Graph
    except ImportError as fault:
        raise ToolMissing('W3C ORG needs rdflib; install it with: pip install "orgmap[rdf]"') from fault
    text = text_of(path)
    syntax = _syntax(path, text)
    graph = Graph()
    logging.getLogger("rdflib").setLevel(logging.ERROR + 1)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            graph.parse(data=text, format=syntax, publicID=HERE)
    except Exception as fault:
        raise _not_read(path, syntax, fault) from fault
    return graph


def _syntax(path: Path, text: str) -> str:
    """Return in which syntax a file is; refuse one that leans on other files."""
    start = text.lstrip("\ufeff \t\r\n")
    if start.startswith(("{", "[")):
        if (leaned_on := next(_contexts(json_of(path)), None)) is not None:
            message = f"the file leans on a context at {leaned_on[:80]}, which orgmap does not fetch."
            raise refused(path, message, "Save it as Turtle, or with the context written into it.")
        return "json-ld"
    if start.startswith(("<?xml", "<rdf:", "<RDF", "<!--", "<!DOCTYPE")):
        safe_xml(path)
        return "xml"
    return "turtle"


def _contexts(content: object) -> Iterator[str]:
    """Return the contexts of a JSON-LD file, however deep, that stand in another file."""
    waiting = [content]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            for key, inner in value.items():
                if key in ("@context", "@import"):
                    yield from (
                        one for one in (inner if isinstance(inner, list) else [inner]) if isinstance(one, str)
                    )
                waiting.append(inner)
        elif isinstance(value, list):
            waiting += value


def _not_read(path: Path, syntax: str, fault: Exception) -> SourceInvalid:
    lines = str(fault).strip().splitlines()
    why = f": {lines[0][:120]}" if lines and not isinstance(fault, RecursionError) else ""
    message = f"this cannot be read as {_SYNTAXES[syntax]}{why}."
    return refused(path, message, "Check it in the program that made it, and save it again.")


class Statements:
    """The statements of a graph, asked by names with prefixes; answers come in the same order every time."""

    def __init__(self, graph: Graph) -> None:
        from rdflib.term import BNode, Literal, URIRef

        self._literal, self._blank, self._uri = Literal, BNode, URIRef
        self._by_subject: dict[Node, list[tuple[str, Node]]] = {}
        self._by_object: dict[Node, list[tuple[str, Node]]] = {}
        self._by_name: dict[str, list[tuple[Node, Node]]] = {}
        for subject, predicate, value in sorted(graph, key=_key):
            name = short(str(predicate))
            self._by_subject.setdefault(subject, []).append((name, value))
            self._by_object.setdefault(value, []).append((name, subject))
            self._by_name.setdefault(name, []).append((subject, value))

    def pairs(self, *names: str) -> Iterator[tuple[Node, Node]]:
        """Return the subjects and values of all statements with one of these names."""
        for name in names:
            yield from self._by_name.get(name, ())

    def values(self, subject: Node, *names: str) -> list[Node]:
        """Return what a subject has under names, in the order of the names."""
        held = self._by_subject.get(subject, ())
        return [value for name in names for there, value in held if there == name]

    def subjects(self, value: Node, *names: str) -> list[Node]:
        """Return which subjects have a value under names."""
        held = self._by_object.get(value, ())
        return [subject for name in names for there, subject in held if there == name]

    def all_of(self, subject: Node) -> list[tuple[str, Node]]:
        """Return all that is said about a subject, as names and values."""
        return self._by_subject.get(subject, [])

    def types(self, subject: Node) -> set[str]:
        """Return the names of the classes of a subject."""
        return {short(str(value)) for value in self.values(subject, "rdf:type")}

    def typed(self, types: Iterable[str]) -> list[Node]:
        """Return the subjects of one of these classes."""
        wanted = set(types)
        return [subject for subject, value in self.pairs("rdf:type") if short(str(value)) in wanted]

    def is_text(self, node: Node) -> bool:
        """Tell whether a node is a literal."""
        return isinstance(node, self._literal)

    def is_blank(self, node: Node) -> bool:
        """Tell whether a node has no address."""
        return isinstance(node, self._blank)

    def text(self, subject: Node, *names: str) -> str | None:
        """Return the first literal under names, English before any other language."""
        texts = self.texts(subject, *names)
        return texts[0] if texts else None

    def texts(self, subject: Node, *names: str) -> list[str]:
        """Return the literals under names: for each name English first, then those without a language."""
        found = []
        for name in names:
            literals = [value for value in self.values(subject, name) if self.is_text(value)]
            found += [text for value in sorted(literals, key=_language) if (text := plain(str(value)))]
        return list(dict.fromkeys(found))


def short(address: str) -> str:
    """Return an address as a name with a prefix, where its namespace is a known one."""
    for prefix, namespaces in NAMESPACES.items():
        for namespace in namespaces:
            if address.startswith(namespace):
                return f"{prefix}:{address[len(namespace) :]}"
    return address


def _language(value: Node) -> tuple[int, str]:
    language = str(getattr(value, "language", None) or "")
    return (0 if language.lower().startswith("en") else 1 if not language else 2, language)


def _key(statement: tuple[Node, Node, Node]) -> tuple[str, str, str]:
    return (str(statement[0]), str(statement[1]), str(statement[2]))
