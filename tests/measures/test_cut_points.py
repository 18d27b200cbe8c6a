"""Tests of the cut-points that matter."""

from __future__ import annotations

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmap.measures import cut_points, incidence_of, separation
from orgmap.measures.kernels.groups.separate import parts
from tests.networks import affiliation, affiliations, davis, reordered, swapped, two_tier, united


def left_without(network: nx.Graph, node: str) -> list[set[str]]:
    """Return the parts that the component of a node falls into when it is taken out."""
    whole = nx.node_connected_component(network, node)
    return list(nx.connected_components(network.subgraph(whole - {node})))


def bodies_in(network: nx.Graph, nodes: set[str]) -> int:
    """Return how many of these nodes are bodies."""
    return sum(network.nodes[node]["bipartite"] for node in nodes)


@settings(deadline=None, max_examples=400)
@given(affiliations(bodies=(0, 9), members=(0, 9)))
def test_every_network(network: nx.Graph) -> None:
    """On any network the values are those of taking out one node after the other with NetworkX."""
    told = cut_points(network)
    assert list(told.index) == list(network)
    for node in network:
        groups = left_without(network, node)
        several = sum(len(group) > 1 for group in groups)
        bodies = [bodies_in(network, group) for group in groups]
        assert told.loc[node, "splits"] == (several if several > 1 else 0)
        assert told.loc[node, "cut_off"] == sum(bodies) - max(bodies, default=0)


@settings(deadline=None, max_examples=200)
@given(affiliations(bodies=(0, 9), members=(0, 9)))
def test_parts_are_those_of_the_search_in_depth(network: nx.Graph) -> None:
    """Nodes with several parts are articulation points to NetworkX too, and the parts those of the search."""
    taken = incidence_of(network)
    ids = [taken.nodes[place] for place in taken.places.tolist()]
    found = parts(taken)
    told: dict[str, list[tuple[int, int]]] = {}
    for node, size, bodies in zip(found.node, found.size, found.bodies, strict=True):
        told.setdefault(ids[node], []).append((int(bodies), int(size)))
    several = {node: sorted(ones) for node, ones in told.items() if len(ones) > 1}
    assert set(several) == set(nx.articulation_points(network))
    expected = separation(network).parts
    assert several == {
        node: sorted((one.bodies, one.size) for one in ones) for node, ones in expected.items()
    }


def test_a_member_between_two_groups() -> None:
    """Without the only member of both groups the map falls into two, and the smaller is cut off."""
    lists = {
        "One": ["A", "B", "Z"],
        "Two": ["A", "B"],
        "Three": ["A", "X"],
        "Four": ["X", "C"],
        "Five": ["C"],
    }
    told = cut_points(affiliation(lists))
    assert told.loc["org:x"].tolist() == [2, 2]
    assert told.loc["org:c"].tolist() == [0, 1]
    assert told.loc["org:a"].tolist() == [2, 2]
    assert told.loc["org:b"].tolist() == [0, 0]


def test_shed_members_do_not_count() -> None:
    """A body whose loss only sheds members who sit nowhere else splits nothing."""
    told = cut_points(affiliation({"One": ["A", "B", "Y", "Z"], "Two": ["A", "B"]}))
    assert (told == 0).all(axis=None)


def test_two_tier_and_southern_women_hold_together() -> None:
    """Neither the toy county, where no organisation is a cut-point, nor the Southern Women split."""
    for network in (two_tier(), davis()):
        assert (cut_points(network) == 0).all(axis=None)


@settings(deadline=None, max_examples=100)
@given(network=affiliations(), data=st.data())
def test_order_and_neighbours_change_nothing(network: nx.Graph, data: st.DataObject) -> None:
    """Another order of the nodes and another network beside it change no value; splits know no mode."""
    told = cut_points(network)
    other = reordered(network, data.draw(st.permutations(sorted(network))))
    assert told.equals(cut_points(other).loc[list(network)])
    assert told.equals(cut_points(united(network, davis())).loc[list(network)])
    assert told["splits"].equals(cut_points(swapped(network))["splits"])


def test_a_long_chain_and_a_ring() -> None:
    """In a chain whatever is not near an end cuts it in two, body or member; in a ring nothing does."""
    chain = cut_points(affiliation({f"b{n:03}": [f"m{n:03}", f"m{n + 1:03}"] for n in range(300)}))
    assert chain.loc["org:m100"].tolist() == [2, 100]
    assert chain.loc["body:b100"].tolist() == [2, 100]
    assert chain.loc["body:b000"].tolist() == [0, 0]
    assert chain["splits"].sum() == 2 * (601 - 4)
    ring = cut_points(affiliation({f"b{n}": [f"m{n}", f"m{(n + 1) % 300}"] for n in range(300)}))
    assert (ring == 0).all(axis=None)


def test_nobody() -> None:
    """A network of nobody has no rows, and what stands alone splits nothing."""
    assert cut_points(nx.Graph()).shape == (0, 2)
    assert cut_points(affiliation({"A": [], "B": []}, loose=["C"])).to_numpy().tolist() == [[0, 0]] * 3
