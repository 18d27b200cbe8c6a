"""Lines divided into segments: at their marks, and where two things stand with no mark between them."""

from __future__ import annotations

import re

from orgmap.read.splitting.kinds import Kind, Known, is_post, person_kind
from orgmap.read.splitting.marks import Line, Segment, line
from orgmap.read.splitting.names import in_order
from orgmap.read.splitting.remarked import AROUND_A_NAME, ROLE, WORDS_AROUND_A_NAME
from orgmap.read.splitting.remarks import remark
from orgmap.read.splitting.words import normal, words

PERSONAL = words("cllr clr councillor mr mrs ms miss mx dr prof professor rev revd reverend sir dame")
"""Titles before which a name begins, whatever stands there."""
_BETWEEN = re.compile(r"(?P<person>.{4,60}?) (?:of|from|at|for) (?:the )?(?P<organisation>.{2,80})")


def begins_with_person(text: str, known: Known) -> Kind:
    """Return whether what a line begins with is a person's name."""
    segments = ordered(text, known)
    kind = known.kind(segments[0].text) if segments else Kind("")
    return kind if kind.noun == "person" else Kind("")


def ordered(text: str, known: Known) -> list[Segment]:
    """Return the segments of a line with its name in order; none where it cannot be followed."""
    if text not in known.lines:
        read = line(text)
        known.lines[text] = _listed(in_order(_loosened(read, known), known), known) if read else []
    return known.lines[text]


def _listed(segments: list[Segment], known: Known) -> list[Segment]:
    """Return the segments, those of one name with a list of places made one: Here, There and Yonder CVS."""
    for place, segment in enumerate(segments[1:-1], 1):
        after = segments[place + 1]
        if _are_places(segment, after, known):
            whole = segment._replace(text=f"{segment.text}{after.mark}{after.text}")
            return [*segments[:place], whole, *segments[place + 2 :]]
    return segments


def _are_places(segment: Segment, after: Segment, known: Known) -> bool:
    marked = segment.mark.strip() in ("-", "–", "—", "|", ":") and after.mark.strip() == ","
    listed = marked and re.search(r" (?:and|&) ", after.text) and not known.kind(segment.text).noun
    return bool(listed) and known.kind(after.text).noun == "organisation"


def _loosened(read: Line, known: Known) -> list[Segment]:
    """Return the segments, those divided that hold two things with no mark between them."""
    segments = []
    for segment in read.segments:
        texts = _inside(segment.text, known) if segment.bracket else _two(segment.text, known)
        mark = ", " if segment.bracket else " - "
        segments += [
            segment._replace(text=texts[0]),
            *(segment._replace(mark=mark, text=text) for text in texts[1:]),
        ]
    return segments


def _inside(text: str, known: Known) -> list[str]:
    """Return what brackets hold, divided at its commas where it is neither one remark nor one name."""
    parts = [part for part in re.split(r"\s*,\s*|\s+[-–—]\s+", text) if part]
    if len(parts) < 2 or remark(text, known) or normal(text) in known.organisations:
        return [text]
    return parts


def _two(text: str, known: Known) -> list[str]:
    if known.kind(text) == Kind("person", sure=True):
        return [text]
    tokens = text.split(" ")
    return (
        _role_beside_name(tokens) or _of_organisation(text, known) or _before_title(tokens, known) or [text]
    )


def _role_beside_name(tokens: list[str]) -> list[str]:
    if WORDS_AROUND_A_NAME.isdisjoint(word.casefold() for word in "-".join(tokens).split("-")):
        return []
    for count in (3, 2, 1):
        first, last = " ".join(tokens[:count]), " ".join(tokens[-count:])
        before, after = " ".join(tokens[:-count]), " ".join(tokens[count:])
        if normal(last) in AROUND_A_NAME and person_kind(before).sure:
            return [before, last]
        if normal(first) in AROUND_A_NAME and person_kind(after).sure:
            return [first, after]
    return []


def _before_title(tokens: list[str], known: Known) -> list[str]:
    """Divide "Leader of the Council Cllr A Example" before the title."""
    for place, word in enumerate(tokens[1:], 1):
        if normal(word) in PERSONAL:
            before, after = " ".join(tokens[:place]), " ".join(tokens[place:])
            said = (
                normal(before) in ROLE
                or is_post(before)
                or known.kind(before) == Kind("organisation", sure=True)
            )
            return [before, after] if said and person_kind(after).sure and len(before) > 2 else []
    return []


def _of_organisation(text: str, known: Known) -> list[str]:
    found = _BETWEEN.fullmatch(text)
    if not found or not person_kind(found["person"]).sure:
        return []
    names = known.kind(found["organisation"]).noun == "organisation"
    return [found["person"], found["organisation"]] if names else []
