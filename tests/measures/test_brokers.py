"""Tests of brokerage by tier and by sector, and of its scores against groups dealt out at random."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations, permutations, product

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from networkx.algorithms import bipartite

from orgmap.errors import CallInvalid
from orgmap.measures import BROKERAGE_TYPES, brokerage, brokerage_scores, incidence_of
from orgmap.measures.kernels.pairs import two_paths
from tests.networks import affiliation, affiliations, reordered, swapped

Labels = dict[str, str | None]
Triples = dict[str, list[tuple[str, str]]]
BY = pytest.mark.parametrize("by", ["tier", "sector"])


def labelled(network: nx.Graph, by: str, labels: Labels) -> nx.Graph:
    """Return a copy in which the nodes have these groups."""
    other = network.copy()
    nx.set_node_attributes(other, labels, by)
    return other


def side(network: nx.Graph, number: int) -> list[str]:
    """Return the members (0) or the bodies (1)."""
    return [node for node, mode in network.nodes(data="bipartite") if mode == number]


def looked_at(network: nx.Graph, by: str) -> nx.Graph:
    """Return the network in which brokerage is counted: itself by tier, the members' projection by sector."""
    return network if by == "tier" else bipartite.projected_graph(network, side(network, 0))


@st.composite
def grouped(
    draw: st.DrawFn, by: str, groups: Iterable[str | None], bodies: int = 7, members: int = 9
) -> nx.Graph:
    """Draw an affiliation network whose nodes (by sector its members only) are of these groups."""
    network = draw(affiliations(bodies=(0, bodies), members=(0, members)))
    some = sorted(network) if by == "tier" else sorted(side(network, 0))
    choice = st.sampled_from(list(groups))
    return labelled(network, by, {node: draw(choice) for node in some})


@BY
@settings(deadline=None, max_examples=150)
@given(data=st.data())
def test_counts_are_those_of_gould_and_fernandez(by: str, data: st.DataObject) -> None:
    """On any network the counts are those that looking at every node's neighbours one by one gives."""
    network = data.draw(grouped(by, ["a", "b", "c", None]))
    triples, labels = pairs_between(looked_at(network, by)), dict(network.nodes(data=by))
    told = brokerage(network, by)
    assert list(told.index) == list(network)
    assert list(told.columns) == [f"{by}_{name}" for name in (*BROKERAGE_TYPES, "unknown")]
    left_out = 0
    for (node, pairs), types in zip(triples.items(), counted(triples, labels), strict=True):
        unknown = len(pairs) - int(types.sum())
        hidden = labels[node] is None or (types.sum() == 0 and unknown > 0)
        wanted = [np.nan] * 4 if hidden else types.tolist()
        assert told.loc[node].tolist() == pytest.approx([*wanted, unknown], nan_ok=True)
        left_out += unknown
    what = f"{left_out} pair{'' if left_out == 1 else 's'}"
    note = f"Left out: {what} where the {by} of one of the three is not known."
    assert told.attrs["notes"] == ((note,) if left_out else ())


def test_a_county_council_between_tiers() -> None:
    """A county organisation on one county body and two district bodies keeps two doors and joins one pair."""
    network = affiliation({"Board": ["County", "Police"], "North": ["County"], "South": ["County"]})
    tiers = {"body:board": "county", "body:north": "district", "body:south": "district"}
    told = brokerage(labelled(network, "tier", {**tiers, "org:county": "county", "org:police": "county"}))
    assert told.loc["org:county"].tolist() == [0, 1, 2, 0, 0]
    assert told.loc["body:board"].tolist() == [1, 0, 0, 0, 0]
    assert told.loc["body:north"].tolist() == [0, 0, 0, 0, 0]


