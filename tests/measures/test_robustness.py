"""Tests of how a map holds together while the busiest go."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmap.errors import CallInvalid
from orgmap.measures import robustness, robustness_values
from tests.networks import affiliation, affiliations, davis, reordered, swapped

KINDS = {"members": (0,), "bodies": (1,), "both": (0, 1)}
kinds = st.sampled_from(sorted(KINDS))


def plain(network: nx.Graph, remove: str) -> tuple[list[str], list[float]]:
    """Take out the busiest one by one and look for the largest component each time."""
    rest, gone = network.copy(), []
    largest = [biggest(rest, network)]
    going = sorted(node for node, side in network.nodes(data="bipartite") if side in KINDS[remove])
    while going:
        node = max(going, key=lambda one: (rest.degree(one), -going.index(one)))
        going.remove(node)
        rest.remove_node(node)
        gone.append(node)
        largest.append(biggest(rest, network))
    return gone, largest


def biggest(rest: nx.Graph, network: nx.Graph) -> float:
    """The share of the nodes of the network in the largest component of the rest."""
    return max(map(len, nx.connected_components(rest)), default=0) / len(network) if network else np.nan


@settings(deadline=None, max_examples=200)
@given(network=affiliations(), remove=kinds)
def test_the_curve_is_its_plain_definition(network: nx.Graph, remove: str) -> None:
    """Who goes, and what hangs together then, is what removing one by one from a NetworkX graph gives."""
    gone, largest = plain(network, remove)
    found = robustness(network, remove=remove)
    assert found["node"].tolist()[1:] == gone
    assert found["node"].isna().tolist() == [True, *[False] * len(gone)]
    assert found["largest"].tolist() == pytest.approx(largest, nan_ok=True)
    assert found["removed"].tolist() == pytest.approx(np.arange(len(gone) + 1) / max(len(gone), 1))
    mean = np.mean(largest[1:]) if gone else np.nan
    assert found.attrs["robustness"] == pytest.approx(mean, nan_ok=True)


@settings(deadline=None)
@given(affiliations())
def test_values_are_the_means_of_the_curves(network: nx.Graph) -> None:
    """The three measures are the means of the three curves, and none reaches beyond 0 to 1."""
    values = robustness_values(network)
    curves = {"robustness": "both", "robustness_members": "members", "robustness_bodies": "bodies"}
    expected = [robustness(network, remove=remove).attrs["robustness"] for remove in curves.values()]
    assert list(values.index) == list(curves)
    assert values.tolist() == pytest.approx(expected, nan_ok=True)
    assert values.dropna().between(0, 1).all()


@settings(deadline=None)
@given(network=affiliations(), data=st.data())
def test_order_means_nothing_and_modes_swap(network: nx.Graph, data: st.DataObject) -> None:
    """Nodes in another order give the same curve; with the modes swapped members and bodies change places."""
    other = reordered(network, data.draw(st.permutations(list(network))))
    for remove in KINDS:
        assert robustness(other, remove=remove).equals(robustness(network, remove=remove))
    here, there = robustness_values(network), robustness_values(swapped(network))
    assert here["robustness_members"] == pytest.approx(there["robustness_bodies"], nan_ok=True)


def test_a_star_falls_apart_at_once() -> None:
    """Without its one body a star is single members: R is the mean of 4/5, then 3/5 ... of one node each."""
    found = robustness(affiliation({"Board": ["A", "B", "C", "D"]}))
    assert found["largest"].tolist() == [1.0, 0.2, 0.2, 0.2, 0.2, 0.0]
    assert found.attrs["robustness"] == pytest.approx(0.16)


def test_degree_is_counted_anew() -> None:
    """A body whose members have gone is no longer the busiest: removal goes by the ties that are left."""
    network = affiliation({"X": ["a", "b", "c"], "Y": ["a", "b", "d"], "Z": ["e", "f"]})
    assert robustness(network)["node"].tolist()[1:4] == ["body:x", "body:y", "body:z"]
    busy = affiliation({"X": ["a", "b"], "Y": ["a", "b"], "Z": ["a"], "W": ["c", "d"], "V": ["a"]})
    assert robustness(busy)["node"].tolist()[1:3] == ["org:a", "body:w"]


def test_the_whole_curve_of_davis_goes_down() -> None:
    """The curve never rises, begins with the whole and ends with nothing."""
    largest = robustness(davis())["largest"]
    assert (largest.iloc[0], largest.iloc[-1]) == (1.0, 0.0)
    assert largest.is_monotonic_decreasing


def test_another_word_is_refused() -> None:
    """What cannot be removed is refused with what can."""
    with pytest.raises(CallInvalid, match="members, bodies, both"):
        robustness(davis(), remove="boards")
