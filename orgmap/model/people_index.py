"""The people of a source found by code, name or alias."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from orgmap.matching import PersonName, identity, person_name
from orgmap.model.decided import DecidedPeople, Spot


class PeopleIndex:
    """The people a table declares, found by code, name, alias or a spelling that somebody has confirmed.

    `decided` gathers who was found by what was confirmed.
    """

    def __init__(
        self,
        people: pd.DataFrame,
        confirmed: DecidedPeople | None = None,
        codes: Mapping[str, str] | None = None,
    ) -> None:
        self.people = people
        self.decided: dict[str, Spot] = {}
        self._confirmed = confirmed
        self._at: dict[Spot, dict[str, None]] = {}
        self._codes: dict[str, str] = {}
        self._names: dict[str, dict[str, None]] = {}
        self._organisation = people["organisation"].dropna().to_dict()
        self._read: dict[str, tuple[PersonName, str]] = {}
        for entity, row in zip(people.index, people.to_dict("records"), strict=True):
            self._codes[str(row["person"]).casefold()] = entity
            self._codes.setdefault(entity, entity)
            also = row["also_known_as"]
            for name in (row["name"], row["person"], *(also if isinstance(also, tuple) else ())):
                if isinstance(name, str):
                    self._names.setdefault(person_name(name).key, {})[entity] = None
                    if spot := self.spot(name, self._organisation.get(entity)):
                        self._at.setdefault(spot, {})[entity] = None
        self._codes |= codes or {}

    def spot(self, text: str, organisation: str | None) -> Spot | None:
        """Return what was confirmed about a name that is written with an organisation, None for nothing."""
        return self._confirmed.spot(text, organisation) if self._confirmed else None

    def mark(self, text: str) -> str:
        """Return what all spellings of one name have in common."""
        spot = self.spot(text, None)
        return str(spot) if spot else self.read(text)[0].key

    def together(self) -> Mapping[Spot, Mapping[str, None]]:
        """Return the people found under each confirmed name."""
        return self._at

    def find(self, text: str, organisation: str | None) -> tuple[str, ...]:
        """Return who a text may be: by code, else by name, namesakes told apart by their organisation.

        An initial and a surname are nobody who is known to work for another organisation.
        """
        spot = None if text.casefold() in self._codes else self.spot(text, organisation)
        found = tuple(self._at.get(spot, ())) if spot else self.everybody(text)
        name = self.read(text)[0]
        if organisation and not spot and not name.full and not name.code:
            found = tuple(one for one in found if self._organisation.get(one, organisation) == organisation)
        there = tuple(entity for entity in found if self._organisation.get(entity) == organisation)
        return there if len(found) > 1 and len(there) == 1 else found

    def is_code(self, text: str) -> bool:
        """Tell whether a text is the code of somebody."""
        return text.casefold() in self._codes

    def everybody(self, text: str) -> tuple[str, ...]:
        """Return everybody of a code, or else of a name, whatever the organisation."""
        if code := self._codes.get(text.casefold()):
            return (code,)
        return tuple(self._names.get(self.read(text)[0].key, ()))

    def read(self, text: str) -> tuple[PersonName, str]:
        """Return a name in its comparable form with its code; a name that comes often is read once."""
        if text not in self._read:
            name = person_name(text)
            self._read[text] = name, identity(name.key or text)
        return self._read[text]

    def free(self, entity: str) -> str:
        """Return an id for somebody unlisted that no listed person has."""
        return f"{entity}-unlisted" if entity in self.people.index else entity

    def unlisted(self, text: str, organisation: str | None, body: str | None) -> str:
        """Return the id of an unlisted name, and note what was confirmed about it."""
        spot = self.spot(text, organisation)
        if spot is None or self._confirmed is None:
            return self.free(_unlisted(*self.read(text), organisation, body))
        usual = _unlisted(*self.read(self._confirmed.fullest(spot)), organisation, body)
        entity = self.free(self._confirmed.id_of(spot, usual))
        self.decided[entity] = spot
        return entity

    def confirmed_names(self, entity: str) -> tuple[str, tuple[str, ...]] | None:
        """Return the name that somebody unlisted goes by, and other spellings, where these were confirmed."""
        spot = self.decided.get(entity)
        if spot is None or self._confirmed is None or not self._confirmed.joined(spot):
            return None
        return self._confirmed.name(spot), self._confirmed.others(spot)


def _unlisted(name: PersonName, code: str, organisation: str | None, body: str | None) -> str:
    """Return the id of an unlisted name: alone if it is a full name or a code, else with the organisation."""
    alone = name.full or (name.code and organisation is None)
    return code if alone else f"{code}--{where(organisation, body)}"


def where(organisation: str | None, body: str | None) -> str:
    """Return what an id says of where somebody is from who has no full name."""
    return organisation or f"at-{body}"
