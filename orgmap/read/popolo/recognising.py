"""What the things in a JSON file are, where they stand under Popolo's names or bare."""

from __future__ import annotations

from collections.abc import Mapping

from orgmap.read.guesses import looks_like_person, share
from orgmap.read.records import plain

KINDS = ("persons", "organizations", "posts", "memberships", "areas", "events")
_WRAPPERS = ("result", "results", "items", "objects", "data")
_SPELLINGS = {"people": "persons", "organisations": "organizations", "person": "persons"} | {
    kind: kind for kind in KINDS
}


def collections_of(content: object) -> dict[str, list[object]] | None:
    """Return the collections of a JSON file by kind, or None where it is nothing of Popolo's."""
    if isinstance(content, list):
        kind = kind_of(content)
        return {kind: content} if kind else None
    if not isinstance(content, dict):
        return None
    found = {
        _SPELLINGS[key]: value
        for key, value in content.items()
        if key in _SPELLINGS and isinstance(value, list)
    }
    if found and not _names_something(content):
        return found
    wrapped = next((content[key] for key in _WRAPPERS if isinstance(content.get(key), dict | list)), None)
    return collections_of([content] if _names_something(content) else wrapped)


def _names_something(content: Mapping[str, object]) -> bool:
    return plain(content.get("name")) is not None and plain(content.get("id")) is not None


_TELLING = {
    "memberships": {"person_id", "organization_id", "person", "member", "on_behalf_of_id"},
    "persons": {"given_name", "family_name", "sort_name", "birth_date", "gender", "email"},
    "organizations": {"classification", "parent_id", "founding_date", "posts", "children"},
}
"""For each kind, the keys that only things of that kind have."""


def kind_of(items: list[object]) -> str | None:
    """Return of what kind the things of a bare list are, or None where nothing tells that."""
    things = [item for item in items if isinstance(item, dict)]
    keys = {key for thing in things for key in thing}
    told = [kind for kind, telling in _TELLING.items() if keys & telling]
    if told:
        return told[0]
    inner = {
        key
        for thing in things
        for nested in (thing.get("memberships"),)
        if isinstance(nested, list)
        for one in nested
        if isinstance(one, dict)
        for key in one
    }
    if inner & {"organization_id", "organization", "organisation_id", "organisation"}:
        return "persons"
    if inner & {"person_id", "person", "member"}:
        return "organizations"
    names = [name for thing in things if (name := plain(thing.get("name"))) and "id" in thing]
    if not names:
        return None
    return "persons" if share(names, looks_like_person) > 0.5 else "organizations"
