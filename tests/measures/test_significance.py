"""Tests of overlap against chance: by lot, and given how many seats everybody has."""

from __future__ import annotations

from itertools import combinations

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import false_discovery_control, hypergeom

from orgmap.errors import CallInvalid, NetworkUnfit
from orgmap.measures import MEASURES, pairs, significance
from orgmap.measures.arrays import incidence_of
from orgmap.measures.kernels.chance import bicm
from orgmap.measures.significance import adjusted
from tests.networks import affiliation, affiliations, davis, reordered, swapped, two_tier

MODELS = ("hypergeometric", "sdsm")
Ties = list[tuple[str, str]]


def side(network: nx.Graph, bipartite: int) -> list[str]:
    """Return the sorted node ids of one mode."""
    return sorted(node for node, number in network.nodes(data="bipartite") if number == bipartite)


def chances(network: nx.Graph, ones: Ties, zeros: Ties) -> dict[tuple[str, str], float] | None:
    """The chance of each tie in the fitted model, cell by cell; None where iteration does not get there.

    x and y of each body and member are set by turns so that its own margin is met, forced cells left out.
    """
    bodies, members = side(network, 1), side(network, 0)
    ties = np.array([[float(network.has_edge(*cell)) for cell in ((b, m) for m in members)] for b in bodies])
    free = np.array([[(b, m) not in {*ones, *zeros} for m in members] for b in bodies])
    fixed = np.array([[float((b, m) in set(ones)) for m in members] for b in bodies])
    rows, columns = ((ties - fixed).sum(axis=axis) for axis in (1, 0))
    x, y = rows / np.sqrt(max(rows.sum(), 1)), columns / np.sqrt(max(rows.sum(), 1))
    for _ in range(1000):
        x = rows / np.maximum((free * y / (1 + np.outer(x, y))).sum(axis=1), 1e-300)
        y = columns / np.maximum((free * x[:, None] / (1 + np.outer(x, y))).sum(axis=0), 1e-300)
        chance = np.where(free, 1 - 1 / (1 + np.outer(x, y)), fixed)
        off = max(
            np.abs(chance.sum(axis=1) - ties.sum(axis=1)).max(),
            np.abs(chance.sum(axis=0) - ties.sum(axis=0)).max(),
        )
        if off < 1e-10:
            return {(b, m): chance[i, j] for i, b in enumerate(bodies) for j, m in enumerate(members)}
    return None


def tails(events: list[float]) -> np.ndarray:
    """The chances of 0 or more, 1 or more ... of independent events, one added after another."""
    exact = np.ones(1)
    for event in events:
        exact = np.append(exact * (1 - event), 0) + np.append(0, exact * event)
    return np.cumsum(exact[::-1])[::-1]


def forced(network: nx.Graph, data: st.DataObject) -> tuple[Ties, Ties]:
    """Some ties of the network, and some that it has not."""
    cells = [(body, member) for body in side(network, 1) for member in side(network, 0)]
    chosen = data.draw(st.sets(st.sampled_from(cells), max_size=6)) if cells else set()
    return (
        sorted(cell for cell in chosen if network.has_edge(*cell)),
        sorted(cell for cell in chosen if not network.has_edge(*cell)),
    )


@pytest.mark.parametrize("some", [False, True])
@settings(deadline=None, max_examples=50)
@given(network=affiliations(bodies=(2, 6), members=(1, 8)), data=st.data())
def test_sdsm_is_that_of_plain_iteration_and_adding_up(
    some: bool, network: nx.Graph, data: st.DataObject
) -> None:
    """A fit body by body and tails event by event give the same p, least p and mean, forced cells too."""
    ones, zeros = forced(network, data) if some else ([], [])
    chance = chances(network, ones, zeros)
    if chance is None:
        return
    found = significance(network, model="sdsm", every=True, ones=ones, zeros=zeros).set_index(["a", "b"])
    members = side(network, 0)
    for a, b in combinations(side(network, 1), 2):
        row = found.loc[(a, b)]
        if not network.degree(a) or not network.degree(b):
            assert row[["sdsm", "sdsm_least", "sdsm_expected"]].isna().all()
            continue
        events = [chance[a, member] * chance[b, member] for member in members]
        tail, shared = tails(events), len(set(network[a]) & set(network[b]))
        top = min(network.degree(a), network.degree(b), sum(event > 1e-9 for event in events))
        expected = [tail[shared], tail[top], sum(events)]
        assert row[["sdsm", "sdsm_least", "sdsm_expected"]].tolist() == pytest.approx(expected, abs=1e-8)


