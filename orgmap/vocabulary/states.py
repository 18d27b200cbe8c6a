"""The closed lists of how things stand: links, protocols, parts in an issue, and what may be shown or asked."""

from __future__ import annotations

from orgmap.vocabulary.schema import Choice, ClosedList, Unknown

LINK_KINDS = ClosedList(
    "link kind",
    "A declared relation of one body to another, beside being part of it.",
    (
        Choice("reports to", "Answers to the other body.", ("accountable to", "reports into", "answers to")),
        Choice("commissions", "Pays or asks the other body to do work.", ("funds", "delegates to")),
        Choice("advises", "Gives the other body advice.", ("advisory to",)),
        Choice("consults", "Asks the other body's view.", ("consults with", "is consulted by")),
        Choice("stands beside", "Works next to the other body, neither above the other.", ("works with", "alongside", "linked to")),
        Choice("shares information with", "Passes the other body information.", ("informs", "shares data with")),
        Choice("provides the secretariat of", "Runs the other body's meetings.", ("supports", "secretariat of", "secretariat for")),
    ),
)  # fmt: skip

PROTOCOL_STATUSES = ClosedList(
    "protocol status",
    "How far a protocol has come.",
    (
        Choice("none", "There is no protocol.", ("no", "not started")),
        Choice("draft", "A protocol is being written.", ("in draft", "drafting", "proposed")),
        Choice("agreed", "The protocol is in force.", ("yes", "in force", "signed", "approved")),
        Choice(
            "under review",
            "The protocol is being looked at again.",
            ("review", "in review", "being reviewed"),
        ),
    ),
)

CONTENTS = ClosedList(
    "contents",
    "Whether a protocol covers a point.",
    (
        Choice("yes", "The protocol covers it.", ("y", "true", "1", "x", "✓", "done", "covered")),
        Choice("no", "The protocol does not cover it.", ("n", "false", "0", "not yet")),
        Choice("not needed", "These bodies do not need it.", ("n/a", "na", "not applicable", "not required")),
    ),
)

ISSUE_PARTS = ClosedList(
    "part",
    "What a body or an organisation does about an issue.",
    (
        Choice("lead", "Answers for the issue.", ("leads", "owner", "responsible", "accountable")),
        Choice(
            "contributes", "Does part of the work.", ("contributor", "contribute", "supports", "delivers")
        ),
        Choice("consulted", "Is asked for its view.", ("consult",)),
        Choice("informed", "Is told.", ("inform", "kept informed")),
    ),
)

SELECTIONS = ClosedList(
    "selection",
    "How a holder came to the seat.",
    (
        Choice("elected", "By a vote.", ("election",)),
        Choice("nominated", "Put forward by an organisation.", ("nomination", "nominee")),
        Choice("ex officio", "By holding another post.", ("ex-officio", "by office")),
        Choice("appointed", "Chosen by the body or a minister.", ("appointment", "selected")),
    ),
)

GOVERNANCE_MODES = ClosedList(
    "governance mode",
    "What a body is for (evaluation of 2005, section 1.5).",
    (
        Choice("advisory", "Advises those who decide.", ("adviser",)),
        Choice("commissioning", "Decides and pays for services."),
        Choice("laboratory", "Tries new ways of working."),
        Choice("community empowerment", "Gives residents a say.", ("empowerment",)),
    ),
)

EXTENTS = ClosedList(
    "list",
    "Whether all members of a body are in the file.",
    (
        Choice("complete", "All members are listed.", ("full", "all")),
        Choice("partial", "Some members are not listed.", ("incomplete", "part", "some")),
    ),
)

NAMED_KINDS = ClosedList(
    "kind of name",
    "What a confirmed name is the name of.",
    (
        Choice("person", "Somebody who holds a seat.", ("people", "member")),
        Choice(
            "organisation", "Whom people work for or speak for.", ("organization", "organisations", "org")
        ),
        Choice("body", "A board, forum or group.", ("bodies", "board", "partnership", "committee", "group")),
    ),
)

NAMES_MODES = ClosedList(
    "names",
    "What a pack shows about people.",
    (
        Choice("full", "Names and posts.", ("all", "names")),
        Choice("posts", "Posts only; no names.", ("post", "roles")),
        Choice("none", "Neither names nor posts.", ("no", "anonymous")),
    ),
)

PUBLISH = ClosedList(
    "publish",
    "What may be shown about one person.",
    (
        Choice("name", "Name and post.", ("yes", "y", "full")),
        Choice("post", "Post only.", ("posts", "post only")),
        Choice("no", "Nothing.", ("n", "none", "private")),
    ),
)

STRENGTHS = ClosedList(
    "strength",
    "How strongly somebody is expected to sit on a body.",
    (
        Choice("member", "Must be a member.", ("statutory", "required")),
        Choice("invited", "Must be invited.", ("invite",)),
        Choice("usual", "Usually sits on such a body.", ("expected",)),
    ),
)

NATIONS = ClosedList(
    "nation",
    "Whose law applies.",
    (
        Choice("England", "England."),
        Choice("Wales", "Wales.", ("cymru",)),
        Choice("Scotland", "Scotland.", ("alba",)),
        Choice("Northern Ireland", "Northern Ireland.", ("ni",)),
    ),
    Unknown.BLANK,
)

FLAGS = ClosedList(
    "yes or no",
    "A plain yes or no.",
    (
        Choice("yes", "Yes.", ("y", "true", "1", "x", "✓", "t")),
        Choice("no", "No.", ("n", "false", "0", "f")),
    ),
)

COUNTINGS = ClosedList(
    "counting",
    "What is counted as a member of a body.",
    (
        Choice("organisations", "Those that the seats speak for."),
        Choice("people", "Those who hold the seats."),
        Choice("sectors", "The sectors of the organisations that the seats speak for."),
        Choice("posts", "The posts of those who hold the seats."),
    ),
)

DIAGRAMS = ClosedList(
    "diagram",
    "What can be drawn on a sheet of A4.",
    (
        Choice("structure", "Which body is part of which, and the declared links."),
        Choice("interlocks", "Which bodies share members, and how many."),
    ),
)

QUESTIONS = ClosedList(
    "question",
    "What a map can be asked.",
    (
        Choice("overlap", "Which bodies share most members?"),
        Choice("sole_links", "Who is the only link between two bodies?"),
        Choice("load", "Who is over-stretched?"),
        Choice("two_tier", "Who sits at the county and in the districts?"),
        Choice("gaps", "Who is missing?"),
        Choice("balance", "Does one sector or one partner dominate, and who chairs?"),
        Choice("cross_representation", "Do members represent the bodies elsewhere?"),
        Choice("issues", "Which business goes to which body?"),
        Choice("protocols", "Which bodies need a protocol, and what is its state?"),
        Choice("tiers", "How are the tiers joined?"),
        Choice("coterminosity", "Do the areas coincide?"),
        Choice("data_quality", "Can this map be trusted?"),
    ),
)

COMPARISONS = ClosedList(
    "comparison",
    "What two states of a map can be asked.",
    (
        Choice("change", "What changed?"),
        Choice("scenario", "What if bodies merge, close or swap?"),
    ),
)

MEASURED = ClosedList(
    "measured",
    "What orgmap measure makes a table of.",
    (
        Choice("nodes", "Bodies and members."),
        Choice("pairs-of-bodies", "Pairs of bodies."),
        Choice("pairs-of-members", "Pairs of members."),
        Choice("whole-map", "The whole map."),
        Choice("key-players", "Key players: the one, two and three members that matter most."),
        Choice("robustness", "The course of a break-up, as the busiest go one by one."),
    ),
)
