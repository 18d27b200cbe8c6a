"""The tables of what there is: the map itself, seats, bodies, organisations, people and areas."""

from __future__ import annotations

from orgmap.vocabulary import choices
from orgmap.vocabulary.columns import (
    AREA,
    NOTE,
    SINCE,
    TIER,
    UNTIL,
    aliases,
    choice,
    date,
    flag,
    identifier,
    number,
    reference,
    text,
    whole,
)
from orgmap.vocabulary.schema import Column, Table, Type

BODY_OR_ORGANISATION = ("bodies", "organisations")
_REPLACED_BODY = reference(
    "replaced_by", "The body that took over.", "successor", "merged into", to=("bodies",)
)

ABOUT = Table(
    "about",
    "What the map is of: one row, every column optional.",
    (
        text("title", "The title of the map.", "name", "map title"),
        date("as_at", "The day the list was true.", "as at", "date", "list date", "correct at"),
        reference("home_body", "The body whose map this is.", "home", "our body", to=("bodies",)),
        choice("nation", "Whose law applies.", choices.NATIONS, "country"),
        choice(
            "names", "What is shown about people: full, posts or none.", choices.NAMES_MODES, "show names"
        ),
        text("source", "Where the list comes from.", "sources", "origin"),
        text("licence", "On what terms it may be used.", "license"),
    ),
    ("about this map", "metadata"),
)

SEATS = Table(
    "seats",
    "Who sits on what: one row per place on a body.",
    (
        reference(
            "body", "The board, forum or group that has the seat.",
            "partnership", "committee", "group", "board", "forum", "panel", "body name", "outside body", "club", "event",
            "council or committee", "meeting",
            to=("bodies",), required=True,
        ),
        reference(
            "person", "Who holds the seat.",
            "name", "full name", "member", "member name", "representative", "councillor", "holder", "person name", "contact name",
            "attendee", to=("people",),
        ),
        text("post", "The post the holder has in the organisation.", "job title", "position", "job", "title", "post title", "designation"),
        reference(
            "organisation", "Whom the holder works for.",
            "organization", "agency", "employer", "org", "company", "partner", "partner organisation", "authority", "organisation name",
            to=BODY_OR_ORGANISATION,
        ),
        reference(
            "on_behalf_of", "Whom the seat speaks for, if not the holder's own organisation.",
            "representing", "represents", "nominated by", "on behalf of", "nominating organisation", "nominating body", "for",
            to=BODY_OR_ORGANISATION,
        ),
        choice("role", "What the holder does in the seat.", choices.ROLES, "capacity", "role on body", "membership role", "seat role", "board role"),
        choice("status", "Whether the seat is filled, vacant, or on offer.", choices.STATUSES, "state", "seat status"),
        text("seat", "The label of the seat, so that it can be followed when it is vacant or moves.", "seat label", "seat name", "place"),
        reference("substitute_for", "Whom the holder stands in for.", "substitutes for", "deputy for", "deputising for", to=("people",)),
        flag("voting", "Whether the seat has a vote.", "vote", "votes", "voting member", "voting rights"),
        flag("core", "Whether the seat is one of the core seats.", "core member"),
        choice("selection", "How the holder came to the seat.", choices.SELECTIONS, "selected by", "how chosen", "appointment type"),
        SINCE,
        UNTIL,
        whole("invited", "How many meetings the holder was invited to.", "meetings invited", "possible attendances", "expected attendances"),
        whole("attended", "How many meetings the holder came to.", "meetings attended", "attendance", "attendances", "present"),
        text("source", "Where the row comes from.", "sources", "origin"),
        NOTE,
    ),
    ("seat", "members", "membership", "memberships", "memberships list", "membership list", "member list", "sheet1", "data", "table1", "list", "positions"),
)  # fmt: skip

