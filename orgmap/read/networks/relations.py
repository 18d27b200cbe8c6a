"""What the ties of a network are: seats, parts of bodies, links between them, or nothing that a map holds."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from orgmap.matching import normal
from orgmap.read.networks.network import Facts, Tie, header
from orgmap.vocabulary import LINK_KINDS, ROLES

MEMBERS = frozenset(("person", "organisation", "post", "seat"))
RELATION = (
    "link", "kind", "type", "relation", "relationship", "relationship type", "connection type", "edge type",
    "link type", "interaction", "shared interaction", "edge", "predicate", "label",
)  # fmt: skip
"""The attributes that may say what a tie is, the likeliest first."""
_SEAT_WORDS = frozenset(
    (
        "seat", "sits on", "sits", "sit on", "member of", "members", "is member of", "is a member of",
        "membership", "belongs to", "is on", "on", "affiliation", "affiliated with", "attends",
        "interacts with", "pp", "tie", "edge", "part of", "has member", "is represented on", "represented on",
        "nominates to", "serves on",
    )
)  # fmt: skip
_PARTS = frozenset(
    (
        "part of", "subgroup of", "sub group of", "subcommittee of", "sub committee of", "child of", "within",
        "is part of",
    )
)  # fmt: skip
_WHOLES = frozenset(
    ("parent of", "parent", "has part", "contains", "has subgroup", "has sub group", "has child")
)
What = Literal["seat", "part", "link", "works for", "unit", "none"]


@dataclass(frozen=True)
class Relation:
    """What one tie is, and between which vertices; `text` is what the file calls it.

    `known` is false where a text of the file's is not understood, or a tie of bodies says nothing.
    """

    what: What
    source: str
    target: str
    text: str | None
    column: str | None
    known: bool = True

    def turned(self) -> Relation:
        """Return the same with its ends exchanged."""
        return Relation(self.what, self.target, self.source, self.text, self.column, self.known)


def relation_of(tie: Tie, source: str, target: str) -> Relation:
    """Return what a tie between vertices of two modes is."""
    column, text = _told(tie.facts)
    plain = Relation("none", tie.source, tie.target, text, column)
    modes = (source, target)
    if modes == ("body", "body"):
        return _between_bodies(plain)
    if "body" in modes and MEMBERS & set(modes):
        return _seat(plain if target == "body" else plain.turned())
    if set(modes) == {"person", "organisation"}:
        return _as("works for", plain if source == "person" else plain.turned())
    if modes == ("organisation", "organisation") or modes == ("area", "area"):
        return _part_or_nothing(plain)
    return plain


def role_of(text: str | None) -> str | None:
    """Return a text that names a role, as it is written; None for any other."""
    return text if text and normal(text) in _roles() else None


@cache
def _roles() -> frozenset[str]:
    return frozenset(normal(spelling) for spelling in ROLES.spellings())


@cache
def _links() -> dict[str, str]:
    return {normal(spelling): value for spelling, value in LINK_KINDS.spellings().items()}


def _told(facts: Facts) -> tuple[str | None, str | None]:
    """Return the attribute that says what a tie is, and what it says."""
    present = {header(name): name for name in facts}
    for wanted in RELATION:
        name = present.get(wanted)
        if name and not _only_a_mark(wanted, facts[name]):
            return name, facts[name]
    return None, None


def _only_a_mark(wanted: str, text: str) -> bool:
    """Tell of a kind that it says only "link", and of a label that it says only which ends it joins."""
    return (wanted == "kind" and text == "link") or (wanted == "label" and "(" in text)


def _as(what: What, relation: Relation, known: bool = True) -> Relation:
    return Relation(what, relation.source, relation.target, relation.text, relation.column, known)


def _seat(relation: Relation) -> Relation:
    word = normal(relation.text or "")
    if word in _links() and word not in _SEAT_WORDS and role_of(relation.text) is None:
        return _as("none", relation)
    return _as("seat", relation, not word or word in _SEAT_WORDS or role_of(relation.text) is not None)


def _between_bodies(relation: Relation) -> Relation:
    word = normal(relation.text or "")
    if word in _PARTS:
        return _as("part", relation)
    if word in _WHOLES:
        return _as("part", relation.turned())
    if word in _SEAT_WORDS or role_of(relation.text):
        return _as("seat", relation)
    return _as("link", relation, word in _links())


def _part_or_nothing(relation: Relation) -> Relation:
    word = normal(relation.text or "")
    if word in _PARTS:
        return _as("part", relation)
    if word in _WHOLES:
        return _as("part", relation.turned())
    return _as("unit" if word == "takes in" else "none", relation)
