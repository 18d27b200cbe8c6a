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
    ("coterminous", "Having one and the same area, so that one body is all that an organisation needs to meet there."),
    ("unit", "One of the smallest areas known; how areas lie to one another is told by the units that each takes in."),
    ("overlap", "How many members two bodies share."),
    ("containment", "The share of the members of one body who also sit on another: 1 where it lies wholly inside."),
    ("hanging together", "Bodies joined in a chain of which each step shares at least so many members (an s-component)."),
    ("orphaned protocol", "A protocol between two bodies that, as far as the map knows, share nothing any more."),
    ("partial list", "A list that leaves some members out; shares of the body cannot be worked out from it."),
    ("load", "The hours a year that seats take: meetings a year times the hours of a meeting and of its preparation, as far as they are known."),
    ("capacity", "The hours a year that an organisation or a person has said it can give to meetings of bodies."),
    ("concentration", "The share of an organisation's seats that its busiest person holds; at 1 one person carries them all."),
    ("proportionate value", "What a body costs in hours or money set beside what it does and for how many."),
    ("scenario", "A map as it would be after bodies merge, close or swap members."),
    ("only link", "A member who alone sits on two bodies that nothing else joins; when the seat is given up, the two share nobody."),
    ("cut-point", "A member or a body without which the bodies fall into groups that share nobody with one another."),
    ("brokerage", "Standing between two bodies that one sits on; its type (Gould and Fernandez) says whose tiers these are."),
    ("coordinator", "A type of brokerage: between two bodies, both of the organisation's own tier."),
    ("itinerant", "A type of brokerage: as an outsider between two bodies of one tier that is not the organisation's own."),
    ("gatekeeper", "A type of brokerage: between a body of the organisation's own tier and one of another; where ties have no direction, the representative too."),
    ("liaison", "A type of brokerage: between bodies of two tiers, neither of which is the organisation's own."),
    ("open seat", "A seat nobody holds: vacant, requested, applied for, invited or declined."),
    ("required member", "Whom the law, usage or a map's own table asks a body to have; that somebody is listed as missing is no legal advice."),
    ("bodies alike", "Bodies of one kind and tier, in districts and neighbourhoods of one wider area, that can be compared as to who sits on them."),
    ("Blau index", "How mixed a body is: the chance that two of its seats, drawn with return, are of different sectors or organisations."),
    ("domination", "One sector or one organisation has more than half of the seats, or of the votes, or every chair."),
    ("issue", "A piece of business in which bodies and organisations have a part: they lead, contribute, are consulted or informed."),
)  # fmt: skip


def _of_closed_lists() -> list[Term]:
    return [
        Term(choice.value, choice.meaning, closed_list.name)
        for closed_list in CLOSED_LISTS
        if closed_list.name
        not in ("yes or no", "kind of name", "contents", "nation", "question", "comparison", "diagram")
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
