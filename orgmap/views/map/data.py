"""What the page of the map knows: every node and seat as a record, and what its two drawings show."""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from orgmap.errors import NetworkUnfit
from orgmap.views.style import MODES, SECTORS, TIERS, line_of, of_node

if TYPE_CHECKING:
    from collections.abc import Mapping

    import networkx as nx

    Places = Mapping[str, tuple[float, float]]
    Drawing = tuple[list[dict[str, Any]], list[dict[str, Any]]]

MOST_NODES = 2_000
"""A map of more nodes than this lists people but does not draw them."""

_FACTS = ("kind", "tier", "sector", "short_name", "list", "open_seats", "url", "statutory", "post")
_SEAT = ("role", "status", "since", "until", "seat", "seats", "post")
_LONGEST = 60
_STRENGTH = ("chair", "seat", "attends", "open")


@dataclass(frozen=True)
class Facts:
    """The nodes of the whole map and of the interlocks, numbered in a stated order, with both graphs."""

    graph: nx.MultiDiGraph[str]
    projection: nx.Graph[str]
    number: dict[str, int]
    nodes: dict[str, dict[str, Any]]
    folded: bool

    @classmethod
    def of(cls, whole: nx.MultiDiGraph[str], interlocks: nx.Graph[str]) -> Facts:
        """Return the facts of two graphs: nodes sorted by their ids, those of the interlocks included."""
        order = sorted({*interlocks, *whole})
        number = {node: index for index, node in enumerate(order)}
        nodes = {node: _in_lists((whole if node in whole else interlocks).nodes[node]) for node in order}
        return cls(whole, interlocks, number, nodes, whole.number_of_nodes() > MOST_NODES)

    def name(self, node: str) -> str:
        """Return the label of a node, or what its id says where it is in neither graph."""
        return str(self.nodes.get(node, {}).get("label") or node.partition(":")[2])

    def counts(self) -> dict[str, int]:
        """Return how many nodes of each mode the whole map has."""
        return dict(Counter(data["mode"] for _, data in self.graph.nodes(data=True)))

    def record(self) -> dict[str, Any]:
        """Return what the script tells about nodes, seats, relations and interlocks, as plain values."""
        return {
            "things": [self._thing(node) for node in self.nodes],
            "seats": [self._seat(u, v, data) for u, v, data in self._edges("seat")],
            "represents": [[self.number[u], self.number[v]] for u, v, _ in self._edges("represents")],
            "relations": [
                {
                    "from": self.number[u],
                    "to": self.number[v],
                    "kind": data["kind"],
                    "link": data.get("link"),
                    "seats": data.get("seats"),
                }
                for kind in ("part_of", "link", "cross_representation")
                for u, v, data in self._edges(kind)
            ],
            "interlocks": [
                {
                    "ends": [self.number[u], self.number[v]],
                    "shared": data["shared"],
                    "members": [self.name(member) for member in data.get("members", ())],
                    "part_of": bool(data.get("part_of")),
                }
                for u, v, data in self._ties()
            ],
        }

    def whole(self, places: Places) -> Drawing:
        """Return the nodes and edges of the whole map, as vis-network takes them."""
        drawn = [node for node in sorted(self.graph) if self._is_drawn(node)]
        kept = set(drawn)
        edges = [
            self._edge(u, v, line_of(data))
            for kind in _KINDS
            for u, v, data in self._edges(kind)
            if {u, v} <= kept
        ]
        edges += [self._edge(u, v, line) | {"via": True} for (u, v), line in self._through_people()]
        return [self._node(node, places) for node in drawn], _numbered(edges)

    def interlocks(self, places: Places) -> Drawing:
        """Return the nodes and edges of the body projection, as vis-network takes them."""
        most = max((data["shared"] for _, _, data in self._ties()), default=1)
        edges = [
            self._edge(u, v, "interlock_part_of" if data.get("part_of") else "interlock")
            | {"shared": data["shared"], **_weight(data["shared"], most)}
            for u, v, data in self._ties()
        ]
        return [self._node(node, places) for node in sorted(self.projection)], _numbered(edges)

    def _is_drawn(self, node: str) -> bool:
        return not (self.folded and self.nodes[node]["mode"] == "person")

    def _edges(self, kind: str) -> list[tuple[str, str, dict[str, Any]]]:
        found = [(u, v, data) for u, v, data in self.graph.edges(data=True) if data["kind"] == kind]
        return sorted(found, key=lambda edge: (edge[0], edge[1], repr(sorted(edge[2].items(), key=_first))))

    def _ties(self) -> list[tuple[str, str, dict[str, Any]]]:
        found = ((min(u, v), max(u, v), data) for u, v, data in self.projection.edges(data=True))
        return sorted(found, key=_ends)

    def _through_people(self) -> list[tuple[tuple[str, str], str]]:
        """Return the organisations that people sit for, with the body and the strongest line between."""
        lines: dict[tuple[str, str], str] = {}
        for u, v, data in self._edges("seat"):
            speaks_for = str(data.get("organisation") or "")
            if speaks_for in self.graph and self.nodes[u]["mode"] == "person":
                found = (line_of(data), lines.get((speaks_for, v), "open"))
                lines[speaks_for, v] = min(found, key=_STRENGTH.index)
        return sorted(lines.items())

    def _thing(self, node: str) -> dict[str, Any]:
        data = self.nodes[node]
        found = {key: data[key] for key in _FACTS if data.get(key) is not None}
        return {"key": node, "name": self.name(node), "mode": data["mode"], **found}

    def _seat(self, holder: str, body: str, data: Mapping[str, Any]) -> dict[str, Any]:
        found = {key: data[key] for key in _SEAT if data.get(key) is not None}
        ends = {
            "holder": holder,
            "body": body,
            "organisation": data.get("organisation"),
            "behalf": data.get("on_behalf_of"),
        }
        return found | {key: self.number[node] for key, node in ends.items() if node in self.number}

    def _node(self, node: str, places: Places) -> dict[str, Any]:
        if node not in places:
            raise NetworkUnfit(f"There is no place on the map for {self.name(node)}.")
        data = self.nodes[node]
        shape, style = MODES[data["mode"]], of_node(data["mode"], data.get("tier"), data.get("sector"))
        x, y = places[node]
        return {
            "id": f"n{self.number[node]}",
            "thing": self.number[node],
            "text": drawn_text(self.name(node)),
            "short": drawn_text(str(data.get("short_name") or "")),
            "shape": shape.shape,
            "size": shape.size,
            "x": x,
            "y": y,
            "fill": style.fill,
            "ink": style.ink,
            "mark": style.mark,
        }

    def _edge(self, u: str, v: str, line: str) -> dict[str, Any]:
        return {"from": f"n{self.number[u]}", "to": f"n{self.number[v]}", "line": line}


