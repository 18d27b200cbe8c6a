"""How a seat names its holder, so that whoever reads it finds the same person again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain

import pandas as pd

from orgmap.matching import normal
from orgmap.model.people import is_nobody
from orgmap.model.people_index import PeopleIndex
from orgmap.vocabulary import NOT_PEOPLE, VACANT


class Called:
    """Finds texts that are read as given people: a clear name, else the code, else any other name.

    The code of somebody listed as TBC reads as nobody; a name may read as somebody else of that employer.
    """

    def __init__(self, people: pd.DataFrame, codes: Mapping[str, str]) -> None:
        own = pd.Series([codes[person] for person in people.index], index=people.index, dtype="object")
        self._codes = codes
        self._index = PeopleIndex(people.assign(person=own))
        columns = (people[column].tolist() for column in ("name", "also_known_as"))
        self._names = {
            person: (name if isinstance(name, str) else None, also if isinstance(also, tuple) else ())
            for person, name, also in zip(people.index.tolist(), *columns, strict=True)
        }
        self.anywhere = cache(self._anywhere)
        self.at = cache(self._at)

    def _anywhere(self, person: str | None) -> str | None:
        """Return how somebody is called wherever a text alone tells who is meant, None for nobody."""
        if person is None:
            return None
        return next(self._clear(person), self._codes[person])

    def _at(self, person: str | None, organisation: str | None) -> str | None:
        """Return how somebody is called on a seat of an organisation, None for nobody."""
        if person is None:
            return None
        texts = chain(self._clear(person), self._texts(person))
        there = (text for text in texts if self._index.find(text, organisation) == (person,))
        return next(there, self.anywhere(person))

    def _clear(self, person: str) -> Iterator[str]:
        """Yield the texts that stand for one person alone, whatever the organisation."""
        return (text for text in self._texts(person) if self._index.everybody(text) == (person,))

    def _texts(self, person: str) -> Iterator[str]:
        """Yield the texts by which somebody may be called, but for those that read as nobody."""
        name, also = self._names[person]
        for text in (name, self._codes[person], *also):
            if text and normal(text) and not is_nobody(text, VACANT | NOT_PEOPLE, self._index):
                yield text
