"""Bodies, organisations and people found by what a user calls them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import pandas as pd

from orgmap.errors import CallInvalid
from orgmap.matching import nearest, normal, person_name
from orgmap.model.orgmap import OrgMap
from orgmap.model.wording import listing

SPELT = {
    "body": ("name", "short_name"),
    "organisation": ("name", "short_name"),
    "person": ("label", "name", "post"),
}
"""The kinds of entity that can be called by a name, each with the columns that hold its names."""


@dataclass(frozen=True)
class Called:
    """What a name stands for: its kind (body, organisation or person) and its id."""

    kind: str
    id: str


def find_body(orgmap: OrgMap, name: str) -> str:
    """Return the id of the body that a user calls by its name, short name, other name or id.

    Raises:
        CallInvalid: there is no such body, or there are several; the message names what may be meant.
    """
    return find_called(orgmap, name, {"body": ""}).id


def find_organisation(orgmap: OrgMap, name: str) -> str:
    """Return the id of the organisation that a user calls by its name, short name, other name or id.

    Raises:
        CallInvalid: there is no such organisation, or there are several; the message names what may be meant.
    """
    return find_called(orgmap, name, {"organisation": ""}).id


def find_called(orgmap: OrgMap, name: str, codes: Mapping[str, str]) -> Called:
    """Return what a user calls by a name, short name, other name or id, of the kinds that `codes` has.

    `codes` gives, for each kind, what its ids begin with where a message has to tell several things apart; an
    id so written is found as it stands. A body that is also an organisation is taken as the organisation.

    Raises:
        CallInvalid: there is no such thing, or there are several; the message names what may be meant.
    """
    found = _by_id(orgmap, name, codes) or _by_name(orgmap, name, codes)
    if not found:
        raise CallInvalid(_unknown(orgmap, name, codes))
    if len(found) > 1:
        told = listing([codes[one.kind] + one.id for one in found])
        raise CallInvalid(f"“{name}” may be any of {told}; use one of these codes.")
    return found[0]


def table_of(orgmap: OrgMap, kind: str) -> pd.DataFrame:
    """Return the table of a kind: body, organisation or person."""
    tables = {"body": orgmap.bodies, "organisation": orgmap.organisations, "person": orgmap.people}
    return tables[kind]


def _by_id(orgmap: OrgMap, name: str, codes: Mapping[str, str]) -> list[Called]:
    """Return what has exactly this id: with its beginning the one thing, without it one of each kind."""
    for kind, start in codes.items():
        code = name.removeprefix(start)
        if start and code != name and code in table_of(orgmap, kind).index:
            return [Called(kind, code)]
    return _once(orgmap, [Called(kind, name) for kind in codes if name in table_of(orgmap, kind).index])


def _by_name(orgmap: OrgMap, name: str, codes: Mapping[str, str]) -> list[Called]:
    found = [one for kind in codes for one in _spelt(orgmap, kind, name, _plain)]
    if not found and "person" in codes:
        found = _spelt(orgmap, "person", name, _person)
    return _once(orgmap, found)


def _spelt(orgmap: OrgMap, kind: str, name: str, key: Callable[[str], str]) -> list[Called]:
    """Return the entities of a kind of which some name has the same key."""
    wanted = key(name)
    ids = [entity for entity, text in _spellings(orgmap, kind) if key(text) == wanted]
    return [Called(kind, entity) for entity in dict.fromkeys(ids)]


def _plain(text: str) -> str:
    return normal(text) or text


def _person(text: str) -> str:
    return person_name(text).key or text


def _spellings(orgmap: OrgMap, kind: str) -> Iterator[tuple[str, str]]:
    """Yield the id of every entity of a kind with each of its names."""
    table = table_of(orgmap, kind)
    for column in SPELT[kind]:
        named = table[column].dropna()
        yield from zip(named.index, named, strict=True)
    others = table["also_known_as"].dropna()
    for entity, texts in zip(others.index, others, strict=True):
        yield from ((entity, text) for text in texts)


def _once(orgmap: OrgMap, found: list[Called]) -> list[Called]:
    """Return what was found without the bodies that are also one of the organisations found."""
    organisations = {one.id for one in found if one.kind == "organisation"}
    also = orgmap.bodies["organisation"]
    return [one for one in found if one.kind != "body" or also[one.id] not in organisations]


def _unknown(orgmap: OrgMap, name: str, codes: Mapping[str, str]) -> str:
    names = {
        _plain(text): str(table_of(orgmap, kind).at[entity, SPELT[kind][0]])
        for kind in codes
        for entity, text in _spellings(orgmap, kind)
    }
    guess = nearest(name, names)
    *first, last = codes
    told = [f"no {' or '.join(filter(None, [', '.join(first), last]))} is called “{name}”."]
    if guess:
        told.append(f"Did you mean {guess}?")
    if "person" in codes and orgmap.withheld.names:
        told.append("Names of people that are not shown cannot be found; --names full shows them.")
    return " ".join(told)
