"""Whether those around a node are one crowd or many: structural holes, in the projection and in two modes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from orgmap.measures.arrays import FloatArray, Incidence, Network, incidence_of, is_projection, ratio, series
from orgmap.measures.kernels.pairs.closing import contacts, joined_contacts
from orgmap.measures.kernels.pairs.neighbours import neighbours, side_of
from orgmap.measures.kernels.pairs.one_mode import Mode
from orgmap.measures.kernels.pairs.products import end_sums, like, one_more, row_sums
from orgmap.measures.kernels.pairs.repeated import repeated

if TYPE_CHECKING:
    import networkx as nx

_MODES: tuple[Mode, Mode] = ("body", "member")


def structural_holes(graph: nx.Graph[str] | Incidence, *, network: Network = "projection") -> pd.DataFrame:
    """Return how far a node's contacts are apart from one another, so that it stands between them.

    In the projection of the node's own mode, where those who share something are contacts, columns:

    - `constraint`: how far all contacts lead back to the same few; low for one who stands between several
      circles. Variant: Burt's, ties of equal strength. Range 0 to 1.125;
    - `effective_size`: how many contacts a node has, less those that the others make up for. Variant:
      contacts - 2 x ties among them / contacts (Borgatti). Range from 1;
    - `efficiency`: effective size over the number of contacts. Range 0 to 1.

    In a projection all members of one body are one crowd, so that large bodies weigh heavily. With
    `network="two-mode"` the columns are the forms made for two modes:

    - `two_mode_constraint`: how far the same members of a body sit together on other bodies too (of a member:
      how far its bodies have the same other members). Variant: Hollway and others'. Range from 0;
    - `two_mode_effective_size`: how many contacts a node has, less those whom it would also reach through
      others whom it meets; two contacts count as joined where they share something with the node. Variant:
      Burchard and Cornwell's, contacts less the sum of their redundancy. Range from 1.

    NaN for a node without contacts; `two_mode_constraint` is NaN only for one without ties. Index: node ids
    in the graph's own order, named `node`. Raises `NetworkUnfit` as `incidence_of` does.

    References: Burt 1992, Structural Holes, doi:10.4159/9780674029095; Borgatti 1997, Structural holes:
    unpacking Burt's redundancy measures, Connections 20(1), 35-38; two modes: Hollway, Morin and Pauwelyn
    2020, doi:10.1007/s10784-019-09464-5; Burchard and Cornwell 2018, doi:10.1016/j.socnet.2018.04.001.
    """
    incidence = incidence_of(graph)
    holes = _projected if is_projection(network) else _two_mode
    parts = [holes(incidence, mode) for mode in _MODES]
    return pd.concat(
        [series(name, incidence, np.concatenate([part[name] for part in parts])) for name in parts[0]], axis=1
    )


def _projected(incidence: Incidence, mode: Mode) -> dict[str, FloatArray]:
    around = neighbours(incidence, mode)
    number = contacts(incidence, mode)
    size = number - ratio(joined_contacts(incidence, mode), number)
    return {
        "constraint": around.spread(around.constraint),
        "effective_size": size,
        "efficiency": ratio(size, number),
    }


def _two_mode(incidence: Incidence, mode: Mode) -> dict[str, FloatArray]:
    return {
        "two_mode_constraint": _constraint(incidence, mode),
        "two_mode_effective_size": _effective_size(incidence, mode),
    }


def _constraint(incidence: Incidence, mode: Mode) -> FloatArray:
    """Return Hollway and others' constraint: the squares of what each tie takes, also through the others.

    Only ends with two ties or more lead anywhere; a tie to one with no other tie takes what it takes itself.
    """
    around = repeated(incidence, "member" if mode == "body" else "body")
    ends, other = around.ties.T.tocsr(), around.ties
    size, ties = around.ends, np.diff(other.indptr).astype(np.float64)
    share = like(other, 1 / size[other.indices])
    met = (share @ ends).tocsr()
    left = like(ends, 1 / ties[ends.indices])
    row = np.repeat(np.arange(ends.shape[0]), np.diff(ends.indptr))
    through = one_more(left, met, ends, "two-mode constraint")
    through -= (row_sums(left, left.data) / np.maximum(size, 1))[row]
    through -= (met.diagonal()[ends.indices] - 1 / size[row]) / ties[ends.indices]
    return ratio(around.lone + row_sums(ends, through**2), size**2)


def _effective_size(incidence: Incidence, mode: Mode) -> FloatArray:
    """Return Burchard and Cornwell's effective size; three who share several count as joined once."""
    side, around = side_of(incidence, mode), repeated(incidence, mode)
    pairs = end_sums(side, (around.ends - 1) * (around.ends - 2))
    pairs[around.places] -= around.triples[1]
    number = contacts(incidence, mode)
    return number - ratio(pairs, number)
