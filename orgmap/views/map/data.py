"""What the page of the map knows: every node, seat, relation and interlock, numbered and packed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from orgmap.errors import NetworkUnfit
from orgmap.views.addresses import FOLDERS
from orgmap.views.map.folding import is_folded
from orgmap.views.map.packing import packed
from orgmap.views.style import SECTORS, TIERS, line_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import networkx as nx

    Places = Mapping[str, tuple[float, float]]
    Edge = tuple[str, str, dict[str, Any]]

_FACTS = ("kind", "tier", "sector", "short_name", "list", "open_seats", "url", "statutory", "post")
_THING = ("key", "name", "mode", "page", *_FACTS)
_TOLD = ("role", "status", "since", "until", "seat")
_SEAT = ("holder", "body", "organisation", "behalf", "line", "seats", "post", *_TOLD)
_USUAL = 1
"""Says that the page of a node is where its id says: in the folder of its mode."""


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
        return cls(whole, interlocks, number, nodes, is_folded(whole))

    def name(self, node: str) -> str:
        """Return the label of a node, or what its id says where it is in neither graph."""
        return str(self.nodes.get(node, {}).get("label") or node.partition(":")[2])

    def counts(self) -> dict[str, int]:
        """Return how many nodes of each mode the whole map has."""
        return dict(Counter(data["mode"] for _, data in self.graph.nodes(data=True)))

    def record(self, pages: Mapping[str, str]) -> dict[str, Any]:
        """Return what the script tells about nodes, seats, relations and interlocks, packed in columns.

        `pages` are the addresses of the pages of entities by their nodes.
        """
        things = [self._thing(node, pages.get(node)) for node in self.nodes]
        seats = [self._seat(u, v, data) for u, v, data in self.edges("seat")]
        relations = [
            {**self._ends(u, v), "kind": kind, "link": data.get("link"), "seats": data.get("seats")}
            for kind in ("part_of", "link", "cross_representation")
            for u, v, data in self.edges(kind)
        ]
        return {
            "things": packed(things, _THING),
            "seats": packed(seats, _SEAT),
            "represents": packed([self._ends(u, v) for u, v, _ in self.edges("represents")], ("from", "to")),
            "relations": packed(relations, ("from", "to", "kind", "link", "seats")),
            "ties": self._ties(),
            "folders": FOLDERS,
            "folded": self.folded,
        }

    def _ties(self) -> dict[str, Any]:
        found = list(self.ties())
        members = [
            [self.number.get(member, self.name(member)) for member in data.get("members", ())]
            for _, _, data in found
        ]
        rows = [
            {
                **self._ends(u, v),
                "shared": None if data["shared"] == len(named) else data["shared"],
                "part_of": data.get("part_of") or None,
            }
            for (u, v, data), named in zip(found, members, strict=True)
        ]
        return {**packed(rows, ("from", "to", "shared", "part_of")), "members": members}

    def drawing(self, places: Places, drawn: nx.Graph[str]) -> list[dict[str, Any]]:
        """Return the nodes of a graph as they are drawn: number and place, in the order of their ids."""
        return [
            {"id": self.number[node], "x": x, "y": y}
            for node in sorted(drawn)
            for x, y in [self._place(node, places)]
        ]

    def _place(self, node: str, places: Places) -> tuple[float, float]:
        if node not in places:
            raise NetworkUnfit(f"There is no place on the map for {self.name(node)}.")
        return places[node]

    def edges(self, kind: str) -> list[Edge]:
        """Return the edges of the whole map of one kind, in a stated order."""
        found = [(u, v, data) for u, v, data in self.graph.edges(data=True) if data["kind"] == kind]
        return sorted(found, key=lambda edge: (edge[0], edge[1], repr(sorted(edge[2].items(), key=_first))))

    def ties(self) -> Iterator[Edge]:
        """Yield the edges of the interlocks, in a stated order, both ends in the order of their ids."""
        found = ((min(u, v), max(u, v), data) for u, v, data in self.projection.edges(data=True))
        yield from sorted(found, key=lambda edge: edge[:2])

    def _ends(self, u: str, v: str) -> dict[str, int]:
        return {"from": self.number[u], "to": self.number[v]}

    def _thing(self, node: str, page: str | None) -> dict[str, Any]:
        data, name = self.nodes[node], self.name(node)
        found = {key: data[key] for key in _FACTS if data.get(key) not in (None, name, 0)}
        usual = f"{FOLDERS.get(data['mode'])}/{node.partition(':')[2]}.html"
        where = _USUAL if page == usual else page
        return {"key": node, "name": name, "mode": data["mode"], "page": where, **found}

    def _seat(self, holder: str, body: str, data: Mapping[str, Any]) -> dict[str, Any]:
        ends = {
            "holder": holder,
            "body": body,
            "organisation": data.get("organisation"),
            "behalf": data.get("on_behalf_of"),
        }
        post = data.get("post")
        return {
            **{key: data.get(key) for key in _TOLD},
            **{key: self.number[node] for key, node in ends.items() if node in self.number},
            "line": line_of(dict(data)),
            "seats": data["seats"] if data.get("seats", 1) > 1 else None,
            "post": None if post == self.name(holder) else post,
        }


def _in_lists(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return a copy of the facts of a node, without a tier or sector that has no style."""
    tier, sector = data.get("tier"), data.get("sector")
    return {**data, "tier": tier if tier in TIERS else None, "sector": sector if sector in SECTORS else None}


def _first(item: tuple[str, Any]) -> str:
    return item[0]
