"""What the lists of bodies, organisations and people say of each, line by line in the order of the list."""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from orgmap.matching import person_name
from orgmap.network import PREFIX
from orgmap.views.columns import NOT_KNOWN, shown
from orgmap.vocabulary import SECTORS, TIERS

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

    from orgmap.model import OrgMap

FEW = 50
"""So many people or fewer are one list, not one for each letter."""
NAMED = 4
"""A line names no more bodies than this, and says how many more there are."""
Record = dict[str, Any]


@dataclass(frozen=True)
class Line:
    """One line of a list: the node, the heading and the group it is under, and its cells after the name.

    A cell is a text, or the nodes that it names, of `more` beside them in all.
    """

    node: str
    section: str
    group: str
    cells: tuple[str | tuple[str, ...], ...]
    more: int = 0


@dataclass(frozen=True)
class Listed:
    """A list: its title, what one of its lines is, its columns after the name as (words, style)."""

    title: str
    noun: str
    by: str
    columns: tuple[tuple[str, str], ...]
    lines: tuple[Line, ...]

    @property
    def first(self) -> str:
        """Return the heading of the column of names."""
        return self.noun.capitalize()


def bodies(orgmap: OrgMap, roles: Iterable[str]) -> Listed:
    """Return all bodies by tier, the widest first, those of one family together under its head.

    Seats filled are those in any role; organisations are those with a seat in one of these roles.
    """
    members = _members_by_body(orgmap, roles)
    lines = (
        Line(
            PREFIX["body"] + body,
            _title(one["tier"], "Tier"),
            f"{group} and its groups" if group else "",
            (
                _text(one["kind"]),
                (PREFIX["body"] + one["part_of"],) if isinstance(one["part_of"], str) else "",
                *members[body],
                _text(one["list"]) or NOT_KNOWN,
            ),
        )
        for body, group, one in _by_tier_and_family(orgmap)
    )
    columns = ("Seats filled", "Organisations", "Seats open")
    return Listed(
        "Bodies",
        "body",
        "tier",
        (
            ("Kind", ""),
            ("Part of", "name"),
            *((words, "number") for words in columns),
            ("List of members", ""),
        ),
        tuple(lines),
    )


def _by_tier_and_family(orgmap: OrgMap) -> list[tuple[str, str, Record]]:
    """Return each body in its order, with the head of its family where more of it are in the tier."""
    heads, names = _by_id(orgmap.families()), _by_id(orgmap.bodies["name"])
    records = _records(orgmap.bodies)
    rank = {tier: place for place, tier in enumerate(TIERS.values)}
    sizes = Counter((heads[body], _text(one["tier"])) for body, one in records.items())

    def group(body: str) -> str:
        return names[heads[body]] if sizes[heads[body], _text(records[body]["tier"])] > 1 else ""

    def place(body: str) -> tuple[object, ...]:
        tier, head, together = rank.get(records[body]["tier"], len(rank)), heads[body], group(body)
        return tier, not together, together.casefold(), head, body != head, names[body].casefold(), body

    return [(body, group(body), records[body]) for body in sorted(records, key=place)]


def _members_by_body(orgmap: OrgMap, roles: Iterable[str]) -> dict[str, tuple[str, str, str]]:
    """Return for each body its seats filled, organisations sitting as far as any is known, and seats open."""
    filled, waiting = _seats(orgmap, "body", filled=True), _seats(orgmap, "body", filled=False)
    sitting, spoken_for = _together(orgmap.ties(roles), "body", "represents"), _spoken_for(orgmap)
    return {
        body: (
            shown(filled[body]),
            NOT_KNOWN if filled[body] and body not in spoken_for else shown(sitting[body]),
            shown(waiting[body]),
        )
        for body in map(str, orgmap.bodies.index)
    }


