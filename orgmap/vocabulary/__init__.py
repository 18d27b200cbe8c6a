"""The words, tables, columns and closed lists of orgmap, declared once; everything else derives them."""

from orgmap.vocabulary.choices import (
    CLOSED_LISTS,
    COUNTINGS,
    DIAGRAMS,
    EXTENTS,
    FLAGS,
    LINK_KINDS,
    NAMES_MODES,
    QUESTIONS,
    ROLES,
    SECTORS,
    STATUSES,
    TIE_ROLES,
    TIERS,
)
from orgmap.vocabulary.forms import FORM, FORMS, SHAPES, Form
from orgmap.vocabulary.names import (
    BODY_WORDS,
    DIRECTIONS,
    NOT_KNOWN,
    NOT_PEOPLE,
    ORGANISATION_WORDS,
    POST_NOMINALS,
    POST_WORDS,
    TITLES,
    VACANT,
)
from orgmap.vocabulary.relations import AGREEMENT_POINTS, PROTOCOL_POINTS
from orgmap.vocabulary.schema import Choice, ClosedList, Column, Table, Term, Type, Unknown, normal_header
from orgmap.vocabulary.tables import TABLES
from orgmap.vocabulary.words import TERMS

TABLE: dict[str, Table] = {table.name: table for table in TABLES}
"""Every table by its name."""

__all__ = [
    "AGREEMENT_POINTS",
    "BODY_WORDS",
    "CLOSED_LISTS",
    "COUNTINGS",
    "DIAGRAMS",
    "DIRECTIONS",
    "EXTENTS",
    "FLAGS",
    "FORM",
    "FORMS",
    "LINK_KINDS",
    "NAMES_MODES",
    "NOT_KNOWN",
    "NOT_PEOPLE",
    "ORGANISATION_WORDS",
    "POST_NOMINALS",
    "POST_WORDS",
    "PROTOCOL_POINTS",
    "QUESTIONS",
    "ROLES",
    "SECTORS",
    "SHAPES",
    "STATUSES",
    "TABLE",
    "TABLES",
    "TERMS",
    "TIERS",
    "TIE_ROLES",
    "TITLES",
    "VACANT",
    "Choice",
    "ClosedList",
    "Column",
    "Form",
    "Table",
    "Term",
    "Type",
    "Unknown",
    "normal_header",
]