BODIES = Table(
    "bodies",
    "The boards, forums and groups that have seats.",
    (
        identifier("body"),
        text(
            "body", "The full name of the body.",
            "name", "body name", "full name", "title", "partnership", "committee", "group", "board", "forum", required=True,
        ),
        text("short_name", "A short name or initials.", "acronym", "abbreviation", "initials", "short"),
        choice("kind", "What kind of body it is.", choices.BODY_KINDS, "type", "body type", "body kind", "classification", "category"),
        text("legal_type", "Its standing in law.", "legal status", "legal form", "legal basis"),
        reference("part_of", "The body it is a part of.", "parent", "parent body", "part of", "sub-group of", "subgroup of", to=("bodies",)),
        text("family", "The partnership it belongs to with all its groups.", "partnership family"),
        TIER,
        AREA,
        reference("organisation", "The organisation it also is, such as a council.", "organization", "is organisation", to=("organisations",)),
        flag("statutory", "Whether law requires it.", "statutory body", "required by law"),
        flag("open", "Whether it meets in public.", "meets in public", "public", "open to the public"),
        choice("governance_mode", "What it is for: advisory, commissioning, laboratory or community empowerment.", choices.GOVERNANCE_MODES, "mode"),
        whole("places", "How many seats there are, listed here or not.", "number of seats", "size", "number of members", "total seats"),
        choice("list", "Whether all its members are listed: complete or partial.", choices.EXTENTS, "membership list", "list complete", "coverage"),
        number("meetings_per_year", "How often it meets in a year.", "meetings", "meetings a year", "frequency"),
        number("hours_per_meeting", "How long a meeting lasts, in hours.", "hours", "length of meeting", "meeting hours"),
        number("preparation_hours", "How long a member prepares for a meeting, in hours.", "preparation", "prep hours", "reading time"),
        SINCE,
        UNTIL,
        _REPLACED_BODY,
        Column("url", "Its web page.", Type.URL, synonyms=("web", "website", "link", "web address", "web page")),
        aliases(),
    ),
    ("body", "boards", "partnerships", "committees", "groups", "forums"),
    key="body",
)  # fmt: skip

ORGANISATIONS = Table(
    "organisations",
    "Whom people on the bodies work for or speak for.",
    (
        identifier("organisation"),
        text(
            "organisation", "The full name of the organisation.",
            "name", "organization", "organisation name", "full name", "agency", "partner", required=True,
        ),
        text("short_name", "A short name or initials.", "acronym", "abbreviation", "initials", "short"),
        choice("kind", "What kind of organisation it is.", choices.ORGANISATION_KINDS, "type", "organisation type", "organisation kind", "category"),
        choice("sector", "The sector it belongs to.", choices.SECTORS, "sector name"),
        TIER,
        AREA,
        reference("part_of", "The organisation it is a part of.", "parent", "parent organisation", "part of", to=("organisations",)),
        text("identifier", "Its public identifier, such as GB-CHC-1234567.", "identifiers", "org id", "registration number", "charity number"),
        number("capacity_hours", "Hours a year it can give to partnership work.", "capacity", "hours available"),
        SINCE,
        UNTIL,
        reference("replaced_by", "The organisation that took over.", "successor", "merged into", to=("organisations",)),
        aliases(),
    ),
    ("organisation", "organizations", "organization", "orgs", "agencies", "partners", "partner organisations"),
    key="organisation",
)  # fmt: skip

PEOPLE = Table(
    "people",
    "The people who hold seats, where there is more to say than their name.",
    (
        text("person", "A code for the person, or the full name.", "id", "person id", "ref", "reference", required=True),
        text("name", "The full name.", "full name", "person name", "member name"),
        reference("organisation", "Whom the person works for.", "organization", "agency", "employer", "org", to=("organisations",)),
        text("post", "The post the person has.", "job title", "position", "job", "title", "role"),
        number("capacity_hours", "Hours a year the person can give to partnership work.", "capacity", "hours available"),
        choice("publish", "What may be shown about the person: name, post or no.", choices.PUBLISH, "may publish", "consent"),
        aliases(),
    ),
    ("person", "persons", "individuals", "contacts"),
    key="person",
)  # fmt: skip

AREAS = Table(
    "areas",
    "The places that bodies and organisations cover.",
    (
        identifier("area"),
        text("area", "The name of the area.", "name", "area name", "place", required=True),
        text("code", "Its official code, such as E10000014.", "area code", "gss code", "gss", "ons code"),
        text("type", "What kind of area it is.", "area type", "kind"),
        reference(
            "within", "The area it lies inside.", "part of", "parent", "inside", "parent area", to=("areas",)
        ),
        aliases(),
    ),
    ("area", "places", "geographies"),
    key="area",
)

AREA_UNITS = Table(
    "area_units",
    "What an area is made of, where it cuts across others.",
    (
        reference("area", "The area that cuts across others.", "area name", to=("areas",), required=True),
        reference(
            "unit",
            "An area it takes in, whole or in part.",
            "unit name",
            "made of",
            "contains",
            to=("areas",),
            required=True,
        ),
        number(
            "share", "What part of the unit it takes in, from 0 to 1; empty means all.", "part", "fraction"
        ),
    ),
    ("area units", "units", "area lookup"),
)