def organisations(orgmap: OrgMap, roles: Iterable[str], load: pd.DataFrame) -> Listed:
    """Return all organisations by sector, in the order of their names.

    Seats are those filled in any role; bodies are those with a seat in one of these roles.
    """
    hours, records = _hours(load), _records(orgmap.organisations)
    filled = _seats(orgmap, "represents", filled=True)
    sitting = _together(orgmap.ties(roles), "represents", "body")
    rank = {sector: place for place, sector in enumerate(SECTORS.values)}

    def place(one: str) -> tuple[object, ...]:
        facts = records[one]
        return rank.get(facts["sector"], len(rank)), str(facts["name"]).casefold(), one

    lines = (
        Line(
            PREFIX["organisation"] + entity,
            _title(facts["sector"], "Sector"),
            "",
            (
                _text(facts["kind"]),
                _text(facts["tier"]),
                shown(filled[entity]),
                shown(sitting[entity]),
                shown(hours.get(PREFIX["organisation"] + entity, 0), "hours", "number"),
            ),
        )
        for entity, facts in ((entity, records[entity]) for entity in sorted(records, key=place))
    )
    columns = ("Seats", "Bodies", "Hours a year")
    return Listed(
        "Organisations",
        "organisation",
        "sector",
        (("Kind", ""), ("Tier", ""), *((words, "number") for words in columns)),
        tuple(lines),
    )


def people(orgmap: OrgMap) -> Listed:
    """Return the people whose names are shown by surname, with the bodies on which they hold seats."""
    filled, seated = _seats(orgmap, "person", filled=True), _bodies_of(orgmap)
    records = _records(orgmap.people[orgmap.people["name"].notna()])
    keys = {person: _by_surname(str(facts["name"])) for person, facts in records.items()}
    together = len(records) <= FEW
    lines = (
        Line(
            PREFIX["person"] + person,
            "All" if together else _initial(keys[person]),
            "",
            (
                (PREFIX["organisation"] + facts["organisation"],)
                if isinstance(facts["organisation"], str)
                else "",
                _text(facts["post"]),
                shown(filled[person]),
                tuple(seated.get(person, ())[:NAMED]),
            ),
            more=max(len(seated.get(person, ())) - NAMED, 0),
        )
        for person, facts in sorted(records.items(), key=lambda one: (keys[one[0]], one[0]))
    )
    return Listed(
        "People",
        "person",
        "surname",
        (("Organisation", "name"), ("Post", ""), ("Seats", "number"), ("Bodies", "long")),
        tuple(lines),
    )


def _records(table: pd.DataFrame) -> dict[str, Record]:
    told = zip(map(str, table.index), table.to_dict("records"), strict=True)
    return {entity: {str(name): value for name, value in one.items()} for entity, one in told}


def _by_id(column: pd.Series[str]) -> dict[str, str]:
    return dict(zip(map(str, column.index), column, strict=True))


def _seats(orgmap: OrgMap, column: str, *, filled: bool) -> Counter[str]:
    """Return how many seats, filled or open, are of each that stands in a column."""
    wanted = (orgmap.seats["status"] == "filled") == filled
    return Counter(map(str, orgmap.seats.loc[wanted, column].dropna()))


def _together(seats: pd.DataFrame, column: str, other: str) -> Counter[str]:
    """Return with how many of another column each of a column stands together."""
    return Counter(map(str, seats[[column, other]].dropna().drop_duplicates()[column]))


def _spoken_for(orgmap: OrgMap) -> set[str]:
    """Return the bodies of which it is known for any filled seat what organisation it is of."""
    filled = orgmap.seats["status"] == "filled"
    return set(orgmap.seats.loc[filled & orgmap.seats["represents"].notna(), "body"])


def _hours(load: pd.DataFrame) -> dict[str, Any]:
    """Return the hours a year of each node in the table of the question of load."""
    return dict(zip(load["id"], load["hours"], strict=True))


def _bodies_of(orgmap: OrgMap) -> dict[str, list[str]]:
    """Return the nodes of the bodies on which each person holds a seat, in the order of their names."""
    seats = orgmap.seats[orgmap.seats["person"].notna() & (orgmap.seats["status"] == "filled")]
    names = _by_id(orgmap.bodies["name"])
    pairs = set(zip(seats["person"], seats["body"], strict=True))
    found: dict[str, list[str]] = {}
    for person, body in sorted(pairs, key=lambda pair: (names[pair[1]].casefold(), pair)):
        found.setdefault(person, []).append(PREFIX["body"] + body)
    return found


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _title(value: object, what: str) -> str:
    return value.capitalize() if isinstance(value, str) else f"{what} not known"


def _by_surname(name: str) -> tuple[str, str]:
    words = person_name(name).key.split() or [name.casefold()]
    return words[-1], " ".join(words[:-1])


def _initial(key: tuple[str, str]) -> str:
    letter = unicodedata.normalize("NFKD", key[0])[:1].upper()
    return letter if letter.isalpha() else "Others"
