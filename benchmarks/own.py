"""What orgmap does, where it is more than one function of `orgmap.measures`."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
from networks import FloatArray, Network
from ways import by_pair


def overlaps(incidence: Any) -> list[tuple[Any, Any, Any]]:
    """Return all overlaps of bodies, block by block: positions of both, and one of the coefficients."""
    from orgmap.measures import overlap_blocks

    blocks = overlap_blocks(replace(incidence, _kept={}))
    return [(block["first"], block["second"], block["jaccard"]) for block in blocks]


def jaccard(made: list[tuple[Any, Any, Any]], _: Network) -> FloatArray:
    """Return the coefficients of all blocks, in order."""
    return by_pair(*(np.concatenate(parts) for parts in zip(*made, strict=True)))


def incidence_of_tables(source: Any) -> Any:
    """Return the network of what a reader read, with all checks."""
    from orgmap import network
    from orgmap.model import check

    return network.incidence(check(source), "people")


def incidence_of_graph(graph: Any) -> Any:
    """Return the arrays of a NetworkX graph."""
    from orgmap.network import incidence_of

    return incidence_of(graph)


def all_measures(incidence: Any) -> Any:
    """Return every measure in the registry."""
    from orgmap import measures

    fresh = replace(incidence, _kept={})
    return measures.node_table(fresh), measures.tie_table(fresh), measures.map_table(fresh)


def components(incidence: Any) -> Any:
    """Return which component each node is in."""
    return replace(incidence, _kept={}).components


def robustness(made: Any, _: Network) -> FloatArray:
    """Return the one number of a robustness curve."""
    return np.array([made.attrs["robustness"]])
