"""The tables of a source: every column, what it holds, how it is read, and the headers read as it."""

from __future__ import annotations

from orgmap.vocabulary import choices
from orgmap.vocabulary.schema import ClosedList, Column, Table, Type

BODY_OR_ORGANISATION = ("bodies", "organisations")


def _choice(
    name: str, meaning: str, closed_list: ClosedList, *synonyms: str, required: bool = False
) -> Column:
    return Column(name, meaning, Type.CHOICE, required, closed_list, (), synonyms)


def _reference(
    name: str, meaning: str, *synonyms: str, to: tuple[str, ...], required: bool = False
) -> Column:
    return Column(name, meaning, Type.REFERENCE, required, None, to, synonyms)


def _flag(name: str, meaning: str, *synonyms: str) -> Column:
    return Column(name, meaning, Type.FLAG, closed_list=choices.FLAGS, synonyms=synonyms)


def _text(name: str, meaning: str, *synonyms: str, required: bool = False) -> Column:
    return Column(name, meaning, Type.TEXT, required, None, (), synonyms)


def _date(name: str, meaning: str, *synonyms: str) -> Column:
    return Column(name, meaning, Type.DATE, synonyms=synonyms)


def _number(name: str, meaning: str, *synonyms: str) -> Column:
    return Column(name, meaning, Type.NUMBER, synonyms=synonyms)


def _whole(name: str, meaning: str, *synonyms: str) -> Column:
    return Column(name, meaning, Type.WHOLE, synonyms=synonyms)


def _identifier(of: str) -> Column:
    return _text(
        "id", f"A short code by which other tables may name the {of}.", "ref", "reference", "code id", "slug"
    )


def _aliases() -> Column:
    return Column(
        "also_known_as",
        "Other names for the same, separated by semicolons.",
        Type.NAMES,
        synonyms=("aliases", "alias", "aka", "other names", "former names"),
    )


_SINCE = _date(
    "since",
    "First day, month or year.",
    "from",
    "start",
    "start date",
    "date from",
    "from date",
    "appointed on",
    "date appointed",
)
_UNTIL = _date(
    "until",
    "Last day, month or year.",
    "to",
    "end",
    "end date",
    "date to",
    "to date",
    "term ends",
    "expires",
    "term of office ends",
)
_NOTE = _text("note", "Anything worth remembering.", "notes", "comment", "comments", "remarks")
_TIER = _choice("tier", "The level of government it works at.", choices.TIERS, "level")
_AREA = _reference(
    "area", "The area it covers.", "area covered", "geography", "place", "district", to=("areas",)
)
_REPLACED_BODY = _reference(
    "replaced_by", "The body that took over.", "successor", "merged into", to=("bodies",)
)

ABOUT = Table(
    "about",
    "What the map is of: one row, every column optional.",
    (
        _text("title", "The title of the map.", "name", "map title"),
        _date("as_at", "The day the list was true.", "as at", "date", "list date", "correct at"),
        _reference("home_body", "The body whose map this is.", "home", "our body", to=("bodies",)),
        _choice("nation", "Whose law applies.", choices.NATIONS, "country"),
        _choice(
            "names", "What is shown about people: full, posts or none.", choices.NAMES_MODES, "show names"
        ),
        _text("source", "Where the list comes from.", "sources", "origin"),
        _text("licence", "On what terms it may be used.", "license"),
    ),
    ("about this map", "start here", "readme", "metadata"),
)

