"""The tables of what joins bodies: links, issues, protocols, agreements, and who is expected where."""

from __future__ import annotations

from orgmap.vocabulary import choices
from orgmap.vocabulary.columns import NOTE, SINCE, UNTIL, choice, date, reference, text
from orgmap.vocabulary.schema import Column, Table

LINKS = Table(
    "links",
    "Declared relations between bodies, beside being part of one another.",
    (
        reference(
            "from_body",
            "The body that does it.",
            "from",
            "source",
            "from body",
            "body",
            to=("bodies",),
            required=True,
        ),
        reference(
            "to_body",
            "The body it is done to.",
            "to",
            "target",
            "to body",
            "other body",
            to=("bodies",),
            required=True,
        ),
        choice(
            "kind",
            "What the relation is.",
            choices.LINK_KINDS,
            "type",
            "relation",
            "link",
            "relationship",
            required=True,
        ),
        text("document", "Where it is written down.", "reference", "terms"),
        date("since", "First day, month or year.", "start", "start date", "date from"),
        date("until", "Last day, month or year.", "end", "end date", "date to"),
        NOTE,
    ),
    ("link", "relations", "relationships", "connections"),
)

ISSUES = Table(
    "issues",
    "Which body or organisation has which part in an issue.",
    (
        text(
            "issue",
            "The issue or piece of business.",
            "topic",
            "theme",
            "priority",
            "business",
            "name",
            required=True,
        ),
        reference("body", "The body that has a part in it.", "partnership", "board", "group", to=("bodies",)),
        reference(
            "organisation",
            "The organisation that has a part in it.",
            "organization",
            "agency",
            "partner",
            to=("organisations",),
        ),
        choice(
            "part",
            "Lead, contributes, consulted or informed.",
            choices.ISSUE_PARTS,
            "role",
            "involvement",
            required=True,
        ),
        SINCE,
        UNTIL,
        NOTE,
    ),
    ("issue", "topics", "themes", "priorities", "business"),
)

PROTOCOL_POINTS: tuple[Column, ...] = tuple(
    choice(name, meaning, choices.CONTENTS)
    for name, meaning in (
        ("parties", "The parties and who signs for each."),
        ("purpose", "The purpose and principles; that neither body is the other's superior, or that one is."),
        ("remits", "The role, functions and legal basis of each body."),
        ("membership", "The members of each, and who sits on both."),
        ("plans", "The strategic plans of each: timing, and consultation on drafts."),
        ("reports", "Sharing and commenting on annual reports."),
        ("challenge", "How each challenges, oversees or scrutinises the other."),
        ("data", "Performance information and data sharing."),
        ("contact", "Regular contact between chairs and between business managers."),
        ("leads", "Who leads on shared themes."),
        ("duplication", "How duplicated work is avoided; joint sub-groups."),
        ("publicity", "Differences in meeting in public and publishing papers."),
        ("disputes", "How disputes are resolved."),
        ("tiers", "How it works in a two-tier area."),
        ("others", "Which other partnerships it links to."),
        ("review", "The date and manner of review."),
    )
)

_PROTOCOL_STATUS = choice(
    "status", "How far it has come: none, draft, agreed or under review.", choices.PROTOCOL_STATUSES, "state"
)
_AGREED = date("agreed", "When it was agreed.", "agreed on", "date agreed")
_REVIEW_BY = date("review_by", "When it is due for review.", "review date", "review due", "next review")
_DOCUMENT = text("document", "Where it can be read.", "link", "url", "file")

PROTOCOLS = Table(
    "protocols",
    "The agreements between bodies, and how far each has come.",
    (
        text(
            "protocol",
            "The name of the protocol; rows with the same name are one agreement of many sides.",
            "name",
            "title",
            "agreement",
        ),
        reference(
            "body_a",
            "One body.",
            "body",
            "from",
            "first body",
            "party a",
            "body 1",
            to=("bodies",),
            required=True,
        ),
        reference(
            "body_b",
            "The other body.",
            "other body",
            "to",
            "second body",
            "party b",
            "body 2",
            to=("bodies",),
            required=True,
        ),
        text("issue", "The issue it is about.", "topic"),
        _PROTOCOL_STATUS,
        _AGREED,
        _REVIEW_BY,
        text("owner", "Who looks after it.", "lead", "contact officer"),
        _DOCUMENT,
        *PROTOCOL_POINTS,
        NOTE,
    ),
    ("protocol", "agreements between bodies", "protocol register"),
)

AGREEMENT_POINTS: tuple[Column, ...] = tuple(
    choice(name, meaning, choices.CONTENTS)
    for name, meaning in (
        ("themes", "The themes it contributes to."),
        ("aims", "Its aims."),
        ("measures", "Its measures, with baselines and targets."),
        ("members", "Its membership."),
        ("terms_of_reference", "Its terms of reference."),
        ("strategies", "Its main strategies."),
        ("signatures", "The signatures of both chairs."),
        ("publication", "Its publication."),
    )
)

AGREEMENTS = Table(
    "agreements",
    "The partnership agreement that each body has with the partnership above it.",
    (
        reference("body", "The body.", "partnership", "group", to=("bodies",), required=True),
        _PROTOCOL_STATUS,
        _AGREED,
        _REVIEW_BY,
        _DOCUMENT,
        *AGREEMENT_POINTS,
        NOTE,
    ),
    ("agreement", "partnership agreements"),
)

EXPECTED = Table(
    "expected",
    "Who ought to be on a body.",
    (
        choice("body_kind", "Every body of this kind.", choices.BODY_KINDS, "kind of body"),
        reference("body", "This one body.", "partnership", "board", to=("bodies",)),
        choice(
            "organisation_kind",
            "Some organisation of this kind.",
            choices.ORGANISATION_KINDS,
            "kind of organisation",
        ),
        choice("sector", "Some organisation of this sector.", choices.SECTORS),
        reference("organisation", "This organisation.", "organization", "agency", to=("organisations",)),
        text("post", "The holder of this post.", "job title", "position"),
        choice(
            "strength",
            "Must be a member, must be invited, or usually sits there.",
            choices.STRENGTHS,
            "requirement",
        ),
        text("reason", "Why.", "why"),
        text("reference", "The law or the document that says so.", "legal reference", "law"),
    ),
    ("expectations", "expected members", "required members"),
)
