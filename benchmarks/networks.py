"""One made-up network in the form that each library works on, made before anything is timed."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

import generate
import numpy as np
import numpy.typing as npt
from scipy import sparse

if TYPE_CHECKING:
    from orgmap.network import Incidence

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]


class Network:
    """A network of bodies and members, numbered from 0: first the bodies, then the members."""

    def __init__(self, size: str, counting: generate.Counting = "people", projected: str = "") -> None:
        """Take a size, whom to count as members, and of which mode the projection is wanted."""
        self.size, self.counting, self.projected = size, counting, projected

    @cached_property
    def matrix(self) -> sparse.csr_array[Any]:
        """The incidence: bodies x members."""
        return generate.matrix(generate.seats(self.size), self.counting)

    @property
    def bodies(self) -> int:
        """How many bodies there are."""
        return int(self.matrix.shape[0])

    @property
    def nodes(self) -> int:
        """How many bodies and members there are."""
        return sum(self.matrix.shape)

    @cached_property
    def ties(self) -> tuple[IntArray, IntArray]:
        """Both ends of each tie: of the network, or of its projection."""
        if self.projected:
            counts = sparse.triu(self.rows @ self.rows.T, k=1).tocoo()
            return counts.coords[0].astype(np.int64), counts.coords[1].astype(np.int64)
        body, member = self.matrix.tocoo().coords
        return body.astype(np.int64), member.astype(np.int64) + self.bodies

    @cached_property
    def ends(self) -> int:
        """How many nodes the network has, or its projection."""
        return {"": self.nodes, "body": self.bodies, "member": self.nodes - self.bodies}[self.projected]

    @cached_property
    def rows(self) -> sparse.csr_array[Any]:
        """The incidence in small whole numbers, a row for each body (or member, where projected)."""
        matrix = self.matrix.astype(np.int32)
        return matrix.T.tocsr() if self.projected == "member" else matrix

    def itself(self) -> Network:
        """Return this, for what begins at plain arrays; they are made before."""
        self.rows.sum_duplicates()
        return self

    def square(self) -> sparse.csr_array[Any]:
        """Return the adjacency matrix, one direction only."""
        ones = np.ones(len(self.ties[0]), dtype=np.int8)
        return sparse.csr_array((ones, self.ties), shape=(self.ends, self.ends))

    def incidence(self) -> Incidence:
        """Return the arrays of orgmap."""
        return generate.incidence(self.size, self.counting)

    def names(self) -> tuple[str, ...]:
        """Return the id that each node has in orgmap and NetworkX."""
        return self.incidence().nodes

    def table(self) -> tuple[IntArray, IntArray]:
        """Return the body and the member of each tie, each numbered from 0."""
        body, member = self.matrix.tocoo().coords
        return body.astype(np.int64), member.astype(np.int64)

    def networkx(self) -> Any:
        """Return a NetworkX graph with the texts as nodes that orgmap gives them."""
        import networkx as nx

        made = generate.graph(self.size, self.counting)
        if not self.projected:
            return made
        kept = [
            node for node, mode in made.nodes(data="mode") if (mode == "body") == (self.projected == "body")
        ]
        return nx.bipartite.projected_graph(made, kept)

    def igraph(self) -> Any:
        """Return an igraph graph."""
        import igraph

        made = igraph.Graph(n=self.ends, edges=np.column_stack(self.ties))
        if not self.projected:
            made.vs["type"] = (np.arange(self.ends) < self.bodies).tolist()
        return made

    def rustworkx(self) -> Any:
        """Return a rustworkx graph."""
        import rustworkx

        made = rustworkx.PyGraph()
        made.add_nodes_from(range(self.ends))
        made.add_edges_from([(a, b, 1.0) for a, b in zip(*(end.tolist() for end in self.ties), strict=True)])
        return made

    def networkit(self) -> Any:
        """Return a networkit graph."""
        import networkit

        ones = np.ones(len(self.ties[0]))
        made = networkit.GraphFromCoo((ones, self.ties), n=self.ends, weighted=False, directed=False)
        made.indexEdges()
        return made

    def polars(self) -> Any:
        """Return a polars table of body and member."""
        import polars

        return polars.DataFrame(dict(zip(("body", "member"), self.table(), strict=True)))

    def tables(self) -> Any:
        """Return the tables of an area as orgmap reads them from a folder."""
        import tempfile
        from pathlib import Path

        import folders

        from orgmap.read import read

        with tempfile.TemporaryDirectory() as folder:
            folders.write(Path(folder), generate.SIZES[self.size])
            return read(Path(folder))

    def others(self) -> FloatArray:
        """Return how many others there are for each node."""
        return np.full(self.nodes, self.nodes - 1.0)

    def couples(self) -> float:
        """Return how many pairs of others there are for each node of the projection."""
        return (self.ends - 1) * (self.ends - 2) / 2

    def greatest(self) -> FloatArray:
        """Return the most shortest ways between others that could run through each node."""
        bodies, members = self.bodies, self.nodes - self.bodies
        return np.repeat([_most(bodies, members), _most(members, bodies)], [bodies, members])

    def both_ways(self) -> FloatArray:
        """Return the same where each way counts in both directions, as networkit has it."""
        return 2 * self.greatest()

    def least(self) -> FloatArray:
        """Return the least sum of distances that each node could have."""
        bodies, members = self.bodies, self.nodes - self.bodies
        sums = [members + 2 * (bodies - 1), bodies + 2 * (members - 1)]
        return np.repeat(np.array(sums, dtype=np.float64), [bodies, members])


def _most(own: int, other: int) -> float:
    """Return the greatest betweenness of a node of a mode of `own` (Borgatti and Everett 1997)."""
    s, t = divmod(own - 1, other)
    return (other**2 * (s + 1) ** 2 + other * (s + 1) * (2 * t - s - 1) - t * (2 * s - t + 3)) / 2