SEATS = Table(
    "seats",
    "Who sits on what: one row per place on a body.",
    (
        _reference(
            "body", "The board, forum or group that has the seat.",
            "partnership", "committee", "group", "board", "forum", "panel", "body name", "outside body", "club", "event",
            "council or committee", "meeting",
            to=("bodies",), required=True,
        ),
        _reference(
            "person", "Who holds the seat.",
            "name", "full name", "member", "member name", "representative", "councillor", "holder", "person name", "contact name",
            "attendee", to=("people",),
        ),
        _text("post", "The post the holder has in the organisation.", "job title", "position", "job", "title", "post title", "designation"),
        _reference(
            "organisation", "Whom the holder works for.",
            "organization", "agency", "employer", "org", "company", "partner", "partner organisation", "authority", "organisation name",
            to=BODY_OR_ORGANISATION,
        ),
        _reference(
            "on_behalf_of", "Whom the seat speaks for, if not the holder's own organisation.",
            "representing", "represents", "nominated by", "on behalf of", "nominating organisation", "nominating body", "for",
            to=BODY_OR_ORGANISATION,
        ),
        _choice("role", "What the holder does in the seat.", choices.ROLES, "capacity", "role on body", "membership role", "seat role", "board role"),
        _choice("status", "Whether the seat is filled, vacant, or on offer.", choices.STATUSES, "state", "seat status"),
        _text("seat", "The label of the seat, so that it can be followed when it is vacant or moves.", "seat label", "seat name", "place"),
        _reference("substitute_for", "Whom the holder stands in for.", "substitutes for", "deputy for", "deputising for", to=("people",)),
        _flag("voting", "Whether the seat has a vote.", "vote", "votes", "voting member", "voting rights"),
        _flag("core", "Whether the seat is one of the core seats.", "core member"),
        _choice("selection", "How the holder came to the seat.", choices.SELECTIONS, "selected by", "how chosen", "appointment type"),
        _SINCE,
        _UNTIL,
        _whole("invited", "How many meetings the holder was invited to.", "meetings invited", "possible attendances", "expected attendances"),
        _whole("attended", "How many meetings the holder came to.", "meetings attended", "attendance", "attendances", "present"),
        _text("source", "Where the row comes from.", "sources", "origin"),
        _NOTE,
    ),
    ("seat", "members", "membership", "memberships", "memberships list", "membership list", "member list", "sheet1", "data", "table1", "list", "positions"),
)  # fmt: skip

BODIES = Table(
    "bodies",
    "The boards, forums and groups that have seats.",
    (
        _identifier("body"),
        _text(
            "body", "The full name of the body.",
            "name", "body name", "full name", "title", "partnership", "committee", "group", "board", "forum", required=True,
        ),
        _text("short_name", "A short name or initials.", "acronym", "abbreviation", "initials", "short"),
        _choice("kind", "What kind of body it is.", choices.BODY_KINDS, "type", "body type", "body kind", "classification", "category"),
        _text("legal_type", "Its standing in law.", "legal status", "legal form", "legal basis"),
        _reference("part_of", "The body it is a part of.", "parent", "parent body", "part of", "sub-group of", "subgroup of", to=("bodies",)),
        _text("family", "The partnership it belongs to with all its groups.", "partnership family"),
        _TIER,
        _AREA,
        _reference("organisation", "The organisation it also is, such as a council.", "organization", "is organisation", to=("organisations",)),
        _flag("statutory", "Whether law requires it.", "statutory body", "required by law"),
        _flag("open", "Whether it meets in public.", "meets in public", "public", "open to the public"),
        _choice("governance_mode", "What it is for: advisory, commissioning, laboratory or community empowerment.", choices.GOVERNANCE_MODES, "mode"),
        _whole("places", "How many seats there are, listed here or not.", "number of seats", "size", "number of members", "total seats"),
        _choice("list", "Whether all its members are listed: complete or partial.", choices.EXTENTS, "membership list", "list complete", "coverage"),
        _number("meetings_per_year", "How often it meets in a year.", "meetings", "meetings a year", "frequency"),
        _number("hours_per_meeting", "How long a meeting lasts, in hours.", "hours", "length of meeting", "meeting hours"),
        _number("preparation_hours", "How long a member prepares for a meeting, in hours.", "preparation", "prep hours", "reading time"),
        _SINCE,
        _UNTIL,
        _REPLACED_BODY,
        Column("url", "Its web page.", Type.URL, synonyms=("web", "website", "link", "web address", "web page")),
        _aliases(),
    ),
    ("body", "boards", "partnerships", "committees", "groups", "forums"),
    key="body",
)  # fmt: skip

