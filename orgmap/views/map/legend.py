"""The legend and the filters of the map: one entry for each thing that is drawn, and none for what is not."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from orgmap.views.style import LINES, MODES, PERSON, SECTORS, TIERS, LineStyle, NodeStyle

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
    """One checkbox: the value it lets through (empty: not known), its words, and how many nodes have it."""

    value: str
    name: str
    number: int


@dataclass(frozen=True)
class Filter:
    """One group of checkboxes: the fact it looks at, of which mode (empty: all), heading and boxes."""

    fact: str
    mode: str
    heading: str
    boxes: tuple[Box, ...]


def legend(drawings: Mapping[str, Mapping[str, Any]], facts: Facts) -> Legend:
    """Return the legend of what the drawings hold."""
    things = list(facts.nodes.values())
    seen = {int(node["thing"]) for drawing in drawings.values() for node in drawing["nodes"]}
    shown = [data for index, data in enumerate(things) if index in seen]
    groups = (
        ("Bodies, by tier", _entries(shown, "body", "tier", TIERS)),
        ("Organisations, by sector", _entries(shown, "organisation", "sector", SECTORS)),
        ("People", _people(shown)),
    )
    lines = {edge["line"] for drawing in drawings.values() for edge in drawing["edges"]}
    return Legend(
        tuple(group for group in groups if group[1]),
        tuple(LineEntry(key, style) for key, style in LINES.items() if key in lines),
    )


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
    )
    return tuple(found for found in made if len(found.boxes) > 1)


def _unknown_last(value: str) -> tuple[bool, str]:
    return not value, value.casefold()


def _filter(facts: Facts, fact: str, mode: str, heading: str, order: Callable[[str], Any]) -> Filter:
    nodes = [
        data
        for data in facts.nodes.values()
        if (not mode or data["mode"] == mode) and not (facts.folded and data["mode"] == "person")
    ]
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
