"""Tests of the kernels of betweenness: every way of counting gives the same, on shallow and deep networks."""

from __future__ import annotations

from collections.abc import Callable

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings

from orgmap.measures.arrays import FloatArray, Incidence, incidence_of
from orgmap.measures.kernels.paths import flow_scaled, flow_sources, flow_steps, flow_whole
from orgmap.measures.kernels.paths.flow import flow, projected_flow
from orgmap.measures.kernels.paths.flow_parts import parts, projected_webs, side_by_side, two_mode_webs
from orgmap.measures.kernels.paths.flow_web import Web
from orgmap.measures.kernels.paths.sampling import drawn, half_width
from orgmap.measures.kernels.paths.trees import pendant_trees
from orgmap.measures.progress import watching
from tests.measures.comparing import chain, ring, stacked_ids
from tests.networks import affiliation, affiliations, davis, united

Count = Callable[[Web], FloatArray]


def webs_of(taken: Incidence) -> list[Web]:
    """Return the webs of the network and of its projections."""
    both = [*projected_webs(taken, "body")[1], *projected_webs(taken, "member")[1]]
    return [*two_mode_webs(taken, pendant_trees(taken.matrix)), *both]


def by_source(count: Callable[[Web, np.ndarray], FloatArray]) -> Count:
    """Return the count over all sources of a web, each pair once."""
    return lambda web: count(web, np.arange(len(web.weight))) @ web.weight / 2


def ladder(rungs: int, width: int) -> nx.Graph:
    """Return bodies in a circle, each sharing `width` members with the next."""
    seats = {f"b{rung}": [] for rung in range(rungs)}
    for rung in range(rungs):
        for member in range(width):
            seats[f"b{rung}"].append(f"m{rung}x{member}")
            seats[f"b{(rung + 1) % rungs}"].append(f"m{rung}x{member}")
    return affiliation(seats)


def raw(network: nx.Graph) -> list[float]:
    """Return NetworkX's betweenness before normalisation, stacked."""
    values = nx.betweenness_centrality(network, normalized=False)
    return [values[node] for node in stacked_ids(network)]


@settings(deadline=None, max_examples=150)
@given(affiliations(bodies=(0, 9), members=(0, 12)))
def test_all_ways_of_counting_agree(network: nx.Graph) -> None:
    """All pairs at once, by sums from each source and step by step give the same in every web."""
    for web in webs_of(incidence_of(network)):
        counts = [
            flow_whole.through_all,
            by_source(flow_scaled.through_each),
            by_source(flow_steps.through_each),
        ]
        one, two, three = (count(web) for count in counts)
        assert two == pytest.approx(one, abs=1e-9)
        assert three == pytest.approx(one, abs=1e-9)


def test_flow_of_a_chain_is_exact() -> None:
    """In a path of n nodes, what lies in place k lies between k * (n - 1 - k) pairs, without rounding."""
    network = chain(30)
    places = {node: place for place, node in enumerate(nx.shortest_path(network, "org:m0", "org:m30"))}
    expected = [places[node] * (60 - places[node]) for node in stacked_ids(network)]
    assert flow(incidence_of(network)).paths.tolist() == expected


@pytest.mark.parametrize("size", [3, 14, 15, 16, 40, 300])
def test_ring_is_even(size: int) -> None:
    """Around a circle of 2n nodes each lies between equally many pairs, however deep the network is."""
    found = flow(incidence_of(ring(size)))
    assert found.paths == pytest.approx(np.full(2 * size, (size - 1) ** 2 / 2), abs=1e-9 * size**2)


@pytest.mark.parametrize(("rungs", "width"), [(6, 3), (14, 30), (30, 4)])
def test_many_ways_round_agree_with_networkx(rungs: int, width: int) -> None:
    """Where shortest ways are too many to be told by sums, they are counted step by step."""
    network = ladder(rungs, width)
    assert flow(incidence_of(network)).paths == pytest.approx(raw(network), rel=1e-9)


def test_countless_ways_do_not_overflow() -> None:
    """Ten ways to each of 800 bodies make 10 ** 400 from side to side; symmetry says what each has."""
    found = flow(incidence_of(ladder(800, 10)), sources=10).paths
    assert np.isfinite(found).all()
    assert found[:800].mean() / found[800:].mean() == pytest.approx(10, rel=0.1)


def test_too_many_ways_are_noticed() -> None:
    """Sums refuse ways that would be taken for shorter ones; all pairs at once refuse them too."""
    (web,) = two_mode_webs(incidence_of(ladder(14, 30)), pendant_trees(incidence_of(ladder(14, 30)).matrix))
    assert web.shallow
    with pytest.raises(flow_scaled.TooManyWays):
        flow_scaled.through_each(web, np.arange(3))
    with pytest.raises(flow_scaled.TooManyWays):
        flow_whole.through_all(web)


