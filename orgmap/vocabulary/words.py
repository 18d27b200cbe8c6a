"""The words of orgmap, one for one thing, each with a sentence that an officer can read."""

from __future__ import annotations

from orgmap.vocabulary.choices import CLOSED_LISTS
from orgmap.vocabulary.relations import AGREEMENT_POINTS, PROTOCOL_POINTS
from orgmap.vocabulary.schema import Term

_CORE: tuple[tuple[str, str], ...] = (
    ("body", "A board, forum, executive, theme group, council committee or partnership: anything with seats."),
    ("organisation", "Whom a person works for or speaks for: a council, a police force, a charity, a firm, another partnership."),
    ("person", "Somebody who holds a seat."),
    ("seat", "One place on one body: who holds it (or that it is vacant), for which organisation, in which role, from when, until when."),
    ("role", "What a holder does in a seat: chair, vice-chair, member, co-opted, observer, adviser, substitute or officer."),
    ("tier", "The level of government at which a body or an organisation works, from national to neighbourhood."),
    ("sector", "The kind of organisation, such as local government, health or voluntary."),
    ("area", "A place with a name and, often, a code; areas lie inside one another."),
    ("map", "The whole of what was read, checked and joined up: bodies, organisations, people and their seats."),
    ("family", "The partnership a body belongs to, with all its groups."),
    ("link", "A declared relation of one body to another, beside being part of it, such as reporting to it."),
    ("affiliation network", "The network that joins members to the bodies they sit on."),
    ("projection", "The network that joins two bodies when they share members, or two members when they share bodies."),
    ("interlock", "A tie between two bodies, with the members that make it."),
    ("tie", "What joins a member to a body: a filled seat of a chair, vice-chair, member or co-opted member."),
    ("cross-representation", "A seat held on one body on behalf of another body."),
    ("protocol", "An agreement on how two bodies handle what concerns both."),
    ("agreement", "What a body has signed with the partnership above it."),
    ("finding", "One answer in one sentence, with the rows that prove it."),
    ("two-tier area", "A county and its districts, each with bodies of its own."),
    ("overlap", "How many members two bodies share."),
    ("partial list", "A list that leaves some members out; shares of the body cannot be worked out from it."),
    ("open seat", "A seat nobody holds: vacant, requested, applied for, invited or declined."),
)  # fmt: skip


def _of_closed_lists() -> list[Term]:
    return [
        Term(choice.value, choice.meaning, closed_list.name)
        for closed_list in CLOSED_LISTS
        if closed_list.name not in ("yes or no", "kind of name", "contents", "nation", "question", "diagram")
        for choice in closed_list.choices
    ]


def _of_points() -> list[Term]:
    points = (("protocol point", PROTOCOL_POINTS), ("agreement point", AGREEMENT_POINTS))
    return [
        Term(column.name.replace("_", " "), column.meaning, group)
        for group, columns in points
        for column in columns
    ]


TERMS: tuple[Term, ...] = (
    *(Term(word, meaning, "words") for word, meaning in _CORE),
    *_of_closed_lists(),
    *_of_points(),
)
