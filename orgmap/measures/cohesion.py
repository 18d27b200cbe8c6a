"""Which bodies hang together: chains of shared members, and sets that have the same members."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from scipy import sparse
from scipy.sparse import csgraph

from orgmap.measures.arrays import FloatArray, Incidence, IntArray, incidence_of
from orgmap.measures.kernels.pairs.one_mode import shared_counts

if TYPE_CHECKING:
    import networkx as nx

Bits = frozenset[int]


def s_components(table: pd.DataFrame, s: int = 1) -> pd.Series[int]:
    """Return which bodies hang together when each step shares at least `s` members.

    `table` is from `pairs` (or some of its rows): `a`, `b`, `shared`. Two bodies are in one s-component where
    a chain of pairs that each share `s` members or more leads from one to the other; with s = 1 these are the
    usual components. Index: the id of each body in a component of two or more, in the order of the alphabet;
    values: the number of its component, 0 for the largest (among equals the one whose first id comes first);
    name `component`. A body that shares `s` members with no other is in no row.

    Reference: Aksoy, Joslyn, Ortiz Marrero, Praggastis and Purvine 2020, Hypernetwork science via high-order
    hypergraph walks, EPJ Data Science 9:16, doi:10.1140/epjds/s13688-020-00231-0 (s-connected components).
    """
    joined = table[table["shared"] >= s]
    ends = pd.concat([joined["a"], joined["b"]], ignore_index=True)
    codes, names = pd.factorize(ends, sort=True)
    first, second = codes[: len(joined)], codes[len(joined) :]
    edges = sparse.coo_array((np.ones(len(joined)), (first, second)), shape=(len(names),) * 2)
    found = pd.Series(_component_numbers(edges), dtype="int64")
    size = found.map(found.value_counts())
    largest_first = found[size.sort_values(ascending=False, kind="stable").index]
    number = {component: place for place, component in enumerate(dict.fromkeys(largest_first))}
    ids = pd.Index(names, dtype="str", name="id")
    return pd.Series(found.map(number).to_numpy(dtype=np.int64), index=ids, name="component")


def _component_numbers(edges: sparse.coo_array[np.float64]) -> IntArray:
    """Return the number of each node's component; scipy takes no network without nodes."""
    if not edges.shape[0]:
        return np.empty(0, dtype=np.int64)
    return csgraph.connected_components(edges, directed=False)[1].astype(np.int64)


def largest_s(table: pd.DataFrame, least: int = 3) -> int:
    """Return the largest `s` at which some s-component has `least` bodies or more; 0 where there is none.

    `table` is from `pairs`; see `s_components`. A larger `s` never joins more, so the search runs down from
    the largest number that any pair shares.
    """
    for s in sorted(set(table["shared"].tolist()), reverse=True):
        if (s_components(table, s).value_counts() >= least).any():
            return int(s)
    return 0


def s_cohesion(graph: nx.Graph[str] | Incidence) -> pd.DataFrame:
    """Return how many bodies hang together with each body where each step shares several members.

    For members likewise: how many hang together with them where each step shares several bodies. Columns:

    - `s_component_2`, `s_component_3`: how many there are in its s-component, itself included, for s of 2 and
      3; 1 where it shares as many with no other. NaN for a body of fewer than s members, which can have none;
    - `s_strength`: the largest s at which its s-component has three or more; 0 where there is none.

    Index: node ids in the graph's own order, named `node`. Raises `NetworkUnfit` as `incidence_of` does.

    Reference: Aksoy, Joslyn, Ortiz Marrero, Praggastis and Purvine 2020, Hypernetwork science via high-order
    hypergraph walks, EPJ Data Science 9:16, doi:10.1140/epjds/s13688-020-00231-0 (s-connected components).
    """
    taken = incidence_of(graph)
    counts = [shared_counts(taken, "body"), shared_counts(taken, "member")]
    columns = {
        **{f"s_component_{s}": [_component_sizes(side, s) for side in counts] for s in (2, 3)},
        "s_strength": [_strengths(side) for side in counts],
    }
    index = pd.Index(taken.nodes, name="node", dtype="str")
    table = {name: np.concatenate(values) for name, values in columns.items()}
    for s in (2, 3):
        table[f"s_component_{s}"][taken.degrees < s] = np.nan
    return pd.DataFrame({name: taken.in_graph_order(values) for name, values in table.items()}, index=index)