ORGANISATIONS = Table(
    "organisations",
    "Whom people on the bodies work for or speak for.",
    (
        _identifier("organisation"),
        _text(
            "organisation", "The full name of the organisation.",
            "name", "organization", "organisation name", "full name", "agency", "partner", required=True,
        ),
        _text("short_name", "A short name or initials.", "acronym", "abbreviation", "initials", "short"),
        _choice("kind", "What kind of organisation it is.", choices.ORGANISATION_KINDS, "type", "organisation type", "organisation kind", "category"),
        _choice("sector", "The sector it belongs to.", choices.SECTORS, "sector name"),
        _TIER,
        _AREA,
        _reference("part_of", "The organisation it is a part of.", "parent", "parent organisation", "part of", to=("organisations",)),
        _text("identifier", "Its public identifier, such as GB-CHC-1234567.", "identifiers", "org id", "registration number", "charity number"),
        _number("capacity_hours", "Hours a year it can give to partnership work.", "capacity", "hours available"),
        _SINCE,
        _UNTIL,
        _reference("replaced_by", "The organisation that took over.", "successor", "merged into", to=("organisations",)),
        _aliases(),
    ),
    ("organisation", "organizations", "organization", "orgs", "agencies", "partners", "partner organisations"),
    key="organisation",
)  # fmt: skip

PEOPLE = Table(
    "people",
    "The people who hold seats, where there is more to say than their name.",
    (
        _text("person", "A code for the person, or the full name.", "id", "person id", "ref", "reference", required=True),
        _text("name", "The full name.", "full name", "person name", "member name"),
        _reference("organisation", "Whom the person works for.", "organization", "agency", "employer", "org", to=("organisations",)),
        _text("post", "The post the person has.", "job title", "position", "job", "title", "role"),
        _number("capacity_hours", "Hours a year the person can give to partnership work.", "capacity", "hours available"),
        _choice("publish", "What may be shown about the person: name, post or no.", choices.PUBLISH, "may publish", "consent"),
        _aliases(),
    ),
    ("person", "persons", "individuals", "contacts"),
    key="person",
)  # fmt: skip

AREAS = Table(
    "areas",
    "The places that bodies and organisations cover.",
    (
        _identifier("area"),
        _text("area", "The name of the area.", "name", "area name", "place", required=True),
        _text("code", "Its official code, such as E10000014.", "area code", "gss code", "gss", "ons code"),
        _text("type", "What kind of area it is.", "area type", "kind"),
        _reference(
            "within", "The area it lies inside.", "part of", "parent", "inside", "parent area", to=("areas",)
        ),
        _aliases(),
    ),
    ("area", "places", "geographies"),
    key="area",
)

AREA_UNITS = Table(
    "area_units",
    "What an area is made of, where it cuts across others.",
    (
        _reference("area", "The area that cuts across others.", "area name", to=("areas",), required=True),
        _reference(
            "unit",
            "An area it takes in, whole or in part.",
            "unit name",
            "made of",
            "contains",
            to=("areas",),
            required=True,
        ),
        _number(
            "share", "What part of the unit it takes in, from 0 to 1; empty means all.", "part", "fraction"
        ),
    ),
    ("area units", "units", "area lookup"),
)

LINKS = Table(
    "links",
    "Declared relations between bodies, beside being part of one another.",
    (
        _reference(
            "from_body",
            "The body that does it.",
            "from",
            "source",
            "from body",
            "body",
            to=("bodies",),
            required=True,
        ),
        _reference(
            "to_body",
            "The body it is done to.",
            "to",
            "target",
            "to body",
            "other body",
            to=("bodies",),
            required=True,
        ),
        _choice(
            "kind",
            "What the relation is.",
            choices.LINK_KINDS,
            "type",
            "relation",
            "link",
            "relationship",
            required=True,
        ),
        _text("document", "Where it is written down.", "reference", "terms"),
        _date("since", "First day, month or year.", "start", "start date", "date from"),
        _date("until", "Last day, month or year.", "end", "end date", "date to"),
        _NOTE,
    ),
    ("link", "relations", "relationships", "connections"),
)