def test_bodies_have_no_sector() -> None:
    """By sector a body has no value, not even of pairs left out; where no group is known nobody has one."""
    network = affiliation({"Board": ["A", "B"], "Panel": ["B", "C"]})
    told = brokerage(
        labelled(network, "sector", {"org:a": "health", "org:b": "health", "org:c": "fire"}), "sector"
    )
    assert told.loc["org:b"].tolist() == [0, 0, 1, 0, 0]
    assert told.loc[["body:board", "body:panel"]].isna().all(axis=None)
    nothing = brokerage(network, "sector")
    assert nothing.drop(columns="sector_unknown").isna().all(axis=None)
    assert nothing.loc["org:b", "sector_unknown"] == 1


def test_pairs_of_unknown_groups_are_not_nought() -> None:
    """Where every pair has somebody of no known tier, the counts are not known; without pairs they are 0."""
    network = affiliation({"Board": ["A", "B"], "Panel": ["A"]})
    told = brokerage(labelled(network, "tier", {"org:a": "county", "org:b": "county"}))
    assert told.loc["org:a"].isna().tolist() == [True] * 4 + [False]
    assert told.loc["org:a", "tier_unknown"] == 1
    assert told.loc["org:b"].tolist() == [0, 0, 0, 0, 0]


def pairs_between(network: nx.Graph) -> Triples:
    """Return for each node the pairs of its neighbours that are not joined."""
    return {
        node: [pair for pair in combinations(network[node], 2) if not network.has_edge(*pair)]
        for node in network
    }


def type_of(labels: Labels, broker: str, one: str, other: str) -> str | None:
    """Return the type of a broker between two, None where a group is not known."""
    own, a, b = labels[broker], labels[one], labels[other]
    if None in (own, a, b):
        return None
    if a == b:
        return "coordinator" if a == own else "itinerant"
    return "gatekeeper" if own in (a, b) else "liaison"


def counted(triples: Triples, labels: Labels) -> np.ndarray:
    """Return the counts of each node and type."""
    rows = [[type_of(labels, node, *pair) for pair in pairs] for node, pairs in triples.items()]
    return np.array([[row.count(name) for name in BROKERAGE_TYPES] for row in rows], dtype=float)


def every_deal(labels: Labels, modes: list[list[str]]) -> Iterator[Labels]:
    """Yield every way to deal out the known groups anew among those of known group, in each mode apart."""
    known = [[node for node in mode if labels[node] is not None] for mode in modes]
    for dealt in product(*(permutations([labels[node] for node in mode]) for mode in known)):
        yield labels | {
            node: label
            for mode, ones in zip(known, dealt, strict=True)
            for node, label in zip(mode, ones, strict=True)
        }


def scored(network: nx.Graph, by: str) -> pd.DataFrame:
    """Return the scores by dealing the groups out in every way there is."""
    one_mode = looked_at(network, by)
    labels = {node: network.nodes[node][by] for node in one_mode}
    triples = pairs_between(one_mode)
    modes = [side(network, 0), side(network, 1)] if by == "tier" else [side(network, 0)]
    dealt = np.array([counted(triples, deal) for deal in every_deal(labels, modes)])
    spread = dealt.std(axis=0)
    spread[spread < 1e-9] = np.nan
    if not one_mode:
        return pd.DataFrame(index=list(network), columns=list(BROKERAGE_TYPES), dtype=float)
    known = brokerage(network, by).loc[list(one_mode), [f"{by}_{name}" for name in BROKERAGE_TYPES]].notna()
    scores = (counted(triples, labels) - dealt.mean(axis=0)) / spread
    return pd.DataFrame(np.where(known, scores, np.nan), index=list(one_mode)).reindex(list(network))


@BY
@settings(deadline=None, max_examples=40)
@given(data=st.data())
def test_scores_are_those_of_every_deal(by: str, data: st.DataObject) -> None:
    """Mean and deviation are those over every way to deal the groups out, each counted by hand."""
    sizes = (4, 4) if by == "tier" else (5, 6)
    network = data.draw(grouped(by, ["a", "a", "b", "c", None], *sizes))
    told = brokerage_scores(network, by)
    assert list(told.columns) == [f"{by}_{name}_z" for name in BROKERAGE_TYPES]
    assert told.to_numpy() == pytest.approx(scored(network, by).to_numpy(), abs=1e-8, nan_ok=True)


