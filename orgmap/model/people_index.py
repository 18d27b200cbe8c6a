"""The people of a source found by code, name or alias."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

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
        self._labels = {person: str(name).casefold() for person, name in people["name"].dropna().items()}
        self._ids = frozenset(people.index)
        self._read: dict[str, PersonName] = {}
        columns = (people[column].tolist() for column in ("person", "name", "also_known_as"))
        for entity, code, name, also in zip(people.index.tolist(), *columns, strict=True):
            self._codes[str(code).casefold()] = entity
            self._codes.setdefault(entity, entity)
            self._enter(entity, (name, code, *(also if isinstance(also, tuple) else ())))
        self._codes |= codes or {}

    def _enter(self, entity: str, names: Iterable[object]) -> None:
        for name in names:
            if isinstance(name, str):
                self._names.setdefault(self.read(name).key, {})[entity] = None
                if spot := self.spot(name, self._organisation.get(entity)):
                    self._at.setdefault(spot, {})[entity] = None

    def spot(self, text: str, organisation: str | None) -> Spot | None:
        """Return what was confirmed about a name that is written with an organisation, None for nothing."""
        return self._confirmed.spot(text, organisation) if self._confirmed else None

    def mark(self, text: str) -> str:
        """Return what all spellings of one name have in common."""
        spot = self.spot(text, None)
        return str(spot) if spot else self.read(text).key

    def together(self) -> Mapping[Spot, Mapping[str, None]]:
        """Return the people found under each confirmed name."""
        return self._at

    def find(self, text: str, organisation: str | None) -> tuple[str, ...]:
        """Return who a text may be: by code, else by name, namesakes told apart by their organisation.

        An initial and a surname are nobody who is known to work for another organisation; a code always is.
        """
        if self._only_code(text):
            return self.everybody(text)
        spot = None if text.casefold() in self._codes else self.spot(text, organisation)
        found = tuple(self._at.get(spot, ())) if spot else self.everybody(text)
        name = self.read(text)
        if organisation and not spot and not name.full and not name.code:
            found = tuple(one for one in found if self._organisation.get(one, organisation) == organisation)
        there = tuple(entity for entity in found if self._organisation.get(entity) == organisation)
        return there if len(found) > 1 and len(there) == 1 else found

    def is_code(self, text: str) -> bool:
        """Tell whether a text is the code of somebody."""
        return text.casefold() in self._codes

    def _only_code(self, text: str) -> bool:
        """Tell whether a text is a code of one word that is not at the same time the name."""
        person = self._codes.get(text.casefold())
        return bool(person) and " " not in text and text.casefold() != self._labels.get(person)

    def everybody(self, text: str) -> tuple[str, ...]:
        """Return everybody of a code, or else of a name, whatever the organisation."""
        if code := self._codes.get(text.casefold()):
            return (code,)
        return tuple(self._names.get(self.read(text).key, ()))

    def read(self, text: str) -> PersonName:
        """Return a name in its comparable form; a name that comes often is read once."""
        found = self._read.get(text)
        if found is None:
            found = self._read[text] = person_name(text)
        return found

    def free(self, entity: str) -> str:
        """Return an id for somebody unlisted that no listed person has."""
        return f"{entity}-unlisted" if entity in self._ids else entity

    def unlisted(self, text: str, organisation: str | None, body: str | None) -> str:
        """Return the id of an unlisted name, and note what was confirmed about it."""
        spot = self.spot(text, organisation)
        if spot is None or self._confirmed is None:
            return self.free(self._unlisted(text, organisation, body))
        usual = self._unlisted(self._confirmed.fullest(spot), organisation, body)
        entity = self.free(self._confirmed.id_of(spot, usual))
        self.decided[entity] = spot
        return entity

    def _unlisted(self, text: str, organisation: str | None, body: str | None) -> str:
        """Return the id of an unlisted name: alone if a full name or a code, else with the organisation."""
        name = self.read(text)
        code = identity(name.key or text)
        alone = name.full or (name.code and organisation is None)
        return code if alone else f"{code}--{where(organisation, body)}"

    def confirmed_names(self, entity: str) -> tuple[str, tuple[str, ...]] | None:
        """Return the name that somebody unlisted goes by, and other spellings, where these were confirmed."""
        spot = self.decided.get(entity)
        if spot is None or self._confirmed is None or not self._confirmed.joined(spot):
            return None
        return self._confirmed.name(spot), self._confirmed.others(spot)


def where(organisation: str | None, body: str | None) -> str:
    """Return what an id says of where somebody is from who has no full name."""
    return organisation or f"at-{body}"
