"""How well connected a node's own connections are: eigenvector centrality, two-mode and projected."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from orgmap.measures.arrays import (
    FloatArray,
    Incidence,
    IntArray,
    Network,
    incidence_of,
    is_projection,
    series,
)
from orgmap.measures.kernels.pairs.neighbours import side_of
from orgmap.measures.kernels.pairs.one_mode import Mode
from orgmap.measures.kernels.pairs.products import end_sums
from orgmap.measures.kernels.spectral import Part, in_largest, leading, leading_pair

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd


def eigenvector(graph: nx.Graph[str] | Incidence, *, network: Network = "two-mode") -> pd.Series[float]:
    """Return how much a node is at the heart of things: on bodies whose members are on such bodies too.

    Variant: two-mode, the leading pair of singular vectors of the incidence of the largest component (most
    nodes; among equals, the greatest singular value), one for bodies and one for members, each of unit
    length: a member's value is the sum of those of its bodies over the singular value, and the other way
    about. Nodes of other components have 0. Components that are equal in both share the length evenly. NaN
    where there are no ties at all.

    With `network="projection"` the values are called `projected_eigenvector`: the leading eigenvector of the
    projection of the node's own mode, each two tied as strongly as they share many, of the largest component
    of that projection, of unit length. NaN where no two nodes of the mode share anything.

    Range 0 to 1. Index: node ids in the graph's own order, named `node`. Raises `NetworkUnfit` as
    `incidence_of` does.

    References: two modes: Faust 1997, doi:10.1016/S0378-8733(96)00300-0; projection: Bonacich 1972, Factoring
    and weighting approaches to status scores and clique identification, doi:10.1080/0022250X.1972.9989806.
    """
    incidence = incidence_of(graph)
    if is_projection(network):
        values = np.concatenate([_projected(incidence, "body"), _projected(incidence, "member")])
        return series("projected_eigenvector", incidence, values)
    return series("eigenvector", incidence, _two_mode(incidence))


def _two_mode(incidence: Incidence) -> FloatArray:
    side, bodies = side_of(incidence, "body"), len(incidence.bodies)

    def solve(part: IntArray) -> Part:
        return leading_pair(side[part[part < bodies]][:, part[part >= bodies] - bodies])

    return in_largest(incidence.components, np.flatnonzero(incidence.degrees), solve)


def _projected(incidence: Incidence, mode: Mode) -> FloatArray:
    """Return the values of a mode; its projection has the components of the two-mode network."""
    side, bodies = side_of(incidence, mode), len(incidence.bodies)
    components = incidence.components[:bodies] if mode == "body" else incidence.components[bodies:]
    others = end_sums(side, incidence.degrees[bodies:] if mode == "body" else incidence.degrees[:bodies])
    tied = np.flatnonzero(others > np.diff(side.indptr))

    def solve(part: IntArray) -> Part:
        return leading(side[part], np.diff(side.indptr)[part].astype(np.float64))

    return in_largest(components, tied, solve)