def test_scores_of_many_pairs() -> None:
    """With pairs of pairs that touch and that do not, the scores are those of all 5,040 deals."""
    network = affiliation({f"b{number}": ["hub", f"m{number}"] for number in range(6)})
    network.add_edge("org:m1", "body:b0")
    network = labelled(network, "sector", dict(zip(side(network, 0), "aaabbcc", strict=True)))
    told = brokerage_scores(network, "sector")
    expected = scored(network, "sector")
    assert told.loc["org:hub"].notna().all()
    assert told.to_numpy() == pytest.approx(expected.to_numpy(), abs=1e-9, nan_ok=True)


def test_scores_say_on_what_they_depend() -> None:
    """The result says that others in the file matter."""
    (note,) = brokerage_scores(affiliation({"Board": ["A"]})).attrs["notes"]
    assert "depend on who else is in the file" in note


@BY
@settings(deadline=None, max_examples=50)
@given(data=st.data())
def test_order_and_names_of_groups_change_nothing(by: str, data: st.DataObject) -> None:
    """Another order of the nodes and other names of the groups give each node the same values."""
    network = data.draw(grouped(by, ["a", "b", "c", None]))
    renamed: Labels = {"a": "z", "b": "a", "c": "m"}
    labels = {node: renamed.get(label) for node, label in network.nodes(data=by)}
    other = reordered(labelled(network, by, labels), data.draw(st.permutations(sorted(network))))
    for measure in (brokerage, brokerage_scores):
        before, after = measure(network, by), measure(other, by).loc[list(network)]
        assert before.to_numpy() == pytest.approx(after.to_numpy(), abs=1e-9, nan_ok=True)


@settings(deadline=None, max_examples=50)
@given(data=st.data())
def test_modes_can_be_exchanged_by_tier(data: st.DataObject) -> None:
    """By tier bodies and members are counted in one way, so the exchange of modes changes nothing."""
    network = data.draw(grouped("tier", ["a", "b", "c", None]))
    for measure in (brokerage, brokerage_scores):
        pd.testing.assert_frame_equal(measure(network), measure(swapped(network)), rtol=1e-9)


@pytest.mark.parametrize("steps", [1, 40])
def test_size_of_the_blocks_means_nothing(monkeypatch: pytest.MonkeyPatch, steps: int) -> None:
    """Row by row or all at once, the counts and the scores are the same to the last bit."""
    lists = {f"b{number}": [f"m{number * step % 23}" for step in range(1, 6)] for number in range(12)}
    network = affiliation(lists)
    network = labelled(
        network, "sector", {node: "abc"[place % 3] for place, node in enumerate(side(network, 0))}
    )
    before = [measure(network, "sector") for measure in (brokerage, brokerage_scores)]
    monkeypatch.setattr(two_paths, "_BLOCK_STEPS", steps)
    after = [measure(network, "sector") for measure in (brokerage, brokerage_scores)]
    assert all(one.equals(other) for one, other in zip(before, after, strict=True))
    assert before[0]["sector_liaison"].sum() > 0


def test_arrays_are_taken_as_they_are() -> None:
    """A network that is given as arrays has the same counts; what was worked out is kept with them."""
    network = labelled(affiliation({"Board": ["A", "B"]}), "tier", {"body:board": "county"})
    taken = incidence_of(network)
    assert brokerage(taken).equals(brokerage(network))
    assert brokerage(taken).equals(brokerage(taken))


def test_other_groups_are_refused() -> None:
    """Only tiers and sectors can be asked for."""
    with pytest.raises(CallInvalid, match="not by 'kind'"):
        brokerage(nx.Graph(), "kind")  # type: ignore[arg-type]


@BY
def test_nobody(by: str) -> None:
    """A network of nobody has tables of no rows."""
    assert brokerage(nx.Graph(), by).shape == (0, 5)
    assert brokerage_scores(nx.Graph(), by).shape == (0, 4)
