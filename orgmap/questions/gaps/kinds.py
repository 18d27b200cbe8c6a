"""What kind an organisation is as names go in its nation, and which kinds its name says that it is not."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from orgmap.matching import normal, organisation_kind, organisation_pairs
from orgmap.model import OrgMap
from orgmap.vocabulary.kind_words import (
    BODY_NATIONS,
    FIRST_WORDS,
    LAST_WORDS,
    LOOSE_KINDS,
    NATION_NAMES,
    ONE_TIER_NATIONS,
    OTHER_COUNCIL_WORDS,
)
from orgmap.vocabulary.kinds import ORGANISATION_KINDS
from orgmap.vocabulary.states import NATIONS

Nations = frozenset[str]


def nations_of(orgmap: OrgMap, body_kinds: Iterable[str]) -> Nations:
    """Return the nations where the map may be: the one said, else those that have all its kinds of body."""
    if orgmap.about.nation:
        return frozenset([orgmap.about.nation])
    lands = [frozenset(BODY_NATIONS[kind]) for kind in set(body_kinds) if kind in BODY_NATIONS]
    return frozenset(NATIONS.values).intersection(*lands)


@cache
def kind_in(name: str, kind: str | None, nations: Nations) -> str | None:
    """Return the kind of an organisation: the one given, else what its name tells, anywhere or in the nation.

    Where there is but one tier of councils, every council but that of a parish, a community or a town is one
    of them; and a nation's own bodies are known by their usual short names.
    """
    return organisation_kind(name, kind) or _short_name(name, nations) or _council(name, nations)


def _short_name(name: str, nations: Nations) -> str | None:
    """Return the kind of a body by its usual short name in the one nation where the map may be."""
    names = NATION_NAMES.get(next(iter(nations)), {}) if len(nations) == 1 else {}
    words = normal(name).split()
    spelt = all(len(word) == 1 for word in words)
    return names.get(("" if spelt else " ").join(words))


def _council(name: str, nations: Nations) -> str | None:
    words = normal(name).split()
    called = words[-1:] == ["council"] or words[:1] in (["cyngor"], ["comhairle"])
    one_tier = bool(nations) and nations <= ONE_TIER_NATIONS
    return "unitary council" if one_tier and called and OTHER_COUNCIL_WORDS.isdisjoint(words) else None


@cache
def is_another(name: str, kinds: frozenset[str], named: tuple[str, ...]) -> bool:
    """Tell whether the name of an organisation of no known kind says that it is none of some kinds.

    `named` are the names of the organisations meant, where only these are: none of another name is one.
    """
    if named:
        return not organisation_pairs({"name": [name], "named": list(named)})
    words = normal(name).split()
    known = kinds <= frozenset(ORGANISATION_KINDS.values) - LOOSE_KINDS
    may_be = [LAST_WORDS.get(words[-1]), FIRST_WORDS.get(words[0])] if known and words else []
    return any(one is not None and kinds.isdisjoint(one) for one in may_be)
