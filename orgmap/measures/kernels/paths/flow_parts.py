"""A network cut into webs: one for each large component of its core, one for some small ones together."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
from scipy import sparse
from scipy.sparse import csgraph

from orgmap.measures.arrays import FloatArray, Incidence, IntArray
from orgmap.measures.kernels.pairs.one_mode import Mode
from orgmap.measures.kernels.paths.core import Side, sides
from orgmap.measures.kernels.paths.flow_web import SparseFloats, Web
from orgmap.measures.kernels.paths.trees import PendantTrees

_FEW = 64
_ROUNDS = 100


def two_mode_webs(incidence: Incidence, trees: PendantTrees) -> Iterator[Web]:
    """Yield the webs of the core; the mode that has fewer nodes in it makes the hubs."""
    hubs, lines = sorted(sides(incidence, trees), key=lambda side: len(side.places))
    part = parts(hubs.component)
    of_hubs, of_lines = gathered(part[hubs.component]), gathered(part[lines.component])
    for some_hubs, some_lines in zip(of_hubs, of_lines, strict=True):
        yield _two_mode_web(hubs, lines, some_hubs, some_lines)


def _two_mode_web(hubs: Side, lines: Side, some_hubs: IntArray, some_lines: IntArray) -> Web:
    whole = len(some_hubs) == len(hubs.places)
    joins = lines.step if whole else lines.step[some_lines][:, some_hubs]
    return Web(
        hops=(sparse.csr_array(joins.T), joins),
        lines=joins,
        weight=np.concatenate([hubs.weight[some_hubs], lines.weight[some_lines]]).astype(np.float64),
        alike=np.ones(len(some_hubs)),
        component=np.unique(hubs.component[some_hubs], return_inverse=True)[1],
        places=np.concatenate([hubs.places[some_hubs], lines.places[some_lines]]),
    )


def parts(component: IntArray) -> IntArray:
    """Return for each component the number of its part: large ones alone, small ones some together."""
    sizes = np.bincount(component)
    small = sizes <= _FEW
    part = np.cumsum(np.where(small, sizes, 0)) // _FEW
    part[~small] = part.max(initial=0) + 1 + np.arange(np.count_nonzero(~small))
    numbers: IntArray = np.unique(part, return_inverse=True)[1]
    return numbers


def gathered(part: IntArray) -> list[IntArray]:
    """Return the elements of each part that has any, in order."""
    order = np.argsort(part, kind="stable")
    starts = np.flatnonzero(np.diff(part[order], prepend=-1))
    return np.split(order, starts[1:]) if len(order) else []


def projected_webs(incidence: Incidence, mode: Mode) -> tuple[IntArray, list[Web]]:
    """Return the webs of a projection, without lines, and the number of the hub of each node of the mode.

    Nodes with the same neighbours in both modes are one hub; hubs are numbered across the webs. Ties are
    unweighted: two nodes are one step apart however much they share.
    """
    rows = incidence.matrix if mode == "body" else sparse.csr_array(incidence.matrix.T)
    like, firsts = _alike(sparse.csr_array(rows))
    alike = np.bincount(like, minlength=len(firsts)).astype(np.float64)
    near = _near(sparse.csr_array(rows[firsts]))
    component = csgraph.connected_components(near, directed=False)[1].astype(np.int64)
    webs = [_projected_web(near, alike, component, hubs) for hubs in gathered(parts(component)[component])]
    return like, [web for web in webs if web.hops[0].nnz]


def _alike(rows: sparse.csr_array[np.int64]) -> tuple[IntArray, IntArray]:
    """Return for each row the number of its class of equal rows, and the first row of each class."""
    width = rows.indices.itemsize
    contents, cuts = rows.indices.tobytes(), (rows.indptr * width).tolist()
    known: dict[bytes, int] = {}
    like = [known.setdefault(contents[start:stop], len(known)) for start, stop in pairwise(cuts)]
    numbers = np.array(like, dtype=np.int64)
    return numbers, np.unique(numbers, return_index=True)[1]


def _near(rows: sparse.csr_array[np.int64]) -> SparseFloats:
    """Return 1 for each two rows that share something."""
    near = sparse.csr_array((rows @ rows.T).astype(np.float64))
    near.setdiag(0.0)
    near.eliminate_zeros()
    near.sort_indices()
    near.data[:] = 1.0
    return near


def _projected_web(near: SparseFloats, alike: FloatArray, component: IntArray, hubs: IntArray) -> Web:
    some = near if len(hubs) == near.shape[0] else sparse.csr_array(near[hubs][:, hubs])
    weight = alike[hubs]
    hop = sparse.csr_array((weight[some.indices], some.indices, some.indptr), shape=some.shape)
    return Web(
        hops=(hop,),
        lines=sparse.csr_array((0, len(hubs))),
        weight=weight,
        alike=weight,
        component=np.unique(component[hubs], return_inverse=True)[1],
        places=hubs,
    )


def side_by_side(web: Web) -> tuple[IntArray, Web]:
    """Return the web with hubs that have lines in common near each other, and the order of its places.

    Each hub takes the mean of its neighbours over and over; what is left is how the web falls apart.
    """
    lines = web.lines
    joined, ties = np.diff(lines.indptr), np.bincount(lines.indices, minlength=web.hubs)
    value = np.random.default_rng(1).random(web.hubs)
    for _ in range(_ROUNDS):
        value = np.asarray(lines.T @ (np.asarray(lines @ value) / joined)) / ties
        value -= np.average(value, weights=ties)
    hubs = np.argsort(value, kind="stable")
    across = sparse.csr_array(lines[:, hubs])
    across.sort_indices()
    order = np.argsort(across.indices[across.indptr[:-1]], kind="stable")
    across = sparse.csr_array(across[order])
    places = np.concatenate([hubs, web.hubs + order])
    arranged = Web(
        hops=(sparse.csr_array(across.T), across),
        lines=across,
        weight=web.weight[places],
        alike=web.alike[hubs],
        component=web.component[hubs],
        places=web.places[places],
    )
    return places, arranged
