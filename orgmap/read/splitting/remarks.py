"""What is remarked of a seat, in brackets or after a comma: its role, its dates, whom it speaks for."""

from __future__ import annotations

import re
from collections.abc import Callable

from orgmap.errors import CallInvalid
from orgmap.model.cells import read_date
from orgmap.read.splitting.kinds import Known
from orgmap.read.splitting.nouns import NOMINALS
from orgmap.read.splitting.parts import Parts
from orgmap.read.splitting.remarked import (
    ASIDES,
    EVERY_ROLE,
    ROLE,
    ROLES_OF_SEVERAL,
    SELECTION,
    STATUS,
    VOTES,
)
from orgmap.read.splitting.words import either, normal

_UNTIL = either(
    "until; till; up to; to; ends?; ended; ending; expires?; expiring; retires?; retiring; "
    "resigned; stood down; left; leaving"
)
_TERM = rf"(?:(?:term(?: of office)?|appointment|appointed|membership)\s+)?{_UNTIL}"
_SINCE = either(
    "from; since; appointed; re-?appointed; joined; with effect from; w\\.?e\\.?f\\.?; started; "
    "starting; starts"
)
_TO = r"(?:\s+(?:to|until|till|-)\s+|\s*[–—]\s*|(?<=\d{4})-(?=\d{4}$))"
_PERIOD = re.compile(
    rf"(?:{_SINCE}\s*:?\s+)?(?P<since>[^\s(].{{2,24}}?){_TO}(?P<until>\S.{{3,24}})", re.IGNORECASE
)
_UNTIL_DATE = re.compile(rf"{_TERM}\s*:?\s+(?:on\s+)?(?P<date>.{{4,25}})", re.IGNORECASE)
_SINCE_DATE = re.compile(rf"{_SINCE}\s*:?\s+(?:on\s+)?(?P<date>.{{4,25}})", re.IGNORECASE)
_REP = r"rep(?:resentative)?\.?"
_ALSO = re.compile(
    rf"(?:and )?also {either(f'represents; representing; {_REP} of; {_REP} for; for; on behalf of')}\s+\S.*",
    re.IGNORECASE,
)
_SPEAKING = either(
    "representing; represents; on behalf of; for and on behalf of; o/b/o; obo; speaking for; "
    "nominated by; nominee of; "
    f"nominee for; {_REP} of; {_REP} for; {_REP} from; {_REP} on behalf of; rep\\.?:?; representative:"
)
_SPEAKS_FOR = re.compile(rf"{_SPEAKING}\s+(?:the\s+(?=[A-Z]{{2,}}\b))?(?P<name>\S.*)", re.IGNORECASE)
_FOR = re.compile(r"for\s+(?P<name>\S.*)", re.IGNORECASE)
_STANDING = either(
    "sub; substitute; substituting; deputy; deputising; deputizing; alternate; standing in; "
    "stand-in; reserve; attending; "
    "cover; covering"
)
_STANDS_IN = re.compile(
    rf"(?:acting as )?(?:a |the )?(?:named )?{_STANDING}\s+(?:member\s+)?"
    r"(?:for|in place of|on behalf of)\s+(?P<name>\S.*)|"
    r"in (?:the )?place of\s+(?P<place>\S.*)",
    re.IGNORECASE,
)
_SUBSTITUTE = r"(?:named |nominated )?(?:sub|substitute|deputy|alternate|reserve)"
_DEPUTY = re.compile(
    rf"(?:represented by|{_SUBSTITUTE}(?: is)?\s*[:=–—-]|{_SUBSTITUTE})\s*(?P<name>[^\s:].*)", re.IGNORECASE
)
_HISTORY = re.compile(
    either(
        "formerly; previously; former; was; replaced; replaces; replacing; succeeded; succeeds; "
        "succeeding; in succession to; "
        "taking over from; née; nee; born; known as; aka; apologies; left at; arrived at; "
        "until item; from item; items?; "
        "for item; joined at; seconded; job ?share; job ?shares; job ?sharing"
    )
    + r"\b.*",
    re.IGNORECASE,
)
_PLACE = re.compile(r".*\b(?:ward|wards|division|constituency)", re.IGNORECASE)
_UNNAMED = re.compile(
    r"(?:(?:the )?(?:name|person|post ?holder|nominee|rep(?:resentative)?|member|attendee)s? )?"
    r"(?:tbc|tba|tbd|to be (?:confirmed|advised|agreed|appointed|nominated|decided|notified))",
    re.IGNORECASE,
)
_LONGEST_DATES = 70
_YEAR = re.compile(r"\d{2}")
_WITHOUT_VOTE = re.compile(r"^non voting\b ?| ?\bnon voting$")
Reader = Callable[[str, Known], Parts | None]


