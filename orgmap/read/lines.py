"""What a line on its own in a list of seats is: a body, an organisation, a role, a heading or a remark."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from orgmap.matching import normal
from orgmap.read.guesses import looks_like_body, looks_like_organisation, looks_like_person, looks_like_post
from orgmap.vocabulary import TABLE, TITLES

BODY, ORGANISATION, ROLE, HEADING = "body", "organisation", "role", "heading"
REMARK, SEAT, END, NONE = "remark", "seat", "end", ""
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
    r"(?:(?:last )?updated|as at|correct as|quorum|printed|prepared by|for (?:further|more) information)\b)",
    re.IGNORECASE | re.DOTALL,
)
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
    if not marked and (column not in ("", "person", "post") or _is_seat(bare)):
        return NONE
    return _of_name(bare, marked=marked)


def is_remark(text: str) -> bool:
    """Tell whether a text is a total or a footnote; a name with an asterisk before it is none."""
    name = text.lstrip(_MARKS + " ")
    named = name[:1].isupper() and looks_like_person(name)
    return (text[0] in _MARKS and not named) or bool(_REMARK.match(text))


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
    return looks_like_post(text) and HEADING_WORDS.isdisjoint(text.casefold().split())


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
