"""How answers are shown: what the page of each question is called, which columns it shows, what they mean."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class AnswerPage:
    """The page of a question: its short name, what it is for, and the columns it shows (empty: all but ids)."""

    name: str
    purpose: str
    shown: tuple[str, ...] = ()


ANSWER_PAGES: dict[str, AnswerPage] = {
    "overlap": AnswerPage(
        "Shared members",
        "which bodies share most members, and whether one is another in miniature",
        ("body_a", "body_b", "shared", "members", "size_a", "size_b", "a_in_b", "b_in_a", "jaccard", "part_of", "note"),
    ),
    "sole_links": AnswerPage(
        "Only links",
        "who alone joins two bodies, and what would fall apart without them",
        (
            "kind", "counting", "member", "body_a", "body_b", "until", "ends_on", "also_joined", "part_of", "bodies",
            "others", "names", "pairs",
        ),
    ),
    "load": AnswerPage(
        "Load",
        "how much partnership work asks of each organisation and person",
        (
            "member", "mode", "seats", "bodies", "representatives", "busiest", "hours", "hours_unknown_seats",
            "capacity_hours", "over", "cost",
        ),
    ),
    "two_tier": AnswerPage(
        "Two tiers",
        "who sits at the county and in the districts, and who misses one",
        ("mode", "member", "place", "tier", "sits", "seats", "could", "class", "hours", "members", "both", "status"),
    ),
    "gaps": AnswerPage(
        "Gaps",
        "who is missing: required by law, usual, expected, or invited and not there",
        ("body", "who", "state", "reason", "reference", "organisation", "found", "detail", "since", "sheet", "row"),
    ),
    "balance": AnswerPage(
        "Balance",
        "whether one sector or one partner dominates, and who chairs",
        ("scope", "body", "by", "value", "seats", "share", "voting_seats", "core_seats", "chairs", "vice_chairs", "blau"),
    ),
    "cross_representation": AnswerPage(
        "Representation",
        "which bodies have seats of their own on which others",
        (
            "for_body", "on_body", "kind", "seats", "open_seats", "holders", "shared", "people", "elsewhere", "speaking",
            "for_others", "unstated",
        ),
    ),
    "issues": AnswerPage(
        "Issues",
        "which body leads on which business, and where nobody or two do",
        ("issue", "party", "mode", "tier", "part", "leads", "led_by", "seat_on_lead", "side", "closed"),
    ),
    "protocols": AnswerPage(
        "Protocols",
        "which bodies need a protocol, why, and how far each has come",
        (
            "body_a", "body_b", "reasons", "state", "trouble", "left_out", "points_not_said", "set", "protocol",
            "issue", "agreed", "review_by", "owner",
        ),
    ),
    "tiers": AnswerPage(
        "Tiers",
        "how the bodies of each tier are joined to those of the others, and through whom",
        (
            "kind", "tier_a", "tier_b", "bodies_a", "bodies_b", "shared_organisations", "shared_people", "links", "part_of",
            "cross_seats", "names", "member", "own_tier", "tiers", "ways", "coordinator", "itinerant", "gatekeeper", "liaison",
        ),
    ),
    "coterminosity": AnswerPage(
        "Areas",
        "how far the areas of bodies and organisations coincide",
        (
            "body", "organisation", "body_area", "organisation_area", "class", "fit", "shared_units", "units_of_body",
            "units_of_organisation", "seats",
        ),
    ),
    "data_quality": AnswerPage(
        "Data quality", "what is missing, unknown or doubtful in the lists", ("name", "check", "detail", "mode", "sheet", "row")
    ),
}  # fmt: skip
"""The page of each question, in the order in which they are told."""

COLUMN_WORDS: dict[str, tuple[str, str]] = {
    "body_a": ("Body", "The first body of the pair."),
    "body_b": ("Other body", "The second body of the pair."),
    "size_a": ("On the first", "How many members the first body has."),
    "size_b": ("On the second", "How many members the second body has."),
    "members": ("Who they are", "The members that both bodies have."),
    "part_of": ("One part of the other", "Whether one is part of the other, so that they overlap by design."),
    "note": ("Note", "Why a figure is not known."),
    "set": ("Set", "Bodies alike that one protocol could serve; empty for a pair on its own."),
    "reasons": ("Reasons", "Why the two may need a protocol, with what shows it."),
    "state": ("State", "Nothing known, none, draft, agreed, under review, review due, review overdue, orphaned or closed body."),
    "protocols.body_b": ("Other body", "The other body of the pair; empty for the agreement of one body."),
    "left_out": ("Leaves out", "The points that it should cover and does not."),
    "points_not_said": ("Points not recorded", "Of how many points nothing is recorded."),
    "trouble": ("Trouble", "What is wrong with a protocol that there is."),
    "check": ("Check", "What was looked for."),
    "mode": ("Kind", "Body, organisation, person or seat."),
    "name": ("Name", "Which one it is."),
    "detail": ("Detail", "What was found there."),
    "sheet": ("Sheet or file", "Where the row stands, if the source has more than one sheet or file of such rows."),
    "row": ("Row of the source", "The row there or, with no sheet or file given, of its table, as a spreadsheet counts."),
    "member": ("Member", "The organisation or the person."),
    "place": ("Place", "The county or the district."),
    "class": ("Class", "At which of the two tiers the member sits."),
    "could": ("Could sit there", "Whether its area lets it sit there."),
    "like": ("Among", "Partnerships are compared with partnerships, councils with councils."),
    "county": ("County", "The county whose bodies are compared."),
    "counting": ("Counting", "What is counted: organisations, people, sectors or posts."),
    "two_tier.mode": ("Kind", "Organisation, person, body, or offer of a seat."),
    "two_tier.tier": ("Tier", "County or district."),
    "two_tier.sits": ("Sits there", "Whether the member holds a seat at that place."),
    "two_tier.seats": ("Seats there", "Filled seats that make a tie, at that place."),
    "two_tier.hours": ("Hours a year", "What the organisation's seats there take, as far as is known."),
    "two_tier.members": ("Members", "How many organisations or people the body has, or how many seats are on offer."),
    "two_tier.both": ("At both tiers", "How many of the body's members sit at the other tier too."),
    "two_tier.status": ("Offer", "Whether the seat was requested, applied for, offered or declined."),
    "coterminosity.seats": ("Seats", "Filled seats that make a tie."),
    "coterminosity.body": ("Body", "The body; empty where the row is about two areas."),
    "coterminosity.organisation": ("Organisation", "The organisation that sits on it; empty where the row is about a body or two areas."),
    "body_area": ("Area of the body", "The area that the body covers."),
    "organisation_area": ("Area of the organisation", "The area that the organisation covers."),
    "coterminosity.class": ("How they lie", "How the organisation's area lies to the body's: the same area, inside it, around it (contains), across it, apart, or not known."),
    "fit": ("Fits", "How the organisation's area fits those of all bodies: that of one body or several together, across one, wider, inside, apart, or not known."),
    "shared_units": ("Units shared", "How many of the smallest known areas both take in, whole or in part."),
    "units_of_body": ("Units of the body", "How many of the smallest known areas the body's area takes in."),
    "units_of_organisation": ("Units of the organisation", "How many of the smallest known areas the organisation's area takes in."),
    "shared": ("Shared", "How many the two share."),
    "sole_links.kind": ("What it is", "A member who is the only link of two bodies; who or what holds bodies together; a group apart; a body of no known member; or the only table of some pairs of members."),
    "sole_links.member": ("Who", "The organisation or the person who makes the link."),
    "sole_links.body_a": ("Body", "One body of the pair, or the body that the row is about."),
    "sole_links.until": ("Ends", "When the first of the two terms ends that make the link."),
    "ends_on": ("On", "The body on which that term ends."),
    "also_joined": ("Also joined by", "What else joins the two; empty where nothing does."),
    "sole_links.bodies": ("Bodies", "How many bodies would fall off, or are in the group."),
    "sole_links.others": ("From", "How many bodies would still hang together."),
    "sole_links.names": ("Which bodies", "Those that would fall off, or are in the group."),
    "sole_links.pairs": ("Pairs of members", "How many pairs of members meet here and nowhere else."),
    "tiers.kind": ("What it is", "A tier, two tiers, a member on bodies of several tiers, or a body of no known tier."),
    "tier_a": ("Tier", "The tier; of two, the wider."),
    "tier_b": ("Other tier", "The narrower of two tiers."),
    "bodies_a": ("Its bodies", "How many bodies there are of the tier."),
    "bodies_b": ("Bodies of the other", "How many bodies there are of the other tier."),
    "shared_organisations": ("Organisations at both", "How many organisations sit on bodies of both tiers."),
    "shared_people": ("People at both", "How many people sit on bodies of both tiers."),
    "tiers.links": ("Links", "Declared links between bodies of the two tiers."),
    "tiers.part_of": ("Part of", "How many bodies of the one tier are part of a body of the other."),
    "cross_seats": ("Own seats", "Seats that a body of the one tier has on a body of the other."),
    "tiers.names": ("Which bodies", "The bodies of the tier."),
    "own_tier": ("Own tier", "The tier of the organisation itself."),
    "tiers.tiers": ("Tiers", "On bodies of which tiers the member sits."),
    "ways": ("Pairs joined", "How many pairs of bodies of different tiers the member sits on."),
    "coordinator": ("Within its tier", "Pairs of bodies of its own tier (coordinator)."),
    "itinerant": ("As an outsider", "Pairs of bodies of one tier that is not its own (itinerant)."),
    "gatekeeper": ("To its tier", "Pairs of a body of its own tier and one of another (gatekeeper)."),
    "liaison": ("Between others", "Pairs of bodies of two tiers, neither its own (liaison)."),
    "gaps.reason": ("Why", "Law, usual, expected, in the same area, an open seat, an unfilled place or attendance."),
    "gaps.body": ("Body", "The body where somebody is looked for."),
    "gaps.who": ("Who", "The member looked for, whom an open seat is for, or who never or seldom came."),
    "gaps.state": ("State", "There, missing, cannot be told, or what state an open seat is in."),
    "gaps.organisation": ("Organisation", "The organisation meant; empty where any of a kind will do."),
    "gaps.found": ("Held by", "Who holds a seat for the member looked for."),
    "gaps.reference": ("Asked by", "The law or the document that asks for the member."),
    "load.member": ("Who", "The organisation, the person or the body."),
    "load.seats": ("Seats", "Filled seats that take time: all but those of substitutes."),
    "load.bodies": ("Bodies", "On how many bodies these seats are."),
    "load.representatives": ("People", "How many different people hold the seats; seats of nobody named are not among them."),
    "load.busiest": ("Busiest", "Who holds most of the organisation's seats."),
    "load.hours": ("Hours a year", "Meetings a year times the hours of a meeting and its preparation, over the seats of which that is known."),
    "load.hours_unknown_seats": ("Seats left out", "Seats whose hours are not known."),
    "load.capacity_hours": ("Capacity", "Hours a year that can be given, where somebody has said so."),
    "load.over": ("Hours over", "How many hours are asked for beyond the capacity; below nought is room left."),
    "load.cost": ("Pounds a year", "The hours at the cost of an hour that was given."),
    "balance.scope": ("Of", "The whole map, a family of bodies, or one body; the first two leave councils out."),
    "balance.body": ("Body", "The body; of a family, the body at its head."),
    "balance.by": ("By", "Sector, organisation, or the seat of a chair or vice-chair."),
    "balance.value": ("Which", "Which sector, organisation or person; all seats; or those of which it is not known."),
    "balance.seats": ("Seats", "Filled seats of chairs, vice-chairs, members and co-opted members."),
    "balance.share": ("Share", "Of the seats of which the value is known; not known where a list is partial."),
    "balance.blau": ("How mixed", "The chance that two of the seats, drawn with return, differ."),
    "voting_seats": ("Voting seats", "How many of the seats have a vote."),
    "core_seats": ("Core seats", "How many of the seats are core seats."),
    "chairs": ("Chairs", "How many of the seats are those of a chair."),
    "vice_chairs": ("Vice-chairs", "How many of the seats are those of a vice-chair."),
    "for_body": ("For", "The body that the seat speaks for, or whose members sit elsewhere."),
    "on_body": ("On", "The body on which the seat is."),
    "cross_representation.kind": ("What it is", "Seats both ways or one way, on offer or vacant; an overlap without any; or members elsewhere."),
    "cross_representation.seats": ("Seats held", "Filled seats on the one body for the other."),
    "cross_representation.open_seats": ("Seats open", "Seats that are vacant, asked for, offered or declined."),
    "cross_representation.shared": ("Shared", "How many organisations, or people where no organisation is known, sit on both."),
    "holders": ("Held by", "Who holds the seats."),
    "cross_representation.people": ("People", "How many people the body has."),
    "elsewhere": ("Also elsewhere", "How many of them also sit on other bodies."),
    "speaking": ("Speak for it", "How many of these speak for the body somewhere else."),
    "for_others": ("For others", "How many speak only for others there."),
    "unstated": ("Not stated", "For how many it is not stated whom they speak for there."),
    "party": ("Who", "The body or the organisation that has a part."),
    "part": ("Part", "Lead, contributes, consulted or informed."),
    "leads": ("Leads", "How many lead on the issue."),
    "what": ("What changed", "A body, a member, a holder, a chair, open seats, or how many organisations two bodies share."),
    "change.body": ("Body", "The body where it changed; empty where it is about the whole map."),
    "change.other_body": ("Other body", "The other body of a pair that shares more or fewer organisations now."),
    "change.mode": ("Kind", "Organisation, person or body."),
    "change.before": ("Before", "Who, or how many, before."),
    "change.after": ("Now", "Who, or how many, now."),
    "change.difference": ("Difference", "How many more now; below nought how many fewer."),
    "led_by": ("Led by", "Who leads on it."),
    "seat_on_lead": ("Meets the lead", "Whether it has a seat on a body that leads, or a member in common with it."),
    "side": ("Where", "Itself, its own group or other: how the party stands to the home body."),
    "closed": ("Closed", "Whether the body has closed."),
}  # fmt: skip
"""What a column of an answer is called and means, by its name; `question.column` is of one question only."""

LONG_COLUMNS = ("members", "reasons")
"""Columns of long texts, which a page gives more room."""
DATE_COLUMNS = ("agreed", "review_by", "since", "until")
"""Columns of dates, which a page shows in words."""
ROW_COLUMNS = ("row",)
"""Columns that hold rows of the source, which may be empty."""

ITS_SEAT_VACANT = "its seat is vacant"
"""The detail of a member asked for and missing, where the seat meant for it is listed as vacant."""
