"""Tests of betweenness: two-mode and projected, exact and sampled."""

from __future__ import annotations

from functools import partial
from itertools import product

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from networkx.algorithms import bipartite

from orgmap.errors import CallInvalid
from orgmap.measures import betweenness
from orgmap.measures.betweenness import most_between
from orgmap.measures.kernels import blocks
from orgmap.measures.kernels.paths import flow_sources
from tests.measures.comparing import near, ring, sides, snapshot
from tests.networks import (
    TWO_TIER,
    affiliation,
    affiliations,
    body_id,
    davis,
    reordered,
    swapped,
    two_tier,
    united,
)

projected = partial(betweenness, network="projection")
each = pytest.mark.parametrize("measure", [betweenness, projected], ids=["two-mode", "projection"])


def plain_projected(network: nx.Graph) -> dict[str, float]:
    """Return betweenness in the projections as NetworkX has it; NaN where a mode has fewer than three."""
    expected = {}
    for own in sides(network):
        values = nx.betweenness_centrality(bipartite.projected_graph(network, own))
        expected |= values if len(own) > 2 else dict.fromkeys(own, np.nan)
    return expected


def crowded(seed: int, bodies: int = 20, members: int = 60) -> nx.Graph:
    """Return a network of one component, in which members sit on one to five bodies."""
    random = np.random.default_rng(seed)
    seats = {f"b{body}": [] for body in range(bodies)}
    for member in range(members):
        for body in random.choice(bodies, random.integers(1, 6), replace=False):
            seats[f"b{body}"].append(f"m{member}")
    return affiliation(seats)


def random_network(seed: int, bodies: int = 70, members: int = 250) -> nx.Graph:
    """Return a network with hundreds of nodes, cycles and hanging trees."""
    random = np.random.default_rng(seed)
    return affiliation(
        {
            f"b{body}": [f"m{member}" for member in np.flatnonzero(random.random(members) < 0.4 / (body + 6))]
            for body in range(bodies)
        }
    )


@settings(deadline=None, max_examples=150)
@given(affiliations())
def test_betweenness_is_that_of_networkx(network: nx.Graph) -> None:
    """Betweenness is NetworkX's, and NaN where the other mode has fewer than two nodes."""
    members, bodies = sides(network)
    raw = nx.betweenness_centrality(network, normalized=False)
    expected = dict.fromkeys(network, np.nan)
    for own, other in ((members, bodies), (bodies, members)):
        if len(other) > 1:
            most = float(most_between(np.array([len(own)]), np.array([len(other)]))[0])
            expected |= {node: raw[node] / most for node in own}
    assert near(betweenness(network), expected)
    if len(members) > 1 and len(bodies) > 1:
        assert near(betweenness(network), bipartite.betweenness_centrality(network, members))


@settings(deadline=None, max_examples=150)
@given(affiliations())
def test_projected_betweenness_is_that_of_networkx(network: nx.Graph) -> None:
    """In the projection betweenness is what NetworkX gives for the projected graph of each mode."""
    assert near(projected(network), plain_projected(network))


@pytest.mark.parametrize("seed", range(4))
def test_large_networks_agree_with_networkx(seed: int) -> None:
    """Networks with hundreds of nodes, cycles and hanging trees give NetworkX's values to 1e-9."""
    network = random_network(seed)
    members, _ = sides(network)
    assert near(betweenness(network), bipartite.betweenness_centrality(network, members))
    assert near(projected(network), plain_projected(network))


def test_projection_counts_a_pair_of_bodies_once() -> None:
    """Two bodies that share three are no nearer than two that share one: the two ways round share alike."""
    network = affiliation({"a": "xyzs", "b": "xyzt", "c": "tu", "d": "su"})
    assert projected(network)[["body:b", "body:d"]].tolist() == pytest.approx([1 / 6, 1 / 6], abs=1e-12)
    assert betweenness(network)["body:b"] > betweenness(network)["body:d"]


def test_the_only_link_between_two_groups() -> None:
    """A member who alone links two bodies of three lies between 2 x 2 of the 6 pairs of the others."""
    network = affiliation({"Board": ["County", "Police", "Fire"], "Forum": ["County", "Parish", "School"]})
    values = projected(network).drop([body_id("Board"), body_id("Forum")])
    others = ["org:police", "org:fire", "org:parish", "org:school"]
    assert near(values, {"org:county": 4 / 6, **dict.fromkeys(others, 0.0)})


