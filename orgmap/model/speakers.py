"""The words by which a seat names whom its holder works for and speaks for, found again from the ids."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache

import pandas as pd

from orgmap.model.directory import Directory
from orgmap.model.orgmap import OrgMap
from orgmap.model.seats import COUNCILS
from orgmap.vocabulary import NOT_KNOWN

Id = str | None
Pair = tuple[Id, Id]
"""An organisation and a body for which one text stands."""
AMBIGUOUS: Pair = ("", "")
SOMEBODY = "TBC"
"""What stands for somebody of whom nothing is known."""


class Speakers:
    """Finds texts that are read as given organisations and bodies."""

    def __init__(self, orgmap: OrgMap, bodies: Directory, organisations: Directory) -> None:
        self._bodies, self._organisations = bodies, organisations
        also = orgmap.bodies["organisation"].dropna()
        self._also = {str(body): str(organisation) for body, organisation in also.items()}
        self._body_of = {organisation: body for body, organisation in self._also.items()}
        self._councils = set(orgmap.bodies.index[orgmap.bodies["kind"].isin(COUNCILS)])
        self.employer = cache(self._employer)
        self.spoken = cache(self._spoken)

    def columns(self, seats: pd.DataFrame) -> tuple[list[str | None], list[str | None]]:
        """Return for each seat the texts of `organisation` and of `on_behalf_of`, None where it has none."""
        names = ["organisation", "employer_body", "represents", "for_body", "body"]
        rows = list(zip(*(or_none(seats[name]) for name in names), strict=True))
        employers = [self.employer(row[0], row[1]) for row in rows]
        return employers, [self.spoken(*row) for row in rows]

    def _employer(self, organisation: Id, body: Id) -> str | None:
        """Return the text of `organisation`; where none gives both, that of the body alone."""
        both = self._text_for((organisation, body), self._read)
        return both if both or body is None else self._text_for((None, body), self._read)

    def _spoken(
        self, organisation: Id, employer_body: Id, represents: Id, for_body: Id, seat_body: Id
    ) -> str | None:
        """Return the text of `on_behalf_of`, None where the employer alone gives the same."""
        works = organisation or self._also.get(employer_body or "")
        employed_by = employer_body or self._body_of.get(organisation or "")
        silent = None if employed_by in self._councils else employed_by
        wanted = (represents, for_body)
        if wanted == (works, None if silent == seat_body else silent):
            return None

        def read(text: str) -> Pair:
            speaks, body = found = self._read(text)
            if found == AMBIGUOUS:
                return found
            of_body = self._also.get(body or "")
            spoken_body = body or self._body_of.get(speaks or "")
            return speaks or of_body or works, None if spoken_body == seat_body else spoken_body

        return self._text_for(wanted, read) or self._own(wanted, read, seat_body)

    def _read(self, text: str) -> Pair:
        organisations, bodies = self._organisations.find(text), self._bodies.find(text)
        if len(organisations) > 1 or len(bodies) > 1:
            return AMBIGUOUS
        return next(iter(organisations), None), next(iter(bodies), None)

    def _text_for(self, pair: Pair, read: Callable[[str], Pair]) -> str | None:
        if pair == (None, None):
            return None
        return next((text for text in self._texts(pair) if read(text) == pair), None)

    def _own(self, pair: Pair, read: Callable[[str], Pair], seat_body: Id) -> str | None:
        """Return the name of the seat's own body where that gives the pair, else what stands for nobody."""
        own = (text for text in self._bodies.texts(seat_body) if read(text) == pair)
        nobody = (word for word in (SOMEBODY, *sorted(NOT_KNOWN)) if self._read(word) == (None, None))
        return next(own, next(nobody, None) if pair[1] is None else None)

    def _texts(self, pair: Pair) -> Iterator[str]:
        organisation, body = pair
        yield from self._organisations.texts(organisation)
        yield from self._bodies.texts(body)
        yield from self._bodies.texts(self._body_of.get(organisation or ""))
        yield from self._organisations.texts(self._also.get(body or ""))


def or_none(column: Iterable[object]) -> list[str | None]:
    """Return a column with None for all that is no text."""
    return [value if isinstance(value, str) else None for value in column]
