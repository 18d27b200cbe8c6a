"""What other libraries do for the same, where it takes more than one call."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
from networks import FloatArray, IntArray, Network
from ways import by_pair, number_of

Graph = Any


def bare_overlap(network: Network) -> tuple[IntArray, IntArray, FloatArray]:
    """Return all overlaps of rows with four coefficients: scipy's product and numpy's divisions, no more."""
    from scipy import sparse

    rows = network.rows
    counts = sparse.triu(rows @ rows.T, k=1, format="coo")
    first, second = counts.coords
    size = np.diff(rows.indptr)
    a, b, shared = size[first], size[second], counts.data
    jaccard = shared / (a + b - shared)
    _ = shared / np.minimum(a, b), shared / np.sqrt(a * b), shared / a, shared / b
    return first.astype(np.int64), second.astype(np.int64), jaccard


def generic_projection(graph: Graph) -> Graph:
    """Return NetworkX's projection on bodies, with four coefficients as weights."""
    import networkx as nx

    def weights(graph: Graph, a: str, b: str) -> dict[str, float]:
        one, other = set(graph[a]), set(graph[b])
        shared = len(one & other)
        return {
            "jaccard": shared / len(one | other),
            "simpson": shared / min(len(one), len(other)),
            "cosine": shared / (len(one) * len(other)) ** 0.5,
            "a_in_b": shared / len(one),
        }

    bodies = [node for node, mode in graph.nodes(data="mode") if mode == "body"]
    return nx.bipartite.generic_weighted_projected_graph(graph, bodies, weights)


def generic_values(made: Graph, _: Network) -> FloatArray:
    """Return the Jaccard coefficients of NetworkX's projection, in order."""
    rows = [(number_of(a), number_of(b), facts["weight"]["jaccard"]) for a, b, facts in made.edges(data=True)]
    first, second, values = (np.array(column) for column in zip(*rows, strict=True))
    return by_pair(first, second, values)


def polars_overlap(table: Any) -> Any:
    """Return all overlaps of bodies with four coefficients, by a join of polars."""
    import polars as pl

    sizes = table.group_by("body").len()
    many = table.filter(pl.len().over("member") > 1)
    joined = many.join(many, on="member").filter(pl.col("body") < pl.col("body_right"))
    counts = joined.group_by("body", "body_right").agg(pl.len().alias("shared"))
    counts = counts.join(sizes.rename({"len": "a"}), on="body")
    counts = counts.join(sizes.rename({"body": "body_right", "len": "b"}), on="body_right")
    a, b, shared = (pl.col(name).cast(pl.Float64) for name in ("a", "b", "shared"))
    return counts.with_columns(
        jaccard=shared / (a + b - shared),
        simpson=shared / pl.min_horizontal(a, b),
        cosine=shared / (a * b).sqrt(),
        a_in_b=shared / a,
        b_in_a=shared / b,
    )


def polars_values(made: Any, _: Network) -> FloatArray:
    """Return the Jaccard coefficients of the join, in order."""
    return by_pair(*(made[name].to_numpy() for name in ("body", "body_right", "jaccard")))


def singular_vectors(network: Network) -> FloatArray:
    """Return the leading singular vectors of the incidence, by scipy."""
    from scipy.sparse.linalg import svds

    matrix = network.matrix.astype(np.float64)
    u, _, v = svds(matrix, k=1, v0=np.ones(min(matrix.shape)))
    return np.concatenate([u[:, 0], v[0]])


def node_redundancy(graph: Graph) -> dict[str, float]:
    """Return NetworkX's redundancy, of those with two ties or more."""
    import networkx as nx

    return nx.bipartite.node_redundancy(graph, [node for node, ties in graph.degree if ties > 1])


def redundancy_values(made: dict[str, float], network: Network) -> FloatArray:
    """Return the redundancy of all nodes, NaN where NetworkX has none."""
    return np.array([made.get(node, np.nan) for node in network.names()])


