"""What all pages of bodies, organisations and people need, gathered once from the map and its answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from orgmap.network import PREFIX
from orgmap.views.checklist import sheets_of_bodies
from orgmap.views.entities.findings import About, findings_about
from orgmap.views.entities.records import Index, Record, index, records

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from markupsafe import Markup

    from orgmap.model import Answer, OrgMap

_BODY = (
    "name", "short_name", "kind", "legal_type", "part_of", "tier", "area", "organisation", "statutory",
    "open", "governance_mode", "places", "list", "meetings_per_year", "since", "until", "url",
    "also_known_as",
)  # fmt: skip
_ORGANISATION = (
    "name", "short_name", "kind", "sector", "tier", "area", "part_of", "identifier", "capacity_hours",
    "since", "until", "also_known_as",
)  # fmt: skip
_PERSON = ("label", "name", "organisation", "post", "capacity_hours", "also_known_as")
_SEAT = (
    "body", "person", "post", "organisation", "represents", "for_body", "role", "status", "seat",
    "substitute_for", "voting", "since", "until",
)  # fmt: skip
_SEAT_NODES = {
    "body": "body", "person": "person", "organisation": "organisation", "represents": "organisation",
    "for_body": "body", "substitute_for": "person",
}  # fmt: skip
_PROTOCOL = (
    "kind", "body_a", "body_b", "reason_count", "state", "trouble", "protocol", "agreed", "review_by",
    "owner", "document", "id_a", "id_b",
)  # fmt: skip
_GAP = (
    "reason", "who", "organisation", "strength", "state", "found", "reference", "detail", "sits_on",
    "sisters", "invited", "attended", "places", "listed", "since", "id_body", "id_organisation", "id_person",
)  # fmt: skip
_CROSS = (
    "for_body", "on_body", "kind", "seats", "open_seats", "status", "roles", "holders", "id_for_body",
    "id_on_body",
)  # fmt: skip
_LOAD = (
    "mode", "seats", "bodies", "representatives", "unnamed_seats", "meetings", "hours", "hours_unknown_seats",
    "capacity_hours", "over", "busiest", "id_busiest", "id",
)  # fmt: skip
FORMAL = ("mutual", "one-way", "requested", "applied", "invited", "declined", "vacant")
"""The kinds of cross-representation in which there is a seat, filled or not."""


@dataclass(frozen=True, eq=False)
class Facts:
    """Records of entities by their nodes, and of all else by the nodes that it is about.

    `seats` are found by body, person and organisation spoken for or worked for; every other index by the
    nodes in its records. `sheets` are those of the checklist, title by id; `order` tells in which order
    entities are named; `linked` keeps the link to each node: all these pages are one folder deep.
    """

    orgmap: OrgMap
    entities: Mapping[str, Record]
    areas: Mapping[str, str]
    also: Mapping[str, str]
    groups: Mapping[str, Sequence[str]]
    seats: Index
    links: Index
    overlaps: Index
    cross: Index
    protocols: Index
    sheets: Mapping[str, Mapping[str, str]]
    issues: Index
    gaps: Index
    load: Mapping[str, Record]
    only_links: Index
    tiers: Index
    findings: Mapping[str, Sequence[About]]
    order: Mapping[str, int]
    linked: dict[str, Markup] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, orgmap: OrgMap, answers: Mapping[str, Answer], roles: Sequence[str]) -> Facts:
        """Return the facts of a map whose answers are worked out; seats in these roles make a tie."""
        entities = _entities(orgmap)
        bodies = {node: one for node, one in entities.items() if node.startswith(PREFIX["body"])}
        cross = records(answers["cross_representation"].table, _CROSS)
        return cls(
            orgmap=orgmap,
            entities=entities,
            areas={str(area): str(name) for area, name in orgmap.areas["name"].items()},
            also={one["organisation"]: node for node, one in bodies.items() if one["organisation"]},
            groups=_groups(bodies),
            seats=index(_seats(orgmap, roles), "body", "person", "represents", "organisation"),
            links=index(_links(orgmap), "from_body", "to_body"),
            overlaps=index(_overlaps(answers["overlap"]), "id_a", "id_b"),
            cross=index((one for one in cross if one["kind"] in FORMAL), "id_for_body", "id_on_body"),
            protocols=index(records(answers["protocols"].table, _PROTOCOL), "id_a", "id_b"),
            sheets=sheets_of_bodies(orgmap, answers["protocols"]),
            issues=index(records(answers["issues"].table, _columns_of_issues()), "id"),
            gaps=index(records(answers["gaps"].table, _GAP), "id_body", "id_organisation"),
            load={one["id"]: one for one in records(answers["load"].table, _LOAD)},
            only_links=index(_only_links(answers["sole_links"]), "id_member"),
            tiers=index(_places(answers["two_tier"]), "id"),
            findings=findings_about(answers),
            order=_order(entities),
        )

    def called(self, node: str) -> str:
        """Return what a node is called, empty where the map has none such."""
        record = self.entities.get(node)
        return str(record.get("label") or record.get("name") or "") if record else ""


def _entities(orgmap: OrgMap) -> dict[str, Record]:
    tables = (
        ("body", orgmap.bodies, _BODY, {"part_of": "body", "organisation": "organisation"}),
        ("organisation", orgmap.organisations, _ORGANISATION, {"part_of": "organisation"}),
        ("person", orgmap.people, _PERSON, {"organisation": "organisation"}),
    )
    found = {}
    for mode, table, columns, nodes in tables:
        made = records(table, columns, nodes)
        found.update({PREFIX[mode] + str(name): one for name, one in zip(table.index, made, strict=True)})
    if len(orgmap.closed_bodies):
        closed = orgmap.closed_bodies["name"].items()
        nothing = dict.fromkeys(_BODY)
        found.update({PREFIX["body"] + str(body): nothing | {"name": name} for body, name in closed})
    return found


def _order(entities: Mapping[str, Record]) -> dict[str, int]:
    """Return the place of each entity among all by what it is called."""
    called = {node: str(one.get("label") or one["name"]).casefold() for node, one in entities.items()}
    return {node: place for place, node in enumerate(sorted(called, key=lambda node: (called[node], node)))}


def _groups(bodies: Mapping[str, Record]) -> dict[str, list[str]]:
    """Return the bodies that are part of each, by name."""
    found: dict[str, list[str]] = {}
    for node, one in sorted(bodies.items(), key=lambda pair: (str(pair[1]["name"]).casefold(), pair[0])):
        if one.get("part_of"):
            found.setdefault(one["part_of"], []).append(node)
    return found


def _seats(orgmap: OrgMap, roles: Sequence[str]) -> list[Record]:
    made = records(orgmap.seats, _SEAT, _SEAT_NODES)
    return [one | {"counts": one["status"] == "filled" and one["role"] in roles} for one in made]


def _links(orgmap: OrgMap) -> list[Record]:
    columns = ("from_body", "to_body", "kind", "document", "since", "until")
    return records(orgmap.links, columns, {"from_body": "body", "to_body": "body"})


def _overlaps(answer: Answer) -> list[Record]:
    columns = ("counting", "shared", "size_a", "size_b", "part_of", "members", "id_a", "id_b")
    return records(answer.table, columns)


def _columns_of_issues() -> tuple[str, ...]:
    return ("issue", "part", "led_by", "seat_on_lead", "id")


def _only_links(answer: Answer) -> list[Record]:
    table = answer.table[answer.table["kind"] == "only link"]
    return records(table, ("body_a", "body_b", "until", "ends_on", "id_a", "id_b", "id_member"))


def _places(answer: Answer) -> list[Record]:
    table = answer.table[answer.table["mode"] == "organisation"]
    return records(table, ("like", "county", "place", "tier", "sits", "seats", "could", "bodies", "id"))