ISSUES = Table(
    "issues",
    "Which body or organisation has which part in an issue.",
    (
        _text(
            "issue",
            "The issue or piece of business.",
            "topic",
            "theme",
            "priority",
            "business",
            "name",
            required=True,
        ),
        _reference(
            "body", "The body that has a part in it.", "partnership", "board", "group", to=("bodies",)
        ),
        _reference(
            "organisation",
            "The organisation that has a part in it.",
            "organization",
            "agency",
            "partner",
            to=("organisations",),
        ),
        _choice(
            "part",
            "Lead, contributes, consulted or informed.",
            choices.ISSUE_PARTS,
            "role",
            "involvement",
            required=True,
        ),
        _SINCE,
        _UNTIL,
        _NOTE,
    ),
    ("issue", "topics", "themes", "priorities", "business"),
)

PROTOCOL_POINTS: tuple[Column, ...] = tuple(
    _choice(name, meaning, choices.CONTENTS)
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

_PROTOCOL_STATUS = _choice(
    "status", "How far it has come: none, draft, agreed or under review.", choices.PROTOCOL_STATUSES, "state"
)
_AGREED = _date("agreed", "When it was agreed.", "agreed on", "date agreed")
_REVIEW_BY = _date("review_by", "When it is due for review.", "review date", "review due", "next review")
_DOCUMENT = _text("document", "Where it can be read.", "link", "url", "file")

PROTOCOLS = Table(
    "protocols",
    "The agreements between bodies, and how far each has come.",
    (
        _text(
            "protocol",
            "The name of the protocol; rows with the same name are one agreement of many sides.",
            "name",
            "title",
            "agreement",
        ),
        _reference(
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
        _reference(
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
        _text("issue", "The issue it is about.", "topic"),
        _PROTOCOL_STATUS,
        _AGREED,
        _REVIEW_BY,
        _text("owner", "Who looks after it.", "lead", "contact officer"),
        _DOCUMENT,
        *PROTOCOL_POINTS,
    ),
    ("protocol", "agreements between bodies", "protocol register"),
)

AGREEMENT_POINTS: tuple[Column, ...] = tuple(
    _choice(name, meaning, choices.CONTENTS)
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
        _reference("body", "The body.", "partnership", "group", to=("bodies",), required=True),
        _PROTOCOL_STATUS,
        _AGREED,
        _REVIEW_BY,
        _DOCUMENT,
        *AGREEMENT_POINTS,
    ),
    ("agreement", "partnership agreements"),
)

EXPECTED = Table(
    "expected",
    "Who ought to be on a body.",
    (
        _choice("body_kind", "Every body of this kind.", choices.BODY_KINDS, "kind of body"),
        _reference("body", "This one body.", "partnership", "board", to=("bodies",)),
        _choice(
            "organisation_kind",
            "Some organisation of this kind.",
            choices.ORGANISATION_KINDS,
            "kind of organisation",
        ),
        _choice("sector", "Some organisation of this sector.", choices.SECTORS),
        _reference("organisation", "This organisation.", "organization", "agency", to=("organisations",)),
        _text("post", "The holder of this post.", "job title", "position"),
        _choice(
            "strength",
            "Must be a member, must be invited, or usually sits there.",
            choices.STRENGTHS,
            "requirement",
        ),
        _text("reason", "Why.", "why"),
        _text("reference", "The law or the document that says so.", "legal reference", "law"),
    ),
    ("expectations", "expected members", "required members"),
)

TABLES: tuple[Table, ...] = (
    ABOUT, SEATS, BODIES, ORGANISATIONS, PEOPLE, AREAS, AREA_UNITS, LINKS, ISSUES, PROTOCOLS, AGREEMENTS, EXPECTED,
)  # fmt: skip
