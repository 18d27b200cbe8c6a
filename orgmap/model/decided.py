"""What somebody has confirmed about people: whose other spelling a name is, and which namesakes are two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pandas as pd

from orgmap.errors import Problem
from orgmap.matching import identity, person_name
from orgmap.model.confirmed import Decision, decisions, grouped
from orgmap.model.directory import Directory
from orgmap.model.raw import RawTable

Spot = tuple[str, str | None]
"""A name in its comparable form, or = and a text as written; and the organisation within which it holds."""


class DecidedPeople:
    """The names of people that were confirmed to be one or told apart."""

    def __init__(self, decided: Sequence[Decision], raw: RawTable) -> None:
        equal = [one for one in decided if not one.same and _key(one.name) == _key(one.other)]
        everywhere = {_pair(one) for one in decided if one.same and one.organisation is None}
        self._namesakes = {(_key(one.other), one.organisation) for one in equal if one.organisation}
        self._split = {_key(one.other) for one in equal}
        self._exceptions = {
            one for one in decided if not one.same and one.organisation and _pair(one) in everywhere
        }
        self._groups, self.problems = grouped(decided, raw, self._spots)

    @property
    def none(self) -> bool:
        """Whether nothing was confirmed."""
        return not self._groups

    def spot(self, text: str, organisation: str | None) -> Spot | None:
        """Return what was confirmed about a name that is written with an organisation, None for nothing."""
        if not self._groups:
            return None
        key = _key(text)
        spots: list[Spot] = [(f"={text}", None), (key, organisation), (key, None)]
        found = next((spot for spot in spots if spot in self._groups), None)
        if found is None or (self._groups.alone(found) and found == (key, None) and key not in self._split):
            return None
        return self._groups.root(found)  # type: ignore[return-value]

    def joined(self, spot: Spot) -> bool:
        """Tell whether a name was confirmed to be one with another."""
        return not self._groups.alone(spot)

    def name(self, spot: Spot) -> str:
        """Return the name to go by."""
        return self._groups.text(spot)

    def fullest(self, spot: Spot) -> str:
        """Return the first spelling of a group that is a full name, else the name to go by."""
        texts = self._groups.texts(spot)
        return next((text for text in texts if person_name(text).full), texts[0])

    def others(self, spot: Spot) -> tuple[str, ...]:
        """Return the other spellings of a group that are so with every organisation."""
        key = _key(self.name(spot))
        members = self._groups.members(spot)
        return tuple(text for node, text in members if node[1] is None and _key(text) != key)  # type: ignore[index]

    def id_of(self, spot: Spot, usual: str) -> str:
        """Return the id of somebody unlisted: the usual one, but for a namesake told apart."""
        key, organisation = spot
        if key.startswith("="):
            return identity(key[1:])
        return f"{usual.partition('--')[0]}--{organisation}" if organisation else usual

    def _spots(self, one: Decision) -> tuple[Spot, Spot] | None:
        name, other = _key(one.name), _key(one.other)
        if name == other:
            return None if one.same else _namesakes(one, name)
        if not one.same and one not in self._exceptions:
            return (name, None), (other, None)
        at_name: Spot = (name, one.organisation)
        return at_name if at_name in self._namesakes else (name, None), (other, one.organisation)


def _namesakes(one: Decision, key: str) -> tuple[Spot, Spot] | None:
    """Return how two people of one name are told apart: by the organisation, else as they are written."""
    if one.organisation:
        return (key, None), (key, one.organisation)
    return ((key, None), (f"={one.other}", None)) if one.name != one.other else None


def _key(text: str) -> str:
    return person_name(text).key or text


def _pair(one: Decision) -> frozenset[str]:
    return frozenset((_key(one.name), _key(one.other)))


def decided_people(names: pd.DataFrame, raw: RawTable, organisations: Directory) -> DecidedPeople:
    """Return what was confirmed about people, with the organisations by id, and what cannot be followed."""
    problems: list[Problem] = []
    placed = list(_placed(decisions(names, "person"), raw, organisations, problems))
    decided = DecidedPeople(placed, raw)
    decided.problems += problems
    return decided


def _placed(
    found: Sequence[Decision], raw: RawTable, organisations: Directory, problems: list[Problem]
) -> Iterator[Decision]:
    for one in found:
        if one.organisation is None:
            yield one
            continue
        ids = organisations.find(one.organisation)
        if len(ids) == 1:
            yield replace(one, organisation=ids[0])
        else:
            problems.append(
                raw.warning(
                    one.row, "organisation", one.organisation,
                    f"“{one.organisation}” is no organisation of this map, so the row is not used.",
                    "Write it as it is written elsewhere.",
                )
            )  # fmt: skip