@pytest.mark.parametrize("widths", [(1, 1), (3, 7), (500, 500)])
def test_size_of_the_blocks_means_nothing(monkeypatch: pytest.MonkeyPatch, widths: tuple[int, int]) -> None:
    """Blocks of one source or of many, and few hubs at a time, give the same flow to 1e-9."""
    network = united(united(davis(), ring(40)), affiliation({"Board": ["County", "Police"]}))
    taken = incidence_of(network)
    through, among = flow(taken).paths, projected_flow(taken).paths
    monkeypatch.setattr("orgmap.measures.kernels.paths.flow_web._WIDTHS", widths)
    monkeypatch.setattr(flow_whole, "_SHELF_NUMBERS", 50)
    assert flow(taken).paths == pytest.approx(through, abs=1e-9)
    assert projected_flow(taken).paths == pytest.approx(among, abs=1e-9)
    monkeypatch.setattr(flow_whole, "_MOST_NUMBERS", 0)
    monkeypatch.setattr(flow_steps, "_BLOCK_NUMBERS", 100)
    assert flow(taken).paths == pytest.approx(through, abs=1e-9)


def test_hubs_with_lines_in_common_come_side_by_side() -> None:
    """Two groups of hubs with one link between, in mixed order, come apart: first the one, then the other."""
    lists = {f"b{body}": [f"m{body % 2}x{member}" for member in range(16)] for body in range(12)}
    lists["b0"].append("link")
    lists["b1"].append("link")
    web = webs_of(incidence_of(affiliation(lists)))[0]
    order, arranged = side_by_side(web)
    assert sorted(order) == list(range(len(web.weight)))
    assert (arranged.places == web.places[order]).all()
    assert np.count_nonzero(np.diff(arranged.places[: web.hubs] % 2)) == 1


def test_parts_take_small_components_together() -> None:
    """A component of more than 64 hubs is a part by itself; small ones share one of about 64."""
    component = np.repeat(np.arange(42), [100] + [4] * 40 + [70])
    part = parts(component)
    assert (part == part[0]).sum() == (part == part[41]).sum() == 1
    assert len(np.unique(part)) == 2 + 3


def test_draws_follow_the_weights() -> None:
    """A source that weighs three times as much is drawn three times as often; none without weight is."""
    sources, times = drawn(np.array([1.0, 0.0, 3.0]), np.array([2, 0, 1]), 4000, seed=1)
    assert sources.tolist() == [0, 2]
    assert times[1] / times[0] == pytest.approx(3, rel=0.15)
    assert times.sum() == 4000


@pytest.mark.parametrize("share", [0.0, 0.02, 0.3, 1.0])
def test_half_widths_hold_19_times_in_20(share: float) -> None:
    """Means of draws that are 0 or 1 are within the half-width of the share of ones, rare ones included."""
    values = np.random.default_rng(7).random((60, 2000)) < share
    total = values.sum(axis=0).astype(np.float64)
    width = half_width(total, total, 60, np.ones(2000))
    assert (np.abs(total / 60 - share) <= width).mean() >= 0.95


def test_progress_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever watches is told of each block of each part of the work, up to the last."""
    told: list[tuple[str, int, int]] = []
    monkeypatch.setattr("orgmap.measures.kernels.paths.flow_web._WIDTHS", (4, 4))
    with watching(lambda *news: told.append(news)):
        flow(incidence_of(davis()))
    assert {what for what, _, _ in told} == {
        "shortest ways",
        "ways between members",
        "shortest ways through each",
    }
    assert all((what, total, total) in told for what, _, total in told)


def test_large_webs_are_drawn_from_when_all_is_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the whole would take too long the large web is drawn from, and a small one stays exact."""
    large = [f"m{number}" for number in range(200)]
    seats = {f"b{body}": large[body : body + 120] for body in range(80)}
    webs = list(webs_of(incidence_of(united(affiliation(seats), ring(5)))))[:2]
    small, great = sorted(webs, key=lambda web: len(web.weight))
    sizes = [len(small.weight), len(great.weight)]
    assert flow_sources._bearable([small, great], sizes) == sizes
    monkeypatch.setattr(flow_sources, "_LONG", 1e6)
    monkeypatch.setattr(flow_sources, "_SHORT", 1e5)
    few, some = flow_sources._bearable([small, great], sizes)
    assert few == sizes[0]
    assert some < sizes[1]


def test_draws_are_dealt_from_the_smallest_up() -> None:
    """Small webs are done in full, and the draws that they leave go to the large ones."""
    assert flow_sources._dealt([500, 4, 900], 100) == [48, 4, 48]
    assert flow_sources._dealt([4, 5], 100) == [4, 5]
