"""Tests of reading the Organization Ontology of the W3C."""

from __future__ import annotations

import json
import socket
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmap.errors import SourceInvalid
from orgmap.model import check
from orgmap.model.raw import Source
from orgmap.read.org import read_org

PREFIXES = """
@prefix org: <http://www.w3.org/ns/org#> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix schema: <http://schema.org/> .
@prefix opengov: <http://www.w3.org/ns/opengov#> .
@prefix time: <http://www.w3.org/2006/time#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix : <http://example.org/> .
"""
BOARD = ':board a org:OrganizationalCollaboration ; skos:prefLabel "Health Board" .\n'
ANN = ':ann a foaf:Person ; foaf:name "Ann Example" .\n'
AT = "http://example.org/"


def reading(folder: Path, statements: str) -> Source:
    """Return what statements in Turtle are read as."""
    path = folder / "map.ttl"
    path.write_text(PREFIXES + statements, encoding="utf-8")
    return read_org(path)


def rows(source: Source, table: str, *columns: str) -> list[tuple[str | None, ...]]:
    """Return the cells of some columns of a table, without the addresses' common beginning."""
    frame = source.tables[table].frame
    cells = [frame.get(column, pd.Series(None, index=frame.index, dtype="object")) for column in columns]
    told = [[cell.removeprefix(AT) if isinstance(cell, str) else None for cell in column] for column in cells]
    return list(zip(*told, strict=True))


def said(source: Source) -> str:
    """Return the problems of a source in words, with their severity."""
    return "\n".join(f"{problem.severity}: {problem}" for problem in source.problems)


def test_a_membership(tmp_path: Path) -> None:
    """A membership is a seat, with its role, whom it is on behalf of, and from when until when."""
    source = reading(
        tmp_path,
        BOARD + ANN + ':police a org:FormalOrganization ; skos:prefLabel "Police" .\n'
        ":m a org:Membership ; org:member :ann ; org:organization :board ; org:role :chair ;\n"
        ' opengov:onBehalfOf :police ; schema:validUntil "2021" ;\n'
        ' schema:validFrom "2020-05"^^xsd:gYearMonth .\n'
        ':chair a org:Role ; skos:prefLabel "Chair"@en, "Cadeirydd"@cy .',
    )
    assert rows(source, "seats", "body", "person", "role", "on_behalf_of", "since", "until") == [
        ("board", "ann", "Chair", "police", "2020-05", "2021")
    ]
    assert check(source).seats["role"].tolist() == ["chair"]
    assert source.reading == "W3C ORG: 1 person, 1 body, 1 organisation and 1 seat"


@pytest.mark.parametrize(
    "end",
    [
        'time:hasEnd [ time:inXSDDate "2021-03-31"^^xsd:date ]',
        'time:hasEnd [ time:inXSDDateTime "2021-03-31T12:00:00"^^xsd:dateTime ]',
        "time:hasEnd <http://reference.data.gov.uk/id/day/2021-03-31>",
    ],
)
def test_intervals(tmp_path: Path, end: str) -> None:
    """The interval of a membership gives its dates, in each of the ways in which the ontology is used."""
    membership = f":m org:member :ann ; org:organization :board ; org:memberDuring [ {end} ] ."
    assert rows(reading(tmp_path, BOARD + ANN + membership), "seats", "until") == [("2021-03-31",)]


@pytest.mark.parametrize(
    ("statement", "role"),
    [
        (":ann org:memberOf :board .", None),
        (":board org:hasMember :ann .", None),
        (":ann org:headOf :board .", "chair"),
        (":ann org:headOf :board ; org:memberOf :board .", "chair"),
        (":ann org:holds :p . :p org:postIn :board ; org:role :vice-chair .", "vice chair"),
        (":board org:hasPost :p . :p org:heldBy :ann ; org:role :viceChair .", "vice chair"),
    ],
)
def test_said_in_short(tmp_path: Path, statement: str, role: str | None) -> None:
    """Who only belongs to, heads or holds a post in a body has a seat on it too."""
    source = reading(tmp_path, BOARD + ANN + statement)
    assert rows(source, "seats", "body", "person", "role") == [("board", "ann", role)]


def test_in_short_and_in_full(tmp_path: Path) -> None:
    """What is said in short beside a membership is no second seat."""
    membership = ':m org:member :ann ; org:organization :board ; org:role "observer" .'
    source = reading(tmp_path, f"{BOARD}{ANN}:ann org:memberOf :board . {membership}")
    assert rows(source, "seats", "person", "role") == [("ann", "observer")]


