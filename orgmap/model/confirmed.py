"""What somebody has confirmed about names: which spellings are one and the same, and which are not."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass

import pandas as pd

from orgmap.errors import Problem
from orgmap.matching import normal
from orgmap.model.raw import RawTable
from orgmap.model.wording import listing

Node = Hashable
"""A spelling, with what else it must be written with."""


@dataclass(frozen=True)
class Decision:
    """One decided row: the name to go by, the other spelling, where it holds, and whether both are one."""

    row: int
    name: str
    other: str
    organisation: str | None
    same: bool


def decisions(names: pd.DataFrame, kind: str) -> list[Decision]:
    """Return the decided rows of the table `names` that are about one kind of entity."""
    rows = names[names["same"].notna() & names["name"].notna() & names["also_known_as"].notna()]
    rows = rows[rows["kind"].isna() | (rows["kind"] == kind)]
    if kind != "person":
        rows = rows[rows["organisation"].isna()]
    columns = (rows[column].tolist() for column in ("row", "name", "also_known_as", "organisation", "same"))
    return [
        Decision(int(row), name, other, of if isinstance(of, str) else None, bool(same))
        for row, name, other, of, same in zip(*columns, strict=True)
    ]


class Groups:
    """Spellings joined to those they are one with; each group has a name to go by."""

    def __init__(self) -> None:
        self._up: dict[Node, Node] = {}
        self._texts: dict[Node, str] = {}
        self._rows: dict[Node, list[int]] = {}

    def __contains__(self, node: Node) -> bool:
        return node in self._up

    def __bool__(self) -> bool:
        return bool(self._up)

    def enter(self, node: Node, text: str) -> None:
        """Enter a spelling, alone unless it is there."""
        self._up.setdefault(node, node)
        self._texts.setdefault(node, text)

    def root(self, node: Node) -> Node:
        """Return the spelling that stands for the whole group."""
        while self._up[node] != node:
            node = self._up[node]
        return node

    def join(self, name: Node, other: Node, row: int) -> None:
        """Make two groups one, which goes by the name of the first."""
        first, second = self.root(name), self.root(other)
        self._up[second] = first
        rows = [*self._rows.get(first, ()), *(self._rows.pop(second, []) if first != second else []), row]
        self._rows[first] = rows

    def text(self, node: Node) -> str:
        """Return the name that a spelling goes by."""
        return self._texts[self.root(node)]

    def texts(self, node: Node) -> tuple[str, ...]:
        """Return every spelling of a group, the name to go by first."""
        root = self.root(node)
        return (self._texts[root], *(text for one, text in self.members(node) if one != root))

    def members(self, node: Node) -> list[tuple[Node, str]]:
        """Return every spelling of a group with its text."""
        root = self.root(node)
        return [(one, text) for one, text in self._texts.items() if self.root(one) == root]

    def alone(self, node: Node) -> bool:
        """Tell whether a spelling is one with no other."""
        return not self._rows.get(self.root(node))

    def rows(self, node: Node) -> list[int]:
        """Return the rows that made a group."""
        return self._rows.get(self.root(node), [])


def grouped(
    decided: Iterable[Decision], raw: RawTable, nodes: Callable[[Decision], tuple[Node, Node] | None]
) -> tuple[Groups, list[Problem]]:
    """Return the spellings that are one, and the rows that contradict others or cannot be followed.

    `nodes` gives the two spellings of a row, or None where nothing tells them apart.
    """
    groups, apart, problems = Groups(), [], []
    for one in sorted(decided, key=lambda decision: decision.same):
        pair = nodes(one)
        if pair is None:
            problems += [] if one.same else [_alike(raw, one)]
            continue
        for node, text in zip(pair, (one.name, one.other), strict=True):
            groups.enter(node, text)
        if one.same:
            groups.join(*pair, one.row)
        else:
            apart.append((one, pair))
    return groups, [*problems, *_contradictions(raw, groups, apart)]


def _alike(raw: RawTable, one: Decision) -> Problem:
    return raw.problem(
        one.row, "also_known_as", one.other, f"nothing tells this “{one.other}” from the other “{one.name}”.",
        "Of a person, fill the column organisation. Else give each a row with a code in its own table.",
    )  # fmt: skip


def _contradictions(
    raw: RawTable, groups: Groups, apart: Iterable[tuple[Decision, tuple[Node, Node]]]
) -> Iterator[Problem]:
    for one, (a, b) in apart:
        if groups.root(a) == groups.root(b):
            rows = [str(row) for row in sorted(groups.rows(a))]
            where = f"row {rows[0]} makes" if len(rows) == 1 else f"rows {listing(rows)} make"
            yield raw.problem(
                one.row, "same", "no",
                f"“{one.name}” and “{one.other}” are not the same here, but {where} them one.",
                "Change one of the rows.",
            )  # fmt: skip


class Spellings:
    """How the names of organisations, or of bodies, are compared, with what was confirmed about them."""

    def __init__(self, groups: Groups | None = None) -> None:
        self._groups = groups or Groups()

    @property
    def none(self) -> bool:
        """Whether nothing was confirmed."""
        return not self._groups

    def key(self, text: str) -> str:
        """Return what all spellings of one name have in common."""
        if not self._groups:
            return normal(text) or text
        node = self._node(text)
        if node not in self._groups:
            return normal(text) or text
        root = self._groups.root(node)
        return str(root) if isinstance(root, str) else f"{root}"

    def confirmed(self, text: str) -> tuple[str, ...]:
        """Return the confirmed spellings of a name, the one to go by first; none where there are none."""
        if not self._groups:
            return ()
        node = self._node(text)
        if node not in self._groups:
            return ()
        return self._groups.texts(node)

    def _node(self, text: str) -> Node:
        exact = ("as written", text)
        return exact if exact in self._groups else normal(text) or text


def spellings(names: pd.DataFrame, kind: str, raw: RawTable) -> tuple[Spellings, list[Problem]]:
    """Return how names of one kind are compared, and what is wrong with the rows that confirm them."""
    groups, problems = grouped(decisions(names, kind), raw, _nodes)
    return Spellings(groups), problems


def _nodes(one: Decision) -> tuple[Node, Node] | None:
    a, b = normal(one.name) or one.name, normal(one.other) or one.other
    if a != b:
        return a, b
    return None if one.same or one.name == one.other else (a, ("as written", one.other))