_KINDS = ("represents", "seat", "part_of", "link", "cross_representation")


def _in_lists(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return a copy of the facts of a node, without a tier or sector that has no style."""
    tier, sector = data.get("tier"), data.get("sector")
    return {**data, "tier": tier if tier in TIERS else None, "sector": sector if sector in SECTORS else None}


def _weight(shared: int, most: int) -> dict[str, float]:
    """Return how wide and how strong a tie is drawn: what shares most stands out from the rest."""
    return {
        "width": round(min(0.8 + 0.9 * shared**0.7, 12), 2),
        "opacity": round(0.4 + 0.6 * shared / most, 2),
    }


def _numbered(edges: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the edges with ids, bent apart where several join the same two nodes."""
    seen: Counter[tuple[str, ...]] = Counter()
    for index, edge in enumerate(edges):
        pair = tuple(sorted((edge["from"], edge["to"])))
        edge["id"] = f"e{index}"
        if seen[pair]:
            side = 1 if edge["from"] == pair[0] else -1
            edge["bend"] = round(side * (-1) ** seen[pair] * 0.12 * ((seen[pair] + 1) // 2), 2)
        seen[pair] += not edge.get("via")
    return edges


def _first(item: tuple[str, Any]) -> str:
    return item[0]


def _ends(edge: tuple[str, str, Any]) -> tuple[str, str]:
    return edge[0], edge[1]


def drawn_text(label: str) -> str:
    """Return a label as it is painted: one line without control or direction marks, at most 60 characters."""
    plain = "".join(" " if unicodedata.category(sign) in {"Cc", "Zl", "Zp"} else sign for sign in label)
    plain = "".join(sign for sign in plain if not _turns(sign))
    words = " ".join(plain.split())
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"


def _turns(sign: str) -> bool:
    """Return whether a sign changes the direction of the text around it."""
    return unicodedata.bidirectional(sign) in {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