@settings(deadline=None, max_examples=100)
@given(network=affiliations(), mode=st.sampled_from(["body", "member"]))
def test_hypergeometric_is_that_of_scipy(network: nx.Graph, mode: str) -> None:
    """P is scipy's upper tail for the two sizes over everybody; the least p that of the smaller list."""
    table, counts = significance(network, mode, every=True), pairs(network, mode, every=True)
    everybody = len(side(network, 0 if mode == "body" else 1))
    known = (counts["size_a"] > 0) & (counts["size_b"] > 0)
    assert table.loc[~known, "hypergeometric"].isna().all()
    a, b, shared = (counts.loc[known, name].to_numpy() for name in ("size_a", "size_b", "shared"))
    for column, least in (("hypergeometric", shared), ("hypergeometric_least", np.minimum(a, b))):
        expected = hypergeom.sf(least - 1, everybody, a, b) if len(a) else []
        np.testing.assert_allclose(table.loc[known, column], expected, rtol=1e-11)


@settings(deadline=None, max_examples=100)
@given(network=affiliations(bodies=(2, 6), members=(1, 8)), data=st.data())
def test_forced_cells_leave_the_lot(network: nx.Graph, data: st.DataObject) -> None:
    """With forced cells p is that of the network of those who are free for both bodies alone."""
    ones, zeros = forced(network, data)
    found = significance(network, every=True, ones=ones, zeros=zeros).set_index(["a", "b"])
    for a, b in combinations(side(network, 1), 2):
        if not network.degree(a) or not network.degree(b):
            continue
        out = {member for body, member in [*ones, *zeros] if body in (a, b)}
        one, two = set(network[a]) - out, set(network[b]) - out
        everybody = len(set(side(network, 0)) - out)
        expected = hypergeom.sf(len(one & two) - 1, everybody, len(one), len(two)) if everybody else 1.0
        assert found.loc[(a, b), "hypergeometric"] == pytest.approx(expected, rel=1e-11)


@pytest.mark.parametrize("model", MODELS)
@settings(deadline=None, max_examples=60)
@given(network=affiliations(), data=st.data())
def test_rows_are_those_of_pairs_and_values_keep_to_their_range(
    model: str, network: nx.Graph, data: st.DataObject
) -> None:
    """Rows, order and range; adjusted p is never below p, nor p below the least; node order means nothing."""
    mode = data.draw(st.sampled_from(["body", "member"]))
    every = data.draw(st.booleans())
    table = significance(network, mode, model=model, every=every)
    pd.testing.assert_frame_equal(table[["a", "b"]], pairs(network, mode, every=every)[["a", "b"]])
    names = [measure.name for measure in MEASURES if measure.options.get("model") == model]
    assert list(table.columns) == ["a", "b", *names, "note"]
    known = table.dropna()
    assert known[[model, f"{model}_holm", f"{model}_bh", f"{model}_least"]].stack().between(0, 1).all()
    slack = 1e-12
    assert (known[f"{model}_least"] <= known[model] + slack).all()
    assert (known[model] <= known[f"{model}_bh"] + slack).all()
    assert (known[f"{model}_bh"] <= known[f"{model}_holm"] + slack).all()
    other = reordered(network, data.draw(st.permutations(list(network))))
    pd.testing.assert_frame_equal(significance(other, mode, model=model, every=every), table, rtol=1e-9)


@pytest.mark.parametrize("model", MODELS)
@settings(deadline=None, max_examples=40)
@given(network=affiliations(), data=st.data())
def test_swapping_the_modes_swaps_the_pairs(model: str, network: nx.Graph, data: st.DataObject) -> None:
    """Pairs of members are the pairs of bodies of the network with its modes the other way about."""
    ones, zeros = forced(network, data)
    one = significance(network, model=model, ones=ones, zeros=zeros)
    turned = {
        name: [(member, body) for body, member in ties]
        for name, ties in {"ones": ones, "zeros": zeros}.items()
    }
    two = significance(swapped(network), "member", model=model, **turned)
    pd.testing.assert_frame_equal(one.drop(columns="note"), two.drop(columns="note"), rtol=1e-9)


@settings(deadline=None, max_examples=200)
@given(
    st.lists(st.sampled_from([0.0, 1e-9, 0.004, 0.01, 0.02, 0.5, 1.0]), min_size=1, max_size=12),
    st.integers(0, 9),
)
def test_adjusted_values_are_holms_and_benjamini_and_hochbergs(p: list[float], more: int) -> None:
    """Of all tests, those with p = 1 that are not listed too, each gets what the definitions give."""
    everything = [*p, *[1.0] * more]
    order = sorted(range(len(everything)), key=everything.__getitem__)
    holm, highest = {}, 0.0
    for rank, number in enumerate(order):
        highest = max(highest, min(1.0, (len(everything) - rank) * everything[number]))
        holm[number] = highest
    distinct, counts = np.unique(p, return_counts=True)
    found = adjusted(distinct, counts, len(everything))
    places = np.searchsorted(distinct, p)
    np.testing.assert_allclose(found[0][places], [holm[number] for number in range(len(p))])
    np.testing.assert_allclose(found[1][places], false_discovery_control(everything)[: len(p)])


