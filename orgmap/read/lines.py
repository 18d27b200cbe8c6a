"""What a line on its own in a list of seats is: a body, an organisation, a role, a heading or a remark."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from orgmap.matching import normal
from orgmap.read.guesses import (
    THEMES,
    looks_like_body,
    looks_like_organisation,
    looks_like_person,
    looks_like_post,
)
from orgmap.read.splitting.kinds import is_post, person_kind
from orgmap.vocabulary import BODY_WORDS, TABLE, TITLES

BODY, ORGANISATION, ROLE, HEADING = "body", "organisation", "role", "heading"
REMARK, SEAT, BARE, END, NONE = "remark", "seat", "bare", "end", ""
PERHAPS = "perhaps"
"""What may be a body or a holder: it is a body only where the lines about it show that."""
HEADING_WORDS = frozenset(
    (
        "members", "membership", "sector", "sectors", "partners", "representatives", "authorities",
        "councils", "organisations", "agencies", "executives", "observers", "advisers", "advisors",
        "councillors", "attendance", "voluntary", "community", "statutory", "business", "businesses",
        "elected", "lay", "independent", "appointed", "voting", "officers", "trustees", "directors",
        "apologies", "invitees", "governors", "officials", "others", "nominees", "substitutes", "deputies",
        "reserves", "co-optees",
    )
)  # fmt: skip
"""Words that a line above other rows often has."""
_REMARK = re.compile(
    r"^(?:(?:notes?|nb|n\.b\.|source|(?:sub-?|grand )?totals?|page|key|contacts?)\s*(?:[:=\d–-].*)?$|"
    r"(?:(?:last )?updated|as at|correct as|quorum|printed|prepared by|for (?:further|more) information|"
    r"meets|(?:date of )?(?:the )?next meetings?|apologies (?:to|for|from|should)|"
    r"meetings? (?:are|is|held|take|takes|will|every|once|twice))\b)",
    re.IGNORECASE | re.DOTALL,
)
_CLOSING = re.compile(
    r"^(?:(?:agreed|approved|adopted|revised|reviewed|amended|minutes|meetings?|please note)\b|"
    r"(?:apologies|clerk|secretariat|support|venue|frequency)\s*[:–-]\s*\S|"
    r"(?:notes?|source|secretariat|apologies|supported|serviced|administered)\s+(?-i:[a-z])|"
    r"contact\s+(?:the|us|for|details?|person|e-?mail)\b)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"[(<\[]?[\w.+'-]+@[\w-]+\.[\w.-]+[)>\]]?")
_MARKS = "*†‡#"
_SEVERAL = re.compile(r",|\s[-–—]\s|;|\(")
LEADS = ("chair", "vice-chair")


def kind_of(text: str, column: str) -> str:
    """Return what kind of line a text on its own is, under a column of seats ("" for another)."""
    bare, marked = text.rstrip(": "), text.endswith(":")
    if not text:
        return END
    if is_remark(text):
        return REMARK
    if role_of(bare, marked=marked):
        return ROLE
    if column in (BODY, ORGANISATION):
        return HEADING if marked and not (looks_like_body(bare) or looks_like_organisation(bare)) else NONE
    if not marked and column not in ("", "person", "post"):
        return NONE
    kind = NONE if not marked and _is_seat(bare) else _of_name(bare, marked=marked)
    return PERHAPS if kind == NONE and _may_be_body(bare) else kind


def is_remark(text: str) -> bool:
    """Tell whether a text is a total or a footnote; a name with an asterisk before it is none."""
    name = text.lstrip(_MARKS + " ")
    named = name[:1].isupper() and looks_like_person(name)
    return (text[0] in _MARKS and not named) or bool(_REMARK.match(text))


def closes(text: str, *, alone: bool) -> bool:
    """Tell whether a text with no rows beneath it is a remark; `alone` where a list has one column only."""
    if is_remark(text) or (_CLOSING.match(text) and not _ends_as_post(text)):
        return True
    rest = _ADDRESS.sub("", text).strip(" :,;–-")
    return rest != text.strip(" :,;–-") and not alone and not _names_a_holder(rest)


def _ends_as_post(text: str) -> bool:
    return is_post(text) and text.casefold().startswith(("meeting", "minutes"))


def _names_a_holder(text: str) -> bool:
    return looks_like_person(text) or looks_like_organisation(text) or is_post(text)


def _of_name(bare: str, *, marked: bool) -> str:
    if looks_like_body(bare):
        return BODY
    if looks_like_organisation(bare):
        return ORGANISATION
    return HEADING if marked or not HEADING_WORDS.isdisjoint(bare.casefold().split()) else NONE


def _is_seat(text: str) -> bool:
    """Tell whether a text names a holder, with or without the organisation."""
    words = normal(text).split()
    return not words or words[0] in TITLES or bool(_SEVERAL.search(text)) or _names_a_post(text)


def _names_a_post(text: str) -> bool:
    """Tell whether a text names a post; an "Executive Group" is none."""
    told = looks_like_post(text) and HEADING_WORDS.isdisjoint(text.casefold().split())
    return told and (is_post(text) or normal(text).split()[-1] not in BODY_WORDS - {"executive"})


def _may_be_body(text: str) -> bool:
    """Tell whether a text may name a body among others: "HWB Executive", "Safer Anytown"."""
    first, *more = _SEVERAL.split(text)
    words = normal(first).split()
    if not words or words[0] in TITLES or any(person_kind(part.strip(" )")).sure for part in (first, *more)):
        return False
    if not more and words[-1] in BODY_WORDS - {"executive"}:
        return True
    if any(is_post(part) for part in (first, *more)):
        return False
    if more:
        return looks_like_body(first)
    return words[-1] in ("executive", "team") or (len(words) > 1 and not THEMES.isdisjoint(words))


@cache
def _roles() -> Mapping[str, str]:
    spelled = TABLE["seats"].by_name[ROLE].closed_list
    return {normal(spelling): role for spelling, role in spelled.spellings().items()} if spelled else {}


def role_of(bare: str, *, marked: bool) -> str | None:
    """Return the role that a heading gives: "Observers", "Chair:"; none for that of a plain member."""
    said = normal(bare)
    single = said.removesuffix("s")
    role = _roles().get(said) or _roles().get(single)
    plain = said == single and not marked and said not in ("in attendance", *LEADS)
    return None if role in (None, "member") or plain or len(said) < 4 else role
