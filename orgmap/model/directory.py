"""The entities of one kind under every spelling by which a source names them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from orgmap.matching import Guesses, slug
from orgmap.model.confirmed import Spellings

LONGEST = 130
_OURS = re.compile(r"[a-z0-9]+(?:--?[a-z0-9]+)*")
"""A code that may stand as an id as it is."""


class Directory:
    """Names, short names, aliases and codes of one kind of entity, each leading to the entity's id.

    `labels` maps ids to the name shown, in order of arrival; `listed` holds the ids that a table declares.
    """

    def __init__(self, noun: str, table: str, confirmed: Spellings | None = None) -> None:
        self.noun = noun
        self.table = table
        self.confirmed = confirmed or Spellings()
        self.labels: dict[str, str] = {}
        self.listed: set[str] = set()
        self._codes: dict[str, str] = {}
        self._spellings: dict[str, dict[str, None]] = {}
        self._texts: dict[str, tuple[str, ...]] = {}
        self._guesses: Guesses | None = None

    def declare(
        self, name: str, code: str | None = None, others: Iterable[str] = (), codes: Iterable[str] = ()
    ) -> str:
        """Enter an entity that a table declares and return its new id; `codes` are those it had beside."""
        entity = self._new(code or name, name)
        self.listed.add(entity)
        self._guesses = None
        for one in (*([code] if code else []), *codes):
            self._codes.setdefault(one.casefold(), entity)
        called = (name, *others)
        self._texts[entity] = (*called, *([code] if code else []))
        for spelling in called:
            self._spellings.setdefault(self.confirmed.key(spelling), {})[entity] = None
        return entity

    def mention(self, name: str) -> str:
        """Enter an entity that a table only mentions and return its new id."""
        called = next(iter(self.confirmed.confirmed(name)), name)
        entity = self._new(called, called)
        self._spellings.setdefault(self.confirmed.key(name), {})[entity] = None
        return entity

    def find(self, text: str) -> tuple[str, ...]:
        """Return the ids that a text may stand for: none, one, or several where it is ambiguous."""
        code = self._codes.get(text.casefold())
        return (code,) if code else tuple(self._spellings.get(self.confirmed.key(text), ()))

    def is_code(self, text: str) -> bool:
        """Tell whether a text is the code of an entity."""
        return text.casefold() in self._codes

    def texts(self, entity: str | None) -> tuple[str, ...]:
        """Return the texts that a declared entity is called by: its name, other names and code."""
        return self._texts.get(entity or "", ())

    def guess(self, text: str) -> str | None:
        """Return the name of the listed entity that the text may be a misspelling of."""
        if self._guesses is None:
            self._guesses = Guesses(
                {
                    spelling: self.labels[entity]
                    for spelling, entities in self._spellings.items()
                    for entity in entities
                    if entity in self.listed
                }
            )
        return self._guesses.nearest(text)

    @staticmethod
    def id_of(code: str) -> str:
        """Return the id that a code leads to where no other entity has it."""
        return code if len(code) <= LONGEST and _OURS.fullmatch(code) else slug(code)

    def _new(self, base: str, label: str) -> str:
        stem = self.id_of(base)
        entity, number = stem, 1
        while entity in self.labels:
            number += 1
            entity = f"{stem}-{number}"
        self.labels[entity] = label
        return entity