def remark(text: str, known: Known) -> Parts | None:
    """Return what a remark says of a seat, or None where it is not one that is known.

    A remark may hold several things with commas or semicolons between them.
    """
    whole = _one(text, known)
    if whole or not re.search(r"[,;]|\s[-–—/&]\s| and ", text):
        return whole
    pieces = [
        _one(piece.strip(), known) for piece in re.split(r"[,;]|\s[-–—/&]\s|\band\b", text) if piece.strip()
    ]
    if len(pieces) < 2 or len(pieces) > 5:
        return None
    parts = Parts()
    for piece in pieces:
        if piece is None:
            return None
        parts.absorb(piece)
    return parts


def _one(text: str, known: Known) -> Parts | None:
    found = (reader(text.strip(), known) for reader in _READERS)
    return next((parts for parts in found if parts), None)


def role(text: str, _: Known) -> Parts | None:
    """Return the seat's role, as written, where a text is the name of one."""
    name = normal(text)
    if name in ROLE:
        return Parts({"role": text if name in EVERY_ROLE else ROLE[name]})
    if name in ROLES_OF_SEVERAL:
        return Parts({"role": _singular(text)}, shared={"role"})
    return _qualified_role(name)


def _singular(text: str) -> str:
    return text[:-3] + "man" if text.casefold().endswith("men") else text[:-1]


def _qualified_role(name: str) -> Parts | None:
    """Return a role with a word about its vote: "non-voting member", "observer, non-voting"."""
    rest = _WITHOUT_VOTE.sub("", name)
    if rest == name or (rest and rest not in ROLE):
        return None
    return Parts({"role": ROLE[rest], "voting": "no"} if rest else {"voting": "no"})


def _vote(text: str, _: Known) -> Parts | None:
    vote = VOTES.get(normal(text))
    return Parts({"voting": vote}) if vote else None


def _state(text: str, _: Known) -> Parts | None:
    name = normal(text)
    if name in STATUS:
        return Parts({"status": STATUS[name]})
    return Parts({"selection": SELECTION[name]}) if name in SELECTION else None


def dates(text: str, _: Known) -> Parts | None:
    """Return since when and until when a seat is held, where a text says it."""
    if len(text) > _LONGEST_DATES or not _YEAR.search(text):
        return None
    if (found := _PERIOD.fullmatch(text)) and (both := _read(found["since"], found["until"])):
        return Parts(dict(zip(("since", "until"), both, strict=True)))
    for column, pattern in (("until", _UNTIL_DATE), ("since", _SINCE_DATE)):
        if (found := pattern.fullmatch(text)) and (one := _read(found["date"])):
            return Parts({column: one[0]})
    return None


def _read(*texts: str) -> list[str]:
    """Return the dates as written where all of them are dates; else nothing."""
    try:
        for text in texts:
            read_date(text.strip())
    except CallInvalid:
        return []
    return [text.strip() for text in texts]


def _also(text: str, _: Known) -> Parts | None:
    if not _ALSO.fullmatch(text):
        return None
    return Parts(
        asides=[text], doubts=[f"That the holder “{text}” is in the note; if that is a seat, give it a row."]
    )


def _stands_in(text: str, known: Known) -> Parts | None:
    found = _STANDS_IN.fullmatch(text)
    name = (found["name"] or found["place"]) if found else None
    if not name:
        return None
    if known.kind(name).noun == "organisation":
        return Parts({"role": "substitute", "on_behalf_of": name})
    return Parts({"role": "substitute", "substitute_for": name})


def _deputy(text: str, known: Known) -> Parts | None:
    found = _DEPUTY.fullmatch(text)
    if found and known.kind(found["name"]).noun == "person":
        return Parts(deputies=[found["name"]])
    return None


def _speaks_for(text: str, known: Known) -> Parts | None:
    found = _SPEAKS_FOR.fullmatch(text) or _FOR.fullmatch(text)
    if not found or (found.re is _FOR and not known.kind(found["name"]).sure):
        return None
    kind = known.kind(found["name"])
    if kind.noun == "person" and kind.sure and len(found["name"].split()[0]) > 2:
        return Parts({"role": "substitute", "substitute_for": found["name"]})
    return Parts({"on_behalf_of": found["name"]})


def _aside(text: str, _: Known) -> Parts | None:
    patterns = (_HISTORY, _PLACE, _UNNAMED)
    said = normal(text) in ASIDES or any(pattern.fullmatch(text) for pattern in patterns)
    return Parts(asides=[text]) if said else None


def _letters(text: str, _: Known) -> Parts | None:
    letters = text.replace(".", "").replace(",", " ").split()
    named = bool(letters) and all(normal(one) in NOMINALS and one[:1].isupper() for one in letters)
    return Parts(asides=[text]) if named else None


_READERS: tuple[Reader, ...] = (
    role, _vote, _state, _letters, dates, _also, _stands_in, _deputy, _speaks_for, _aside,
)  # fmt: skip
