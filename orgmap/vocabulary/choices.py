"""Every closed list: the values a column may take, their meaning, and the spellings read as them."""

from __future__ import annotations

from orgmap.vocabulary.kinds import BODY_KINDS, ORGANISATION_KINDS, ROLES, SECTORS, STATUSES, TIE_ROLES, TIERS
from orgmap.vocabulary.schema import ClosedList
from orgmap.vocabulary.states import (
    COMPARISONS,
    CONTENTS,
    COUNTINGS,
    DIAGRAMS,
    EXTENTS,
    FLAGS,
    GOVERNANCE_MODES,
    ISSUE_PARTS,
    LINK_KINDS,
    MEASURED,
    NAMED_KINDS,
    NAMES_MODES,
    NATIONS,
    PROTOCOL_STATUSES,
    PUBLISH,
    QUESTIONS,
    SELECTIONS,
    STRENGTHS,
)

__all__ = [
    "BODY_KINDS",
    "CLOSED_LISTS",
    "COMPARISONS",
    "CONTENTS",
    "COUNTINGS",
    "DIAGRAMS",
    "EXTENTS",
    "FLAGS",
    "GOVERNANCE_MODES",
    "ISSUE_PARTS",
    "LINK_KINDS",
    "MEASURED",
    "NAMED_KINDS",
    "NAMES_MODES",
    "NATIONS",
    "ORGANISATION_KINDS",
    "PROTOCOL_STATUSES",
    "PUBLISH",
    "QUESTIONS",
    "ROLES",
    "SECTORS",
    "SELECTIONS",
    "STATUSES",
    "STRENGTHS",
    "TIERS",
    "TIE_ROLES",
]

CLOSED_LISTS: tuple[ClosedList, ...] = (
    ROLES, STATUSES, TIERS, SECTORS, BODY_KINDS, ORGANISATION_KINDS, LINK_KINDS, PROTOCOL_STATUSES, CONTENTS,
    ISSUE_PARTS, SELECTIONS, GOVERNANCE_MODES, EXTENTS, NAMES_MODES, NAMED_KINDS, PUBLISH, STRENGTHS, NATIONS, FLAGS, COUNTINGS, DIAGRAMS, QUESTIONS, COMPARISONS, MEASURED,
)  # fmt: skip
