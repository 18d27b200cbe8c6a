"""What an operation is, how a library does one, and what its result is compared by."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Literal

import numpy as np
from networks import FloatArray, IntArray, Network

Values = Callable[[Any, Network], FloatArray]


@dataclass(frozen=True)
class Way:
    """How one library does it: it is given what `make` makes, untimed, and `run` is timed.

    `values` are what is compared, made untimed from what `run` returns; without it nothing is compared.
    `sizes` are those at which it is tried; without them, all of the operation. `patience`: how many times the
    usual limit of time it is given.
    """

    who: str
    make: Callable[[Network], Any]
    run: Callable[[Any], Any]
    values: Values | None = None
    sizes: str = ""
    patience: float = 1


@dataclass(frozen=True)
class Operation:
    """Something measured; `by` is what its cost is to grow with, `goal` what it is to reach."""

    name: str
    ways: tuple[Way, ...]
    sizes: str = "S M L"
    goal: str = ""
    by: Literal["seats", "pairs"] = "seats"
    counting: Literal["people", "organisations"] = "people"
    projected: str = ""

    @property
    def tried(self) -> list[tuple[str, Way]]:
        """Each size with each way tried at it, orgmap's first."""
        return [
            (size, way)
            for size in self.sizes.split()
            for way in self.ways
            if size in (way.sizes or self.sizes).split()
        ]


def ours(function: str, values: Values | None = None, who: str = "orgmap", **options: Any) -> Way:
    """Return orgmap's way: a function of `orgmap.measures`, on arrays of which nothing is worked out yet."""

    def run(incidence: Any) -> Any:
        from orgmap import measures

        return getattr(measures, function)(replace(incidence, _kept={}), **options)

    return Way(who, Network.incidence, run, values)


def bipartite_nx(function: str, values: Values | None, sizes: str = "S M") -> Way:
    """Return the way of a function of `networkx.bipartite`, which is told who the bodies are."""

    def run(graph: Any) -> Any:
        import networkx as nx

        bodies = [node for node, side in graph.nodes(data="bipartite") if side == 1]
        return getattr(nx.bipartite, function)(graph, bodies)

    return Way("NetworkX", Network.networkx, run, values, sizes)


def nx(function: str, values: Values | None = None, sizes: str = "S M", **options: Any) -> Way:
    """Return the way of a function of NetworkX."""

    def run(graph: Any) -> Any:
        import networkx

        found = getattr(networkx, function)(graph, **options)
        return found if isinstance(found, dict) else list(found)

    return Way("NetworkX", Network.networkx, run, values, sizes)


def ig(method: str, values: Values | None = None, sizes: str = "S M L", **options: Any) -> Way:
    """Return the way of a method of igraph."""
    return Way("igraph", Network.igraph, lambda graph: getattr(graph, method)(**options), values, sizes)


def rx(function: str, values: Values | None = None, sizes: str = "S M L", **options: Any) -> Way:
    """Return the way of a function of rustworkx."""

    def run(graph: Any) -> Any:
        import rustworkx

        return getattr(rustworkx, function)(graph, **options)

    return Way("rustworkx", Network.rustworkx, run, values, sizes)


def nk(name: str, values: Values | None = None, sizes: str = "S M L", **options: Any) -> Way:
    """Return the way of a centrality of networkit."""

    def run(graph: Any) -> Any:
        import networkit

        return getattr(networkit.centrality, name)(graph, **options).run().scores()

    who = {"EstimateBetweenness": "networkit, 512 sources", "KadabraBetweenness": "networkit, KADABRA"}
    return Way(who.get(name, "networkit"), Network.networkit, run, values, sizes)


def plain(made: Any, _: Network) -> FloatArray:
    """Return a value for each node in the order of the network; from a list or a Series."""
    return np.fromiter(made, dtype=np.float64)


def numbered(made: Any, network: Network) -> FloatArray:
    """Return a value for each node in the order of the network, from a dictionary by number."""
    return np.array([made[number] for number in range(network.ends)], dtype=np.float64)


def named(made: Any, network: Network) -> FloatArray:
    """Return a value for each node in the order of the network, from a dictionary by id."""
    return np.array([made[node] for node in network.names()], dtype=np.float64)


def by_body(made: Any, network: Network) -> FloatArray:
    """Return a value for each body in the order of the network, from a dictionary by id."""
    return np.array([made[node] for node in network.names()[: network.bodies]], dtype=np.float64)


def column(name: str) -> Values:
    """Return how to take a column of a table of nodes."""
    return lambda made, _: made[name].to_numpy()


def bodies_only(values: Values) -> Values:
    """Return how to take what is said of the bodies, of values for all nodes."""
    return lambda made, network: values(made, network)[: network.bodies]


def share_of(most: Callable[[Network], FloatArray], values: Values = plain) -> Values:
    """Return how to bring raw counts to orgmap's scale: over what they could be at most."""
    return lambda made, network: values(made, network) / most(network)


def nearness(values: Values = plain) -> Values:
    """Return how to bring one over the mean distance to orgmap's scale, in a network of one piece."""
    return lambda made, network: values(made, network) * network.least() / (network.nodes - 1)


def unit(values: Values = plain) -> Values:
    """Return how to bring each mode of a vector to unit length."""

    def scaled(made: Any, network: Network) -> FloatArray:
        parts = np.split(np.abs(values(made, network)), [network.bodies])
        return np.concatenate([part / np.linalg.norm(part) for part in parts])

    return scaled


def number_of(node: str) -> int:
    """Return the number in the id of a node."""
    return int(node.partition(":")[2])


def by_pair(first: IntArray, second: IntArray, values: FloatArray) -> FloatArray:
    """Return the values of pairs, sorted by the lower and then the higher of the two numbers."""
    low, high = np.minimum(first, second), np.maximum(first, second)
    return np.asarray(values, dtype=np.float64)[np.lexsort((high, low))]


def arrays_of_pairs(made: Any, _: Network) -> FloatArray:
    """Return the values of pairs from arrays: the first, the second, the value."""
    return by_pair(*made)


def column_of_pairs(name: str) -> Values:
    """Return how to take a column of a table of pairs, sorted by the numbers of the two."""

    def values(made: Any, _: Network) -> FloatArray:
        first, second = (np.array([number_of(node) for node in made[end].tolist()]) for end in ("a", "b"))
        return by_pair(first, second, made[name].to_numpy())

    return values
