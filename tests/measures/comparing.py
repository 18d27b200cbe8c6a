"""What the tests of several measures share: values to 1e-9, a network as it was before, long networks."""

from __future__ import annotations

import copy

import networkx as nx
import numpy as np
import pandas as pd

from orgmap.measures.arrays import incidence_of
from tests.networks import affiliation


def sides(network: nx.Graph) -> tuple[list[str], list[str]]:
    """Return the members and the bodies."""
    split: tuple[list[str], list[str]] = ([], [])
    for node, side in network.nodes(data="bipartite"):
        split[side].append(node)
    return split


def near(found: pd.Series, expected: dict[str, float]) -> bool:
    """Whether both have the same nodes and, to 1e-9, the same values, NaN for NaN."""
    wanted = pd.Series(expected, dtype="float64").reindex(found.index)
    return len(found) == len(expected) and np.allclose(found, wanted, rtol=0, atol=1e-9, equal_nan=True)


def snapshot(network: nx.Graph) -> object:
    """Everything that a measure could change: order, nodes, edges and their attributes."""
    return copy.deepcopy((list(network.nodes(data=True)), list(network.edges(data=True)), network.graph))


def stacked_ids(network: nx.Graph) -> list[str]:
    """Return the node ids in the stacked order: bodies, then members."""
    taken = incidence_of(network)
    return [taken.nodes[place] for place in np.concatenate([taken.bodies, taken.members])]


def ring(size: int) -> nx.Graph:
    """Return a network in which `size` bodies and as many members sit in a circle."""
    return affiliation({f"b{number}": [f"m{number}", f"m{(number + 1) % size}"] for number in range(size)})


def chain(size: int) -> nx.Graph:
    """Return a network in which each of `size` bodies shares one member with the next."""
    return affiliation({f"b{number}": [f"m{number}", f"m{number + 1}"] for number in range(size)})