@each
@settings(deadline=None)
@given(network=affiliations())
def test_values_are_native_floats_in_graph_order_between_0_and_1(measure: object, network: nx.Graph) -> None:
    """Both are float64 Series over the nodes in graph order, named as in the registry, from 0 to 1."""
    values = measure(network)
    name = "betweenness" if measure is betweenness else "projected_betweenness"
    assert (values.name, values.index.name, values.dtype) == (name, "node", np.dtype("float64"))
    assert list(values.index) == list(network)
    assert values.dropna().between(0, 1).all()
    assert values.attrs == {"error": 0.0, "errors": None, "notes": ()}


@each
@settings(deadline=None)
@given(network=affiliations(), data=st.data())
def test_names_order_and_sides_mean_nothing(measure: object, network: nx.Graph, data: st.DataObject) -> None:
    """Other ids, another order, modes the other way about: every node has its value; nothing is changed."""
    before = snapshot(network)
    values = measure(network).to_dict()
    order = data.draw(st.permutations(list(network)))
    names = {node: f"other:{number}" for number, node in enumerate(data.draw(st.permutations(order)))}
    other = measure(nx.relabel_nodes(reordered(network, order), names))
    assert near(other, {names[node]: value for node, value in values.items()})
    assert near(measure(swapped(network)), values)
    assert snapshot(network) == before


@each
@settings(deadline=None)
@given(one=affiliations(), two=affiliations())
def test_a_separate_group_puts_nobody_more_between(measure: object, one: nx.Graph, two: nx.Graph) -> None:
    """Beside a network that it has no tie with, a node keeps its value or loses, and stays within 0 and 1."""
    alone, beside = measure(one), measure(united(one, two))
    assert beside.dropna().between(0, 1).all()
    assert not (beside.reindex(alone.index) > alone + 1e-12).any()


@each
def test_awkward_networks(measure: object) -> None:
    """No nodes: no values; one mode alone or one tie: NaN; an isolate beside three of its mode: 0."""
    assert measure(nx.Graph()).empty
    assert measure(affiliation({"Board": ["County"]})).isna().all()
    assert measure(affiliation({"Board": [], "Forum": []})).isna().all()
    lists = {"Board": ["County", "Police"], "Forum": ["County"], "Idle": []}
    assert measure(affiliation(lists, loose=["Fire"]))[["body:idle", "org:fire"]].tolist() == [0.0, 0.0]


def test_one_body_and_its_members() -> None:
    """One body has all: its betweenness is 1; its members cannot lie between anybody."""
    values = betweenness(affiliation({"Board": ["County", "Police", "Fire"]}))
    assert values["body:board"] == 1
    assert values.drop("body:board").isna().all()


@pytest.mark.parametrize("size", [3, 6])
def test_everyone_on_every_body(size: int) -> None:
    """Where each of n sits on each of n bodies, all of a mode share the pairs of the other mode evenly."""
    members = [f"m{number}" for number in range(size)]
    network = affiliation({f"b{number}": members for number in range(size)})
    most = most_between(np.array([size]), np.array([size]))[0]
    assert betweenness(network).tolist() == pytest.approx([(size - 1) / 2 / most] * 2 * size, abs=1e-12)
    assert projected(network).tolist() == [0.0] * 2 * size


@pytest.mark.parametrize(("own", "other"), [(1, 2), (1, 4), (2, 2), (2, 3), (3, 2), (3, 3), (4, 2), (2, 4)])
def test_most_between_is_the_most_that_any_network_has(own: int, other: int) -> None:
    """Borgatti and Everett's greatest betweenness is what the best of all networks of the size reaches."""
    rows, columns = [f"b{row}" for row in range(own)], [f"m{column}" for column in range(other)]
    greatest = 0.0
    for cells in product((False, True), repeat=own * other):
        network = nx.Graph(tie for tie, there in zip(product(rows, columns), cells, strict=True) if there)
        raw = nx.betweenness_centrality(network, normalized=False)
        greatest = max(greatest, *(raw.get(row, 0.0) for row in rows))
    assert most_between(np.array([own]), np.array([other]))[0] == greatest


@each
def test_the_county_council_leads(measure: object) -> None:
    """In the invented two-tier area the county council leads among organisations."""
    values = measure(two_tier()).drop([body_id(name) for name in TWO_TIER])
    assert values.idxmax() == "org:county"


