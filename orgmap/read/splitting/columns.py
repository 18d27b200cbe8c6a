"""Cells of the other columns with more in them: organisations, posts, roles, statuses and dates."""

from __future__ import annotations

import re
from collections.abc import Callable

from orgmap.read.splitting.kinds import Kind, Known, is_post
from orgmap.read.splitting.marks import BRACKET, FOOTNOTE, line, pieces, tidied
from orgmap.read.splitting.offices import office
from orgmap.read.splitting.parts import Parts
from orgmap.read.splitting.posts import two_posts
from orgmap.read.splitting.remarked import EVERY_ROLE, STATUS
from orgmap.read.splitting.remarks import dates, remark
from orgmap.read.splitting.words import normal

Reader = Callable[[str, Known], "list[Parts] | None"]
LONGEST = 1000
_SPEAKS_FOR = re.compile(
    r"(?P<before>.*?\S)[\s,–—-]+(?P<said>(?:representing|represents|represented by|on behalf of)\s.+)",
    re.IGNORECASE | re.DOTALL,
)
_LAST_WORDS = frozenset(
    [
        "council",
        "trust",
        "service",
        "services",
        "authority",
        "board",
        "partnership",
        "constabulary",
        "college",
        "forum",
        "association",
        "group",
        "committee",
        "agency",
        "university",
        "school",
        "federation",
        "department",
        "office",
    ]
)
"""Words that alone on a line end the name that the line before begins."""
_BLANKS = re.compile(" +")
_TAKEN = {"role", "status", "voting", "since", "until", "on_behalf_of", "substitute_for"}


def organisation(text: str, known: Known) -> list[Parts] | None:
    """Return what the cell of an organisation holds beside its name, or None for nothing."""
    return _named("organisation", text, known)


def on_behalf_of(text: str, known: Known) -> list[Parts] | None:
    """Return what the cell of whom a seat speaks for holds beside the name, or None for nothing."""
    said = remark(text, known) if text.casefold().startswith("rep") else None
    if said and set(said.values) == {"on_behalf_of"}:
        return [said]
    return _named("on_behalf_of", text, known)


def _named(column: str, text: str, known: Known) -> list[Parts] | None:
    lines = pieces(tidied(text))
    if not lines or len(text) > LONGEST:
        return None
    first, rest = _lines(lines, known, broken=";" not in text)
    parts = _without_remarks(column, first, known)
    for other in rest:
        parts.asides.append(other)
        parts.doubts.append(
            f"If the seat speaks for “{other}”, put it in the column on_behalf_of; "
            "if they are two seats, give each a row."
        )
    return [parts] if _more(parts, column, text) else None


def _more(parts: Parts, column: str, text: str) -> bool:
    return column in parts.values and (parts.values[column] != _BLANKS.sub(" ", text) or bool(parts.asides))


def _lines(lines: list[str], known: Known, *, broken: bool) -> tuple[str, list[str]]:
    """Return the first name and the others; lines that only break one name are joined."""
    names = all(known.kind(one).noun == "organisation" for one in lines)
    if len(lines) > 1 and broken and (not names or normal(lines[-1]) in _LAST_WORDS):
        return " ".join(lines), []
    return lines[0], lines[1:]


def _without_remarks(column: str, text: str, known: Known) -> Parts:
    parts = Parts()
    kept = " ".join(FOOTNOTE.sub("", text).split())
    for bracket in list(BRACKET.finditer(kept)):
        said = remark(bracket[1], known)
        if said and _takes(said) and kept.replace(bracket[0], "").strip():
            kept = " ".join(kept.replace(bracket[0], " ").split())
            parts.absorb(said)
    found = _SPEAKS_FOR.fullmatch(kept)
    said = remark(found["said"], known) if found and normal(found["before"]) != "also" else None
    if found and said and not set("()[]") & set(found["said"]):
        kept = found["before"]
        parts.absorb(said)
    kept = _without_vacancy(kept, parts)
    if parts.deputies:
        parts.put("person", parts.deputies.pop(0))
    other = parts.values.pop(column, None)
    parts.values = {column: kept, **parts.values}
    if other:
        parts.put(column, other)
    return parts


def _without_vacancy(text: str, parts: Parts) -> str:
    """Return a name without a "vacant" behind a dash or a comma, which goes to the parts."""
    read = line(text)
    if not read or len(read.segments) < 2 or read.segments[-1].bracket:
        return text
    last = read.segments[-1]
    if normal(last.text) not in STATUS:
        return text
    before = _before(text, last.text)
    if before:
        parts.put("status", STATUS[normal(last.text)])
    return before or text


def _before(text: str, last: str) -> str:
    """Return what stands before the last part of a text, without the mark between."""
    return text.rpartition(last)[0].rstrip(" ,-–—:|/")


def _takes(said: Parts) -> bool:
    return bool(said.deputies) or (bool(said.values) and set(said.values) <= _TAKEN)


def post(text: str, known: Known) -> list[Parts] | None:
    """Return what the cell of a post holds beside it, such as an organisation, or None for nothing."""
    if len(text) > LONGEST or "\n" in text.strip():
        return None
    pair = two_posts(text)
    if pair:
        return [Parts({"post": one}) for one in pair]
    parts = _without_remarks("post", tidied(text), known)
    name = parts.values["post"]
    own, organisation_of = _of_organisation(name, known)
    if organisation_of:
        parts.values["post"] = own
        parts.put("organisation", organisation_of)
    return [parts] if parts.values["post"] != " ".join(text.split()) else None


def _of_organisation(name: str, known: Known) -> tuple[str, str | None]:
    read = line(name)
    if not read or len(read.segments) < 2:
        return office(name, known)
    last = read.segments[-1]
    before = _before(name, last.text)
    if (
        not before
        or last.bracket
        or known.kind(last.text) != Kind("organisation", sure=True)
        or not is_post(before)
    ):
        return name, None
    return before, last.text


def role(text: str, known: Known) -> list[Parts] | None:
    """Return what the cell of a role holds where it is not one role: a date, a vote, two roles."""
    if normal(text) in EVERY_ROLE or len(text) > LONGEST:
        return None
    read = line(" / ".join(pieces(tidied(text))))
    said = [_of_role(segment.text, known) for segment in read.segments] if read else []
    parts = Parts()
    for one in said:
        if one is None:
            return None
        parts.absorb(one)
    return [parts] if parts.values.get("role", text) != text else None


def _of_role(text: str, known: Known) -> Parts | None:
    return Parts({"role": text}) if normal(text) in EVERY_ROLE else remark(text, known)


def status(text: str, _: Known) -> list[Parts] | None:
    """Return the status that a longer text begins with, the text in the note: "Vacant since May 2025"."""
    first = normal(text).split(" ")[0]
    if normal(text) in STATUS or first not in ("vacant", "vacancy") or len(text) > LONGEST:
        return None
    return [Parts({"status": "vacant"}, [text])]


def period(column: str) -> Reader:
    """Return the reader of a column of dates that say more: "until May 2025", "2023 - 2026"."""

    def read(text: str, known: Known) -> list[Parts] | None:
        said = dates(tidied(text).strip("()[] "), known)
        return [said] if said and said.values.get(column) != text else None

    return read


READERS: dict[str, Reader] = {
    "organisation": organisation,
    "on_behalf_of": on_behalf_of,
    "post": post,
    "role": role,
    "status": status,
    "since": period("since"),
    "until": period("until"),
}
