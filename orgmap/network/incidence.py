"""An affiliation network as arrays, taken once: order, modes, incidence, components."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, partial
from itertools import chain, repeat
from typing import TYPE_CHECKING, Any, TypeVar, cast

import numpy as np
import numpy.typing as npt
from scipy import sparse
from scipy.sparse import csgraph

from orgmap.errors import NetworkUnfit

if TYPE_CHECKING:
    import networkx as nx

IntArray = npt.NDArray[np.int64]
FloatArray = npt.NDArray[np.float64]
BoolArray = npt.NDArray[np.bool_]
Kept = TypeVar("Kept")


def _nothing_known(_: str) -> None:
    return None


@dataclass(frozen=True, eq=False)
class Incidence:
    """An affiliation network as arrays; per-node arrays are *stacked*: first the bodies, then the members.

    `nodes` are the node ids in the graph's own order; `bodies` and `members` are the positions in `nodes`
    of the rows and columns of `matrix`, each again in the graph's order; `matrix` (bodies x members) is 1
    where a member sits on a body, however many seats that takes. `facts` returns what is known of each node
    under the name of an attribute, in the order of `nodes`; None where nothing is known under that name.
    """

    nodes: tuple[str, ...]
    bodies: IntArray
    members: IntArray
    matrix: sparse.csr_array[np.int64]
    facts: Callable[[str], list[Any] | None] = _nothing_known
    _kept: dict[str, Any] = field(default_factory=dict, repr=False)

    def once(self, name: str, make: Callable[[], Kept]) -> Kept:
        """Return what has been worked out of these arrays under a name; it is made when first asked for."""
        if name not in self._kept:
            self._kept[name] = make()
        return cast("Kept", self._kept[name])

    @cached_property
    def places(self) -> IntArray:
        """The position in `nodes` of each node in stacked order."""
        return np.concatenate([self.bodies, self.members])

    def attribute(self, name: str) -> list[Any]:
        """Return an attribute of the nodes, stacked; None for those of which it is not known."""
        values = self.facts(name)
        if values is None:
            return [None] * len(self.nodes)
        return [values[place] for place in self.places.tolist()]

    @cached_property
    def degrees(self) -> IntArray:
        """The number of members of each body and of bodies of each member; stacked."""
        return np.concatenate(
            [np.diff(self.matrix.indptr), np.bincount(self.matrix.indices, minlength=len(self.members))]
        )

    @cached_property
    def own(self) -> IntArray:
        """The number of nodes in each node's own mode, itself included; stacked."""
        return np.repeat([len(self.bodies), len(self.members)], [len(self.bodies), len(self.members)])

    @cached_property
    def other(self) -> IntArray:
        """The number of nodes in the mode that each node is not of; stacked."""
        return len(self.nodes) - self.own

    @cached_property
    def components(self) -> IntArray:
        """The number of the component that each node is in, from 0; stacked."""
        return csgraph.connected_components(stack(self.matrix), directed=False)[1].astype(np.int64)

    def in_graph_order(self, stacked: FloatArray) -> FloatArray:
        """Return `stacked` values in the order of `nodes`."""
        ordered = np.empty_like(stacked)
        ordered[self.places] = stacked
        return ordered


def stack(matrix: sparse.csr_array[np.int64]) -> sparse.csr_array[np.int64]:
    """Return the square adjacency matrix of an incidence: bodies first, then members; one direction only."""
    rows, columns = matrix.shape
    indptr = np.concatenate([matrix.indptr, np.full(columns, matrix.indptr[-1])])
    return sparse.csr_array((matrix.data, matrix.indices + rows, indptr), shape=(rows + columns,) * 2)


def incidence_of(graph: nx.Graph[str] | Incidence) -> Incidence:
    """Return the arrays of an affiliation network; arrays already taken come back as they are.

    The two node sets are read from the node attribute `bipartite` (0 = member, 1 = body). Raises
    `NetworkUnfit` where a node has no such attribute, where an edge joins two of one mode, and for
    directed graphs and multigraphs. The graph is not changed.
    """
    if isinstance(graph, Incidence):
        return graph
    if graph.is_directed() or graph.is_multigraph():
        kind = type(graph).__name__
        raise NetworkUnfit(f"An affiliation network is an undirected graph of single ties; this is a {kind}.")
    nodes = tuple(graph)
    sides = _sides(graph)
    bodies, members = np.flatnonzero(sides == 1), np.flatnonzero(sides == 0)
    joined = [neighbours for _, neighbours in graph.adjacency()]
    lists, others = ([joined[place] for place in places.tolist()] for places in (bodies, members))
    column = {nodes[place]: number for number, place in enumerate(members.tolist())}
    found = map(column.get, chain.from_iterable(lists), repeat(-1))
    indices = np.fromiter(found, dtype=np.int64, count=sum(map(len, lists)))
    if len(indices) != sum(map(len, others)) or (indices < 0).any():
        raise _edge_inside_a_mode(graph)
    indptr = np.concatenate([[0], np.cumsum([len(each) for each in lists], dtype=np.int64)])
    ones = np.ones(len(indices), dtype=np.int64)
    matrix = sparse.csr_array((ones, indices, indptr), shape=(len(bodies), len(members)))
    matrix.sort_indices()
    return Incidence(nodes, bodies, members, matrix, partial(_attribute, graph))


def _attribute(graph: nx.Graph[str], name: str) -> list[Any]:
    return [facts.get(name) for _, facts in graph.nodes(data=True)]


def _sides(graph: nx.Graph[str]) -> IntArray:
    sides = []
    for node, attributes in graph.nodes(data=True):
        side = attributes.get("bipartite")
        if not isinstance(node, str):
            raise NetworkUnfit(f"Node {node!r} is not a text; node ids are texts such as 'body:executive'.")
        if side not in (0, 1):
            raise NetworkUnfit(
                f"{node!r} does not say its mode: 'bipartite' is to be 0 (member) or 1 (body)."
            )
        sides.append(side)
    return np.array(sides, dtype=np.int64)


def _edge_inside_a_mode(graph: nx.Graph[str]) -> NetworkUnfit:
    side = {node: attributes["bipartite"] for node, attributes in graph.nodes(data=True)}
    one, two = next((a, b) for a, b in graph.edges if side[a] == side[b])
    mode = ("members", "bodies")[side[one]]
    return NetworkUnfit(f"{one!r} and {two!r} are joined, and both are {mode}; ties join members to bodies.")
