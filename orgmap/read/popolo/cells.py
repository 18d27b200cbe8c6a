"""The values of Popolo's keys as the text of cells: names in parts, lists of names, contacts and others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from orgmap.matching import normal
from orgmap.read.popolo.bodies import COLLABORATION, OWN, own
from orgmap.read.popolo.gathering import Thing
from orgmap.read.records import plain

TEXTS = {
    "organizations": ("name", "classification", "parent_id", "area_id", "founding_date", "dissolution_date"),
    "persons": ("name",),
    "areas": ("name", "identifier", "classification", "parent_id"),
    "posts": ("label", "role", "organization_id", "area_id", "start_date", "end_date"),
    "memberships": (
        "role", "person_id", "organization_id", "member_organization_id", "post_id", "on_behalf_of_id",
        "area_id", "start_date", "end_date",
    ),
    "events": ("start_date", "end_date"),
}  # fmt: skip
"""The keys of each kind that are read, all of them text."""
LISTS = ("other_names", "identifiers")
_UNSEEN = frozenset(("id", "_id", OWN, COLLABORATION, "legislative_period_id", "created_at", "updated_at"))
_SHORT = frozenset(("short name", "abbreviation", "acronym", "initials", "short"))


def extra(thing: Thing, kind: str) -> dict[str, str | None]:
    """Return what a thing holds under keys that orgmap has no column for, as text."""
    known = _UNSEEN.union(TEXTS[kind], LISTS)
    known |= {"label"} if own(thing) else set()
    cells: dict[str, str | None] = {}
    for key, value in thing.data.items():
        if key == "contact_details":
            cells |= _contacts(thing.each(key))
        elif key not in known:
            cells[key] = _flat(value)
    return cells


def _put_together(data: Mapping[str, object]) -> str | None:
    if title := plain(data.get("lordname")):
        of = plain(data.get("lordofname"))
        return " ".join(
            part for part in (plain(data.get("honorific_prefix")), title, of and f"of {of}") if part
        )
    parts = [plain(data.get(key)) for key in ("given_name", "additional_name", "family_name")]
    surname = parts[-1] or plain(data.get("surname"))
    return " ".join(part for part in (*parts[:-1], surname) if part) if surname else None


def urls(items: Iterable[object]) -> Iterable[str]:
    """Return the addresses of a list of links."""
    for one in items:
        if isinstance(one, dict) and (url := plain(one.get("url"))):
            yield url


def other_names(thing: Thing, name: str | None) -> str | None:
    """Return the other names of a thing as a cell that lists them."""
    names = [
        plain(one.get("name")) or _put_together(one) if isinstance(one, dict) else plain(one)
        for one in thing.each("other_names")
        if not _is_short(one)
    ]
    others = dict.fromkeys(one.replace(";", ",") for one in names if one and one != name)
    return "; ".join(others) or None


def short_name(thing: Thing) -> str | None:
    """Return the other name of a thing that is said to be a short one."""
    shorts = (
        plain(one.get("name"))
        for one in thing.each("other_names")
        if isinstance(one, dict) and _is_short(one)
    )
    return next((short for short in shorts if short), None)


def _is_short(name: object) -> bool:
    return isinstance(name, dict) and normal(plain(name.get("note")) or "") in _SHORT


def _contacts(details: Iterable[object]) -> dict[str, str | None]:
    cells: dict[str, str | None] = {}
    for one in details:
        if isinstance(one, dict) and (value := plain(one.get("value"))):
            kind = plain(one.get("type")) or plain(one.get("label")) or "contact"
            cells[kind] = f"{cells[kind]}; {value}" if kind in cells else value
    return cells


def _flat(value: object) -> str | None:
    if isinstance(value, dict):
        value = [value]
    if not isinstance(value, list):
        return plain(value)
    texts = [
        next((text for key in ("url", "name", "value", "label", "id") if (text := plain(one.get(key)))), None)
        if isinstance(one, dict)
        else plain(one)
        for one in value
    ]
    return "; ".join(text for text in texts if text) or None


def person_name(thing: Thing) -> str | None:
    """Return the name of a person: as given, put together from its parts, or the main one of several."""
    if own(thing).get("unnamed"):
        return None
    if whole := thing.text("name") or _put_together(thing.data):
        return whole
    others = [one for one in thing.each("other_names") if isinstance(one, dict)]
    main = [one for one in others if normal(plain(one.get("note")) or "") == "main"] or others
    names = [plain(one.get("name")) or _put_together(one) for one in main]
    return next((name for name in reversed(names) if name), None)
