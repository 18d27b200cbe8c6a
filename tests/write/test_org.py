"""Tests of writing the Organization Ontology of the W3C."""

from __future__ import annotations

import builtins
from pathlib import Path
from typing import Any, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import Graph, URIRef
from rdflib.namespace import FOAF, ORG, RDF, SKOS

from orgmap.errors import ToolMissing
from orgmap.model import OrgMap, check
from orgmap.read.org import read_org
from orgmap.write.org import org
from tests.builders import orgmap, seat
from tests.records import MAPS, same

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
Syntax = Literal["turtle", "json-ld"]
SYNTAXES: tuple[Syntax, ...] = ("turtle", "json-ld")
BOARD = URIRef("urn:orgmap:organization/hb")
ANN = URIRef("urn:orgmap:person/ann-example")


def graph(made: OrgMap, syntax: Syntax = "turtle", base: str = "urn:orgmap:") -> Graph:
    """Return what rdflib reads in the file of a map."""
    return Graph().parse(data=org(made, syntax, base), format=syntax)


def again(folder: Path, made: OrgMap, syntax: Syntax, base: str = "urn:orgmap:") -> OrgMap:
    """Return the map that the file of a map is read as."""
    path = folder / ("map.ttl" if syntax == "turtle" else "map.jsonld")
    path.write_bytes(org(made, syntax, base))
    return check(read_org(path))


@settings(max_examples=25, deadline=None)
@given(MAPS, st.sampled_from(SYNTAXES))
def test_written_and_read_again(
    tmp_path_factory: pytest.TempPathFactory, made: OrgMap, syntax: Syntax
) -> None:
    """A map that is written and read again is the same map, and is written as the same bytes."""
    there = again(tmp_path_factory.mktemp("org"), made, syntax)
    assert same(made, there)
    assert org(there, syntax) == org(made, syntax)


def made() -> OrgMap:
    """Return a small map with a seat, a part, a link and a kind."""
    return orgmap(
        bodies=[{"id": "hb", "body": "Health Board", "kind": "board"}, {"body": "Group", "part_of": "hb"}],
        links=[{"from_body": "Group", "to_body": "hb", "kind": "reports to"}],
        seats=[seat("hb", "Ann Example", "Police", role="chair", since="2020-05")],
    )


@pytest.mark.parametrize("syntax", SYNTAXES)
def test_in_the_ontologys_words(syntax: Syntax) -> None:
    """Bodies, people, memberships, roles, parts and links have the ontology's own classes and properties."""
    found = graph(made(), syntax)
    membership = found.value(predicate=ORG.organization, object=BOARD)
    assert (BOARD, RDF.type, ORG.OrganizationalCollaboration) in found
    assert (BOARD, SKOS.prefLabel, None) in found
    assert (ANN, FOAF.name, None) in found
    assert (membership, ORG.member, ANN) in found
    assert (membership, RDF.type, ORG.Membership) in found
    assert str(found.value(found.value(membership, ORG.role), SKOS.prefLabel)) == "chair"
    assert (ANN, ORG.headOf, BOARD) in found
    assert (URIRef("urn:orgmap:organization/group"), ORG.unitOf, BOARD) in found
    assert (URIRef("urn:orgmap:organization/group"), ORG.reportsTo, BOARD) in found


@pytest.mark.parametrize("syntax", SYNTAXES)
def test_no_blank_nodes(syntax: Syntax) -> None:
    """Everything has an address of its own, so that files can be compared and joined."""
    assert all(isinstance(subject, URIRef) for subject in graph(made(), syntax).subjects())


def test_a_base_of_ones_own(tmp_path: Path) -> None:
    """Addresses begin with the base that is asked for, and the map comes back all the same."""
    base = "https://example.org/id/"
    assert (URIRef(f"{base}organization/hb"), RDF.type, None) in graph(made(), "turtle", base)
    assert same(made(), again(tmp_path, made(), "turtle", base))


@pytest.mark.parametrize("syntax", SYNTAXES)
@pytest.mark.parametrize("name", ["=1+1", 'Quo"ted\\', "Line\u2028two", "Ŵyn 😀", "<b>{}|^`", "x" * 10_000])
def test_awkward_names(tmp_path: Path, name: str, syntax: Syntax) -> None:
    """Names of any letters and length come back as they were."""
    there = orgmap(seats=[seat(f"{name} Board", name, name)])
    assert same(there, again(tmp_path, there, syntax))


def test_without_rdflib(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where rdflib is not installed, the message says how to install it."""
    whole = builtins.__import__

    def without(name: str, *rest: Any) -> object:
        if name.startswith("rdflib"):
            raise ImportError(name)
        return whole(name, *rest)

    there = made()
    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(ToolMissing, match=r"orgmap\[rdf\]"):
        org(there, "turtle")