def test_pairs_that_share_nobody_count_as_tests() -> None:
    """Of the three pairs of bodies one overlaps, and its p is adjusted for three."""
    lists = {"A": ["p", "q"], "B": ["p", "q"], "C": ["r", "s"]}
    row = significance(affiliation(lists, loose=["t", "u", "v", "w", "x", "y"])).iloc[0]
    assert row["hypergeometric"] == pytest.approx(1 / 45)
    assert row[["hypergeometric_holm", "hypergeometric_bh"]].tolist() == pytest.approx([3 / 45, 3 / 45])


@pytest.mark.parametrize("model", MODELS)
def test_a_partial_list_has_no_p(model: str) -> None:
    """Where a list is partial or empty there is no p and no test, and the note and the notes say so."""
    lists = {"A": ["p", "q"], "B": ["p", "q"], "C": ["p", "r"], "D": []}
    table = significance(affiliation(lists, partial=["C"]), model=model, every=True).set_index(["a", "b"])
    values = table.drop(columns="note")
    assert values.loc[("body:a", "body:b")].notna().all()
    assert values.drop(index=[("body:a", "body:b")]).isna().all(axis=None)
    assert table.loc[("body:a", "body:c"), "note"] == "the list of members of C is partial"
    row = table.loc[("body:a", "body:b")]
    assert row[f"{model}_holm"] == row[model]
    assert any("Lists that are partial" in note for note in table.attrs["notes"])


@pytest.mark.parametrize("model", MODELS)
def test_without_power_the_note_says_so(model: str) -> None:
    """Where even the fullest overlap would not be unusual the row says so, and the table in how many rows."""
    table = significance(two_tier(), model=model)
    weak = table[f"{model}_least"] > 0.05
    assert weak.any()
    assert (table["note"].str.contains("would not be unusual") == weak).all()
    assert any(
        note.startswith(f"{weak.sum()} of 10 pairs could show nothing") for note in table.attrs["notes"]
    )


def test_a_model_that_does_not_fit_gives_no_p(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the fit fails every p is NaN, and rows and notes say why."""
    monkeypatch.setattr(bicm, "_STEPS", 1)
    table = significance(davis(), model="sdsm")
    assert table.drop(columns=["a", "b", "note"]).isna().all(axis=None)
    assert (table["note"] == "the model could not be fitted").all()
    assert any("could not be fitted" in note for note in table.attrs["notes"])


def test_statutory_members_explain_an_overlap() -> None:
    """Two boards that share four members stand out; once those sit there by rule, they do not."""
    shared = ["Council", "Police", "NHS", "Fire"]
    lists = {"A": [*shared, "a"], "B": [*shared, "b"], **{f"F{n}": [f"m{n}", f"n{n}"] for n in range(12)}}
    network = affiliation(lists)
    by_rule = [(f"body:{body}", f"org:{name.lower()}") for body in "ab" for name in shared]
    for model in MODELS:
        free = significance(network, model=model).iloc[0]
        ruled = significance(network, model=model, ones=by_rule).iloc[0]
        assert free[model] < 0.02
        assert ruled[model] > 0.8
    table = significance(network, model="sdsm", ones=by_rule)
    assert any(note.startswith("8 ties were taken as forced") for note in table.attrs["notes"])
    assert table.iloc[0]["sdsm_expected"] > 4


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ({"ones": [("body:csp", "org:nhs")]}, "'org:nhs' has a seat on 'body:csp' by rule, and has none"),
        ({"zeros": [("body:csp", "org:county")]}, "'org:county' may not sit on 'body:csp', and does"),
        ({"ones": [("body:nowhere", "org:nhs")]}, "'body:nowhere' is given as a body"),
        ({"zeros": [("org:nhs", "body:csp")]}, "'org:nhs' is given as a body"),
    ],
)
def test_contradictions_are_refused(model: str, settings: dict[str, Ties], told: str) -> None:
    """Forced cells that the network contradicts, or not of a body and a member, are refused by name."""
    with pytest.raises(NetworkUnfit, match=told):
        significance(two_tier(), model=model, **settings)


def test_unknown_model_and_mode_are_refused() -> None:
    """A model or a mode that there is not is refused, and those that there are named."""
    with pytest.raises(CallInvalid, match="no model 'fdsm'; there are: hypergeometric, sdsm"):
        significance(two_tier(), model="fdsm")
    with pytest.raises(CallInvalid, match="no mode 'people'"):
        significance(two_tier(), "people")


@pytest.mark.parametrize("model", MODELS)
def test_awkward_networks(model: str) -> None:
    """No nodes, one mode, one body, everybody on everything: tables with their columns, and p = 1."""
    assert significance(nx.Graph(), model=model).empty
    assert significance(affiliation({"A": []}, loose=["p"]), model=model, every=True).empty
    assert significance(affiliation({"A": ["p", "q"]}), model=model).empty
    full = significance(affiliation({name: ["p", "q", "r"] for name in "ABC"}), model=model)
    assert (full[[model, f"{model}_least", f"{model}_holm"]] == 1).all(axis=None)
    assert significance(incidence_of(davis()), model=model).equals(significance(davis(), model=model))
