"""How much two bodies have in common: shared members, and the coefficients made of counts and sizes."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import TYPE_CHECKING, Any, Literal, get_args

import numpy as np
import pandas as pd
from scipy import sparse

from orgmap.errors import CallInvalid, NetworkUnfit
from orgmap.measures.arrays import FloatArray, IntArray, incidence_of, ratio

if TYPE_CHECKING:
    import networkx as nx

Mode = Literal["body", "member"]

_LISTED = {"body": "members", "member": "bodies"}


def pairs(graph: nx.Graph[str], mode: Mode = "body", *, every: bool = False) -> pd.DataFrame:
    """Return a row for each two bodies with a shared member (`every`: for each two), most shared first.

    `mode="member"` pairs members by the bodies that they share instead, of the bodies in the graph. Columns:

    - `a`, `b`: node ids, `a` before `b` in the alphabet;
    - `size_a`, `size_b`: how many are listed; `shared`: how many of them both have; whole numbers;
    - `jaccard`: shared / all that either has; `simpson`: shared / the smaller size, 1 where one is inside
      the other; `a_in_b`: shared / size of a; `b_in_a`: shared / size of b; `cosine`: shared / root of the
      product of the sizes (Ochiai). Range 0 to 1. NaN where the size that a coefficient needs is unknown (the
      body's list is "partial", or names nobody);
    - `note`: why there is a NaN, in plain words; empty where there is none.

    Rows: most shared first, then the higher simpson (NaN last), then `a`, then `b`; index 0, 1, 2 ...
    Raises `NetworkUnfit` for a network that is not an affiliation network, `CallInvalid` for another mode.

    References: Breiger 1974 (shared members), doi:10.2307/2576011; Jaccard 1912,
    doi:10.1111/j.1469-8137.1912.tb05611.x; Simpson 1943, doi:10.2475/ajs.241.1.1; Broder 1997 (containment),
    doi:10.1109/SEQUEN.1997.666900; Ochiai 1957, doi:10.2331/suisan.22.526.
    """
    nodes, matrix = _sorted_side(graph, mode)
    first, second, shared = _every(matrix) if every else _sharing(matrix)
    size = np.diff(matrix.indptr).astype(np.int64)
    reasons = _reasons(graph, nodes, size, mode)
    known = np.where([not reason for reason in reasons], size, np.nan)
    columns = _coefficients(shared, known[first], known[second])
    order = np.lexsort((second, first, -columns["simpson"], -shared))
    names = np.asarray(nodes, dtype=object)
    table = pd.DataFrame(
        {
            "a": pd.array(names[first], dtype="str"),
            "b": pd.array(names[second], dtype="str"),
            "size_a": size[first],
            "size_b": size[second],
            "shared": shared,
            **columns,
            "note": pd.array(_notes(reasons, first, second), dtype="str"),
        }
    )
    return table.iloc[order].reset_index(drop=True)


def shared_members(graph: nx.Graph[str], a: str, b: str) -> tuple[str, ...]:
    """Return the node ids of the members that bodies `a` and `b` share, sorted; of two members, their bodies.

    Raises `NetworkUnfit` where `a` or `b` is not in the network, or one is a body and the other a member.
    """
    neighbours = _neighbours(graph, (a, b))
    if graph.nodes[a].get("bipartite") != graph.nodes[b].get("bipartite"):
        raise NetworkUnfit(f"{a!r} and {b!r} are a body and a member; only two of a kind share something.")
    return _shared_by([(a, b)], neighbours)[0]


def members_of_pairs(graph: nx.Graph[str], table: pd.DataFrame) -> pd.Series[Any]:
    """Return for each row of a table from `pairs` what `shared_members` says of its `a` and `b`.

    Index: that of `table`; name `members`; values: sorted tuples of node ids. Raises `NetworkUnfit` where one
    of them is not in the network.
    """
    couples = list(zip(table["a"].tolist(), table["b"].tolist(), strict=True))
    neighbours = _neighbours(graph, chain.from_iterable(couples))
    return pd.Series(_shared_by(couples, neighbours), index=table.index, name="members", dtype=object)


def _neighbours(graph: nx.Graph[str], nodes: Iterable[str]) -> dict[str, frozenset[str]]:
    neighbours = {}
    for node in sorted(set(nodes)):
        if node not in graph:
            raise NetworkUnfit(f"{node!r} is not in the network.")
        neighbours[node] = frozenset(graph.adj[node])
    return neighbours


def _shared_by(
    couples: list[tuple[str, str]], neighbours: dict[str, frozenset[str]]
) -> list[tuple[str, ...]]:
    return [tuple(sorted(neighbours[a] & neighbours[b])) for a, b in couples]


def _sorted_side(graph: nx.Graph[str], mode: str) -> tuple[list[str], sparse.csr_array[np.int64]]:
    """Return the nodes of one mode in the order of the alphabet and the incidence with a row for each."""
    if mode not in get_args(Mode):
        raise CallInvalid(f"There is no mode {mode!r}; pairs are of one of: {', '.join(get_args(Mode))}.")
    incidence = incidence_of(graph)
    places, matrix = incidence.bodies, incidence.matrix
    if mode == "member":
        places, matrix = incidence.members, matrix.T.tocsr()
    nodes = [incidence.nodes[place] for place in places.tolist()]
    order = sorted(range(len(nodes)), key=nodes.__getitem__)
    return [nodes[number] for number in order], matrix[order]


def _counts(matrix: sparse.csr_array[np.int64]) -> sparse.csr_array[np.int64]:
    """Return the shared counts of all pairs of rows, leaving out the columns that make no pair."""
    joint = matrix[:, np.flatnonzero(np.bincount(matrix.indices, minlength=matrix.shape[1]) > 1)]
    return joint @ joint.T


def _sharing(matrix: sparse.csr_array[np.int64]) -> tuple[IntArray, IntArray, IntArray]:
    counts = sparse.triu(_counts(matrix), k=1, format="coo")
    first, second = counts.coords
    return first.astype(np.int64), second.astype(np.int64), counts.data


def _every(matrix: sparse.csr_array[np.int64]) -> tuple[IntArray, IntArray, IntArray]:
    first, second = np.triu_indices(matrix.shape[0], k=1)
    return first, second, _counts(matrix).toarray()[first, second]


def _coefficients(shared: IntArray, a: FloatArray, b: FloatArray) -> dict[str, FloatArray]:
    """Return the coefficients by column; `a` and `b` are the known sizes, NaN where they are not known."""
    return {
        "jaccard": ratio(shared, a + b - shared),
        "simpson": ratio(shared, np.minimum(a, b)),
        "a_in_b": ratio(shared, a),
        "b_in_a": ratio(shared, b),
        "cosine": ratio(shared, np.sqrt(a * b)),
    }


def _reasons(graph: nx.Graph[str], nodes: list[str], size: IntArray, mode: str) -> list[str]:
    """Return for each node why its size cannot be a denominator, empty where it can."""
    return [
        _reason(graph.nodes[node], node, count, _LISTED[mode])
        for node, count in zip(nodes, size, strict=True)
    ]


def _reason(attributes: dict[str, object], node: str, size: int, listed: str) -> str:
    label = attributes.get("label") or node
    if attributes.get("list") == "partial":
        return f"the list of {listed} of {label} is partial"
    return "" if size else f"no {listed} of {label} are listed"


def _notes(reasons: list[str], first: IntArray, second: IntArray) -> list[str]:
    return [
        "; ".join(filter(None, (reasons[a], reasons[b])))
        for a, b in zip(first.tolist(), second.tolist(), strict=True)
    ]
