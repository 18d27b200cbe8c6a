"""The legend and the filters of the map: an entry for each kind of thing that it has, and none for others."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from orgmap.views.style import LINES, MODES, PERSON, SECTORS, TIERS, LineStyle, NodeStyle, line_of
from orgmap.vocabulary import ROLES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from orgmap.views.map.data import Facts


@dataclass(frozen=True)
class NodeEntry:
    """One shape and colour of the legend; the script looks for `key` among the nodes drawn."""

    key: str
    shape: str
    style: NodeStyle


@dataclass(frozen=True)
class LineEntry:
    """One line of the legend; `key` is what the script looks for among the edges drawn."""

    key: str
    style: LineStyle


@dataclass(frozen=True)
class Legend:
    """The legend in its groups, each in the order of the vocabulary."""

    nodes: tuple[tuple[str, tuple[NodeEntry, ...]], ...]
    lines: tuple[LineEntry, ...]


@dataclass(frozen=True)
class Box:
    """One checkbox: the value it lets through (empty: not known), its words, and how many have it."""

    value: str
    name: str
    number: int


@dataclass(frozen=True)
class Filter:
    """One group of checkboxes: the fact it looks at, of which mode or of seats (empty: all), and boxes."""

    fact: str
    mode: str
    heading: str
    boxes: tuple[Box, ...]


def legend(facts: Facts) -> Legend:
    """Return the legend of all that may be drawn; the script shows of it what is drawn."""
    things = list(facts.nodes.values())
    groups = (
        ("Bodies, by tier", _entries(things, "body", "tier", TIERS)),
        ("Organisations, by sector", _entries(things, "organisation", "sector", SECTORS)),
        ("People", _people(things)),
    )
    lines = {line_of(data) for *_, data in facts.graph.edges(data=True)}
    lines |= {tie_line(data) for *_, data in facts.projection.edges(data=True)}
    return Legend(
        tuple(group for group in groups if group[1]),
        tuple(LineEntry(key, style) for key, style in LINES.items() if key in lines),
    )


def tie_line(tie: Mapping[str, Any]) -> str:
    """Return the key of the line of a tie between two bodies that share members."""
    return "interlock_part_of" if tie.get("part_of") else "interlock"


def _entries(
    shown: Iterable[Mapping[str, Any]], mode: str, fact: str, styles: Mapping[str | None, NodeStyle]
) -> tuple[NodeEntry, ...]:
    present = {data.get(fact) for data in shown if data["mode"] == mode}
    shape = MODES[mode].shape
    return tuple(
        NodeEntry(f"{mode}/{value or ''}", shape, style)
        for value, style in styles.items()
        if value in present
    )


def _people(shown: Iterable[Mapping[str, Any]]) -> tuple[NodeEntry, ...]:
    if any(data["mode"] == "person" for data in shown):
        return (NodeEntry("person/", MODES["person"].shape, PERSON),)
    return ()


def filters(facts: Facts) -> tuple[Filter, ...]:
    """Return the filters that can change something: those with two values or more."""
    tiers, sectors = list(TIERS), list(SECTORS)
    made = (
        _filter(facts, "mode", "", "Show", lambda value: list(MODES).index(value)),
        _filter(facts, "tier", "body", "Tier of body", lambda value: tiers.index(value or None)),
        _filter(facts, "kind", "body", "Kind of body", _unknown_last),
        _filter(
            facts,
            "sector",
            "organisation",
            "Sector of organisation",
            lambda value: sectors.index(value or None),
        ),
        _filter(facts, "kind", "organisation", "Kind of organisation", _unknown_last),
        _roles(facts),
    )
    return tuple(found for found in made if len(found.boxes) > 1)


def _roles(facts: Facts) -> Filter:
    """Return the filter of seats by role."""
    numbers: Counter[str] = Counter()
    for *_, data in facts.edges("seat"):
        numbers[data["role"] or ""] += data.get("seats", 1)
    order = [role for role in (*ROLES.values, "") if role in numbers]
    boxes = tuple(Box(role, role or "not known", numbers[role]) for role in order)
    return Filter("role", "seat", "Role of seat", boxes)


def _unknown_last(value: str) -> tuple[bool, str]:
    return not value, value.casefold()


def _filter(facts: Facts, fact: str, mode: str, heading: str, order: Callable[[str], Any]) -> Filter:
    nodes = [data for data in facts.nodes.values() if not mode or data["mode"] == mode]
    numbers = Counter(str(data.get(fact) or "") for data in nodes)
    return Filter(
        fact,
        mode,
        heading,
        tuple(Box(value, _words(fact, value), numbers[value]) for value in sorted(numbers, key=order)),
    )


def _words(fact: str, value: str) -> str:
    if fact == "mode":
        return MODES[value].plural
    return value or "not known"
