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
    from collections.abc import Mapping, Sequence

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


def bodies(orgmap: OrgMap, load: pd.DataFrame) -> Listed:
    """Return all bodies by tier, the widest first, those of one family together under its head."""
    loads, waiting = _loads(load, "body"), _open_seats(orgmap)
    heads, names = _by_id(orgmap.families()), _by_id(orgmap.bodies["name"])
    records = _records(orgmap.bodies)
    rank = {tier: place for place, tier in enumerate(TIERS.values)}
    sizes = Counter((heads[body], _text(one["tier"])) for body, one in records.items())

    def group(body: str) -> str:
        return names[heads[body]] if sizes[heads[body], _text(records[body]["tier"])] > 1 else ""

    def place(body: str) -> tuple[object, ...]:
        tier = rank.get(records[body]["tier"], len(rank))
        alone = not group(body)
        return (
            tier,
            alone,
            group(body).casefold(),
            heads[body],
            body != heads[body],
            names[body].casefold(),
            body,
        )

    lines = (
        Line(
            PREFIX["body"] + body,
            _title(one["tier"], "Tier"),
            f"{group(body)} and its groups" if group(body) else "",
            (
                _text(one["kind"]),
                (PREFIX["body"] + one["part_of"],) if isinstance(one["part_of"], str) else "",
                *_members(loads.get(body)),
                shown(waiting.get(body, 0)),
                _text(one["list"]) or NOT_KNOWN,
            ),
        )
        for body, one in ((body, records[body]) for body in sorted(records, key=place))
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


def organisations(orgmap: OrgMap, load: pd.DataFrame) -> Listed:
    """Return all organisations by sector, in the order of their names."""
    loads, records = _loads(load, "organisation"), _records(orgmap.organisations)
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
                *_counts(loads.get(entity), ("seats", "bodies", "hours"), "0"),
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


def people(orgmap: OrgMap, load: pd.DataFrame) -> Listed:
    """Return the people whose names are shown by surname, with the bodies on which they hold seats."""
    loads, seated = _loads(load, "person"), _bodies_of(orgmap)
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
                *_counts(loads.get(person), ("seats",), "0"),
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


def _loads(load: pd.DataFrame, mode: str) -> dict[str, Record]:
    rows = load[load["mode"] == mode]
    told = _records(rows[["seats", "bodies", "organisations", "hours"]].set_axis(rows["id"], axis="index"))
    return {node.removeprefix(PREFIX[mode]): one for node, one in told.items()}


def _open_seats(orgmap: OrgMap) -> dict[str, int]:
    waiting = orgmap.seats.loc[orgmap.seats["status"] != "filled", "body"]
    return {str(body): int(number) for body, number in waiting.value_counts().items()}


def _bodies_of(orgmap: OrgMap) -> dict[str, list[str]]:
    """Return the nodes of the bodies on which each person holds a seat, in the order of their names."""
    seats = orgmap.seats[orgmap.seats["person"].notna() & (orgmap.seats["status"] == "filled")]
    names = _by_id(orgmap.bodies["name"])
    pairs = set(zip(seats["person"], seats["body"], strict=True))
    found: dict[str, list[str]] = {}
    for person, body in sorted(pairs, key=lambda pair: (names[pair[1]].casefold(), pair)):
        found.setdefault(person, []).append(PREFIX["body"] + body)
    return found


def _counts(load: Mapping[str, Any] | None, columns: Sequence[str], absent: str) -> list[str]:
    return [absent if load is None else shown(load[column], column, "number") for column in columns]


def _members(load: Record | None) -> list[str]:
    """Return how many seats of a body are filled, and by how many organisations as far as any is known."""
    seats, sitting = _counts(load, ("seats", "organisations"), NOT_KNOWN)
    return [seats, NOT_KNOWN if sitting == "0" and seats != "0" else sitting]


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
