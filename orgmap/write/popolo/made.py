"""What a Popolo file is made of so far, and by what ids its things are called."""

from __future__ import annotations

from dataclasses import dataclass, field

from orgmap.write.records import Codes, References, Tables, rows_of

OWN = "orgmap"
"""The key of what Popolo has no place for; other programs pass over it."""
Thing = dict[str, object]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


PLACED = {
    "seats": _words("body person on_behalf_of role since until seat organisation post"),
    "bodies": _words("id body kind part_of area since until also_known_as url short_name"),
    "organisations": _words(
        "id organisation kind part_of area since until also_known_as identifier short_name"
    ),
    "people": _words("person name also_known_as organisation post"),
    "areas": _words("id area code type within"),
}
"""The columns that Popolo has a place for."""


@dataclass
class Made:
    """What is made so far, and by what ids things are called."""

    tables: Tables
    references: References
    ids: dict[tuple[str, str], str]
    memberships: list[Thing] = field(default_factory=list)
    posts: list[Thing] = field(default_factory=list)
    codes: Codes = field(default_factory=Codes)
    seats: dict[tuple[str, str], str] = field(default_factory=dict)
    jobs: dict[tuple[str, str, str | None], bool] = field(default_factory=dict)

    def organisation(self, text: str | None) -> str | None:
        """Return the id of an organisation or a body."""
        found = self.references.organisation_or_body(text)
        return self.ids[found] if found else None

    def of(self, table: str, text: str | None) -> str | None:
        """Return the id of a body, of an organisation, or of one of another table."""
        code = self.references.code(table, text)
        return None if code is None else self.ids.get((table, code), code)


def organisation_ids(tables: Tables) -> dict[tuple[str, str], str]:
    """Return the ids of bodies and organisations, which share one collection, by table and code."""
    bodies = {row["id"] for row in rows_of(tables, "bodies")}
    ids = {("bodies", code): code for code in bodies}
    for row in rows_of(tables, "organisations"):
        code = row["id"]
        ids["organisations", code] = f"organisation/{code}" if code in bodies else code
    return ids


def thing(cells: Thing, own: Thing) -> Thing:
    """Return a thing with those of its cells that hold anything, and orgmap's own where there are any."""
    held = {key: value for key, value in cells.items() if value not in (None, [])}
    return held | ({OWN: own} if own else {})
