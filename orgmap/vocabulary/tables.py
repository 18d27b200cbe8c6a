"""The tables of a source, in the order in which they are read and shown."""

from __future__ import annotations

from orgmap.vocabulary.confirmed import NAMES
from orgmap.vocabulary.entities import ABOUT, AREA_UNITS, AREAS, BODIES, ORGANISATIONS, PEOPLE, SEATS
from orgmap.vocabulary.relations import AGREEMENTS, EXPECTED, ISSUES, LINKS, PROTOCOLS
from orgmap.vocabulary.schema import Table

TABLES: tuple[Table, ...] = (
    ABOUT, SEATS, BODIES, ORGANISATIONS, PEOPLE, AREAS, AREA_UNITS, LINKS, ISSUES, PROTOCOLS, AGREEMENTS, EXPECTED, NAMES,
)  # fmt: skip