def two_paths(graph: Graph) -> dict[str, int]:
    """Return how often each node is a liaison of tiers: between two of others than its own, one by one."""
    tier = dict(graph.nodes(data="tier"))
    return {
        node: sum(
            tier[a] != tier[node] != tier[b] and tier[a] != tier[b] for a, b in combinations(graph[node], 2)
        )
        for node in graph
    }


def constraint(graph: Graph) -> dict[str, float]:
    """Return NetworkX's constraint, each tie alike."""
    import networkx as nx

    return nx.constraint(graph)


def hypergeometric_each(network: Network) -> tuple[IntArray, IntArray, FloatArray]:
    """Return scipy's upper tail for every overlapping pair, in one call."""
    from scipy.stats import hypergeom

    first, second, shared = _shared(network)
    size = np.diff(network.rows.indptr)
    members = network.matrix.shape[1]
    return first, second, hypergeom.sf(shared - 1, members, size[first], size[second])


def hypergeometric_distinct(network: Network) -> tuple[IntArray, IntArray, FloatArray]:
    """Return scipy's upper tail, worked out once for each two sizes and count."""
    from scipy.stats import hypergeom

    first, second, shared = _shared(network)
    size = np.diff(network.rows.indptr)
    low, high = np.minimum(size[first], size[second]), np.maximum(size[first], size[second])
    members = network.matrix.shape[1]
    key = (low * (members + 1) + high) * (members + 1) + shared
    _, one, back = np.unique(key, return_index=True, return_inverse=True)
    return first, second, hypergeom.sf(shared[one] - 1, members, low[one], high[one])[back]


def _shared(network: Network) -> tuple[IntArray, IntArray, IntArray]:
    from scipy import sparse

    counts = sparse.triu(network.rows @ network.rows.T, k=1, format="coo")
    first, second = (end.astype(np.int64) for end in counts.coords)
    return first, second, counts.data.astype(np.int64)


def bicm_tails(network: Network) -> Any:
    """Return the p-values of the `bicm` package, exact, on two processes."""
    import contextlib
    import os

    import bicm

    with Path(os.devnull).open("w") as nowhere, contextlib.redirect_stdout(nowhere):
        graph = bicm.BipartiteGraph(biadjacency=network.rows.toarray())
        graph.solve_tool()
        graph.compute_projection(approx_method="poibin", threads_num=2, progress_bar=False)
    return graph.rows_pvals


def bicm_values(made: Any, network: Network) -> FloatArray:
    """Return the p-values of overlapping pairs, in order."""
    first, second, _ = _shared(network)
    found = [made[a][b] if b in made.get(a, ()) else made[b][a] for a, b in zip(first, second, strict=True)]
    return by_pair(first, second, np.array(found))


def largest_after_each(graph: Graph) -> list[float]:
    """Return the robustness against the loss of members, most ties first, counted anew each time."""
    import networkx as nx

    left, nodes, largest = graph.copy(), len(graph), []
    members = {node for node, mode in graph.nodes(data="mode") if mode != "body"}
    while members:
        chosen = min(members, key=lambda node: (-left.degree[node], node))
        members.remove(chosen)
        left.remove_node(chosen)
        largest.append(max(map(len, nx.connected_components(left))) / nodes)
    return [sum(largest) / len(largest)]


def igraph_projection(graph: Graph) -> Any:
    """Return igraph's projection on bodies, with how many members each two share."""
    return graph.bipartite_projection(which=1, multiplicity=True)


def igraph_of(graph: Graph) -> Any:
    """Return igraph's form of a NetworkX graph."""
    import igraph

    return igraph.Graph.from_networkx(graph)


def scipy_components(matrix: Any) -> Any:
    """Return which component each node is in, by scipy."""
    from scipy.sparse.csgraph import connected_components

    return connected_components(matrix, directed=False)


def latapy(graph: Graph) -> dict[str, float]:
    """Return NetworkX's clustering of both modes."""
    import networkx as nx

    return nx.bipartite.latapy_clustering(graph, mode="dot")
