"""Tests of eigenvector centrality, in two modes and in the projection."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from networkx.algorithms import bipartite

from orgmap.measures import eigenvector
from orgmap.measures.kernels import spectral
from tests.measures.comparing import chain, near, ring, sides
from tests.measures.crowded import drawn
from tests.networks import affiliation, affiliations, davis, united


def unit(values: dict[str, float]) -> dict[str, float]:
    """The values over their length."""
    length = np.sqrt(sum(value**2 for value in values.values()))
    return {node: value / length for node, value in values.items()}


def leading(matrix: np.ndarray) -> tuple[float, np.ndarray]:
    """The greatest eigenvalue of a symmetric matrix and its vector, of one sign."""
    values, vectors = np.linalg.eigh(matrix)
    return values[-1], np.abs(vectors[:, -1])


def plain_two_mode(network: nx.Graph) -> dict[str, float]:
    """Eigenvector centrality as its docstring defines it, from the adjacency matrix of each component."""
    found = dict.fromkeys(network, 0.0 if network.number_of_edges() else np.nan)
    parts = [sorted(part) for part in nx.connected_components(network) if len(part) > 1]
    largest = [part for part in parts if len(part) == max(map(len, parts))]
    solved = [(part, *leading(nx.to_numpy_array(network, part))) for part in largest]
    most = max((value for _, value, _ in solved), default=0)
    best = [(part, vector) for part, value, vector in solved if value > most - 1e-9]
    for part, vector in best:
        for side in (0, 1):
            own = {
                node: value
                for node, value in zip(part, vector, strict=True)
                if network.nodes[node]["bipartite"] == side
            }
            found |= {node: value / np.sqrt(len(best)) for node, value in unit(own).items()}
    return found


def plain_projected(network: nx.Graph, side: list[str]) -> dict[str, float]:
    """The leading vector of the weighted projection of one mode, largest component."""
    if len(side) in (0, len(network)):
        return dict.fromkeys(side, np.nan)
    projected = bipartite.weighted_projected_graph(network, side)
    found = dict.fromkeys(side, 0.0 if projected.number_of_edges() else np.nan)
    parts = [sorted(part) for part in nx.connected_components(projected) if len(part) > 1]
    largest = [part for part in parts if len(part) == max(map(len, parts))]
    solved = [(part, *leading(nx.to_numpy_array(projected, part))) for part in largest]
    most = max((value for _, value, _ in solved), default=0)
    best = [(part, vector) for part, value, vector in solved if value > most - 1e-9]
    for part, vector in best:
        found |= dict(zip(part, vector / np.sqrt(len(best)), strict=True))
    return found


@settings(deadline=None, max_examples=200)
@given(affiliations())
def test_two_mode_is_the_leading_vector_of_the_largest_component(network: nx.Graph) -> None:
    """Values are those of the dense adjacency matrix, 0 in other components, NaN without any ties."""
    assert near(eigenvector(network), plain_two_mode(network))


@settings(deadline=None, max_examples=200)
@given(affiliations())
def test_projected_is_the_leading_vector_of_the_weighted_projection(network: nx.Graph) -> None:
    """Values are those of NetworkX's weighted projection, bodies and members each by themselves."""
    expected = {}
    for side in sides(network):
        expected |= plain_projected(network, side)
    found = eigenvector(network, network="projection")
    assert found.name == "projected_eigenvector"
    assert near(found, expected)


@pytest.mark.parametrize("seed", range(3))
def test_large_networks_agree_with_networkx(seed: int) -> None:
    """Networks too large for a dense solution have NetworkX's values, two-mode and projected."""
    network = drawn(seed, 90, 300, 0.03)
    network = network.subgraph(max(nx.connected_components(network), key=len)).copy()
    whole = nx.eigenvector_centrality_numpy(network)
    expected, projected = {}, {}
    for side in sides(network):
        expected |= unit({node: whole[node] for node in side})
        weighted = bipartite.weighted_projected_graph(network, side)
        projected |= unit(nx.eigenvector_centrality_numpy(weighted, weight="weight"))
    assert near(eigenvector(network), expected)
    assert near(eigenvector(network, network="projection"), projected)


def test_each_mode_has_length_1() -> None:
    """On a connected network the squares of bodies and those of members add up to 1."""
    network = davis()
    for kind in ({}, {"network": "projection"}):
        squares = eigenvector(network, **kind) ** 2
        assert squares.groupby(squares.index.str.startswith("body")).sum().tolist() == pytest.approx([1, 1])


def test_a_value_is_the_sum_of_those_around_it() -> None:
    """What a member has is the sum of what its bodies have, over the singular value."""
    network = davis()
    found = eigenvector(network)
    sums = pd.Series({node: found[list(network.adj[node])].sum() for node in network})
    assert (sums / found).std() == pytest.approx(0, abs=1e-9)


def test_other_components_have_nil() -> None:
    """A smaller group, however close, has 0 beside a larger one."""
    found = eigenvector(united(davis(), affiliation({"Board": ["County", "Police"]})))
    assert found[["body:board-too", "org:county-too", "org:police-too"]].tolist() == [0, 0, 0]


def test_of_two_components_of_one_size_the_denser_counts() -> None:
    """Where two components have equally many nodes, the one with the greater value counts."""
    lists = {"A": ["p", "q"], "B": ["p", "q"], "C": ["r"], "D": ["r", "s"]}
    found = eigenvector(affiliation(lists))
    assert found[["body:c", "body:d", "org:r", "org:s"]].tolist() == [0, 0, 0, 0]
    assert found["body:a"] == pytest.approx(np.sqrt(0.5))


def test_equal_components_share() -> None:
    """Two components alike in all have the same values, and each mode still has length 1."""
    found = eigenvector(affiliation({"A": ["p"], "B": ["q"]}))
    assert found.tolist() == pytest.approx([np.sqrt(0.5)] * 4)


def test_long_chains_are_exact() -> None:
    """In a path, where Lanczos alone is slow, values are the known sine."""
    bodies = 6000
    found = eigenvector(chain(bodies))
    places = np.array([found[f"body:b{number}"] for number in range(bodies)])
    sine = np.sin(np.pi * (2 * np.arange(1, bodies + 1)) / (2 * bodies + 2))
    assert places == pytest.approx(sine / np.linalg.norm(sine), abs=1e-9)


def test_ring_is_even() -> None:
    """Around a circle of 200 bodies and as many members all have the same."""
    assert eigenvector(ring(200)).to_numpy() == pytest.approx(np.full(400, 1 / np.sqrt(200)), abs=1e-12)


def test_dense_and_lanczos_agree(monkeypatch: pytest.MonkeyPatch) -> None:
    """Small networks have the same values either way."""
    dense = eigenvector(davis())
    monkeypatch.setattr(spectral, "_DENSE", 3)
    assert near(eigenvector(davis()), dense.to_dict())


def test_projection_without_shared_members_has_no_values() -> None:
    """Bodies that share nobody have NaN; their members, who meet, have values."""
    found = eigenvector(affiliation({"A": ["p", "q"], "B": ["r"]}), network="projection")
    assert found[["body:a", "body:b"]].isna().all()
    assert found[["org:p", "org:q", "org:r"]].tolist() == pytest.approx([np.sqrt(0.5), np.sqrt(0.5), 0])
