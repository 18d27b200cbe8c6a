"""Popolo's things as statements, by Popolo's mapping to the Organization Ontology."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgmap.vocabulary import TABLE
from orgmap.write.org.statements import Statements, object_of, objects_of
from orgmap.write.popolo.made import OWN, Thing
from orgmap.write.records import References, Tables, rows_of

if TYPE_CHECKING:
    from rdflib.term import URIRef


def _names(statements: Statements, subject: URIRef, thing: Thing) -> None:
    for other in objects_of(thing.get("other_names")):
        short = other.get("note") == "short name"
        statements.texts(subject, "orgmap:short_name" if short else "skos:altLabel", other["name"])
    others = [str(other["name"]) for other in objects_of(thing.get("other_names")) if "note" not in other]
    if len(others) > 1:
        statements.texts(subject, "orgmap:also_known_as", "; ".join(others))


def _person(statements: Statements, thing: Thing, number: int) -> None:
    subject = statements.thing("person", thing, number, "foaf:Person")
    if "unnamed" not in object_of(thing.get(OWN)):
        statements.texts(subject, "foaf:name", thing["name"])
    _names(statements, subject, thing)


def _organization(statements: Statements, thing: Thing, number: int) -> None:
    subject = statements.thing("organization", thing, number, _class_of(thing))
    parent = "org:unitOf" if _is_unit(thing) else "org:subOrganizationOf"
    statements.texts(subject, "skos:prefLabel", thing["name"])
    _names(statements, subject, thing)
    statements.concept(subject, "org:classification", "kind", thing.get("classification"))
    statements.link(subject, parent, "organization", thing.get("parent_id"))
    statements.link(subject, "dcterms:spatial", "area", thing.get("area_id"))
    statements.date(subject, "schema:foundingDate", thing.get("founding_date"))
    statements.date(subject, "schema:dissolutionDate", thing.get("dissolution_date"))
    for one in objects_of(thing.get("identifiers")):
        code = "-".join(str(part) for part in (one.get("scheme"), one["identifier"]) if part)
        statements.texts(subject, "org:identifier", code)
    for one in objects_of(thing.get("links")):
        statements.texts(subject, "schema:url", one["url"])


def _is_unit(thing: Thing) -> bool:
    return object_of(thing.get(OWN)).get("table") == "bodies" and "parent_id" in thing


def _class_of(thing: Thing) -> str:
    """Return the class of an organisation: a unit of another, a collaboration, or an organisation in law."""
    if _is_unit(thing):
        return "org:OrganizationalUnit"
    if thing.get("classification") == "council" or "identifiers" in thing:
        return "org:FormalOrganization"
    body = object_of(thing.get(OWN)).get("table") == "bodies"
    return "org:OrganizationalCollaboration" if body else "org:Organization"


def _membership(statements: Statements, thing: Thing, number: int) -> None:
    subject = statements.thing("membership", thing, number, "org:Membership")
    member = object_of(thing.get("member")).get("id")
    person, body = thing.get("person_id"), thing.get("organization_id")
    statements.texts(subject, "rdfs:label", thing.get("label"))
    statements.link(subject, "org:member", "person", person)
    statements.link(subject, "org:member", "organization", member)
    statements.link(subject, "org:organization", "organization", body)
    statements.concept(subject, "org:role", "role", thing.get("role"))
    statements.link(subject, "opengov:post", "post", thing.get("post_id"))
    statements.link(subject, "opengov:onBehalfOf", "organization", thing.get("on_behalf_of_id"))
    statements.date(subject, "schema:validFrom", thing.get("start_date"))
    statements.date(subject, "schema:validUntil", thing.get("end_date"))
    for one in objects_of(thing.get("sources")):
        statements.texts(subject, "dcterms:source", one["url"])
    _in_short(statements, thing, person, member)


def _in_short(statements: Statements, thing: Thing, person: object, member: object) -> None:
    """Add what a membership comes to in one statement, for those who do not follow memberships."""
    body, role = thing.get("organization_id"), thing.get("role")
    who = (
        statements.node("person", person)
        if person
        else statements.node("organization", member)
        if member
        else None
    )
    if who is None or body is None:
        return
    statements.link(who, "org:memberOf", "organization", body)
    if role == "chair" and "of" not in object_of(thing.get(OWN)):
        statements.link(who, "org:headOf", "organization", body)
    if person and thing.get("post_id"):
        statements.link(who, "org:holds", "post", thing["post_id"])


def _post(statements: Statements, thing: Thing, number: int) -> None:
    subject = statements.thing("post", thing, number, "org:Post")
    statements.texts(subject, "skos:prefLabel", thing.get("label"))
    statements.concept(subject, "org:role", "role", thing.get("role"))
    statements.link(subject, "org:postIn", "organization", thing.get("organization_id"))
    statements.date(subject, "schema:validFrom", thing.get("start_date"))
    statements.date(subject, "schema:validUntil", thing.get("end_date"))


def _area(statements: Statements, thing: Thing, number: int) -> None:
    subject = statements.thing("area", thing, number, "dcterms:Location")
    statements.texts(subject, "skos:prefLabel", thing["name"])
    statements.texts(subject, "skos:notation", thing.get("identifier"))
    statements.texts(subject, "dcterms:type", thing.get("classification"))
    statements.link(subject, "dcterms:isPartOf", "area", thing.get("parent_id"))


def row_of(statements: Statements, table: str, row: dict[str, str], number: int) -> None:
    """Add a row of a table that the ontology has no words for, one property for each column."""
    subject = statements.node(table, number + 1)
    statements.add(subject, "rdf:type", statements.term(f"orgmap:{table}"))
    statements.add(subject, "orgmap:position", statements.text(number, "xsd:integer"))
    for column in TABLE[table].names:
        statements.texts(subject, f"orgmap:{column}", row.get(column))


def links_of(statements: Statements, tables: Tables) -> None:
    """Add links between bodies in the ontology's own two words, beside the rows that tell them in full."""
    references = References(tables)
    for row in rows_of(tables, "links"):
        one, other = (references.code("bodies", row[side]) for side in ("from_body", "to_body"))
        word = "org:reportsTo" if row["kind"] == "reports to" else "org:linkedTo"
        statements.link(statements.node("organization", one), word, "organization", other)


WRITERS = {
    "persons": _person,
    "organizations": _organization,
    "memberships": _membership,
    "posts": _post,
    "areas": _area,
}
"""What makes the statements of a thing of each collection."""