def _component_sizes(shared: sparse.csr_array[np.int64], s: int) -> FloatArray:
    """Return the size of each node's s-component; `shared` is from `shared_counts`."""
    enough = np.flatnonzero(shared.data >= s)
    rows = np.searchsorted(shared.indptr, enough, side="right") - 1
    ties = (np.ones(len(enough)), (rows, shared.indices[enough]))
    number = _component_numbers(sparse.coo_array(ties, shape=shared.shape))
    sizes: FloatArray = np.bincount(number).astype(np.float64)[number]
    return sizes


def _strengths(shared: sparse.csr_array[np.int64]) -> FloatArray:
    """Return the largest s at which each node is in an s-component of three or more; 0 where there is none.

    Two are in one as long as they share s and either of them shares s with a third: of each tie the lesser of
    its own number and the most that either end has on another tie, and of each node the most of its ties.
    """
    size = np.diff(shared.indptr)
    rows, strengths = np.repeat(np.arange(len(size)), size), np.zeros(len(size))
    linked = np.flatnonzero(size)
    if not linked.size:
        return strengths
    starts = shared.indptr[:-1][linked]
    most = np.zeros(len(size), dtype=np.int64)
    most[linked] = np.maximum.reduceat(shared.data, starts)
    greatest = np.flatnonzero(shared.data == most[rows])
    first = greatest[np.diff(rows[greatest], prepend=-1) > 0]
    others = shared.data.copy()
    others[first] = 0
    second = np.zeros_like(most)
    second[linked] = np.maximum.reduceat(others, starts)
    elsewhere = [np.where(shared.data < most[end], most[end], second[end]) for end in (rows, shared.indices)]
    strengths[linked] = np.maximum.reduceat(np.minimum(shared.data, np.maximum(*elsewhere)), starts)
    return strengths


def common_members(graph: nx.Graph[str], least: int = 3) -> pd.DataFrame:
    """Return the sets of `least` bodies or more that all have the same two members or more.

    Columns: `bodies` and `members`, sorted tuples of node ids: all bodies on which all the members sit, and
    all members that sit on all the bodies (a maximal biclique of the affiliation network, or formal concept).
    A row for each pair of members that meet on so many bodies; pairs that meet on the same bodies are one
    row. Most members first, then most bodies, then `bodies`; index 0, 1, 2 ...

    References: Wille 1982, Restructuring lattice theory, doi:10.1007/978-94-009-7798-3_15; for two-mode
    networks Freeman and White 1993, Using Galois lattices to represent network data, Sociological Methodology
    23, 127-146.
    """
    taken = incidence_of(graph)
    bodies, members = (
        [taken.nodes[place] for place in places.tolist()] for places in (taken.bodies, taken.members)
    )
    found = _extents(taken.matrix, least)
    rows = [
        (tuple(sorted(bodies[one] for one in on)), tuple(sorted(members[one] for one in who)))
        for on, who in found
    ]
    ranked = sorted(rows, key=lambda row: (-len(row[1]), -len(row[0]), row[0]))
    return pd.DataFrame(ranked, columns=["bodies", "members"], dtype="object")


def _extents(matrix: sparse.csr_array[np.int64], least: int) -> Iterator[tuple[Bits, Bits]]:
    """Yield the bodies on which two members meet, if that many, with all members who sit on them all."""
    often = np.flatnonzero(np.bincount(matrix.indices, minlength=matrix.shape[1]) >= least)
    few = matrix[:, often]
    meet = sparse.triu(few.T @ few, k=1, format="coo")
    enough = meet.data >= least
    on = _sets(few.T.tocsr())
    who = [frozenset(often[list(row)].tolist()) for row in _sets(few)]
    first, second = (ends[enough].tolist() for ends in meet.coords)
    for bodies in dict.fromkeys(on[a] & on[b] for a, b in zip(first, second, strict=True)):
        yield bodies, frozenset.intersection(*(who[body] for body in bodies))


def _sets(rows: sparse.csr_array[np.int64]) -> list[Bits]:
    """Return the columns of each row."""
    return [frozenset(row.tolist()) for row in np.split(rows.indices, rows.indptr[1:-1])]
