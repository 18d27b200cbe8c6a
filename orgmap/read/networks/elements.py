"""The elements of a Kumu map, known by id or by label."""

from __future__ import annotations

from dataclasses import dataclass, field

from orgmap.read.networks.network import Facts, Vertex, as_text


@dataclass
class Elements:
    """Elements in order of arrival: `ends` finds those that a connection names."""

    _vertices: list[Vertex] = field(default_factory=list)
    _codes: dict[str, str] = field(default_factory=dict)
    _labels: dict[str, str] = field(default_factory=dict)

    def add(self, code: str | None, label: str | None, facts: Facts, row: int) -> None:
        """Enter an element; one with neither id nor label is none."""
        vertex = code or self._labelled(label, facts)
        if vertex is None:
            return
        self._vertices.append(Vertex(vertex, label or vertex, row, facts))
        if code:
            self._codes[code] = vertex
        if label:
            self._labels.setdefault(label, vertex)

    def _labelled(self, label: str | None, facts: Facts) -> str | None:
        """Return the id of an element without one: its label, with its type where another is called so."""
        kind = facts.get("type") or facts.get("Type")
        return f"{label} ({kind})" if label in self._labels and kind else label

    def vertices(self) -> list[Vertex]:
        """Return all elements."""
        return self._vertices

    def ends(self, text: object) -> list[str]:
        """Return the elements that a cell names: by id, by label, or several with pipes between."""
        named = as_text(text)
        if named is None:
            return []
        if found := self._codes.get(named) or self._labels.get(named):
            return [found]
        parts = [part for part in (piece.strip() for piece in named.split("|")) if part]
        return [self._codes.get(part) or self._labels.get(part) or part for part in parts]