def test_languages(tmp_path: Path) -> None:
    """A name in English comes first, and those in other languages are other names."""
    names = 'skos:prefLabel "Bwrdd"@cy, "Board"@en-GB ; skos:altLabel "HB" .'
    source = reading(tmp_path, f"{ANN}:board {names} :ann org:memberOf :board .")
    assert rows(source, "bodies", "body", "also_known_as") == [("Board", "Bwrdd; HB")]


def test_parts_and_links(tmp_path: Path) -> None:
    """Units are parts of what they are units of, from either side, and links between bodies are links."""
    source = reading(
        tmp_path,
        BOARD + ANN + ':one a org:OrganizationalUnit ; skos:prefLabel "One Group" ; org:unitOf :board .\n'
        ':two skos:prefLabel "Two Group" . :board org:hasSubOrganization :two .\n'
        ":one org:reportsTo :board . :two org:linkedTo :one . :ann org:memberOf :board, :one, :two .",
    )
    orgmap = check(source)
    assert orgmap.bodies["part_of"].dropna().nunique() == 1
    assert rows(source, "links", "from_body", "to_body", "kind") == [
        ("one", "board", "reports to"), ("two", "one", "linked to"),
    ]  # fmt: skip
    assert orgmap.links["kind"].tolist() == ["reports to", "stands beside"]


def test_blank_nodes(tmp_path: Path) -> None:
    """Memberships, people and bodies without an address are read alike every time."""
    membership = '[] org:member [ foaf:name "Ann Example" ] ; org:organization [ skos:prefLabel "Board" ] .'
    source = reading(tmp_path, membership)
    assert rows(source, "seats", "body", "person") == [("Board", "Ann Example")]
    assert len(check(source).seats) == 1


def test_unheld_posts(tmp_path: Path) -> None:
    """A post that nobody holds is a vacant seat, where other posts are held."""
    posts = (
        ":p org:postIn :board ; org:heldBy :ann . :q a org:Post ; org:postIn :board ; skos:prefLabel 'Vice' ."
    )
    assert rows(reading(tmp_path, BOARD + ANN + posts), "seats", "person", "seat", "status") == [
        ("ann", None, None), (None, "Vice", "vacant"),
    ]  # fmt: skip


def test_rdf_xml(tmp_path: Path) -> None:
    """RDF/XML is read too."""
    path = tmp_path / "map.rdf"
    path.write_text(
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:org="http://www.w3.org/ns/org#">'
        '<org:Membership><org:member rdf:resource="http://example.org/ann"/>'
        '<org:organization rdf:resource="http://example.org/board"/></org:Membership></rdf:RDF>',
        encoding="utf-8",
    )
    assert rows(read_org(path), "seats", "body", "person") == [("board", "ann")]


@pytest.mark.parametrize(
    "context",
    [
        "http://127.0.0.1:9/context.jsonld",
        ["context.jsonld"],
        {"@import": "http://127.0.0.1:9/context.jsonld"},
        {"x": {"@id": "http://example.org/x", "@context": "file:///etc/hostname"}},
    ],
)
def test_nothing_is_fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, context: object) -> None:
    """A JSON-LD file whose context stands elsewhere is refused, and nothing is opened to get it."""

    def opened(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(socket.socket, "connect", opened)
    path = tmp_path / "map.jsonld"
    path.write_text(json.dumps({"@context": context, "@id": "http://example.org/a"}), encoding="utf-8")
    with pytest.raises(SourceInvalid, match=r"leans on a context at .*, which orgmap does not fetch"):
        read_org(path)


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", "@prefix", "<a> <b> <c> .", "<rdf:RDF", '{"@graph": 7}', "\x00\x01"]
)
def test_what_is_no_ontology(tmp_path: Path, text: str) -> None:
    """What is no RDF, or says nothing of organisations, is refused in words."""
    path = tmp_path / "map.ttl"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SourceInvalid) as refused:
        read_org(path)
    assert refused.value.problems[0].hint


def test_what_is_not_used_is_said(tmp_path: Path) -> None:
    """Things of the ontology that orgmap has no use for are counted."""
    source = reading(tmp_path, f"{BOARD}{ANN}:ann org:memberOf :board . :s a org:Site .")
    assert "note: map.ttl: 1 thing of the class org:Site: orgmap has no use for it." in said(source)


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_any_damage(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    """A file cut or doubled at any place is read or refused in words."""
    whole = (
        BOARD
        + ANN
        + ":m a org:Membership ; org:member :ann ; org:organization :board, [] ; org:role 'x'@en ."
    )
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(whole))] * 2)))
    text = data.draw(st.sampled_from([whole[:start] + whole[end:], whole[:end] + whole[start:]]))
    try:
        outcome: object = [check(reading(tmp_path_factory.mktemp("org"), text))]
    except SourceInvalid as refused:
        outcome = refused.problems
    assert outcome