def estimates(measure: object, network: nx.Graph, draws: int, seeds: int) -> list[pd.Series]:
    """Return estimates from so many draws, one for each seed."""
    return [measure(network, sources=draws, seed=seed) for seed in range(seeds)]


@each
def test_estimates_are_unbiased(measure: object) -> None:
    """The mean of estimates over many seeds comes to the exact values, within what chance allows."""
    network = crowded(1)
    found = np.stack([one.to_numpy() for one in estimates(measure, network, 10, 300)])
    doubt = found.std(axis=0, ddof=1) / np.sqrt(len(found))
    assert np.count_nonzero(doubt) > 20
    assert (np.abs(found.mean(axis=0) - measure(network)) <= 4.5 * doubt + 1e-12).all()


@each
@pytest.mark.parametrize("draws", [10, 18])
def test_estimates_are_as_near_as_they_say(measure: object, draws: int) -> None:
    """For every node the exact value is within the stated distance in 19 of 20 estimates, or in more."""
    network = crowded(2)
    exact = measure(network)
    within = [
        (one - exact).abs() <= one.attrs["errors"] + 1e-12 for one in estimates(measure, network, draws, 60)
    ]
    assert (np.mean(within, axis=0) >= 0.95).all()


@each
def test_an_estimate_says_so(measure: object) -> None:
    """The greatest error is that of the nodes, the note gives it in words, and more draws make it smaller."""
    network = crowded(3)
    few, many = measure(network, sources=10), measure(network, sources=18)
    assert few.attrs["error"] == few.attrs["errors"].max() > many.attrs["error"] > 0
    assert list(few.attrs["errors"].index) == list(network)
    (note,) = many.attrs["notes"]
    assert f"within {many.attrs['error']:.2g} of the exact one, 19 times in 20" in note
    assert note.startswith("Estimated from ")


@each
def test_estimates_are_the_same_for_the_same_seed(measure: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the number of threads nor the order of the rows changes an estimate; another seed does."""
    network = crowded(4)
    monkeypatch.setattr("orgmap.measures.kernels.paths.flow_web._WIDTHS", (1, 8))
    threaded = measure(network, sources=18, seed=5)
    monkeypatch.setattr(blocks, "threads", lambda: 1)
    assert measure(network, sources=18, seed=5).tolist() == threaded.tolist()
    assert not near(measure(network, sources=18, seed=6), threaded.to_dict())
    shuffled = reordered(network, sorted(network, key=lambda node: node[::-1]))
    assert near(measure(shuffled, sources=18, seed=5), threaded.to_dict())


@each
def test_as_many_draws_as_there_are_sources_is_exact(measure: object) -> None:
    """Where nothing is gained by drawing, the values are exact and nothing is noted."""
    values = measure(davis(), sources=1000)
    assert near(values, measure(davis(), sources="all").to_dict())
    assert (values.attrs["error"], values.attrs["notes"]) == (0.0, ())


@each
def test_draws_where_exact_values_would_take_minutes(
    measure: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is exact until the work is beyond bearing, then an estimate; "all" stays exact."""
    network = crowded(5, bodies=120, members=300)
    exact = measure(network)
    assert exact.attrs["notes"] == ()
    monkeypatch.setattr(flow_sources, "_LONG", 1e3)
    monkeypatch.setattr(flow_sources, "_SHORT", 1e3)
    estimate = measure(network)
    assert estimate.attrs["notes"]
    assert not near(estimate, exact.to_dict())
    assert near(measure(network, sources="all"), exact.to_dict())


@each
def test_small_components_are_exact_beside_a_sampled_one(measure: object) -> None:
    """Draws go to the large component; a small one keeps its exact values, without error."""
    network = united(crowded(6, bodies=70, members=200), ring(10))
    values, exact = measure(network, sources=150), measure(network)
    small = [node for node in network if node.endswith("-too")]
    assert near(values[small], exact[small].to_dict())
    assert (values.attrs["errors"][small] == 0).all()
    assert values.attrs["error"] > 0


@pytest.mark.parametrize(
    "wrong", [{"sources": 3}, {"sources": "some"}, {"sources": True}, {"network": "none"}]
)
def test_what_cannot_be_done_is_refused(wrong: dict[str, object]) -> None:
    """Fewer than ten draws, or a word that means nothing here, are refused with what there is."""
    with pytest.raises(CallInvalid, match=r"'auto'|projection"):
        betweenness(davis(), **wrong)
